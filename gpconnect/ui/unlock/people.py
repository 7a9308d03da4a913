"""Several people on one computer: who else has a profile here. Names of folders, and nothing more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services.profile_list import ProfileName
from gpconnect.ui.parts import PushButton, clear, column, label


class PeopleList(QWidget):
    """One button for each of the others; nothing at all when there are none."""

    chosen = Signal(object)
    """The folder of the profile."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[PushButton, Path] = {}
        self._rows = column(spacing=0.5)
        self.setAccessibleName(self.tr("Andere profielen op deze computer"))
        layout = column(label(self.tr("Of open een ander profiel op deze computer"), "label"), spacing=1)
        layout.addLayout(self._rows)
        self.setLayout(layout)
        self.hide()

    def show_others(self, others: Sequence[ProfileName]) -> None:
        """Show these; the one that is being opened is not among them."""
        clear(self._rows)
        self._buttons.clear()
        for one in others:
            button = PushButton(one.name, self._clicked, name=self.tr("Open het profiel {name}").format(name=one.name))
            self._buttons[button] = one.folder
            self._rows.addWidget(button)
        self.setVisible(bool(others))

    def buttons(self) -> list[PushButton]:
        return list(self._buttons)

    def focus_first(self) -> bool:
        """Put the keyboard on the first name; False when there is none."""
        for button in self._buttons:
            button.show()  # what is not shown yet cannot take the keyboard
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PushButton):
            self.chosen.emit(self._buttons[sender])
