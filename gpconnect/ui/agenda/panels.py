"""Beside the timeline, one at a time: the overview, a booking, a free slot, a half-day, or a family that waits."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from gpconnect.services import desk_prints, rebooking
from gpconnect.services.desk_prints import Paper
from gpconnect.ui.agenda.absence import AbsencePanel
from gpconnect.ui.agenda.detail import DetailPanel
from gpconnect.ui.agenda.free import FreePanel
from gpconnect.ui.agenda.half_day_panel import HalfDayPanel
from gpconnect.ui.agenda.loose import LoosePanel
from gpconnect.ui.agenda.series_edit import SeriesEditPanel
from gpconnect.ui.agenda.side import SidePanel
from gpconnect.ui.agenda.waiting import WaitingPanel
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Scroller, column


class Panels(QWidget):
    """What was opened, with what can be done with it."""

    closed = Signal()
    turned = Signal()
    """Another one is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.side, self.detail, self.free = SidePanel(desk), DetailPanel(desk), FreePanel(desk)
        self.half_day = HalfDayPanel(desk)
        self.waiting, self.loose, self.absence = WaitingPanel(desk), LoosePanel(desk), AbsencePanel(desk)
        self.side.waiting_chosen.connect(self.waiting.open_entry)
        self.edit = SeriesEditPanel(desk)
        others = (self.detail, self.free, self.half_day, self.waiting, self.loose, self.absence, self.edit)
        self._all = (self.side, *others)
        for panel in others:
            panel.closed.connect(self.closed)
        self.half_day.sheet_asked.connect(self._print_sheet)
        self.half_day.change_asked.connect(self._change)
        self.side.sheet_asked.connect(self._print_sheet)
        self.side.loose_asked.connect(self._plan_one)
        self.side.absence_asked.connect(self._report_away)
        self.half_day.absence_asked.connect(self._report_away)
        self.side.again_asked.connect(self._book_again)
        self._home = column(self.side, spacing=0)
        self._overview = Scroller(self._home)
        self.setLayout(column(self._overview, *others, spacing=0))
        self.current: QWidget = self.side
        self.had_focus = False
        self.show_one(self.side)

    def show_one(self, panel: QWidget) -> None:
        """This one and no other."""
        at = QApplication.focusWidget()
        self.had_focus = at is not None and self.isAncestorOf(at)
        self.current = panel
        self._overview.setVisible(panel is self.side)
        for one in self._all:
            one.setVisible(one is panel)
        self.turned.emit()

    def keep_side(self) -> None:
        """The overview stands here, as where there is room beside the week."""
        self._home.addWidget(self.side)

    def _plan_one(self, site_id: str, day: date) -> None:
        self.loose.start(site_id, day)
        self.show_one(self.loose)
        follow_reading(self)

    def _report_away(self, site_id: str, day: date, worker_id: str) -> None:
        self.absence.start(site_id, day, worker_id)
        self.show_one(self.absence)
        follow_reading(self)

    def _change(self, half_day_id: str) -> None:
        self.edit.start(half_day_id)
        self.show_one(self.edit)
        follow_reading(self)

    def _print_sheet(self, half_day_id: str) -> None:
        self._desk.tasks.run(desk_prints.day_sheet, half_day_id).then(self._show_sheet)

    def _show_sheet(self, paper: Paper) -> None:
        asked = self.side if self.half_day.isHidden() else self.half_day
        asked.paper.show_paper(paper)

    def _book_again(self, appointment_id: str) -> None:
        self._desk.tasks.run(rebooking.book_again, appointment_id)
