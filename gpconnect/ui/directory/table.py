"""The sociale kaart from a table: every row is seen, with what is wrong in it, before anything is saved."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot

from gpconnect.services import directory_files
from gpconnect.services.directory_files import COLUMNS, ImportPlan, PlannedRow, RowState, TableRow
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FlowLayout, PushButton, Row, RowList, clear, label

_MOST = 50


class TableCard(Card):
    """What a file would add and change; one button takes the good rows."""

    taken = Signal(int, object)
    """How many rows were taken, and the providers as they were before."""
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Uit een tabel overnemen"))
        self._desk = desk
        self._found: tuple[TableRow, ...] = ()
        self._count = 0

    def read(self, path: Path) -> None:
        """Read a file beside the file's thread; nothing is saved."""
        self._say(self.tr("Het bestand wordt gelezen …"))
        self._desk.tasks.aside(directory_files.read_file, path).then(self._understood).otherwise(self._refused)

    def _say(self, words: str) -> None:
        clear(self.body)
        self.add(label(words)).add(self._back())

    def _back(self) -> PushButton:
        back = PushButton(self.tr("Annuleren"), self.closed.emit, role="quiet")
        back.setObjectName("tableCancel")
        return back

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._say(messages.say(error))

    @Slot(object)
    def _understood(self, found: tuple[TableRow, ...]) -> None:
        self._found = found
        self._desk.tasks.run(directory_files.plan, found).then(self._show).otherwise(self._refused)

    @Slot(object)
    def _show(self, plan: ImportPlan) -> None:
        clear(self.body)
        self._count = len(plan.taken)
        wrong = sum(one.state is RowState.WRONG for one in plan.rows)
        same = sum(one.state is RowState.SAME for one in plan.rows)
        told = text.join(
            self.tr("{n} over te nemen").format(n=self._count),
            self.tr("{n} staat er al zo").format(n=same) if same else "",
            self.tr("{n} met een fout").format(n=wrong) if wrong else "",
        )
        self.add(label(told))
        shown = [one for one in plan.rows if one.state is not RowState.SAME]
        # What is wrong comes first: that is what somebody has to do something about.
        shown.sort(key=lambda one: one.state is not RowState.WRONG)
        rows = RowList(self.tr("Regels van het bestand"))
        rows.setObjectName("tableRows")
        rows.set_rows([self._row(one) for one in shown[:_MOST]])
        if shown:
            self.add(rows)
        if len(shown) > _MOST:
            self.add(label(self.tr("en nog {n}").format(n=len(shown) - _MOST), "muted"))
        self.confirm = PushButton(self.tr("Neem {n} over").format(n=self._count), self._take, role="primary")
        self.confirm.setObjectName("tableConfirm")
        self.confirm.setEnabled(bool(plan.taken))
        buttons = FlowLayout()
        for one in (self.confirm, self._back()):
            buttons.addWidget(one)
        self.body.addLayout(buttons)
        self.confirm.setFocus()

    def _row(self, one: PlannedRow) -> Row:
        states = {
            RowState.NEW: (self.tr("nieuw"), "good"),
            RowState.CHANGED: (self.tr("verandert"), "neutral"),
            RowState.BACK: (self.tr("was weggehaald, komt terug"), "neutral"),
            RowState.WRONG: (self.tr("fout"), "danger"),
        }
        badge, tone = states[one.state]
        return Row(
            str(one.number),
            one.name or self.tr("zonder naam"),
            detail=text.join(self.tr("regel {n}").format(n=one.number), self._problem(one)),
            badge=badge,
            tone=tone,
        )

    def _problem(self, one: PlannedRow) -> str:
        """The column, and what is wrong with what stands there."""
        if one.problem is None:
            return ""
        column = COLUMNS.get(str(one.problem.params.get("field", "")), "")
        return ": ".join(filter(None, (column, messages.say(one.problem))))

    @Slot()
    def _take(self) -> None:
        self.confirm.setEnabled(False)
        self._desk.tasks.run(directory_files.take, self._found).then(self._done).otherwise(self._refused)

    @Slot(object)
    def _done(self, outcome: tuple[Any, object]) -> None:
        self.taken.emit(self._count, outcome[1])
