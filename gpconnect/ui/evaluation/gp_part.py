"""The GP's side of *Evaluatie*."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services import gp_evaluations
from gpconnect.services.gp_evaluations import GpForm, GpOverview
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.evaluation.doctor import FourClicks
from gpconnect.ui.parts import Card, EmptyState, Row, RowList, Sheet, column

_MOST = 150


class GpPart(QWidget):
    """The next stretch of help to say something about, and the others beside it."""

    told = Signal(str, int)
    """A line for the header, and how many wait."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.form: FourClicks | None = None
        self._found: dict[str, GpForm] = {}
        self._chosen = ""
        self.rows = RowList(self.tr("Afgesloten bij uw praktijk"))
        self.rows.setObjectName("gpForms")
        self.rows.selected_changed.connect(self._choose)
        self._list = Card(self.tr("Afgesloten bij uw praktijk"), flush=True)
        self._list.add(self.rows)
        self._none = EmptyState(
            self.tr("Niets te beantwoorden"),
            self.tr("Na een afgesloten traject staan hier vier korte vragen."),
        )
        main, side = QWidget(), QWidget()
        self._main = column(self._none, spacing=2)
        self._main.addStretch(1)
        main.setLayout(self._main)
        beside = column(self._list)
        beside.addStretch(1)
        side.setLayout(beside)
        self._list.hide()
        self.setLayout(column(Sheet(main, side, side_width=400)))

    def load(self) -> None:
        self.desk.tasks.run(gp_evaluations.gp_forms).then(self._show)

    @Slot(object)
    def _show(self, view: GpOverview) -> None:
        self._found = {one.episode_id: one for one in view.forms}
        if self.form is None:
            self.form = FourClicks(view.form)
            self.form.complete.connect(self._keep)
            self._main.insertWidget(0, self.form)
        self._none.setVisible(not view.forms)
        self._list.setVisible(bool(view.forms))
        self.form.setVisible(bool(view.forms))
        self.rows.set_rows([self._row(one) for one in view.forms[:_MOST]])
        waiting = self.tr("Vier klikken over elk traject dat is afgesloten. {n}").format(
            n=text.count(view.open, self.tr("traject wacht"), self.tr("trajecten wachten"))
        )
        self.told.emit(waiting if view.open else self.tr("Alles is beantwoord. Dank u wel."), view.open)
        if view.forms:
            kept = self._found.get(self._chosen)
            self._turn_to(kept if kept is not None and not kept.answered else view.forms[0])

    def _row(self, one: GpForm) -> Row:
        state = (self.tr("Beantwoord"), "good") if one.answered else (self.tr("Open"), "neutral")
        age = "" if one.age is None else text.age(one.age)
        name = one.name or self.tr("Jeugdige")
        return Row(one.episode_id, name, age, text.day(one.closed_on), badge=state[0], tone=state[1])

    @Slot(str)
    def _choose(self, episode_id: str) -> None:
        if episode_id in self._found:
            self._turn_to(self._found[episode_id])

    def _turn_to(self, one: GpForm) -> None:
        self._chosen = one.episode_id
        if self.form is not None:
            self.form.show_form(one)

    @Slot(str, object)
    def _keep(self, episode_id: str, answers: dict[str, int]) -> None:
        job = self.desk.tasks.run(gp_evaluations.answer_gp, episode_id, answers)
        job.then(self._kept).otherwise(self._failed)

    @Slot(object)
    def _kept(self, _changes: object) -> None:
        self.desk.toast(self.tr("Bewaard. Dank u wel."))

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if self.form is not None:
            self.form.reopen()
        self.desk.trouble(error)
