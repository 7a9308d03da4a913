"""What an answer about consent brings with it in the dossier: a last day, and talks that nobody waits for."""

from PySide6.QtWidgets import QLabel, QLineEdit

from gpconnect.domain.consent import Consent
from gpconnect.domain.schedule import Appointment
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.inspection import inspect
from tests.services.visits_help import a_booking, a_talk_with_note
from tests.ui.patients.test_page import a_child, click, everything, fill, opened
from tests.ui.waiting import until
from tests.ui.workplace import Opens, find


def test_a_yes_can_be_given_until_a_day_and_anew_before_that(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=a_child(place))
    fill(page, "consentUntil", "overmorgen")
    click(place, page, "consent_feedback_0_oral")
    assert page.dossier.consents.until_row.error()
    fill(page, "consentUntil", "1-11-2026")
    click(place, page, "consent_feedback_0_oral")
    assert page.dossier.consents.until_row.error()
    assert place.do(everything, Consent) == []

    fill(page, "consentUntil", "31-12-2026")
    click(place, page, "consent_feedback_0_oral")
    (consent,) = place.do(everything, Consent)
    assert str(consent.expires_on) == "2026-12-31"
    assert any("tot en met 31 december 2026" in one.text() for one in page.findChildren(QLabel))
    until(lambda: inspect(page) == [])

    assert find(page, QLineEdit, "consentUntil").text() == "", "the next yes has a last day of its own"
    click(place, page, "consent_feedback_0_written")
    assert [one.expires_on for one in place.do(everything, Consent)][-1] is None
    assert find(page, QLineEdit, "consentUntil").text() == ""


def test_after_a_no_to_help_what_is_booked_is_called_off_with_one_click(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    child = place.do(child_of, visit)
    place.do(a_booking, 4, person_id=child)
    page = opened(place, patient=child)
    assert not page.dossier.coming.isVisible()

    click(place, page, "consent_help_0_refused")
    until(page.dossier.coming.isVisible)
    until(lambda: inspect(page) == [])
    assert "Praktijk De Waluwe" in find(page, QLabel, "comingTalks").text()

    click(place, page, "comingCallOff")
    until(lambda: not page.dossier.coming.isVisible())
    place.toasts[-1][1]()
    assert place.settle()
    until(page.dossier.coming.isVisible)


def child_of(session: Session, visit: str) -> str:
    return rows.require(session.db, Appointment, visit).person_id
