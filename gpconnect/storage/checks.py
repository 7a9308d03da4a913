"""Checking a file from the first page to the last row, on a connection of its own.

What is checked: every encrypted page, the structure, every row, the chain of the access log, our own numbering towards
the hub, and the search index against the records it must find.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import access_log, connection, search

Watch = Callable[[str, int, int], None]
"""Told a stage (``pages``, ``structure``, ``rows``, ``chains``, ``search``), how much of it is done, and of how much.
A `KnownError` that it raises ends the work: that is how a person stops it."""

STOPPED = "work.stopped"
ROWS_AT_ONCE = 500
_TRIES = 3


def nobody(_stage: str, _done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check of a file found.

    Attributes:
        pages: complaints about encrypted pages (a flipped bit shows here).
        database: complaints about the structure.
        rows: rows that were read.
        access_row: first line of the access log that does not follow, or None.
        search: whether the search index agrees with itself.
        numbering: what does not follow in operations, outbox and parcels, as codes with a number.
        unfindable: records that the search index lacks or has otherwise, as ``kind id``.
        leftover: numbers of entries of the index that belong to no record.
    """

    pages: tuple[str, ...]
    database: tuple[str, ...]
    rows: int
    access_row: int | None
    search: bool
    numbering: tuple[str, ...] = ()
    unfindable: tuple[str, ...] = ()
    leftover: tuple[int, ...] = ()

    @property
    def findable(self) -> bool:
        """Whether search finds what there is; if not, building the index again mends it."""
        return self.search and not self.unfindable and not self.leftover

    @property
    def legible(self) -> bool:
        """Whether every page and row can be read as it was written: what a copy must be to be one."""
        return not self.pages and not self.database

    @property
    def chained(self) -> bool:
        """Whether everything that is numbered or chained follows; if not, something was lost or changed."""
        return self.access_row is None and not self.numbering

    @property
    def ok(self) -> bool:
        """Whether everything is as it should be."""
        return self.legible and self.chained and self.findable

    @property
    def codes(self) -> tuple[str, ...]:
        """What is wrong, as codes with how often; empty when all is well."""
        counts = {
            "pages": len(self.pages),
            "structure": len(self.database),
            "access_log": int(self.access_row is not None),
            "numbering": len(self.numbering),
            "search": int(not self.search) + len(self.unfindable) + len(self.leftover),
        }
        return tuple(f"{code} {count}" for code, count in counts.items() if count)


CLOSED = Report(("1",), (), 0, None, search=True)
"""What a check found of a file whose first page is damaged: it does not open."""


def verify(path: Path, key: bytes, watch: Watch = nobody) -> Report:
    """Checks a file on a connection of its own; the file may be in use.

    Args:
        path: a copy, or the file in use.
        key: its key.
        watch: told how far it is; what it raises ends the check.

    Raises:
        KnownError: ``file.missing``, ``file.damaged`` (it does not even open), ``file.newer``, or what `watch` raises.
    """
    db = connection.open_beside(path, key)
    try:
        return _check(db, watch)
    finally:
        connection.close(db)


def _check(db: Database, watch: Watch) -> Report:
    """The checks, one after the other; a page that cannot be read ends the reading, not the check."""
    watch("pages", 0, 1)
    pages = _pages(db)
    watch("structure", 0, 1)
    database = tuple(_try(lambda: _structure(db), ("unreadable",)))
    rows = _try(lambda: _read_all(db, watch), -1)
    if rows < 0:
        database = (*database, "unreadable rows")
    watch("chains", 0, 2)
    access_row = _try(lambda: access_log.verify_chain(db), 0)
    watch("chains", 1, 2)
    numbers = tuple(_try(lambda: numbering(db), ("unreadable",)))
    watch("search", 0, 2)
    healthy = _try(lambda: search.intact(db), default=False)
    watch("search", 1, 2)
    unfindable, leftover = _try(lambda: search.compare(db), ((), (0,)))
    watch("search", 2, 2)
    return Report(pages, database, max(rows, 0), access_row, healthy, numbers, unfindable, leftover)


def _pages(db: Database) -> tuple[str, ...]:
    """Pages whose seal does not fit. A page that was just being written while it was read is given another chance."""
    found: tuple[str, ...] = ()
    for _ in range(_TRIES):
        found = tuple(str(row[0]) for row in db.execute("PRAGMA cipher_integrity_check").fetchall())
        if not found:
            break
    return found


def _try(step: Callable[[], Any], default: Any) -> Any:
    """The step's result, or `default` when the file is too damaged for it."""
    try:
        with connection.translate_errors():
            return step()
    except KnownError as error:
        if error.code == STOPPED:
            raise
        return default


def _structure(db: Database) -> list[str]:
    found = [str(row[0]) for row in db.execute("PRAGMA integrity_check").fetchall()]
    return [] if found == ["ok"] else found


def _read_all(db: Database, watch: Watch) -> int:
    """Reads every value of every row of every table; how many rows there are."""
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    total = sum(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables)  # noqa: S608 - names from the file's own schema
    done = 0
    for (name,) in tables:
        found = db.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - same
        while rows := found.fetchmany(ROWS_AT_ONCE):
            done += len(rows)
            watch("rows", done, max(total, done))
    return done


_LOOSE = {
    "outbox.orphan": """SELECT b.row FROM outbox b LEFT JOIN operation o ON o.row = b.row WHERE o.row IS NULL""",
    "outbox.missing": """SELECT o.row FROM operation o LEFT JOIN outbox b ON b.row = o.row
        WHERE o.seq IS NULL AND b.row IS NULL""",
    "outbox.arrived": """SELECT o.row FROM operation o JOIN outbox b ON b.row = o.row WHERE o.seq IS NOT NULL""",
    "outbox.parcel": """SELECT b.row FROM outbox b WHERE b.number IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM parcel_out p
        WHERE p.space = b.space AND p.incarnation = b.incarnation AND p.number = b.number)""",
    "chain.gap": """SELECT max(number) FROM parcel_out GROUP BY space, incarnation
        HAVING count(*) <> max(number) OR min(number) <> 1""",
    "chain.end": """SELECT c.number FROM chain c LEFT JOIN parcel_out p
        ON p.space = c.space AND p.incarnation = c.incarnation AND p.number = c.number - 1
        WHERE c.number > 1 AND p.digest IS NOT c.prev_hash""",
    "order.gap": """SELECT c.seq FROM cursor c
        WHERE c.seq <> (SELECT count(*) FROM parcel_in p WHERE p.space = c.space AND p.seq <= c.seq)""",
}
"""What does not follow, as queries that give the numbers of it."""
_SEALED = {
    "parcel_out": "SELECT row, envelope, digest FROM parcel_out",
    # Of a refused parcel the hub keeps no more than the hash; an alarm is about bytes that do not fit.
    "parcel_in": "SELECT seq, envelope, digest FROM parcel_in WHERE length(envelope) > 0 AND state <> 'alarm'",
}


def numbering(db: Database) -> list[str]:
    """What does not follow in our own numbering: outbox against operations, parcels against their chains.

    Returns:
        Codes with the number of the row, parcel or place that they are about; empty when all follows.
    """
    found = [f"{code} {number}" for code, sql in _LOOSE.items() for (number,) in db.execute(sql).fetchall()]
    for name, sql in _SEALED.items():
        for row, envelope, digest in db.execute(sql):
            if hashlib.sha256(envelope).digest() != digest:
                found.append(f"{name} {row}")
    return found
