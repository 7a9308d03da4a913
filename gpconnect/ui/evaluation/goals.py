"""Goals in the family's own words, set and scored together (goal attainment scaling)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.care import Goal
from gpconnect.services.goals import HIGHEST, LOWEST
from gpconnect.ui import messages
from gpconnect.ui.evaluation import words
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, clear, column, label, line


class Goals(Card):
    """The goals of one episode."""

    added = Signal(str)
    scored = Signal(str, int)
    """Goal and score."""
    cleared = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__("")
        self._list = column(spacing=2)
        self.add(self._list)
        self.words = QLineEdit()
        self.words.setObjectName("goalWords")
        self.words.setPlaceholderText(self.tr("Bijvoorbeeld: weer met een rustige buik naar school"))
        self.words.returnPressed.connect(self._add)
        self._row = FormRow(self.tr("Nieuw doel, in de woorden van het gezin"), self.words)
        button = PushButton(self.tr("Doel toevoegen"), self._add)
        button.setObjectName("goalAdd")
        feet = line(spacing=0)
        feet.addWidget(button)
        feet.addStretch(1)
        self.add(self._row)
        self.add(feet)

    def show_goals(self, goals: Sequence[Goal]) -> None:
        """Show these; what is being typed stays."""
        clear(self._list)
        self.set_title(self.tr("Doelen"), self.tr("−3 slechter, 0 bereikt, +2 veel meer") if goals else "")
        for place, goal in enumerate(goals):
            self._list.addWidget(self._goal(place, goal))

    def show_error(self, error: BaseException) -> None:
        """Say beside the field what is wrong with it."""
        self._row.set_error(messages.say(error))
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_words(self) -> None:
        """It was kept: begin again."""
        self._row.set_error("")
        self.words.clear()

    def _goal(self, place: int, goal: Goal) -> QWidget:
        remove = PushButton(self.tr("Weghalen"), role="quiet", name=self.tr("Weghalen: {g}").format(g=goal.words))
        remove.setObjectName(f"goalRemove_{place}")
        remove.clicked.connect(partial(self._remove, goal.id))
        said = label(goal.words)
        head = line(said, spacing=2)
        head.setStretch(0, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        options = [(str(score), _option(score, goal)) for score in range(LOWEST, HIGHEST + 1)]
        chips = ChipGroup(self.tr("Hoe ver zijn jullie gekomen: {g}").format(g=goal.words), options, multi=False)
        chips.setObjectName(f"goalEnd_{place}")
        chips.choose([] if goal.score_end is None else [str(goal.score_end)])
        chips.changed.connect(partial(self._score, goal.id))
        layout = column(spacing=1)
        layout.addLayout(head)
        if goal.score_start is not None:
            start = words.say(words.SCORES[goal.score_start])
            said_start = self.tr("Bij de start {score}, {words}").format(
                score=words.score(goal.score_start), words=start
            )
            layout.addWidget(label(said_start, "small"))
        layout.addWidget(chips)
        holder = QWidget()
        holder.setLayout(layout)
        return holder

    @Slot()
    def _add(self) -> None:
        self.added.emit(self.words.text())

    def _score(self, goal_id: str, chosen: list[str]) -> None:
        if chosen:
            self.scored.emit(goal_id, int(chosen[0]))
        else:
            self.cleared.emit(goal_id)

    def _remove(self, goal_id: str, *_checked: bool) -> None:
        self.removed.emit(goal_id)


def _option(score: int, goal: Goal) -> str:
    own = goal.levels[score - LOWEST] if goal.levels else ""
    return f"{words.score(score)} {own or words.say(words.SCORES[score])}"
