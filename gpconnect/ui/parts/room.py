"""Where something that floats over a page covers least of what a person may want to press next."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox)


def controls(window: QWidget, besides: QWidget) -> list[tuple[QWidget, QRect]]:
    """What can be pressed or typed in now, with the part of it that is seen, in the window's coordinates."""
    found: list[tuple[QWidget, QRect]] = []
    for one in window.findChildren(QWidget):
        if not isinstance(one, CONTROLS) or not one.isVisibleTo(window) or not one.isEnabled():
            continue
        if one.window() is not window.window() or besides.isAncestorOf(one):
            continue
        seen = one.visibleRegion().boundingRect() if one.isVisible() else one.rect()
        if not seen.isEmpty():
            found.append((one, QRect(one.mapTo(window, seen.topLeft()), seen.size())))
    return found


def least_covering(window: QWidget, besides: QWidget, places: Iterable[QRect]) -> QRect:
    """The first of these places with the fewest controls under it; a resting mouse and the keyboard's field weigh most.

    A float under a mouse that rests would be taken for one that is read.
    """
    under = controls(window, besides)
    mouse = window.mapFromGlobal(QCursor.pos())

    def cost(place: QRect) -> int:
        covered = sum(1 + 10 * one.hasFocus() for one, seen in under if place.intersects(seen))
        return covered + 100 * place.contains(mouse)

    return min(places, key=cost)


def control_at(window: QWidget, besides: QWidget, at: QPoint) -> QWidget | None:
    """What can be pressed under this point of the window, below what floats there."""
    return next((one for one, seen in controls(window, besides) if seen.contains(at)), None)
