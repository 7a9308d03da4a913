"""How long what is kept: the dossiers of this year's list, and all of them together to the employer at the end."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import pilot_end, retention
from gpconnect.services.pilot_end import Export, Exported
from gpconnect.services.retention import DueLine, RetentionView
from gpconnect.services.typed_days import read_day
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import (
    Card,
    FlowLayout,
    FormRow,
    PushButton,
    Row,
    RowList,
    SentenceBox,
    Sheet,
    column,
    label,
)
from gpconnect.ui.patients.fields import Field, FieldsForm, framed, tab_through


class RetentionSection(QWidget):
    """The yearly list, what else is kept how long, and the end of the pilot."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.due = DueCard(desk)
        self.end = PilotEndCard(desk)
        main, self._side = QWidget(), QWidget()
        left, right = column(self.due), column(self._terms(), self.end, spacing=2)
        left.addStretch(1)
        right.addStretch(1)
        main.setLayout(left)
        self._side.setLayout(right)
        layout = column(Sheet(main=main, side=self._side, side_width=460))
        layout.addStretch(1)
        self.setLayout(layout)
        self.due.turned.connect(self._order)

    def load(self) -> None:
        """Ask for the list of this year."""
        self.desk.tasks.run(retention.overview).then(self.due.show_view)

    @Slot()
    def _order(self) -> None:
        tab_through(self.due, self._side)

    def _terms(self) -> Card:
        card = Card(self.tr("Wat blijft hoe lang?"))
        dossier = self.tr(
            "Een dossier blijft twintig jaar na de laatste wijziging, of langer als goede zorg dat vraagt."
        )
        log = self.tr(
            "Wie in een dossier keek, blijft minstens vijf jaar staan; dit programma wist zulke regels nooit."
        )
        copies = self.tr("Een kopie bevat wat er was toen hij werd gemaakt. Bij Kopieën staat welke kopieën er zijn.")
        card.add(
            SentenceBox(
                [(dossier, self.tr("Jeugdwet 7.3.8 lid 3.")), (log, self.tr("NEN 7513.")), (copies, "")], role="well"
            )
        )
        return card


class DueCard(Card):
    """Dossiers whose term passes this year: destroy, or keep longer with a reason."""

    turned = Signal()
    """Rows or a form came."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", flush=True)
        self.desk = desk
        self._lines: dict[str, DueLine] = {}
        self._chosen = ""
        self.form: FieldsForm | None = None
        self._holder: QWidget | None = None
        self.rows = RowList(self.tr("Dossiers waarvan de bewaartermijn dit jaar voorbij is"))
        self.rows.setObjectName("retentionList")
        self.rows.action_clicked.connect(self.choose)
        self.rows.activated.connect(self.choose)
        self._words = label("", "muted")
        self._foot = QWidget()
        self._foot.setLayout(column(self._words, margin=2))
        for part in (self.rows, self._foot):
            self.add(part)

    def show_view(self, view: RetentionView) -> None:
        """Show the list of this year."""
        self._lines = {one.patient_id: one for one in view.lines}
        self.set_title(
            self.tr("Bewaartermijn voorbij in {year}").format(year=view.year),
            text.count(len(view.lines), self.tr("dossier"), self.tr("dossiers")),
        )
        self.rows.set_rows([self._row(one) for one in view.lines])
        self.rows.setVisible(bool(view.lines))
        self._words.setText(self._standing(view))
        self.turned.emit()

    def choose(self, patient_id: str) -> None:
        """Open what can be done with one dossier."""
        self.close_form()
        self._chosen = patient_id
        line_of = self._lines[patient_id]
        fields = (
            Field("until", self.tr("Langer bewaren tot"), help_text=self.tr("Bijvoorbeeld 1-1-2050.")),
            Field("reason", self.tr("Waarom is dat nodig?")),
        )
        form = FieldsForm("retention", fields, self.tr("Langer bewaren"), primary=False)
        form.submitted.connect(self._keep)
        form.cancelled.connect(self.close_form)
        destroy = PushButton(self.tr("Naar vernietigen …"), self._destroy)
        destroy.setObjectName("retentionDestroy")
        form.buttons.addWidget(destroy)
        self.form, self._holder = form, framed(line_of.name or self.tr("Afgeschermd dossier"), form)
        self.add(self._holder)
        self._holder.show()
        self.turned.emit()
        form.start()

    def close_form(self) -> None:
        """Back to the list."""
        if self._holder is None:
            return
        self.form = None
        holder, self._holder = self._holder, None
        holder.hide()
        holder.deleteLater()
        self.rows.focus_row(self._chosen)

    def _row(self, one: DueLine) -> Row:
        last = self.tr("laatste wijziging {day}").format(day=text.full_date(one.last_change))
        due = self.tr("bewaard tot {day}").format(day=text.full_date(one.due_on))
        return Row(
            one.patient_id,
            one.name or self.tr("Afgeschermd dossier"),
            detail=text.join(last, due, one.reason),
            badge=self.tr("Termijn voorbij") if one.overdue else "",
            tone="attention",
            action=self.tr("Beslissen"),
        )

    def _standing(self, view: RetentionView) -> str:
        if view.next_due is None and not view.lines:
            return self.tr("Er zijn nog geen dossiers. Zodra een termijn afloopt, staat het dossier hier.")
        kept = text.count(view.total, self.tr("dossier bewaard"), self.tr("dossiers bewaard"))
        if view.next_due is None:
            return kept
        coming = self.tr("het eerstvolgende mag weg op {day}").format(day=text.full_date(view.next_due))
        none = "" if view.lines else self.tr("Dit jaar hoeft er niets weg.")
        return " ".join(filter(None, (none, f"{text.join(kept, coming)}.")))

    def _destroy(self) -> None:
        self.desk.go("patients", erasing=self._chosen, article="jeugdwet_7_3_8")

    def _keep(self, typed: dict[str, Any]) -> None:
        assert self.form is not None, "what was typed comes from the form"
        try:
            until = read_day(typed["until"], text.local(self.desk.clock()).date())
        except KnownError as error:
            self.form.show_error(KnownError(error.code, **error.params, field="until"))
            return
        if until is None:
            self.form.show_error(KnownError("retention.not_longer", field="until"))
            return
        job = self.desk.tasks.run(retention.keep_longer, self._chosen, until, typed["reason"])
        job.then(self._kept).otherwise(self.form.show_error)

    @Slot(object)
    def _kept(self, _changes: object) -> None:
        self.close_form()
        self.desk.toast(self.tr("Vastgelegd, met de reden. Dit dossier blijft langer."))
        self.desk.tasks.run(retention.overview).then(self.show_view)


class PilotEndCard(Card):
    """All dossiers, complete, in one encrypted file; one dossier at a time, so that other clicks come between."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Einde van de pilot"))
        self.desk = desk
        self._export: Export | None = None
        self._stopped = False
        about = self.tr(
            "Alle dossiers gaan volledig in één versleuteld bestand naar het eigen dossiersysteem van de werkgever. "
            "Elk dossier krijgt een regel bij Wie keek er."
        )
        hub = self.tr(
            "De server leegmaken doet wie hem beheert, pas als de werkgever zegt dat alles goed is aangekomen."
        )
        drafts = self.tr(
            "Notities op dit apparaat die nog niemand tekende, gaan mee als concept; die op een ander apparaat niet. "
            "Teken ze dus liever eerst."
        )
        self.add(SentenceBox([(about, self.tr("Jeugdwet 7.3.8.")), (drafts, ""), (hub, "")], role="well"))
        self.phrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.again = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.phrase.setObjectName("pilotEndPhrase")
        self.again.setObjectName("pilotEndAgain")
        help_text = self.tr("Minstens 12 tekens. Vertel hem de werkgever op een andere manier dan met het bestand.")
        self.add(FormRow(self.tr("Wachtwoordzin voor dit bestand"), self.phrase, help_text))
        self.row = FormRow(self.tr("Nog een keer"), self.again)
        self.add(self.row)
        self.start = PushButton(self.tr("Bestand maken …"), self._choose)
        self.stop = PushButton(self.tr("Stoppen"), self._stop, name=self.tr("Stoppen met het bestand"))
        self.start.setObjectName("pilotEndStart")
        self.stop.setObjectName("pilotEndStop")
        buttons = FlowLayout()
        for button in (self.start, self.stop):
            buttons.addWidget(button)
        self.add(buttons)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Dossiers in het bestand"))
        self.said = label("")
        self.add(self.bar)
        self.add(self.said)
        self._rest("")

    def export_to(self, folder: Path) -> None:
        """Make the file in this folder."""
        if self.phrase.text() != self.again.text():
            self.row.set_error(self.tr("De twee wachtwoordzinnen zijn niet gelijk."))
            return
        self.row.set_error("")
        self._stopped = False
        self.start.setEnabled(False)
        self.said.hide()
        job = self.desk.tasks.run(pilot_end.begin, folder, self.phrase.text())
        job.then(self._go_on).otherwise(self._failed)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Waar komt het bestand?"))
        if name:
            self.export_to(Path(name))

    def _stop(self) -> None:
        self._stopped = True

    @Slot(object)
    def _go_on(self, export: Export) -> None:
        self._export = export
        self.bar.setRange(0, export.total)
        self.bar.setValue(export.done)
        self.bar.show()
        self.stop.show()
        if self._stopped:
            self.desk.tasks.fetch(pilot_end.abandon, export)
            self._rest(self.tr("Gestopt. Er is geen bestand gemaakt."))
        elif export.waiting:
            self.desk.tasks.run(pilot_end.step, export).then(self._go_on).otherwise(self._failed)
        else:
            self.desk.tasks.run(pilot_end.finish, export).then(self._finished).otherwise(self._failed)

    @Slot(object)
    def _finished(self, made: Exported) -> None:
        self.phrase.clear()
        self.again.clear()
        count = text.count(made.dossiers, self.tr("dossier"), self.tr("dossiers"))
        words = self.tr("Klaar en helemaal nagelezen: {n} in {file}.").format(n=count, file=made.path.name)
        if made.drafts:
            drafts = text.count(made.drafts, self.tr("notitie"), self.tr("notities"))
            words += " " + self.tr("Als concept erin, niet ondertekend: {n}.").format(n=drafts)
        if made.blocked:
            asked = text.count(made.blocked, self.tr("dossier"), self.tr("dossiers"))
            words += " " + self.tr(
                "Niet erin: {n} waarvan is gevraagd het te wissen. Zolang het niet is vernietigd, kan dat nog "
                "ongedaan worden gemaakt."
            ).format(n=asked)
        if made.left_out > made.blocked:
            left = text.count(made.left_out - made.blocked, self.tr("dossier"), self.tr("dossiers"))
            words += " " + self.tr(
                "Niet erin: {n} die jij nu niet mag lezen. Laat de casusregisseur daarvan een eigen bestand maken."
            ).format(n=left)
        self._rest(words)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if self._export is not None:
            # Locked halfway: nobody else throws the unfinished file away.
            self.desk.tasks.fetch(pilot_end.abandon, self._export)
        self._rest(messages.say(error))

    def _rest(self, words: str) -> None:
        self._export = None
        self.start.setEnabled(True)
        self.stop.hide()
        self.bar.hide()
        self.said.setText(words)
        self.said.setVisible(bool(words))
