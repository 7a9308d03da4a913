"""*Beheer* > copies: choose where, make, stop, look after, check, and put back after having seen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.services import damaged, keeping, rollback, trouble
from gpconnect.services.session import Session
from gpconnect.storage import connection, kept
from gpconnect.storage.damage import Damage
from gpconnect.ui import theme
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.caretaker import Caretaker
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList
from gpconnect.ui.parts.rows import RowWidget
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.dossier_help import a_dossier
from tests.ui.conftest import Heard
from tests.ui.workplace import Workplace

Opens = Callable[[str], Workplace]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def place(desk_of: Opens) -> Workplace:
    """Sanne's desk; what a first sync brings is findable."""
    made = desk_of("worker")
    made.do(keeping.rebuild_search)
    return made


def opened(place: Workplace) -> AdminPage:
    page = AdminPage(place.desk)
    place.show(page)
    page.show_params({"section": "keeping"})
    assert place.settle()
    return page


def button(page: QWidget, words: str) -> QAbstractButton:
    return next(one for one in page.findChildren(QAbstractButton) if one.text() == words and one.isVisible())


def press(page: QWidget, words: str) -> None:
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def said(page: QWidget) -> str:
    """Everything that a person can read."""
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def listed(page: QWidget) -> list[str]:
    rows = next(one for one in page.findChildren(RowList) if one.accessibleName() == "Kopieën")
    return [one.accessibleName() for one in rows.findChildren(RowWidget)]


def test_without_a_folder_the_page_says_what_to_do_first(place: Workplace) -> None:
    page = opened(place)

    assert "Kies eerst waar de kopieën komen" in said(page)
    assert button(page, "Map kiezen …").isVisible()
    assert not page.keeping._chosen_box.isVisible()
    assert inspect(page) == []


def test_choosing_a_folder_makes_the_first_copy_and_asks_no_passphrase(place: Workplace, stick: Path) -> None:
    page = opened(place)
    page.keeping.choose_folder(stick)
    assert place.settle()

    assert len(list(stick.glob("*.kopie"))) == 1
    assert f"Elke dag naar {stick}" in said(page)
    assert any("vanzelf" in one for one in listed(page))
    assert place.toasts[-1][0] == "De kopie is gemaakt en nagelezen."
    assert not page.keeping._work_box.isVisible()
    assert inspect(page) == []


def test_a_copy_elsewhere_is_one_that_a_person_made(place: Workplace, tmp_path: Path) -> None:
    page = opened(place)
    page.keeping.back_up(tmp_path / "kopie")
    assert place.settle()

    assert (tmp_path / "kopie").exists()
    assert any("door jou" in one for one in listed(page))


def test_a_folder_that_is_gone_is_said_in_words(place: Workplace, stick: Path, tmp_path: Path) -> None:
    page = opened(place)
    page.keeping.choose_folder(stick)
    assert place.settle()
    stick.rename(tmp_path / "weg")
    press(page, "Nu een kopie maken")
    assert place.settle()

    assert "De map voor de kopie is er nu niet" in place.toasts[-1][0]
    assert page.keeping._state.text() == "De map is er nu niet"
    assert any("Nu niet bereikbaar" in one for one in listed(page))


def test_a_copy_that_somebody_threw_away_is_shown_so(place: Workplace, stick: Path) -> None:
    page = opened(place)
    page.keeping.choose_folder(stick)
    assert place.settle()
    next(stick.glob("*.kopie")).unlink()
    page.keeping.load()
    assert place.settle()

    assert any("Is er niet meer" in one for one in listed(page))


def test_stopping_a_copy_leaves_nothing(place: Workplace, stick: Path) -> None:
    place.do(keeping.choose_folder, stick)
    page = opened(place)
    press(page, "Nu een kopie maken")
    assert page.keeping._work_box.isVisible()
    assert not button(page, "Nu nakijken").isEnabled()
    press(page, "Stoppen")
    assert place.settle()

    assert list(stick.iterdir()) == []
    assert "Je hebt het gestopt" in place.toasts[-1][0]
    assert button(page, "Nu nakijken").isEnabled()


def test_progress_is_told_in_stages(place: Workplace) -> None:
    page = opened(place)
    section = page.keeping
    section._began("copy")
    section._progressed("rows", 25, 100)

    assert section._stage.text() == "Rijen · 25 %"
    assert (section._bar.value(), section._bar.maximum()) == (250, 1000)
    section._progressed("", 0, 0)
    assert section._stage.text() == "Rijen · 25 %"


def test_no_more_copies_by_themselves_can_be_taken_back(place: Workplace, stick: Path) -> None:
    page = opened(place)
    page.keeping.choose_folder(stick)
    assert place.settle()
    press(page, "Niet meer vanzelf")
    assert place.settle()
    assert "Kies eerst waar de kopieën komen" in said(page)
    words, undo = place.toasts[-1]
    assert "blijft staan" in words
    undo()
    assert place.settle()

    assert place.do(keeping.overview).folder == stick


def break_index(session: Session) -> None:
    """The words of one entry go."""
    with connection.transaction(session.db):
        session.db.execute("DELETE FROM search_names WHERE rowid = (SELECT min(rowid) FROM search_names)")


def test_a_check_says_what_is_wrong_and_the_index_can_be_built_again(place: Workplace) -> None:
    place.do(break_index)
    page = opened(place)
    press(page, "Nu nakijken")
    assert place.settle()
    assert "Zoeken vindt" in said(page)
    press(page, "Zoekindex opnieuw opbouwen")
    assert place.settle()

    assert "Alle bladzijden zijn heel." in said(page)
    assert inspect(page) == []


def test_damaged_dossiers_stand_by_name_with_what_can_bring_them_back(place: Workplace) -> None:
    child = place.do(a_dossier)
    place.do(lose, child)

    page = opened(place)

    assert "In deze dossiers is iets beschadigd: Daan Willems." in said(page)
    assert "Er is geen goede kopie." in said(page)


def lose(session: Session, child: str) -> None:
    """What a check that found a bad page in this dossier keeps."""
    with connection.transaction(session.db):
        kept.put_check(session.db, kept.FileCheck(session.now(), False, False, ("pages 1",)))
        damaged.keep(session, Damage((9,), {"note": (1,)}, (child,), ("meta",)))


def test_an_older_file_that_the_hub_noticed_is_told_until_it_is_read(place: Workplace) -> None:
    def notice(session: Session) -> None:
        with connection.transaction(session.db):
            rollback.noticed_by_hub(session.db, session.now())

    place.do(notice)
    page = opened(place)
    assert "Dit bestand is een oudere versie" in said(page)
    press(page, "Sluiten")
    assert place.settle()

    assert place.do(keeping.overview).rolled_back is None


def test_putting_back_shows_first_what_a_copy_holds(place: Workplace, stick: Path, heard: Heard) -> None:
    place.desk.closed_work.connect(heard.hear)
    page = opened(place)
    page.keeping.choose_folder(stick)
    assert place.settle()
    place.do(a_dossier)
    press(page, "Terugzetten …")
    phrase = next(
        one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Wachtwoordzin of code van die kopie"
    )
    QTest.keyClicks(phrase, "verkeerd")
    press(page, "Laten zien wat erin zit")
    assert place.settle()
    assert "wachtwoordzin klopt niet" in said(page)
    assert phrase.text() == "verkeerd"
    phrase.clear()
    QTest.keyClicks(phrase, PASSPHRASE)
    QTest.keyClick(phrase, Qt.Key.Key_Return)
    assert place.settle()
    assert "In de kopie: 0 dossiers, 0 notities" in said(page)
    assert "Nu hier: 1 dossier, 1 notitie" in said(page)
    assert inspect(page) == []
    press(page, "Toch niet")
    assert heard.items == []
    assert "In de kopie" not in said(page)


def test_a_preview_keeps_no_key_when_the_window_goes(place: Workplace, stick: Path) -> None:
    """At a lock the window may stay, unseen, for what was typed elsewhere in it."""
    page = opened(place)
    page.keeping.choose_folder(stick)
    assert place.settle()
    card = page.keeping.restoring
    card.choose(next(stick.glob("*.kopie")))
    card._phrase.setText(PASSPHRASE)
    press(page, "Laten zien wat erin zit")
    assert place.settle()
    assert card._chosen is not None
    page.window().hide()

    assert not any((card._here, card._chosen, card._phrase.text()))


def test_saying_yes_asks_the_program_to_do_it_with_the_file_closed(place: Workplace, stick: Path, heard: Heard) -> None:
    place.desk.closed_work.connect(heard.hear)
    page = opened(place)
    page.keeping.choose_folder(stick)
    assert place.settle()
    page.keeping.restoring.choose(next(stick.glob("*.kopie")))
    page.keeping.restoring._phrase.setText(PASSPHRASE)
    press(page, "Laten zien wat erin zit")
    assert place.settle()
    place.do(a_dossier)
    press(page, "Deze kopie terugzetten")

    (work,) = heard.items
    done: list[str] = []
    place.tasks.closed(work).then(done.append)
    assert place.settle()
    assert done == ["De kopie is teruggezet. Open hem met de wachtwoordzin van die kopie."]
    assert len(list(place.folder.glob("before-restore-*"))) == 1
    told = place.opened_again(trouble.state).returned
    assert (told.mended, told.copy_at) == (False, place.clock())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_fits_at_twice_the_size(app: QApplication, place: Workplace, stick: Path, scale: float) -> None:
    theme.apply(app, theme.choose(app, "light", scale))
    page = opened(place)
    page.keeping.choose_folder(stick)
    assert place.settle()

    assert inspect(page) == []
    theme.apply(app, theme.Theme())


@pytest.fixture
def caretaker(place: Workplace) -> Caretaker:
    return Caretaker(place.desk, place.desk)


def test_the_caretaker_does_what_is_due_one_after_the_other(
    place: Workplace, caretaker: Caretaker, stick: Path, clock: Clock, heard: Heard
) -> None:
    place.do(keeping.choose_folder, stick)
    caretaker.began.connect(heard.hear)
    for _ in range(3):
        caretaker.look()
        assert place.settle()
    assert heard.items == ["copy", "check"]

    clock.forward(days=1)
    caretaker.look()
    assert place.settle()
    assert heard.items == ["copy", "check", "copy"]


def test_the_caretaker_waits_until_nobody_does_anything(caretaker: Caretaker, place: Workplace, stick: Path) -> None:
    place.do(keeping.choose_folder, stick)
    caretaker.start()
    caretaker._look_when_idle()
    assert place.settle()
    assert list(stick.iterdir()) == []

    caretaker._last_sign -= 60
    caretaker._look_when_idle()
    assert place.settle()
    assert len(list(stick.iterdir())) == 2
    caretaker.stop()


def test_a_sign_of_life_counts(caretaker: Caretaker, place: Workplace) -> None:
    page = opened(place)
    caretaker._last_sign -= 60
    before = caretaker._last_sign
    QTest.mouseClick(page, Qt.MouseButton.LeftButton)

    assert caretaker._last_sign > before + 50


def test_one_thing_at_a_time_and_what_is_stopped_leaves_nothing(
    caretaker: Caretaker, place: Workplace, stick: Path, qtbot: QtBot
) -> None:
    place.do(keeping.choose_folder, stick)
    assert caretaker.copy()
    assert not caretaker.check()
    with qtbot.waitSignal(caretaker.ended, timeout=10_000) as ended:
        caretaker.stop()
    assert place.settle()

    assert ended.args is not None
    assert ended.args[0] == "copy"
    assert ended.args[1].code == keeping.STOPPED
    assert list(stick.iterdir()) == []


def test_locking_in_the_middle_of_a_copy_leaves_nothing_and_forgets_the_key(
    caretaker: Caretaker, place: Workplace, stick: Path
) -> None:
    place.do(keeping.choose_folder, stick)
    caretaker.copy()
    caretaker.stop()
    place.tasks.lock()
    assert place.settle()

    assert list(stick.iterdir()) == []
    assert caretaker.running == ""


def test_a_bad_check_is_told_without_being_looked_for(caretaker: Caretaker, place: Workplace, heard: Heard) -> None:
    place.desk.troubled.connect(heard.hear)
    place.do(break_index)
    caretaker.look()
    assert place.settle()

    assert [one.code for one in heard.items] == ["check.not_fine"]
    caretaker.start()
    assert place.settle()
    assert [one.code for one in heard.items] == ["check.not_fine", "check.not_fine"]
    caretaker.stop()


def test_copies_that_are_late_are_told(
    caretaker: Caretaker, place: Workplace, stick: Path, clock: Clock, heard: Heard
) -> None:
    place.do(keeping.choose_folder, stick)
    caretaker.look()
    assert place.settle()
    place.desk.troubled.connect(heard.hear)
    clock.forward(days=5)
    caretaker.start()
    assert place.settle()
    caretaker.stop()

    assert [(one.code, one.params) for one in heard.items] == [("copy.late", {"days": 5})]
