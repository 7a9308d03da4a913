"""Records with a state machine: how an operation in the log becomes the domain's transition.

An operation that starts a record holds it under ``record``. Every later one holds the status that its author saw
(``seen``), and ``reason`` and ``fields`` where the step has them.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from gpconnect.domain import booking, erasing, feedback, handing_over
from gpconnect.domain.care import Feedback, FeedbackStatus
from gpconnect.domain.erasure import Erasure, ErasureStatus
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.operations import Operation
from gpconnect.domain.schedule import Appointment, AppointmentStatus
from gpconnect.sync import merge

Step = Callable[[dict[str, Any] | None, Operation], dict[str, Any] | merge.Illegal]
MALFORMED = merge.Illegal("malformed")


def step_appointment(state: dict[str, Any] | None, operation: Operation) -> dict[str, Any] | merge.Illegal:
    """One step of an appointment, for `gpconnect.sync.merge`."""
    try:
        before = msgspec.convert(state, Appointment) if state else None
        booked = operation.body.get("record")
        after = booking.transition(
            before,
            operation.kind.partition(".")[2],
            _seen(operation, AppointmentStatus),
            operation.made_at,
            booking=msgspec.convert(booked, Appointment) if booked else None,
            reason=operation.body.get("reason", ""),
            fields=operation.body.get("fields"),
        )
    except (msgspec.ValidationError, ValueError, TypeError):
        return MALFORMED
    if isinstance(after, booking.Illegal):
        return merge.Illegal(after.reason)
    return dict(msgspec.to_builtins(after))


def step_handover(state: dict[str, Any] | None, operation: Operation) -> dict[str, Any] | merge.Illegal:
    """One step of a handover, for `gpconnect.sync.merge`."""
    try:
        before = msgspec.convert(state, Handover) if state else None
        asked = operation.body.get("record")
        after = handing_over.transition(
            before,
            operation.kind.partition(".")[2],
            _seen(operation, HandoverStatus),
            operation.made_at,
            created=msgspec.convert(asked, Handover) if asked else None,
            performed_by=operation.body.get("performed_by", ""),
            recorded_by=operation.author,
            reason=operation.body.get("reason", ""),
            fields=operation.body.get("fields"),
        )
    except (msgspec.ValidationError, ValueError, TypeError):
        return MALFORMED
    if isinstance(after, booking.Illegal):
        return merge.Illegal(after.reason)
    return dict(msgspec.to_builtins(after))


def step_feedback(state: dict[str, Any] | None, operation: Operation) -> dict[str, Any] | merge.Illegal:
    """One step of feedback to the GP, for `gpconnect.sync.merge`."""
    body = operation.body
    try:
        asked = body.get("record") or ({**state, **body.get("fields", {})} if state else None)
        after = feedback.transition(
            msgspec.convert(state, Feedback) if state else None,
            operation.kind.partition(".")[2],
            _seen(operation, FeedbackStatus),
            msgspec.convert(asked, Feedback) if asked else None,
            msgspec.convert(body.get("sending"), datetime | None),
        )
    except (msgspec.ValidationError, ValueError, TypeError):
        return MALFORMED
    if isinstance(after, booking.Illegal):
        return merge.Illegal(after.reason)
    return dict(msgspec.to_builtins(after))


def step_erasure(state: dict[str, Any] | None, operation: Operation) -> dict[str, Any] | merge.Illegal:
    """One step of an erasure, for `gpconnect.sync.merge`."""
    try:
        asked = operation.body.get("record")
        after = erasing.transition(
            msgspec.convert(state, Erasure) if state else None,
            operation.kind.partition(".")[2],
            _seen(operation, ErasureStatus),
            operation.made_at,
            operation.author,
            created=msgspec.convert(asked, Erasure) if asked else None,
            reason=operation.body.get("reason", ""),
        )
    except (msgspec.ValidationError, ValueError, TypeError):
        return MALFORMED
    if isinstance(after, booking.Illegal):
        return merge.Illegal(after.reason)
    return dict(msgspec.to_builtins(after))


STEPS: dict[str, Step] = {
    "appointment": step_appointment,
    "erasure": step_erasure,
    "feedback": step_feedback,
    "handover": step_handover,
}


def _seen(operation: Operation, status: type[Any]) -> Any:
    seen = operation.body.get("seen")
    return status(seen) if seen is not None else None
