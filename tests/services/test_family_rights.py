"""Own statement, correction, keeping back and not being counted."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gpconnect.domain.care import EpisodeOfCare
from gpconnect.domain.errors import KnownError
from gpconnect.domain.facts import Fact
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient, RelatedPerson, Relation
from gpconnect.domain.rights import FIELD, Ground, Statement, Withholding
from gpconnect.domain.roles import Intention
from gpconnect.services import enrolling, facts, feedback, handover_views, rights, timelines
from gpconnect.services.acting import acting
from gpconnect.services.rights import NewWithholding, Objection
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import Clock, common_records
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, sync
from tests.services.test_facts import a_finished_talk, told
from tests.services.visits_help import a_talk_with_note

YOUTH = date(2012, 1, 5)
WORDS = "Ik vind dat er te snel over mij is besloten. 😕\n\nDaan"


def note_of(session: Session, child: str) -> Note:
    return rows.where(session.db, Note, "patient_id = ?", (child,))[0]


def mother_of(session: Session, child: str) -> str:
    return rows.where(session.db, RelatedPerson, "patient_id = ?", (child,))[0].id


def test_a_statement_stands_in_the_dossier_word_for_word_and_on_the_time_line(
    team: tuple[Session, Session], wire: Wire
) -> None:
    sanne, joris = team
    child = a_dossier(sanne, birth_date=YOUTH)

    changes = rights.add_statement(sanne, child, WORDS, "patient", date(2026, 11, 20))
    rights.add_statement(sanne, child, "Ik ook", mother_of(sanne, child))
    sync(sanne, joris, wire=wire)

    assert changes.kinds == {"statement"}
    for session in team:
        second, first = rights.overview(session, child).statements
        assert (first.text, first.said_by_name, first.said_on) == (WORDS, "Daan", date(2026, 11, 20))
        assert (second.said_by_name, second.said_on) == ("Karin van Daan", date(2026, 11, 24))
    moments = [one for one in timelines.timeline(joris, child) if one.kind == "statement"]
    assert [(one.day, one.who, one.words) for one in moments] == [
        (date(2026, 11, 24), "Karin van Daan", "Ik ook"),
        (date(2026, 11, 20), "Daan", WORDS),
    ]
    looked, wrote, *_ = access_log.of_patient(sanne.db, child)
    assert (str(looked.type), looked.purpose, str(wrote.type)) == ("read", "rights", "create")


@pytest.mark.parametrize(
    ("text", "who", "day", "code"),
    [
        (" \n", "patient", None, "rights.statement_empty"),
        ("x", "patient", date(2026, 11, 25), "rights.day_future"),
        ("x", "niemand", None, "record.missing"),
    ],
)
def test_a_statement_that_says_nothing_or_comes_from_nobody_is_refused(
    worker: Session, text: str, who: str, day: date | None, code: str
) -> None:
    child = a_dossier(worker)
    with pytest.raises(KnownError) as refusal:
        rights.add_statement(worker, child, text, who, day)
    assert refusal.value.code == code
    assert rows.count(worker.db, Statement) == 0


def test_somebody_around_another_child_cannot_speak_here(worker: Session) -> None:
    child, other = a_dossier(worker), a_dossier(worker, "Yusuf")
    with pytest.raises(KnownError, match=r"record\.missing"):
        rights.add_statement(worker, child, "x", mother_of(worker, other))


def test_a_correction_stands_beside_what_it_corrects_and_changes_nothing(worker: Session) -> None:
    child = a_dossier(worker)
    note = note_of(worker, child)

    rights.correct(worker, note.id, "wish", "Twee dagen naar school", "Verkeerd gehoord", "Karin")
    rights.correct(worker, note.id, "", "Vader was er niet bij", "Vergissing")

    assert note_of(worker, child) == note
    whole, wish = sorted(rights.overview(worker, child).corrections, key=lambda one: one.addendum.part)
    assert (wish.addendum.text, wish.addendum.reason, wish.addendum.asked_by) == (
        "Twee dagen naar school",
        "Verkeerd gehoord",
        "Karin",
    )
    assert (wish.title, bool(wish.label), whole.label) == ("Eerste gesprek", True, "")
    read = timelines.read_note(worker, note.id)
    assert read.parts[[words for _, words in read.answers].index("Weer een dag naar school")] == "wish"
    assert [one.correction for one in read.addenda] == [True, True]
    states = {one.state for one in timelines.timeline(worker, child) if one.kind == "addendum"}
    assert states == {"correction"}


@pytest.mark.parametrize(
    ("part", "text", "reason", "code"),
    [
        ("wish", " ", "x", "rights.correction_empty"),
        ("wish", "x", "", "text.reason_missing"),
        ("nowhere", "x", "x", "rights.no_passage"),
    ],
)
def test_a_correction_needs_words_a_reason_and_a_place(
    worker: Session, part: str, text: str, reason: str, code: str
) -> None:
    note = note_of(worker, a_dossier(worker))
    with pytest.raises(KnownError) as refusal:
        rights.correct(worker, note.id, part, text, reason)
    assert refusal.value.code == code
    assert rows.count(worker.db, Addendum) == 0


def test_keeping_something_back_has_a_reason_an_end_and_a_way_back(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker, birth_date=YOUTH)
    note, mother = note_of(worker, child), mother_of(worker, child)

    rights.withhold(
        worker,
        child,
        NewWithholding("note", note.id, Ground.GOOD_CARE, "Vader", "wish", towards=mother, until=date(2026, 12, 1)),
    )
    rights.withhold(worker, child, NewWithholding(FIELD, "school", Ground.PRIVACY_OF_ANOTHER, "Zusje"))

    school, wish = sorted(rights.overview(worker, child).kept, key=lambda one: one.withholding.kind)
    assert school.what is not None
    assert wish.what is not None
    assert (school.what.label, wish.what.title, wish.towards_name) == ("School", "Eerste gesprek", "Karin van Daan")
    assert (wish.withholding.decided_by_name, wish.withholding.reason) == ("Sanne de Vries", "Vader")

    rights.lift(worker, school.withholding.id)
    assert len(rights.overview(worker, child).kept) == 1
    rights.keep_back_again(worker, school.withholding.id)
    assert len(rights.overview(worker, child).kept) == 2
    clock.move_to(date(2026, 12, 2))
    assert [one.withholding.record for one in rights.overview(worker, child).kept] == ["school"]


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewWithholding("note", "", Ground.GOOD_CARE, "x"), "rights.nothing_chosen"),
        (NewWithholding("note", "n", Ground.GOOD_CARE, ""), "text.reason_missing"),
        (NewWithholding("note", "n", Ground.GOOD_CARE, "x", towards="patient"), "rights.not_from_youth"),
        (NewWithholding("note", "n", Ground.GOOD_CARE, "x", towards="niemand"), "record.missing"),
        (NewWithholding("note", "n", Ground.GOOD_CARE, "x", until=date(2026, 1, 1)), "rights.until_past"),
    ],
)
def test_what_the_law_does_not_know_is_not_kept_back(worker: Session, new: NewWithholding, code: str) -> None:
    child = a_dossier(worker, birth_date=YOUTH)
    with pytest.raises(KnownError) as refusal:
        rights.withhold(worker, child, new)
    assert refusal.value.code == code
    assert rows.count(worker.db, Withholding) == 0


def test_what_is_offered_to_keep_back_names_records_passages_and_fields(worker: Session) -> None:
    child = a_dossier(worker)
    offered = rights.overview(worker, child).holdable

    assert (FIELD, "address", "") in {(one.kind, one.record, one.part) for one in offered}
    assert {one.kind for one in offered} == {FIELD, "note", "episode_of_care"}
    assert {one.part for one in offered if one.kind == "note"} >= {"", "wish", "weighing"}
    assert next(one.at for one in offered if one.kind == "note") == datetime(2026, 11, 24, 8, 52, tzinfo=UTC)
    assert next(one.at for one in offered if one.kind == "episode_of_care") == date(2026, 10, 27)


def test_a_note_of_a_newer_program_can_still_be_kept_back(worker: Session) -> None:
    child = a_dossier(worker)
    note = replace(note_of(worker, child), id=worker.new_id(), template="later", answers={"new": "Iets", "empty": ""})
    with acting(worker, Intention.WRITE_NOTE) as action:
        action.write(note, "signed")
    parts = [one for one in rights.overview(worker, child).passages if one.record == note.id]
    assert [(one.title, one.label) for one in parts] == [("later", "new")]


def test_an_objection_has_a_day_and_takes_back_what_was_told_the_next_day(worker: Session, clock: Clock) -> None:
    enrolling.found(worker, worker.team_space)
    a_finished_talk(worker)
    facts.derive(worker)
    child = rows.where(worker.db, Patient)[0].id
    assert rights.objection(worker, rows.require(worker.db, Patient, child)) == Objection(objects=False, since=None)
    assert told(worker, "encounter")

    clock.forward(days=1)
    rights.set_objection(worker, child, objects=True)
    facts.derive(worker)

    assert rights.overview(worker, child).objection == Objection(objects=True, since=date(2026, 11, 25))
    assert told(worker, "encounter") == []
    assert rows.count(worker.db, Fact, "withdrawn") > 0
    clock.forward(days=1)
    rights.set_objection(worker, child, objects=False)
    facts.derive(worker)
    assert rights.overview(worker, child).objection == Objection(objects=False, since=date(2026, 11, 26))
    assert len(told(worker, "encounter")) == 1


def test_a_colleagues_device_takes_back_what_it_told(team: tuple[Session, Session], wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    with transaction(sanne.db):
        for record in common_records():
            rows.put(sanne.db, record)
    child = a_dossier(sanne)
    with acting(sanne, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.where(sanne.db, EpisodeOfCare)[0], reasons=("sleep",)))
    facts.derive(sanne, force=True)
    assert told(sanne, "episode")

    rights.set_objection(joris_knows(joris, sanne, wire), child, objects=True)
    sync(joris, sanne, wire=wire)
    clock.forward(days=1)
    facts.derive(sanne)

    assert told(sanne, "episode") == []


def joris_knows(joris: Session, sanne: Session, wire: Wire) -> Session:
    sync(sanne, joris, wire=wire)
    return joris


def test_only_a_worker_opens_the_page(worker: Session, coordinator: Session) -> None:
    child = a_dossier(worker)
    with pytest.raises(KnownError, match=r"role\.may_not"):
        rights.overview(coordinator, child)


def test_a_teacher_can_state_something_too(worker: Session) -> None:
    child = a_dossier(worker)
    teacher = RelatedPerson(worker.new_id(), child, "Meester Jan", Relation.SCHOOL)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(teacher)
    rights.add_statement(worker, child, "Daan doet mee", teacher.id)
    assert rights.overview(worker, child).statements[0].said_by_name == "Meester Jan"


def test_nobody_is_told_again_what_was_put_right(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    note = note_of(worker, child)
    assert handover_views.sources_of(worker, child)["reason"][0] == "Ik durf niet meer naar school"

    rights.correct(worker, note.id, "request", "Ik durf niet meer met de bus", "Verkeerd gehoord")
    clock.forward(minutes=1)
    rights.correct(worker, note.id, "request", "Ik durf niet alleen met de bus", "Nog preciezer")
    rights.correct(worker, note.id, "", "Vader was er niet bij", "Vergissing")

    assert handover_views.sources_of(worker, child)["reason"][0] == "Ik durf niet alleen met de bus"
    assert note_of(worker, child).answers["request"] == "Ik durf niet meer naar school"


def test_feedback_is_prepared_from_the_corrected_words(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    note = rows.where(worker.db, Note, "appointment_id = ?", (visit,))[0]
    rights.correct(worker, note.id, "request", "Ik slaap pas na twaalven", "Verkeerd gehoord")

    assert "Ik slaap pas na twaalven" in feedback.prepared(worker, visit).lines["S"]
