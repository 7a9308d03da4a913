"""The children of the invented pilot and who is at home: put together by chance, the same for the same seed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gpconnect.demo import invented
from gpconnect.domain.ages import age_on
from gpconnect.domain.people import Gender

_AGES = (1, 1, 1, 2, 4, 5, 6, 7, 8, 8, 8, 8, 9, 9, 9, 8, 7, 5, 3, 2, 2, 1, 1, 1)
"""How often each age from 0 to 23 comes, in proportion: mostly 4 to 16."""
_GENDERS = (Gender.FEMALE,) * 24 + (Gender.MALE,) * 24 + (Gender.OTHER,)
DECIDES_ALONE = 16
"""From this age a youth often comes alone (Jeugdwet 7.3.5)."""
_TWO_PARENTS_SHARE, _ALONE_SHARE = 0.8, 0.6
_SCHOOL_FROM = 4
_SIBLING_SHARE = 0.14
_TWIN_SHARE = 0.03
_INTERPRETERS = ("", "", "", "", "", "", "", "Pools", "Tigrinya", "Turks", "Arabisch")


@dataclass(frozen=True, slots=True)
class Child:
    """One invented child.

    Attributes:
        household: the same number for children of one family.
        other_parent: empty where one parent has authority alone.
        twin: whether the family's other child was born on the same day.
    """

    given_name: str
    prefix: str
    family_name: str
    gender: Gender
    birth_date: date
    phone: str
    parent: str
    other_parent: str
    household: int
    address: str
    postcode: str
    city: str
    school: str
    interpreter: str = ""
    alone: bool = False
    twin: bool = False


def born_at_age(rng: random.Random, age: int, today: date) -> date:
    """A birth date that makes somebody this old on a day, at any moment of the year of life."""
    earliest = _years_before(today, age + 1) + timedelta(days=1)
    latest = _years_before(today, age)
    return earliest + timedelta(days=rng.randrange((latest - earliest).days + 1))


def make_child(rng: random.Random, today: date, household: int) -> Child:
    """A child with a family of its own."""
    age = rng.choices(range(len(_AGES)), _AGES)[0]
    gender = rng.choice(_GENDERS)
    prefix, family = rng.choice(invented.FAMILIES)
    postcode, town = rng.choice(invented.TOWNS)
    mother, father = rng.choice(invented.MOTHERS), rng.choice(invented.FATHERS)
    return Child(
        given_name=rng.choice(invented.given_names(gender)),
        prefix=prefix,
        family_name=family,
        gender=gender,
        birth_date=born_at_age(rng, age, today),
        phone=f"06000{household:05d}",
        parent=f"{mother} {prefix} {family}".replace("  ", " "),
        other_parent=f"{father} {prefix} {family}".replace("  ", " ") if rng.random() < _TWO_PARENTS_SHARE else "",
        household=household,
        address=f"{rng.choice(invented.STREETS)} {rng.randint(1, 240)}",
        postcode=f"{postcode} X{rng.choice('ABCDEFGH')}",
        city=town,
        school=rng.choice(invented.SCHOOLS) if age >= _SCHOOL_FROM else "",
        interpreter=rng.choice(_INTERPRETERS),
        alone=age >= DECIDES_ALONE and rng.random() < _ALONE_SHARE,
    )


def make_sibling(rng: random.Random, child: Child, today: date, *, twin: bool) -> Child:
    """A brother or sister in the same household; a twin has the same birthday."""
    gender = rng.choice((Gender.FEMALE, Gender.MALE))
    names = [name for name in invented.given_names(gender) if name != child.given_name]
    age = age_on(child.birth_date, today)
    other_age = max(0, age - rng.randint(2, 4)) if age > _SCHOOL_FROM else age + rng.randint(2, 4)
    born = child.birth_date if twin else born_at_age(rng, other_age, today)
    sibling = replace(child, given_name=rng.choice(names), gender=gender, birth_date=born, alone=False, twin=twin)
    return sibling if age_on(born, today) >= _SCHOOL_FROM else replace(sibling, school="")


def make_children(rng: random.Random, count: int, today: date, *, first_household: int) -> tuple[Child, ...]:
    """At least so many children; some families send two of them, now and then twins."""
    children: list[Child] = []
    household = first_household
    while len(children) < count:
        child = make_child(rng, today, household)
        household += 1
        chance = rng.random()
        if chance < _TWIN_SHARE + _SIBLING_SHARE:
            twin = chance < _TWIN_SHARE
            children += [replace(child, twin=twin), make_sibling(rng, child, today, twin=twin)]
        else:
            children.append(child)
    return tuple(children)


def pick_reasons(rng: random.Random) -> tuple[str, ...]:
    """One to three reasons, the first the one that the family begins with."""
    keys = [key for key, _ in invented.REASON_SHARES]
    shares = [share for _, share in invented.REASON_SHARES]
    wanted = rng.choices((1, 2, 3), (60, 32, 8))[0]
    found: list[str] = []
    while len(found) < wanted:
        key = rng.choices(keys, shares)[0]
        if key not in found:
            found.append(key)
    return tuple(found)


def pick_words(rng: random.Random, reasons: Sequence[str]) -> str:
    """The request for help in the family's own words."""
    return rng.choice(invented.WORDS.get(reasons[0], invented.WORDS["other"])).strip("“”")


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
