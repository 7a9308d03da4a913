"""Closed days: entered or imported after they were seen, undone, and honoured by everybody who books."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Closure, SiteClosure, SlotKind
from gpconnect.exchange.closed_days import Found, FoundClosure, Skipped
from gpconnect.services import (
    booking,
    calendar_files,
    closures,
    duties,
    feeds,
    rebooking,
    schedule,
    shut_days,
    site_closures,
    slots,
    today,
    waiting,
)
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.closures import ClosureRequest, FoundState, HalfDayHit
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.exchange.test_closed_days import CHRISTMAS, calendar
from tests.services.conftest import TOLHUIS, TUESDAY, WALUWE, Clock
from tests.services.online import Wire, sync
from tests.services.visits_help import a_booking, slots_of_today

DECEMBER = date(2026, 12, 1)
HOLIDAY = ClosureRequest(date(2026, 12, 1), date(2026, 12, 4), "Studieweek")
FOUND = Found((FoundClosure(date(2026, 12, 1), date(2026, 12, 1), "Studiedag", "a"),), (Skipped("Borrel", "wrong"),))


def shut(session: Session, first: date, last: date, *, site_id: str = "", reason: str = "Studieweek") -> Closure:
    """A closure as it comes in from the coordinator."""
    closure = Closure(session.new_id(), first, last, reason, site_id)
    with transaction(session.db):
        rows.put(session.db, closure)
    return closure


def test_the_coordinator_closes_days_and_takes_that_back(coordinator: Session) -> None:
    changes, seen = closures.enter(coordinator, HOLIDAY, dry_run=True)
    assert (changes.kinds, closures.overview(coordinator).closures) == (frozenset(), ())

    changes, done = closures.enter(coordinator, HOLIDAY, dry_run=False)
    (view,) = closures.overview(coordinator).closures
    assert changes.kinds == {"closure"}
    assert (view.first_day, view.last_day, view.reason, view.site_name) == (
        HOLIDAY.first_day,
        HOLIDAY.last_day,
        "Studieweek",
        "",
    )
    assert seen.half_days == done.half_days == ()

    closures.put_back(coordinator, done.before)
    assert closures.overview(coordinator).closures == ()


def test_opening_closed_days_again_can_be_undone_and_what_is_over_is_not_shown(
    coordinator: Session, clock: Clock
) -> None:
    closures.enter(coordinator, replace(HOLIDAY, site_id=WALUWE), dry_run=False)
    (view,) = closures.overview(coordinator).closures
    assert view.site_name == "Praktijk De Waluwe"

    _, done = closures.archive(coordinator, view.id)
    assert closures.overview(coordinator).closures == ()
    closures.put_back(coordinator, done.before)
    assert closures.overview(coordinator).closures == (view,)
    clock.move_to(date(2026, 12, 5))
    assert closures.overview(coordinator).closures == ()


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (replace(HOLIDAY, last_day=date(2026, 11, 30)), "closure.order"),
        (replace(HOLIDAY, last_day=date(2027, 12, 31)), "closure.too_long"),
        (replace(HOLIDAY, reason="  "), "closure.reason_missing"),
        (replace(HOLIDAY, site_id="elders"), "record.missing"),
    ],
)
def test_a_closure_that_cannot_be_is_refused_and_nothing_is_saved(
    coordinator: Session, request_: ClosureRequest, code: str
) -> None:
    with pytest.raises(KnownError) as refusal:
        closures.enter(coordinator, request_, dry_run=False)
    assert refusal.value.code == code
    assert rows.count(coordinator.db, Closure, "1") == 0


def test_a_calendar_is_seen_first_and_then_taken_over_in_one_piece(coordinator: Session) -> None:
    changes, plan = closures.import_found(coordinator, FOUND, dry_run=True)
    assert (changes.kinds, rows.count(coordinator.db, Closure, "1")) == (frozenset(), 0)
    assert [(one.closure.reason, one.state) for one in plan.lines] == [("Studiedag", FoundState.NEW)]
    assert plan.skipped == FOUND.skipped

    changes, _ = closures.import_found(coordinator, FOUND, dry_run=False)
    assert changes.kinds == {"closure"}
    assert [one.reason for one in closures.overview(coordinator).closures] == ["Studiedag"]


def test_the_same_event_is_the_same_closure_and_a_calendar_that_moved_it_moves_it_here(coordinator: Session) -> None:
    closures.import_found(coordinator, FOUND, dry_run=False)
    changes, plan = closures.import_found(coordinator, FOUND, dry_run=False)
    assert ([one.state for one in plan.lines], changes.kinds) == ([FoundState.SAME], frozenset())

    moved = Found((replace(FOUND.closures[0], last_day=date(2026, 12, 2)),), ())
    _, plan = closures.import_found(coordinator, moved, dry_run=False)
    assert [one.state for one in plan.lines] == [FoundState.CHANGED]
    (view,) = closures.overview(coordinator).closures
    assert view.last_day == date(2026, 12, 2)

    closures.put_back(coordinator, plan.shut.before)
    assert closures.overview(coordinator).closures[0].last_day == date(2026, 12, 1)
    assert closures.import_found(coordinator, Found((), ()), dry_run=False)[0].kinds == frozenset()
    assert len(closures.overview(coordinator).closures) == 1, "what a calendar leaves out is not taken out"


def test_what_was_taken_out_comes_back_only_after_it_was_said_and_a_site_has_closures_of_its_own(
    coordinator: Session,
) -> None:
    closures.import_found(coordinator, FOUND, dry_run=False)
    closures.archive(coordinator, closures.overview(coordinator).closures[0].id)
    assert closures.import_found(coordinator, FOUND, dry_run=True)[1].lines[0].state is FoundState.BACK
    closures.import_found(coordinator, FOUND, WALUWE, dry_run=False)
    closures.import_found(coordinator, FOUND, dry_run=False)

    assert {one.site_name for one in closures.overview(coordinator).closures} == {"", "Praktijk De Waluwe"}
    with pytest.raises(KnownError, match=r"record\.missing"):
        closures.import_found(coordinator, FOUND, "elders", dry_run=True)


def test_half_days_and_bookings_that_this_device_knows_are_named(gp: Session) -> None:
    a_booking(gp, 5)
    hits = closures.hits(gp, (Closure("c", TUESDAY, date(2026, 12, 4), "Studieweek"),))
    assert hits == (
        HalfDayHit(TUESDAY, time(9), "Praktijk De Waluwe", 1),
        HalfDayHit(DECEMBER, time(9), "Praktijk De Waluwe", 0),
    )
    assert closures.hits(gp, (Closure("c", TUESDAY, DECEMBER, "Elders", "b2" * 16),)) == ()


def test_a_file_is_read_from_disk_or_said_to_be_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "vakanties.ics"
    path.write_bytes(calendar(CHRISTMAS))

    assert [one.uid for one in calendar_files.read_closures(path, TUESDAY).closures] == ["kerst"]
    with pytest.raises(KnownError, match=r"calendar\.unreadable"):
        calendar_files.read_closures(tmp_path / "weg.ics", TUESDAY)


def test_a_closed_day_is_offered_to_nobody_and_cannot_be_booked(gp: Session) -> None:
    before = slots.propose_slots(gp, WALUWE, most=20).slots
    taken = next(one for one in before if one.starts_at.date() == DECEMBER)
    closure = shut(gp, DECEMBER, DECEMBER)

    offered = slots.propose_slots(gp, WALUWE, most=20).slots
    assert {one.starts_at.date() for one in before} - {one.starts_at.date() for one in offered} == {DECEMBER}
    with pytest.raises(KnownError) as refusal:
        booking.book(gp, a_request(taken.slot_id))
    assert (refusal.value.code, refusal.value.params) == ("slot.shut", {"why": "Studieweek"})
    day = next(one for one in schedule.weeks(gp, (WALUWE,), DECEMBER).sites[0].days if one.day == DECEMBER)
    assert (day.closed, day.half_days[0].free, day.half_days[0].walk_in_free) == ("Studieweek", 0, 0)
    assert {one.kind for one in day.half_days[0].slots} == {SlotKind.CLOSED}

    with transaction(gp.db):
        rows.put(gp.db, replace(closure, archived=True))
    assert slots.propose_slots(gp, WALUWE, most=20).slots == before
    booking.book(gp, a_request(taken.slot_id))


def a_request(slot_id: str) -> BookingRequest:
    person = NewPerson("Emma", "Jansen", date(2012, 5, 1), "06 12345678")
    return BookingRequest(WALUWE, slot_id, new=person, reasons=("sleep",))


def test_the_closure_of_another_site_closes_nothing_here(gp: Session) -> None:
    before = slots.propose_slots(gp, WALUWE, most=20).slots
    shut(gp, DECEMBER, DECEMBER, site_id="b2" * 16)

    assert slots.propose_slots(gp, WALUWE, most=20).slots == before


def test_nobody_from_the_waiting_list_is_asked_for_a_place_on_a_closed_day(gp: Session) -> None:
    waiting.add_to_waiting_list(gp, a_request(""))
    place = slots_of_today(gp)[5].id
    assert waiting.first_in_line(gp, place) is not None
    shut(gp, TUESDAY, TUESDAY)

    assert waiting.first_in_line(gp, place) is None
    (half_day,) = today.day_view(gp).half_days
    assert (half_day.rows, half_day.shut) == ((), "Studieweek"), "no place is called free behind a closed door"


def test_a_booking_on_a_closed_day_is_a_duty_until_it_was_moved(gp: Session, worker: Session) -> None:
    for session in (gp, worker):
        visit = a_booking(session, 5)
        assert kinds(session) == []
        closure = shut(session, TUESDAY, TUESDAY)

        (duty,) = (one for one in duties.list_duties(session) if one.duty.kind is DutyKind.REPLAN)
        assert (duty.appointment_id, duty.duty.about) == (visit, visit)
        assert duty.person is not None
        assert duty.duty.params == {"day": "2026-11-24", "why": "Studieweek", "cause": "shut"}
        later = slots.propose_slots(session, WALUWE).slots[0]
        rebooking.move(session, visit, later.slot_id)
        assert kinds(session) == []
        shut(session, later.starts_at.date(), later.starts_at.date(), reason="Brand")
        assert kinds(session) == [DutyKind.REPLAN]
        rebooking.cancel(session, visit, "ziek")
        assert kinds(session) == []
        with transaction(session.db):
            rows.put(session.db, replace(closure, archived=True))


def kinds(session: Session) -> list[DutyKind]:
    return [one.duty.kind for one in duties.list_duties(session) if one.duty.kind is DutyKind.REPLAN]


OWN = ClosureRequest(TUESDAY, date(2026, 12, 4), " Verbouwing ", WALUWE)


def test_a_practice_shuts_its_own_site_after_it_saw_whom_that_concerns_and_takes_it_back(gp: Session) -> None:
    visit = a_booking(gp, 5)
    changes, seen = site_closures.enter(gp, replace(OWN, reason=""), dry_run=True)
    assert (changes.kinds, site_closures.overview(gp).closures) == (frozenset(), ())
    assert [(one.day, one.booked) for one in seen.half_days] == [(TUESDAY, 1), (DECEMBER, 0)]
    (booked,) = seen.booked
    assert (booked.appointment_id, booked.person and booked.person.given_name) == (visit, "Noor")

    _, done = site_closures.enter(gp, OWN, dry_run=False)
    (view,) = site_closures.overview(gp).closures
    assert (view.reason, view.site_name, view.last_day) == ("Verbouwing", "Praktijk De Waluwe", date(2026, 12, 4))
    assert kinds(gp) == [DutyKind.REPLAN]
    assert {one.starts_at.date() for one in slots.propose_slots(gp, WALUWE, most=99).slots}.isdisjoint(
        {TUESDAY, DECEMBER}
    )
    _, before = site_closures.archive(gp, view.id)
    assert kinds(gp) == []
    site_closures.put_back(gp, before)
    assert kinds(gp) == [DutyKind.REPLAN]
    site_closures.put_back(gp, done.before)
    assert (kinds(gp), site_closures.overview(gp).closures) == ([], ())


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (replace(OWN, last_day=date(2026, 11, 1)), "closure.order"),
        (replace(OWN, last_day=date(2027, 12, 31)), "closure.too_long"),
        (replace(OWN, reason=" "), "closure.reason_missing"),
        (replace(OWN, site_id=TOLHUIS), "record.missing"),
        (replace(OWN, site_id=""), "record.missing"),
    ],
)
def test_a_practice_shuts_no_other_site_and_nothing_without_a_reason(
    gp: Session, request_: ClosureRequest, code: str
) -> None:
    with pytest.raises(KnownError) as refusal:
        site_closures.enter(gp, request_, dry_run=False)
    assert (refusal.value.code, rows.count(gp.db, SiteClosure, "1")) == (code, 0)


def test_what_a_practice_shut_reaches_the_worker_and_the_calendar_file_with_a_higher_number(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, _, worker = practice
    before = feeds._closings(worker)
    site_closures.enter(gp, OWN, dry_run=False)
    sync(gp, worker, wire=wire)

    assert shut_days.known(worker.db, TUESDAY).why(DECEMBER, WALUWE) == "Verbouwing"
    (versions, (times, _)) = next(one for one in feeds._closings(worker) if one not in before)
    assert ([one.site_id for one in versions], times) == ([WALUWE], 1)
