from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, damage, meta, raw

PAGE = 4096


@pytest.fixture
def closed(db: Database, path: Path) -> Path:
    """A file with notes of seven children and some settings, closed."""
    with connection.transaction(db):
        for number in range(300):
            db.execute(
                "INSERT INTO note VALUES (?, ?, '', 't', 1, 'a', 'n', '2026', ?, '[]')",
                (f"{number:032x}", f"{number % 7}" * 32, "x" * 300),
            )
            db.execute(
                "INSERT INTO note_draft VALUES (?, ?, '', 't', 1, 'a', 'd', '2026', '2026', '{}')", (f"d{number}", "p")
            )
        for number in range(400):
            meta.put_meta(db, f"setting {number}", "x" * 100)
    connection.close(db)
    return path


def flip(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[page * PAGE + 1000] ^= 1
    path.write_bytes(data)


def test_a_whole_file_has_no_damage(closed: Path, key: bytes) -> None:
    assert not damage.examine(closed, key, in_use=False).any


def test_a_file_in_use_is_looked_at_as_well(db: Database, path: Path, key: bytes) -> None:
    with connection.transaction(db):
        meta.put_meta(db, "setting", "x" * 9000)

    assert not damage.examine(path, key).any
    connection.close(db)
    raw.let_go(path)


def test_every_flip_is_found_and_the_children_are_named(closed: Path, key: bytes) -> None:
    """Page by page: the notes name their children, drafts as well, settings name nobody."""
    named: set[str] = set()
    unnamed: set[str] = set()
    for page in range(1, closed.stat().st_size // PAGE):
        flip(closed, page)
        found = damage.examine(closed, key, in_use=False)
        assert found.any
        assert not found.opens or page + 1 in found.pages
        named.update(found.dossiers)
        unnamed.update(found.unnamed)
        flip(closed, page)

    assert named == {"p", *(f"{number}" * 32 for number in range(7))}
    assert "meta" in unnamed
    assert "note_draft" not in unnamed


def test_a_file_that_does_not_open_is_damaged_as_a_whole(closed: Path, key: bytes) -> None:
    flip(closed, 0)

    assert damage.examine(closed, key, in_use=False) == damage.NOTHING
    assert damage.NOTHING.any


def test_a_file_that_is_not_there_is_no_damage(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(KnownError) as told:
        damage.examine(tmp_path / "absent.db", key)
    assert told.value.code == "file.missing"


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        (("note", "note_patient"), {"child 0", "child 1", "child 2"}),
        (("note", "note_patient", "operation_record"), {"child 0", "child 1", "child 2"}),
        (("note", "note_patient", "note_appointment", "sqlite_autoindex_note_1"), {"child 0", "child 1", "child 2"}),
        (("note_draft", "note_draft_patient", "note_draft_author", "sqlite_autoindex_note_draft_1"), set()),
    ],
    ids=["by the log", "without its index", "without any index", "a draft has no operations"],
)
def test_with_more_than_one_bad_page_the_log_names_the_children(
    db: Database, path: Path, key: bytes, bad: tuple[str, ...], named: set[str]
) -> None:
    with connection.transaction(db):
        for number in range(3):
            note = (f"n{number}", f"child {number}")
            db.execute("INSERT INTO note VALUES (?, ?, '', 't', 1, 'a', 'n', '2026', 'text', '[]')", note)
            db.execute(
                "INSERT INTO operation VALUES (?, ?, 's', ?, 'note.signed', ?, 1, '', '', '', '', '[]', x'', 1, 0)",
                (number + 10, f"o{number}", note[1], note[0]),
            )
        db.execute(
            "INSERT INTO operation VALUES (9, 'x', 's', NULL, 'note.read', 'n3', 1, '', '', '', '', '[]', x'', 1, 0)"
        )
        # Of this one the log does not tell whose it is.
        db.execute("INSERT INTO note VALUES ('n3', 'child 3', '', 't', 1, 'a', 'n', '2026', 'text', '[]')")
        db.execute("INSERT INTO note_draft VALUES ('d', 'child 3', '', 't', 1, 'a', 'd', '2026', '2026', '{}')")
    roots = dict(db.execute("SELECT name, rootpage FROM sqlite_master").fetchall())
    connection.close(db)
    for name in bad:
        flip(path, roots.get(name, 0) - 1)

    found = damage.examine(path, key, in_use=False)

    assert set(found.dossiers) == named
    assert bad[0] in found.unnamed
    assert bad[0] in found.rows
