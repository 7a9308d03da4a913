"""Weeks side by side, and the earliest slot over several sites."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gpconnect.domain.calendar import AMSTERDAM, make_slots
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    Closure,
    HalfDaySession,
    Placement,
    SessionStatus,
    Site,
    Slot,
    VisitKind,
)
from gpconnect.services import placing, schedule, slots
from gpconnect.services.session import Session
from gpconnect.services.slots import SlotOffer, Wish
from gpconnect.storage import keys, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, TOLHUIS, TUESDAY, WALUWE, Clock

MONDAY = TUESDAY - timedelta(days=1)
BOTH = (WALUWE, TOLHUIS)
WORKER, COLLEAGUE = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id


def sit(session: Session, name: str, site: str, worker: str, day: date, start: time) -> HalfDaySession:
    """A half-day of three slots, of which the last is kept for walk-in."""
    one = HalfDaySession(name * 32, site, worker, day, start, time(start.hour + 2))
    with transaction(session.db):
        rows.put(session.db, one)
        for at, slot in enumerate(make_slots(one, ("45", "20", "20w"))):
            rows.put(session.db, Slot(f"{name}{at}" * 16, one.id, site, slot.starts_at, slot.minutes, slot.kind))
    return one


def hold(session: Session, slot_id: str, site: str, **changes: object) -> None:
    """Somebody is in a slot."""
    at = session.now()
    one = Appointment(slot_id[::-1], site, slot_id, "", VisitKind.FIRST, (), at.date(), WORKER, at)
    with transaction(session.db):
        rows.put(session.db, replace(one, **changes))  # type: ignore[arg-type]  # which fields, the tests say


@pytest.fixture
def counted(worker: Session) -> Iterator[list[str]]:
    """Every statement that the file is asked, as long as the test runs."""
    asked: list[str] = []
    worker.db.conn.set_trace_callback(asked.append)
    yield asked
    worker.db.conn.set_trace_callback(None)


def test_two_workers_at_one_hour_are_two_half_days(worker: Session) -> None:
    sit(worker, "7", WALUWE, COLLEAGUE, TUESDAY, time(9))
    (week,) = schedule.weeks(worker, (WALUWE,), MONDAY).sites

    assert [(one.worker_name, one.start, one.free) for one in week.days[1].half_days] == [
        ("Joris Maas", time(9), 0),
        ("Sanne de Vries", time(9), 3),
    ]


def test_sites_that_are_not_mine_stay_out(gp: Session) -> None:
    assert [one.site.id for one in schedule.weeks(gp, BOTH, MONDAY).sites] == [WALUWE]


def test_a_day_is_shut_only_where_it_is_shut(worker: Session) -> None:
    with transaction(worker.db):
        rows.put(worker.db, Closure("cc" * 16, MONDAY, MONDAY, "studiedag", site_id=TOLHUIS))
        rows.put(worker.db, Closure("cd" * 16, TUESDAY, TUESDAY, "herfstvakantie"))
        rows.put(worker.db, Closure("ce" * 16, MONDAY, MONDAY, "vergissing", archived=True))
    weeks = {one.site.id: one for one in schedule.weeks(worker, (), MONDAY).sites}

    assert [day.closed for day in weeks[WALUWE].days] == ["", "herfstvakantie", "", "", ""]
    assert [day.closed for day in weeks[TOLHUIS].days] == ["studiedag", "herfstvakantie", "", "", ""]


def test_a_saturday_is_there_where_somebody_sits_then(worker: Session) -> None:
    saturday = MONDAY + timedelta(days=5)
    sit(worker, "7", TOLHUIS, COLLEAGUE, saturday, time(9))

    assert [len(one.days) for one in schedule.weeks(worker, (), MONDAY).sites] == [5, 6]


def test_more_sites_and_half_days_ask_no_more_of_the_file(worker: Session, counted: list[str]) -> None:
    schedule.weeks(worker, (), MONDAY)
    few = len(counted)
    many = tuple(f"{n:032x}" for n in range(20))
    with transaction(worker.db):
        rows.put_many(worker.db, [Site(one, f"Praktijk {one[-2:]}") for one in many])
    for place, site in enumerate(many):
        for name, start in (("ab", time(9)), ("cd", time(13))):
            half_day = HalfDaySession(f"{name}{place:02d}" * 8, site, WORKER, TUESDAY, start, time(start.hour + 1))
            with transaction(worker.db):
                rows.put(worker.db, half_day)
    everywhere = replace(worker, actor=replace(worker.actor, site_ids=many))
    counted.clear()

    assert len(schedule.weeks(everywhere, (), MONDAY).sites) == 20
    assert len(counted) == few


def ids(found: tuple[SlotOffer, ...]) -> list[str]:
    return [one.slot_id for one in found]


def test_the_earliest_slot_over_all_sites_says_where_and_with_whom(worker: Session) -> None:
    sit(worker, "7", TOLHUIS, COLLEAGUE, MONDAY + timedelta(days=2), time(9))
    found = slots.earliest(worker, Wish(BOTH), most=7)

    assert [one.starts_at for one in found] == sorted(one.starts_at for one in found)
    assert {one.site_name for one in found[:6]} == {"Praktijk De Waluwe", "Praktijk Het Tolhuis"}
    assert (found[6].slot_id, found[6].worker_name, found[6].worker_id) == ("70" * 16, "Joris Maas", COLLEAGUE)


def test_a_wish_for_a_worker_a_day_and_a_part_of_it(worker: Session) -> None:
    thursday = MONDAY + timedelta(days=3)
    sit(worker, "7", WALUWE, COLLEAGUE, thursday, time(9))
    sit(worker, "8", TOLHUIS, COLLEAGUE, thursday, time(13))

    assert ids(slots.earliest(worker, Wish(BOTH, worker_id=COLLEAGUE))) == ["70" * 16, "80" * 16]
    assert ids(slots.earliest(worker, Wish(BOTH, days=(4,)))) == ["70" * 16, "80" * 16]
    assert ids(slots.earliest(worker, Wish(BOTH, part="afternoon", worker_id=COLLEAGUE))) == ["80" * 16]
    assert ids(slots.earliest(worker, Wish((WALUWE,), days=(4,), part="morning"))) == ["70" * 16]
    assert ids(slots.earliest(worker, Wish(BOTH, 20, days=(4,)))) == ["70" * 16, "71" * 16, "80" * 16, "81" * 16]
    later = datetime.combine(thursday, time(10), AMSTERDAM).astimezone(UTC)
    assert ids(slots.earliest(worker, Wish(BOTH, after=later), 1)) == ["80" * 16]


def test_a_walk_in_slot_is_free_until_it_is_over(worker: Session, clock: Clock) -> None:
    wish = Wish((WALUWE,), 20, walk_in=True)
    kept = slots.earliest(worker, wish, 1)[0]
    clock.at = kept.starts_at + timedelta(minutes=19)
    assert slots.earliest(worker, wish, 1) == (kept,)
    clock.forward(minutes=1)
    assert slots.earliest(worker, wish, 1) != (kept,)


def test_nothing_is_offered_on_a_day_that_is_shut(worker: Session) -> None:
    sit(worker, "7", WALUWE, COLLEAGUE, date(2026, 12, 25), time(9))
    with transaction(worker.db):
        rows.put(worker.db, Closure("cc" * 16, TUESDAY, TUESDAY, "studiedag", site_id=WALUWE))
    found = slots.earliest(worker, Wish((WALUWE,), days=(2, 5)), most=30)

    assert TUESDAY not in {one.starts_at.date() for one in found}
    assert "70" * 16 not in ids(found)
    assert TUESDAY in {one.starts_at.date() for one in slots.earliest(worker, Wish((TOLHUIS,)))}


def test_what_the_hub_gave_to_somebody_else_is_not_offered(worker: Session) -> None:
    first = slots.earliest(worker, Wish((WALUWE,)))[0].slot_id
    with transaction(worker.db):
        keys.set_holder(worker.db, f"practice/{WALUWE}", placing.claim_id("slot", first), b"x" * 32)

    assert first not in ids(slots.earliest(worker, Wish((WALUWE,)), most=30))


STATES = [None, *((status, place) for status in AppointmentStatus for place in Placement)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(states=st.lists(st.sampled_from(STATES), min_size=45, max_size=45), closed=st.sets(st.integers(0, 14)))
def test_it_offers_what_the_slow_way_finds(worker: Session, states: list[object], closed: set[int]) -> None:
    """Fifteen half-days with anything in their slots: the same as looking at every slot, in the same order."""
    with transaction(worker.db):
        for table in ("appointment", "slot", "half_day_session"):
            worker.db.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own three tables
    for place in range(15):
        day = MONDAY + timedelta(days=place)
        half_day = sit(worker, "0123456789abcdef"[place], WALUWE, WORKER, day, time(9))
        if place in closed:
            with transaction(worker.db):
                rows.put(worker.db, replace(half_day, status=SessionStatus.CLOSED))
    for slot, state in zip(rows.where(worker.db, Slot, order="id"), states, strict=True):
        if isinstance(state, tuple):
            hold(worker, slot.id, WALUWE, status=state[0], placement=state[1])

    for walk_in in (False, True):
        slow = [one.id for one in slots.free(worker, WALUWE, 20, walk_in=walk_in)]
        assert ids(slots.earliest(worker, Wish((WALUWE,), 20, walk_in=walk_in), most=99)) == slow
