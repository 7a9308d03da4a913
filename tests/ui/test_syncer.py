"""Rounds with the hub in the background: nothing waits for them, and trouble is said in words after a while."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gpconnect.domain.changes import Changes
from gpconnect.hub import embedded
from gpconnect.services import enrolling, syncing, taking
from gpconnect.services.session import Session
from gpconnect.ui import messages
from gpconnect.ui.syncer import SAID_AFTER, Standing, Syncer
from tests.services.conftest import Clock
from tests.services.online import slip_in
from tests.ui.workplace import Workplace

NOWHERE = "http://127.0.0.1:9"
"""A port of this machine on which nobody listens."""


@pytest.fixture
def place(app: QApplication, tmp_path: Path) -> Iterator[Workplace]:
    """Sanne's desk."""
    del app
    made = Workplace(tmp_path, "worker", Clock())
    yield made
    made.close()


@pytest.fixture
def syncer(place: Workplace) -> Iterator[Syncer]:
    """Keeps her file and the hub together; the test says when."""
    made = Syncer(place.desk, place.desk)
    yield made
    made.stop()
    assert place.settle()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A new hub on this machine."""
    with embedded.start(tmp_path / "hub") as hub:
        yield hub.url


def found_team(session: Session) -> Changes:
    return enrolling.found(session, session.team_space)


def something_waits(session: Session) -> Changes:
    slip_in(session, "patient.recorded", space=session.team_space)
    return Changes(frozenset({"patient"}))


def a_round(syncer: Syncer, place: Workplace, qtbot: QtBot) -> Standing:
    """Run a round to its end, and give how it stands."""
    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        syncer.sync()
    assert place.settle()
    assert syncer.standing is not None
    return syncer.standing


def test_without_a_hub_there_is_nothing_to_do_and_no_trouble(place: Workplace, syncer: Syncer) -> None:
    syncer.sync()
    assert place.settle()

    assert syncer.standing is not None
    assert (syncer.standing.state.hub, syncer.standing.trouble, syncer.running) == ("", None, False)


def test_a_round_sends_what_waits_and_says_when_it_was(
    place: Workplace, syncer: Syncer, address: str, qtbot: QtBot
) -> None:
    place.do(syncing.set_hub, address)
    place.do(found_team)
    before = place.do(syncing.state).waiting
    place.do(something_waits)

    standing = a_round(syncer, place, qtbot)

    assert (standing.state.waiting, standing.trouble) == (before, None)
    assert standing.state.last == place.clock()


def test_what_is_asked_while_a_round_runs_follows_after_it(
    place: Workplace, syncer: Syncer, address: str, qtbot: QtBot
) -> None:
    place.do(syncing.set_hub, address)
    place.do(found_team)
    syncer.sync()
    qtbot.waitUntil(lambda: syncer.running, timeout=20_000)
    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        syncer.sync()

    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        pass  # the second one starts by itself, soon
    assert syncer.failures == 0


def test_a_desk_never_waits_for_a_round(place: Workplace, syncer: Syncer, address: str, qtbot: QtBot) -> None:
    place.do(syncing.set_hub, address)
    place.do(found_team)
    answers: list[object] = []
    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        syncer.sync()
        place.tasks.run(syncing.state).then(answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=5_000)

    assert len(answers) == 1


def test_a_hub_that_is_gone_is_said_after_three_times_with_when_it_is_tried_again(
    place: Workplace, syncer: Syncer, qtbot: QtBot
) -> None:
    place.do(syncing.set_hub, NOWHERE)
    place.do(found_team)
    for _ in range(SAID_AFTER - 1):
        assert a_round(syncer, place, qtbot).trouble is None

    standing = a_round(syncer, place, qtbot)

    assert standing.trouble is not None
    assert standing.trouble.code == "hub.unreachable"
    assert "hub.unreachable" not in messages.say(standing.trouble)
    assert standing.next_try is not None
    assert timedelta(0) < standing.next_try - place.clock() <= timedelta(seconds=4)
    assert syncer.failures == SAID_AFTER


def test_a_hub_that_comes_back_ends_the_trouble_and_nothing_was_lost(
    place: Workplace, syncer: Syncer, address: str, qtbot: QtBot
) -> None:
    place.do(syncing.set_hub, NOWHERE)
    place.do(found_team)
    before = place.do(syncing.state).waiting
    place.do(something_waits)
    for _ in range(SAID_AFTER):
        a_round(syncer, place, qtbot)
    assert place.do(syncing.state).waiting == before + 1

    place.do(syncing.set_hub, address)
    standing = a_round(syncer, place, qtbot)

    assert (standing.trouble, standing.next_try, standing.state.waiting) == (None, None, before)
    assert syncer.failures == 0


def test_a_change_starts_a_round_soon_and_locking_stops_it(
    place: Workplace, syncer: Syncer, address: str, qtbot: QtBot
) -> None:
    place.do(syncing.set_hub, address)
    place.do(found_team)
    before = place.do(syncing.state).waiting
    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        place.do(something_waits)
    assert place.settle()
    assert place.do(syncing.state).waiting == before

    syncer.sync()
    syncer.stop()
    assert place.settle()
    syncer.stop()
    assert not syncer.running


def test_an_address_that_is_none_is_trouble_too(place: Workplace, syncer: Syncer, qtbot: QtBot) -> None:
    place.do(syncing.set_hub, "dat is geen adres")
    for _ in range(SAID_AFTER):
        standing = a_round(syncer, place, qtbot)

    assert standing.trouble is not None
    assert standing.trouble.code == "hub.address"


def test_asked_twice_in_one_breath_the_rounds_come_one_after_the_other(
    syncer: Syncer, place: Workplace, address: str, qtbot: QtBot
) -> None:
    place.do(syncing.set_hub, address)
    place.do(found_team)
    ended: list[bool] = []
    syncer.round_finished.connect(lambda: ended.append(True))
    for _ in range(3):
        syncer.sync()
    qtbot.waitUntil(lambda: bool(ended) and not syncer.running, timeout=20_000)

    assert syncer.failures == 0
    assert place.do(places_read) == 1


def places_read(session: Session) -> int:
    """How far this device has read its team's space."""
    return taking.cursor(session, session.team_space)[0]


def test_after_stopping_no_answer_begins_another_round(
    syncer: Syncer, place: Workplace, address: str, qtbot: QtBot
) -> None:
    """The question where the hub is was asked, and the file closes before the answer."""
    place.do(syncing.set_hub, address)
    syncer.sync()
    syncer.stop()
    assert place.settle()
    place.do(something_waits)
    assert not syncer.running
    a_round(syncer, place, qtbot)
