"""*Delen*: what waits, what was refused, what needs a choice, and line by line what the municipality sees."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from gpconnect.domain.care import EpisodeOfCare
from gpconnect.domain.changes import Changes
from gpconnect.domain.directory import Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.facts import Fact
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KIND_OF, KINDS
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, Placement, Site, WaitingEntry
from gpconnect.domain.sharing import municipality_lines, never_lines
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import (
    applying,
    ending,
    half_day_choices,
    healing_standing,
    pending_entries,
    restricting,
    spaces,
    ticking,
)
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.healing_standing import HealingSpace, LeftBehind
from gpconnect.services.persons import persons
from gpconnect.services.reporting import load_sharing
from gpconnect.services.session import Session
from gpconnect.services.ticking import Tick
from gpconnect.storage import conflicts as kept
from gpconnect.storage import operations, parcels, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire
from gpconnect.sync.entries import BROKEN

_NAMED = {"provider": Provider, "site": Site, "staff": Staff}
PLACE = "#"
"""Between a space and a place in its order: how an alarm is named."""
UNSENT = "ending.unsent"
HIDDEN = "•••"
"""In the place of a value that no card shows: whoever must choose by it looks in the dossier."""
_ADDRESS = frozenset({"address", "postcode", "city"})
_EPISODE = KIND_OF[EpisodeOfCare]
_LEAD = next(str(place) for place, group in enumerate(_EPISODE.groups) if "case_lead" in group)
"""The group of a stretch of help that says who leads it; it follows the dossier."""
_COLLEAGUES = frozenset({"case_lead", "worker_id"})
_BSN_SHOWN = 3


@dataclass(frozen=True, slots=True)
class WaitingSpace:
    """What waits for one space: its family (``common``, ``practice``, ``team``, ``pilot``) and the site's name."""

    family: str
    name: str
    waiting: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Item:
    """Something done that did not count or was not accepted.

    Attributes:
        kind: of the record.
        reason: a code; its sentence stands in the catalogue.
        author: name of who did it.
        at: when, aware UTC.
        refused: by the hub; otherwise it arrived and does not count.
        alarm: it came in and was not right as it came: `op_id` is then its place, and nobody here wrote it.
        parked: how many parcels wait for a key or a newer program; nothing is wrong with them.
        seen: who ticked it off, and when.
    """

    op_id: str
    kind: str
    reason: str
    author: str
    at: datetime
    refused: bool
    alarm: bool = False
    parked: int = 0
    seen: Tick | None = None


@dataclass(frozen=True, slots=True)
class VersionView:
    """One of the values to choose from: who wrote it, when, and each field with its plain value."""

    op_id: str
    author: str
    at: datetime
    values: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two people changed the same thing; the last of `versions` shows meanwhile."""

    kind: str
    record: str
    group: str
    about: str
    versions: tuple[VersionView, ...]


@dataclass(frozen=True, slots=True)
class SharingView:
    """All that the first half of *Delen* shows.

    Attributes:
        lost: bookings that somebody else was before.
        healing: spaces of a restored hub that still wait for what it lacks.
        left: what the hub went on without, per space.
    """

    waiting: tuple[WaitingSpace, ...]
    items: tuple[Item, ...]
    conflicts: tuple[ConflictView, ...]
    lost: int
    healing: tuple[HealingSpace, ...] = ()
    left: tuple[LeftBehind, ...] = ()

    @property
    def asking(self) -> int:
        """How many things a person should look at."""
        alarms = sum(1 for one in self.items if one.alarm and one.seen is None)
        return len(self.conflicts) + self.lost + alarms


@dataclass(frozen=True, slots=True)
class FactKindView:
    """One kind of fact: its title, a sentence per value, and how many left this device per month."""

    kind: str
    title: str
    sentences: tuple[str, ...]
    months: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Municipality:
    """*Wat ziet de gemeente?* Numbers are of this device only; `counts` says whether this device sends facts."""

    kinds: tuple[FactKindView, ...]
    always: tuple[str, ...]
    never: tuple[str, ...]
    counts: bool


def overview(session: Session) -> SharingView:
    """What waits, what was refused or does not count, what needs a choice, and lost bookings."""
    check(session, Intention.SEE_SHARING)
    db = session.db
    gone = ending.ended(db)
    names = {f"practice/{site.id}": site.name for site in rows.where(db, Site)}
    waiting = tuple(
        WaitingSpace(space.partition("/")[0], names.get(space, ""), count.waiting + count.under_way, count.oldest)
        for space, count in sorted(operations.outbox_counts(db).items())
        if count.waiting + count.under_way and space not in gone
    )
    where = "placement = ? AND status = ? AND loss_acknowledged = 0"
    lost = rows.count(db, Appointment, where, (Placement.LOST, AppointmentStatus.BOOKED))
    items, asked = _items(session), conflicts(session)
    healing, left = healing_standing.healing_spaces(session), healing_standing.left_behind(session)
    return SharingView(waiting, items, asked, lost, healing, left)


def conflicts(session: Session) -> tuple[ConflictView, ...]:
    """What two people changed without having seen each other's change, and this person may choose about."""
    check(session, Intention.SEE_SHARING)
    authors, hidden = _authors(session), restricting.closed(session)
    found, asked = [], half_day_choices.asked_once(session, kept.conflicts(session.db))
    leads = {one.record for one in asked if "case_lead" in one.heads[0]["value"] and one.kind == "patient"}
    for one in asked:
        if session.actor.role not in KINDS[one.kind].writers:
            continue
        dossier = _dossier_of(session, one.kind, one.record) if hidden or one.kind == _EPISODE.name else ""
        if dossier in hidden or ((one.kind, one.group) == (_EPISODE.name, _LEAD) and dossier in leads):
            continue
        versions = tuple(
            VersionView(
                head["op_id"],
                authors.get(head["author"], ""),
                datetime.fromisoformat(head["made_at"]),
                _shown(head["value"], authors, confidential=_is_confidential(session, one)),
            )
            for head in one.heads
        )
        found.append(ConflictView(one.kind, one.record, one.group, _about(session, one.kind, one.record), versions))
    return tuple(found)


def _is_confidential(session: Session, conflict: kept.Conflict) -> bool:
    """Whether the address in question is kept secret, now or in one of the values."""
    patient = rows.get(session.db, Patient, conflict.record) if KINDS[conflict.kind].record is Patient else None
    said = any(head["value"].get("address_confidential") for head in conflict.heads)
    return said or (patient is not None and patient.address_confidential)


def _shown(values: dict[str, Any], names: dict[str, str], *, confidential: bool) -> tuple[tuple[str, Any], ...]:
    """The values as a card may show them: colleagues by name, no confidential address, of a number its last digits."""
    shown = dict(values)
    for name in _COLLEAGUES & shown.keys():
        shown[name] = names.get(shown[name], "")
    for name in _ADDRESS & shown.keys():
        shown[name] = HIDDEN if confidential and shown[name] else shown[name]
    if shown.get("bsn"):
        shown["bsn"] = HIDDEN + shown["bsn"][-_BSN_SHOWN:]
    return tuple(shown.items())


def _dossier_of(session: Session, kind: str, record_id: str) -> str:
    """The dossier that a record is in, or empty."""
    known = KINDS[kind]
    record = rows.get(session.db, known.record, record_id) if known.dossier else None
    return str(getattr(record, known.dossier)) if record is not None else ""


def choose(session: Session, kind: str, record_id: str, group: str, op_id: str) -> Changes:
    """Let one of the values stand. The edit has seen all of them, so on every device the question is gone.

    Choosing another value afterwards is the way to take it back.

    Raises:
        KnownError: ``role.may_not``, ``conflict.gone`` when that value is not known here, ``record.missing``.
    """
    check(session, Intention.RESOLVE_CONFLICT)
    if session.actor.role not in KINDS[kind].writers:
        raise KnownError("role.may_not")
    made = operations.by_id(session.db, op_id)
    names = KINDS[kind].groups[int(group)]
    if made is None or made.record != record_id:
        raise KnownError("conflict.gone")
    now = rows.require(session.db, KINDS[kind].record, record_id)
    chosen = applying.with_values(now, {name: made.body[name] for name in names if name in made.body})
    with acting(session, Intention.RESOLVE_CONFLICT) as action:
        _settle(action, kind, group, chosen)
        if isinstance(chosen, Patient) and "case_lead" in names:
            # Who leads the dossier leads what goes on in it: one choice, not one for each.
            for episode in rows.where(session.db, EpisodeOfCare, "patient_id = ? AND ended_on IS NULL", (record_id,)):
                _settle(action, _EPISODE.name, _LEAD, replace(episode, case_lead=chosen.case_lead))
        if (kind, group) == ("half_day_session", half_day_choices.TIME):
            half_day_choices.take_along(action, record_id, op_id)
    return action.changes


def _settle(action: Action, kind: str, group: str, chosen: Any) -> None:
    """Write what was chosen, so that nobody is asked about this group again."""
    db = action.session.db
    now = rows.require(db, KINDS[kind].record, chosen.id)
    for one in kept.conflicts(db, kind=kind, record=chosen.id):
        others = [applying.with_values(now, head["value"]) for head in one.heads if one.group == group]
        if chosen == now and any(other != now for other in others):
            # The choice for what shows already must leave as well, or others keep being asked.
            rows.put(db, next(other for other in others if other != now))
    action.write(chosen, "chosen")


def dismiss(session: Session, op_id: str) -> Changes:
    """Somebody has read it: what does not count goes out of sight, an alarm or a refusal keeps their name and the time.

    It all stays in the log.
    """
    check(session, Intention.SEE_SHARING)
    with transaction(session.db):
        if (
            PLACE in op_id
            or pending_entries.is_one(op_id)
            or any(op.op_id == op_id for op, _ in operations.refused(session.db))
        ):
            ticking.tick(session, op_id)
        else:
            kept.see_mark(session.db, op_id)
    return Changes(frozenset({"marked", "alarm"}))


def municipality(session: Session) -> Municipality:
    """What the municipality can see, in the words of the rules themselves, and what left this device.

    A coordinator reads the same sentences and no numbers: small counts are nobody's business there.
    """
    check(session, Intention.SEE_SHARING)
    sharing = load_sharing()
    counts = session.actor.role is Role.YOUTH_WORKER
    told: Counter[tuple[str, date]] = Counter()
    if counts:
        told.update((fact.kind, fact.month) for fact in rows.where(session.db, Fact, "withdrawn = 0"))
    lines = municipality_lines(sharing)
    kinds = tuple(
        FactKindView(
            kind,
            title,
            tuple(line.sentence for line in lines if line.kind == kind),
            tuple(sorted((month, n) for (name, month), n in told.items() if name == kind)),
        )
        for kind, title in dict.fromkeys((line.kind, line.title) for line in lines)
    )
    return Municipality(kinds, sharing.always, never_lines(sharing), counts)


def _items(session: Session) -> tuple[Item, ...]:
    """What nobody has seen first, then newest first: refused, not counting, not right as it came, or waiting."""
    authors, ticks = _authors(session), ticking.ticks(session.db)
    refused = [
        Item(op.op_id, op.kind.partition(".")[0], code, authors.get(op.author, ""), op.made_at, refused=True)
        for op, code in operations.refused(session.db)
    ]
    marked = [
        Item(one.op_id, one.kind, one.reason, authors.get(one.author, ""), one.at, refused=False)
        for one in kept.marked(session.db, unseen=True)
    ]
    entries = [
        Item(one.item, f"entry_{one.kind}", one.refused, session.actor.name, one.at, refused=True)
        for one in pending_entries.troubles(session)
    ]
    alarms = [
        Item(
            f"{one.space}{PLACE}{one.seq}",
            "parcel",
            one.reason,
            _culprit(session, one),
            one.at,
            refused=False,
            alarm=True,
        )
        for one in parcels.troubles(session.db)
    ]
    parked = [
        Item(f"{one.space}/{one.reason}", "parcel", one.reason, "", one.since, refused=False, parked=one.count)
        for one in parcels.parked_counts(session.db)
    ]
    found = (*refused, *marked, *entries, *alarms, *parked, *_unsent(session))
    items = [replace(one, seen=ticks.get(one.op_id)) for one in found]
    newest = sorted(items, key=lambda item: item.at, reverse=True)
    return tuple(sorted(newest, key=lambda item: item.seen is not None))


def _unsent(session: Session) -> list[Item]:
    """What was made here for a space and never left, because the pilot ended there: one item a space."""
    gone = ending.ended(session.db)
    return [
        Item(f"{space}{PLACE}{UNSENT}", "parcel", UNSENT, session.actor.name, count.oldest, refused=False)
        for space, count in sorted(operations.outbox_counts(session.db).items())
        if space in gone and count.oldest is not None
    ]


def _culprit(session: Session, trouble: parcels.Trouble) -> str:
    """Who handed out a key that was none. Of other alarms nobody is named: whose doing they are is not certain."""
    if trouble.reason not in BROKEN:
        return ""
    (item,) = parcels.received(session.db, trouble.space, trouble.seq, 1)
    device = wire.decode_envelope(item.envelope)[1].header.device
    seat = spaces.membership(session.db, trouble.space).seats.get(device)
    return _authors(session).get(seat.member.staff, "") if seat else ""


def _authors(session: Session) -> dict[str, str]:
    return {one.id: one.name for one in rows.where(session.db, Staff)} | {session.actor.staff_id: session.actor.name}


def _about(session: Session, kind: str, record_id: str) -> str:
    """The child it is about, by name, for who keeps the dossier or the card; else the name or the day of what it is."""
    named: type[Provider | Site | Staff] | None = _NAMED.get(kind)
    if named is not None:
        return rows.require(session.db, named, record_id).name
    if kind == "half_day_session":
        half_day = rows.require(session.db, HalfDaySession, record_id)
        return f"{rows.require(session.db, Site, half_day.site_id).name}, {half_day.day:%d-%m-%Y}"
    patient_id = record_id if kind == "person_card" else _dossier_of(session, kind, record_id)
    if kind == "waiting_entry":
        patient_id = rows.require(session.db, WaitingEntry, record_id).person_id
    person = persons(session, [patient_id]).get(patient_id)
    return person.name if person else ""
