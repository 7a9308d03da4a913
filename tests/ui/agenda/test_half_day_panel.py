"""One half-day opened in the agenda: how it stands, its note, and that it does not take place."""

from datetime import date, time

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gpconnect.domain.schedule import HalfDaySession
from gpconnect.services import half_days, visits
from gpconnect.ui.inspection import inspect
from gpconnect.ui.today.page import TodayPage
from tests.services.conftest import TUESDAY, WALUWE
from tests.services.visits_help import a_booking
from tests.ui.agenda.desk import Agenda, Sits, all_of, pieces


def opened(agenda: Agenda, *, day: int = 0) -> str:
    """Open the half-day of this Tuesday; gives its id."""
    shown = agenda.page._shown
    assert shown is not None
    one = next(week for week in shown.sites if week.site.id == agenda.page.site_id).half_days[day]
    agenda.page.open_half_day(one.id)
    agenda.settle()
    return one.id


def test_a_half_day_that_is_over_names_the_visits_without_outcome(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    panel = agenda.page.panels.half_day
    visit = agenda.do(a_booking, 0)
    opened(agenda)
    assert (panel.badge.text(), panel.lacking.isVisibleTo(panel)) == ("Open", False)

    agenda.place.clock.move_to(TUESDAY, time(17))
    agenda.do(visits.receive, visit)
    opened(agenda)
    assert (panel.badge.text(), panel.lacking.text()) == ("Nog af te sluiten", "Nog zonder uitkomst: 09:00")
    agenda.do(visits.step_back, visit)
    agenda.do(visits.miss, visit)
    assert panel.lacking.text() == "Elke afspraak heeft een uitkomst; afsluiten kan op Vandaag."


def test_the_note_of_the_day_is_written_here_read_on_vandaag_and_put_back(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    note = agenda.page.panels.half_day.note
    opened(agenda)
    assert not note.save.isVisibleTo(note)
    QTest.keyClicks(note.field, "Sleutel bij de balie")
    agenda.page.reload()
    agenda.settle()
    assert note.field.text() == "Sleutel bij de balie", "drawing the agenda anew leaves what is being typed"
    agenda.click("halfDayNoteSave")

    today = TodayPage(agenda.place.desk)
    agenda.place.show(today)
    today.resize(1360, 1300)
    agenda.settle()
    assert [one.note.text() for one in today.cards if one.note.isVisibleTo(today)] == [
        "Voor vandaag: Sleutel bij de balie"
    ]
    assert inspect(today) == []
    words, undo = agenda.place.toasts[-1]
    assert words == "De notitie is bewaard."
    undo()
    agenda.settle()
    assert {one.note for one in agenda.place.do(all_of, HalfDaySession)} == {""}


def test_a_note_that_is_too_long_says_so_beside_it_and_stays(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    note = agenda.page.panels.half_day.note
    opened(agenda)
    QTest.keyClicks(note.field, "x" * 201)
    QTest.keyClick(note.field, Qt.Key.Key_Return)
    agenda.settle()
    assert note._row.error() != ""
    assert len(note.field.text()) == 201


def test_one_half_day_is_planned_by_hand_and_taken_out_again(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    panels = agenda.page.panels
    before = len(agenda.place.do(all_of, HalfDaySession))
    agenda.click("agendaLooseAsk")
    assert panels.loose.day.date() == QDate(2026, 11, 24)
    panels.loose.worker.setCurrentText("Sanne de Vries")
    agenda.click("loosePlan")
    assert "van 09:00 tot 12:40" in panels.loose._error.text()
    assert not panels.loose.anyway.isVisibleTo(panels)
    assert inspect(agenda.page) == []

    panels.loose.day.setDate(QDate(2026, 12, 25))
    agenda.click("loosePlan")
    assert "Eerste kerstdag" in panels.loose._error.text()
    agenda.click("looseAnyway")
    (made,) = [one for one in agenda.place.do(all_of, HalfDaySession) if one.day == date(2026, 12, 25)]
    assert (made.site_id, made.open_anyway) == (WALUWE, True)
    assert panels.side.isVisibleTo(agenda.page)
    words, undo = agenda.place.toasts[-1]
    assert words == "Het dagdeel is gepland."
    undo()
    agenda.settle()
    after = agenda.place.do(all_of, HalfDaySession)
    assert len(after) == before + 1
    assert next(one for one in after if one.id == made.id).status == "cancelled"


def test_a_half_day_is_called_off_with_a_reason_and_taken_back_from_the_toast_or_here(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    panel = agenda.page.panels.half_day
    off = panel.calling_off
    visit = agenda.do(a_booking, 5)
    half_day = opened(agenda)
    agenda.click("halfDayCallOff")
    assert off._booked.text().split("\n") == [
        "Dit raakt 1 afspraak; bellen voor een andere tijd komt op Vandaag:",
        "11:55 · Noor van den Berg",
    ]
    assert off.sure.text() == "Zeg af: 1 afspraak"
    assert inspect(agenda.page) == []
    QTest.keyClick(off.reason, Qt.Key.Key_Return)
    agenda.settle()
    assert off._reason_row.error() != ""
    agenda.click("callOffReason_room", QWidget)
    assert panel.badge.text() == "Open"
    agenda.click("callOffSure")

    assert (panel.badge.text(), off._why.text()) == ("Gaat niet door", "Gaat niet door: geen kamer vrij")
    piece = next(one for one in pieces(agenda) if one.slot and one.slot.appointment_id == visit)
    assert piece.detail == "Gaat niet door: verzetten"
    undo = agenda.place.toasts[-1][1]
    undo()
    agenda.settle()
    assert (panel.badge.text(), off.call_off.isVisibleTo(panel)) == ("Open", True)

    agenda.do(half_days.call_off, half_day, "praktijk dicht")
    agenda.click("halfDayTakeBack")
    assert agenda.place.toasts[-1][0] == "Het dagdeel gaat toch door."
    assert panel.badge.text() == "Open"


def test_a_half_day_with_somebody_in_the_building_is_not_called_off(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    visit = agenda.do(a_booking, 0)
    agenda.do(visits.receive, visit)
    opened(agenda)
    agenda.click("halfDayCallOff")
    agenda.click("callOffReason_room", QWidget)
    off = agenda.page.panels.half_day.calling_off
    agenda.click("callOffSure")
    assert off._failure.words().startswith("Er is al iemand binnen, van 09:00.")


def test_who_is_away_is_said_from_the_half_day_with_what_it_comes_to_and_taken_back(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    panels = agenda.page.panels
    away = panels.absence
    agenda.do(a_booking, 5)
    half_day = opened(agenda)
    agenda.click("halfDayAway")
    assert (away.worker.currentText(), away.first.date()) == ("Sanne de Vries", QDate(2026, 11, 24))
    assert away._sum.text().split("\n") == [
        "Dit gaat over 1 dagdeel:",
        "di 24 nov 09:00 · Praktijk De Waluwe · 1 afspraak · gaat niet door",
        "Te bellen voor een andere tijd: 1 gezin.",
    ]
    assert inspect(agenda.page) == []
    agenda.click("absenceSave")
    head = agenda.page.week.piece(half_day)
    assert head is not None
    assert (head.title, agenda.place.toasts[-1][0]) == ("jeugdwerker afwezig", "De afwezigheid is vastgelegd.")
    undo = agenda.place.toasts[-1][1]
    undo()
    agenda.settle()
    head = agenda.page.week.piece(half_day)
    assert head is not None
    assert head.title == "2 vrij, 1 inloop"


def test_a_deputy_takes_over_until_the_worker_is_there_all_the_same(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    panels = agenda.page.panels
    agenda.click("agendaAwayAsk")
    away = panels.absence
    away.worker.setCurrentText("Sanne de Vries")
    away.deputy.setCurrentText("Sanne de Vries")
    agenda.settle()
    assert (away._error.text()[:28], away.save.isEnabled()) == ("Niemand vervangt zichzelf. E", False)
    away.deputy.setCurrentText("Joris Maas")
    away.last.setDate(QDate(2026, 12, 8))
    agenda.settle()
    assert "wordt overgenomen" in away._sum.text()
    agenda.click("absenceSave")

    opened(agenda)
    assert panels.half_day._where.text() == "Joris Maas · voor Sanne de Vries · Praktijk De Waluwe"
    today = TodayPage(agenda.place.desk)
    agenda.place.show(today)
    assert today.cards[0].note.text() == "In plaats van Sanne de Vries"
    agenda.click("halfDayAway")
    (row,) = away._rows.rows()
    assert row.row.detail == "di 24 nov t/m di 8 dec · Joris Maas neemt over"
    assert inspect(agenda.page) == []
    away._end(row.row.key)
    agenda.settle()
    opened(agenda)
    assert panels.half_day._where.text() == "Sanne de Vries · Praktijk De Waluwe"
