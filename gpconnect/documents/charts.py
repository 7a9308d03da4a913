"""Charts, drawn once: the same drawing as vectors in the PDF and as SVG on the screen. Readable without colour.

Only figures over the same denominator share an axis; what is hidden shows as a dot in the place of its bar.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from gpconnect.documents.layout import ACCENT, DOT, LINE, MUTED, QUIET, REGULAR, SEMIBOLD, TEXT, fonts

ROW = 20.0
BAR = 11.0
_SIZE = 9.0
_TICKS = 4
_FIVE = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        value: length on the axis; None when hidden.
        text: the figure with its denominator, written beside the bar.
        low: lower end of the interval, or None.
        high: upper end of the interval, or None.
        own: ours: darker, and its label heavier.
    """

    label: str
    value: float | None
    text: str
    low: float | None = None
    high: float | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A row of bars over one axis from 0 to `top`.

    Attributes:
        title: what it shows, also read aloud in place of the picture.
        percent: the axis is in percent (0 to 1).
    """

    title: str
    bars: tuple[Bar, ...]
    top: float
    percent: bool = False

    def in_words(self) -> str:
        """The chart as a sentence, for who cannot see it."""
        return f"{self.title}: " + "; ".join(f"{bar.label} {bar.text}" for bar in self.bars) + "."


def nice_top(values: Sequence[float | None]) -> float:
    """A round end for the axis, just above the largest value."""
    largest = max((value for value in values if value is not None), default=1.0)
    for top in (4, 8, 12, 20, 40, 60, 80, 100, 120, 160, 200, 300, 400, 600, 800, 1_000):
        if largest <= top:
            return float(top)
    return float(ceil(largest / 1_000) * 1_000)


def drawing(chart: Chart, width: float) -> Drawing:
    """The chart as vectors, `width` points wide."""
    fonts()
    height = ROW * len(chart.bars) + 16
    picture = Drawing(width, height)
    left = max((stringWidth(bar.label, SEMIBOLD, _SIZE) for bar in chart.bars), default=0) + 10
    right = max((stringWidth(bar.text, REGULAR, _SIZE) for bar in chart.bars), default=0) + 12
    room = max(60.0, width - left - right)
    _axis(picture, chart, left, room, height)
    for number, bar in enumerate(chart.bars):
        _bar(picture, bar, (left, height - (number + 1) * ROW), room / chart.top, left + room + 12)
    return picture


def _axis(picture: Drawing, chart: Chart, left: float, room: float, height: float) -> None:
    ticks = int(chart.top) if chart.top == _FIVE else _TICKS
    for step in range(ticks + 1):
        x = left + room * step / ticks
        picture.add(Line(x, 14, x, height, strokeColor=LINE, strokeWidth=0.5))
        value = chart.top * step / ticks
        text = f"{value * 100:.0f}%" if chart.percent else f"{value:.0f}"
        picture.add(String(x, 4, text, fontName=REGULAR, fontSize=7, fillColor=MUTED, textAnchor="middle"))


def _bar(picture: Drawing, bar: Bar, corner: tuple[float, float], unit: float, text_x: float) -> None:
    left, y = corner
    base = y + (ROW - _SIZE) / 2 + 1.5
    font = SEMIBOLD if bar.own else REGULAR
    picture.add(String(0, base, bar.label, fontName=font, fontSize=_SIZE, fillColor=TEXT))
    picture.add(String(text_x, base, bar.text, fontName=font, fontSize=_SIZE, fillColor=TEXT if bar.own else MUTED))
    if bar.value is None:
        picture.add(String(left + 4, base, DOT, fontName=SEMIBOLD, fontSize=_SIZE, fillColor=MUTED))
        return
    fill = ACCENT if bar.own else QUIET
    bottom = y + (ROW - BAR) / 2
    picture.add(Rect(left, bottom, bar.value * unit, BAR, fillColor=fill, strokeColor=None))
    if bar.low is not None and bar.high is not None:
        middle = bottom + BAR / 2
        ends = (left + bar.low * unit, left + bar.high * unit)
        picture.add(Line(ends[0], middle, ends[1], middle, strokeColor=TEXT, strokeWidth=1))
        for x in ends:
            picture.add(Line(x, middle - 3, x, middle + 3, strokeColor=TEXT, strokeWidth=1))


def chart_svg(chart: Chart, width: float = 520) -> str:
    """The same drawing as an SVG document for the screen, with the words of the chart as its title."""
    svg = str(renderSVG.drawToString(drawing(chart, width)))
    semibold = f"font-family: {SEMIBOLD}"
    svg = svg.replace(semibold, "font-family: Source Sans Pro; font-weight: 600")
    svg = svg.replace(f"font-family: {REGULAR}", "font-family: Source Sans Pro")
    words = chart.in_words().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    start = svg.index("<title>")
    return svg[:start] + f"<title>{words}</title>" + svg[svg.index("</title>") + len("</title>") :]
