"""What is waiting, worked out from the records."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from gpconnect.domain.access import AccessEvent, ActionCode, EventType
from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus, ReferrerType
from gpconnect.domain.consent import Consent, Decision, Scope
from gpconnect.domain.consenting import Standing, StandingStatus
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.duties import DutyKind, Records, duties
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import Patient
from gpconnect.domain.phone_calls import BookedTwice, Cause, ShutOut, Untold
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, SafetyTask, VisitKind

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TODAY = NOW.date()
EARLIER = date(2026, 11, 20)
LOST = Appointment("lost", "site", "slot", "child", VisitKind.FIRST, (), EARLIER, "gp", NOW, placement=Placement.LOST)
SENT = Handover(
    "h", "child", "e", "p", "Linde", AccessRoute.GP_LETTER, NOW, "w",
    sent_at=NOW, answer_due=EARLIER, callback_due=TODAY, next_contact_on=TODAY,
)  # fmt: skip
EPISODE = EpisodeOfCare("e", "child", EARLIER, ReferrerType.GP, "w", aftercare_due=TODAY)
CHILD = Patient("child", "Bo", "Dijk", date(2014, 11, 24), "w", NOW - timedelta(days=300))
DRAFT = NoteDraft("draft", "child", "a", "first_talk", 1, "w", "d", NOW, NOW)
FEEDBACK = Feedback("f", "site", "child", "a", FeedbackMoment.START, TODAY)


def consent(on: date) -> Consent:
    return Consent(str(on), "child", Scope.SHARE, "care", "gp", "mother", Decision.GIVEN, on, "w", NOW)


def kinds(records: Records) -> list[DutyKind]:
    return [duty.kind for duty in duties(records, NOW)]


def test_nothing_waits_when_there_is_nothing() -> None:
    assert duties(Records(), NOW) == ()


def test_safety_comes_first_then_the_overdue_then_the_rest() -> None:
    task = SafetyTask("t", "site", "urgent", "a", TODAY, NOW, "child")
    records = Records(
        drafts=(DRAFT,), feedback=(FEEDBACK,), handovers=(SENT,), tasks=(task,), episodes=(EPISODE,), patients=(CHILD,),
        appointments=(LOST,), standings={"lost": Standing(StandingStatus.MISSING, (), ())},
        consents=(consent(date(2025, 1, 1)), consent(date(2024, 1, 1))),
    )  # fmt: skip
    found = duties(records, NOW)

    assert [duty.kind for duty in found] == [
        DutyKind.URGENT, DutyKind.HANDOVER_ANSWER_OVERDUE, DutyKind.SLOT_LOST, DutyKind.CALL_BACK,
        DutyKind.BRIDGING_CONTACT, DutyKind.DRAFT_UNSIGNED, DutyKind.FEEDBACK_DUE, DutyKind.CONSENT_MISSING,
        DutyKind.AFTERCARE_DUE, DutyKind.BIRTHDAY_REVIEW,
    ]  # fmt: skip
    assert found[1].is_overdue(TODAY)
    assert found[-1].params == {"age": "12"}


def test_done_work_is_no_duty() -> None:
    records = Records(
        feedback=(replace(FEEDBACK, status=FeedbackStatus.SENT),),
        handovers=(replace(SENT, status=HandoverStatus.CANCELLED), replace(SENT, sent_at=None)),
        tasks=(SafetyTask("t", "site", "noshow_call", "a", TODAY, NOW, done_at=NOW),),
        episodes=(replace(EPISODE, aftercare_done=TODAY), replace(EPISODE, aftercare_due=None)),
        appointments=(replace(LOST, loss_acknowledged=True), replace(LOST, status=AppointmentStatus.CANCELLED)),
        patients=(CHILD, replace(CHILD, archived=True)),
        consents=(replace(consent(TODAY), scope=Scope.HELP, given_by="patient"),),
    )

    assert kinds(records) == []


def test_a_lost_slot_is_said_once_and_an_unknown_task_is_never_hidden() -> None:
    task = SafetyTask("t", "site", "slot_lost", "lost", TODAY, NOW)
    newer = SafetyTask("n", "site", "from_a_newer_program", "x", TODAY, NOW)

    assert kinds(Records(appointments=(LOST,), tasks=(task, newer))) == [DutyKind.URGENT, DutyKind.SLOT_LOST]


def test_a_family_with_two_bookings_for_one_request_hears_it_today_and_needs_no_other_slot() -> None:
    (duty,) = duties(Records(appointments=(LOST,), twice=(BookedTwice(LOST, NOW),)), NOW)

    assert (duty.kind, duty.about, duty.due_on) == (DutyKind.BOOKED_TWICE, "lost", TODAY)
    assert duty.params == {"stays_at": NOW.isoformat()}
    (without_slot,) = duties(Records(twice=(BookedTwice(LOST, None),)), NOW)
    assert without_slot.params == {}


def test_an_accepted_handover_asks_for_one_thing_at_a_time() -> None:
    accepted = replace(SENT, status=HandoverStatus.ACCEPTED)

    assert kinds(Records(handovers=(accepted,))) == [DutyKind.CALL_BACK]
    assert kinds(Records(handovers=(replace(accepted, callback_result="ja"),))) == [DutyKind.BRIDGING_CONTACT]


def test_an_emergency_is_for_its_case_lead_to_read_today() -> None:
    looked = AccessEvent("e1", ActionCode.READ, EventType.EMERGENCY, NOW, "child", "w2", "youth_worker", "d2")
    found = duties(Records(emergencies=(looked,)), NOW)

    (duty,) = found
    assert duty.kind is DutyKind.EMERGENCY_LOOK
    assert (duty.about, duty.patient_id, duty.due_on) == ("e1", "child", TODAY)


def test_who_was_told_another_time_is_phoned_today_until_they_know() -> None:
    now_at, told = NOW + timedelta(days=2), NOW + timedelta(days=1)
    booked = replace(LOST, placement=Placement.CONFIRMED, told_start=told)
    new = Untold(booked, now_at)

    (duty,) = duties(Records(untold=(new,)), NOW)
    assert (duty.kind, duty.about, duty.due_on) == (DutyKind.TELL_NEW_TIME, "lost", TODAY)
    assert duty.params == {"starts_at": now_at.isoformat(), "told": told.isoformat()}
    for known in (now_at, None):
        assert duties(Records(untold=(Untold(replace(booked, told_start=known), now_at),)), NOW) == ()
    cancelled = replace(booked, status=AppointmentStatus.CANCELLED)
    for over in (cancelled, replace(booked, placement=Placement.LOST)):
        assert duties(Records(untold=(Untold(over, now_at),)), NOW) == ()


def test_who_must_move_anyhow_is_not_told_a_time_first() -> None:
    booked = replace(LOST, placement=Placement.CONFIRMED, told_start=NOW)
    moved, shut = Untold(booked, NOW + timedelta(days=1)), ShutOut(booked, date(2026, 12, 24), "Kerstvakantie")

    assert kinds(Records(shut_out=(shut,), untold=(moved,))) == [DutyKind.REPLAN]
    assert kinds(Records(twice=(BookedTwice(booked, NOW),), untold=(moved,))) == [DutyKind.BOOKED_TWICE]


def test_a_booking_on_a_day_that_is_shut_is_moved_today() -> None:
    booked = replace(LOST, placement=Placement.CONFIRMED)
    shut = ShutOut(booked, date(2026, 12, 24), "Kerstvakantie")

    (duty,) = duties(Records(shut_out=(shut,)), NOW)
    assert (duty.kind, duty.about, duty.due_on, duty.patient_id) == (DutyKind.REPLAN, "lost", TODAY, "child")
    assert duty.params == {"day": "2026-12-24", "why": "Kerstvakantie", "cause": "shut"}
    cancelled = replace(booked, status=AppointmentStatus.CANCELLED)
    for over in (replace(shut, appointment=cancelled), replace(shut, appointment=LOST)):
        assert duties(Records(shut_out=(over,)), NOW) == ()
    for cause in Cause:
        past = replace(shut, day=EARLIER, cause=cause)
        assert kinds(Records(shut_out=(past,))) == [DutyKind.REPLAN], "nothing says that anybody phoned"
