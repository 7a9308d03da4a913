"""One stretch of help: four voices side by side per moment, and the goals."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.care import Goal
from gpconnect.domain.evaluation import Voice
from gpconnect.services.evaluations import AskedForm, EpisodeForms
from gpconnect.ui.evaluation import words
from gpconnect.ui.parts import Card, ChipGroup, FlowLayout, FormRow, PushButton, StatusBadge, column, label, line


class VoiceCell(QWidget):
    """One voice at one moment: who, how it stands, and how it can be filled in."""

    chosen = Signal(object, str)
    """The form's key, and ``kiosk``, ``paper`` or ``screen``."""

    def __init__(self, form: AskedForm, today: date) -> None:
        super().__init__()
        self._form = form
        who = words.voice(str(form.key.voice))
        layout = column(label(who, "label"), StatusBadge(*words.state(form, today)), spacing=0.75)
        buttons = FlowLayout()
        for how, shown in self._ways():
            button = PushButton(shown, self._clicked, name=f"{shown}: {who}")
            button.setObjectName(f"{how}_{form.key.moment}_{form.key.voice}")
            button.setProperty("how", how)
            buttons.addWidget(button)
        if buttons.count():
            layout.addLayout(buttons)
        if form.handed_in_at is None and form.key.voice in {Voice.CHILD, Voice.PARENT}:
            layout.addWidget(label(self.tr("Code op papier: {code}").format(code=form.key.code), "small"))
        layout.addStretch(1)
        self.setLayout(layout)

    def _ways(self) -> list[tuple[str, str]]:
        form = self._form
        if form.handed_in_at is not None or form.key.voice is Voice.GP:
            return []
        if form.key.voice is Voice.WORKER:
            return [("screen", self.tr("Invullen"))]
        return [("kiosk", self.tr("Invullen op dit scherm")), ("paper", self.tr("Overtypen"))]

    def _clicked(self) -> None:
        self.chosen.emit(self._form.key, str(self.sender().property("how")))


class GoalRow(QWidget):
    """A goal with its score; one click scores it, the same click again takes it back."""

    scored = Signal(str, object)

    def __init__(self, goal: Goal, place: int) -> None:
        super().__init__()
        self._goal = goal
        options = [(str(score), self._words(score, shown)) for score, shown in words.SCORES]
        self.score = ChipGroup(goal.words, options, multi=False)
        self.score.setObjectName(f"goalScore{place}")
        self.score.choose([str(goal.score_end)] if goal.score_end is not None else [])
        self.score.changed.connect(self._changed)
        self.setLayout(column(FormRow(f"“{goal.words}”", self.score)))

    def _words(self, score: int, shown: str) -> str:
        levels = self._goal.levels
        return f"{score:+d} {levels[score + 3]}" if len(levels) == len(words.SCORES) else words.tr(shown)

    def _changed(self, chosen: list[str]) -> None:
        self.scored.emit(self._goal.id, int(chosen[0]) if chosen else None)


class EpisodeCard(Card):
    """One episode."""

    chosen = Signal(object, str)
    scored = Signal(str, object)
    goal_added = Signal(str, str)

    def __init__(self, one: EpisodeForms, today: date, place: int) -> None:
        super().__init__("")
        self.patient_id = one.patient_id
        self.set_title(f"{one.name}, {one.age}", words.tr("{n} open").format(n=len(one.open)) if one.open else "")
        for moment, forms in one.moments:
            self.add(label(words.moment(str(moment)), "h2"))
            cells: list[Any] = [VoiceCell(form, today) for form in forms]
            row = line(*cells, spacing=2)
            for number, cell in enumerate(cells):
                cell.chosen.connect(self.chosen)
                row.setStretch(number, 1)
            self.add(row)
        self.goals = [GoalRow(goal, number) for number, goal in enumerate(one.goals)]
        if self.goals:
            self.add(label(self.tr("Doelen"), "h2"))
        for goal in self.goals:
            goal.scored.connect(self.scored)
            self.add(goal)
        self.goal = QLineEdit()
        self.goal.setObjectName(f"goalWords{place}")
        self.goal.returnPressed.connect(self._add_goal)
        self.add(
            FormRow(self.tr("Nieuw doel, in de woorden van het gezin"), self.goal, self.tr("Enter voegt het doel toe."))
        )

    def _add_goal(self) -> None:
        if self.goal.text().strip():
            self.goal_added.emit(self.patient_id, self.goal.text())
