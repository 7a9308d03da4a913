"""What makes somebody look twice: a new jeugdige who resembles a known one, or one with an appointment already."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.names import Likeness
from gpconnect.domain.schedule import Appointment, AppointmentStatus
from gpconnect.services.booking import Doubt
from gpconnect.services.cards import PersonHit
from gpconnect.ui import text
from gpconnect.ui.parts import Banner, PushButton, Row, RowList, clear, column


class DoubtPanel(QWidget):
    """Known children to choose from or an appointment there is, and the way to book all the same."""

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
        self._resembles = Banner(words, tone="attention", closable=False)
        self._planned = column()
        self._planned_box = QWidget()
        self._planned_box.setLayout(self._planned)
        self.setLayout(column(self._resembles, self._planned_box, self._rows, self.different_button, spacing=1))
        self.hide()

    def show_doubt(self, doubt: Doubt) -> None:
        if doubt.planned is not None:
            self._show_planned(doubt.planned, doubt.planned_at)
            return
        self._set_parts(resembles=True)
        self.different_button.setText(self.tr("Nee, dit is iemand anders"))
        self._people = {one.id: one for one in doubt.people}
        self._rows.set_rows([self._row(one) for one in doubt.people])
        self.show()
        self._rows.focus_row(doubt.people[0].id)

    def _show_planned(self, planned: Appointment, at: datetime | None) -> None:
        when = text.moment(at) if at is not None else ""
        words = self.tr("Deze jeugdige heeft al een afspraak: {when}. Er is nog niets geboekt.")
        if planned.status is AppointmentStatus.FULFILLED:
            words = self.tr("Deze jeugdige was hier vandaag al: {when}. Er is nog niets geboekt.")
        clear(self._planned)
        self._planned.addWidget(Banner(words.format(when=when), tone="attention", closable=False))
        self._set_parts(resembles=False)
        self.different_button.setText(self.tr("Toch boeken"))
        self.show()
        self.different_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_parts(self, *, resembles: bool) -> None:
        self._resembles.setVisible(resembles)
        self._rows.setVisible(resembles)
        self._planned_box.setVisible(not resembles)

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
