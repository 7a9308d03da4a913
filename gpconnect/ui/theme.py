"""Colours, sizes and type of the program, light and dark, at 100 to 200 % text.

Every measure is given at 100 % and grows with the scale; every colour has a role, never a place. Qt's own
palette lacks good, attention and danger, so a style sheet template is filled from the same tokens.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FAMILIES = ("Source Sans Pro", "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic")
TONES = ("neutral", "accent", "good", "attention", "danger")
_FACES = ("SourceSansPro", "SourceSansProIt", "SourceSansProSemibold", "SourceSansProBold")
_PROPERTY = "gpconnect_theme"
_DRESSED = "gpconnect_dressed"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour per role, as ``#RRGGBB``."""

    surface: str
    panel: str
    raised: str
    line: str
    field: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    attention: str
    attention_soft: str
    danger: str
    danger_soft: str


LIGHT = Tokens(
    surface="#FAF9F6",
    panel="#FFFFFF",
    raised="#F1EFE9",
    line="#DAD6CD",
    field="#868E95",
    text="#1F2933",
    muted="#586470",
    accent="#0B6E69",
    on_accent="#FFFFFF",
    accent_soft="#DDF0EE",
    good="#2A7148",
    good_soft="#E1F3E8",
    attention="#8A5200",
    attention_soft="#FFF0D2",
    danger="#A3262A",
    danger_soft="#FCE6E6",
)
DARK = Tokens(
    surface="#14191D",
    panel="#1B2227",
    raised="#242D33",
    line="#36424A",
    field="#75828B",
    text="#EDF1F3",
    muted="#A9B6BE",
    accent="#5CC8BF",
    on_accent="#0C2422",
    accent_soft="#163F3C",
    good="#7CCB97",
    good_soft="#173623",
    attention="#F0B65A",
    attention_soft="#403013",
    danger="#F28B8B",
    danger_soft="#4A2323",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Light or dark, and how large the text is (1.0 to 2.0)."""

    dark: bool = False
    scale: float = 1.0

    @property
    def tokens(self) -> Tokens:
        return DARK if self.dark else LIGHT

    def px(self, at_100: float) -> int:
        """Pixels for a measure given at 100 %, at least one."""
        return max(1, round(at_100 * self.scale))

    def space(self, units: float = 1) -> int:
        """Pixels for a number of spacing units of 8 px."""
        return self.px(8 * units)

    def color(self, role: str) -> QColor:
        """The colour of a role by its token name."""
        return QColor(getattr(self.tokens, role))

    def tone(self, tone: str) -> tuple[QColor, QColor]:
        """Foreground and soft background of a tone."""
        if tone in {"accent", "good", "attention", "danger"}:
            return self.color(tone), self.color(f"{tone}_soft")
        return self.color("text"), self.color("raised")

    def font(self, size: float = 16, *, weight: int = 400) -> QFont:
        """The bundled face at a size given for 100 %, with figures that line up."""
        font = QFont(list(FAMILIES))
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def current() -> Theme:
    """The theme that was applied last; the plain light one before that."""
    app = QApplication.instance()
    found = app.property(_PROPERTY) if app else None
    return found if isinstance(found, Theme) else Theme()


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole program: style, palette, font and style sheet."""
    _register_fonts()
    app.setProperty(_PROPERTY, theme)
    # Once: under a style sheet the style no longer says its name, and setting it again touches every widget.
    if not app.property(_DRESSED):
        app.setStyle("Fusion")
        app.setProperty(_DRESSED, True)
    app.setPalette(palette(theme))
    app.setFont(theme.font())
    app.setStyleSheet(style_sheet(theme))


def choose(app: QApplication, choice: str, scale: float) -> Theme:
    """Turn the choice ``system``, ``light`` or ``dark`` into a theme, asking the system when told to."""
    dark = choice == "dark"
    if choice == "system":
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Theme(dark=dark, scale=min(2.0, max(1.0, scale)))


def follow_system(app: QApplication, changed: Callable[[Qt.ColorScheme], None]) -> None:
    """Call a bound method when the system goes from light to dark or back."""
    app.styleHints().colorSchemeChanged.connect(changed)


def palette(theme: Theme) -> QPalette:
    """All of Qt's palette roles from our tokens, so that Fusion's own drawing fits in."""
    role = QPalette.ColorRole
    names = {
        role.Window: "surface",
        role.WindowText: "text",
        role.Base: "panel",
        role.AlternateBase: "raised",
        role.Text: "text",
        role.Button: "panel",
        role.ButtonText: "text",
        role.BrightText: "danger",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.PlaceholderText: "muted",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Accent: "accent",
        role.Light: "panel",
        role.Midlight: "raised",
        role.Mid: "line",
        role.Dark: "field",
        role.Shadow: "line",
    }
    result = QPalette()
    for key, name in names.items():
        result.setColor(key, theme.color(name))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, theme.color("muted"))
    return result


def style_sheet(theme: Theme) -> str:
    """The style sheet with every colour and measure filled in."""
    measures = {f"px{n}": f"{theme.px(n)}px" for n in (1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 17, 20, 24, 26)}
    measures |= {f"px{n}": f"{theme.px(n)}px" for n in (28, 32, 34, 36, 62, 64)}
    thin, thick = theme.px(1), theme.px(2)
    # A thicker border on focus takes its room from the inside, so that nothing moves.
    measures |= {"tall": f"{theme.px(36) - 2 * thin}px", "tall_focus": f"{theme.px(36) - 2 * thick}px"}
    measures |= {f"pad{n}_focus": f"{theme.px(n) + thin - thick}px" for n in (8, 10, 14)}
    icons = (RESOURCES / "icons").as_posix()
    shade = "dark" if theme.dark else "light"
    accent = theme.color("accent")
    hover, down = (accent.lighter(112), accent.lighter(124)) if theme.dark else (accent.darker(112), accent.darker(128))
    measures |= {"accent_hover": hover.name(), "accent_down": down.name()}
    return _template().substitute(asdict(theme.tokens) | measures | {"icons": icons, "shade": shade})


@cache
def _template() -> Template:
    return Template((RESOURCES / "theme.qss").read_text(encoding="utf-8"))


@cache
def _register_fonts() -> None:
    files: dict[str, str] = import_module("font_source_sans_pro").font_files_ttf
    for face in _FACES:
        QFontDatabase.addApplicationFont(files[face])


def icon(name: str, role: str = "muted") -> QIcon:
    """A glyph of the bundled Phosphor set by its name, tinted with a token; the set loads on first use."""
    made: QIcon = import_module("qtawesome").icon(f"ph.{name}", color=getattr(current().tokens, role))
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties (``role``, ``tone``) and make the style sheet look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
