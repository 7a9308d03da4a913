"""*Bewaren*: the list of this year, keeping longer, and all dossiers to the employer."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from gpconnect.domain.erasure import Article
from gpconnect.domain.errors import KnownError
from gpconnect.domain.retention import Retention
from gpconnect.services import erasing, pilot_end
from gpconnect.services.erasing import NewErasure
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.admin.retention import RetentionSection
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList
from tests.services.conftest import CHEAP, Clock
from tests.services.dossier_help import OLD_ENOUGH, a_dossier, kept_from
from tests.services.test_pilot_end import a_draft
from tests.ui.waiting import until
from tests.ui.workplace import Opens, Workplace, find

PHRASE = "vier losse woorden samen"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guess at the passphrase need not be dear in a test."""
    monkeypatch.setattr(pilot_end, "begin", partial(pilot_end.begin, cost=CHEAP))


def opened(place: Workplace) -> tuple[AdminPage, RetentionSection]:
    page = AdminPage(place.desk)
    place.show(page)
    page.show_params({"section": "retention"})
    assert place.settle()
    return page, page.retention


def whole(page: AdminPage) -> bool:
    return inspect(page) == []


def said(section: RetentionSection) -> str:
    return " | ".join(one.text() for one in section.findChildren(QLabel) if one.isVisibleTo(section))


def click(place: Workplace, page: AdminPage, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def decisions(session: Session) -> list[Retention]:
    return rows.where(session.db, Retention)


def test_without_dossiers_it_says_what_will_come(desk_of: Opens) -> None:
    page, section = opened(desk_of("worker"))

    assert "Er zijn nog geen dossiers" in said(section)
    assert "twintig jaar" in said(section)
    until(partial(whole, page))


def test_the_list_of_this_year_leads_to_destroying(desk_of: Opens, clock: Clock) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    _, section = opened(place)
    assert "Dit jaar hoeft er niets weg. 1 dossier bewaard · het eerstvolgende mag weg op 24 november 2046." in said(
        section
    )

    clock.move_to(date(2046, 12, 1))
    page, section = opened(place)
    (row,) = find(page, RowList, "retentionList").rows()
    assert (row.row.title, row.row.badge) == ("Daan Willems", "Termijn voorbij")
    find(page, RowList, "retentionList").action_clicked.emit(child)
    assert place.settle()
    until(partial(whole, page))
    click(place, page, "retentionDestroy")

    assert place.went[-1] == ("patients", {"erasing": child, "article": "jeugdwet_7_3_8"})


def test_keeping_longer_asks_a_later_day_and_a_reason(desk_of: Opens, clock: Clock) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    clock.move_to(date(2046, 12, 1))
    page, section = opened(place)
    section.due.choose(child)
    for typed in ("", "ooit", "1-1-2046"):
        field = find(page, QLineEdit, "retentionUntil")
        field.setText(typed)
        find(page, QLineEdit, "retentionReason").setText("Klacht loopt")
        click(place, page, "retentionSave")
        assert section.due.form is not None
        assert section.due.form.row("until").error()

    find(page, QLineEdit, "retentionUntil").setText("1-1-2050")
    click(place, page, "retentionSave")

    assert [(str(one.until), one.reason) for one in place.do(decisions)] == [("2050-01-01", "Klacht loopt")]
    assert section.due.form is None
    assert "Dit jaar hoeft er niets weg" in said(section)


def test_escape_leaves_the_list_as_it_was(desk_of: Opens, clock: Clock) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    clock.move_to(date(2046, 12, 1))
    page, section = opened(place)
    section.due.choose(child)
    QTest.keyClick(find(page, QLineEdit, "retentionUntil"), Qt.Key.Key_Escape)
    assert section.due.form is None
    section.due.close_form()
    assert place.do(decisions) == []


def type_phrase(page: AdminPage, phrase: str, again: str) -> None:
    find(page, QLineEdit, "pilotEndPhrase").setText(phrase)
    find(page, QLineEdit, "pilotEndAgain").setText(again)


def test_all_dossiers_leave_in_one_file(desk_of: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = desk_of("worker")
    for name in ("Daan", "Yusuf"):
        place.do(a_dossier, name)
    page, section = opened(place)
    out = tmp_path / "stick"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))

    type_phrase(page, PHRASE, "iets anders helemaal")
    click(place, page, "pilotEndStart")
    assert section.end.row.error()
    type_phrase(page, PHRASE, PHRASE)
    click(place, page, "pilotEndStart")

    assert "Klaar en helemaal nagelezen: 2 dossiers in gpconnect-dossiers-2026-11-24.export" in said(section)
    assert len(pilot_end.open_export(next(out.iterdir()), PHRASE, tmp_path / "uit").dossiers) == 2
    assert section.end.phrase.text() == ""
    until(partial(whole, page))


def test_it_can_be_stopped_and_then_leaves_nothing(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    place.do(a_dossier)
    page, section = opened(place)
    out = tmp_path / "stick"
    out.mkdir()
    type_phrase(page, PHRASE, PHRASE)

    section.end.export_to(out)
    section.end.stop.click()
    assert place.settle()

    assert "Gestopt. Er is geen bestand gemaakt." in said(section)
    assert list(out.iterdir()) == []


def test_what_goes_wrong_is_said_and_leaves_nothing(
    desk_of: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = desk_of("worker")
    page, section = opened(place)
    type_phrase(page, PHRASE, PHRASE)
    section.end.export_to(tmp_path)
    assert place.settle()
    assert "Er zijn geen dossiers om over te dragen" in said(section)

    place.do(a_dossier)

    def locked(*_args: Any) -> None:
        raise KnownError("session.closed")

    monkeypatch.setattr(pilot_end, "step", locked)
    section.end.export_to(tmp_path)
    assert place.settle()
    assert list(tmp_path.glob(".*.part")) == []
    assert section.end.start.isEnabled()


def test_what_may_not_be_read_is_told(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    shut = place.do(a_dossier)
    place.do(a_dossier, "Yusuf")
    place.do(kept_from, shut)
    page, section = opened(place)
    type_phrase(page, PHRASE, PHRASE)
    section.end.export_to(tmp_path)
    assert place.settle()

    assert "Niet erin: 1 dossier die jij nu niet mag lezen" in said(section)


def test_what_is_asked_to_be_erased_and_what_nobody_signed_is_told(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier, "Roos", OLD_ENOUGH)
    place.do(a_draft, place.do(a_dossier, "Yusuf"))
    place.do(erasing.request, NewErasure(child, Article.ON_REQUEST, "patient"))
    page, section = opened(place)
    assert "Teken ze dus liever eerst" in said(section)
    type_phrase(page, PHRASE, PHRASE)
    section.end.export_to(tmp_path)
    assert place.settle()

    assert "Niet erin: 1 dossier waarvan is gevraagd het te wissen" in said(section)
    assert "Als concept erin, niet ondertekend: 1 notitie." in said(section)
    assert "mag lezen" not in said(section)


def test_a_phrase_that_is_soon_guessed_is_refused(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    place.do(a_dossier)
    page, section = opened(place)
    type_phrase(page, "aaaaaaaaaaaa", "aaaaaaaaaaaa")
    section.end.export_to(tmp_path)
    assert place.settle()

    assert "te snel te raden" in said(section)
    assert list(tmp_path.glob("*.export")) == []
