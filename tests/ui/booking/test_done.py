"""What is said after booking stands close together, and the card goes along in the language of the family."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from gpconnect.documents.cards import DayRow, DaySheet, day_sheet
from gpconnect.documents.preview import page_count, preview_png
from gpconnect.services import desk_prints, enrolling, syncing
from gpconnect.services.booking import Booked
from gpconnect.ui.booking import paper as papers
from gpconnect.ui.booking.done import DonePanel
from gpconnect.ui.desk import Desk
from gpconnect.ui.inspection import inspect
from gpconnect.ui.syncer import Syncer
from tests.services.conftest import PRACTICE, WALUWE
from tests.services.visits_help import a_booking
from tests.ui.conftest import TODAY
from tests.ui.waiting import until
from tests.ui.workplace import Opens, Workplace, find


def booked(place: Workplace) -> tuple[DonePanel, str]:
    """The panel after Emma was booked, and her appointment."""
    visit = place.do(a_booking, 5)
    panel = DonePanel(place.desk)
    place.show(panel)
    panel.resize(1100, 780)
    panel.show_booked(Booked(visit, "p", "Emma de Graaf", TODAY, 45, "Sanne de Vries", "Praktijk De Waluwe"), WALUWE)
    assert place.settle()
    return panel, visit


def press(place: Workplace, panel: DonePanel, name: str) -> None:
    QTest.mouseClick(find(panel, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def test_the_lines_stand_together_at_the_top(desk_of: Opens) -> None:
    panel, _ = booked(desk_of("gp"))
    layout = panel.layout()
    assert layout is not None
    layout.activate()
    assert panel.print_button.mapTo(panel, panel.print_button.rect().bottomLeft()).y() < 250


def test_a_booking_without_connection_is_called_provisional_until_there_is_one(desk_of: Opens) -> None:
    place = desk_of("gp")
    place.do(syncing.set_hub, "http://127.0.0.1:9")
    place.do(enrolling.found, PRACTICE)
    syncer = Syncer(place.desk, place.desk)
    place.desk.services = syncer
    panel, _ = booked(place)
    assert "voorlopig" not in words_of(panel)

    syncer.sync()
    until(lambda: "zeg het gezin dat de tijd voorlopig is" in words_of(panel).lower(), 20_000)
    assert inspect(panel) == []
    place.do(syncing.set_hub, "")
    syncer.refresh()
    until(lambda: "voorlopig" not in words_of(panel))
    syncer.stop()
    assert place.settle()


def words_of(panel: DonePanel) -> str:
    return " ".join(one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel))


def test_the_card_is_dutch_unless_another_language_is_chosen_and_the_next_family_gets_dutch_again(
    desk_of: Opens,
) -> None:
    place = desk_of("gp")
    panel, visit = booked(place)
    clipboard = QApplication.clipboard()
    press(place, panel, "bookCopyText")
    assert clipboard.text().startswith("Afspraak voor Noor")

    choice = find(panel, QComboBox, "cardLanguage")
    choice.setCurrentText("English")
    press(place, panel, "bookCopyText")
    assert clipboard.text().startswith("Appointment for Noor")
    press(place, panel, "bookPrintCard")
    assert panel.paper.isVisible()
    panel.show_booked(Booked(visit, "p", "Bo", TODAY, 45, "Sanne de Vries", "Praktijk De Waluwe"), WALUWE)
    assert choice.currentText() == "Nederlands"
    panel.show_booked(Booked("", "p", "Bo"), WALUWE)
    assert not choice.isVisible(), "without a card there is nothing to choose"


def printed(paper: desk_prints.Paper, target: Path, size: QPageSize.PageSizeId) -> QImage:
    """What comes out of a printer with this paper in it, at 72 dots to the inch."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageSize(QPageSize(size))
    papers.print_on(printer, paper)
    data = target.read_bytes()
    assert page_count(data) == 1
    return QImage.fromData(QByteArray(preview_png(data, 0, round(printer.pageLayout().fullRectPoints().width()))))


def dark_until(image: QImage) -> tuple[int, int]:
    """How far to the right and down something dark stands."""
    dark = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).lightness() < 110
    ]
    return max(x for x, _ in dark), max(y for _, y in dark)


def test_a_card_comes_out_of_any_printer_at_its_own_size(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("gp")
    _, visit = booked(place)
    paper = place.do(desk_prints.appointment_card, visit)
    a6 = printed(paper, tmp_path / "a6.pdf", QPageSize.PageSizeId.A6)
    a4 = printed(paper, tmp_path / "a4.pdf", QPageSize.PageSizeId.A4)

    assert (a6.width(), a4.width()) == (297, 595)
    assert dark_until(a6)[0] < 297
    right, down = dark_until(a4)
    assert (right <= 299, down <= 421) == (True, True), "the card keeps its size, at the top left of the sheet"
    assert abs(dark_until(a6)[0] - right) <= 8, "the line to cut along stands just beside it"


def test_a_list_that_goes_on_overleaf_is_printed_whole(desk: Desk, tmp_path: Path) -> None:
    rows = tuple(DayRow(TODAY + timedelta(minutes=20 * place), 20, f"Kind {place}", "vervolg") for place in range(12))
    pdf = day_sheet(DaySheet("De Waluwe", "Sanne", TODAY.date(), rows, note="Let op. " * 60))
    paper = desk_prints.Paper(pdf, preview_png(pdf, 0, 800), "daglijst.pdf")
    assert paper.pages == 2
    view = papers.PaperView(desk)
    view.show_paper(paper)
    assert "eerste van 2 bladzijden" in view._more.text()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "lijst.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    papers.print_on(printer, paper)
    view.deleteLater()

    assert page_count((tmp_path / "lijst.pdf").read_bytes()) == 2


def test_a_list_with_names_says_so_before_and_after_it_is_kept(
    desk_of: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    place = desk_of("gp")
    view = papers.PaperView(place.desk, listed=True)
    place.show(view)
    view.show_paper(place.do(desk_prints.appointment_card, place.do(a_booking, 5), "nl"))
    names = find(view, QLabel, "paperNames")
    assert names.isVisible()
    assert names.text().startswith("Hier staan namen op.")
    view.save_paper()
    assert place.toasts[-1][0].endswith("Er staan namen op: wis het daar na het spreekuur.")
    plain = papers.PaperView(place.desk)
    assert not any(one.isVisibleTo(plain) for one in plain.findChildren(QLabel, "paperNames"))
