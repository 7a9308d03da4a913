"""Two desks that plan and book without having heard of each other, over a real hub."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, HalfDaySession, SessionStatus, Slot, SlotKind, WaitingEntry
from gpconnect.services import booking, duties, planning, rebooking, series_edits, waiting
from gpconnect.services import sharing as choices
from gpconnect.services.acting import acting
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.planning import SeriesRequest
from gpconnect.services.series_edits import Scope
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PEOPLE, TUESDAY, WALUWE, put_common
from tests.services.online import Wire, sync

Practice = tuple[Session, Session, Session]
HOUR = timedelta(hours=1)
JORIS_SITS = SeriesRequest(
    WALUWE, PEOPLE["colleague"].staff_id, date(2026, 12, 3), date(2026, 12, 3), time(9), ("45", "45")
)


def next_week(session: Session) -> HalfDaySession:
    condition = "site_id = ? AND day = ?"
    return rows.where(session.db, HalfDaySession, condition, (WALUWE, TUESDAY + timedelta(weeks=1)))[0]


def slots_of(session: Session, half_day: HalfDaySession) -> list[Slot]:
    return rows.where(session.db, Slot, "session_id = ?", (half_day.id,), order="starts_at, id")


def book(session: Session, slot: Slot) -> None:
    child = NewPerson("Emma", "de Graaf", session.today().replace(year=2013), "06 12345678")
    booking.book(session, BookingRequest(WALUWE, slot.id, new=child, reasons=("sleep",)))


def on_duty(session: Session) -> list[DutyKind]:
    wanted = {DutyKind.REPLAN, DutyKind.TELL_NEW_TIME}
    return [one.duty.kind for one in duties.list_duties(session) if one.duty.kind in wanted]


def test_who_was_booked_at_a_desk_that_had_not_heard_of_the_move_is_told_at_every_desk(
    practice: Practice, wire: Wire
) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    half_day = next_week(gp)
    slot = slots_of(assistant, half_day)[1]
    book(assistant, slot)
    view = series_edits.opened(gp, half_day.id)
    assert view.series is not None
    later = replace(view.series, start=time(10))
    _, plan = series_edits.change(gp, half_day.id, Scope.LATER, later, dry_run=False)
    assert plan.booked == ()

    sync(*practice, wire=wire)

    for session in practice:
        (visit,) = rows.where(session.db, Appointment, "1")
        assert rows.require(session.db, Slot, visit.slot_id).starts_at == slot.starts_at + HOUR
        assert (visit.told_start, on_duty(session)) == (slot.starts_at, [DutyKind.TELL_NEW_TIME])
    rebooking.tell_time(assistant, visit.id)
    sync(*practice, wire=wire)
    assert [on_duty(session) for session in practice] == [[], [], []]


def test_who_was_booked_in_a_slot_that_went_meanwhile_is_given_another(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    half_day = next_week(gp)
    book(assistant, slots_of(assistant, half_day)[-1])
    view = series_edits.opened(gp, half_day.id)
    series_edits.change(gp, half_day.id, Scope.ONE, replace(view.now, pattern=("45", "45")), dry_run=False)

    sync(*practice, wire=wire)

    for session in practice:
        assert {one.kind for one in slots_of(session, half_day)[2:]} == {SlotKind.CLOSED}
        assert on_duty(session) == [DutyKind.REPLAN]


def test_a_half_day_that_was_called_off_stays_so_when_another_desk_changes_its_room_and_note(
    practice: Practice, wire: Wire
) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    half_day = next_week(gp)
    edits = (
        (gp, replace(half_day, status=SessionStatus.CANCELLED, called_off_why="Geen kamer")),
        (assistant, replace(half_day, room="7", note="Neem de zijdeur")),
    )
    for session, edit in edits:
        with acting(session, Intention.PLAN_HALF_DAYS) as action:
            action.write(edit, "changed")

    sync(*practice, wire=wire)

    for session in practice:
        now = rows.require(session.db, HalfDaySession, half_day.id)
        assert (now.status, now.room, now.note) == (SessionStatus.CANCELLED, "7", "Neem de zijdeur")
        assert choices.conflicts(session) == ()


def test_two_desks_that_write_another_note_are_asked_which_of_what_half_day(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    half_day = next_week(gp)
    for session, note in ((gp, "Neem de zijdeur"), (assistant, "De lift is stuk")):
        with acting(session, Intention.PLAN_HALF_DAYS) as action:
            action.write(replace(half_day, note=note), "noted")

    sync(*practice, wire=wire)

    (asked,) = choices.conflicts(gp)
    assert asked.about == "Praktijk De Waluwe, 01-12-2026"
    assert {dict(one.values)["note"] for one in asked.versions} == {"Neem de zijdeur", "De lift is stuk"}
    choices.choose(gp, asked.kind, asked.record, asked.group, asked.versions[0].op_id)
    sync(*practice, wire=wire)
    assert [choices.conflicts(session) for session in practice] == [(), (), ()]
    assert len({next_week(session).note for session in practice}) == 1


def test_two_desks_that_offer_one_family_another_slot_agree_without_a_question(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    child = NewPerson("Emma", "de Graaf", gp.today().replace(year=2013), "06 12345678")
    waiting.add_to_waiting_list(
        gp, BookingRequest(WALUWE, new=child, reasons=("sleep",), sharing=Sharing.GIVEN, given_by="parent")
    )
    sync(*practice, wire=wire)
    (entry,) = rows.where(gp.db, WaitingEntry, "1")
    slots = slots_of(gp, next_week(gp))
    for session, slot in ((gp, slots[0]), (assistant, slots[1])):
        with acting(session, Intention.BOOK) as action:
            action.write(replace(entry, offered_slot_id=slot.id), "offered")

    sync(*practice, wire=wire)

    assert choices.conflicts(gp) == ()
    assert {rows.require(one.db, WaitingEntry, entry.id).offered_slot_id for one in (gp, assistant)} == {slots[1].id}


def test_what_two_desks_changed_of_a_series_still_stands_at_the_next_edit(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    series_id = planning.plan_series(gp, JORIS_SITS, dry_run=False)[1].series_id
    sync(*practice, wire=wire)
    (half_day,) = rows.where(gp.db, HalfDaySession, "office_hours_id = ?", (series_id,))
    changes: tuple[tuple[Session, dict[str, Any]], ...] = ((gp, {"start": time(10)}), (assistant, {"room": "7"}))
    for session, fields in changes:
        view = series_edits.opened(session, half_day.id)
        assert view.series is not None
        series_edits.change(session, half_day.id, Scope.ALL, replace(view.series, **fields), dry_run=False)
    sync(*practice, wire=wire)

    for session in practice:
        view = series_edits.opened(session, half_day.id)
        assert view.series is not None
        assert (view.series.start, view.series.room) == (view.now.start, view.now.room) == (time(10), "7")
        assert choices.conflicts(session) == ()


def test_a_series_that_two_desks_gave_another_time_is_asked_about(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    series_id = planning.plan_series(gp, JORIS_SITS, dry_run=False)[1].series_id
    sync(*practice, wire=wire)
    (half_day,) = rows.where(gp.db, HalfDaySession, "office_hours_id = ?", (series_id,))
    for session, hour in ((gp, 10), (assistant, 11)):
        view = series_edits.opened(session, half_day.id)
        assert view.series is not None
        series_edits.change(session, half_day.id, Scope.ALL, replace(view.series, start=time(hour)), dry_run=False)
    sync(*practice, wire=wire)

    for session in practice:
        put_common(session)
        (asked,) = [one for one in choices.conflicts(session) if one.kind == "office_hours"]
        assert {dict(one.values)["start"] for one in asked.versions} == {"10:00:00", "11:00:00"}
