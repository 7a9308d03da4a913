"""One search over what the role may see, and nothing else."""

from datetime import date

from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.services import directory, finding, notes, patients
from gpconnect.services.acting import acting
from gpconnect.services.directory import TypedProvider
from gpconnect.services.patients import NewDossier
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import WALUWE
from tests.services.visits_help import a_booking, a_talk_with_note


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
