"""Two colleagues record a step of the same handover without having heard of each other, over a real hub."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.services import handovers, sharing
from gpconnect.services.handovers import Content
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from tests.services.conftest import put_common
from tests.services.dossier_help import MOZAIEK, a_dossier, agree_to_share
from tests.services.online import Wire, sync

Two = tuple[Session, Session]
Deed = Callable[[Session, str], object]
S = HandoverStatus
LATER = date(2026, 12, 3)


def _talk(session: Session, handover_id: str) -> None:
    handovers.plan_talk(session, handover_id, session.now(), present=("Karin van Daan",), agreements=session.actor.name)


DEEDS: dict[str, Deed] = {
    "accept": lambda session, one: handovers.accept(session, one, LATER, by="Iris Blok"),
    "postpone": lambda session, one: handovers.postpone(session, one, LATER, by="Iris Blok"),
    "reject": lambda session, one: handovers.reject(session, one, "Vol", by="Iris Blok"),
    "agree": handovers.agree_to_date,
    "begin": lambda session, one: handovers.begin(session, one, session.today()),
    "complete": lambda session, one: handovers.complete(session, one, "Iris Blok"),
    "cancel": lambda session, one: handovers.cancel(session, one, "Het gezin wil niet meer"),
    "talk": _talk,
    "bridge": handovers.bridge,
    "call": lambda session, one: handovers.call_back(session, one, "Er is contact", made=True),
}
POSSIBLE = {
    S.REQUESTED: ("accept", "postpone", "reject", "cancel", "talk", "bridge", "call"),
    S.ON_HOLD: ("agree", "cancel", "talk", "bridge"),
    S.ACCEPTED: ("begin", "cancel", "talk", "bridge", "call"),
    S.IN_PROGRESS: ("complete", "talk", "bridge", "call"),
}
"""What a colleague can record of a handover that was sent, by its state."""
WAY = {
    S.REQUESTED: (),
    S.ON_HOLD: ("postpone",),
    S.ACCEPTED: ("accept",),
    S.IN_PROGRESS: ("accept", "begin"),
}
LEADS_TO = {
    "accept": S.ACCEPTED,
    "postpone": S.ON_HOLD,
    "reject": S.REJECTED,
    "agree": S.REQUESTED,
    "begin": S.IN_PROGRESS,
    "complete": S.COMPLETED,
    "cancel": S.CANCELLED,
}
"""The steps that change the state, and the state after; the other deeds leave it as it is."""


def sent(session: Session, status: HandoverStatus) -> str:
    """A handover of a child of its own, in this state; gives its id."""
    patient_id = a_dossier(session)
    agree_to_share(session, patient_id)
    content = Content({"question": "Behandelen"}, access_route=AccessRoute.DECISION)
    _, made = handovers.create_handover(session, patient_id, MOZAIEK, content)
    handovers.send(session, made, how="phone")
    for deed in WAY[status]:
        DEEDS[deed](session, made)
    return made


def the(session: Session, handover_id: str) -> Handover:
    return rows.require(session.db, Handover, handover_id)


def too_late(session: Session) -> dict[str, tuple[str, str]]:
    """What this person is told of handovers: whose step does not count and why, by handover."""
    found = {}
    for one in sharing.overview(session).items:
        op = operations.by_id(session.db, one.op_id)
        assert op is not None
        assert one.kind == "handover"
        found[op.record] = (one.author, one.reason)
    return found


@pytest.mark.parametrize("status", POSSIBLE)
def test_each_pair_of_steps_ends_in_one_state_and_who_came_too_late_is_told(
    team: Two, wire: Wire, status: HandoverStatus
) -> None:
    """Sanne reaches the hub first in each case, so hers counts; Joris's counts where the state is still what he saw."""
    sanne, joris = team
    for session in team:
        put_common(session)
    pairs = {sent(sanne, status): pair for pair in product(POSSIBLE[status], repeat=2)}
    sync(sanne, joris, wire=wire)
    for made, (first, second) in pairs.items():
        assert the(joris, made).status is status
        DEEDS[first](sanne, made)
        DEEDS[second](joris, made)

    sync(sanne, joris, wire=wire)

    told = too_late(joris)
    assert told == too_late(sanne), "the colleague sees it as well"
    for made, (first, second) in pairs.items():
        assert the(sanne, made) == the(joris, made), (first, second)
        if first in LEADS_TO:
            assert the(sanne, made).status is LEADS_TO[first]
            assert told.pop(made) == ("Joris Maas", "state_moved_on"), (first, second)
        else:
            assert the(sanne, made).status is LEADS_TO.get(second, status)
            assert made not in told, (first, second)
    assert told == {}
