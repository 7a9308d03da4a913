"""A calendar of somebody else, seen before it closes anything."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.services import closures
from gpconnect.services.calendar_files import Found
from gpconnect.services.closures import FoundState, ImportLine, ImportPlan
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FormRow, PushButton, Row, RowList, column, label, line
from gpconnect.ui.tasks import Job

MOST_ROWS = 30


class ImportCard(Card):
    """Choose a file, look at what it holds, and take it over in one piece."""

    chosen = Signal()
    """Somebody wants to choose a file."""
    looked = Signal()
    """What a file holds is on the screen."""
    taken = Signal(object)
    """What was closed (`closures.Shut`), to put back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.set_title(self.tr("Uit een agenda overnemen"))
        self._desk = desk
        self._found: Found | None = None
        self.where = QComboBox()
        self.where.setObjectName("importSite")
        self.where.currentIndexChanged.connect(self._plan_again)
        self._choose = PushButton(self.tr("Agendabestand kiezen …"))
        self._choose.setObjectName("importChoose")
        self._choose.clicked.connect(self.chosen)
        self._error = label("", "error")
        self._reading = label(self.tr("Het bestand wordt gelezen …"), "muted")
        self.add(label(self.tr("Een .ics-bestand van school, gemeente of praktijk. Je ziet eerst wat erin staat.")))
        self.add(FormRow(self.tr("Geldt voor"), self.where))
        buttons = line(self._choose)
        buttons.addStretch(1)
        self.add(buttons)
        self.add(self._reading)
        self.add(self._error)
        self._seen = self._list()
        self.add(self._seen)
        self.clear_plan()

    def _list(self) -> QWidget:
        self._sum, self._skipped, self._hits = label("", "h2"), label("", "muted"), label("")
        self.lines = RowList(self.tr("Wat er in de agenda staat"))
        self.lines.setObjectName("importLines")
        self.confirm = PushButton(self.tr("Neem over"), self._take, role="primary")
        self.confirm.setObjectName("importConfirm")
        cancel = PushButton(self.tr("Annuleer"), self.clear_plan, name=self.tr("Annuleer het overnemen"))
        cancel.setObjectName("importCancel")
        buttons = line(self.confirm, cancel)
        buttons.addStretch(1)
        box = QWidget()
        stack = column(self._sum, self.lines, self._skipped, self._hits, spacing=1.5)
        stack.addLayout(buttons)
        box.setLayout(stack)
        return box

    def begin(self) -> None:
        """A file was chosen; a large one takes some seconds."""
        self.clear_plan()
        self._reading.show()

    @Slot(object)
    def look(self, found: Found) -> None:
        """Show what was found in a file; nothing is saved."""
        self._found = found
        self._reading.hide()
        self._error.hide()
        self._plan_again()

    @Slot(object)
    def refuse(self, error: BaseException) -> None:
        """Say why a file is not read."""
        self.clear_plan()
        self._error.setText(messages.say(error))
        self._error.setVisible(True)

    def clear_plan(self) -> None:
        """Back to choosing; nothing was taken over."""
        self._found = None
        for part in (self._seen, self._error, self._reading):
            part.hide()

    def _plan_again(self) -> None:
        if self._found is not None:
            self._run(dry_run=True).then(self._show).otherwise(self.refuse)

    def _take(self) -> None:
        self.confirm.setEnabled(False)
        self._run(dry_run=False).then(self._done).otherwise(self.refuse)

    def _run(self, *, dry_run: bool) -> Job:
        site = str(self.where.currentData() or "")
        assert self._found is not None, "a calendar was read"
        return self._desk.tasks.run(closures.import_found, self._found, site, dry_run=dry_run)

    @Slot(object)
    def _show(self, outcome: tuple[Changes, ImportPlan]) -> None:
        plan = outcome[1]
        count = text.count(len(plan.taken), self.tr("sluiting"), self.tr("sluitingen"))
        self._sum.setText(self.tr("{count} om over te nemen").format(count=count))
        self.lines.set_rows([self._row(one) for one in plan.lines[:MOST_ROWS]])
        self._skipped.setText(self._skipped_words(plan))
        self._skipped.setVisible(bool(self._skipped.text()))
        self._hits.setText(self._hit_words(plan.shut.half_days))
        self.confirm.setEnabled(bool(plan.taken))
        self.confirm.setText(self.tr("Neem {n} over").format(n=len(plan.taken)))
        self._seen.show()
        self.looked.emit()
        self.confirm.setFocus()

    def _row(self, one: ImportLine) -> Row:
        states = {
            FoundState.NEW: "",
            FoundState.CHANGED: self.tr("verandert"),
            FoundState.SAME: self.tr("staat er al"),
            FoundState.BACK: self.tr("was weggehaald, komt terug"),
        }
        days = span(one.closure.first_day, one.closure.last_day)
        return Row(one.closure.id, days, detail=text.join(one.closure.reason, states[one.state]), bold=False)

    def _skipped_words(self, plan: ImportPlan) -> str:
        why = {
            "cancelled": self.tr("afgezegd"),
            "part_of_day": self.tr("duurt geen hele dag"),
            "too_long": self.tr("duurt langer dan een jaar"),
            "no_start": self.tr("heeft geen begin"),
            "wrong": self.tr("klopt niet"),
            "rule": self.tr("herhaalt op een manier die we niet kennen"),
        }
        more = len(plan.lines) - MOST_ROWS
        lines = [self.tr("en nog {n}").format(n=more)] if more > 0 else []
        if plan.skipped:
            lines.append(self.tr("Niet overgenomen:"))
            lines += [f"{one.name or self.tr('zonder naam')}: {why[one.why]}" for one in plan.skipped[:MOST_ROWS]]
            over = len(plan.skipped) - MOST_ROWS
            lines += [self.tr("en nog {n}").format(n=over)] if over > 0 else []
        return "\n".join(lines)

    def _hit_words(self, hits: Sequence[closures.HalfDayHit]) -> str:
        if not hits:
            return self.tr(
                "De spreekuren staan bij de praktijken, niet op deze computer. Valt er een weg, dan ziet de balie dat "
                "in de agenda, en wie er een afspraak had als taak."
            )
        booked = [text.count(one.booked, self.tr("afspraak"), self.tr("afspraken")) for one in hits]
        lines = [
            text.join(text.day(one.day), text.clock(one.start), one.site_name, count)
            for one, count in zip(hits, booked, strict=True)
        ]
        return "\n".join((self.tr("Vervalt:"), *lines))

    @Slot(object)
    def _done(self, outcome: tuple[Changes, ImportPlan]) -> None:
        self.clear_plan()
        self.taken.emit(outcome[1].shut)


def span(first: date, last: date) -> str:
    """One day, or from which to which; with the year, because closures lie years ahead."""
    until = f"{text.day(last)} {last.year}"
    return until if first == last else f"{text.day(first)} – {until}"
