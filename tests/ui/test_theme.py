"""Colours can be read, sizes grow together."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gpconnect.ui import theme
from gpconnect.ui.inspection import contrast, ratio
from gpconnect.ui.theme import Theme


@pytest.mark.parametrize("dark", [False, True])
def test_every_pair_used_for_text_can_be_read(dark: bool) -> None:  # noqa: FBT001 - a parameter of the example
    assert contrast(Theme(dark=dark)) == []


def test_contrast_is_the_one_of_wcag() -> None:
    assert ratio(Theme().color("panel"), Theme().color("panel")) == 1
    assert 20.9 < ratio(QPalette().color(QPalette.ColorRole.Window).fromString("#000"), Theme().color("panel")) <= 21


def test_sizes_grow_with_the_text() -> None:
    assert Theme(scale=2.0).px(36) == 72
    assert Theme(scale=1.5).space() == 12
    assert Theme(scale=2.0).font(16).pixelSize() == 32
    assert "$" not in theme.style_sheet(Theme(dark=True, scale=1.5))


class Restyled(QLabel):
    """Counts how often it is dressed anew."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name is that of Qt
        self.times += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_another_look_dresses_every_widget_once(app: QApplication, shown: Callable[..., QWidget]) -> None:
    one = Restyled("Vandaag")
    shown(one, 200, 50)
    one.times = 0
    theme.apply(app, Theme(dark=True))
    assert one.times == 1


def test_applying_reaches_palette_font_and_readers(app: QApplication) -> None:
    dark = Theme(dark=True, scale=1.5)
    theme.apply(app, dark)
    assert theme.current() == dark
    assert app.palette().color(QPalette.ColorRole.Window) == dark.color("surface")
    assert QFontInfo(app.font()).family() == "Source Sans Pro"


def test_choice_is_kept_within_reason(app: QApplication) -> None:
    assert theme.choose(app, "dark", 3.0) == Theme(dark=True, scale=2.0)
    assert theme.choose(app, "light", 0.5) == Theme()
    assert theme.choose(app, "system", 1.0).scale == 1.0
