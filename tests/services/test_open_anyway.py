"""Who plans on a shut day outweighs the closures that they knew of, and no other."""

from datetime import date, time

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.schedule import HalfDaySession, SiteClosure, Slot
from gpconnect.services import booking, duties, half_days, planning, schedule, site_closures
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.closures import ClosureRequest
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.planning import SeriesRequest
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PEOPLE, WALUWE, put_common
from tests.services.online import Wire, sync

Practice = tuple[Session, Session, Session]
JORIS = PEOPLE["colleague"].staff_id
CHRISTMAS, THURSDAY = date(2026, 12, 25), date(2026, 12, 3)


def shut(session: Session, day: date, why: str) -> str:
    site_closures.enter(session, ClosureRequest(day, day, why, WALUWE), dry_run=False)
    return rows.where(session.db, SiteClosure, "reason = ?", (why,))[0].id


def plan(session: Session, day: date) -> str:
    request = LooseRequest(WALUWE, JORIS, day, time(9), ("45", "45"), open_anyway=True)
    return half_days.add_loose(session, request, dry_run=False)[1].half_day_id


def why_shut(session: Session, half_day_id: str) -> str:
    return schedule.half_day(session, half_day_id).shut


def replan_due(session: Session) -> bool:
    return DutyKind.REPLAN in {one.duty.kind for one in duties.list_duties(session)}


def book(session: Session, half_day_id: str) -> None:
    slot = rows.where(session.db, Slot, "session_id = ?", (half_day_id,), order="starts_at")[0]
    child = NewPerson("Emma", "de Graaf", date(2013, 2, 13), "06 12345678")
    booking.book(session, BookingRequest(WALUWE, slot.id, new=child, reasons=("sleep",)))


def test_a_closure_that_is_entered_later_shuts_what_was_planned_on_a_holiday(gp: Session) -> None:
    half_day = plan(gp, CHRISTMAS)
    book(gp, half_day)
    assert (why_shut(gp, half_day), replan_due(gp)) == ("", False)

    entered = shut(gp, CHRISTMAS, "Waterschade")
    assert (why_shut(gp, half_day), replan_due(gp)) == ("Waterschade", True)
    site_closures.archive(gp, entered)
    assert (why_shut(gp, half_day), replan_due(gp)) == ("", False)


def test_a_closure_that_was_known_is_outweighed_also_in_a_series(gp: Session) -> None:
    shut(gp, THURSDAY, "Verbouwing")
    half_day = plan(gp, THURSDAY)
    series = SeriesRequest(WALUWE, JORIS, THURSDAY, THURSDAY, time(13), ("45",), open_anyway=True)
    planning.plan_series(gp, series, dry_run=False)
    (other,) = rows.where(gp.db, HalfDaySession, "day = ? AND start = ?", (THURSDAY, time(13)))
    assert (why_shut(gp, half_day), why_shut(gp, other.id)) == ("", "")

    shut(gp, THURSDAY, "Waterschade")
    assert (why_shut(gp, half_day), why_shut(gp, other.id)) == ("Waterschade", "Waterschade")


def test_who_says_so_on_an_ordinary_day_says_nothing(gp: Session) -> None:
    half_day = plan(gp, THURSDAY)
    assert not rows.require(gp.db, HalfDaySession, half_day).open_anyway
    shut(gp, THURSDAY, "Verbouwing")
    assert why_shut(gp, half_day) == "Verbouwing"


def test_a_closure_of_another_desk_that_nobody_had_heard_of_shuts_it_everywhere(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    for session in practice:
        put_common(session)
    sync(*practice, wire=wire)
    shut(assistant, CHRISTMAS, "Waterschade")
    half_day = plan(gp, CHRISTMAS)
    book(gp, half_day)

    sync(*practice, wire=wire)

    assert [why_shut(session, half_day) for session in practice] == ["Waterschade"] * 3
    assert [replan_due(session) for session in practice] == [True] * 3


def test_what_an_older_program_planned_knowingly_outweighs_every_closure(gp: Session) -> None:
    known = rows.where(gp.db, HalfDaySession, order="day, id")[1]
    shut(gp, known.day, "Verbouwing")
    rows.put(gp.db, HalfDaySession("f" * 32, WALUWE, JORIS, known.day, time(9), time(10), open_anyway=True))
    assert why_shut(gp, "f" * 32) == ""
