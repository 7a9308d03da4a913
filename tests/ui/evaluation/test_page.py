"""*Evaluatie* through its window: who is asked, paper, the worker's own form, goals, and the GP's four clicks."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from gpconnect.domain.care import Goal
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.services import evaluations, goals
from gpconnect.services.evaluations import FormKey
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui import theme
from gpconnect.ui.evaluation.page import EvaluationPage
from gpconnect.ui.evaluation.paper import OneForm
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import ChipGroup, RowList
from tests.services.evaluation_help import CHILD, EPISODE, a_closed_episode, a_closing_feedback
from tests.ui.workplace import Workplace, find

Opens = Callable[[str], Workplace]
CHILD_AT_END = FormKey(EPISODE, Moment.END, Voice.CHILD)


def responses(session: Session) -> list[Response]:
    return rows.where(session.db, Response, order="handed_in_at")


def kept_goals(session: Session) -> list[Goal]:
    return rows.where(session.db, Goal)


def click(place: Workplace, page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def chip(place: Workplace, page: QWidget, group: str, key: str) -> None:
    found: ChipGroup = find(page, ChipGroup, group)
    QTest.mouseClick(found.chip(key), Qt.MouseButton.LeftButton)
    assert place.settle()


def fill(place: Workplace, page: QWidget, name: str, words: str) -> None:
    QTest.keyClicks(find(page, QLineEdit, name), words)
    assert place.settle()


def step(place: Workplace, page: EvaluationPage, item: str, key: str) -> None:
    field = page.findChild(QWidget, f"form_{item}")
    assert field is not None
    group = field if isinstance(field, ChipGroup) else field.findChild(ChipGroup)
    assert isinstance(group, ChipGroup)
    QTest.mouseClick(group.chip(key), Qt.MouseButton.LeftButton)
    assert place.settle()


def says(page: QWidget, words: str) -> bool:
    return any(words in one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def a_page(place: Workplace, *before: Callable[..., Any]) -> EvaluationPage:
    for service in before:
        place.do(service)
    page = EvaluationPage(place.desk)
    place.show(page)
    drawn(place)
    return page


def drawn(place: Workplace) -> None:
    """Rows that were just filled take their places in the next rounds of events."""
    for _ in range(3):
        QApplication.processEvents()
        assert place.settle()


def test_the_first_who_waits_is_shown_at_once_with_four_voices_beside_each_other(desk_of: Opens) -> None:
    page = a_page(desk_of("worker"), a_closed_episode)

    assert says(page, "Noor van den Berg, 10 jaar")
    assert says(page, "5 vragenlijsten wachten")
    assert says(page, "0 van 4 ingevuld")
    shown = [one for one in page.findChildren(QPushButton) if one.isVisibleTo(page)]
    assert [one.objectName() for one in shown if one.property("role") == "primary"] == ["askScreen_end_child"]
    assert inspect(page) == []


def test_at_200_percent_nothing_is_cut_and_tab_goes_down_the_page(desk_of: Opens, app: QApplication) -> None:
    theme.apply(app, theme.Theme(dark=True, scale=2.0))
    place = desk_of("worker")
    page = a_page(place, a_closed_episode)
    place.do(goals.add_goal, CHILD, "Slapen")
    page.reload()
    drawn(place)
    found = inspect(page)
    theme.apply(app, theme.Theme())

    assert found == []


def test_an_empty_page_says_what_comes_here(desk_of: Opens) -> None:
    page = a_page(desk_of("worker"))

    assert says(page, "Nog niemand om te vragen")
    assert inspect(page) == []


def test_a_code_from_paper_opens_the_form_and_it_is_typed_over(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = a_page(place, a_closed_episode)
    click(place, page, "evaluationPaper")
    fill(place, page, "paperCode", "nergens")
    click(place, page, "paperOpen")
    assert find(page, QLineEdit, "paperCode").text() == "nergens", "what was typed stays"
    find(page, QLineEdit, "paperCode").clear()
    fill(place, page, "paperCode", CHILD_AT_END.code)
    click(place, page, "paperOpen")
    assert inspect(page) == []

    click(place, page, "paperHandIn")
    assert not place.do(responses), "nothing was answered yet"
    step(place, page, "today", "4")
    step(place, page, "better", "5")
    click(place, page, "paperHandIn")

    (response,) = place.do(responses)
    assert response.answers == {"moment": "end", "today": 4, "better": 5}
    assert response.entered_how is EnteredHow.PAPER
    assert says(page, "1 van 4 ingevuld")


def test_typing_over_may_stop_halfway(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = a_page(place, a_closed_episode)
    click(place, page, "askPaper_end_child")
    step(place, page, "today", "2")

    click(place, page, "paperClose")

    assert place.do(evaluations.open_form, CHILD_AT_END).answers["today"] == 2
    assert not place.do(responses)


def test_an_answer_too_long_is_named_beside_its_question(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = a_page(place, a_closed_episode)
    click(place, page, "askOwn_end_worker")
    form = find(page, OneForm, "evaluationForm")
    form.form.field("learned").set_value("x" * 201)

    click(place, page, "paperHandIn")

    assert form.form.row("learned").error()
    form.form.field("learned").set_value("Sneller bellen")
    click(place, page, "paperHandIn")
    (response,) = place.do(responses)
    assert (response.voice, response.entered_how) == (Voice.WORKER, EnteredHow.SCREEN)


def test_what_was_answered_can_be_read(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(a_closed_episode)
    place.do(evaluations.hand_in, CHILD_AT_END, {"moment": "end", "today": 5, "wish": "Dank"}, EnteredHow.KIOSK)
    page = a_page(place)

    click(place, page, "askRead_end_child")

    assert says(page, "5 / 5 · heel goed")
    assert says(page, "Dank")
    click(place, page, "answersClose")
    assert not says(page, "5 / 5")


def test_a_goal_is_set_scored_taken_back_and_put_away_with_a_way_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = a_page(place, a_closed_episode)
    click(place, page, "goalAdd")
    assert not place.do(kept_goals)
    fill(place, page, "goalWords", "Weer slapen")
    click(place, page, "goalAdd")
    assert find(page, QLineEdit, "goalWords").text() == ""

    chip(place, page, "goalEnd_0", "1")
    assert place.do(kept_goals)[0].score_end == 1
    chip(place, page, "goalEnd_0", "1")
    assert place.do(kept_goals)[0].score_end is None

    click(place, page, "goalRemove_0")
    assert place.do(kept_goals)[0].archived
    place.toasts[-1][1]()
    assert place.settle()
    assert not place.do(kept_goals)[0].archived


def test_own_words_of_a_goal_stand_at_its_scores(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(a_closed_episode)
    place.do(goals.add_goal, CHILD, "Slapen", ("nooit", "zelden", "soms", "vaak", "meestal", "altijd"))
    page = a_page(place)

    assert find(page, ChipGroup, "goalEnd_0").chip("0").text() == "0 vaak"


def test_from_a_dossier_the_page_opens_on_that_child_and_everybody_is_one_click_away(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = a_page(place, a_closed_episode)

    page.show_params({"patient": CHILD})
    assert place.settle()
    assert says(page, "Noor van den Berg, 10 jaar")
    click(place, page, "evaluationAll")
    page.show_params({})
    assert find(page, RowList, "evaluationList").selected() == EPISODE


def test_four_clicks_of_the_gp_keep_themselves(desk_of: Opens) -> None:
    place = desk_of("gp")
    page = a_page(place, a_closing_feedback)
    assert says(page, "1 traject wacht")
    assert inspect(page) == []

    for item, key in (("gp_reach", "5"), ("gp_feedback", "4"), ("gp_lead", "4"), ("gp_time", "3")):
        assert not place.do(responses)
        chip(place, page, f"gp_{item}", key)

    (response,) = place.do(responses)
    assert response.answers == {"gp_reach": 5, "gp_feedback": 4, "gp_lead": 4, "gp_time": 3}
    assert says(page, "Alles is beantwoord")
    assert says(page, "Dit antwoord staat vast")
    find(page, RowList, "gpForms").select(EPISODE)


def test_a_practice_without_closed_episodes_reads_when_questions_come(desk_of: Opens) -> None:
    page = a_page(desk_of("gp"))

    assert says(page, "Niets te beantwoorden")
    assert inspect(page) == []
