"""Between rounds the desk listens to the hub."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gpconnect.hub import embedded
from gpconnect.services import enrolling, profiles, syncing, taking
from gpconnect.services.session import Session
from gpconnect.ui.syncer import ROUTINE_MS, Syncer
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE
from tests.ui.syncing.rounds import a_round, found_team, sends, something_waits
from tests.ui.workplace import Workplace


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
        assert syncer._timer.remainingTime() <= 1.5 * ROUTINE_MS

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
