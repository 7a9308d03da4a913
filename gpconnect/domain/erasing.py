"""What may happen to an erasure, and when: seven days to think, a second person where much would go.

The machine is pure, as all of them: each device evaluates the same events in the hub's order. What the machine cannot
see, the hub's receipt of the request, is weighed beside it (`is_too_early`).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from gpconnect.domain.booking import Illegal
from gpconnect.domain.erasure import Erasure, ErasureStatus, Refusal

TIME_TO_UNDO = timedelta(days=7)
MOST_ALONE = 20
"""Above so many records in seven days a second person destroys: a coerced or mistaken worker cannot empty a team."""

_S = ErasureStatus
STEPS = {"undone": _S.UNDONE, "refused": _S.REFUSED, "destroyed": _S.DESTROYED}
"""Event and state after it; each only from `REQUESTED`."""


def transition(
    before: Erasure | None,
    event: str,
    seen: ErasureStatus | None,
    at: datetime,
    by: str,
    *,
    created: Erasure | None = None,
    reason: str = "",
) -> Erasure | Illegal:
    """One step of an erasure.

    Args:
        before: as it stands; None before it was requested.
        event: requested, or one of `STEPS`.
        seen: the state that the author saw; None for requested.
        at: when, by the author's clock (aware).
        by: staff id of the author.
        created: with ``requested``, the new erasure.
        reason: with ``refused``, one of `Refusal`.
    """
    if event == "requested":
        if before is not None or created is None:
            return Illegal("exists" if before is not None else "incomplete")
        return replace(
            created, status=_S.REQUESTED, status_at=at, requested_at=at, recorded_by=by, decided_by=by, reason=""
        )
    if before is None or seen is not before.status:
        return Illegal("missing" if before is None else "state_moved_on")
    wrong = _wrong(before, event, at, by, reason)
    if wrong:
        return Illegal(wrong)
    return replace(
        before, status=STEPS[event], status_at=at, decided_by=by, reason=reason if event == "refused" else ""
    )


def _wrong(before: Erasure, event: str, at: datetime, by: str, reason: str) -> str:
    if event not in STEPS or before.status is not _S.REQUESTED:
        return "no_such_step"
    if event == "refused":
        return "" if reason in set(Refusal) else "reason_missing"
    if event == "undone":
        return ""
    if at < before.requested_at + TIME_TO_UNDO:
        return "erasure.too_early"
    return "erasure.second_person" if before.records > MOST_ALONE and by == before.recorded_by else ""


def due_at(requested_at: datetime, received_at: datetime | None) -> datetime | None:
    """When it may be destroyed: seven days after the request and after the hub's receipt of it, whichever is later.

    None while the hub has not received it: nobody else knows of it yet, and nobody can object.
    """
    return None if received_at is None else max(requested_at, received_at) + TIME_TO_UNDO


def is_too_early(received_at: datetime, destroyed_received_at: datetime) -> bool:
    """Whether the hub received the destruction less than seven days after the request: a clock was set forward."""
    return destroyed_received_at - received_at < TIME_TO_UNDO


def needs_second(erasure: Erasure, of_team: Iterable[Erasure]) -> bool:
    """Whether somebody else than who wrote it down must destroy it.

    Args:
        erasure: the one to destroy.
        of_team: every erasure of the team; those within seven days of this one count together, so that many small
            requests are one large one.
    """
    near = (
        one.records
        for one in of_team
        if one.id != erasure.id
        and one.status in {_S.REQUESTED, _S.DESTROYED}
        and abs(one.requested_at - erasure.requested_at) <= TIME_TO_UNDO
    )
    return erasure.records + sum(near) > MOST_ALONE
