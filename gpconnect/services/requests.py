"""What a booking is part of: a request for help that may have been booked before, and help that is going on."""

from dataclasses import dataclass

from gpconnect.domain import booking as rules
from gpconnect.domain.calendar import PROPOSED
from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention, may
from gpconnect.domain.schedule import Appointment, AppointmentStatus, SessionStatus, Slot, WaitingEntry
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import in_line, slots
from gpconnect.services.acting import check
from gpconnect.services.resources import load_codes
from gpconnect.services.session import Session
from gpconnect.services.slots import Proposal, SlotOffer, Wish
from gpconnect.storage import rows
from gpconnect.storage.meta import get_meta, put_meta

_AGAIN = (
    "person_id <> '' AND site_id IN (SELECT value FROM json_each(?)) AND request_id IN "
    "(SELECT request_id FROM appointment WHERE status = ? AND request_id <> '' GROUP BY request_id HAVING COUNT(*) > 1)"
)
_BOOKED = AppointmentStatus.BOOKED
_KEPT_SHOWN = 2
"""So many places of the waiting list are shown beside the free ones."""
_MOST_IN_LINE = 40
"""Of a longer waiting list the first so many come before whoever books anew: nobody looks for a slot for minutes."""
_DOCTOR = "on_behalf_of/"
"""On whose behalf was booked last, by site."""
_HERE = "site_id IN (SELECT value FROM json_each(?))"
_SITS = f"id IN (SELECT worker_id FROM half_day_session WHERE {_HERE} AND day >= ? AND status = ?)"  # noqa: S608 - ours


def continued(session: Session, person_id: str, site_id: str) -> Appointment | None:
    """The booking of this child that fell through, and that a new one goes on with (`gpconnect.domain.booking`)."""
    earlier = rows.where(session.db, Appointment, "person_id = ? AND site_id = ?", (person_id, site_id))
    return rules.continued(earlier, session.today())


def booked_twice(session: Session, site_ids: tuple[str, ...]) -> tuple[tuple[Appointment, Appointment], ...]:
    """Bookings at these sites on top of another one of the same request, each with the one that stays."""
    return rules.booked_twice(rows.where(session.db, Appointment, _AGAIN, (site_ids, _BOOKED)))


def is_booked(session: Session, request_id: str) -> bool:
    """Whether this request has a booking that is still to come."""
    return rows.count(session.db, Appointment, "request_id = ? AND status = ?", (request_id, _BOOKED)) > 0


def is_in_care(session: Session, person_id: str, site_id: str) -> bool:
    """Whether a child was seen at this site and the help has not ended: what is booked now is a next talk.

    A worker reads that from the episode; a practice, which has no dossier, from the closing feedback it received.
    """
    if not person_id:
        return False
    seen = rows.where(
        session.db,
        Appointment,
        "person_id = ? AND site_id = ? AND status = ?",
        (person_id, site_id, AppointmentStatus.FULFILLED),
        order="status_at DESC",
        limit=1,
    )
    if not seen:
        return False
    if may(session.actor.role, Intention.READ_DOSSIER):
        going = "patient_id = ? AND started_on IS NOT NULL AND ended_on IS NULL"
        return rows.count(session.db, EpisodeOfCare, going, (person_id,)) > 0
    closed = rows.where(
        session.db,
        Feedback,
        "person_id = ? AND moment = ? AND status <> ?",
        (person_id, FeedbackMoment.CLOSURE, FeedbackStatus.PREPARED),
    )
    last = seen[0].status_at or seen[0].booked_at
    return not any(one.sent_at is not None and one.sent_at >= last for one in closed)


def check_reasons(reasons: tuple[str, ...]) -> tuple[str, ...]:
    """The reasons, when every one of them is on the list.

    Raises:
        KnownError: ``booking.reason_unknown`` (reason).
    """
    known = load_codes()["reasons"].keys()
    for reason in reasons:
        if reason not in known:
            raise KnownError("booking.reason_unknown", reason=reason)
    return reasons


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is to choose from at a site.

    Attributes:
        proposal: the earliest slots that meet the wish, and how many families wait.
        workers: id and name of whoever holds office hours there from today on, in order of name.
        doctors: id and name of the GPs of the site, in order of name.
        last_doctor: id of the one on whose behalf the person at work booked here last, or empty.
        is_beside: the first slot lies nearest to that of somebody of the same family.
    """

    proposal: Proposal
    workers: tuple[tuple[str, str], ...]
    doctors: tuple[tuple[str, str], ...] = ()
    last_doctor: str = ""
    is_beside: bool = False


def choices(session: Session, wish: Wish, beside: str = "", wanted: str = "") -> Choice:
    """The earliest slots that meet a wish, and with whom else one could be booked at the same site.

    What falls free is for who waits already: such a slot says so, and stands behind those that are nobody's.

    Args:
        session: at work.
        wish: what is looked for.
        beside: a slot that somebody of the same family has; the free one nearest to it on that half-day comes first.
        wanted: the slot that somebody pointed at; there is a place for it however late it is.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    waiting = rows.count(session.db, WaitingEntry, f"{_HERE} AND ended_on IS NULL", (wish.site_ids,))
    enough = PROPOSED + min(waiting, _MOST_IN_LINE)
    found = slots.earliest(session, wish, enough, without=())
    if not wish.walk_in:
        found = in_line.keep(session, wish.site_ids, found)
    pointed = _pointed_at(session, found, wanted, wish)
    found = _in_order(found, pointed)
    near = _nearest(session, wish, beside) if beside else None
    if near is not None:
        found = (near, *(one for one in found if one.slot_id != near.slot_id))[:PROPOSED]
    last = next((who for site in wish.site_ids if (who := get_meta(session.db, _DOCTOR + site))), "")
    proposal = Proposal(found, waiting)
    sits, practise = workers(session, wish.site_ids), doctors(session, wish.site_ids)
    return Choice(proposal, sits, practise, last, near is not None)


def _in_order(found: tuple[SlotOffer, ...], pointed: SlotOffer | None) -> tuple[SlotOffer, ...]:
    """First what is nobody's, earliest first; then the earliest places for which somebody waits, which are said to be.

    Whoever books anew goes behind the waiting list and can still be put before it, by somebody who sees that.
    """
    free = [one for one in found if one.kept is None]
    kept = [one for one in found if one.kept is not None][: PROPOSED if not free else _KEPT_SHOWN]
    shown = (*free[: PROPOSED - len(kept)], *kept)
    if pointed is None or pointed in shown:
        return shown
    return (*shown[: PROPOSED - 1], pointed)


def _pointed_at(session: Session, found: tuple[SlotOffer, ...], slot_id: str, wish: Wish) -> SlotOffer | None:
    """The slot that somebody pointed at, when it is free and long enough; with who waits for it where that is known."""
    slot = rows.get(session.db, Slot, slot_id) if slot_id else None
    if slot is None or slot.minutes < wish.minutes or not slots.is_free(session, slot_id):
        return None
    (plain,) = slots.offers(session.db, (slot,))
    known = next((one for one in found if one.slot_id == slot_id), None)
    return known or in_line.keep(session, wish.site_ids, (plain,))[0]


def _nearest(session: Session, wish: Wish, slot_id: str) -> SlotOffer | None:
    """The free slot of the same half-day that is nearest to this one."""
    slot = rows.get(session.db, Slot, slot_id)
    if slot is None:
        return None
    there = [
        one
        for one in slots.free(session, slot.site_id, wish.minutes, walk_in=wish.walk_in)
        if one.session_id == slot.session_id
    ]
    nearest = min(there, key=lambda one: (abs(one.starts_at - slot.starts_at), one.starts_at), default=None)
    return slots.offers(session.db, (nearest,))[0] if nearest is not None else None


def doctors(session: Session, site_ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Id and name of the GPs of these sites, in order of name."""
    found = rows.where(session.db, Staff, "role = ? AND archived = 0", (Role.GP,), order="name, id")
    return tuple((one.id, one.name) for one in found if set(site_ids) & set(one.site_ids))


def on_behalf_of(session: Session, site_id: str, doctor_id: str) -> tuple[str, str]:
    """Id and name of the doctor on whose behalf is booked; a GP who names nobody books for themselves.

    Who was named is what the desk is asked first the next time. Inside a transaction.

    Raises:
        KnownError: ``booking.doctor_elsewhere`` when they do not work at this site.
    """
    own = session.actor
    if not doctor_id:
        return (own.staff_id, own.name) if own.role is Role.GP else ("", "")
    name = dict(doctors(session, (site_id,))).get(doctor_id)
    if name is None:
        raise KnownError("booking.doctor_elsewhere")
    put_meta(session.db, _DOCTOR + site_id, doctor_id)
    return doctor_id, name


def workers(session: Session, site_ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Id and name of whoever holds office hours at these sites from today on, in order of name."""
    values = (site_ids, session.today(), SessionStatus.OPEN)
    there = rows.where(session.db, Staff, _SITS, values, order="name, id")
    return tuple((one.id, one.name) for one in there)
