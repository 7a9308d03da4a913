"""The GP's form: four clicks, and it saves itself."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.services.gp_evaluations import GpForm, GpOverview
from gpconnect.ui import text
from gpconnect.ui.forms.fields import StepField
from gpconnect.ui.parts import Card, EmptyState, FormRow, clear, column, label


class GpCard(Card):
    """One stretch of help with its four questions."""

    answered = Signal(str, dict)

    def __init__(self, one: GpForm, overview: GpOverview, place: int) -> None:
        super().__init__("")
        who = one.name or self.tr("Jeugdige van uw praktijk")
        title = f"{who}, {one.age}" if one.age is not None else who
        self.set_title(title, self.tr("afgesloten {day}").format(day=text.day(one.closed_on)))
        self.episode_id = one.episode_id
        self._items = [item for item in overview.form.items if not item.show_when]
        self.fields: dict[str, StepField] = {}
        for item in self._items:
            field = StepField(item)
            field.setObjectName(f"gp{place}_{item.id}")
            field.answered.connect(self._answered)
            self.fields[item.id] = field
            self.add(FormRow(item.label, field))

    def values(self) -> dict[str, Any]:
        """The answers so far."""
        given = {key: field.value() for key, field in self.fields.items()}
        return {key: value for key, value in given.items() if value is not None}

    def _answered(self) -> None:
        given = self.values()
        if len(given) == len(self._items):
            self.setEnabled(False)
            self.answered.emit(self.episode_id, given)


class GpView(QWidget):
    """Everything this practice is asked about; what was answered is counted, never shown per GP."""

    answered = Signal(str, dict)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[GpCard] = []
        self._body = column(spacing=2)
        self.setLayout(self._body)

    def show_overview(self, view: GpOverview) -> None:
        """Show what is open; a card that is being filled in keeps its answers."""
        kept = {card.episode_id: card.values() for card in self.cards}
        clear(self._body)
        self.cards = []
        waiting = [one for one in view.forms if not one.answered]
        if view.form.intro and waiting:
            self._body.addWidget(label(view.form.intro, "muted"))
        for place, one in enumerate(waiting):
            card = GpCard(one, view, place)
            for key, value in kept.get(one.episode_id, {}).items():
                card.fields[key].set_value(value)
            card.answered.connect(self.answered)
            self.cards.append(card)
            self._body.addWidget(card)
        if not waiting:
            self._body.addWidget(
                EmptyState(
                    self.tr("Niets te beoordelen"),
                    self.tr(
                        "Als de jeugdwerker een traject afsluit en u dat terugkoppelt, staan hier vier korte vragen."
                    ),
                )
            )
        done = len(view.forms) - len(waiting)
        if done:
            answered = text.count(done, self.tr("traject beoordeeld"), self.tr("trajecten beoordeeld"))
            self._body.addWidget(label(answered, "small"))
        self._body.addStretch(1)
