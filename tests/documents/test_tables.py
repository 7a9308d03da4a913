"""The same tables as data: the same cells hidden, and nothing that runs as a formula."""

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

from gpconnect.documents.report import Report
from gpconnect.documents.tables import tables_csv, tables_of, tables_xlsx
from gpconnect.documents.texts import INDICATORS

MakeReport = Callable[..., Report]


def test_every_figure_has_its_definition_and_its_row(make_report: MakeReport) -> None:
    report = make_report()
    rows = next(table for table in tables_of(report) if table.title == "Cijfers").rows

    assert {each.key for each in report.figures.indicators} == set(INDICATORS)
    assert [row[0] for row in rows] == [INDICATORS[each.key][0] for each in report.figures.indicators]


def test_a_hidden_cell_is_a_dot_in_the_text_file_too(make_report: MakeReport, tmp_path: Path) -> None:
    target = tmp_path / "cijfers.csv"
    tables_csv(make_report(24), target)
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))

    assert ["12–15 jaar", "·", "·"] in rows
    assert ["Jeugdigen gezien", "24"] in [row[:2] for row in rows]


def test_numbers_have_a_dutch_comma_and_formulas_do_not_run(make_report: MakeReport, tmp_path: Path) -> None:
    target = tmp_path / "cijfers.csv"
    tables_csv(make_report(), target)
    text = target.read_text(encoding="utf-8-sig")

    assert ";0,6;54;90;" in text
    assert "'=Bellen na een week" in text
    assert "Oud idee" not in text


def test_the_spreadsheet_has_a_sheet_per_table_and_no_formula(make_report: MakeReport, tmp_path: Path) -> None:
    target = tmp_path / "cijfers.xlsx"
    report = make_report()
    tables_xlsx(report, target)

    with zipfile.ZipFile(target) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == len(tables_of(report))
        assert all(b"<f>" not in book.read(name) for name in sheets)
        assert b"=Bellen na een week" in book.read("xl/sharedStrings.xml")
