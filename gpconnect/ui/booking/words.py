"""The request for help as the family says it, with the room that is left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gpconnect.domain.typed import WORDS_LIMIT
from gpconnect.ui import theme
from gpconnect.ui.parts import FormRow, column


class _Words(QPlainTextEdit):
    """Enter goes on to booking; Shift and Enter begins a new line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class WordsField(QWidget):
    """At most 200 characters; what is over stays visible and is said, never cut off."""

    def __init__(self) -> None:
        super().__init__()
        self.field = _Words()
        self.field.setObjectName("bookWords")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(theme.current().px(76))
        self.field.textChanged.connect(self._count)
        self._family = FormRow(self.tr("In de woorden van het gezin (mag leeg, 200 tekens)"), self.field)
        self.setLayout(column(self._family))
        self._count()

    def ask_question(self, *, peer: bool) -> None:
        """For a colleague's question another explanation stands under the field."""
        self._peer = peer
        self._count()

    def text(self) -> str:
        return self.field.toPlainText()

    def clear(self) -> None:
        self.field.clear()

    _peer = False

    def _count(self) -> None:
        used = len(self.field.toPlainText().strip())
        over = self.tr("Te lang: nog {n} tekens weghalen.").format(n=used - WORDS_LIMIT) if used > WORDS_LIMIT else ""
        self._family.set_error(over)
        peer = self.tr("Je vraag aan de jeugdwerker, zonder naam van een kind.") if self._peer else ""
        left = self.tr("nog {n} tekens").format(n=max(0, WORDS_LIMIT - used)) if used else ""
        self._family.set_help(peer or left)
