"""A bit of the main file that is another one than was written, for the deeds that mend it; each leaves a note of it.

While the note stands the file may still be damaged in just that way: the program was killed before it had mended it.
"""

import json
import shutil
from pathlib import Path

from gpconnect.storage import connection, files
from gpconnect.storage.pages import PAGE, Pages
from tests.campaigns.crashing import world

NOTE = "damaged"
_ASIDE = "aside.db"
FREE, FIRST, OLDER = "a free page", "the first page", "an older file"
_TRUNK = slice(32, 36)
"""Where the first page names the list of free pages (sqlite.org/fileformat2.html, 1.3.7 and 1.5)."""


def spoil_free_page(folder: Path, key: bytes) -> None:
    """One bit of a page that holds nothing: only a look at every page notices it. The file is closed."""
    path = files.database_path(folder / world.MAIN)
    db = connection.open_file(path, key)
    # Of a table that says nothing of what was done, so that a kill in between is seen as none.
    with connection.transaction(db):
        db.execute("CREATE TABLE search_large (text TEXT)")
        db.execute("INSERT INTO search_large VALUES (hex(zeroblob(40000)))")
    with connection.transaction(db):
        db.execute("DROP TABLE search_large")
    connection.checkpoint(db)
    connection.close(db)
    pages = Pages(path, key)
    first = pages.read(1)
    assert first is not None, "the file is whole until now"
    trunk = pages.read(int.from_bytes(first[_TRUNK]))
    assert trunk is not None, "there are free pages"
    assert int.from_bytes(trunk[4:8]) > 0, "and the list names some"
    _spoil(folder, FREE, int.from_bytes(trunk[8:12]))


def spoil_first_page(folder: Path) -> None:
    """One bit of the page without which nothing opens. The file is closed."""
    _spoil(folder, FIRST, 1)


def set_aside(folder: Path) -> None:
    """Somebody copies the data file with a file manager. It is closed."""
    shutil.copyfile(files.database_path(folder / world.MAIN), folder / _ASIDE)


def put_older(folder: Path) -> None:
    """And puts it back later, over the one of then; what lies beside it stays. The file is closed."""
    path, fresh = files.database_path(folder / world.MAIN), folder / "fresh"
    files.write_atomically(folder / NOTE, json.dumps(OLDER).encode())
    shutil.copyfile(folder / _ASIDE, fresh)
    fresh.replace(path)


def standing(folder: Path) -> str:
    """What was damaged and may not be mended yet; empty for nothing."""
    note = folder / NOTE
    return str(json.loads(note.read_bytes())) if note.exists() else ""


def mended(folder: Path) -> None:
    """From now on the file has to be whole."""
    (folder / NOTE).unlink()


def _spoil(folder: Path, what: str, page: int) -> None:
    # In one step, and before the bit: nobody finds damage without a note of it.
    files.write_atomically(folder / NOTE, json.dumps(what).encode())
    with files.database_path(folder / world.MAIN).open("r+b") as file:
        file.seek((page - 1) * PAGE + 1000)
        (byte,) = file.read(1)
        file.seek((page - 1) * PAGE + 1000)
        file.write(bytes([byte ^ 1]))
