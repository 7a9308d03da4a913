"""A desk listens to a real hub: it hears what colleagues send, survives a hub that goes, and hangs up at once."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gpconnect.hub import embedded
from gpconnect.services import enrolling, hearing, syncing
from gpconnect.services.hearing import Ear
from gpconnect.services.session import Session
from gpconnect.sync.hints import Hint
from tests.services.conftest import MakeSession
from tests.services.online import slip_in

SECONDS = 20


class Listening:
    """An ear, and everything that it said."""

    def __init__(self, session: Session) -> None:
        known = syncing.connection(session)
        assert known is not None
        self._moved = threading.Condition()
        self.turns: list[bool] = []
        self.heard: dict[str, int] = {}
        self.ear = Ear(known, self._note)

    def _note(self) -> None:
        # As the window does: what is said in the listening thread is taken in another.
        threading.Thread(target=self._take).start()

    def _take(self) -> None:
        hearing_now, heard = self.ear.take()
        with self._moved:
            if self.turns[-1:] != [hearing_now]:
                self.turns.append(hearing_now)
            for space, seq in heard.items():
                self.heard[space] = max(seq, self.heard.get(space, 0))
            self._moved.notify_all()

    def until(self, fine: Callable[["Listening"], bool]) -> None:
        with self._moved:
            assert self._moved.wait_for(lambda: fine(self), SECONDS), (self.turns, self.heard)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[embedded.RunningHub]:
    with embedded.start(tmp_path / "hub") as running:
        yield running


@pytest.fixture
def sanne(make_session: MakeSession, hub: embedded.RunningHub) -> Session:
    """Sanne, whose team stands in a real hub."""
    session = make_session("worker")
    syncing.set_hub(session, hub.url)
    enrolling.found(session, session.team_space)
    a_round(session)
    return session


@pytest.fixture
def joris(make_session: MakeSession, sanne: Session, hub: embedded.RunningHub) -> Session:
    """Joris, in the team of Sanne."""
    session = make_session("colleague")
    syncing.set_hub(session, hub.url)
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(session)])
    enrolling.follow(session, [sanne.team_space])
    a_round(sanne)
    a_round(session)
    return session


@pytest.fixture
def listening(sanne: Session) -> Iterator[Listening]:
    one = Listening(sanne)
    one.ear.start()
    yield one
    one.ear.stop()
    assert one.ear.join(SECONDS)
    assert hearing.THREAD not in {thread.name for thread in threading.enumerate()}


def a_round(session: Session) -> None:
    known = syncing.connection(session)
    assert known is not None
    line = syncing.line_to(known)
    syncing.sync_now(session, line.hub)
    line.close()


def sends(session: Session) -> None:
    slip_in(session, "patient.recorded", space=session.team_space)
    a_round(session)


def test_what_a_colleague_sends_is_heard_and_a_round_catches_up(
    sanne: Session, joris: Session, listening: Listening
) -> None:
    team = sanne.team_space
    listening.until(lambda one: team in one.heard)
    before = listening.heard[team]
    assert not hearing.behind(sanne, listening.heard)

    sends(joris)
    listening.until(lambda one: one.heard[team] > before)

    assert listening.turns == [True]
    assert hearing.behind(sanne, listening.heard)
    a_round(sanne)
    assert not hearing.behind(sanne, listening.heard)


def test_a_space_that_is_not_followed_says_nothing(sanne: Session) -> None:
    assert not hearing.behind(sanne, {"team/elders": 99})
    assert not hearing.behind(sanne, {})


def test_a_hub_that_goes_and_comes_back_is_heard_again(
    sanne: Session, hub: embedded.RunningHub, listening: Listening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "LEAST_FAILURES", 1)
    listening.until(lambda one: one.turns == [True])
    hub.stop()
    listening.until(lambda one: one.turns == [True, False])
    with embedded.start(tmp_path / "hub", int(hub.url.rpartition(":")[2])):
        listening.until(lambda one: one.turns == [True, False, True])
        assert listening.heard.keys() == {sanne.team_space}
        listening.ear.stop()


def test_after_stopping_nothing_is_said_and_the_thread_is_gone(sanne: Session, hub: embedded.RunningHub) -> None:
    said = threading.Event()
    known = syncing.connection(sanne)
    assert known is not None
    ear = Ear(known, said.set)
    ear.start()
    assert said.wait(SECONDS)
    ear.stop()
    said.clear()
    ear.stop()

    assert ear.join(SECONDS)
    assert not said.is_set()
    hub.stop()
    assert not said.is_set()


def test_one_that_was_stopped_before_it_began_asks_nothing(sanne: Session) -> None:
    known = syncing.connection(sanne)
    assert known is not None
    ear = Ear(known, lambda: pytest.fail("it spoke"))
    ear.stop()
    ear.start()

    assert ear.join(SECONDS)
    assert ear.take() == (False, {})


def test_a_hub_that_makes_up_spaces_does_not_fill_the_memory(sanne: Session) -> None:
    known = syncing.connection(sanne)
    assert known is not None
    ear = Ear(known, lambda: None)
    for number in range(hearing.MOST_SPACES + 1):
        ear._note(Hint(f"team/{number}", 1))

    assert ear.take() == (True, {f"team/{hearing.MOST_SPACES}": 1})
