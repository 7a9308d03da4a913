"""Which rows of a damaged file cannot be read, and whose dossiers they belong to.

SQLCipher says which pages are bad, and nothing more; which rows live on them is found by reading: the whole table at
once, where that fails half of it, down to single rows. Who a row is about stands in the indexes as well, on other
pages; so a dossier is named although the row that names it is gone. One flipped bit makes one page unreadable.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.records import KINDS
from gpconnect.storage import connection

DOSSIER = {
    **{kind.name: kind.dossier for kind in KINDS.values() if kind.dossier},
    "operation": "dossier",
    "note_draft": "patient_id",
    "access_log": "client",
}
"""Per table the column that says whose dossier a row belongs to."""
_DERIVED = ("search", "sqlite_", "_sqlite_")
"""Tables that are worked out again from the others, and SQLite's own."""
FURTHEST = 1 << 10
"""Numbers of rows that are tried when neither index nor table can say which there are."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with a file.

    Attributes:
        pages: numbers of pages that are not as they were written, counted from 1.
        rows: per table the numbers (rowid) of the rows that cannot be read.
        dossiers: ids of the children whose dossiers lost something.
        unnamed: tables with unreadable rows that are no part of a dossier, or of which nobody can say whose they are.
        opens: False when nothing at all can be read: then all of it is damaged.
    """

    pages: tuple[int, ...]
    rows: dict[str, tuple[int, ...]]
    dossiers: tuple[str, ...]
    unnamed: tuple[str, ...]
    opens: bool = True

    @property
    def any(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.pages or self.rows) or not self.opens


NOTHING = Damage((1,), {}, (), (), opens=False)
"""Nothing of the file can be read."""


def examine(path: Path, key: bytes) -> Damage:
    """Reads a whole file on a connection of its own; it may be in use. Nothing is changed.

    Raises:
        KnownError: ``file.missing`` or ``file.newer``.
    """
    try:
        db = connection.open_beside(path, key)
    except KnownError as error:
        if error.code in {"file.missing", "file.newer"}:
            raise
        return NOTHING
    try:
        pages = _bad_pages(db)
        rows = {table: bad for table in tables(db) if (bad := tuple(unreadable(db, table)))}
        whose = {table: _whose(db, table, bad) for table, bad in rows.items()}
    except KnownError:
        return NOTHING
    finally:
        connection.close(db)
    dossiers = sorted({one for found in whose.values() for one in found if one})
    return Damage(pages, rows, tuple(dossiers), tuple(table for table, found in whose.items() if "" in found))


def tables(db: Database) -> list[str]:
    """The tables that hold something of their own."""
    found = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [name for (name,) in found if not name.startswith(_DERIVED)]


def unreadable(db: Database, table: str) -> Iterator[int]:
    """Numbers of the rows of a table that cannot be read, in order."""
    numbers = _numbers(db, table)
    parts = [numbers] if numbers else []
    while parts:
        part = parts.pop()
        try:
            # A range looks one row further than its end, which may stand on the next page.
            which = "= ?1" if len(part) == 1 else "BETWEEN ?1 AND ?2"
            sql = f'SELECT * FROM "{table}" NOT INDEXED WHERE rowid {which}'  # noqa: S608 - from the file's own schema
            _read(db, sql, (part[0], part[-1])[: len(part)])
        except KnownError:
            if len(part) == 1:
                yield part[0]
            else:
                half = len(part) // 2
                parts += [part[half:], part[:half]]


def _read(db: Database, sql: str, params: Sequence[int]) -> None:
    """Reads rows, and then asks whether SQLCipher found something wrong with a page.

    A bad page at the end of a long text is handed over as zeros, and only the next page that is asked for in the same
    transaction fails.
    """
    try:
        db.execute("BEGIN")
        db.execute(sql, params).fetchall()
        db.execute("SELECT name FROM sqlite_master").fetchall()
    finally:
        db.conn.rollback()


def by_index(db: Database, table: str, column: str, *, every: bool = False) -> dict[int, str] | None:
    """One column by row number, out of an index, which stands on other pages than the table.

    Args:
        db: the damaged file.
        table: of the rows.
        column: which one.
        every: only out of an index that holds all rows.

    Returns:
        None when no index holds the column, or none can be read.
    """
    for _seq, index, _unique, _origin, partial in db.execute(f'PRAGMA index_list("{table}")').fetchall():
        held = [row[2] for row in db.execute(f'PRAGMA index_info("{index}")').fetchall()]
        if column not in held or (every and partial):
            continue
        made = db.execute("SELECT ifnull(sql, '') FROM sqlite_master WHERE name = ?", (index,)).fetchone()[0]
        # A partial index is used for its own condition only.
        _, where, condition = made.partition(" WHERE ")
        try:
            sql = f'SELECT rowid, "{column}" FROM "{table}" INDEXED BY "{index}" {where}{condition}'  # noqa: S608 - same
            return dict(db.execute(sql).fetchall())
        except KnownError:
            continue
    return None


def _numbers(db: Database, table: str) -> Sequence[int]:
    """Which rows a table has: by an index of all rows, by the table itself, or, when all are bad, what may be."""
    for _seq, index, _unique, _origin, partial in db.execute(f'PRAGMA index_list("{table}")').fetchall():
        column = db.execute(f'PRAGMA index_info("{index}")').fetchone()[2]
        if not partial and (found := by_index(db, table, column, every=True)) is not None:
            return sorted(found)
    try:
        sql = f'SELECT rowid FROM "{table}" NOT INDEXED ORDER BY rowid'  # noqa: S608 - from the file's own schema
        return [row for (row,) in db.execute(sql).fetchall()]
    except KnownError:
        return range(1, FURTHEST)


def _whose(db: Database, table: str, numbers: Sequence[int]) -> set[str]:
    """The dossiers that these rows belong to; with an empty name when some belong to none or nobody can say."""
    column = DOSSIER.get(table)
    if column is None:
        return {""}
    known = by_index(db, table, column) or {}
    # What no index tells stands in the operations, which name the record and its dossier.
    left = [one for one in numbers if one not in known]
    identities = (by_index(db, table, "id") if left else None) or {}
    found = {known.get(one) or "" for one in numbers if one in known}
    for number in left:
        try:
            sql = "SELECT dossier FROM operation WHERE record = ? AND dossier IS NOT NULL LIMIT 1"
            row = db.execute(sql, (identities.get(number),)).fetchone()
        except KnownError:
            row = None
        found.add(row[0] if row else "")
    return found


def _bad_pages(db: Database) -> tuple[int, ...]:
    """Numbers of the pages whose seal is broken, out of SQLCipher's sentences, which end on the number."""
    said = [str(row[0]).rsplit(" ", 1)[-1] for row in db.execute("PRAGMA cipher_integrity_check").fetchall()]
    return tuple(sorted({int(word) if word.isdigit() else 1 for word in said}))
