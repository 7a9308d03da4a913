"""When: the earliest free slot chosen, its alternatives under it, and the waiting list."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from gpconnect.services.holds import Kept
from gpconnect.services.slots import Proposal, SlotOffer
from gpconnect.ui import text, theme
from gpconnect.ui.marked import translate
from gpconnect.ui.parts import clear, column, label

WAITING = "waiting"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class SlotOption(QAbstractButton):
    """One moment to choose, with who sits there and how long it lasts."""

    moved = Signal(int)

    def __init__(self, key: str, title: str, detail: str, *, checkable: bool = True) -> None:
        super().__init__()
        self.key = key
        self._detail = detail
        self.setText(title)
        self.setAccessibleName(text.join(title, detail))
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        now = theme.current()
        width = max(
            QFontMetrics(now.font(17, weight=600)).horizontalAdvance(self.text()),
            QFontMetrics(now.font(14)).horizontalAdvance(self._detail),
        )
        return QSize(width + now.space(4), now.px(68))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().px(68))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.isCheckable():
                event.ignore()
            else:
                self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = 2.0 if chosen or self.hasFocus() else 1.0
        painter.setPen(QPen(now.color("accent" if chosen or self.hasFocus() else "line"), width))
        painter.setBrush(now.color("accent_soft" if chosen else "raised" if self.underMouse() else "panel"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, now.px(6), now.px(6))
        area = self.rect().adjusted(now.space(2), now.px(9), -now.space(2), -now.px(9))
        painter.setPen(now.color("text"))
        painter.setFont(now.font(17, weight=600))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self._fit(painter, self.text()))
        painter.setPen(now.color("text" if chosen else "muted"))
        painter.setFont(now.font(14))
        painter.drawText(
            area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, self._fit(painter, self._detail)
        )

    def _fit(self, painter: QPainter, words: str) -> str:
        room = self.width() - theme.current().space(4)
        return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)


class SlotChoice(QWidget):
    """The proposal as options of which one is chosen."""

    changed = Signal()

    def __init__(self, *, with_waiting: bool = True) -> None:
        super().__init__()
        self._with_waiting = with_waiting
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._options: list[SlotOption] = []
        self._offers: dict[str, SlotOffer] = {}
        self._box: QVBoxLayout = column(spacing=1.25)
        self.setLayout(self._box)
        self.setAccessibleName(self.tr("Moment kiezen"))

    def show_proposal(self, proposal: Proposal, today: date, prefer: str = "", *, beside: bool = False) -> None:
        """Other slots; what was chosen stays chosen when it is still free, otherwise the first is.

        Args:
            proposal: what there is to choose from.
            today: the practice's day.
            prefer: key of the slot that was asked for.
            beside: the first one lies nearest to that of somebody of the same family.
        """
        before = prefer or self.chosen()
        for option in self._options:
            self._group.removeButton(option)
        clear(self._box)
        self._options = []
        for place, offer in enumerate(proposal.slots):
            if place < 2:  # noqa: PLR2004 - a heading above the first and one above the others
                first = self.tr("Naast de vorige van dit gezin") if beside else self.tr("Eerste vrije plek")
                words = self.tr("Of") if place else first
                self._box.addWidget(label(words, "label"))
            self._add(SlotOption(offer.slot_id, text.moment(offer.starts_at), detail_of(offer, today)))
        self._offers = {offer.slot_id: offer for offer in proposal.slots}
        if not proposal.slots:
            self._box.addWidget(label(self.tr("Er is nu geen vrije plek op deze locatie."), "muted"))
        if self._with_waiting:
            waits = text.count(proposal.waiting_count, self.tr("wachtende"), self.tr("wachtenden"))
            words = self.tr("eerst vrijkomende plek, nu {waiting}").format(waiting=waits)
            self._add(SlotOption(WAITING, self.tr("Wachtlijst"), words))
        self._box.addStretch(1)
        keys = [option.key for option in self._options]
        # A place of somebody who waits is nobody's first choice: whoever takes it says so.
        free = [key for key in keys if key == WAITING or self._offers[key].kept is None] or keys
        self.choose(before if before in keys else free[0] if free else "")

    def chosen(self) -> str:
        """Key of the chosen slot, `WAITING`, or empty."""
        return next((option.key for option in self._options if option.isChecked()), "")

    def is_held(self) -> bool:
        """Whether the chosen slot is held for a family that somebody phones now."""
        offer = self._offers.get(self.chosen())
        return offer is not None and offer.kept is not None and offer.kept.until is not None

    def choose(self, key: str) -> None:
        for option in self._options:
            option.setChecked(option.key == key)
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if option.key == key else Qt.FocusPolicy.ClickFocus)

    def options(self) -> Sequence[SlotOption]:
        return list(self._options)

    def _add(self, option: SlotOption) -> None:
        place = len(self._options)
        option.setObjectName("bookWaiting" if option.key == WAITING else f"bookSlot{place}")
        option.moved.connect(self._move)
        self._group.addButton(option)
        self._options.append(option)
        self._box.addWidget(option)

    def _move(self, step: int) -> None:
        at = next((i for i, option in enumerate(self._options) if option is self.sender()), 0)
        option = self._options[max(0, min(at + step, len(self._options) - 1))]
        self.choose(option.key)
        option.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _clicked(self, option: QAbstractButton) -> None:
        if isinstance(option, SlotOption):
            self.choose(option.key)
            self.changed.emit()


def detail_of(offer: SlotOffer, today: date) -> str:
    """How long, with whom, and how far away; or who of the waiting list comes first for it."""
    first = offer.worker_name.partition(" ")[0]
    if offer.kept is not None:
        return text.join(text.minutes(offer.minutes), first, _kept_words(offer.kept))
    return text.join(text.minutes(offer.minutes), first, text.relative(text.local(offer.starts_at).date(), today))


def _kept_words(kept: Kept) -> str:
    age = text.age(kept.age) if kept.age is not None else ""
    if kept.until is not None:
        until = text.clock(kept.until)
        words = translate("booking", "vastgehouden door {by} tot {time}") if kept.by else ""
        words = words or translate("booking", "vastgehouden tot {time}")
        return words.format(by=kept.by, time=until)
    return translate("booking", "eerst voor {who} (wachtlijst)").format(who=kept.name or age)
