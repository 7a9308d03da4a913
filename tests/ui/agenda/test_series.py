"""Planning a series from the agenda: by nth weekday, by count, and taken back by the toast."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox

from gpconnect.domain.schedule import HalfDaySession, SessionStatus
from gpconnect.domain.series import LAST, Rhythm
from gpconnect.ui.agenda.series import SeriesPanel
from tests.ui.agenda.desk import Agenda, Sits, all_of
from tests.ui.workplace import find

FIRST = date(2026, 12, 1)


def begin(agenda: Agenda, rhythm: Rhythm) -> SeriesPanel:
    """The form, filled in for this rhythm from the first of December on."""
    agenda.click("agendaPlan")
    panel = agenda.page.series
    panel.fields.first.setDate(QDate(FIRST.year, FIRST.month, FIRST.day))
    fields = panel.fields
    place = next(n for n in range(fields.every.count()) if same(fields.every.itemData(n), rhythm))
    fields.every.setCurrentIndex(place)
    fields.times.setCurrentIndex(fields.times.findData(rhythm.count))
    panel._try()
    agenda.settle()
    return panel


def same(one: Rhythm, other: Rhythm) -> bool:
    return (one.weeks, one.nth) == (other.weeks, other.nth)


def planned(agenda: Agenda, status: SessionStatus = SessionStatus.OPEN) -> list[HalfDaySession]:
    return [one for one in agenda.place.do(all_of, HalfDaySession) if one.day >= FIRST and one.status is status]


def test_the_last_tuesday_of_the_month_is_chosen_by_its_own_name(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    panel = begin(agenda, Rhythm(0, LAST, 2, 3))

    assert panel.fields.every.currentText() == "Elke laatste dinsdag van de maand"
    assert not panel.fields.last.isVisibleTo(panel)
    assert panel.request().rule == "FREQ=MONTHLY;BYDAY=-1TU;COUNT=3"
    assert panel.confirm.text() == "Plan 3 dagdelen"
    panel.fields.first.setDate(QDate(2026, 12, 3))
    assert panel.fields.every.currentText() == "Elke laatste donderdag van de maand"


def test_a_day_that_is_shut_is_planned_only_when_somebody_says_so(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    panel = begin(agenda, Rhythm(1, count=4))
    panel.fields.first.setDate(QDate(2026, 12, 4))
    panel._try()
    agenda.settle()
    assert "vr 25 dec: Eerste kerstdag" in panel._dropped.text()
    assert panel.confirm.text() == "Plan 3 dagdelen"

    find(panel, QCheckBox, "seriesAnyway").setChecked(True)
    panel._try()
    agenda.settle()
    assert "Toch gepland, terwijl het gesloten is:" in panel._dropped.text()
    assert panel.confirm.text() == "Plan 4 dagdelen"


def test_the_toast_takes_back_what_was_planned(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    toasts: list[tuple[str, Callable[[], object]]] = []
    agenda.place.desk.toasted.connect(lambda words, undo: toasts.append((words, undo)))
    before = len(planned(agenda))
    begin(agenda, Rhythm(1, count=3))
    agenda.click("seriesConfirm")
    words, undo = toasts[-1]

    assert (words, len(planned(agenda))) == ("3 dagdelen gepland.", before + 3)
    undo()
    agenda.settle()
    assert (len(planned(agenda)), len(planned(agenda, SessionStatus.CANCELLED))) == (before, 3)


def test_what_is_in_the_way_is_named(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    begin(agenda, Rhythm(1, count=2))
    agenda.click("seriesConfirm")
    panel = begin(agenda, Rhythm(1, count=2))

    assert "di 1 dec: de jeugdwerker zit dan al bij Praktijk De Waluwe" in panel._dropped.text()
    assert not panel.confirm.isEnabled()
