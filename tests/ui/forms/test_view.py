"""Every form of the program on screen: filled, read back, and what is wrong said beside the field."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QWidget

from gpconnect.domain.forms import Form, Item, ItemKind, check_answers, parse_form
from gpconnect.services.resources import load_codes, load_forms
from gpconnect.ui.forms.view import FormView, code_words
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Scroller
from tests.ui.conftest import Heard

FORMS = load_forms()
ANSWERS: dict[ItemKind, Any] = {
    ItemKind.TEXT: "kort",
    ItemKind.LONG_TEXT: "lang\nverhaal",
    ItemKind.NUMBER: 3,
    ItemKind.DATE: "2026-11-24",
}


def an_answer(item: Item) -> Any:
    """Some right answer."""
    if item.kind in ANSWERS:
        return ANSWERS[item.kind]
    if item.kind in {ItemKind.SCALE, ItemKind.SCORE}:
        return item.maximum
    first = item.options[0].value if item.options else load_codes()[item.codes].keys()[0]
    return [first] if item.kind is ItemKind.SEVERAL else first


@pytest.mark.parametrize("form", FORMS.values(), ids=[f"{one}-{version}" for one, version in FORMS])
def test_every_form_gives_back_what_was_answered(form: Form, shown: Callable[..., QWidget]) -> None:
    answers = {item.id: an_answer(item) for item in form.items}

    view = FormView(form, answers, code_words(load_codes()))
    around = Scroller(view)
    shown(around)

    assert view.value() == answers
    assert inspect(around) == []
    view.set_value({})
    assert view.value() == {}


def small_form() -> Form:
    return parse_form(
        {
            "id": "small",
            "version": 1,
            "purpose": "note",
            "title": "Klein",
            "items": [
                {"id": "safe", "kind": "choice", "label": "Veilig?", "required": True,
                 "options": [{"value": "yes", "label": "Ja"}, {"value": "no", "label": "Nee"}]},
                {"id": "why", "kind": "long_text", "label": "Waarom?", "required": True,
                 "show_when": {"item": "safe", "equals": "no"}},
                {"id": "amount", "kind": "number", "label": "Hoe vaak?", "minimum": 0, "maximum": 9},
                {"id": "day", "kind": "date", "label": "Wanneer?"},
                {"id": "mark", "kind": "score", "label": "Cijfer", "minimum": 1, "maximum": 10,
                 "low_label": "slecht", "high_label": "goed"},
            ],
        },
        "small/1.toml",
    )  # fmt: skip


def test_a_question_appears_when_its_answer_is_given(shown: Callable[..., QWidget], heard: Heard) -> None:
    view = FormView(small_form())
    view.changed.connect(heard.hear)
    shown(view)
    assert not view.row("why").isVisibleTo(view)

    chips: Any = view.field("safe")
    QTest.mouseClick(chips.chip("no"), Qt.MouseButton.LeftButton)

    assert view.row("why").isVisibleTo(view)
    assert len(heard.items) == 1


def test_what_is_wrong_stands_beside_the_field_and_goes_while_it_is_mended(shown: Callable[..., QWidget]) -> None:
    view = FormView(small_form(), {"safe": "no", "other": "van vroeger"})
    shown(view)
    QTest.keyClicks(view.field("amount"), "12")
    _, problems = check_answers(view.form, view.value())

    view.show_problems(problems)

    assert view.row("why").error() == "Vul dit nog in."
    assert "0" in view.row("amount").error()
    QTest.keyClicks(view.field("why"), "x")
    assert view.row("why").error() == ""
    assert view.value()["why"] == "x"
    assert view.value()["other"] == "van vroeger"


def test_numbers_dates_and_marks_are_plain_values(shown: Callable[..., QWidget]) -> None:
    view = FormView(small_form())
    shown(view)
    QTest.keyClicks(view.field("amount"), "2,5")
    day = view.field("day").findChild(QDateEdit)
    assert isinstance(day, QDateEdit)
    day.setDate(QDate(2026, 12, 1))
    view.focus_first()

    assert view.value() == {"amount": 2.5, "day": "2026-12-01"}
    view.field("amount").set_value("veel")
    assert view.value()["amount"] == "veel"


@pytest.mark.parametrize(("kind", "limit"), [("text", 200), ("long_text", 20_000)])
def test_far_too_much_is_said_at_once_and_nothing_is_cut(kind: str, limit: int, shown: Callable[..., QWidget]) -> None:
    item = {"id": "said", "kind": kind, "label": "Gezegd"}
    data = {"id": "try", "version": 1, "purpose": "note", "title": "Proef", "items": [item]}
    view = FormView(parse_form(data, "try/1.toml"))
    shown(view)
    field: Any = view.field("said")
    QApplication.clipboard().setText("x" * (limit + 1))
    field.setFocus()
    field.paste()
    QApplication.clipboard().clear()
    number = f"{limit + 1} tekens"
    assert number in view.row("said").error()
    assert len(view.value()["said"]) == limit + 1

    QTest.keyClicks(field, "y")
    assert f"{limit + 2} tekens" in view.row("said").error()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert view.row("said").error() == ""

    view.set_value({"said": "x" * (limit + 1)})
    assert number in view.row("said").error(), "a draft that is too long says so when it is opened"
    view.set_value({"said": "kort"})
    assert view.row("said").error() == ""
