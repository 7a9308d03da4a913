"""Who leads, a birthday to look at, how a number was checked, and a dossier that was opened twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from gpconnect.domain.care import LeadChange
from gpconnect.domain.consent import Review
from gpconnect.domain.people import BsnStatus, Patient
from gpconnect.domain.staff import Staff
from gpconnect.services import lead, patients
from gpconnect.services.patients import NewDossier
from gpconnect.services.session import Session
from gpconnect.services.timelines import Moment
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList, StatusBadge
from gpconnect.ui.patients.moments import TimelineCard
from gpconnect.ui.patients.page import PatientsPage
from gpconnect.ui.today.page import TodayPage
from tests.services.conftest import PEOPLE
from tests.ui.waiting import until
from tests.ui.workplace import SHOWN, Opens, Workplace, find

pytestmark = pytest.mark.usefixtures("put_away")

SANNE, JORIS = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id
YUSUF = NewDossier("Yusuf", "Demir", "24-11-2014", words="Buikpijn voor school")


def opened(place: Workplace, **params: object) -> PatientsPage:
    page = PatientsPage(place.desk)
    SHOWN.append(page)
    page.resize(1360, 860)
    page.show()
    page.show_params(params)
    assert place.settle()
    return page


def a_child(place: Workplace, new: NewDossier = YUSUF) -> str:
    patient_id: str = place.do(patients.add_dossier, new)[1].patient_id
    return patient_id


def opened_earlier(session: Session, patient_id: str) -> None:
    """As if the dossier was there a year already: a birthday has passed since."""
    with transaction(session.db):
        before = rows.require(session.db, Patient, patient_id)
        rows.put(session.db, replace(before, opened_at=before.opened_at - timedelta(days=365)))


def leaves(session: Session, staff_id: str) -> None:
    with transaction(session.db):
        rows.put(session.db, replace(rows.require(session.db, Staff, staff_id), archived=True))


def patient(session: Session, patient_id: str) -> Patient:
    return rows.require(session.db, Patient, patient_id)


def changes(session: Session) -> list[LeadChange]:
    return rows.where(session.db, LeadChange, order="made_at, rowid")


def reviews(session: Session) -> list[Review]:
    return rows.where(session.db, Review)


def click(place: Workplace, page: PatientsPage, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def choose(page: PatientsPage, name: str, key: str) -> None:
    box = find(page, QComboBox, name)
    assert box.findData(key) >= 0
    box.setCurrentIndex(box.findData(key))


def badges(page: PatientsPage) -> list[str]:
    return [badge.text() for badge in page.findChildren(StatusBadge) if badge.isVisibleTo(page)]


def line(page: PatientsPage, key: str) -> str:
    """What the line of a group says."""
    return next(str(one.row.detail) for one in find(page, RowList, "dossierGroups").rows() if one.row.key == key)


def moments(page: PatientsPage) -> list[tuple[str, str]]:
    return [(one.row.title, one.row.detail) for one in find(page, RowList, "dossierTimeline").rows()]


def test_the_lead_is_handed_over_with_a_reason_and_taken_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    page = opened(place, patient=child)
    page.dossier.groups.edit("lead")
    assert find(page, QComboBox, "editCaseLead").findData(SANNE) == -1, "who leads already is no choice"

    click(place, page, "editSave")
    form = page.dossier.groups.form
    assert form is not None
    assert "Er is altijd één casusregisseur" in form.row("case_lead").error()
    choose(page, "editCaseLead", JORIS)
    click(place, page, "editSave")
    assert place.do(patient, child).case_lead == SANNE, "not without a reason"
    assert form.row("reason").error() == "Schrijf kort op waarom. Er is nog niets overgedragen."
    until(lambda: inspect(page) == [])
    QTest.keyClicks(find(page, QLineEdit, "editReason"), "Sanne is met verlof")
    QTest.keyClick(find(page, QLineEdit, "editReason"), Qt.Key.Key_Return)
    assert place.settle()

    assert place.do(patient, child).case_lead == JORIS
    page.load()
    assert place.settle()
    assert line(page, "lead") == "Joris Maas"
    assert ("Joris Maas is casusregisseur", "eerst Sanne de Vries · Sanne is met verlof · Sanne de Vries") in moments(
        page
    )
    words, undo = place.toasts[-1]
    assert words == "De leiding is overgedragen."
    undo()
    assert place.settle()
    assert place.do(patient, child).case_lead == SANNE
    assert [one.reason for one in place.do(changes)] == ["Sanne is met verlof", "Overdragen ongedaan gemaakt"]


def test_a_child_whose_lead_left_is_taken_over_from_today(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    place.do(lead.hand_over, child, JORIS, "Verlof")
    place.do(leaves, JORIS)
    today = TodayPage(place.desk)
    place.show(today)
    today.load()
    assert place.settle()
    (row,) = [one.row for one in today.duties.rows.rows() if "casusregisseur" in one.row.title.lower()]
    assert (row.title, row.action) == ("De casusregisseur van Yusuf heeft geen toegang meer", "Overnemen")
    today.duties.rows.action_clicked.emit(row.key)
    assert place.went[-1] == ("patients", {"patient": child, "edit": "lead"})

    page = opened(place, **place.went[-1][1])
    until(lambda: page.dossier.groups.form is not None)
    assert "Casusregisseur heeft geen toegang meer" in badges(page)
    assert page.focusWidget() is find(page, QComboBox, "editCaseLead")
    page.dossier.groups.close_form()
    page.show_params(place.went[-1][1])
    assert place.settle()
    until(lambda: page.dossier.groups.form is not None)
    choose(page, "editCaseLead", SANNE)
    QTest.keyClicks(find(page, QLineEdit, "editReason"), "Joris werkt hier niet meer")
    click(place, page, "editSave")
    assert place.do(patient, child).case_lead == SANNE
    assert place.toasts[-1] == ("De leiding is overgedragen.", None), "nobody gives it back to who left"


def test_a_birthday_says_who_decides_now_and_goes_once_it_was_looked_at(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    page = opened(place, patient=child)
    assert not page.dossier.review.isVisibleTo(page)
    place.do(opened_earlier, child)
    page.load()
    assert place.settle()
    assert page.dossier.review.isVisibleTo(page)
    until(lambda: inspect(page) == [])
    click(place, page, "reviewSave")
    assert place.do(reviews) == [], "not without words"
    QTest.keyClicks(find(page, QLineEdit, "reviewWords"), "Yusuf en moeder zeggen samen ja")
    page.load()
    assert place.settle()
    assert find(page, QLineEdit, "reviewWords").text() == "Yusuf en moeder zeggen samen ja", "a sync takes no words"
    click(place, page, "reviewSave")

    (made,) = place.do(reviews)
    assert (made.age, made.words) == (12, "Yusuf en moeder zeggen samen ja")
    page.load()
    assert place.settle()
    assert not page.dossier.review.isVisibleTo(page)
    title = "Nagekeken wie beslist, na de 12e verjaardag"
    assert (title, "Yusuf en moeder zeggen samen ja · Sanne de Vries") in moments(page)


def test_a_birthday_within_a_month_stands_in_the_dossier(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place, NewDossier("Bo", "Dijk", "24-12-2010", words="Slaapt slecht"))
    assert "Wordt 16 op 24 december 2026" in badges(opened(place, patient=child))


def test_a_number_shows_its_last_digits_and_how_it_was_checked(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = a_child(place)
    page = opened(place, patient=child)
    assert line(page, "bsn") == "nog niet ingevuld"
    page.dossier.groups.edit("bsn")
    QTest.keyClicks(find(page, QLineEdit, "editBsn"), "999990019")
    choose(page, "editBsnStatus", "checked")
    click(place, page, "editSave")
    assert place.do(patient, child).bsn == "", "not without saying how"
    choose(page, "editBsnCheckedHow", "document")
    click(place, page, "editSave")
    page.load()
    assert place.settle()
    said = line(page, "bsn")
    assert said == "eindigt op 019 · gecontroleerd · identiteitsbewijs gezien · 24 november 2026"
    _, undo = place.toasts[-1]
    undo()
    assert place.settle()
    after = place.do(patient, child)
    assert (after.bsn, after.bsn_status, after.bsn_checked_on) == ("", BsnStatus.UNKNOWN, None)


def test_a_dossier_that_was_opened_twice_says_so_until_somebody_decides(desk_of: Opens) -> None:
    place = desk_of("worker")
    first = a_child(place)
    place.clock.forward(minutes=1)
    second = a_child(place, replace(YUSUF, despite=True))
    today = TodayPage(place.desk)
    place.show(today)
    today.load()
    assert place.settle()
    (row,) = [one.row for one in today.duties.rows.rows() if "twee dossiers" in one.row.title]
    today.duties.rows.action_clicked.emit(row.key)
    assert place.went[-1] == ("patients", {"patient": second})

    page = opened(place, patient=second)
    assert page.dossier.double.isVisibleTo(page)
    until(lambda: inspect(page) == [])
    click(place, page, "doubleOpen")
    assert page.patient_id == first
    click(place, page, "doubleApart")
    assert place.do(patient, first).distinct_from == (second,)
    page.load()
    assert place.settle()
    assert not page.dossier.double.isVisibleTo(page)
    _, undo = place.toasts[-1]
    undo()
    assert place.settle()
    page.load()
    assert place.settle()
    assert page.dossier.double.isVisibleTo(page)


def test_one_goes_on_and_tells_of_both_and_the_other_is_put_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    first = a_child(place)
    place.clock.forward(minutes=1)
    second = a_child(place, replace(YUSUF, despite=True))
    place.do(lead.hand_over, second, JORIS, "Dichterbij")
    page = opened(place, patient=first)
    assert page.dossier.timeline.rows.isHidden()
    click(place, page, "doubleGoOn")
    assert place.do(patient, second).archived
    page.load()
    assert place.settle()
    assert [title for title, _ in moments(page)] == ["Joris Maas is casusregisseur"]
    assert moments(page)[0][1].endswith("uit het andere dossier")
    until(lambda: inspect(page) == [])
    assert not [one for one in page.findChildren(QPushButton, "doubleGoOn") if one.isVisibleTo(page)]
    words, undo = place.toasts[-1]
    assert words == "Jullie gaan verder in dit dossier. Er is niets gewist."

    click(place, page, "doubleOpen")
    assert page.patient_id == second
    assert "Van de lijst gehaald" in badges(page)
    assert not [one for one in page.findChildren(QPushButton, "doubleGoOn") if one.isVisibleTo(page)]
    undo()
    assert place.settle()
    assert not place.do(patient, second).archived


def test_a_child_of_whom_both_dossiers_are_off_the_list_is_put_back_from_either(desk_of: Opens) -> None:
    place = desk_of("worker")
    first = a_child(place)
    place.clock.forward(minutes=1)
    second = a_child(place, replace(YUSUF, despite=True))
    for one in (first, second):
        place.do(patients.archive_dossier, one)
    today = TodayPage(place.desk)
    place.show(today)
    today.load()
    assert place.settle()
    (row,) = [one.row for one in today.duties.rows.rows() if "twee dossiers" in one.row.title]
    today.duties.rows.action_clicked.emit(row.key)
    assert place.went[-1] == ("patients", {"patient": second})

    page = opened(place, patient=second)
    until(lambda: inspect(page) == [])
    assert not [one for one in page.findChildren(QPushButton, "doubleGoOn") if one.isVisibleTo(page)]
    click(place, page, "doubleOpen")
    assert page.patient_id == first
    click(place, page, "doubleBack")
    assert not place.do(patient, first).archived
    assert place.do(patient, second).archived
    page.load()
    assert place.settle()
    assert not [one for one in page.findChildren(QPushButton, "doubleBack") if one.isVisibleTo(page)]
    words, undo = place.toasts[-1]
    assert words == "Het dossier staat weer op de lijst."
    undo()
    assert place.settle()
    assert place.do(patient, first).archived


def test_a_long_time_line_shows_the_newest_and_more_when_asked(desk_of: Opens) -> None:
    place = desk_of("worker")
    card = TimelineCard()
    SHOWN.append(card)
    many = [Moment("review", str(number), date(2026, 11, 24), what="12") for number in range(60)]
    card.show_moments(many, "Yusuf")
    assert (len(card.rows.rows()), card.more.isHidden()) == (15, False)
    card.more.click()
    assert (len(card.rows.rows()), card.more.isHidden()) == (55, False)
    card.show_moments(many, "Yusuf")
    assert len(card.rows.rows()) == 55, "a sync takes nothing away"
    card.more.click()
    assert (len(card.rows.rows()), card.more.isHidden()) == (60, True)
    card.start_over()
    card.show_moments(many, "Bo")
    assert len(card.rows.rows()) == 15
    assert place.tasks.idle()
