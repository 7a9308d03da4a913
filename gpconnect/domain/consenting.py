"""Who decides about help and about sharing, and whether they did: two rules, judged on the day of the act.

Help (Jeugdwet 7.3.4, 7.3.5, 7.3.15): under 12 the parents with authority or the guardian; 12 to 15 the youth and they;
from 16 the youth. Sharing (7.3.11 with 7.3.15): under 12 the parents or guardian, from 12 the youth. Somebody from 12
who cannot weigh what is at stake is represented as a child under 12 is (7.3.15 lid 2); from 18, when parental authority
has ended (BW 1:233), only by whoever a court appointed.

Authority counts once somebody checked it. Parents hold it together (BW 1:251, 1:251b), so one of them alone is not
enough before it is known whether there is another; a guardian holds it instead of the parents (BW 1:245).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum

from gpconnect.domain.ages import age_on, birthday, turning_point
from gpconnect.domain.consent import Consent, Decision, Review, Scope
from gpconnect.domain.people import AuthorityBasis, RelatedPerson, Relation

PATIENT = "patient"
"""`Consent.given_by` of the child itself."""
PARENT_AT_DESK = "parent"
"""`Consent.given_by` at a practice that knows no related persons: a parent at the desk, authority not verified."""

YOUTH_SHARES_FROM = 12
YOUTH_JOINS_FROM = 12
YOUTH_DECIDES_FROM = 16
MAJORITY = 18


class Party(StrEnum):
    """Whose consent is needed. `PARENTS` are all parents with authority, or the guardian."""

    YOUTH = "youth"
    PARENTS = "parents"
    REPRESENTATIVE = "representative"


class StandingStatus(StrEnum):
    """What may be done: only `GIVEN` is a yes."""

    GIVEN = "given"
    MISSING = "missing"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Why(StrEnum):
    """Why somebody is still to be asked."""

    NOT_ASKED = "not_asked"
    EXPIRED = "expired"
    AUTHORITY_UNKNOWN = "authority_unknown"
    SECOND_UNKNOWN = "second_unknown"
    TOO_YOUNG_THEN = "too_young_then"


@dataclass(frozen=True, slots=True)
class Deciders:
    """Who decides, and the articles that say so (of the Jeugdwet)."""

    parties: tuple[Party, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody who is still to be asked. `person_id` is empty when nobody is recorded yet."""

    party: Party
    person_id: str
    name: str
    why: Why


@dataclass(frozen=True, slots=True)
class Standing:
    """Where consent stands.

    Attributes:
        status: only `StandingStatus.GIVEN` allows the act.
        missing: who is still to be asked. Not empty under `GIVEN` where consent is presumed (7.3.16).
        articles: articles of the Jeugdwet that decided it.
        notes: codes to show: ``presumed``, ``exception``, ``authority_unverified``.
        decided_by: ids (or ``patient``) of those whose decision counted.
    """

    status: StandingStatus
    missing: tuple[Missing, ...]
    articles: tuple[str, ...]
    notes: tuple[str, ...] = ()
    decided_by: tuple[str, ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether the act is allowed."""
        return self.status is StandingStatus.GIVEN


class _Weight(IntEnum):
    """On one day a withdrawal weighs more than a refusal, and that more than a yes."""

    GIVEN = 0
    REFUSED = 1
    WITHDRAWN = 2


def who_decides_help(age: int, *, able: bool = True, exception: bool = False) -> Deciders:
    """Whose consent help needs at an age in years.

    Args:
        age: on the day of the act.
        able: whether the youth can weigh what is at stake; false brings back the representative (7.3.15 lid 2).
        exception: at 12 to 15, help without the parents, to prevent serious harm or because the youth keeps wanting
            it after consideration (7.3.4 lid 2). The reason belongs in the dossier.
    """
    represented = _represented(age, able=able)
    if represented is not None:
        return represented
    if age >= YOUTH_DECIDES_FROM:
        return Deciders((Party.YOUTH,), ("7.3.5",))
    if exception:
        return Deciders((Party.YOUTH,), ("7.3.4 lid 2",))
    return Deciders((Party.YOUTH, Party.PARENTS), ("7.3.4",))


def who_decides_sharing(age: int, *, able: bool = True) -> Deciders:
    """Whose consent sharing with others needs at an age in years (7.3.11 with 7.3.15)."""
    represented = _represented(age, able=able)
    if represented is not None:
        return Deciders(represented.parties, ("7.3.11", *represented.articles))
    return Deciders((Party.YOUTH,), ("7.3.11",))


def who_decides(scope: Scope, age: int, *, able: bool = True, exception: bool = False) -> Deciders:
    """The rule that belongs to the scope."""
    if scope is Scope.HELP:
        return who_decides_help(age, able=able, exception=exception)
    return who_decides_sharing(age, able=able)


def authority_holders(related: Iterable[RelatedPerson], age: int) -> tuple[RelatedPerson, ...]:
    """Those whose authority is recorded: parents and guardians below 18, only whoever a court appointed from 18."""
    bases = {AuthorityBasis.COURT, AuthorityBasis.GUARDIANSHIP}
    if age < MAJORITY:
        bases |= {AuthorityBasis.BY_BIRTH, AuthorityBasis.REGISTER}
    return tuple(person for person in related if person.authority in bases and not person.archived)


def review_due(
    birth_date: date, opened_on: date, consents: Iterable[Consent], today: date, *, reviews: Iterable[Review] = ()
) -> tuple[int, date] | None:
    """The last birthday since a dossier was opened on which others came to decide (12, 16, 18), until it was acted on.

    From each of these birthdays the youth decides about help in another way. What ends it is that a colleague looked
    again at who decides and wrote down what came of it, or the youth's own answer about help on that day or later; any
    other answer says nothing about who decides now. Of several birthdays the last counts: an earlier one is overtaken.

    Args:
        birth_date: of the child.
        opened_on: the day on which the dossier was opened; who decided before then was asked at that moment.
        consents: every decision that is known about this child.
        today: the last day that counts.
        reviews: what colleagues looked at again, of this child.

    Returns:
        The age and the day, or None when nothing is to be reviewed.
    """
    turned = turning_point(birth_date, opened_on, today)
    answered = turned is not None and any(
        one.scope is Scope.HELP and one.given_by == PATIENT and one.acted_on >= turned[1] for one in consents
    )
    looked = turned is not None and any(one.age >= turned[0] for one in reviews)
    return None if answered or looked else turned


def ending_by(consents: Iterable[Consent], day: date) -> tuple[Consent, ...]:
    """The last word of everybody on each question, where that is a yes whose last day is this one or earlier."""
    last: dict[tuple[str, ...], Consent] = {}
    for one in sorted(consents, key=_by_weight):
        last[one.person_id, one.scope, one.purpose, one.recipient, one.given_by] = one
    return tuple(
        one
        for one in last.values()
        if one.decision is Decision.GIVEN and one.expires_on is not None and one.expires_on <= day
    )


def evaluate(  # noqa: PLR0913 - the law itself asks for all of these
    scope: Scope,
    purpose: str,
    recipient: str,
    birth_date: date,
    related: Sequence[RelatedPerson] | None,
    consents: Iterable[Consent],
    day: date,
    *,
    able: bool = True,
    exception_reason: str = "",
    intrusive: bool = True,
) -> Standing:
    """Whether an act is allowed on a day, and who is still to be asked.

    Everybody who decides must agree: both parents with authority, not the one who came along. A decision counts on
    the day it was taken: the last day counts, and on one day a withdrawal wins, whatever arrived first.

    Args:
        scope: help or sharing; the two never stand in for each other.
        purpose: what it is for; only decisions about this purpose count.
        recipient: site, provider or team that it is about; only decisions about this recipient count.
        birth_date: of the child; the age is taken on `day` (a parent's yes to an 11-year-old's sharing ends at 12).
        related: the people around the child. None at a practice, which knows no family: a parent at its desk counts
            there (noted).
        consents: every decision that is known.
        day: the day of the act.
        able: see `who_decides_help`.
        exception_reason: why parents are left out at 12 to 15 (7.3.4 lid 2); empty for no exception.
        intrusive: false for help that is not intrusive: with one yes and no no, the rest is presumed (7.3.16).
    """
    age = age_on(birth_date, day)
    excepted = bool(exception_reason.strip()) and YOUTH_JOINS_FROM <= age < YOUTH_DECIDES_FROM
    deciders = who_decides(scope, age, able=able, exception=excepted)
    about = [
        consent
        for consent in consents
        if (consent.scope, consent.purpose, consent.recipient) == (scope, purpose, recipient)
        and consent.acted_on <= day
    ]
    asked, notes = _asked(deciders, age, related, about)
    answers = [_answer(one, about, birth_date, day) for one in asked]
    if excepted and scope is Scope.HELP and able:
        notes = (*notes, "exception")
    presumable = scope is Scope.HELP and not intrusive
    return _standing(answers, deciders.articles, notes, presumable=presumable)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: StandingStatus
    missing: Missing


def _represented(age: int, *, able: bool) -> Deciders | None:
    if age < YOUTH_JOINS_FROM:
        return Deciders((Party.PARENTS,), ("7.3.15",))
    if able:
        return None
    if age < MAJORITY:
        return Deciders((Party.PARENTS,), ("7.3.15 lid 2",))
    return Deciders((Party.REPRESENTATIVE,), ("7.3.15 lid 2",))


def _asked(
    deciders: Deciders, age: int, related: Sequence[RelatedPerson] | None, about: Sequence[Consent]
) -> tuple[list[Missing], tuple[str, ...]]:
    """Everybody whose decision is needed, as if nobody had answered yet."""
    asked: list[Missing] = []
    notes: tuple[str, ...] = ()
    for party in deciders.parties:
        if party is Party.YOUTH:
            asked.append(Missing(party, PATIENT, "", Why.NOT_ASKED))
            continue
        asked += _holders(party, age, related or ())
        if related is None:
            spoke = sorted({consent.given_by for consent in about} - {PATIENT})
            asked += [Missing(party, one, "", Why.NOT_ASKED) for one in spoke]
            notes = ("authority_unverified",) if spoke else notes
        if not any(one.party is party for one in asked):
            asked.append(Missing(party, "", "", Why.AUTHORITY_UNKNOWN))
    return asked, notes


def _holders(party: Party, age: int, related: Sequence[RelatedPerson]) -> list[Missing]:
    """Everybody with authority as far as it is recorded, and what nobody looked up yet."""
    holders = authority_holders(related, age)
    guardians = tuple(one for one in holders if one.authority is AuthorityBasis.GUARDIANSHIP and one.is_checked)
    if guardians:
        return [Missing(party, one.id, one.name, Why.NOT_ASKED) for one in guardians]
    unknown = (*(one for one in holders if not one.is_checked), *(_unknown(related) if age < MAJORITY else ()))
    checked = [one for one in holders if one.is_checked]
    asked = [Missing(party, one.id, one.name, Why.NOT_ASKED) for one in checked]
    asked += [Missing(party, one.id, one.name, Why.AUTHORITY_UNKNOWN) for one in unknown]
    if len(asked) == 1 and checked and _may_share(checked[0], related):
        asked.append(Missing(party, "", "", Why.SECOND_UNKNOWN))
    return asked


def _may_share(holder: RelatedPerson, related: Iterable[RelatedPerson]) -> bool:
    """Whether another parent may hold authority beside this one: by birth, until that other parent is recorded."""
    others = (one for one in related if one.relation is Relation.PARENT and not one.archived and one != holder)
    return holder.authority is AuthorityBasis.BY_BIRTH and not any(others)


def _unknown(related: Iterable[RelatedPerson]) -> tuple[RelatedPerson, ...]:
    """Parents and guardians whose authority nobody looked up yet: one parent's word is not a check."""
    kin = {Relation.PARENT, Relation.GUARDIAN}
    return tuple(
        person
        for person in related
        if person.relation in kin and person.authority is AuthorityBasis.UNKNOWN and not person.archived
    )


def _answer(one: Missing, about: Sequence[Consent], birth_date: date, day: date) -> _Answer:
    own = [consent for consent in about if consent.given_by == one.person_id]
    if not own:
        return _Answer(StandingStatus.MISSING, one)
    last = max(own, key=_by_weight)
    if last.decision is not Decision.GIVEN:
        return _Answer(StandingStatus(last.decision.value), one)
    if one.why is Why.AUTHORITY_UNKNOWN:
        return _Answer(StandingStatus.MISSING, one)
    if one.party is Party.YOUTH and last.acted_on < birthday(birth_date, YOUTH_JOINS_FROM):
        return _Answer(StandingStatus.MISSING, _because(one, Why.TOO_YOUNG_THEN))
    if last.expires_on is not None and last.expires_on < day:
        return _Answer(StandingStatus.EXPIRED, _because(one, Why.EXPIRED))
    return _Answer(StandingStatus.GIVEN, one)


def _by_weight(consent: Consent) -> tuple[date, _Weight, datetime]:
    return consent.acted_on, _Weight[consent.decision.name], consent.recorded_at


def _because(one: Missing, why: Why) -> Missing:
    return Missing(one.party, one.person_id, one.name, why)


def _standing(
    answers: Sequence[_Answer], articles: tuple[str, ...], notes: tuple[str, ...], *, presumable: bool
) -> Standing:
    """Everybody's answers as one: a single no is a no, a single silence is not yet."""
    statuses = {answer.status for answer in answers}
    missing = tuple(one.missing for one in answers if one.status is not StandingStatus.GIVEN)
    decided = tuple(one.missing.person_id for one in answers if one.status is not StandingStatus.MISSING)
    order = (StandingStatus.WITHDRAWN, StandingStatus.REFUSED, StandingStatus.MISSING, StandingStatus.EXPIRED)
    status = next((one for one in order if one in statuses), StandingStatus.GIVEN)
    if presumable and status is StandingStatus.MISSING and StandingStatus.GIVEN in statuses:
        return Standing(StandingStatus.GIVEN, missing, (*articles, "7.3.16"), (*notes, "presumed"), decided)
    return Standing(status, missing, articles, notes, decided)
