"""Building blocks of a printed page: tables that do not fall apart, large figures, and room for meaning."""

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import HRFlowable, KeepTogether, Spacer, Table, TableStyle

from gpconnect.documents import texts
from gpconnect.documents.charts import Chart, drawing
from gpconnect.documents.layout import (
    ACCENT,
    DOT,
    LINE,
    MUTED,
    RAISED,
    REGULAR,
    SEMIBOLD,
    TEXT,
    WIDTH,
    Story,
    body,
    escape,
    heading,
    small,
)
from gpconnect.documents.report import Report
from gpconnect.domain.facts import ImprovementAction
from gpconnect.domain.figures import Cell, Indicator

_SHORT = 12
_BAR_WIDTH = 130.0
_NO_ACTIONS = "Nog geen acties afgesproken. Ze komen uit de themabijeenkomsten, twee keer per jaar."
_GRID = (
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 3.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.6),
)


def table(header: Sequence[str], rows: Sequence[Sequence[Any]], parts: Sequence[float], *, whole: bool = True) -> Any:
    """A table over the full width. Its header repeats; header and two rows stay together, and so do the last two.

    Args:
        header: column titles.
        rows: text (may hold markup) or a drawing per cell.
        parts: width of each column as a part of the page.
        whole: a short table does not split at all.
    """
    cells = [[_cell(text, head=True) for text in header], *([_cell(each) for each in row] for row in rows)]
    made = Table(cells, colWidths=[WIDTH * part for part in parts], repeatRows=1, hAlign="LEFT")
    last = len(cells) - 1
    unsplit = [("NOSPLIT", (0, 0), (-1, -1))] if whole and len(rows) <= _SHORT else []
    made.setStyle(
        TableStyle(
            [
                *_GRID,
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, LINE),
                *unsplit,
                ("NOSPLIT", (0, 0), (-1, min(2, last))),
                ("NOSPLIT", (0, max(0, last - 1)), (-1, last)),
            ]
        )
    )
    return made


def _cell(content: Any, *, head: bool = False) -> Any:
    if not isinstance(content, str):
        return content
    return small(content, font=SEMIBOLD, after=0) if head else body(content, size=9.5, after=0)


def chart(made: Chart) -> Any:
    """A chart over the full width."""
    return drawing(made, WIDTH)


def key_figures(figures: Sequence[tuple[str, str, str]]) -> Any:
    """Large figures next to each other: (figure, what it is, what it rests on)."""
    gap = 10.0
    width = (WIDTH - gap * (len(figures) - 1)) / len(figures)
    cells: list[Any] = []
    widths: list[float] = []
    rules: list[Any] = [*_GRID, ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 6)]
    for number, (value, title, basis) in enumerate(figures):
        if number:
            cells.append("")
            widths.append(gap)
        rules.append(("LINEABOVE", (len(cells), 0), (len(cells), 0), 2.2, ACCENT))
        cells.append(
            [
                body(value, size=21, font=SEMIBOLD, after=1),
                body(title, size=10, after=1),
                small(basis, size=8.2, after=0),
            ]
        )
        widths.append(width)
    return Table([cells], colWidths=widths, style=TableStyle(rules), hAlign="LEFT")


def meaning(report: Report, indicator: str, *, room: float = 46) -> Any:
    """What people wrote about a figure, or visible room to write it in."""
    written = report.meaning(indicator)
    lines: Story = []
    for each in written:
        lines.append(body(escape(each.text), after=2))
        when = texts.day_text(each.written_at.date())
        lines.append(small(f"{escape(each.author_name)}, {when}", after=3))
    if not written:
        lines = [
            small("Wat betekent dit? Hier is nog niets opgeschreven; vul het samen met partners in.", after=0),
            Spacer(1, room),
        ]
    return boxed(lines, outline=not written)


def choices(*words: str) -> Any:
    """Small boxes to tick with a pen, each with its word."""
    side, gap, size = 7.0, 9.0, 8.5
    made = Drawing(0, side + 5)
    at = 0.0
    for word in words:
        made.add(Rect(at, 2, side, side, strokeColor=MUTED, strokeWidth=0.7, fillColor=None))
        made.add(String(at + side + 3, 3, word, fontName=REGULAR, fontSize=size, fillColor=TEXT))
        at += side + 3 + stringWidth(word, REGULAR, size) + gap
    made.width = at
    return made


def ruled(space: float) -> Any:
    """A line to write on, with room above it."""
    return HRFlowable(width="100%", thickness=0.6, color=LINE, spaceBefore=space, spaceAfter=0)


def boxed(content: Story, *, outline: bool = False) -> Any:
    """Content in a quiet box; an outlined box is empty room."""
    look = ("BOX", (0, 0), (-1, -1), 0.8, LINE) if outline else ("BACKGROUND", (0, 0), (-1, -1), RAISED)
    return Table(
        [[content]],
        colWidths=[WIDTH],
        hAlign="LEFT",
        spaceBefore=4,
        spaceAfter=8,
        style=TableStyle(
            [
                look,
                _GRID[0],
                ("ROUNDEDCORNERS", [5, 5, 5, 5]),
                ("LEFTPADDING", (0, 0), (-1, -1), 12),
                ("RIGHTPADDING", (0, 0), (-1, -1), 12),
                ("TOPPADDING", (0, 0), (-1, -1), 8),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
            ]
        ),
    )


def indicator_table(report: Report, keys: Sequence[str]) -> Any:
    """Figures below each other, each with what it rests on and the remark that belongs to it."""
    rows = []
    for key in keys:
        each = report.figures.indicator(key)
        rows.append(
            (texts.INDICATORS[key][0], f'<font name="{SEMIBOLD}">{texts.value_text(each)}</font>', _basis(each))
        )
    return table(("Cijfer", "Uitkomst", "Waarop dit rust"), rows, (0.38, 0.16, 0.46))


def _basis(each: Indicator) -> str:
    """What is counted, over what, and the remark beside it."""
    _, counted, over = texts.INDICATORS[each.key]
    basis = texts.basis_text(each)
    words = f"{basis} · {over}" if over and basis else basis or counted
    remarks = " ".join(texts.NOTES[note] for note in each.notes)
    return f"{words}. {remarks}" if remarks else words


def breakdown(report: Report, key: str, *, rows: int = 0) -> Story:
    """A table of categories with a small bar per row and its note, without heading.

    Args:
        report: the evaluation.
        key: which table.
        rows: show at most this many rows; 0 for all.
    """
    made = report.figures.breakdown(key)
    _, counts, shares = texts.BREAKDOWNS[key]
    if not made.cells or made.total == 0:
        return [small("In deze periode nog niets om te tellen.")]
    note = texts.table_note(made, report.figures.protected)
    if made.hidden:
        return [small(f"Te klein om uit te splitsen. {note}")]
    top = max((cell.count or 0 for cell in made.cells), default=0)
    shown = made.cells[:rows] if rows else made.cells
    lines = [(_label(report, key, cell), _number(cell), _share(cell), bar(cell, top)) for cell in shown]
    total = f"Aandeel van {texts.number(made.total)}" if made.total is not None else "Aandeel"
    grid = table(("", counts, total, ""), lines, (0.36, 0.13, 0.21, 0.30))
    basis = "" if rows else f"Aandeel: {shares}."
    return [grid, Spacer(1, 3), small(f"{basis} {note}".strip(), size=8)]


def section(report: Report, key: str) -> Any:
    """A table of categories with its heading, kept together."""
    return KeepTogether([heading(texts.BREAKDOWNS[key][0]), *breakdown(report, key)])


def _label(report: Report, key: str, cell: Cell) -> str:
    return escape(texts.label(key, cell.key, report.reason_labels))


def _number(cell: Cell) -> str:
    return DOT if cell.hidden or cell.count is None else texts.number(cell.count)


def _share(cell: Cell) -> str:
    if cell.hidden:
        return f'<font color="{MUTED.hexval().replace("0x", "#")}">{DOT} niet getoond</font>'
    return texts.percent(cell.share) if cell.share is not None else "–"


def bar(cell: Cell, top: int) -> Any:
    """A small bar in a row, on the same axis as the rows around it."""
    picture = Drawing(_BAR_WIDTH, 9)
    if cell.count and top:
        picture.add(Rect(0, 0.5, max(1.0, _BAR_WIDTH * cell.count / top), 7.5, fillColor=ACCENT, strokeColor=None))
    return picture


def actions(report: Report) -> Any:
    """Improvement actions with owner, date and what became of them; open ones first."""
    agreed = _agreed(report)
    if not agreed:
        return small(_NO_ACTIONS)
    rows = [(escape(each.text), escape(each.owner), texts.day_text(each.due_on), _done(each)) for each in agreed]
    return table(("Actie", "Wie", "Klaar", "Stand"), rows, (0.40, 0.18, 0.18, 0.24))


def open_actions(report: Report, limit: int) -> Any:
    """Only what is still to be done, the earliest day first, at most so many."""
    agreed = _agreed(report)
    if not agreed:
        return small(_NO_ACTIONS)
    to_do = [each for each in agreed if each.done_on is None][:limit]
    if not to_do:
        return small("Alle afgesproken acties zijn gedaan; wat ze opleverden staat bij Wat we gaan doen.")
    rows = [(escape(each.text), escape(each.owner), texts.day_text(each.due_on)) for each in to_do]
    return table(("Actie", "Wie", "Klaar"), rows, (0.56, 0.25, 0.19))


def _agreed(report: Report) -> list[ImprovementAction]:
    standing = (each for each in report.actions if not each.archived)
    return sorted(standing, key=lambda each: (each.done_on is not None, each.due_on))


def _done(each: ImprovementAction) -> str:
    if each.done_on is None:
        return "loopt"
    result = f": {escape(each.result)}" if each.result else ""
    return f"gedaan op {texts.day_text(each.done_on)}{result}"
