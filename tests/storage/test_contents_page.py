"""The table of contents of a damaged file as a copy has it: only when it is surely the same."""

import shutil
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, contents_page, files, meta, raw, salvage
from gpconnect.storage.pages import PAGE, Pages, pages_of


@pytest.fixture
def pair(db: Database, path: Path) -> tuple[Path, Path]:
    """A closed file that went on after its copy."""
    connection.checkpoint(db)
    copy = path.with_name("copy.db")
    shutil.copyfile(path, copy)
    with connection.transaction(db):
        meta.put_meta(db, "later", "x" * 5000)
    connection.close(db)
    return path, copy


def turn(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE + 1000] ^= 1
    path.write_bytes(data)


def contents_of(path: Path, key: bytes) -> tuple[int, ...]:
    found = pages_of(Pages(path, key), 1)
    raw.let_go(path)
    return found


def refused(pair: tuple[Path, Path], key: bytes, made: Path) -> str:
    with pytest.raises(KnownError) as caught:
        contents_page.patch(*pair, key, made)
    return caught.value.code


def test_every_page_of_it_can_be_put_back_and_the_rest_is_as_in_the_damaged_file(
    pair: tuple[Path, Path], key: bytes, tmp_path: Path
) -> None:
    path, copy = pair
    for page in contents_of(copy, key)[1:]:
        turn(path, page)
    made = tmp_path / "made.db"
    contents_page.patch(path, copy, key, made)

    db = connection.open_beside(made, key)
    assert meta.get_meta(db, "later") == "x" * 5000
    assert db.execute("PRAGMA cipher_integrity_check").fetchall() == []
    connection.close(db)


def test_nothing_is_made_when_it_is_whole_or_its_first_page_is_not(
    pair: tuple[Path, Path], key: bytes, tmp_path: Path
) -> None:
    assert refused(pair, key, tmp_path / "made.db") == "file.damaged"
    turn(pair[0], 1)
    assert refused(pair, key, tmp_path / "made.db") == "file.damaged"
    assert not (tmp_path / "made.db").exists()


def test_a_copy_of_which_it_is_bad_as_well_helps_nobody(pair: tuple[Path, Path], key: bytes, tmp_path: Path) -> None:
    page = contents_of(pair[1], key)[1]
    for one in pair:
        turn(one, page)
    assert refused(pair, key, tmp_path / "made.db") == "file.damaged"


def test_after_a_change_of_the_tables_a_copy_of_before_is_not_believed(
    pair: tuple[Path, Path], key: bytes, tmp_path: Path
) -> None:
    page = contents_of(pair[1], key)[1]
    db = connection.open_file(pair[0], key)
    db.execute("CREATE TABLE later (one TEXT)")
    connection.close(db)
    turn(pair[0], page)
    assert refused(pair, key, tmp_path / "made.db") == "file.damaged"


def test_a_disk_that_refuses_is_told(pair: tuple[Path, Path], key: bytes, tmp_path: Path) -> None:
    turn(pair[0], contents_of(pair[1], key)[1])
    assert refused(pair, key, tmp_path / "nowhere" / "made.db") == "file.write_failed"


def test_with_the_copy_every_row_of_the_damaged_file_is_read_and_without_it_none(
    pair: tuple[Path, Path], key: bytes
) -> None:
    path, copy = pair
    turn(path, contents_of(copy, key)[1])
    with pytest.raises(KnownError, match=r"file\.damaged"), salvage.opened(path, key, in_use=False):
        pass
    path.with_name(files.RESTORING).mkdir()
    with salvage.opened(path, key, in_use=False, copy=copy) as left:
        assert {row["name"] for row in left.rows("meta")} == {"later"}
    path.unlink()
    with pytest.raises(KnownError, match=r"file\.missing"), salvage.opened(path, key, in_use=False, copy=copy):
        pass
