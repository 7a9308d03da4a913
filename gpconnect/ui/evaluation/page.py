"""Evaluatie: what is still to be asked, four voices side by side; for a GP the four clicks."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.evaluation import EnteredHow
from gpconnect.services import evaluations, goals, gp_evaluations
from gpconnect.services.evaluations import FormKey, OpenForm, Overview
from gpconnect.services.gp_evaluations import GpOverview
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.evaluation import words
from gpconnect.ui.evaluation.episode import EpisodeCard
from gpconnect.ui.evaluation.gp import GpView
from gpconnect.ui.evaluation.kiosk import Kiosk
from gpconnect.ui.evaluation.typing import TypedForm
from gpconnect.ui.page import Page
from gpconnect.ui.parts import Card, EmptyState, FormRow, PushButton, Sheet, clear, column, label

_GP = "gp"
_MOST = 40


class EvaluationPage(Page):
    """The worker's list, one form to type in, or the GP's cards."""

    area = "evaluation"
    kinds = frozenset({"response", "goal", "episode_of_care", "patient", "feedback", "form_draft"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.header.set_title(self.tr("Evaluatie"), self.tr("Vier stemmen: jeugdige, ouder, huisarts en jeugdwerker"))
        self._patient = ""
        self._how = ""
        self.cards: list[EpisodeCard] = []
        self.gp: GpView | None = None
        self.kiosk: Kiosk | None = None
        self.typed: TypedForm | None = None
        if desk.role == _GP:
            self.gp = GpView()
            self.gp.answered.connect(self._gp_answered)
            self.body.addWidget(self.gp, 1)
        else:
            self._make_list()

    def load(self) -> None:
        if self.gp is not None:
            self.desk.tasks.run(gp_evaluations.gp_forms).then(self._show_gp)
        else:
            self.desk.tasks.run(evaluations.overview, self._patient).then(self._show)

    def show_params(self, params: Mapping[str, object]) -> None:
        self._patient = str(params.get("patient", ""))
        self._close_form()
        self.reload()

    def _make_list(self) -> None:
        self._list = column(spacing=2)
        self._typing = column(spacing=2)
        main, side = QWidget(), QWidget()
        main.setLayout(self._list)
        self.code = QLineEdit()
        self.code.setObjectName("evaluationCode")
        self.code.returnPressed.connect(self._find)
        self.code_row = FormRow(
            self.tr("Code van een papieren formulier"),
            self.code,
            self.tr("Enter opent het formulier om over te typen."),
        )
        paper = Card(self.tr("Op papier ingevuld")).add(self.code_row)
        self.rates = Card(self.tr("Hoeveel antwoorden"))
        holder = column(paper, self.rates, spacing=2)
        holder.addStretch(1)
        side.setLayout(holder)
        self.sheet = Sheet(main, side, side_width=320, turn_below=900)
        self.body.addWidget(self.sheet, 1)
        self.body.addLayout(self._typing)

    @Slot(object)
    def _show(self, view: Overview) -> None:
        if self.kiosk is not None:
            return
        typed = {card.patient_id: card.goal.text() for card in self.cards}
        clear(self._list)
        today = text.local(self.desk.clock()).date()
        self.cards = [EpisodeCard(one, today, place) for place, one in enumerate(view.episodes[:_MOST])]
        for card in self.cards:
            card.goal.setText(typed.get(card.patient_id, ""))
            card.chosen.connect(self._choose)
            card.scored.connect(self._score)
            card.goal_added.connect(self._add_goal)
            self._list.addWidget(card)
        if not self.cards:
            self._list.addWidget(
                EmptyState(
                    self.tr("Nog niets te vragen"),
                    self.tr(
                        "Na het eerste gesprek van een jeugdige staan hier de eerste vragen, aan het eind de rest."
                    ),
                )
            )
        self._list.addStretch(1)
        waiting = sum(len(one.open) for one in view.episodes)
        self._show_rates(view)
        if self._patient and self.cards:
            everybody = PushButton(self.tr("Alle jeugdigen"), self._all)
            everybody.setObjectName("evaluationAll")
            self.header.set_actions([everybody])
        else:
            self.header.set_actions([])
        open_forms = text.count(waiting, self.tr("formulier nog te vragen"), self.tr("formulieren nog te vragen"))
        self.header.set_title(self.tr("Evaluatie"), open_forms if waiting else self.tr("Alles is gevraagd"))
        if not self._patient:
            self.desk.badge_changed.emit(self.area, sum(one.half for ep in view.episodes for one in ep.open))

    def _show_rates(self, view: Overview) -> None:
        clear(self.rates.body)
        for rate in view.rates:
            who = words.voice(str(rate.voice))
            share = self.tr("{voice}: {answered} van {asked}").format(
                voice=who, answered=rate.answered, asked=rate.asked
            )
            self.rates.add(label(share))

    @Slot()
    def _all(self) -> None:
        self.show_params({})

    @Slot(object, str)
    def _choose(self, key: FormKey, how: str) -> None:
        self._how = how
        self.desk.tasks.run(evaluations.open_form, key).then(self._open_form)

    @Slot()
    def _find(self) -> None:
        self._how = "paper"
        job = self.desk.tasks.run(evaluations.find_form, self.code.text())
        job.then(self._found).otherwise(self._not_found)

    @Slot(object)
    def _found(self, key: FormKey) -> None:
        self.code.clear()
        self.code_row.set_error("")
        self._choose(key, "paper")

    @Slot(object)
    def _not_found(self, error: BaseException) -> None:
        self.code_row.set_error(messages.say(error))

    @Slot(object)
    def _open_form(self, opened: OpenForm) -> None:
        if self._how == EnteredHow.KIOSK:
            self.kiosk = Kiosk(self.desk, opened)
            self.kiosk.finished.connect(self._kiosk_closed)
            self.kiosk.lock()
            return
        self._close_form()
        self.typed = TypedForm(self.desk, opened, EnteredHow(self._how))
        self.typed.closed.connect(self._close_form)
        self.typed.handed_in.connect(self._handed_in)
        self._typing.addWidget(self.typed)
        self.sheet.hide()
        self.typed.form.focus_first()

    @Slot()
    def _handed_in(self) -> None:
        self._close_form()
        self.desk.toast(self.tr("Ingeleverd. Dank aan wie het invulde."))

    @Slot()
    def _close_form(self) -> None:
        if self.typed is not None:
            clear(self._typing)
            self.typed = None
            self.sheet.show()

    @Slot(bool)
    def _kiosk_closed(self, handed_in: bool) -> None:  # noqa: FBT001 - a signal's argument
        kiosk, self.kiosk = self.kiosk, None
        if kiosk is not None:
            kiosk.deleteLater()
        self.desk.toast(self.tr("Ingeleverd.") if handed_in else self.tr("Half ingevuld, en bewaard op dit apparaat."))
        self.reload()

    @Slot(str, object)
    def _score(self, goal_id: str, score: int | None) -> None:
        if score is None:
            self.desk.tasks.run(goals.clear_score, goal_id)
        else:
            self.desk.tasks.run(goals.score_goal, goal_id, end=score)

    @Slot(str, str)
    def _add_goal(self, patient_id: str, said: str) -> None:
        for card in self.cards:
            if card.patient_id == patient_id:
                card.goal.clear()
        self.desk.tasks.run(goals.add_goal, patient_id, said).then(self._goal_added)

    @Slot(object)
    def _goal_added(self, result: tuple[Any, str]) -> None:
        self._goal = result[1]
        self.desk.toast(self.tr("Doel toegevoegd."), self._undo_goal)

    def _undo_goal(self) -> None:
        self.desk.tasks.run(goals.set_archived, self._goal, archived=True)

    @Slot(object)
    def _show_gp(self, view: GpOverview) -> None:
        if self.gp is None:
            return
        self.gp.show_overview(view)
        self.desk.badge_changed.emit(self.area, view.open)
        waiting = text.count(
            view.open, self.tr("traject wacht op uw oordeel"), self.tr("trajecten wachten op uw oordeel")
        )
        self.header.set_title(self.tr("Evaluatie"), waiting if view.open else self.tr("Vier klikken per traject"))

    @Slot(str, dict)
    def _gp_answered(self, episode_id: str, answers: dict[str, Any]) -> None:
        job = self.desk.tasks.run(gp_evaluations.answer_gp, episode_id, answers)
        job.then(self._gp_saved)

    @Slot(object)
    def _gp_saved(self, _changes: object) -> None:
        self.desk.toast(self.tr("Bewaard. Dank u wel."))
