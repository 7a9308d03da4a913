"""The pages of the locked screen around the questions: welcome, the way out, thanks."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.services.evaluations import OpenForm
from gpconnect.ui import messages, theme
from gpconnect.ui.evaluation.kiosk_buttons import BigLine, BigPush
from gpconnect.ui.parts import FormRow, PushButton, column, label, line


def big(words: str, name: str, clicked: Callable[..., object], *, role: str = "") -> PushButton:
    """A button of at least 64 px."""
    button = BigPush(words, clicked, role=role)
    button.setObjectName(name)
    button.setFont(theme.current().font(20, weight=600))
    return button


def _heading(words: str) -> QWidget:
    made = label(words)
    made.setFont(theme.current().font(34, weight=600))
    return made


def _large(words: str) -> QWidget:
    made = label(words)
    made.setFont(theme.current().font(20))
    return made


class Welcome(QWidget):
    """Who reads this, and that skipping is fine."""

    begun = Signal()

    def __init__(self, opened: OpenForm, worker: str, *, for_child: bool, began: bool) -> None:
        super().__init__()
        first = worker.split(maxsplit=1)[0]
        if for_child:
            hello = self.tr("Hoi {name}").format(name=opened.given_name)
            reads = self.tr("{worker} en de jeugdwerkers van het team lezen je antwoorden.").format(worker=first)
            others = self.tr("School en de huisarts krijgen ze niet van ons te zien.")
        else:
            hello = self.tr("Welkom")
            reads = self.tr("{worker} en de jeugdwerkers van het team lezen uw antwoorden.").format(worker=first)
            others = self.tr("School en de huisarts krijgen ze niet van ons te zien.")
        counted = self.tr("In het verslag voor de gemeente staan alleen opgetelde cijfers, zonder namen.")
        words = self.tr("Ga verder") if began else self.tr("Begin")
        self._begin = big(words, "kioskBegin", self.begun.emit, role="primary")
        layout = column(_heading(hello), _large(opened.form.title), spacing=2)
        for sentence in filter(None, (reads, others, counted, opened.form.intro)):
            layout.addWidget(_large(sentence))
        layout.addSpacing(theme.current().space(2))
        layout.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)

    def focus(self) -> None:
        """Put the keyboard on the way in, not on the way out."""
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)


class Passphrase(QWidget):
    """The way out for the worker, and the way back for who is answering; no way back once it was handed in."""

    entered = Signal(str)
    resumed = Signal()

    def __init__(self, parent: QWidget | None = None, *, handed_in: bool = False) -> None:
        super().__init__(parent)
        self.field = BigLine()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setObjectName("kioskPassphrase")
        self.field.setFont(theme.current().font(20))
        self.field.returnPressed.connect(self._enter)
        self._row = FormRow(self.tr("Wachtwoordzin van de jeugdwerker"), self.field)
        self._unlock = big(self.tr("Terug naar het programma"), "kioskUnlock", self._enter)
        feet = line(spacing=2)
        if handed_in:
            asked = self.tr("Geef het scherm terug")
            kept = self.tr("De antwoorden zijn ingeleverd. Alleen de jeugdwerker kan nu verder.")
        else:
            asked = self.tr("Even stoppen?")
            kept = self.tr("Wat al is ingevuld, blijft bewaard op deze computer.")
            feet.addWidget(big(self.tr("Verder met invullen"), "kioskResume", self.resumed.emit, role="primary"))
        feet.addWidget(self._unlock)
        feet.addStretch(1)
        layout = column(_heading(asked), _large(kept), self._row, spacing=2)
        layout.addLayout(feet)
        self.setLayout(layout)

    def focus(self) -> None:
        """Put the keyboard on the passphrase."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def show_error(self, error: BaseException) -> None:
        """It was not the passphrase: say so and begin again."""
        self._unlock.setEnabled(True)
        self._row.set_error(messages.say(error))
        self.field.clear()
        self.focus()

    @Slot()
    def _enter(self) -> None:
        if self.field.text():
            self._unlock.setEnabled(False)
            self.entered.emit(self.field.text())


class Thanks(QWidget):
    """It was handed in; the button under it leads to the worker's passphrase, not out."""

    finished = Signal()

    def __init__(self, worker: str, *, for_child: bool) -> None:
        super().__init__()
        first = worker.split(maxsplit=1)[0]
        said = self.tr("Je antwoorden zijn ingeleverd.") if for_child else self.tr("Uw antwoorden zijn ingeleverd.")
        give = self.tr("Geef het scherm terug aan {worker}.").format(worker=first)
        self._done = big(self.tr("Klaar"), "kioskDone", self.finished.emit, role="primary")
        layout = column(_heading(self.tr("Dank je wel") if for_child else self.tr("Dank u wel")), spacing=2)
        layout.addWidget(_large(said))
        layout.addWidget(_large(give))
        layout.addSpacing(theme.current().space(2))
        layout.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)

    def focus(self) -> None:
        """Put the keyboard on the only button."""
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)
