"""The board of handovers: who is asked something, what is late, and the way of the Tab key."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from gpconnect.services import handovers
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import BoardCard
from tests.services.conftest import Clock
from tests.ui.handovers.driver import Driver, a_sent_handover
from tests.ui.workplace import find


def test_what_asks_something_of_me_says_so_and_a_past_date_is_chosen_again(driver: Driver, clock: Clock) -> None:
    made = driver.place.do(a_sent_handover)
    driver.place.do(handovers.postpone, made, date(2026, 11, 26))
    driver.look_again()
    card = find(driver.page, BoardCard, f"handoverCard_{made}")
    assert card.accessibleName().endswith("ontvanger vraagt do 26 nov: past dat? · aan jou")
    clock.forward(days=3)
    driver.look_again()
    card = find(driver.page, BoardCard, f"handoverCard_{made}")
    assert card.accessibleName().endswith("datum voorbij: kies opnieuw · aan jou")


def test_after_six_weeks_the_sender_asks_for_the_confirmation(driver: Driver, clock: Clock) -> None:
    made = driver.place.do(a_sent_handover)
    driver.place.do(handovers.accept, made, None, by="Iris Blok", read_back="Klopt")
    driver.place.do(handovers.begin, made, by="Iris Blok")
    driver.place.do(handovers.call_back, made, "Er is contact", made=True)
    clock.forward(weeks=6)
    driver.look_again()
    assert "ontvanger bevestigt nog" in find(driver.page, BoardCard, f"handoverCard_{made}").accessibleName()
    clock.forward(days=1)
    driver.look_again()
    card = find(driver.page, BoardCard, f"handoverCard_{made}")
    assert card.accessibleName().endswith("vraag om bevestiging · aan jou")
    QTest.keyClick(card, Qt.Key.Key_Return)
    driver.settle()
    assert find(driver.page, QAbstractButton, "handoverComplete").property("role") == "primary"


def test_on_the_board_tab_goes_through_the_header_first(driver: Driver) -> None:
    made = driver.place.do(a_sent_handover)
    driver.place.do(handovers.cancel, made, "Toch niet")
    driver.look_again()
    assert inspect(driver.page) == []
    driver.click("handoverFold")
    driver.click("handoverByDeadline")
    assert inspect(driver.page) == []
