"""The handover letter: what the receiver needs, point by point, and on which ground it may be shared."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.platypus import KeepTogether, Spacer

from gpconnect.documents import texts
from gpconnect.documents.layout import Sheet, Story, body, build, escape, heading, small
from gpconnect.documents.parts import boxed, table


@dataclass(frozen=True, slots=True)
class LetterPoint:
    """One point of the content checklist: its title, the text, and whether this receiver does not get it."""

    title: str
    text: str
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class LetterData:
    """What a handover letter holds; the caller has checked that a ground is recorded.

    Attributes:
        safety: how safe the child is, in the words the family reads.
        ground: the ground for sharing in words, with its article.
        points: the checklist in order.
        people: who matters: (who, role, how to reach).
    """

    to_name: str
    to_address: str
    from_name: str
    from_organization: str
    from_phone: str
    written_on: date
    child_name: str
    birth_date: date
    access_route: str
    safety: str
    ground: str
    points: tuple[LetterPoint, ...]
    people: tuple[tuple[str, str, str], ...] = ()
    case_lead: str = ""
    answer_by: date | None = None
    callback_on: date | None = None


def handover_letter(letter: LetterData) -> bytes:
    """The letter as PDF. Its title and metadata hold no name of the child."""
    sheet = Sheet(
        "Warme overdracht", letter.from_organization, "Overdracht van hulp", footer="Vertrouwelijk · warme overdracht"
    )
    return build(lambda: _story(letter), sheet)


def _story(letter: LetterData) -> Story:
    address = escape(f"{letter.to_name}\n{letter.to_address}".strip())
    sender = escape(f"{letter.from_name}, {letter.from_organization}")
    return [
        small(f"{sender} · {escape(letter.from_phone)}", after=14),
        body(address, after=14),
        small(texts.day_text(letter.written_on), after=4),
        heading("Warme overdracht", 1),
        _core(letter),
        *_asked(letter),
        heading("Inhoud"),
        *(_point(point) for point in letter.points if point.text or point.withheld),
        *_people(letter),
        KeepTogether([Spacer(1, 14), body("Met vriendelijke groet,", after=26), body(sender)]),
    ]


def _core(letter: LetterData) -> Any:
    rows = (
        ("Jeugdige", f"<b>{escape(letter.child_name)}</b>, geboren {texts.day_text(letter.birth_date)}"),
        ("Veiligheid", f"<b>{escape(letter.safety)}</b>"),
        ("Toegang", escape(letter.access_route)),
        ("Grond om te delen", escape(letter.ground)),
        ("Casusregisseur", escape(letter.case_lead or letter.from_name)),
    )
    return table(("Kern", ""), rows, (0.24, 0.76))


def _asked(letter: LetterData) -> Story:
    """What we ask of the receiver, with dates; the sender stays responsible until then."""
    lines = ["Wij blijven verantwoordelijk en houden contact met het gezin tot u bevestigt dat u het overneemt."]
    if letter.answer_by:
        lines.append(f"Laat u uiterlijk <b>{texts.day_text(letter.answer_by)}</b> weten of het lukt?")
    if letter.callback_on:
        lines.append(f"Op {texts.day_text(letter.callback_on)} bellen wij na of er contact is geweest.")
    return [Spacer(1, 6), boxed([body(" ".join(lines), after=0)])]


def _point(point: LetterPoint) -> KeepTogether:
    text = "Niet gedeeld met deze ontvanger." if point.withheld else point.text
    return KeepTogether([body(f"<b>{escape(point.title)}</b>", after=1), body(escape(text), after=7)])


def _people(letter: LetterData) -> Story:
    if not letter.people:
        return []
    rows = [tuple(escape(part) for part in person) for person in letter.people]
    return [KeepTogether([heading("Betrokkenen"), table(("Wie", "Rol", "Bereikbaar"), rows, (0.36, 0.3, 0.34))])]
