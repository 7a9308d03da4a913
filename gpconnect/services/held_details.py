"""What a family told at the desk that waits on this device until sharing is agreed to, and the agreeing itself."""

from dataclasses import dataclass, replace

import msgspec
from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Decision
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, SafetyTask, WaitingEntry
from gpconnect.services import asked_with, cards
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.session import Session
from gpconnect.storage import keys as blobs
from gpconnect.storage import rows

KEPT_HERE = "kept_here"
"""What travels in the place of a reason that stays where it was written."""


@dataclass(frozen=True, slots=True)
class Details:
    """The request for help in the family's words, which interpreter, and a line pasted from the practice's system.

    Of a place on the waiting list also why they go before others; of a booking why it was cancelled, in somebody's own
    words.
    """

    words: str = ""
    interpreter: str = ""
    patient_line: str = ""
    priority_why: str = ""
    cancelled_why: str = ""


def hold(db: Database, record_id: str, details: Details) -> None:
    """Keep the details of a booking, an urgent task or a place on the waiting list here. Inside a transaction."""
    if details != Details():
        blobs.put_secret_blob(db, _name(record_id), msgspec.msgpack.encode(details))


def held(db: Database, record_id: str) -> Details:
    """What is held for a booking here; empty when nothing is."""
    stored = blobs.secret_blob(db, _name(record_id))
    return msgspec.msgpack.decode(stored, type=Details) if stored else Details()


def forget(db: Database, record_id: str) -> None:
    """Let go of what was held: shared, or the booking is gone. Inside a transaction."""
    blobs.remove_secret_blob(db, _name(record_id))


def record_sharing(session: Session, person_id: str, given_by: str, decision: Decision, name: str = "") -> Changes:
    """What the family answered to *may Buurtzorg Jong know this?*; with a yes, card and words follow the booking.

    The answer counts by the age rule of today (Jeugdwet 7.3.11, 7.3.15): under 12 a child's own yes is recorded, but
    the card stays until a parent said so too. What was shared before cannot be taken back by a no.

    Args:
        session: where the booking was made.
        person_id: the child.
        given_by: ``patient`` or ``parent``.
        decision: given, refused or withdrawn.
        name: of whoever said it.

    Raises:
        KnownError: ``sharing.card_elsewhere`` when the card lies on another device, or as `acting`.
    """
    check(session, Intention.RECORD_SHARING_CONSENT)
    card = rows.get(session.db, PersonCard, person_id)
    if card is None:
        raise KnownError("sharing.card_elsewhere")
    with acting(session, Intention.RECORD_SHARING_CONSENT) as action:
        add_answer(action, card, given_by, decision, name)
        standing = cards.sharing_standing(session, card.id, card.birth_date, card.site_id)
        if standing.is_given:
            _send(action, card)
    return action.changes


def add_answer(action: Action, card: PersonCard, given_by: str, decision: Decision, name: str = "") -> None:
    """Record the answer as part of a larger intention."""
    consent = cards.sharing_consent(action.session, card, given_by, decision, name)
    action.write(consent, space=f"practice/{card.site_id}")


def _send(action: Action, card: PersonCard) -> None:
    db, space = action.session.db, f"practice/{card.site_id}"
    if not card.shared:
        action.write(replace(card, shared=True))
    for one in rows.where(db, Appointment, "person_id = ?", (card.id,)):
        details = held(db, one.id)
        if one.status is AppointmentStatus.CANCELLED:
            # It takes nothing in any more. Only why it was cancelled stays here, with whoever wrote it down.
            forget(db, one.id)
            hold(db, one.id, Details(cancelled_why=details.cancelled_why))
            continue
        if details != Details():
            fields = {"words": details.words, "interpreter": details.interpreter, "patient_line": details.patient_line}
            action.event("appointment", one.id, "detailed", {"seen": str(one.status), "fields": fields}, space=space)
        forget(db, one.id)
    for task in rows.where(db, SafetyTask, "person_id = ?", (card.id,)):
        details = held(db, task.id)
        if details.words:
            action.write(replace(task, words=details.words))
        forget(db, task.id)
    for entry in rows.where(db, WaitingEntry, "person_id = ? AND ended_on IS NULL", (card.id,)):
        send_waiting(action, entry)


def send_waiting(action: Action, entry: WaitingEntry) -> None:
    """What is held of a family that waits follows its place, once sharing is agreed to.

    Of who no longer waits it stays here: it leaves only when they wait again (`gpconnect.services.waiting.wait_again`).
    """
    db = action.session.db
    card = rows.get(db, PersonCard, entry.person_id)
    details = held(db, entry.id)
    if card is None or not card.shared or details == Details():
        return
    why = details.priority_why if entry.priority else ""
    told = replace(entry, words=details.words or entry.words, priority_why=why or entry.priority_why)
    action.write(told, "detailed", beside=asked_with.told(details))
    forget(db, entry.id)


def _name(record_id: str) -> str:
    return f"held:{record_id}"
