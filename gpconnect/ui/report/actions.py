"""The actions of the theme meetings: who, when, and what became of it."""

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QDateEdit, QLineEdit

from gpconnect.domain.facts import ImprovementAction
from gpconnect.services import meaning
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FormRow, PushButton, Row, RowList, label, line

USUAL_DAYS = 60


class ActionsCard(Card):
    """A list with a short form under it; choosing a row fills the form with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Wat gaan we doen?"))
        self.desk = desk
        self._known: dict[str, ImprovementAction] = {}
        self._editing = ""
        self.rows = RowList(self.tr("Acties"), turn_below=900)
        self.rows.setObjectName("reportActions")
        self.rows.action_clicked.connect(self._finish)
        self.rows.activated.connect(self._edit)
        self._empty = label(self.tr("Nog geen acties. Schrijf hieronder op wat de bijeenkomst afsprak."), "muted")
        self.what, self.owner, self.result = QLineEdit(), QLineEdit(), QLineEdit()
        self.due = QDateEdit()
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat("d MMMM yyyy")
        for widget, name in (
            (self.what, "reportActionText"),
            (self.owner, "reportActionOwner"),
            (self.due, "reportActionDue"),
            (self.result, "reportActionResult"),
        ):
            widget.setObjectName(name)
        self._row = FormRow(self.tr("Actie"), self.what)
        self._result_row = FormRow(self.tr("Wat is ervan geworden"), self.result)
        self.save = PushButton("", self._save)
        self.save.setObjectName("reportActionAdd")
        self.remove = PushButton(self.tr("Weghalen"), self._remove, role="quiet")
        self.remove.setObjectName("reportActionRemove")
        self.new = PushButton(self.tr("Andere actie"), self._start, role="quiet")
        buttons = line(self.save, self.new, self.remove)
        buttons.addStretch(1)
        self.add(self._empty)
        self.add(self.rows)
        self.add(self._row)
        self.add(FormRow(self.tr("Wie zorgt ervoor"), self.owner))
        self.add(FormRow(self.tr("Klaar op"), self.due))
        self.add(self._result_row)
        self.add(buttons)
        self._start()

    def show_actions(self, actions: tuple[ImprovementAction, ...]) -> None:
        """Fill the list."""
        self._known = {one.id: one for one in actions}
        self.rows.set_rows([self._as_row(one) for one in actions])
        self.rows.setVisible(bool(actions))
        self._empty.setVisible(not actions)

    def _as_row(self, one: ImprovementAction) -> Row:
        late = one.done_on is None and one.due_on < text.local(self.desk.clock()).date()
        detail = text.join(one.owner, self.tr("klaar op {day}").format(day=text.full_date(one.due_on)), one.result)
        badge = self.tr("Gedaan") if one.done_on else self.tr("Over tijd") if late else ""
        tone = "good" if one.done_on else "attention"
        action = "" if one.done_on else self.tr("Gedaan")
        return Row(one.id, one.text, detail=detail, badge=badge, tone=tone, action=action)

    @Slot()
    def _start(self) -> None:
        """An empty form."""
        self._editing = ""
        for field in (self.what, self.owner, self.result):
            field.clear()
        today = text.local(self.desk.clock()).date()
        self.due.setDate(QDate(today.year, today.month, today.day).addDays(USUAL_DAYS))
        self._show_mode()

    @Slot(str)
    def _edit(self, key: str) -> None:
        one = self._known[key]
        self._editing = key
        self.what.setText(one.text)
        self.owner.setText(one.owner)
        self.result.setText(one.result)
        self.due.setDate(QDate(one.due_on.year, one.due_on.month, one.due_on.day))
        self._show_mode()
        self.what.setFocus()

    def _show_mode(self) -> None:
        self._row.set_error("")
        self._result_row.setVisible(bool(self._editing))
        self.remove.setVisible(bool(self._editing))
        self.new.setVisible(bool(self._editing))
        self.save.setText(self.tr("Actie bewaren") if self._editing else self.tr("Actie toevoegen"))
        self.save.setAccessibleName(self.save.text())

    def _save(self) -> None:
        known = self._known.get(self._editing)
        due = self.due.date()
        job = self.desk.tasks.run(
            meaning.save_action,
            self.what.text(),
            self.owner.text(),
            date(due.year(), due.month(), due.day()),
            done_on=known.done_on if known else None,
            result=self.result.text(),
            action_id=self._editing,
        )
        job.then(self._saved).otherwise(self._refused)

    @Slot(str)
    def _finish(self, key: str) -> None:
        self._set_done(key, done=True)
        self._edit(key)
        self.result.setFocus()
        self.desk.toast(self.tr("Gedaan. Schrijf erbij wat het opleverde."), partial(self._set_done, key, done=False))

    def _set_done(self, key: str, *, done: bool) -> None:
        one = self._known[key]
        day = text.local(self.desk.clock()).date() if done else None
        self.desk.tasks.run(
            meaning.save_action, one.text, one.owner, one.due_on, done_on=day, result=one.result, action_id=key
        )

    def _remove(self) -> None:
        key = self._editing
        self.desk.tasks.run(meaning.archive_action, key)
        self._start()
        self.desk.toast(self.tr("De actie is weggehaald."), partial(self._put_back, key))

    def _put_back(self, key: str) -> None:
        self.desk.tasks.run(meaning.archive_action, key, archived=False)

    @Slot(object)
    def _saved(self, _changes: object) -> None:
        self._start()
        self.desk.toast(self.tr("De actie is bewaard en staat in het verslag."))

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._row.set_error(messages.say(error))
