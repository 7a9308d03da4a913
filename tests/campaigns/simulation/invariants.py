"""What must hold when everybody has heard everything. Each of these is tripped by at least one planted bug."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from gpconnect.domain.consent import Consent, Decision
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KINDS, Family
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement
from gpconnect.services import applying, consents, destroying, placing, rebooking, requests, spaces
from gpconnect.storage import conflicts, erasure, operations, parcels, rows
from gpconnect.sync import wire
from tests.campaigns.simulation import reach
from tests.campaigns.simulation.at_desk import CHILD
from tests.campaigns.simulation.desk import Desk
from tests.campaigns.simulation.in_team import DRAFT, WITHIN, questions
from tests.campaigns.simulation.world import FOUNDED, PILOT_SPACE, PRACTICES, TEAM_SPACE, World, words_of

HERE_ONLY = frozenset({destroying.LATE, applying.NOT_ALLOWED, "operation.unknown_kind"})
"""Marks that only the device of their author makes, or every device but that one."""
FINE = frozenset({destroying.LATE})
"""Reasons of a parcel that is not right, for which nobody is to blame."""


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that should never be, and by which invariant."""

    invariant: str
    detail: str

    def __str__(self) -> str:
        return f"{self.invariant}: {self.detail}"


def look(world: World) -> list[Violation]:
    """Everything that is wrong in a world that has grown quiet."""
    return [Violation(name, one) for name, check in INVARIANTS.items() for one in check(world)]


def nothing_lost(world: World) -> Iterator[str]:
    """Whatever anybody was told is saved has its place in the hub's order, and is on every desk that may read it."""
    for desk in world.desks.values():
        stones = {one.patient_id for one in erasure.tombstones(desk.session.db)}
        own = _log(desk)
        for made in desk.promised.values():
            if made.dossier in stones or desk not in world.members(made.space):
                continue
            if made.space == PILOT_SPACE and desk.may_miss and desk not in world.readers(PILOT_SPACE):
                # Who only adds gets nothing back, so an old copy stays without; the reader is looked at below.
                continue
            if made.op_id not in own:
                yield f"{desk.name} lost {made.op_id[:6]} of {made.space.partition('/')[0]}"
            elif own[made.op_id] is None:
                yield f"{desk.name} never got {made.op_id[:6]} of {made.space.partition('/')[0]} to the hub"
    for desk in world.members(PILOT_SPACE, "contributor"):
        told = {one.op_id for one in desk.promised.values() if one.space == PILOT_SPACE}
        for reader in world.readers(PILOT_SPACE):
            missing = sorted(told - _log(reader, PILOT_SPACE).keys())
            yield from (f"{reader.name} misses the fact {one[:6]} of {desk.name}" for one in missing)


def all_equal(world: World) -> Iterator[str]:
    """Everybody who reads a space has the same operations in the same order, the same records, the same questions."""
    for space in FOUNDED:
        readers = world.readers(space)
        for first, other in pairwise(readers):
            for what, state in _STATES.items():
                yield from _different(what, state(first, space), state(other, space), f"{first.name}, {other.name}")


def records_agree(world: World) -> Iterator[str]:
    """On every device each record is what its operations say."""
    for desk in world.desks.values():
        sql = (
            "SELECT DISTINCT substr(kind, 1, instr(kind, '.') - 1), record FROM operation WHERE seq > 3 OR seq IS NULL"
        )
        for name, record in desk.session.db.execute(sql).fetchall():
            if not applying.agrees(desk.session.db, name, record):
                yield f"{desk.name}: {name} {record[:6]}"


def one_holder(world: World) -> Iterator[str]:
    """No slot is given to two, and only to whom the hub gave it."""
    for space in PRACTICES:
        holders = world.hub.holders(space)
        for desk in world.readers(space):
            taken: dict[str, str] = {}
            for one in _visits(desk, space):
                if one.placement is not Placement.CONFIRMED:
                    continue
                if one.slot_id in taken:
                    yield f"{desk.name}: slot {one.slot_id[:6]} is given to two"
                taken[one.slot_id] = one.id
                if _holder(holders, one) != one.claim_token_hash:
                    yield f"{desk.name}: {one.id[:6]} has slot {one.slot_id[:6]}, which the hub gave to somebody else"


def losers_told(world: World) -> Iterator[str]:
    """A booking without its slot is in the list of those to be given another one, until somebody settled it.

    Or its family has another booking for the same request: then the desk is told which one is too many.
    """
    for space in PRACTICES:
        holders = world.hub.holders(space)
        for desk in world.readers(space):
            told = {one.appointment_id for one in rebooking.lost_bookings(desk.session)}
            told |= {one.id for one, _ in requests.booked_twice(desk.session, desk.session.actor.site_ids)}
            for one in _visits(desk, space):
                if one.status is not AppointmentStatus.BOOKED or _holder(holders, one) == one.claim_token_hash:
                    continue
                if one.id not in told and not one.loss_acknowledged:
                    yield f"{desk.name}: nobody is told that {one.id[:6]} lost slot {one.slot_id[:6]}"


def given_is_kept(world: World) -> Iterator[str]:
    """Who saw a booking confirmed still has the slot, as long as nobody moved or cancelled it."""
    for desk in world.desks.values():
        for (appointment_id, slot_id), given_up in sorted(desk.held.items()):
            one = rows.get(desk.session.db, Appointment, appointment_id)
            if one is None or desk not in world.members(f"practice/{one.site_id}"):
                continue
            stays = one.slot_id == slot_id and one.status is AppointmentStatus.BOOKED
            stays = stays and desk.given_up(appointment_id, slot_id) == given_up
            if stays and one.placement is not Placement.CONFIRMED:
                yield f"{desk.name}: {appointment_id[:6]} had slot {slot_id[:6]} and is now {one.placement}"


def withdrawn_is_withdrawn(world: World) -> Iterator[str]:
    """On the last day that somebody said anything, a withdrawal wins."""
    for desk in world.readers(TEAM_SPACE):
        session = desk.session
        for patient in rows.where(session.db, Patient):
            for question in questions(session):
                said = rows.where(
                    session.db,
                    Consent,
                    "person_id = ? AND purpose = ? AND recipient = ? AND scope = ? AND acted_on <= ?",
                    (patient.id, question.purpose, question.recipient, question.scope, session.today()),
                )
                standing = consents.standing_for(
                    session, patient.id, question.scope, question.recipient, question.purpose
                )
                for giver in {one.given_by for one in said} & set(standing.decided_by):
                    own = [one for one in said if one.given_by == giver]
                    last = max(one.acted_on for one in own)
                    if standing.is_given and any(
                        one.acted_on == last and one.decision is Decision.WITHDRAWN for one in own
                    ):
                        yield f"{desk.name}: {giver[:6]} withdrew for {patient.id[:6]} and it counts as a yes"


def erased_is_gone(world: World) -> Iterator[str]:
    """What was destroyed is on no device: not its records, its words, its operations or its keys."""
    team = world.readers(TEAM_SPACE)
    stones = {one.patient_id: one for desk in team for one in erasure.tombstones(desk.session.db) if not one.parts}
    for desk in team:
        db = desk.session.db
        for patient_id in sorted(stones):
            places = db.execute(
                "SELECT ifnull(seq, 1 << 40) FROM operation WHERE dossier = ?", (patient_id,)
            ).fetchall()
            if any(seq <= stones[patient_id].seq for (seq,) in places):
                yield f"{desk.name} still has the log of {patient_id[:6]}"
            if places:
                # The family came back, and with it a new dossier under the number on the practice's card.
                continue
            if destroying.keys_of(spaces.space_keys(db, TEAM_SPACE), patient_id):
                yield f"{desk.name} still has the key of {patient_id[:6]}"
            if rows.get(db, Patient, patient_id) is not None:
                yield f"{desk.name} still has the dossier {patient_id[:6]}"
            if _holds(desk, words_of(patient_id)):
                yield f"{desk.name} still has words of {patient_id[:6]}"


def nobody_reads_beyond(world: World) -> Iterator[str]:
    """A coordinator has no name, a practice no note, nobody a draft of somebody else; and no kind from elsewhere."""
    for desk in world.desks.values():
        role = str(desk.actor.role)
        if role == "coordinator" and _holds(desk, CHILD):
            yield f"{desk.name} has the name of a child"
        if role != "youth_worker" and _holds(desk, WITHIN):
            yield f"{desk.name} has the words of a note"
        if _holds(desk, DRAFT, words_of(desk.actor.staff_id)):
            yield f"{desk.name} has a draft of somebody else"
        yield from (f"{desk.name} took a {name} of somebody who may not make it" for name in _out_of_place(desk))
        families = {space.partition("/")[0] for space in spaces.followed(desk.session.db)}
        for name, kind in KINDS.items():
            if families & set(map(str, kind.families)) or not rows.count(desk.session.db, kind.record, "1 = 1", ()):
                continue
            own = "SELECT count(*) FROM operation WHERE device = ? AND kind LIKE ? || '.%'"
            if not desk.session.db.execute(own, (desk.session.device, name)).fetchone()[0]:
                yield f"{desk.name} has a {name} of somebody else"


def _out_of_place(desk: Desk) -> Iterator[str]:
    """Kinds of records that came in by a space in which they may not live."""
    sql = "SELECT DISTINCT substr(kind, 1, instr(kind, '.') - 1), record, space FROM operation WHERE device <> ?"
    for name, record, space in desk.session.db.execute(sql, (desk.session.device,)).fetchall():
        kind = KINDS.get(name)
        if kind is None or Family(space.partition("/")[0]) in kind.families:
            continue
        if rows.get(desk.session.db, kind.record, record) is not None:
            yield name


def contributors_open_nothing(world: World) -> Iterator[str]:
    """Who only adds facts holds no key of that space, and none of another's facts."""
    for desk in world.desks.values():
        if str(desk.actor.role) != "youth_worker":
            continue
        if spaces.space_keys(desk.session.db, PILOT_SPACE).epochs:
            yield f"{desk.name} holds a key of the pilot"
        sql = "SELECT count(*) FROM operation WHERE space = ? AND device <> ?"
        if desk.session.db.execute(sql, (PILOT_SPACE, desk.session.device)).fetchone()[0]:
            yield f"{desk.name} has facts of somebody else"


def nothing_waits(world: World) -> Iterator[str]:
    """Nothing waits to be sent, nothing was refused in the end, nothing is closed for want of a key."""
    for desk in world.desks.values():
        for space, count in operations.outbox_counts(desk.session.db).items():
            if desk in world.members(space) and (count.waiting or count.under_way or count.refused):
                yield f"{desk.name}: {space.partition('/')[0]} {count.waiting}, {count.under_way}, {count.refused}"
        for space in FOUNDED:
            if desk in world.readers(space) and parcels.parked(desk.session.db, space):
                yield f"{desk.name} cannot open {parcels.parked(desk.session.db, space)} of {space.partition('/')[0]}"


def no_alarm(world: World) -> Iterator[str]:
    """Nobody is alarmed, because nobody did wrong; and only who was put back is told of that."""
    for desk in world.desks.values():
        for one in parcels.troubles(desk.session.db):
            if one.reason not in FINE:
                yield f"{desk.name}: {one.reason} at {one.seq} of {one.space.partition('/')[0]}"
        if desk.was_told_of_a_rollback() and not desk.may_miss:
            yield f"{desk.name} is told that an old file was put back"


def hub_adds_up(world: World) -> Iterator[str]:
    """The hub's order is dense, and can be recomputed from what it holds."""
    yield from (f"{one.code} at {one.seq} of {one.space.partition('/')[0]}" for one in world.hub.check().problems)


def known_authors(world: World) -> Iterator[str]:
    """Every operation was made by somebody here, and bears the name of who made it."""
    staff = {desk.session.device: desk.actor.staff_id for desk in world.desks.values()}
    made = {one for desk in world.desks.values() for one in _made_by(desk)}
    for desk in world.desks.values():
        sql = "SELECT op_id, device, author FROM operation WHERE seq > 3 OR seq IS NULL"
        for op_id, device, author in desk.session.db.execute(sql).fetchall():
            if device not in staff:
                continue
            if staff[device] != author:
                yield f"{desk.name}: {op_id[:6]} bears the name of somebody else"
            if op_id not in made:
                yield f"{desk.name}: nobody made {op_id[:6]}"
        for space in FOUNDED:
            for item in parcels.received(desk.session.db, space, 1, 2**31):
                header = wire.decode_envelope(item.envelope)[1].header if item.envelope else None
                if header is not None and header.entry is not None and header.device not in world.devices:
                    yield f"{desk.name}: somebody from outside changed who reads {space.partition('/')[0]}"


INVARIANTS: dict[str, Callable[[World], Iterator[str]]] = {
    "nothing lost": nothing_lost,
    "all equal": all_equal,
    "records agree": records_agree,
    "one holder": one_holder,
    "losers told": losers_told,
    "given is kept": given_is_kept,
    "withdrawn is withdrawn": withdrawn_is_withdrawn,
    "erased is gone": erased_is_gone,
    "nobody reads beyond": nobody_reads_beyond,
    "contributors open nothing": contributors_open_nothing,
    "nothing waits": nothing_waits,
    "no alarm": no_alarm,
    "hub adds up": hub_adds_up,
    "known authors": known_authors,
    **reach.INVARIANTS,
}
AT_ONCE = frozenset({"recalled is gone", "the program works", "rounds end well", "it grows quiet", "the hub answers"})
"""Names of what is seen while a history goes on."""


def _log(desk: Desk, space: str = "") -> dict[str, int | None]:
    sql = "SELECT op_id, seq FROM operation WHERE space = ? OR ? = ''"
    return dict(desk.session.db.execute(sql, (space, space)).fetchall())


def _made_by(desk: Desk) -> Iterator[str]:
    sql = "SELECT op_id FROM operation WHERE device = ?"
    yield from (one for (one,) in desk.session.db.execute(sql, (desk.session.device,)).fetchall())
    yield from desk.ever_made


def _placed(desk: Desk, space: str) -> dict[str, Any]:
    sql = "SELECT op_id, seq, place, kind, record, author, device, made_at FROM operation WHERE space = ?"
    return {one[0]: one[1:] for one in desk.session.db.execute(sql, (space,)).fetchall()}


def _records(desk: Desk, space: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    sql = "SELECT DISTINCT record FROM operation WHERE space = ? AND kind LIKE ? || '.%'"
    for name, kind in KINDS.items():
        if Family(space.partition("/")[0]) not in kind.families:
            continue
        table = f'SELECT * FROM "{name}" WHERE id IN ({sql})'  # noqa: S608 - a name of our own table
        for row in desk.session.db.execute(table, (space, name)).fetchall():
            found[f"{name} {row[0]}"] = row
    return found


def _marks(desk: Desk, space: str) -> dict[str, Any]:
    sql = "SELECT m.op_id, m.reason FROM marked m JOIN operation o ON o.op_id = m.op_id WHERE o.space = ?"
    return {op_id: why for op_id, why in desk.session.db.execute(sql, (space,)).fetchall() if why not in HERE_ONLY}


def _conflicts(desk: Desk, space: str) -> dict[str, Any]:
    sql = "SELECT DISTINCT substr(kind, 1, instr(kind, '.') - 1), record FROM operation WHERE space = ?"
    here = set(desk.session.db.execute(sql, (space,)).fetchall())
    found = (one for one in conflicts.conflicts(desk.session.db) if (one.kind, one.record) in here)
    return {f"{one.kind} {one.record} {one.group}": one.heads for one in found}


def _stones(desk: Desk, space: str) -> dict[str, Any]:
    """What was destroyed, and from where in the order on it counts as known; who wrote about it knows of more parts."""
    stones = erasure.tombstones(desk.session.db) if space == TEAM_SPACE else []
    return {f"{one.patient_id} {one.erasure}": one.seq for one in stones}


_STATES = {"log": _placed, "record": _records, "mark": _marks, "conflict": _conflicts, "stone": _stones}
"""What two devices that read the same must have alike."""


def _different(what: str, one: dict[str, Any], other: dict[str, Any], who: str) -> Iterator[str]:
    if one == other:
        return
    key = next(key for key in sorted(one.keys() | other.keys()) if one.get(key) != other.get(key))
    yield f"{who}: {what} {key[:48]}: {one.get(key)!s:.300} and {other.get(key)!s:.300}"


def _visits(desk: Desk, space: str) -> list[Appointment]:
    site = space.partition("/")[2]
    return rows.where(desk.session.db, Appointment, "site_id = ? AND slot_id <> ''", (site,), order="booked_at, id")


def _holder(holders: dict[bytes, bytes], one: Appointment) -> str:
    return holders.get(placing.claim_id("slot", one.slot_id), b"").hex()


def _holds(desk: Desk, word: str, without: str = "") -> bool:
    """Whether a word stands anywhere in the file that its owner could read; `without` another one beside it."""
    db, sought = desk.session.db, word.encode()
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    for (table,) in tables.fetchall():
        for row in db.execute(f'SELECT * FROM "{table}"').fetchall():  # noqa: S608 - a name of the file's own
            for value in row:
                known = value.encode() if isinstance(value, str) else value
                if isinstance(known, bytes) and sought in known and not (without and without.encode() in known):
                    return True
    return False
