"""A birthday from which others decide: who does now, and what came of looking at it."""

from typing import Any

from PySide6.QtCore import Signal

from gpconnect.services.dossier_views import DossierView
from gpconnect.ui import text
from gpconnect.ui.parts import Card, label
from gpconnect.ui.patients.fields import Field, FieldsForm


class ReviewCard(Card):
    """Only there while a birthday is still to be looked at."""

    recorded = Signal(int, str)
    """The age, and what was agreed."""

    def __init__(self) -> None:
        super().__init__("")
        self._says = label("")
        self.form = FieldsForm(
            "review",
            (Field("words", self.tr("Wat is er besproken?"), help_text=self.tr("Eén zin; komt op de tijdlijn.")),),
            self.tr("Nagekeken"),
            primary=False,
        )
        self.form.cancel.hide()
        self.form.submitted.connect(self._record)
        self.add(self._says)
        self.add(self.form)
        self._turned: tuple[str, int] = ("", 0)
        self.hide()

    def show_view(self, view: DossierView) -> None:
        """Show the birthday that is still to be looked at; what was typed about it stays."""
        self.setVisible(view.turned is not None)
        if view.turned is None:
            self._turned = ("", 0)
            return
        age, day = view.turned
        self.set_title(self.tr("Werd {age} op {day}").format(age=age, day=text.full_date(day)))
        self._says.setText(self._who_decides(age, view.patient.given_name))
        if self._turned != (view.patient.id, age):
            self._turned = (view.patient.id, age)
            self.form.clear()

    def set_reading(self, *, reading: bool) -> None:
        """Whether the dossier may only be read."""
        self.form.setVisible(not reading)

    def _who_decides(self, age: int, name: str) -> str:
        rules = {
            12: self.tr(
                "{name} en wie het gezag heeft beslissen nu samen over hulp; over delen beslist {name} zelf. "
                "Kijk de toestemming na met {name}."
            ),
            16: self.tr("{name} beslist nu zelf over hulp en over delen. Kijk de toestemming na met {name}."),
            18: self.tr(
                "{name} is meerderjarig: het gezag van de ouders is voorbij. Wat zij eerder goedvonden telt niet meer. "
                "Kijk de toestemming na met {name}."
            ),
        }
        return rules[age].format(name=name)

    def _record(self, typed: dict[str, Any]) -> None:
        self.recorded.emit(self._turned[1], str(typed["words"]))
