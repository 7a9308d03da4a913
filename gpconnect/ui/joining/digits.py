"""Six digits to compare with another screen, and the two things to say of them."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.ui import theme
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.parts import PushButton, column, label


class DigitsView(QWidget):
    """The digits, large enough to read aloud; asks until somebody answered."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._digits = label("", wrap=False)
        self._digits.setFont(theme.current().font(40, weight=600))
        self._words = label("")
        self.same = PushButton(self.tr("Ze zijn gelijk"), self._same, role="primary")
        self.same.setObjectName("digitsSame")
        self.other = PushButton(self.tr("Niet gelijk"), self._other)
        self.other.setObjectName("digitsOther")
        self._buttons = flowing(self.same, self.other)
        self.setLayout(column(self._words, self._digits, self._buttons, spacing=1.5))
        self.setFocusProxy(self.same)

    def show_digits(self, digits: str, words: str, *, asking: bool) -> None:
        """Show these, with what to do; the buttons go when the answer was given."""
        if self._digits.text() != digits:
            self._digits.setText(digits)
            spoken = " ".join(digits.replace(" ", ""))
            self._digits.setAccessibleName(self.tr("Vergelijk deze cijfers: {digits}").format(digits=spoken))
        self._words.setText(words)
        self._buttons.setVisible(asking)
        for one in (self.same, self.other):
            one.setEnabled(True)

    def digits(self) -> str:
        """What is shown."""
        return self._digits.text()

    def take_keyboard(self) -> None:
        """The next key answers."""
        self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _same(self) -> None:
        self._answer(same=True)

    @Slot()
    def _other(self) -> None:
        self._answer(same=False)

    def _answer(self, *, same: bool) -> None:
        for one in (self.same, self.other):
            one.setEnabled(False)
        self.answered.emit(same)
