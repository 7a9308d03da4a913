"""Whatever comes in: a clear Dutch sentence, nothing half saved, and what was typed is still there."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.services import booking, enrolling, patients, resources, slots, syncing
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.session import Session
from gpconnect.storage import guard, guarding, reserve, rows
from gpconnect.sync.client import HubClient, Request, Response
from gpconnect.sync.keys import DeviceKeys
from gpconnect.ui import messages
from gpconnect.ui.booking.words import WordsField
from gpconnect.ui.parts import FormRow
from gpconnect.ui.patients.page import PatientsPage
from tests.services.conftest import WALUWE, MakeSession, with_pilot
from tests.ui.workplace import Workplace, find

Opens = Callable[[str], Workplace]
RIGHT_TO_LEFT = "בן־דוד‎ الحسيني"
EMOJI = "Noor 👩🏽‍🦱✨"


def everybody(session: Session) -> list[Any]:
    """Every dossier, in the thread that owns the file."""
    return rows.where(session.db, Patient)


def new_dossier(place: Workplace, given: str, family: str, born: str, words: str = "") -> PatientsPage:
    """The form for a new jeugdige, filled in and sent."""
    page = PatientsPage(place.desk)
    place.show(page)
    page.show_params({"new": True})
    assert place.settle()
    for name, typed in (("GivenName", given), ("FamilyName", family), ("BirthDate", born), ("Words", words)):
        field(page, name).setFocus()
        enter = field(page, name)
        if isinstance(enter, QPlainTextEdit):
            enter.insertPlainText(typed)
        else:
            enter.insert(typed)
    confirm(place, page)
    return page


def confirm(place: Workplace, page: PatientsPage) -> None:
    QTest.mouseClick(find(page, QWidget, "newConfirm"), Qt.MouseButton.LeftButton)
    assert place.settle()


def field(page: PatientsPage, name: str) -> QLineEdit | QPlainTextEdit:
    found = find(page, QWidget, f"new{name}")
    assert isinstance(found, QLineEdit | QPlainTextEdit)
    return found


def typed_in(page: PatientsPage, name: str) -> str:
    found = field(page, name)
    return found.toPlainText() if isinstance(found, QPlainTextEdit) else found.text()


def said(code: str, **params: Any) -> str:
    """The sentence, which never shows its code."""
    words = messages.say(KnownError(code, **params))
    assert code not in words
    return words


def test_a_birth_date_in_the_future(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = new_dossier(place, "Noor", "Bos", "3-4-2030")

    assert page.opening is not None
    assert page.opening.form.row("birth_date").error() == said("person.birth_date.future")
    assert (typed_in(page, "GivenName"), typed_in(page, "BirthDate")) == ("Noor", "3-4-2030")
    assert place.do(everybody) == []


def test_ten_thousand_characters_of_reason(make_session: MakeSession) -> None:
    gp = with_pilot(make_session("gp"))
    slot = slots.propose_slots(gp, WALUWE).slots[0].slot_id
    child = NewPerson("Emma", "de Graaf", date(2013, 2, 13), "06 12345678")
    with pytest.raises(KnownError) as refusal:
        booking.book(gp, BookingRequest(WALUWE, slot, new=child, reasons=("sleep",), words="w" * 10_000))

    assert refusal.value.params == {"limit": 200, "length": 10_000}
    assert "200" in messages.say(refusal.value)
    assert slots.propose_slots(gp, WALUWE).slots[0].slot_id == slot


def test_ten_thousand_characters_stay_in_the_field_which_says_how_many_are_too_many(qtbot: QtBot) -> None:
    words = WordsField()
    qtbot.addWidget(words)
    words.show()
    words.field.insertPlainText("w" * 10_000)

    assert words.text() == "w" * 10_000
    assert "Te lang: nog 9800 tekens weghalen." in [row.error() for row in words.findChildren(FormRow)]


@pytest.mark.parametrize("typed", ["123456789", "999999999", "12345", "abc"])
def test_a_bsn_that_fails_the_eleven_proof(desk_of: Opens, typed: str) -> None:
    place = desk_of("worker")
    new_dossier(place, "Noor", "Bos", "3-4-2015")
    (patient,) = place.do(everybody)
    with pytest.raises(KnownError) as refusal:
        place.do(patients.edit_patient, patient.id, {"bsn": typed})

    assert refusal.value.code == "person.bsn.invalid"
    assert "burgerservicenummer" in messages.say(refusal.value)
    assert place.do(everybody) == [patient]


def test_emoji_and_right_to_left_names_are_kept_exactly(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = new_dossier(place, EMOJI, RIGHT_TO_LEFT, "3-4-2015")

    (patient,) = place.do(everybody)
    assert (patient.given_name, patient.family_name, patient.birth_date) == (EMOJI, RIGHT_TO_LEFT, date(2015, 4, 3))
    assert EMOJI in page.header.title()
    assert RIGHT_TO_LEFT in page.header.title()


def test_a_form_with_a_key_that_nobody_knows_names_file_and_key(tmp_path: Path) -> None:
    source = next((resources.RESOURCES / "forms").glob("*/1.toml"))
    folder = tmp_path / source.parent.name
    folder.mkdir()
    (folder / "1.toml").write_text('kleur = "rood"\n' + source.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(KnownError) as refusal:
        resources.read_forms(tmp_path)

    words = messages.say(refusal.value)
    assert refusal.value.code == "form.unknown_key"
    assert f"{folder.name}/1.toml" in words
    assert "kleur" in words


def test_a_hub_that_answers_with_a_web_page(make_session: MakeSession) -> None:
    """The sign-in page of a guest network, for example."""
    sanne = make_session("worker")
    enrolling.found(sanne, sanne.team_space)
    before = syncing.outgoing(sanne, sanne.team_space)

    def sign_in_page(_: Request) -> Response:
        return Response(200, {"content-type": "text/html; charset=utf-8"}, b"<html>Welkom op ons gastnetwerk</html>")

    with pytest.raises(KnownError) as refusal:
        syncing.sync_now(sanne, HubClient(sign_in_page, DeviceKeys.generate()))

    assert messages.say(refusal.value) == said("hub.not_a_hub")
    assert syncing.outgoing(sanne, sanne.team_space) == before


LONG = patients.NewDossier("Noor " + "o" * 90, "Bos " + "s" * 90, "3-4-2015", words="w" * 190)


def fill_the_disk(session: Session) -> None:
    """No room on the disk, by what the file's guard is told."""
    guarding.guard_with(session.db, guard.Guard(session.db, session.folder, bytes(session.key), lambda _folder: 0))


def make_room(session: Session) -> None:
    """Somebody threw away their films."""
    room = 2 * reserve.ROOM
    guarding.guard_with(session.db, guard.Guard(session.db, session.folder, bytes(session.key), lambda _folder: room))


def test_a_full_disk_keeps_what_was_typed_and_saves_it_once_there_is_room(desk_of: Opens) -> None:
    place = desk_of("worker")
    refused: list[KnownError] = []
    place.desk.troubled.connect(refused.append)
    place.do(fill_the_disk)
    before = len(place.do(everybody))
    page = new_dossier(place, LONG.given_name[::-1], LONG.family_name[::-1], "3-4-2011", LONG.words)

    shown = [messages.say(one) for one in refused] + words_of(page)
    assert any(said("file.read_only_mode") in one for one in shown)
    assert typed_in(page, "BirthDate") == "3-4-2011"
    assert len(place.do(everybody)) == before

    place.do(make_room)
    confirm(place, page)
    assert len(place.do(everybody)) == before + 1


def words_of(page: QWidget) -> list[str]:
    """Everything that the labels on a page say."""
    read = [getattr(one, "text", None) for one in page.findChildren(QWidget) if one.isVisible()]
    return [str(one()) for one in read if callable(one)]
