"""Beside the week: its half-days with their list to print, who waits, and what was cancelled."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.services.schedule import CancelledView, DayView, SiteWeek, WeeksView
from gpconnect.services.waiting import WaitingView
from gpconnect.ui import text
from gpconnect.ui.agenda import model
from gpconnect.ui.booking.paper import PaperView
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, Row, RowList, column


class SidePanel(QWidget):
    """What the week comes to."""

    sheet_asked = Signal(str)
    again_asked = Signal(str)
    waiting_chosen = Signal(str)
    site_asked = Signal(str)
    loose_asked = Signal(str, object)
    """One half-day by hand at this site, on this day."""
    absence_asked = Signal(str, object, str)
    """Somebody is away: at this site, from this day, and who where that is known."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._half_days = RowList(self.tr("Dagdelen van deze week"))
        self._half_days.setObjectName("agendaHalfDays")
        self._half_days.action_clicked.connect(self.sheet_asked)
        self._sites = RowList(self.tr("Ruimte per locatie"))
        self._sites.setObjectName("agendaSites")
        self._sites.action_clicked.connect(self.site_asked)
        self._waiting = RowList(self.tr("Wachtlijst"))
        self._waiting.setObjectName("agendaWaiting")
        self._waiting.action_clicked.connect(self.waiting_chosen)
        self._waiting.activated.connect(self.waiting_chosen)
        self._cancelled = RowList(self.tr("Afgezegd deze week"))
        self._cancelled.setObjectName("agendaCancelled")
        self._cancelled.action_clicked.connect(self.again_asked)
        self._cards = {
            "sites": Card(self.tr("Ruimte per locatie"), flush=True).add(self._sites),
            "half_days": Card(self.tr("Dagdelen"), flush=True).add(self._half_days),
            "waiting": Card(self.tr("Wachtlijst"), flush=True).add(self._waiting),
            "cancelled": Card(self.tr("Afgezegd"), flush=True).add(self._cancelled),
        }
        self._desk = desk
        self._where: tuple[str, date] | None = None
        self.loose = PushButton(self.tr("Eén dagdeel plannen"), self._ask_loose)
        self.loose.setObjectName("agendaLooseAsk")
        self.away = PushButton(self.tr("Afwezigheid"), self._ask_away)
        self.away.setObjectName("agendaAwayAsk")
        self.paper = PaperView(desk, width=300, listed=True)
        layout = column(*self._cards.values(), self.loose, self.away, self.paper, spacing=2)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_weeks(self, weeks: WeeksView) -> None:
        """The half-days of one site; of several how much room each has left, and no list that belongs to one."""
        alone = len(weeks.sites) == 1
        rows = [row for day in weeks.sites[0].days for row in self._rows_of(day)] if alone else []
        self._half_days.set_rows(rows)
        self._cards["half_days"].setVisible(bool(rows))
        self._where = (weeks.sites[0].site.id, weeks.monday) if alone else None
        self.loose.setVisible(alone)
        self.away.setVisible(alone)
        sites = [] if alone else [self._site_row(week) for week in weeks.sites]
        self._sites.set_rows(sites)
        self._cards["sites"].setVisible(bool(sites))
        if not alone:
            self.show_waiting(())
            self.show_cancelled(())

    def _ask_loose(self) -> None:
        if self._where is not None:
            self.loose_asked.emit(self._where[0], self._first_day())

    def _ask_away(self) -> None:
        if self._where is not None:
            self.absence_asked.emit(self._where[0], self._first_day(), "")

    def _first_day(self) -> date:
        """Of the week that is shown, but not before today."""
        today = text.local(self._desk.clock()).date()
        return max(self._where[1], today) if self._where is not None else today

    def _site_row(self, week: SiteWeek) -> Row:
        count = text.count(len(week.half_days), self.tr("dagdeel"), self.tr("dagdelen"))
        room = model.room_words(week.half_days) if week.half_days else ""
        detail = text.join(count, room)
        return Row(
            week.site.id, week.site.name, detail=detail, action=self.tr("Bekijken"), action_role="quiet", bold=False
        )

    def _rows_of(self, day: DayView) -> list[Row]:
        return [
            Row(
                one.id,
                text.join(text.day(day.day), f"{text.clock(one.start)}–{text.clock(one.end)}"),
                detail=text.join(one.worker_name, day.closed or model.free_words(one), one.room),
                action=self.tr("Daglijst"),
                action_role="quiet",
                bold=False,
            )
            for one in day.half_days
        ]

    def show_waiting(self, waiting: Sequence[WaitingView]) -> None:
        rows = [
            Row(
                one.entry_id,
                one.name or (text.join(self.tr("Jeugdige"), text.age(one.age)) if one.age is not None else ""),
                detail=text.join(
                    self.tr("wacht {time}").format(time=text.duration(one.days)), ", ".join(one.reasons), one.phone
                ),
                action=self.tr("Plek aanbieden"),
                action_role="quiet",
                bold=False,
            )
            for one in waiting
        ]
        self._waiting.set_rows(rows)
        self._cards["waiting"].setVisible(bool(rows))
        self._cards["waiting"].set_title(self.tr("Wachtlijst"), text.integer(len(rows)))

    def show_cancelled(self, cancelled: Sequence[CancelledView]) -> None:
        rows = [
            Row(
                one.appointment_id,
                one.name or (text.join(self.tr("Jeugdige"), text.age(one.age)) if one.age is not None else ""),
                detail=text.join(text.moment(one.starts_at) if one.starts_at else "", model.reason_words(one.reason)),
                action=self.tr("Toch weer boeken"),
                action_role="quiet",
                bold=False,
            )
            for one in cancelled
        ]
        self._cancelled.set_rows(rows)
        self._cards["cancelled"].setVisible(bool(rows))
