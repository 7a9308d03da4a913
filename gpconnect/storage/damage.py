"""Which rows of a damaged file cannot be read, and whose dossiers they belong to.

Which rows live on a bad page is found by walking the pages themselves (`gpconnect.storage.pages`). Who a row is about
stands in the indexes as well, on other pages; so a dossier is named although the row that names it is gone.
One flipped bit makes one page unreadable.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.records import KINDS
from gpconnect.storage import connection, raw
from gpconnect.storage.pages import Pages, Tree, walk

DOSSIER = {
    **{kind.name: kind.dossier for kind in KINDS.values() if kind.dossier},
    "operation": "dossier",
    "note_draft": "patient_id",
    "access_log": "client",
}
"""Per table the column that says whose dossier a row belongs to."""
_DERIVED = ("search", "sqlite_", "_sqlite_")
"""Tables that are worked out again from the others, and SQLite's own."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with a file.

    Attributes:
        pages: numbers of pages that are not as they were written, counted from 1.
        rows: per table the numbers (rowid) of the rows that cannot be read; empty when nothing tells which.
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


def examine(path: Path, key: bytes, *, in_use: bool = True) -> Damage:
    """Looks at every page of a file and walks every table. Nothing is changed.

    Names one child too many rather than one too few, where several pages are bad and nobody can tell.

    Args:
        path: the file.
        key: of the file.
        in_use: this program has the file open; False for a copy or a closed profile.

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
        # The pages are read from the file itself; what stands in the log beside it has to be there first.
        db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        there = Pages(path, key)
        trees = {table: walk(there, root) for table, root in roots(db).items()}
        lost = {table: tree for table, tree in trees.items() if not tree.whole}
        rows = {table: lost_rows(db, table, tree) for table, tree in lost.items()}
        whose = {table: _whose(db, table, found, trees) for table, found in rows.items()}
        pages = there.bad()
    except KnownError:
        return NOTHING
    finally:
        connection.close(db)
        if not in_use:
            raw.let_go(path)
    dossiers = sorted({one for found in whose.values() for one in found if one})
    unnamed = tuple(table for table, found in whose.items() if "" in found)
    return Damage(pages, {table: found or () for table, found in rows.items()}, tuple(dossiers), unnamed)


def roots(db: Database) -> dict[str, int]:
    """The tables that hold something of their own, with the page on which each begins."""
    found = db.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: root for name, root in found if not name.startswith(_DERIVED)}


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


def lost_rows(db: Database, table: str, tree: Tree) -> tuple[int, ...] | None:
    """The rows that were on bad pages; None when no index tells any more which there were."""
    known: Iterable[int] | None = None if tree.gaps else ()
    for _seq, index, _unique, _origin, partial in db.execute(f'PRAGMA index_list("{table}")').fetchall():
        column = db.execute(f'PRAGMA index_info("{index}")').fetchone()[2]
        if not partial:
            known = by_index(db, table, column, every=True) if known is None else known
    if known is None:
        return None
    inside = [row for row in known if any(low < row <= high for low, high in tree.gaps)]
    return tuple(sorted({*tree.broken, *inside}))


def _whose(db: Database, table: str, numbers: Sequence[int] | None, trees: Mapping[str, Tree]) -> set[str]:
    """The dossiers that these rows belong to; with an empty name when some belong to none or nobody can say."""
    column = DOSSIER.get(table)
    if column is None:
        return {""}
    if numbers is None:
        return {"", *_not_there(db, table, trees)}
    known = by_index(db, table, column) or {}
    # What no index tells stands in the operations, which name the record and its dossier.
    left = [one for one in numbers if one not in known]
    identities = (by_index(db, table, "id") if left else None) or {}
    found = {known.get(one) or "" for one in numbers if one in known}
    found |= {_named_by_log(db, identities.get(one, ""), trees) for one in left}
    return found | _not_there(db, table, trees) if "" in found else found


def _named_by_log(db: Database, record: str, trees: Mapping[str, Tree]) -> str:
    """The dossier of a record by its operations on good pages."""
    good = set(trees["operation"].rows)
    sql = "SELECT row FROM operation INDEXED BY operation_record WHERE record = ?"
    try:
        rows = [row for (row,) in db.execute(sql, (record,)).fetchall() if row in good]
        for row in rows:
            dossier = db.execute("SELECT dossier FROM operation WHERE row = ?", (row,)).fetchone()[0]
            if dossier:
                return str(dossier)
    except KnownError:
        pass
    return ""


def _not_there(db: Database, table: str, trees: Mapping[str, Tree]) -> set[str]:
    """Dossiers with operations on a record of this table that is not among the rows that can be read.

    A record that was erased in part is named as well: one too many.
    """
    if table not in KINDS:
        return set()
    sql = f'SELECT id FROM "{table}" WHERE rowid = ?'  # noqa: S608 - from the file's own schema
    readable = {db.execute(sql, (row,)).fetchone()[0] for row in trees[table].rows}
    found = set()
    for row in trees["operation"].rows:
        kind, record, dossier = db.execute(
            "SELECT kind, record, dossier FROM operation WHERE row = ?", (row,)
        ).fetchone()
        if dossier and kind.partition(".")[0] == table and record not in readable:
            found.add(dossier)
    return found
