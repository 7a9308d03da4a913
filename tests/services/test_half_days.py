"""The half-day as a whole: how it stands, its note, one that is planned by itself, called off and taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.half_day import HalfDayState
from gpconnect.domain.phone_calls import Cause
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    Placement,
    SessionStatus,
    Slot,
    SlotKind,
)
from gpconnect.services import (
    booking,
    desk_prints,
    duties,
    half_days,
    placing,
    rebooking,
    replanning,
    schedule,
    series_edits,
    slots,
    today,
    visits,
)
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.duties import DutyView
from gpconnect.services.half_day_views import HalfDayView
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.series_edits import Scope
from gpconnect.services.session import Session
from gpconnect.storage import keys, rows
from tests.documents.test_glyphs import words_of
from tests.services.conftest import PEOPLE, PRACTICE, TOLHUIS, TUESDAY, WALUWE, Clock
from tests.services.online import Wire, sync
from tests.services.visits_help import a_booking, slots_of_today

WORKER, COLLEAGUE = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id


def today_at_waluwe(session: Session) -> HalfDayView:
    return schedule.half_day(session, half_day_id(session))


def half_day_id(session: Session) -> str:
    return slots_of_today(session)[0].session_id


def test_a_half_day_says_how_it_stands_from_open_to_closed(worker: Session, clock: Clock) -> None:
    assert today_at_waluwe(worker).state is HalfDayState.OPEN
    first, *others = [a_booking(worker, place) for place in range(len(slots_of_today(worker)))]
    assert today_at_waluwe(worker).state is HalfDayState.FULL

    clock.move_to(TUESDAY, time(17))
    for one in others:
        visits.miss(worker, one)
    over = today_at_waluwe(worker)
    assert (over.state, over.lacking) == (HalfDayState.CLOSING, (datetime(2026, 11, 24, 8, tzinfo=UTC),))
    visits.miss(worker, first)
    assert today_at_waluwe(worker).lacking == ()
    visits.close_half_day(worker, half_day_id(worker))
    assert today_at_waluwe(worker).state is HalfDayState.CLOSED


A_LOOSE_ONE = LooseRequest(WALUWE, WORKER, date(2026, 11, 26), time(13), ("45", "20W"), " kamer 2 ", "Toets om 15:00")


def test_the_note_of_the_day_is_kept_shown_printed_and_put_back(worker: Session) -> None:
    _, before = half_days.write_note(worker, half_day_id(worker), "Sleutel bij de balie")
    changes, again = half_days.write_note(worker, half_day_id(worker), " Sleutel bij de balie ")

    assert (before, again, changes.kinds) == ("", "Sleutel bij de balie", frozenset())
    assert today_at_waluwe(worker).note == "Sleutel bij de balie"
    assert "Sleutel bij de balie" in words_of(desk_prints.day_sheet(worker, half_day_id(worker)).pdf)
    assert {one.note for one in today.day_view(worker).half_days} == {"Sleutel bij de balie", ""}
    half_days.write_note(worker, half_day_id(worker), before)
    assert today_at_waluwe(worker).note == ""
    with pytest.raises(KnownError, match=r"text\.too_long"):
        half_days.write_note(worker, half_day_id(worker), "x" * (half_days.NOTE_LIMIT + 1))


def test_a_half_day_by_hand_stands_outside_any_series_and_can_be_booked(gp: Session) -> None:
    changes, seen = half_days.add_loose(gp, A_LOOSE_ONE, dry_run=True)
    assert (changes.kinds, seen.end, seen.capacity.walk_in, seen.half_day_id) == (frozenset(), time(14, 5), 1, "")

    _, plan = half_days.add_loose(gp, A_LOOSE_ONE, dry_run=False)
    view = schedule.half_day(gp, plan.half_day_id)
    assert (view.room, view.note, view.free, view.walk_in_free) == ("kamer 2", "Toets om 15:00", 1, 1)
    assert rows.require(gp.db, HalfDaySession, plan.half_day_id).office_hours_id == ""
    offered = slots.earliest(gp, slots.Wish((WALUWE,), after=datetime(2026, 11, 25, tzinfo=UTC)), 1)
    assert [one.slot_id for one in offered] == [view.slots[0].slot_id]


def test_undone_it_is_out_of_sight_unless_somebody_booked_in_it(gp: Session) -> None:
    _, plan = half_days.add_loose(gp, A_LOOSE_ONE, dry_run=False)
    half_days.withdraw(gp, (plan.half_day_id,))
    assert plan.half_day_id not in shown(gp)

    _, plan = half_days.add_loose(gp, A_LOOSE_ONE, dry_run=False)
    child = NewPerson("Emma", "Jansen", date(2012, 5, 1), "06 12345678")
    slot = schedule.half_day(gp, plan.half_day_id).slots[0].slot_id
    booking.book(gp, BookingRequest(WALUWE, slot, new=child, reasons=("sleep",)))
    half_days.withdraw(gp, (plan.half_day_id,))
    assert plan.half_day_id in shown(gp)


def shown(session: Session) -> set[str]:
    (week,) = schedule.weeks(session, (WALUWE,), TUESDAY).sites
    return {one.id for one in week.half_days}


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (replace(A_LOOSE_ONE, worker_id=""), "schedule.worker_missing"),
        (replace(A_LOOSE_ONE, site_id="elders"), "record.missing"),
        (replace(A_LOOSE_ONE, site_id=TOLHUIS), "record.missing"),
        (replace(A_LOOSE_ONE, pattern=("30",)), "schedule.pattern.wrong"),
        (replace(A_LOOSE_ONE, day=date(2026, 11, 23)), "half_day.past"),
        (replace(A_LOOSE_ONE, day=date(2026, 12, 25)), "half_day.shut"),
        (replace(A_LOOSE_ONE, day=TUESDAY, start=time(12)), "half_day.worker_busy"),
        (replace(A_LOOSE_ONE, day=TUESDAY, start=time(13), pattern=("45",) * 5), "half_day.day_full"),
    ],
)
def test_a_half_day_that_cannot_be_is_refused_in_words_and_nothing_is_saved(
    gp: Session, request_: LooseRequest, code: str
) -> None:
    half_days.add_loose(gp, replace(A_LOOSE_ONE, day=TUESDAY, start=time(17), pattern=("45",)), dry_run=False)
    before = rows.count(gp.db, HalfDaySession, "1")
    with pytest.raises(KnownError) as refusal:
        half_days.add_loose(gp, request_, dry_run=False)
    assert (refusal.value.code, rows.count(gp.db, HalfDaySession, "1")) == (code, before)


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [(date(2027, 10, 31), time(2, 30), time(3)), (date(2027, 3, 28), time(1, 30), time(4))],
)
def test_in_the_night_on_which_the_clock_changes_real_minutes_count(
    gp: Session, day: date, start: time, end: time
) -> None:
    night = replace(A_LOOSE_ONE, day=day, start=start, pattern=("45", "45"), open_anyway=True)
    assert half_days.add_loose(gp, night, dry_run=False)[1].end == end
    with pytest.raises(KnownError, match=r"half_day\.worker_busy"):
        half_days.add_loose(gp, night, dry_run=True)


def test_a_place_that_was_taken_out_stands_nowhere_as_free(gp: Session) -> None:
    _, plan = half_days.add_loose(gp, A_LOOSE_ONE, dry_run=False)
    view = series_edits.opened(gp, plan.half_day_id)
    shorter = replace(view.now, pattern=("20", "20w"))
    _, edit = series_edits.change(gp, plan.half_day_id, Scope.ONE, shorter, dry_run=False)

    assert words_of(desk_prints.day_sheet(gp, plan.half_day_id).pdf).count("vrij") == 2
    assert [one.minutes for one in schedule.half_day(gp, plan.half_day_id).slots] == [20, 20]
    series_edits.put_back(gp, edit.before)
    assert [one.minutes for one in schedule.half_day(gp, plan.half_day_id).slots] == [45, 20]


def test_two_people_cannot_sit_in_one_room_at_once_but_may_beside_each_other(gp: Session) -> None:
    half_days.add_loose(gp, A_LOOSE_ONE, dry_run=False)
    beside = replace(A_LOOSE_ONE, worker_id=COLLEAGUE)
    with pytest.raises(KnownError) as refusal:
        half_days.add_loose(gp, replace(beside, room="KAMER 2", start=time(14)), dry_run=False)
    assert refusal.value.code == "half_day.room_busy"
    assert refusal.value.params == {"start": "13:00", "end": "14:05"}
    for fine in (replace(beside, room=""), replace(beside, start=time(14, 5))):
        assert half_days.add_loose(gp, fine, dry_run=True)[1].capacity.slots == 2


def test_who_knows_that_a_day_is_closed_may_plan_on_it_and_then_it_takes_place(gp: Session) -> None:
    christmas = replace(A_LOOSE_ONE, day=date(2026, 12, 25), open_anyway=True)
    _, plan = half_days.add_loose(gp, christmas, dry_run=False)
    slot = schedule.half_day(gp, plan.half_day_id).slots[0]

    assert slot.kind is SlotKind.REGULAR
    assert slots.require_free(gp, slot.slot_id).session_id == plan.half_day_id
    offered = slots.earliest(gp, slots.Wish((WALUWE,), after=datetime(2026, 12, 24, tzinfo=UTC)), 1)
    assert [one.slot_id for one in offered] == [slot.slot_id]
    child = NewPerson("Emma", "Jansen", date(2012, 5, 1), "06 12345678")
    booking.book(gp, BookingRequest(WALUWE, slot.slot_id, new=child, reasons=("sleep",)))
    assert [one for one in duties.list_duties(gp) if one.duty.kind is DutyKind.REPLAN] == []


def test_who_was_booked_in_what_is_called_off_is_a_duty_with_three_proposals_until_it_is_over(gp: Session) -> None:
    visit = a_booking(gp, 4)
    half_day = half_day_id(gp)
    half_days.call_off(gp, half_day, " geen kamer vrij ")

    (duty,) = replan_duties(gp)
    assert (duty.appointment_id, duty.duty.params["why"], duty.duty.params["cause"]) == (
        visit,
        "geen kamer vrij",
        "called_off",
    )
    (one,) = replanning.to_replan(gp)
    assert one.phone == ""
    assert "Gesloten: geen kamer vrij" in words_of(desk_prints.day_sheet(gp, half_day).pdf)
    assert {slot.kind for slot in schedule.half_day(gp, half_day).slots} == {SlotKind.CLOSED}
    assert (one.appointment_id, one.person and one.person.given_name, one.minutes) == (visit, "Noor", 45)
    assert [offer.starts_at.day for offer in one.offers] == [1, 1, 1]
    assert status_of(gp, visit) is AppointmentStatus.BOOKED
    assert all(offer.starts_at.date() != TUESDAY for offer in slots.propose_slots(gp, WALUWE, most=20).slots)

    half_days.take_back(gp, half_day)
    assert replan_duties(gp) == []
    assert rows.require(gp.db, HalfDaySession, half_day).called_off_why == ""
    half_days.call_off(gp, half_day, "praktijk dicht")
    rebooking.move(gp, visit, one.offers[0].slot_id)
    assert replan_duties(gp) == []


def test_what_was_called_off_stays_a_duty_when_its_day_is_over_and_nobody_phoned(gp: Session, clock: Clock) -> None:
    visit = a_booking(gp, 4)
    half_days.call_off(gp, half_day_id(gp), "geen kamer vrij")
    clock.move_to(date(2026, 11, 27))

    assert [one.appointment_id for one in replan_duties(gp)] == [visit]
    rebooking.cancel(gp, visit, "niet meer nodig")
    assert replan_duties(gp) == []


def test_calling_off_is_refused_in_words_without_a_reason_twice_or_with_somebody_in_the_building(
    worker: Session,
) -> None:
    elsewhere = slots_of_today(worker, TOLHUIS)[0].session_id
    half_days.call_off(worker, elsewhere, "zit die ochtend in De Waluwe")
    half_day, visit = half_day_id(worker), a_booking(worker)
    for reason, code in (("  ", "text.reason_missing"), ("x" * 81, "text.too_long")):
        with pytest.raises(KnownError, match=code.replace(".", r"\.")):
            half_days.call_off(worker, half_day, reason)
    with pytest.raises(KnownError, match=r"half_day\.not_called_off"):
        half_days.take_back(worker, half_day)
    visits.receive(worker, visit)
    with pytest.raises(KnownError) as refusal:
        half_days.call_off(worker, half_day, "praktijk dicht")
    assert (refusal.value.code, refusal.value.params) == ("half_day.somebody_there", {"times": "09:00"})

    visits.step_back(worker, visit)
    half_days.call_off(worker, half_day, "praktijk dicht")
    for service, code in ((visits.close_half_day, "called_off"), (visits.reopen_half_day, "called_off")):
        with pytest.raises(KnownError, match=rf"half_day\.{code}"):
            service(worker, half_day)
    with pytest.raises(KnownError, match=r"half_day\.called_off"):
        half_days.call_off(worker, half_day, "praktijk dicht")
    half_days.take_back(worker, half_day)
    visits.miss(worker, visit)
    visits.close_half_day(worker, half_day)
    with pytest.raises(KnownError, match=r"half_day\.closed"):
        half_days.call_off(worker, half_day, "praktijk dicht")


def test_a_half_day_whose_worker_sits_elsewhere_by_now_cannot_be_taken_back(gp: Session) -> None:
    half_day = half_day_id(gp)
    half_days.call_off(gp, half_day, "geen kamer vrij")
    half_days.add_loose(gp, replace(A_LOOSE_ONE, day=TUESDAY, start=time(10)), dry_run=False)

    with pytest.raises(KnownError, match=r"half_day\.worker_busy"):
        half_days.take_back(gp, half_day)


def test_calling_off_gives_back_what_was_kept_for_walk_in_and_keeps_what_is_booked(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, _, worker = practice
    half_day = rows.where(worker.db, HalfDaySession, "day > ?", (TUESDAY,), order="day")[0].id
    view = schedule.half_day(worker, half_day)
    walk_in = next(one for one in view.slots if one.kind is SlotKind.WALK_IN)
    visit = booked(gp, view.slots[0].slot_id)
    sync(gp, worker, wire=wire)
    assert holds(worker, walk_in.slot_id)

    half_days.call_off(worker, half_day, "geen kamer vrij")
    sync(worker, gp, wire=wire)
    assert not holds(worker, walk_in.slot_id)
    assert not holds(gp, walk_in.slot_id)
    half_days.take_back(gp, half_day)
    sync(gp, worker, wire=wire)
    assert rows.require(worker.db, Appointment, visit).placement is Placement.CONFIRMED


def test_a_desk_that_booked_offline_into_what_was_called_off_meanwhile_has_the_duty_too(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, assistant, worker = practice
    half_day = rows.where(gp.db, HalfDaySession, "day > ?", (TUESDAY,), order="day")[0].id
    slot = schedule.half_day(gp, half_day).slots[0].slot_id
    half_days.write_note(assistant, half_day, "Sleutel bij de balie")
    half_days.call_off(worker, half_day, "jeugdwerker afwezig")
    visit = booked(gp, slot)
    assert replan_duties(gp) == []

    sync(worker, gp, assistant, wire=wire)
    for session in practice:
        assert [one.appointment_id for one in replan_duties(session)] == [visit]
        found = rows.require(session.db, HalfDaySession, half_day)
        assert (found.status, found.note) == (SessionStatus.CANCELLED, "Sleutel bij de balie")
    assert replanning.to_replan(gp)[0].phone == "06-12 34 56 78"
    rebooking.move(gp, visit, replanning.to_replan(gp)[0].offers[0].slot_id)
    sync(gp, worker, assistant, wire=wire)
    assert [replan_duties(session) for session in practice] == [[], [], []]


def test_who_was_booked_into_a_half_day_that_was_closed_meanwhile_is_a_duty_and_so_is_a_slot_that_is_gone(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, assistant, worker = practice
    first, second = rows.where(gp.db, HalfDaySession, "day > ?", (TUESDAY,), order="day")[:2]
    gone = rows.where(worker.db, Slot, "session_id = ?", (second.id,), order="starts_at")[0]
    with acting(worker, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(first, status=SessionStatus.CLOSED), "closed")
        action.write(replace(gone, kind=SlotKind.CLOSED), "closed")
    late = {booked(gp, schedule.half_day(gp, first.id).slots[0].slot_id), booked(gp, gone.id, "Teun")}
    sync(worker, gp, assistant, wire=wire)

    assert {one.appointment_id for one in replan_duties(assistant)} == late
    assert {one.cause for one in replanning.to_replan(gp)} == {Cause.ROUNDED_OFF, Cause.SLOT_GONE}


def replan_duties(session: Session) -> list[DutyView]:
    return [one for one in duties.list_duties(session) if one.duty.kind is DutyKind.REPLAN]


def booked(session: Session, slot_id: str, name: str = "Emma") -> str:
    child = NewPerson(name, f"van {name}", date(2012, 5, 1), "06 12345678")
    _, made = booking.book(session, BookingRequest(WALUWE, slot_id, new=child, reasons=("sleep",)))
    assert isinstance(made, Booked)
    return made.appointment_id


def holds(session: Session, slot_id: str) -> bool:
    """Whether the hub's order gives this slot to somebody, as far as this device knows."""
    return keys.holder(session.db, PRACTICE, placing.claim_id("slot", slot_id)) is not None


def status_of(session: Session, appointment_id: str) -> AppointmentStatus:
    return rows.require(session.db, Appointment, appointment_id).status
