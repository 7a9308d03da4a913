"""Draws the timeline: only what is in sight, with the days and hours standing still at the edges."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from gpconnect.domain.schedule import SessionStatus, SlotKind
from gpconnect.services.half_day_views import SlotView
from gpconnect.ui import text, theme
from gpconnect.ui.agenda import model
from gpconnect.ui.agenda.timeline_model import Lane, Piece
from gpconnect.ui.agenda.timeline_places import Places
from gpconnect.ui.marked import translate

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Look:
    """What stands out now.

    Attributes:
        now: this moment, at which the line is drawn.
        focus: the place that the keyboard is at, when it is in the timeline at all.
        hover: the place under the pointer.
        moving: the booking that is on its way to another slot.
        target: where it would go now.
        refused: the target cannot have it.
    """

    now: datetime
    focus: Piece | None = None
    hover: Piece | None = None
    moving: Piece | None = None
    target: Piece | None = None
    refused: bool = False

    @property
    def today(self) -> date:
        """The day of this moment."""
        return text.local(self.now).date()

    @property
    def minute(self) -> int:
        """Of this moment, after midnight."""
        return model.minute_of(self.now)


class Painting:
    """One frame."""

    def __init__(self, painter: QPainter, places: Places, look: Look) -> None:
        self._painter, self._places, self._look = painter, places, look
        self._now = theme.current()
        self._font, self._bold, self._small = self._now.font(14), self._now.font(14, weight=600), self._now.font(13)
        self._metrics: dict[tuple[int, int], QFontMetrics] = {}

    def paint(self) -> None:
        """Slots first, then the line of this moment, then what stands still over them."""
        places, painter = self._places, self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(0, 0, places.width, places.height), self._now.color("surface"))
        painter.setClipRect(QRect(places.axis, places.top, places.width - places.axis, places.height - places.top))
        self._draw_hours()
        for place, lane in places.in_sight():
            if not lane.pieces:
                self._draw_bare(place, lane)
            for piece in lane.pieces:
                if piece.slot is not None:
                    self._draw_slot(piece)
        self._draw_line()
        painter.setClipRect(QRect(places.axis, 0, places.width - places.axis, places.top))
        self._draw_days()
        for place, lane in places.in_sight():
            self._draw_heads(place, lane)
        painter.setClipRect(QRect(places.axis, 0, places.width - places.axis, places.height))
        self._draw_borders()
        painter.setClipping(False)
        self._draw_axis()

    def _draw_hours(self) -> None:
        start, end = self._places.model.hours
        self._painter.setPen(self._now.color("line"))
        for minute in range(start, end + 1, 60):
            y = self._places.y_of(minute)
            if self._places.top <= y <= self._places.height:
                self._painter.drawLine(self._places.axis, y, self._places.width, y)

    def _draw_borders(self) -> None:
        """A thin line between one day and the next."""
        self._painter.setPen(self._now.color("line"))
        for _, left, _ in self._places.days_in_sight():
            x = left - self._now.px(8)
            self._painter.drawLine(x, 0, x, self._places.height)

    def _draw_axis(self) -> None:
        places, painter = self._places, self._painter
        start, end = places.model.hours
        tall = self._now.px(20)
        tag = QRect(0, places.y_of(self._look.minute) - tall // 2, places.axis - self._now.px(4), tall)
        shown = any(lane.day == self._look.today for lane in places.model.lanes) and start <= self._look.minute <= end
        for minute in range(start, end, 60):
            box = QRect(0, places.y_of(minute) - tall // 2, places.axis - self._now.px(8), tall)
            if box.top() < places.top - tall or (shown and box.intersects(tag)):
                continue
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._say(_clock(minute), box, self._small, "muted", right)
        if shown and tag.top() >= places.top - tall:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._now.color("danger"))
            painter.drawRoundedRect(QRectF(tag), self._now.px(3), self._now.px(3))
            bold = self._now.font(13, weight=600)
            self._say(_clock(self._look.minute), tag, bold, "panel", Qt.AlignmentFlag.AlignCenter)

    def _draw_line(self) -> None:
        """Through everything but names: where there are words, two strokes at the edges are enough."""
        y, red = self._places.y_of(self._look.minute), self._now.color("danger")
        if not self._places.model.hours[0] <= self._look.minute <= self._places.model.hours[1]:
            return
        for place, lane in self._places.in_sight():
            if lane.day != self._look.today:
                continue
            left, width, edge = self._places.left_of(place), self._places.widths[place], self._now.px(8)
            met = next((self._places.rect(one) for one in lane.pieces if one.slot and _meets(one, self._look)), None)
            if met is not None and y - met.top() < self._words_height(met) + self._now.px(4):
                for at in (left, left + width - edge):
                    self._painter.fillRect(QRect(at, y - 1, edge, 2), red)
            else:
                self._painter.fillRect(QRect(left, y - 1, width, 2), red)

    def _words_height(self, box: QRect) -> int:
        return min(box.height(), 2 * self._of(self._bold).height() + self._now.px(4))

    def _draw_days(self) -> None:
        """The name of a day stays in sight as long as anything of the day is."""
        for lane, left, right in self._places.days_in_sight():
            is_today = lane.day == self._look.today
            box = QRect(left, 0, right - left, self._places.row)
            if is_today:
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.setBrush(self._now.color("accent_soft"))
                self._painter.drawRoundedRect(QRectF(box.adjusted(0, 1, 0, -3)), self._now.px(4), self._now.px(4))
            lanes = [one for one in self._places.model.lanes if one.day == lane.day]
            heads = [head for one in lanes for head in one.heads]
            room = model.room_words([head.half_day for head in heads]) if len(heads) > 1 else ""
            words = text.join(text.day(lane.day), room)
            start = max(left, self._places.axis) + self._now.px(8)
            area = QRect(start, 0, right - start, box.height() - self._now.px(2))
            self._say(words, area, self._now.font(15, weight=600), "text", _LEFT)

    def _draw_bare(self, place: int, lane: Lane) -> None:
        box = QRect(self._places.left_of(place), self._places.top, self._places.widths[place], self._places.height)
        if lane.closed:
            self._painter.setPen(self._now.color("muted"))
            self._painter.setFont(self._font)
            area = box.adjusted(self._now.px(8), self._now.px(6), -self._now.px(4), 0)
            self._painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, lane.closed)

    def _draw_heads(self, place: int, lane: Lane) -> None:
        if lane.site is not None and self._places.model.many_sites:
            left = self._places.left_of(place)
            box = QRect(left + self._now.px(8), self._places.row, self._places.widths[place], self._places.row)
            self._say(lane.site.name, box.adjusted(0, 0, -self._now.px(10), 0), self._bold, "text", _LEFT)
        for head in lane.heads:
            self._draw_head(head, lane.closed, timed=len(lane.heads) > 1)

    def _draw_head(self, head: Piece, closed: str, *, timed: bool) -> None:
        box, half_day = self._places.rect(head), head.half_day
        focus = head == self._look.focus
        self._painter.setPen(QPen(self._now.color("accent" if focus else "line"), 2 if focus else 1))
        self._painter.setBrush(self._now.color("raised" if head == self._look.hover else "panel"))
        self._painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), self._now.px(4), self._now.px(4))
        inner = box.adjusted(self._now.px(8), self._now.px(3), -self._now.px(6), -self._now.px(3))
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = upper.translated(0, upper.height())
        begins = text.clock(half_day.start) if timed or not half_day.worker_name else ""
        self._say(f"{begins} {half_day.worker_name}".strip(), upper, self._bold, "text", _LEFT)
        none_left = not half_day.free and not half_day.walk_in_free
        words = closed or head.title
        self._say(words, lower, self._font, "muted" if none_left or closed else "accent", _LEFT)
        self._draw_meter(half_day.slots, lower.adjusted(self._of(self._font).horizontalAdvance(words), 0, 0, 0))

    def _draw_meter(self, slots: Iterable[SlotView], room: QRect) -> None:
        """A little block a slot: filled is taken, open is free, faint is past; left out without room."""
        found = [slot for slot in slots if slot.kind is not SlotKind.CLOSED]
        size, gap = self._now.px(7), self._now.px(2)
        wide = len(found) * (size + gap)
        if wide + self._now.px(10) > room.width():
            return
        at = QPointF(room.right() - wide, room.center().y() - size / 2)
        for place, slot in enumerate(found):
            box = QRectF(at.x() + place * (size + gap), at.y(), size, size)
            color = self._now.color("accent" if slot.appointment_id else "field")
            if not slot.appointment_id and not slot.can_be_taken(self._look.now):
                color = self._now.color("line")
            self._painter.setPen(QPen(color, 1))
            self._painter.setBrush(color if slot.appointment_id else Qt.BrushStyle.NoBrush)
            self._painter.drawRect(box)

    def _draw_slot(self, piece: Piece) -> None:
        box = self._places.rect(piece)
        if box.bottom() < self._places.top or box.top() > self._places.height:
            return
        now, look = self._now, self._look
        is_target = look.moving is not None and piece == look.target
        is_past = piece.is_empty and not self._is_free(piece)
        tone = ("danger" if look.refused else "accent") if is_target else piece.tone
        front, back = now.tone(tone)
        strong = is_target or piece == look.focus
        border = front if is_target else now.color("accent" if strong else "line" if is_past else "field")
        style = Qt.PenStyle.DashLine if piece.is_empty and not strong else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(border if piece.is_empty or strong else front, 2 if strong else 1, style))
        plain = now.color("raised" if piece == look.hover else "surface" if is_past else "panel")
        self._painter.setBrush(plain if piece.is_empty and not is_target else back)
        self._painter.setOpacity(0.45 if piece == look.moving and not is_target else 1.0)
        self._painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), now.px(4), now.px(4))
        if not piece.is_empty:
            stripe = QRectF(box.left() + 1, box.top() + now.px(5), now.px(3), box.height() - now.px(10))
            self._painter.fillRect(stripe, front)
        self._draw_words(piece, box, arriving=is_target and not look.refused)
        self._painter.setOpacity(1.0)

    def _draw_words(self, piece: Piece, box: QRect, *, arriving: bool) -> None:
        now = self._now
        area = box.adjusted(now.px(10), now.px(2), -now.px(6), -now.px(2))
        line = self._of(self._bold).height()
        title, font, color = piece.title, self._font if piece.is_empty else self._bold, "text"
        if arriving and self._look.moving is not None:
            title, font = translate("agenda", "Hierheen: {who}").format(who=self._look.moving.title), self._bold
        elif piece.is_empty:
            color = "accent" if self._is_free(piece) else "muted"
        two = bool(piece.detail) and not arriving and area.height() >= 2 * line
        head = QRect(area.left(), area.top(), area.width(), line if two else area.height())
        self._say(f"{_clock(piece.start)} {title}", head, font, color, _LEFT)
        if two:
            rest = area.adjusted(0, line, 0, 0)
            self._painter.setFont(self._font)
            self._painter.setPen(now.color("text"))
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            self._painter.drawText(rest, flags, piece.detail)

    def _is_free(self, piece: Piece) -> bool:
        is_open = piece.half_day.status is SessionStatus.OPEN
        return is_open and piece.slot is not None and piece.slot.can_be_taken(self._look.now)

    def _say(self, words: str, area: QRect, font: QFont, color: str, flags: Qt.AlignmentFlag) -> None:
        """One line, cut short with dots where there is no room."""
        self._painter.setFont(font)
        self._painter.setPen(self._now.color(color))
        shown = self._of(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        self._painter.drawText(area, flags, shown)

    def _of(self, font: QFont) -> QFontMetrics:
        key = font.pixelSize(), font.weight()
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(font)
        return self._metrics[key]


def _meets(piece: Piece, look: Look) -> bool:
    return piece.start <= look.minute < piece.end


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
