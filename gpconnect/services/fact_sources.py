"""What this device may tell the pilot: the work that its own youth worker did, as drafts of facts.

Only the device of the source action tells it, so nothing is counted twice. A draft of None says that what was told
before must be taken back, after an objection (Jeugdwet art. 7.3.12) or because the waiting is over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from gpconnect.domain import deriving
from gpconnect.domain.care import Encounter, EpisodeOfCare, Feedback, Goal
from gpconnect.domain.deriving import FactDraft
from gpconnect.domain.evaluation import Response
from gpconnect.domain.handover import Handover
from gpconnect.domain.moments import due_forms, unique_responses
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import (
    Appointment,
    HalfDaySession,
    SessionStatus,
    Slot,
    SlotKind,
    VisitKind,
    WaitingEntry,
)
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import erasure, operations, rows

Pseudonym = Callable[[str, str], str]
"""From a kind (``child``, ``worker``) and an id to a random number that only the team can make again."""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to tell, or with an empty draft one thing to take back."""

    kind: str
    about: str
    draft: FactDraft | None


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every derivation needs: the file, the children who may be counted, and the pseudonyms.

    Of a dossier that is asked to be erased nothing is told anew; once it was destroyed, what a booking of that child
    told is taken back as well.
    """

    session: Session
    children: dict[str, Patient]
    pseudonym: Pseudonym
    blocked: frozenset[str] = frozenset()
    erased: frozenset[str] = frozenset()

    @property
    def own(self) -> str:
        return self.session.actor.staff_id

    def objects(self, patient_id: str) -> bool:
        child = self.children.get(patient_id)
        return patient_id in self.erased if child is None else not deriving.may_count(child)

    def source(self, kind: str, about: str, patient_id: str, draft: FactDraft | None) -> Source:
        return Source(kind, about, None if self.objects(patient_id) else draft)


def own_sources(session: Session, pseudonym: Pseudonym) -> Iterator[Source]:
    """Everything that this youth worker's work says today."""
    children = {one.id: one for one in rows.where(session.db, Patient)}
    destroyed = (one.patient_id for one in erasure.tombstones(session.db) if not one.parts)
    desk = _Desk(session, children, pseudonym, frozenset(erasure.blocked(session.db)), frozenset(destroyed))
    yield from _half_days(desk)
    yield from _encounters(desk)
    yield from _appointment_ends(desk)
    yield from _waiting(desk)
    for episode in rows.where(session.db, EpisodeOfCare, "case_lead = ?", (desk.own,)):
        if episode.patient_id in children:
            yield from _episode(desk, episode, children[episode.patient_id])
    yield from _handovers(desk)
    for feedback in rows.where(session.db, Feedback, "prepared_by = ?", (desk.own,)):
        if feedback.person_id in desk.blocked:
            continue
        draft = deriving.feedback_fact(feedback, session.today())
        yield desk.source("feedback", feedback.id, feedback.person_id, draft)


def _half_days(desk: _Desk) -> Iterator[Source]:
    """Half-days that were held; one that was called off is taken back."""
    db = desk.session.db
    worker = desk.pseudonym("worker", desk.own)
    for half_day in rows.where(db, HalfDaySession, "worker_id = ? AND day < ?", (desk.own, desk.session.today())):
        slots = rows.where(db, Slot, "session_id = ? AND kind <> ?", (half_day.id, SlotKind.CLOSED))
        ids = [slot.id for slot in slots]
        marks = ", ".join("?" for _ in ids)
        booked = rows.where(db, Appointment, f"slot_id IN ({marks})", ids) if ids else []
        used = deriving.used_slots(booked, ids)
        draft = deriving.half_day_fact(half_day, worker=worker, capacity=len(ids), used=used)
        yield Source("half_day", half_day.id, None if half_day.status is SessionStatus.CANCELLED else draft)


def _encounters(desk: _Desk) -> Iterator[Source]:
    """Talks of this worker; waiting days count to the first talk of a request."""
    db = desk.session.db
    for encounter in rows.where(db, Encounter, "worker_id = ?", (desk.own,)):
        # A talk whose outcome was taken back is not over yet.
        over = encounter.outcome is not None
        if encounter.visit == VisitKind.PEER_CONSULTATION:
            asked = deriving.peer_consultation_fact(encounter) if over else None
            yield Source("peer_consultation", encounter.id, asked)
            continue
        patient = desk.children.get(encounter.patient_id)
        if patient is None:
            continue
        booking = rows.get(db, Appointment, encounter.appointment_id) if encounter.visit == VisitKind.FIRST else None
        requested = booking.requested_on if booking else None
        child = desk.pseudonym("child", patient.id)
        draft = deriving.encounter_fact(encounter, patient, child=child, requested_on=requested)
        yield desk.source("encounter", encounter.id, patient.id, draft if over else None)


def _appointment_ends(desk: _Desk) -> Iterator[Source]:
    """How bookings in this worker's half-days ended, and those without a place that this worker booked."""
    own = "slot_id IN (SELECT s.id FROM slot s JOIN half_day_session h ON h.id = s.session_id WHERE h.worker_id = ?)"
    where = f"{own} OR (slot_id = '' AND booked_by = ?)"
    for booking in rows.where(desk.session.db, Appointment, where, (desk.own, desk.own)):
        slot = rows.get(desk.session.db, Slot, booking.slot_id) if booking.slot_id else None
        draft = deriving.appointment_end_fact(booking, _day(slot.starts_at if slot else booking.booked_at))
        if draft is not None and booking.person_id not in desk.blocked:
            yield desk.source("appointment_end", booking.id, booking.person_id, draft)


def _waiting(desk: _Desk) -> Iterator[Source]:
    """The waiting list of a place is told by the worker whose half-day there comes first."""
    teller: dict[str, bool] = {}
    for entry in rows.where(desk.session.db, WaitingEntry):
        if entry.site_id not in teller:
            teller[entry.site_id] = _tells_waiting(desk, entry.site_id)
        if teller[entry.site_id] and entry.person_id not in desk.blocked:
            yield desk.source("waiting", entry.id, entry.person_id, deriving.waiting_fact(entry))


def _tells_waiting(desk: _Desk, site_id: str) -> bool:
    db, today = desk.session.db, desk.session.today()
    coming = rows.where(
        db, HalfDaySession, "site_id = ? AND day >= ?", (site_id, today), order="day, worker_id", limit=1
    )
    last = coming or rows.where(db, HalfDaySession, "site_id = ?", (site_id,), order="day DESC, worker_id", limit=1)
    return bool(last) and last[0].worker_id == desk.own


def _episode(desk: _Desk, episode: EpisodeOfCare, patient: Patient) -> Iterator[Source]:
    """An episode with its goals and its forms, answered or not; told by its case lead."""
    db, child = desk.session.db, desk.pseudonym("child", patient.id)
    talks = rows.count(db, Encounter, "episode_id = ? AND outcome IS NOT NULL", (episode.id,))
    lead = _first_lead(desk.session, episode)
    draft = deriving.episode_fact(episode, patient, child=child, talks=talks, lead_at_start=lead)
    yield desk.source("episode", episode.id, patient.id, draft)
    for goal in rows.where(db, Goal, "episode_id = ?", (episode.id,)):
        yield desk.source("goal", goal.id, patient.id, deriving.goal_fact(goal, episode))
    counted, _ = unique_responses(rows.where(db, Response, "episode_id = ?", (episode.id,)))
    given = {(one.moment, one.voice): one for one in counted}
    for due in due_forms(episode, patient.birth_date, desk.session.today()):
        response = deriving.response_fact(due, patient.birth_date, given.get((due.moment, due.voice)))
        yield desk.source("response", response.about, patient.id, response)


def _first_lead(session: Session, episode: EpisodeOfCare) -> str:
    made = operations.of_record(session.db, "episode_of_care", episode.id)
    return str(made[0].body.get("case_lead", episode.case_lead)) if made else episode.case_lead


def _handovers(desk: _Desk) -> Iterator[Source]:
    """Handovers of this worker's episodes; without an episode, those that this worker recorded."""
    db = desk.session.db
    leads = {one.id: one.case_lead for one in rows.where(db, EpisodeOfCare)}
    for handover in rows.where(db, Handover):
        if leads.get(handover.episode_id, handover.recorded_by) != desk.own:
            continue
        steps = operations.of_record(db, "handover", handover.id)
        accepted = [one.made_at for one in steps if one.kind == "handover.accepted"]
        draft = deriving.handover_fact(handover, accepted_at=accepted[-1] if accepted else None)
        yield desk.source("handover", handover.id, handover.patient_id, draft)


def _day(at: datetime) -> date:
    return at.astimezone(AMSTERDAM).date()
