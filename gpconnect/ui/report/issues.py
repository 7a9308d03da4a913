"""Issued reports: pin one, print it again as it was, and see what would differ now."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gpconnect.domain.facts import IssuedReport
from gpconnect.services import report_words, reporting
from gpconnect.services.session import Session
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, Row, RowList, column, label, line


class IssuesCard(Card):
    """The list of issues; issuing asks once, because it cannot be undone."""

    confirmed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Vastgestelde verslagen"))
        self.desk = desk
        self._titles: dict[str, str] = {}
        self._compared = ""
        self.rows = RowList(self.tr("Vastgestelde verslagen"), turn_below=900)
        self.rows.setObjectName("reportIssued")
        self.rows.action_clicked.connect(self._compare)
        self.rows.activated.connect(self._choose_target)
        self._empty = label(self.tr("Nog niets vastgesteld. Dit verslag is een concept."), "muted")
        self._found = label("", "")
        self._found.setObjectName("reportDifferences")
        self._found.hide()
        self.issue = PushButton(self.tr("Vaststellen …"), self._ask)
        self.issue.setObjectName("reportIssue")
        self.sure = PushButton(self.tr("Ja, stel vast"), self._confirm)
        self.sure.setObjectName("reportIssueConfirm")
        self._not_now = PushButton(self.tr("Nog niet"), self._rest, role="quiet")
        words = label(
            self.tr(
                "Na het vaststellen blijven deze cijfers zo. Er komt geen wijziging meer in; "
                "een latere uitgave krijgt een nieuw nummer."
            )
        )
        answers = line(self.sure, self._not_now)
        answers.addStretch(1)
        asked = column(words)
        asked.addLayout(answers)
        self._question = QWidget()
        self._question.setLayout(asked)
        self._question.hide()
        buttons = line(self.issue)
        buttons.addStretch(1)
        self.add(self._empty)
        self.add(self.rows)
        self.add(self._found)
        self.add(self._question)
        self.add(buttons)

    def show_issues(self, issues: tuple[IssuedReport, ...]) -> None:
        """Fill the list, newest first, with the number by which people know each."""
        counted: dict[int, int] = {}
        found = []
        for one in issues:
            day = text.local(one.issued_at).date()
            counted[day.year] = counted.get(day.year, 0) + 1
            found.append(self._as_row(one, f"{day.year}-{counted[day.year]}", day))
        self._titles = {row.key: row.title for row in found}
        self.rows.set_rows(found[::-1])
        self.rows.setVisible(bool(found))
        self._empty.setVisible(not found)

    def save_to(self, issued_id: str, target: Path) -> None:
        """Write an issue as it was, to a file."""
        self.desk.tasks.run(_save_issue, issued_id, target).then(self._saved)

    def _as_row(self, one: IssuedReport, number: str, day: date) -> Row:
        kind = self.tr("Tussenevaluatie") if one.kind == "interim" else self.tr("Eindevaluatie")
        period = f"{text.full_date(one.first_day)} – {text.full_date(one.last_day)}"
        made = self.tr("vastgesteld op {day} door {who}").format(day=text.full_date(day), who=one.issued_by)
        return Row(one.id, f"{number} {kind}", detail=text.join(period, made), action=self.tr("Wat verschilt nu?"))

    def _ask(self) -> None:
        self._question.show()
        self.issue.hide()
        self.sure.setFocus()

    def _rest(self) -> None:
        self._question.hide()
        self.issue.show()

    def _confirm(self) -> None:
        self._rest()
        self.confirmed.emit()

    @Slot(str)
    def _compare(self, key: str) -> None:
        self._compared = key
        self.desk.tasks.run(report_words.difference_lines, key).then(self._show_differences)

    @Slot(object)
    def _show_differences(self, lines: tuple[str, ...]) -> None:
        title = self._titles.get(self._compared, "")
        if lines:
            head = self.tr("{title}, toen en nu. Een punt betekent: niet getoond ter bescherming.").format(title=title)
            self._found.setText("\n".join((head, *lines)))
        else:
            self._found.setText(self.tr("{title}: opnieuw geteld komt er hetzelfde uit.").format(title=title))
        self._found.show()

    @Slot(str)
    def _choose_target(self, key: str) -> None:
        proposed = f"evaluatie-{self._titles[key].partition(' ')[0]}.pdf"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Vastgesteld verslag opslaan"), proposed, "PDF (*.pdf)")
        if name:
            self.save_to(key, Path(name))

    @Slot(object)
    def _saved(self, _nothing: object) -> None:
        self.desk.toast(self.tr("Het vastgestelde verslag is opgeslagen."))


def _save_issue(session: Session, issued_id: str, target: Path) -> None:
    reporting.save_pdf(session, reporting.issued_report(session, issued_id), target)
