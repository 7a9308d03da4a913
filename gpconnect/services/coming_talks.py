"""Talks that are still to come after a family said no to help: nobody comes by surprise, and their slots are free."""

from dataclasses import dataclass, replace
from datetime import datetime

from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Scope
from gpconnect.domain.consenting import StandingStatus
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Site, Slot, WaitingEntry
from gpconnect.services import consents, rebooking, slots, waiting
from gpconnect.services.acting import acting, check
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.storage import rows

WHY = "Op verzoek van het gezin"
"""What the practice reads of it: who said no to what is between the family and the team."""
NO_LONGER = "no_longer"
"""Why they wait no more, as the desk says it of anybody."""
_NO = frozenset({StandingStatus.WITHDRAWN, StandingStatus.REFUSED})


@dataclass(frozen=True, slots=True)
class ComingTalk:
    """A booking that stands, or a place on a waiting list.

    Attributes:
        appointment_id: of the booking; of the place on the list while they wait for one.
        starts_at: when it begins (aware); None while they wait.
    """

    appointment_id: str
    starts_at: datetime | None
    site_name: str


def after_no(session: Session, patient_id: str) -> tuple[ComingTalk, ...]:
    """What is still booked or waited for while the family does not want help, soonest first; else nothing.

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
            found.append((slot.starts_at, one.id, one.site_id))
    talks = [ComingTalk(identity, at, _site_name(session, site)) for at, identity, site in sorted(found)]
    waits = rows.where(session.db, WaitingEntry, "person_id = ? AND ended_on IS NULL", (patient_id,), order="since, id")
    return (*talks, *(ComingTalk(one.id, None, _site_name(session, one.site_id)) for one in waits))


def call_off(session: Session, patient_id: str) -> tuple[Changes, tuple[str, ...]]:
    """Call all of them off in one act; their slots are free for others, and they are offered no place any more.

    Returns:
        What changed, and the bookings and places on a waiting list that it ended.

    Raises:
        KnownError: as `after_no`; ``appointment.state_moved_on``.
    """
    ending = tuple(one.appointment_id for one in after_no(session, patient_id))
    with acting(session, Intention.CANCEL) as action:
        for identity in ending:
            entry = rows.get(session.db, WaitingEntry, identity)
            if entry is not None:
                gone = replace(entry, ended_on=session.today(), ended_why=NO_LONGER, offered_slot_id="")
                action.write(gone, "ended")
                continue
            before = rows.require(session.db, Appointment, identity)
            claim = slots.give_back(session.db, before)
            body = {"seen": str(before.status), "reason": WHY}
            space = f"practice/{before.site_id}"
            action.event("appointment", before.id, "cancelled", body, space=space, claim=claim)
    return action.changes, ending


def take_back(session: Session, ended: tuple[str, ...]) -> Changes:
    """Book them again in the same slots, each that still can; who waited has the same place on the list.

    Raises:
        KnownError: as `rebooking.book_again` or `waiting.wait_again`, when somebody was quicker for one of them; all
            the others stand again.
    """
    check(session, Intention.BOOK)
    changes, refused = Changes(), list[KnownError]()
    for identity in ended:
        waited = rows.get(session.db, WaitingEntry, identity) is not None
        try:
            changes |= (waiting.wait_again if waited else rebooking.book_again)(session, identity)
        except KnownError as error:
            refused.append(error)
    if refused:
        raise refused[0]
    return changes


def _site_name(session: Session, site_id: str) -> str:
    site = rows.get(session.db, Site, site_id)
    return site.name if site else ""
