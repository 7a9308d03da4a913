"""Somebody with two laptops who is writing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gpconnect.services import enrolling, notes, own_devices, profiles
from gpconnect.services.session import Session
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, sync

Two = tuple[Session, Session]
TYPED = "Slaapt slecht sinds de verhuizing"


@pytest.fixture
def two(team: Two, wire: Wire, tmp_path: Path, clock: Clock) -> Iterator[Two]:
    """Two laptops of Sanne, in a team with Joris."""
    first, _ = team
    profile = profiles.create(tmp_path / "second", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    second = profile.session
    enrolling.admit(first, first.team_space, [enrolling.device_card(second)])
    enrolling.follow(second, [first.team_space])
    sync(first, second, wire=wire)
    are_of_one_person(first, second)
    yield first, second
    profile.close()


def are_of_one_person(*laptops: Session) -> None:
    """Their person says so, on each of the others."""
    for one in laptops:
        for other in laptops:
            if one is not other:
                own_devices.confirm(one, other.device)


def a_draft(session: Session, words: str = TYPED, child: str = "") -> str:
    """Something is being written about a child; gives the draft's id."""
    _, view = notes.open_patient(session, child or a_dossier(session))
    notes.save_draft(session, replace(view.draft, answers={"request": words}))
    return view.draft.id


def write(session: Session, draft_id: str, words: str) -> None:
    """Go on with a draft."""
    _, view = notes.open_draft(session, draft_id)
    notes.save_draft(session, replace(view.draft, answers={"request": words}))


def found(session: Session) -> dict[str, str]:
    """What the list of drafts holds, by id."""
    return {one.draft.id: one.draft.answers["request"] for one in notes.my_drafts(session)}


def travel(clock: Clock, *sessions: Session, wire: Wire) -> None:
    """A quarter of an hour passes, and everybody syncs."""
    clock.forward(minutes=16)
    sync(*sessions, wire=wire)
