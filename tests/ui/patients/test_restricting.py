"""A dossier that is kept apart: the case lead chooses, a colleague sees why it is closed, an emergency opens it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from gpconnect.domain.people import Patient
from gpconnect.services import access, patients
from gpconnect.services.patients import NewDossier
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import ChipGroup, RowList, StatusBadge
from gpconnect.ui.patients.page import PatientsPage
from gpconnect.ui.patients.restricting import ClosedPart, RestrictionCard
from tests.services.conftest import PEOPLE
from tests.ui.workplace import SHOWN, Opens, Workplace, find

pytestmark = pytest.mark.usefixtures("put_away")

JORIS = PEOPLE["colleague"].staff_id
REASON = "Moeder belt: er is nu gevaar"


def opened(place: Workplace, **params: object) -> PatientsPage:
    page = PatientsPage(place.desk)
    SHOWN.append(page)
    page.resize(1360, 860)
    page.show()
    page.show_params(params)
    page.load()
    assert place.settle()
    return page


def a_child(place: Workplace) -> str:
    new = NewDossier("Yusuf", "Demir", "3-4-2012", words="Buikpijn voor school")
    patient_id: str = place.do(patients.add_dossier, new)[1].patient_id
    return patient_id


def patient(session: Session, patient_id: str) -> Patient:
    return rows.require(session.db, Patient, patient_id)


def hand_to_joris(session: Session, patient_id: str) -> None:
    """As a sync would bring it: Joris leads, and keeps it for himself."""
    with transaction(session.db):
        rows.put(session.db, replace(patient(session, patient_id), case_lead=JORIS, restricted_to=(JORIS,)))


def log_of(session: Session, patient_id: str) -> list[str]:
    return [str(line.type) for line in access_log.of_patient(session.db, patient_id)]


def click(place: Workplace, page: PatientsPage, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def badges(page: PatientsPage) -> list[str]:
    return [badge.text() for badge in page.findChildren(StatusBadge) if badge.isVisibleTo(page)]


def choose(place: Workplace, page: PatientsPage, group: str, key: str) -> None:
    chip = find(page, ChipGroup, group).chip(key)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert place.settle()


def test_the_case_lead_keeps_a_dossier_apart_and_opens_it_again(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    page = opened(place, patient=child)
    assert inspect(page) == []
    choose(place, page, "restrictOpenTo", "chosen")
    choose(place, page, "restrictColleagues", JORIS)
    assert inspect(page) == []
    click(place, page, "restrictSave")

    assert set(place.do(patient, child).restricted_to) == {JORIS, PEOPLE["worker"].staff_id}
    assert place.toasts[-1][0].startswith("Bewaard")
    page.load()
    assert place.settle()
    assert "Afgeschermd" in badges(page)
    assert find(page, ChipGroup, "restrictColleagues").chosen() == [JORIS]

    choose(place, page, "restrictOpenTo", "all")
    click(place, page, "restrictSave")
    assert place.do(patient, child).restricted_to == ()


def test_a_choice_that_is_taken_away_cannot_be_kept(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=a_child(place))
    choose(place, page, "restrictOpenTo", "all")
    assert not find(page, QPushButton, "restrictSave").isEnabled()


def test_a_colleague_sees_why_it_is_closed_and_looks_in_an_emergency(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    place.do(hand_to_joris, child)
    page = opened(place)
    (row,) = find(page, RowList, "patientsList").rows()
    assert row.row.badge == "Afgeschermd"
    assert "Buikpijn" not in row.accessibleName()

    page.open(child)
    assert place.settle()
    assert find(page, ClosedPart, "").isVisible()
    assert page.header.title() == "Afgeschermd dossier"
    assert inspect(page) == []
    QTest.keyClicks(find(page, QLineEdit, "closedReason"), "spoed")
    click(place, page, "closedOpen")
    assert page.closed.isVisible()
    assert "10 tekens" in page.closed._row.error()

    QTest.keyClicks(find(page, QLineEdit, "closedReason"), f". {REASON}")
    QTest.keyClick(find(page, QLineEdit, "closedReason"), Qt.Key.Key_Return)
    assert place.settle()
    assert page.header.title() == "Yusuf Demir"
    assert any("Sanne de Vries keek met spoed" in one for one in badges(page))
    assert not find(page, RestrictionCard, "").save.isVisible()

    click(place, page, "dossierLooked")
    (urgent,) = find(page, RowList, "emergencyList").rows()
    assert REASON in urgent.accessibleName()
    assert inspect(page) == []


def in_emergency(place: Workplace) -> PatientsPage:
    """The page of somebody who reads Yusuf's dossier in an emergency."""
    child = a_child(place)
    place.do(hand_to_joris, child)
    place.do(access.open_in_emergency, child, REASON)
    return opened(place, patient=child)


def test_in_an_emergency_a_bar_counts_down_and_nothing_can_be_done_but_read(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = in_emergency(place)
    assert "Met spoed geopend, nog 60 minuten" in badges(page)
    shown = {one.objectName() for one in page.findChildren(QPushButton) if one.isVisibleTo(page)} - {""}
    assert shown == {"dossierBack", "dossierLooked", "emergencyDone"}
    people, groups = find(page, RowList, "relatedList"), find(page, RowList, "dossierGroups")
    assert not [one for one in (*people.rows(), *groups.rows()) if one.row.action]
    groups.rows()[0].setFocus()
    QTest.keyClick(groups.rows()[0], Qt.Key.Key_Return)
    assert page.dossier.groups.form is None
    assert inspect(page) == []

    place.clock.forward(minutes=59)
    page.dossier.emergency.tick()
    assert "Met spoed geopend, nog 1 minuut" in badges(page)


def test_when_the_hour_is_over_the_dossier_closes_and_nobody_is_on_record_as_trying(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = in_emergency(place)
    child = page.patient_id
    before = place.do(log_of, child)
    place.clock.forward(minutes=60)
    page.dossier.emergency.tick()
    assert place.settle()
    assert page.closed.isVisible()
    assert "Yusuf" not in page.header.title()
    assert place.do(log_of, child) == before


def test_who_is_done_reading_closes_it_and_the_next_dossier_can_be_worked_in(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = in_emergency(place)
    child = page.patient_id
    click(place, page, "emergencyDone")
    assert page.closed.isVisible()
    page.open(child)
    assert place.settle()
    assert page.closed.isVisible(), "it asks for a reason again"
    own: str = place.do(patients.add_dossier, NewDossier("Lotte", "Smit", "3-4-2013"))[1].patient_id
    page.open(own)
    assert place.settle()
    for name in ("dossierFollowUp", "dossierNote", "dossierRights", "relatedAdd"):
        assert find(page, QPushButton, name).isVisible()
    assert page.dossier.emergency.isHidden()
    page.close_dossier()
    page.dossier.emergency.ended.emit()
    assert page.listing.isVisible(), "an hour that ends later closes nothing else"


def test_back_from_a_closed_dossier_is_the_list(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    place.do(hand_to_joris, child)
    page = opened(place, patient=child)
    click(place, page, "closedBack")
    assert page.header.title() == "Jeugdigen"


def test_an_open_dossier_closes_when_its_hour_is_over(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    page = opened(place, patient=child)
    place.do(hand_to_joris, child)
    page.load()
    assert place.settle()
    assert page.closed.isVisible()


def test_the_list_for_the_family_becomes_a_file(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    page = opened(place, who_looked=child)
    click(place, page, "lookedPaper")

    assert page.looking.paper.isVisible()
    assert not page.looking.paper.print_button.isVisible()
    assert place.do(log_of, child)[0] == "print"
    assert inspect(page) == []


def test_a_search_that_is_left_is_one_line_in_the_log(desk_of: Opens) -> None:
    place = desk_of("worker")
    a_child(place)
    page = opened(place)
    field = find(page, QLineEdit, "patientsSearch")
    for typed in ("dem", "ir"):
        QTest.keyClicks(field, typed)
        page._ask(field.text())
        assert place.settle()
    field.clear()
    assert place.settle()

    assert place.do(searches) == ["dossiers 1"]


def searches(session: Session) -> list[str]:
    lines = (line.event for line in access_log.after_row(session.db, 0))
    return [one.detail for one in lines if one.type == "search"]
