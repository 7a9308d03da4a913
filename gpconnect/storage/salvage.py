"""What a damaged file still gives: every row that stands whole on good pages, and what is known of the others.

Rows are looked for on the pages themselves (`gpconnect.storage.damage`), and only those are read that are good from
the first byte to the last. Of the rest the indexes, on other pages, still tell a name.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import access_log, connection, contents_page, damage, files, raw
from gpconnect.storage.pages import Pages, Tree, walk


@dataclass(frozen=True, slots=True)
class LostOperation:
    """An operation that stands on a bad page.

    Attributes:
        op_id: its id, or empty when no index tells it any more.
        dossier: whose dossier it is part of, or empty.
        record: what it is about, or empty when no index tells it.
        waits: it was never sent, as far as can be told: then it is in no other place than the copies.
    """

    op_id: str
    dossier: str
    record: str
    waits: bool


class Salvage:
    """A damaged file, opened for reading beside whatever else is done with it."""

    def __init__(self, db: Database, trees: dict[str, Tree]) -> None:
        self.db = db
        self.trees = trees

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """Every row of a table that can be read whole, as column names and values, in the order of their numbers.

        Raises:
            KnownError: the disk gives less than it did a moment ago.
        """
        for number in self.trees[table].rows:
            found = self.db.execute(f'SELECT rowid AS "_row", * FROM "{table}" NOT INDEXED WHERE rowid = ?', (number,))  # noqa: S608 - names from the file's own schema
            names = [one[0] for one in found.description]
            yield dict(zip(names, found.fetchone(), strict=True))

    def known(self, table: str, column: str) -> set[Any] | None:
        """The values of a column over all rows that there were, also those on bad pages; None when nothing tells."""
        if self.trees[table].whole:
            return {row[column] for row in self.rows(table)}
        told = damage.by_index(self.db, table, column, every=True)
        return None if told is None else set(told.values())

    @cached_property
    def lost_operations(self) -> tuple[LostOperation, ...] | None:
        """The operations on bad pages; None when nothing tells any more which there were."""
        numbers = damage.lost_rows(self.db, "operation", self.trees["operation"])
        if numbers is None:
            return None
        told = {column: self._told("operation", column) for column in ("op_id", "dossier", "record", "seq")}
        waiting = {*self.trees["outbox"].rows, *(damage.by_index(self.db, "outbox", "space", every=True) or ())}
        return tuple(
            LostOperation(
                op_id=told["op_id"].get(one) or "",
                dossier=told["dossier"].get(one) or "",
                record=told["record"].get(one) or "",
                waits=told["seq"][one] is None if one in told["seq"] else one in waiting,
            )
            for one in numbers
        )

    def lost_lines(self, device: str) -> dict[int, tuple[str, str]]:
        """Numbers of the lines of the access log on bad pages, with the child and the moment as far as indexes tell.

        The lines are numbered without a gap, so what lies between others was there. Where the log ended stands on
        other pages as well: in the settings, and in what this device told others of it.

        Args:
            device: whose log it is.
        """
        clients, moments = self._told("access_log", "client"), self._told("access_log", "at")
        there = set(self.trees["access_log"].rows)
        told = (row["last_row"] for row in self.rows("access_lines") if row["device"] == device)
        top = max((*there, *clients, *moments, *told, *self._noted_lines()), default=0)
        return {one: (clients.get(one, ""), moments.get(one, "")) for one in range(1, top + 1) if one not in there}

    def _noted_lines(self) -> Iterator[int]:
        """How far the log had come by the settings: its head, and how far each space was told."""
        for row in self.rows("meta"):
            if row["name"] == access_log.HEAD:
                yield json.loads(row["value"])[0]
            elif row["name"].startswith(f"{access_log.SHARED}:"):
                yield max(json.loads(row["value"]))

    def _told(self, table: str, column: str) -> dict[int, Any]:
        return damage.by_index(self.db, table, column) or {}


@contextmanager
def opened(path: Path, key: bytes, *, in_use: bool, copy: Path | None = None) -> Iterator[Salvage]:
    """A damaged file for reading what is left of it; closed afterwards.

    Args:
        path: the file.
        key: of the file.
        in_use: this program has the file open itself.
        copy: a whole copy with the same key, for when the table of contents of the file is hit. The profile's folder
            for what is being put back must stand there: what can be read then is made ready in it.

    Raises:
        KnownError: ``file.damaged``, so much that it does not even open; ``file.missing`` or ``file.newer``.
    """
    try:
        with _opened(path, key, in_use=in_use) as left:
            yield left
            return
    except _NotOpenError as error:
        if copy is None or error.code != "file.damaged":
            raise
    made = path.with_name(files.RESTORING) / "left.db"
    contents_page.patch(path, copy, key, made)
    with _opened(made, key, in_use=False) as left:
        yield left


class _NotOpenError(KnownError):
    """The file gives nothing at all; apart from what goes wrong later, while it is read."""


@contextmanager
def _opened(path: Path, key: bytes, *, in_use: bool) -> Iterator[Salvage]:
    db = None
    try:
        db, left = _open(path, key)
        yield left
    finally:
        if db is not None:
            connection.close(db)
        if not in_use:
            raw.let_go(path)


def _open(path: Path, key: bytes) -> tuple[Database, Salvage]:
    try:
        db = connection.open_beside(path, key)
    except KnownError as error:
        raise _NotOpenError(error.code) from error
    try:
        # The pages are read from the file itself; what stands in the log beside it has to be there first.
        db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        there = Pages(path, key)
        return db, Salvage(db, {table: walk(there, root) for table, root in damage.roots(db).items()})
    except KnownError as error:
        connection.close(db)
        raise _NotOpenError(error.code) from error
