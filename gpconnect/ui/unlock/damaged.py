"""The passphrase is right and the file is damaged: what is safe, and a copy in its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.ui.parts import PushButton, column, label
from gpconnect.ui.unlock.putting_back import PuttingBack


class DamagedPanel(QWidget):
    """Says what is wrong with the file, and that it is not the passphrase."""

    restore_asked = Signal(object, str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label(self.tr("Dit bestand is beschadigd"), "h2")
        self._words = label("")
        self._error = label("", "error")
        self._error.hide()
        self.putting_back = PuttingBack(self.tr("Zet een kopie terug …"))
        self.putting_back.asked.connect(self.restore_asked)
        self.putting_back.chosen.connect(self._error.hide)
        self._again = PushButton(self.tr("Opnieuw proberen"), self.left.emit, role="quiet")
        self.setLayout(
            column(
                self._title,
                self._words,
                self._error,
                self.putting_back.first,
                self.putting_back.asking,
                self._again,
                spacing=1.5,
            )
        )
        self.setFocusProxy(self.putting_back.first)

    def tell(self) -> None:
        """Say what is safe and what to do."""
        self._words.setText(
            self.tr(
                "Dit ligt niet aan je wachtwoordzin: het bestand zelf is niet meer te lezen. Er is niets aan "
                "veranderd. Zet je nieuwste kopie terug: het beschadigde bestand blijft apart bewaard, wat er nog uit "
                "te lezen is komt erbij, en wat al verstuurd was komt terug van de server."
            )
        )

    def show_error(self, words: str) -> None:
        """What went wrong, near what was being done."""
        if not self.putting_back.show_error(words):
            self._error.setText(words)
            self._error.setVisible(bool(words))

    def error(self) -> str:
        return self.putting_back.error() or self._error.text() or (self._title.text() if self._words.text() else "")

    def clear(self) -> None:
        """Forget what was typed, and what was told."""
        self.putting_back.clear()
        self._words.setText("")
        self._error.setText("")
        self._error.hide()
