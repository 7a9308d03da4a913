"""Takes everything that can be read off the glass, at once."""

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget


def cover(apart_from: QWidget) -> None:
    """Hide every window of the program but this one: the work, what hangs over it, what asks something.

    A dialog that waits for an answer gets "no": whoever asked goes on with nothing chosen.
    """
    QToolTip.hideText()
    popup = QApplication.activePopupWidget()
    while popup is not None:  # a menu may hang from a menu
        popup.hide()
        before, popup = popup, QApplication.activePopupWidget()
        if popup is before:
            break
    for window in QApplication.topLevelWidgets():
        if window is apart_from or not window.isVisible():
            continue
        if isinstance(window, QDialog):
            window.reject()
        window.hide()
