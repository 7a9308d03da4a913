"""Absences that overlap, end or were said at two desks: one answer about who holds a half-day, everywhere."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import permutations

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.schedule import Absence, HalfDaySession
from gpconnect.services import absences, applying, duties, ended_absences, half_days, series_edits
from gpconnect.services.absences import AbsenceRequest
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.series_edits import Scope
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PEOPLE, TUESDAY, WALUWE, Clock, put_common
from tests.services.online import Wire, sync
from tests.services.test_half_days import booked, replan_duties

Practice = tuple[Session, Session, Session]
SANNE, JORIS = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id
DECEMBER, LATER = date(2026, 12, 1), date(2026, 12, 8)
LONG = AbsenceRequest(SANNE, TUESDAY, LATER, JORIS)
SHORT = AbsenceRequest(SANNE, DECEMBER, DECEMBER)
ITS_DEPUTY = AbsenceRequest(JORIS, DECEMBER, LATER)


def report(session: Session, request: AbsenceRequest) -> tuple[str, ...]:
    return absences.report(session, request, dry_run=False)[1].absence_ids


def whose(session: Session) -> dict[date, str]:
    """Who holds what at this practice, on the days that this is about."""
    here = "site_id = ? AND day <= ?"
    return {one.day: one.worker_id for one in rows.where(session.db, HalfDaySession, here, (WALUWE, LATER))}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_whatever_is_said_or_ended_first_the_same_people_hold_them(gp: Session, order: tuple[int, ...]) -> None:
    said = (LONG, SHORT, ITS_DEPUTY)
    ids = {place: report(gp, said[place]) for place in order}
    assert whose(gp) == {TUESDAY: JORIS, DECEMBER: SANNE, LATER: SANNE}
    assert {one.duty.params["why"] for one in replan_duties(gp)} == set()

    absences.end(gp, ids[2])
    assert whose(gp) == {TUESDAY: JORIS, DECEMBER: JORIS, LATER: JORIS}
    absences.end(gp, ids[1])
    assert whose(gp) == {TUESDAY: JORIS, DECEMBER: JORIS, LATER: JORIS}, "the other absence still stands"
    absences.end(gp, ids[0])
    absences.end(gp, ids[0])
    assert whose(gp) == dict.fromkeys((TUESDAY, DECEMBER, LATER), SANNE)
    for one in rows.where(gp.db, HalfDaySession, "1"):
        assert applying.agrees(gp.db, "half_day_session", one.id)


def test_what_an_absence_comes_to_is_told_beforehand_also_when_the_deputy_is_away(gp: Session) -> None:
    report(gp, ITS_DEPUTY)
    _, plan = absences.report(gp, LONG, dry_run=True)
    assert [(one.day, one.taken_over) for one in plan.half_days] == [
        (TUESDAY, True), (DECEMBER, False), (LATER, False),
    ]  # fmt: skip


def test_an_absence_that_another_desk_ended_meanwhile_leaves_the_other_one_standing(
    practice: Practice, wire: Wire
) -> None:
    gp, assistant, worker = practice
    for session in practice:
        put_common(session)
    sync(*practice, wire=wire)
    visit = booked(gp, rows_of(gp)[0])
    first = report(gp, LONG)
    sync(*practice, wire=wire)
    absences.end(gp, first)
    report(assistant, AbsenceRequest(SANNE, DECEMBER, DECEMBER, JORIS))

    sync(*practice, wire=wire)

    for session in practice:
        assert {day: whose(session)[day] for day in (DECEMBER, LATER)} == {DECEMBER: JORIS, LATER: SANNE}
        assert replan_duties(session) == []
    sync(worker, wire=wire)
    absences.report(worker, ITS_DEPUTY, dry_run=False)
    sync(worker, gp, assistant, wire=wire)
    assert [[one.appointment_id for one in replan_duties(session)] for session in practice] == [[visit]] * 3


def rows_of(session: Session) -> list[str]:
    """The slots of the first of December, by id."""
    sql = "SELECT s.id FROM slot s JOIN half_day_session h ON h.id = s.session_id WHERE h.day = ? AND h.site_id = ? "
    return [one for (one,) in session.db.execute(sql + "ORDER BY s.starts_at", (str(DECEMBER), WALUWE)).fetchall()]


def test_what_was_held_while_somebody_was_away_stays_so_and_undoing_it_says_that_nobody_was(
    gp: Session, clock: Clock
) -> None:
    ids = report(gp, LONG)
    clock.move_to(DECEMBER)
    absences.end(gp, ids)
    assert whose(gp) == {TUESDAY: JORIS, DECEMBER: SANNE, LATER: SANNE}
    (past,) = rows.where(gp.db, Absence, "archived = 0")
    assert (past.first_day, past.last_day) == (TUESDAY, DECEMBER - timedelta(days=1))
    absences.end(gp, ids)
    assert rows.count(gp.db, Absence, "archived = 0") == 1

    absences.withdraw(gp, (past.id,))
    assert whose(gp) == dict.fromkeys((TUESDAY, DECEMBER, LATER), SANNE)


def test_an_absence_that_was_ended_by_mistake_is_one_again_with_what_was_past(gp: Session, clock: Clock) -> None:
    other = report(gp, replace(SHORT, deputy_id=JORIS, first_day=TUESDAY))
    ids = report(gp, LONG)
    clock.move_to(DECEMBER)
    absences.end(gp, ids)
    absences.end(gp, other)
    assert whose(gp) == {TUESDAY: JORIS, DECEMBER: SANNE, LATER: SANNE}
    ended_absences.put_back(gp, ids)

    assert whose(gp) == {TUESDAY: JORIS, DECEMBER: JORIS, LATER: JORIS}
    standing = {one.id: (one.first_day, one.last_day) for one in rows.where(gp.db, Absence, "archived = 0")}
    assert standing.pop(ids[0]) == (TUESDAY, LATER)
    assert list(standing.values()) == [(TUESDAY, DECEMBER - timedelta(days=1))], "what is left of the other one"


def test_only_what_was_ended_is_put_back_and_no_other_site(worker: Session) -> None:
    ids = report(worker, SHORT)
    absences.end(worker, ids)
    ended_absences.put_back(worker, ids[:1])

    assert [one.id for one in rows.where(worker.db, Absence, "archived = 0")] == list(ids[:1])


def test_a_half_day_that_is_planned_moved_or_called_off_changes_who_is_free_to_take_over(gp: Session) -> None:
    report(gp, replace(LONG, last_day=DECEMBER))
    beside = LooseRequest(WALUWE, JORIS, LATER, time(10), ("45",))
    _, plan = half_days.add_loose(gp, beside, dry_run=False)
    held = rows.require(gp.db, HalfDaySession, plan.half_day_id)
    shape = series_edits.opened(gp, held.id).now
    assert whose(gp)[DECEMBER] == JORIS

    with_day = replace(shape, day=DECEMBER)
    _, moved = series_edits.change(gp, held.id, Scope.ONE, with_day, dry_run=True)
    assert [one.reason for one in moved.dropped] == ["overlap"], "he holds Sanne's"
    rows.put(gp.db, held)


def test_a_worker_who_is_chosen_by_name_holds_it_in_their_own_right(gp: Session) -> None:
    ids = report(gp, replace(LONG, deputy_id=""))
    (one,) = rows.where(gp.db, HalfDaySession, "day = ? AND site_id = ?", (DECEMBER, WALUWE))
    shape = replace(series_edits.opened(gp, one.id).now, worker_id=JORIS)
    series_edits.change(gp, one.id, Scope.ONE, shape, dry_run=False)
    assert whose(gp)[DECEMBER] == JORIS
    absences.end(gp, ids)
    assert whose(gp)[DECEMBER] == JORIS


def test_the_deputy_of_a_deputy_sees_whose_work_they_do(worker: Session) -> None:
    report(worker, LONG)
    assert absences.deputised(worker.db, JORIS, DECEMBER) == {SANNE}
    report(worker, ITS_DEPUTY)
    assert absences.deputised(worker.db, JORIS, DECEMBER) == frozenset()
    assert not [one for one in duties.list_duties(worker) if one.duty.kind is DutyKind.HALF_DAYS_AT_ONCE]
