"""Evaluatie on a real file: the locked screen, paper, the worker's own form, goals, and the GP's four clicks."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from gpconnect.ui.evaluation.big import BigChoice
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from gpconnect.domain.care import Goal
from gpconnect.domain.evaluation import EnteredHow, Response, Voice
from gpconnect.services import evaluations
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.evaluation.kiosk import Kiosk
from gpconnect.ui.evaluation.page import EvaluationPage
from gpconnect.ui.inspection import inspect
from tests.services.conftest import PASSPHRASE
from tests.services.dossier_help import a_dossier
from tests.services.test_evaluations import ENDED, closed_help
from tests.ui.evaluation.conftest import Opens
from tests.ui.workplace import Workplace, find

Shown = Callable[..., QWidget]


def responses(session: Session) -> list[Response]:
    return rows.where(session.db, Response)


def all_goals(session: Session) -> list[Goal]:
    return rows.where(session.db, Goal)


class Driver:
    """The page of one desk, and how a person works it."""

    def __init__(self, place: Workplace, shown: Shown) -> None:
        self.place = place
        self.page = EvaluationPage(place.desk)
        shown(self.page)
        self.settle()

    def settle(self) -> None:
        assert self.place.tasks.idle()
        QTest.qWait(1)
        assert self.place.tasks.idle()

    def click(self, name: str, within: QWidget | None = None) -> None:
        QTest.mouseClick(find(within or self.page, QAbstractButton, name), Qt.MouseButton.LeftButton)
        self.settle()

    def enter(self, name: str, words: str, within: QWidget | None = None) -> None:
        field = find(within or self.page, QLineEdit, name)
        field.setFocus()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def begin(self, **named: Any) -> str:
        made = str(self.place.do(a_dossier, **named))
        self.page.reload()
        self.settle()
        return made

    @property
    def kiosk(self) -> Kiosk:
        assert self.page.kiosk is not None
        return self.page.kiosk


@pytest.fixture
def driver(desk_of: Opens, shown: Shown) -> Iterator[Driver]:
    made = Driver(desk_of("worker"), shown)
    yield made
    if made.page.kiosk is not None:
        made.page.kiosk._end()


@pytest.fixture
def gp(desk_of: Opens, shown: Shown) -> Driver:
    return Driver(desk_of("gp"), shown)


def test_without_anybody_to_ask_the_page_says_when_there_will_be(driver: Driver) -> None:
    assert not driver.page.cards
    assert inspect(driver.page) == []


def test_four_voices_stand_side_by_side_and_the_gp_is_asked_elsewhere(driver: Driver) -> None:
    driver.begin(ended_on=ENDED)
    names = {one.objectName() for one in driver.page.findChildren(QAbstractButton) if one.isVisibleTo(driver.page)}

    assert {"kiosk_end_child", "paper_end_parent", "screen_end_worker"} <= names
    assert not {name for name in names if name.endswith("_gp")}
    assert inspect(driver.page) == []


def test_a_child_fills_in_the_locked_screen_and_hands_it_in(driver: Driver) -> None:
    driver.begin()
    driver.click("kiosk_start_child")
    kiosk = driver.kiosk
    assert kiosk.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert "Daan" not in kiosk.windowTitle()
    driver.click("kioskStart", kiosk)
    for _ in range(4):
        assert all(one.height() >= 64 for one in kiosk.findChildren(BigChoice) if one.isVisibleTo(kiosk))
        driver.click("answer_4", kiosk)
        driver.click("kioskNext", kiosk)
    driver.click("kioskNext", kiosk)
    driver.click("kioskHandIn", kiosk)

    (response,) = driver.place.do(responses)
    assert (response.entered_how, response.answers["home"]) == (EnteredHow.KIOSK, 4)
    driver.click("kioskStop", kiosk)
    driver.enter("kioskPassphrase", PASSPHRASE, kiosk)
    assert driver.page.kiosk is None
    assert driver.place.toasts[-1][0] == "Ingeleverd."


def test_only_the_passphrase_leads_out_and_what_was_answered_is_kept(driver: Driver) -> None:
    driver.begin()
    driver.click("kiosk_start_child")
    kiosk = driver.kiosk
    driver.click("kioskStart", kiosk)
    driver.click("answer_2", kiosk)
    kiosk.close()
    assert kiosk.isVisible()
    driver.enter("kioskPassphrase", "laat me eruit", kiosk)
    assert kiosk.isVisible()
    driver.click("kioskStay", kiosk)
    QTest.keyClick(kiosk, Qt.Key.Key_Escape)
    driver.enter("kioskPassphrase", PASSPHRASE, kiosk)

    assert driver.page.kiosk is None
    assert not driver.place.do(responses)
    (one,) = driver.place.do(evaluations.overview).episodes
    assert [form.half for form in one.open] == [True, False]


def test_behind_the_locked_screen_the_program_takes_no_key_and_no_click(driver: Driver) -> None:
    driver.begin()
    driver.click("kiosk_start_child")
    field = driver.page.code
    QTest.keyClicks(field, "ABC")
    assert not field.text()
    driver.kiosk.close()
    driver.enter("kioskPassphrase", PASSPHRASE, driver.kiosk)
    QTest.keyClicks(field, "ABC")
    assert field.text() == "ABC"


def test_going_back_and_on_keeps_every_answer(driver: Driver) -> None:
    driver.begin(given_name="Lotte", birth_date=date(2010, 2, 2))
    driver.click("kiosk_start_child")
    kiosk = driver.kiosk
    driver.click("kioskStart", kiosk)
    driver.click("answer_5", kiosk)
    driver.click("kioskNext", kiosk)
    driver.click("kioskPrevious", kiosk)
    assert find(kiosk, QAbstractButton, "answer_5").isChecked()
    driver.click("kioskPrevious", kiosk)
    driver.click("kioskStart", kiosk)
    assert kiosk.answers["going"] == 5


def test_a_code_on_paper_opens_its_form_to_type_over(driver: Driver) -> None:
    driver.begin()
    (one,) = driver.place.do(evaluations.overview).episodes
    parent = next(form for form in one.open if form.key.voice is Voice.PARENT)
    driver.enter("evaluationCode", "ZZZ")
    assert driver.page.code_row.error()
    driver.page.code.clear()
    driver.enter("evaluationCode", parent.key.code)
    assert driver.page.typed is not None
    QTest.mouseClick(driver.page.typed.form.field("going")._chips.chip("4"), Qt.MouseButton.LeftButton)
    driver.click("evaluationHandIn")

    (response,) = driver.place.do(responses)
    assert (response.voice, response.entered_how, response.answers["going"]) == (Voice.PARENT, EnteredHow.PAPER, 4)
    assert driver.page.typed is None


def test_an_empty_form_is_not_handed_in_and_later_is_possible(driver: Driver) -> None:
    driver.begin(ended_on=ENDED)
    driver.click("screen_end_worker")
    driver.click("evaluationHandIn")
    assert find(driver.page, QWidget, "evaluationError").text()
    driver.click("evaluationLater")
    assert driver.page.typed is None
    assert driver.page.sheet.isVisibleTo(driver.page)


def test_a_goal_is_added_with_enter_and_scored_with_a_click(driver: Driver) -> None:
    driver.begin()
    driver.enter("goalWords0", "Weer een hele week naar school")
    QTest.mouseClick(driver.page.cards[0].goals[0].score.chip("0"), Qt.MouseButton.LeftButton)
    driver.settle()
    assert [(one.words, one.score_end) for one in driver.place.do(all_goals)] == [("Weer een hele week naar school", 0)]
    QTest.mouseClick(driver.page.cards[0].goals[0].score.chip("0"), Qt.MouseButton.LeftButton)
    driver.settle()
    assert driver.place.do(all_goals)[0].score_end is None
    driver.place.toasts[-1][1]()
    driver.settle()
    assert driver.place.do(all_goals)[0].archived


def test_one_child_at_a_time_from_the_dossier(driver: Driver) -> None:
    driver.begin()
    other = driver.place.do(a_dossier, given_name="Bram")
    driver.page.show_params({"patient": other})
    driver.settle()
    assert [card.patient_id for card in driver.page.cards] == [other]
    driver.click("evaluationAll")
    assert len(driver.page.cards) == 2


def test_the_gp_answers_in_four_clicks_and_it_saves_itself(gp: Driver) -> None:
    gp.place.do(closed_help, "e1" * 16)
    gp.page.reload()
    gp.settle()
    assert inspect(gp.page) == []
    assert gp.page.gp is not None
    (card,) = gp.page.gp.cards
    for field in card.fields.values():
        QTest.mouseClick(field._chips.chip("4"), Qt.MouseButton.LeftButton)
    gp.settle()

    (response,) = gp.place.do(responses)
    assert set(response.answers.values()) == {4}
    assert not gp.page.gp.cards


def test_the_gp_without_closed_help_reads_when_questions_come(gp: Driver) -> None:
    assert gp.page.gp is not None
    assert not gp.page.gp.cards
