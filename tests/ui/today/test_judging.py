"""A look in an emergency stands on top of the day of who leads the case, until they read why."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton

from gpconnect.domain.access import AccessEvent, AccessLines, ActionCode, EventType, SharedLine
from gpconnect.domain.people import Patient
from gpconnect.services import access
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.inspection import inspect
from gpconnect.ui.today.page import TodayPage
from tests.services.conftest import PEOPLE, Clock
from tests.services.dossier_help import a_dossier
from tests.ui.workplace import Opens, find

JORIS = PEOPLE["colleague"].staff_id


def looked_at_by_joris(session: Session) -> str:
    """His line about a dossier that Sanne keeps to herself, as a sync would bring it; gives the dossier."""
    child = a_dossier(session)
    patient = rows.require(session.db, Patient, child)
    at = session.now()
    event = AccessEvent(
        "e" * 32,
        ActionCode.READ,
        EventType.EMERGENCY,
        at,
        child,
        JORIS,
        "youth_worker",
        "d2" * 16,
        detail="Er is gevaar",
    )
    lines = AccessLines("a" * 32, "d2" * 16, 1, 1, "", "", at, at, (SharedLine(1, "", "", event),))
    with transaction(session.db):
        rows.put(session.db, replace(patient, restricted_to=(session.actor.staff_id,), opened_at=at.replace(hour=1)))
        rows.put(session.db, lines)
    return child


def test_it_stands_above_the_slots_and_leads_to_the_reason_until_that_was_read(desk_of: Opens, clock: Clock) -> None:
    place = desk_of("worker")
    page = TodayPage(place.desk)
    place.show(page)
    assert page.judging.isHidden()

    child = place.do(looked_at_by_joris)
    page.reload()
    assert place.settle()
    assert page.judging.isVisible()
    assert page.judging.y() < page.cards[0].mapTo(page, page.cards[0].rect().topLeft()).y()
    assert inspect(page) == []
    find(page.judging, QPushButton, "").click()
    assert place.went[-1] == ("patients", {"who_looked": child})

    clock.forward(minutes=1)
    place.do(access.who_looked, child)
    page.reload()
    assert place.settle()
    assert page.judging.isHidden()
