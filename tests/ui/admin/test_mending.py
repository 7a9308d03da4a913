"""*Herstellen* in *Beheer* > copies: where damage is told; first what will happen, then one button."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.domain.errors import KnownError
from gpconnect.services import keeping, trouble
from gpconnect.services.mending import Ill, Plan
from gpconnect.services.returned import Returned
from gpconnect.services.session import Session
from gpconnect.storage import connection, files
from gpconnect.storage.access_log import AccessEvent, ActionCode, EventType
from gpconnect.storage.kept import KeptCopy
from gpconnect.storage.mending import Outlook
from gpconnect.storage.pages import PAGE
from gpconnect.ui import copy_words
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.closed_work import ClosedWork
from gpconnect.ui.inspection import inspect
from tests.services.dossier_help import a_dossier
from tests.services.test_damaged import root_of
from tests.ui.conftest import Heard
from tests.ui.workplace import Workplace

Opens = Callable[[str], Workplace]
AT = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)


def hit(session: Session, table: str = "note") -> None:
    """One bit on the page where a table begins."""
    connection.checkpoint(session.db)
    page = root_of(session, table)
    with files.database_path(session.folder).open("r+b") as file:
        file.seek((page - 1) * PAGE + 1000)
        (byte,) = file.read(1)
        file.seek((page - 1) * PAGE + 1000)
        file.write(bytes([byte ^ 1]))


@pytest.fixture
def place(desk_of: Opens, tmp_path: Path) -> Workplace:
    """Sanne's desk: a copy on a stick, a dossier since, and a page that went bad."""
    made = desk_of("worker")
    stick = tmp_path / "stick"
    stick.mkdir()
    made.do(keeping.rebuild_search)
    made.do(keeping.choose_folder, stick)
    made.do(keeping.back_up, stick / "gpconnect.kopie")
    made.do(a_dossier)
    made.do(hit)
    return made


def opened(place: Workplace) -> AdminPage:
    page = AdminPage(place.desk)
    place.show(page)
    page.show_params({"section": "keeping"})
    assert place.settle()
    return page


def press(page: QWidget, words: str) -> None:
    button = next(one for one in page.findChildren(QAbstractButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_the_button_stands_where_damage_is_told_and_goes_with_it(place: Workplace, heard: Heard, qtbot: QtBot) -> None:
    place.desk.closed_work.connect(heard.hear)
    page = opened(place)
    assert not page.keeping.mending.isVisible()
    press(page, "Nu nakijken")
    assert place.settle()
    assert page.keeping.mending.isVisible()
    qtbot.waitUntil(lambda: inspect(page) == [], timeout=5_000)  # what came in makes room for itself

    press(page, "Herstellen …")
    assert place.settle()
    assert "De basis is de kopie van di 24 nov, 09:52" in said(page)
    assert "Er gaat niets van je werk verloren." in said(page)
    assert inspect(page) == []
    press(page, "Nu herstellen")
    (work,) = heard.items
    done: list[str] = []
    place.tasks.closed(work).then(done.append)
    assert place.settle()
    assert done == ["Je bestand is hersteld. Open het zoals je gewend bent."]

    told = place.opened_again(trouble.state)
    assert not told.damaged
    assert told.returned.mended
    page.keeping.load()
    assert place.settle()
    assert not page.keeping.mending.isVisible()


def test_saying_no_or_leaving_keeps_no_key(place: Workplace, heard: Heard) -> None:
    place.desk.closed_work.connect(heard.hear)
    page = opened(place)
    press(page, "Nu nakijken")
    assert place.settle()
    card = page.keeping.mending
    press(page, "Herstellen …")
    page.window().hide()
    assert place.settle()
    assert not any((card._ill, card._plan))
    page.show()
    press(page, "Herstellen …")
    assert place.settle()
    assert card._shown.isVisible()
    press(page, "Toch niet")
    assert not any((card._ill, card._plan, heard.items))


def test_damage_is_told_once(place: Workplace) -> None:
    """Above every page it stands already, with the way to mend it."""
    place.do(lambda session: keeping.run(session, keeping.checking()))
    assert place.do(keeping.warning) is None
    assert place.do(trouble.state).damaged


def test_without_a_good_copy_the_ground_is_an_empty_file(place: Workplace, tmp_path: Path) -> None:
    page = opened(place)
    press(page, "Nu nakijken")
    assert place.settle()
    (tmp_path / "stick" / "gpconnect.kopie").unlink()
    press(page, "Herstellen …")
    assert place.settle()

    assert "Er is geen goede kopie. De basis is een leeg bestand." in said(page)
    assert "hub" not in said(page.keeping.mending._shown)


def test_when_it_cannot_be_done_the_person_reads_what_to_do(place: Workplace, tmp_path: Path) -> None:
    page = opened(place)
    press(page, "Nu nakijken")
    assert place.settle()
    (tmp_path / "stick" / "gpconnect.kopie").unlink()
    place.do(hit, "secret_blob")
    press(page, "Herstellen …")
    assert place.settle()

    assert "Er is geen goede kopie die hier nu opengaat" in said(page)
    assert page.keeping.mending._ask.isEnabled()


LINE = AccessEvent("1" * 32, ActionCode.UPDATE, EventType.CHANGE, AT, "", "u", "youth_worker", "d")


def a_plan(names: tuple[str, ...] = (), others: int = 0, **numbers: object) -> Plan:
    usual = {"kept": 0, "drafts": 0, "from_copy": 0, "from_hub": 0, "lost": (), "untold": False, "lines": 0}
    outlook = Outlook(**{**usual, **numbers})  # type: ignore[arg-type]  # each by its name
    ill = Ill(Path(), b"", (), LINE)
    return Plan(ill, KeptCopy("/stick", "k", AT, 1, automatic=True), outlook, names, others, hub=True)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (a_plan(kept=12, drafts=1), "12 wijzigingen van daarna en 1 notitie waar je nog aan schrijft."),
        (replace(a_plan(kept=12), copy=None), "haalt GPConnect helemaal opnieuw op bij de server."),
        (a_plan(drafts=2), "hier nog te lezen is: 2 notities waar je nog aan schrijft."),
        (a_plan(from_copy=4), "Hier niet meer te lezen en wel in de kopie: 4 wijzigingen."),
        (a_plan(from_hub=1), "Van de server komt bij de eerstvolgende synchronisatie: 1 wijziging."),
        (
            a_plan(("Daan Willems",), lost=("d",)),
            "1 wijziging die nog nergens anders staat, bij Daan Willems.",
        ),
        (
            a_plan(("Daan Willems",), 2, lost=("d",) * 3),
            "3 wijzigingen die nog nergens anders staan, bij Daan",
        ),
        (a_plan(lost=("",)), "nergens anders staat. Kijk"),
        (a_plan(untold=True), "Van een deel is niet meer te zien wat het was."),
        (a_plan(lost_drafts=1), "Niet meer te lezen: 1 notitie waar je nog aan schrijft."),
        (a_plan(lines=2), "Ook 2 regels van het inzagelog zijn niet meer te lezen."),
    ],
)
@pytest.mark.usefixtures("app")
def test_what_will_happen_stands_there_in_words(plan: Plan, words: str) -> None:
    assert words in "\n".join(copy_words.mending(plan))


@pytest.mark.usefixtures("app")
def test_nothing_that_came_after_the_copy_is_not_told_as_a_number() -> None:
    for plan in (a_plan(), replace(a_plan(), copy=None)):
        assert " 0 " not in " ".join(copy_words.mending(plan))
    for copy_at in (AT, None):
        assert " 0 " not in copy_words.returned(Returned(mended=True, at=AT, copy_at=copy_at))


@pytest.mark.usefixtures("app")
def test_that_nothing_is_lost_is_said_only_when_it_is_so() -> None:
    fine = "Er gaat niets van je werk verloren."
    assert fine in copy_words.mending(a_plan())
    for plan in (a_plan(lost_drafts=1), a_plan(untold=True), a_plan(lost=("",))):
        assert fine not in copy_words.mending(plan)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (Returned(mended=True, at=AT, copy_at=AT, kept=3), "de basis geworden, met 3 wijzigingen van daarna."),
        (Returned(mended=True, at=AT, copy_at=None, kept=3), "opgebouwd uit wat nog te lezen was: 3 wijzigingen."),
        (Returned(mended=True, at=AT, copy_at=AT, kept=0), "de basis van je bestand geworden."),
        (Returned(mended=True, at=AT, copy_at=None, kept=0), "is je bestand opnieuw opgebouwd."),
        (Returned(mended=False, at=AT, copy_at=None), "is de kopie van onbekend wanneer teruggezet."),
        (Returned(mended=True, at=AT, copy_at=AT, hub=True), "halen we terug bij de server"),
        (Returned(mended=True, at=AT, copy_at=AT, hub=True, asked_hub=True), "is teruggehaald bij de server."),
        (Returned(mended=True, at=AT, copy_at=AT, lost=1), "Verloren: 1 wijziging"),
        (Returned(mended=True, at=AT, copy_at=AT, untold=True), "Wat daarvan niet verstuurd was, is verloren"),
        (Returned(mended=True, at=AT, copy_at=AT, drafts=2), "Niet meer te lezen: 2 notities waar je nog aan schreef."),
        (Returned(mended=False, at=AT, copy_at=AT, unread=True), "was niets te lezen. Wat je na de kopie deed"),
        (Returned(mended=False, at=AT, copy_at=AT, behind=1), "hield 1 wijziging meer vast dan de kopie. "),
        (
            Returned(mended=False, at=AT, copy_at=AT, behind=3, until=AT),
            "hield 3 wijzigingen meer vast dan de kopie, tot",
        ),
        (
            Returned(mended=False, at=AT, copy_at=AT, behind=3, back=2, asked_hub=True),
            "2 wijzigingen terug van de hub, en 1 wij",
        ),
        (Returned(mended=False, at=AT, copy_at=AT, behind=3, back=4, asked_hub=True), "kwam er minstens zoveel terug"),
    ],
)
@pytest.mark.usefixtures("app")
def test_what_was_done_stands_there_in_words(what: Returned, words: str) -> None:
    assert words in copy_words.returned(what)


def test_closed_work_is_watched_and_can_be_stopped() -> None:
    work = ClosedWork("Bezig", "Klaar", lambda watch: watch("rows", 1, 2))
    assert work() == "Klaar"
    assert work.progress.at == ("rows", 1, 2)
    work.progress.stop()
    with pytest.raises(KnownError, match=r"work\.stopped"):
        work()
