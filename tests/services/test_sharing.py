"""What waits, what needs a choice, and what the municipality sees."""

from dataclasses import replace

import pytest

from gpconnect.domain.care import Outcome
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Appointment, Placement
from gpconnect.domain.staff import Role
from gpconnect.services import enrolling, facts, outcomes, sharing, syncing
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, operations, rows
from gpconnect.storage.connection import transaction
from gpconnect.storage.parcels import ParcelOut, refuse, start_chain, store_parcel
from tests.services.conftest import WALUWE
from tests.services.sharing_help import a_step_too_late, two_phones
from tests.services.visits_help import a_booking, a_talk_with_note


def phone(session: Session, patient_id: str) -> str:
    return rows.require(session.db, Patient, patient_id).phone


def test_what_waits_is_counted_per_space_under_the_name_of_the_site(gp: Session) -> None:
    view = sharing.overview(gp)

    assert [(one.family, one.name) for one in view.waiting] == [("practice", "Praktijk De Waluwe")]
    assert view.waiting[0].waiting > 20
    assert view.waiting[0].oldest == gp.now()
    assert (view.items, view.conflicts, view.lost) == ((), (), 0)


def test_a_choice_shows_both_values_with_who_and_when(worker: Session) -> None:
    two_phones(worker)

    (conflict,) = sharing.conflicts(worker)

    assert conflict.about == "Noor van den Berg"
    assert [(one.author, dict(one.values)["phone"]) for one in conflict.versions] == [
        ("Joris Maas", "+31611112222"),
        ("Sanne de Vries", "+31687654321"),
    ]


SECRETS = ("Geheimlaan", "5301 AA", "Zaltbommel", "999990")


@pytest.mark.parametrize("stands", [True, False])
@pytest.mark.parametrize("said", [True, False])
def test_a_card_shows_no_confidential_address_and_of_a_number_the_last_digits(
    worker: Session,
    stands: bool,  # noqa: FBT001 - what is set now
    said: bool,  # noqa: FBT001 - what one of the values says
) -> None:
    patient_id = two_phones(worker)
    address = {"address": "Geheimlaan 1", "postcode": "5301 AA", "city": "Zaltbommel"}
    (phones,) = conflicts.conflicts(worker.db)
    first, second = phones.heads
    with transaction(worker.db):
        before = rows.require(worker.db, Patient, patient_id)
        rows.put(worker.db, replace(before, address_confidential=stands))
        conflicts.clear_conflict(worker.db, phones.kind, patient_id, phones.group)
        values = [address | {"address_confidential": said}, {"address": "", "address_confidential": False}]
        heads = [{**head, "value": value} for head, value in zip((first, second), values, strict=True)]
        conflicts.put_conflict(worker.db, conflicts.Conflict("patient", patient_id, "8", heads))
        number = [{**first, "value": {"bsn": "999990019"}}, {**second, "value": {"bsn": ""}}]
        conflicts.put_conflict(worker.db, conflicts.Conflict("patient", patient_id, "9", number))

    shown = str(sharing.conflicts(worker))

    assert [one in shown for one in SECRETS] == [not (stands or said)] * 3 + [False]
    assert "•••019" in shown


@pytest.mark.parametrize("place", [0, 1])
def test_either_value_may_be_chosen_and_the_question_is_gone(worker: Session, place: int) -> None:
    patient_id = two_phones(worker)
    (conflict,) = sharing.conflicts(worker)
    chosen = conflict.versions[place]

    changes = sharing.choose(worker, conflict.kind, conflict.record, conflict.group, chosen.op_id)

    assert changes.kinds == {"patient"}
    assert sharing.conflicts(worker) == ()
    assert phone(worker, patient_id) == dict(chosen.values)["phone"]
    last = operations.of_record(worker.db, "patient", patient_id)[-1]
    assert {one.op_id for one in conflict.versions} <= set(last.seen)


def test_a_choice_is_taken_back_by_choosing_the_other(worker: Session) -> None:
    patient_id = two_phones(worker)
    (conflict,) = sharing.conflicts(worker)
    mine, other = conflict.versions
    sharing.choose(worker, conflict.kind, conflict.record, conflict.group, mine.op_id)

    sharing.choose(worker, conflict.kind, conflict.record, conflict.group, other.op_id)

    assert phone(worker, patient_id) == dict(other.values)["phone"]
    assert sharing.conflicts(worker) == ()


def test_a_value_that_nobody_wrote_cannot_be_chosen(worker: Session) -> None:
    patient_id = two_phones(worker)

    with pytest.raises(KnownError) as refusal:
        sharing.choose(worker, "patient", patient_id, "1", "0" * 32)
    assert refusal.value.code == "conflict.gone"


def test_what_came_too_late_is_shown_with_its_reason_until_it_is_seen(worker: Session) -> None:
    a_step_too_late(worker)

    (item,) = sharing.overview(worker).items
    assert (item.kind, item.reason, item.author, item.refused) == (
        "appointment",
        "state_moved_on",
        "Sanne de Vries",
        False,
    )

    sharing.dismiss(worker, item.op_id)
    assert sharing.overview(worker).items == ()
    assert operations.by_id(worker.db, item.op_id) is not None


def test_what_the_hub_refused_stays_in_sight(gp: Session) -> None:
    space = f"practice/{WALUWE}"
    with transaction(gp.db):
        start_chain(gp.db, space, b"12345678")
        batch = [op.op_id for op in operations.waiting(gp.db, space, 1)]
        store_parcel(gp.db, ParcelOut(space, b"12345678", 1, b"sealed", b"digest"), batch)
        refuse(gp.db, space, b"12345678", 1, "hub.not_member", repack=False)

    (item,) = sharing.overview(gp).items

    assert (item.refused, item.reason, item.kind) == (True, "hub.not_member", "office_hours")


def test_lost_bookings_are_counted(gp: Session) -> None:
    visit = a_booking(gp)
    with transaction(gp.db):
        rows.put(gp.db, replace(rows.require(gp.db, Appointment, visit), placement=Placement.LOST))

    assert sharing.overview(gp).lost == 1


def test_a_worker_reads_what_left_this_device_and_how_much(worker: Session) -> None:
    enrolling.found(worker, worker.team_space)
    outcomes.finish(worker, a_talk_with_note(worker), Outcome.BRIEF_SUPPORT)
    facts.derive(worker)

    view = sharing.municipality(worker)

    talk = next(one for one in view.kinds if one.kind == "encounter")
    assert [(f"{month:%Y-%m}", number) for month, number in talk.months] == [("2026-11", 1)]
    assert "Of de huisarts even meeliep." in talk.sentences
    assert view.counts
    assert view.never[0].startswith("Geen namen")


def test_the_coordinator_reads_the_same_sentences_without_numbers(worker: Session, coordinator: Session) -> None:
    mine, theirs = sharing.municipality(worker), sharing.municipality(coordinator)

    assert [one.sentences for one in theirs.kinds] == [one.sentences for one in mine.kinds]
    assert not theirs.counts
    assert all(one.months == () for one in theirs.kinds)


def test_a_question_about_a_provider_names_it(worker: Session) -> None:
    head = {"op_id": "1" * 32, "author": "nobody", "made_at": worker.now().isoformat(), "value": {"name": "x"}}
    with transaction(worker.db):
        conflicts.put_conflict(worker.db, conflicts.Conflict("provider", "99" * 16, "0", [head]))

    (conflict,) = sharing.conflicts(worker)

    assert (conflict.about, conflict.versions[0].author) == ("Mozaïek jeugdhulp", "")


def test_who_may_not_write_a_kind_of_record_is_not_asked_about_it_and_chooses_nothing(worker: Session) -> None:
    patient_id = two_phones(worker)
    (conflict,) = sharing.conflicts(worker)
    coordinator = replace(worker, actor=replace(worker.actor, role=Role.COORDINATOR))

    assert sharing.conflicts(coordinator) == ()
    assert (syncing.state(worker).conflicts, syncing.state(coordinator).conflicts) == (1, 0)
    with pytest.raises(KnownError, match=r"role\.may_not"):
        sharing.choose(coordinator, "patient", patient_id, conflict.group, conflict.versions[0].op_id)
