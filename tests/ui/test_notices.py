"""Messages that stand over or above a page leave it usable: toasts step aside, banners fold."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from gpconnect.ui.parts import Banner, PushButton, StandingBanners, Toast, column
from tests.ui.conftest import Heard

Show = Callable[..., QWidget]


def a_window(*at: QPoint) -> tuple[QWidget, list[PushButton], Heard]:
    """A window with a button at each of these places, and what heard them."""
    window, heard = QWidget(), Heard()
    window.resize(1000, 700)
    made = []
    for place in at:
        button = PushButton("Volgende", heard.hear)
        button.setParent(window)
        button.setGeometry(place.x(), place.y(), 120, 40)
        made.append(button)
    return window, made, heard


def test_a_toast_covers_no_button_that_it_can_leave_free(shown: Show) -> None:
    window, (first, second), _ = a_window(QPoint(450, 610), QPoint(860, 610))
    shown(window, 1000, 700)
    toast = Toast(window, "Opgeslagen.")
    assert not toast.geometry().intersects(first.geometry())
    assert not toast.geometry().intersects(second.geometry())


def everywhere() -> list[QPoint]:
    return [QPoint(x, y) for x in range(0, 1000, 130) for y in range(0, 700, 50)]


def test_a_toast_gives_way_to_a_click_on_what_it_covers(shown: Show) -> None:
    window, buttons, heard = a_window(*everywhere())
    shown(window, 1000, 700)
    toast = Toast(window, "Opgeslagen.")
    middles = [one.geometry().center() for one in buttons if toast.geometry().contains(one.geometry().center())]
    at = next(one for one in middles if toast.childAt(toast.mapFrom(window, one)) is not toast.close_button)
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, toast.mapFrom(window, at))
    assert heard.items == [()]
    assert toast.isHidden()


def test_a_toast_steps_aside_for_the_field_that_gets_the_keyboard(shown: Show) -> None:
    window, (button,), _ = a_window(QPoint(450, 610))
    button.setEnabled(False)
    shown(window, 1000, 700)
    window.activateWindow()
    toast = Toast(window, "Opgeslagen.")
    assert toast.geometry().intersects(button.geometry())
    button.setEnabled(True)
    toast._give_way(None, button)
    assert not toast.geometry().intersects(button.geometry())


def test_a_press_on_a_toast_that_covers_nothing_does_nothing(shown: Show) -> None:
    window = shown(QWidget(), 1000, 700)
    toast = Toast(window, "Opgeslagen.")
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    assert toast.isVisible()


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
