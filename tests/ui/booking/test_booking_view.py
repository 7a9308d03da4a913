"""J1 and J2 at the desk, key by key, on a real file; and how many actions they take."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.domain.consent import Consent
from gpconnect.domain.people import PersonCard
from gpconnect.domain.schedule import Appointment, AppointmentStatus, SafetyTask, VisitKind, WaitingEntry
from gpconnect.services.cards import Sharing
from gpconnect.ui.booking.slots import SlotOption
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Chip, PushButton
from tests.ui.booking.desk import Key, Sits, all_of, know_emma
from tests.ui.workplace import find


def test_a_known_child_is_booked_within_eight_actions(robot_of: Sits) -> None:
    robot = robot_of("gp")
    robot.place.do(know_emma)
    robot.begin(new=True).fill("bookSearch", "emm").press(Key.Key_Return)
    robot.look_up()
    robot.click(Chip, "bookReason_anxiety").fill("bookWords", "“Ze durft niet meer naar gym.”")
    robot.click(Chip, "bookConsentGiven").press(Key.Key_Return)

    assert robot.actions <= 8
    last = max(robot.place.do(all_of, Appointment), key=lambda one: (one.words != "", one.booked_at))
    assert (last.words, last.age) == ("“Ze durft niet meer naar gym.”", 13)
    (consent,) = robot.place.do(all_of, Consent)
    assert consent.given_by == "patient"
    assert find(robot.page, PushButton, "bookPrintCard").isEnabled()
    assert inspect(robot.page) == []


def test_a_new_child_is_booked_within_eleven_actions(robot_of: Sits) -> None:
    robot = robot_of("assistant")
    robot.begin(new=True).fill("bookSearch", "Sara de Vries 5-6-2017").press(Key.Key_Return)
    robot.look_up()
    assert find(robot.page, QLineEdit, "bookFamilyName").text() == "de Vries"
    robot.fill("bookPhone", "0612345678").click(Chip, "bookReason_sleep").fill("bookWords", "“Ze slaapt niet.”")
    robot.click(Chip, "bookConsentGiven").press(Key.Key_Return)

    assert robot.actions <= 11
    (card,) = robot.place.do(all_of, PersonCard)
    assert (card.given_name, card.prefix, card.family_name, card.shared) == ("Sara", "de", "Vries", True)
    assert robot.place.do(all_of, Consent)[0].given_by == "parent"


def test_undo_after_booking_cancels_it(robot_of: Sits) -> None:
    robot = robot_of("gp")
    robot.place.do(know_emma)
    robot.begin(new=True).fill("bookSearch", "emm").press(Key.Key_Return)
    robot.look_up()
    robot.click(Chip, "bookReason_anxiety").press(Key.Key_Return)
    words, undo = robot.place.toasts[-1]
    undo()
    robot.settle()

    assert words == "Geboekt."
    assert [one.status for one in robot.place.do(all_of, Appointment)].count(AppointmentStatus.CANCELLED) == 2


def test_a_walk_in_takes_two_actions_without_a_name(robot_of: Sits) -> None:
    robot = robot_of("worker").begin(walk_in=True).press(Key.Key_Return)

    assert robot.actions == 2
    (one,) = robot.place.do(all_of, Appointment)
    assert (one.visit, one.status) == (VisitKind.WALK_IN, AppointmentStatus.ARRIVED)


def test_a_walk_in_with_a_known_name_is_booked_by_the_same_enter(robot_of: Sits) -> None:
    robot = robot_of("gp")
    robot.place.do(know_emma)
    robot.begin(walk_in=True).fill("bookSearch", "emma")
    QTest.keyClick(find(robot.page, QLineEdit, "bookSearch"), Key.Key_Return)
    robot.look_up()

    assert robot.actions == 2
    walk_ins = [one for one in robot.place.do(all_of, Appointment) if one.visit is VisitKind.WALK_IN]
    assert [one.age for one in walk_ins] == [13]


def test_what_is_missing_is_said_beside_the_field_and_what_was_typed_stays(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True).press(Key.Key_Return)
    view = robot.page.booking
    assert view.person.row.error()

    robot.fill("bookSearch", "Sara de Vries").press(Key.Key_Return)
    robot.look_up()
    robot.press(Key.Key_Return)
    assert view.person.rows["bookBirthDate"].error()
    robot.fill("bookBirthDate", "5-6-2017").press(Key.Key_Return)
    assert view.reasons_row.error()
    robot.click(Chip, "bookReason_sleep").fill("bookPhone", "geen idee").press(Key.Key_Return)
    assert view.person.rows["bookPhone"].error()
    assert find(robot.page, QLineEdit, "bookGivenName").text() == "Sara"
    assert robot.place.do(all_of, Appointment) == []


def test_the_sentence_follows_the_age(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True).fill("bookSearch", "Sara de Vries 5-6-2017").press(Key.Key_Return)
    robot.look_up()
    view = robot.page.booking
    assert view.consent.answers.chip("given").text() == "Ouder vindt het goed"
    view.person.born.setText("5-6-2012")
    view.person.born.editingFinished.emit()
    assert view.consent.answers.chip("given").text() == "Sara vindt het goed"
    assert view.consent.given_by == "patient"
    view.person.born.setText("5-6-2009")
    view.person.born.editingFinished.emit()
    assert "7.3.5" in view.consent._box.accessibleName()
    assert inspect(robot.page) == []


def test_known_consent_is_not_asked_again(robot_of: Sits) -> None:
    robot = robot_of("gp")
    robot.place.do(know_emma, Sharing.GIVEN)
    robot.begin(new=True).fill("bookSearch", "emm").press(Key.Key_Return)
    robot.look_up()

    assert robot.page.booking.consent.answer() is Sharing.GIVEN


def test_a_child_with_an_appointment_is_booked_again_only_after_a_second_look(robot_of: Sits) -> None:
    robot = robot_of("gp")
    robot.place.do(know_emma, planned=True)
    robot.begin(new=True).fill("bookSearch", "emm").press(Key.Key_Return)
    robot.click(Chip, "bookReason_anxiety").press(Key.Key_Return)
    assert len(robot.place.do(all_of, Appointment)) == 1
    different = find(robot.page, PushButton, "bookDifferent")
    assert (different.text(), different.accessibleName()) == ("Toch boeken", "Toch boeken")
    assert inspect(robot.page) == []

    robot.press(Key.Key_Return)
    assert len(robot.place.do(all_of, Appointment)) == 2


def test_another_birth_date_or_a_name_that_only_looks_alike_means_a_new_jeugdige(robot_of: Sits, qtbot: QtBot) -> None:
    robot = robot_of("gp")
    robot.place.do(know_emma)
    person = robot.page.booking.person

    def search(typed: str) -> None:
        robot.begin(new=True).fill("bookSearch", typed)
        qtbot.waitUntil(lambda: not person._looking)

    for typed in ("Emma de Graaf 14-3-2014", "Em Emma"):
        search(typed)
        assert person.hits.count() == 1
        assert person.hits.currentItem().text() == f"Nieuwe jeugdige: {typed}"
    search("Emma de Graaf 13-2-2013")
    assert person.hits.currentItem().text().startswith("Emma de Graaf")
    # A day that does not exist is a slip of the finger: she may still be meant.
    search("Emma de Graaf 31-2-2013")
    assert (person.hits.count(), person.hits.currentRow()) == (2, 1)


def test_a_likely_duplicate_is_shown_and_can_be_somebody_else(robot_of: Sits) -> None:
    robot = robot_of("gp")
    robot.place.do(know_emma)
    robot.begin(new=True)
    robot.page.booking.person.fill_new("Emma de Graaf 13-2-2013")
    robot.click(Chip, "bookReason_sleep").press(Key.Key_Return)
    assert len(robot.place.do(all_of, PersonCard)) == 1
    robot.click(PushButton, "bookDifferent")

    assert len(robot.place.do(all_of, PersonCard)) == 2


def test_a_duplicate_that_is_the_same_child_keeps_one_card(robot_of: Sits) -> None:
    robot = robot_of("gp")
    robot.place.do(know_emma)
    robot.begin(new=True)
    robot.page.booking.person.fill_new("Emma de Graaf 13-2-2013")
    robot.click(Chip, "bookReason_sleep").press(Key.Key_Return)
    doubt = robot.page.booking.doubt
    doubt._rows.action_clicked.emit(doubt._rows.rows()[0].row.key)
    robot.press(Key.Key_Return)

    assert len(robot.place.do(all_of, PersonCard)) == 1
    assert len(robot.place.do(all_of, Appointment)) == 2


def test_urgent_shows_whom_to_phone_and_makes_a_task(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True)
    robot.page.booking.person.fill_new("Sara de Vries 5-6-2017")
    robot.click(Chip, "bookUrgent")
    assert find(robot.page, QWidget, "bookCalls")
    assert inspect(robot.page) == []
    robot.click(PushButton, "bookConfirm")

    (task,) = robot.place.do(all_of, SafetyTask)
    assert task.kind == "urgent"
    assert robot.place.do(all_of, Appointment) == []
    words, undo = robot.place.toasts[-1]
    assert words == "De taak staat op vandaag."
    undo()
    robot.settle()
    assert robot.place.do(all_of, SafetyTask)[0].result == "taken_back"


def test_the_waiting_list_is_an_option_beside_the_slots(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True)
    robot.page.booking.person.fill_new("Sara de Vries 5-6-2017")
    robot.click(Chip, "bookReason_sleep").click(SlotOption, "bookWaiting").press(Key.Key_Return)

    (entry,) = robot.place.do(all_of, WaitingEntry)
    assert entry.ended_on is None
    done = robot.page.booking.done
    assert done._what.text() == "Sara de Vries staat op de wachtlijst"
    said = done._queue.text().split("\n")
    assert said[0] == "Wacht sinds vandaag, met slapen."
    assert said[1] == "Er wacht verder niemand op deze locatie."
    assert said[2].startswith("Komt er een plek vrij, dan staat het gezin op Vandaag om te bellen")
    assert done.again_button.hasFocus()
    robot.place.toasts[-1][1]()
    robot.settle()
    assert robot.place.do(all_of, WaitingEntry)[0].ended_why == "taken_back"


def test_another_slot_is_chosen_with_the_arrows(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True)
    first = robot.page.booking.slots.chosen()
    find(robot.page, SlotOption, "bookSlot0").setFocus()
    robot.press(Key.Key_Down)

    assert robot.page.booking.slots.chosen() != first
    assert robot.page.booking.slots.chosen() == robot.page.booking.slots.options()[1].key


def test_the_extras_open_their_field(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True)
    robot.page.booking.person.fill_new("Sara de Vries 5-6-2017")
    robot.click(Chip, "bookReason_sleep").click(Chip, "bookInterpreter").fill("bookInterpreterLanguage", "Tigrinya")
    robot.click(Chip, "bookSafe").fill("bookSafeContact", "alleen oma").click(Chip, "bookLine")
    robot.click(Chip, "bookJoins").click(Chip, "bookConsentGiven").click(PushButton, "bookConfirm")

    (one,) = robot.place.do(all_of, Appointment)
    (card,) = robot.place.do(all_of, PersonCard)
    assert (one.interpreter, one.gp_joins, card.safe_contact) == ("Tigrinya", True, "alleen oma")


def test_a_question_between_colleagues_asks_for_no_child(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(peer=True).fill("bookWords", "Wat doe je bij schoolweigering?").press(Key.Key_Return)

    (one,) = robot.place.do(all_of, Appointment)
    assert (one.visit, one.person_id) == (VisitKind.PEER_CONSULTATION, "")


def test_after_booking_the_card_is_printed_or_copied(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True)
    robot.page.booking.person.fill_new("Sara de Vries 5-6-2017")
    robot.click(Chip, "bookReason_sleep").press(Key.Key_Return).click(PushButton, "bookPrintCard")
    assert find(robot.page, PushButton, "paperSave")
    assert inspect(robot.page) == []
    robot.click(PushButton, "bookCopyText")
    assert "Afspraak voor Sara" in QGuiApplication.clipboard().text()
    robot.click(PushButton, "bookAnother")
    assert find(robot.page, QLineEdit, "bookSearch").text() == ""


def test_escape_and_cancel_lead_back_to_the_week(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True).press(Key.Key_Escape)
    assert find(robot.page, PushButton, "weekAfter")
    robot.begin(new=True).click(PushButton, "bookCancel")
    assert find(robot.page, PushButton, "weekAfter")
