"""A worker who is away: from when to when, who takes over, and what that comes to before anything is saved."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import absences, ended_absences, planning
from gpconnect.services.absences import AbsencePlan, AbsenceRequest, AbsenceView
from gpconnect.services.planning import WorkerOption
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.notice import Notice
from gpconnect.ui.parts import Card, DayField, FormRow, PushButton, Row, RowList, label

_MOST_NAMED = 6


class AbsencePanel(Card):
    """Beside the week. Never asks why."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("agendaAbsence")
        self._desk = desk
        self._worker_id = ""
        self._known: tuple[AbsenceView, ...] = ()
        self.worker, self.deputy = QComboBox(), QComboBox()
        self.first, self.last = DayField(), DayField()
        self.set_title(self.tr("Afwezigheid"))
        for name, words, part, help_text in (
            ("absenceWorker", self.tr("Wie is er niet?"), self.worker, self.tr("Waarom hoeft niemand te weten.")),
            ("absenceFirst", self.tr("Eerste dag"), self.first, ""),
            ("absenceLast", self.tr("Laatste dag"), self.last, ""),
            ("absenceDeputy", self.tr("Wie neemt over?"), self.deputy, ""),
        ):
            part.setObjectName(name)
            self.add(FormRow(words, part, help_text))
        self._sum, self._error = label(""), label("", "error")
        self._sum.setObjectName("absenceSum")
        self.add(self._sum)
        self.save = PushButton(self.tr("Leg vast"), self._report, role="primary")
        self.save.setObjectName("absenceSave")
        self.cancel = PushButton(self.tr("Annuleren"), role="quiet", name=self.tr("Annuleren: afwezigheid"))
        self.cancel.setObjectName("absenceCancel")
        self.cancel.clicked.connect(self.closed)
        self._rows = RowList(self.tr("Wie er niet is"))
        self._rows.setObjectName("absences")
        self._rows.action_clicked.connect(self._end)
        self.add(self._rows)
        self.body.addStretch(1)
        self.first_stop = self.worker
        self.pin(self.save, self.cancel, above=(self._error,))
        self.worker.currentIndexChanged.connect(self._try)
        self.deputy.currentIndexChanged.connect(self._try)
        self.first.dateChanged.connect(self._first_changed)
        self.last.dateChanged.connect(self._try)

    def start(self, site_id: str, day: date, worker_id: str = "") -> None:
        """Begin with this day, and with this worker where one was looked at."""
        self._worker_id = worker_id or self._desk.actor.id
        self.first.show_day(day)
        self.last.show_day(day)
        self._desk.tasks.run(planning.workers_at, site_id).then(self._show_workers)
        self._ask_known()
        self.worker.setFocus()

    def _ask_known(self) -> None:
        self._desk.tasks.run(absences.coming).then(self._show_known)

    def _show_workers(self, workers: Sequence[WorkerOption]) -> None:
        for box in (self.worker, self.deputy):
            box.blockSignals(True)
            box.clear()
        self.deputy.addItem(self.tr("Niemand: bel de families"), "")
        for one in workers:
            self.worker.addItem(one.name, one.id)
            self.deputy.addItem(one.name, one.id)
        self.worker.setCurrentIndex(max(self.worker.findData(self._worker_id), 0) if workers else -1)
        self.deputy.setCurrentIndex(0)
        for box in (self.worker, self.deputy):
            box.blockSignals(False)
        self._try()

    def _show_known(self, known: tuple[AbsenceView, ...]) -> None:
        self._known = known
        self._rows.set_rows(
            [
                Row(
                    str(place),
                    one.worker_name,
                    detail=text.join(
                        f"{text.day(one.first_day)} t/m {text.day(one.last_day)}",
                        self.tr("{name} neemt over").format(name=one.deputy_name)
                        if one.deputy_name
                        else self.tr("niemand neemt over"),
                    ),
                    action=self.tr("Toch aanwezig"),
                    action_role="quiet",
                    bold=False,
                )
                for place, one in enumerate(known)
            ]
        )
        self._rows.setVisible(bool(known))

    def _request(self) -> AbsenceRequest:
        return AbsenceRequest(
            str(self.worker.currentData() or ""),
            self.first.day(),
            self.last.day(),
            str(self.deputy.currentData() or ""),
        )

    def _first_changed(self, day: QDate) -> None:
        """The last day is never before the first."""
        if self.last.date() < day:
            self.last.setDate(day)
        else:
            self._try()

    def _try(self) -> None:
        job = self._desk.tasks.run(absences.report, self._request(), dry_run=True)
        job.then(self._show_plan).otherwise(self._refused)

    def _show_plan(self, outcome: tuple[Changes, AbsencePlan]) -> None:
        self._sum.setText(self._words(outcome[1]))
        self._say("")
        self.save.setEnabled(True)

    def _words(self, plan: AbsencePlan) -> str:
        if not plan.half_days:
            return self.tr("Er is dan nog geen dagdeel gepland.")
        count = text.count(len(plan.half_days), self.tr("dagdeel"), self.tr("dagdelen"))
        lines = [self.tr("Dit gaat over {count}:").format(count=count)]
        for one in plan.half_days[:_MOST_NAMED]:
            booked = text.count(one.booked, self.tr("afspraak"), self.tr("afspraken"))
            what = self.tr("wordt overgenomen") if one.taken_over else self.tr("gaat niet door")
            lines.append(text.join(f"{text.day(one.day)} {text.clock(one.start)}", one.site_name, booked, what))
        if len(plan.half_days) > _MOST_NAMED:
            lines.append(self.tr("en nog {n}").format(n=len(plan.half_days) - _MOST_NAMED))
        if plan.to_phone:
            families = text.count(plan.to_phone, self.tr("gezin"), self.tr("gezinnen"))
            lines.append(self.tr("Te bellen voor een andere tijd: {count}.").format(count=families))
        return "\n".join(lines)

    def _report(self) -> None:
        self.save.setEnabled(False)
        job = self._desk.tasks.run(absences.report, self._request(), dry_run=False)
        job.then(self._reported).otherwise(self._refused)

    def _reported(self, outcome: tuple[Changes, AbsencePlan]) -> None:
        back = _Back(self._desk, outcome[1].absence_ids)
        self._desk.toast(self.tr("De afwezigheid is vastgelegd."), back.end)
        self.closed.emit()

    def _end(self, key: str) -> None:
        ids = self._known[int(key)].absence_ids
        notice = Notice(self._desk, self.tr("De jeugdwerker is er weer."), _Back(self._desk, ids).put_back)
        self._desk.tasks.run(absences.end, ids).then(notice.say).then(self._ended)

    def _ended(self, _changes: Changes) -> None:
        self._ask_known()
        self._try()

    def _refused(self, error: KnownError) -> None:
        self._sum.setText("")
        self._say(messages.say(error))
        self.save.setEnabled(False)

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))


class _Back:
    """Takes back the absence that was reported just now, or that it was ended."""

    def __init__(self, desk: Desk, absence_ids: tuple[str, ...]) -> None:
        self._desk, self._absence_ids = desk, absence_ids

    def end(self) -> None:
        self._desk.tasks.run(absences.withdraw, self._absence_ids)

    def put_back(self) -> None:
        self._desk.tasks.run(ended_absences.put_back, self._absence_ids)
