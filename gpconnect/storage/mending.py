"""What a damaged file still holds goes into a copy of it, which then takes its place.

The copy is whole and agrees with itself and with the hub's order as it stood when it was made, which no file does that
was pieced together from pages. So it is the ground, and what the damaged file holds more is put on top: operations,
notes being written, cards that are held, settings, proofs of claims, the lines of the access log. How far the hub was
read stays as in the copy; so the next round gives all that came after it once more, and that counts only once.

Nothing newer is overwritten: of an operation there is one version only, and of everything else the damaged file has
the newest.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.access import AccessEvent
from gpconnect.domain.records import KINDS
from gpconnect.storage import access_log, operations, rows
from gpconnect.storage.salvage import LostOperation, Salvage

_OF_THE_COPY = (access_log.HEAD, operations.TOP)
"""Values about the rows of the copy itself."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a damaged file and a copy of it make together.

    Attributes:
        kept: operations that the copy lacks and the damaged file still gives.
        drafts: notes being written that the damaged file still gives.
        from_copy: operations that only the copy still gives.
        from_hub: operations on bad pages that were sent: the next round brings them.
        lost: dossiers of the operations that stand nowhere any more, one for each; empty for one of no dossier.
        untold: nobody can say which operations, or notes being written, were on the bad pages.
        lines: lines of the access log that are lost for good.
        lost_drafts: notes being written that cannot be read; of those there is what the copy had, or nothing.
    """

    kept: int
    drafts: int
    from_copy: int
    from_hub: int
    lost: tuple[str, ...]
    untold: bool
    lines: int
    lost_drafts: int = 0


def outlook(left: Salvage, copy: Database | None, device: str) -> Outlook:
    """What there will be after mending, with a copy or without; nothing is written.

    Args:
        left: the damaged file.
        copy: that it is mended with.
        device: whose file it is.

    Raises:
        KnownError: what reading one of the two names.
    """
    there = set() if copy is None else {op_id for (op_id,) in copy.execute("SELECT op_id FROM operation")}
    lost = left.lost_operations
    gone = [one for one in lost or () if one.op_id not in there]
    drafts = left.known("note_draft", "id")
    last = 0 if copy is None else access_log.last_row(copy)
    return Outlook(
        kept=sum(one["op_id"] not in there for one in left.rows("operation")),
        drafts=len(left.trees["note_draft"].rows),
        from_copy=len(lost or ()) - len(gone),
        from_hub=sum(not one.waits for one in gone),
        lost=tuple(one.dossier for one in gone if one.waits),
        untold=lost is None or drafts is None,
        lines=sum(row > last for row in left.lost_lines(device)),
        lost_drafts=len((drafts or set()) - {one["id"] for one in left.rows("note_draft")}),
    )


def carry(fresh: Database, left: Salvage, line: AccessEvent, apart: Sequence[str] = ()) -> set[tuple[str, str]]:
    """Puts what a damaged file still holds into a copy. Inside a transaction.

    Args:
        fresh: the copy that will take the place of the damaged file.
        left: the damaged file.
        line: what a line of the access log says that stands in the place of a lost one.
        apart: how the names begin of settings and secrets that stay as they are in the copy.

    Returns:
        Kind and id of the records that must be worked out again from their operations.

    Raises:
        KnownError: what reading or writing names.
    """
    touched = _operations(fresh, left)
    lost = left.lost_operations
    here = {op_id for (op_id,) in fresh.execute("SELECT op_id FROM operation")}
    missing = None if lost is None else [one for one in lost if one.op_id not in here]
    for table, key in (("note_draft", "id"), ("held_card", "id"), ("claim_token", "claim")):
        _as_there(fresh, left, table, key)
    for table in ("meta", "secret_blob"):
        _as_there(fresh, left, table, "name", (*_OF_THE_COPY, *apart))
    for row in left.rows("marked"):
        _put(fresh, "marked", row)
    _parcels(fresh, left)
    _packing(fresh, left)
    touched -= _records(fresh, left, missing)
    _lines(fresh, left, line)
    return touched


def _operations(fresh: Database, left: Salvage) -> set[tuple[str, str]]:
    """The operations that the copy lacks, and what became since of those that it has."""
    there = dict(fresh.execute("SELECT op_id, seq FROM operation").fetchall())
    refused = {one["row"]: one["refused"] for one in left.rows("outbox") if one["refused"]}
    touched = set()
    for row in left.rows("operation"):
        op_id, seq = row["op_id"], row["seq"]
        if op_id not in there or (seq is not None and there[op_id] is None):
            operations.append(fresh, operations.from_columns(row), seq=seq, place=row["place"])
            touched.add((row["kind"].partition(".")[0], row["record"]))
        if row["row"] in refused:
            operations.keep_refusal(fresh, op_id, refused[row["row"]])
            # It counts no more, whatever the copy shows of it.
            touched.add((row["kind"].partition(".")[0], row["record"]))
    return touched


def _records(fresh: Database, left: Salvage, missing: Sequence[LostOperation] | None) -> set[tuple[str, str]]:
    """Rows of which an operation is missing stay as the damaged file has them, until the hub brings that operation.

    Rows that no operation made are the same in both, or only in the damaged file.
    """
    newer = None if missing is None else {one.record for one in missing}
    kept = set()
    for kind in KINDS.values():
        mapping = rows.mapping_of(kind.record)
        there = {one for (one,) in fresh.execute(f'SELECT id FROM "{kind.name}"')}  # noqa: S608 - our own names
        for row in left.rows(kind.name):
            if row["id"] not in there or newer is None or row["id"] in newer:
                fresh.execute(mapping.upsert, [row[name] for name in mapping.columns])
                if newer is None or row["id"] in newer:
                    kept.add((kind.name, row["id"]))
    return kept


def _as_there(fresh: Database, left: Salvage, table: str, key: str, apart: tuple[str, ...] = ()) -> None:
    """A table of this device's own as it was in the damaged file: what was put there, and what was thrown away."""
    for row in left.rows(table):
        if not row[key].startswith(apart):
            _put(fresh, table, row)
    known = left.known(table, key)
    for (one,) in fresh.execute(f'SELECT "{key}" FROM "{table}"').fetchall() if known is not None else ():  # noqa: S608 - our own names
        if one not in (known or ()) and not one.startswith(apart):
            fresh.execute(f'DELETE FROM "{table}" WHERE "{key}" = ?', (one,))  # noqa: S608 - same


def _parcels(fresh: Database, left: Salvage) -> None:
    """Our own sealed parcels, as far as they follow on those of the copy: one may still have to be sent."""
    follows = "SELECT 1 FROM parcel_out WHERE space = ? AND incarnation = ? AND number = ?"
    for row in left.rows("parcel_out"):
        name = (row["space"], row["incarnation"], row["number"])
        if row["number"] > 1 and fresh.execute(follows, (*name[:2], row["number"] - 1)).fetchone() is None:
            continue
        fresh.execute("DELETE FROM parcel_out WHERE space = ? AND incarnation = ? AND number = ?", name)
        _put(fresh, "parcel_out", {column: value for column, value in row.items() if column != "row"})


def _packing(fresh: Database, left: Salvage) -> None:
    """What waits is in the parcel in which the damaged file had put it, as long as that still has to be sent."""
    fresh.execute("UPDATE outbox SET incarnation = NULL, number = NULL, place = 0 WHERE refused IS NULL")
    packed = {one["row"]: one for one in left.rows("outbox") if one["number"] is not None and one["refused"] is None}
    for row in left.rows("operation"):
        if (one := packed.get(row["row"])) is not None:
            fresh.execute(
                "UPDATE outbox SET incarnation = :incarnation, number = :number, place = :place "
                "WHERE row = (SELECT row FROM operation WHERE op_id = :op_id) AND EXISTS (SELECT 1 FROM parcel_out p "
                "WHERE p.space = :space AND p.incarnation = :incarnation AND p.number = :number)",
                {**one, "op_id": row["op_id"]},
            )


def _lines(fresh: Database, left: Salvage, line: AccessEvent) -> None:
    """Who looked since the copy. In the place of a line that is lost stands that it is, so that none shifts."""
    readable = {row["row"]: row for row in left.rows("access_log")}
    last = access_log.last_row(fresh)
    common = max((row for row in readable if row <= last), default=0)
    if common and access_log.head_at(fresh, common) != readable[common]["hash"].hex():
        return  # the log of another device: it stays with its own file
    lost = left.lost_lines(line.device)
    for number in range(last + 1, max((*readable, *lost), default=0) + 1):
        if number in readable:
            access_log.record(fresh, access_log.from_columns(readable[number]))
            continue
        client, at = lost[number]
        event_id = hashlib.sha256(f"{line.event_id}{number}".encode()).hexdigest()[:32]
        moment = datetime.fromisoformat(at) if at else line.at
        access_log.record(fresh, replace(line, event_id=event_id, client=client, at=moment))
    access_log.keep_reached(fresh, access_log.reached(fresh, line.device))


def _put(db: Database, table: str, row: dict[str, Any]) -> None:
    names = [name for name in row if name != "_row"]
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    db.execute(f'INSERT OR REPLACE INTO "{table}" ({columns}) VALUES ({marks})', [row[name] for name in names])  # noqa: S608 - names from the file's own schema
