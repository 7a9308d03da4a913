"""Choosing who is handed over and to whom: two short lists, one click each."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.services.dossier_views import DossierLine, DossierList
from gpconnect.services.handover_starts import ReceiverView
from gpconnect.ui import text
from gpconnect.ui.marked import translate
from gpconnect.ui.parts import Card, EmptyState, FormRow, Row, RowList, column

_PAUSE_MS = 120
_MOST = 30


class ChildPicker(Card):
    """Search a dossier by name or date of birth."""

    asked = Signal(str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("")
        self.set_title(self.tr("Wie draag je over?"))
        self.search = QLineEdit()
        self.search.setObjectName("handoverChildSearch")
        self.search.textEdited.connect(self._typed)
        self.search.returnPressed.connect(self._first)
        self.rows = RowList(self.tr("Jeugdigen"))
        self.rows.setObjectName("handoverChildren")
        self.rows.activated.connect(self.chosen)
        self.rows.action_clicked.connect(self.chosen)
        self.none = EmptyState(
            self.tr("Niemand gevonden"), self.tr("Zoek op naam of geboortedatum. Een dossier open je bij Jeugdigen.")
        )
        self.none.hide()
        self.add(FormRow(self.tr("Naam of geboortedatum"), self.search)).add(self.rows).add(self.none)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    @Slot(object)
    def show_list(self, found: DossierList) -> None:
        """Show what was found."""
        self.rows.set_rows([_child(line, self.tr("Kies")) for line in found.lines[:_MOST]])
        self.rows.setVisible(bool(found.lines))
        self.none.setVisible(not found.lines)

    def _typed(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self.asked.emit(self.search.text())

    def _first(self) -> None:
        first = next(iter(self.rows.rows()), None)
        if first is not None and not self._pause.isActive():
            self.chosen.emit(first.row.key)


class ReceiverPicker(Card):
    """The sociale kaart, who fits this age first and the shortest wait on top."""

    chosen = Signal(str)
    directory_asked = Signal()

    def __init__(self, receivers: tuple[ReceiverView, ...]) -> None:
        super().__init__("", flush=True)
        self.set_title(self.tr("Aan wie?"), self.tr("kortste wachttijd eerst"))
        self.rows = RowList(self.tr("Ontvangers"))
        self.rows.setObjectName("handoverReceivers")
        self.rows.activated.connect(self.chosen)
        self.rows.action_clicked.connect(self.chosen)
        self.rows.set_rows([receiver_row(one, self.tr("Kies")) for one in receivers[:_MOST]])
        self.rows.setVisible(bool(receivers))
        self.add(self.rows)
        if not receivers:
            self.add(
                EmptyState(
                    self.tr("De sociale kaart is nog leeg"),
                    self.tr("Voeg eerst toe wie verder kan helpen."),
                    self.tr("Naar de sociale kaart"),
                    self.directory_asked.emit,
                )
            )


def receiver_row(one: ReceiverView, action: str = "") -> Row:
    """A receiver with what decides the choice: wait, way in, age."""
    provider = one.provider
    wait = waiting(provider.waiting_weeks)
    if one.stale and provider.waiting_weeks is not None:
        wait = text.join(wait, translate("handovers", "oud cijfer"))
    ages = translate("handovers", "{low} tot en met {high} jaar").format(low=provider.age_from, high=provider.age_to)
    return Row(
        provider.id,
        provider.name,
        "",
        text.join(one.destination, ages, translate("handovers", "open house") if provider.open_house else ""),
        badge=wait if one.fits else translate("handovers", "andere leeftijd"),
        tone="neutral" if one.fits else "attention",
        action=action,
    )


def waiting(weeks: int | None) -> str:
    """``5 weken wachten``."""
    if weeks is None:
        return translate("handovers", "wachttijd onbekend")
    if not weeks:
        return translate("handovers", "geen wachttijd")
    return translate("handovers", "{weeks} wachten").format(
        weeks=text.count(weeks, translate("handovers", "week"), translate("handovers", "weken"))
    )


def _child(line: DossierLine, action: str) -> Row:
    return Row(line.id, line.name, text.age(line.age), line.words, action=action)


class Beside(QWidget):
    """A column for the side of the page."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        layout = column(*parts, spacing=2)
        layout.addStretch(1)
        self.setLayout(layout)
