"""Who did what in this file, in plain words."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services import admin
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, EmptyState, Row, RowList, column, label

MOST_ROWS = 100


class AccessSection(QWidget):
    """The access log of the last thirty days; opening it is on record too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._rows = RowList(self.tr("Wie keek er"))
        self._card = Card(self.tr("De laatste 30 dagen"), flush=True)
        self._card.add(self._rows)
        self._words = label("", "muted")
        self._empty = EmptyState(
            self.tr("Nog niets te zien"), self.tr("Zodra iemand een dossier opent of iets wijzigt, staat het hier.")
        )
        layout = column(self._words, self._card, self._empty)
        layout.addStretch(1)
        self.setLayout(layout)
        self._card.hide()

    def load(self) -> None:
        """Ask for the log."""
        self.desk.tasks.run(admin.recent_access).then(self._show).otherwise(self._refused)

    @Slot(object)
    def _show(self, lines: Sequence[admin.LogLine]) -> None:
        shown = lines[:MOST_ROWS]
        self._words.setText(
            self.tr("Ook dat je dit nu leest is genoteerd. Hier staat nooit wat iemand las of typte (NEN 7513).")
        )
        self._card.set_title(
            self.tr("De laatste 30 dagen"),
            self.tr("{shown} van {all} regels").format(shown=len(shown), all=len(lines)),
        )
        self._rows.set_rows([self._row(place, one) for place, one in enumerate(shown)])
        self._card.setVisible(bool(shown))
        self._empty.setVisible(not shown)

    def _row(self, place: int, one: admin.LogLine) -> Row:
        acts = {
            "create": self.tr("legde iets vast in een dossier"),
            "read": self.tr("keek in een dossier"),
            "change": self.tr("wijzigde iets in een dossier") if one.about_somebody else self.tr("wilde iets doen"),
            "erase": self.tr("wiste een dossier"),
            "search": self.tr("zocht en opende een dossier"),
            "print": self.tr("printte iets"),
            "export": self.tr("maakte een bestand"),
            "emergency": self.tr("keek met spoed"),
            "log_read": self.tr("las dit overzicht"),
        }
        return Row(
            f"log{place}",
            one.name or self.tr("Iemand die hier niet meer bekend is"),
            after=acts.get(one.event, one.event),
            time=text.moment(one.at),
            badge="" if one.outcome == "ok" else self.tr("Niet toegestaan"),
            tone="neutral" if one.outcome == "ok" else "attention",
        )

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._words.setText(messages.say(error))
        self._empty.hide()
