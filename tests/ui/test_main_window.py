"""The window: areas, search, notices, keys, and how things stand in words."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.ui.desk import Area, Desk
from gpconnect.ui.inspection import inspect
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.page import Page
from gpconnect.ui.parts import Banner, PushButton, StatusBadge, Toast
from gpconnect.ui.search_box import Found, FoundGroup, SearchBox
from tests.ui.conftest import Heard

Show = Callable[..., QWidget]


class AgendaPage(Page):
    area = "agenda"
    kinds = frozenset({"appointment"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Agenda", "De Waluwe")
        self.loads = 0
        self.params: list[Mapping[str, object]] = []
        self.header.set_actions([PushButton("Nieuwe afspraak", role="primary")])

    def load(self) -> None:
        self.loads += 1

    def show_params(self, params: Mapping[str, object]) -> None:
        self.params.append(params)


class PatientsPage(AgendaPage):
    area = "patients"
    scrolls = False


AREAS = (
    Area("agenda", "Agenda", "calendar-blank", AgendaPage),
    Area("patients", "Jeugdigen", "smiley", PatientsPage),
)


@pytest.fixture
def window(desk: Desk, shown: Show) -> MainWindow:
    made = MainWindow(desk, AREAS)
    made.open("agenda")
    shown(made)
    return made


def page(window: MainWindow) -> AgendaPage:
    assert isinstance(window.page, AgendaPage)
    return window.page


def test_pages_are_made_on_the_first_visit(window: MainWindow) -> None:
    assert window.stack.count() == 1
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert page(window).area == "patients"
    window.rail.buttons()[0].click()
    window.open("nowhere")
    assert page(window).area == "agenda"
    assert window.stack.count() == 2


def test_hidden_page_reloads_only_when_it_is_seen_again(window: MainWindow, desk: Desk) -> None:
    agenda = page(window)
    window.open("patients")
    desk.tasks.changed.emit(Changes(frozenset({"appointment"})))
    assert agenda.loads == 1
    window.open("agenda")
    assert agenda.loads == 2
    desk.tasks.changed.emit(Changes(frozenset({"task"})))
    assert agenda.loads == 2
    agenda.reload()
    assert agenda.loads == 3


def test_keys_for_booking_go_to_the_agenda(window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_N, control)
    QTest.keyClick(window, Qt.Key.Key_I, control)
    assert page(window).params == [{"new": True}, {"walk_in": True}]


def test_search_finds_by_keyboard_and_opens(window: MainWindow, qtbot: QtBot, heard: Heard) -> None:
    window.queried.connect(heard.hear)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    with qtbot.waitSignal(window.queried):
        QTest.keyClicks(window.search, "no")
    found = (Found("Noor van den Berg", "patients", "9 jaar", {"patient": "1"}), Found("Noud", "patients"))
    groups = [FoundGroup("Jeugdigen", found), FoundGroup("Notities", ())]
    window.search.show_results("other", groups)
    window.search.show_results("no", groups)
    popup = window.search.popup
    assert popup is not None
    assert popup.isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(window.search, key)
    assert not popup.isVisible()
    assert page(window).params == [{"patient": "1"}]
    assert heard.items == ["no"]


def test_nothing_found_says_what_to_try(window: MainWindow, qtbot: QtBot) -> None:
    window.search.start()
    with qtbot.waitSignal(window.queried):
        QTest.keyClicks(window.search, "q")
    window.search.show_results("q", [])
    popup = window.search.popup
    assert popup is not None
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert popup.isVisible()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    QTest.keyClick(window.search, Qt.Key.Key_Backspace)


def test_toast_and_trouble(window: MainWindow, desk: Desk, heard: Heard) -> None:
    desk.toast("Opgeslagen.")
    desk.toast("Verzet.", heard.hear)
    QTest.keyClick(window, Qt.Key.Key_F6)
    toast = next(found for found in window.findChildren(Toast) if found.isVisible())
    assert toast.undo_button.hasFocus()
    toast.take_back()
    assert heard.items == [()]
    QTest.keyClick(window, Qt.Key.Key_F6)
    desk.trouble(KnownError("session.closed"))
    desk.trouble(KnownError("session.closed"))
    assert any(found.isVisible() for found in window.findChildren(Banner))


def test_what_was_asked_while_locked_is_no_trouble_and_old_trouble_is_gone_after_unlocking(
    window: MainWindow, desk: Desk
) -> None:
    desk.trouble(KnownError("hub.unreachable"))
    assert any(found.isVisible() for found in window.findChildren(Banner))
    window.hide()
    desk.trouble(KnownError("session.closed"))
    window.show()
    assert not any(found.isVisible() for found in window.findChildren(Banner))


def test_strip_says_from_the_first_key_that_something_is_being_kept(window: MainWindow, desk: Desk) -> None:
    desk.unsaved_changed.emit("note", True)
    desk.tasks.busy.emit(False)
    assert "Wordt bewaard …" in window.strip.words()
    desk.unsaved_changed.emit("note", False)
    assert "Alles opgeslagen" in window.strip.words()


def test_strip_says_trouble_shortly_and_in_full_to_who_points_at_it(window: MainWindow) -> None:
    sentence = "De server is niet te bereiken. Alles staat veilig op dit apparaat en wordt later vanzelf verstuurd."
    window.strip.show_sync(None, 4, sentence)
    assert "Synchroniseren lukt niet · 4 wachten · De server is niet te bereiken ·" in window.strip.words()
    assert any(one.toolTip() == one.accessibleDescription() == sentence for one in window.strip.findChildren(QLabel))
    badge = window.strip.findChild(StatusBadge)
    assert badge is not None
    assert badge.minimumWidth() >= badge.sizeHint().width()


def test_strip_says_why_and_when_it_tries_again_and_gives_way_when_there_is_no_room(window: MainWindow) -> None:
    again = datetime(2026, 11, 24, 8, 51, tzinfo=UTC)
    window.strip.show_sync(None, 0, "De server is niet bereikbaar. Alles staat veilig hier.", again=again)
    assert "niets wacht · De server is niet bereikbaar · opnieuw om 09:51" in window.strip.words()
    before = window.minimumSizeHint().width()
    window.strip.show_sync(None, 0, "Een heel lange zin die nergens op één regel past. " * 9)
    assert window.minimumSizeHint().width() <= before

    window.strip.show_sync(None, 0, now="Eerste keer ophalen: 120 van 800")
    assert "Eerste keer ophalen: 120 van 800 · niets wacht" in window.strip.words()


def test_a_long_result_never_scrolls_sideways(window: MainWindow, app: QApplication) -> None:
    window.search.setText("no")
    window.search.show_results("no", [FoundGroup("Notities", (Found("Noor " * 30, "patients", "9 jaar"),))])
    app.processEvents()
    popup = window.search.popup
    assert popup is not None
    assert popup.list.visualItemRect(popup.list.item(1)).width() <= popup.list.viewport().width()
    assert not popup.list.horizontalScrollBar().isVisible()
    assert popup.list.item(1).toolTip().startswith("Noor")


def test_the_search_box_invites_only_to_what_the_role_can_find(app: QApplication) -> None:
    del app
    assert SearchBox("coordinator").placeholderText() == "Zoek op de sociale kaart"
    assert "organisatie" in SearchBox("coordinator").advice
    assert SearchBox("gp").placeholderText() == "Zoek jeugdige of afspraak"


def test_strip_says_in_words_how_things_stand(window: MainWindow) -> None:
    assert window.strip.words() == "Alles opgeslagen · Nog niet gesynct · niets wacht · Vergrendelt na 5 min"
    window.strip.show_sync(datetime(2026, 11, 24, 8, 51, tzinfo=UTC), 3)
    window.strip.show_saved(saved=False)
    assert "Bezig met opslaan · Gesynct om 09:51 · 3 wijzigingen wachten" in window.strip.words()


def test_rail_tells_what_waits_and_shrinks_to_icons(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.badge_changed.emit("patients", 2)
    button = window.rail.buttons()[1]
    assert button.accessibleName() == "Jeugdigen, 2 wachten op jou"
    wide = window.rail.width()
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.rail.width() < wide)
    window.rail.buttons()[0].setFocus()
    QTest.keyClick(window.rail.buttons()[0], Qt.Key.Key_Down)
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_A)
    assert page(window).area == "patients"
    assert not window.grab().isNull()


def test_nothing_on_the_window_is_nameless_or_clipped(window: MainWindow) -> None:
    assert inspect(window) == []


def test_lock_key_help_and_new_look(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_requested):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(QDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert inspect(dialog) == []
    dialog.close()
    before = page(window)
    window.restyle()
    assert page(window) is not before
    assert window.geometry_text()
    desk.go("patients", patient="2")
    assert page(window).params == [{"patient": "2"}]
