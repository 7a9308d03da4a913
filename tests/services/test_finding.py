"""One search over what the role may see, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.services import directory, finding, handovers, notes, patients
from gpconnect.services.acting import acting
from gpconnect.services.directory import TypedProvider
from gpconnect.services.handovers import Content
from gpconnect.services.patients import NewDossier
from gpconnect.services.session import Session
from gpconnect.storage import rows, search
from tests.services.conftest import WALUWE, Clock
from tests.services.dossier_help import MOZAIEK, a_dossier
from tests.services.visits_help import a_booking, a_talk_with_note

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def test_a_worker_finds_dossiers_visits_notes_and_providers(worker: Session) -> None:
    a_talk_with_note(worker)
    (patient,) = rows.where(worker.db, Patient)

    by_name = finding.find(worker, "noor")
    assert [(one.id, one.in_dossier, one.age) for one in by_name.people] == [(patient.id, True, 16)]
    assert [one.site for one in by_name.visits] == ["Praktijk De Waluwe"]
    by_word = finding.find(worker, "weer slapen")
    assert [(one.patient_id, one.name) for one in by_word.notes] == [(patient.id, "Noor van den Berg")]
    directory.save_provider(worker, TypedProvider("Buurtmaatje Zaltbommel", "freely_accessible"))
    assert [one.name for one in finding.find(worker, "maatje buurtm").providers] == []
    assert [one.name for one in finding.find(worker, "buurtm zalt").providers] == ["Buurtmaatje Zaltbommel"]


def test_words_of_an_addendum_lead_to_their_note_once(worker: Session) -> None:
    a_talk_with_note(worker)
    (note,) = finding.find(worker, "slapen").notes
    notes.add_addendum(worker, note.id, "Later: slapen gaat beter")
    assert [one.id for one in finding.find(worker, "slapen").notes] == [note.id]
    assert [one.id for one in finding.find(worker, "beter").notes] == [note.id]


def test_a_practice_finds_its_own_cards_and_visits_but_no_note(gp: Session) -> None:
    a_booking(gp, given_name="Emma")
    found = finding.find(gp, "emma")
    assert [(one.name, one.in_dossier) for one in found.people] == [("Emma van den Berg", False)]
    assert len(found.visits) == 1
    assert found.notes == ()


def test_a_coordinator_finds_the_sociale_kaart_only(coordinator: Session) -> None:
    directory.save_provider(coordinator, TypedProvider("Jeugdarts Bommelerwaard", "youth_health_service"))
    found = finding.find(coordinator, "jeugd")
    assert [one.name for one in found.providers] == [
        "Jeugdarts Bommelerwaard",
        "Jeugdarts GGD",
        "Mozaïek jeugdhulp",
    ]
    assert (found.people, found.notes, found.visits) == ((), (), ())


def test_a_birth_date_is_found_however_it_is_typed_and_archived_dossiers_are_not(worker: Session) -> None:
    _, opened = patients.add_dossier(worker, NewDossier("Bo", "Bos", "13-2-2013"))
    assert [one.name for one in finding.find(worker, "13 februari 2013").people] == ["Bo Bos"]
    patients.archive_dossier(worker, opened.patient_id)
    assert finding.find(worker, "bos").people == ()
    assert finding.find(worker, "zzz").people == ()


def test_a_card_without_dossier_is_found_by_the_worker_too(worker: Session) -> None:
    with acting(worker, Intention.BOOK) as action:
        action.write(PersonCard("ab" * 16, WALUWE, "Daan", "Bos", date(2012, 5, 6), shared=True))
    assert [(one.name, one.in_dossier) for one in finding.find(worker, "daan").people] == [("Daan Bos", False)]


def test_a_note_shows_the_line_in_which_the_words_stand(worker: Session) -> None:
    a_talk_with_note(worker)
    (found,) = finding.find(worker, "noor slapen").notes
    assert found.excerpt.words == "Ik wil weer slapen"
    assert [found.excerpt.words[start:end] for start, end in found.excerpt.marks] == ["slapen"]
    notes.add_addendum(worker, found.id, "Later: inslapen gaat beter")
    (added,) = finding.find(worker, "beter").notes
    assert added.excerpt.words == "Later: inslapen gaat beter"


def test_a_choice_in_a_note_is_no_line_of_it(worker: Session) -> None:
    a_talk_with_note(worker)
    (found,) = finding.find(worker, "safe").notes
    assert found.excerpt.words == ""


def test_a_note_of_a_form_that_is_not_here_shows_its_words_too(worker: Session) -> None:
    a_talk_with_note(worker)
    (note,) = rows.where(worker.db, Note)
    rows.put(worker.db, replace(note, template="of_tomorrow"))
    (found,) = finding.find(worker, "slapen").notes
    assert found.title == "of_tomorrow"
    assert found.excerpt.words == "Ik wil weer slapen"


def test_a_closed_dossier_hides_no_note_of_another(worker: Session) -> None:
    a_talk_with_note(worker)
    (own,) = rows.where(worker.db, Note)
    shut = Patient("5c" * 16, "Daan", "Bos", date(2012, 5, 6), "c2" * 16, NOW, restricted_to=("c2" * 16,))
    rows.put(worker.db, shut)
    for number in range(3 * finding.MOST_PER_GROUP):
        kept = replace(own, id=f"{number:032x}", patient_id=shut.id, signed_at=NOW + timedelta(days=number))
        rows.put(worker.db, kept)
        search.index_record(worker.db, kept)
    assert [one.id for one in finding.find(worker, "sla").notes] == [own.id]
    assert [one.id for one in finding.find(worker, "slapen").notes] == [own.id]


def test_visits_that_were_come_behind_those_that_are_to_come(worker: Session, clock: Clock) -> None:
    first = a_booking(worker)
    clock.forward(days=2)
    found = finding.find(worker, "noor").visits
    assert [(one.id, one.been) for one in found] == [(first, True)]


def test_a_handover_is_found_by_its_receiver_and_its_child_by_the_worker_only(worker: Session) -> None:
    patient_id = a_dossier(worker)
    content = Content({"reason": "Durft niet naar school"}, access_route=AccessRoute.DECISION)
    _, made = handovers.create_handover(worker, patient_id, MOZAIEK, content)
    patient = rows.require(worker.db, Patient, patient_id)
    for typed in ("mozaiek", patient.given_name, "durft school", f"{patient.given_name} moza"):
        (found,) = finding.find(worker, typed).handovers
        assert (found.id, found.patient_id, found.status) == (made, patient_id, "requested"), typed


def test_a_kept_number_is_found_as_people_dial_it(worker: Session) -> None:
    _, opened = patients.add_dossier(worker, NewDossier("Bo", "Bos", "13-2-2013"))
    patients.edit_patient(worker, opened.patient_id, {"phone": "06-12345678"})
    for typed in ("0612345678", "06-12345678", "06 12 34 56 78", "0031612345678", "+31 (0)6 12345678", "12345678"):
        assert [one.name for one in finding.find(worker, typed).people] == ["Bo Bos"], typed
