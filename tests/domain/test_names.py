"""Dutch names, and children who may be the same child."""

from dataclasses import dataclass
from datetime import date

import pytest

from gpconnect.domain import names
from gpconnect.domain.names import Duplicate, Likeness


@dataclass(frozen=True)
class Child:
    id: str
    given_name: str
    family_name: str
    birth_date: date = date(2014, 3, 5)
    prefix: str = ""


def test_a_name_is_said_with_its_prefix_and_listed_without() -> None:
    assert names.full_name("Sanne", "van den", "Berg") == "Sanne van den Berg"
    assert names.sort_name("Sanne", "van den", "Berg") == "Berg, Sanne van den"
    assert names.sort_name("Sanne", "", "") == "Sanne"
    assert names.sort_name("", "", "Berg") == "Berg"


def test_lists_sort_without_prefix_accents_and_capitals() -> None:
    children = [("Bo", "de", "Zwart"), ("Ali", "", "Yilmaz"), ("Zoë", "van", "Aalst"), ("Zoe", "", "aalst")]

    assert [one[2] for one in sorted(children, key=lambda one: names.sort_key(*one))] == [
        "aalst", "Aalst", "Yilmaz", "Zwart"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "parted"),
    [
        ("van den Berg", ("van den", "Berg")),
        ("Van der Ven-de Wit", ("Van der", "Ven-de Wit")),
        ("in 't Veld", ("in 't", "Veld")),
        ("De", ("", "De")),
        ("Berg", ("", "Berg")),
        ("", ("", "")),
    ],
)
def test_a_prefix_typed_with_the_name_is_found(typed: str, parted: tuple[str, str]) -> None:
    assert names.split_prefix(typed) == parted


def test_twins_and_namesakes_are_named_but_only_the_same_child_comes_first() -> None:
    known = [
        Child("namesake", "Sanne", "Dijk", date(2013, 9, 9)),
        Child("twin", "Tobias", "van Dijk"),
        Child("same", "SANNE", "Dyk", prefix="van"),
        Child("typing", "Sane", "Dijk"),
        Child("turned", "Sanne", "Dijk", date(2014, 5, 3)),
        Child("other", "Sanne", "Bakker"),
        Child("stranger", "Tobias", "Dijk", date(2013, 9, 9)),
    ]

    assert names.likely_duplicates(Child("new", "Sanne", "Dijk"), known) == (
        Duplicate("same", Likeness.SAME),
        Duplicate("typing", Likeness.TYPING_ERROR),
        Duplicate("turned", Likeness.TYPING_ERROR),
        Duplicate("twin", Likeness.TWIN),
        Duplicate("namesake", Likeness.NAMESAKE),
    )


def test_a_child_is_no_duplicate_of_itself() -> None:
    child = Child("one", "Sanne", "Dijk")

    assert names.likely_duplicates(child, [child]) == ()


def test_one_child_that_is_known_twice_is_seen_and_a_twin_or_namesake_is_not() -> None:
    known = [
        Child("one", "Sanne", "Dijk"),
        Child("namesake", "Sanne", "Dijk", date(2013, 9, 9)),
        Child("twin", "Tobias", "van Dijk"),
        Child("same", "SANNE", "Dyk", prefix="van"),
        Child("third", "sanne", "van Dijk"),
    ]

    assert names.same_children(known) == (("one", "same"), ("one", "third"), ("same", "third"))
    assert names.same_children(known[:3]) == ()
