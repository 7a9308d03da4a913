"""Answers as chips: quick to hit, wrapping like words, with a mark that shows what is chosen.

By keyboard a question is one stop of the Tab key: the arrows walk along its answers, the space bar chooses, and typing
the beginning of an answer chooses it once only one begins so ("sl" is enough for *Slapen*).
"""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts.layout import FlowLayout

_NEXT = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_BEFORE = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_PAUSE_MS = 1500
"""After so long a pause typing begins another word."""
_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Chip(QAbstractButton):
    """One answer; a tick in a box (several) or a dot in a ring (one of these) says that it is chosen."""

    moved = Signal(int)
    typed = Signal(str)
    """A sign, while this chip has the focus."""
    reached = Signal()

    def __init__(self, text: str, *, round_mark: bool = False, letter: str = "") -> None:
        super().__init__()
        self._round_mark = round_mark
        self._letter = letter
        self.setText(text)
        if letter:
            # A button's own shortcut clicks a moment later: whoever types on would book without the answer.
            shortcut = QShortcut(QKeySequence(f"Alt+{letter.upper()}"), self)
            shortcut.activated.connect(self._answer)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _answer(self) -> None:
        """By its letter somebody gives this answer; one of several that stands already is not taken back by it."""
        if not (self._round_mark and self.isChecked()):
            self.click()

    def sizeHint(self) -> QSize:
        now = theme.current()
        # Measured bold, so that choosing a chip never moves its neighbours.
        width = QFontMetrics(now.font(16, weight=600)).horizontalAdvance(self.text())
        return QSize(width + now.px(12 + 14 + 8 + 14) + 2, now.px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _NEXT:
            self.moved.emit(1)
        elif event.key() in _BEFORE:
            self.moved.emit(-1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        elif event.text().isprintable() and event.text() and not event.modifiers() & _OTHER_KEYS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.current()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = now.color("accent" if chosen or self.hasFocus() else "field")
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(border, width))
        painter.setBrush(now.color(self._ground()))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._draw_mark(painter)
        painter.setPen(now.color("accent" if chosen else "text" if self.isEnabled() else "muted"))
        painter.setFont(now.font(16, weight=600 if chosen else 400))
        area = self.rect().adjusted(now.px(12 + 14 + 8), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(area, int(flags), self._shown())

    def _shown(self) -> str:
        """The words, with the letter underlined that chooses them together with Alt."""
        words = self.text().replace("&", "&&")
        at = words.casefold().find(self._letter.casefold()) if self._letter else -1
        return f"{words[:at]}&{words[at:]}" if at >= 0 else words

    def _ground(self) -> str:
        if self.isDown():
            return "line"
        if self.isChecked():
            return "accent_soft"
        return "raised" if self.underMouse() and self.isEnabled() else "panel"

    def _draw_mark(self, painter: QPainter) -> None:
        now = theme.current()
        size = now.px(14)
        box = QRectF(now.px(12), (self.height() - size) / 2, size, size)
        chosen = self.isChecked()
        painter.setPen(QPen(now.color("accent" if chosen else "field"), now.px(1.5)))
        painter.setBrush(now.color("accent") if chosen and not self._round_mark else Qt.BrushStyle.NoBrush)
        if self._round_mark:
            painter.drawEllipse(box)
            if chosen:
                painter.setBrush(now.color("accent"))
                painter.drawEllipse(box.center(), size / 4, size / 4)
            return
        painter.drawRoundedRect(box, now.px(3), now.px(3))
        if chosen:
            pen = QPen(now.color("on_accent"), now.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            left, top = box.x(), box.y()
            painter.drawPolyline(
                [
                    QPointF(left + size * 0.22, top + size * 0.52),
                    QPointF(left + size * 0.42, top + size * 0.72),
                    QPointF(left + size * 0.80, top + size * 0.28),
                ]
            )


class ChipGroup(QWidget):
    """A question answered by chips.

    Args:
        name: the question, for screen readers.
        options: pairs of key and words.
        multi: several answers may be chosen; otherwise one, and choosing it again takes it back.
        always: one that was chosen stays chosen until another is: there is no going without, as with tabs.
    """

    changed = Signal(list)
    """The chosen keys, in the order shown, after a person chose."""

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]] = (), *, multi: bool = True, always: bool = False
    ) -> None:
        super().__init__()
        self._multi = multi and not always
        self._always = always
        self._typed, self._walking = "", False
        self._pause = QElapsedTimer()
        self._chips: dict[str, Chip] = {}
        self._flow = FlowLayout()
        self.setLayout(self._flow)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]], letters: Mapping[str, str] | None = None) -> None:
        """Offer other answers; those chosen before stay chosen when they are still offered.

        Args:
            options: pairs of key and words.
            letters: by key, the letter that chooses an answer together with Alt, from anywhere in the window.
        """
        by_letter = letters or {}
        chosen = set(self.chosen())
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._chips = {}
        for key, words in options:
            chip = Chip(words, round_mark=not self._multi, letter=by_letter.get(key, ""))
            chip.setProperty("key", key)
            chip.setChecked(key in chosen)
            chip.clicked.connect(self._chip_clicked)
            chip.moved.connect(self._move_focus)
            chip.typed.connect(self._type_ahead)
            chip.reached.connect(self._reached)
            self._flow.addWidget(chip)
            self._chips[key] = chip
        self._stop_at_chosen()
        self.updateGeometry()

    def chosen(self) -> list[str]:
        """Keys of the chosen answers."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def choose(self, keys: Iterable[str]) -> None:
        """Choose these and no others, without a signal."""
        wanted = set(keys)
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)
        self._typed = ""
        self._stop_at_chosen()

    def chip(self, key: str) -> Chip:
        return self._chips[key]

    def _chip_clicked(self) -> None:
        clicked = self.sender()
        if not isinstance(clicked, Chip):
            return
        if self._always and not clicked.isChecked():
            clicked.setChecked(True)
            return
        if not self._multi and clicked.isChecked():
            for chip in self._chips.values():
                chip.setChecked(chip is clicked)
        self.changed.emit(self.chosen())

    def _stop_at_chosen(self) -> None:
        chips = list(self._chips.values())
        if chips:
            self._stop_at(next((chip for chip in chips if chip.isChecked()), chips[0]))

    def _stop_at(self, stop: Chip) -> None:
        """The Tab key stops at this one chip of the group."""
        for chip in self._chips.values():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)

    def _reached(self) -> None:
        reached = self.sender()
        if isinstance(reached, Chip):
            self._stop_at(reached)
            if not self._walking:
                self._typed = ""  # whoever comes from elsewhere begins a word

    def _type_ahead(self, sign: str) -> None:
        """Go to the first answer that begins with what was typed; choose it once it is the only one.

        A comma begins another word, and so does a space after an answer was chosen; otherwise space chooses.
        """
        word = self._typed if self._pause.isValid() and self._pause.elapsed() < _PAUSE_MS else ""
        self._pause.start()
        if word == ",":
            if sign == " ":
                return
            word = ""
        fitting = self._beginning_with(word + sign) if word or sign not in " ," else []
        if fitting:
            self._typed = word + sign
            self._walking = True
            fitting[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._walking = False
            if len(fitting) == 1 and not fitting[0].isChecked():
                fitting[0].click()
        elif sign in " ,":
            self._typed = sign.strip()
            if sign == " " and not (word and len(self._beginning_with(word)) == 1):
                self._toggle()

    def _toggle(self) -> None:
        focused = next((chip for chip in self._chips.values() if chip.hasFocus()), None)
        if focused is not None:
            focused.click()

    def _beginning_with(self, typed: str) -> list[Chip]:
        """Answers that begin so; when there are none, those of which another word does."""
        start = typed.casefold()
        chips = [chip for chip in self._chips.values() if chip.isEnabled()]
        first = [chip for chip in chips if chip.text().casefold().startswith(start)]
        return first or [chip for chip in chips if f" {start}" in chip.text().casefold()]

    def _move_focus(self, step: int) -> None:
        chips = list(self._chips.values())
        at = next((i for i, chip in enumerate(chips) if chip is self.sender()), 0)
        chips[(at + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
