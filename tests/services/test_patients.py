"""Dossiers: opened without a booking, edited per group, with the people around the child."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.care import EpisodeOfCare
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import Likeness
from gpconnect.domain.people import AuthorityBasis, Gender, Patient, PersonCard, RelatedPerson, VerifiedHow
from gpconnect.domain.roles import Intention
from gpconnect.services import access, dossier_views, patients, timelines
from gpconnect.services.acting import acting
from gpconnect.services.patients import NewDossier, TypedPerson
from gpconnect.services.session import Session
from gpconnect.storage import access_log, operations, rows
from gpconnect.storage.access_log import EventType
from tests.services.conftest import PEOPLE, WALUWE
from tests.services.visits_help import a_booking, a_talk_with_note

NOOR = NewDossier("Noor", "van den Berg", "2-3-2017", site_id=WALUWE, words="Slecht slapen")


def a_dossier(session: Session, new: NewDossier = NOOR) -> str:
    _, opened = patients.add_dossier(session, new)
    return opened.patient_id


def test_a_dossier_without_a_booking_begins_with_the_request_in_own_words(worker: Session) -> None:
    changes, opened = patients.add_dossier(worker, NOOR)

    patient = rows.require(worker.db, Patient, opened.patient_id)
    (episode,) = rows.where(worker.db, EpisodeOfCare)
    assert (patient.prefix, patient.family_name, patient.case_lead) == ("van den", "Berg", worker.actor.staff_id)
    assert (episode.request_for_help, episode.patient_id) == ("Slecht slapen", patient.id)
    assert changes.kinds == {"patient", "episode_of_care"}


@pytest.mark.parametrize(
    ("new", "field", "code"),
    [
        (replace(NOOR, given_name=" "), "given_name", "person.name_missing"),
        (replace(NOOR, birth_date="32-1-2017"), "birth_date", "person.birth_date.unreadable"),
        (replace(NOOR, phone="12"), "phone", "person.phone.invalid"),
        (replace(NOOR, words="a" * 201), "words", "text.too_long"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(worker: Session, new: NewDossier, field: str, code: str) -> None:
    with pytest.raises(KnownError) as refusal:
        patients.add_dossier(worker, new)

    assert (refusal.value.code, refusal.value.params["field"]) == (code, field)
    assert rows.count(worker.db, Patient) == 0


def test_a_child_that_is_known_already_is_asked_about_and_nothing_is_saved(worker: Session) -> None:
    first = a_dossier(worker)
    changes, opened = patients.add_dossier(worker, NOOR)

    assert (opened.resembles[0].id, opened.resembles[0].likeness) == (first, Likeness.SAME)
    assert not changes.kinds
    assert rows.count(worker.db, Patient) == 1

    again = patients.add_dossier(worker, replace(NOOR, despite=True))[1]
    assert again.patient_id not in {"", first}


def test_twins_share_a_household_and_keep_their_own_dossier(worker: Session) -> None:
    first = a_dossier(worker)
    twin = replace(NOOR, given_name="Sem")
    assert patients.add_dossier(worker, twin)[1].resembles[0].likeness is Likeness.TWIN

    second = a_dossier(worker, replace(twin, twin_of=first))

    assert dossier_views.open_dossier(worker, first).twins == ("Sem van den Berg",)
    assert dossier_views.open_dossier(worker, second).twins == ("Noor van den Berg",)
    assert [line.twin for line in dossier_views.list_dossiers(worker).lines] == [True, True]


def test_children_can_join_a_household_later(worker: Session) -> None:
    first = a_dossier(worker)
    second = a_dossier(worker, replace(NOOR, given_name="Sem", despite=True))
    patients.join_household(worker, second, first)
    third = a_dossier(worker, replace(NOOR, given_name="Bo", twin_of=first))

    assert dossier_views.look_again(worker, third).twins == ("Noor van den Berg", "Sem van den Berg")


def test_a_child_of_the_practice_gets_a_dossier_from_its_card(worker: Session) -> None:
    card = PersonCard("ab" * 16, WALUWE, "Daan", "Bos", date(2012, 5, 6), phone="+31612345678", shared=True)
    with acting(worker, Intention.BOOK) as action:
        action.write(card)

    _, patient_id = patients.open_from_card(worker, card.id)
    changes, again = patients.open_from_card(worker, card.id)

    assert rows.require(worker.db, Patient, patient_id).phone == card.phone
    assert again == patient_id == card.id
    assert not changes.kinds
    with pytest.raises(KnownError):
        patients.open_from_card(worker, "nobody")


def test_fields_are_cleaned_and_only_their_group_travels(worker: Session) -> None:
    patient_id = a_dossier(worker)
    patients.edit_patient(worker, patient_id, {"postcode": "5301aa", "address": "Waalkade 1", "city": "Zaltbommel"})
    patients.edit_patient(worker, patient_id, {"phone": "06 1234 5678", "safe_contact": "alleen moeder"})
    patients.edit_patient(worker, patient_id, {"gender": "V", "bsn": "999900006", "address_confidential": True})

    patient = rows.require(worker.db, Patient, patient_id)
    assert (patient.postcode, patient.phone, patient.gender) == ("5301 AA", "+31612345678", Gender.FEMALE)
    assert patient.address_confidential
    bodies = [set(one.body) for one in operations.of_record(worker.db, "patient", patient_id)]
    assert bodies[2] == {"phone", "safe_contact"}

    patients.edit_patient(worker, patient_id, {"postcode": "", "gender": ""})
    assert rows.require(worker.db, Patient, patient_id).gender is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"postcode": "12"}, "person.postcode.invalid"),
        ({"bsn": "123"}, "person.bsn.invalid"),
        ({"bsn": "999900006", "bsn_status": "none"}, "person.bsn.contradicts"),
        ({"family_name": ""}, "person.name_missing"),
    ],
)
def test_a_field_that_cannot_be_kept_changes_nothing(worker: Session, typed: dict[str, str], code: str) -> None:
    patient_id = a_dossier(worker)
    before = rows.require(worker.db, Patient, patient_id)
    with pytest.raises(KnownError) as refusal:
        patients.edit_patient(worker, patient_id, typed)
    assert (refusal.value.code, refusal.value.params["field"]) == (code, next(iter(typed)))
    assert rows.require(worker.db, Patient, patient_id) == before


def test_parental_authority_is_kept_with_how_and_when_it_was_checked(worker: Session) -> None:
    patient_id = a_dossier(worker)
    mother = TypedPerson(
        "Anna Berg", authority=AuthorityBasis.BY_BIRTH, verified_how=VerifiedHow.REGISTER, verified_on="3-11-2026"
    )
    _, mother_id = patients.save_related(worker, patient_id, mother)
    person = rows.require(worker.db, RelatedPerson, mother_id)
    assert (person.verified_on, person.verified_how) == (date(2026, 11, 3), VerifiedHow.REGISTER)

    patients.save_related(worker, patient_id, replace(mother, verified_on=""), mother_id)
    assert rows.require(worker.db, RelatedPerson, mother_id).verified_on == worker.today()

    patients.save_related(worker, patient_id, replace(mother, authority=AuthorityBasis.UNKNOWN), mother_id)
    assert rows.require(worker.db, RelatedPerson, mother_id).verified_how is VerifiedHow.NOT


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (TypedPerson(""), "name"),
        (TypedPerson("Anna", phone="1"), "phone"),
        (
            TypedPerson("A", authority=AuthorityBasis.COURT, verified_how=VerifiedHow.TOLD, verified_on="x"),
            "verified_on",
        ),
        (
            TypedPerson("A", authority=AuthorityBasis.COURT, verified_how=VerifiedHow.TOLD, verified_on="1-1-2027"),
            "verified_on",
        ),
    ],
)
def test_what_is_wrong_about_a_person_is_said_at_its_field(worker: Session, typed: TypedPerson, field: str) -> None:
    with pytest.raises(KnownError) as refusal:
        patients.save_related(worker, a_dossier(worker), typed)
    assert refusal.value.params["field"] == field


def test_somebody_taken_away_comes_back_by_undo(worker: Session) -> None:
    patient_id = a_dossier(worker)
    _, person_id = patients.save_related(worker, patient_id, TypedPerson("Anna"))
    patients.archive_related(worker, person_id)
    assert dossier_views.look_again(worker, patient_id).related == ()
    patients.restore_related(worker, person_id)
    assert len(dossier_views.look_again(worker, patient_id).related) == 1


def test_a_dossier_off_the_list_is_not_gone(worker: Session) -> None:
    patient_id = a_dossier(worker)
    patients.archive_dossier(worker, patient_id)
    assert dossier_views.list_dossiers(worker).total == 0
    assert dossier_views.list_dossiers(worker, "berg").lines == ()
    patients.restore_dossier(worker, patient_id)
    assert dossier_views.list_dossiers(worker).total == 1


def test_the_list_is_found_by_name_and_by_any_way_to_type_a_birth_date(worker: Session) -> None:
    patient_id = a_dossier(worker)
    a_dossier(worker, NewDossier("Lotte", "Verhoeven", "5-6-2010"))
    for text in ("noor", "v.d. berg", "2-3-2017", "2 maart 2017", "02032017"):
        assert [one.id for one in dossier_views.list_dossiers(worker, text).lines] == [patient_id], text
    assert dossier_views.list_dossiers(worker, "xyz").lines == ()
    assert [one.state for one in dossier_views.list_dossiers(worker).lines] != ["open", "open"]


def test_opening_is_on_record_and_looking_again_is_not(worker: Session) -> None:
    patient_id = a_dossier(worker)
    dossier_views.open_dossier(worker, patient_id)
    dossier_views.open_dossier(worker, patient_id, found=True)
    dossier_views.look_again(worker, patient_id)

    looks = access.who_looked(worker, patient_id)

    assert [one.event for one in looks[:3]] == ["log_read", "search", "read"]
    assert {one.name for one in looks} == {"Sanne de Vries"}
    assert access_log.of_patient(worker.db, patient_id)[0].type is EventType.LOG_READ


def test_a_dossier_shows_who_leads_and_whose_practice(worker: Session) -> None:
    view = dossier_views.open_dossier(worker, a_dossier(worker))
    assert (view.name, view.age, view.lead, view.site) == (
        "Noor van den Berg",
        9,
        "Sanne de Vries",
        "Praktijk De Waluwe",
    )
    assert {name for _, name in view.leads} == {"Sanne de Vries", "Joris Maas"}
    assert [name for _, name in patients.practices(worker)] == ["Praktijk De Waluwe", "Praktijk Het Tolhuis"]


def test_the_time_line_tells_what_happened_newest_first_and_a_note_reads_as_its_form(worker: Session) -> None:
    a_talk_with_note(worker)
    (patient,) = rows.where(worker.db, Patient)
    a_booking(worker, 1, person_id=patient.id)

    moments = dossier_views.open_dossier(worker, patient.id).moments
    kinds = [one.kind for one in moments]
    assert {"appointment", "note"} <= set(kinds)
    assert [one.day for one in moments] == sorted((one.day for one in moments), reverse=True)

    note = next(one for one in moments if one.kind == "note")
    read = timelines.read_note(worker, note.id)
    assert read.author == "Sanne de Vries"
    assert "Ik wil weer slapen" in [answer for _, answer in read.answers]
    assert access_log.of_patient(worker.db, patient.id)[0].purpose == "open_note"


@pytest.mark.parametrize("name", ["case_lead", "opened_at", "archived", "prefix", "distinct_from"])
def test_what_nobody_types_is_no_field_to_edit(worker: Session, name: str) -> None:
    patient_id = a_dossier(worker)
    before = rows.require(worker.db, Patient, patient_id)
    with pytest.raises(ValueError, match=name):
        patients.edit_patient(worker, patient_id, {name: "x", "school": "De Brug"})
    assert rows.require(worker.db, Patient, patient_id) == before


def test_a_practice_opens_no_dossier(gp: Session) -> None:
    for act in (
        lambda: dossier_views.list_dossiers(gp),
        lambda: dossier_views.open_dossier(gp, "x"),
        lambda: patients.add_dossier(gp, NOOR),
        lambda: timelines.read_note(gp, "x"),
    ):
        with pytest.raises(KnownError) as refusal:
            act()
        assert refusal.value.code == "role.may_not"
    assert PEOPLE["gp"].name == "dr. Peters"


def number(session: Session, patient_id: str) -> tuple[str, str, date | None, str]:
    one = rows.require(session.db, Patient, patient_id)
    return one.bsn, str(one.bsn_status), one.bsn_checked_on, str(one.bsn_checked_how)


def test_a_citizen_service_number_is_told_until_somebody_checked_it(worker: Session) -> None:
    child, today = a_dossier(worker), worker.today()
    patients.edit_patient(worker, child, {"bsn": "999900006"})
    assert number(worker, child) == ("999900006", "told", None, "")
    checked = {"bsn": "999900006", "bsn_status": "checked", "bsn_checked_how": "document", "bsn_checked_on": ""}
    patients.edit_patient(worker, child, checked)
    assert number(worker, child) == ("999900006", "checked", today, "document")
    patients.edit_patient(worker, child, {"school": "De Brug"})
    assert number(worker, child) == ("999900006", "checked", today, "document")
    patients.edit_patient(worker, child, {"bsn": "999990019", **{k: v for k, v in checked.items() if k != "bsn"},
                                          "bsn_checked_on": f"{today:%d-%m-%Y}"})  # fmt: skip
    assert number(worker, child) == ("999990019", "told", None, ""), "the check was of another number"
    patients.edit_patient(worker, child, {"bsn": ""})
    assert number(worker, child) == ("", "", None, "")
    patients.edit_patient(worker, child, {"bsn_status": "none"})
    assert number(worker, child) == ("", "none", None, "")


def test_a_number_of_before_stays_as_it_was_until_somebody_says_something_of_it(worker: Session) -> None:
    child = a_dossier(worker)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.require(worker.db, Patient, child), bsn="999900006"))
    patients.edit_patient(worker, child, {"school": "De Brug"})
    assert number(worker, child) == ("999900006", "", None, "")
    patients.edit_patient(worker, child, {"bsn": "999900006", "bsn_status": ""})
    assert number(worker, child) == ("999900006", "told", None, "")


@pytest.mark.parametrize(
    ("typed", "code", "field"),
    [
        ({"bsn_status": "checked"}, "person.bsn.missing", "bsn"),
        ({"bsn_status": "told"}, "person.bsn.missing", "bsn"),
        ({"bsn": "999900006", "bsn_status": "refused"}, "person.bsn.contradicts", "bsn"),
        ({"bsn": "999900006", "bsn_status": "checked"}, "person.bsn.how_missing", "bsn_checked_how"),
        ({"bsn_checked_on": "25-11-2026"}, "person.bsn.day_future", "bsn_checked_on"),
        ({"bsn_checked_on": "gisteren"}, "related.verified_unreadable", "bsn_checked_on"),
    ],
)
def test_a_number_and_what_is_said_of_it_agree(worker: Session, typed: dict[str, str], code: str, field: str) -> None:
    child = a_dossier(worker)
    with pytest.raises(KnownError) as refused:
        patients.edit_patient(worker, child, typed)
    assert (refused.value.code, refused.value.params["field"]) == (code, field)
    assert number(worker, child) == ("", "", None, "")
