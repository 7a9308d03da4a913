"""Changing a planned half-day, with later ones or with its whole series: what will happen is said before it does."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal

from gpconnect.domain import series as rules
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import planning, series_edits
from gpconnect.services.planning import WorkerOption
from gpconnect.services.series_edits import EditPlan, EditView, Scope, Shape
from gpconnect.services.series_work import BookedThere
from gpconnect.ui import messages, text
from gpconnect.ui.agenda.series import named, why_dropped
from gpconnect.ui.agenda.series_fields import SeriesFields
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, label

_PAUSE_MS = 150


class SeriesEditPanel(Card):
    """Opened from a half-day: how much of its series changes, into what, and what that comes to."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("agendaSeriesEdit")
        self._desk = desk
        self._view: EditView | None = None
        self._workers: Sequence[WorkerOption] = ()
        self._before: tuple[Any, ...] = ()
        self._title = label("", "h2")
        scopes = [
            (Scope.ONE, self.tr("Alleen dit dagdeel")),
            (Scope.LATER, self.tr("Dit en de latere")),
            (Scope.ALL, self.tr("Alle komende")),
        ]
        self.scope = ChipGroup(self.tr("Wat wijzigt er"), [(str(key), words) for key, words in scopes], always=True)
        self.scope.setObjectName("editScope")
        self._scope_row = FormRow(self.tr("Wat wijzigt er"), self.scope)
        self.fields = SeriesFields("edit", columns=1, first=self.tr("Dag"))
        self._sentence, self._list, self._error = label(""), label("", "muted"), label("", "error")
        self._sentence.setObjectName("editSentence")
        self._list.setObjectName("editList")
        self.confirm = PushButton(self.tr("Wijzigen"), self._change, role="primary")
        self.confirm.setObjectName("editConfirm")
        self.cancel = PushButton(self.tr("Annuleren"), name=self.tr("Annuleren: het wijzigen"))
        self.cancel.setObjectName("editCancel")
        self.cancel.clicked.connect(self.closed)
        for part in (self._title, self._scope_row, self.fields, self._list):
            self.add(part)
        self.body.addStretch(1)
        self.pin(self.confirm, self.cancel, above=(self._sentence, self._error))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._try)
        self.fields.changed.connect(self._pause.start)
        self.scope.changed.connect(self._show_shape)

    def start(self, half_day_id: str) -> None:
        """Begin with this half-day, as it stands."""
        self._view = None
        self.confirm.setEnabled(False)
        self._tell("", "", "")
        self._desk.tasks.run(series_edits.opened, half_day_id).then(self._show).otherwise(self._refused)

    def _show(self, view: EditView) -> None:
        self._view = view
        self._title.setText(text.join(text.day(view.now.day), text.clock(view.now.start)))
        self._scope_row.setVisible(view.series is not None)
        self.scope.choose([Scope.ONE])
        self._desk.tasks.run(planning.workers_at, view.site_id).then(self._show_workers)
        begins = self.fields.worker if view.series is None else self.scope
        begins.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_workers(self, workers: Sequence[WorkerOption]) -> None:
        self._workers = workers
        self._show_shape()

    def _show_shape(self) -> None:
        """What is planned now, of the half-day by itself or of its series."""
        if self._view is None:
            return
        once = self._chosen() is Scope.ONE
        shape = self._view.now if once or self._view.series is None else self._view.series
        self.fields.show_only_once(once=once)
        self.fields.show_days(shape.day, shape.day if once else shape.last_day)
        self.fields.show_what(shape.start, shape.pattern, shape.room, rules.read(shape.rule, shape.interval_weeks))
        self.fields.show_workers(self._workers, shape.worker_id)

    def _chosen(self) -> Scope:
        return Scope(self.scope.chosen()[0])

    def _shape(self) -> Shape:
        rhythm = self.fields.rhythm()
        return Shape(
            str(self.fields.worker.currentData() or ""),
            self.fields.room.text(),
            self.fields.first_day(),
            self.fields.at.currentData(),
            self.fields.slots(),
            rules.write(rhythm),
            rhythm.weeks or 1,
            date.max if rhythm.count else self.fields.last_day(),
        )

    def _try(self) -> None:
        self._run(self._show_plan, dry_run=True)

    def _change(self) -> None:
        self.confirm.setEnabled(False)
        self._run(self._changed, dry_run=False)

    def _run(self, then: Any, *, dry_run: bool) -> None:
        if self._view is not None:
            what = (self._view.half_day_id, self._chosen(), self._shape())
            job = self._desk.tasks.run(series_edits.change, *what, dry_run=dry_run)
            job.then(then).otherwise(self._refused)

    def _show_plan(self, outcome: tuple[Changes, EditPlan]) -> None:
        plan = outcome[1]
        self._tell(self._in_one_sentence(plan), self._in_a_list(plan), "")
        self.confirm.setEnabled(bool(plan.dates))

    def _in_one_sentence(self, plan: EditPlan) -> str:
        lost = sum(1 for one in plan.booked if one.moves_to is None)
        counted = (
            (len(plan.dates) - len(plan.added), self.tr("dagdeel wijzigt"), self.tr("dagdelen wijzigen")),
            (len(plan.added), self.tr("dagdeel komt erbij"), self.tr("dagdelen komen erbij")),
            (len(plan.gone), self.tr("dagdeel vervalt"), self.tr("dagdelen vervallen")),
            (
                len(plan.booked) - lost,
                self.tr("gezin krijgt een nieuwe tijd"),
                self.tr("gezinnen krijgen een nieuwe tijd"),
            ),
            (lost, self.tr("gezin verliest de plek"), self.tr("gezinnen verliezen hun plek")),
        )
        parts = [text.count(number, one, many) for number, one, many in counted if number]
        return ", ".join(parts) + "." if parts else self.tr("Er blijft geen dagdeel over.")

    def _in_a_list(self, plan: EditPlan) -> str:
        told = [self._line(one) for one in plan.booked if one.moves_to is not None]
        lost = [self._line(one) for one in plan.booked if one.moves_to is None]
        parts = [
            self._under(self.tr("Bel en geef de nieuwe tijd door; dit komt ook op Vandaag:"), told),
            self._under(self.tr("Bel en kies een andere plek; dit komt ook op Vandaag:"), lost),
            self._under(self.tr("Vervalt:"), [named(plan.gone)] if plan.gone else []),
            why_dropped(plan.dropped, self.tr("Kan niet:")),
            self._under(self.tr("Blijft zoals het is, want eerder apart gewijzigd of afgezegd:"), self._kept(plan)),
            self._under(self.tr("Wordt:"), [named(plan.dates)] if plan.dates else []),
        ]
        return "\n\n".join(part for part in parts if part)

    def _kept(self, plan: EditPlan) -> list[str]:
        return [named(plan.kept_exceptions)] if plan.kept_exceptions else []

    def _under(self, head: str, lines: Sequence[str]) -> str:
        return "\n".join((head, *lines)) if lines else ""

    def _line(self, one: BookedThere) -> str:
        name = one.name or self.tr("een jeugdige")
        if one.moves_to is None:
            return f"{name}: {text.moment(one.starts_at)}"
        words = self.tr("{name}: {before} wordt {after}")
        return words.format(name=name, before=text.moment(one.starts_at), after=text.moment(one.moves_to))

    def _changed(self, outcome: tuple[Changes, EditPlan]) -> None:
        plan = outcome[1]
        self._before = plan.before
        words = self.tr("Gewijzigd.")
        if plan.booked:
            count = text.count(len(plan.booked), self.tr("gezin"), self.tr("gezinnen"))
            words = self.tr("Gewijzigd. Bel {count}; het staat op Vandaag.").format(count=count)
        self._desk.toast(words, self._put_back)
        self.closed.emit()

    def _put_back(self) -> None:
        self._desk.tasks.run(series_edits.put_back, self._before)

    def _refused(self, error: KnownError) -> None:
        self._tell("", "", messages.say(error))
        self.confirm.setEnabled(False)

    def _tell(self, sentence: str, listed: str, error: str) -> None:
        for part, words in ((self._sentence, sentence), (self._list, listed), (self._error, error)):
            part.setText(words)
            part.setVisible(bool(words))
