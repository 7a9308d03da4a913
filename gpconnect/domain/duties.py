"""What is waiting for somebody: every duty is derived from the records, none is kept apart.

A duty that is kept in a list of its own grows stale; one that is worked out disappears by being done. Only what an
event demands today (an urgent call, a child that did not come) is a record: the safety task.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from gpconnect.domain import handing_over
from gpconnect.domain.access import AccessEvent
from gpconnect.domain.booking import NewWorker, is_untold
from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackStatus
from gpconnect.domain.consent import Consent, Review
from gpconnect.domain.consenting import Standing, review_due
from gpconnect.domain.erasure import Erasure
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import Patient
from gpconnect.domain.phone_calls import BookedTwice, ShutOut, Untold
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, SafetyTask


class DutyKind(StrEnum):
    """Kinds of duty, in the order in which a day begins: first what is about safety."""

    URGENT = "urgent"
    EMERGENCY_LOOK = "emergency_look"
    MELDCODE_STEP = "meldcode_step"
    NOSHOW_WEIGH_SAFETY = "noshow_weigh_safety"
    NOSHOW_TELL_GP = "noshow_tell_gp"
    NOSHOW_CALL = "noshow_call"
    SLOT_LOST = "slot_lost"
    BOOKED_TWICE = "booked_twice"
    HALF_DAYS_AT_ONCE = "half_days_at_once"
    SLOTS_TANGLED = "slots_tangled"
    REPLAN = "replan"
    TELL_NEW_TIME = "tell_new_time"
    VISIT_UNFINISHED = "visit_unfinished"
    TELL_NEW_WORKER = "tell_new_worker"
    HANDOVER_ANSWER_OVERDUE = "handover_answer_overdue"
    CALL_BACK = "call_back"
    BRIDGING_CONTACT = "bridging_contact"
    DRAFT_UNSIGNED = "draft_unsigned"
    FEEDBACK_DUE = "feedback_due"
    CONSENT_MISSING = "consent_missing"
    CONSENT_EXPIRES = "consent_expires"
    AFTERCARE_DUE = "aftercare_due"
    BIRTHDAY_REVIEW = "birthday_review"
    LEAD_MISSING = "lead_missing"
    DOUBLE_DOSSIER = "double_dossier"
    ERASURE_DUE = "erasure_due"


_KINDS = {str(kind): kind for kind in DutyKind}
_ON_TOP = frozenset({DutyKind.URGENT, DutyKind.EMERGENCY_LOOK})
"""What stands above even the overdue: whom to phone now, and a look past a closed door that somebody must judge."""
_ORDER = {kind: place for place, kind in enumerate(DutyKind)}


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to do.

    Attributes:
        kind: what it is.
        about: id of the record that it is about.
        due_on: the day on which it should be done.
        patient_id: the child, or empty.
        site_id: the site, or empty.
        params: codes and dates that the sentence needs; never a name.
    """

    kind: DutyKind
    about: str
    due_on: date
    patient_id: str = ""
    site_id: str = ""
    params: Mapping[str, str] = field(default_factory=dict)

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before today."""
        return self.due_on < today


@dataclass(frozen=True, slots=True)
class Records:
    """What duties are worked out from: the open records that the person at work may see.

    Attributes:
        standings: by appointment id, where consent to share stands; only for appointments where it is asked.
        meldcode: the last step of the reporting code of children whose next one is late, with the child and its day.
        patients: for the birthdays on which who decides changes.
        emergencies: colleagues who looked in a dossier that was kept from them, which its case lead has not read yet.
        erasures: those that this person may destroy, with the day since when.
        shut_out: bookings that stand where nobody will sit: on a shut day, in what was called off, in no slot.
        twice: bookings of a family that has one already for the same request.
        untold: coming bookings whose family was told another time.
        expiring: yeses that end soon or have ended, and are to be asked again.
        reviews: which birthdays a colleague has looked at already.
        half_days: what two desks made of half-days without having heard of each other, as
            `gpconnect.domain.half_day_duties` works it out.
        new_workers: coming bookings whose family was told another worker.
        further: what other rules found to be waiting (`gpconnect.domain.dossier_duties`).
    """

    drafts: tuple[NoteDraft, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    handovers: tuple[Handover, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    consents: tuple[Consent, ...] = ()
    tasks: tuple[SafetyTask, ...] = ()
    meldcode: tuple[tuple[str, str, date], ...] = ()
    episodes: tuple[EpisodeOfCare, ...] = ()
    patients: tuple[Patient, ...] = ()
    emergencies: tuple[AccessEvent, ...] = ()
    erasures: tuple[tuple[Erasure, date], ...] = ()
    shut_out: tuple[ShutOut, ...] = ()
    twice: tuple[BookedTwice, ...] = ()
    untold: tuple[Untold, ...] = ()
    expiring: tuple[Consent, ...] = ()
    reviews: tuple[Review, ...] = ()
    half_days: tuple[Duty, ...] = ()
    new_workers: tuple[NewWorker, ...] = ()
    further: tuple[Duty, ...] = ()


def duties(records: Records, now: datetime) -> tuple[Duty, ...]:
    """Everything that is waiting: what is about safety first, then the overdue, then by kind, then by day.

    Args:
        records: what the person at work may see.
        now: aware; its day in Europe/Amsterdam is today.
    """
    today = local_day(now)
    found = [
        *_from_tasks(records.tasks),
        *(Duty(DutyKind.MELDCODE_STEP, step, day, child) for step, child, day in records.meldcode),
        *_from_lost_slots(records, today),
        *_from_double_bookings(records.twice, today),
        *_from_shut_days(records.shut_out, today),
        *_from_untold(records, today),
        *records.half_days,
        *_from_new_workers(records, today),
        *_from_handovers(records.handovers, today),
        *_from_drafts(records.drafts),
        *_from_feedback(records.feedback),
        *_from_standings(records.appointments, records.standings),
        *(_from_expiring(one) for one in records.expiring),
        *_from_episodes(records.episodes, today),
        *_from_birthdays(records, today),
        *records.further,
        *_from_emergencies(records.emergencies),
        *(Duty(DutyKind.ERASURE_DUE, one.id, day, one.patient_id) for one, day in records.erasures),
    ]
    return tuple(
        sorted(
            found,
            key=lambda duty: (
                duty.kind not in _ON_TOP,
                not duty.is_overdue(today),
                _ORDER[duty.kind],
                duty.due_on,
                duty.about,
            ),
        )
    )


def _from_tasks(tasks: Iterable[SafetyTask]) -> list[Duty]:
    """Tasks as they stand; a kind that only a newer program knows is shown as urgent rather than not at all."""
    return [
        Duty(
            _KINDS.get(task.kind, DutyKind.URGENT),
            task.id,
            task.due_on,
            task.person_id,
            task.site_id,
            {"detail": task.detail},
        )
        for task in tasks
        if task.done_at is None
    ]


def _from_lost_slots(records: Records, today: date) -> list[Duty]:
    """A booking that lost its slot is a duty until somebody saw it, unless a task says the same already.

    A family that has another booking for the same request needs no other slot.
    """
    told = {task.about for task in records.tasks if task.kind == DutyKind.SLOT_LOST}
    told |= {one.appointment.id for one in records.twice}
    return [
        Duty(DutyKind.SLOT_LOST, one.id, today, one.person_id, one.site_id)
        for one in records.appointments
        if one.placement is Placement.LOST
        and one.status is AppointmentStatus.BOOKED
        and not one.loss_acknowledged
        and one.id not in told
    ]


def _from_double_bookings(twice: Iterable[BookedTwice], today: date) -> list[Duty]:
    """A family with two bookings for one request hears today which one stays; cancelling either ends it."""
    return [
        Duty(
            DutyKind.BOOKED_TWICE,
            one.appointment.id,
            today,
            one.appointment.person_id,
            one.appointment.site_id,
            {"stays_at": one.stays_at.isoformat()} if one.stays_at is not None else {},
        )
        for one in twice
    ]


def _from_shut_days(shut_out: Iterable[ShutOut], today: date) -> list[Duty]:
    """A family that comes to a closed door was told by nobody: from the moment that is known, it is for today."""
    return [
        Duty(
            DutyKind.REPLAN,
            one.appointment.id,
            today,
            one.appointment.person_id,
            one.appointment.site_id,
            {"day": one.day.isoformat(), "why": one.why, "cause": str(one.cause)},
        )
        for one in shut_out
        if one.is_due
    ]


def _from_untold(records: Records, today: date) -> list[Duty]:
    """A family that was told another time hears the new one today, unless they get yet another one first."""
    moves = {one.appointment.id for one in records.shut_out} | {one.appointment.id for one in records.twice}
    return [
        Duty(
            DutyKind.TELL_NEW_TIME,
            one.appointment.id,
            today,
            one.appointment.person_id,
            one.appointment.site_id,
            {"starts_at": one.starts_at.isoformat(), "told": told.isoformat()},
        )
        for one in records.untold
        if one.appointment.id not in moves
        and is_untold(one.appointment, one.starts_at)
        and (told := one.appointment.told_start) is not None
    ]


def _from_new_workers(records: Records, today: date) -> list[Duty]:
    """A family hears today who speaks to them, unless they are phoned about another time anyway."""
    phoned = {one.appointment.id for one in records.shut_out} | {one.appointment.id for one in records.untold}
    phoned |= {one.appointment.id for one in records.twice}
    tells = [(one.appointment, one) for one in records.new_workers if one.appointment.id not in phoned]
    return [
        Duty(DutyKind.TELL_NEW_WORKER, one.id, today, one.person_id, one.site_id, _params(told)) for one, told in tells
    ]


def _params(one: NewWorker) -> dict[str, str]:
    return {"worker": one.worker_id, "before": one.before, "starts_at": one.starts_at.isoformat()}


def _from_handovers(handovers: Iterable[Handover], today: date) -> list[Duty]:
    kinds = {
        "ask_answer": DutyKind.HANDOVER_ANSWER_OVERDUE,
        "escalate": DutyKind.HANDOVER_ANSWER_OVERDUE,
        "call_back": DutyKind.CALL_BACK,
        "bridge": DutyKind.BRIDGING_CONTACT,
    }
    found: list[Duty] = []
    for one in handovers:
        step = handing_over.next_step(one, today)
        steps = [(step.code, step.due)] if step is not None else []
        # While an answer is awaited the child still hears from us, and somebody still phones after a week.
        waiting = one.status in {HandoverStatus.REQUESTED, HandoverStatus.ON_HOLD} and one.sent_at is not None
        if waiting and handing_over.is_call_due(one, today):
            steps.append(("call_back", one.callback_due))
        if waiting and one.bridging and one.next_contact_on is not None and one.next_contact_on <= today:
            steps.append(("bridge", one.next_contact_on))
        found += [
            Duty(kinds[code], one.id, due, one.patient_id, params={"step": code})
            for code, due in steps
            if code in kinds and due is not None
        ]
    return found


def _from_drafts(drafts: Iterable[NoteDraft]) -> list[Duty]:
    return [
        Duty(
            DutyKind.DRAFT_UNSIGNED,
            one.id,
            local_day(one.started_at),
            one.patient_id,
            params={"template": one.template},
        )
        for one in drafts
    ]


def _from_feedback(feedback: Iterable[Feedback]) -> list[Duty]:
    return [
        Duty(DutyKind.FEEDBACK_DUE, one.id, one.due_on, one.person_id, one.site_id, {"moment": str(one.moment)})
        for one in feedback
        if one.status is FeedbackStatus.PREPARED
    ]


def _from_standings(appointments: Iterable[Appointment], standings: Mapping[str, Standing]) -> list[Duty]:
    """Consent that is still to be asked, on the day that it was booked at the latest; it never blocks a booking."""
    return [
        Duty(
            DutyKind.CONSENT_MISSING,
            one.id,
            local_day(one.booked_at),
            one.person_id,
            one.site_id,
            {"status": str(standings[one.id].status)},
        )
        for one in appointments
        if one.id in standings and not standings[one.id].is_given and one.status is not AppointmentStatus.CANCELLED
    ]


def _from_expiring(consent: Consent) -> Duty:
    """A yes that ends is asked again before its last day is over."""
    params, last_day = {"purpose": consent.purpose}, consent.expires_on or consent.acted_on
    return Duty(DutyKind.CONSENT_EXPIRES, consent.id, last_day, consent.person_id, params=params)


def _from_episodes(episodes: Iterable[EpisodeOfCare], today: date) -> list[Duty]:
    return [
        Duty(DutyKind.AFTERCARE_DUE, one.id, one.aftercare_due, one.patient_id, one.site_id)
        for one in episodes
        if one.aftercare_due is not None and one.aftercare_due <= today and one.aftercare_done is None
    ]


def _from_emergencies(emergencies: Iterable[AccessEvent]) -> list[Duty]:
    """The case lead reads why, on the day it happened; reading who looked in the dossier is what ends it."""
    return [Duty(DutyKind.EMERGENCY_LOOK, one.event_id, local_day(one.at), one.client) for one in emergencies]


def _from_birthdays(records: Records, today: date) -> list[Duty]:
    """A birthday on which another person came to decide (12, 16, 18): ask anew, also where nobody was ever asked."""
    answers: dict[str, list[Consent]] = {}
    for consent in records.consents:
        answers.setdefault(consent.person_id, []).append(consent)
    found: list[Duty] = []
    for one in records.patients:
        own, looked = answers.get(one.id, ()), [each for each in records.reviews if each.patient_id == one.id]
        turned = review_due(one.birth_date, local_day(one.opened_at), own, today, reviews=looked)
        if turned is not None and not one.archived:
            age, day = turned
            found.append(Duty(DutyKind.BIRTHDAY_REVIEW, one.id, day, one.id, one.site_id, {"age": str(age)}))
    return found
