"""Every note template, filled in by its own questions: kept, opened again, signed, and read as it was written."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from gpconnect.domain.forms import Form, Item, ItemKind, visible_items
from gpconnect.domain.handing_over import prefill
from gpconnect.domain.notes import Note
from gpconnect.domain.schedule import VisitKind
from gpconnect.domain.soap import in_words, prepare
from gpconnect.services import notes, resources, templates
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.domain.test_soap import YES
from tests.services.visits_help import a_booking

FORMS = [form for form in resources.load_forms().values() if form.purpose == "note"]
SECRET = "over een ander"


def an_answer(item: Item) -> Any:
    """Something that a worker could answer; of several things all of them."""
    listed = resources.load_codes()[item.codes].keys() if item.codes else ()
    given: dict[ItemKind, Any] = {
        ItemKind.TEXT: f"{item.id} é 😕",
        ItemKind.LONG_TEXT: SECRET if item.third_party else f"{item.id}\n\tregel twee",
        ItemKind.NUMBER: 3,
        ItemKind.DATE: "2026-11-24",
        ItemKind.SCALE: item.maximum,
        ItemKind.SCORE: item.minimum,
        ItemKind.SEVERAL: [one.value for one in item.options] or list(listed),
    }
    return given[item.kind]


def filled(form: Form) -> Iterator[dict[str, Any]]:
    """The form filled in along each of its ways: every answer to every choice, with all that is asked then."""
    choices = [item for item in form.items if item.kind is ItemKind.CHOICE]
    for chosen in product(*([option.value for option in item.options] for item in choices)):
        given = {item.id: an_answer(item) for item in form.items if item.kind is not ItemKind.CHOICE}
        given |= {item.id: value for item, value in zip(choices, chosen, strict=True)}
        yield {item.id: given[item.id] for item in visible_items(form, given)}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.id}-{form.version}")
def test_a_template_is_filled_kept_opened_signed_and_read_along_each_of_its_ways(worker: Session, form: Form) -> None:
    kind = VisitKind.PEER_CONSULTATION if form.id == "peer_consultation" else VisitKind.FOLLOW_UP
    visit = a_booking(worker, visit=kind)
    asked: set[str] = set()
    for answers in filled(form):
        _, view = notes.open_visit(worker, visit)
        draft = replace(
            view.draft, id=worker.new_id(), template=form.id, template_version=form.version, answers=answers
        )
        notes.save_draft(worker, draft)
        _, again = notes.open_draft(worker, draft.id)
        assert again.draft.answers == answers

        _, signed = notes.sign(worker, again.draft)

        assert not signed.problems
        note = rows.require(worker.db, Note, signed.note_id)
        assert note.answers == answers
        assert (note.template, note.template_version) == (form.id, form.version)
        assert all(in_words(item, answers[item.id], {}) for item in form.items if item.id in answers)
        asked |= set(answers)
        told = str((prepare(form, note.answers, YES), prefill([(form, note.answers)])))
        assert SECRET not in told
    assert asked == {item.id for item in form.items}, "a question that no answer leads to"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.id}-{form.version}")
def test_a_question_has_no_other_meaning_elsewhere(form: Form) -> None:
    """Changing the template halfway keeps an answer under its name, so a name means one thing."""
    for other in FORMS:
        for item in form.items:
            same = other.item(item.id)
            if same is not None:
                assert [one.value for one in same.options] == [one.value for one in item.options]
                assert same.third_party is item.third_party


def test_a_plan_asks_what_the_law_counts_from() -> None:
    """Jeugdwet 4.1.2 and 4.1.3: offered first, why not, and from which day the six weeks run."""
    family = templates.form_of("family_plan", 1)

    asked = {said: {item.id for item in visible_items(family, {"family_plan": said})} for said in ("no", "not_offered")}

    assert "waived_on" in asked["no"]
    assert {"not_offered_on", "threat"} <= asked["not_offered"]
    plan = templates.form_of("six_week_plan", 1)
    required = {item.id for item in plan.items if item.required}
    assert {"waived_on", "together", "agreed_how", "settled_on"} <= required


def test_who_was_not_reached_takes_three_answers(worker: Session) -> None:
    visit = a_booking(worker)
    _, view = notes.open_visit(worker, visit)
    answers = {"reached": "no", "with_whom": "moeder", "next_try": "Morgen om tien uur"}

    _, signed = notes.sign(worker, replace(view.draft, template="phone_call", template_version=1, answers=answers))

    assert not signed.problems


def test_a_first_talk_begins_on_the_newest_version_and_an_older_note_reads_as_it_was(worker: Session) -> None:
    visit = a_booking(worker)
    _, view = notes.open_visit(worker, visit)
    assert view.draft.template_version == resources.latest_form("first_talk").version == 2
    answers = {"request": "Slaap", "safety": "safe"}

    notes.sign(worker, replace(view.draft, template_version=1, answers=answers))

    (signed,) = notes.of_visit(worker, visit)
    assert signed.form == templates.form_of("first_talk", 1)
