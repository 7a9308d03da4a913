"""Who looked in this dossier, in words that the family can read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gpconnect.services.dossier_views import Look
from gpconnect.ui import text
from gpconnect.ui.parts import Card, PushButton, Row, RowList, column, label
from gpconnect.ui.patients import words

MOST = 150


class LookingPart(QWidget):
    """The list, with what it does and does not say."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowList(self.tr("Wie keek er in dit dossier"))
        self.rows.setObjectName("lookedList")
        self.card = Card("", flush=True)
        self.card.add(self.rows)
        self.back = PushButton(self.tr("Terug naar het dossier"))
        self.back.setObjectName("lookedBack")
        about = label(
            self.tr(
                "Dit staat op dit apparaat: wie keek of iets deed, wanneer en waarom. Nooit wat er stond. "
                "De jeugdige en de ouders mogen deze lijst zien."
            ),
            "muted",
        )
        layout = column(spacing=2)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(about)
        layout.addWidget(self.card)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_looks(self, looks: Sequence[Look]) -> None:
        """Show them, newest first."""
        self.rows.set_rows([self._row(place, one) for place, one in enumerate(looks[:MOST])])
        times = text.count(len(looks), self.tr("keer"), self.tr("keer"))
        self.card.set_title(self.tr("Wie keek er"), times)

    def _row(self, place: int, one: Look) -> Row:
        what = words.LOOK_PURPOSES if one.purpose in words.LOOK_PURPOSES else words.LOOKS
        did = words.say(what, one.purpose if what is words.LOOK_PURPOSES else one.event)
        name = one.name or self.tr("Een collega die hier niet meer staat")
        when = text.join(text.full_date(text.local(one.at).date()), text.clock(one.at))
        return Row(str(place), name, after=words.say(words.ROLES, one.role), detail=did, time=when, bold=False)
