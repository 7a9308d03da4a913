"""A booking goes to another slot by keyboard or by mouse, or hears there why it cannot, on a real file."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gpconnect.services import placing
from gpconnect.services.session import Session
from gpconnect.storage import keys
from gpconnect.storage.connection import transaction
from gpconnect.ui.agenda.timeline_model import Piece
from gpconnect.ui.agenda.toolbar import ALL
from gpconnect.ui.inspection import inspect
from tests.services.conftest import TOLHUIS, TUESDAY, WALUWE
from tests.ui.agenda.desk import Agenda, Sits, book_emma, book_yusuf, close_half_day, emma, free_one, pieces, press


def give_to_another(session: Session, slot_id: str) -> None:
    """The hub gave this slot to another desk, and this one has heard of it."""
    with transaction(session.db):
        keys.set_holder(session.db, f"practice/{WALUWE}", placing.claim_id("slot", slot_id), b"x" * 32)


def keep_for_walk_in(session: Session, slot_id: str) -> None:
    """Another desk changed the half-day: this slot is of the reserve from now on."""
    with transaction(session.db):
        session.db.execute("UPDATE slot SET kind = 'walk_in' WHERE id = ?", (slot_id,))


def drop_on(agenda: Agenda, target: Piece) -> str:
    """Take Emma up, put her down there by keyboard, and hear what is said of it."""
    timeline = agenda.page.week.timeline
    timeline.focus_on(emma(agenda).key)
    timeline.begin_move()
    timeline.focus_on(target.key)
    press(Qt.Key.Key_Return)
    agenda.settle()
    return timeline.refused_words()


def test_a_booking_moves_by_keyboard_alone_and_back_by_undo(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    before = agenda.the(one).slot_id
    timeline = agenda.page.week.timeline
    timeline.focus_on(before)
    press(Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Return)
    agenda.settle()

    assert agenda.the(one).slot_id != before
    assert emma(agenda).key == agenda.the(one).slot_id
    words, undo = agenda.place.toasts[-1]
    assert words.startswith("Verplaatst")
    undo()
    agenda.settle()
    assert agenda.the(one).slot_id == before


def test_a_booking_that_stood_in_what_is_kept_for_walk_in_now_goes_back_there(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    before = agenda.the(one).slot_id
    agenda.do(keep_for_walk_in, before)
    agenda.page.week.timeline.focus_on(before)
    press(Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Return)
    agenda.settle()
    assert agenda.the(one).slot_id != before

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert agenda.the(one).slot_id == before


def test_a_booking_moves_by_dragging(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    places, glass = agenda.page.week.timeline.places, agenda.page.week.timeline.viewport()
    target = free_one(agenda)
    start, end = places.rect(emma(agenda)).center(), places.rect(target).center()
    QTest.mousePress(glass, Qt.MouseButton.LeftButton, pos=start)
    for at in (start + QPoint(0, 20), end):
        QTest.mouseMove(glass, at)
    QTest.mouseRelease(glass, Qt.MouseButton.LeftButton, pos=end)
    agenda.settle()

    assert agenda.the(one).slot_id == target.key


def test_what_cannot_be_is_refused_in_words_and_nothing_moves(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    one = agenda.do(book_emma)
    before = agenda.the(one).slot_id
    past = next(one for one in pieces(agenda) if one.title == "Leeg")

    assert drop_on(agenda, past).startswith("Deze plek is voorbij.")
    assert drop_on(agenda, free_one(agenda, minutes=20)).startswith("Deze plek is 20 minuten en de afspraak 45.")
    assert agenda.page.week.timeline.model.piece(past.half_day.id)
    head = agenda.page.week.timeline.model.piece(past.half_day.id)
    assert head is not None
    assert drop_on(agenda, head).startswith("Dit is een dagdeel.")
    agenda.page.choose_site(ALL)
    agenda.settle()
    elsewhere = next(one for one in pieces(agenda) if one.site.id == TOLHUIS and one.title == "Vrij")
    assert "op een andere locatie" in drop_on(agenda, elsewhere)
    assert inspect(agenda.page) == []
    assert agenda.the(one).slot_id == before


def test_on_somebody_else_and_in_a_closed_half_day_it_cannot_be_put_down(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(book_emma)
    other = free_one(agenda)
    agenda.do(book_yusuf, other.key)
    taken = next(one for one in pieces(agenda) if one.key == other.key)
    assert drop_on(agenda, taken).startswith("Hier staat al iemand.")
    agenda.do(close_half_day, TUESDAY)
    assert drop_on(agenda, next(one for one in pieces(agenda) if one.title == "Leeg")).startswith(
        "Dit dagdeel is dicht."
    )


def test_what_only_the_file_knows_is_told_in_the_slot_as_well(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    before = agenda.the(one).slot_id
    target = free_one(agenda)
    agenda.place.do(give_to_another, target.key)

    assert drop_on(agenda, target).startswith("Deze plek is net vergeven.")
    assert agenda.the(one).slot_id == before


def test_a_slot_kept_for_walk_in_stays_that(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    slot = free_one(agenda, minutes=20)
    agenda.do(book_yusuf, slot.key)

    assert drop_on(agenda, free_one(agenda, minutes=20, kind="walk_in")).startswith(
        "Deze plek blijft vrij voor inloop."
    )


def test_a_booking_in_hand_goes_along_to_another_week_and_is_put_down_there(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    before, timeline = emma(agenda), agenda.page.week.timeline
    timeline.focus_on(before.key)
    press(Qt.Key.Key_M, Qt.Key.Key_PageDown)
    agenda.settle()

    here = timeline.current()
    assert timeline.moving is not None
    assert here is not None
    assert here.day == before.day + timedelta(weeks=1)
    assert here.is_empty
    assert timeline.spot().hasFocus()
    assert timeline.spot().accessibleName().endswith("Enter zet Emma de Graaf hier neer.")
    assert "Onderweg: Emma de Graaf, stond di 24 nov" in agenda.page.week.keys.text()
    press(Qt.Key.Key_Return)
    agenda.settle()
    assert agenda.the(one).slot_id == here.key


def test_escape_in_another_week_puts_a_booking_back_and_looks_there(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    before, timeline = emma(agenda), agenda.page.week.timeline
    timeline.focus_on(before.key)
    press(Qt.Key.Key_M, Qt.Key.Key_PageDown)
    agenda.settle()
    press(Qt.Key.Key_Escape)
    agenda.settle()

    assert timeline.moving is None
    at = timeline.current()
    assert at is not None
    assert (at.key, at.day) == (before.key, before.day)
    assert timeline.spot().hasFocus()
    assert agenda.the(one).slot_id == before.key


def test_a_booking_in_hand_passes_a_week_in_which_nobody_sits(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(book_emma)
    before, timeline = emma(agenda), agenda.page.week.timeline
    timeline.focus_on(before.key)
    press(Qt.Key.Key_M)
    for _ in range(60):
        press(Qt.Key.Key_PageUp)
        agenda.settle()
        if timeline.current() is None:
            break
    assert timeline.current() is None
    assert timeline.moving is not None
    assert timeline.isVisible()
    assert timeline.spot().hasFocus()
    assert timeline.spot().accessibleName().startswith("Geen spreekuur in deze week.")
    press(Qt.Key.Key_Down, Qt.Key.Key_Escape)
    agenda.settle()
    assert emma(agenda).key == before.key


def test_a_booking_held_against_the_side_turns_the_week_and_is_dropped_there(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    before, timeline = emma(agenda), agenda.page.week.timeline
    glass = timeline.viewport()
    start = timeline.places.rect(before).center()
    QTest.mousePress(glass, Qt.MouseButton.LeftButton, pos=start)
    for at in (start + QPoint(0, 20), QPoint(glass.width() - 4, start.y())):
        QTest.mouseMove(glass, at)
    timeline._edges.timeout.emit()  # as after a moment
    agenda.settle()
    target = free_one(agenda)
    assert target.day > before.day
    end = timeline.places.rect(target).center()
    QTest.mouseMove(glass, end)
    QTest.mouseRelease(glass, Qt.MouseButton.LeftButton, pos=end)
    agenda.settle()

    assert agenda.the(one).slot_id == target.key
    assert not timeline._edges.isActive()


def test_a_short_talk_goes_to_a_long_place_and_back_and_that_is_said(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    short = free_one(agenda, minutes=20)
    agenda.do(book_yusuf, short.key)
    before = emma(agenda)
    target = free_one(agenda)
    assert before.slot is not None
    assert (before.slot.minutes, before.slot.needed) == (20, 20)
    assert drop_on(agenda, target) == ""
    words, undo = agenda.place.toasts[-1]
    assert "De plek duurt 45 minuten, het gesprek 20." in words
    undo()
    agenda.settle()
    assert emma(agenda).key == short.key, "a talk keeps its length, so that it fits where it stood"


def test_a_short_talk_in_a_long_place_may_go_to_a_short_one(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    short, long = free_one(agenda, minutes=20), free_one(agenda)
    agenda.do(book_yusuf, short.key)
    assert drop_on(agenda, long) == ""
    assert drop_on(agenda, short) == ""
    assert emma(agenda).key == short.key
