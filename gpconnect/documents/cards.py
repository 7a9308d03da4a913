"""Small prints of the desk: the appointment card a family takes home, and the day sheet of a half-day.

The card names no reason and no request for help: it lies on kitchen tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from reportlab.platypus import HRFlowable, KeepInFrame, KeepTogether, Spacer

from gpconnect.documents import texts
from gpconnect.documents.card_words import CardWords
from gpconnect.documents.layout import (
    ACCENT,
    CARD,
    LINE,
    SEMIBOLD,
    TEXT,
    Sheet,
    Story,
    body,
    build,
    escape,
    heading,
    small,
)
from gpconnect.documents.parts import table

_HERE = ZoneInfo("Europe/Amsterdam")
PAGE = CARD
_FIXED = "\N{NO-BREAK SPACE}"
HELP = ("danger", "safe_home", "suicide", "adviser", "complaint")
"""The numbers on every card, in this order."""


@dataclass(frozen=True, slots=True)
class CardData:
    """What stands on an appointment card.

    Attributes:
        given_name: the child's first name only.
        starts_at: aware UTC.
        minutes: length of the talk.
    """

    given_name: str
    starts_at: datetime
    minutes: int
    site_name: str
    address: str
    worker_name: str
    phone: str
    room: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One slot of a half-day: name and age only where sharing is agreed."""

    starts_at: datetime
    minutes: int
    who: str
    visit: str
    reasons: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The list of a half-day, to have when the computer fails."""

    site_name: str
    worker_name: str
    day: date
    rows: tuple[DayRow, ...]
    room: str = ""


def _clock(moment: datetime) -> str:
    """Wall time in the practice."""
    return f"{moment.astimezone(_HERE):%H:%M}"


def card_text(card: CardData, words: CardWords, phones: Mapping[str, str]) -> str:
    """The card as text to copy into a message.

    Args:
        card: the appointment.
        words: of one language.
        phones: as they are printed, by key: see `HELP`.
    """
    return "\n".join((*_appointment(card, words), "", *_help(words, phones)))


def appointment_card(card: CardData, words: CardWords, phones: Mapping[str, str]) -> bytes:
    """The card as PDF, A6: one page whatever is on it. Arguments as `card_text`."""
    first, when, *rest = _appointment(card, words)
    page = replace(PAGE, language=words.language)

    def story() -> Story:
        lines: Story = [
            small(escape(words.say("title")), after=3),
            HRFlowable(width="100%", thickness=1.6, color=ACCENT, spaceBefore=0, spaceAfter=7),
            body(escape(first), size=15, font=SEMIBOLD, after=4),
            body(escape(when), size=12.5, font=SEMIBOLD, after=7),
            *(body(_kept(line, card.phone), size=11, after=3.4) for line in rest),
            HRFlowable(width="100%", thickness=0.6, color=LINE, spaceBefore=7, spaceAfter=7),
            *(small(_kept(line, *phones.values()), size=8.8, color=TEXT, after=3) for line in _help(words, phones)),
        ]
        # A practice with a very long name gets a smaller card, not a second page.
        return [KeepInFrame(page.frame[2], page.frame[3], lines, mode="shrink")]

    sheet = Sheet(words.say("title"), card.site_name, words.say("title"))
    return build(story, sheet, page=page)


def _appointment(card: CardData, words: CardWords) -> list[str]:
    """When, where, with whom, and whom to phone; never why."""
    room = words.say("room", room=card.room) if card.room else ""
    lines = [
        words.say("for_whom", name=card.given_name),
        words.when(card.starts_at.astimezone(_HERE).date(), _clock(card.starts_at)),
        words.say("length", minutes=card.minutes),
        ", ".join(filter(None, (card.site_name, card.address, room))),
        words.say("with_whom", worker=card.worker_name),
    ]
    if card.interpreter:
        lines.append(words.say("interpreter", interpreter=card.interpreter))
    if card.phone:
        lines.append(words.say("cannot", phone=card.phone))
    return lines


def _kept(line: str, *phones: str) -> str:
    """A line as markup, its phone number bold and never broken over two lines."""
    made = escape(line)
    for phone in {escape(one) for one in phones if one}:
        made = made.replace(phone, f"<b>{phone.replace(' ', _FIXED)}</b>")
    return made


def _help(words: CardWords, phones: Mapping[str, str]) -> list[str]:
    """Whom to turn to, the same for everybody: it tells nothing about who holds the card."""
    return [words.say("wait"), *(words.say(key, phone=phones[key]) for key in HELP)]


def day_sheet(sheet: DaySheet) -> bytes:
    """The list of a half-day as PDF; it holds names, so it says where it belongs."""
    rows = [
        (
            f"<b>{_clock(row.starts_at)}</b>",
            f"{row.minutes} min",
            f"<b>{escape(row.who)}</b>" if row.who else "vrij",
            escape(row.visit),
            escape(" · ".join(part for part in (row.reasons, row.remark) if part)),
        )
        for row in sheet.rows
    ]
    room = f", kamer {sheet.room}" if sheet.room else ""
    about = Sheet(
        "Daglijst spreekuur", sheet.site_name, "Daglijst", footer="Vertrouwelijk: na het spreekuur vernietigen"
    )

    def story() -> Story:
        empty = small("Dit dagdeel heeft nog geen plekken.")
        header = ("Tijd", "Duur", "Wie", "Soort", "Waarvoor en let op")
        return [
            heading(texts.long_day(sheet.day).capitalize(), 1),
            body(escape(f"{sheet.site_name}{room} · {sheet.worker_name}"), after=8),
            table(header, rows, (0.1, 0.1, 0.27, 0.17, 0.36)) if rows else empty,
            KeepTogether(
                [
                    Spacer(1, 14),
                    small("Aantekeningen (neem over in het programma, gooi dan dit blad weg)"),
                    *(HRFlowable(width="100%", thickness=0.6, color=LINE, spaceBefore=20) for _ in range(4)),
                ]
            ),
        ]

    return build(story, about)
