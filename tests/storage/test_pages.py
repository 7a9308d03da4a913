"""The pages of a file, opened by their own seal, and the trees that stand on them."""

from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.storage import connection, pages, raw
from gpconnect.storage.pages import PAGE, Pages, walk

LENGTHS = (10, 300, 3900, 3980, 3990, 4100, 9000, 20_000, 70_000)


@pytest.fixture
def closed(db: Database, path: Path) -> Path:
    """A file with short and long settings."""
    with connection.transaction(db):
        for number in range(600):
            name = f"name {number:05}"
            db.execute("INSERT INTO meta (rowid, name, value) VALUES (?, ?, ?)", (number * 997, name, "x" * 100))
        for number, length in enumerate(LENGTHS):
            row = (number - (1 << 62), f"long {number}", "y" * length)
            db.execute("INSERT INTO meta (rowid, name, value) VALUES (?, ?, ?)", row)
    connection.close(db)
    return path


def root_and_rows(path: Path, key: bytes) -> tuple[int, list[int]]:
    db = connection.open_beside(path, key)
    root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'meta'").fetchone()[0]
    found = [row for (row,) in db.execute("SELECT rowid FROM meta ORDER BY rowid").fetchall()]
    connection.close(db)
    return root, found


def flip(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE + 1000] ^= 1
    path.write_bytes(data)


def test_a_whole_tree_has_the_rows_that_sqlite_has(closed: Path, key: bytes) -> None:
    root, known = root_and_rows(closed, key)

    there = Pages(closed, key)

    assert there.bad() == ()
    assert there.read(there.count + 1) is None
    assert (first := there.read(1)) is not None
    assert first[16:18] == PAGE.to_bytes(2)
    assert walk(there, root).rows == known
    assert walk(there, root).whole
    raw.let_go(closed)


def test_whatever_page_is_bad_every_row_is_whole_or_lost(closed: Path, key: bytes) -> None:
    root, known = root_and_rows(closed, key)
    lost_some = cut_off = 0
    for page in range(2, closed.stat().st_size // PAGE + 1):
        flip(closed, page)
        tree = walk(Pages(closed, key), root)
        gone = [row for row in known if any(low < row <= high for low, high in tree.gaps)]
        assert sorted([*tree.rows, *tree.broken, *gone]) == known
        lost_some += bool(gone)
        cut_off += bool(tree.broken)
        flip(closed, page)
    raw.let_go(closed)

    assert lost_some > 2
    assert cut_off > 10


class Forged(Pages):
    """Pages with a good seal on which no tree stands."""

    def __init__(self, page: bytes) -> None:
        self.page = page

    def read(self, number: int) -> bytes | None:
        return self.page if number else None


@pytest.mark.parametrize(
    "page",
    [
        b"\0" * pages.USABLE,
        bytes([13, 0, 0, 0, 9]),
        bytes([13, 0, 0, 0, 1, 0, 0, 0, 0, 200]),
        bytes([5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0]),
    ],
    ids=["no sort", "too short", "beyond the page", "a circle"],
)
def test_what_is_no_tree_counts_as_bad(page: bytes) -> None:
    assert not walk(Forged(page), 3).whole
