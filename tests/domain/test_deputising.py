"""Who holds a half-day while its worker is away: the same whatever the order in which it was said."""

import random
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.calendar import meet
from gpconnect.domain.deputising import changed, held_by, holders, instead_of, owner_of, stand_ins
from gpconnect.domain.schedule import Absence, HalfDaySession, SessionStatus

DAY = date(2026, 12, 1)
WORKERS = ("anna", "bram", "cees", "dora")


def half_day(name: str, worker: str, start: int = 9, status: SessionStatus = SessionStatus.OPEN) -> HalfDaySession:
    return HalfDaySession(name, "site", worker, DAY, time(start), time(start + 3), status=status)


def away(worker: str, deputy: str = "", name: str = "") -> Absence:
    return Absence(name or f"{worker}-{deputy}", "site", worker, DAY, DAY, deputy)


MORNING = half_day("h", "anna")


@pytest.mark.parametrize(
    ("absences", "holder"),
    [
        ((), "anna"),
        ((away("anna"),), ""),
        ((away("anna", "bram"),), "bram"),
        ((away("anna"), away("anna", "bram")), "bram"),
        ((away("anna", "bram"), away("bram")), ""),
        ((away("anna", "bram"), away("bram", "cees")), "cees"),
        ((away("anna", "bram"), away("bram", "anna")), ""),
        ((away("anna", "bram"), away("bram", "cees"), away("cees", "bram")), ""),
        ((away("anna", "bram"), away("anna", "cees"), away("bram")), "cees"),
        ((replace(away("anna", "bram"), archived=True),), "anna"),
    ],
)
def test_a_deputy_who_is_away_is_no_deputy_and_nobody_goes_round_in_a_circle(
    absences: tuple[Absence, ...], holder: str
) -> None:
    assert holders((MORNING,), absences) == {"h": holder}


def test_who_sits_somewhere_else_then_takes_nothing_over_and_nobody_takes_two() -> None:
    own, later, off = half_day("o", "bram", 11), half_day("l", "anna", 14), half_day("x", "bram", 9)
    off = replace(off, status=SessionStatus.CANCELLED)
    assert holders((MORNING, own, later), (away("anna", "bram"),)) == {"h": "", "o": "bram", "l": "bram"}
    assert holders((MORNING, off), (away("anna", "bram"),)) == {"h": "bram", "x": "bram"}
    both = (away("anna", "cees"), away("bram", "cees"))
    assert holders((MORNING, own), both) == {"h": "cees", "o": ""}, "the earlier of the two"


def test_a_half_day_remembers_whose_it_is_while_somebody_else_holds_it() -> None:
    taken = held_by(MORNING, "bram")
    assert (taken.worker_id, taken.deputy_for, owner_of(taken)) == ("bram", "anna", "anna")
    assert held_by(taken, "") == held_by(taken, "anna") == MORNING
    assert held_by(taken, "cees").deputy_for == "anna"
    assert changed((MORNING, taken), {"h": "bram"}) == [taken]


def test_the_work_of_who_is_away_is_done_by_their_deputy_at_whatever_site() -> None:
    elsewhere = replace(away("dora", "bram"), site_id="other")
    told = (away("anna", "bram"), elsewhere, replace(away("cees", "bram"), last_day=date(2026, 11, 30)))
    assert instead_of("bram", told, DAY) == {"anna", "dora"}
    assert instead_of("bram", (*told, away("bram", "cees")), DAY) == {"dora"}, "away here, and at work there"
    assert list(stand_ins("dora", (away("anna", "bram"),))) == []


some_absences = st.lists(
    st.builds(away, st.sampled_from(WORKERS), st.sampled_from(("", *WORKERS))).filter(
        lambda one: one.worker_id != one.deputy_id
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)
some_half_days = st.lists(
    st.builds(
        half_day,
        st.uuids().map(str),
        st.sampled_from(WORKERS),
        st.integers(8, 16),
        st.sampled_from(SessionStatus),
    ),
    max_size=6,
)


@given(some_half_days, some_absences, st.lists(st.integers(0, 5)), st.randoms(use_true_random=False))
def test_any_order_of_saying_and_ending_gives_the_same_deputies(
    half_days: list[HalfDaySession], absences: list[Absence], ended: list[int], chance: random.Random
) -> None:
    said = [replace(one, archived=place in ended) for place, one in enumerate(absences)]
    wanted = holders(half_days, said)
    for _ in range(3):
        chance.shuffle(said)
        chance.shuffle(half_days)
        assert holders(half_days, said) == wanted
        standing = [one for one in said if not one.archived]
        as_it_stands = [held_by(one, chance.choice(("", *WORKERS))) for one in half_days]
        assert holders(as_it_stands, standing) == wanted, "whoever held them before"


@given(some_half_days, some_absences)
def test_no_deputy_is_away_or_sits_at_two_places(half_days: list[HalfDaySession], absences: list[Absence]) -> None:
    gone, held = {one.worker_id for one in absences}, holders(half_days, absences)
    taking_place = [one for one in half_days if one.status is not SessionStatus.CANCELLED]
    for one in taking_place:
        holder = held[one.id]
        assert holder not in gone
        assert holder or one.worker_id in gone
        if holder != one.worker_id:
            beside = [other for other in taking_place if other.id != one.id and holder and held[other.id] == holder]
            assert not any(meet(one, other) for other in beside)
