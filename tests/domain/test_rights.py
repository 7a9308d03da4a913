"""Who may have a copy, and what is kept from whom."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import AuthorityBasis, RelatedPerson, Relation, VerifiedHow
from gpconnect.domain.rights import (
    Ground,
    Why,
    Withholding,
    check_withholding,
    entitlement,
    in_force,
    kept_from,
    reaches,
)

TODAY = date(2026, 11, 24)
MOTHER = RelatedPerson(
    "m", "c", "Karin", Relation.PARENT, authority=AuthorityBasis.REGISTER, verified_how=VerifiedHow.REGISTER
)
FATHER = replace(MOTHER, id="f", name="Bas", authority=AuthorityBasis.UNKNOWN)
AUNT = replace(MOTHER, id="t", name="Tante", relation=Relation.OTHER, authority=AuthorityBasis.UNKNOWN)
GUARDIAN = replace(MOTHER, id="g", name="Nidos", relation=Relation.GUARDIAN, authority=AuthorityBasis.GUARDIANSHIP)
MENTOR = replace(MOTHER, id="n", name="Mentor", relation=Relation.OTHER, authority=AuthorityBasis.COURT)
UNCHECKED = replace(MOTHER, id="u", verified_how=VerifiedHow.TOLD)
FAMILY = (UNCHECKED, MOTHER, FATHER, AUNT, GUARDIAN)
KEPT = Withholding("w", "c", "note", "n1", Ground.GOOD_CARE, "gevaar", "s", "Sanne", datetime(2026, 11, 1, tzinfo=UTC))


def born(years: int) -> date:
    return date(TODAY.year - years, 3, 1)


@pytest.mark.parametrize(
    ("age", "who", "able", "agreed", "why"),
    [
        (8, "patient", True, True, Why.TOO_YOUNG),
        (8, "m", True, False, Why.PARENT),
        (8, "g", True, False, Why.PARENT),
        (8, "f", True, True, Why.AUTHORITY_UNKNOWN),
        (8, "u", True, True, Why.AUTHORITY_UNKNOWN),
        (8, "t", True, True, Why.NO_AUTHORITY),
        (12, "patient", True, False, Why.OWN),
        (12, "m", True, False, Why.NEEDS_AGREEMENT),
        (12, "m", True, True, Why.AGREED),
        (12, "t", True, True, Why.AGREED),
        (12, "patient", False, True, Why.UNABLE),
        (12, "m", False, True, Why.REPRESENTATIVE),
        (12, "f", False, True, Why.AUTHORITY_UNKNOWN),
        (19, "patient", True, False, Why.OWN),
        (19, "m", True, False, Why.NEEDS_AGREEMENT),
        (19, "t", False, False, Why.NO_AUTHORITY),
        (19, "g", False, False, Why.REPRESENTATIVE),
        (19, "m", False, False, Why.NO_AUTHORITY),
    ],
)
def test_the_law_decides_by_age(age: int, who: str, able: bool, agreed: bool, why: Why) -> None:  # noqa: FBT001 - a table of cases
    answer = entitlement(born(age), TODAY, FAMILY, who, able=able, agreed=agreed)

    assert answer.why is why
    assert answer.may is (why in {Why.OWN, Why.PARENT, Why.REPRESENTATIVE, Why.AGREED})
    assert answer.article.startswith("7.3.1")


def test_an_adult_without_a_court_appointed_person_is_represented_by_the_next_of_kin() -> None:
    assert entitlement(born(19), TODAY, (MOTHER, AUNT), "m", able=False).why is Why.REPRESENTATIVE
    assert entitlement(born(19), TODAY, (MOTHER, AUNT), "t", able=False).why is Why.NO_AUTHORITY
    assert entitlement(born(19), TODAY, (MOTHER, MENTOR), "m", able=False).why is Why.NO_AUTHORITY
    assert entitlement(born(19), TODAY, (MOTHER, MENTOR), "n", able=False).why is Why.REPRESENTATIVE


@pytest.mark.parametrize("who", ["x", "a"])
def test_somebody_who_is_not_around_the_child_is_unknown(who: str) -> None:
    with pytest.raises(KnownError, match=r"record\.missing"):
        entitlement(born(8), TODAY, (replace(MOTHER, id="a", archived=True),), who)


def test_the_birthday_itself_brings_the_right() -> None:
    turned = date(2014, 11, 24)
    assert entitlement(turned, TODAY, FAMILY, "patient").may
    assert not entitlement(turned, TODAY - timedelta(days=1), FAMILY, "patient").may


@given(
    st.sampled_from(["patient", "m", "f"]),
    st.sampled_from(list(Ground)),
    st.sampled_from(["", "patient", "m", "f"]),
    st.none() | st.dates(TODAY - timedelta(days=3), TODAY + timedelta(days=3)),
    st.booleans(),
)
def test_what_reaches_somebody(who: str, ground: Ground, towards: str, until: date | None, lifted: bool) -> None:  # noqa: FBT001 - drawn
    one = replace(KEPT, ground=ground, towards=towards, until=until, lifted_at=KEPT.decided_at if lifted else None)

    kept = kept_from([one], who, TODAY)

    assert bool(kept) is (in_force(one, TODAY) and reaches(one, who))
    if kept:
        assert not lifted
        assert until is None or until >= TODAY
        assert towards in {"", who}
        assert not (ground is Ground.GOOD_CARE and who == "patient")


def test_a_decision_the_law_does_not_know_is_refused() -> None:
    check_withholding(KEPT, TODAY)
    check_withholding(replace(KEPT, ground=Ground.PRIVACY_OF_ANOTHER, towards="patient", until=TODAY), TODAY)
    with pytest.raises(KnownError, match=r"rights\.not_from_youth"):
        check_withholding(replace(KEPT, towards="patient"), TODAY)
    with pytest.raises(KnownError, match=r"rights\.until_past"):
        check_withholding(replace(KEPT, until=TODAY - timedelta(days=1)), TODAY)
