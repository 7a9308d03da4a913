"""Panels that nobody opened yet are made when they are asked for, and nothing flashes over the agenda by that."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.agenda.desk import Sits


class Windows(QObject):
    """Hears of every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.mark.parametrize("name", ["detail", "free", "half_day", "waiting", "loose", "absence", "edit"])
def test_a_panel_is_made_once_within_the_page(agenda_of: Sits, name: str) -> None:
    agenda = agenda_of("gp")
    panels = agenda.page.panels
    app, windows = QApplication.instance(), Windows()
    assert app is not None
    assert name not in vars(panels)
    app.installEventFilter(windows)
    made = getattr(panels, name)
    panels.show_one(made)
    app.removeEventFilter(windows)

    assert windows.shown == []
    assert made.isVisible()
    assert not panels.side.isVisible()
    assert getattr(panels, name) is made


@pytest.mark.parametrize("name", ["booking", "series", "reminders"])
def test_what_takes_the_whole_page_is_made_once_without_a_flash(agenda_of: Sits, name: str) -> None:
    agenda = agenda_of("gp")
    page = agenda.page
    app, windows = QApplication.instance(), Windows()
    assert app is not None
    app.installEventFilter(windows)
    made = getattr(page, name)
    app.removeEventFilter(windows)

    assert windows.shown == []
    assert page.isAncestorOf(made)
    assert page.week.isVisible()
    assert getattr(page, name) is made
