"""From a record to the fact the pilot may count: pure, closed, and never more than `FACT_KINDS` allows.

Nothing is asked for the sake of a figure: every fact follows from the work itself. Only the device of the source
action derives it; the caller replaces ids by pseudonyms and seals it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from gpconnect.domain.ages import age_band, age_on
from gpconnect.domain.care import Encounter, EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus, Goal
from gpconnect.domain.evaluation import Moment, Response, Voice
from gpconnect.domain.handover import Handover
from gpconnect.domain.moments import YOUTH_FROM, DueForm
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, VisitKind, WaitingEntry

_HERE = ZoneInfo("Europe/Amsterdam")
_FINAL = {AppointmentStatus.FULFILLED, AppointmentStatus.NOSHOW, AppointmentStatus.CANCELLED}
_ANSWERS = ("usefulness", "recommend", "heard", "gp_reach", "gp_feedback", "gp_lead", "gp_time", "worker_fit")


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A fact before it has its pseudonymous id.

    Attributes:
        about: id of the source record; never leaves, it only goes into `fact_subject`.
        month: first day of the month it belongs to.
    """

    kind: str
    about: str
    month: date
    values: dict[str, Any]


def month_of(day: date | datetime) -> date:
    """First day of the month of a day, or of an instant as people in Zaltbommel lived it."""
    local = day.astimezone(_HERE) if isinstance(day, datetime) else day
    return date(local.year, local.month, 1)


def month_text(day: date) -> str:
    """The month as a fact writes it: ``2026-05``."""
    return f"{day.year:04d}-{day.month:02d}"


def band_on(birth_date: date, day: date) -> str:
    """Age band on a day; who turned 24 during a long episode stays in the oldest band."""
    return age_band(age_on(birth_date, day))


def may_count(patient: Patient) -> bool:
    """Whether facts about this child may leave: not after an objection (Jeugdwet art. 7.3.12)."""
    return not patient.research_objection


def half_day_fact(session: HalfDaySession, *, worker: str, capacity: int, used: int) -> FactDraft:
    """A half-day that was held. `worker` is a pseudonym, there only to see that at least three stand behind a site."""
    values = {"site": session.site_id, "worker": worker, "capacity": capacity, "used": used}
    return FactDraft("half_day", session.id, month_of(session.day), values)


def encounter_fact(encounter: Encounter, patient: Patient, *, child: str, requested_on: date | None) -> FactDraft:
    """A talk that took place. `requested_on` is given for the first talk only: waiting days count to it."""
    values: dict[str, Any] = {
        "child": child,
        "site": encounter.site_id,
        "visit": encounter.visit,
        "age_band": band_on(patient.birth_date, encounter.day),
        "outcome": encounter.outcome.value if encounter.outcome else None,
        "gp_joined": encounter.gp_joined,
        "waiting_days": _days(requested_on, encounter.day),
    }
    return FactDraft("encounter", encounter.id, month_of(encounter.day), values)


def peer_consultation_fact(encounter: Encounter) -> FactDraft:
    """A question between professionals: no child, only that it happened here."""
    return FactDraft("peer_consultation", encounter.id, month_of(encounter.day), {"site": encounter.site_id})


def appointment_end_fact(appointment: Appointment, day: date) -> FactDraft | None:
    """How a booking of a family ended on its day, or None while it has not."""
    if appointment.status not in _FINAL or appointment.visit == VisitKind.PEER_CONSULTATION:
        return None
    values = {"site": appointment.site_id, "status": appointment.status.value}
    return FactDraft("appointment_end", appointment.id, month_of(day), values)


def waiting_fact(entry: WaitingEntry) -> FactDraft | None:
    """Somebody who waits for a first talk, or None once that ended: the fact is then withdrawn."""
    if entry.ended_on is not None:
        return None
    return FactDraft("waiting", entry.id, month_of(entry.since), {"site": entry.site_id})


def episode_fact(episode: EpisodeOfCare, patient: Patient, *, child: str, talks: int, lead_at_start: str) -> FactDraft:
    """A stretch of help: how it began, what for, and once it is over how it ended."""
    closed = episode.ended_on is not None
    values: dict[str, Any] = {
        "child": child,
        "site": episode.site_id or patient.site_id,
        "age_band": band_on(patient.birth_date, episode.started_on or episode.requested_on),
        "way_in": episode.way_in.value,
        "reasons": sorted(set(episode.reasons)),
        "status": "closed" if closed else "open",
        "started": month_text(episode.started_on) if episode.started_on else None,
        "closed": month_text(episode.ended_on) if episode.ended_on else None,
        "end_reason": episode.end_reason.value if closed and episode.end_reason else None,
        "destination": (episode.destination.value if episode.destination else "none") if closed else None,
        "talks": talks,
        "lead_kept": episode.case_lead == lead_at_start if closed else None,
        "aftercare_planned": episode.aftercare_due is not None,
        "aftercare_done": episode.aftercare_done is not None,
        "later_referral": episode.later_referral,
    }
    return FactDraft("episode", episode.id, month_of(episode.requested_on), values)


def handover_fact(handover: Handover, *, accepted_at: datetime | None) -> FactDraft | None:
    """A handover that left the house, or None while it has not been sent."""
    if handover.sent_at is None:
        return None
    sent = handover.sent_at.astimezone(_HERE).date()
    values: dict[str, Any] = {
        "destination": handover.destination,
        "status": handover.status.value,
        "met": bool(handover.present),
        "days_to_accept": _days(sent, accepted_at.astimezone(_HERE).date() if accepted_at else None),
        "days_to_first_contact": _days(sent, handover.first_contact_on),
        "called_back": bool(handover.callback_result) if handover.callback_due else None,
    }
    return FactDraft("handover", handover.id, month_of(sent), values)


def feedback_fact(feedback: Feedback, today: date) -> FactDraft | None:
    """A duty to tell the GP: in time or too late; None while it is neither sent nor due, or will not be told.

    It counts in the month in which it was sent, and what is late in the month in which it was due: never in one that is
    still to come.
    """
    if feedback.status is FeedbackStatus.NOT_TOLD:
        return None
    sent = feedback.sent_at.astimezone(_HERE).date() if feedback.sent_at else None
    if sent is None or feedback.status is FeedbackStatus.PREPARED:
        if today <= feedback.due_on:
            return None
        sent = today
    # Of a change somebody hears how it goes; which change it was is nothing for the municipality.
    moment = FeedbackMoment.PROGRESS if feedback.moment is FeedbackMoment.CHANGE else feedback.moment
    values = {"site": feedback.site_id, "moment": moment.value, "in_time": sent <= feedback.due_on}
    return FactDraft("feedback", feedback.id, month_of(min(sent, feedback.due_on)), values)


def response_about(episode_id: str, moment: Moment, voice: Voice) -> str:
    """What the fact about one voice at one moment is about, whether a form was handed in or not."""
    return f"{episode_id}/{moment}/{voice}"


def response_fact(due: DueForm, birth_date: date, response: Response | None) -> FactDraft:
    """One voice at one moment: asked, and answered or not. Open answers stay behind."""
    day = due.due_on
    voice = due.voice.value
    if due.voice is Voice.CHILD and age_on(birth_date, day) >= YOUTH_FROM:
        voice = "youth"
    values: dict[str, Any] = {"voice": voice, "moment": due.moment.value, "answered": response is not None}
    if response is not None:
        scores = {key: response.answers.get(key) for key in _ANSWERS}
        values |= {key: value for key, value in scores.items() if type(value) is int}
        values["without_help"] = response.answers.get("without_help") or None
    return FactDraft("response", response_about(due.episode_id, due.moment, due.voice), month_of(day), values)


def goal_fact(goal: Goal, episode: EpisodeOfCare) -> FactDraft | None:
    """A goal of a closed episode with both scores, or None."""
    if episode.ended_on is None or goal.score_start is None or goal.score_end is None or goal.archived:
        return None
    values = {"score_start": goal.score_start, "score_end": goal.score_end}
    return FactDraft("goal", goal.id, month_of(episode.ended_on), values)


def used_slots(appointments: Iterable[Appointment], slot_ids: Sequence[str]) -> int:
    """How many slots of a half-day held a talk."""
    wanted = set(slot_ids)
    return sum(a.slot_id in wanted and a.status is AppointmentStatus.FULFILLED for a in appointments)


def _days(start: date | None, end: date | None) -> int | None:
    """Whole days between two days, never negative; None when one is not known."""
    return None if start is None or end is None else max(0, (end - start).days)
