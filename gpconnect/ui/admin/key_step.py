"""What every step at a way in shares: a way out, a place for what is wrong, and the passphrase of now."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.ui import messages
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import FormRow, PushButton, label, reveal

_ITS_OWN = frozenset({"file.passphrase_wrong", "passphrase.empty"})


class Step(QWidget):
    """One thing to do, with a way out; `done` says what has been done, `left` that nothing was."""

    done = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.trouble = label("", "error")
        self.trouble.hide()

    def parts(self) -> list[QWidget]:
        """What Tab goes through here, in order."""
        found: list[QWidget] = []
        part = self.nextInFocusChain()
        while part is not None and part is not self:
            if self.isAncestorOf(part) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                found.append(part)
            part = part.nextInFocusChain()
        return found

    def start(self) -> None:
        """Put the keyboard on the first thing to do that can be seen; what comes later is still hidden."""
        first = next(part for part in self.parts() if part.isVisibleTo(self))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It opened, asks the next thing, or says what is wrong: with large text that can be out of sight."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            reveal(self)

    def buttons(self, *made: PushButton) -> QWidget:
        """These, and the way out."""
        return flowing(*made, PushButton(self.tr("Annuleren"), self.left.emit, role="quiet"))

    @Slot(object)
    def refused(self, error: BaseException) -> None:
        """Say why not; what was typed stays."""
        self.setEnabled(True)
        self.trouble.setText(messages.say(error))
        self.trouble.show()


class OwnPassphrase(FormRow):
    """Who changes a way in types the passphrase: an open desk may have somebody else at it."""

    def __init__(self, help_text: str = "") -> None:
        self.typed = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        super().__init__(self.tr("Je wachtwoordzin"), self.typed, help_text)

    def text(self) -> str:
        """What was typed."""
        return self.typed.text()

    def takes(self, error: BaseException) -> bool:
        """Whether this is what is wrong; then it is said here, and the keyboard comes here."""
        mine = isinstance(error, KnownError) and error.code in _ITS_OWN
        self.set_error(messages.say(error) if mine else "")
        if mine:
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
        return mine
