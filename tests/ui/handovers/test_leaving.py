"""The ways in which a handover leaves beside the letter: a draft for secure mail, and a file for another system."""

from dataclasses import replace

import pytest

from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.services import handovers
from gpconnect.services.handovers import Content
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.inspection import inspect
from tests.services.dossier_help import MOZAIEK, a_dossier, agree_to_share
from tests.ui.handovers.driver import Driver
from tests.ui.waiting import until


@pytest.mark.parametrize(
    ("button", "ending", "words"),
    [
        ("handoverSendMail", ".eml", "Open het in je beveiligde mailprogramma."),
        ("handoverSendFile", ".json", "Het bestand voor hun systeem staat in brieven"),
    ],
)
def test_it_leaves_as_a_secure_mail_or_as_a_file_for_their_system(
    driver: Driver, button: str, ending: str, words: str
) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.place.do(agree_to_share, patient_id)
    driver.place.do(_give_address, "veilig@mozaiek.example")
    content = Content({"question": "Behandelen"}, access_route=AccessRoute.DECISION)
    _, made = driver.place.do(handovers.create_handover, patient_id, MOZAIEK, content)
    driver.page.show_params({"handover": made})
    driver.settle()
    until(lambda: inspect(driver.page) == [])

    driver.click(button)

    assert [one.suffix for one in driver.page.folder.iterdir()] == [ending]
    assert words in driver.place.toasts[-1][0]
    assert driver.stored().sent_at is not None


def _give_address(session: Session, address: str) -> None:
    with transaction(session.db):
        rows.put(session.db, replace(rows.require(session.db, Provider, MOZAIEK), secure_mail=address))


def test_without_a_secure_address_the_mail_is_refused_in_words(driver: Driver) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.place.do(agree_to_share, patient_id)
    driver.place.do(_give_address, "")
    content = Content({"question": "Behandelen"}, access_route=AccessRoute.DECISION)
    _, made = driver.place.do(handovers.create_handover, patient_id, MOZAIEK, content)
    driver.page.show_params({"handover": made})
    driver.settle()
    driver.click("handoverSendMail")
    assert "geen adres voor beveiligde mail" in driver.says("handoverStepError")
    assert driver.stored().sent_at is None
