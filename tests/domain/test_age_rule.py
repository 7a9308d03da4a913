"""The age rule of the Jeugdwet on every day around the 12th, 16th and 18th birthday, against a table of its own.

The birthdays are written out, so that nothing here is reckoned the way the program does. Somebody born on 29 February
has their birthday on 1 March in an ordinary year. Articles are of the Jeugdwet; BW is the Civil Code.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gpconnect.domain.consent import Consent, Decision, Review, Scope
from gpconnect.domain.consenting import PATIENT, StandingStatus, evaluate, review_due
from gpconnect.domain.people import AuthorityBasis, RelatedPerson, Relation, VerifiedHow

BIRTHDAYS = {
    date(2008, 2, 29): (date(2020, 2, 29), date(2024, 2, 29), date(2026, 3, 1)),
    date(2012, 2, 29): (date(2024, 2, 29), date(2028, 2, 29), date(2030, 3, 1)),
    date(2010, 2, 28): (date(2022, 2, 28), date(2026, 2, 28), date(2028, 2, 28)),
    date(2011, 3, 1): (date(2023, 3, 1), date(2027, 3, 1), date(2029, 3, 1)),
    date(2010, 12, 31): (date(2022, 12, 31), date(2026, 12, 31), date(2028, 12, 31)),
}
"""Born, and the days on which twelve, sixteen and eighteen are reached."""
AROUND = range(-3, 4)


def kin(name: str, basis: AuthorityBasis, how: VerifiedHow = VerifiedHow.REGISTER) -> RelatedPerson:
    relation = Relation.GUARDIAN if basis is AuthorityBasis.GUARDIANSHIP else Relation.PARENT
    return RelatedPerson(name, "child", name, relation, authority=basis, verified_how=how)


MOTHER, FATHER = kin("mother", AuthorityBasis.BY_BIRTH), kin("father", AuthorityBasis.BY_BIRTH)
FAMILIES = {
    "two": (MOTHER, FATHER),
    "one": (MOTHER, replace(FATHER, authority=AuthorityBasis.NONE)),
    "one by birth, the other unknown": (MOTHER,),
    "told, not looked up": (replace(MOTHER, verified_how=VerifiedHow.TOLD), FATHER),
    "guardian": (kin("guardian", AuthorityBasis.GUARDIANSHIP),),
    "guardian and parents": (kin("guardian", AuthorityBasis.GUARDIANSHIP), MOTHER, FATHER),
    "nobody": (),
}


@dataclass(frozen=True)
class Row:
    """What the law says in one stretch of life (0: to 12, 1: to 16, 2: to 18, 3: after), and where it says it.

    Attributes:
        yes: who says yes.
        enough: whether that is consent.
    """

    scope: Scope
    stretches: tuple[int, ...]
    family: str
    yes: tuple[str, ...]
    enough: bool
    article: str
    reason: str = ""


HELP, SHARE = Scope.HELP, Scope.SHARE
TABLE = (
    # Under 12: the parents with authority, both of them (7.3.15, BW 1:251), or the guardian instead (BW 1:245).
    *(
        row
        for scope, article in ((HELP, "7.3.15"), (SHARE, "7.3.11"))
        for row in (
            Row(scope, (0,), "two", ("mother", "father"), enough=True, article=article),
            Row(scope, (0,), "two", ("mother",), enough=False, article=article),
            Row(scope, (0,), "two", (PATIENT,), enough=False, article=article),
            Row(scope, (0,), "one", ("mother",), enough=True, article=article),
            Row(scope, (0,), "one by birth, the other unknown", ("mother",), enough=False, article=article),
            Row(scope, (0,), "told, not looked up", ("mother", "father"), enough=False, article=article),
            Row(scope, (0,), "guardian", ("guardian",), enough=True, article=article),
            Row(scope, (0,), "guardian and parents", ("guardian",), enough=True, article=article),
            Row(scope, (0,), "guardian and parents", ("mother", "father"), enough=False, article=article),
            Row(scope, (0,), "nobody", (PATIENT, "parent"), enough=False, article=article),
        )
    ),
    # 12 to 15, help: the youth and they (7.3.4); without them only with a reason on record (7.3.4 lid 2).
    Row(HELP, (1,), "two", (PATIENT, "mother", "father"), enough=True, article="7.3.4"),
    Row(HELP, (1,), "two", (PATIENT, "mother"), enough=False, article="7.3.4"),
    Row(HELP, (1,), "two", ("mother", "father"), enough=False, article="7.3.4"),
    Row(HELP, (1,), "two", (PATIENT,), enough=True, article="7.3.4 lid 2", reason="blijft dit weloverwogen willen"),
    Row(HELP, (1,), "one", (PATIENT, "mother"), enough=True, article="7.3.4"),
    Row(HELP, (1,), "one by birth, the other unknown", (PATIENT, "mother"), enough=False, article="7.3.4"),
    Row(HELP, (1,), "told, not looked up", (PATIENT, "mother", "father"), enough=False, article="7.3.4"),
    Row(HELP, (1,), "guardian", (PATIENT, "guardian"), enough=True, article="7.3.4"),
    Row(HELP, (1,), "guardian and parents", (PATIENT, "mother", "father"), enough=False, article="7.3.4"),
    # From 16 the youth alone (7.3.5); a reason to leave the parents out changes nothing, under 12 neither.
    Row(HELP, (2, 3), "two", (PATIENT,), enough=True, article="7.3.5"),
    Row(HELP, (2, 3), "nobody", (PATIENT,), enough=True, article="7.3.5"),
    Row(HELP, (2, 3), "two", ("mother", "father"), enough=False, article="7.3.5"),
    Row(HELP, (2, 3), "guardian", ("guardian",), enough=False, article="7.3.5"),
    Row(HELP, (2, 3), "two", (PATIENT,), enough=True, article="7.3.5", reason="x"),
    Row(HELP, (0,), "two", (PATIENT,), enough=False, article="7.3.15", reason="x"),
    # Sharing: from 12 the youth alone (7.3.11 with 7.3.15).
    Row(SHARE, (1, 2, 3), "two", (PATIENT,), enough=True, article="7.3.11"),
    Row(SHARE, (1, 2, 3), "told, not looked up", (PATIENT,), enough=True, article="7.3.11"),
    Row(SHARE, (1, 2, 3), "two", ("mother", "father"), enough=False, article="7.3.11"),
    Row(SHARE, (1, 2, 3), "guardian", ("guardian",), enough=False, article="7.3.11"),
)
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
DAYS = [
    (born, which, days[which] + timedelta(days=offset), offset)
    for born, days in BIRTHDAYS.items()
    for which in range(3)
    for offset in AROUND
]


def said(by: str, day: date, scope: Scope = HELP, decision: Decision = Decision.GIVEN) -> Consent:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return Consent(f"{by}{day}", "child", scope, "care", "team", by, decision, day, "w", at)


@pytest.mark.parametrize(("born", "which", "day", "offset"), DAYS)
def test_every_row_of_the_table_on_every_day_around_the_birthdays(
    born: date, which: int, day: date, offset: int
) -> None:
    stretch = which + (offset >= 0)
    rows = [row for row in TABLE if stretch in row.stretches]
    assert len(rows) > 8
    for row in rows:
        consents = [said(one, day, row.scope) for one in row.yes]

        found = evaluate(
            row.scope, "care", "team", born, FAMILIES[row.family], consents, day, exception_reason=row.reason
        )

        assert (found.status is StandingStatus.GIVEN) is row.enough, row
        assert found.articles[0] == row.article, row
        other = Scope.SHARE if row.scope is Scope.HELP else Scope.HELP
        assert not evaluate(other, "care", "team", born, FAMILIES[row.family], consents, day).is_given, row


@pytest.mark.parametrize(("born", "which", "day", "offset"), DAYS)
def test_the_review_comes_on_the_day_and_ends_by_looking_or_by_the_youths_answer_about_help(
    born: date, which: int, day: date, offset: int
) -> None:
    turned = BIRTHDAYS[born][which]
    opened = turned - timedelta(days=100)
    due = ((12, 16, 18)[which], turned) if offset >= 0 else None

    assert review_due(born, opened, [], day) == due, "also where nobody was ever asked"
    others = [
        said("mother", day),
        said(PATIENT, day, Scope.SHARE, Decision.WITHDRAWN),
        said(PATIENT, turned - timedelta(days=1)),
    ]
    assert review_due(born, opened, others, day) == due
    assert review_due(born, opened, [said(PATIENT, max(day, turned))], day) is None
    assert review_due(born, turned, [], day) is None, "who opens a dossier asks then"
    for age in (12, 16, 18):
        looked = Review("r", "child", age, "w", "Sanne", AT)
        expected = due if age < (12, 16, 18)[which] else None
        assert review_due(born, opened, [], day, reviews=[looked]) == expected
