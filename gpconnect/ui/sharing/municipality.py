"""*Wat ziet de gemeente?*: line by line, from the very rules that the program follows."""

from PySide6.QtWidgets import QWidget

from gpconnect.services.sharing import FactKindView, Municipality
from gpconnect.ui import text
from gpconnect.ui.parts import Card, Sheet, clear, column, label


class MunicipalitySection(QWidget):
    """What goes, with how much of it went from here; beside it what never goes."""

    def __init__(self) -> None:
        super().__init__()
        self._kinds = column(spacing=2)
        main = QWidget()
        main.setLayout(self._kinds)
        self._never = Card(self.tr("Dit gaat er nooit heen"))
        self._always = Card(self.tr("Bij elk gegeven"))
        side = QWidget()
        beside = column(self._never, self._always, spacing=2)
        beside.addStretch(1)
        side.setLayout(beside)
        layout = column(Sheet(main=main, side=side, side_width=400))
        self.setLayout(layout)

    def show_view(self, view: Municipality) -> None:
        """Fill the three lists."""
        clear(self._kinds)
        self._kinds.addWidget(label(self._intro(view), "muted"))
        for kind in view.kinds:
            self._kinds.addWidget(self._card(kind, counts=view.counts))
        self._kinds.addStretch(1)
        for card, sentences in ((self._never, view.never), (self._always, view.always)):
            clear(card.body)
            for sentence in sentences:
                card.add(label(sentence))

    def _intro(self, view: Municipality) -> str:
        if view.counts:
            return self.tr(
                "Eén keer per dag gaan van dit apparaat losse feiten zonder naam naar de gemeente: wat hieronder "
                "staat, en verder niets. Niemand krijgt zo'n feit te zien. Alles wat wordt getoond is een optelling "
                "van het hele team, waarin kleine aantallen zijn verborgen."
            )
        return self.tr(
            "Van dit apparaat gaat niets over jeugdigen naar de gemeente. De jeugdwerkers leveren losse feiten zonder "
            "naam. Niemand krijgt zo'n feit te zien: alles wat wordt getoond is een optelling, waarin kleine aantallen "
            "zijn verborgen."
        )

    def _card(self, kind: FactKindView, *, counts: bool) -> Card:
        card = Card(kind.title, self._total(kind) if counts else "")
        card.add(label("\n".join(f"•  {sentence}" for sentence in kind.sentences)))
        if kind.months:
            months = [f"{text.full_date(month).partition(' ')[2]}: {text.integer(n)}" for month, n in kind.months]
            card.add(label(self.tr("Verstuurd per maand: {months}").format(months=" · ".join(months)), "small"))
        return card

    def _total(self, kind: FactKindView) -> str:
        total = sum(n for _, n in kind.months)
        return text.count(total, self.tr("gegeven"), self.tr("gegevens")) if total else self.tr("nog niets")
