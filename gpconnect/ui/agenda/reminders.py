"""Whom to phone before they come: a list on the screen, by the day on which to phone, and on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.services import reminders
from gpconnect.services.desk_prints import Paper
from gpconnect.services.reminders import Reminder
from gpconnect.ui import text
from gpconnect.ui.booking.paper import PaperView
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, EmptyState, PushButton, Row, RowList, Sheet, clear, column, label, line


class RemindersPanel(QWidget):
    """A week ahead at one site."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._site_id = ""
        self._cards = column(spacing=2)
        left = QWidget()
        stack = column()
        stack.addLayout(self._cards)
        stack.addStretch(1)
        left.setLayout(stack)
        self.print_button = PushButton(self.tr("Bellijst printen"), self._print, role="primary")
        self.print_button.setObjectName("remindersPrint")
        back = PushButton(self.tr("Naar de agenda"))
        back.setObjectName("remindersClose")
        back.clicked.connect(self.closed)
        self.paper = PaperView(desk, width=380, listed=True)
        side = Card(self.tr("Op papier"))
        side.add(
            label(self.tr("Met hokjes om af te vinken. Het printen staat bij elke jeugdige in Wie keek er."), "muted")
        )
        buttons = line(self.print_button, back)
        buttons.addStretch(1)
        side.add(buttons)
        side.add(self.paper)
        side.body.addStretch(1)
        self.setLayout(column(Sheet(left, side, side_width=420, turn_below=860)))

    def start(self, site_id: str) -> None:
        """Show who comes to this site."""
        self._site_id = site_id
        self.paper.hide()
        self._desk.tasks.run(reminders.list_reminders, site_id).then(self._show)

    def _show(self, found: Sequence[Reminder]) -> None:
        clear(self._cards)
        self.print_button.setEnabled(bool(found))
        if not found:
            words = self.tr("In de komende week staat er geen afspraak. Hier staat straks wie je vooraf belt.")
            empty = Card()
            empty.add(EmptyState(self.tr("Niemand om te bellen"), words))
            self._cards.addWidget(empty)
        today = text.local(self._desk.clock()).date()
        for day in sorted({one.call_by for one in found}):
            due = [one for one in found if one.call_by == day]
            when = text.relative(day, today) if (day - today).days <= 1 else text.day(day)
            title = self.tr("Bel uiterlijk {day}").format(day=when)
            rows = RowList(title)
            rows.set_rows([self._row(one) for one in due])
            card = Card(title, text.integer(len(due)), flush=True)
            card.add(rows)
            self._cards.addWidget(card)
        follow_reading(self)

    def _row(self, one: Reminder) -> Row:
        age = text.age(one.age) if one.age is not None else ""
        reach = text.join(one.phone, one.contact_name) or self.tr("nummer niet gedeeld: wie boekte weet het")
        safe = self.tr("Veilig bereiken: {how}").format(how=one.safe_contact) if one.safe_contact else ""
        interpreter = self.tr("tolk: {who}").format(who=one.interpreter) if one.interpreter else ""
        when = text.join(text.moment(one.starts_at), one.worker_name, interpreter)
        detail = "\n".join(filter(None, (when, safe)))
        return Row(one.appointment_id, one.name or self.tr("Jeugdige"), text.join(age, reach), detail)

    def _print(self) -> None:
        self._desk.tasks.run(reminders.print_reminders, self._site_id).then(self._show_paper)

    def _show_paper(self, paper: Paper) -> None:
        self.paper.show_paper(paper)
        follow_reading(self)
