"""A referral that comes in as a file: nothing is saved before somebody looked, and nothing of it is lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gpconnect.domain.consent import Ground
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import HandoverStatus, Safety
from gpconnect.domain.names import Likeness
from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import AuthorityBasis, Gender, Patient, RelatedPerson, Relation
from gpconnect.exchange.referral import Near, Section
from gpconnect.exchange.referral_bundle import bundle
from gpconnect.exchange.referral_files import Missed
from gpconnect.services import dossier_views, incoming, patients
from gpconnect.services.incoming import ReadReferral
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.exchange.referrals import NOOR
from tests.services.dossier_help import a_dossier, kept_from

READ = ReadReferral(
    replace(
        NOOR,
        sections=(
            Section("reason", "Aanleiding", "Durft niet meer naar school."),
            Section("done_so_far", "Wat is gedaan", "Drie gesprekken bij school."),
            Section("actions", "Afspraken", "Moeder belt dinsdag."),
            Section("case_lead", "Casusregie", "Els Kuiper"),
        ),
    ),
    (Missed("Patient.address"), Missed("Allergie", "Noten")),
)


def everything(draft: NoteDraft) -> str:
    return "\n".join(str(one) for one in draft.answers.values())


def test_a_file_is_read_without_saving_anything(worker: Session, tmp_path: Path) -> None:
    path = tmp_path / "verwijzing.json"
    path.write_bytes(bundle(NOOR))
    found = incoming.look(worker, incoming.read_file(path))
    assert found.read.referral == NOOR
    assert found.known == ()
    assert rows.count(worker.db, Patient) == 0


def test_a_file_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"referral\.unreadable"):
        incoming.read_file(tmp_path / "weg.json")


def test_a_new_child_gets_a_dossier_with_who_is_around_and_a_draft(worker: Session) -> None:
    _, draft_id = incoming.take(worker, READ)

    (child,) = rows.where(worker.db, Patient)
    assert (child.given_name, child.prefix, child.family_name) == ("Noor", "van der", "Berg")
    assert (child.birth_date, child.gender, child.phone) == (date(2013, 4, 9), Gender.FEMALE, "+31612345678")
    assert (child.interpreter, child.practitioner_name) == ("Arabisch", "Dr. Vermeer")
    assert child.case_lead == worker.actor.staff_id
    near = {one.name: one for one in rows.where(worker.db, RelatedPerson)}
    assert set(near) == {"Karin van der Berg", "Ahmed el Amrani", "De Waluwe"}
    assert near["Karin van der Berg"].relation is Relation.PARENT
    assert {one.authority for one in near.values()} == {AuthorityBasis.UNKNOWN}, "a file is no check of authority"
    draft = rows.require(worker.db, NoteDraft, draft_id)
    assert draft.patient_id == child.id
    assert draft.answers["request"] == "Durft niet meer naar school."
    assert draft.answers["tried"] == "Drie gesprekken bij school."
    assert draft.answers["agreements"] == "Moeder belt dinsdag."
    assert "Uit de verwijzing van Sanne de Vries, Buurtzorg Jong" in everything(draft)
    assert "Casusregie: Els Kuiper" in everything(draft), "a point that no question asks"
    assert "Allergie: Noten" in everything(draft), "text that was not understood is kept"


def test_what_a_field_would_not_take_stands_in_the_draft(worker: Session) -> None:
    odd = replace(
        NOOR,
        child=replace(NOOR.child, phone="tel. van oma", interpreter="x" * 500),
        people=(Near("Karin\x07 van der Berg", Relation.PARENT, "onbekend"),),
        doctor="d" * 400,
    )
    _, draft_id = incoming.take(worker, ReadReferral(odd, ()))
    (child,) = rows.where(worker.db, Patient)
    assert (child.phone, child.interpreter, child.practitioner_name) == ("", "", "")
    words = everything(rows.require(worker.db, NoteDraft, draft_id))
    for said in ("tel. van oma", "x" * 500, "Karin\x07 van der Berg", "d" * 400):
        assert said in words


def test_a_child_that_is_known_is_shown_first_and_its_dossier_is_not_changed(worker: Session) -> None:
    patient_id = a_dossier(worker, "Noor", date(2013, 4, 9))
    before = rows.require(worker.db, Patient, patient_id)
    willems = replace(NOOR, child=replace(NOOR.child, prefix="", family_name="Willems"))
    found = incoming.look(worker, ReadReferral(willems, ()))
    (hit,) = found.known
    assert (hit.id, hit.likeness) == (patient_id, Likeness.SAME)

    _, draft_id = incoming.take(worker, found.read, patient_id)

    assert rows.require(worker.db, Patient, patient_id) == before
    assert rows.count(worker.db, Patient) == 1
    draft = rows.require(worker.db, NoteDraft, draft_id)
    assert draft.patient_id == patient_id
    assert "06-12 34 56 78" in everything(draft), "to compare with what the dossier says"


def test_a_known_dossier_that_was_taken_off_the_list_comes_back_with_the_draft(worker: Session) -> None:
    patient_id = a_dossier(worker, "Noor", date(2013, 4, 9))
    patients.archive_dossier(worker, patient_id)
    assert dossier_views.list_dossiers(worker).lines == ()

    changes, draft_id = incoming.take(worker, READ, patient_id)

    assert "patient" in changes.kinds
    assert [one.id for one in dossier_views.list_dossiers(worker).lines] == [patient_id]
    assert rows.require(worker.db, NoteDraft, draft_id).patient_id == patient_id


def test_a_dossier_that_is_kept_from_me_is_not_put_back_on_the_list_by_a_file(worker: Session) -> None:
    patient_id = a_dossier(worker, "Noor", date(2013, 4, 9))
    patients.archive_dossier(worker, patient_id)
    kept_from(worker, patient_id)
    with pytest.raises(KnownError, match="dossier"):
        incoming.take(worker, READ, patient_id)
    assert rows.require(worker.db, Patient, patient_id).archived


def test_a_second_file_about_the_same_child_is_a_second_draft(worker: Session) -> None:
    patient_id = a_dossier(worker, "Noor", date(2013, 4, 9))
    first, second = (incoming.take(worker, READ, patient_id)[1] for _ in range(2))
    assert first != second
    assert rows.count(worker.db, NoteDraft) == 2


def test_a_dossier_that_is_kept_from_me_takes_no_draft_of_mine(worker: Session) -> None:
    patient_id = a_dossier(worker, "Noor", date(2013, 4, 9))
    kept_from(worker, patient_id)
    with pytest.raises(KnownError, match="dossier"):
        incoming.take(worker, READ, patient_id)
    assert rows.count(worker.db, NoteDraft) == 0


def test_without_a_date_of_birth_no_dossier_is_made(worker: Session) -> None:
    nobody = ReadReferral(replace(NOOR, child=replace(NOOR.child, birth_date=None)), ())
    assert incoming.look(worker, nobody).known == ()
    with pytest.raises(KnownError, match=r"referral\.no_birth_date"):
        incoming.take(worker, nobody)
    assert rows.count(worker.db, Patient) == 0


def test_a_date_of_birth_that_cannot_be_makes_no_dossier(worker: Session) -> None:
    """An adult or a day to come is refused as it is when typed."""
    later = ReadReferral(replace(NOOR, child=replace(NOOR.child, birth_date=date(2031, 1, 1))), ())
    with pytest.raises(KnownError, match=r"person\.birth_date"):
        incoming.take(worker, later)
    assert rows.count(worker.db, Patient) == 0


def test_how_safe_it_is_and_what_is_expected_stands_in_the_draft(worker: Session) -> None:
    unsafe = replace(
        NOOR,
        status=HandoverStatus.CANCELLED,
        safety=Safety.UNSAFE,
        ground=Ground.SAFE_HOME,
        ground_why="Melding na stap 5",
        agreed=(),
    )
    _, draft_id = incoming.take(worker, ReadReferral(unsafe, ()))
    words = everything(rows.require(worker.db, NoteDraft, draft_id))
    for said in (
        "Stand van de verwijzing: ingetrokken",
        "Veiligheid: Onveilig",
        "Toegang: Verwijsbrief van de huisarts",
        "Veilig Thuis (Wmo 2015 5.2.6). Melding na stap 5",
        "Antwoord verwacht uiterlijk: 01-12-2026",
        "De verwijzer belt op: 02-12-2026",
    ):
        assert said in words
    _, draft_id = incoming.take(worker, ReadReferral(NOOR, ()))
    words = everything(rows.require(worker.db, NoteDraft, draft_id))
    assert "Akkoord: Noor (mondeling, 24-11-2026); Karin van der Berg (schriftelijk, 24-11-2026)" in words
