"""The letter that tells a family why something they asked to have erased stays, and where they can complain.

Whoever refuses says why, that one can complain to the supervisor, and go to court (AVG artikel 12 lid 4). To court it
is within six weeks of the answer (UAVG artikel 35 lid 2); a provider of youth help has a complaints committee.
"""

from dataclasses import dataclass
from datetime import date

from reportlab.platypus import KeepTogether, Spacer

from gpconnect.documents import texts
from gpconnect.documents.layout import Sheet, Story, body, build, escape, heading, small
from gpconnect.documents.parts import boxed
from gpconnect.domain.erasure import Article, Refusal

GROUNDS = {
    Refusal.INTEREST_OF_ANOTHER: "een ander er groot belang bij heeft dat het bewaard blijft",
    Refusal.LAW: "een wet eist dat het bewaard blijft",
}
LAW = {
    Article.ON_REQUEST: "Jeugdwet 7.3.9 lid 2",
    Article.GDPR: "AVG artikel 17 lid 3",
    Article.RETENTION: "Jeugdwet 7.3.9 lid 2",
}
COMPLAIN = (
    "Ben je het er niet mee eens? Praat er met ons over, of laat een vertrouwenspersoon van Jeugdstem meedenken.",
    "Je kunt een klacht indienen bij de klachtencommissie van onze organisatie, of bij de Autoriteit Persoonsgegevens.",
    "Je kunt ook naar de rechter: vraag de rechtbank binnen zes weken na dit antwoord om een besluit.",
)
"""Where a family can go; said, printed and put in every copy in the same words."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the letter says.

    Attributes:
        child: whose dossier.
        whole: all of it was asked to be erased, not a part.
        reason: why the ground holds here, as it was written down.
    """

    child: str
    asked_on: date
    whole: bool
    article: Article
    ground: Refusal
    reason: str
    decided_by: str
    decided_on: date
    made_on: date
    organization: str


def refusal_letter(letter: Letter) -> bytes:
    """The letter as PDF. Its title and metadata hold no name of the child."""
    title = "Antwoord op het verzoek om te wissen"
    return build(lambda: _story(letter), Sheet(title, letter.organization, title, footer="Vertrouwelijk · antwoord"))


def _story(letter: Letter) -> Story:
    what = "het dossier" if letter.whole else "een deel van het dossier"
    asked = f"Op {texts.day_text(letter.asked_on)} is gevraagd om {what} van <b>{escape(letter.child)}</b> te wissen."
    decided = (
        f"Op {texts.day_text(letter.decided_on)} hebben wij besloten dat niet te doen, omdat "
        f"{GROUNDS[letter.ground]} ({LAW[letter.article]})."
    )
    stays = (
        "Er is niets gewist en niets veranderd. Je houdt al je andere rechten: je kunt een afschrift krijgen, iets "
        "laten verbeteren, een eigen verklaring laten toevoegen, en later opnieuw vragen om te wissen."
    )
    sender = f"{escape(letter.decided_by)}, {escape(letter.organization)}"
    return [
        small(f"{escape(letter.organization)} · {texts.day_text(letter.made_on)}", after=14),
        heading("Antwoord op het verzoek om te wissen", 1),
        body(asked),
        body(decided),
        heading("Waarom"),
        boxed([body(escape(letter.reason), after=0)]),
        Spacer(1, 8),
        body(stays),
        heading("Niet eens?"),
        *(body(one, after=4) for one in COMPLAIN),
        KeepTogether([Spacer(1, 14), body("Met vriendelijke groet,", after=26), body(sender)]),
    ]
