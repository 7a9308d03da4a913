"""The worker's side of *Evaluatie*: who still has to be asked, one episode beside it, forms and goals."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.evaluation import EnteredHow, Voice
from gpconnect.services import evaluations, goals
from gpconnect.services.evaluations import EpisodeForms, FormKey, HandedIn, OpenForm, Overview
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.evaluation import words
from gpconnect.ui.evaluation.goals import Goals
from gpconnect.ui.evaluation.kiosk import Kiosk
from gpconnect.ui.evaluation.paper import Answers, CodeCard, OneForm
from gpconnect.ui.evaluation.tab_order import follow_layout
from gpconnect.ui.evaluation.voices import Voices
from gpconnect.ui.parts import Card, EmptyState, PushButton, Row, RowList, Sheet, column, label

_MOST = 150
_PAUSE_MS = 400


class WorkerPart(QWidget):
    """Everything a worker does about the evaluation of an episode."""

    told = Signal(str, int)
    """A line for the header, and how many forms wait."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.kiosk: Kiosk | None = None
        self.form: OneForm | None = None
        self._extra: QWidget | None = None
        self._found: dict[str, EpisodeForms] = {}
        self._chosen = ""
        self._patient = ""
        self._removed = ""
        self._unsaved: tuple[FormKey, dict[str, Any]] | None = None
        self.paper_button = PushButton(self.tr("Papier overtypen"), self._start_code)
        self.paper_button.setObjectName("evaluationPaper")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._save_half)
        self._make_main()
        self._make_side()
        self.setLayout(column(Sheet(self._main, self._side, side_width=360, turn_below=760)))

    def load(self) -> None:
        self.desk.tasks.run(evaluations.overview, self._patient).then(self._show)

    def want(self, patient_id: str) -> None:
        """Turn to this child at the next load, however long ago it was."""
        self._patient = patient_id
        self._chosen = ""
        self._close_extra()

    def _make_main(self) -> None:
        self.code = CodeCard()
        self.code.given.connect(self._find_code)
        self.code.closed.connect(self.code.hide)
        self.code.hide()
        self._who = column(spacing=0)
        self.voices = Voices()
        self.voices.on_screen.connect(self._open_kiosk)
        self.voices.typed_over.connect(self._open_paper)
        self.voices.read.connect(self._open_answers)
        self.goals = Goals()
        self.goals.added.connect(self._add_goal)
        self.goals.scored.connect(self._score_goal)
        self.goals.cleared.connect(self._clear_score)
        self.goals.removed.connect(self._remove_goal)
        self._none = EmptyState(
            self.tr("Nog niemand om te vragen"),
            self.tr("Na een eerste gesprek staan hier de vragenlijsten."),
        )
        self._one = QWidget()
        self._one_column = column(spacing=2)
        self._one_column.addLayout(self._who)
        self._one_column.addWidget(self.voices)
        self._one_column.addWidget(self.goals)
        self._one.setLayout(self._one_column)
        self._one.hide()
        self._none.hide()
        self._main = QWidget()
        layout = column(self.code, self._one, self._none, spacing=2)
        layout.addStretch(1)
        self._main.setLayout(layout)

    def _make_side(self) -> None:
        self.rows = RowList(self.tr("Wie is aan de beurt"))
        self.rows.setObjectName("evaluationList")
        self.rows.selected_changed.connect(self._choose)
        self._list = Card(self.tr("Wie is aan de beurt"), flush=True)
        self._list.add(self.rows)
        self.all_button = PushButton(self.tr("Iedereen tonen"), self._show_all)
        self.all_button.setObjectName("evaluationAll")
        self._rates = Card(self.tr("Respons"))
        self._rate_lines = label("", "muted")
        self._rates.add(self._rate_lines)
        self._side = QWidget()
        layout = column(self.all_button, self._list, self._rates, spacing=2)
        layout.addStretch(1)
        self._side.setLayout(layout)
        self._side.hide()

    @Slot(object)
    def _show(self, view: Overview) -> None:
        today = text.local(self.desk.clock()).date()
        self._found = {one.episode.id: one for one in view.episodes}
        waiting = sum(len(one.open) for one in view.episodes)
        self.rows.set_rows([self._row(one, today) for one in view.episodes[:_MOST]])
        self._side.setVisible((bool(view.episodes) or bool(self._patient)) and self._extra is None)
        self.all_button.setVisible(bool(self._patient))
        self._none.setVisible(not view.episodes)
        self._show_rates(view)
        counted = text.count(waiting, self.tr("vragenlijst wacht"), self.tr("vragenlijsten wachten"))
        if self._patient:
            self.told.emit(counted, waiting)
        else:
            self.told.emit(counted if waiting else self.tr("Iedereen is gevraagd"), waiting)
        if self._chosen not in self._found:
            self._chosen = next(iter(self._found), "")
        self._turn_to(self._chosen)
        if self._chosen:
            self.rows.select(self._chosen)

    def _row(self, one: EpisodeForms, today: date) -> Row:
        late = sum(today >= form.late_on for form in one.open)
        if late:
            badge, tone = text.count(late, self.tr("te laat"), self.tr("te laat")), "attention"
        elif one.open:
            badge, tone = text.count(len(one.open), self.tr("open"), self.tr("open")), "neutral"
        else:
            badge, tone = self.tr("Klaar"), "good"
        moment = words.say(words.MOMENTS[one.moments[-1][0]]) if one.moments else ""
        return Row(one.episode.id, one.name, text.age(one.age), moment, badge=badge, tone=tone)

    def _show_rates(self, view: Overview) -> None:
        lines = [
            f"{words.say(words.VOICES[rate.voice])}: "
            + self.tr("{n} van {all}").format(n=text.integer(rate.answered), all=text.integer(rate.asked))
            for rate in view.rates
            if rate.asked
        ]
        self._rate_lines.setText("\n".join(lines))
        self._rates.setVisible(bool(lines))

    @Slot(str)
    def _choose(self, episode_id: str) -> None:
        if episode_id in self._found and episode_id != self._chosen:
            self._close_extra()
            self._chosen = episode_id
            self._turn_to(episode_id)

    def _turn_to(self, episode_id: str) -> None:
        one = self._found.get(episode_id)
        self._one.setVisible(one is not None)
        if one is None:
            return
        while (item := self._who.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._who.addWidget(label(f"{one.name}, {text.age(one.age)}", "h2"))
        # While a form lies open the voices under it would only distract.
        self.voices.setVisible(self._extra is None)
        self.goals.setVisible(self._extra is None)
        self._side.setVisible(self._extra is None)
        self.voices.show_forms(one, text.local(self.desk.clock()).date())
        self.goals.show_goals(one.goals)
        follow_layout(self)

    @Slot()
    def _show_all(self) -> None:
        self.want("")
        self.load()

    @Slot()
    def _start_code(self) -> None:
        self._close_extra()
        self.code.start()

    @Slot(str)
    def _find_code(self, code: str) -> None:
        self.desk.tasks.run(evaluations.find_form, code).then(self._code_found).otherwise(self.code.show_error)

    @Slot(object)
    def _code_found(self, key: FormKey) -> None:
        self.code.hide()
        self._open_paper(key)

    @Slot(object)
    def _open_kiosk(self, key: FormKey) -> None:
        self.desk.tasks.run(evaluations.open_form, key).then(self._show_kiosk)

    @Slot(object)
    def _show_kiosk(self, opened: OpenForm) -> None:
        self.kiosk = Kiosk(self.desk, opened, self.window())
        self.kiosk.destroyed.connect(self._kiosk_gone)
        self.kiosk.showFullScreen()

    @Slot()
    def _kiosk_gone(self) -> None:
        self.kiosk = None

    @Slot(object)
    def _open_paper(self, key: FormKey) -> None:
        self.desk.tasks.run(evaluations.open_form, key).then(self._show_paper)

    @Slot(object)
    def _show_paper(self, opened: OpenForm) -> None:
        self._chosen = opened.key.episode_id
        form = OneForm(opened)
        form.handed_in.connect(self._hand_in)
        form.changed.connect(self._half_filled)
        form.closed.connect(self._close_and_show)
        self._open_extra(form)
        self.form = form
        form.form.focus_first()

    @Slot(object)
    def _open_answers(self, key: FormKey) -> None:
        self.desk.tasks.run(evaluations.read_answers, key).then(self._show_answers)

    @Slot(object)
    def _show_answers(self, opened: OpenForm) -> None:
        card = Answers(opened)
        card.closed.connect(self._close_and_show)
        self._open_extra(card)

    def _open_extra(self, card: QWidget) -> None:
        self._drop_extra()
        self._extra = card
        self._one_column.insertWidget(1, card)
        self._turn_to(self._chosen)

    @Slot()
    def _close_and_show(self) -> None:
        self._close_extra()
        self._turn_to(self._chosen)

    def _close_extra(self) -> None:
        self._save_half()
        self._drop_extra()
        self.code.hide()

    def _drop_extra(self) -> None:
        if self._extra is not None:
            self._extra.hide()
            self._extra.deleteLater()
        self._extra = self.form = None

    @Slot(object, object)
    def _half_filled(self, key: FormKey, answers: dict[str, Any]) -> None:
        self._unsaved = (key, answers)
        self._pause.start()

    @Slot()
    def _save_half(self) -> None:
        self._pause.stop()
        unsaved, self._unsaved = self._unsaved, None
        if unsaved is not None:
            self.desk.tasks.run(evaluations.save_half_filled, *unsaved)

    @Slot(object, object)
    def _hand_in(self, key: FormKey, answers: dict[str, Any]) -> None:
        self._pause.stop()
        self._unsaved = None
        form = self.form
        assert form is not None, "what is handed in was filled in here"
        how = EnteredHow.SCREEN if key.voice is Voice.WORKER else EnteredHow.PAPER
        job = self.desk.tasks.run(evaluations.hand_in, key, answers, how)
        job.then(self._handed_in).otherwise(form.show_error)

    @Slot(object)
    def _handed_in(self, result: tuple[object, HandedIn]) -> None:
        if result[1].problems:
            if self.form is not None:
                self.form.show_problems(result[1].problems)
            return
        self._drop_extra()
        self.desk.toast(self.tr("Ingeleverd. Deze antwoorden staan nu vast."))

    @Slot(str)
    def _add_goal(self, typed: str) -> None:
        one = self._found[self._chosen]
        job = self.desk.tasks.run(goals.add_goal, one.patient_id, typed)
        job.then(self._goal_added).otherwise(self.goals.show_error)

    @Slot(object)
    def _goal_added(self, _result: object) -> None:
        self.goals.clear_words()

    @Slot(str, int)
    def _score_goal(self, goal_id: str, score: int) -> None:
        self.desk.tasks.run(goals.score_goal, goal_id, end=score)

    @Slot(str)
    def _clear_score(self, goal_id: str) -> None:
        self.desk.tasks.run(goals.clear_score, goal_id)

    @Slot(str)
    def _remove_goal(self, goal_id: str) -> None:
        self._removed = goal_id
        self.desk.tasks.run(goals.set_archived, goal_id, archived=True).then(self._goal_removed)

    @Slot(object)
    def _goal_removed(self, _changes: object) -> None:
        self.desk.toast(self.tr("Doel weggehaald."), partial(self._bring_back, self._removed))

    def _bring_back(self, goal_id: str) -> None:
        self.desk.tasks.run(goals.set_archived, goal_id, archived=False)
