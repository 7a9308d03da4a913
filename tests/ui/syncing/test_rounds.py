"""Rounds with the hub in the background: nothing waits for them, and trouble is said in words after a while."""

import threading
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gpconnect.domain.changes import Changes
from gpconnect.services import syncing, taking
from gpconnect.services.session import Session
from gpconnect.ui import messages
from gpconnect.ui.syncer import SAID_AFTER, SOON_MS, Syncer
from tests.ui.syncing.rounds import a_round, found_team, something_waits
from tests.ui.workplace import Workplace

NOWHERE = "http://127.0.0.1:9"
"""A port of this machine on which nobody listens."""


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


def test_what_somebody_does_while_a_round_runs_follows_soon_after_it(
    place: Workplace, syncer: Syncer, address: str, qtbot: QtBot
) -> None:
    """It may come after its space was sent: without a round of its own it would wait for minutes."""
    place.do(syncing.set_hub, address)
    place.do(found_team)
    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        syncer.sync()
        qtbot.waitUntil(lambda: syncer.running, timeout=20_000)
        place.tasks.run(something_waits)

    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        pass


def test_a_round_without_news_of_this_desk_is_followed_by_none(
    place: Workplace, syncer: Syncer, address: str, qtbot: QtBot
) -> None:
    place.do(syncing.set_hub, address)
    place.do(found_team)
    place.do(something_waits)
    a_round(syncer, place, qtbot)
    a_round(syncer, place, qtbot)

    assert syncer._timer.remainingTime() > SOON_MS


def test_an_answer_to_a_round_that_was_broken_off_is_not_taken_for_one_to_the_next(
    place: Workplace, syncer: Syncer, address: str, qtbot: QtBot
) -> None:
    place.do(syncing.set_hub, address)
    place.do(found_team)
    slow = threading.Event()
    asked = place.tasks._network._work_queue
    place.tasks.fetch(slow.wait)
    syncer.sync()
    qtbot.waitUntil(lambda: asked.qsize() == 1, timeout=20_000)
    syncer.stop()  # hangs up as well, behind the question
    syncer.sync()
    qtbot.waitUntil(lambda: asked.qsize() == 3, timeout=20_000)

    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        slow.set()
    assert syncer.failures == 0
    assert place.do(syncing.state).last is not None


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


def test_a_round_that_a_bug_ends_is_said_in_words_and_tried_again(
    place: Workplace, syncer: Syncer, address: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.do(syncing.set_hub, address)
    place.do(found_team)
    a_round(syncer, place, qtbot)

    def broken(*_arguments: object, **_named: object) -> Changes:
        message = "a bug of ours"
        raise OverflowError(message)

    with monkeypatch.context() as changed:
        changed.setattr(taking, "take_items", broken)
        place.do(something_waits)
        with qtbot.captureExceptions() as caught:
            for _ in range(SAID_AFTER):
                standing = a_round(syncer, place, qtbot)
                assert not syncer.running

    assert [kind for kind, _, _ in caught] == [OverflowError] * SAID_AFTER, "told as every bug"
    assert standing.trouble is not None
    assert "veilig" in messages.say(standing.trouble)
    assert (standing.running, standing.next_try is None) == (False, False)

    standing = a_round(syncer, place, qtbot)

    assert (standing.trouble, syncer.failures) == (None, 0)
