"""How long the talk takes, and with whom: what the proposed slots have to meet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.services.slots import FIRST_TALK_MINUTES
from gpconnect.ui import text
from gpconnect.ui.parts import ChipGroup, FormRow, column

_SHORT, _LONG = "20", "45"
_ANYBODY = "anybody"


class SlotWishes(QWidget):
    """Two questions above the slots; the second only where more than one worker sits."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        lengths = [(key, text.minutes(int(key))) for key in (_SHORT, _LONG)]
        self.length = ChipGroup(self.tr("Hoe lang?"), lengths, multi=False)
        self.length.setObjectName("bookLength")
        self.worker = ChipGroup(self.tr("Met wie?"), multi=False)
        self.worker.setObjectName("bookWorker")
        self._worker_row = FormRow(self.tr("Met wie?"), self.worker)
        self.length.changed.connect(self._chosen)
        self.worker.changed.connect(self._chosen)
        self._workers: tuple[tuple[str, str], ...] = ()
        self.setLayout(column(FormRow(self.tr("Hoe lang?"), self.length), self._worker_row, spacing=1))
        self.clear()

    def clear(self) -> None:
        """A first talk, with anybody."""
        self.length.choose([str(FIRST_TALK_MINUTES)])
        self.worker.choose([_ANYBODY])

    def minutes(self) -> int:
        return int(next(iter(self.length.chosen()), FIRST_TALK_MINUTES))

    def worker_id(self) -> str:
        chosen = next(iter(self.worker.chosen()), _ANYBODY)
        return "" if chosen == _ANYBODY else chosen

    def show_workers(self, workers: Sequence[tuple[str, str]]) -> None:
        """Whom one may ask for; who was asked for before stays asked for."""
        if tuple(workers) != self._workers:
            self._workers = tuple(workers)
            before = self.worker_id()
            self.worker.set_options([(_ANYBODY, self.tr("Maakt niet uit")), *workers])
            self.worker.choose([before if before in dict(workers) else _ANYBODY])
        self._worker_row.setVisible(len(workers) > 1)

    def ask_longer(self) -> bool:
        """With an interpreter everything is said twice; whether that changed anything."""
        if self.minutes() >= FIRST_TALK_MINUTES:
            return False
        self.length.choose([_LONG])
        return True

    def _chosen(self, _keys: list[str]) -> None:
        if not self.length.chosen():
            self.length.choose([str(FIRST_TALK_MINUTES)])
        if not self.worker.chosen():
            self.worker.choose([_ANYBODY])
        self.changed.emit()
