"""The sheet that a newcomer gets in the hand: address, code, until when, and what to do with it.

It is good for one device and a day. It says from whom it comes, because the newcomer compares digits with that person.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from reportlab.platypus import Table, TableStyle

from gpconnect.documents import texts
from gpconnect.documents.layout import ACCENT, LINE, SEMIBOLD, WIDTH, Sheet, Story, body, build, escape, heading, small
from gpconnect.documents.parts import boxed

_HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class InvitationData:
    """What stands on an invitation.

    Attributes:
        name: of who is invited.
        host: of who lets them in, whom they phone or sit beside.
        where: what they come into, in words.
        hub: address, typed beside the code.
        code: groups of four signs, separated by spaces.
        until: aware; from then on the code opens nothing.
    """

    name: str
    host: str
    where: str
    hub: str
    code: str
    until: datetime


def invitation_sheet(data: InvitationData) -> bytes:
    """The invitation as PDF of one page; it says nothing about a child."""
    until = data.until.astimezone(_HERE)
    moment = f"{texts.long_day(until.date())}, {until:%H:%M} uur"

    def story() -> Story:
        return [
            small("GPConnect", after=2),
            heading(f"Uitnodiging voor {escape(data.name)}", 1),
            body(
                f"{escape(data.host)} nodigt je uit om mee te werken in GPConnect: {escape(data.where)}.",
                size=11,
                after=8,
            ),
            boxed([small("Adres van de server", after=2), body(escape(data.hub), size=15, font=SEMIBOLD, after=0)]),
            _code(data.code),
            body(f"Goed tot <b>{moment}</b>, voor één computer.", size=11),
            heading("Zo doe je het", top=True),
            *_steps(
                "Open GPConnect op je eigen werkcomputer en kies <b>Ik heb een code</b>. Werkt er al iemand op, kies "
                "dan eerst <b>Ik ben nieuw op deze computer</b>.",
                "Kies een wachtwoordzin die alleen jij weet. Typ daarna het adres en de code over. Hoofdletters, "
                "streepjes en spaties maken niet uit.",
                f"Bel {escape(data.host)}, of ga ernaast zitten. Staan op allebei de schermen dezelfde zes cijfers? "
                "Kies dan allebei <b>Ze zijn gelijk</b>.",
            ),
            heading("Geef dit blad van hand tot hand", top=True),
            body(
                "<b>Nooit met de mail of de post van de gemeente.</b> Wie de server beheert, mag deze code niet zien. "
                "Stuur ook geen foto. Lukt het niet op papier, lees de code dan voor door de telefoon.",
                size=11,
            ),
            body(
                "Zijn de cijfers niet gelijk, of had een ander dit blad? Kies <b>Niet gelijk</b> en vraag een nieuwe "
                "code. Is het gelukt, dan opent deze code niets meer: gooi het blad weg.",
                size=11,
            ),
        ]

    footer = "Uitnodiging: van hand tot hand, na gebruik weggooien"
    return build(story, Sheet("Uitnodiging GPConnect", data.host, "Uitnodiging voor één computer", footer=footer))


def _code(code: str) -> Any:
    """Four groups, large enough to type from at arm's length."""
    groups = [body(escape(group), size=27, font=SEMIBOLD, after=0) for group in code.split()]
    look = TableStyle(
        [
            ("BOX", (0, 0), (-1, -1), 1.4, ACCENT),
            ("LINEBEFORE", (1, 0), (-1, -1), 0.6, LINE),
            ("ROUNDEDCORNERS", [5, 5, 5, 5]),
            ("LEFTPADDING", (0, 0), (-1, -1), 16),
            ("TOPPADDING", (0, 0), (-1, -1), 8),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 14),
        ]
    )
    widths = [WIDTH / len(groups)] * len(groups)
    head = [small("Code", after=0), *("" for _ in groups[1:])]
    look.add("LINEBEFORE", (1, 0), (-1, 0), 0, LINE)
    look.add("SPAN", (0, 0), (-1, 0))
    look.add("BOTTOMPADDING", (0, 0), (-1, 0), 0)
    return Table([head, groups], colWidths=widths, hAlign="LEFT", spaceBefore=4, spaceAfter=8, style=look)


def _steps(*lines: str) -> Story:
    rows = [
        [body(str(number), size=15, font=SEMIBOLD, color=ACCENT), body(line, size=11)]
        for number, line in enumerate(lines, 1)
    ]
    look = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
    return [Table(rows, colWidths=[26, WIDTH - 26], hAlign="LEFT", style=look)]
