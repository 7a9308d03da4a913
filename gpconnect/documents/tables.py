"""The tables of an evaluation as spreadsheet and text file: the figures of the paper, with the same cells hidden."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gpconnect.documents import texts
from gpconnect.documents.report import Report
from gpconnect.domain.figures import Breakdown, Unit

_SHEET = 31

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class DataTable:
    """One table as data.

    Attributes:
        rows: values; a hidden one is the text of the dot, an absent one None.
        note: what must be read with it.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""


def tables_of(report: Report) -> list[DataTable]:
    """Every table of the evaluation, for the screen, the spreadsheet and the text file alike."""
    return [
        _about(report),
        _indicators(report),
        *(_breakdown(report, table) for table in report.figures.breakdowns),
        _sites(report),
        _benchmarks(report),
        _actions(report),
    ]


def _about(report: Report) -> DataTable:
    rows = (
        ("Rapport", report.title),
        ("Periode", report.period),
        ("Versie", report.edition),
        ("Kleinste aantal dat getoond wordt", report.figures.protected),
    )
    note = texts.PROTECTED.format(k=report.figures.protected)
    return DataTable("Over dit rapport", ("Wat", "Waarde"), rows, note)


def _indicators(report: Report) -> DataTable:
    rows: list[tuple[Value, ...]] = []
    for each in report.figures.indicators:
        title, counted, over = texts.INDICATORS[each.key]
        if each.hidden and each.numerator is None and each.n is None:
            values: tuple[Value, ...] = (texts.value_text(each), None, None, None, None)
        else:
            base = each.denominator if each.unit is Unit.SHARE else each.n
            counts = each.numerator if each.unit is Unit.SHARE else None
            values = (_rounded(each.value), counts, base, _rounded(each.low), _rounded(each.high))
        rows.append((title, *values, texts.basis_text(each), counted, over))
    header = ("Cijfer", "Waarde", "Teller", "Noemer of n", "Marge laag", "Marge hoog", "Toelichting", "Wat", "Waarvan")
    return DataTable("Cijfers", header, tuple(rows), "Aandelen staan als getal tussen 0 en 1.")


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _breakdown(report: Report, table: Breakdown) -> DataTable:
    title, counts, shares = texts.BREAKDOWNS[table.key]
    rows = tuple(
        (
            texts.label(table.key, cell.key, report.reason_labels),
            "·" if cell.hidden else cell.count,
            "·" if cell.hidden else _rounded(cell.share),
        )
        for cell in table.cells
    )
    total: Value = "·" if table.total is None else table.total
    note = f"Aandeel: {shares}. {texts.table_note(table, report.figures.protected)}".strip()
    return DataTable(title, ("Groep", counts, "Aandeel"), (*rows, ("Totaal", total, None)), note)


def _sites(report: Report) -> DataTable:
    rows = tuple(
        (report.site_names.get(each.site_id, "andere locatie"), each.half_days, each.children, each.talks)
        for each in report.figures.sites
    )
    note = "Alleen locaties met minstens drie werkers en tien jeugdigen."
    return DataTable("Per locatie", ("Locatie", "Dagdelen", "Jeugdigen", "Gesprekken"), rows, note)


def _benchmarks(report: Report) -> DataTable:
    rows = tuple(
        (each.name, each.years, each.percent, each.denominator or None, each.unit, each.words, each.source)
        for each in report.benchmarks.pilots
    )
    header = ("Pilot", "Jaren", "Percentage", "Noemer", "Waarvan", "Uitleg", "Bron")
    return DataTable("Andere pilots", header, rows, report.benchmarks.counter_evidence)


def _actions(report: Report) -> DataTable:
    rows = tuple(
        (
            each.text,
            each.owner,
            each.due_on.isoformat(),
            each.done_on.isoformat() if each.done_on else None,
            each.result,
        )
        for each in report.actions
        if not each.archived
    )
    return DataTable("Acties", ("Actie", "Wie", "Klaar", "Gedaan op", "Resultaat"), rows)


def tables_csv(report: Report, target: Path) -> None:
    """Writes all tables below each other as CSV: semicolons and a byte order mark, as Dutch Excel opens it."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        for table in tables_of(report):
            writer.writerow([table.title])
            writer.writerow(table.header)
            writer.writerows([_safe(value) for value in row] for row in table.rows)
            writer.writerows([[_safe(table.note)], []])


def _safe(value: Value) -> Value:
    """Text that a spreadsheet would run as a formula gets an apostrophe; numbers get a Dutch decimal comma."""
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{value}"
    return value


def tables_xlsx(report: Report, target: Path) -> None:
    """Writes every table on its own sheet; text is written as text, so that nothing runs as a formula."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": report.title, "author": ", ".join(report.partners), "comments": report.edition})
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "bottom": 1, "font_color": "#0B6E69"})
        for table in tables_of(report):
            sheet = book.add_worksheet(_sheet_name(table.title))
            sheet.write_string(0, 0, table.title, bold)
            sheet.write_row(2, 0, table.header, head)
            for number, row in enumerate(table.rows, start=3):
                sheet.write_row(number, 0, row)
            sheet.write_string(len(table.rows) + 4, 0, table.note)
            sheet.freeze_panes(3, 1)
            sheet.set_column(0, 0, _width(table.rows))
            sheet.set_column(1, len(table.header) - 1, 16)


def _width(rows: Sequence[tuple[Value, ...]]) -> int:
    return min(60, max([14, *(len(str(row[0])) + 2 for row in rows)]))


def _sheet_name(title: str) -> str:
    """At most 31 characters, as spreadsheets want."""
    return title if len(title) <= _SHEET else f"{title[: _SHEET - 1]}…"
