"""Families that wait, beside the week: a place for each, and an end with a reason."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gpconnect.domain.schedule import Appointment, AppointmentStatus, WaitingEntry
from gpconnect.services import slots, waiting
from gpconnect.ui.booking.slots import SlotOption
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Chip
from tests.services.conftest import WALUWE
from tests.ui.agenda.desk import Agenda, Sits, all_of, book_emma, book_yusuf, emma, let_lotte_wait, let_teun_wait
from tests.ui.waiting import until


def waits(agenda: Agenda, name: str) -> str:
    """The row of this family on the list beside the week."""
    row = next(one.row for one in agenda.page.panels.side._waiting.rows() if one.row.title.startswith(name))
    return row.key


def test_a_row_of_the_waiting_list_offers_a_place_to_that_family(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(let_lotte_wait)
    agenda.do(let_teun_wait)
    agenda.page.panels.side.waiting_chosen.emit(waits(agenda, "Teun"))
    agenda.settle()
    assert inspect(agenda.page) == []
    agenda.click("waitingOffer")
    agenda.click("waitingAccept")
    (booked,) = agenda.place.do(all_of, Appointment)
    assert [waits(agenda, "Lotte")] == [one.row.key for one in agenda.page.panels.side._waiting.rows()]

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert agenda.the(booked.id).status is AppointmentStatus.CANCELLED
    assert waits(agenda, "Teun")


def test_a_family_waits_on_after_a_no(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(let_lotte_wait)
    agenda.page.panels.side.waiting_chosen.emit(waits(agenda, "Lotte"))
    agenda.settle()
    agenda.click("waitingOffer")
    agenda.click("waitingDecline")

    (entry,) = agenda.place.do(all_of, WaitingEntry)
    assert (entry.offered_slot_id, entry.ended_on) == ("", None)
    assert agenda.page.panels.side.isVisibleTo(agenda.page)


def test_waiting_ends_with_a_reason_and_can_be_taken_back(agenda_of: Sits) -> None:
    agenda = agenda_of("assistant")
    agenda.do(let_lotte_wait)
    agenda.page.panels.side.waiting_chosen.emit(waits(agenda, "Lotte"))
    agenda.settle()
    agenda.click("waitingEnd")
    assert inspect(agenda.page) == []
    QTest.mouseClick(agenda.page.panels.waiting.why.chip("unreachable"), Qt.MouseButton.LeftButton)
    agenda.settle()
    (entry,) = agenda.place.do(all_of, WaitingEntry)
    assert entry.ended_why == "unreachable"

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert waits(agenda, "Lotte")


def test_a_freed_slot_is_booked_for_who_waits_in_one_action(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(let_lotte_wait)
    agenda.page.open_slot(agenda.place.do(slots.propose_slots, WALUWE).slots[0].slot_id)
    agenda.settle()
    assert inspect(agenda.page) == []
    agenda.click("freeAccept")
    assert agenda.place.do(all_of, WaitingEntry)[0].ended_why == "booked"

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert waits(agenda, "Lotte")


def cancel(agenda: Agenda, appointment_id: str) -> None:
    """Open a booking and cancel it, as three actions."""
    agenda.open(appointment_id)
    agenda.click("detailCancel")
    agenda.click("cancelReason_ill", Chip)


def test_cancelling_offers_the_place_to_the_first_family_it_suits_in_one_action(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    agenda.do(let_lotte_wait)
    agenda.do(let_teun_wait)
    slot = agenda.the(one).slot_id
    cancel(agenda, one)
    words, _ = agenda.place.toasts[-1]
    following = agenda.place.followings[-1]
    assert "Lotte Smits wacht en past hier. Bel 06-12 34 56 79." in words
    assert following is not None
    assert following[0] == "Bel Lotte Smits, boek in"
    following[1]()
    agenda.settle()
    (booked,) = (one for one in agenda.place.do(all_of, Appointment) if one.status is AppointmentStatus.BOOKED)
    assert (booked.slot_id, waits(agenda, "Teun") != "") == (slot, True)

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert agenda.the(booked.id).status is AppointmentStatus.CANCELLED
    assert waits(agenda, "Lotte")
    offer = agenda.place.do(waiting.first_in_line, slot)
    assert offer.name == "Lotte Smits"


def test_moving_offers_the_old_place_to_the_first_family_it_suits_and_is_still_taken_back(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    agenda.do(let_lotte_wait)
    slot = agenda.the(one).slot_id
    agenda.open(one)
    agenda.click("detailMove")
    agenda.click("moveSlot0", SlotOption)
    words, undo = agenda.place.toasts[-1]
    following = agenda.place.followings[-1]
    assert words.startswith(
        "Verplaatst. Geef de familie de nieuwe tijd door. Lotte Smits wacht en past op de oude plek"
    )
    assert following is not None
    assert following[0] == "Bel Lotte Smits, boek in"
    undo()
    agenda.settle()
    assert agenda.the(one).slot_id == slot

    agenda.click("detailMove")
    agenda.click("moveSlot0", SlotOption)
    following = agenda.place.followings[-1]
    assert following is not None
    following[1]()
    agenda.settle()
    booked = [one for one in agenda.place.do(all_of, Appointment) if one.slot_id == slot]
    assert [one.status for one in booked] == [AppointmentStatus.BOOKED]
    assert agenda.place.do(waiting.waiting_list, WALUWE) == []


def test_cancelling_offers_nobody_when_nobody_fits_and_is_still_taken_back(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    cancel(agenda, one)
    assert agenda.place.toasts[-1][0] == "Afgezegd. De plek is weer vrij."
    assert agenda.place.followings[-1] is None

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert emma(agenda).title == "Emma de Graaf"


def test_a_place_that_somebody_took_meanwhile_is_not_given_twice(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    agenda.do(let_lotte_wait)
    slot = agenda.the(one).slot_id
    cancel(agenda, one)
    troubles: list[object] = []
    agenda.place.desk.troubled.connect(troubles.append)
    following = agenda.place.followings[-1]
    assert following is not None
    agenda.do(book_yusuf, slot)
    following[1]()
    agenda.settle()

    assert [getattr(one, "code", "") for one in troubles] == ["slot.taken"]
    assert waits(agenda, "Lotte")


def test_wishes_and_who_goes_first_are_kept_with_the_reason(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(let_lotte_wait)
    agenda.page.panels.side.waiting_chosen.emit(waits(agenda, "Lotte"))
    agenda.settle()
    panel = agenda.page.panels.waiting
    agenda.click("waitingWishes")
    for chip in (panel.form.days.chip("2"), panel.form.part.chip("morning"), panel.form.first.chip("first")):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    agenda.settle()
    assert inspect(agenda.page) == []
    agenda.click("waitingWishSave")
    assert panel.form.why_row.error()
    assert agenda.place.do(all_of, WaitingEntry)[0].priority == 0
    panel.form.why.setText("Gaat niet meer naar school")
    agenda.click("waitingWishSave")

    (entry,) = agenda.place.do(all_of, WaitingEntry)
    assert (entry.wish_days, entry.wish_part, entry.priority) == ((2,), "morning", 1)
    assert "Gaat niet meer naar school" in panel._about.text()


def test_holding_a_place_while_phoning_shows_by_whom_and_can_be_let_go(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(let_lotte_wait)
    slot = agenda.place.do(slots.propose_slots, WALUWE).slots[0].slot_id
    agenda.page.panels.side.waiting_chosen.emit(waits(agenda, "Lotte"))
    agenda.settle()
    agenda.click("waitingOffer")
    assert "Vastgehouden door dr. Peters tot 10:07" in agenda.page.panels.waiting._when.text()
    assert agenda.place.toasts[-1][0] == "De plek wordt een kwartier vastgehouden."
    until(lambda: inspect(agenda.page) == [])

    agenda.page.open_slot(slot)
    agenda.settle()
    assert agenda.page.panels.free.offer.isHidden()
    assert "Vastgehouden door dr. Peters tot 10:07." in agenda.page.panels.free._who.text()
    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert agenda.place.do(slots.propose_slots, WALUWE).slots[0].slot_id == slot


def test_a_no_and_changed_wishes_have_a_way_back(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(let_lotte_wait)
    slot = agenda.place.do(slots.propose_slots, WALUWE).slots[0].slot_id
    agenda.page.panels.side.waiting_chosen.emit(waits(agenda, "Lotte"))
    agenda.settle()
    agenda.click("waitingOffer")
    agenda.click("waitingDecline")
    assert agenda.place.do(waiting.first_in_line, slot) is None
    agenda.place.toasts[-1][1]()
    agenda.settle()
    again = agenda.place.do(waiting.first_in_line, slot)
    assert again is not None
    assert again.hold is not None

    agenda.page.panels.side.waiting_chosen.emit(waits(agenda, "Lotte"))
    agenda.settle()
    agenda.click("waitingWishes")
    QTest.mouseClick(agenda.page.panels.waiting.form.days.chip("2"), Qt.MouseButton.LeftButton)
    agenda.click("waitingWishSave")
    assert agenda.place.do(all_of, WaitingEntry)[0].wish_days == (2,)
    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert agenda.place.do(all_of, WaitingEntry)[0].wish_days == ()


def test_a_held_place_is_booked_only_by_who_chooses_it_knowingly(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(let_lotte_wait)
    (waits_,) = agenda.place.do(all_of, WaitingEntry)
    slot = agenda.place.do(slots.propose_slots, WALUWE).slots[0].slot_id
    agenda.do(waiting.offer_slot, waits_.id, slot)
    agenda.page.show_params({"new": True})
    agenda.settle()
    choice = agenda.page.booking.slots
    assert choice.chosen() != slot, "nobody gets it by pressing Enter"
    assert not choice.is_held()

    held = next(one for one in choice.options() if one.key == slot)
    assert "vastgehouden door dr. Peters tot 10:07" in held._detail
    QTest.mouseClick(held, Qt.MouseButton.LeftButton)
    agenda.settle()
    assert agenda.page.booking.confirm.text() == "Toch boeken, ook al is de plek vastgehouden"
    assert inspect(agenda.page) == []
