"""Beside the timeline, one at a time: the overview, a booking, a free slot, a half-day, or a family that waits."""

from datetime import date
from functools import cached_property
from typing import TypeVar

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
from gpconnect.ui.parts import Scroller, column, reveal

P = TypeVar("P", DetailPanel, FreePanel, HalfDayPanel, WaitingPanel, LoosePanel, AbsencePanel, SeriesEditPanel)


class Panels(QWidget):
    """What was opened, with what can be done with it."""

    closed = Signal()
    turned = Signal()
    """Another one is shown."""
    book_asked = Signal(str)
    moved = Signal(object)
    waiting_opened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.side = SidePanel(desk)
        self.side.waiting_chosen.connect(self._open_waiting)
        self.side.sheet_asked.connect(self._print_sheet)
        self.side.loose_asked.connect(self._plan_one)
        self.side.absence_asked.connect(self._report_away)
        self.side.again_asked.connect(self._book_again)
        self._home = column(self.side, spacing=0)
        self._overview = Scroller(self._home)
        self._box = column(self._overview, spacing=0)
        self.setLayout(self._box)
        self._made: list[QWidget] = [self.side]
        self.current: QWidget = self.side
        self.had_focus = False
        self.show_one(self.side)

    @cached_property
    def detail(self) -> DetailPanel:
        made = self._fresh(DetailPanel(self._desk))
        made.moved.connect(self.moved)
        return made

    @cached_property
    def free(self) -> FreePanel:
        made = self._fresh(FreePanel(self._desk))
        made.book_asked.connect(self.book_asked)
        return made

    @cached_property
    def half_day(self) -> HalfDayPanel:
        made = self._fresh(HalfDayPanel(self._desk))
        made.sheet_asked.connect(self._print_sheet)
        made.change_asked.connect(self._change)
        made.absence_asked.connect(self._report_away)
        return made

    @cached_property
    def waiting(self) -> WaitingPanel:
        made = self._fresh(WaitingPanel(self._desk))
        made.opened.connect(self.waiting_opened)
        return made

    @cached_property
    def loose(self) -> LoosePanel:
        return self._fresh(LoosePanel(self._desk))

    @cached_property
    def absence(self) -> AbsencePanel:
        return self._fresh(AbsencePanel(self._desk))

    @cached_property
    def edit(self) -> SeriesEditPanel:
        return self._fresh(SeriesEditPanel(self._desk))

    def _fresh(self, panel: P) -> P:
        """One that is asked for for the first time: the week comes sooner without those that nobody opened."""
        panel.closed.connect(self.closed)
        panel.hide()
        self._box.addWidget(panel)
        self._made.append(panel)
        return panel

    def show_one(self, panel: QWidget) -> None:
        """This one and no other."""
        at = QApplication.focusWidget()
        self.had_focus = at is not None and self.isAncestorOf(at)
        self.current = panel
        self._overview.setVisible(panel is self.side)
        for one in self._made:
            one.setVisible(one is panel)
        self.turned.emit()

    def keep_side(self) -> None:
        """The overview stands here, as where there is room beside the week."""
        self._home.addWidget(self.side)

    def _open_waiting(self, entry_id: str) -> None:
        self.waiting.open_entry(entry_id)

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
        asked = self.current if isinstance(self.current, HalfDayPanel) else self.side
        asked.paper.show_paper(paper)
        reveal(asked.paper)

    def _book_again(self, appointment_id: str) -> None:
        self._desk.tasks.run(rebooking.book_again, appointment_id)
