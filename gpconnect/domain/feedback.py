"""What may happen to feedback to the GP: prepared, sent, seen, taken back before anybody saw it, or left.

The machine is pure: every device evaluates the same events in the hub's order. Taking back and acknowledging name the
sending they are about, so that what was taken back never returns and what was sent anew is not taken for seen.
"""

from dataclasses import replace
from datetime import datetime

from gpconnect.domain.booking import Illegal
from gpconnect.domain.care import Feedback, FeedbackStatus

_S = FeedbackStatus

STEPS: dict[str, tuple[FeedbackStatus, FeedbackStatus]] = {
    "prepared": (_S.PREPARED, _S.PREPARED),
    "sent": (_S.PREPARED, _S.SENT),
    "taken_back": (_S.SENT, _S.PREPARED),
    "acknowledged": (_S.SENT, _S.ACKNOWLEDGED),
    "not_told": (_S.PREPARED, _S.NOT_TOLD),
    "asked_again": (_S.NOT_TOLD, _S.PREPARED),
}
"""Event, status before, status after; ``prepared`` also begins, and afterwards changes what the duty is about."""

CARRIES: dict[str, frozenset[str]] = {
    "prepared": frozenset({"appointment_id", "moment", "due_on", "practitioner", "prepared_by", "episode_id"}),
    "sent": frozenset({"soap", "sent_at", "sent_how"}),
    "taken_back": frozenset(),
    "acknowledged": frozenset({"acknowledged_at", "acknowledged_by"}),
    "not_told": frozenset({"closed_why"}),
    "asked_again": frozenset({"closed_why"}),
}
"""The fields that an event sets; whatever else it says of the feedback is left alone."""


def transition(
    before: Feedback | None,
    event: str,
    seen: FeedbackStatus | None,
    asked: Feedback | None,
    sending: datetime | None = None,
) -> Feedback | Illegal:
    """One step of feedback.

    Args:
        before: as it stands; None before it was prepared.
        event: one of `STEPS`.
        seen: the status that the author saw; None for feedback that begins.
        asked: the feedback as its author would have it; only the event's own fields are taken over.
        sending: with ``taken_back`` and ``acknowledged``, the moment of the sending that it is about (aware).

    Returns:
        The feedback afterwards, or why not: ``exists``, ``missing``, ``incomplete``, ``state_moved_on`` or
        ``no_such_step``.
    """
    if event not in STEPS:
        return Illegal("no_such_step")
    if before is None or seen is None:
        return _begun(before, event, seen, asked)
    needed, after = STEPS[event]
    same = seen is needed and (needed is not _S.SENT or sending == before.sent_at)
    if same and event == "acknowledged" and before.status is after:
        return before  # two people in the practice read it: the first of them stands, the other did nothing wrong
    if not same or before.status is not needed:
        return Illegal("state_moved_on")
    if event == "taken_back":
        return replace(before, status=after, soap={}, sent_at=None, sent_how="")
    carried = {name: getattr(asked, name) for name in CARRIES[event]} if asked is not None else {}
    return replace(before, status=after, **carried) if carried else Illegal("incomplete")


def _begun(
    before: Feedback | None, event: str, seen: FeedbackStatus | None, asked: Feedback | None
) -> Feedback | Illegal:
    if before is not None:
        return Illegal("exists")
    if event != "prepared" or seen is not None or asked is None:
        return Illegal("missing")
    return replace(
        asked,
        status=_S.PREPARED,
        soap={},
        sent_at=None,
        sent_how="",
        acknowledged_at=None,
        acknowledged_by="",
        closed_why="",
    )
