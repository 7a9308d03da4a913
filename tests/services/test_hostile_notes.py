"""Text that nobody expects: kept to the letter in drafts, notes, addenda, corrections and statements, and in a copy."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient
from gpconnect.domain.rights import Statement
from gpconnect.domain.schedule import Appointment
from gpconnect.services import finding, inspection, notes, rights
from gpconnect.services.inspection import Wish
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.visits_help import a_booking

HOSTILE = (
    "  <b onload=alert(1)>'; DROP TABLE note; --</b>\u00a0%s {0} ${x} \\n\x00\x07\x0b\x1b[31m\x7f\x85"
    '\u2028\u202egedraaid\u202c\u200b\ufeff\u0301\U0001f469\u200d\U0001f467 אני NEAR(a b) "*" ^rust-  '
)
EVERYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(words=EVERYTHING)
@FEW
def test_a_draft_and_the_note_that_it_becomes_hold_every_character(worker: Session, words: str) -> None:
    _, view = notes.open_visit(worker, a_visit(worker))
    answers = {"request": f"x{words}x", "wish": words, "home": words, "safety": "safe"}
    draft = replace(view.draft, id=worker.new_id(), answers=answers)
    notes.save_draft(worker, draft)
    assert notes.open_draft(worker, draft.id)[1].draft.answers == answers

    _, signed = notes.sign(worker, draft)

    note = rows.require(worker.db, Note, signed.note_id)
    kept = words.strip("\r\n") if words.strip() else None
    assert note.answers["request"] == f"x{words}x"
    assert (note.answers.get("wish"), note.answers.get("home")) == (kept, kept)


@given(words=EVERYTHING)
@FEW
def test_what_is_added_later_is_held_as_the_note_is(worker: Session, words: str) -> None:
    (note_id,) = (one.id for one in rows.where(worker.db, Note)) if rows.count(worker.db, Note) else (a_note(worker),)
    child = rows.require(worker.db, Note, note_id).patient_id
    said = f"x{words}x"

    notes.add_addendum(worker, note_id, f"\n{said}\r\n")
    rights.correct(worker, note_id, "request", said, "Zo was het")
    rights.add_statement(worker, child, said, "patient")

    assert [one.text for one in rows.where(worker.db, Addendum)][-2:] == [said, said]
    assert said in [one.text for one in rows.where(worker.db, Statement)]


@pytest.mark.parametrize("words", ["a\ud83d", "\udc00b", "x" * 20_001])
def test_half_a_character_and_far_too_much_are_refused_in_words(worker: Session, words: str) -> None:
    note_id = a_note(worker)

    with pytest.raises(KnownError, match=r"text\.(control_character|too_long)"):
        notes.add_addendum(worker, note_id, words)


def test_a_hostile_note_is_found_listed_and_copied_as_text(worker: Session, tmp_path: Path) -> None:
    note_id = a_note(worker, f"{HOSTILE} nachtrust")
    child = rows.require(worker.db, Note, note_id).patient_id
    notes.add_addendum(worker, note_id, HOSTILE)
    _, view = notes.open_patient(worker, child)
    notes.save_draft(worker, replace(view.draft, answers={"request": HOSTILE}))

    assert [one.id for one in finding.find(worker, "nachtrust").notes] == [note_id]
    finding.find(worker, HOSTILE)
    assert [one.draft.answers["request"] for one in notes.my_drafts(worker)] == [HOSTILE]
    paper = tmp_path / "afschrift.pdf"
    inspection.save(worker, child, Wish("patient"), paper)
    assert paper.read_bytes().startswith(b"%PDF-")
    copy = inspection.make(worker, rows.require(worker.db, Patient, child), Wish("patient"))
    passages = [one.text for section in copy.sections for entry in section.entries for one in entry.passages]
    assert sum(HOSTILE in one for one in passages) == 2


def a_visit(worker: Session) -> str:
    """The one visit of this test."""
    found = rows.where(worker.db, Appointment)
    return found[0].id if found else a_booking(worker)


def a_note(worker: Session, request: str = "Slaap") -> str:
    """A signed note about a first talk."""
    _, view = notes.open_visit(worker, a_visit(worker))
    _, signed = notes.sign(worker, replace(view.draft, answers={"request": request, "safety": "safe"}))
    return signed.note_id
