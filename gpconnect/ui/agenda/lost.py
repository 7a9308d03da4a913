"""Above the timeline: a booking whose slot went to somebody else waits for another one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.services.rebooking import LostBooking
from gpconnect.ui import text
from gpconnect.ui.parts import Banner, clear, column


class LostNotice(QWidget):
    """Says who lost a slot and leads to the booking; nothing when nobody did."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._appointment_id = ""
        self._place = column(spacing=1)
        self.setLayout(self._place)
        self.hide()

    def show_lost(self, lost: Sequence[LostBooking]) -> None:
        """The first of them, and how many more there are."""
        clear(self._place)
        self.setVisible(bool(lost))
        if not lost:
            return
        one = lost[0]
        self._appointment_id = one.appointment_id
        who = one.name or (text.age(one.age) if one.age is not None else "")
        when = text.moment(one.starts_at) if one.starts_at else ""
        words = self.tr("{who}, {when}: iemand anders was eerder. De boeking is bewaard; kies een andere plek.")
        more = self.tr("En nog {n}.").format(n=len(lost) - 1) if len(lost) > 1 else ""
        banner = Banner(
            " ".join(filter(None, (words.format(who=who, when=when), more))),
            title=self.tr("Een plek ging naar iemand anders"),
            action=self.tr("Plek kiezen"),
            clicked=self._open,
            closable=False,
        )
        banner.setObjectName("agendaLost")
        self._place.addWidget(banner)

    def _open(self) -> None:
        self.opened.emit(self._appointment_id)
