"""Planning a returning half-day: what is dropped is named before anything is saved."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from gpconnect.domain import series as rules
from gpconnect.domain.calendar import Dropped
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import occupied, planning
from gpconnect.services.planning import SeriesPlan, SeriesRequest, WorkerOption
from gpconnect.ui import messages, text
from gpconnect.ui.agenda.series_fields import SeriesFields
from gpconnect.ui.desk import Desk
from gpconnect.ui.marked import translate
from gpconnect.ui.parts import Card, PushButton, Scroller, Sheet, column, label, line

_PAUSE_MS = 150
_HALF_YEAR = timedelta(weeks=26)
_MOST_NAMED = 12


class SeriesPanel(QWidget):
    """Worker, first day, time, slots, until when; beside it what it comes to."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._site_id = ""
        self._planned_id = ""
        self.fields = SeriesFields("series")
        self.anyway = QCheckBox(self.tr("Ook op feestdagen en gesloten dagen"))
        self.anyway.setObjectName("seriesAnyway")
        self.fields.add_below(self.anyway)
        self._sum, self._dates, self._dropped = label("", "h2"), label("", "muted"), label("")
        self._error = label("", "error")
        self.confirm = PushButton(self.tr("Plannen"), self._plan, role="primary")
        self.confirm.setObjectName("seriesConfirm")
        self.cancel = PushButton(self.tr("Annuleren"), name=self.tr("Annuleren: het plannen"))
        self.cancel.setObjectName("seriesCancel")
        self.cancel.clicked.connect(self.closed)
        side = Card(self.tr("Dit wordt gepland"))
        for part in (self._sum, self._dates, self._dropped):
            side.add(part)
        side.body.addStretch(1)
        # The way to plan stays in sight, with why it cannot be.
        foot = line()
        foot.addWidget(self._error, 1)
        foot.addStretch(0)
        foot.addWidget(self.confirm)
        foot.addWidget(self.cancel)
        whole = column(spacing=1.5)
        whole.addWidget(Scroller(Sheet(self.fields, side, side_width=400, turn_below=860)), 1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._try)
        self.fields.changed.connect(self._pause.start)
        self.anyway.toggled.connect(self._pause.start)

    def start(self, site_id: str, first_day: date) -> None:
        """Begin with this day."""
        self._site_id = site_id
        self.anyway.setChecked(False)
        self.fields.show_days(first_day, first_day + _HALF_YEAR)
        self._desk.tasks.run(planning.workers_at, site_id).then(self._show_workers)
        self.fields.worker.setFocus()

    def _show_workers(self, workers: Sequence[WorkerOption]) -> None:
        self.fields.show_workers(workers, self._desk.actor.id)

    def request(self) -> SeriesRequest:
        """What is filled in."""
        rhythm, first = self.fields.rhythm(), self.fields.first_day()
        return SeriesRequest(
            self._site_id,
            str(self.fields.worker.currentData() or ""),
            first,
            date.max if rhythm.count else self.fields.last_day(),
            self.fields.at.currentData(),
            self.fields.slots(),
            rhythm.weeks or 1,
            self.fields.room.text(),
            rules.write(rhythm),
            self.anyway.isChecked(),
        )

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
        hours = f"{self.fields.at.currentText()}–{until}"
        self._dates.setText("\n".join((text.join(hours, slots, walk_in), named(plan.dates))))
        self._dropped.setText(why_dropped(plan.dropped) or self.tr("Er vervalt niets."))
        if plan.shut:
            knowingly = self.tr("Toch gepland, terwijl het gesloten is:")
            self._dropped.setText("\n".join((self._dropped.text(), knowingly, *map(dropped_line, plan.shut))))
        self._say("")
        self.confirm.setText(self.tr("Plan {count}").format(count=count))
        self.confirm.setEnabled(bool(plan.dates))

    def _plan(self) -> None:
        self.confirm.setEnabled(False)
        job = self._desk.tasks.run(planning.plan_series, self.request(), dry_run=False)
        job.then(self._planned).otherwise(self._refused)

    def _planned(self, outcome: tuple[Changes, SeriesPlan]) -> None:
        count = text.count(len(outcome[1].dates), self.tr("dagdeel"), self.tr("dagdelen"))
        self._planned_id = outcome[1].series_id
        self._desk.toast(self.tr("{count} gepland.").format(count=count), self._take_back)
        self.closed.emit()

    def _take_back(self) -> None:
        job = self._desk.tasks.run(planning.withdraw_series, self._planned_id)
        job.otherwise(self._not_taken_back)

    def _not_taken_back(self, error: KnownError) -> None:
        self._desk.toast(messages.say(error))

    def _refused(self, error: KnownError) -> None:
        self._sum.setText("")
        self._dates.setText("")
        self._dropped.setText("")
        self._say(messages.say(error))
        self.confirm.setEnabled(False)

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))


def named(dates: Sequence[date]) -> str:
    """The first dozen days by name."""
    more = translate("agenda", " en verder") if len(dates) > _MOST_NAMED else ""
    return ", ".join(text.day(day) for day in dates[:_MOST_NAMED]) + more


def why_dropped(dropped: Iterable[Dropped], head: str = "") -> str:
    """Each day that falls away with why; empty when none does."""
    lines = [dropped_line(one) for one in dropped]
    return "\n".join((head or translate("agenda", "Vervalt:"), *lines)) if lines else ""


def dropped_line(one: Dropped) -> str:
    """A day that falls away, and why."""
    words = {
        occupied.OVERLAP: translate("agenda", "de jeugdwerker zit dan al bij {name}"),
        occupied.ROOM: translate("agenda", "kamer {name} is dan bezet"),
    }
    return f"{text.day(one.day)}: {words.get(one.reason, '{name}').format(name=one.name)}"
