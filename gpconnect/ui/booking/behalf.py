"""On behalf of which doctor: whoever sent the family, for the practice that books as well as for a doctor."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.ui.parts import ChipGroup, FormRow, column


class Behalf(QWidget):
    """One question with the doctors of the site as answers; none where nobody but the person at the desk could it be.

    Who chose somebody for this family keeps that choice while the slots are asked for again.
    """

    changed = Signal(bool)
    """Whether it is the person at the desk."""

    def __init__(self, own_id: str) -> None:
        super().__init__()
        self._own_id = own_id
        self._doctors: tuple[tuple[str, str], ...] = ()
        question = self.tr("Namens welke huisarts?")
        self.doctors = ChipGroup(question, multi=False)
        self.doctors.setObjectName("bookBehalf")
        self.doctors.changed.connect(self._choose)
        self._touched = self._wanted = False
        self.setLayout(column(FormRow(question, self.doctors), spacing=0))
        self.hide()

    def ask(self, *, wanted: bool) -> None:
        """Whether it matters for what is being booked."""
        self._wanted = wanted
        self.setVisible(wanted and bool(self._doctors) and [one for one, _ in self._doctors] != [self._own_id])

    def clear(self) -> None:
        """Nobody was chosen for this family yet."""
        self._touched = False

    def show_doctors(self, doctors: Sequence[tuple[str, str]], last_id: str) -> None:
        """The doctors of the site; the one of the last booking is chosen, and a doctor books for themselves."""
        ids = [doctor for doctor, _ in doctors]
        if tuple(doctors) != self._doctors:
            self._doctors = tuple(doctors)
            self.doctors.set_options(list(doctors))
        if not self._touched:
            first = self._own_id if self._own_id in ids else last_id if last_id in ids else ""
            self.doctors.choose([first or ids[0]] if first or len(ids) == 1 else [])
        self.changed.emit(self._is_own())
        self.ask(wanted=self._wanted)

    def doctor_id(self) -> str:
        """Staff id; empty when nobody is named."""
        return next(iter(self.doctors.chosen()), "")

    def _choose(self, _keys: list[str]) -> None:
        self._touched = True
        self.changed.emit(self._is_own())

    def _is_own(self) -> bool:
        return self.doctor_id() in {"", self._own_id}
