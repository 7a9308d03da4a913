"""Overdrachten on a real file: from a child and a receiver to the receiver's confirmation."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from gpconnect.domain.consent import Decision
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.handover import HandoverStatus
from gpconnect.services import handovers
from gpconnect.services.handovers import Content
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import BoardCard
from tests.services.conftest import Clock
from tests.services.dossier_help import DOCTOR, MOZAIEK, a_dossier, agree_to_share
from tests.ui.handovers.driver import Driver, a_sent_handover
from tests.ui.waiting import until
from tests.ui.workplace import find


def test_an_empty_board_says_what_to_do_first(driver: Driver) -> None:
    assert driver.page.board.empty.isVisibleTo(driver.page)
    assert driver.page.header.title() == "Overdrachten"


def test_the_whole_warm_handover_in_fourteen_actions(driver: Driver, clock: Clock) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.page.show_params({"patient": patient_id})
    driver.settle()
    driver.choose_row("handoverReceivers", MOZAIEK)
    assert find(driver.page, QPlainTextEdit, "point_reason").toPlainText() == "Ik durf niet meer naar school"
    driver.click("consent_handover_0_oral")
    driver.click("handoverSend")
    assert driver.stored().sent_at is not None
    (letter,) = (driver.page.folder).iterdir()
    assert "Daan" not in letter.name

    driver.type("talkMoment", "24-11 9:00")
    chips = driver.page.opened.talk.present
    QTest.mouseClick(chips.chip("Daan"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(chips.chip("Iris Blok"), Qt.MouseButton.LeftButton)
    driver.click("talkSave")
    driver.click("handoverAccept")
    driver.type("handoverDay", "3-12")
    driver.click("handoverConfirm")
    assert driver.stored().status is HandoverStatus.ACCEPTED
    clock.forward(days=10)
    driver.click("handoverBegin")
    driver.click("handoverConfirm")
    driver.click("handoverComplete")
    driver.click("handoverConfirm")

    done = driver.stored()
    assert (done.status, done.performed_by, done.present) == (
        HandoverStatus.COMPLETED,
        "Iris Blok",
        ("Daan", "Iris Blok"),
    )
    assert done.first_contact_on == date(2026, 12, 3)


def test_nothing_leaves_without_consent_and_the_reason_stands_beside_the_button(driver: Driver) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.page.show_params({"patient": patient_id, "provider": MOZAIEK})
    driver.settle()
    driver.click("handoverSend")

    assert driver.stored().sent_at is None
    assert "toestemming" in driver.says("handoverStepError").lower()


def test_a_legal_ground_needs_its_reason_and_then_leaves(driver: Driver) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.page.show_params({"patient": patient_id, "provider": MOZAIEK})
    driver.settle()
    assert driver.page.new is not None
    content = driver.page.new.content
    assert content is not None
    QTest.mouseClick(content.ground.chip("safe_home"), Qt.MouseButton.LeftButton)
    driver.type("handoverGroundReason", "Melding na stap 5")
    driver.click("handoverSendPhone")

    assert driver.stored().ground_reason == "Melding na stap 5"
    assert driver.stored().sent_how == "phone"


def test_the_board_shows_the_next_step_and_counts_it_in_the_rail(driver: Driver) -> None:
    counted: list[tuple[str, int]] = []
    driver.place.desk.badge_changed.connect(lambda *said: counted.append(said))
    made = driver.place.do(a_sent_handover)
    driver.look_again()
    card = find(driver.page, BoardCard, f"handoverCard_{made}")
    assert "Daan Willems, 11" in card.accessibleName()
    assert "antwoord vóór di 1 dec" in card.accessibleName()
    assert counted[-1] == ("handovers", 0)
    driver.place.clock.forward(days=7)
    driver.page.reload()
    driver.settle()
    assert counted[-1] == ("handovers", 1)


def test_a_card_opens_with_enter_and_the_answer_is_recorded(driver: Driver) -> None:
    made = driver.place.do(a_sent_handover)
    driver.look_again()
    card = find(driver.page, BoardCard, f"handoverCard_{made}")
    QTest.keyClick(card, Qt.Key.Key_Return)
    driver.settle()
    driver.click("handoverReject")
    driver.click("handoverConfirm")
    assert driver.says("handoverError")
    driver.type("handoverReason", "Wachtlijst is dicht")
    driver.click("handoverConfirm")
    assert driver.stored().status is HandoverStatus.REJECTED
    assert driver.says("handoverState") == "zoek een andere plek"

    driver.click("handoverAgain")
    driver.choose_row("handoverReceivers", DOCTOR)
    assert find(driver.page, QPlainTextEdit, "point_question").toPlainText() == "Behandelen"


def test_another_date_a_call_and_a_stop(driver: Driver, clock: Clock) -> None:
    made = driver.place.do(a_sent_handover)
    driver.page.show_params({"handover": made})
    driver.settle()
    driver.click("handoverPostpone")
    driver.type("handoverDay", "geen dag")
    driver.click("handoverConfirm")
    assert driver.says("handoverError")
    driver.type("handoverDay", "5-12")
    driver.click("handoverConfirm")
    driver.click("handoverAgree")
    clock.forward(days=8)
    driver.click("handoverCall")
    driver.click("handoverConfirm")
    assert driver.says("handoverError")
    driver.click("handoverMadeNo")
    driver.click("handoverConfirm")
    assert driver.stored().callback_due == date(2026, 12, 9)
    driver.click("handoverBridge")
    assert driver.stored().next_contact_on == date(2026, 12, 9)
    driver.click("handoverCancel")
    driver.type("handoverReason", "Gezin ziet ervan af")
    driver.click("handoverConfirm")
    assert driver.stored().status is HandoverStatus.CANCELLED
    driver.click("handoverBack")
    driver.click("handoverFold")
    assert driver.page.board.past.isVisibleTo(driver.page)


def test_a_call_and_a_contact_can_be_taken_back(driver: Driver, clock: Clock) -> None:
    made = driver.place.do(a_sent_handover)
    driver.page.show_params({"handover": made})
    driver.settle()
    clock.forward(days=7)
    driver.click("handoverCall")
    driver.click("handoverMadeYes")
    driver.click("handoverConfirm")
    assert driver.stored().callback_result
    driver.place.toasts[-1][1]()
    driver.settle()
    assert not driver.stored().callback_result
    driver.click("handoverBridge")
    driver.place.toasts[-1][1]()
    driver.settle()
    assert driver.stored().next_contact_on == date(2026, 12, 1)


def test_what_was_kept_for_later_can_be_undone(driver: Driver) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.page.show_params({"patient": patient_id, "provider": MOZAIEK})
    driver.settle()
    driver.click("handoverSave")
    assert driver.stored().sent_at is None
    driver.place.toasts[-1][1]()
    driver.settle()
    assert driver.stored().status is HandoverStatus.CANCELLED


def test_the_panel_goes_back_to_the_buttons_and_the_dossier_is_one_click_away(driver: Driver) -> None:
    made = driver.place.do(a_sent_handover)
    driver.page.show_params({"handover": made})
    driver.settle()
    driver.click("handoverAccept")
    driver.click("handoverAskBack")
    assert driver.page.opened.steps.panel is None
    driver.click("handoverDossier")
    assert driver.place.went[-1][0] == "patients"


def test_what_is_typed_is_kept_when_somebody_goes_elsewhere(driver: Driver) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.page.show_params({"patient": patient_id, "provider": MOZAIEK})
    driver.settle()
    driver.type("point_actions", "Karin belt school")
    driver.click("handoverBack")
    assert driver.stored().checklist["actions"] == "Karin belt school"

    driver.page.show_params({"handover": driver.stored().id})
    driver.settle()
    driver.type("point_actions", "Sanne belt school")
    driver.click("handoverBack")
    assert driver.stored().checklist["actions"] == "Sanne belt school"


def test_a_talk_without_the_family_asks_why_and_keeps_what_was_typed(driver: Driver) -> None:
    made = driver.place.do(a_sent_handover)
    driver.page.show_params({"handover": made})
    driver.settle()
    driver.type("talkMoment", "24-11 9:00")
    QTest.mouseClick(driver.page.opened.talk.present.chip("Iris Blok"), Qt.MouseButton.LeftButton)
    driver.click("talkSave")
    assert driver.says("talkError")
    assert driver.page.opened.talk.moment.text() == "24-11 9:00"
    driver.type("talkAbsent", "Daan was ziek")
    driver.click("talkSave")
    assert driver.stored().absent_why == "Daan was ziek"


def test_a_new_handover_finds_its_child_by_name(driver: Driver) -> None:
    driver.place.do(a_dossier)
    driver.click("handoverNew")
    driver.type("handoverChildSearch", "Daan")
    new = driver.page.new
    assert new is not None
    until(lambda: not new.children_card._pause.isActive())
    driver.settle()
    QTest.keyClick(find(driver.page, QLineEdit, "handoverChildSearch"), Qt.Key.Key_Return)
    driver.settle()
    assert driver.page.header.title() == "Daan Willems, 11 overdragen"


def test_an_edit_is_written_before_it_leaves(driver: Driver) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.place.do(agree_to_share, patient_id)
    content = Content({"question": "Behandelen"}, access_route=AccessRoute.DECISION)
    made = driver.place.do(handovers.create_handover, patient_id, MOZAIEK, content)[1]
    driver.page.show_params({"handover": made})
    driver.settle()
    driver.type("point_question", "Onderzoek en behandeling")
    driver.click("handoverSend")

    assert driver.stored().checklist["question"] == "Onderzoek en behandeling"
    assert driver.stored().sent_at is not None


def test_consent_withdrawn_on_the_spot_stops_the_sending(driver: Driver, clock: Clock) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.place.do(agree_to_share, patient_id)
    made = driver.place.do(handovers.create_handover, patient_id, MOZAIEK, Content())[1]
    driver.page.show_params({"handover": made})
    driver.settle()
    driver.click("consent_handover_0_withdraw")
    assert driver.says("handoverState") == "toestemming ingetrokken, niets verzonden"
    driver.click("handoverSend")
    assert driver.stored().sent_at is None
    assert driver.says("handoverStepError")
    clock.forward(days=1)
    driver.click("consent_handover_0_oral")
    assert driver.says("handoverState") == "nog invullen en versturen"


def test_by_deadline_is_a_list_with_the_most_urgent_first(driver: Driver) -> None:
    driver.place.do(a_sent_handover)
    driver.look_again()
    driver.click("handoverByDeadline")
    assert not driver.page.board.lanes.isVisibleTo(driver.page)
    assert [row.row.title for row in driver.page.board.rows.rows()] == ["Daan Willems"]


def test_a_withdrawal_is_said_on_the_card(driver: Driver) -> None:
    patient_id = driver.place.do(a_dossier)
    driver.place.do(agree_to_share, patient_id)
    made = driver.place.do(handovers.create_handover, patient_id, MOZAIEK, Content())[1]
    driver.place.do(agree_to_share, patient_id, Decision.WITHDRAWN)
    driver.look_again()
    card = find(driver.page, BoardCard, f"handoverCard_{made}")
    assert "toestemming ingetrokken, niets verzonden" in card.accessibleName()


@pytest.mark.parametrize("shows", ["board", "opened", "receivers", "form"])
def test_every_view_passes_the_machines_eye(driver: Driver, shows: str) -> None:
    made = driver.place.do(a_sent_handover)
    driver.look_again()
    if shows == "opened":
        driver.page.show_params({"handover": made})
        driver.settle()
        driver.click("handoverAccept")
    elif shows != "board":
        driver.page.show_params({"patient": driver.place.do(a_dossier, "Bram")})
        driver.settle()
    if shows == "form":
        driver.choose_row("handoverReceivers", MOZAIEK)
    assert inspect(driver.page) == []


def test_the_keyboard_goes_to_the_next_step_and_to_the_header_when_nothing_is_left(driver: Driver) -> None:
    made = driver.place.do(a_sent_handover)
    driver.page.show_params({"handover": made})
    driver.settle()
    driver.page.activateWindow()

    def focused() -> str:
        driver.settle()
        now = QApplication.focusWidget()
        return now.objectName() if now is not None else ""

    driver.click("handoverAccept")
    driver.type("handoverDay", "24-11")
    QTest.keyClick(find(driver.page, QWidget, "handoverDay"), Qt.Key.Key_Return)
    assert focused() == "handoverBegin"
    QTest.keyClick(find(driver.page, QWidget, "handoverBegin"), Qt.Key.Key_Space)
    QTest.keyClick(find(driver.page, QWidget, "handoverDay"), Qt.Key.Key_Return)
    assert focused() == "handoverComplete"
    driver.click("handoverCall")
    driver.click("handoverMadeYes")
    driver.click("handoverConfirm")
    driver.click("handoverComplete")
    QTest.keyClick(find(driver.page, QWidget, "handoverConfirmedBy"), Qt.Key.Key_Return)
    assert driver.stored().status is HandoverStatus.COMPLETED
    now = QApplication.focusWidget()
    assert now is not None
    assert driver.page.header.isAncestorOf(now)
