"""No profile here yet: what a person can do about that."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gpconnect.ui.parts import PushButton, column, label
from gpconnect.ui.unlock.putting_back import PuttingBack


class NobodyPanel(QWidget):
    """An empty computer: wait for the invitation, put a copy back, open a profile that lies elsewhere, look around."""

    folder_chosen = Signal(object)
    """The folder of a profile that lies elsewhere."""
    restore_asked = Signal(object, str, str)
    """A copy, a way in that it has, and the secret of that way."""
    begin_asked = Signal(str)
    """Somebody has a code (``code``) or a paper (``paper``), or begins a pilot (``pilot``)."""

    def __init__(self) -> None:
        super().__init__()
        self._error = label("", "error")
        self._error.hide()
        self.putting_back = PuttingBack(self.tr("Kopie terugzetten …"))
        self.putting_back.asked.connect(self.restore_asked)
        self.putting_back.chosen.connect(self._error.hide)
        self.first = PushButton(self.tr("Ik heb een code"), self._with_code, role="primary")
        self._paper = PushButton(self.tr("Ik heb een herstelblad van mijn werk"), self._with_paper)
        self._pilot = PushButton(self.tr("Een pilot beginnen"), self._with_pilot)
        self._elsewhere = PushButton(self.tr("Profiel op een andere plek …"), self._choose_folder)
        layout = column(
            label(self.tr("Op deze computer staat nog geen profiel"), "h2"),
            label(self.tr("Ga je meedoen? Vraag een code aan wie jouw team, praktijk of pilot beheert.")),
            self.first,
            self._paper,
            self._pilot,
            label(self.tr("Werkte je al met GPConnect? Zet dan je kopie terug, of wijs aan waar je profiel staat.")),
            self.putting_back.first,
            self._elsewhere,
            self._error,
            self.putting_back.asking,
            label(self.tr("Eerst rondkijken? De opdracht gpconnect demo maakt en opent een verzonnen pilot."), "muted"),
            spacing=1.5,
        )
        self.setLayout(layout)
        self.setFocusProxy(self.first)

    def show_error(self, words: str) -> None:
        """What went wrong, near what was being done."""
        if not self.putting_back.show_error(words):
            self._error.setText(words)
            self._error.setVisible(bool(words))

    def error(self) -> str:
        return self.putting_back.error() or self._error.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.putting_back.clear()

    def take_copy(self, copy: Path) -> None:
        """Ask for what opens this copy."""
        self.putting_back.take_copy(copy)

    @Slot()
    def _with_code(self) -> None:
        self.begin_asked.emit("code")

    @Slot()
    def _with_paper(self) -> None:
        self.begin_asked.emit("paper")

    @Slot()
    def _with_pilot(self) -> None:
        self.begin_asked.emit("pilot")

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Map van je profiel kiezen"))
        if name:
            self.folder_chosen.emit(Path(name))
