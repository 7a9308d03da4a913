"""Checks of a shown screen that a machine can make: names, clipping, contrast, order, and ways out.

Used by the tests of every page and by the program that photographs them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from gpconnect.ui import theme
from gpconnect.ui.parts import Chip, StatusBadge

LEAST_TEXT = 4.5
LEAST_BORDER = 3.0
LEAST_TARGET = 36
_SLACK = 2
_DEEPEST = 24
"""Layouts within each other; one that has nothing to do costs nothing."""
_LINEAR_BELOW = 0.04045
_TEXT_PAIRS = (
    *((front, back) for front in ("text", "muted") for back in ("surface", "panel", "raised")),
    ("text", "accent_soft"),
    ("muted", "accent_soft"),
    ("accent", "panel"),
    ("accent", "surface"),
    ("on_accent", "accent"),
    ("panel", "attention"),
    ("panel", "danger"),
    ("surface", "text"),
    *((tone, f"{tone}_soft") for tone in theme.TONES if tone != "neutral"),
    *(("text", f"{tone}_soft") for tone in theme.TONES if tone != "neutral"),
    *((tone, back) for tone in ("good", "attention", "danger") for back in ("panel", "surface")),
)
_BORDER_PAIRS = (("field", "panel"), ("field", "surface"), ("accent", "panel"), ("accent", "raised"))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person would stumble over: what kind, in which widget, and the detail."""

    kind: str
    where: str
    detail: str


def inspect(root: QWidget) -> list[Problem]:
    """All problems of a shown widget and everything in it, once what moved just now has come to rest."""
    _come_to_rest()
    widgets = [root, *(w for w in root.findChildren(QWidget) if w.isVisibleTo(root))]
    found = [problem for widget in widgets for problem in _of_one(widget, root)]
    return [*found, *_overlaps(widgets), *_order(root), *contrast(theme.current())]


def _come_to_rest() -> None:
    """Place what still waits to be placed: each layout that moved asks the one around it, which has its turn next."""
    for _ in range(_DEEPEST):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def contrast(now: theme.Theme) -> list[Problem]:
    """Token pairs that are too faint to read, or borders too faint to see."""
    pairs = [(pair, LEAST_TEXT) for pair in _TEXT_PAIRS] + [(pair, LEAST_BORDER) for pair in _BORDER_PAIRS]
    return [
        Problem("contrast", f"{front} on {back}", f"{found:.2f} < {least}")
        for (front, back), least in pairs
        if (found := ratio(now.color(front), now.color(back))) < least
    ]


def ratio(one: QColor, other: QColor) -> float:
    """Contrast of two colours as WCAG 2 defines it, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def tab_stops(root: QWidget) -> list[QWidget]:
    """The widgets the Tab key visits, in its order."""
    stops: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        policy = widget.focusPolicy()
        reachable = bool(policy & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.focusProxy() is None
        if reachable and root.isAncestorOf(widget) and widget.isVisibleTo(root):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def _of_one(widget: QWidget, root: QWidget) -> Iterator[Problem]:
    if detail := _clipped(widget):
        yield Problem("clipped", _where(widget), detail)
    elif isinstance(widget, QLabel | QAbstractButton | QLineEdit | StatusBadge) and _cut(widget, root):
        yield Problem("cut", _where(widget), "sticks out of what holds it")
    if _interactive(widget) and not _name(widget):
        yield Problem("unnamed", _where(widget), "no accessible name")
    small = isinstance(widget, QPushButton | Chip | QLineEdit | QComboBox) and not isinstance(
        widget.parentWidget(), QComboBox
    )
    if small and widget.height() < theme.current().px(LEAST_TARGET) - _SLACK:
        yield Problem("small", _where(widget), f"{widget.height()} px high")
    if isinstance(widget, QPlainTextEdit | QTextEdit) and not (widget.tabChangesFocus() or widget.isReadOnly()):
        yield Problem("trap", _where(widget), "Tab does not leave this field")


def _clipped(widget: QWidget) -> str:
    size = widget.size()
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            needed = widget.heightForWidth(size.width())
            return f"needs {needed} px, has {size.height()} high" if needed > size.height() + _SLACK else ""
        needed = widget.sizeHint().width()
    elif isinstance(widget, StatusBadge):
        needed = widget.heightForWidth(size.width())
        return f"needs {needed} px, has {size.height()} high" if needed > size.height() + _SLACK else ""
    elif isinstance(widget, QPushButton | Chip):
        needed = widget.sizeHint().width()
    else:
        return ""
    return f"needs {needed} px, has {size.width()} wide" if needed > size.width() + _SLACK else ""


def _cut(widget: QWidget, root: QWidget) -> bool:
    """Whether part of it lies outside an ancestor that does not scroll."""
    area = QRect(QPoint(0, 0), widget.size())
    child = widget
    while child is not root:
        parent = child.parentWidget()
        if parent is None:
            return False
        area.translate(child.pos())
        scroller = parent.parentWidget()
        if isinstance(scroller, QAbstractScrollArea):
            sideways = scroller.horizontalScrollBar().maximum() > 0
            return area.right() > parent.width() + _SLACK and not sideways
        if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(area):
            return True
        child = parent
    return False


def _overlaps(widgets: list[QWidget]) -> Iterator[Problem]:
    """Words or controls of one holder that lie over each other."""
    kinds = QLabel | QPushButton | Chip | QLineEdit | QComboBox | StatusBadge
    holders: dict[QWidget | None, list[QWidget]] = {}
    for widget in widgets:
        if isinstance(widget, kinds):
            holders.setdefault(widget.parentWidget(), []).append(widget)
    for siblings in holders.values():
        for one, other in combinations(siblings, 2):
            shared = one.geometry() & other.geometry()
            if min(shared.width(), shared.height()) > _SLACK:
                yield Problem("overlap", _where(one), f"lies over {_where(other)}")


def _interactive(widget: QWidget) -> bool:
    hidden = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QComboBox)
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled() and not hidden


def _name(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name).strip()


def _order(root: QWidget) -> Iterator[Problem]:
    """Tab may go right, down, or to the top of a next column; never back over what was read."""
    stops = tab_stops(root)
    for one, other in pairwise(stops):
        a = QRect(one.mapTo(root, QPoint(0, 0)), one.size())
        b = QRect(other.mapTo(root, QPoint(0, 0)), other.size())
        same_column = b.left() <= a.right() and a.left() <= b.right()
        same_row = b.top() <= a.center().y() <= b.bottom()
        if a.contains(b) or b.contains(a) or _area(one) is not _area(other):
            # Where something scrolls, places on the glass say nothing about the order of reading.
            continue
        if (same_column and b.bottom() < a.top()) or (same_row and b.right() < a.left()):
            yield Problem("order", _where(other), f"Tab comes here from {_where(one)}")


def _area(widget: QWidget) -> QWidget | None:
    """What the widget scrolls in, None when it stands still."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above


def _where(widget: QWidget) -> str:
    shown = widget.text() if isinstance(widget, QLabel | QAbstractButton | StatusBadge) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or shown}".strip()[:80]
