"""The sheets for the day that something is lost: a person's own, the employer's in the safe, and a space's.

Nothing stands on them about a child. The groups are numbered, because the program names the group with a typing error.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.platypus import Spacer, Table, TableStyle

from gpconnect.documents import texts
from gpconnect.documents.layout import (
    ACCENT,
    LINE,
    MUTED,
    REGULAR,
    SEMIBOLD,
    WIDTH,
    Sheet,
    Story,
    body,
    build,
    escape,
    heading,
    small,
)
from gpconnect.documents.parts import boxed

_GROUPS = 7


@dataclass(frozen=True, slots=True)
class RecoveryData:
    """What stands on a person's own sheet.

    Attributes:
        owner: whose file it opens.
        profile: the name of the profile's folder.
        code: one row of seven groups.
        made: the day.
    """

    owner: str
    profile: str
    code: str
    made: date


@dataclass(frozen=True, slots=True)
class EmployerData:
    """What stands on the sheet for the employer's safe.

    Attributes:
        employer: who keeps it.
        code: two rows of seven groups.
        fingerprint: what is read aloud when a laptop is added.
        made: the day.
    """

    employer: str
    code: str
    fingerprint: str
    made: date


@dataclass(frozen=True, slots=True)
class SpaceData:
    """What stands on the sheet that brings a space back on a new computer.

    Attributes:
        space: what people call it.
        code: rows of seven groups, to type.
        name: of a space that has no number, typed after the code; else empty.
        hub: address.
        root: fingerprint of the founding, to compare on the screen.
        made: the day.
    """

    space: str
    code: str
    name: str
    hub: str
    root: str
    made: date


def space_sheet(data: SpaceData) -> bytes:
    """The sheet of a team or practice for its employer's safe, as PDF of one page."""

    def story() -> Story:
        return [
            small("GPConnect", after=2),
            heading(f"Herstelblad van {data.space}", 1),
            body(
                "Is de laatste computer met deze gegevens weg, gestolen of verbrand? Met dit blad en de server "
                f"komt terug wat hierin werd gedeeld. Gemaakt op {texts.long_day(data.made)}.",
                size=11,
            ),
            _code(data.code),
            *([body(f"En daarachter: <b>{escape(data.name)}</b>", size=11)] if data.name else []),
            boxed(
                [
                    small("Adres van de server", after=2),
                    body(escape(data.hub), size=12, font=SEMIBOLD),
                    small("Vingerafdruk, om te vergelijken op het scherm", after=2),
                    body(escape(data.root), size=17, font=SEMIBOLD, after=0),
                ]
            ),
            heading("Zo doe je het", top=True),
            *_points(
                "Open GPConnect op de nieuwe computer. Kies: <b>Ik heb een herstelblad van mijn werk</b>.",
                "Typ het adres en de code over. Vergelijk de vingerafdruk met die op het scherm.",
                "Haal daarna in Beheer de verdwenen computer eruit, en maak een nieuw blad.",
            ),
            heading("Bewaar het veilig", top=True),
            *_points(
                "Leg dit blad in de kluis van de werkgever (het team) of van de praktijk. Nooit bij de gemeente.",
                "Wie dit blad heeft, kan alles lezen wat hier gedeeld wordt. Maak er geen foto van en mail het niet.",
                "Gaat iemand weg die dit blad kon zien? Maak in Beheer een nieuw blad; het oude werkt dan niet meer.",
            ),
        ]

    footer = "Herstelblad: alleen in de kluis van wie deze ruimte beheert"
    return build(story, Sheet("Herstelblad GPConnect", data.space, "Herstelblad van een ruimte", footer=footer))


def recovery_sheet(data: RecoveryData) -> bytes:
    """A person's own sheet as PDF, one page."""

    def story() -> Story:
        return [
            small("GPConnect", after=2),
            heading("Herstelblad", 1),
            body(
                f"Met de code hieronder opent <b>{escape(data.owner)}</b> het eigen bestand op deze computer als de "
                f"wachtwoordzin weg is. Profiel: <b>{escape(data.profile)}</b>. "
                f"Gemaakt op {texts.long_day(data.made)}.",
                size=11,
            ),
            _code(data.code),
            heading("Wanneer heb je dit nodig?", top=True),
            *_points(
                "Je weet je wachtwoordzin niet meer, of iemand heeft hem veranderd.",
                "Je zet een kopie terug op een andere computer en weet de wachtwoordzin van toen niet meer.",
            ),
            heading("Zo doe je het", top=True),
            *_points(
                "Open GPConnect. Kies onder het veld voor de wachtwoordzin: <b>Kom je er niet in?</b>",
                "Typ de code over. Hoofdletters, streepjes en spaties maken niet uit; O is een nul, I en L zijn een "
                "één. Bij een tikfout noemt het programma de groep.",
                "Kies meteen een nieuwe wachtwoordzin. Dit blad blijft daarna geldig.",
            ),
            heading("Bewaar het veilig", top=True),
            *_points(
                "Leg dit blad thuis of in een kluis, niet in de laptoptas: blad en laptop samen openen alles.",
                "Maak er geen foto van, scan het niet en mail het niet.",
                "Kwijt, of zag een ander het? Maak in Beheer, Sleutels een nieuw blad; het oude werkt dan niet meer.",
                "Zonder laptop of kopie opent dit blad niets: er staan geen gegevens op.",
            ),
        ]

    footer = "Herstelblad: bewaar dit apart van de computer"
    return build(story, Sheet("Herstelblad GPConnect", data.owner, "Herstelcode van één profiel", footer=footer))


def employer_sheet(data: EmployerData) -> bytes:
    """The sheet for the employer's safe as PDF, one page."""

    def story() -> Story:
        return [
            small("GPConnect", after=2),
            heading(f"Sleutelblad van {data.employer}", 1),
            body(
                "Met de code hieronder opent de werkgever het bestand van een medewerker die er zelf niet meer in kan, "
                "of die er niet meer is. Ze opent elke laptop waarop deze sleutel is toegevoegd. "
                f"Gemaakt op {texts.long_day(data.made)}.",
                size=11,
            ),
            _code(data.code),
            boxed(
                [
                    small("Vingerafdruk, om voor te lezen als een laptop wordt toegevoegd", after=2),
                    body(escape(data.fingerprint), size=17, font=SEMIBOLD, after=0),
                ]
            ),
            heading("Een laptop toevoegen", top=True),
            *_points(
                "Geef de medewerker het kleine bestand dat bij dit blad is gemaakt. Daar staat niets geheims in.",
                "De medewerker kiest Beheer, Sleutels, Werkgever en typt de vingerafdruk die u voorleest, liefst aan "
                "de telefoon. De code zelf leest u nooit voor.",
            ),
            heading("Een bestand openen", top=True),
            *_points(
                "Doe dit met twee mensen en alleen als de medewerker het weet, of niet meer bereikbaar is: wie opent "
                "kan dossiers lezen. Het openen komt in het inzagelog.",
                "Kies in GPConnect onder het veld voor de wachtwoordzin: <b>Kom je er niet in?</b> Typ beide regels "
                "over en kies een nieuwe wachtwoordzin.",
            ),
            heading("Bewaar het veilig", top=True),
            *_points(
                "Leg dit blad in de kluis van de werkgever. Nooit bij de gemeente, nooit bij een laptop.",
                "Maak er geen foto van, scan het niet en mail het niet. Gooi het PDF-bestand na het printen weg.",
                "Gaat iemand weg die dit blad kon zien? Maak een nieuw paar en laat elke laptop het toevoegen.",
            ),
        ]

    footer = "Sleutelblad: alleen in de kluis van de werkgever"
    return build(
        story, Sheet("Sleutelblad GPConnect", data.employer, "Herstelsleutel van een werkgever", footer=footer)
    )


def _code(code: str) -> Any:
    """The code in numbered groups, large enough to type from at arm's length."""
    lines: list[Sequence[Any]] = []
    for number, row in enumerate(code.split("\n")):
        groups = row.split()
        lines.append([small(str(number * _GROUPS + place + 1), size=8, after=0) for place in range(len(groups))])
        lines.append([body(escape(group), size=21, font=SEMIBOLD, after=0) for group in groups])
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("TEXTCOLOR", (0, 0), (-1, -1), MUTED),
            ("BOX", (0, 0), (-1, -1), 1.4, ACCENT),
            ("INNERGRID", (0, 0), (-1, -1), 0, LINE),
            ("LINEBEFORE", (1, 0), (-1, -1), 0.6, LINE),
            ("ROUNDEDCORNERS", [5, 5, 5, 5]),
            ("LEFTPADDING", (0, 0), (-1, -1), 8),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ]
    )
    made = Table(lines, colWidths=[WIDTH / _GROUPS] * _GROUPS, hAlign="LEFT", spaceBefore=6, spaceAfter=10)
    made.setStyle(look)
    return made


def _points(*lines: str) -> Story:
    return [*(body(f"–  {line}", size=10.5, after=3) for line in lines), Spacer(1, 2)]
