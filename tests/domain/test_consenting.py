"""Who decides, on every day around the birthdays on which that changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gpconnect.domain.ages import birthday
from gpconnect.domain.consent import Consent, Decision, Scope
from gpconnect.domain.consenting import PARENT_AT_DESK, PATIENT, Party, Standing, StandingStatus, Why, evaluate
from gpconnect.domain.consenting import who_decides as decides
from gpconnect.domain.people import AuthorityBasis, RelatedPerson, Relation, VerifiedHow

BIRTH = date(2012, 2, 29)
DAY = timedelta(days=1)
SEEN = VerifiedHow.REGISTER
MOTHER = RelatedPerson(
    "mother", "child", "Moeder", Relation.PARENT, authority=AuthorityBasis.BY_BIRTH, verified_how=SEEN
)
FATHER = RelatedPerson(
    "father", "child", "Vader", Relation.PARENT, authority=AuthorityBasis.REGISTER, verified_how=SEEN
)
MENTOR = RelatedPerson("mentor", "child", "Mentor", Relation.OTHER, authority=AuthorityBasis.COURT, verified_how=SEEN)
GUARDIAN = RelatedPerson(
    "guardian", "child", "Voogd", Relation.GUARDIAN, authority=AuthorityBasis.GUARDIANSHIP, verified_how=SEEN
)
PARENTS = (MOTHER, FATHER)


def said(
    by: str, on: date, decision: Decision = Decision.GIVEN, scope: Scope = Scope.SHARE, expires: date | None = None
) -> Consent:
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    return Consent(f"{by}{on}{decision}", "child", scope, "care", "gp", by, decision, on, "w", at, expires_on=expires)


def standing(
    consents: list[Consent],
    day: date,
    scope: Scope = Scope.SHARE,
    related: tuple[RelatedPerson, ...] | None = PARENTS,
    exception_reason: str = "",
    *,
    able: bool = True,
    intrusive: bool = True,
) -> Standing:
    return evaluate(
        scope, "care", "gp", BIRTH, related, consents, day,
        able=able, exception_reason=exception_reason, intrusive=intrusive,
    )  # fmt: skip


YOUTH, OLDERS = (Party.YOUTH,), (Party.PARENTS,)
BOTH = (Party.YOUTH, Party.PARENTS)
AROUND = [
    (12, -1, OLDERS, OLDERS), (12, 0, BOTH, YOUTH), (12, 1, BOTH, YOUTH),
    (16, -1, BOTH, YOUTH), (16, 0, YOUTH, YOUTH), (16, 1, YOUTH, YOUTH),
    (18, -1, YOUTH, YOUTH), (18, 0, YOUTH, YOUTH), (18, 1, YOUTH, YOUTH),
]  # fmt: skip


@pytest.mark.parametrize(("age", "offset", "helped", "shared"), AROUND)
def test_who_must_be_asked_on_the_days_around_a_birthday(
    age: int, offset: int, helped: tuple[Party, ...], shared: tuple[Party, ...]
) -> None:
    day = birthday(BIRTH, age) + offset * DAY
    asked = {scope: dict.fromkeys(one.party for one in standing([], day, scope).missing) for scope in Scope}

    assert tuple(asked[Scope.HELP]) == helped
    assert tuple(asked[Scope.SHARE]) == shared


@pytest.mark.parametrize("age", range(24))
@pytest.mark.parametrize("scope", Scope)
def test_every_age_has_somebody_who_decides_and_an_article(scope: Scope, age: int) -> None:
    for able in (True, False):
        found = decides(scope, age, able=able)
        assert found.parties
        assert found.articles
        assert (Party.YOUTH in found.parties) <= (able and age >= 12)


def test_both_parents_with_authority_must_agree() -> None:
    day = date(2022, 1, 10)
    one = standing([said("mother", day)], day)

    assert (one.status, [who.name for who in one.missing]) == (StandingStatus.MISSING, ["Vader"])
    assert standing([said("mother", day), said("father", day)], day).is_given


def test_a_parents_yes_to_sharing_ends_on_the_twelfth_birthday() -> None:
    twelfth = birthday(BIRTH, 12)
    consents = [said("mother", date(2023, 1, 1)), said("father", date(2023, 1, 1))]

    assert standing(consents, twelfth - DAY).is_given
    assert standing(consents, twelfth).missing[0].person_id == PATIENT


def test_what_a_child_said_at_eleven_is_asked_again_at_twelve() -> None:
    twelfth = birthday(BIRTH, 12)
    found = standing([said(PATIENT, twelfth - DAY)], twelfth)

    assert (found.status, found.missing[0].why) == (StandingStatus.MISSING, Why.TOO_YOUNG_THEN)
    assert standing([said(PATIENT, twelfth)], twelfth).is_given


@pytest.mark.parametrize("turned_round", [False, True])
def test_on_one_day_a_withdrawal_wins_whatever_arrived_first(turned_round: bool) -> None:  # noqa: FBT001 - a table
    day = date(2026, 3, 2)
    consents = [said(PATIENT, day), said(PATIENT, day, Decision.WITHDRAWN)]

    assert standing(consents[::-1] if turned_round else consents, day).status is StandingStatus.WITHDRAWN


def test_a_day_later_somebody_may_agree_again_and_the_future_does_not_count_yet() -> None:
    day = date(2026, 3, 2)
    consents = [said(PATIENT, day, Decision.WITHDRAWN), said(PATIENT, day + DAY)]

    assert standing(consents, day).status is StandingStatus.WITHDRAWN
    assert standing(consents, day + DAY).is_given


def test_one_refusal_outweighs_a_silence_and_a_withdrawal_both() -> None:
    day = date(2022, 1, 10)
    refused = [said("mother", day, Decision.REFUSED)]

    assert standing(refused, day).status is StandingStatus.REFUSED
    assert standing([*refused, said("father", day, Decision.WITHDRAWN)], day).status is StandingStatus.WITHDRAWN


def test_consent_expires_after_its_last_day() -> None:
    day = date(2026, 3, 2)
    consents = [said(PATIENT, day, expires=day)]

    assert standing(consents, day).is_given
    assert standing(consents, day + DAY).status is StandingStatus.EXPIRED
    assert standing(consents, day + DAY).missing[0].why is Why.EXPIRED


def test_help_and_sharing_never_stand_in_for_each_other() -> None:
    day = birthday(BIRTH, 16)

    assert standing([said(PATIENT, day, scope=Scope.HELP)], day).status is StandingStatus.MISSING


def test_between_twelve_and_sixteen_a_written_reason_lets_the_youth_decide_alone() -> None:
    day = birthday(BIRTH, 14)
    consents = [said(PATIENT, day, scope=Scope.HELP)]

    assert standing(consents, day, Scope.HELP).status is StandingStatus.MISSING
    found = standing(consents, day, Scope.HELP, exception_reason="blijft dit na gesprek willen")
    assert (found.is_given, found.articles, found.notes) == (True, ("7.3.4 lid 2",), ("exception",))


def test_help_that_is_not_intrusive_needs_one_yes_and_no_no() -> None:
    day = date(2022, 1, 10)
    yes = said("mother", day, scope=Scope.HELP)
    found = standing([yes], day, Scope.HELP, intrusive=False)

    assert (found.is_given, found.articles[-1], found.notes) == (True, "7.3.16", ("presumed",))
    assert not standing([], day, Scope.HELP, intrusive=False).is_given
    assert not standing(
        [yes, said("father", day, Decision.REFUSED, Scope.HELP)], day, Scope.HELP, intrusive=False
    ).is_given


def test_a_parents_word_alone_is_no_check_of_authority() -> None:
    day = date(2022, 1, 10)
    unknown = replace(FATHER, authority=AuthorityBasis.UNKNOWN)
    found = standing([said("mother", day), said("father", day)], day, related=(MOTHER, unknown))

    assert (found.status, found.missing[0].why) == (StandingStatus.MISSING, Why.AUTHORITY_UNKNOWN)
    nobody = replace(FATHER, authority=AuthorityBasis.NONE)
    assert standing([said("mother", day)], day, related=(MOTHER, nobody)).is_given


def test_nobody_with_authority_means_somebody_must_find_out() -> None:
    nobody = replace(MOTHER, authority=AuthorityBasis.NONE)
    found = standing([], date(2022, 1, 10), related=(nobody,))

    assert (found.missing[0].person_id, found.missing[0].why) == ("", Why.AUTHORITY_UNKNOWN)


def test_at_the_practice_a_parent_at_the_desk_counts_and_it_is_noted() -> None:
    day = date(2022, 1, 10)
    found = standing([said(PARENT_AT_DESK, day)], day, related=None)

    assert (found.is_given, found.notes) == (True, ("authority_unverified",))
    assert standing([], day, related=None).status is StandingStatus.MISSING
    assert not standing([said(PARENT_AT_DESK, day)], day, related=()).is_given, "a team looks up who holds authority"


def test_a_youth_who_cannot_weigh_it_is_represented() -> None:
    fifteen, nineteen = birthday(BIRTH, 15), birthday(BIRTH, 19)
    parents = [said("mother", fifteen), said("father", fifteen)]

    assert standing(parents, fifteen, able=False).is_given
    assert standing(parents, nineteen, able=False).missing[0].party is Party.REPRESENTATIVE
    assert standing([said("mentor", nineteen)], nineteen, related=(*PARENTS, MENTOR), able=False).is_given


@pytest.mark.parametrize("how", VerifiedHow)
@pytest.mark.parametrize("basis", [AuthorityBasis.BY_BIRTH, AuthorityBasis.REGISTER, AuthorityBasis.GUARDIANSHIP])
def test_authority_that_nobody_looked_up_is_no_yes_on_any_basis(basis: AuthorityBasis, how: VerifiedHow) -> None:
    day = date(2022, 1, 10)
    other = replace(FATHER, authority=AuthorityBasis.NONE)
    mother = replace(MOTHER, authority=basis, verified_how=how)

    found = standing([said("mother", day)], day, related=(mother, other))

    checked = how in {VerifiedHow.REGISTER, VerifiedHow.DOCUMENT}
    assert found.is_given is checked
    assert [one.why for one in found.missing] == ([] if checked else [Why.AUTHORITY_UNKNOWN])
    refused = standing([said("mother", day, Decision.REFUSED)], day, related=(mother, other))
    assert refused.status is StandingStatus.REFUSED, "a no counts before anybody looked it up"


def test_one_parent_by_birth_is_not_enough_before_it_is_known_whether_there_is_another() -> None:
    day = date(2022, 1, 10)
    yes = [said("mother", day, scope=Scope.HELP)]

    alone = standing(yes, day, Scope.HELP, related=(MOTHER,))
    assert (alone.status, [one.why for one in alone.missing]) == (StandingStatus.MISSING, [Why.SECOND_UNKNOWN])
    gone = standing(yes, day, Scope.HELP, related=(MOTHER, replace(FATHER, archived=True)))
    assert gone.missing[0].why is Why.SECOND_UNKNOWN
    assert standing(yes, day, Scope.HELP, related=(MOTHER,), intrusive=False).articles == ("7.3.15", "7.3.16")
    by_register = replace(MOTHER, authority=AuthorityBasis.REGISTER)
    assert standing(yes, day, Scope.HELP, related=(by_register,)).is_given


def test_a_guardian_decides_instead_of_the_parents_once_that_was_looked_up() -> None:
    day = date(2022, 1, 10)
    found = standing([said("guardian", day)], day, related=(*PARENTS, GUARDIAN))
    assert (found.is_given, found.decided_by) == (True, ("guardian",))

    unchecked = replace(GUARDIAN, verified_how=VerifiedHow.TOLD)
    open_ones = standing([said("guardian", day)], day, related=(MOTHER, unchecked)).missing
    assert [(one.person_id, one.why) for one in open_ones] == [
        ("mother", Why.NOT_ASKED),
        ("guardian", Why.AUTHORITY_UNKNOWN),
    ]
