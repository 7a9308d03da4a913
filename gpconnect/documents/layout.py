"""Paper: the fonts, tones and styles that every printed page shares, and how a document is built.

A4, one bundled typeface (Source Sans, embedded), the light tones of the screen. reportlab knows how many pages there
are only afterwards, so a document is laid out twice: the second time each page says "x van y".
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from font_source_sans_pro import font_files_ttf
from reportlab.graphics.shapes import STATE_DEFAULTS
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, A6
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from gpconnect.documents import glyphs

REGULAR = "SourceSans"
SEMIBOLD = "SourceSans-Semibold"
ITALIC = "SourceSans-It"

TEXT = HexColor("#1F2933")
MUTED = HexColor("#586470")
ACCENT = HexColor("#0B6E69")
ACCENT_SOFT = HexColor("#DDF0EE")
QUIET = HexColor("#B7C4C8")
LINE = HexColor("#DAD6CD")
RAISED = HexColor("#F1EFE9")
WHITE = HexColor("#FFFFFF")

MARGIN = 21 * mm
WIDTH = A4[0] - 2 * MARGIN
HEIGHT = A4[1] - 42 * mm
DOT = "·"
"""What stands where a small number is hidden."""

Story = list[Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a document says about itself, on paper and in its metadata."""

    title: str
    author: str
    subject: str
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """How large the paper is.

    Attributes:
        size: width and height, in points.
        margin: on all sides of a small page; a large one leaves more room below.
        footer: title and page number at the bottom.
        language: of the words, for who has them read aloud.
    """

    size: tuple[float, float] = A4
    margin: float = MARGIN
    footer: bool = True
    language: str = "nl-NL"

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """Left, bottom, width and height of what is printed on."""
        below = 22 * mm if self.footer else self.margin
        above = 20 * mm if self.footer else self.margin
        return self.margin, below, self.size[0] - 2 * self.margin, self.size[1] - below - above


LARGE = Page()
CARD = Page(A6, 9 * mm, footer=False)
"""A card that fits a wallet: A6, the quarter of a sheet."""


@cache
def fonts() -> None:
    """Registers the bundled typeface once per process."""
    for name, member in ((REGULAR, "Regular"), (SEMIBOLD, "Semibold"), (ITALIC, "It")):
        path = next(path for path in map(str, _font_paths()) if path.endswith(f"SourceSansPro-{member}.ttf"))
        pdfmetrics.registerFont(TTFont(name, path))
    # Without this every drawing mentions Helvetica, which would then be a font that is not embedded.
    STATE_DEFAULTS["fontName"] = REGULAR
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=SEMIBOLD)


def _font_paths() -> Sequence[str]:
    return list(font_files_ttf.values())


def style(
    size: float = 10,
    *,
    font: str = REGULAR,
    color: Color = TEXT,
    before: float = 0,
    after: float = 0,
    right: bool = False,
) -> ParagraphStyle:
    """A paragraph style; leading follows the size, single lines never stay behind alone."""
    fonts()
    return ParagraphStyle(
        f"{font}-{size}-{before}-{after}-{right}",
        fontName=font,
        fontSize=size,
        leading=size * 1.36,
        textColor=color,
        spaceBefore=before,
        spaceAfter=after,
        allowWidows=0,
        allowOrphans=0,
        alignment=TA_RIGHT if right else 0,
        splitLongWords=1,
    )


@cache
def printable() -> frozenset[int]:
    """The code points that the typeface has a picture of, in each weight in which people's words are set."""
    fonts()
    regular, semibold = (pdfmetrics.getFont(name).face.charToGlyph for name in (REGULAR, SEMIBOLD))
    return frozenset(regular) & frozenset(semibold)


def readable(text: str) -> str:
    """Text from people as a page can show it: what the typeface lacks stands in words between brackets."""
    return glyphs.readable(text, printable())


def escape(text: str) -> str:
    """Text from people, safe inside a paragraph's markup; line breaks are kept, and nothing becomes an empty box."""
    clean = readable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return clean.replace("\r\n", "\n").replace("\n", "<br/>")


def body(text: str, **how: Any) -> Any:
    """A paragraph of running text; `text` may hold markup, so escape what people wrote."""
    return Paragraph(text, style(**({"size": 10, "after": 5} | how)))


def small(text: str, **how: Any) -> Any:
    """A second line: quieter and smaller."""
    return Paragraph(text, style(**({"size": 8.5, "color": MUTED, "after": 4} | how)))


def heading(text: str, level: int = 2, *, top: bool = False, keep: bool = True) -> Any:
    """A heading in the outline that stays with what follows.

    Args:
        text: the words.
        level: 1 for a chapter, 2 within it.
        top: a small heading at the first level of the outline.
        keep: False before a table that may split; put a conditional page break before it instead.
    """
    size, before, after, color = {1: (20, 0, 8, TEXT), 2: (12.5, 12, 4, ACCENT)}[level]
    made = Paragraph(text, style(size, font=SEMIBOLD, color=color, before=before, after=after))
    made.keepWithNext = int(keep)
    made.outline = (0 if top else level - 1, text)
    return made


def build(story: Callable[[], Story], sheet: Sheet, *, cover: bool = False, page: Page = LARGE) -> bytes:
    """The document as bytes.

    Args:
        story: makes the flowables anew; called twice, because the first pass counts the pages.
        sheet: title, author and footer.
        cover: the first page carries no footer.
        page: the paper.
    """
    pages = _layout(io.BytesIO(), story(), sheet, page, total=0, cover=cover)
    target = io.BytesIO()
    _layout(target, story(), sheet, page, total=pages, cover=cover)
    return target.getvalue()


def _layout(target: io.BytesIO, story: Story, sheet: Sheet, page: Page, *, total: int, cover: bool) -> int:
    fonts()
    document = BaseDocTemplate(
        target,
        pagesize=page.size,
        title=sheet.title,
        author=sheet.author,
        subject=sheet.subject,
        creator="GPConnect",
        lang=page.language,
        initialFontName=REGULAR,
    )
    frame = Frame(*page.frame, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    on_page = _footer(sheet, total, cover=cover) if page.footer else _nothing
    document.addPageTemplates([PageTemplate("page", [frame], onPage=on_page)])
    document.afterFlowable = _bookmark(document)
    document.build(story)
    return int(document.page)


def _nothing(_canvas: Any, _document: Any) -> None:
    """A card says what it is by itself."""


def _footer(sheet: Sheet, total: int, *, cover: bool) -> Callable[[Any, Any], None]:
    def draw(canvas: Any, document: Any) -> None:
        if cover and document.page == 1:
            return
        canvas.saveState()
        canvas.setFont(REGULAR, 8)
        canvas.setFillColor(MUTED)
        canvas.drawString(MARGIN, 12 * mm, sheet.footer or sheet.title)
        canvas.drawRightString(A4[0] - MARGIN, 12 * mm, f"{document.page} van {total}")
        canvas.restoreState()

    return draw


def _bookmark(document: Any) -> Callable[[Any], None]:
    """Puts every heading in the outline, so that a reader can jump."""
    numbers = count(1)

    def after(flowable: Any) -> None:
        outline = getattr(flowable, "outline", None)
        if outline is not None:
            level, text = outline
            key = f"heading-{next(numbers)}"
            document.canv.bookmarkPage(key)
            document.canv.addOutlineEntry(text, key, level=level, closed=level == 0)

    return after
