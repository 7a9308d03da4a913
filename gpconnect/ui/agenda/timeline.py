"""The agenda as it is seen and walked through: one widget that draws only what is in sight.

Mouse: click opens, drag moves. Keyboard: arrows walk, Enter opens, M and arrows and Enter move, Escape leaves it.
A booking on its way stays so while the week turns: by PgUp and PgDn, or held against a side.
A screen reader follows two unseen buttons that take turns, so that every step is a change of focus that it tells.
"""

from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip

from gpconnect.services.schedule import WeeksView
from gpconnect.ui import text, theme
from gpconnect.ui.agenda import carrying, dragging
from gpconnect.ui.agenda.bubble import Bubble
from gpconnect.ui.agenda.edges import EDGE, SIDE, EdgeTurner
from gpconnect.ui.agenda.spot import Spot
from gpconnect.ui.agenda.timeline_model import Piece, TimelineModel
from gpconnect.ui.agenda.timeline_paint import Look, Painting
from gpconnect.ui.agenda.timeline_places import ZOOMS, Places
from gpconnect.ui.parts import reveal as bring_into_sight

_ARROWS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Home: (0, -1000),
    Qt.Key.Key_End: (0, 1000),
}
_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Timeline(QAbstractScrollArea):
    """Weeks or a day, of one site or of several side by side."""

    opened = Signal(str)
    """A slot was chosen."""
    half_day_opened = Signal(str)
    dropped = Signal(object, object)
    """A booking was put down in another slot: both pieces."""
    moving_changed = Signal(bool)
    zoomed = Signal(float)
    stepped = Signal(int)
    """The week before (-1) or after (1) is asked for."""
    let_go = Signal(object)
    """A booking was left where it stands, which is not in sight: its `Piece`."""

    def __init__(self) -> None:
        super().__init__()
        self.model = TimelineModel()
        self.places = Places(self.model)
        self.moving: Piece | None = None
        self._now: datetime | None = None
        self._hover: Piece | None = None
        self._cursor = ""
        self._pressed: tuple[QPoint, Piece] | None = None
        self._dragged = False
        self._telling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Agenda"))
        self._spots = (Spot(self.viewport()), Spot(self.viewport()))
        for spot in self._spots:
            spot.key_pressed.connect(self._key_pressed)
            spot.focus_changed.connect(self.viewport().update)
            spot.clicked.connect(self._open)
        self._bubble = Bubble(self.viewport())
        self._edges = EdgeTurner(self)
        self._edges.turned.connect(self.stepped)

    def show_weeks(self, weeks: WeeksView, now: datetime, day: date | None = None) -> None:
        """Show these weeks, or one day of them; the keyboard stays where it was when that is still there."""
        days = self.model.days()
        self.model.show_weeks(weeks, now, day)
        self._now, self._hover = now, None
        if self.moving is not None:
            self.moving = carrying.still_there(self.moving, self.model)
            self.moving_changed.emit(self.moving is not None)
        before = self._cursor
        at = self.model.piece(before) or carrying.first_place(self.moving, self.model, now)
        at = at or self.model.first(text.local(now).date())
        self._cursor = at.key if at else ""
        self._measure()
        if self.moving is not None and self.model.days() != days and self.isVisible():
            self._arrive(at)
        elif self._cursor != before and self.isVisible():
            self._reveal()

    def current(self) -> Piece | None:
        """The place that the keyboard is at."""
        return self.model.piece(self._cursor)

    def spot(self) -> Spot:
        """What has the focus of the keyboard, or would get it."""
        return next((one for one in self._spots if not one.isHidden()), self._spots[0])

    def focus_on(self, key: str) -> None:
        """Put the keyboard on a slot or half-day, and bring it into sight."""
        if (piece := self.model.piece(key)) is not None:
            self._go_to(piece, focus=True)

    def set_zoom(self, zoom: float) -> None:
        """Larger or smaller, around the place that the keyboard is at."""
        self.places.zoom = zoom
        self._measure()
        self._reveal()
        self.zoomed.emit(zoom)

    def zoom_by(self, step: int) -> None:
        """One step larger or smaller; 0 goes back to how it began."""
        at = ZOOMS.index(self.places.zoom) + step
        self.set_zoom(ZOOMS[max(0, min(at, len(ZOOMS) - 1))] if step else 1.0)

    def begin_move(self) -> None:
        """Take up the booking that the keyboard is at."""
        piece = self.current()
        if piece is not None and piece.can_move:
            self._take_up(piece)

    def leave_move(self) -> None:
        """Leave the booking where it stands; the keyboard goes back to it."""
        moving, self.moving = self.moving, None
        self._dragged = False
        self._pressed = None
        self._edges.hold(0)
        self._bubble.hide()
        if moving is None:
            return
        self.moving_changed.emit(False)
        if self.model.piece(moving.key) is None:
            self.let_go.emit(moving)
        else:
            self._go_to(moving, focus=self.spot().hasFocus())

    def refuse(self, key: str, words: str) -> None:
        """Say in a slot why something cannot be put down there; gone at the next step."""
        piece = self.model.piece(key)
        if piece is not None:
            self._bubble.say(words, self.places.rect(piece), self.spot())

    def refused_words(self) -> str:
        """What is said of the place where something was put down; empty when nothing is."""
        return self._bubble.text() if self._bubble.isVisibleTo(self) else ""

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(640), theme.current().px(480))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()
        self._reveal()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if not self._telling:
            self.places.x, self.places.y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            self._bubble.hide()
            self._place_spot()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._now is not None:
            painter = QPainter(self.viewport())
            Painting(painter, self.places, self._look(self._now)).paint()
            painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            piece = self.places.piece_at(event.pos())
            words = "\n".join(filter(None, (piece.title, piece.detail))) if piece else ""
            QToolTip.showText(event.globalPos(), words, self.viewport(), QRect())
            return True
        if event.type() is QEvent.Type.Leave and self._hover is not None:
            self._hover = None
            self.viewport().update()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        piece = self.places.piece_at(at)
        if event.button() is Qt.MouseButton.LeftButton and piece is not None:
            self._pressed = (at, piece)
            if self.moving is None:
                self._go_to(piece, focus=True, reveal=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        piece = self.places.piece_at(at)
        if self._pressed is not None and not self._dragged and self.moving is None:
            far = (at - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance()
            if far and self._pressed[1].can_move:
                self._dragged = True
                self._take_up(self._pressed[1])
        if self._dragged:
            self._edges.hold(self._scroll_along(at))
            if piece is not None and piece.slot is not None and piece.key != self._cursor:
                self._go_to(piece, focus=True, reveal=False)
        elif piece != self._hover:
            self._hover = piece
            self.viewport().update()
        self._show_hand(piece)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        piece, pressed = self.places.piece_at(at), self._pressed
        self._pressed = None
        self._edges.hold(0)
        if self._dragged:
            self._dragged = False
            if piece is None:
                self.leave_move()
            else:
                self._put_down(piece)
        elif pressed is not None and piece is not None and piece.key == pressed[1].key:
            if self.moving is None:
                self._open()
            else:
                self._put_down(piece)
        self._show_hand(piece)

    def _key_pressed(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        bare = not held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        piece = self.current()
        if not bare:
            return
        if key in _PAGES:
            # What the timeline scrolls in would keep these keys.
            self.stepped.emit(_PAGES[key])
        elif key == Qt.Key.Key_Escape and self.moving is not None:
            self.leave_move()
        elif piece is None:
            return
        elif key in _ARROWS:
            self._go_to(self.model.beside(piece, *_ARROWS[key]), focus=True)
        elif key in _OPEN and self.moving is not None:
            self._put_down(piece)
        elif key in _OPEN:
            self._open()
        elif key == Qt.Key.Key_M and self.moving is None and piece.can_move:
            self._take_up(piece)
        else:
            return
        event.accept()

    def _arrive(self, at: Piece | None) -> None:
        """In another week with a booking in hand: the keyboard goes along, also where nobody sits."""
        if at is not None:
            self._go_to(at, focus=True, reveal=not self._dragged)
            return
        spot = self.spot()
        spot.setAccessibleName(self.tr("Geen spreekuur in deze week. PgUp en PgDn gaan verder, Escape zet hem terug."))
        spot.show()
        spot.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self) -> None:
        piece = self.current()
        if piece is not None:
            (self.opened if piece.slot else self.half_day_opened).emit(piece.key)

    def _take_up(self, piece: Piece) -> None:
        self.moving = piece
        self.moving_changed.emit(True)
        self._go_to(piece, focus=True, reveal=False)

    def _put_down(self, target: Piece) -> None:
        booking = self.moving
        if booking is None or booking.key == target.key:
            self.leave_move()
            return
        words = dragging.refusal(booking, target, self._now) if self._now is not None else ""
        if words and not self._dragged:
            self.refuse(target.key, words)  # still in hand: another place is one arrow away
            return
        self.moving = None
        self._dragged = False
        self.moving_changed.emit(False)
        self._go_to(target, focus=True, reveal=False)
        self.dropped.emit(booking, target)

    def _go_to(self, piece: Piece, *, focus: bool, reveal: bool = True) -> None:
        """Another place: the other spot takes over, so that a screen reader hears of it."""
        self._bubble.hide()
        self._cursor = piece.key
        before = self.spot()
        if reveal:
            self.places.reveal(piece)
        if focus:
            after = self._spots[before is self._spots[0]]
            self._describe(after, piece)
            after.show()
            after.setFocus(Qt.FocusReason.TabFocusReason)
            before.hide()
        self._scrolled()
        if focus and reveal:
            # With large text the page around it scrolls too.
            bring_into_sight(self.spot())

    def _reveal(self) -> None:
        """Bring where the keyboard is, or would begin, into sight: among many sites that is today."""
        if (piece := self.current()) is not None:
            self.places.reveal(piece)
        self._scrolled()

    def _measure(self) -> None:
        self.places.measure(self.viewport().width(), self.viewport().height())
        self._scrolled()

    def _scrolled(self) -> None:
        """Let the bars say where we are."""
        self._telling = True
        for bar, most, at, page in (
            (self.horizontalScrollBar(), self.places.most_x, self.places.x, self.places.width),
            (self.verticalScrollBar(), self.places.most_y, self.places.y, self.places.height),
        ):
            bar.setRange(0, most)
            bar.setPageStep(page)
            bar.setSingleStep(theme.current().px(24))
            bar.setValue(at)
        self._telling = False
        self._place_spot()

    def _place_spot(self) -> None:
        piece, spot = self.current(), self.spot()
        if piece is not None:
            self._describe(spot, piece)
            spot.show()
        self.viewport().update()

    def _describe(self, spot: Spot, piece: Piece) -> None:
        spot.setAccessibleName(f"{piece.spoken()}. {self._what_next(piece)}")
        spot.setGeometry(self.places.rect(piece))

    def _what_next(self, piece: Piece) -> str:
        if self.moving is None or self._now is None:
            return piece.keys()
        if piece.key == self.moving.key:
            return self.tr("Pijltjes kiezen een andere plek, Escape laat de afspraak staan.")
        words = dragging.refusal(self.moving, piece, self._now)
        return words or self.tr("Enter zet {who} hier neer.").format(who=self.moving.title)

    def _look(self, now: datetime) -> Look:
        at = self.current()
        refused = self.moving is not None and at is not None and bool(dragging.refusal(self.moving, at, now))
        return Look(
            now=now,
            focus=at if self.spot().hasFocus() else None,
            hover=self._hover,
            moving=self.moving,
            target=at if self.moving is not None and at != self.moving else None,
            refused=refused,
        )

    def _scroll_along(self, at: QPoint) -> int:
        """Scroll where there is more to see; beyond the last of it, which side the booking is held against."""
        edge, step = theme.current().px(EDGE), theme.current().px(14)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, here, first, last in (
            (across, at.x(), self.places.axis, self.places.width),
            (down, at.y(), self.places.top, self.places.height),
        ):
            if here < first + edge:
                bar.setValue(bar.value() - step)
            elif here > last - edge:
                bar.setValue(bar.value() + step)
        if at.x() < self.places.axis and across.value() == across.minimum():
            return -1
        return int(at.x() > self.places.width - theme.current().px(SIDE) and across.value() == across.maximum())

    def _show_hand(self, piece: Piece | None) -> None:
        hand = Qt.CursorShape.ClosedHandCursor if self._dragged else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if piece is not None or self._dragged else Qt.CursorShape.ArrowCursor)
