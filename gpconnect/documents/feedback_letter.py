"""The letter in which a practice hears how a talk went: the lines that the worker approved, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import KeepTogether, Spacer

from gpconnect.documents import texts
from gpconnect.documents.layout import Sheet, Story, body, build, escape, heading, small
from gpconnect.documents.parts import table

LETTERS = {"S": "Subjectief", "O": "Objectief", "E": "Evaluatie", "P": "Plan"}
"""What doctors call the parts of a report."""
FOOTER = "Vertrouwelijk · gedeeld met toestemming (Jeugdwet 7.3.11)"


@dataclass(frozen=True, slots=True)
class FeedbackLetter:
    """What the letter says; the caller has checked that this practice may hear it.

    Attributes:
        doctor: whose patient it is; may be empty.
        address: of the practice, line by line.
        about: what the telling is about, in words.
        lines: what was approved, by letter (S, O, E, P).
    """

    doctor: str
    practice: str
    address: str
    child: str
    birth_date: date
    about: str
    talk_on: date
    lines: Mapping[str, str]
    from_name: str
    from_organization: str
    written_on: date


def feedback_letter(letter: FeedbackLetter) -> bytes:
    """The letter as PDF. Its title and metadata hold no name of the child."""
    title = "Terugkoppeling aan de huisarts"
    sheet = Sheet(title, letter.from_organization, title, footer=FOOTER)
    return build(lambda: _story(letter), sheet)


def _story(letter: FeedbackLetter) -> Story:
    sender = f"{escape(letter.from_name)}, {escape(letter.from_organization)}"
    to = "\n".join(filter(None, (letter.doctor, letter.practice, letter.address)))
    core = (
        ("Jeugdige", f"<b>{escape(letter.child)}</b>, geboren {texts.day_text(letter.birth_date)}"),
        ("Gesprek", f"{texts.day_text(letter.talk_on)}, spreekuur jeugd"),
        ("Gaat over", escape(letter.about)),
    )
    return [
        small(f"{sender} · {texts.day_text(letter.written_on)}", after=14),
        body(escape(to), after=14),
        heading("Terugkoppeling", 1),
        table(("Kern", ""), core, (0.24, 0.76)),
        Spacer(1, 6),
        *(_part(name, letter.lines[key]) for key, name in LETTERS.items() if letter.lines.get(key)),
        KeepTogether([Spacer(1, 8), body("Met vriendelijke groet,", after=14), body(sender)]),
    ]


def _part(name: str, lines: str) -> KeepTogether:
    return KeepTogether([body(f"<b>{name[0]} · {name}</b>", after=1), body(escape(lines), size=9.5, after=6)])
