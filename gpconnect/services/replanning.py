"""Families who were booked where nobody will sit: who they are, why, and when they can come instead.

Worked out from the records on every desk, never written down: also a booking that a desk made without a network, into
what was called off elsewhere meanwhile, is found. It is over when it is moved, cancelled, or takes place after all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from gpconnect.domain.calendar import local_day
from gpconnect.domain.people import PersonCard
from gpconnect.domain.phone_calls import Cause, ShutOut
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    SessionStatus,
    Site,
    Slot,
    SlotKind,
    VisitKind,
)
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import readable_phone
from gpconnect.services import holds, shut_days, slots, spaces
from gpconnect.services.acting import check
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.persons import Person, persons
from gpconnect.services.session import Session
from gpconnect.services.slots import SlotOffer, Wish
from gpconnect.storage import rows

_PAPER = "recovery"
"""What a recovery sheet is among the members: it is on paper, and phones nobody."""
OFFERED = 3
"""Free slots that a family may choose from."""
_TAKEN = "site_id IN (SELECT value FROM json_each(?)) AND id IN (SELECT slot_id FROM appointment WHERE status = ?)"
_GONE = f"{_TAKEN} AND (kind = ? OR session_id IN (SELECT id FROM half_day_session WHERE status <> ?))"  # noqa: S608 - ours
_CAUSES = {SessionStatus.CANCELLED: Cause.CALLED_OFF, SessionStatus.CLOSED: Cause.ROUNDED_OFF}


@dataclass(frozen=True, slots=True)
class Replan:
    """A family to phone, with slots to choose from.

    Attributes:
        person: None where only the age is known.
        phone: as people read it; empty where only the age is known.
        minutes: how long the talk takes.
        starts_at: when they would have come, as they were told, UTC.
        visit: what kind of talk; a question from the GP is about no family.
        slot_id: where they stood.
        phoned_by: name of the site whose desk phones them, or of the worker who alone knows the family, for whoever
            else sees it; empty when it is one's own to do.
    """

    appointment_id: str
    person: Person | None
    age: int | None
    starts_at: datetime
    minutes: int
    cause: Cause
    why: str
    offers: tuple[SlotOffer, ...]
    phone: str = ""
    visit: VisitKind = VisitKind.FIRST
    slot_id: str = ""
    phoned_by: str = ""


def to_replan(session: Session) -> tuple[Replan, ...]:
    """Whom to give another time, the earliest first, each with slots that are long enough and are nobody else's choice.

    A desk phones the families of its site. A worker sees that it does, and phones where no desk takes part and whose
    card never left their own device.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    out = [one for one in shut_out(session) if one.is_due]
    known = persons(session, [one.appointment.person_id for one in out])
    ids = tuple({one.appointment.slot_id for one in out})
    stood = {one.id: one for one in rows.where(session.db, Slot, AMONG.format(column="id"), (ids,))}
    phoning = phoned_by(session, [one.appointment for one in out])
    found = []
    for one in out:
        visit, slot = one.appointment, stood[one.appointment.slot_id]
        person = known.get(visit.person_id)
        found.append(
            Replan(
                visit.id,
                person,
                visit.age,
                visit.told_start or slot.starts_at,
                visit.minutes or slot.minutes,
                one.cause,
                one.why,
                (),
                readable_phone(person.phone) if person is not None else "",
                visit.visit,
                slot.id,
                phoning.get(visit.id, ""),
            )
        )
    found.sort(key=lambda one: (one.starts_at, one.appointment_id))
    return _with_offers(session, found, {one.appointment.id: one.appointment.site_id for one in out})


def phoned_by(session: Session, visits: Sequence[Appointment]) -> dict[str, str]:
    """By booking, who phones this family instead: the desk of the site, or the worker who alone knows who they are.

    A card stays where it was written until the family agrees to sharing (Jeugdwet 7.3.11): nobody else has the number.
    """
    ids = tuple({one.person_id for one in visits if one.person_id})
    cards = {one.id: one for one in rows.where(session.db, PersonCard, AMONG.format(column="id"), (ids,))}
    among = AMONG.format(column="id") + " AND role = ? AND archived = 0"
    booked_by = tuple({one.booked_by for one in visits})
    workers = {one.id: one for one in rows.where(session.db, Staff, among, (booked_by, Role.YOUTH_WORKER))}
    at_desk = _desks(session, {one.site_id for one in visits})
    found = {}
    for one in visits:
        card, who = cards.get(one.person_id), workers.get(one.booked_by)
        if card is not None and not card.shared:
            continue
        if one.person_id and card is None and who is not None and _takes_part(session, who, one.site_id):
            if who.id != session.actor.staff_id:
                found[one.id] = who.name
        elif one.site_id in at_desk:
            found[one.id] = at_desk[one.site_id]
    return found


def _desks(session: Session, site_ids: Iterable[str]) -> dict[str, str]:
    """The names of these sites with a desk that takes part; none for a desk itself.

    Whoever was put out of the space of a site is at no desk there any more, whatever the list of people says.
    """
    if session.actor.role is not Role.YOUTH_WORKER:
        return {}
    wanted = set(site_ids)
    among = AMONG.format(column="role") + " AND archived = 0"
    at_desk = rows.where(session.db, Staff, among, ((Role.GP, Role.PRACTICE_ASSISTANT),))
    theirs = tuple(
        site for site in wanted if any(site in one.site_ids and _takes_part(session, one, site) for one in at_desk)
    )
    return {one.id: one.name for one in rows.where(session.db, Site, AMONG.format(column="id"), (theirs,))}


def _takes_part(session: Session, one: Staff, site_id: str) -> bool:
    """Whether a device of theirs is in the space of this site; of a space that is not known here nothing is said."""
    space = spaces.membership(session.db, f"practice/{site_id}")
    return not space.seats or any(it.staff == one.id and it.capacity != _PAPER for it in space.members())


def _with_offers(session: Session, replans: list[Replan], sites: Mapping[str, str]) -> tuple[Replan, ...]:
    """The same, each with times that are proposed to nobody else as long as there are enough."""
    alike: dict[tuple[str, int], list[Replan]] = defaultdict(list)
    for one in replans:
        alike[sites[one.appointment_id], one.minutes].append(one)
    used: set[str] = set()
    offers: dict[str, tuple[SlotOffer, ...]] = {}
    # The longest talks choose first: a short one fits anywhere.
    for (site, minutes), families in sorted(alike.items(), key=lambda one: -one[0][1]):
        left_out = used | set(holds.known(session, (site,)).holds)
        wish = Wish((site,), minutes)
        pool = slots.earliest(session, wish, OFFERED * len(families), without=left_out)
        pool = pool or slots.earliest(session, wish, OFFERED)
        used |= {one.slot_id for one in pool}
        offers |= {one.appointment_id: _share(pool, place, len(families)) for place, one in enumerate(families)}
    return tuple(replace(one, offers=offers[one.appointment_id]) for one in replans)


def _share(pool: tuple[SlotOffer, ...], place: int, of: int) -> tuple[SlotOffer, ...]:
    """What one of so many families may choose from: the first gets the earliest; with too few slots each gets some."""
    if len(pool) >= OFFERED * of:
        return pool[OFFERED * place : OFFERED * (place + 1)]
    return pool[place::of] or pool[-1:]


def shut_out(session: Session) -> tuple[ShutOut, ...]:
    """Bookings of this person's sites where nobody will sit, whoever is to phone them."""
    db, sites = session.db, session.actor.site_ids
    why = {one.id: reason for one, reason in _nobody_sits(session)}
    found = []
    booked = rows.where(
        db,
        Appointment,
        AMONG.format(column="slot_id") + " AND status = ?",
        (tuple(why), AppointmentStatus.BOOKED),
        order="booked_at, id",
    )
    days = {one.id: one for one in rows.where(db, Slot, AMONG.format(column="id"), (tuple(why),))}
    for one in booked:
        if one.site_id in sites:
            cause, reason = why[one.slot_id]
            found.append(ShutOut(one, local_day(days[one.slot_id].starts_at), reason, cause))
    return tuple(found)


def _nobody_sits(session: Session) -> Iterator[tuple[Slot, tuple[Cause, str]]]:
    """Slots with somebody in them that are not held, with why. What was called off says more than a shut day."""
    db, here = session.db, (session.actor.site_ids, AppointmentStatus.BOOKED)
    taken = rows.where(db, Slot, _TAKEN, here)
    shut = shut_days.known(db, min((local_day(one.starts_at) for one in taken), default=session.today()))
    for slot in taken:
        if why := shut.of_slot(slot):
            yield slot, (Cause.SHUT, why)
    gone = rows.where(db, Slot, _GONE, (*here, SlotKind.CLOSED, SessionStatus.OPEN))
    ids = tuple({one.session_id for one in gone})
    half_days = {one.id: one for one in rows.where(db, HalfDaySession, AMONG.format(column="id"), (ids,))}
    for slot in gone:
        half_day = half_days.get(slot.session_id)
        cause = _CAUSES.get(half_day.status) if half_day is not None else None
        yield slot, (cause or Cause.SLOT_GONE, half_day.called_off_why if half_day is not None and cause else "")
