"""Four clicks by the GP about one closed stretch of help; the fourth keeps them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.forms import Form, Item
from gpconnect.services.gp_evaluations import GpForm
from gpconnect.ui import text
from gpconnect.ui.parts import Card, ChipGroup, column, label


class FourClicks(Card):
    """One stretch of help, four steps of 1 to 5."""

    complete = Signal(str, object)
    """The episode and the answers, once every question has one."""

    def __init__(self, form: Form) -> None:
        super().__init__("")
        self.form = form
        self.asked: GpForm | None = None
        self._chips: dict[str, ChipGroup] = {}
        self.add(label(form.intro, "muted"))
        for item in form.items:
            self.add(self._question(item))
        self._state = label("", "good")
        self._state.hide()
        self.add(self._state)

    def show_form(self, asked: GpForm) -> None:
        """Ask about this one; what was clicked about the same one stays."""
        if self.asked is not None and self.asked.episode_id == asked.episode_id and not asked.answered:
            return
        self.asked = asked
        name = asked.name or self.tr("Jeugdige")
        who = name if asked.age is None else f"{name}, {text.age(asked.age)}"
        self.set_title(who, self.tr("afgesloten {day}").format(day=text.day(asked.closed_on)))
        for key, chips in self._chips.items():
            chips.choose([str(asked.answers[key])] if key in asked.answers else [])
            chips.setEnabled(not asked.answered)
        self._state.setText(self.tr("Bewaard. Dit antwoord staat vast."))
        self._state.setVisible(asked.answered)

    def reopen(self) -> None:
        """It could not be kept: the clicks stay and may be given again."""
        self._enable(enabled=True)

    def _question(self, item: Item) -> QWidget:
        options = [(str(step), str(step)) for step in range(item.minimum or 1, (item.maximum or 5) + 1)]
        chips = ChipGroup(item.label, options, multi=False)
        chips.setObjectName(f"gp_{item.id}")
        chips.changed.connect(partial(self._clicked, item.id))
        self._chips[item.id] = chips
        ends = self.tr("1 {low}, {n} {high}").format(low=item.low_label, n=item.maximum, high=item.high_label)
        holder = QWidget()
        holder.setLayout(column(label(item.label), chips, label(ends, "small"), spacing=0.75))
        return holder

    def _clicked(self, _item: str, _chosen: list[str]) -> None:
        given = {key: int(chips.chosen()[0]) for key, chips in self._chips.items() if chips.chosen()}
        if self.asked is not None and len(given) == len(self._chips):
            self._enable(enabled=False)
            self.complete.emit(self.asked.episode_id, given)

    def _enable(self, *, enabled: bool) -> None:
        for chips in self._chips.values():
            chips.setEnabled(enabled)
