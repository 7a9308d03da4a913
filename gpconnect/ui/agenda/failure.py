"""What could not be done: said at the reason that is missing, or below the buttons."""

from PySide6.QtWidgets import QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.ui import messages
from gpconnect.ui.parts import FormRow, column, label, reveal


class Failure(QWidget):
    """One place for the words of all that can be refused in a panel; hidden without any."""

    def __init__(self, reason_row: FormRow) -> None:
        super().__init__()
        self._reason_row = reason_row
        self._words = label("", "error")
        self.setLayout(column(self._words, spacing=0))
        self.hide()

    def tell(self, error: KnownError) -> None:
        """Say why it could not be, there where something is to be filled in."""
        if getattr(error, "code", "") == "text.reason_missing":
            self._reason_row.set_error(messages.say(error))
            reveal(self._reason_row)
            return
        self._words.setText(messages.say(error))
        self.show()
        reveal(self)

    def words(self) -> str:
        """What is said now; empty when nothing is wrong here."""
        return self._words.text()

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._words.setText("")
        self.hide()
