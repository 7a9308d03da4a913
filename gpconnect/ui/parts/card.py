"""The frames of a page: its header, its cards, and what an empty one says."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts.buttons import PushButton
from gpconnect.ui.parts.labels import label
from gpconnect.ui.parts.layout import FlowLayout, Scroller, column, line


class PageHeader(QWidget):
    """Title and subtitle at the left, search and actions at the right; under each other when narrow."""

    def __init__(self, title: str, subtitle: str = "", actions: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self._title = label(title, "h1")
        self._subtitle = label(subtitle, "muted")
        words = column(self._title, self._subtitle, spacing=0)
        words.addStretch(1)
        self._tools = line(spacing=2)
        self._search: QWidget | None = None
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.current().space(2))
        self._layout.addLayout(words, 1)
        self._layout.addLayout(self._tools)
        self._layout.setAlignment(self._tools, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_title(title, subtitle)
        self.set_actions(actions)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show another title."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def title(self) -> str:
        return self._title.text()

    def focus_action(self) -> None:
        """Put the keyboard on the first button."""
        item = self._tools.itemAt(0 if self._search is None else 1)
        button = item.widget() if item is not None else None
        if button is not None:
            # What is not shown yet cannot take the keyboard from what goes.
            button.show()
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_actions(self, actions: Sequence[QPushButton]) -> None:
        """Show these buttons at the right; at most one may have the role primary. The keyboard stays with them."""
        first = 0 if self._search is None else 1
        held = False
        while (item := self._tools.takeAt(first)) is not None:
            if (widget := item.widget()) is not None:
                held = held or widget.hasFocus()
                # Gone from the screen at once, not when the event loop comes to deleting it.
                widget.hide()
                widget.deleteLater()
        for action in actions:
            self._tools.addWidget(action)
        if held:
            self.focus_action()
        self._arrange()

    def take_search(self, search: QWidget) -> None:
        """Hold the window's one search box while this page is shown."""
        self._search = search
        self._tools.insertWidget(0, search)
        search.show()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = self._tools.sizeHint().width() + theme.current().px(300)
        narrow = self.width() < needed
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter
        self._layout.setAlignment(self._tools, side)


_SHORT_ASIDE = 20


class Card(QFrame):
    """A panel with a title, something short at the right of it, and a body.

    Fill `card.body` (a column layout). `flush` cards have rows that touch the edges.
    """

    def __init__(self, title: str = "", aside: str = "", *, flush: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "card")
        now = theme.current()
        self._title, self._aside = label(title, "h2"), label(aside, "muted", wrap=False)
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(now.space(2), now.space(1.5), now.space(2), now.space(1.5))
        head.addWidget(self._title, 1)
        head.addWidget(self._aside)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        outer = column(self._head, self._rule, spacing=0)
        outer.setContentsMargins(1, 1, 1, 1)
        self.body = column(spacing=0 if flush else 1.5, margin=0 if flush else 2)
        outer.addLayout(self.body, 1)
        self.setLayout(outer)
        self.pinned: tuple[QWidget, ...] = ()
        self.first_stop: QWidget | None = None
        self.set_title(title, aside)

    def set_title(self, title: str, aside: str = "") -> None:
        """Show another title and aside."""
        self._title.setText(title)
        self._aside.setText(aside)
        # In a narrow card a long one takes two lines: kept on one it would be cut, and all below it with it.
        self._aside.setWordWrap(len(aside) > _SHORT_ASIDE)
        self._aside.setVisible(bool(aside))
        self._head.setVisible(bool(title or aside))
        self._rule.setVisible(bool(title or aside))
        self.setAccessibleName(title)

    def add(self, content: QWidget | QLayout, stretch: int = 0) -> "Card":
        """Put something in the body."""
        if isinstance(content, QLayout):
            self.body.addLayout(content, stretch)
        else:
            self.body.addWidget(content, stretch)
        return self

    def pin(self, *parts: QWidget, above: Sequence[QWidget] = ()) -> None:
        """Keep these buttons at the foot and in sight, under what must be known first; the body scrolls.

        Ask it once, when the body is filled.
        """
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout), "it was given one"
        outer.removeItem(self.body)
        self.body.setParent(None)
        inner = QWidget()
        inner.setLayout(self.body)
        rule = QFrame()
        rule.setProperty("role", "rule")
        buttons, flow = QWidget(), FlowLayout()
        for part in parts:
            flow.addWidget(part)
        buttons.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        now = theme.current()
        foot = column(*above, buttons, spacing=0.75)
        foot.setContentsMargins(now.space(2), now.space(1.25), now.space(2), now.space(1.5))
        outer.addWidget(Scroller(inner), 1)
        outer.addWidget(rule)
        outer.addLayout(foot)
        self.pinned = parts

    def focus_first(self) -> None:
        """Put the keyboard where one begins: at `first_stop`, or on the first button at the foot that can be used."""
        stops = self.pinned if self.first_stop is None else (self.first_stop, *self.pinned)
        usable = (one for one in stops if one.isVisibleTo(self) and one.isEnabled())
        if (first := next(usable, None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


class EmptyState(QWidget):
    """What an empty screen says: what belongs here, and what to do first."""

    def __init__(self, title: str, text: str, action: str = "", clicked: Callable[..., object] | None = None) -> None:
        super().__init__()
        now = theme.current()
        words = label(text, "muted")
        words.setMaximumWidth(now.px(480))
        # Asked by a row rather than a column, the words know how high they are at the width that they get.
        kept = line(spacing=0)
        kept.addWidget(words, 1)
        kept.addStretch()
        layout = column(label(title, "h2"), spacing=1, margin=1)
        layout.addLayout(kept)
        self.button: PushButton | None = None
        if action:
            self.button = PushButton(action, clicked, role="primary")
            layout.addSpacing(now.space(1))
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setAccessibleName(title)
