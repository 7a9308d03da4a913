"""The list of keys on F1."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from gpconnect.ui import shortcuts, theme
from gpconnect.ui.parts import KeyHint, PushButton, label


class ShortcutList(QDialog):
    """Not modal: it may stay open beside the work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        now = theme.current()
        self.setWindowTitle(self.tr("Toetsen"))
        self.setModal(False)
        grid = QGridLayout(self)
        grid.setContentsMargins(now.space(3), now.space(3), now.space(3), now.space(2))
        grid.setHorizontalSpacing(now.space(2))
        grid.setVerticalSpacing(now.space(1))
        rows = shortcuts.listed()
        for place, (keys, meaning) in enumerate(rows):
            grid.addWidget(KeyHint(keys), place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label(meaning), place, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(rows), 1)
        grid.addWidget(PushButton(self.tr("Sluiten"), self.close), len(rows) + 1, 1, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(now.px(420))

    def open_beside(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()
