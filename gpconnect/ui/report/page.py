"""*Rapportage*: the evaluation is ready when the page opens; save it, print it, say what it means, issue it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from gpconnect.services import reporting, rooms
from gpconnect.services.reporting import Preview
from gpconnect.ui import messages
from gpconnect.ui.desk import Desk
from gpconnect.ui.page import Page
from gpconnect.ui.parts import Banner, FlowLayout, PushButton, Sheet, column
from gpconnect.ui.patients.fields import tab_through
from gpconnect.ui.report.actions import ActionsCard
from gpconnect.ui.report.choices import Choices
from gpconnect.ui.report.issues import IssuesCard
from gpconnect.ui.report.meaning import MeaningCard
from gpconnect.ui.report.pages import Pages
from gpconnect.ui.report.printing import PAPER_WIDTH, print_pages
from gpconnect.ui.tasks import Job


class ReportPage(Page):
    """The report as it will be printed, with beside it what people add to the figures."""

    area = "report"
    kinds = frozenset({"fact", "narrative", "improvement_action", "issued_report", "site"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.header.set_title(self.tr("Rapportage"), self.tr("Cijfers, wat ze betekenen en wat er gaat gebeuren"))
        self._preview: Preview | None = None
        self._job: Job | None = None
        self._closed = False
        self.choices = Choices(desk)
        self.choices.changed.connect(self.reload)
        self.pages = Pages(desk)
        self.meaning = MeaningCard(desk)
        self.agreed = ActionsCard(desk)
        self.issues = IssuesCard(desk)
        self.issues.confirmed.connect(self._issue)
        self.save = self._button(self.tr("Opslaan als PDF"), self.save_pdf, "reportSavePdf", "primary", "Ctrl+P")
        self.header.set_actions([self.save])
        self._notes = column()
        self._banner: Banner | None = None
        self.body.addLayout(self._notes)
        self.body.addWidget(self._bar())
        side = QWidget()
        beside = column(self.meaning, self.agreed, self.issues, spacing=2)
        beside.addStretch(1)
        side.setLayout(beside)
        self.body.addWidget(Sheet(main=self.pages, side=side, side_width=410, turn_below=900), 1)

    @property
    def said(self) -> str:
        """What stands above the report, empty when all is well."""
        return self._banner.accessibleName() if self._banner is not None else ""

    def load(self) -> None:
        if self._job is not None:
            # Its outcome is no longer wanted; it may still run to its end.
            self._job.cancel()
        # First in the queue, so that it is known when the figures come.
        self.desk.tasks.run(rooms.missing).then(self._know_closed)
        self._job = self.desk.tasks.run(reporting.preview, self.choices.kind, *self.choices.period)
        self._job.then(self._show).otherwise(self._failed)
        self.pages.wait(self._job)

    def save_pdf(self) -> None:
        """Ask where, then write the PDF."""
        self._choose(self.tr("Verslag opslaan"), "pdf", "PDF (*.pdf)", reporting.save_pdf)

    def save_xlsx(self) -> None:
        """Ask where, then write the tables as a workbook."""
        self._choose(self.tr("Tabellen opslaan"), "xlsx", "Excel (*.xlsx)", reporting.save_xlsx)

    def save_csv(self) -> None:
        """Ask where, then write the tables as text."""
        self._choose(self.tr("Tabellen opslaan"), "csv", "CSV (*.csv)", reporting.save_csv)

    def save_to(self, target: Path, writer: Callable[..., None] = reporting.save_pdf) -> None:
        """Write the report that shows to this file."""
        if self._preview is not None:
            self.desk.tasks.run(writer, self._preview.report, target).then(self._saved).otherwise(self._failed)

    def print_report(self) -> None:
        """Draw every page for the printer; its dialog comes when they are ready."""
        if self._preview is not None:
            pages = tuple(range(self._preview.pages))
            self.desk.tasks.run(reporting.pictures, self._preview.pdf, pages, PAPER_WIDTH).then(self._ask_printer)

    def proposed_name(self, ending: str) -> str:
        """A file name that says which report it is."""
        first, last = self.choices.period
        kind = self.tr("tussenevaluatie") if self.choices.kind == "interim" else self.tr("eindevaluatie")
        return f"{kind}-{first:%Y-%m}-{last:%Y-%m}.{ending}"

    def _button(self, words: str, method: Callable[..., Any], name: str, role: str = "", key: str = "") -> PushButton:
        button = PushButton(words, method, role=role, key=key, bind_key=bool(key))
        button.setObjectName(name)
        button.setEnabled(False)
        return button

    def _bar(self) -> QWidget:
        flow = FlowLayout(1.5)
        flow.addWidget(self.choices)
        self.others = (
            self._button(self.tr("Afdrukken …"), self.print_report, "reportPrint"),
            self._button(self.tr("Excel"), self.save_xlsx, "reportSaveXlsx"),
            self._button(self.tr("CSV"), self.save_csv, "reportSaveCsv"),
        )
        self.others[1].setAccessibleName(self.tr("Tabellen als Excel"))
        self.others[2].setAccessibleName(self.tr("Tabellen als CSV"))
        for button in self.others:
            flow.addWidget(button)
        bar = QWidget()
        bar.setLayout(flow)
        return bar

    @Slot(object)
    def _show(self, preview: Preview) -> None:
        self._preview = preview
        for button in (self.save, *self.others):
            button.setEnabled(True)
        half_days = preview.report.figures.indicator("half_days").value
        self._say("" if half_days else self._no_figures(), "attention")
        self.pages.show_preview(preview)
        self.meaning.show_preview(preview)
        self.agreed.show_actions(preview.report.actions)
        self.issues.show_issues(preview.issued)
        tab_through(self.meaning, self.agreed, self.issues)

    @Slot(object)
    def _know_closed(self, closed: tuple[rooms.Missing, ...]) -> None:
        self._closed = any(one.space.startswith("pilot/") for one in closed)

    def _no_figures(self) -> str:
        if self._closed:
            return self.tr(
                "De cijfers van de pilot zijn voor deze computer nog gesloten. Er is niets kwijt: ze staan bij de "
                "server. Kijk bij Beheer, Mensen en apparaten, wie deze computer toelaat of welk herstelblad ze brengt."
            )
        return self.tr(
            "Over deze maanden zijn er nog geen cijfers. Ze komen vanzelf zodra jeugdwerkers synchroniseren; "
            "kies anders een andere periode."
        )

    def _say(self, words: str, tone: str = "danger") -> None:
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None
        if words:
            self._banner = Banner(words, tone=tone, closable=False)
            self._notes.addWidget(self._banner)

    def _choose(self, title: str, ending: str, kinds: str, writer: Callable[..., None]) -> None:
        if self._preview is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, title, self.proposed_name(ending), kinds)
        if name:
            self.save_to(Path(name), writer)

    def _issue(self) -> None:
        self.desk.tasks.run(reporting.issue, self.choices.kind, *self.choices.period).then(self._issued)

    @Slot(object)
    def _issued(self, _result: object) -> None:
        self.desk.toast(self.tr("Vastgesteld. De cijfers van dit verslag veranderen niet meer."))

    @Slot(object)
    def _saved(self, _nothing: object) -> None:
        self.desk.toast(self.tr("Opgeslagen."))

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self.pages.rest()
        self._say(messages.say(error))

    @Slot(object)
    def _ask_printer(self, pictures: tuple[bytes, ...]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Verslag afdrukken"))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            print_pages(printer, pictures)
            self.desk.toast(self.tr("Naar de printer gestuurd."))
