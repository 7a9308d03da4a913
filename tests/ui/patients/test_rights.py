"""The page with the family's rights: who gets a copy, their own words, what is put right and what is kept back."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QLabel, QLineEdit, QWidget

from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.rights import Statement, Withholding
from gpconnect.domain.roles import Intention
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Card, RowList
from gpconnect.ui.patients import copying
from gpconnect.ui.patients.page import PatientsPage
from tests.services.dossier_help import a_dossier, kept_from, open_again
from tests.services.test_inspection import MELDCODE, YOUTH, a_note
from tests.ui.conftest import Heard
from tests.ui.patients.test_page import choose, click, everything, fill, log_of, opened
from tests.ui.waiting import until
from tests.ui.workplace import Opens, Workplace, find

pytestmark = pytest.mark.usefixtures("put_away")


def a_page(place: Workplace, child: str) -> PatientsPage:
    page = opened(place, patient=child)
    click(place, page, "dossierRights")
    return page


def said(page: QWidget) -> str:
    """Every word on the screen, also what is painted for screen readers only."""
    return " | ".join(
        words
        for one in page.findChildren(QWidget)
        if one.isVisibleTo(page)
        for words in (one.accessibleName(), one.text() if isinstance(one, QLabel) else "")
    )


def whole(page: PatientsPage) -> bool:
    """Nothing on the screen that a person would stumble over, once everything has its place."""
    return inspect(page) == []


def write(page: PatientsPage, name: str, words: str) -> None:
    find(page, LongField, name).setPlainText(words)


def with_secret_address(session: Session, child: str) -> None:
    patient = next(one for one in everything(session, Patient) if one.id == child)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(replace(patient, address="Dorpsstraat 2", postcode="5301AL", address_confidential=True))


def test_the_page_opens_from_the_dossier_is_named_and_leads_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    page = a_page(place, child)

    assert page.header.title() == "Rechten van het gezin"
    assert "Daan Willems" in said(page)
    until(partial(whole, page))
    assert find(page, QComboBox, "copyWho").currentText() == "Karin van Daan · ouder"
    assert "Karin van Daan heeft gezag en krijgt een afschrift" in said(page)
    click(place, page, "rightsBack")
    assert page.header.title() == "Daan Willems"


def test_it_opens_from_elsewhere(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    page = opened(place, rights=child)

    assert page.rights.isVisible()
    assert page.header.title() == "Rechten van het gezin"


def test_the_copy_is_looked_at_saved_and_printed(
    desk_of: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    place.do(a_note, child, about_others="Opa was er ook bij")
    page = a_page(place, child)

    click(place, page, "copyLook")
    assert not find(page, QLabel, "copyPicture").pixmap().isNull()
    assert "Op 1 plek staat dat iets over een ander is weggelaten" in said(page)
    until(partial(whole, page))
    click(place, page, "copyAfter")
    assert "Bladzijde 2 van" in said(page)
    click(place, page, "copyBefore")

    for button, ending in (("copyPdf", "pdf"), ("copyData", "json")):
        target = tmp_path / f"afschrift.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, at=target: (str(at), ""))
        click(place, page, button)
        assert target.exists()
    assert (
        json.loads((tmp_path / "afschrift.json").read_text(encoding="utf-8"))["for"]
        == "Karin van Daan, ouder met gezag"
    )
    printed: list[tuple[bytes, ...]] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(copying, "print_pages", lambda _printer, pictures: printed.append(pictures))
    click(place, page, "copyPrint")
    assert len(printed[0]) >= 2
    assert place.do(log_of, child)[:4] == ["print", "export", "export", "read"]


def test_who_may_not_gets_the_reason_instead_of_buttons(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier, birth_date=YOUTH)
    page = a_page(place, child)
    mother = next(one.id for one in place.do(everything, RelatedPerson))
    assert "Daan is 12 of ouder en beslist zelf" in said(page)

    choose(page, "copyWho", mother)
    assert "krijgt alleen een afschrift als Daan dat goedvindt" in said(page)
    assert page.rights.copy.look.isHidden()
    click(place, page, "copyAgree")
    assert "Daan vindt goed dat Karin van Daan een afschrift krijgt" in said(page)
    assert not page.rights.copy.look.isHidden()

    find(page, QCheckBox, "copyUnable").click()
    assert place.settle()
    assert "Karin van Daan vertegenwoordigt Daan" in said(page)


def test_a_secret_address_and_a_step_of_the_reporting_code_are_pointed_out(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    place.do(with_secret_address, child)
    place.do(a_note, child, reporting_code=MELDCODE)
    page = a_page(place, child)

    click(place, page, "copyLook")
    assert "Het geheime adres staat er niet in" in said(page)
    assert "Let op: er staat een stap van de meldcode in" in said(page)

    click(place, page, "withholdingAdd")
    what = find(page, QComboBox, "withholdingWhat")
    what.setCurrentIndex(next(at for at in range(what.count()) if "meldcode" in what.itemText(at)))
    fill(page, "withholdingReason", "Vader mag dit nog niet weten")
    fill(page, "withholdingUntil", "gisteren")
    click(place, page, "withholdingSave")
    assert page.rights.withholding.form is not None
    assert page.rights.withholding.form.row("until").error()
    fill(page, "withholdingUntil", "1-2-2027")
    until(partial(whole, page))
    click(place, page, "withholdingSave")

    (kept,) = place.do(everything, Withholding)
    assert (kept.part, str(kept.until)) == ("reporting_code", "2027-02-01")
    click(place, page, "copyLook")
    assert "Er wordt ook iets achtergehouden voor deze persoon" in said(page)
    assert "Let op" not in said(page)


def test_lifting_what_is_kept_back_can_be_undone_and_so_can_keeping_it(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    page = a_page(place, child)
    click(place, page, "withholdingAdd")
    click(place, page, "withholdingSave")
    assert page.rights.withholding.form is not None
    assert page.rights.withholding.form.row("what").error()
    choose(page, "withholdingWhat", "5")
    fill(page, "withholdingReason", "Zusje")
    click(place, page, "withholdingSave")
    _, undo = place.toasts[-1]
    undo()
    assert place.settle()
    assert find(page, QWidget, "withholdingAdd")
    assert page.rights.withholding.rows.rows() == []

    click(place, page, "withholdingAdd")
    choose(page, "withholdingWhat", "5")
    fill(page, "withholdingReason", "Toch")
    click(place, page, "withholdingSave")
    rows = find(page, RowList, "withholdingList")
    rows.action_clicked.emit(rows.rows()[0].row.key)
    assert place.settle()
    assert page.rights.withholding.rows.rows() == []
    place.toasts[-1][1]()
    assert place.settle()
    assert len(find(page, RowList, "withholdingList").rows()) == 1


def test_a_statement_goes_in_word_for_word_and_onto_the_time_line(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier, birth_date=YOUTH)
    page = a_page(place, child)

    click(place, page, "statementAdd")
    click(place, page, "statementSave")
    assert page.rights.statement.form is not None
    assert page.rights.statement.form.row("text").error()
    write(page, "statementText", "Ik vind dit niet eerlijk.")
    fill(page, "statementSaidOn", "nooit")
    click(place, page, "statementSave")
    assert page.rights.statement.form.row("said_on").error()
    fill(page, "statementSaidOn", "20-11")
    until(partial(whole, page))
    click(place, page, "statementSave")

    (statement,) = place.do(everything, Statement)
    assert (statement.text, str(statement.said_on)) == ("Ik vind dit niet eerlijk.", "2026-11-20")
    assert "Ik vind dit niet eerlijk" in said(page)
    click(place, page, "rightsBack")
    assert "Eigen verklaring" in [row.row.title for row in find(page, RowList, "dossierTimeline").rows()]


def test_a_correction_stands_under_the_passage_that_it_corrects(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    page = a_page(place, child)

    click(place, page, "correctionAdd")
    click(place, page, "correctionSave")
    assert page.rights.correction.form is not None
    assert page.rights.correction.form.row("what").error()
    what = find(page, QComboBox, "correctionWhat")
    what.setCurrentIndex(next(at for at in range(what.count()) if "anders zijn" in what.itemText(at)))
    write(page, "correctionText", "Twee dagen naar school")
    fill(page, "correctionReason", "Verkeerd gehoord")
    choose(page, "correctionAskedBy", "Karin van Daan")
    click(place, page, "correctionSave")

    (addendum,) = place.do(everything, Addendum)
    assert (addendum.part, addendum.correction) == ("wish", True)
    assert "Twee dagen naar school" in said(page)
    click(place, page, "rightsBack")
    page.read_note(place.do(everything, Note)[0].id)
    assert place.settle()
    words = [one.text() for one in page.dossier.note.findChildren(QLabel) if one.text()]
    at = words.index("Weer een dag naar school")
    assert words[at + 1].startswith("Verbeterd door Sanne de Vries")
    assert words[at + 2] == "Twee dagen naar school\nReden: Verkeerd gehoord"
    assert "Verbetering" in [row.row.title for row in find(page, RowList, "dossierTimeline").rows()]


def test_escape_closes_a_form_and_another_dossier_begins_empty(desk_of: Opens) -> None:
    place = desk_of("worker")
    child, other = place.do(a_dossier), place.do(a_dossier, "Yusuf")
    page = a_page(place, child)
    click(place, page, "statementAdd")
    QTest.keyClick(find(page, QLineEdit, "statementSaidOn"), Qt.Key.Key_Escape)
    assert page.rights.statement.form is None
    assert page.focusWidget() is page.rights.statement.add_button

    click(place, page, "statementAdd")
    page.rights.show_patient(other)
    assert place.settle()
    assert page.rights.statement.form is None
    assert "Yusuf Willems" in said(page)


def test_the_objection_is_one_click_with_what_follows(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    page = a_page(place, child)

    click(place, page, "objectionButton")
    assert place.do(everything, Patient)[0].research_objection
    assert "Telt niet mee · 24 november 2026" in said(page)
    click(place, page, "objectionButton")
    assert "Telt mee, zonder naam · 24 november 2026" in said(page)


def test_another_right_gets_its_place_and_hears_whose_page_it_is(desk_of: Opens) -> None:
    class Erasing(Card):
        def __init__(self) -> None:
            super().__init__("Wissen")
            self.heard: list[str] = []

        def show_patient(self, patient_id: str) -> None:
            self.heard.append(patient_id)

    place = desk_of("worker")
    child = place.do(a_dossier)
    page = a_page(place, child)
    card = Erasing()
    page.rights.add_card(card)
    page.rights.add_card(Card("Zonder"))
    page.show_rights()
    assert place.settle()

    assert card.heard == [child]
    assert card.isVisible()


def test_a_copy_that_cannot_be_written_is_said_on_the_card(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    page = a_page(place, child)

    page.rights.copy.save_to(tmp_path / "nergens" / "a.pdf")
    assert place.settle()

    assert "kon daar niet worden bewaard" in said(page)


def test_a_dossier_that_is_shut_meanwhile_shows_only_what_says_why(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    page = a_page(place, child)
    troubles = Heard()
    place.desk.troubled.connect(troubles.hear)

    place.do(kept_from, child)
    page.rights.load()
    assert place.settle()
    assert page.rights.copy.isHidden()
    assert [one.code for one in troubles.items] == ["dossier.restricted"]
    place.do(open_again, child)
    page.rights.load()
    assert place.settle()
    assert page.rights.copy.isVisible()
