"""Hiding and destroying a dossier or part of it (Jeugdwet 7.3.9; GDPR article 17): rows, operations, drafts and index.

A request hides at once: the rows and the index go, the operations stay, and undoing works the records out again.
Destroying takes the operations as well. What stays is a tombstone (when, on which article, who asked), the ids of the
keys that are never taken again, and the access log. Deleted content is overwritten in the file (`secure_delete`, and
secure-delete of the search index).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlite_utils import Database

from gpconnect.domain.erasure import Erasure, KeptHistory
from gpconnect.domain.operations import Operation
from gpconnect.domain.records import KIND_OF, KINDS, Family
from gpconnect.storage import meta, operations, rows, search
from gpconnect.storage.meta import FORM_DRAFT
from gpconnect.storage.parcels import ERASED
from gpconnect.storage.rows import instant

_KEPT, _ERASURE = KIND_OF[KeptHistory].name, KIND_OF[Erasure].name
_OPEN = (
    "(e.status = 'requested' "
    "OR e.status = 'destroyed' AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.erasure = e.id))"
)
"""Asked for and not carried out on this device yet."""
BLOCKED = f"SELECT e.patient_id FROM erasure e WHERE e.parts = '[]' AND {_OPEN}"  # noqa: S608 - our own text
"""Ids of the dossiers that are asked to be erased and still exist, as a query."""
UNPLACED = 2**53
"""In the place of a destruction whose place a restored hub forgot: after whatever anybody has seen of the order."""
Hidden = Mapping[str, Sequence[frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That a dossier or part of it was destroyed here, and nothing about whom.

    Attributes:
        article: the law article that the request rests on.
        requested_by: ``"patient"``, ``"legal"``, or the id of a related person.
        erasure: id of the erasure; empty for one of before there was such a record.
        parts: ``<record kind>:<id>`` of what went; empty for the whole dossier.
        seq: place of the destruction in the hub's order, 0 without a hub, `UNPLACED` while it has none any more.
    """

    patient_id: str
    article: str
    requested_by: str
    destroyed_at: datetime
    erasure: str = ""
    parts: tuple[str, ...] = ()
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an operation stands in the hub's order and when the hub received it; None while it waits here."""

    seq: int | None
    received_at: datetime | None


@dataclass(frozen=True, slots=True)
class RefusedKey:
    """A dossier key that was destroyed.

    Attributes:
        seq: place of the destruction in the hub's order.
        whole: whether the whole dossier went with it.
    """

    space: str
    id: bytes
    seq: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file knows of erasures and a copy of before them does not: it goes along when the copy is put back."""

    tombstones: tuple[Tombstone, ...] = ()
    operations: tuple[tuple[Operation, int | None, int], ...] = ()
    erasures: tuple[Erasure, ...] = ()
    refused: tuple[RefusedKey, ...] = ()


def to_carry(db: Database) -> Carried:
    """Everything about erasures in this file."""
    erasures = rows.where(db, Erasure)
    made = [one for erasure in erasures for one in operations.of_record(db, _ERASURE, erasure.id, refused=True)]
    where = {
        op_id: (seq, place)
        for op_id, seq, place in db.execute(
            "SELECT op_id, seq, place FROM operation WHERE op_id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode([one.op_id for one in made]).decode(),),
        ).fetchall()
    }
    kept = db.execute("SELECT space, id, seq, whole FROM refused_key").fetchall()
    return Carried(
        tuple(tombstones(db)),
        tuple((one, *where[one.op_id]) for one in made),
        tuple(erasures),
        tuple(RefusedKey(space, key_id, seq, bool(whole)) for space, key_id, seq, whole in kept),
    )


def carry(db: Database, carried: Carried) -> None:
    """Makes a file that was put back know of every erasure: what was destroyed goes, what was blocked is hidden."""
    for operation, seq, place in carried.operations:
        operations.append(db, operation, seq=seq, place=place)
    rows.put_many(db, carried.erasures)
    refuse_keys(db, carried.refused)
    for tombstone in carried.tombstones:
        destroy(db, tombstone)
    for erasure in carried.erasures:
        if is_open(db, erasure.id):
            hide(db, erasure.patient_id, erasure.parts)


def is_open(db: Database, erasure_id: str) -> bool:
    """Whether an erasure is asked for and not carried out in this file."""
    sql = f"SELECT EXISTS (SELECT 1 FROM erasure e WHERE e.id = ? AND {_OPEN})"  # noqa: S608 - our own text
    return bool(db.execute(sql, (erasure_id,)).fetchone()[0])


def is_blocked(db: Database, patient_id: str) -> bool:
    """Whether the whole dossier is asked to be erased: nothing of it is shown and nothing written in it."""
    return bool(db.execute(f"SELECT ? IN ({BLOCKED})", (patient_id,)).fetchone()[0])


def is_gone(db: Database, patient_id: str) -> bool:
    """Whether the whole dossier was destroyed in this file, and the child did not come back since."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM tombstone t WHERE t.patient_id = ? AND t.parts = '[]' "
        "AND NOT EXISTS (SELECT 1 FROM patient p WHERE p.id = t.patient_id))"
    )
    return bool(db.execute(sql, (patient_id,)).fetchone()[0])


def hidden(db: Database) -> Hidden:
    """What is asked to be erased and still exists: per dossier the parts of each request, none for the whole."""
    found: dict[str, list[frozenset[str]]] = {}
    for patient, parts in db.execute(f"SELECT e.patient_id, e.parts FROM erasure e WHERE {_OPEN}").fetchall():  # noqa: S608 - our own text
        found.setdefault(patient, []).append(frozenset(msgspec.json.decode(parts, type=list[str])))
    return found


def covers(asked: Hidden, patient_id: str, part: str) -> bool:
    """Whether this record (``<kind>:<id>``) of a dossier is asked to be erased, by itself or with the whole."""
    return any(not parts or part in parts for parts in asked.get(patient_id, ()))


def blocked(db: Database) -> list[str]:
    """The dossiers that are asked to be erased and still exist, by id."""
    return [patient for (patient,) in db.execute(f"{BLOCKED} GROUP BY 1 ORDER BY 1").fetchall()]


def hide(db: Database, patient_id: str, parts: Sequence[str] = ()) -> None:
    """Takes a dossier, or these records of it, out of every table and the search index; the operations stay."""
    for kind, record in records_of(db, patient_id, parts):
        db.execute(f'DELETE FROM "{kind}" WHERE id = ?', (record,))  # noqa: S608 - our own names
        db.execute("DELETE FROM conflict WHERE kind = ? AND record = ?", (kind, record))
        search.remove(db, kind, record)
    if parts:
        return
    for one in KINDS.values():
        # Rows that another program left without operations. What a practice keeps of the child is not the dossier.
        if one.dossier and one.families == (Family.TEAM,):
            db.execute(f'DELETE FROM "{one.name}" WHERE "{one.dossier}" = ?', (patient_id,))  # noqa: S608 - our own names
    search.remove_of_patient(db, patient_id, keep=("person_card",))


def destroy(db: Database, tombstone: Tombstone) -> None:
    """Removes everything of one dossier, or of the records named, from this file and leaves the tombstone.

    Twice changes nothing more. Runs inside a transaction; afterwards `gpconnect.storage.connection.checkpoint` empties
    the log beside the file, where earlier versions of the rows may still stand.

    Sealed parcels stay as they are: without the dossier's key, which the caller forgets as well, they cannot be
    opened. The practice's card, bookings and consents of the child are not part of the dossier and stay.
    """
    patient, parts = tombstone.patient_id, tombstone.parts
    operations.keep_top(db)
    hide(db, patient, parts)
    # What was gathered after an earlier erasure holds what goes now; the others gather it anew. What was gathered after
    # this one may have come in with it.
    gone = [*records_of(db, patient, parts), *((_KEPT, one) for one in _kept_before(db, tombstone) if parts)]
    _forget_answers(db, gone)
    for kind, record in gone:
        condition = "record = ? AND kind > ? AND kind < ? AND dossier = ?"
        params = (record, f"{kind}.", f"{kind}/", patient)
        db.execute(f"DELETE FROM marked WHERE op_id IN (SELECT op_id FROM operation WHERE {condition})", params)  # noqa: S608 - our own text
        db.execute(f"DELETE FROM operation WHERE {condition}", params)  # noqa: S608 - same
    if not parts:
        db.execute("DELETE FROM note_draft WHERE patient_id = ?", (patient,))
        db.execute("DELETE FROM held_card WHERE id = ?", (patient,))
        # Also what a newer program made here, which this one has no kind for.
        db.execute("DELETE FROM marked WHERE op_id IN (SELECT op_id FROM operation WHERE dossier = ?)", (patient,))
        db.execute("DELETE FROM operation WHERE dossier = ?", (patient,))
    db.execute(
        "INSERT OR IGNORE INTO tombstone (patient_id, article, requested_by, destroyed_at, erasure, parts, seq) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            patient,
            tombstone.article,
            tombstone.requested_by,
            instant(tombstone.destroyed_at),
            tombstone.erasure,
            _json(parts),
            tombstone.seq,
        ),
    )


def tombstones(db: Database, patient_id: str | None = None) -> list[Tombstone]:
    """What was destroyed in this file, oldest first; of one dossier when given."""
    found_rows = db.execute(
        "SELECT patient_id, article, requested_by, destroyed_at, erasure, parts, seq FROM tombstone "
        "WHERE patient_id = ifnull(?, patient_id) ORDER BY destroyed_at, patient_id",
        (patient_id,),
    ).fetchall()
    return [
        Tombstone(
            patient,
            article,
            requested_by,
            datetime.fromisoformat(at),
            erasure,
            msgspec.json.decode(parts, type=tuple[str, ...]),
            seq,
        )
        for patient, article, requested_by, at, erasure, parts, seq in found_rows
    ]


def unplace(db: Database, space: str, after: int) -> None:
    """The hub goes on without what stood after this place of a space. What was destroyed stays so, unseen."""
    db.execute(
        "UPDATE tombstone SET seq = ? WHERE seq > ? "
        "AND erasure IN (SELECT record FROM operation WHERE space = ? AND kind = ?)",
        (UNPLACED, after, space, f"{_ERASURE}.destroyed"),
    )


def place_again(db: Database) -> None:
    """A destruction that had lost its place has one again: from there on people write knowing of it."""
    first = "SELECT min(o.seq) FROM operation o WHERE o.record = tombstone.erasure AND o.kind = :kind"
    db.execute(
        f"UPDATE tombstone SET seq = ifnull(({first}), seq) WHERE seq = :unplaced",  # noqa: S608 - our own text
        {"kind": f"{_ERASURE}.destroyed", "unplaced": UNPLACED},
    )


def placed(db: Database, op_id: str) -> Placed:
    """Where an operation stands in the hub's order."""
    row = db.execute(
        "SELECT o.seq, p.received_at FROM operation o LEFT JOIN parcel_in p ON p.space = o.space AND p.seq = o.seq "
        "WHERE o.op_id = ?",
        (op_id,),
    ).fetchone()
    seq, at = row or (None, None)
    return Placed(seq, datetime.fromisoformat(at) if at else None)


def waiting_in(db: Database, patient_id: str, parts: Sequence[str] = ()) -> list[tuple[str, str, str]]:
    """What was made here in a dossier, or in these records of it, and has not reached the hub: op id, kind, record."""
    found_rows = db.execute(
        "SELECT o.op_id, o.kind, o.record FROM operation o JOIN outbox b ON b.row = o.row "
        "WHERE o.dossier = ? AND o.seq IS NULL ORDER BY o.row",
        (patient_id,),
    ).fetchall()
    found = [(op_id, kind.partition(".")[0], record) for op_id, kind, record in found_rows]
    return [one for one in found if not parts or f"{one[1]}:{one[2]}" in parts]


def send_again(db: Database, op_id: str) -> None:
    """Lets an operation of ours wait again: the parcel that carried it cannot be opened by anybody any more."""
    db.execute("INSERT OR IGNORE INTO outbox (row, space) SELECT row, space FROM operation WHERE op_id = ?", (op_id,))
    db.execute("UPDATE operation SET seq = NULL, place = 0 WHERE op_id = ?", (op_id,))


def unopened(db: Database, space: str, seq: int) -> bool:
    """Whether a place of the order could not be opened here, so that what stood in it is not known."""
    row = db.execute(
        "SELECT state = 'parked' OR reason = ? FROM parcel_in WHERE space = ? AND seq = ?", (ERASED, space, seq)
    ).fetchone()
    return bool(row and row[0])


def places(db: Database, dossier: str) -> dict[str, tuple[int, int]]:
    """Seq and place in the hub's order of the operations in a dossier that have reached it, by op id."""
    found_rows = db.execute("SELECT op_id, seq, place FROM operation WHERE dossier = ? AND seq IS NOT NULL", (dossier,))
    return {op_id: (seq, place) for op_id, seq, place in found_rows.fetchall()}


def refuse_keys(db: Database, keys: Iterable[RefusedKey]) -> None:
    """Never takes these keys again; the hub is to be told. What stood first stays."""
    for one in keys:
        db.execute(
            "INSERT OR IGNORE INTO refused_key (space, id, seq, told, whole) VALUES (?, ?, ?, 0, ?)",
            (one.space, one.id, one.seq, one.whole),
        )


def refused_keys(db: Database, space: str, *, untold: bool = False) -> dict[bytes, RefusedKey]:
    """The keys of a space that are never taken again, by id; `untold` only those that the hub may still have."""
    found_rows = db.execute(
        "SELECT space, id, seq, whole FROM refused_key WHERE space = ? AND told <= ? ORDER BY id", (space, not untold)
    ).fetchall()
    return {key_id: RefusedKey(place, key_id, seq, bool(whole)) for place, key_id, seq, whole in found_rows}


def told(db: Database, space: str, ids: Iterable[bytes], *, hub: bool = True) -> None:
    """The hub has let these keys go (or, with `hub` false, it turned out to have them again)."""
    for key_id in ids:
        db.execute("UPDATE refused_key SET told = ? WHERE space = ? AND id = ?", (hub, space, key_id))


def last_heard(db: Database, space: str, device: str) -> datetime | None:
    """When the hub last received something in this space from a device that could be read here."""
    row = db.execute(
        "SELECT p.received_at FROM operation o JOIN parcel_in p ON p.space = o.space AND p.seq = o.seq "
        "WHERE o.space = ? AND o.device = ? ORDER BY o.seq DESC LIMIT 1",
        (space, device),
    ).fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def records_of(db: Database, patient_id: str, parts: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Kind and id of every record that has operations in this dossier, or of those named, and of no other dossier."""
    found_rows = db.execute(
        "SELECT DISTINCT substr(kind, 1, instr(kind, '.') - 1), record FROM operation WHERE dossier = ?", (patient_id,)
    )
    return [
        (kind, record)
        for kind, record in found_rows.fetchall()
        if kind in KINDS and (not parts or f"{kind}:{record}" in parts)
    ]


def _forget_answers(db: Database, gone: Sequence[tuple[str, str]]) -> None:
    """What was kept on this device of forms that were not handed in: of these episodes, and of these answers again."""
    for kind, record in gone:
        if kind == "episode_of_care":
            meta.forget_under(db, f"{FORM_DRAFT}/{record}")
        for one in operations.of_record(db, kind, record, refused=True) if kind == "response" else ():
            about = [str(one.body.get(name, "")) for name in ("episode_id", "moment", "voice")]
            meta.forget_under(db, "/".join((FORM_DRAFT, *about)))


def _kept_before(db: Database, tombstone: Tombstone) -> list[str]:
    """The kept histories of a dossier that were gathered after another erasure than this one."""
    found_rows = db.execute(
        "SELECT DISTINCT record FROM operation WHERE dossier = ? AND kind > ? AND kind < ?",
        (tombstone.patient_id, f"{_KEPT}.", f"{_KEPT}/"),
    )
    found = [record for (record,) in found_rows.fetchall()]
    made = {record: operations.of_record(db, _KEPT, record, refused=True) for record in found}
    own = {record for record, ops in made.items() if ops and ops[0].body.get("erasure_id") == tombstone.erasure}
    return [record for record in found if record not in own]


def _json(parts: Sequence[str]) -> str:
    return msgspec.json.encode(tuple(parts)).decode()
