"""Messages that stand below or above a page leave it usable: notices have room of their own, banners fold."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.ui.parts import Banner, NoticeStrip, PushButton, StandingBanners, Toast, column

Show = Callable[..., QWidget]


def a_page() -> tuple[QWidget, NoticeStrip, list[PushButton]]:
    """A page full of buttons above a strip for notices."""
    window, strip = QWidget(), NoticeStrip()
    buttons = [PushButton(f"Volgende {number}") for number in range(9)]
    layout = column(*buttons)
    layout.addStretch(1)
    layout.addWidget(strip)
    window.setLayout(layout)
    return window, strip, buttons


def seen(window: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def test_a_notice_has_room_of_its_own_and_covers_nothing(shown: Show) -> None:
    window, strip, buttons = a_page()
    shown(window, 700, 640)
    assert not strip.isVisible()
    strip.say("Verplaatst. Geef de familie de nieuwe tijd door.", lambda: None, ("Is doorgegeven", lambda: None))
    QApplication.processEvents()
    toast = strip.findChild(Toast)
    assert toast is not None
    for button in buttons:
        assert not seen(window, toast).intersects(seen(window, button))
        assert window.rect().contains(seen(window, button))
    strip.clear()
    assert not strip.isVisible()


def test_the_newest_notice_takes_the_place_of_the_one_before(shown: Show) -> None:
    window, strip, _ = a_page()
    shown(window, 700, 640)
    for words in ("Bewaard.", "Verplaatst."):
        strip.say(words, None, None)
    assert [one.accessibleName() for one in strip.findChildren(Toast) if one.isVisible()] == ["Verplaatst."]
    assert strip.isVisible()


def test_what_can_be_done_goes_under_the_words_where_it_is_narrow(shown: Show) -> None:
    window = shown(QWidget(), 1000, 300)
    toast = Toast(window, "Verplaatst. Geef de familie de nieuwe tijd door.", lambda: None, ("Is doorgegeven", list))
    toast.resize(950, 60)
    words = next(one for one in toast.findChildren(QLabel) if one.text().startswith("Verplaatst"))
    QApplication.processEvents()
    assert toast.following_button.mapTo(toast, QPoint()).x() > words.geometry().right()
    toast.resize(380, 200)
    QApplication.processEvents()
    assert toast.following_button.mapTo(toast, QPoint()).y() > words.geometry().bottom()


def test_the_keyboard_goes_back_where_it_was_when_a_notice_goes(shown: Show) -> None:
    window, strip, buttons = a_page()
    shown(window, 700, 640)
    window.activateWindow()
    buttons[4].setFocus()
    strip.say("Bewaard.", lambda: None, None)
    strip.focus()
    assert not buttons[4].hasFocus()
    strip.clear()
    assert buttons[4].hasFocus()


def test_a_mouse_that_only_rests_where_a_notice_came_does_not_keep_it(shown: Show, qtbot: QtBot) -> None:
    window = shown(QWidget(), 500, 200)
    toast = Toast(window, "Bewaard.", stays_ms=30)
    with qtbot.waitSignal(toast.closed):
        QApplication.sendEvent(toast, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    read = Toast(window, "Bewaard.", stays_ms=30)
    QTest.mouseMove(read, QPoint(6, 6))
    assert not read._timer.isActive()


LONG = "Alles wat je eerder opsloeg is veilig. " * 6


def test_what_comes_next_is_one_button_that_does_it_once_and_goes(shown: Show) -> None:
    window = shown(QWidget())
    done: list[str] = []
    toast = Toast(window, "Afgezegd.", lambda: done.append("undo"), ("Boek in", lambda: done.append("book")))
    assert toast.following_button.isVisible()
    for _ in range(2):
        toast.following_button.click()

    assert done == ["book"]
    assert toast.isHidden()
    assert not Toast(window, "Afgezegd.").following_button.isVisible()


def test_banners_fold_when_they_would_leave_the_page_too_little_room(shown: Show) -> None:
    holder, box = QWidget(), StandingBanners()
    layout = column(box)
    layout.addStretch(1)
    holder.setLayout(layout)
    two = [Banner(LONG, title="De schijf is vol"), Banner(LONG, title="Er is een kopie teruggezet", action="Gezien")]
    shown(holder, 1000, 1400)
    box.show_banners(two)
    assert [one.folded for one in two] == [False, False]
    assert "Meer" not in [one.text() for one in box.findChildren(PushButton)]

    holder.resize(700, 560)
    assert [one.folded for one in two] == [True, True]
    assert box.height() < 0.5 * holder.height()
    more = next(one for one in two[0].findChildren(PushButton) if one.text() == "Meer")
    assert more.accessibleName() == "Meer: De schijf is vol"
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert [one.folded for one in two] == [False, True]
    assert more.text() == "Minder"
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert two[0].folded

    holder.resize(1000, 1400)
    assert [one.folded for one in two] == [False, False]
    assert not more.isVisible()


def test_a_banner_without_a_title_folds_to_its_first_sentence(shown: Show) -> None:
    banner = Banner("De server antwoordt niet. Je werk is veilig.")
    shown(banner, 800, 100)
    banner.fold(folded=False)
    assert "De server antwoordt niet." not in [one.text() for one in banner.findChildren(QLabel) if one.isVisible()]
    banner.fold(folded=True)
    assert [one.text() for one in banner.findChildren(QLabel) if one.isVisible()] == ["De server antwoordt niet."]
