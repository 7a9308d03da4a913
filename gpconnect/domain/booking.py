"""What may happen to an appointment, and what follows when a child does not come.

The machine is pure: every device evaluates the same events in the hub's order and comes to the same state. An event
names the status its author saw; when that is no longer the status, or the step does not exist, the answer is
`Illegal` and the event stays in the log, marked, for its author to see.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from gpconnect.domain.calendar import local_day
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement

_S = AppointmentStatus

STEPS: dict[str, dict[AppointmentStatus, AppointmentStatus]] = {
    "arrived": {_S.BOOKED: _S.ARRIVED},
    "started": {_S.ARRIVED: _S.IN_CONVERSATION},
    "fulfilled": {_S.IN_CONVERSATION: _S.FULFILLED},
    "missed": {_S.BOOKED: _S.NOSHOW, _S.ARRIVED: _S.NOSHOW},
    "cancelled": {
        _S.BOOKED: _S.CANCELLED,
        _S.ARRIVED: _S.CANCELLED,
        _S.IN_CONVERSATION: _S.CANCELLED,
    },
    "moved": {_S.BOOKED: _S.BOOKED},
    "reverted": {
        _S.ARRIVED: _S.BOOKED,
        _S.IN_CONVERSATION: _S.ARRIVED,
        _S.FULFILLED: _S.IN_CONVERSATION,
        _S.NOSHOW: _S.BOOKED,
    },
    "placed": {status: status for status in _S if status is not _S.CANCELLED},
    "detailed": {status: status for status in _S if status is not _S.CANCELLED},
    "told": {status: status for status in _S if status is not _S.CANCELLED},
}
"""Event, status before, status after. What is not here is illegal; a cancelled slot may be somebody else's already, so
cancelling is not reverted but booked again. ``booked`` starts and stands outside the table."""

FINAL = frozenset({_S.FULFILLED, _S.NOSHOW, _S.CANCELLED})

SAME_REQUEST = timedelta(days=90)
"""How long a request goes on after a booking that fell through; who comes back later asks anew (our choice)."""

LATE = timedelta(minutes=10)
"""So long after the start of a slot somebody who is not there yet is looked out for (our choice)."""

_CARRIES = {
    "moved": frozenset({"slot_id", "claim_token_hash", "told_start"}),
    "told": frozenset({"told_start"}),
    "placed": frozenset({"placement", "loss_acknowledged"}),
    "detailed": frozenset({"words", "interpreter", "patient_line"}),
}
_PLACED = {Placement.CONFIRMED: 0, Placement.TENTATIVE: 1, Placement.NONE: 2, Placement.LOST: 3}
"""Of two bookings the one that surely has its slot goes before one that hopes for it."""
_BESIDE = frozenset({"placed", "detailed", "told"})
"""Events that say something about an appointment and leave its state alone."""


@dataclass(frozen=True, slots=True)
class Illegal:
    """A step that cannot be taken.

    Reasons: ``exists``, ``missing``, ``state_moved_on``, ``no_such_step``, ``reason_missing``, ``incomplete``.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """A safety task to make: kind, what it is about (an appointment id), when due, for which child."""

    kind: str
    about: str
    due_on: date
    person_id: str
    site_id: str


@dataclass(frozen=True, slots=True)
class NewWorker:
    """A booking with another worker than its family was told.

    Attributes:
        worker_id: staff id of who sits there now.
        before: staff id of whom the family was told.
        starts_at: when it begins (aware).
    """

    appointment: Appointment
    worker_id: str
    before: str
    starts_at: datetime


def transition(
    before: Appointment | None,
    event: str,
    seen: AppointmentStatus | None,
    at: datetime,
    *,
    booking: Appointment | None = None,
    reason: str = "",
    fields: Mapping[str, Any] | None = None,
) -> Appointment | Illegal:
    """One step of an appointment.

    Args:
        before: the appointment as it stands; None before it was booked.
        event: booked, arrived, started, fulfilled, missed, cancelled, moved, reverted, placed, detailed or told.
        seen: the status that the author saw; None for booked.
        at: when, by the author's clock (aware).
        booking: with ``booked``, the new appointment.
        reason: with ``cancelled``, why; it cannot be empty.
        fields: with ``moved``: slot_id, claim_token_hash and told_start; with ``told``: told_start; with ``placed``:
            placement, loss_acknowledged; with ``detailed``, when sharing was agreed to after booking (Jeugdwet
            7.3.11): words, interpreter, patient_line.
    """
    if event == "booked":
        return _booked(before, booking, at)
    if before is None:
        return Illegal("missing")
    if seen is not before.status:
        return Illegal("state_moved_on")
    after = STEPS.get(event, {}).get(before.status)
    carried = {name: value for name, value in (fields or {}).items() if name in _CARRIES.get(event, ())}
    wrong = _wrong(event, after, reason, carried)
    if after is None or wrong:
        return Illegal(wrong)
    if event in _BESIDE:
        return replace(before, **carried)
    if event == "moved":
        carried |= {"placement": Placement.TENTATIVE, "loss_acknowledged": False}
    return replace(before, status=after, status_at=at, status_reason=reason.strip(), **carried)


def _booked(before: Appointment | None, booking: Appointment | None, at: datetime) -> Appointment | Illegal:
    if before is not None:
        return Illegal("exists")
    if booking is None:
        return Illegal("incomplete")
    return replace(booking, status=_S.BOOKED, status_at=at, status_reason="")


def _wrong(event: str, after: AppointmentStatus | None, reason: str, carried: Mapping[str, Any]) -> str:
    if after is None:
        return "no_such_step"
    if event == "cancelled" and not reason.strip():
        return "reason_missing"
    return "incomplete" if event in _CARRIES and not carried else ""


def events_from(status: AppointmentStatus) -> frozenset[str]:
    """What may happen next, for the buttons that a screen offers."""
    return frozenset(event for event, steps in STEPS.items() if status in steps and event not in _BESIDE)


def request_of(appointment: Appointment) -> str:
    """The first appointment of the request for help that this one belongs to."""
    return appointment.request_id or appointment.id


def is_same_request(one: Appointment, other: Appointment) -> bool:
    """Whether two bookings of a child are about the same request for help.

    What was asked for on one day for the same reasons is one request as well: an older program said nothing else, and
    whoever waited on its list in between is booked under another request since the same day. For other reasons it is
    another one.
    """
    same_asking = one.requested_on == other.requested_on and sorted(one.reasons) == sorted(other.reasons)
    return request_of(one) == request_of(other) or same_asking


def continued(earlier: Iterable[Appointment], today: date) -> Appointment | None:
    """The booking that a new one goes on with: the last of this child, when it fell through not long ago.

    Not coming and calling off end no request: who is booked again after it still waits since the day of asking, and a
    second no-show is a second one.

    Args:
        earlier: what was booked for this child at this site.
        today: the practice's day.
    """
    last = max(earlier, key=lambda one: (one.booked_at, one.id), default=None)
    if last is None or last.status not in {_S.NOSHOW, _S.CANCELLED}:
        return None
    return last if today - local_day(last.status_at or last.booked_at) <= SAME_REQUEST else None


def booked_twice(appointments: Iterable[Appointment]) -> tuple[tuple[Appointment, Appointment], ...]:
    """Bookings that came on top of another one of the same request, each with the one that stays.

    Two desks that gave the same waiting family a place, without having heard of each other, are both right. The one
    that has its slot stays, or else the first; of the other one the family must hear, so it is nobody's to call off
    unseen. Once the talk was held a next one is no mistake.

    Args:
        appointments: of any number of requests.
    """
    requests: dict[tuple[str, str], list[Appointment]] = defaultdict(list)
    held: set[tuple[str, str]] = set()
    for one in appointments:
        key = (one.person_id, request_of(one))
        if one.person_id and one.status is _S.BOOKED:
            requests[key].append(one)
        elif one.status is _S.FULFILLED:
            held.add(key)
    found: list[tuple[Appointment, Appointment]] = []
    for key, booked in requests.items():
        stays, *others = sorted(booked, key=lambda one: (_PLACED[one.placement], one.booked_at, one.id))
        found += [(one, stays) for one in others if key not in held]
    return tuple(found)


def is_untold(appointment: Appointment, starts_at: datetime) -> bool:
    """Whether a family still thinks that its talk begins at another time than it does.

    Args:
        appointment: booked.
        starts_at: when its slot begins now (aware); the half-day may have moved under it.
    """
    booked = appointment.status is _S.BOOKED and appointment.placement is not Placement.LOST
    return booked and appointment.told_start is not None and appointment.told_start != starts_at


def is_late(status: AppointmentStatus, starts_at: datetime, now: datetime) -> bool:
    """Whether somebody who is expected today is not there yet, ten minutes after the start.

    Args:
        status: of the booking.
        starts_at: of its slot (aware).
        now: aware.
    """
    return status is _S.BOOKED and now > starts_at + LATE and local_day(now) == local_day(starts_at)


def noshow_tasks(appointment: Appointment, earlier_noshows: int, today: date) -> tuple[TaskPlan, ...]:
    """What must be done today because a child did not come.

    The first time somebody calls the family today. From the second time the GP is told as well and safety is weighed:
    staying away can itself be a signal (step 1 of the reporting code, Jeugdwet 4.1.7). A peer consultation
    has no child.

    Args:
        appointment: the one that was missed.
        earlier_noshows: how often this child did not come before, within the same request.
        today: the practice's day.
    """
    if not appointment.person_id:
        return ()
    kinds = ("noshow_call", "noshow_tell_gp", "noshow_weigh_safety") if earlier_noshows else ("noshow_call",)
    return tuple(TaskPlan(kind, appointment.id, today, appointment.person_id, appointment.site_id) for kind in kinds)


def waiting_days(requested_on: date, first_talk: date) -> int:
    """Days from asking for help to the first real talk (not an intake before a waiting list): 0 on the same day.

    Raises:
        KnownError: ``appointment.requested_after_talk`` when the dates are the wrong way round.
    """
    if first_talk < requested_on:
        raise KnownError("appointment.requested_after_talk")
    return (first_talk - requested_on).days
