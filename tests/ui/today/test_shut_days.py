"""*Vandaag* when a half-day does not take place: who must hear of it, and the way to another time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gpconnect.domain.changes import Changes
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.schedule import (
    Closure,
)
from gpconnect.services import duties, half_days, rebooking, replanning
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.inspection import inspect
from tests.services.visits_help import a_booking
from tests.ui.today.test_page import opened, words_on
from tests.ui.waiting import until
from tests.ui.workplace import Opens, find


def shut_today(session: Session) -> Changes:
    """The coordinator closed this day, after Noor was booked."""
    closure = Closure("c0" * 16, session.today(), session.today(), "Studiedag")
    with transaction(session.db):
        rows.put(session.db, closure)
    return Changes(frozenset({"closure"}))


@pytest.mark.parametrize("who", ["gp", "worker"])
def test_an_appointment_on_a_closed_day_is_told_with_the_way_to_move_it(desk_of: Opens, who: str) -> None:
    place = desk_of(who)
    visit = place.do(a_booking, 5)
    page = opened(place)
    assert not page.replan.isVisibleTo(page)
    place.do(shut_today)

    told = " ".join(one.text() for one in page.replan.findChildren(QLabel))
    assert "Noor van den Berg" in told
    assert "Studiedag" in told
    assert page.duties.rows.rows() == [], "it stands in one place, with the times"
    assert ("Praktijk De Waluwe belt." in told) is (who == "worker"), "one of the two phones"
    assert bool(page.replan.findChildren(QPushButton, "replanOffer")) is (who == "gp")
    waluwe = next(one for one in page.cards if one.view.site_name == "Praktijk De Waluwe")
    assert [row.key for row in waluwe.view.rows] == [visit], "what was free is not called free"
    QTest.mouseClick(find(page.replan, QPushButton, "replanOpen"), Qt.MouseButton.LeftButton)
    assert place.went == [("agenda", {"appointment": visit})]
    assert inspect(page) == []


def test_called_off_families_get_another_time_from_vandaag_with_one_action(desk_of: Opens) -> None:
    place = desk_of("gp")
    visits_ = [place.do(a_booking, number, given_name=name) for number, name in ((2, "Noor"), (4, "Bo"))]
    page = opened(place)
    half_day = page.cards[0].view.id
    place.do(half_days.call_off, half_day, "geen kamer vrij")
    assert "Gaat niet door: geen kamer vrij" in words_on(page)
    assert "Bel voor een andere tijd" in words_on(page)
    assert [one.visit is not None for one in page.cards[0].view.rows] == [True, True], "no place is called free"
    offers = page.replan.findChildren(QPushButton, "replanOffer")
    assert all(one.text().endswith(" · Sanne") for one in offers), "a time says with whom"
    assert len({one.text() for one in offers}) == len(offers) == 6, "nobody is proposed what another is"
    until(lambda: inspect(page) == [])  # the card that came makes the others lay themselves out once more

    offers[0].setFocus()
    QTest.mouseClick(offers[0], Qt.MouseButton.LeftButton)
    assert place.settle()
    until(lambda: page.replan.isAncestorOf(QApplication.focusWidget() or page))
    at = QApplication.focusWidget()
    assert isinstance(at, QPushButton)
    assert at.accessibleName().startswith("Verzet Bo "), "the next family of the list has the keyboard"
    assert place.toasts[-1][0] == "Verplaatst."
    assert DutyKind.TELL_NEW_TIME not in {one.duty.kind for one in place.do(duties.list_duties)}, "they chose it"
    assert [one.appointment_id for one in place.do(replanning.to_replan)] == visits_[1:]
    place.toasts[-1][1]()
    assert place.settle()
    assert [one.appointment_id for one in place.do(replanning.to_replan)] == visits_, "taken back: to be phoned again"
    place.do(rebooking.cancel, visits_[0], "ziek")
    place.do(half_days.take_back, half_day)
    assert not page.replan.isVisibleTo(page)


def test_of_two_families_moved_right_after_each_other_each_notice_takes_its_own_back(desk_of: Opens) -> None:
    place = desk_of("gp")
    noor, bo = (place.do(a_booking, number, given_name=name) for number, name in ((2, "Noor"), (4, "Bo")))
    page = opened(place)
    place.do(half_days.call_off, page.cards[0].view.id, "geen kamer vrij")
    first, *_, last = page.replan.findChildren(QPushButton, "replanOffer")
    said = len(place.toasts)
    first.click()
    last.click()
    assert place.settle()
    assert [words for words, _ in place.toasts[said:]] == ["Verplaatst."] * 2
    assert place.do(replanning.to_replan) == ()

    place.toasts[said][1]()
    assert place.settle()
    assert [one.appointment_id for one in place.do(replanning.to_replan)] == [noor]
    place.toasts[said + 1][1]()
    assert place.settle()
    assert [one.appointment_id for one in place.do(replanning.to_replan)] == [noor, bo]


def test_who_led_a_half_day_that_was_called_off_is_not_asked_to_close_it(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place)
    assert len(page.findChildren(QPushButton, "todayClose")) == 2
    place.do(half_days.call_off, page.cards[0].view.id, "geen kamer vrij")
    assert len(page.findChildren(QPushButton, "todayClose")) == 1
    assert "er staat niemand meer in dit dagdeel" in words_on(page)


def test_a_closed_day_with_nobody_on_it_says_so_once_the_last_was_moved(desk_of: Opens) -> None:
    place = desk_of("gp")
    visit = place.do(a_booking, 5)
    page = opened(place)
    place.do(shut_today)
    assert "gesloten: Studiedag" in words_on(page)
    place.do(rebooking.cancel, visit, "ziek")

    assert "Gesloten: Studiedag" in words_on(page)
    assert "er staat niemand meer op deze dag" in words_on(page)
    assert inspect(page) == []
