"""Between two rounds and in the middle of one: what is done meanwhile, and what is broken off."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gpconnect.hub import embedded
from gpconnect.services import syncing
from gpconnect.ui.syncer import SOON_MS, Syncer
from tests.services.conftest import Clock
from tests.ui.test_syncer import a_round, found_team, something_waits
from tests.ui.workplace import Workplace


@pytest.fixture
def place(app: QApplication, tmp_path: Path) -> Iterator[Workplace]:
    """Sanne's desk, with a new hub on this machine."""
    del app
    with embedded.start(tmp_path / "hub") as hub:
        made = Workplace(tmp_path, "worker", Clock())
        made.do(syncing.set_hub, hub.url)
        made.do(found_team)
        yield made
        made.close()


@pytest.fixture
def syncer(place: Workplace) -> Iterator[Syncer]:
    """Keeps her file and the hub together; the test says when."""
    made = Syncer(place.desk, place.desk)
    yield made
    made.stop()
    assert place.settle()


def test_what_somebody_does_while_a_round_runs_follows_soon_after_it(
    place: Workplace, syncer: Syncer, qtbot: QtBot
) -> None:
    """It may come after its space was sent: without a round of its own it would wait for minutes."""
    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        syncer.sync()
        qtbot.waitUntil(lambda: syncer.running, timeout=20_000)
        place.tasks.run(something_waits)

    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        pass


def test_a_round_without_news_of_this_desk_is_followed_by_none(place: Workplace, syncer: Syncer, qtbot: QtBot) -> None:
    place.do(something_waits)
    a_round(syncer, place, qtbot)
    a_round(syncer, place, qtbot)

    assert syncer._timer.remainingTime() > SOON_MS


def test_an_answer_to_a_round_that_was_broken_off_is_not_taken_for_one_to_the_next(
    place: Workplace, syncer: Syncer, qtbot: QtBot
) -> None:
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
