"""Rapportage, as the coordinator uses it: the evaluation is there when the page opens."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from gpconnect.domain.facts import ImprovementAction, IssuedReport, Narrative
from gpconnect.services import meaning, reporting, syncing
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.inspection import inspect
from gpconnect.ui.report.page import ReportPage
from gpconnect.ui.report.printing import print_pages
from tests.services.figures_help import FIRST_DAY, LAST_DAY, fill
from tests.ui.workplace import Opens, Workplace, find


def opened(place: Workplace) -> ReportPage:
    page = ReportPage(place.desk)
    page.resize(1360, 860)
    page.show()
    assert place.tasks.idle()
    return page


def press(page: ReportPage, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert page.desk.tasks.idle()


def kept(session: Session, kind: type[Any]) -> list[Any]:
    return rows.where(session.db, kind)


def test_it_opens_with_the_summary_of_the_last_half_year_drawn(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    place.do(fill)
    page = opened(place)

    assert page.choices.kind == "interim"
    assert page.choices.period == (date(2026, 5, 1), date(2026, 10, 1))
    assert page.pages.number.currentText() == "2"
    assert not find(page, QLabel, "reportPicture").pixmap().isNull()
    assert inspect(page) == []


def test_saving_is_one_key_and_a_place(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("coordinator")
    place.do(fill)
    page = opened(place)

    assert page.save.shortcut().toString() == "Ctrl+P"
    assert page.proposed_name("pdf") == "tussenevaluatie-2026-05-2026-10.pdf"
    page.save_to(tmp_path / "a.pdf")
    page.save_to(tmp_path / "a.xlsx", reporting.save_xlsx)
    assert place.tasks.idle()

    assert (tmp_path / "a.pdf").stat().st_size > 10_000
    assert (tmp_path / "a.xlsx").exists()
    assert place.toasts[-1][0] == "Opgeslagen."


def test_a_place_that_cannot_be_written_is_said_on_the_page(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("coordinator")
    page = opened(place)

    page.save_to(tmp_path / "nowhere" / "a.pdf")
    assert place.tasks.idle()

    assert page.said


def test_figures_that_are_still_closed_for_this_computer_are_told_with_where_to_go(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    place.do(syncing.set_hub, "https://hub.example")
    page = opened(place)

    assert "nog gesloten" in page.said
    assert "Beheer, Mensen en apparaten" in page.said
    assert "vanzelf" not in page.said


def test_without_figures_it_says_what_comes_first(desk_of: Opens) -> None:
    page = opened(desk_of("coordinator"))

    assert "nog geen cijfers" in page.said


def test_it_leafs_by_button_and_key(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place)

    press(page, "reportPageAfter")
    QTest.keyClick(page.pages, Qt.Key.Key_PageDown)
    QTest.keyClick(page.pages, Qt.Key.Key_PageUp)
    assert page.pages.number.currentText() == "3"
    press(page, "reportPageBefore")
    press(page, "reportPageBefore")
    assert place.tasks.idle()
    assert not page.pages.before.isEnabled()


def test_another_kind_or_period_makes_another_report(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place)

    QTest.mouseClick(page.choices.kind_group.chip("final"), Qt.MouseButton.LeftButton)
    first = find(page, QComboBox, "reportPeriodFrom")
    first.setCurrentIndex(first.count() - 1)
    assert place.tasks.idle()

    assert page.choices.period == (date(2026, 11, 1), date(2026, 11, 1))
    assert page.proposed_name("csv") == "eindevaluatie-2026-11-2026-11.csv"
    QTest.mouseClick(page.choices.kind_group.chip("final"), Qt.MouseButton.LeftButton)
    assert page.choices.kind == "interim"


def test_making_it_can_be_stopped(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place)

    page.reload()
    QTest.mouseClick(find(page, QPushButton, "reportCancel"), Qt.MouseButton.LeftButton)
    assert place.tasks.idle()

    assert not page.pages.cancel.isVisibleTo(page)


def test_meaning_is_written_beside_its_figure(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    place.do(fill)
    page = opened(place)
    box = find(page, QComboBox, "reportMeaningFigure")
    box.setCurrentIndex(box.findData("closed_without_referral"))
    assert place.tasks.idle()

    press(page, "reportMeaningSave")
    assert kept_in(place, Narrative) == []
    QTest.keyClicks(find(page, QPlainTextEdit, "reportMeaning"), "De korte lijn helpt")
    press(page, "reportMeaningSave")

    (note,) = kept_in(place, Narrative)
    assert (note.indicator, note.text, note.author_name) == (
        "closed_without_referral",
        "De korte lijn helpt",
        "Marieke Blom",
    )
    assert find(page, QPlainTextEdit, "reportMeaning").toPlainText() == "De korte lijn helpt"


def kept_in(place: Workplace, kind: type[Any]) -> list[Any]:
    found: list[Any] = place.do(kept, kind)
    return found


def test_an_action_is_added_done_changed_and_taken_away(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place)
    QTest.keyClicks(find(page, QLineEdit, "reportActionText"), "Inloop proberen")
    press(page, "reportActionAdd")
    assert kept_in(place, ImprovementAction) == []
    QTest.keyClicks(find(page, QLineEdit, "reportActionOwner"), "JGZ")
    press(page, "reportActionAdd")

    (row,) = page.agreed.rows.rows()
    QTest.mouseClick(row.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert place.tasks.idle()
    QTest.keyClicks(find(page, QLineEdit, "reportActionResult"), "Lukt")
    press(page, "reportActionAdd")
    (one,) = kept_in(place, ImprovementAction)
    assert (one.owner, one.done_on, one.result) == ("JGZ", date(2026, 11, 24), "Lukt")

    page.agreed.rows.activated.emit(one.id)
    press(page, "reportActionRemove")
    assert page.agreed.rows.rows() == []
    place.toasts[-1][1]()
    assert place.tasks.idle()
    assert len(page.agreed.rows.rows()) == 1


def test_issuing_asks_once_and_shows_what_differs_later(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("coordinator")
    place.do(fill)
    page = opened(place)
    press(page, "reportIssue")
    press(page, "reportIssueConfirm")

    (row,) = page.issues.rows.rows()
    assert row.row.title == "2026-1 Tussenevaluatie"
    QTest.mouseClick(row.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert place.tasks.idle()
    assert "komt er hetzelfde uit" in find(page, QLabel, "reportDifferences").text()

    place.do(fill, 40, seed=5)
    page.issues.rows.action_clicked.emit(row.row.key)
    assert place.tasks.idle()
    assert "Jeugdigen gezien: 90 → 130" in find(page, QLabel, "reportDifferences").text()

    (issued,) = kept_in(place, IssuedReport)
    page.issues.save_to(issued.id, tmp_path / "issue.pdf")
    assert place.tasks.idle()
    assert (tmp_path / "issue.pdf").exists()


def test_on_paper_come_the_pages_of_the_screen(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("coordinator")
    shown = place.do(reporting.preview, "interim", FIRST_DAY, LAST_DAY)
    pictures = place.do(reporting.pictures, shown.pdf, (0, 1), 300)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    print_pages(printer, pictures)

    assert (tmp_path / "printed.pdf").stat().st_size > 1_000


def test_what_is_being_written_survives_news_from_others(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place)
    field = find(page, QPlainTextEdit, "reportMeaning")
    QTest.keyClicks(field, "Nog niet af")

    place.do(meaning.save_action, "Bellen", "JGZ", date(2026, 3, 1))

    assert field.toPlainText() == "Nog niet af"
    assert page.agreed.rows.rows()[0].row.badge == "Over tijd"
