"""*Wat ziet de gemeente?*: line by line, from the very rules that the program follows."""

from PySide6.QtWidgets import QWidget

from gpconnect.services.sharing import FactKindView, Municipality
from gpconnect.services.told import ToldFact
from gpconnect.ui import text
from gpconnect.ui.parts import Card, PushButton, Row, RowList, Sheet, clear, column, label, line
from gpconnect.ui.patients.fields import tab_through
from gpconnect.ui.sharing import words

MOST = 50


class KindCard(Card):
    """One kind of fact: what it says, how much of it left, and on asking each that did."""

    def __init__(self, kind: FactKindView, told: tuple[ToldFact, ...], *, counts: bool) -> None:
        super().__init__("")
        self.set_title(kind.title, self._total(kind) if counts else "")
        self.told = told
        self.facts: RowList | None = None
        self.add(label("\n".join(f"•  {sentence}" for sentence in kind.sentences)))
        if kind.months:
            months = [f"{text.full_date(month).partition(' ')[2]}: {text.integer(n)}" for month, n in kind.months]
            self.add(label(self.tr("Per maand: {months}").format(months=" · ".join(months)), "small"))
        name = self.tr("Bekijk de regels: {kind}").format(kind=kind.title)
        self.open = PushButton(self.tr("Regels bekijken"), self._open, name=name)
        self.open.setObjectName(f"sharingTold_{kind.kind}")
        buttons = line(self.open)
        buttons.addStretch(1)
        self.add(buttons)
        self.open.setVisible(bool(told))

    def _total(self, kind: FactKindView) -> str:
        total = sum(n for _, n in kind.months)
        return text.count(total, self.tr("gegeven"), self.tr("gegevens")) if total else self.tr("nog niets")

    def _open(self) -> None:
        self.open.hide()
        self.facts = RowList(self.tr("Wat van dit apparaat naar de gemeente ging"))
        self.facts.set_rows([self._as_row(one) for one in self.told[:MOST]])
        self.add(self.facts)
        if len(self.told) > MOST:
            more = text.count(len(self.told) - MOST, self.tr("eerdere regel"), self.tr("eerdere regels"))
            self.add(label(self.tr("En nog {more}.").format(more=more), "muted"))
        tab_through(self.open, self.facts)

    def _as_row(self, one: ToldFact) -> Row:
        said = "\n".join(
            f"{each.sentence.rstrip('.')}: {words.fact_value(each.name, each.value)}" for each in one.values
        )
        number = self.tr("Willekeurig nummer {start}…").format(start=one.number[:8])
        state = self.tr("ingetrokken, leeg") if one.withdrawn else ""
        times = self.tr("{n} keer bijgewerkt").format(n=one.revision - 1) if one.revision > 1 else ""
        waits = "" if one.arrived else self.tr("staat klaar, nog niet weg")
        title = text.join(text.full_date(one.month).partition(" ")[2], state, times, waits)
        return Row(one.number, title, detail="\n".join(filter(None, (number, said))))


class MunicipalitySection(QWidget):
    """What goes, with how much of it went from here; beside it what never goes."""

    def __init__(self) -> None:
        super().__init__()
        self._kinds = column(spacing=2)
        self._told: dict[str, list[ToldFact]] = {}
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
            self._kinds.addWidget(KindCard(kind, tuple(self._told.get(kind.kind, ())), counts=view.counts))
        self._kinds.addStretch(1)
        for card, sentences in ((self._never, view.never), (self._always, view.always)):
            clear(card.body)
            for sentence in sentences:
                card.add(label(sentence))

    def show_told(self, told: tuple[ToldFact, ...]) -> None:
        """Keep the facts that left, for the lists behind the buttons; call before `show_view`."""
        self._told = {}
        for one in told:
            self._told.setdefault(one.kind, []).append(one)

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
