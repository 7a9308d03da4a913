"""Numbers beside the areas, before anybody opened them."""

from gpconnect.domain.care import Outcome
from gpconnect.domain.people import Patient
from gpconnect.services import badges, outcomes
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from tests.services.visits_help import a_talk_with_note


def test_a_worker_is_told_what_waits_and_nothing_is_written_to_the_access_log(worker: Session) -> None:
    assert badges.waiting_by_area(worker) == {"handovers": 0, "evaluation": 0, "admin": 0}
    outcomes.finish(worker, a_talk_with_note(worker), Outcome.BRIEF_SUPPORT)
    (child,) = rows.where(worker.db, Patient)
    seen = len(access_log.of_patient(worker.db, child.id))

    assert badges.waiting_by_area(worker)["evaluation"] > 0
    assert len(access_log.of_patient(worker.db, child.id)) == seen


def test_each_role_has_only_the_numbers_of_its_own_work(gp: Session, assistant: Session, coordinator: Session) -> None:
    assert badges.waiting_by_area(gp) == {"evaluation": 0, "admin": 0}
    assert badges.waiting_by_area(assistant) == {"admin": 0}
    assert badges.waiting_by_area(coordinator) == {"admin": 0}
