"""Days on which the pilot is shut: what is coming, one more by hand, or a whole calendar after it was seen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.services import calendar_files, closures
from gpconnect.services.closures import ClosureRequest, ClosuresView, Shut
from gpconnect.ui import messages, text
from gpconnect.ui.admin.closures_import import ImportCard, span
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, DayField, FormRow, PushButton, Row, RowList, Sheet, column, label, line


class ClosuresSection(QWidget):
    """What is closed, and a calendar to take over, on the left; closing by hand on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._back: Shut | None = None
        self._rows = RowList(self.tr("Gesloten dagen"))
        self._rows.setObjectName("closures")
        self._rows.action_clicked.connect(self._open_again)
        self._none = label(self.tr("Er komen geen gesloten dagen. Feestdagen kent het programma al."), "muted")
        self._listed = Card(self.tr("Gesloten dagen"), flush=True)
        self._listed.add(self._rows)
        box = QWidget()
        box.setLayout(column(self._none, margin=2))
        self._below = box
        self._listed.add(box)
        self.importing = ImportCard(desk)
        self.importing.chosen.connect(self._ask_file)
        self.importing.taken.connect(self._taken)
        self.importing.looked.connect(self._in_order)
        left, right = QWidget(), QWidget()
        for side, cards in ((left, (self._listed, self.importing)), (right, (self._new_card(),))):
            stack = column(*cards, spacing=2)
            stack.addStretch(1)
            side.setLayout(stack)
        layout = column(Sheet(main=left, side=right, side_width=460))
        layout.addStretch(1)
        self.setLayout(layout)

    def load(self) -> None:
        """Ask what is closed."""
        self.desk.tasks.run(closures.overview).then(self._show)

    def _new_card(self) -> Card:
        today = text.local(self.desk.clock()).date()
        self.first, self.last = DayField("closureFirst", today), DayField("closureLast", today)
        self.first.dateChanged.connect(self._first_changed)
        self.reason, self.where = QLineEdit(), QComboBox()
        self.reason.setObjectName("closureReason")
        self.where.setObjectName("closureSite")
        self._why = FormRow(self.tr("Waarom"), self.reason, self.tr("Bijvoorbeeld Kerstvakantie. Iedereen leest dit."))
        self._close = PushButton(self.tr("Sluit deze dagen"), self._enter)
        self._close.setObjectName("closureEnter")
        card = Card(self.tr("Dagen sluiten"))
        card.add(FormRow(self.tr("Eerste dag"), self.first))
        card.add(FormRow(self.tr("Laatste dag"), self.last))
        card.add(self._why)
        card.add(FormRow(self.tr("Waar"), self.where))
        note = self.tr("Wie er dan een afspraak heeft, wordt een taak aan de balie: verzetten.")
        buttons = line(self._close)
        buttons.addStretch(1)
        card.add(label(note, "small"))
        card.add(buttons)
        return card

    @Slot(object)
    def _show(self, view: ClosuresView) -> None:
        self._rows.set_rows(
            [
                Row(
                    one.id,
                    span(one.first_day, one.last_day),
                    detail=text.join(one.reason, one.site_name or self.tr("hele pilot")),
                    action=self.tr("Toch open"),
                    action_role="quiet",
                    bold=False,
                )
                for one in view.closures
            ]
        )
        self._below.setVisible(not view.closures)
        self._listed.set_title(self.tr("Gesloten dagen"), text.integer(len(view.closures)) if view.closures else "")
        for box in (self.where, self.importing.where):
            _fill(box, view.sites, self.tr("Hele pilot"))
        self._in_order()

    def _in_order(self) -> None:
        """Rows that came later stand where they are read."""
        follow_reading(self)

    def _first_changed(self, day: QDate) -> None:
        """The last day is never before the first."""
        if self.last.date() < day:
            self.last.setDate(day)

    def _enter(self) -> None:
        request = ClosureRequest(
            self.first.day(), self.last.day(), self.reason.text(), str(self.where.currentData() or "")
        )
        job = self.desk.tasks.run(closures.enter, request, dry_run=False)
        job.then(self._entered).otherwise(self._refused)

    @Slot(object)
    def _entered(self, outcome: tuple[Changes, Shut]) -> None:
        self._why.set_error("")
        self.reason.clear()
        self._back = outcome[1]
        self.desk.toast(self.tr("De dagen zijn gesloten."), self._undo)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._why.set_error(messages.say(error))

    @Slot(str)
    def _open_again(self, closure_id: str) -> None:
        self.desk.tasks.run(closures.archive, closure_id).then(self._opened)

    @Slot(object)
    def _opened(self, outcome: tuple[Changes, Shut]) -> None:
        self._back = outcome[1]
        self.desk.toast(self.tr("Deze dagen zijn weer open."), self._undo)

    @Slot(object)
    def _taken(self, shut: Shut) -> None:
        self._back = shut
        count = text.count(len(shut.before), self.tr("sluiting"), self.tr("sluitingen"))
        self.desk.toast(self.tr("{count} overgenomen.").format(count=count), self._undo)

    def _undo(self) -> None:
        if self._back is not None:
            self.desk.tasks.run(closures.put_back, self._back.before)
            self._back = None

    def _ask_file(self) -> None:
        kinds = self.tr("Agendabestand (*.ics *.ical *.ifb);;Alle bestanden (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Welke agenda?"), "", kinds)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a calendar beside the file's thread, and show what it would close."""
        today = text.local(self.desk.clock()).date()
        self.importing.begin()
        job = self.desk.tasks.aside(calendar_files.read_closures, path, today)
        job.then(self.importing.look).otherwise(self.importing.refuse)


def _fill(box: QComboBox, sites: Sequence[tuple[str, str]], everywhere: str) -> None:
    """The whole pilot and each site; what was chosen stays chosen."""
    wanted = [("", everywhere), *sites]
    if [(box.itemData(place), box.itemText(place)) for place in range(box.count())] == wanted:
        return
    chosen = box.currentData()
    box.clear()
    for key, name in wanted:
        box.addItem(name, key)
    box.setCurrentIndex(max(box.findData(chosen), 0))
