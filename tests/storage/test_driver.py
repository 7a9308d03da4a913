"""The driver of the file: connections that fail, and what comes in their place."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note
from gpconnect.storage import connection, raw, rows
from gpconnect.storage.pages import PAGE, Pages


def test_a_disk_that_is_gone_for_a_while_is_read_again_when_it_is_back(path: Path, key: bytes) -> None:
    connection.close(connection.create_file(path, key))
    db = connection.open_file(path, key)
    db.conn.spoiled = True
    away = path.rename(path.with_name("elsewhere"))
    for _ in range(2):
        with pytest.raises(KnownError, match=r"file\.unreachable"):
            db.execute("SELECT 1")

    away.rename(path)
    assert db.execute("SELECT 1").fetchall() == [(1,)]
    connection.close(db)


def test_a_file_that_was_closed_stays_closed(path: Path, key: bytes) -> None:
    connection.close(connection.create_file(path, key))
    db = connection.open_file(path, key)
    connection.close(db)
    db.renew()

    assert connection.is_closed(db)


LONG = "een lange zin die over meer bladzijden gaat " * 300


@pytest.fixture
def long_row(db: Database, path: Path) -> Path:
    """A closed file with one note that goes on over several pages."""
    with connection.transaction(db):
        db.execute("INSERT INTO note VALUES ('n', 'p', '', 't', 1, 'a', 'n', '2026', ?, '[]')", (LONG,))
    connection.close(db)
    return path


def pages_of_the_end(path: Path, key: bytes) -> list[int]:
    """The pages that the long note goes on to, in their order."""
    there = Pages(path, key)
    held = {number: there.read(number) or b"" for number in range(1, there.count + 1)}
    return [number for number, page in held.items() if b"over meer bladzijden" in page[:200]]


def turn(path: Path, page: int) -> None:
    """One bit on a page; a second time turns it back."""
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + 2000)
        (byte,) = file.read(1)
        file.seek((page - 1) * PAGE + 2000)
        file.write(bytes([byte ^ 1]))


def test_a_text_is_never_shown_with_a_made_up_end(long_row: Path, key: bytes) -> None:
    """Of its last page SQLCipher gives zeros, where those before it give an error: neither is ever shown."""
    ends = pages_of_the_end(long_row, key)
    raw.let_go(long_row)
    assert len(ends) == 3
    for page in ends:
        turn(long_row, page)
        db = connection.open_file(long_row, key)
        for _ in range(2):
            with pytest.raises(KnownError, match=r"file\.unreadable"):
                rows.where(db, Note)
            with pytest.raises(KnownError, match=r"file\.unreadable"):
                next(db.execute("SELECT answers FROM note"))
        # What stands elsewhere is read on.
        assert db.execute("SELECT id FROM note").fetchall() == [("n",)]
        connection.close(db)
        turn(long_row, page)
    db = connection.open_file(long_row, key)
    assert db.execute("SELECT answers FROM note").fetchall() == [(LONG,)]
    connection.close(db)


def test_a_made_up_end_is_never_written_back(long_row: Path, key: bytes) -> None:
    """Changing a row writes all of it: the zeros would stand there under a good seal, and nobody would ever know."""
    last = pages_of_the_end(long_row, key)[-1]
    raw.let_go(long_row)
    turn(long_row, last)
    db = connection.open_file(long_row, key)
    with pytest.raises(KnownError, match=r"file\.unreadable"), connection.transaction(db):
        db.execute("UPDATE note SET author_name = 'een langere naam' WHERE id = 'n'")
    connection.close(db)
    turn(long_row, last)

    db = connection.open_file(long_row, key)
    assert db.execute("SELECT answers, author_name FROM note").fetchall() == [(LONG, "n")]
    connection.close(db)


OPENS = """
import sys
from pathlib import Path
from gpconnect.storage import connection
path, key = Path(sys.argv[1]), sys.stdin.buffer.read(32)
db = connection.open_file(path, key)
db.execute("SELECT count(*) FROM meta").fetchone()
print("open", flush=True)
sys.stdin.buffer.read()
"""


def memory_of(process: int) -> Iterator[bytes]:
    """What a process has in memory, a stretch at a time."""
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
            place, rights, *_ = line.split()
            start, end = (int(one, 16) for one in place.split("-"))
            if rights.startswith("rw"):
                with suppress(OSError):
                    memory.seek(start)
                    yield memory.read(end - start)


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of another process as Linux shows it")
def test_no_text_with_the_key_stays_in_memory(path: Path, key: bytes) -> None:
    """The key itself is there while the file is open, which shows that this looks in the right place."""
    connection.close(connection.create_file(path, key))
    program = [sys.executable, "-c", OPENS, str(path)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(key)
        child.stdin.flush()
        assert child.stdout.readline() == b"open\n"
        texts = keys = 0
        for stretch in memory_of(child.pid):
            texts += stretch.count(key.hex().encode()) + stretch.count(key.hex().upper().encode())
            keys += stretch.count(key)
        child.stdin.close()
    assert (texts, keys > 0) == (0, True)
