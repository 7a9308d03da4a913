"""A profile that begins here: the passphrase first, and for a coordinator who they are."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.ui.parts import FormRow, PushButton, column, label, line

if TYPE_CHECKING:
    from gpconnect.services.profiles import Profile

CODE, PAPER, PILOT = "code", "paper", "pilot"


@dataclass(frozen=True, slots=True)
class Wish:
    """The profile that somebody wants to begin; called with a folder, in the thread that will own the file."""

    kind: str
    passphrase: str = field(repr=False)
    name: str = ""
    organization: str = ""
    hub: str = ""

    def __call__(self, folder: Path, now: Callable[[], datetime]) -> "Profile":
        from gpconnect.services import founding

        if self.kind != PILOT:
            return founding.new_profile(folder, self.passphrase, now)
        return founding.new_pilot(
            folder, self.passphrase, now, name=self.name, organization=self.organization, hub=self.hub
        )


class BeginPanel(QWidget):
    """Asks for a passphrase twice; for a new pilot also who begins it, and where its hub is."""

    begun = Signal(object)
    """A `Wish`."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = CODE
        self._title, self._words = label("", "h2"), label("")
        self._name, self._organization = QLineEdit(), QLineEdit()
        self._hub = QLineEdit(placeholderText="https://")
        self._new = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._again = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._name_row = FormRow(self.tr("Je naam"), self._name)
        self._organization_row = FormRow(self.tr("Organisatie"), self._organization)
        self._hub_row = FormRow(
            self.tr("Adres van de server"),
            self._hub,
            self.tr("Met de oprichtcode van de beheerder erachter: https://…#code. Nog geen server? Laat leeg."),
        )
        help_text = self.tr("Minstens 12 tekens. Vier losse woorden onthoud je makkelijk.")
        self._new_row = FormRow(self.tr("Kies een wachtwoordzin"), self._new, help_text)
        self._again_row = FormRow(self.tr("Nog een keer dezelfde"), self._again)
        self._again.returnPressed.connect(self._enter)
        self._go = PushButton(self.tr("Verder"), self._enter, role="primary", key="Enter")
        self._back = PushButton(self.tr("Terug"), self.left.emit, role="quiet")
        buttons = line(self._go, self._back)
        buttons.addStretch(1)
        layout = column(self._title, self._words, spacing=1.5)
        for row in (self._name_row, self._organization_row, self._hub_row, self._new_row, self._again_row):
            layout.addWidget(row)
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.ask(CODE)

    def ask(self, kind: str) -> None:
        """For who has a code, who has a paper, or who begins a pilot."""
        self._kind = kind
        pilot = kind == PILOT
        then = (
            self.tr("Hiermee gaat je bestand op deze computer open. Alleen jij kent hem. Daarna typ je het blad over.")
            if kind == PAPER
            else self.tr(
                "Hiermee gaat je bestand op deze computer open. Alleen jij kent hem. Daarna vul je je code in."
            )
        )
        self._title.setText(self.tr("Een pilot beginnen") if pilot else self.tr("Eerst een wachtwoordzin"))
        self._words.setText(
            self.tr("Jij wordt coördinator. Daarna nodig je jeugdwerkers en praktijken uit.") if pilot else then
        )
        for row in (self._name_row, self._organization_row, self._hub_row):
            row.setVisible(pilot)
        self.clear()
        self.setFocusProxy(self._name if pilot else self._new)

    def show_error(self, words: str) -> None:
        """Say why not; what was typed stays."""
        self._go.setEnabled(True)
        self._new_row.set_error(words)
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def error(self) -> str:
        return self._new_row.error() or self._again_row.error() or self._name_row.error()

    def clear(self) -> None:
        """Forget what was typed."""
        for one in (self._new, self._again):
            one.clear()
        for row in (self._new_row, self._again_row, self._name_row):
            row.set_error("")
        self._go.setEnabled(True)

    @Slot()
    def _enter(self) -> None:
        new, again = self._new.text(), self._again.text()
        unnamed = self._kind == PILOT and not self._name.text().strip()
        self._name_row.set_error(self.tr("Vul je naam in.") if unnamed else "")
        self._new_row.set_error("" if new else self.tr("Kies een wachtwoordzin."))
        same = new == again
        self._again_row.set_error("" if same else self.tr("De twee wachtwoordzinnen zijn niet gelijk."))
        if self.error():
            return
        self._go.setEnabled(False)
        typed = (self._name.text(), self._organization.text(), self._hub.text())
        self.begun.emit(Wish(self._kind, new, *typed))
