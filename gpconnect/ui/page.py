"""One screen of the program: a header, a body that scrolls, and a sense of when it is out of date."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.ui import theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import PageHeader, Scroller, column


class Form(QWidget):
    """A part of a page in which something is begun and finished, as a booking is."""

    def is_half_done(self) -> bool:
        """Whether something was given in it that is not kept yet; chosen counts as well as typed."""
        return False


class Page(QWidget):
    """Base of every area's page.

    Subclasses set `area`, `kinds` (record kinds whose change makes it reload; empty = never) and `scrolls`, fill
    `self.header` and `self.body` in `__init__`, and implement `load`. A hidden page only remembers that it is stale.
    """

    area: str = ""
    kinds: frozenset[str] = frozenset()
    scrolls: bool = True

    def __init__(self, desk: Desk, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("role", "page")
        self.header = PageHeader(title, subtitle)
        self.body: QVBoxLayout = column(spacing=2)
        self._stale = True
        self._scroller: Scroller | None = None
        self._fill()
        desk.tasks.changed.connect(self.records_changed)

    def load(self) -> None:
        """Ask for what the page shows; called when first shown and after a change that concerns it."""

    def show_params(self, params: Mapping[str, object]) -> None:
        """Take what another page sent along, for example which jeugdige to open."""

    def place(self) -> dict[str, object]:
        """What `show_params` needs to come back to what is open now: ids, never words."""
        return {}

    def keeps(self, field: QWidget) -> bool:
        """Whether what is typed in this field is kept in the file by itself, or is no loss (a search)."""
        del field
        return False

    def holds_typed(self) -> bool:
        """Whether something stands typed here that would be lost with the page."""
        fields = (one for one in self.findChildren(QWidget) if _was_typed(one) and one.isVisibleTo(self))
        # What stands in the header is the window's own search.
        return any(not self.keeps(one) and not self.header.isAncestorOf(one) for one in fields)

    def is_half_done(self) -> bool:
        """Whether something is begun here that making the page anew would undo: typed, or chosen in a `Form`."""
        begun = (one.is_half_done() for one in self.findChildren(Form) if one.isVisibleTo(self))
        return self.holds_typed() or any(begun)

    def scroll_to_top(self) -> None:
        """Something else takes the place of what was shown: that is read from its beginning."""
        if self._scroller is not None:
            self._scroller.verticalScrollBar().setValue(0)

    def reload(self) -> None:
        """Load now when the page can be seen, otherwise when it will be."""
        self._stale = True
        if self.isVisible():
            self._load_now()

    @Slot(object)
    def records_changed(self, changes: Changes) -> None:
        if self.kinds & changes.kinds:
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load_now()

    def _load_now(self) -> None:
        self._stale = False
        self.load()

    def _fill(self) -> None:
        now = theme.current()
        outer = QVBoxLayout(self)
        bottom = now.space(2.5)
        outer.setContentsMargins(now.space(3), now.space(2), now.space(3), 0 if self.scrolls else bottom)
        outer.setSpacing(now.space(2))
        outer.addWidget(self.header)
        if self.scrolls:
            self.body.setContentsMargins(0, 0, 0, bottom)
            self._scroller = Scroller(self.body)
            outer.addWidget(self._scroller, 1)
        else:
            outer.addLayout(self.body, 1)


def _was_typed(widget: QWidget) -> bool:
    """Whether a person typed what stands in it; what the program put there can be put there again."""
    if isinstance(widget, QLineEdit):
        return widget.isModified() and bool(widget.text().strip()) and widget.echoMode() == QLineEdit.EchoMode.Normal
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isModified() and bool(widget.toPlainText().strip())
    return False
