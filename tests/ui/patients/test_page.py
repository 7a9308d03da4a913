"""Jeugdigen: finding, opening and editing a dossier, consent per person, and who looked."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from gpconnect.domain.access import EventType
from gpconnect.domain.consent import Consent, Decision
from gpconnect.domain.people import AuthorityBasis, Patient, RelatedPerson, VerifiedHow
from gpconnect.domain.rights import Ground
from gpconnect.services import patients, rights
from gpconnect.services.acting import saw
from gpconnect.services.patients import NewDossier, TypedPerson
from gpconnect.services.rights import NewWithholding
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList, SentenceBox, StatusBadge
from gpconnect.ui.patients.page import PatientsPage
from tests.services.conftest import WALUWE
from tests.services.visits_help import a_talk_with_note
from tests.ui.waiting import until
from tests.ui.workplace import SHOWN, Opens, Workplace, find

pytestmark = pytest.mark.usefixtures("put_away")

YUSUF = NewDossier("Yusuf", "Demir", "3-4-2012", site_id=WALUWE, words="Buikpijn voor school")


def opened(place: Workplace, **params: object) -> PatientsPage:
    page = PatientsPage(place.desk)
    SHOWN.append(page)
    page.resize(1360, 860)
    page.show()
    if params:
        page.show_params(params)
    assert place.settle()
    return page


def a_child(place: Workplace, new: NewDossier = YUSUF) -> str:
    patient_id: str = place.do(patients.add_dossier, new)[1].patient_id
    return patient_id


def click(place: Workplace, page: PatientsPage, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def fill(page: PatientsPage, name: str, words: str) -> None:
    field = find(page, QLineEdit, name)
    field.clear()
    QTest.keyClicks(field, words)


def choose(page: PatientsPage, name: str, key: str) -> None:
    box = find(page, QComboBox, name)
    box.setCurrentIndex(box.findData(key))


def one(session: Session, kind: type[Any], record_id: str) -> Any:
    return rows.require(session.db, kind, record_id)


def everything(session: Session, kind: type[Any]) -> list[Any]:
    return rows.where(session.db, kind)


def log_of(session: Session, patient_id: str) -> list[str]:
    return [str(line.type) for line in access_log.of_patient(session.db, patient_id)]


def badges(page: PatientsPage) -> list[str]:
    return [badge.text() for badge in page.findChildren(StatusBadge) if badge.isVisibleTo(page)]


def test_an_empty_list_says_what_to_do_first(desk_of: Opens) -> None:
    page = opened(desk_of("worker"))
    assert page.listing.none.isVisible()
    assert inspect(page) == []


def test_typing_a_name_and_enter_opens_the_dossier(desk_of: Opens) -> None:
    place = desk_of("worker")
    patient_id = a_child(place)
    a_child(place, NewDossier("Lotte", "Verhoeven", "5-6-2010"))
    page = opened(place)
    assert len(find(page, RowList, "patientsList").rows()) == 2

    QTest.keyClicks(find(page, QLineEdit, "patientsSearch"), "demir")
    QTest.keyClick(find(page, QLineEdit, "patientsSearch"), Qt.Key.Key_Return)
    assert place.settle()

    assert page.header.title() == "Yusuf Demir"
    assert place.do(log_of, patient_id)[0] == "search"
    assert inspect(page) == []
    click(place, page, "dossierBack")
    assert page.header.title() == "Jeugdigen"


def test_a_list_without_results_says_how_to_look(desk_of: Opens) -> None:
    place = desk_of("worker")
    a_child(place)
    page = opened(place)
    QTest.keyClicks(find(page, QLineEdit, "patientsSearch"), "zzz")
    QTest.keyClick(find(page, QLineEdit, "patientsSearch"), Qt.Key.Key_Return)
    assert place.settle()
    assert page.listing.nobody.isVisible()


def test_a_new_dossier_takes_four_fields_and_warns_of_who_is_known(desk_of: Opens) -> None:
    place = desk_of("worker")
    first = a_child(place)
    page = opened(place, new=True)
    fill(page, "newGivenName", "Yusuf")
    fill(page, "newFamilyName", "Demir")
    fill(page, "newBirthDate", "gisteren")
    click(place, page, "newConfirm")
    assert page.opening is not None
    assert page.opening.form.row("birth_date").error()
    assert find(page, QLineEdit, "newGivenName").text() == "Yusuf"

    fill(page, "newBirthDate", "3-4-2012")
    QTest.keyClick(find(page, QLineEdit, "newBirthDate"), Qt.Key.Key_Return)
    assert place.settle()
    assert [row.row.title for row in find(page, RowList, "newKnown").rows()] == ["Yusuf Demir"]
    assert inspect(page) == []

    find(page, RowList, "newKnown").action_clicked.emit(first)
    assert place.settle()
    assert (page.patient_id, page.header.title()) == (first, "Yusuf Demir")


def test_a_twin_is_another_child_in_the_same_household(desk_of: Opens) -> None:
    place = desk_of("worker")
    first = a_child(place)
    page = opened(place, new=True)
    fill(page, "newGivenName", "Emre")
    fill(page, "newFamilyName", "Demir")
    fill(page, "newBirthDate", "3-4-2012")
    click(place, page, "newConfirm")
    find(page, RowList, "newKnown").action_clicked.emit(first)
    assert place.settle()

    households = {patient.household_id for patient in place.do(everything, Patient)}
    assert len(households) == 1
    assert "" not in households
    assert page.header.title() == "Emre Demir"


def test_a_namesake_can_be_made_all_the_same_and_cancel_goes_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    a_child(place)
    page = opened(place, new=True)
    fill(page, "newGivenName", "Yusuf")
    fill(page, "newFamilyName", "Demir")
    fill(page, "newBirthDate", "3-4-2012")
    click(place, page, "newConfirm")
    click(place, page, "newDespite")
    assert len(place.do(everything, Patient)) == 2

    page.start_new()
    assert place.settle()
    QTest.keyClick(find(page, QLineEdit, "newGivenName"), Qt.Key.Key_Escape)
    assert place.settle()
    assert page.header.title() == "Jeugdigen"


def test_a_group_is_edited_in_place_errors_stay_beside_the_field_and_undo_puts_it_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    patient_id = a_child(place)
    page = opened(place, patient=patient_id)
    find(page, RowList, "dossierGroups").action_clicked.emit("contact")
    fill(page, "editPhone", "12")
    click(place, page, "editSave")
    form = page.dossier.groups.form
    assert form is not None
    assert "12" in form.row("phone").error()
    place.do(patients.save_related, patient_id, TypedPerson("Elif"))
    assert find(page, QLineEdit, "editPhone").text() == "12"

    fill(page, "editPhone", "0612345678")
    QTest.keyClick(find(page, QLineEdit, "editPhone"), Qt.Key.Key_Return)
    assert place.settle()
    assert place.do(one, Patient, patient_id).phone == "+31612345678"
    assert page.dossier.groups.form is None

    place.toasts[-1][1]()
    assert place.settle()
    assert place.do(one, Patient, patient_id).phone == ""


def test_a_confidential_address_is_hidden_until_asked_for(desk_of: Opens) -> None:
    place = desk_of("worker")
    patient_id = a_child(place)
    place.do(patients.edit_patient, patient_id, {"address": "Waalkade 1", "address_confidential": True})
    page = opened(place, patient=patient_id)

    def address() -> str:
        shown = find(page, RowList, "dossierGroups").rows()
        return str(next(row.row.detail for row in shown if row.row.key == "address"))

    assert "Geheim adres" in badges(page)
    assert "Waalkade" not in address()
    click(place, page, "dossierAddress")
    assert "Waalkade 1" in address()
    page.dossier.groups.edit("address")
    page.dossier.groups.close_form()
    assert inspect(page) == []


def test_who_holds_authority_is_written_down_with_how_it_was_checked(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=a_child(place))
    click(place, page, "relatedAdd")
    click(place, page, "relatedSave")
    form = page.dossier.people.form
    assert form is not None
    assert form.row("name").error()
    fill(page, "relatedName", "Elif Demir")
    choose(page, "relatedAuthority", "by_birth")
    choose(page, "relatedVerifiedHow", "register")
    click(place, page, "relatedSave")

    (mother,) = place.do(everything, RelatedPerson)
    assert (mother.authority, mother.verified_how) == (AuthorityBasis.BY_BIRTH, VerifiedHow.REGISTER)
    (row,) = find(page, RowList, "relatedList").rows()
    assert "gezagsregister ingezien (24 november 2026)" in row.row.detail

    find(page, RowList, "relatedList").action_clicked.emit(mother.id)
    click(place, page, "relatedArchive")
    assert find(page, RowList, "relatedList").rows() == []
    place.toasts[-1][1]()
    assert place.settle()
    assert len(find(page, RowList, "relatedList").rows()) == 1


def test_one_click_records_a_yes_and_one_takes_it_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=a_child(place))
    click(place, page, "consent_feedback_0_oral")
    (consent,) = place.do(everything, Consent)
    assert (consent.given_by, consent.decision, consent.purpose) == ("patient", Decision.GIVEN, "feedback")
    assert "Akkoord" in badges(page)

    click(place, page, "consent_feedback_0_withdraw")
    assert place.toasts[-1][0] == "Ingetrokken. Er gaat geen terugkoppeling meer naar de praktijk."
    assert "Ingetrokken" in badges(page)
    until(lambda: inspect(page) == [])


def test_the_rule_of_today_stands_in_a_sentence_with_its_article(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=a_child(place))
    said = [part.accessibleName() for part in page.dossier.consents.findChildren(SentenceBox)]
    assert any(
        "voor hulp moeten Yusuf zelf en alle ouders met gezag akkoord zijn. Jeugdwet 7.3.4" in one for one in said
    )
    assert any("beslist zelf of Praktijk De Waluwe iets mag weten. Jeugdwet 7.3.11" in one for one in said)


def test_help_without_the_parents_needs_its_reason_and_another_day_can_be_given(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=a_child(place))
    fill(page, "consentDay", "morgen")
    click(place, page, "consent_help_0_written")
    assert page.dossier.consents.day_row.error()
    assert place.do(everything, Consent) == []

    fill(page, "consentDay", "20-11-2026")
    fill(page, "consent_help_reason", "Wil dit zelf")
    click(place, page, "consent_help_0_written")
    (consent,) = place.do(everything, Consent)
    assert (consent.acted_on.day, consent.reason, str(consent.form)) == (20, "Wil dit zelf", "written")
    assert "Hulp door Buurtzorg Jong: akkoord" in badges(page)


def test_a_no_is_recorded_too(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=a_child(place))
    click(place, page, "consent_feedback_0_refused")
    assert "Geweigerd" in badges(page)


def test_the_time_line_opens_a_note_in_the_dossier_and_that_is_on_record(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(a_talk_with_note)
    (patient,) = place.do(everything, Patient)
    page = opened(place, patient=patient.id)
    timeline = find(page, RowList, "dossierTimeline")
    note = next(row for row in timeline.rows() if row.row.key.startswith("note:"))

    timeline.activated.emit(note.row.key)
    assert place.settle()

    assert page.dossier.note.isVisible()
    assert inspect(page) == []
    click(place, page, "noteClose")
    page.show_params({"patient": patient.id, "note": note.row.key.removeprefix("note:"), "found": True})
    assert place.settle()
    assert "search" in place.do(log_of, patient.id)


def test_the_buttons_lead_to_the_work(desk_of: Opens) -> None:
    place = desk_of("worker")
    patient_id = a_child(place)
    page = opened(place, patient=patient_id)
    for name in ("dossierNote", "dossierFollowUp", "dossierHandover", "dossierEvaluation"):
        click(place, page, name)
    assert [area for area, _ in place.went] == ["note", "agenda", "handovers", "evaluation"]
    assert all(params["patient"] == patient_id for _, params in place.went)


def test_who_looked_is_told_in_plain_words(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, who_looked=a_child(place))
    told = [row.accessibleName() for row in find(page, RowList, "lookedList").rows()]
    assert any("Sanne de Vries bekeek wie er in het dossier keek, jeugdwerker" in line for line in told)
    assert any("Sanne de Vries keek in het dossier" in line for line in told)
    assert inspect(page) == []
    click(place, page, "lookedBack")
    assert page.header.title() == "Yusuf Demir"


def looked_often(session: Session, patient_id: str, times: int) -> None:
    """Everyday looks, each a minute apart as the clock of the test is not: so every purpose another."""
    for place in range(times):
        saw(session, patient_id, ("open_dossier", "visit")[place % 2])


def test_who_looked_goes_on_page_by_page(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    place.do(looked_often, child, 120)
    page = opened(place, who_looked=child)
    before = find(page, RowList, "lookedList").rows()
    assert "100 van 12" in page.looking.times.text()
    click(place, page, "lookedMore")
    assert len(find(page, RowList, "lookedList").rows()) > len(before)
    assert "van" not in page.looking.times.text()
    assert not page.looking.more.isVisible()


def test_the_screen_says_no_more_than_the_paper_and_the_team_still_reads_why(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    place.do(hidden_from_the_family, child)
    page = opened(place, who_looked=child)
    (urgent,) = find(page, RowList, "emergencyList").rows()
    assert "er is nu gevaar" in urgent.accessibleName()
    shared = " ".join(row.accessibleName() for row in find(page, RowList, "lookedList").rows())
    assert "gevaar" not in shared
    assert "overdracht" not in shared


def hidden_from_the_family(session: Session, patient_id: str) -> None:
    """A handover that nobody of the family may know of, and a look in an emergency."""
    rights.withhold(session, patient_id, NewWithholding("handover", "a1" * 16, Ground.GOOD_CARE, "gevaar thuis"))
    saw(session, patient_id, "handover.sent", event=EventType.CHANGE)
    saw(session, patient_id, "emergency", event=EventType.EMERGENCY, detail="Moeder belt: er is nu gevaar")


def test_a_dossier_off_the_list_comes_back_by_undo(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=a_child(place))
    click(place, page, "dossierArchive")
    assert page.listing.none.isVisible()
    place.toasts[-1][1]()
    assert place.settle()
    assert len(find(page, RowList, "patientsList").rows()) == 1


def test_a_dossier_that_is_not_here_leads_back_to_the_list(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient="nobody")
    assert page.header.title() == "Jeugdigen"
    assert QApplication.instance() is not None
