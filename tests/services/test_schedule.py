"""The week of a site, planning half-days, and what the desk prints."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from gpconnect.domain.consent import Decision
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    AppointmentStatus,
    Closure,
    HalfDaySession,
    SessionStatus,
    Slot,
    SlotKind,
    VisitKind,
)
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import (
    booking,
    desk_prints,
    half_days,
    held_details,
    occupied,
    planning,
    rebooking,
    schedule,
    slots,
)
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.planning import SeriesRequest
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.storage.connection import transaction
from tests.documents.test_glyphs import words_of
from tests.services.conftest import PEOPLE, TOLHUIS, TUESDAY, WALUWE, Clock

MONDAY = TUESDAY - timedelta(days=1)
NEXT = TUESDAY + timedelta(weeks=1)
EMMA = NewPerson("Emma", "de Graaf", date(2013, 2, 13), "06 12345678")
SERIES = SeriesRequest(
    WALUWE, PEOPLE["colleague"].staff_id, date(2026, 12, 4), date(2027, 1, 15), time(9), ("45", "20w"), room=" 2 "
)


def a_booking(session: Session, **changes: Any) -> Booked:
    slot = slots.propose_slots(session, WALUWE).slots[0].slot_id
    request = BookingRequest(WALUWE, slot, new=EMMA, reasons=("anxiety",), words="“Ik pieker.”", interpreter="Tigrinya")
    _, result = booking.book(session, replace(request, **changes))
    assert isinstance(result, Booked)
    return result


def test_a_week_shows_what_is_free_and_what_is_kept_for_walk_in(gp: Session) -> None:
    view = schedule.weeks(gp, (), MONDAY + timedelta(days=3))
    (week,) = view.sites
    (today,) = week.days[1].half_days

    assert (view.monday, week.site.id, len(week.days)) == (MONDAY, WALUWE, 5)
    assert (week.free, week.half_days) == (3, (today,))
    assert (today.worker_name, today.start, today.free, today.walk_in_free) == ("Sanne de Vries", time(9), 3, 1)
    assert week.days[0].half_days == ()


def test_a_booking_takes_its_place_with_a_name_where_the_card_is(gp: Session) -> None:
    result = a_booking(gp)
    view = next(
        slot
        for half in schedule.weeks(gp, (WALUWE,), MONDAY).sites[0].half_days
        for slot in half.slots
        if slot.appointment_id == result.appointment_id
    )
    assert (view.name, view.age, view.status) == ("Emma de Graaf", 13, AppointmentStatus.BOOKED)
    assert view.sharing_missing
    assert not view.can_be_taken(gp.now())


def test_a_worker_sees_the_names_of_their_own_dossiers(worker: Session) -> None:
    patient = Patient("ab" * 16, "Noor", "Berg", date(2017, 3, 2), worker.actor.staff_id, worker.now())
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
    a_booking(worker, new=None, person_id=patient.id)
    weeks = schedule.weeks(worker, (), MONDAY)
    names = [slot.name for week in weeks.sites for half in week.half_days for slot in half.slots if slot.name]

    assert names == ["Noor Berg"]
    assert [one.site.name for one in weeks.sites] == ["Praktijk De Waluwe", "Praktijk Het Tolhuis"]


def test_an_opened_booking_tells_all_that_may_be_known_and_is_logged(gp: Session) -> None:
    view = schedule.open_appointment(gp, a_booking(gp).appointment_id)

    assert (view.name, view.words, view.interpreter, view.phone) == (
        "Emma de Graaf", "“Ik pieker.”", "Tigrinya", "06-12 34 56 78",
    )  # fmt: skip
    assert view.sharing is Sharing.TO_ASK
    assert view.booked_by == "dr. Peters"
    seen = access_log.of_patient(gp.db, view.person_id)
    assert [one.type for one in seen[:1]] == [access_log.EventType.READ]
    assert {one.purpose for one in seen[1:]} == {"appointment.booked"}


def test_a_question_between_colleagues_opens_without_a_child(gp: Session) -> None:
    _, result = booking.ask_peer(gp, WALUWE, "Hoe verder?")
    view = schedule.open_appointment(gp, result.appointment_id)

    assert (view.person_id, view.words, view.starts_at, view.visit) == (
        "",
        "Hoe verder?",
        None,
        VisitKind.PEER_CONSULTATION,
    )


def test_what_was_cancelled_stays_in_sight(gp: Session) -> None:
    result = a_booking(gp)
    rebooking.cancel(gp, result.appointment_id, "ziek")
    (gone,) = schedule.cancelled_in_week(gp, WALUWE, MONDAY)

    assert (gone.name, gone.reason) == ("Emma de Graaf", "ziek")
    assert schedule.cancelled_in_week(gp, WALUWE, MONDAY + timedelta(weeks=1)) == ()


def test_the_coordinator_has_no_agenda(coordinator: Session) -> None:
    with pytest.raises(KnownError, match=r"role\.may_not"):
        schedule.weeks(coordinator, (), MONDAY)


def test_without_a_site_there_is_an_empty_week(gp: Session) -> None:
    nowhere = replace(gp, actor=replace(gp.actor, site_ids=()))

    assert schedule.weeks(nowhere, (), MONDAY).sites == ()


def test_a_closed_day_says_why_and_a_closed_half_day_has_nothing_free(gp: Session) -> None:
    half_day = rows.where(gp.db, HalfDaySession, "day = ?", (TUESDAY,))[0]
    with transaction(gp.db):
        rows.put(gp.db, Closure("cc" * 16, MONDAY, MONDAY, "studiedag"))
        rows.put(gp.db, replace(half_day, status=SessionStatus.CLOSED))
    (week,) = schedule.weeks(gp, (WALUWE,), MONDAY).sites

    assert week.days[0].closed == "studiedag"
    assert week.days[1].half_days[0].free == 0
    slot = rows.where(gp.db, Slot, "session_id = ?", (half_day.id,), order="starts_at DESC")[0]
    with pytest.raises(KnownError, match=r"slot\.closed"):
        slots.require_free(gp, slot.id)


def test_a_series_names_what_it_drops_before_anything_is_saved(gp: Session) -> None:
    changes, plan = planning.plan_series(gp, SERIES, dry_run=True)

    assert not changes.kinds
    assert plan.dates == tuple(date(2026, 12, 4) + timedelta(weeks=n) for n in (0, 1, 2, 5, 6))
    assert [(one.day, one.name) for one in plan.dropped] == [
        (date(2026, 12, 25), "Eerste kerstdag"),
        (date(2027, 1, 1), "Nieuwjaarsdag"),
    ]
    assert (plan.end, plan.capacity.slots, plan.capacity.walk_in) == (time(10, 5), 2, 1)
    assert rows.count(gp.db, HalfDaySession, "day = ?", (date(2026, 12, 4),)) == 0


def test_a_planned_series_becomes_half_days_with_slots_once(gp: Session) -> None:
    changes, plan = planning.plan_series(gp, SERIES, dry_run=False)
    (first,) = rows.where(gp.db, HalfDaySession, "day = ?", (date(2026, 12, 4),))
    kinds = [slot.kind for slot in rows.where(gp.db, Slot, "session_id = ?", (first.id,), order="starts_at")]

    assert {"office_hours", "half_day_session", "slot"} <= changes.kinds
    assert (first.room, kinds) == ("2", [SlotKind.REGULAR, SlotKind.WALK_IN])
    _, again = planning.plan_series(gp, SERIES, dry_run=True)
    assert again.dates == ()
    assert [one.reason for one in again.dropped].count(occupied.OVERLAP) == len(plan.dates)
    with pytest.raises(KnownError, match=r"schedule\.nothing_left"):
        planning.plan_series(gp, SERIES, dry_run=False)
    gp.become(replace(gp.actor, site_ids=(WALUWE, TOLHUIS)))
    assert planning.plan_series(gp, replace(SERIES, site_id=TOLHUIS), dry_run=True)[1].dates == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"worker_id": ""}, "schedule.worker_missing"),
        ({"last_day": date(2026, 12, 1)}, "schedule.order"),
        ({"pattern": ("45", "60")}, "schedule.pattern.wrong"),
        ({"last_day": date(2032, 1, 1)}, "schedule.too_many"),
        ({"interval_weeks": 0}, "schedule.interval.wrong"),
    ],
)
def test_a_series_that_cannot_be_is_refused(gp: Session, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(KnownError) as refusal:
        planning.plan_series(gp, replace(SERIES, **changes), dry_run=True)
    assert refusal.value.code == code


def test_workers_of_a_site(gp: Session) -> None:
    assert [one.name for one in planning.workers_at(gp, WALUWE)] == ["Joris Maas", "Sanne de Vries"]


def test_a_youth_worker_can_always_plan_themself(worker: Session) -> None:
    with transaction(worker.db):
        for one in rows.where(worker.db, Staff, "role = ?", (Role.YOUTH_WORKER,)):
            rows.put(worker.db, replace(one, site_ids=()))

    assert [one.id for one in planning.workers_at(worker, WALUWE)] == [worker.actor.staff_id]


def test_the_card_names_no_reason_and_its_file_names_nobody(gp: Session) -> None:
    result = a_booking(gp, gp_joins=True, sharing=Sharing.GIVEN, given_by="patient")
    words = desk_prints.card_text(gp, result.appointment_id)
    paper = desk_prints.appointment_card(gp, result.appointment_id)

    assert "Afspraak voor Emma" in words
    assert "Tigrinya" in words
    assert "spanning" not in words
    assert (paper.pdf[:4], paper.picture[1:4]) == (b"%PDF", b"PNG")
    assert paper.file_name == f"afspraakkaart-{TUESDAY}.pdf"


def test_a_card_says_how_long_the_talk_takes(gp: Session) -> None:
    assert "20 minuten" in desk_prints.card_text(gp, a_booking(gp, minutes=20).appointment_id)


def test_there_is_no_card_for_what_was_cancelled_or_called_off(gp: Session) -> None:
    cancelled, booked = a_booking(gp), a_booking(gp, confirmed=True)
    rebooking.cancel(gp, cancelled.appointment_id, "ziek")
    with pytest.raises(KnownError, match=r"card\.cancelled"):
        desk_prints.card_text(gp, cancelled.appointment_id)

    slot = rows.require(gp.db, Slot, booked.slot_id)
    half_days.call_off(gp, slot.session_id, "geen kamer vrij")
    with pytest.raises(KnownError, match=r"card\.nobody_sits"):
        desk_prints.appointment_card(gp, booked.appointment_id)


def test_a_card_comes_in_a_language_that_is_whole_and_in_no_other(gp: Session) -> None:
    result = a_booking(gp)
    assert [one.key for one in desk_prints.card_languages(gp)] == ["nl", "en"]
    assert "Appointment for Emma" in desk_prints.card_text(gp, result.appointment_id, "en")
    assert (desk_prints.appointment_card(gp, result.appointment_id, "en").width_mm) == 105
    with pytest.raises(KnownError, match=r"card\.language"):
        desk_prints.card_text(gp, result.appointment_id, "xx")


def test_a_day_sheet_lists_the_half_day(gp: Session, clock: Clock) -> None:
    a_booking(gp, gp_joins=True)
    booking.walk_in(gp, BookingRequest(WALUWE, slots.propose_slots(gp, WALUWE, 20, walk_in=True).slots[0].slot_id))
    clock.move_to(TUESDAY, time(8))
    booking.ask_peer(gp, WALUWE, "Hoe?", slots.propose_slots(gp, WALUWE).slots[0].slot_id)
    half_day = rows.where(gp.db, HalfDaySession, "day = ?", (TUESDAY,))[0]
    paper = desk_prints.day_sheet(gp, half_day.id)

    assert (paper.pdf[:4], paper.file_name) == (b"%PDF", f"daglijst-{TUESDAY}.pdf")


def test_a_day_sheet_names_nobody_who_was_not_asked_or_said_no(gp: Session) -> None:
    made = a_booking(gp)
    half_day = rows.where(gp.db, HalfDaySession, "day = ?", (TUESDAY,))[0]
    unasked = words_of(desk_prints.day_sheet(gp, half_day.id).pdf)
    held_details.record_sharing(gp, made.person_id, "parent", Decision.REFUSED)
    refused = words_of(desk_prints.day_sheet(gp, half_day.id).pdf)
    held_details.record_sharing(gp, made.person_id, "patient", Decision.GIVEN)
    held_details.record_sharing(gp, made.person_id, "parent", Decision.GIVEN)
    agreed = words_of(desk_prints.day_sheet(gp, half_day.id).pdf)

    for words in (unasked, refused):
        assert "Jeugdige" in words
        assert "Emma" not in words
        assert "12345678" not in words.replace(" ", "")
    assert "Emma" in agreed


def test_without_a_slot_there_is_no_card(gp: Session) -> None:
    _, result = booking.ask_peer(gp, WALUWE)
    with pytest.raises(KnownError, match=r"card\.no_slot"):
        desk_prints.card_text(gp, result.appointment_id)
