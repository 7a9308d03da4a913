"""The bit-flip campaign: one bit of a closed file is another one than was written; and one bit of the log beside it.

    python -m tests.campaigns.bitflips [--rounds N] [--seed S] [--plant NAME]

A round flips one bit anywhere in the checkpointed file. The check of the file must notice it, and the children whose
dossiers lost a row must be named, all of them and no others; that is held against what was written, row by row. Rows
that belong to no dossier (sealed parcels, the file's own settings) must be found as well. A flip that makes the whole
file unreadable must be said to do so.

Every tenth round also flips a bit in the log of a crashed program. SQLite drops all that follows it and finds the
file in order; what was lost must be noticed by the numbers of the operations and the access log. A draft has no such
number: one that is lost with nothing after it is not noticed, and that is out of reach here.
"""

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from gpconnect.domain.errors import KnownError
from gpconnect.services import profiles, trouble
from gpconnect.storage import checks, connection, copies, damage, files, search
from gpconnect.storage.watermark import Watermark, mark_of
from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.office import Office, office
from tests.services.conftest import PASSPHRASE

SHORT = 60
FULL = 1_000
LOG_EVERY = 10
DAYS = 12
Rows = dict[str, dict[int, tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, before any bit was flipped.

    Attributes:
        file: the closed file.
        key: its key.
        rows: every row of every table.
        whose: the dossier of each row, empty for none.
        crashed: a profile as a crash left it, with its log.
        mark: how far that had come.
    """

    file: Path
    key: bytes
    rows: Rows
    whose: dict[str, dict[int, str]]
    crashed: Path
    mark: Any


def bitflips(options: Options, tally: Tally) -> None:
    """Runs the campaign; see the top of this file."""
    ends: Counter[str] = Counter()
    logs = 0
    with tempfile.TemporaryDirectory(prefix="gpconnect-flips-") as name, PLANTS[options.plant]():
        written = _write(Path(name))
        # A check that always complains would notice everything below.
        found = copies.verify(written.file, written.key)
        tally.check(found.ok, f"before any flip: {found.codes}")
        tally.say(f"{written.file.stat().st_size // 4096} pages, {sum(map(len, written.rows.values()))} rows")
        for number in range(options.rounds):
            tally.rounds += 1
            ends[_flip_file(written, options, tally, number)] += 1
            if number % LOG_EVERY == LOG_EVERY - 1:
                logs += 1
                ends[_flip_log(written, options, tally, number)] += 1
    tally.say(f"{tally.rounds} bits flipped in the file, {logs} in the log beside it")
    tally.say(", ".join(f"{count} {how}" for how, count in sorted(ends.items())))


def _write(folder: Path) -> Written:
    with office(folder) as place:
        for _ in range(DAYS):
            for deed in (Office.open_dossier, Office.sign, Office.finish, Office.save_draft, Office.read):
                deed(place)
        for deed in (Office.refuse, Office.seal, Office.destroy):
            assert deed(place), "what must be in the file is there"
        place.sync()
        db, key = place.session.db, bytes(place.session.key)
        with connection.transaction(db):
            search.rebuild(db)  # the office's own providers came in behind the index
        # Pages that are free again: only a look at every page notices a bit there.
        with connection.transaction(db):
            db.execute("INSERT INTO meta VALUES ('large', hex(zeroblob(200000)))")
        with connection.transaction(db):
            db.execute("DELETE FROM meta WHERE name = 'large'")
        connection.checkpoint(db)
        shutil.copyfile(files.database_path(place.folder), folder / "flipped.db")
        rows = _all_rows(db)
        whose = {
            table: dict(db.execute(f'SELECT rowid, ifnull("{column}", \'\') FROM "{table}"').fetchall())  # noqa: S608 - names of ours
            for table, column in damage.DOSSIER.items()
        }
        for _ in range(2):
            place.open_dossier()
            place.sign()
        shutil.copytree(place.folder, folder / "crashed")
        return Written(folder / "flipped.db", key, rows, whose, folder / "crashed", mark_of(db))


def _all_rows(db: Any) -> Rows:
    return {
        table: {row[0]: tuple(row[1:]) for row in db.execute(f'SELECT rowid, * FROM "{table}"').fetchall()}  # noqa: S608 - names of ours
        for table in damage.roots(db)
    }


def _flip_file(written: Written, options: Options, tally: Tally, number: int) -> str:
    size = written.file.stat().st_size
    bit = options.chance("file", number).randrange(size * 8)
    where = f"bit {bit % 8} of byte {bit // 8} (page {bit // 8 // 4096 + 1}), round {number}"
    _turn(written.file, bit)
    try:
        return _look(written, tally, where)
    finally:
        _turn(written.file, bit)


def _look(written: Written, tally: Tally, where: str) -> str:
    try:
        noticed = not copies.verify(written.file, written.key).ok
    except KnownError:
        noticed = True
    tally.check(noticed, f"{where}: not noticed")
    found = damage.examine(written.file, written.key, in_use=False)
    tally.check(found.any, f"{where}: no damage found")
    if not found.opens:
        tally.check(not _tells_its_tables(written), f"{where}: said to be lost as a whole, and it can be read")
        return "nothing can be read, and that is said"
    lost = _read_each(written)
    expected = {written.whose[table].get(row, "") for table, row in lost if table in written.whose} - {""}
    tally.check(set(found.dossiers) == expected, f"{where}: {len(expected)} dossiers lost, {len(found.dossiers)} named")
    claimed = {(table, row) for table, bad in found.rows.items() for row in bad}
    # A table without an index of all its rows can only be said to have lost some; none of a dossier is such a table.
    untold = {table for table, bad in found.rows.items() if not bad}
    silent = untold & {table for table, _row in lost} & set(written.whose)
    tally.check(not silent, f"{where}: rows of {silent} untold")
    left = {one for one in lost if one[0] not in untold}
    tally.check(claimed == left, f"{where}: {len(left)} rows cannot be read, {len(claimed)} found")
    return f"{min(len(expected), 3)}{' or more' if len(expected) > 2 else ''} dossiers named"


def _tells_its_tables(written: Written) -> bool:
    """Whether the list of tables can be read; without it nothing can."""
    try:
        db = connection.open_beside(written.file, written.key)
    except KnownError:
        return False
    try:
        return bool(damage.roots(db))
    except KnownError:
        return False
    finally:
        connection.close(db)


def _read_each(written: Written) -> set[tuple[str, int]]:
    """Every row by itself: those that cannot be read, or not as they were written.

    After a bad page SQLCipher may refuse the next good one as well, so reading goes on with a new connection.
    """
    db = connection.open_beside(written.file, written.key)
    lost = set()
    for table, rows in written.rows.items():
        for number, values in rows.items():
            try:
                row = db.execute(f'SELECT * FROM "{table}" NOT INDEXED WHERE rowid = ?', (number,)).fetchone()  # noqa: S608 - names of ours
            except KnownError:
                row = None
            if row is None or tuple(row) != values:
                lost.add((table, number))
                connection.close(db)
                db = connection.open_beside(written.file, written.key)
    connection.close(db)
    return lost


def _flip_log(written: Written, options: Options, tally: Tally, number: int) -> str:
    folder = written.crashed.with_name("opened")
    shutil.copytree(written.crashed, folder)
    log = folder / f"{files.DATABASE}-wal"
    bit = options.chance("log", number).randrange(log.stat().st_size * 8)
    _turn(log, bit)
    profile = profiles.open_profile(folder, PASSPHRASE)
    held = replace_turn(mark_of(profile.session.db))
    gone = trouble.state(profile.session).gone
    lost = held != replace_turn(written.mark)
    where = f"bit {bit % 8} of byte {bit // 8} of the log, round {number}"
    tally.check(lost == (gone is not None), f"{where}: lost is {lost}, told is {gone}")
    if gone is not None:
        missing = written.mark.operations - held.operations
        tally.check(gone.operations == missing, f"{where}: {missing} operations lost, {gone.operations} told")
    profile.close()
    shutil.rmtree(folder)
    return "the log lost its end, and that is told" if lost else "the log lost nothing"


def replace_turn(mark: Any) -> Any:
    """A mark without its turn, to compare."""
    return type(mark)(0, *[getattr(mark, name) for name in mark.__struct_fields__[1:]])


def _turn(path: Path, bit: int) -> None:
    """Turns one bit; a second time turns it back."""
    with path.open("r+b") as file:
        file.seek(bit // 8)
        (byte,) = file.read(1)
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def _without_pages(*arguments: Any) -> checks.Report:
    """A plant: the check looks at everything but the pages themselves."""
    return replace(_SOUND(*arguments), pages=())


_SOUND = checks._check
PLANTS: dict[str, Callable[[], AbstractContextManager[Any]]] = {
    "": nullcontext,
    "check_skips_pages": lambda: patch.object(checks, "_check", _without_pages),
    "names_no_dossier": lambda: patch.object(damage, "_whose", lambda *_arguments: {""}),
    "no_mark": lambda: patch.object(Watermark, "keep", lambda *_arguments, **_named: None),
}
"""Bugs that are put in on purpose, each of which the campaign has to find. None of them is anywhere in the product."""


if __name__ == "__main__":
    sys.exit(main("bitflips", bitflips, SHORT, plants=PLANTS))
