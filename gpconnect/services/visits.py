"""What happens to a visit on the day itself: somebody arrives, the talk begins, or nobody came."""

import hashlib
from dataclasses import replace

from gpconnect.domain import booking
from gpconnect.domain import half_day as half_day_rules
from gpconnect.domain.calendar import instant
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, SafetyTask, SessionStatus, Slot
from gpconnect.services import walk_ins
from gpconnect.services.acting import Action, acting
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import rows

_S = AppointmentStatus
UNFINISHED = half_day_rules.UNFINISHED
_TOWARDS_TALK = {_S.BOOKED: ("arrived", "started"), _S.ARRIVED: ("started",), _S.IN_CONVERSATION: ()}
TAKEN_BACK = "taken_back"
"""Result of a safety task whose event was undone."""


def receive(session: Session, appointment_id: str) -> Changes:
    """Say that a child has arrived.

    Raises:
        KnownError: ``record.missing``, ``appointment.state_moved_on``, ``role.may_not``.
    """
    with acting(session, Intention.RECEIVE) as action:
        take_step(action, appointment_id, "arrived")
    return action.changes


def begin(session: Session, appointment_id: str) -> Changes:
    """Begin the talk; a child that nobody received has then arrived as well. Beginning twice changes nothing.

    Raises:
        KnownError: ``record.missing``, ``appointment.state_moved_on``, ``role.may_not``.
    """
    with acting(session, Intention.TALK) as action:
        lead_to_talk(action, appointment_id)
    return action.changes


def miss(session: Session, appointment_id: str) -> Changes:
    """Say that nobody came, and make what must be done today because of it (`gpconnect.domain.booking`).

    Raises:
        KnownError: ``record.missing``, ``appointment.state_moved_on``, ``role.may_not``.
    """
    with acting(session, Intention.RECEIVE) as action:
        missed = take_step(action, appointment_id, "missed")
        before = (missed.person_id, _S.NOSHOW, missed.id)
        noshows = rows.where(session.db, Appointment, "person_id = ? AND status = ? AND id <> ?", before)
        earlier = sum(booking.is_same_request(one, missed) for one in noshows)
        for plan in booking.noshow_tasks(missed, earlier, session.today()):
            action.write(
                SafetyTask(
                    # Missed at two desks it is one thing to do.
                    id=hashlib.sha256(f"{plan.about}\n{plan.kind}".encode()).hexdigest()[:32],
                    site_id=plan.site_id,
                    kind=plan.kind,
                    about=plan.about,
                    due_on=plan.due_on,
                    made_at=session.now(),
                    person_id=plan.person_id,
                )
            )
    return action.changes


def step_back(session: Session, appointment_id: str) -> Changes:
    """Take the last step of a visit back; tasks that a no-show made are closed as taken back.

    Raises:
        KnownError: ``record.missing``, ``appointment.state_moved_on``, ``role.may_not``.
    """
    with acting(session, Intention.RECEIVE) as action:
        before = rows.require(session.db, Appointment, appointment_id)
        take_step(action, appointment_id, "reverted")
        if before.status is _S.NOSHOW:
            for task in rows.where(session.db, SafetyTask, "about = ? AND done_at IS NULL", (appointment_id,)):
                action.write(_closed(session, task, TAKEN_BACK), "taken_back")
    return action.changes


def finish_task(session: Session, task_id: str, result: str = "done") -> Changes:
    """Close a safety task: somebody phoned, told the GP, or weighed the safety.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.FINISH_TASK) as action:
        action.write(_closed(session, rows.require(session.db, SafetyTask, task_id), result), "done")
    return action.changes


def reopen_task(session: Session, task_id: str) -> Changes:
    """Take back that a safety task was done.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.FINISH_TASK) as action:
        task = rows.require(session.db, SafetyTask, task_id)
        action.write(replace(task, done_at=None, done_by="", result=""), "reopened")
    return action.changes


def close_half_day(session: Session, session_id: str) -> Changes:
    """Close a half-day; every visit in it has an outcome. What was kept for walk-in and not used is given back.

    Raises:
        KnownError: ``half_day.unfinished`` (count, times) while visits wait for an outcome, ``half_day.called_off``,
            ``half_day.not_begun`` (day, start), ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.TALK) as action:
        half_day = _not_called_off(session, session_id)
        if instant(half_day.day, half_day.start) > session.now():
            raise KnownError("half_day.not_begun", day=f"{half_day.day:%d-%m-%Y}", start=f"{half_day.start:%H:%M}")
        if waiting := _lacking(session, session_id):
            times = ", ".join(f"{one.starts_at.astimezone(AMSTERDAM):%H:%M}" for one in waiting)
            raise KnownError("half_day.unfinished", count=len(waiting), times=times)
        action.write(replace(half_day, status=SessionStatus.CLOSED), "closed")
        walk_ins.let_go(action, half_day)
    return action.changes


def reopen_half_day(session: Session, session_id: str) -> Changes:
    """Open a closed half-day again.

    Raises:
        KnownError: ``half_day.called_off``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.TALK) as action:
        half_day = _not_called_off(session, session_id)
        action.write(replace(half_day, status=SessionStatus.OPEN), "reopened")
    return action.changes


def lead_to_talk(action: Action, appointment_id: str) -> Appointment:
    """Bring a visit to its talk, by the steps that were skipped. Inside an intention."""
    appointment = rows.require(action.session.db, Appointment, appointment_id)
    if appointment.status not in _TOWARDS_TALK:
        raise KnownError("appointment.state_moved_on")
    for event in _TOWARDS_TALK[appointment.status]:
        appointment = take_step(action, appointment_id, event)
    return appointment


def take_step(action: Action, appointment_id: str, event: str, *, reason: str = "") -> Appointment:
    """One legal step of a visit, inside an intention.

    Raises:
        KnownError: ``appointment.state_moved_on`` when somebody else was first or the step does not exist.
    """
    session = action.session
    before = rows.require(session.db, Appointment, appointment_id)
    after = booking.transition(before, event, before.status, session.now(), reason=reason)
    if isinstance(after, booking.Illegal):
        raise KnownError("appointment.state_moved_on")
    body = {"seen": str(before.status), "reason": reason}
    action.event("appointment", appointment_id, event, body, space=f"practice/{before.site_id}")
    return rows.require(session.db, Appointment, appointment_id)


def _not_called_off(session: Session, session_id: str) -> HalfDaySession:
    """Closing is for what took place: what was called off is taken back first."""
    half_day = rows.require(session.db, HalfDaySession, session_id)
    if half_day.status is SessionStatus.CANCELLED:
        raise KnownError("half_day.called_off")
    return half_day


def _lacking(session: Session, session_id: str) -> tuple[Slot, ...]:
    """The slots of a half-day whose visit has no outcome yet."""
    visits = rows.where(session.db, Appointment, "slot_id IN (SELECT id FROM slot WHERE session_id = ?)", (session_id,))
    return half_day_rules.lacking(rows.where(session.db, Slot, "session_id = ?", (session_id,)), visits)


def _closed(session: Session, task: SafetyTask, result: str) -> SafetyTask:
    return replace(task, done_at=session.now(), done_by=session.actor.staff_id, result=result)
