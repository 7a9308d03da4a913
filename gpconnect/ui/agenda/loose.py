"""One half-day by hand: who, when and where; on a closed day only by who says so."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import half_days, planning
from gpconnect.services.half_days import LoosePlan, LooseRequest
from gpconnect.services.planning import WorkerOption
from gpconnect.ui import messages, text
from gpconnect.ui.agenda.slot_pattern import USUAL, SlotPattern
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, DayField, FormRow, PushButton, label

_START = "09:00"


class LoosePanel(Card):
    """Beside the week. Planning says what is in the way; a closed day asks once more."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("agendaLoose")
        self._desk = desk
        self._site_id = ""
        self.day, self.worker, self.at = DayField(), QComboBox(), QComboBox()
        self.places, self.room, self.note = SlotPattern("loosePattern"), QLineEdit(), QLineEdit()
        self.pattern = self.places.field
        for minute in range(8 * 60, 20 * 60, 15):
            at = time(minute // 60, minute % 60)
            self.at.addItem(text.clock(at), at)
        self.set_title(self.tr("Eén dagdeel plannen"))
        for name, words, field, help_text in (
            ("looseDay", self.tr("Dag"), self.day, ""),
            ("looseWorker", self.tr("Jeugdwerker"), self.worker, ""),
            ("looseStart", self.tr("Begint om"), self.at, ""),
            ("loosePlaces", self.tr("Plekken"), self.places, ""),
            ("looseRoom", self.tr("Kamer (mag leeg)"), self.room, ""),
            ("looseNote", self.tr("Notitie voor deze dag (mag leeg)"), self.note, ""),
        ):
            field.setObjectName(name)
            self.add(FormRow(words, field, help_text))
        self._error = label("", "error")
        self.plan = PushButton(self.tr("Plan dit dagdeel"), self._plan, role="primary")
        self.plan.setObjectName("loosePlan")
        self.anyway = PushButton(self.tr("Toch open: plan het"), self._plan_anyway)
        self.anyway.setObjectName("looseAnyway")
        self.cancel = PushButton(self.tr("Annuleren"), role="quiet", name=self.tr("Annuleren: dit dagdeel plannen"))
        self.cancel.setObjectName("looseCancel")
        self.cancel.clicked.connect(self.closed)
        self.body.addStretch(1)
        self.at.currentIndexChanged.connect(self._start_changed)
        self.first_stop = self.day
        self.pin(self.plan, self.anyway, self.cancel, above=(self._error,))

    def start(self, site_id: str, day: date) -> None:
        """Begin with this day at this site."""
        self._site_id = site_id
        self.day.show_day(day)
        self.at.setCurrentText(_START)
        self.pattern.setText(USUAL)
        self.room.clear()
        self.note.clear()
        self._say("")
        self._desk.tasks.run(planning.workers_at, site_id).then(self._show_workers)
        self.day.setFocus()

    def _start_changed(self) -> None:
        self.places.show_start(self.at.currentData())

    def _show_workers(self, workers: Sequence[WorkerOption]) -> None:
        self.worker.clear()
        for one in workers:
            self.worker.addItem(one.name, one.id)
        self.worker.setCurrentIndex(max(self.worker.findData(self._desk.actor.id), 0) if workers else -1)

    def _plan(self) -> None:
        self._ask(open_anyway=False)

    def _plan_anyway(self) -> None:
        self._ask(open_anyway=True)

    def _ask(self, *, open_anyway: bool) -> None:
        request = LooseRequest(
            self._site_id,
            str(self.worker.currentData() or ""),
            self.day.day(),
            self.at.currentData(),
            self.places.pattern(),
            self.room.text(),
            self.note.text(),
            open_anyway,
        )
        job = self._desk.tasks.run(half_days.add_loose, request, dry_run=False)
        job.then(self._planned).otherwise(self._refused)

    def _planned(self, outcome: tuple[Changes, LoosePlan]) -> None:
        self._back = _Back(self._desk, outcome[1].half_day_id)
        self._desk.toast(self.tr("Het dagdeel is gepland."), self._back.withdraw)
        self.closed.emit()

    def _refused(self, error: KnownError) -> None:
        self._say(messages.say(error), shut=getattr(error, "code", "") == "half_day.shut")

    def _say(self, words: str, *, shut: bool = False) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self.anyway.setVisible(shut)


class _Back:
    """Takes the half-day out again that was planned just now."""

    def __init__(self, desk: Desk, half_day_id: str) -> None:
        self._desk, self._half_day_id = desk, half_day_id

    def withdraw(self) -> None:
        self._desk.tasks.run(half_days.withdraw, (self._half_day_id,))
