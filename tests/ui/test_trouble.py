"""Trouble with the file stands above every page: what happened, what is safe, what to do."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gpconnect.services.session import Session
from gpconnect.storage import guard, guarding, meta, reserve
from gpconnect.storage.connection import transaction
from gpconnect.ui import text, theme
from gpconnect.ui.parts import Banner, StandingBanners
from gpconnect.ui.status_strip import StatusStrip
from gpconnect.ui.trouble import TroubleWatch
from tests.services.conftest import Clock
from tests.services.dossier_help import a_dossier
from tests.ui.workplace import Workplace


class Disk:
    """Says how much is free, as a test wants it."""

    def __init__(self) -> None:
        self.free = 2 * reserve.ROOM

    def __call__(self, _folder: Path) -> int:
        return self.free


class Above:
    """What stands above the pages of one desk."""

    def __init__(self, place: Workplace) -> None:
        self.place = place
        self.disk = Disk()
        place.do(self._put)
        self.box = StandingBanners()
        self.watch = TroubleWatch(place.desk)
        self.strip = StatusStrip()
        self.watch.told.connect(self.box.show_banners)
        self.watch.read_only_changed.connect(self.strip.show_read_only)
        place.show(self.box)
        self.watch.begin()
        assert place.settle()

    def _put(self, session: Session) -> None:
        guarding.guard_with(session.db, guard.Guard(session.db, session.folder, bytes(session.key), self.disk))

    def says(self) -> list[str]:
        assert self.place.settle()
        return [one.accessibleName() for one in self.box.findChildren(Banner) if one.isVisibleTo(self.box)]

    def press(self) -> None:
        (button,) = self.box.findChildren(QPushButton)
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert self.place.settle()


@pytest.fixture
def above(qapp: QApplication, tmp_path: Path) -> Iterator[Above]:
    theme.apply(qapp, theme.Theme())
    text.set_language("nl")
    place = Workplace(tmp_path, "worker", Clock())
    yield Above(place)
    place.close()


def test_when_all_is_well_nothing_stands_there(above: Above) -> None:
    assert above.says() == []
    assert above.box.isHidden()


def test_a_full_disk_says_what_is_safe_and_what_to_do_until_there_is_room(above: Above) -> None:
    assert "Alles opgeslagen" in above.strip.words()
    above.disk.free = 0
    above.place.tasks.run(a_dossier)
    (said,) = above.says()
    assert said.startswith("De schijf is vol: je kunt nu alleen lezen")
    assert "200 MB" in said
    above.strip.show_busy(busy=False)
    assert "Alles opgeslagen" not in above.strip.words()
    assert above.strip.words().startswith("Alleen lezen")

    above.press()
    assert above.place.toasts[-1][0] == "Er is nog niet genoeg ruimte."
    assert len(above.says()) == 1
    above.disk.free = reserve.ROOM
    above.press()
    assert above.says() == []
    assert above.place.toasts[-1][0] == "Er is weer ruimte. Je kunt verder werken."
    assert "Alles opgeslagen" in above.strip.words()


@pytest.mark.parametrize(
    ("operations", "lines", "other", "words"),
    [
        (4, 2, False, "Aan het eind van dit bestand ontbreken 4 wijzigingen, tot "),
        (0, 2, False, "Aan het eind van dit bestand ontbreken regels van het inzagelog"),
        (0, 0, True, "Dit bestand is een oudere versie waarin is doorgewerkt"),
    ],
)
def test_a_lost_end_is_told_until_somebody_has_seen_it(
    above: Above, operations: int, lines: int, words: str, *, other: bool
) -> None:
    def lose(session: Session) -> None:
        until = session.now().isoformat() if operations else ""
        with transaction(session.db):
            meta.put_meta(session.db, "trouble.gone", [operations, lines, until, other, session.now().isoformat()])

    above.place.do(lose)
    above.watch.begin()
    (said,) = above.says()
    assert said.startswith(words)
    assert "halen we terug bij de server" in said

    later = above.place.clock() + timedelta(minutes=1)

    def synced(session: Session) -> None:
        with transaction(session.db):
            meta.put_meta(session.db, "last_sync", later.isoformat())

    above.place.do(synced)
    above.watch.begin()
    (said,) = above.says()
    assert "is teruggehaald bij de server" in said
    above.press()
    assert above.says() == []


def test_the_strip_says_how_far_the_clock_is_off(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Theme())
    strip = StatusStrip()
    strip.show_clock(61)
    assert "De klok van deze computer loopt 61 min voor" in strip.words()
    strip.show_clock(-5)
    assert "De klok van deze computer loopt 5 min achter" in strip.words()
    strip.show_clock(0)
    assert "klok" not in strip.words()


@pytest.mark.parametrize(
    ("hub", "asked", "words"),
    [
        (False, False, "laat die opnieuw wissen"),
        (True, False, "Zodra de server bereikbaar is"),
        (True, True, "De server is gevraagd wat er gewist is"),
    ],
)
def test_a_list_of_what_was_erased_that_cannot_be_read_is_told_until_somebody_has_seen_it(
    above: Above, words: str, *, hub: bool, asked: bool
) -> None:
    def spoil(session: Session) -> None:
        now = session.now()
        with transaction(session.db):
            meta.put_meta(session.db, "trouble.list", [now.isoformat() if hub else "", now.isoformat()])
            meta.put_meta(session.db, "hub", "https://hub.example/" if hub else None)
            meta.put_meta(session.db, "last_sync", (now + timedelta(minutes=1)).isoformat() if asked else None)

    above.place.do(spoil)
    above.watch.begin()
    (said,) = above.says()
    assert said.startswith("De lijst van wat gewist is, is niet te lezen")
    assert words in said
    above.press()
    assert above.says() == []


def test_a_list_that_is_gone_altogether_says_so_and_of_no_list_that_it_was_kept(above: Above) -> None:
    def lose(session: Session) -> None:
        with transaction(session.db):
            meta.put_meta(session.db, "trouble.list", ["", session.now().isoformat(), True])

    above.place.do(lose)
    above.watch.begin()
    (said,) = above.says()
    assert said.startswith("Dit is een ouder bestand, en de lijst van wat gewist is, is weg")
    assert "bewaard" not in said


def test_a_date_that_stands_far_on_is_asked_about_until_somebody_looked(above: Above) -> None:
    def leap(session: Session) -> None:
        last = session.now() - timedelta(days=365)
        with transaction(session.db):
            meta.put_meta(session.db, "clock_leap", [last.isoformat(), session.now().isoformat()])

    above.place.do(leap)
    above.watch.begin()
    (said,) = above.says()
    assert said.startswith("Volgens deze computer is het 24 november 2026. Klopt dat?")
    assert "voor het laatst gewerkt op 24 november 2025. Er is niets weg" in said
    above.press()
    assert above.says() == []
