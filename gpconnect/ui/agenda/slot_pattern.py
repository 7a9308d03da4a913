"""Which places a half-day has: chosen from a few that are usual, drawn as they follow each other, or typed."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gpconnect.domain.calendar import parse_pattern
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import SlotKind
from gpconnect.ui import text, theme
from gpconnect.ui.parts import ChipGroup, column, label

USUAL = "45 45 20 20w 45"
_PRESETS = (USUAL, "45 45 45 45 20w", "20 20 20 20 20 20 20w 20w", "45 45 20w 20w 20w 20w")
_NINE = time(9)


class PatternPicture(QWidget):
    """The places side by side, as wide as they take long; one that is kept for walk-in has a dashed edge."""

    def __init__(self) -> None:
        super().__init__()
        self._slots: tuple[tuple[int, SlotKind], ...] = ()
        self._start = _NINE
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_slots(self, slots: tuple[tuple[int, SlotKind], ...], start: time) -> None:
        """Draw these, the first one at `start`."""
        self._slots, self._start = slots, start
        self.setVisible(bool(slots))
        self.update()

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(240), now.px(54))

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = sum(minutes for minutes, _ in self._slots)
        minute = (self.width() - 2) / whole if whole else 0
        left, high, at = 1.0, now.px(30), self._start
        font = now.font(14)
        painter.setFont(font)
        for minutes, kind in self._slots:
            box = QRectF(left, 1, minutes * minute - now.px(3), high)
            walk_in = kind is SlotKind.WALK_IN
            painter.setPen(
                QPen(now.color("accent"), 1, Qt.PenStyle.DashLine if walk_in else Qt.PenStyle.SolidLine),
            )
            painter.setBrush(now.color("panel" if walk_in else "accent_soft"))
            painter.drawRoundedRect(box, now.px(4), now.px(4))
            painter.setPen(now.color("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(minutes))
            said = text.clock(at)
            below = QRectF(left, high + now.px(2), minutes * minute, now.px(20))
            painter.setPen(now.color("muted"))
            if painter.fontMetrics().horizontalAdvance(said) <= below.width():
                painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, said)
            left += minutes * minute
            at = _later(at, minutes)
        painter.end()


class SlotPattern(QWidget):
    """A few usual ones to choose from, what they come to in words and as a picture, and the same typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._start = _NINE
        names = (
            self.tr("Gewoon"),
            self.tr("Eerste gesprekken"),
            self.tr("Korte gesprekken"),
            self.tr("Veel inloop"),
        )
        self.presets = ChipGroup(self.tr("Indeling"), list(zip(_PRESETS, names, strict=True)), multi=False)
        self.picture = PatternPicture()
        self.words = label("", "small")
        self.words.setObjectName(f"{name}Words")
        self.field = QLineEdit(USUAL)
        self.field.setObjectName(name)
        self.field.setAccessibleName(self.tr("Plekken, zelf ingedeeld"))
        explained = self.tr(
            "Of deel zelf in: minuten per plek, 45 of 20, met een spatie ertussen; een w erachter houdt de plek vrij "
            "voor inloop."
        )
        self.field.setAccessibleDescription(explained)
        self.setLayout(
            column(self.presets, self.picture, self.words, self.field, label(explained, "small"), spacing=0.75)
        )
        self.presets.changed.connect(self._choose)
        self.field.textChanged.connect(self._show)
        self._show()

    def pattern(self) -> tuple[str, ...]:
        """The places as they stand in the field."""
        return tuple(self.field.text().replace(",", " ").split())

    def show_start(self, start: time) -> None:
        """The first place begins then."""
        self._start = start
        self._show()

    def _choose(self, keys: list[str]) -> None:
        if keys:
            self.field.setText(keys[0])
        else:
            self._show()

    def _show(self) -> None:
        said = " ".join(self.pattern())
        self.presets.choose([said] if said in _PRESETS else [])
        try:
            slots = parse_pattern(self.pattern())
        except KnownError:
            # Why not is said where it can be planned.
            self.picture.show_slots((), self._start)
            self.words.hide()
            return
        self.picture.show_slots(slots, self._start)
        self.words.setText(self._in_words(slots))
        self.words.show()

    def _in_words(self, slots: Sequence[tuple[int, SlotKind]]) -> str:
        counted = {one: slots.count(one) for one in slots}
        parts = []
        for (minutes, kind), number in counted.items():
            count = text.count(number, self.tr("plek"), self.tr("plekken"))
            words = self.tr("{count} van {minutes} minuten")
            if kind is SlotKind.WALK_IN:
                words = self.tr("{count} van {minutes} minuten voor inloop")
            parts.append(words.format(count=count, minutes=minutes))
        end = _later(self._start, sum(minutes for minutes, _ in slots))
        hours = f"{text.clock(self._start)}–{text.clock(end)}"
        return self.tr("{places}; {hours}.").format(places=", ".join(parts), hours=hours)


def _later(at: time, minutes: int) -> time:
    return (datetime.combine(date.min, at) + timedelta(minutes=minutes)).time()
