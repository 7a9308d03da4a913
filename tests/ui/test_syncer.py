"""Rounds with the hub in the background: nothing waits for them, and trouble is said in words after a while."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gpconnect.domain.changes import Changes
from gpconnect.hub import embedded
from gpconnect.services import enrolling, profiles, syncing, taking
from gpconnect.services.session import Session
from gpconnect.ui import messages
from gpconnect.ui.syncer import ROUTINE_MS, SAID_AFTER, Standing, Syncer
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock
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


class TestHints:
    """Between rounds the desk listens to the hub."""

    @pytest.fixture
    def joris(self, place: Workplace, syncer: Syncer, address: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
        """A colleague of Sanne in one team, at the same hub."""
        profile = profiles.create(tmp_path / "joris", PASSPHRASE, PEOPLE["colleague"], now=place.clock, cost=CHEAP)
        place.do(syncing.set_hub, address)
        place.do(found_team)
        a_round(syncer, place, qtbot)
        team = profile.session.team_space
        place.do(enrolling.admit, team, [enrolling.device_card(profile.session)])
        a_round(syncer, place, qtbot)
        enrolling.follow(profile.session, [team])
        yield profile.session
        profile.close()

    def test_what_a_colleague_sends_is_fetched_without_waiting_for_the_clock(
        self, place: Workplace, syncer: Syncer, joris: Session, address: str, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: syncer.hints.hearing, timeout=20_000)
        before = place.do(taking.cursor, joris.team_space)
        with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
            sends(joris, address)

        assert place.settle()
        assert place.do(taking.cursor, joris.team_space) > before

    def test_what_this_desk_sent_itself_starts_no_round(
        self, place: Workplace, syncer: Syncer, joris: Session, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: syncer.hints.hearing, timeout=20_000)
        place.do(something_waits)
        a_round(syncer, place, qtbot)
        here = place.do(taking.cursor, joris.team_space)[0]
        syncer.hints.came.emit({joris.team_space: here})
        assert place.settle()

        assert not syncer.running
        assert syncer._timer.remainingTime() > 2 * ROUTINE_MS

    def test_a_hub_that_claims_what_is_not_there_is_asked_once(
        self, place: Workplace, syncer: Syncer, joris: Session, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: syncer.hints.hearing, timeout=20_000)
        with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
            syncer.hints.came.emit({joris.team_space: 10**9})
        for _ in range(3):
            syncer.hints.came.emit({joris.team_space: 10**9})
            assert place.settle()

        assert not syncer.running
        assert syncer._timer.remainingTime() > 2 * ROUTINE_MS

    def test_a_hint_during_a_round_is_looked_at_when_it_is_over(
        self, place: Workplace, syncer: Syncer, joris: Session, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: syncer.hints.hearing, timeout=20_000)
        finished: list[bool] = []
        syncer.round_finished.connect(lambda: finished.append(True))
        hints = [{joris.team_space: 10**9}]
        syncer.stood.connect(lambda standing: syncer.hints.came.emit(hints.pop()) if standing.running and hints else 0)
        syncer.sync()

        qtbot.waitUntil(lambda: len(finished) == 2, timeout=20_000)
        assert place.settle()

    def test_while_the_hub_cannot_be_heard_rounds_go_by_the_clock_and_locking_ends_the_listening(
        self, place: Workplace, syncer: Syncer, joris: Session, qtbot: QtBot
    ) -> None:
        del joris
        qtbot.waitUntil(lambda: syncer.hints.hearing, timeout=20_000)
        a_round(syncer, place, qtbot)
        assert syncer._timer.remainingTime() > 2 * ROUTINE_MS

        syncer.hints.hearing = False
        syncer.hints.turned.emit(False)
        # Qt's coarse timers may come a twentieth later.
        assert syncer._timer.remainingTime() <= 1.5 * 1.05 * ROUTINE_MS

        ear = syncer.hints._ear
        assert ear is not None
        syncer.stop()
        assert ear.join(20)
        assert place.settle()
        assert not syncer.hints.hearing

    def test_a_hub_that_speaks_again_is_tried_again_at_once(
        self, place: Workplace, syncer: Syncer, joris: Session, qtbot: QtBot
    ) -> None:
        del joris, place
        syncer.failures = 8
        with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
            syncer.hints.turned.emit(True)

        assert syncer.failures == 0

    def test_another_hub_is_listened_to_in_its_place(
        self, place: Workplace, syncer: Syncer, joris: Session, tmp_path: Path, qtbot: QtBot
    ) -> None:
        del joris
        qtbot.waitUntil(lambda: syncer.hints.hearing, timeout=20_000)
        first = syncer.hints._ear
        assert first is not None
        with embedded.start(tmp_path / "other") as other:
            place.do(syncing.set_hub, other.url)
            syncer.sync()
            assert place.settle()
            assert first.join(20)
            place.do(syncing.set_hub, "")
            syncer.sync()
            assert place.settle()

        assert syncer.hints._ear is None


def sends(session: Session, address: str) -> None:
    """Something new of this colleague's goes to the hub."""
    syncing.set_hub(session, address)
    known = syncing.connection(session)
    assert known is not None
    line = syncing.line_to(known)
    syncing.sync_now(session, line.hub)
    slip_in(session, "patient.recorded", space=session.team_space)
    syncing.sync_now(session, line.hub)
    line.close()


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
