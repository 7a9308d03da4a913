"""When and with whom a family that waits can come, and whether they go first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gpconnect.services.waiting import WaitingWish
from gpconnect.ui.parts import ChipGroup, FormRow, PushButton, column

_FIRST = "first"


class WishForm(QWidget):
    """Chips for days, part of the day and worker; going first asks why."""

    saved = Signal(object)
    """The `WaitingWish` to keep."""

    def __init__(self) -> None:
        super().__init__()
        days = (self.tr("ma"), self.tr("di"), self.tr("wo"), self.tr("do"), self.tr("vr"))
        self.days = ChipGroup(self.tr("Welke dagen?"), [(str(place), name) for place, name in enumerate(days, 1)])
        parts = [("morning", self.tr("ochtend")), ("afternoon", self.tr("middag"))]
        self.part = ChipGroup(self.tr("Welk dagdeel?"), parts, multi=False)
        self.worker = ChipGroup(self.tr("Met wie?"), multi=False)
        self.first = ChipGroup(self.tr("Voorrang"), [(_FIRST, self.tr("Gaat voor"))])
        self.first.changed.connect(self._first_chosen)
        self.why = QLineEdit()
        self.why.setObjectName("waitingFirstWhy")
        self.why_row = FormRow(self.tr("Waarom gaat deze familie voor?"), self.why)
        self.save = PushButton(self.tr("Wensen bewaren"), self._save)
        self.save.setObjectName("waitingWishSave")
        self._worker_row = FormRow(self.tr("Met wie?"), self.worker)
        self.setLayout(
            column(
                FormRow(self.tr("Welke dagen?"), self.days, self.tr("Niets gekozen: het maakt niet uit.")),
                FormRow(self.tr("Welk dagdeel?"), self.part),
                self._worker_row,
                FormRow(self.tr("Voorrang"), self.first),
                self.why_row,
                self.save,
                spacing=1,
            )
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_wish(self, wish: WaitingWish, workers: Sequence[tuple[str, str]]) -> None:
        """What is known of it."""
        self.days.choose([str(day) for day in wish.days])
        self.part.choose([wish.part])
        self.worker.set_options(workers)
        self.worker.choose([wish.worker_id])
        self._worker_row.setVisible(len(workers) > 1)
        self.first.choose([_FIRST] if wish.first else [])
        self.why.setText(wish.priority_why)
        self.why_row.set_error("")
        self.why_row.setVisible(wish.first)

    def wish(self) -> WaitingWish:
        return WaitingWish(
            first=bool(self.first.chosen()),
            priority_why=self.why.text(),
            days=tuple(int(day) for day in self.days.chosen()),
            part="".join(self.part.chosen()),
            worker_id="".join(self.worker.chosen()),
        )

    def _first_chosen(self, keys: list[str]) -> None:
        self.why_row.setVisible(bool(keys))
        if keys:
            self.why.setFocus()

    def _save(self) -> None:
        self.why_row.set_error("")
        self.saved.emit(self.wish())
