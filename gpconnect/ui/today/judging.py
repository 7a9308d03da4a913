"""On top of the day: somebody looked past a closed door in an emergency, and who leads the case judges that."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.duties import DutyKind
from gpconnect.services.duties import DutyView
from gpconnect.ui.parts import Banner, clear, column
from gpconnect.ui.today.duty_rows import line_of


class JudgingPart(QWidget):
    """A banner for each look in an emergency that nobody judged yet; hidden without any."""

    acted = Signal(object)
    """The `DutyLine` that was asked."""

    def __init__(self) -> None:
        super().__init__()
        self._banners = column(spacing=1)
        self.setLayout(self._banners)
        self.hide()

    def show_duties(self, duties: Sequence[DutyView], today: date) -> None:
        """Show those of these that are to be judged."""
        clear(self._banners)
        lines = [line_of(one, today) for one in duties if one.duty.kind is DutyKind.EMERGENCY_LOOK]
        words = self.tr("Een collega las dit afgeschermde dossier. Lees de reden en beoordeel of het nodig was.")
        for line in lines:
            banner = Banner(
                words,
                tone="attention",
                title=line.row.title,
                action=line.row.action,
                clicked=partial(self.acted.emit, line),
                closable=False,
            )
            banner.setObjectName("todayJudge")
            self._banners.addWidget(banner)
            banner.show()
        self.setVisible(bool(lines))
