"""The first place that is free from now on, in whatever week that is."""

from PySide6.QtCore import QObject, Signal

from gpconnect.services.slots import SlotOffer, Wish, earliest
from gpconnect.ui.desk import Desk


class FirstFree(QObject):
    """Looks it up, and says it when there is none."""

    found = Signal(object)
    """A `SlotOffer`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def ask(self, site_ids: tuple[str, ...]) -> None:
        """At any of these sites."""
        self._desk.tasks.run(earliest, Wish(site_ids), 1).then(self._answer)

    def _answer(self, offers: tuple[SlotOffer, ...]) -> None:
        if offers:
            self.found.emit(offers[0])
        else:
            self._desk.toast(self.tr("Er is geen vrije plek gepland."))
