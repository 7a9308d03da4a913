"""A new jeugdige who resembles a known one: is it the same child?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.names import Likeness
from gpconnect.services.booking import Doubt
from gpconnect.services.cards import PersonHit
from gpconnect.ui import text
from gpconnect.ui.parts import Banner, PushButton, Row, RowList, column


class DoubtPanel(QWidget):
    """Known children to choose from, or a confirmation that this is another one."""

    same = Signal(object)
    different = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: dict[str, PersonHit] = {}
        self._rows = RowList(self.tr("Lijkt op"))
        self._rows.setObjectName("bookDuplicates")
        self._rows.action_clicked.connect(self._chosen)
        self._rows.activated.connect(self._chosen)
        self.different_button = PushButton(self.tr("Nee, dit is iemand anders"))
        self.different_button.clicked.connect(self.different)
        self.different_button.setObjectName("bookDifferent")
        words = self.tr("Deze jeugdige lijkt op iemand die al bekend is. Er is nog niets geboekt.")
        banner = Banner(words, tone="attention", closable=False)
        self.setLayout(column(banner, self._rows, self.different_button, spacing=1))
        self.hide()

    def show_doubt(self, doubt: Doubt) -> None:
        self._people = {one.id: one for one in doubt.people}
        self._rows.set_rows([self._row(one) for one in doubt.people])
        self.show()
        self._rows.focus_row(doubt.people[0].id)

    def _row(self, hit: PersonHit) -> Row:
        words = {
            Likeness.SAME: self.tr("zelfde naam en geboortedatum"),
            Likeness.TYPING_ERROR: self.tr("misschien een tikfout"),
            Likeness.TWIN: self.tr("misschien een tweeling"),
            Likeness.NAMESAKE: self.tr("zelfde naam, andere geboortedatum"),
        }
        why = words[hit.likeness] if hit.likeness else ""
        detail = text.join(text.birth_date(hit.birth_date), why)
        return Row(hit.id, hit.name, text.age(hit.age), detail, action=self.tr("Deze is het"))

    def _chosen(self, key: str) -> None:
        self.hide()
        self.same.emit(self._people[key])
