"""A referral from outside: chosen, looked at, and taken up in a dossier with a draft."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from gpconnect.domain.handover import HandoverStatus, Safety
from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import Patient
from gpconnect.exchange.referral_bundle import bundle
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList
from tests.exchange.referrals import NOOR
from tests.services.dossier_help import a_dossier
from tests.ui.handovers.driver import Driver
from tests.ui.waiting import until
from tests.ui.workplace import find


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "verwijzing.json"
    path.write_bytes(bundle(NOOR))
    return path


def reads(driver: Driver, words: str) -> bool:
    return any(words in one.text() for one in driver.page.findChildren(QLabel) if one.isVisibleTo(driver.page))


def counted(session: Session) -> tuple[int, int]:
    return rows.count(session.db, Patient), rows.count(session.db, NoteDraft)


def test_what_stands_in_it_is_shown_first_and_taken_up_with_one_button(driver: Driver, file: Path) -> None:
    driver.page.read(file)
    until(lambda: reads(driver, "Noor van der Berg"))
    assert driver.page.header.title() == "Verwijzing van Sanne de Vries · Buurtzorg Jong"
    assert reads(driver, "Slaapt slecht & 'piekert' <veel>.")
    assert reads(driver, "Niet met jou gedeeld")
    assert driver.place.do(counted) == (0, 0)
    until(lambda: inspect(driver.page) == [])

    driver.click("incomingTake")

    assert driver.place.do(counted) == (1, 1)
    assert driver.place.went[-1][0] == "note"
    assert set(driver.place.went[-1][1]) == {"draft"}


def test_who_is_known_is_offered_before_a_new_dossier(driver: Driver, tmp_path: Path) -> None:
    known = driver.place.do(a_dossier, "Noor", NOOR.child.birth_date)
    path = tmp_path / "bekend.json"
    path.write_bytes(bundle(replace(NOOR, child=replace(NOOR.child, prefix="", family_name="Willems"))))
    driver.page.read(path)
    until(lambda: reads(driver, "misschien al bekend"))
    until(lambda: inspect(driver.page) == [])
    find(driver.page, RowList, "incomingKnown").action_clicked.emit(known)
    driver.settle()
    assert driver.place.do(counted) == (1, 1)


def test_what_was_not_understood_is_named_in_dutch_and_in_fhir(driver: Driver, tmp_path: Path) -> None:
    told = json.loads(bundle(NOOR))
    child = next(one["resource"] for one in told["entry"] if one["resource"]["resourceType"] == "Patient")
    child["address"] = [{"text": "Dijkweg 1"}]
    path = tmp_path / "adres.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    driver.page.read(path)
    until(lambda: reads(driver, "Adres (Patient.address)"))


def test_nonsense_is_told_in_words_and_the_way_back_is_there(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "foto.json"
    path.write_bytes(b"\x89PNG")
    driver.page.read(path)
    until(lambda: reads(driver, "geen verwijzing in FHIR"))
    driver.click("incomingCancel")
    assert driver.page.header.title() == "Overdrachten"


def test_a_referral_that_is_over_says_so_and_how_safe_it_is_stands_there(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "ingetrokken.json"
    path.write_bytes(bundle(replace(NOOR, status=HandoverStatus.CANCELLED, safety=Safety.UNSAFE)))
    driver.page.read(path)
    until(lambda: reads(driver, "Let op: deze verwijzing is ingetrokken."))
    assert reads(driver, "Onveilig")
    assert reads(driver, "Noor, Karin van der Berg")
    until(lambda: inspect(driver.page) == [])
