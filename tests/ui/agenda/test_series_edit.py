"""Changing a half-day or its series: what will happen is said first, and the toast takes it back."""

from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QWidget

from gpconnect.domain.schedule import HalfDaySession, SessionStatus, Slot
from gpconnect.services.series_edits import Scope
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.agenda.series_edit import SeriesEditPanel
from gpconnect.ui.inspection import inspect
from tests.services.conftest import TUESDAY, WALUWE
from tests.ui.agenda.desk import Sits, book_yusuf
from tests.ui.workplace import Opens, Workplace, find


def coming(session: Session) -> list[HalfDaySession]:
    """The half-days of the first site after today."""
    return rows.where(session.db, HalfDaySession, "site_id = ? AND day > ?", (WALUWE, TUESDAY), order="day")


def a_place(session: Session, half_day_id: str) -> Slot:
    return rows.where(session.db, Slot, "session_id = ?", (half_day_id,), order="starts_at")[1]


@pytest.fixture
def edit(desk_of: Opens, shown: Callable[..., QWidget]) -> tuple[Workplace, SeriesEditPanel]:
    """The first half-day after today, opened to be changed; Yusuf is booked in it."""
    place = desk_of("gp")
    half_day = place.do(coming)[0]
    place.do(book_yusuf, place.do(a_place, half_day.id).id)
    panel = SeriesEditPanel(place.desk)
    shown(panel)
    panel.start(half_day.id)
    assert place.settle()
    return place, panel


def looked(place: Workplace, panel: SeriesEditPanel) -> tuple[str, str]:
    """The sentence and the list, after the form was looked at."""
    panel._try()
    assert place.settle()
    return find(panel, QLabel, "editSentence").text(), find(panel, QLabel, "editList").text()


def starts(place: Workplace) -> list[time]:
    return [one.start for one in place.do(coming) if one.status is SessionStatus.OPEN]


def test_one_half_day_has_no_rhythm_and_says_whom_to_phone(edit: tuple[Workplace, SeriesEditPanel]) -> None:
    place, panel = edit
    assert not panel.fields.every.isVisibleTo(panel)
    assert panel.fields.pattern.text() == "45 45 20 20w 45 45"
    panel.fields.at.setCurrentText("10:00")

    sentence, listed = looked(place, panel)
    assert sentence == "1 dagdeel wijzigt, 1 gezin krijgt een nieuwe tijd."
    assert "Yusuf Yildirim: di 1 dec, 09:45 wordt di 1 dec, 10:45" in listed
    assert inspect(panel) == []


def test_all_coming_ones_change_and_the_toast_takes_it_back(edit: tuple[Workplace, SeriesEditPanel]) -> None:
    place, panel = edit
    closed: list[bool] = []
    panel.closed.connect(lambda: closed.append(True))
    panel.scope.choose([Scope.ALL])
    panel._show_shape()
    assert panel.fields.every.isVisibleTo(panel)
    panel.fields.at.setCurrentText("10:00")
    sentence, _ = looked(place, panel)
    assert sentence == "3 dagdelen wijzigen, 1 gezin krijgt een nieuwe tijd."
    panel.confirm.click()
    assert place.settle()

    assert starts(place) == [time(10)] * 3
    words, undo = place.toasts[-1]
    assert (words, closed) == ("Gewijzigd. Bel 1 gezin; het staat op Vandaag.", [True])
    undo()
    assert place.settle()
    assert starts(place) == [time(9)] * 3


def test_what_goes_and_what_cannot_be_is_named_before_saving(edit: tuple[Workplace, SeriesEditPanel]) -> None:
    place, panel = edit
    panel.scope.choose([Scope.LATER])
    panel._show_shape()
    panel.fields.first.setDate(QDate(2026, 12, 4))
    panel.fields.last.setDate(QDate(2026, 12, 25))
    panel.fields.pattern.setText("20")

    sentence, listed = looked(place, panel)
    assert sentence == "3 dagdelen wijzigen, 1 gezin verliest de plek."
    assert "Bel en kies een andere plek; dit komt ook op Vandaag:\nYusuf Yildirim: di 1 dec, 09:45" in listed
    assert "Kan niet:\nvr 25 dec: Eerste kerstdag" in listed
    panel.fields.pattern.setText("45 60")
    panel._try()
    assert place.settle()
    assert not panel._sentence.isVisibleTo(panel)
    assert "is geen plek" in panel._error.text()
    assert not panel.confirm.isEnabled()


def test_the_panel_of_a_half_day_leads_to_changing_it_and_back(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.page.step(1)
    agenda.settle()
    half_day = agenda.place.do(coming)[0]
    agenda.page.open_half_day(half_day.id)
    agenda.settle()
    agenda.click("halfDayChange")
    panel = agenda.page.panels.edit
    panel.fields.room.setText("7")
    panel._try()
    agenda.settle()
    assert inspect(agenda.page) == []
    agenda.click("editConfirm")

    assert not panel.isVisibleTo(agenda.page)
    assert agenda.place.do(coming)[0].room == "7"


def test_a_half_day_that_has_begun_is_not_changed_any_more(edit: tuple[Workplace, SeriesEditPanel]) -> None:
    place, panel = edit
    today = place.do(lambda session: rows.where(session.db, HalfDaySession, "day = ?", (TUESDAY,)))[0]
    place.clock.move_to(TUESDAY, time(12))
    panel.start(today.id)
    assert place.settle()

    assert "al begonnen" in panel._error.text()
    assert not panel.confirm.isEnabled()
