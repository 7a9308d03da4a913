"""A worker who is away: a deputy holds the half-days and sees the duties, or every family is phoned."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from gpconnect.domain.care import EpisodeOfCare, ReferrerType
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Absence, HalfDaySession, SessionStatus, SlotKind
from gpconnect.services import absences, duties, half_days, rebooking, replanning, schedule, slots, today
from gpconnect.services.absences import AbsenceRequest, AbsenceView
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, TUESDAY, WALUWE, Clock, MakeSession, with_pilot
from tests.services.online import Wire, sync
from tests.services.test_half_days import booked, half_day_id, holds, replan_duties
from tests.services.visits_help import a_booking

SANNE, JORIS = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id
DECEMBER = date(2026, 12, 1)
AWAY = AbsenceRequest(SANNE, TUESDAY, DECEMBER)
Practice = tuple[Session, Session, Session]


def test_without_a_deputy_every_family_is_a_duty_and_nothing_is_offered_until_the_worker_is_back(gp: Session) -> None:
    visit, half_day = a_booking(gp, 5), half_day_id(gp)
    changes, seen = absences.report(gp, AWAY, dry_run=True)
    assert (changes.kinds, [(one.day, one.booked, one.taken_over) for one in seen.half_days], seen.to_phone) == (
        frozenset(),
        [(TUESDAY, 1, False), (DECEMBER, 0, False)],
        1,
    )

    _, plan = absences.report(gp, AWAY, dry_run=False)
    (duty,) = replan_duties(gp)
    assert (duty.appointment_id, duty.duty.params["why"]) == (visit, "jeugdwerker afwezig")
    (one,) = replanning.to_replan(gp)
    assert [offer.starts_at.date() for offer in one.offers] == [date(2026, 12, 8)] * 3
    view = schedule.half_day(gp, half_day)
    assert (view.shut, view.free, {slot.kind for slot in view.slots}) == ("jeugdwerker afwezig", 0, {SlotKind.CLOSED})
    with pytest.raises(KnownError, match=r"slot\.shut"):
        slots.require_free(gp, view.slots[4].slot_id)

    absences.end(gp, plan.absence_ids)
    assert replan_duties(gp) == []
    assert schedule.half_day(gp, half_day).shut == ""


def test_a_family_that_nobody_phoned_is_still_a_duty_when_the_day_is_over(gp: Session, clock: Clock) -> None:
    visit = a_booking(gp, 5)
    absences.report(gp, AbsenceRequest(SANNE, TUESDAY, TUESDAY), dry_run=False)
    clock.move_to(TUESDAY + timedelta(days=1))

    assert [one.appointment_id for one in replan_duties(gp)] == [visit]
    assert [one.appointment_id for one in replanning.to_replan(gp)] == [visit]
    rebooking.cancel(gp, visit, "kon niemand bereiken")
    assert replan_duties(gp) == []


def test_a_half_day_that_is_planned_later_for_somebody_who_is_away_is_shut_as_well(gp: Session) -> None:
    absences.report(gp, AWAY, dry_run=False)
    late = LooseRequest(WALUWE, SANNE, date(2026, 11, 26), time(13), ("45",), open_anyway=True)
    _, plan = half_days.add_loose(gp, late, dry_run=False)

    assert schedule.half_day(gp, plan.half_day_id).shut == "jeugdwerker afwezig"


def test_a_deputy_holds_the_half_days_and_gives_them_back_and_what_is_past_stays(gp: Session, clock: Clock) -> None:
    a_booking(gp, 5)
    half_day = half_day_id(gp)
    _, plan = absences.report(gp, replace(AWAY, deputy_id=JORIS), dry_run=False)
    view = schedule.half_day(gp, half_day)
    assert (view.worker_name, view.deputy_for, plan.to_phone) == ("Joris Maas", "Sanne de Vries", 0)
    assert replan_duties(gp) == []
    assert [one.deputy_for for one in today.day_view(gp).half_days] == ["Sanne de Vries"]
    assert absences.coming(gp) == (AbsenceView(plan.absence_ids, "Sanne de Vries", "Joris Maas", TUESDAY, DECEMBER),)

    clock.move_to(date(2026, 11, 25))
    absences.end(gp, plan.absence_ids)
    assert whose(gp) == {TUESDAY: JORIS, DECEMBER: SANNE, date(2026, 12, 8): SANNE, date(2026, 12, 15): SANNE}
    assert absences.coming(gp) == ()


def test_who_is_said_to_be_away_since_yesterday_is_so_from_today_and_what_was_held_stays(
    gp: Session, clock: Clock
) -> None:
    (half_day,) = rows.where(gp.db, HalfDaySession, "day = ?", (TUESDAY,))
    with transaction(gp.db):
        rows.put(gp.db, replace(half_day, status=SessionStatus.CLOSED))
    clock.move_to(TUESDAY + timedelta(days=1))
    _, plan = absences.report(gp, replace(AWAY, deputy_id=JORIS), dry_run=False)

    (held,) = rows.where(gp.db, HalfDaySession, "day = ?", (TUESDAY,))
    assert (held.worker_id, held.deputy_for, held.status) == (SANNE, "", SessionStatus.CLOSED)
    assert whose(gp)[DECEMBER] == JORIS
    (said,) = rows.where(gp.db, Absence)
    assert ((said.id,), said.first_day, said.last_day) == (plan.absence_ids, gp.today(), DECEMBER)


def whose(session: Session) -> dict[date, str]:
    return {one.day: one.worker_id for one in rows.where(session.db, HalfDaySession)}


def test_a_deputy_who_sits_elsewhere_then_takes_that_half_day_not_and_its_families_are_phoned(gp: Session) -> None:
    half_days.add_loose(gp, LooseRequest(WALUWE, JORIS, TUESDAY, time(11), ("45",)), dry_run=False)
    visit = a_booking(gp, 5)
    _, plan = absences.report(gp, replace(AWAY, deputy_id=JORIS), dry_run=False)

    assert [(one.day, one.taken_over) for one in plan.half_days] == [(TUESDAY, False), (DECEMBER, True)]
    assert plan.to_phone == 1
    assert [one.appointment_id for one in replan_duties(gp)] == [visit]


def test_a_deputy_who_is_away_too_is_replaced_for_whom_the_half_day_was_meant(gp: Session) -> None:
    absences.report(gp, replace(AWAY, deputy_id=JORIS), dry_run=False)
    visit = a_booking(gp, 5)
    _, second = absences.report(gp, AbsenceRequest(JORIS, TUESDAY, TUESDAY), dry_run=False)
    assert [one.appointment_id for one in replan_duties(gp)] == [visit]

    absences.end(gp, second.absence_ids)
    absences.report(gp, AbsenceRequest(JORIS, TUESDAY, TUESDAY, SANNE), dry_run=False)
    assert [one.appointment_id for one in replan_duties(gp)] == [visit], "Sanne is away herself"


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (replace(AWAY, last_day=date(2026, 11, 23)), "absence.order"),
        (replace(AWAY, last_day=date(2027, 12, 31)), "absence.too_long"),
        (AbsenceRequest(SANNE, date(2026, 11, 16), date(2026, 11, 18)), "absence.over"),
        (replace(AWAY, deputy_id=SANNE), "absence.deputy_self"),
        (replace(AWAY, deputy_id=PEOPLE["gp"].staff_id), "absence.deputy_elsewhere"),
        (replace(AWAY, worker_id=PEOPLE["gp"].staff_id), "absence.worker_missing"),
    ],
)
def test_an_absence_that_cannot_be_is_refused_and_nothing_is_saved(
    gp: Session, request_: AbsenceRequest, code: str
) -> None:
    with pytest.raises(KnownError) as refusal:
        absences.report(gp, request_, dry_run=False)
    assert (refusal.value.code, rows.count(gp.db, Absence, "1")) == (code, 0)


def test_the_same_days_at_two_sites_are_shown_as_one_absence(worker: Session) -> None:
    _, plan = absences.report(worker, AWAY, dry_run=False)
    assert len(plan.absence_ids) == 2
    assert [one.absence_ids for one in absences.coming(worker)] in (
        [plan.absence_ids],
        [tuple(reversed(plan.absence_ids))],
    )


def test_the_deputy_sees_the_duties_of_who_is_away_as_long_as_that_lasts_but_not_a_dossier_kept_from_them(
    make_session: MakeSession, clock: Clock
) -> None:
    joris = with_pilot(make_session("colleague"))
    care(joris, "a1" * 16)
    care(joris, "a2" * 16, restricted_to=(SANNE,))
    assert aftercare(joris) == []
    absences.report(joris, AbsenceRequest(SANNE, TUESDAY, TUESDAY, JORIS), dry_run=False)

    assert aftercare(joris) == [("a1" * 16, "Sanne de Vries")]
    clock.move_to(date(2026, 11, 25))
    assert aftercare(joris) == []


def care(session: Session, child: str, restricted_to: tuple[str, ...] = ()) -> None:
    """Sanne's child, whose aftercare is due."""
    ended = TUESDAY - timedelta(weeks=12)
    with transaction(session.db):
        rows.put(
            session.db,
            Patient(
                child, "Bo", "Dijk", date(2014, 5, 5), SANNE, session.now(), site_id=WALUWE, restricted_to=restricted_to
            ),
        )
        rows.put(
            session.db,
            EpisodeOfCare(f"e{child[1:]}", child, ended, ReferrerType.GP, SANNE, ended_on=ended, aftercare_due=TUESDAY),
        )


def aftercare(session: Session) -> list[tuple[str, str]]:
    found = [one for one in duties.list_duties(session) if one.duty.kind is DutyKind.AFTERCARE_DUE]
    return [(one.duty.patient_id, one.instead_of) for one in found]


def test_the_walk_in_slots_of_who_is_away_go_back_and_a_desk_that_booked_offline_has_the_duty(
    practice: Practice, wire: Wire
) -> None:
    gp, assistant, worker = practice
    half_day = rows.where(worker.db, HalfDaySession, "day = ?", (DECEMBER,))[0].id
    view = schedule.half_day(worker, half_day)
    walk_in = next(one for one in view.slots if one.kind is SlotKind.WALK_IN)
    sync(worker, gp, wire=wire)
    assert holds(worker, walk_in.slot_id)
    absences.report(gp, AbsenceRequest(SANNE, DECEMBER, DECEMBER, JORIS), dry_run=False)
    sync(gp, worker, gp, wire=wire)
    assert not holds(gp, walk_in.slot_id), "so that the deputy's own device can keep it"

    absences.report(gp, AbsenceRequest(JORIS, DECEMBER, DECEMBER), dry_run=False)
    visit = booked(assistant, view.slots[0].slot_id)
    sync(gp, assistant, worker, wire=wire)
    assert [[one.appointment_id for one in replan_duties(session)] for session in practice] == [[visit]] * 3
