"""Small prints of the desk: the appointment card a family takes home, and the day sheet of a half-day.

The card names no reason and no request for help: it lies on kitchen tables.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from reportlab.platypus import HRFlowable, KeepTogether, Spacer

from gpconnect.documents import texts
from gpconnect.documents.layout import LINE, MUTED, SEMIBOLD, Sheet, Story, body, build, escape, heading, small
from gpconnect.documents.parts import boxed, table

_HERE = ZoneInfo("Europe/Amsterdam")


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


def card_text(card: CardData) -> str:
    """The card as text to copy into a message."""
    day = texts.long_day(card.starts_at.astimezone(_HERE).date())
    where = f"{card.site_name}, {card.address}" if card.address else card.site_name
    room = f", kamer {card.room}" if card.room else ""
    lines = [
        f"Afspraak voor {card.given_name}",
        f"{day}, {_clock(card.starts_at)} uur ({card.minutes} minuten)",
        f"{where}{room}",
        f"Met {card.worker_name}",
    ]
    if card.interpreter:
        lines.append(f"Er is een tolk: {card.interpreter}")
    if card.phone:
        lines.append(f"Kunt u niet? Bel {card.phone}.")
    return "\n".join(lines)


def appointment_card(card: CardData) -> bytes:
    """The card as PDF: a slip at the top of an A4, with a line to cut along."""
    first, *rest = card_text(card).split("\n")
    slip: Story = [
        small("Spreekuur jeugd en gezin", after=2),
        body(escape(first), size=15, font=SEMIBOLD, after=4),
        body(escape(rest[0]), size=12, font=SEMIBOLD, after=6),
        *(body(escape(line), size=11, after=3) for line in rest[1:]),
    ]
    cut = HRFlowable(width="100%", thickness=0.8, color=MUTED, dash=(3, 3), spaceBefore=16, spaceAfter=2)
    sheet = Sheet("Afspraakkaart", card.site_name, "Afspraak spreekuur", footer="Spreekuur jeugd en gezin")
    return build(lambda: [boxed([*slip]), cut, small("hier afknippen", size=8)], sheet)


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
