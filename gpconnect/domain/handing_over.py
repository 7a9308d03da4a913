"""Warm handover: what it must say, what may happen to it, what may leave, and who does what by when.

The states are those of the eOverdracht workflow. A handover ends when the receiver confirms, not when it is sent:
until then the sender stays responsible, keeps contact while the child waits, and phones after a week.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from gpconnect.domain.booking import Illegal
from gpconnect.domain.calendar import add_working_days, local_day
from gpconnect.domain.care import Destination
from gpconnect.domain.consent import Ground
from gpconnect.domain.consenting import Standing, StandingStatus
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Form, visible_items
from gpconnect.domain.handover import Handover, HandoverStatus

ANSWER_WORKING_DAYS = 5
CALL_BACK_DAYS = 7
BRIDGING_DAYS = 7
ESCALATE_WORKING_DAYS = 5
"""After an answer is overdue this long, the process lead (procesregisseur) is asked to step in."""

NEEDS_ROUTE = frozenset({Destination.BASIC_MH_CARE, Destination.SPECIALIST_MH_CARE, Destination.YOUTH_CARE})
"""Help that starts only with a GP's letter, a decision or a certified institution (Jeugdwet 2.3, 2.6 lid 1 g)."""

_S = HandoverStatus


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the content checklist.

    Attributes:
        key: name in `Handover.checklist`, and topic of the note items that prefill it.
        prefilled: whether notes can fill it; the others are agreed in the talk.
        required: whether it must be filled before sending.
    """

    key: str
    prefilled: bool
    required: bool


CHECKLIST = (
    Point("reason", prefilled=True, required=True),
    Point("background", prefilled=True, required=False),
    Point("done_so_far", prefilled=True, required=False),
    Point("assessment", prefilled=True, required=True),
    Point("question", prefilled=True, required=True),
    Point("actions", prefilled=True, required=False),
    Point("if_then", prefilled=True, required=False),
    Point("case_lead", prefilled=False, required=True),
    Point("consent", prefilled=False, required=True),
    Point("feedback_dates", prefilled=False, required=False),
    Point("present", prefilled=False, required=False),
    Point("read_back", prefilled=False, required=False),
)
"""The twelve points, built on eOverdracht, SBAR and I-PASS; `read_back` is what the receiver says back on accepting."""

STEPS: dict[str, dict[HandoverStatus, HandoverStatus]] = {
    "accepted": {_S.REQUESTED: _S.ACCEPTED},
    "postponed": {_S.REQUESTED: _S.ON_HOLD},
    "rejected": {_S.REQUESTED: _S.REJECTED},
    "requested": {_S.ON_HOLD: _S.REQUESTED},
    "cancelled": {_S.REQUESTED: _S.CANCELLED, _S.ON_HOLD: _S.CANCELLED, _S.ACCEPTED: _S.CANCELLED},
    "started": {_S.ACCEPTED: _S.IN_PROGRESS},
    "completed": {_S.IN_PROGRESS: _S.COMPLETED},
}
"""Event, state before, state after: exactly the eOverdracht workflow, everything else is illegal."""

_OPEN = frozenset({_S.REQUESTED, _S.ON_HOLD, _S.ACCEPTED, _S.IN_PROGRESS})
_TALK = frozenset({"meeting_at", "present", "absent_why", "agreements", "checklist"})
_SENDING = frozenset({"sent_at", "sent_how", "answer_due", "callback_due", "next_contact_on"})
_CONTENT = frozenset(
    {"checklist", "withheld", "safety", "ground", "ground_reason", "access_route", "destination", "provider_id"}
) | {"provider_name", "bridging"}

EVENTS: dict[str, tuple[frozenset[HandoverStatus], frozenset[str]]] = {
    "edited": (frozenset({_S.REQUESTED, _S.ON_HOLD}), _CONTENT | _TALK),
    "sent": (frozenset({_S.REQUESTED}), _SENDING),
    "met": (_OPEN, _TALK),
    "contacted": (_OPEN | {_S.COMPLETED}, frozenset({"first_contact_on", "bridging", "next_contact_on"})),
    "called_back": (_OPEN | {_S.COMPLETED}, frozenset({"callback_due", "callback_result"})),
    "bridged": (_OPEN, frozenset({"next_contact_on", "bridging"})),
}
"""Events that leave the state alone: in which states they may happen, and the fields they may set."""

_CARRIES = {
    "accepted": frozenset({"first_contact_on", "checklist"}),
    "postponed": frozenset({"alternative_date"}),
    "requested": frozenset({"alternative_date", "answer_due"}),
    "completed": frozenset({"completed_on"}),
}
_NEEDS_REASON = frozenset({"rejected", "cancelled"})


class Readable(StrEnum):
    """What the receiver may read in a state: nothing that names the child before the handover starts."""

    NOTICE = "notice"
    FULL = "full"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is to be done: a code, when, and who: ``sender``, ``receiver`` or ``process_lead``."""

    code: str
    due: date | None
    who: str


def prefill(notes: Iterable[tuple[Form, Mapping[str, Any]]]) -> dict[str, str]:
    """Text for the checklist from what the notes already say, so that nothing is asked twice.

    Args:
        notes: template and answers of each signed note, oldest first; a newer answer replaces an older one.
    """
    keys = {point.key for point in CHECKLIST if point.prefilled}
    filled: dict[str, str] = {}
    for form, answers in notes:
        own: dict[str, list[str]] = {}
        for item in visible_items(form, answers):
            value = answers.get(item.id)
            if item.topic in keys and not item.third_party and isinstance(value, str) and value.strip():
                own.setdefault(item.topic, []).append(value.strip())
        filled |= {key: "\n".join(texts) for key, texts in own.items()}
    return {point.key: filled[point.key] for point in CHECKLIST if point.key in filled}


def unfilled(handover: Handover) -> tuple[str, ...]:
    """Required points that say nothing yet, in order. They warn; a short handover is better than none."""
    return tuple(
        point.key for point in CHECKLIST if point.required and not handover.checklist.get(point.key, "").strip()
    )


def transition(  # noqa: PLR0913 - an event's own parts, each named by its caller
    before: Handover | None,
    event: str,
    seen: HandoverStatus | None,
    at: datetime,
    *,
    created: Handover | None = None,
    performed_by: str = "",
    recorded_by: str = "",
    reason: str = "",
    fields: Mapping[str, Any] | None = None,
) -> Handover | Illegal:
    """One step of a handover.

    Args:
        before: the handover as it stands; None before it was made.
        event: created, one of `STEPS`, or one of `EVENTS`.
        seen: the state that the author saw; None for created.
        at: when, by the author's clock (aware).
        created: with ``created``, the new handover.
        performed_by: who did it, possibly somebody without the program; ``completed`` cannot be without: it is the
            receiver's confirmation.
        recorded_by: staff id of who recorded it; empty keeps the earlier one.
        reason: why; ``rejected`` and ``cancelled`` cannot be without.
        fields: what the event carries; names that do not belong to it are ignored.
    """
    if event == "created":
        if before is not None or created is None:
            return Illegal("exists" if before is not None else "incomplete")
        return replace(created, status=_S.REQUESTED, status_at=at, reason="")
    if before is None or seen is not before.status:
        return Illegal("missing" if before is None else "state_moved_on")
    recorded = recorded_by or before.recorded_by
    if event in EVENTS:
        return _noted(before, event, recorded, fields or {})
    wrong = _wrong(before, event, performed_by, reason)
    if wrong:
        return Illegal(wrong)
    carried = {name: value for name, value in (fields or {}).items() if name in _CARRIES.get(event, ())}
    if event == "completed":
        carried.setdefault("completed_on", local_day(at))
    return replace(
        before,
        status=STEPS[event][before.status],
        status_at=at,
        performed_by=performed_by,
        recorded_by=recorded,
        reason=reason.strip(),
        **carried,
    )


def _wrong(before: Handover, event: str, performed_by: str, reason: str) -> str:
    if before.status not in STEPS.get(event, {}):
        return "no_such_step"
    if event in _NEEDS_REASON and not reason.strip():
        return "reason_missing"
    return "confirmation_missing" if event == "completed" and not performed_by.strip() else ""


def _noted(before: Handover, event: str, recorded_by: str, fields: Mapping[str, Any]) -> Handover | Illegal:
    states, names = EVENTS[event]
    if before.status not in states:
        return Illegal("no_such_step")
    if event == "edited" and before.sent_at is not None:
        # What the receiver holds stays what was sent; agreements made later are recorded with `met`.
        names &= _TALK
    if event == "sent" and before.sent_at is not None:
        return Illegal("already_sent")
    carried = {name: value for name, value in fields.items() if name in names}
    if not carried:
        return Illegal("incomplete")
    return replace(before, recorded_by=recorded_by, **carried)


def events_from(status: HandoverStatus) -> frozenset[str]:
    """State changes that are possible now, for the buttons that a screen offers."""
    return frozenset(event for event, steps in STEPS.items() if status in steps)


def may_send(handover: Handover, standing: Standing) -> None:
    """Refuse to let anything leave without a recorded ground (Jeugdwet 7.3.11), or twice, or without a way in.

    A withdrawn consent stops what was not yet sent. Another ground than consent needs its reason in writing.

    Args:
        handover: what would leave.
        standing: consent to share with this receiver, judged today.

    Raises:
        KnownError: ``handover.not_open``, ``handover.already_sent``, ``handover.ground_missing``,
            ``handover.consent_withdrawn``, ``handover.consent_missing`` (status), ``handover.ground_reason_missing``
            or ``handover.access_route_missing``.
    """
    if handover.status is not HandoverStatus.REQUESTED:
        raise KnownError("handover.not_open")
    if handover.sent_at is not None:
        raise KnownError("handover.already_sent")
    if handover.ground is None:
        raise KnownError("handover.ground_missing")
    if handover.ground is Ground.CONSENT:
        _require_consent(standing)
    elif not handover.ground_reason.strip():
        raise KnownError("handover.ground_reason_missing")
    if handover.destination in NEEDS_ROUTE and handover.access_route is AccessRoute.FREELY_ACCESSIBLE:
        raise KnownError("handover.access_route_missing")


def _require_consent(standing: Standing) -> None:
    if standing.status is StandingStatus.WITHDRAWN:
        raise KnownError("handover.consent_withdrawn")
    if not standing.is_given:
        raise KnownError("handover.consent_missing", status=str(standing.status))


def is_stopped(handover: Handover, standing: Standing) -> bool:
    """Whether a withdrawal stops this handover: only what rests on consent and has not left yet."""
    unsent = handover.sent_at is None and handover.status in {_S.REQUESTED, _S.ON_HOLD}
    return unsent and handover.ground is Ground.CONSENT and standing.status is StandingStatus.WITHDRAWN


def readable(status: HandoverStatus) -> Readable:
    """What the receiver may read in this state (eOverdracht: an advance notice first, everything once it starts)."""
    if status is HandoverStatus.IN_PROGRESS:
        return Readable.FULL
    return Readable.NOTICE if status in _OPEN else Readable.NOTHING


def deadlines(sent_on: date) -> dict[str, date]:
    """Dates that sending sets: answer after five working days, call back and next contact after a week.

    Returns:
        `answer_due`, `callback_due` and `next_contact_on`, each on a working day.
    """
    return {
        "answer_due": add_working_days(sent_on, ANSWER_WORKING_DAYS),
        "callback_due": add_working_days(sent_on + timedelta(days=CALL_BACK_DAYS), 0),
        "next_contact_on": next_bridging(sent_on),
    }


def next_bridging(contact_on: date) -> date:
    """The day of the next contact while the child waits: a week on, on a working day."""
    return add_working_days(contact_on + timedelta(days=BRIDGING_DAYS), 0)


def next_step(handover: Handover, today: date) -> NextStep | None:
    """What is to be done next and by whom; None when nothing is left.

    Codes: ``fill_and_send``, ``await_answer``, ``ask_answer`` (overdue), ``escalate``, ``answer_date`` (another date
    was proposed), ``call_back``, ``start``, ``bridge``, ``confirm`` (the receiver confirms), ``find_other``.
    """
    if handover.status in {_S.REQUESTED, _S.ON_HOLD}:
        return _step_before_answer(handover, today)
    return _step_after_answer(handover, today)


def _step_after_answer(handover: Handover, today: date) -> NextStep | None:
    if is_call_due(handover, today):
        return NextStep("call_back", handover.callback_due, "sender")
    if handover.status not in _OPEN:
        return NextStep("find_other", today, "sender") if handover.status is _S.REJECTED else None
    if handover.bridging and handover.next_contact_on is not None and handover.next_contact_on <= today:
        return NextStep("bridge", handover.next_contact_on, "sender")
    if handover.status is _S.ACCEPTED:
        return NextStep("start", handover.first_contact_on, "sender")
    return NextStep("confirm", None, "receiver")


def is_call_due(handover: Handover, today: date) -> bool:
    """Whether somebody must phone now to hear if contact was made: a week after sending, until it is recorded."""
    return (
        handover.status in _OPEN | {_S.COMPLETED}
        and handover.callback_due is not None
        and handover.callback_due <= today
        and not handover.callback_result
    )


def _step_before_answer(handover: Handover, today: date) -> NextStep:
    if handover.status is _S.ON_HOLD:
        return NextStep("answer_date", handover.alternative_date, "sender")
    if handover.sent_at is None:
        return NextStep("fill_and_send", None, "sender")
    due = handover.answer_due
    if due is None or due >= today:
        return NextStep("await_answer", due, "receiver")
    if add_working_days(due, ESCALATE_WORKING_DAYS) < today:
        return NextStep("escalate", due, "process_lead")
    return NextStep("ask_answer", due, "sender")
