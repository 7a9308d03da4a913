"""The file opens by itself, with the keyring of this computer; somebody else can still say no."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from gpconnect.ui.parts import PushButton, column, label


class KeyringPanel(QWidget):
    """Says what happens, and leaves a way for somebody else."""

    other_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = self.tr("Je profiel gaat open met de sleutelbos van deze computer.")
        moving = QProgressBar()
        moving.setRange(0, 0)
        moving.setTextVisible(False)
        moving.setAccessibleName(words)
        other = PushButton(self.tr("Een ander"), self.other_wanted.emit)
        self.setLayout(column(label(words), moving, other, spacing=1.5))
        self.setFocusProxy(other)
