"""Notes: drafts on this device, signed once, followed by addenda."""

from dataclasses import replace

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.leftovers import carry_over
from gpconnect.domain.notes import Note, NoteDraft
from gpconnect.domain.schedule import Appointment, VisitKind
from gpconnect.services import notes, resources, templates
from gpconnect.services.session import Session
from gpconnect.storage import access_log, operations, rows
from tests.services.visits_help import a_booking, sign_note

WRITTEN = {"request": "Ik durf niet naar gym", "safety": "safe"}


def test_a_fresh_note_has_what_the_booking_said_and_is_kept_only_once_typed(worker: Session) -> None:
    _, view = notes.open_visit(worker, a_booking(worker))

    assert view.draft.answers == {"reasons": ["sleep"], "request": "Ik slaap slecht"}
    assert (view.draft.template, view.kept) == ("first_talk", False)
    assert rows.count(worker.db, NoteDraft) == 0
    assert view.person is not None
    assert view.person.name == "Noor van den Berg"


def test_a_draft_is_found_again_by_visit_by_itself_and_in_the_list(worker: Session) -> None:
    visit = a_booking(worker)
    _, view = notes.open_visit(worker, visit)
    changes, at = notes.save_draft(worker, replace(view.draft, answers=WRITTEN))

    assert changes.kinds == {"note_draft"}
    assert at == worker.now()
    assert notes.open_visit(worker, visit)[1].draft.answers == WRITTEN
    assert notes.open_draft(worker, view.draft.id)[1].kept
    (line,) = notes.my_drafts(worker)
    assert (line.title, line.draft.id) == ("Eerste gesprek", view.draft.id)


def test_a_draft_never_travels(worker: Session) -> None:
    visit = a_booking(worker)
    _, view = notes.open_visit(worker, visit)
    before = operations.outbox_counts(worker.db)

    notes.save_draft(worker, replace(view.draft, answers=WRITTEN))

    assert operations.outbox_counts(worker.db) == before


def test_signing_makes_a_note_and_the_draft_goes(worker: Session) -> None:
    visit = a_booking(worker)
    _, view = notes.open_visit(worker, visit)
    notes.save_draft(worker, replace(view.draft, answers=WRITTEN))

    _, signed = notes.sign(worker, replace(view.draft, answers={**WRITTEN, "about_others": "Moeder is ziek"}))

    note = rows.require(worker.db, Note, signed.note_id)
    assert (note.author_name, note.third_party) == ("Sanne de Vries", ("about_others",))
    assert rows.count(worker.db, NoteDraft) == 0
    assert notes.open_visit(worker, visit)[1].signed[0].note == note


def test_a_missing_answer_stops_signing_and_loses_nothing(worker: Session) -> None:
    _, view = notes.open_visit(worker, a_booking(worker))

    _, signed = notes.sign(worker, replace(view.draft, answers={"request": "x"}))

    assert [one.item for one in signed.problems] == ["safety"]
    assert rows.count(worker.db, Note) == 0
    assert rows.require(worker.db, NoteDraft, view.draft.id).answers == {"request": "x"}


def test_text_under_a_question_that_was_hidden_later_stays_in_the_note(worker: Session) -> None:
    _, view = notes.open_visit(worker, a_booking(worker))
    answers = {**WRITTEN, "safety_agreements": "Opa haalt op"}

    _, signed = notes.sign(worker, replace(view.draft, answers=answers))

    assert rows.require(worker.db, Note, signed.note_id).answers["safety_agreements"] == "Opa haalt op"


def test_later_text_is_an_addendum_with_author_and_time(worker: Session) -> None:
    visit = a_booking(worker)
    note_id = sign_note(worker, visit)
    before = rows.require(worker.db, Note, note_id)

    notes.add_addendum(worker, note_id, "Moeder belde terug")

    (signed,) = notes.of_visit(worker, visit)
    assert signed.note == before
    assert [(one.text, one.author_name) for one in signed.addenda] == [("Moeder belde terug", "Sanne de Vries")]
    with pytest.raises(KnownError, match=r"note\.addendum_empty"):
        notes.add_addendum(worker, note_id, "  ")


def test_opening_a_note_without_a_visit_is_on_record_and_shows_earlier_notes(worker: Session) -> None:
    visit = a_booking(worker)
    note_id = sign_note(worker, visit)
    child = rows.require(worker.db, Appointment, visit).person_id

    _, view = notes.open_patient(worker, child)

    assert [one.note.id for one in view.earlier] == [note_id]
    assert view.draft.template == "phone_call"
    assert "write_note" in {row.purpose for row in access_log.of_patient(worker.db, child)}


def test_a_draft_that_was_thrown_away_cannot_be_opened(worker: Session) -> None:
    _, view = notes.open_visit(worker, a_booking(worker))
    notes.save_draft(worker, view.draft)

    notes.throw_away(worker, view.draft.id)

    with pytest.raises(KnownError, match=r"note\.draft_missing"):
        notes.open_draft(worker, view.draft.id)


def test_a_template_is_proposed_for_each_kind_of_talk(worker: Session) -> None:
    visit = a_booking(worker, visit=VisitKind.PEER_CONSULTATION)

    _, view = notes.open_visit(worker, visit)

    assert [one.id for one in view.templates] == ["peer_consultation"]
    assert view.person is None
    assert next(form.id for form in templates.templates_for("follow_up")) == "follow_up"
    assert next(form.id for form in templates.templates_for("advice")) == "advice"
    assert next(form.id for form in templates.templates_for("three_way")) == "three_way"
    with pytest.raises(KnownError, match=r"form\.missing"):
        templates.form_of("unknown", 1)


def test_another_template_takes_every_sentence_along_to_the_signed_note(worker: Session) -> None:
    visit = a_booking(worker)
    _, view = notes.open_visit(worker, visit)
    first, other = templates.form_of("first_talk", 1), templates.form_of("advice", 1)
    answers = {"wish": "Slapen", "about_others": "Vader drinkt", "from_a_newer_program": "Deze zin"}
    carried = carry_over(answers, first, other) | {"request": "Slaap", "advice": "Rust", "safe": "yes"}

    _, signed = notes.sign(worker, replace(view.draft, template="advice", template_version=1, answers=carried))

    assert not signed.problems
    (note,) = notes.of_visit(worker, visit)
    assert note.note.answers == carried
    assert set(note.note.third_party) == {"about_others", "from_a_newer_program"}
    assert note.form is not None
    assert "Eerder opgeschreven" in [item.label for item in note.form.items]


def test_a_draft_is_offered_the_version_that_it_was_written_in(
    worker: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_booking(worker)
    _, view = notes.open_visit(worker, visit)
    old = templates.form_of("follow_up", 1)
    notes.save_draft(
        worker, replace(view.draft, template="follow_up", template_version=1, answers={"since": "Het ging beter"})
    )
    newer = replace(old, version=2, items=old.items[:1])
    forms = resources.load_forms() | {("follow_up", 2): newer}
    monkeypatch.setattr(resources, "load_forms", lambda: forms)

    _, view = notes.open_visit(worker, visit)

    assert old in view.templates
    assert newer in view.templates


def test_a_practice_writes_no_notes(gp: Session) -> None:
    visit = a_booking(gp)

    with pytest.raises(KnownError, match=r"role\.may_not"):
        notes.open_visit(gp, visit)
