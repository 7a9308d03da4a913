"""One half-day as a card of rows, with the line of now."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.codes import CodeList
from gpconnect.domain.schedule import SessionStatus, SlotKind
from gpconnect.services.today import DayRow, HalfDayView
from gpconnect.ui import text
from gpconnect.ui.parts import Card, EmptyState, RowList, clear, column, label
from gpconnect.ui.today.rows import row_of


class HalfDayCard(Card):
    """The rows of one half-day; `acted` carries the row's key, `chosen` the row that is looked at."""

    acted = Signal(str)
    chosen = Signal(str)

    def __init__(self, view: HalfDayView, now: datetime, reasons: CodeList, *, worker: bool, alone: bool) -> None:
        super().__init__(flush=True)
        self.view = view
        name = self.tr("Spreekuur") if alone else view.site_name
        self.rows = RowList(name)
        self.rows.setObjectName("todayRows")
        self.rows.action_clicked.connect(self.acted)
        self.rows.activated.connect(self.acted)
        self.rows.selected_changed.connect(self.chosen)
        self.set_title(name, "")
        self.note = label("")
        self.note.setObjectName("todayNote")
        self._note_box = QWidget()
        self._note_box.setLayout(column(self.note, margin=2))
        self.add(self._note_box)
        self.add(self.rows)
        self._empty = column()
        self.add(self._empty)
        self.body.addStretch(1)
        self.show_view(view, now, reasons, worker=worker)

    def show_view(self, view: HalfDayView, now: datetime, reasons: CodeList, *, worker: bool) -> None:
        """Show the half-day as it is now."""
        self.view = view
        self.set_title(self.rows.accessibleName(), self._free(view, now))
        self.note.setText(self.tr("Voor vandaag: {note}").format(note=view.note))
        self._note_box.setVisible(bool(view.note))
        self.rows.set_rows([row_of(row, now, reasons, worker=worker) for row in view.rows])
        self._say_why_empty(view)
        self.move_now(now)

    def _say_why_empty(self, view: HalfDayView) -> None:
        clear(self._empty)
        if view.rows:
            return
        title, words = self.tr("Geen plekken"), self.tr("Dit dagdeel heeft nog geen plekken. Maak ze in de Agenda.")
        if off := self._off(view):
            title, words = off, self.tr("Er is geen spreekuur, en er staat niemand meer in dit dagdeel.")
        elif view.shut:
            title = self.tr("Gesloten: {why}").format(why=view.shut)
            words = self.tr("Er is geen spreekuur, en er staat niemand meer op deze dag.")
        self._empty.addWidget(EmptyState(title, words))

    def move_now(self, now: datetime) -> None:
        """Draw the line of this moment, on the day itself."""
        rows = self.view.rows
        here = text.local(now)
        today = bool(rows) and text.local(rows[0].starts_at).date() == here.date()
        within = today and self.view.start <= here.time() <= self.view.end
        begun = sum(1 for row in rows if row.starts_at <= now)
        self.rows.set_now(text.clock(now) if within else "", begun - 1)

    def row(self, key: str) -> DayRow | None:
        """The line behind a row."""
        return next((one for one in self.view.rows if one.key == key), None)

    def _off(self, view: HalfDayView) -> str:
        if view.status is not SessionStatus.CANCELLED:
            return ""
        if not view.called_off_why:
            return self.tr("Gaat niet door")
        return self.tr("Gaat niet door: {why}").format(why=view.called_off_why)

    def _free(self, view: HalfDayView, now: datetime) -> str:
        if off := self._off(view):
            return off
        if view.shut:
            return self.tr("gesloten: {why}").format(why=view.shut)
        free = [one for one in view.rows if one.visit is None and one.kind is SlotKind.REGULAR and one.starts_at > now]
        if not free:
            return self.tr("vol") if view.rows else ""
        first = text.join(text.clock(free[0].starts_at), text.minutes(free[0].minutes))
        return self.tr("vrij: {first}").format(first=first)
