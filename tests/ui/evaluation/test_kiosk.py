"""The locked screen: one question at a time, skipping is fine, and one way out: the worker's passphrase."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from shiboken6 import isValid

from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.staff import Role
from gpconnect.services import evaluations
from gpconnect.services.evaluations import FormKey
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.areas import areas_of
from gpconnect.ui.evaluation.kiosk import Kiosk
from gpconnect.ui.evaluation.kiosk_buttons import LEAST_HEIGHT, BigButton
from gpconnect.ui.evaluation.page import EvaluationPage
from gpconnect.ui.evaluation.worker_part import WorkerPart
from gpconnect.ui.inspection import inspect
from gpconnect.ui.main_window import MainWindow
from tests.services.conftest import PASSPHRASE
from tests.services.evaluation_help import EPISODE, a_closed_episode
from tests.ui.workplace import Workplace, find

Opens = Callable[[str], Workplace]
CHILD_AT_END = FormKey(EPISODE, Moment.END, Voice.CHILD)
PARENT_AT_END = FormKey(EPISODE, Moment.END, Voice.PARENT)


def responses(session: Session) -> list[Response]:
    return rows.where(session.db, Response)


@pytest.fixture
def place(desk_of: Opens) -> Workplace:
    made = desk_of("worker")
    made.do(a_closed_episode)
    return made


def opened(place: Workplace, key: FormKey = CHILD_AT_END) -> Kiosk:
    page = EvaluationPage(place.desk)
    place.show(page)
    click(place, page, f"askScreen_{key.moment}_{key.voice}")
    part = page.part
    assert isinstance(part, WorkerPart)
    assert part.kiosk is not None
    return part.kiosk


def click(place: Workplace, root: QWidget, name: str, kind: type[QWidget] = QPushButton) -> None:
    QTest.mouseClick(find(root, kind, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def answer(place: Workplace, kiosk: Kiosk, value: str) -> None:
    click(place, kiosk, f"kioskAnswer_{value}", BigButton)
    click(place, kiosk, "kioskNext")


def says(kiosk: Kiosk, words: str) -> bool:
    return any(words in one.text() for one in kiosk.findChildren(QLabel) if one.isVisibleTo(kiosk))


def gone(place: Workplace, kiosk: Kiosk) -> bool:
    assert place.settle()
    return not isValid(kiosk) or not kiosk.isVisible()


def test_the_first_page_says_who_reads_it_and_the_last_that_it_is_done(place: Workplace) -> None:
    kiosk = opened(place)
    assert says(kiosk, "Hoi Noor")
    assert says(kiosk, "Sanne en de jeugdwerkers van het team lezen je antwoorden")
    assert inspect(kiosk) == []
    click(place, kiosk, "kioskBegin")
    for value in ("4", "5", "3", "5", "4"):
        assert inspect(kiosk) == []
        answer(place, kiosk, value)
    QTest.keyClicks(find(kiosk, QLineEdit, "kioskText"), "Dank je")
    click(place, kiosk, "kioskNext")

    (response,) = place.do(responses)
    assert response.answers == {
        "moment": "end",
        "today": 4,
        "home": 5,
        "school": 3,
        "heard": 5,
        "better": 4,
        "wish": "Dank je",
    }
    assert response.entered_how is EnteredHow.KIOSK
    assert says(kiosk, "Geef het scherm terug aan Sanne")
    kiosk.let_go()


def test_after_handing_in_only_the_passphrase_leads_out(place: Workplace) -> None:
    """A child that presses the last button, or any key, never comes onto the worker's page."""
    kiosk = opened(place)
    click(place, kiosk, "kioskBegin")
    answer(place, kiosk, "4")
    for _ in range(5):
        click(place, kiosk, "kioskNext")
    assert says(kiosk, "Dank je wel")

    for _ in range(2):
        QTest.keyClick(kiosk, Qt.Key.Key_Escape)
        assert place.settle()
        assert not kiosk.close()
        assert kiosk.is_locked
        assert not [one for one in kiosk.findChildren(QPushButton, "kioskResume") if one.isVisibleTo(kiosk)]
    assert inspect(kiosk) == []

    QTest.keyClicks(find(kiosk, QLineEdit, "kioskPassphrase"), PASSPHRASE)
    QTest.mouseClick(find(kiosk, QPushButton, "kioskUnlock"), Qt.MouseButton.LeftButton)
    assert gone(place, kiosk)


def test_the_last_button_asks_for_the_passphrase(place: Workplace) -> None:
    kiosk = opened(place)
    click(place, kiosk, "kioskBegin")
    answer(place, kiosk, "4")
    for _ in range(5):
        click(place, kiosk, "kioskNext")
    click(place, kiosk, "kioskDone")

    assert kiosk.is_locked
    assert says(kiosk, "Geef het scherm terug")
    kiosk.let_go()


def test_targets_are_large(place: Workplace) -> None:
    kiosk = opened(place)
    click(place, kiosk, "kioskBegin")

    big = [*kiosk.findChildren(BigButton), find(kiosk, QPushButton, "kioskNext")]
    assert min(one.height() for one in big if one.isVisibleTo(kiosk)) >= LEAST_HEIGHT


def test_digits_choose_and_enter_goes_on(place: Workplace) -> None:
    kiosk = opened(place)
    click(place, kiosk, "kioskBegin")
    assert kiosk.question is not None

    QTest.keyClick(kiosk.question, Qt.Key.Key_4)
    QTest.keyClick(kiosk.question, Qt.Key.Key_A)
    assert kiosk.answers["today"] == 4
    QTest.keyClick(kiosk.question, Qt.Key.Key_Return)

    assert place.settle()
    assert says(kiosk, "Vraag 2 van 6")


def test_a_question_may_be_skipped_and_one_may_go_back(place: Workplace) -> None:
    kiosk = opened(place, PARENT_AT_END)
    click(place, kiosk, "kioskBegin")
    answer(place, kiosk, "2")
    assert find(kiosk, QPushButton, "kioskNext").text() == "Overslaan"
    click(place, kiosk, "kioskBack")
    assert find(kiosk, BigButton, "kioskAnswer_2").isChecked()
    for _ in range(4):
        click(place, kiosk, "kioskNext")
    answer(place, kiosk, "03")
    answer(place, kiosk, "0")
    field = find(kiosk, QPlainTextEdit, "kioskText")
    assert find(kiosk, QPushButton, "kioskNext").text() == "Inleveren"
    QTest.keyClicks(field, "Vaker")
    click(place, kiosk, "kioskNext")

    (response,) = place.do(responses)
    assert response.answers == {"moment": "end", "going": 2, "without_help": "03", "recommend": 0, "open": "Vaker"}
    kiosk.let_go()


def test_no_key_and_no_closing_leads_out_and_what_was_answered_stays(place: Workplace) -> None:
    kiosk = opened(place)
    click(place, kiosk, "kioskBegin")
    answer(place, kiosk, "2")

    assert not kiosk.close()
    QTest.keyClick(kiosk, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(kiosk, Qt.Key.Key_Escape)
    assert place.settle()
    QTest.keyClicks(find(kiosk, QLineEdit, "kioskPassphrase"), "laat me eruit alsjeblieft")
    QTest.keyClick(find(kiosk, QLineEdit, "kioskPassphrase"), Qt.Key.Key_Return)
    assert place.settle()
    assert kiosk.is_locked
    assert find(kiosk, QLineEdit, "kioskPassphrase").text() == ""

    click(place, kiosk, "kioskResume")
    assert says(kiosk, "Vraag 2 van 6")
    click(place, kiosk, "kioskLeave")
    QTest.keyClicks(find(kiosk, QLineEdit, "kioskPassphrase"), PASSPHRASE)
    QTest.mouseClick(find(kiosk, QPushButton, "kioskUnlock"), Qt.MouseButton.LeftButton)
    assert gone(place, kiosk)
    assert place.do(evaluations.open_form, CHILD_AT_END).answers["today"] == 2


def test_who_comes_back_goes_on_where_they_were(place: Workplace) -> None:
    place.do(evaluations.save_half_filled, CHILD_AT_END, {"moment": "end", "today": 2})
    kiosk = opened(place)

    assert find(kiosk, QPushButton, "kioskBegin").text() == "Ga verder"
    click(place, kiosk, "kioskLeave")
    click(place, kiosk, "kioskResume")

    assert says(kiosk, "Vraag 1 van 6")
    kiosk.let_go()


def test_before_beginning_one_comes_back_to_the_welcome(place: Workplace) -> None:
    kiosk = opened(place)
    click(place, kiosk, "kioskLeave")
    click(place, kiosk, "kioskUnlock")
    click(place, kiosk, "kioskResume")

    assert says(kiosk, "Hoi Noor")
    kiosk.let_go()


def test_handing_in_nothing_is_said_and_nothing_is_lost(place: Workplace) -> None:
    kiosk = opened(place)
    click(place, kiosk, "kioskBegin")
    for _ in range(6):
        click(place, kiosk, "kioskNext")

    assert kiosk.is_locked
    assert not place.do(responses)
    assert find(kiosk, QPushButton, "kioskNext").isEnabled()
    kiosk.let_go()


def test_an_answer_too_long_leads_back_to_its_question(place: Workplace) -> None:
    kiosk = opened(place, PARENT_AT_END)
    click(place, kiosk, "kioskBegin")
    for _ in range(6):
        click(place, kiosk, "kioskNext")
    field = find(kiosk, QPlainTextEdit, "kioskText")
    field.setPlainText("x" * 1001)
    click(place, kiosk, "kioskNext")

    assert says(kiosk, "Vraag 7 van 7")
    assert says(kiosk, "1000")
    kiosk.let_go()


def test_the_keys_of_the_program_do_nothing_behind_it(place: Workplace) -> None:
    window = MainWindow(place.desk, areas_of(Role.YOUTH_WORKER))
    place.show(window)
    window.open("evaluation")
    assert place.settle()
    click(place, window, "askScreen_end_child")
    (kiosk,) = window.findChildren(Kiosk)
    click(place, kiosk, "kioskBegin")

    for chord in ("Ctrl+1", "Ctrl+N", "Ctrl+K", "Ctrl+I", "F1", "Ctrl+Q", "Alt+F4"):
        QTest.keySequence(kiosk, QKeySequence(chord))

    assert place.settle()
    assert window.rail.current() == "evaluation"
    assert kiosk.isVisible()
    assert says(kiosk, "Vraag 1 van 6")
    kiosk.let_go()


def test_when_the_program_locks_itself_the_screen_goes_too(place: Workplace) -> None:
    kiosk = opened(place)
    click(place, kiosk, "kioskBegin")

    covered = kiosk.parentWidget()
    assert covered is not None
    covered.hide()

    assert gone(place, kiosk)


def test_when_the_program_locks_itself_the_answer_on_the_screen_is_kept_too(place: Workplace) -> None:
    kiosk = opened(place)
    click(place, kiosk, "kioskBegin")
    assert kiosk.question is not None
    QTest.keyClick(kiosk.question, Qt.Key.Key_4)
    window = kiosk.parentWidget()
    assert window is not None
    window.hide()

    assert gone(place, kiosk)
    assert place.do(evaluations.open_form, CHILD_AT_END).answers["today"] == 4
