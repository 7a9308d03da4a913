"""Making a booking: a first talk, a walk-in, a question from GP to worker, and what has no time to wait."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from gpconnect.domain.ages import age_on
from gpconnect.domain.booking import request_of
from gpconnect.domain.calendar import local_day
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Decision
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import Likeness
from gpconnect.domain.people import PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    SafetyTask,
    Site,
    Slot,
    VisitKind,
    WaitingEntry,
)
from gpconnect.domain.typed import WORDS_LIMIT, clean_line, clean_text
from gpconnect.services import asked_with, cards, held_details, new_workers, requests, slots
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.cards import NewPerson, PersonHit, Sharing
from gpconnect.services.held_details import Details
from gpconnect.services.patient_lines import without_bsn
from gpconnect.services.session import Session
from gpconnect.services.visits import UNFINISHED
from gpconnect.storage import rows

PATIENT_LINE_LIMIT = 2000
URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class BookingRequest:
    """What somebody at a desk asks for.

    Attributes:
        slot_id: empty for the waiting list and for urgent help.
        person_id: a known child; or else `new`.
        sharing: the answer to whether Buurtzorg Jong may know this, given by `given_by`.
        given_by: ``patient`` or ``parent``; only looked at with a yes or a no.
        requested_on: the day help was asked for; today unless a family has waited.
        confirmed: somebody saw the doubt (likely duplicates, or an appointment that there is already) and books on.
        waiting_id: the place on the waiting list that this booking ends.
        minutes: how long the talk takes; 0 for as long as its slot.
        family_of: a child of the same family whom this desk knows; `new` belongs to the same household.
        practitioner_id: the doctor on whose behalf it is; empty for nobody, and for a GP who books for themselves.
        family_agreed: the family finds it all right that the GP joins; nothing without `gp_joins`.
        over_hold: somebody saw that the slot is held for a family that is being phoned, and books all the same.
    """

    site_id: str
    slot_id: str = ""
    person_id: str = ""
    new: NewPerson | None = None
    reasons: tuple[str, ...] = ()
    words: str = ""
    sharing: Sharing = Sharing.TO_ASK
    given_by: str = ""
    gp_joins: bool = False
    interpreter: str = ""
    safe_contact: str = ""
    patient_line: str = ""
    visit: VisitKind = VisitKind.FIRST
    requested_on: date | None = None
    confirmed: bool = False
    waiting_id: str = ""
    minutes: int = 0
    family_agreed: bool = False
    practitioner_id: str = ""
    family_of: str = ""
    over_hold: bool = False


@dataclass(frozen=True, slots=True)
class Booked:
    """What came of a request. `appointment_id` is empty for the waiting list and for urgent help.

    Attributes:
        waiting_id: the place on the waiting list that it made or ended; undoing takes it away or gives it back.
        task_id: the safety task that it made.
    """

    appointment_id: str
    person_id: str
    name: str = ""
    starts_at: datetime | None = None
    minutes: int = 0
    worker_name: str = ""
    site_name: str = ""
    shared: bool = False
    waiting_id: str = ""
    task_id: str = ""
    slot_id: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Nothing was booked yet. Ask again with `confirmed`.

    Attributes:
        people: known children who resemble the new one.
        planned: the appointment that a known child has already.
        planned_at: when that begins, or when it was made where it has no slot; aware.
    """

    people: tuple[PersonHit, ...] = ()
    planned: Appointment | None = None
    planned_at: datetime | None = None


def book(session: Session, request: BookingRequest) -> tuple[Changes, Booked | Doubt]:
    """Book a talk in a slot.

    Without consent to share the booking carries age and reasons; card and words stay on this device (Jeugdwet
    7.3.11). It never blocks the booking.

    Raises:
        KnownError: ``booking.slot_missing``, ``booking.reasons_missing``, ``booking.person_missing``,
            ``booking.reason_unknown`` (reason), ``booking.doctor_elsewhere``, or as `slots.require_free`,
            `slots.require_regular`, `slots.require_fit`, `cards.make_card` or `clean_text`.
    """
    check(session, Intention.BOOK)
    if not request.slot_id:
        raise KnownError("booking.slot_missing")
    if not request.reasons and request.visit is VisitKind.FIRST:
        raise KnownError("booking.reasons_missing")
    if doubt := doubt_about(session, request):
        return Changes(), doubt
    slot = slots.require_free(session, request.slot_id, request.waiting_id, over_hold=request.over_hold)
    slots.require_regular(slot)
    slots.require_fit(slot, request.minutes)
    if request.visit is VisitKind.FIRST and requests.is_in_care(session, request.person_id, request.site_id):
        request = replace(request, visit=VisitKind.FOLLOW_UP)
    with acting(session, Intention.BOOK) as action:
        card = add_person(action, request)
        appointment = _start(action, request, card, slot)
        ended = _end_waiting(action, request.waiting_id)
    return action.changes, replace(_booked(session, appointment, slot, card), waiting_id=ended)


def walk_in(session: Session, request: BookingRequest) -> tuple[Changes, Booked | Doubt]:
    """Receive a child without appointment: booked in the slot kept for it, and present at once.

    Who it is may be said later: without person the booking says only that somebody came in. Without a free slot the
    child is received all the same.

    Raises:
        KnownError: as `book`.
    """
    check(session, Intention.WALK_IN)
    if doubt := doubt_about(session, request):
        return Changes(), doubt
    slot = slots.require_free(session, request.slot_id) if request.slot_id else None
    request = replace(request, visit=VisitKind.WALK_IN)
    known = bool(request.person_id or request.new)
    with acting(session, Intention.WALK_IN) as action:
        card = add_person(action, request) if known else None
        appointment = _start(action, request, card, slot)
        action.event("appointment", appointment.id, "arrived", {"seen": "booked"}, space=f"practice/{request.site_id}")
    return action.changes, _booked(session, appointment, slot, card)


def ask_peer(session: Session, site_id: str, question: str = "", slot_id: str = "") -> tuple[Changes, Booked]:
    """A question from GP to worker about which no child is registered (collegiale vraag); counted in the pilot.

    Raises:
        KnownError: as `slots.require_free` when a slot is asked for, or ``text.too_long``.
    """
    slot = slots.require_free(session, slot_id) if slot_id else None
    request = BookingRequest(site_id, slot_id, words=question, visit=VisitKind.PEER_CONSULTATION)
    with acting(session, Intention.PEER_CONSULTATION) as action:
        appointment = _start(action, request, None, slot)
    return action.changes, _booked(session, appointment, slot, None)


def raise_urgent(session: Session, request: BookingRequest) -> tuple[Changes, Booked | Doubt]:
    """Help that cannot wait gets no slot next week but a task for today: somebody phones now.

    What the family said goes with the task once they agreed to sharing; until then it stays on this device.

    Raises:
        KnownError: ``booking.person_missing``, or as `cards.make_card`.
    """
    check(session, Intention.URGENT)
    # An appointment that there is already takes nothing away from what cannot wait.
    if not request.person_id and (doubt := doubt_about(session, request)):
        return Changes(), doubt
    with acting(session, Intention.URGENT) as action:
        card = add_person(action, request)
        details = details_of(request)
        task = SafetyTask(
            id=session.new_id(),
            site_id=request.site_id,
            kind=URGENT,
            about=card.id,
            due_on=session.today(),
            made_at=session.now(),
            person_id=card.id,
            detail=", ".join(requests.check_reasons(request.reasons)),
            words=details.words if card.shared else "",
        )
        action.write(task, "raised")
        if not card.shared:
            held_details.hold(session.db, task.id, details)
    name = cards.hit_of(session, card).name
    return action.changes, Booked("", card.id, name, shared=card.shared, task_id=task.id)


def add_person(action: Action, request: BookingRequest) -> PersonCard:
    """The card that a booking belongs to, kept where the answer about sharing allows, and that answer itself.

    Raises:
        KnownError: ``booking.person_missing``, or as `cards.make_card`.
    """
    session = action.session
    if request.person_id:
        card = cards.card_for(session, request.person_id, request.site_id)
        action.saw(card.id, "booking")
    elif request.new is not None:
        card = cards.make_card(session, request.site_id, request.new)
        card = replace(card, household_id=_household(action, request.family_of))
    else:
        raise KnownError("booking.person_missing")
    card = replace(
        card,
        safe_contact=clean_line(request.safe_contact) or card.safe_contact,
        interpreter=clean_line(request.interpreter) or card.interpreter,
    )
    if request.sharing is not Sharing.TO_ASK:
        decision = Decision.GIVEN if request.sharing is Sharing.GIVEN else Decision.REFUSED
        standing = cards.sharing_standing(session, card.id, card.birth_date, card.site_id)
        if decision is Decision.REFUSED or not standing.is_given:
            held_details.add_answer(action, card, request.given_by, decision)
    given = cards.sharing_standing(session, card.id, card.birth_date, card.site_id).is_given
    kept = rows.get(session.db, PersonCard, card.id)
    if given or card.shared:
        card = replace(card, shared=True)
        if kept != card:
            action.write(card)
    elif kept != card:
        action.keep_here(card)
    return replace(card, shared=given)


def _household(action: Action, family_of: str) -> str:
    """The household of a family member, which begins with the second one; empty where nobody is named or known."""
    session = action.session
    known = cards.person_of(session, family_of) if family_of else None
    if known is None or known.household_id:
        return known.household_id if known else ""
    card = rows.get(session.db, PersonCard, family_of)
    if card is None:
        return ""
    together = replace(card, household_id=card.household_id or session.new_id())
    if together != card:
        (action.write if card.shared else action.keep_here)(together)
    return together.household_id


def doubt_about(session: Session, request: BookingRequest) -> Doubt | None:
    """Known children who resemble a new one, or the appointment that a known one has; None once it is confirmed."""
    if request.confirmed:
        return None
    if request.person_id:
        return _planned(session, request.person_id)
    found = cards.duplicates(session, request.new) if request.new is not None else ()
    # Whoever books another one of the family knows that a twin is no duplicate.
    doubtful = tuple(one for one in found if (one.id, one.likeness) != (request.family_of, Likeness.TWIN))
    return Doubt(doubtful) if doubtful else None


def details_of(request: BookingRequest) -> Details:
    """What the family told, cleaned.

    Raises:
        KnownError: ``text.too_long`` (limit, length), ``text.control_character``.
    """
    return Details(
        clean_text(request.words, WORDS_LIMIT),
        clean_line(request.interpreter),
        without_bsn(clean_text(request.patient_line, PATIENT_LINE_LIMIT)),
    )


def _planned(session: Session, person_id: str) -> Doubt | None:
    """An appointment of this child without outcome yet, or one that was today."""
    held = (*UNFINISHED, AppointmentStatus.FULFILLED)
    states = ", ".join("?" * len(held))
    found = rows.where(
        session.db, Appointment, f"person_id = ? AND status IN ({states})", (person_id, *held), order="booked_at, id"
    )
    for one in found:
        slot = rows.get(session.db, Slot, one.slot_id) if one.slot_id else None
        at = slot.starts_at if slot else one.booked_at
        if one.status in UNFINISHED or local_day(at) == session.today():
            return Doubt(planned=one, planned_at=at)
    return None


def _start(action: Action, request: BookingRequest, card: PersonCard | None, slot: Slot | None) -> Appointment:
    session, db = action.session, action.session.db
    details = details_of(request)
    open_here = card is None or card.shared
    claim, token_hash = slots.take(db, slot) if slot else (None, "")
    told = details if open_here else Details()
    goes_on = requests.continued(session, card.id, request.site_id) if card else None
    new_id = session.new_id()
    # From the waiting list it is that request at every desk, whatever else this one has heard of the child.
    request_id = request_of(goes_on) if goes_on else new_id
    if request.waiting_id:
        request_id = asked_with.request_of(db, request.waiting_id)
    asked = (request.requested_on, goes_on.requested_on if goes_on else None)
    doctor_id, doctor = requests.on_behalf_of(session, request.site_id, request.practitioner_id)
    appointment = Appointment(
        id=new_id,
        site_id=request.site_id,
        slot_id=slot.id if slot else "",
        person_id=card.id if card else "" if request.visit is VisitKind.PEER_CONSULTATION else session.new_id(),
        visit=request.visit,
        reasons=requests.check_reasons(request.reasons),
        requested_on=min((day for day in asked if day is not None), default=session.today()),
        booked_by=session.actor.staff_id,
        booked_at=session.now(),
        words=told.words,
        age=age_on(card.birth_date, session.today()) if card else None,
        gp_joins=request.gp_joins,
        family_agreed=request.gp_joins and request.family_agreed,
        interpreter=told.interpreter,
        patient_line=told.patient_line,
        practitioner_id=doctor_id,
        practitioner=doctor,
        claim_token_hash=token_hash,
        request_id=request_id,
        minutes=request.minutes or (slot.minutes if slot else 0),
        told_start=slot.starts_at if slot else None,
    )
    action.start(appointment, "booked", claim=claim, beside=new_workers.said(new_workers.sits(db, slot)))
    if not open_here:
        held_details.hold(db, appointment.id, details)
    return appointment


def _end_waiting(action: Action, waiting_id: str) -> str:
    """End a place on the waiting list because of a booking; its id, or empty when there was nothing to end."""
    entry = rows.get(action.session.db, WaitingEntry, waiting_id) if waiting_id else None
    if entry is None or entry.ended_on is not None:
        return ""
    action.write(replace(entry, ended_on=action.session.today(), ended_why="booked", offered_slot_id=""), "ended")
    return entry.id


def _booked(session: Session, appointment: Appointment, slot: Slot | None, card: PersonCard | None) -> Booked:
    site = rows.get(session.db, Site, appointment.site_id)
    return Booked(
        appointment_id=appointment.id,
        person_id=appointment.person_id,
        name=cards.hit_of(session, card).name if card else "",
        starts_at=slot.starts_at if slot else None,
        minutes=slot.minutes if slot else 0,
        worker_name=slots.worker_name(session.db, slot.session_id) if slot else "",
        site_name=site.name if site else "",
        shared=card.shared if card else False,
        slot_id=appointment.slot_id,
    )
