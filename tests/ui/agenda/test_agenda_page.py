"""The week on screen: opening, moving, cancelling, offering and planning, on a real file."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gpconnect.domain.people import PersonCard
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, Placement, WaitingEntry
from gpconnect.services import slots
from gpconnect.ui import text
from gpconnect.ui.booking.slots import SlotOption
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Banner, Chip, PushButton
from tests.services.conftest import TUESDAY, WALUWE
from tests.ui.agenda.desk import Sits, all_of, book_emma, let_lotte_wait, lose
from tests.ui.workplace import find


def test_the_week_shows_what_is_free_at_a_glance(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    timeline = agenda.page.week.timeline

    assert timeline.model.titles() == [
        "ma 23 nov",
        "di 24 nov · 3 vrij, 1 inloop",
        "wo 25 nov",
        "do 26 nov",
        "vr 27 nov",
    ]
    slots_shown = [one for one in timeline.model.pieces() if one.slot]
    assert [f"{text.clock(one.slot.starts_at)} {one.title}" for one in slots_shown if one.slot] == [
        "09:00 Leeg",
        "09:45 Leeg",
        "10:30 Vrij",
        "10:50 Inloop",
        "11:10 Vrij",
        "11:55 Vrij",
    ]
    assert inspect(agenda.page) == []


def test_the_weeks_before_and_after(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.click("weekAfter")
    assert agenda.page.monday == TUESDAY + timedelta(days=6)
    QTest.keyClick(agenda.page, Qt.Key.Key_PageUp)
    agenda.click("weekBefore")
    assert agenda.page.week.empty.isVisibleTo(agenda.page)
    assert inspect(agenda.page) == []
    agenda.click("weekToday")
    assert agenda.page.monday == TUESDAY - timedelta(days=1)
    agenda.page.show_params({"day": TUESDAY + timedelta(weeks=2)})
    agenda.settle()
    assert agenda.page.week.timeline.model.titles()[1].startswith("di 8 dec")


def test_a_worker_changes_site(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    tolhuis = agenda.page.tools.sites.chip("b2" * 16)
    QTest.mouseClick(tolhuis, Qt.MouseButton.LeftButton)
    agenda.settle()

    assert "Het Tolhuis" in agenda.page.header.accessibleName() + agenda.page._site_name()
    QTest.mouseClick(tolhuis, Qt.MouseButton.LeftButton)
    assert agenda.page.tools.sites.chosen() == ["b2" * 16]


def test_a_booking_is_moved_in_three_actions_and_back_by_undo(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    before = agenda.the(one).slot_id
    agenda.open(one)
    assert inspect(agenda.page) == []
    agenda.click("detailMove")
    assert inspect(agenda.page) == []
    agenda.click("moveSlot0", SlotOption)

    assert agenda.the(one).slot_id != before
    words, undo = agenda.place.toasts[-1]
    assert words.startswith("Verplaatst")
    undo()
    agenda.settle()
    assert agenda.the(one).slot_id == before


def test_cancelling_asks_why_and_can_be_taken_back(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    agenda.open(one)
    agenda.click("detailCancel")
    QTest.keyClick(find(agenda.page, QLineEdit, "cancelReason"), Qt.Key.Key_Return)
    agenda.settle()
    assert agenda.page.panels.detail._reason_row.error()
    agenda.click("cancelReason_ill", Chip)
    assert agenda.the(one).status is AppointmentStatus.CANCELLED
    assert agenda.the(one).status_reason == "ziek"

    agenda.page.close_panel()
    assert agenda.page.panels.side._cancelled.rows()[0].row.detail.endswith("ziek")
    agenda.place.toasts[-1][1]()
    agenda.settle()
    statuses = [each.status for each in agenda.place.do(all_of, Appointment)]
    assert statuses.count(AppointmentStatus.BOOKED) == 1
    agenda.page.panels.side.again_asked.emit(one)
    agenda.settle()
    assert len(agenda.place.do(all_of, Appointment)) == 2


def test_sharing_is_recorded_later_with_one_click(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    agenda.page.show_params({"appointment": one})
    agenda.settle()
    assert find(agenda.page, PushButton, "detailAllow").text() == "Emma vindt het nu goed"
    agenda.click("detailAllow")

    assert agenda.the(one).words == "“Moe.”"
    assert agenda.place.do(all_of, PersonCard)[0].shared
    assert not agenda.page.panels.detail.allow.isVisibleTo(agenda.page)


def test_the_card_is_printed_and_copied_from_the_agenda(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.open(agenda.do(book_emma))
    agenda.click("detailCard")
    assert agenda.page.panels.detail.paper.isVisibleTo(agenda.page)
    agenda.click("detailCopy")
    assert "Afspraak voor Emma" in QGuiApplication.clipboard().text()
    agenda.click("detailClose")
    assert agenda.page.panels.side.isVisibleTo(agenda.page)


def test_a_print_is_saved_under_a_name_that_names_nobody(
    agenda_of: Sits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    agenda = agenda_of("gp")
    agenda.page.panels.side.sheet_asked.emit(agenda.page.panels.side._half_days.rows()[0].row.key)
    agenda.settle()
    first = agenda.page.panels.side.paper.save_paper()
    second = agenda.page.panels.side.paper.save_paper()

    assert first is not None
    assert second is not None
    assert (first.path.name, second.path.name) == ("daglijst-2026-11-24.pdf", "daglijst-2026-11-24-2.pdf")
    agenda.click("paperPrint")
    assert "daglijst" in agenda.place.toasts[-1][0]


def test_a_lost_slot_is_told_and_another_one_is_chosen(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    agenda.do(lose, one)
    banner = find(agenda.page, Banner, "agendaLost")
    assert "iemand anders was eerder" in banner.accessibleName()
    banner.findChildren(PushButton)[0].click()
    agenda.settle()
    assert inspect(agenda.page) == []
    agenda.click("moveSlot1", SlotOption)

    assert agenda.the(one).placement is Placement.TENTATIVE
    assert agenda.place.toasts[-1][1] is None


def test_a_loss_can_be_settled_otherwise(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    agenda.do(lose, one)
    agenda.page.show_params({"lost": one})
    agenda.settle()
    agenda.click("detailSeen")
    assert agenda.the(one).loss_acknowledged

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert not agenda.the(one).loss_acknowledged


def test_a_free_slot_is_offered_to_who_waits_longest(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(let_lotte_wait)
    slot = agenda.place.do(slots.propose_slots, WALUWE).slots[0].slot_id
    agenda.page.open_slot(slot)
    agenda.settle()
    assert inspect(agenda.page) == []
    agenda.click("freeOffer")
    agenda.click("freeDecline")
    assert agenda.place.do(all_of, WaitingEntry)[0].ended_on is None
    agenda.page.open_slot(slot)
    agenda.settle()
    assert agenda.page.panels.free.offer.isHidden(), "they said no to this one"
    agenda.place.toasts[-1][1]()
    agenda.settle()
    agenda.page.open_slot(slot)
    agenda.settle()
    agenda.click("freeAccept")

    assert agenda.place.do(all_of, WaitingEntry)[0].ended_why == "booked"
    assert len(agenda.place.do(all_of, Appointment)) == 1


def test_booking_in_a_slot_of_the_week(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    free = [one for one in agenda.page.week.timeline.model.slots() if one.can_be_taken(agenda.place.clock())]
    agenda.page.open_slot(free[-1].slot_id)
    agenda.settle()
    agenda.click("freeBook")

    assert agenda.page.booking.slots.chosen() == free[-1].slot_id
    agenda.page.show_week()
    agenda.page.open_slot(next(one.slot_id for one in free if one.kind == "walk_in"))
    agenda.settle()
    agenda.click("freeBook")
    assert agenda.page.booking.mode == "walk_in"


def test_a_series_names_what_falls_away_and_is_planned(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    before = len(agenda.place.do(all_of, HalfDaySession))
    agenda.click("agendaPlan")
    agenda.page.series._try()
    agenda.settle()
    assert "Koningsdag" in agenda.page.series._dropped.text()
    assert inspect(agenda.page) == []
    pattern = find(agenda.page, QLineEdit, "seriesPattern")
    pattern.setText("45 60")
    agenda.page.series._try()
    agenda.settle()
    assert agenda.page.series._error.text()
    pattern.setText("45, 20w")
    agenda.page.series._try()
    agenda.settle()
    agenda.click("seriesConfirm")

    assert len(agenda.place.do(all_of, HalfDaySession)) > before + 20
    assert agenda.page.week.isVisibleTo(agenda.page)


@pytest.mark.parametrize("name", ["agendaNew", "agendaWalkIn", "agendaPeer"])
def test_each_way_to_book_opens_its_view(agenda_of: Sits, name: str) -> None:
    agenda = agenda_of("gp")
    agenda.click(name)

    assert find(agenda.page, PushButton, "bookConfirm")
    assert not agenda.page._actions.walk_in.isVisibleTo(agenda.page)
