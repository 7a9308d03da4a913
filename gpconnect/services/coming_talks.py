"""Talks that are still to come after a family said no to help: nobody comes by surprise, and their slots are free."""

from dataclasses import dataclass
from datetime import datetime

from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Scope
from gpconnect.domain.consenting import StandingStatus
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Site, Slot
from gpconnect.services import consents, rebooking, slots
from gpconnect.services.acting import acting, check
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.storage import rows

WHY = "Op verzoek van het gezin"
"""What the practice reads of it: who said no to what is between the family and the team."""
_NO = frozenset({StandingStatus.WITHDRAWN, StandingStatus.REFUSED})


@dataclass(frozen=True, slots=True)
class ComingTalk:
    """A booking that stands, and when it begins (aware)."""

    appointment_id: str
    starts_at: datetime
    site_name: str


def after_no(session: Session, patient_id: str) -> tuple[ComingTalk, ...]:
    """What is still booked for a child while the family does not want help, soonest first; else nothing.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``, or what closes this dossier.
    """
    check(session, Intention.CANCEL)
    require_readable(session, patient_id, Intention.CANCEL)
    if consents.standing_for(session, patient_id, Scope.HELP, session.actor.team_id).status not in _NO:
        return ()
    found = []
    for one in rows.where(
        session.db, Appointment, "person_id = ? AND status = ?", (patient_id, AppointmentStatus.BOOKED)
    ):
        slot = rows.get(session.db, Slot, one.slot_id)
        if slot is not None and slot.starts_at > session.now():
            site = rows.get(session.db, Site, one.site_id)
            found.append(ComingTalk(one.id, slot.starts_at, site.name if site else ""))
    return tuple(sorted(found, key=lambda one: (one.starts_at, one.appointment_id)))


def call_off(session: Session, patient_id: str) -> tuple[Changes, tuple[str, ...]]:
    """Call all of them off in one act; their slots are free for others.

    Returns:
        What changed, and the bookings that it ended.

    Raises:
        KnownError: as `after_no`; ``appointment.state_moved_on``.
    """
    ending = tuple(one.appointment_id for one in after_no(session, patient_id))
    with acting(session, Intention.CANCEL) as action:
        for appointment_id in ending:
            before = rows.require(session.db, Appointment, appointment_id)
            claim = slots.give_back(session.db, before)
            body = {"seen": str(before.status), "reason": WHY}
            space = f"practice/{before.site_id}"
            action.event("appointment", before.id, "cancelled", body, space=space, claim=claim)
    return action.changes, ending


def take_back(session: Session, ended: tuple[str, ...]) -> Changes:
    """Book them again in the same slots, each that still can.

    Raises:
        KnownError: as `rebooking.book_again`, when somebody was quicker for one of them; all the others stand again.
    """
    check(session, Intention.BOOK)
    changes, refused = Changes(), list[KnownError]()
    for appointment_id in ended:
        try:
            changes |= rebooking.book_again(session, appointment_id)
        except KnownError as error:
            refused.append(error)
    if refused:
        raise refused[0]
    return changes
