"""A yes that counts until a day, in the dossier."""

from PySide6.QtWidgets import QLabel, QLineEdit

from gpconnect.domain.consent import Consent
from gpconnect.ui.inspection import inspect
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
