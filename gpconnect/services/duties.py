"""What is waiting for the person at work: derived from their records, with the name that the line needs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from gpconnect.domain import dossier_duties
from gpconnect.domain import duties as rules
from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackStatus
from gpconnect.domain.consent import Consent, Review
from gpconnect.domain.duties import Duty, DutyKind
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.meldcode import MeldcodeStep, next_due, standing
from gpconnect.domain.people import Patient
from gpconnect.domain.phone_calls import BookedTwice
from gpconnect.domain.roles import Intention, may
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, SafetyTask, Slot
from gpconnect.services import (
    absences,
    access_sharing,
    cards,
    consents,
    doubles,
    erasing,
    feedback,
    half_day_duties,
    held_details,
    lead,
    new_times,
    new_workers,
    replanning,
    requests,
    resources,
    restricting,
)
from gpconnect.services.acting import check
from gpconnect.services.half_day_views import AMONG, worker_names
from gpconnect.services.persons import Person, persons
from gpconnect.services.session import Session
from gpconnect.services.visits import UNFINISHED
from gpconnect.storage import drafts, rows

_OPEN_HANDOVERS = (
    HandoverStatus.REQUESTED,
    HandoverStatus.ACCEPTED,
    HandoverStatus.ON_HOLD,
    HandoverStatus.REJECTED,
    HandoverStatus.IN_PROGRESS,
)
_OWN_HANDOVER = (
    "(recorded_by IN (SELECT value FROM json_each(?)) "
    "OR patient_id IN (SELECT id FROM patient WHERE case_lead IN (SELECT value FROM json_each(?))))"
)
"""A handover is looked after by the child's case lead and by whoever began it, and by no other colleague."""
_OWN = (
    "({owner} IN (SELECT value FROM json_each(?)) "
    "OR ({owner} IN (SELECT value FROM json_each(?)) "
    "AND {child} IN (SELECT id FROM patient WHERE case_lead IN (SELECT value FROM json_each(?)))))"
)
_OWN_FEEDBACK = _OWN.format(owner="prepared_by", child="person_id")
"""What the GP is to hear is told by who prepared it, and once they have left by who leads."""
_OWN_AFTERCARE = _OWN.format(owner="case_lead", child="patient_id")
"""Aftercare is given by who led the help to its end, and once they have left by who leads the dossier."""
_TALK_STANDS = (
    "NOT EXISTS (SELECT 1 FROM encounter e WHERE e.appointment_id = feedback.appointment_id AND e.outcome IS NULL)"
)
"""Nothing is told of a talk whose outcome was taken back, until it has one again."""
_TO_DO = (
    "done_at IS NULL AND NOT (kind LIKE 'noshow%' AND EXISTS "
    "(SELECT 1 FROM appointment a WHERE a.id = about AND a.status <> 'noshow'))"
)
"""Nobody phones after a child who came all the same, as another desk saw."""
_ABOUT_VISIT = frozenset(
    {
        DutyKind.SLOT_LOST,
        DutyKind.BOOKED_TWICE,
        DutyKind.REPLAN,
        DutyKind.TELL_NEW_TIME,
        DutyKind.VISIT_UNFINISHED,
        DutyKind.TELL_NEW_WORKER,
        DutyKind.CONSENT_MISSING,
    }
)


@dataclass(frozen=True, slots=True)
class DutyView:
    """A duty with what its line says.

    Attributes:
        person: the child, when this device may name it.
        about: what it is about in a few words: a receiver, a doctor, a template's title, or the detail of a task.
        overdue: whether it should have been done before today.
        task_id: the safety task that closes it, or empty.
        appointment_id: the visit that it is about, or empty.
        instead_of: name of the worker who is away and whose duty it is; empty for one's own.
    """

    duty: Duty
    person: Person | None
    about: str = ""
    overdue: bool = False
    task_id: str = ""
    appointment_id: str = ""
    instead_of: str = ""


def list_duties(session: Session) -> tuple[DutyView, ...]:
    """Everything that waits for this person, the overdue first.

    A practice sees the tasks and lost bookings of its own sites, and whom it must still ask about sharing; a worker
    also drafts, feedback, the handovers that they began or lead, aftercare and birthdays; a deputy those of whoever is
    away as well, but for drafts, which only their author signs, and erasing, which waits.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    worker = may(session.actor.role, Intention.READ_DOSSIER)
    away = absences.deputised(session.db, session.actor.staff_id, session.today()) if worker else frozenset()
    records = _worker_records(session, away) if worker else _with_questions(session, _desk_records(session))
    whose = _whose(session, records, away)
    # A dossier that is kept from the deputy stays so: its case lead finds the duty on coming back.
    shut = restricting.closed(session) if whose else frozenset()
    found = [
        one for one in rules.duties(records, session.now()) if one.about not in whose or one.patient_id not in shut
    ]
    known = persons(session, [one.patient_id for one in found])
    about = _abouts(session, records) | _urgent_words(session, records.tasks)
    about |= half_day_duties.names(session, records.half_days)
    visits = {one.id: one.appointment_id for one in records.feedback} | {one.id: one.about for one in records.tasks}
    tasks = {one.id for one in records.tasks}
    today = session.today()
    return tuple(
        DutyView(
            one,
            known.get(one.patient_id),
            about.get(one.about, ""),
            one.is_overdue(today),
            one.about if one.about in tasks else "",
            visits.get(one.about, one.about if one.kind in _ABOUT_VISIT else ""),
            whose.get(one.about, ""),
        )
        for one in found
    )


def _desk_records(session: Session) -> rules.Records:
    sites = session.actor.site_ids
    marks = ", ".join("?" * len(sites))
    return rules.Records(
        tasks=tuple(rows.where(session.db, SafetyTask, f"{_TO_DO} AND site_id IN ({marks})", sites)),
        shut_out=replanning.shut_out(session),
        twice=_twice(session),
        untold=new_times.untold(session),
        half_days=half_day_duties.found(session),
        new_workers=new_workers.untold(session),
        appointments=tuple(
            rows.where(
                session.db,
                Appointment,
                f"status = ? AND placement = ? AND site_id IN ({marks})",
                (AppointmentStatus.BOOKED, Placement.LOST, *sites),
            )
        ),
    )


def _twice(session: Session) -> tuple[BookedTwice, ...]:
    """Bookings at this person's sites that two desks made for one request."""
    found = []
    for one, stays in requests.booked_twice(session, session.actor.site_ids):
        slot = rows.get(session.db, Slot, stays.slot_id) if stays.slot_id else None
        found.append(BookedTwice(one, slot.starts_at if slot else None))
    return tuple(found)


def _with_questions(session: Session, records: rules.Records) -> rules.Records:
    """The same, with the families who are still to be asked about sharing: once for each child."""
    sites, states = session.actor.site_ids, sorted(UNFINISHED)
    marks, open_states = ", ".join("?" * len(sites)), ", ".join("?" * len(states))
    condition = f"person_id <> '' AND site_id IN ({marks}) AND status IN ({open_states})"
    found = rows.where(session.db, Appointment, condition, (*sites, *states), order="booked_at DESC, id")
    first = {one.person_id: one for one in found}
    asked = cards.still_to_ask(session, first.values())
    known = {one.id for one in records.appointments}
    more = tuple(one for one in first.values() if one.id in asked and one.id not in known)
    return replace(records, appointments=(*records.appointments, *more), standings=asked)


def _worker_records(session: Session, away: frozenset[str]) -> rules.Records:
    own = session.actor.staff_id
    whose = (own, *sorted(away))
    desk = _desk_records(session)
    leads, gone = AMONG.format(column="case_lead"), tuple(sorted(lead.gone(session)))
    patients = tuple(rows.where(session.db, Patient, f"{leads} AND archived = 0", (whose,)))
    states = ", ".join("?" * len(_OPEN_HANDOVERS))
    records = rules.Records(
        drafts=tuple(drafts.of_author(session.db, own)),
        feedback=tuple(
            one
            for one in rows.where(
                session.db,
                Feedback,
                f"status = ? AND {_OWN_FEEDBACK} AND {_TALK_STANDS}",
                (FeedbackStatus.PREPARED, whose, gone, whose),
            )
            if not feedback.is_refused(session, one)
        ),
        handovers=tuple(
            rows.where(
                session.db,
                Handover,
                f"status IN ({states}) AND {_OWN_HANDOVER}",
                (*_OPEN_HANDOVERS, whose, whose),
            )
        ),
        appointments=desk.appointments,
        tasks=desk.tasks,
        shut_out=desk.shut_out,
        twice=desk.twice,
        untold=desk.untold,
        half_days=desk.half_days,
        new_workers=desk.new_workers,
        episodes=tuple(
            rows.where(
                session.db,
                EpisodeOfCare,
                f"ended_on IS NOT NULL AND aftercare_done IS NULL AND aftercare_due <= ? AND {_OWN_AFTERCARE}",
                (session.today(), whose, gone, whose),
            )
        ),
        patients=patients,
        meldcode=_late_steps(session, patients),
        emergencies=access_sharing.unread_emergencies(session, patients),
        erasures=erasing.due(session),
    )
    return _with_dossiers(session, records, whose)


def _with_dossiers(session: Session, records: rules.Records, whose: tuple[str, ...]) -> rules.Records:
    """The same, with what was answered and looked at about these children, and the dossiers that ask for somebody."""
    today, shut = session.today(), restricting.closed(session)
    led = tuple(one.id for one in records.patients)
    leaderless = [one for one in lead.without_lead(session) if one.id not in shut]
    twice = [pair for pair in doubles.doubles(session) if any(each.case_lead in whose for each in pair)]
    return replace(
        records,
        expiring=consents.expiring(session, list(led)),
        consents=tuple(rows.where(session.db, Consent, AMONG.format(column="person_id"), (led,))),
        reviews=tuple(rows.where(session.db, Review, AMONG.format(column="patient_id"), (led,))),
        further=(*dossier_duties.without_lead(leaderless, today), *dossier_duties.double(twice, today)),
    )


def _late_steps(session: Session, patients: Iterable[Patient]) -> tuple[tuple[str, str, date], ...]:
    """The last step of the reporting code of each child whose next one is late; nothing of what it says."""
    led = tuple(one.id for one in patients)
    steps: dict[str, list[MeldcodeStep]] = {}
    for one in rows.where(session.db, MeldcodeStep, AMONG.format(column="patient_id"), (led,)):
        steps.setdefault(one.patient_id, []).append(one)
    late = ((child, standing(found)) for child, found in steps.items())
    return tuple(
        (found[-1].id, child, due)
        for child, found in late
        if (due := next_due(found)) is not None and due <= session.today()
    )


def _whose(session: Session, records: rules.Records, away: frozenset[str]) -> dict[str, str]:
    """By what a duty is about, the name of whoever is away and would have done it."""
    if not away:
        return {}
    own, names = session.actor.staff_id, worker_names(session.db, away)
    leads, gone = {one.id: one.case_lead for one in records.patients}, lead.gone(session)

    def own_or_led(owner: str, child: str) -> set[str]:
        return {owner, leads.get(child, "")} if owner in gone else {owner}

    theirs = {one.id: own_or_led(one.prepared_by, one.person_id) for one in records.feedback}
    theirs |= {one.id: {one.recorded_by, leads.get(one.patient_id, "")} for one in records.handovers}
    theirs |= {one.id: own_or_led(one.case_lead, one.patient_id) for one in records.episodes}
    theirs |= {one.id: {one.case_lead} for one in records.patients}
    theirs |= {one.id: {leads.get(one.person_id, "")} for one in records.expiring}
    theirs |= {step: {leads.get(child, "")} for step, child, _ in records.meldcode}
    theirs |= {one.event_id: {leads.get(one.client, "")} for one in records.emergencies}
    return {
        about: names.get(min(found & away), "") for about, found in theirs.items() if own not in found and found & away
    }


def _abouts(session: Session, records: rules.Records) -> dict[str, str]:
    names = worker_names(session.db, (one.worker_id for one in records.new_workers))
    titles = {form_id: form.title for (form_id, _), form in resources.load_forms().items()}
    return (
        {one.id: titles.get(one.template, one.template) for one in records.drafts}
        | {one.id: one.provider_name for one in records.handovers}
        | {one.id: one.practitioner for one in records.feedback}
        | {one.id: one.detail for one in records.tasks}
        | {one.appointment.id: names.get(one.worker_id, "") for one in records.new_workers}
    )


def _urgent_words(session: Session, tasks: Iterable[SafetyTask]) -> dict[str, str]:
    """What an urgent task is about: its reasons in words, and what the family said where that may be known here."""
    reasons = resources.load_codes()["reasons"]
    found = {}
    for task in tasks:
        if task.kind == DutyKind.URGENT:
            labels = ", ".join(reasons.label(key) for key in task.detail.split(", ") if key)
            words = task.words or held_details.held(session.db, task.id).words
            found[task.id] = " – ".join(filter(None, (labels, words)))
    return found
