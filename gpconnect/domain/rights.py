"""The family's rights besides erasure: who may have a copy, what is kept back from it, and their own words.

Inspection and a copy (Jeugdwet 7.3.10, GDPR articles 15 and 20), an own statement (7.3.8 lid 2), and passages that are
kept back: for the privacy of another (7.3.10) from whoever asks, and because giving them does not go with the care of
a good worker (7.3.15 lid 4) from parents and other representatives, never from the youth.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gpconnect.domain.ages import age_on
from gpconnect.domain.consenting import MAJORITY, PATIENT, YOUTH_SHARES_FROM, authority_holders
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import AuthorityBasis, RelatedPerson, Relation

FIELD = "field"
"""`Withholding.kind` when it is a field of the person rather than a record."""
SECRET_FIELDS = frozenset({"address", "postcode", "city"})
"""Fields that a confidential address keeps off every copy but the youth's own."""


class Ground(StrEnum):
    """Why something is kept back from a copy."""

    PRIVACY_OF_ANOTHER = "privacy_of_another"
    """Jeugdwet 7.3.10, second sentence: whoever asks; the copy says that something about another was left out."""
    GOOD_CARE = "good_care"
    """Jeugdwet 7.3.15 lid 4: only from parents and other representatives; the copy does not show where."""


@dataclass(frozen=True, slots=True)
class Withholding:
    """A decision to keep something back from copies of a dossier.

    Attributes:
        kind: record kind, or `FIELD`.
        record: the record's id, or the name of the field.
        part: one passage of it (the item of a form), empty for all of it.
        ground: which decides from whom, and whether the copy shows the place.
        towards: id of the one person it is kept from; empty for everybody whom the ground reaches.
        until: the last day on which it is kept back; None until somebody lifts it.
        lifted_at: when it was taken back, and by whom.
    """

    id: str
    patient_id: str
    kind: str
    record: str
    ground: Ground
    reason: str
    decided_by: str
    decided_by_name: str
    decided_at: datetime
    part: str = ""
    towards: str = ""
    until: date | None = None
    lifted_at: datetime | None = None
    lifted_by: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the youth or a parent states, word for word, as part of the dossier (Jeugdwet 7.3.8 lid 2). Never changes.

    Attributes:
        said_by: ``patient`` or the id of a related person.
        said_by_name: their name as it was then.
    """

    id: str
    patient_id: str
    text: str
    said_by: str
    said_by_name: str
    said_on: date
    recorded_by: str
    recorded_by_name: str
    recorded_at: datetime


class Why(StrEnum):
    """Why somebody may have a copy of the dossier, or may not."""

    OWN = "own"
    """From 12 it is the youth's own right (7.3.10)."""
    PARENT = "parent"
    """Under 12 it is the right of parents with authority and of the guardian (7.3.15 lid 1)."""
    REPRESENTATIVE = "representative"
    """From 12, for a youth who cannot weigh what is at stake (7.3.15 lid 2; lid 3 for an adult)."""
    AGREED = "agreed"
    """Somebody else, because the youth agrees (7.3.11 lid 1)."""
    TOO_YOUNG = "too_young"
    UNABLE = "unable"
    NEEDS_AGREEMENT = "needs_agreement"
    AUTHORITY_UNKNOWN = "authority_unknown"
    NO_AUTHORITY = "no_authority"


ALLOWED = frozenset({Why.OWN, Why.PARENT, Why.REPRESENTATIVE, Why.AGREED})
ARTICLES: dict[Why, str] = {
    Why.OWN: "7.3.10",
    Why.PARENT: "7.3.10 en 7.3.15 lid 1",
    Why.REPRESENTATIVE: "7.3.10 en 7.3.15 lid 2 en 3",
    Why.AGREED: "7.3.11 lid 1",
    Why.TOO_YOUNG: "7.3.15 lid 1",
    Why.UNABLE: "7.3.15 lid 2",
    Why.NEEDS_AGREEMENT: "7.3.11 lid 1",
    Why.AUTHORITY_UNKNOWN: "7.3.15 lid 1",
    Why.NO_AUTHORITY: "7.3.11 lid 1",
}
"""The article of the Jeugdwet that each answer rests on."""
_KIN = frozenset({Relation.PARENT, Relation.GUARDIAN})
_NEXT_OF_KIN = frozenset({Relation.PARENT, Relation.SIBLING, Relation.GRANDPARENT})


@dataclass(frozen=True, slots=True)
class Entitlement:
    """Whether somebody may have a copy today, and why."""

    why: Why

    @property
    def may(self) -> bool:
        """Whether the copy may be given."""
        return self.why in ALLOWED

    @property
    def article(self) -> str:
        """The article of the Jeugdwet."""
        return ARTICLES[self.why]


def entitlement(
    birth_date: date, day: date, related: Sequence[RelatedPerson], who: str, *, able: bool = True, agreed: bool = False
) -> Entitlement:
    """Whether somebody may have a copy of a dossier, judged on the day of asking.

    Args:
        birth_date: of the child; the age rule of 7.3.15 is judged on `day`.
        day: today.
        related: the people around the child.
        who: ``patient`` or the id of one of them.
        able: whether the youth can weigh what is at stake (7.3.15 lid 2).
        agreed: the youth agrees to a copy for this other person (7.3.11 lid 1); counts from 12, when able.

    Raises:
        KnownError: ``record.missing`` (kind) for somebody who is not around this child.
    """
    age = age_on(birth_date, day)
    decides = age >= YOUTH_SHARES_FROM and able
    if who == PATIENT:
        return Entitlement(Why.OWN if decides else Why.TOO_YOUNG if age < YOUTH_SHARES_FROM else Why.UNABLE)
    person = next((one for one in related if one.id == who and not one.archived), None)
    if person is None:
        raise KnownError("record.missing", kind="related_person")
    if decides:
        return Entitlement(Why.AGREED if agreed else Why.NEEDS_AGREEMENT)
    if _represents(person, related, age):
        return Entitlement(Why.PARENT if age < YOUTH_SHARES_FROM else Why.REPRESENTATIVE)
    unknown = person.relation in _KIN and person.authority is AuthorityBasis.UNKNOWN and age < MAJORITY
    unchecked = person in authority_holders(related, age)
    return Entitlement(Why.AUTHORITY_UNKNOWN if unknown or unchecked else Why.NO_AUTHORITY)


def in_force(withholding: Withholding, day: date) -> bool:
    """Whether something is kept back on a day: not lifted, and its last day has not passed."""
    return withholding.lifted_at is None and (withholding.until is None or day <= withholding.until)


def reaches(withholding: Withholding, who: str) -> bool:
    """Whether it keeps something from this person: 7.3.15 lid 4 is about representatives, never about the youth."""
    if withholding.ground is Ground.GOOD_CARE and who == PATIENT:
        return False
    return withholding.towards in {"", who}


def kept_from(withholdings: Iterable[Withholding], who: str, day: date) -> tuple[Withholding, ...]:
    """What is kept from this person on a day."""
    return tuple(one for one in withholdings if in_force(one, day) and reaches(one, who))


def check_withholding(withholding: Withholding, day: date) -> None:
    """Refuse a decision that the law does not know.

    Raises:
        KnownError: ``rights.not_from_youth`` (only privacy of another keeps something from the youth),
            ``rights.until_past``.
    """
    if withholding.ground is Ground.GOOD_CARE and withholding.towards == PATIENT:
        raise KnownError("rights.not_from_youth")
    if withholding.until is not None and withholding.until < day:
        raise KnownError("rights.until_past", field="until")


def _represents(person: RelatedPerson, related: Sequence[RelatedPerson], age: int) -> bool:
    """Parents with authority or a guardian; for an adult a court's choice, and without one the next of kin (lid 3)."""
    holders = authority_holders(related, age)
    if person in holders:
        return person.is_checked
    return age >= MAJORITY and not holders and person.relation in _NEXT_OF_KIN
