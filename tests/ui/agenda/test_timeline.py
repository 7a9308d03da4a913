"""The timeline: where things lie, what is drawn, what is said, and what keys and mouse do."""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from gpconnect.domain.schedule import SessionStatus
from gpconnect.ui import theme
from gpconnect.ui.agenda.timeline import Timeline
from gpconnect.ui.agenda.timeline_model import Piece
from gpconnect.ui.inspection import inspect
from tests.ui.agenda.weeks import NOW, ONE_SITE, THURSDAY, TUESDAY, TWO_SITES, crowded, half_day, week, weeks
from tests.ui.conftest import Heard

Show = Callable[..., QWidget]


@pytest.fixture
def timeline(shown: Show) -> Iterator[Timeline]:
    """One site, two workers, wide enough for the week."""
    made = Timeline()
    made.show_weeks(ONE_SITE, NOW)
    shown(made, 1100, 700)
    made.activateWindow()
    yield made
    made.hide()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        found = QApplication.focusWidget()
        assert found is not None
        QTest.keyClick(found, key)


def heard_at_focus() -> str:
    """What a screen reader says of where the keyboard is."""
    found = QApplication.focusWidget()
    assert found is not None
    return QAccessible.queryAccessibleInterface(found).text(QAccessible.Text.Name)


def the(timeline: Timeline, key: str) -> Piece:
    found = timeline.model.piece(key)
    assert found is not None
    return found


def middle(timeline: Timeline, key: str) -> QPoint:
    return timeline.places.rect(the(timeline, key)).center()


def drag(timeline: Timeline, key: str, to: QPoint) -> None:
    """Press on a place, go to a point by way of halfway, and let go there."""
    start, glass, left = middle(timeline, key), timeline.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(glass, left, pos=start)
    for at in (start + (to - start) / 2, to):
        QTest.mouseMove(glass, at)
    QTest.mouseRelease(glass, left, pos=to)


def test_arrows_walk_through_slots_and_days(timeline: Timeline) -> None:
    timeline.focus_on("a0")
    went = []
    for key in (
        Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left,
        Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left,
    ):  # fmt: skip
        press(key)
        went.append(timeline._cursor)
    assert went == ["a1", "b1", "d1", "d1", "d3", "b3", "b", "b", "d", "b", "a", "a"]


def test_a_screen_reader_hears_everything_at_every_step(timeline: Timeline) -> None:
    timeline.focus_on("a0")
    first = QApplication.focusWidget()
    assert heard_at_focus() == ("dinsdag 24 november, 09:00, 45 minuten, De Waluwe, Sanne de Vries, Leeg. Enter opent.")
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is not first, "only a change of focus is told by every screen reader"
    assert heard_at_focus() == (
        "dinsdag 24 november, 09:45, 45 minuten, De Waluwe, Sanne de Vries, Emma de Graaf, Verwacht. "
        "Enter opent, M verplaatst."
    )
    press(Qt.Key.Key_Home)
    assert heard_at_focus() == (
        "Dagdeel, dinsdag 24 november, 09:00, tot 11:35, De Waluwe, Sanne de Vries, 1 vrij, 1 inloop. Enter opent."
    )
    assert inspect(timeline) == []


def test_enter_and_a_click_open_what_is_there(timeline: Timeline, heard: Heard) -> None:
    timeline.opened.connect(heard.hear)
    timeline.half_day_opened.connect(heard.hear)
    timeline.focus_on("a2")
    press(Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_Enter)
    timeline.spot().click()
    for key in ("d1", "b"):
        QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=middle(timeline, key))
    QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))

    assert heard.items == ["a2", "a2", "a", "a", "d1", "b"]


def test_a_press_that_goes_elsewhere_opens_nothing(timeline: Timeline, heard: Heard) -> None:
    timeline.opened.connect(heard.hear)
    drag(timeline, "d0", middle(timeline, "d1"))

    assert heard.items == []
    assert timeline.moving is None


def test_m_takes_a_booking_up_and_enter_puts_it_down(timeline: Timeline, heard: Heard) -> None:
    timeline.dropped.connect(heard.hear)
    timeline.focus_on("a1")
    press(Qt.Key.Key_M)
    assert heard_at_focus().endswith("Pijltjes kiezen een andere plek, Escape laat de afspraak staan.")
    press(Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert heard_at_focus().endswith("Vrij. Enter zet Emma de Graaf hier neer.")
    press(Qt.Key.Key_Return)

    assert [(one.key, other.key) for one, other in heard.items] == [("a1", "d1")]
    assert timeline.moving is None


def test_escape_leaves_a_booking_where_it_stands(timeline: Timeline, heard: Heard) -> None:
    timeline.dropped.connect(heard.hear)
    timeline.focus_on("a1")
    timeline.begin_move()
    press(Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert heard_at_focus().endswith("Enter opent, M verplaatst.")
    press(Qt.Key.Key_M, Qt.Key.Key_Return)

    assert heard.items == []
    assert timeline.moving is None


def test_only_a_booking_can_be_taken_up(timeline: Timeline) -> None:
    timeline.focus_on("a0")
    press(Qt.Key.Key_M)
    timeline.begin_move()

    assert timeline.moving is None


def test_a_booking_is_dragged_to_another_slot(timeline: Timeline, heard: Heard) -> None:
    timeline.dropped.connect(heard.hear)
    moving: list[bool] = []
    timeline.moving_changed.connect(moving.append)
    drag(timeline, "a1", middle(timeline, "d1"))

    assert [(one.key, other.key) for one, other in heard.items] == [("a1", "d1")]
    assert moving == [True, False]


def test_dropped_where_nothing_is_it_stays(timeline: Timeline, heard: Heard) -> None:
    timeline.dropped.connect(heard.hear)
    drag(timeline, "a1", QPoint(timeline.width() - 20, timeline.places.top + 40))
    drag(timeline, "a1", middle(timeline, "a1") + QPoint(12, 6))

    assert heard.items == []
    assert timeline.moving is None


def test_after_m_a_click_puts_it_down(timeline: Timeline, heard: Heard) -> None:
    timeline.dropped.connect(heard.hear)
    timeline.focus_on("a1")
    press(Qt.Key.Key_M)
    QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=middle(timeline, "d1"))

    assert [(one.key, other.key) for one, other in heard.items] == [("a1", "d1")]


def test_a_dragged_booking_scrolls_along_at_the_edge(shown: Show) -> None:
    timeline = Timeline()
    timeline.show_weeks(crowded(8), NOW)
    shown(timeline, 500, 300)
    timeline.focus_on("00-0-0")
    start = middle(timeline, "00-0-0")
    QTest.mousePress(timeline.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(12):
        QTest.mouseMove(timeline.viewport(), QPoint(490, 290 - step % 2))

    assert timeline.places.x > 100
    assert timeline.places.y > 50
    for step in range(12):
        QTest.mouseMove(timeline.viewport(), QPoint(timeline.places.axis + 2, timeline.places.top + 2 + step % 2))
    assert (timeline.places.x, timeline.places.y) < (100, 50)
    timeline.leave_move()


def test_a_refusal_is_told_where_it_was_put_down_and_goes_with_the_next_step(timeline: Timeline) -> None:
    for key in ("a2", "d3"):
        timeline.focus_on(key)
        timeline.refuse(key, "Deze plek is te kort.")
        assert timeline.refused_words() == "Deze plek is te kort."
        assert timeline.viewport().rect().contains(timeline._bubble.geometry())
        assert inspect(timeline) == []
    press(Qt.Key.Key_Up)
    assert timeline.refused_words() == ""
    timeline.refuse("gone", "Weg.")
    assert timeline.refused_words() == ""


def test_a_booking_that_is_gone_cannot_be_put_down(timeline: Timeline) -> None:
    timeline.focus_on("a1")
    timeline.begin_move()
    timeline.show_weeks(ONE_SITE, NOW)
    assert not timeline._bubble.isVisible()
    timeline.show_weeks(weeks(week("De Waluwe", (3, half_day("d", THURSDAY)))), NOW)

    assert timeline.moving is None
    assert timeline._cursor == "d0"


def test_zoom_has_steps_and_ends(timeline: Timeline, heard: Heard) -> None:
    timeline.zoomed.connect(heard.hear)
    for _ in range(9):
        timeline.zoom_by(1)
    tall = timeline.places.rect(the(timeline, "a1")).height()
    for _ in range(9):
        timeline.zoom_by(-1)
    small = timeline.places.rect(the(timeline, "a1")).height()
    timeline.zoom_by(0)

    assert heard.items[3:9] == [2.0] * 6
    assert heard.items[-2:] == [0.6, 1.0]
    assert tall > 3 * small


def test_control_and_the_wheel_zoom_and_the_wheel_alone_scrolls(timeline: Timeline) -> None:
    def wheel(down: int, held: Qt.KeyboardModifier) -> None:
        at = QPointF(300, 300)
        turn = QWheelEvent(
            at, timeline.viewport().mapToGlobal(at), QPoint(), QPoint(0, down), Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(timeline.viewport(), turn)

    wheel(120, Qt.KeyboardModifier.ControlModifier)
    assert timeline.places.zoom == 1.25
    wheel(-120, Qt.KeyboardModifier.ControlModifier)
    assert timeline.places.zoom == 1.0
    timeline.set_zoom(2.0)
    wheel(-120, Qt.KeyboardModifier.NoModifier)
    assert timeline.places.y > 0


def test_the_keyboard_brings_what_it_comes_to_into_sight(shown: Show) -> None:
    timeline = Timeline()
    timeline.show_weeks(crowded(20), NOW)
    shown(timeline, 600, 320)
    for key in ("19-3-4", "00-0-0", "10-2-2", "19-0-"):
        timeline.focus_on(key)
        assert timeline.viewport().rect().contains(timeline.places.rect(the(timeline, key)))
    assert timeline.horizontalScrollBar().isVisible()


def test_among_many_sites_it_begins_at_today(shown: Show) -> None:
    timeline = Timeline()
    shown(timeline, 600, 320)
    timeline.show_weeks(crowded(20), NOW)
    first = timeline.current()

    assert first is not None
    assert first.day == TUESDAY
    assert timeline.viewport().rect().contains(timeline.places.rect(first))


def test_the_pointer_tells_what_does_not_fit(timeline: Timeline) -> None:
    at = middle(timeline, "a1")
    glass = timeline.viewport()
    QTest.mouseMove(glass, at)
    QApplication.sendEvent(glass, QHelpEvent(QEvent.Type.ToolTip, at, glass.mapToGlobal(at)))
    assert QToolTip.text() == "Emma de Graaf\nVerwacht"
    QApplication.sendEvent(glass, QEvent(QEvent.Type.Leave))
    assert timeline._hover is None


def colors_at(timeline: Timeline, at: datetime, key: str) -> tuple[list[str], int]:
    """The colours along the line of this moment over one slot, from left to right."""
    timeline.show_weeks(ONE_SITE, at)
    picture: QImage = timeline.viewport().grab().toImage()
    box = timeline.places.rect(the(timeline, key))
    y = timeline.places.y_of((at.hour + 1) * 60 + at.minute)
    return [QColor(picture.pixel(x, y)).name().upper() for x in range(box.left(), box.right() + 1)], box.width()


@pytest.mark.parametrize(("minute", "through"), [(48, False), (52, False), (20 + 60, True)])
def test_the_line_of_this_moment_leaves_names_alone(timeline: Timeline, minute: int, *, through: bool) -> None:
    """Over the words of Emma's slot only strokes at its edges; under them the line goes through."""
    at = NOW.replace(hour=8, minute=0) + timedelta(minutes=minute)
    found, width = colors_at(timeline, at, "a1")
    red = theme.current().tokens.danger
    assert found[2] == red
    assert found[-3] == red
    assert (found[width // 2] == red) is through


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_light_and_dark_small_and_large(app: QApplication, shown: Show, *, dark: bool, scale: float) -> None:
    theme.apply(app, theme.Theme(dark=dark, scale=scale))
    timeline = Timeline()
    timeline.show_weeks(TWO_SITES, NOW)
    shown(timeline, 1000, 700)
    timeline.focus_on("a1")
    timeline.begin_move()
    press(Qt.Key.Key_Right)
    picture = timeline.viewport().grab().toImage()

    assert QColor(picture.pixel(1, 1)).name().upper() == theme.current().tokens.surface
    assert inspect(timeline) == []
    theme.apply(app, theme.Theme())


def test_without_anything_planned_there_is_nothing_to_walk_to(shown: Show) -> None:
    timeline = Timeline()
    timeline.show_weeks(weeks(), NOW)
    shown(timeline)
    timeline.set_zoom(1.5)
    timeline.leave_move()

    assert timeline.current() is None
    assert inspect(timeline) == []


def test_a_closed_half_day_is_drawn_as_empty(shown: Show) -> None:
    closed = half_day("z", TUESDAY, time(14), status=SessionStatus.CLOSED)
    timeline = Timeline()
    timeline.show_weeks(weeks(week("De Waluwe", (1, closed))), NOW, TUESDAY)
    shown(timeline, 400, 700)

    assert [one.title for one in timeline.model.pieces()] == ["afgesloten", "Leeg", "Leeg", "Leeg", "Leeg"]
    assert timeline.model.titles() == ["di 24 nov · afgesloten"]
