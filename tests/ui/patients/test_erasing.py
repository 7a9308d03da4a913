"""Erasing on screen: ask, undo, destroy, and the way to a dossier that is blocked."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.erasure import Article, Erasure, ErasureStatus
from gpconnect.domain.people import Patient
from gpconnect.services import duties, syncing
from gpconnect.services.erasing import Asked, Part
from gpconnect.services.erasing_standing import DeviceReceipt, TooEarly
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList
from gpconnect.ui.patients import erasing_words
from gpconnect.ui.patients.erasing import AskedPart, ErasingCard
from gpconnect.ui.patients.page import PatientsPage
from gpconnect.ui.patients.refusing import RefusedPart
from gpconnect.ui.today import duty_rows
from tests.services.conftest import Clock
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import a_note, ask
from tests.ui.workplace import Opens, Workplace, find


@pytest.fixture
def sanne(desk_of: Opens) -> Workplace:
    """Her desk, with a dossier and two notes in it."""
    made = desk_of("worker")
    made.do(fill)
    return made


def fill(session: Session) -> None:
    child = a_dossier(session)
    a_note(session, child, "Over school")


def child_of(session: Session) -> list[str]:
    return [one.id for one in rows.where(session.db, Patient)]


def card(desk: Workplace, patient_id: str) -> ErasingCard:
    """The card by itself, with what it asked for on it."""
    made = ErasingCard(desk.desk)
    desk.show(made)
    made.show_patient(patient_id)
    assert desk.settle()
    return made


def press(desk: Workplace, page: ErasingCard | PatientsPage, name: str) -> None:
    find(page, QPushButton, name).click()
    assert desk.settle()


def said(page: QWidget) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def test_nothing_is_asked_before_something_is_chosen(sanne: Workplace) -> None:
    (child,) = sanne.do(child_of)
    page = card(sanne, child)
    assert page.asking is not None
    assert not page.asking.ask.isEnabled()
    page.asking.what.chip("whole").click()
    assert page.asking.ask.isEnabled()
    assert page.asking.parts_row.isHidden()
    page.asking.what.chip("part").click()
    assert not page.asking.ask.isEnabled()
    assert inspect(page) == []


def test_a_part_is_asked_for_and_taken_back(sanne: Workplace) -> None:
    (child,) = sanne.do(child_of)
    page = card(sanne, child)
    boxes = [one for one in page.findChildren(QCheckBox) if one.isVisibleTo(page)]
    assert len(boxes) == 2
    boxes[0].click()
    assert page.asking is not None
    page.asking.who.setCurrentIndex(page.asking.who.findData("legal"))
    press(sanne, page, "erasingAsk")
    assert "1 stuk uit het dossier" in said(page)
    assert "Karin van Daan" not in said(page)
    assert inspect(page) == []
    press(sanne, page, "erasingUndo")
    assert "Teruggedraaid" in sanne.toasts[-1][0]
    assert page.view is not None
    assert not page.view.blocked
    assert [one.kind for one in page.view.parts] == ["note", "note"]


def test_the_whole_dossier_is_blocked_and_destroyed_a_week_later(sanne: Workplace, clock: Clock) -> None:
    (child,) = sanne.do(child_of)
    page = card(sanne, child)
    assert page.asking is not None
    page.asking.what.chip("whole").click()
    page.asking.article.setCurrentIndex(page.asking.article.findData(str(Article.GDPR)))
    press(sanne, page, "erasingAsk")
    assert "Karin van Daan" in said(page)
    assert not [one for one in page.findChildren(QPushButton, "erasingDestroy") if one.isVisibleTo(page)]

    clock.at += timedelta(days=8)
    (due,) = [one for one in sanne.do(duties.list_duties) if one.duty.kind is DutyKind.ERASURE_DUE]
    line = duty_rows.line_of(due, clock.at.date())
    assert (line.area, line.params) == ("patients", {"erasing": child})
    page.show_patient(child)
    assert sanne.settle()
    press(sanne, page, "erasingDestroy")
    assert find(page, QPushButton, "erasingNotSure").hasFocus()
    press(sanne, page, "erasingNotSure")
    press(sanne, page, "erasingDestroy")
    assert inspect(page) == []
    press(sanne, page, "erasingSure")

    assert sanne.do(child_of) == []
    assert "Per apparaat" in said(page)
    assert [one.row.badge for one in find(page, RowList, "erasingReceipts").rows()] == ["Klaar"]
    assert inspect(page) == []


def test_a_refusal_and_a_step_that_came_too_late(sanne: Workplace) -> None:
    (child,) = sanne.do(child_of)
    page = card(sanne, child)
    assert page.asking is not None
    page.asking.what.chip("whole").click()
    press(sanne, page, "erasingAsk")
    troubles: list[object] = []
    sanne.desk.troubled.connect(troubles.append)
    stale = page.asked[0]
    press(sanne, page, "erasingRefuse")
    form = stale.refusing.form
    press(sanne, page, "refuseSave")
    assert "de wet kent maar twee gronden" in said(page)
    grounds = find(page, QComboBox, "refuseGround")
    grounds.setCurrentIndex(grounds.findData("law"))
    press(sanne, page, "refuseSave")
    assert child not in sanne.do(child_of), "without a reason nothing is refused"
    find(page, QWidget, "refuseReason").setPlainText("Het moet blijven voor de kinderrechter.")
    assert inspect(page) == []
    press(sanne, page, "refuseCancel")
    assert form.isHidden() or stale.refusing.isHidden()
    press(sanne, page, "erasingRefuse")
    press(sanne, page, "refuseSave")
    assert "Vertel het gezin nu waarom" in sanne.toasts[-1][0]
    assert child in sanne.do(child_of)
    page._undo(stale.one.erasure.id)
    assert sanne.settle()
    assert len(troubles) == 1

    words = said(page)
    for part in ("Geweigerd door Sanne de Vries op", "voor de kinderrechter", "klachtencommissie"):
        assert part in words
    page.resize(1360, 1600)  # where the program scrolls
    assert sanne.settle()
    assert inspect(page) == []
    press(sanne, page, "refusedLetter")
    assert page.focusWidget() is find(page, QPushButton, "paperSave")
    press(sanne, page, "refusedTold")
    assert "Het gezin weet het sinds" in page.findChildren(RefusedPart)[-1].state.text()
    assert not [one for one in page.findChildren(QPushButton, "refusedTold") if one.isVisibleTo(page)]


def test_a_request_is_refused_where_it_comes_in_and_the_letter_says_where_it_lies(
    sanne: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "documents"))
    (child,) = sanne.do(child_of)
    page = card(sanne, child)
    assert page.asking is not None
    assert not page.asking.refuse.isEnabled()
    page.asking.what.chip("whole").click()
    press(sanne, page, "erasingRefuseNow")
    press(sanne, page, "refuseCancel")
    press(sanne, page, "erasingRefuseNow")
    grounds = find(page, QComboBox, "refuseGround")
    grounds.setCurrentIndex(grounds.findData("law"))
    find(page, QWidget, "refuseReason").setPlainText("Het moet blijven voor de kinderrechter.")
    press(sanne, page, "refuseSave")

    assert "Geweigerd. Vertel het gezin nu waarom" in sanne.toasts[-1][0]
    assert child in sanne.do(child_of), "nothing is blocked any more"
    words = said(page)
    assert "Gevraagd door" in words
    assert "Geweigerd door Sanne de Vries op" in words
    press(sanne, page, "refusedLetter")
    press(sanne, page, "paperSave")
    assert "buiten het versleutelde bestand. Geef het mee en wis het daarna hier." in sanne.toasts[-1][0]
    assert [one.suffix for one in (tmp_path / "documents").iterdir()] == [".pdf"]


def test_a_dossier_that_is_not_there_has_nothing_to_erase(sanne: Workplace) -> None:
    page = card(sanne, "nobody")
    assert "Hier is niets om te wissen" in said(page)


def test_two_desks_show_what_the_other_devices_said_and_what_waits(sanne: Workplace, clock: Clock) -> None:
    """The words for what only a hub brings; the rows themselves are tested with one."""
    erasure = Erasure("e", "p", Article.GDPR, "gone", clock(), "w", 30)
    asked = Asked(
        erasure, "Joris", "", None, second=True, mine=False, under_way=False, done=False, receipts=(), hub_done=False
    )
    words = [sentence for sentence, _ in erasing_words.sentences(asked, clock())]
    assert words[0].startswith("Gevraagd door iemand uit het gezin op 24 november 2026, opgeschreven door Joris")
    assert words[1:] == [
        "De zeven dagen beginnen zodra dit verzoek is verstuurd.",
        "Het gaat om meer dan twintig stukken in een week: een collega vernietigt.",
    ]
    under_way = replace(asked, erasure=replace(erasure, status=ErasureStatus.DESTROYED), under_way=True)
    assert erasing_words.badge(under_way, clock())[0] == "Wordt vernietigd"
    assert "onderweg" in erasing_words.sentences(under_way, clock())[-1][0]
    devices = [
        DeviceReceipt("a", "Joris", own=False, done_at=None, heard_at=clock()),
        DeviceReceipt("b", "", own=False, done_at=None, heard_at=None),
    ]
    details = [erasing_words.receipt(one).detail for one in devices]
    assert details == ["staat uit of synct niet sinds di 24 nov, 09:52", "heeft nog niet gesynct"]
    done = replace(under_way, under_way=False, done=True, receipts=tuple(devices))
    part = AskedPart(sanne.desk, done, clock())
    sanne.show(part)
    assert "De server heeft de sleutels nog niet weggehaald" in said(part)
    assert erasing_words.part(Part("goal:x", "goal", "", "Joris", clock())) == "Doel · di 24 nov, 09:52 · Joris"
    assert erasing_words.part(Part("x:y", "x", "", "", clock())).startswith("Ander stuk")


def test_a_destruction_that_the_hubs_clock_refused_is_told_with_when_it_can(sanne: Workplace, clock: Clock) -> None:
    due = clock() + timedelta(days=7)
    erasure = Erasure("e", "p", Article.GDPR, "patient", clock(), "w", 3)
    asked = Asked(
        erasure, "Joris", "", due, second=False, mine=True, under_way=False, done=False, receipts=(), hub_done=False
    )
    assert erasing_words.badge(asked, clock())[0] == "Geblokkeerd"

    early = replace(asked, too_early=TooEarly("Joris", clock()))
    part = AskedPart(sanne.desk, early, clock())
    sanne.show(part)
    assert erasing_words.badge(early, clock())[0] == "Wacht tot di 1 dec, 09:52"
    words = said(part)
    assert "Joris wilde dit vernietigen, maar op di 24 nov, 09:52 waren de zeven dagen" in words
    assert "er is niets weg. Het kan vanaf di 1 dec, 09:52." in words
    assert inspect(part) == []

    assert (
        "Een collega wilde" in erasing_words.sentences(replace(early, too_early=TooEarly("", clock())), clock())[2][0]
    )
    assert not any("telt niet" in one for one, _ in erasing_words.sentences(early, due))
    assert erasing_words.badge(early, due)[0] == "Geblokkeerd"


def test_a_clock_that_runs_ahead_offers_no_destruction_that_the_hub_would_refuse(
    sanne: Workplace, clock: Clock
) -> None:
    (child,) = sanne.do(child_of)
    sanne.do(ask, child)
    clock.forward(days=7, minutes=1)
    sanne.do(syncing.finished, ahead=61 * 60)
    page = card(sanne, child)
    assert "kan iedereen in het team dit terugdraaien" in said(page)
    assert page.findChild(QPushButton, "erasingDestroy") is None
    assert not any(one.duty.kind is DutyKind.ERASURE_DUE for one in sanne.do(duties.list_duties))

    sanne.do(syncing.finished, ahead=0)
    assert card(sanne, child).findChild(QPushButton, "erasingDestroy") is not None


def test_a_blocked_dossier_stands_in_the_list_without_a_name_and_leads_to_its_request(sanne: Workplace) -> None:
    (child,) = sanne.do(child_of)
    page = PatientsPage(sanne.desk)
    sanne.show(page)
    page.show_params({"erasing": child, "article": "jeugdwet_7_3_8"})
    assert sanne.settle()
    asking = page.erasing.card.asking
    assert asking is not None
    assert (asking.what.chosen(), asking.article.currentData(), asking.who.currentData()) == (
        ["whole"],
        "jeugdwet_7_3_8",
        "legal",
    )
    asking.article.setCurrentIndex(asking.article.findData(str(Article.GDPR)))
    press(sanne, page, "erasingAsk")
    press(sanne, page, "erasingBack")
    (row,) = [one.row for one in page.listing.rows.rows()]
    assert (row.title, row.key) == ("Geblokkeerd dossier", child)
    page.listing.chosen.emit(child)
    assert sanne.settle()
    assert page.erasing.isVisibleTo(page)
    assert inspect(page) == []
    press(sanne, page, "erasingUndo")
    press(sanne, page, "erasingBack")
    page.open(child)
    assert sanne.settle()
    assert page.dossier.isVisibleTo(page)
