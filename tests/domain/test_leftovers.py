"""What a note says beside its template: in sight, with its mark, and for nobody else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.forms import Form, Item, ItemKind, Option
from gpconnect.domain.handing_over import prefill
from gpconnect.domain.leftovers import ABOUT_ANOTHER, BEFORE, carry_over, grown
from gpconnect.domain.soap import prepare
from gpconnect.services.resources import load_forms
from tests.domain.test_soap import YES

FORMS = tuple(form for form in load_forms().values() if form.purpose == "note")
SECRET = "Vader drinkt"


def a_form(name: str, *items: Item) -> Form:
    return Form(name, 1, "note", name, items)


def long(key: str, **more: Any) -> Item:
    return Item(key, ItemKind.LONG_TEXT, key.capitalize(), **more)


@pytest.mark.parametrize("before", FORMS, ids=lambda form: form.id)
@pytest.mark.parametrize("after", FORMS, ids=lambda form: form.id)
def test_what_is_about_another_keeps_its_mark_on_every_template(before: Form, after: Form) -> None:
    marked = [item.id for item in before.items if item.third_party and item.kind is ItemKind.LONG_TEXT]
    answers = dict.fromkeys(marked, SECRET) | {"request": "Ik slaap slecht"}

    carried = carry_over(answers, before, after)
    form = grown(after, carried, FORMS)

    asked = {key: form.item(key) for key, value in carried.items() if SECRET in str(value)}
    assert len(asked) == len(marked)
    assert all(item is not None and item.third_party for item in asked.values())
    assert SECRET not in str(prepare(form, carried, YES))
    assert SECRET not in str(prefill([(form, carried)]))


@given(before=st.sampled_from(FORMS), after=st.sampled_from(FORMS), last=st.sampled_from(FORMS), data=st.data())
def test_no_sentence_is_lost_over_any_two_changes(before: Form, after: Form, last: Form, data: st.DataObject) -> None:
    texts = [item.id for item in before.items if item.kind in {ItemKind.TEXT, ItemKind.LONG_TEXT}]
    answers = data.draw(st.dictionaries(st.sampled_from([*texts, "unheard_of"]), st.text(min_size=1)))

    once = carry_over(answers, before, after)
    twice = carry_over(once, grown(after, once, FORMS), last)

    form = grown(last, twice, FORMS)
    assert sorted(twice.values()) == sorted(answers.values())
    assert all(form.item(key) for key, value in twice.items() if value.strip())


def test_the_same_name_for_something_else_takes_the_mark_elsewhere() -> None:
    before = a_form("before", long("home", third_party=True), long("others", third_party=True))
    after = a_form("after", long("home", soap="S"), Item("others", ItemKind.TEXT, "Anderen", topic="background"))

    carried = carry_over({"home": SECRET, "others": "Oma is ziek"}, before, after)

    assert carried == {ABOUT_ANOTHER: f"{SECRET}\n\nOma is ziek"}
    item = grown(after, carried, ()).item(ABOUT_ANOTHER)
    assert item is not None
    assert (item.third_party, item.label) == (True, "Over een ander")
    again = carry_over({"home": "En oom", ABOUT_ANOTHER: SECRET}, before, after)
    assert again == {ABOUT_ANOTHER: f"{SECRET}\n\nEn oom"}


def test_an_answer_that_does_not_fit_stands_beside_the_question_that_took_its_name() -> None:
    before = a_form("before", long("plan"))
    after = a_form("after", Item("plan", ItemKind.CHOICE, "Plan", options=(Option("yes", "Ja"),)))

    carried = carry_over({"plan": "Bellen\nen dan zien"}, before, after)
    twice = carry_over({**carried, "plan": "Nog iets"}, before, after)

    assert carried == {f"{BEFORE}plan": "Bellen\nen dan zien"}
    assert twice == {**carried, f"{BEFORE}{BEFORE}plan": "Nog iets"}
    form = grown(after, twice, (before, after))
    assert [item.label for item in form.items] == ["Plan", "Plan", "Plan"]
    assert [item.kind for item in form.items[1:]] == [ItemKind.LONG_TEXT, ItemKind.LONG_TEXT]


def test_several_lines_do_not_fit_on_one() -> None:
    before, after = a_form("before", long("wish")), a_form("after", Item("wish", ItemKind.TEXT, "Wens"))

    assert carry_over({"wish": "een"}, before, after) == {"wish": "een"}
    assert carry_over({"wish": "een\ntwee"}, before, after) == {f"{BEFORE}wish": "een\ntwee"}


def test_what_no_form_here_asks_is_shown_as_it_is_and_taken_for_about_another() -> None:
    form = a_form("one", long("wish"))

    shown = grown(form, {"wish": "x", "new": "een zin", "steps": 4, "chips": ["a"], "empty": " ", "none": None}, [form])

    found = [(item.id, item.kind, item.third_party, item.soap, item.topic) for item in shown.items[1:]]
    assert found == [
        ("new", ItemKind.LONG_TEXT, True, "", ""),
        ("steps", ItemKind.NUMBER, True, "", ""),
        ("chips", ItemKind.SEVERAL, True, "", ""),
    ]
    assert grown(form, {"wish": "x"}, [form]) is form
