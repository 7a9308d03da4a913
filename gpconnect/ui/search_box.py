"""One search over everything the role may see: jeugdigen, notes, appointments."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout

from gpconnect.domain.excerpts import Excerpt
from gpconnect.ui import shortcuts, text, theme
from gpconnect.ui.parts.labels import KeyHint
from gpconnect.ui.search_rows import EXCERPT, HIGH, HIGHER, MARKS, ResultRows
from gpconnect.ui.searching import SearchWatch

_PAUSE_MS = 120


@dataclass(frozen=True, slots=True)
class Found:
    """One result: what to show, where it opens, and the piece of text in which the words stand."""

    title: str
    area: str
    detail: str = ""
    params: dict[str, object] = field(default_factory=dict)
    excerpt: Excerpt = field(default_factory=Excerpt)


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """Results of one kind under their Dutch name."""

    title: str
    items: tuple[Found, ...]


class SearchBox(QLineEdit):
    """The field; results hang under it. Down and up choose, Enter opens, Escape closes."""

    queried = Signal(str)
    """What is typed, after a short pause."""
    opened = Signal(str, dict)
    """Area and parameters of the chosen result."""
    left = Signal(int)
    """The question is finished and nothing was opened; so many were found."""

    def __init__(self, role: str = "youth_worker") -> None:
        super().__init__()
        now = theme.current()
        self.setPlaceholderText(self._invitation(role))
        self.advice = self._advice(role)
        self.setAccessibleName(self.tr("Zoeken"))
        self.setClearButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(now.px(170))
        self.setMaximumWidth(now.px(280))
        self._hint = KeyHint(shortcuts.sequence("search"))
        self._hint.setParent(self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextMargins(0, 0, self._hint.sizeHint().width() + now.px(4), 0)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._query)
        self.textEdited.connect(self._typed)
        self.popup: ResultPopup | None = None
        self._watch = SearchWatch(self)
        self._watch.finished.connect(self.left)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(280), super().sizeHint().height())

    def _invitation(self, role: str) -> str:
        """Only what this role can find."""
        if role == "youth_worker":
            return self.tr("Zoek jeugdige of notitie")
        if role == "coordinator":
            return self.tr("Zoek op de sociale kaart")
        return self.tr("Zoek jeugdige of afspraak")

    def _advice(self, role: str) -> str:
        if role == "coordinator":
            return self.tr("Niets gevonden. Probeer een deel van de naam van de organisatie.")
        return self.tr("Niets gevonden. Probeer een deel van de naam of een geboortedatum.")

    def start(self) -> None:
        """Put the keyboard here with the old question selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_results(self, query: str, groups: Sequence[FoundGroup]) -> None:
        """Hang the results under the field, unless something else was typed meanwhile."""
        if query != self.text().strip() or not self.isVisible():
            return
        self._watch.shown(sum(len(group.items) for group in groups))
        if self.popup is None or self.popup.parentWidget() is not self.window():
            self.popup = ResultPopup(self)
            self.popup.chosen.connect(self._open)
        self.popup.fill(groups)
        self.popup.hang()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.popup if self.popup is not None and self.popup.isVisible() else None
        if popup is not None and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            popup.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif popup is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            popup.choose()
        elif popup is not None and event.key() == Qt.Key.Key_Escape:
            popup.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._close()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hint = self._hint.sizeHint()
        self._hint.setGeometry(
            self.width() - hint.width() - theme.current().px(10),
            (self.height() - hint.height()) // 2,
            hint.width(),
            hint.height(),
        )

    def _typed(self, typed: str) -> None:
        if typed.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._close()

    def _query(self) -> None:
        self.queried.emit(self.text().strip())

    def _open(self, found: Found) -> None:
        self._close()
        self._watch.opened()
        self.clear()
        self.opened.emit(found.area, found.params)

    def _close(self) -> None:
        if self.popup is not None:
            self.popup.hide()


class ResultPopup(QFrame):
    """Results in groups; part of the window, so the keyboard stays in the field."""

    chosen = Signal(object)

    def __init__(self, box: SearchBox) -> None:
        super().__init__(box.window())
        self.setProperty("role", "popup")
        self._box = box
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Gevonden"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(ResultRows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*([theme.current().px(4)] * 4))
        layout.addWidget(self.list)
        box.installEventFilter(self)

    def fill(self, groups: Sequence[FoundGroup]) -> None:
        self.list.clear()
        for group in groups:
            if group.items:
                self._add_heading(group.title)
            for found in group.items:
                item = QListWidgetItem(text.join(found.title, found.detail))
                item.setData(Qt.ItemDataRole.UserRole, found)
                excerpt = found.excerpt
                item.setData(EXCERPT, excerpt.words)
                item.setData(MARKS, excerpt.marks)
                # Escaped: a tooltip that looks like markup is shown as markup.
                item.setToolTip(escape(text.join(item.text(), excerpt.words)))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text.join(item.text(), excerpt.words))
                # No wider than the list: what does not fit ends in dots, and is whole in the tooltip.
                item.setSizeHint(QSize(1, theme.current().px(HIGHER if excerpt.words else HIGH)))
                self.list.addItem(item)
        if not self.list.count():
            self._add_heading(self._box.advice)
        self.list.setCurrentRow(1)

    def hang(self) -> None:
        """Stand under the field, inside the window."""
        now = theme.current()
        window = self._box.window()
        width = self._width()
        rows = sum(max(self.list.sizeHintForRow(i), now.px(36)) for i in range(self.list.count()))
        corner = self._box.mapTo(window, QPoint(self._box.width() - width, self._box.height() + now.px(4)))
        left = max(now.space(1), corner.x())
        height = min(rows + now.px(12), window.height() - corner.y() - now.space(2))
        self.setGeometry(left, corner.y(), width, height)
        self.show()
        self.raise_()

    def _width(self) -> int:
        now = theme.current()
        return min(now.px(420), self._box.window().width() - now.space(4))

    def step(self, by: int) -> None:
        """Go to the next result, over the headings."""
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count():
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) is not None:
                self.list.setCurrentRow(row)
                return
            row += by

    def choose(self) -> None:
        row = self.list.currentRow()
        found = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        if found is not None:
            self.chosen.emit(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def _clicked(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.choose()

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem()
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        heading = QLabel(title)
        heading.setProperty("role", "small")
        heading.setWordWrap(True)
        heading.setContentsMargins(theme.current().px(8), theme.current().px(6), 0, 0)
        width = self._width() - theme.current().px(16)
        item.setSizeHint(QSize(1, heading.heightForWidth(width)))
        self.list.addItem(item)
        self.list.setItemWidget(item, heading)
