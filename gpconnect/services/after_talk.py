"""After the talk: what the worker decides about, on one screen."""

from dataclasses import dataclass

from gpconnect.domain.care import Encounter, Outcome
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Slot
from gpconnect.services import feedback, outcomes
from gpconnect.services.acting import check
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.storage import rows


@dataclass(frozen=True, slots=True)
class AfterTalk:
    """A visit after its note was signed.

    Attributes:
        outcome: what it led to, or None while that is open.
        proposals: free slots for the next talk, the same weekday first.
        telling: the feedback to the practice; None for a peer consultation, which has no child.
    """

    appointment: Appointment
    outcome: Outcome | None
    proposals: tuple[Slot, ...]
    telling: feedback.FeedbackView | None


def after_talk(session: Session, appointment_id: str) -> AfterTalk:
    """What is to be decided about a visit, or what was decided.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.TALK)
    appointment = rows.require(session.db, Appointment, appointment_id)
    require_readable(session, appointment.person_id, Intention.TALK)
    found = rows.where(
        session.db, Encounter, "appointment_id = ? AND outcome IS NOT NULL", (appointment_id,), order="day, id", limit=1
    )
    has_child = bool(appointment.person_id)
    return AfterTalk(
        appointment,
        found[0].outcome if found else None,
        outcomes.propose_next(session, appointment_id) if has_child and not found else (),
        feedback.prepared(session, appointment_id) if has_child else None,
    )
