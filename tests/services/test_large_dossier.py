"""A child who comes for years: the dossier asks the file no more often than one of a few weeks."""

from datetime import UTC, date, datetime, timedelta

from gpconnect.domain.care import Encounter, Feedback, FeedbackMoment
from gpconnect.domain.notes import Note
from gpconnect.domain.schedule import Appointment, Slot, VisitKind
from gpconnect.services import dossier_views
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import WALUWE
from tests.services.dossier_help import a_dossier

MOST = 40


def weeks(session: Session, child: str, since: int, until: int) -> None:
    """Every week a talk with its note and a word to the GP, and a booking that was cancelled."""
    me = session.actor
    with transaction(session.db):
        for week in range(since, until):
            day = date(2020, 1, 6) + timedelta(weeks=week)
            at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
            slot = Slot(f"50{week:030d}", "ad" * 16, WALUWE, at, 45)
            rows.put(session.db, slot)
            came, cancelled = (
                Appointment(
                    f"{which}{week:030d}", WALUWE, slot.id, child, VisitKind.FOLLOW_UP, (), day, me.staff_id, at
                )
                for which in ("a0", "a1")
            )
            for one in (
                came,
                cancelled,
                Encounter(f"e0{week:030d}", came.id, WALUWE, day, 45, "follow_up", me.staff_id, child),
                Note(f"d0{week:030d}", child, came.id, "follow_up", 1, me.staff_id, me.name, at, {"now": "Beter"}),
                Feedback(f"f0{week:030d}", WALUWE, child, came.id, FeedbackMoment.PROGRESS, day),
            ):
                rows.put(session.db, one)


def questions(session: Session, child: str) -> int:
    """How many statements the file gets when this dossier is looked at."""
    asked: list[str] = []
    session.db.conn.set_trace_callback(asked.append)
    dossier_views.look_again(session, child)
    session.db.conn.set_trace_callback(None)
    return sum(1 for one in asked if one.startswith("SELECT"))


def test_a_dossier_of_years_asks_the_file_no_more_often_than_one_of_weeks(worker: Session) -> None:
    child = a_dossier(worker)
    weeks(worker, child, 0, 3)
    before = questions(worker, child)
    assert before <= MOST
    weeks(worker, child, 3, 125)

    moments = dossier_views.look_again(worker, child).moments
    assert len(moments) >= 500
    assert questions(worker, child) == before
    cancelled = [one for one in moments if one.kind == "appointment"]
    assert [one.at for one in cancelled] == sorted((one.at for one in cancelled if one.at is not None), reverse=True)
    assert cancelled[-1].at == datetime(2020, 1, 6, 9, tzinfo=UTC), "each at the time of its own slot"
