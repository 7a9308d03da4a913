"""Planning a returning half-day: what is dropped is named before anything is saved."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QLineEdit, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import planning
from gpconnect.services.planning import SeriesPlan, SeriesRequest, WorkerOption
from gpconnect.ui import messages, text, theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FormRow, PushButton, Sheet, column, label, line

_PAUSE_MS = 150
_HALF_YEAR = timedelta(weeks=26)
_START = "09:00"
_PATTERN = "45 45 20 20w 45"
_MOST_NAMED = 12


class SeriesPanel(QWidget):
    """Worker, first day, time, slots, until when; beside it what it comes to."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._site_id = ""
        self._build_fields()
        self._sum, self._dates, self._dropped = label("", "h2"), label("", "muted"), label("")
        self._error = label("", "error")
        self.confirm = PushButton(self.tr("Plannen"), self._plan, role="primary")
        self.confirm.setObjectName("seriesConfirm")
        self.cancel = PushButton(self.tr("Annuleren"), name=self.tr("Annuleren: het plannen"))
        self.cancel.setObjectName("seriesCancel")
        self.cancel.clicked.connect(self.closed)
        side = Card(self.tr("Dit wordt gepland"))
        for part in (self._sum, self._dates, self._dropped, self._error):
            side.add(part)
        side.body.addStretch(1)
        buttons = line(self.confirm, self.cancel)
        buttons.setStretch(0, 1)
        side.add(buttons)
        self.setLayout(column(Sheet(self._fields, side, side_width=400, turn_below=860)))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._try)

    def _build_fields(self) -> None:
        self.worker = QComboBox()
        self.first, self.last = QDateEdit(), QDateEdit()
        self.at, self.every = QComboBox(), QComboBox()
        self.pattern, self.room = QLineEdit(_PATTERN), QLineEdit()
        for minute in range(8 * 60, 20 * 60, 15):
            at = time(minute // 60, minute % 60)
            self.at.addItem(text.clock(at), at)
        self.at.setCurrentText(_START)
        self.every.addItem(self.tr("Elke week"), 1)
        for weeks in range(2, 9):
            self.every.addItem(self.tr("Om de {n} weken").format(n=weeks), weeks)
        for day_field in (self.first, self.last):
            day_field.setDisplayFormat("ddd d MMM yyyy")
            day_field.setCalendarPopup(True)
        pattern_help = self.tr("Minuten per plek, 45 of 20; een w erachter houdt de plek vrij voor inloop.")
        rows = (
            ("seriesWorker", self.tr("Jeugdwerker"), self.worker, ""),
            ("seriesRoom", self.tr("Kamer (mag leeg)"), self.room, ""),
            ("seriesFirst", self.tr("Eerste keer"), self.first, self.tr("De weekdag blijft hetzelfde.")),
            ("seriesLast", self.tr("Tot en met"), self.last, ""),
            ("seriesStart", self.tr("Begint om"), self.at, ""),
            ("seriesEvery", self.tr("Hoe vaak"), self.every, ""),
            ("seriesPattern", self.tr("Plekken"), self.pattern, pattern_help),
        )
        self._fields = Card()
        grid = QGridLayout()
        grid.setSpacing(theme.current().space(2))
        for place, (name, words, field, help_text) in enumerate(rows):
            field.setObjectName(name)
            wide = place == len(rows) - 1
            row = FormRow(words, field, help_text)
            grid.addWidget(row, place // 2, place % 2, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._fields.add(grid)
        self._fields.body.addStretch(1)
        self.worker.currentIndexChanged.connect(self._changed)
        self.first.dateChanged.connect(self._changed)
        self.last.dateChanged.connect(self._changed)
        self.at.currentIndexChanged.connect(self._changed)
        self.pattern.textChanged.connect(self._changed)
        self.every.currentIndexChanged.connect(self._changed)

    def start(self, site_id: str, first_day: date) -> None:
        """Begin with this day."""
        self._site_id = site_id
        last = first_day + _HALF_YEAR
        self.first.setDate(QDate(first_day.year, first_day.month, first_day.day))
        self.last.setDate(QDate(last.year, last.month, last.day))
        self._desk.tasks.run(planning.workers_at, site_id).then(self._show_workers)
        self.worker.setFocus()

    def _show_workers(self, workers: Sequence[WorkerOption]) -> None:
        self.worker.clear()
        for one in workers:
            self.worker.addItem(one.name, one.id)
        own = self.worker.findData(self._desk.actor.id)
        self.worker.setCurrentIndex(max(own, 0) if workers else -1)
        self._changed()

    def request(self) -> SeriesRequest:
        """What is filled in."""
        return SeriesRequest(
            self._site_id,
            str(self.worker.currentData() or ""),
            _day(self.first.date()),
            _day(self.last.date()),
            self.at.currentData(),
            tuple(self.pattern.text().replace(",", " ").split()),
            self.every.currentData(),
            self.room.text(),
        )

    def _changed(self) -> None:
        self._pause.start()

    def _try(self) -> None:
        job = self._desk.tasks.run(planning.plan_series, self.request(), dry_run=True)
        job.then(self._show_plan).otherwise(self._refused)

    def _show_plan(self, outcome: tuple[Changes, SeriesPlan]) -> None:
        plan = outcome[1]
        count = text.count(len(plan.dates), self.tr("dagdeel"), self.tr("dagdelen"))
        until = text.clock(plan.end)
        slots = text.count(plan.capacity.slots, self.tr("plek"), self.tr("plekken"))
        walk_in = self.tr("waarvan {n} inloop").format(n=plan.capacity.walk_in) if plan.capacity.walk_in else ""
        self._sum.setText(count)
        hours = f"{self.at.currentText()}–{until}"
        named = ", ".join(text.day(day) for day in plan.dates[:_MOST_NAMED])
        more = self.tr(" en verder") if len(plan.dates) > _MOST_NAMED else ""
        self._dates.setText("\n".join((text.join(hours, slots, walk_in), named + more)))
        dropped = [f"{text.day(one.day)}: {one.name or self.tr('zit dan al ergens')}" for one in plan.dropped]
        head = self.tr("Vervalt:") if dropped else self.tr("Er vervalt niets.")
        self._dropped.setText("\n".join((head, *dropped)))
        self._say("")
        self.confirm.setText(self.tr("Plan {count}").format(count=count))
        self.confirm.setEnabled(bool(plan.dates))

    def _plan(self) -> None:
        self.confirm.setEnabled(False)
        job = self._desk.tasks.run(planning.plan_series, self.request(), dry_run=False)
        job.then(self._planned).otherwise(self._refused)

    def _planned(self, outcome: tuple[Changes, SeriesPlan]) -> None:
        count = text.count(len(outcome[1].dates), self.tr("dagdeel"), self.tr("dagdelen"))
        self._desk.toast(self.tr("{count} gepland.").format(count=count))
        self.closed.emit()

    def _refused(self, error: KnownError) -> None:
        self._sum.setText("")
        self._dates.setText("")
        self._dropped.setText("")
        self._say(messages.say(error))
        self.confirm.setEnabled(False)

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))


def _day(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())
