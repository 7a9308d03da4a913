"""The list of dossiers with one field to find a jeugdige by name or day of birth."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.services import access
from gpconnect.services.dossier_views import DossierLine, DossierList
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, EmptyState, FormRow, Row, RowList, column
from gpconnect.ui.searching import SearchWatch

_PAUSE_MS = 120


class ListingPart(QWidget):
    """Search field and list; Enter in the field opens the only or first jeugdige found."""

    asked = Signal(str)
    """What to look for, after a short pause in typing."""
    chosen = Signal(str)
    new_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.search = QLineEdit()
        self.search.setObjectName("patientsSearch")
        self.search.setPlaceholderText(self.tr("Naam of geboortedatum"))
        self.rows = RowList(self.tr("Jeugdigen"))
        self.rows.setObjectName("patientsList")
        self.card = Card("", flush=True)
        self.card.add(self.rows)
        self.none = EmptyState(
            self.tr("Nog geen dossiers"),
            self.tr("Een dossier begint bij het eerste gesprek, of maak er zelf een."),
        )
        self.nobody = EmptyState(
            self.tr("Niemand gevonden"),
            self.tr("Typ een deel van de naam of een datum, bijvoorbeeld 13-2-2013."),
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._open_when_found = False
        self._watch = SearchWatch(self.search, when_left=False)
        self._watch.finished.connect(self._searched)
        self.chosen.connect(self._chose)
        self.search.textEdited.connect(self._typed)
        self.search.returnPressed.connect(self._enter)
        self.rows.activated.connect(self.chosen)
        self.rows.action_clicked.connect(self.chosen)
        layout = column(
            FormRow(self.tr("Zoek een jeugdige"), self.search), self.card, self.none, self.nobody, spacing=2
        )
        layout.addStretch(1)
        self.setLayout(layout)
        for widget in (self.card, self.none, self.nobody):
            widget.hide()

    def show_list(self, found: DossierList) -> None:
        """Show what was found for what stands in the field."""
        self.rows.set_rows([*(self._row(one) for one in found.lines), *(self._blocked(one) for one in found.blocked)])
        typed = bool(self.search.text().strip())
        self.card.setVisible(bool(found.lines or found.blocked))
        self.none.setVisible(not found.total and not found.blocked)
        self.nobody.setVisible(bool(found.total) and not found.lines)
        title = self.tr("Gevonden") if typed else self.tr("Laatst gezien")
        aside = self.tr("{n} van {total}").format(n=len(found.lines), total=text.integer(found.total))
        self.card.set_title(title, aside)
        if typed:
            self._watch.shown(len(found.lines))
        if self._open_when_found and found.lines:
            self.chosen.emit(found.lines[0].id)
        self._open_when_found = False

    def _chose(self) -> None:
        self._watch.opened()

    @Slot(int)
    def _searched(self, results: int) -> None:
        self._desk.tasks.run(access.searched, "dossiers", results)

    def _typed(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self.asked.emit(self.search.text())

    def _enter(self) -> None:
        self._pause.stop()
        self._open_when_found = bool(self.search.text().strip())
        self._ask()

    def _blocked(self, patient_id: str) -> Row:
        return Row(
            patient_id,
            self.tr("Geblokkeerd dossier"),
            detail=self.tr("Gevraagd om te wissen. Er is nog niets weg."),
            badge=self.tr("Geblokkeerd"),
            tone="attention",
            action=self.tr("Bekijken"),
            muted=True,
        )

    def _row(self, one: DossierLine) -> Row:
        twin = self.tr("tweeling") if one.twin else ""
        quoted = f"“{one.words}”" if one.words else ""
        states = {"open": self.tr("Loopt"), "ended": self.tr("Afgesloten")}
        seen = "" if one.restricted else self.tr("laatst {day}").format(day=text.full_date(one.last_on))
        return Row(
            one.id,
            one.name,
            after=text.join(text.age(one.age), text.birth_date(one.birth_date), twin),
            detail=text.join(quoted, one.case_lead, seen),
            badge=self.tr("Afgeschermd") if one.restricted else states.get(one.state, ""),
            tone="attention" if one.restricted else "accent" if one.state == "open" else "neutral",
            action=self.tr("Openen"),
        )
