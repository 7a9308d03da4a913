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
from gpconnect.documents.parts import boxed, choices, ruled, table

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
    doctor: str = ""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One slot of a half-day: name and number only where sharing is agreed.

    Attributes:
        safe_contact: how the family may be reached without danger, in their own words.
    """

    starts_at: datetime
    minutes: int
    who: str
    visit: str
    reasons: str = ""
    remark: str = ""
    phone: str = ""
    safe_contact: str = ""


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The list of a half-day, to work with when the computer fails.

    Attributes:
        note: what somebody wrote for the day.
        calls: whom to phone, each with a number.
        closed: why nobody is here after all, or empty.
    """

    site_name: str
    worker_name: str
    day: date
    rows: tuple[DayRow, ...]
    room: str = ""
    note: str = ""
    calls: tuple[tuple[str, str], ...] = ()
    closed: str = ""


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
    if card.doctor:
        lines.append(words.say("doctor", doctor=card.doctor))
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
    """The list of a half-day as PDF, with room for what comes of it; it holds names, so it says where it belongs."""
    room = f", kamer {sheet.room}" if sheet.room else ""
    about = Sheet(
        "Daglijst spreekuur", sheet.site_name, "Daglijst", footer="Vertrouwelijk: na het spreekuur vernietigen"
    )

    def story() -> Story:
        empty = small("Dit dagdeel heeft nog geen plekken.")
        header = ("Tijd", "Wie, en hoe te bereiken", "Waarvoor en let op", "Wat kwam ervan")
        rows = [_day_row(row) for row in sheet.rows]
        closed = (
            [body(f"<b>Gesloten: {escape(sheet.closed)}.</b> Verzet de afspraken.", after=6)] if sheet.closed else []
        )
        note = [boxed([body(escape(sheet.note), after=0)]), Spacer(1, 8)] if sheet.note else []
        return [
            heading(texts.long_day(sheet.day).capitalize(), 1),
            body(escape(f"{sheet.site_name}{room} · {sheet.worker_name}"), after=8),
            *closed,
            *note,
            table(header, rows, (0.1, 0.3, 0.26, 0.34)) if rows else empty,
            KeepTogether([Spacer(1, 10), *_whom_to_phone(sheet.calls), *_room_to_write()]),
        ]

    return build(story, about)


def _day_row(row: DayRow) -> tuple[str | Story, ...]:
    who = [body(f"<b>{escape(row.who)}</b>" if row.who else "vrij", size=9.5, after=1)]
    if row.phone:
        who.append(body(f"<b>{escape(row.phone).replace(' ', _FIXED)}</b>", size=10.5, after=1))
    if row.safe_contact:
        who.append(small(f"Veilig bereiken: {escape(row.safe_contact)}", after=0, color=TEXT))
    why = [body(escape(row.visit), size=9.5, after=1)]
    why += [small(escape(part), after=1, color=TEXT) for part in (row.reasons, row.remark) if part]
    return (
        [body(f"<b>{_clock(row.starts_at)}</b>", size=10.5, after=0), small(f"{row.minutes} min", after=0)],
        who,
        why,
        [choices("gekomen", "niet gekomen"), choices("advies", "vervolg", "overdracht"), ruled(11), ruled(13)],
    )


def _whom_to_phone(calls: tuple[tuple[str, str], ...]) -> Story:
    if not calls:
        return []
    named = " · ".join(f"{escape(who)}: <b>{escape(phone).replace(' ', _FIXED)}</b>" for who, phone in calls)
    return [small("Wie te bellen", font=SEMIBOLD, color=TEXT, after=2), body(named, size=9.5, after=6)]


def _room_to_write() -> Story:
    words = "Kwam er iemand bij, of belde er iemand? Schrijf het hier, neem het later over en vernietig dit blad."
    return [small(words), *(ruled(18) for _ in range(3))]
