"""What comes in is verified, applied, or kept with its reason; never dropped in silence."""

import secrets
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KINDS
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.services import applying, enrolling, profiles, rounds, sending, sharing, spaces, syncing, taking
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, operations, parcels, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync import entries, parcel, wire
from gpconnect.sync.keys import DeviceKeys
from tests.services.conftest import MakeSession
from tests.services.online import slip_in
from tests.services.other_hub import OtherHub, entry_parcel, forge, kept


@pytest.fixture
def sanne(make_session: MakeSession) -> Session:
    return make_session("worker")


@pytest.fixture
def joris(make_session: MakeSession) -> Session:
    return make_session("colleague")


@pytest.fixture
def hub(sanne: Session, joris: Session) -> OtherHub:
    """A hub on which Sanne has founded the team and admitted Joris."""
    made = OtherHub(sanne.team_space)
    enrolling.found(sanne, sanne.team_space)
    made.accept(sanne)
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(joris)])
    made.accept(sanne)
    made.tell(joris)
    return made


def open_dossier(session: Session) -> Patient:
    """Noor gets a dossier, with a key of its own."""
    patient = Patient(
        id=session.new_id(),
        given_name="Noor",
        family_name="Bos",
        birth_date=date(2017, 3, 2),
        case_lead=session.actor.staff_id,
        opened_at=session.now(),
    )
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
    return patient


def test_a_kind_of_a_newer_version_is_kept_and_named(hub: OtherHub, sanne: Session, joris: Session) -> None:
    made = slip_in(sanne, "hologram.made", space=hub.space)
    hub.receive(sanne)
    hub.tell(joris)

    assert operations.by_id(joris.db, made.op_id) is not None
    (marked,) = conflicts.marked(joris.db)
    assert (marked.op_id, marked.reason) == (made.op_id, "operation.unknown_kind")
    assert kept(joris, hub.space)[-1] == ("applied", "")


def test_what_a_role_may_not_do_is_marked_and_not_applied(hub: OtherHub, sanne: Session, joris: Session) -> None:
    made = slip_in(sanne, "site.recorded", space=hub.space)
    hub.accept(sanne)
    hub.tell(joris)

    (marked,) = conflicts.marked(joris.db)
    assert (marked.reason, marked.author) == ("operation.not_allowed", sanne.actor.staff_id)
    assert rows.get(joris.db, Site, made.record) is None


def test_what_a_role_may_not_do_counts_no_more_after_its_mark_was_put_away(
    hub: OtherHub, sanne: Session, joris: Session
) -> None:
    made = slip_in(sanne, "site.recorded", space=hub.space)
    hub.accept(sanne)
    hub.tell(joris)

    sharing.dismiss(joris, made.op_id)
    with transaction(joris.db):
        applying.refold(joris.db, KINDS["site"], made.record)

    assert sharing.overview(joris).items == ()
    assert rows.get(joris.db, Site, made.record) is None


def test_a_body_that_fits_no_record_waits_in_the_log(hub: OtherHub, sanne: Session, joris: Session) -> None:
    slip_in(sanne, "patient.recorded", space=hub.space)
    hub.accept(sanne)
    hub.tell(joris)

    assert [one.reason for one in conflicts.marked(joris.db)] == ["operation.not_understood"]
    assert rows.count(joris.db, Patient) == 0


def test_one_id_with_other_content_is_marked(hub: OtherHub, sanne: Session, joris: Session) -> None:
    first = slip_in(sanne, "patient.recorded", space=hub.space)
    hub.receive(sanne)
    hub.tell(joris)
    again = replace(first, author=joris.actor.staff_id, device=joris.device, body={"name": "Iets anders"})
    with transaction(joris.db):
        parcels.start_chain(joris.db, hub.space, secrets.token_bytes(8))
    sealed = parcel.pack(
        (again,),
        place=spaces.next_place(joris.db, hub.space),
        keys=spaces.space_keys(joris.db, hub.space),
        device=profiles.device_keys(joris.db),
    )
    hub.place(wire.Push(sealed.envelope, sealed.keys))
    hub.tell(sanne)

    assert [one.reason for one in conflicts.marked(sanne.db)] == ["other_bytes"]
    assert operations.by_id(sanne.db, first.op_id) == first


def test_a_parcel_that_does_not_open_is_kept_and_the_next_one_applies(
    hub: OtherHub, sanne: Session, joris: Session
) -> None:
    slip_in(sanne, "hologram.made", space=hub.space)
    hub.place(forge(sanne, hub.space, lambda payload: wire.Payload(payload.header, b"geen zegel" * 9)))
    hub.tell(joris)

    assert kept(joris, hub.space)[-1] == ("refused", "seal.broken")
    assert taking.cursor(joris, hub.space)[0] == 3

    enrolling.follow(joris, [hub.space])
    patient = open_dossier(joris)
    hub.accept(joris)
    assert kept(joris, hub.space)[-1][0] == "applied"
    assert rows.get(joris.db, Patient, patient.id) == patient


def test_a_group_that_was_made_wrongly_leaves_its_reason(hub: OtherHub, sanne: Session, joris: Session) -> None:
    made = slip_in(sanne, "hologram.made", space=hub.space)
    short = replace(made, op_id="abcd")
    sealed = parcel.pack(
        (short,),
        place=spaces.next_place(sanne.db, hub.space),
        keys=spaces.space_keys(sanne.db, hub.space),
        device=profiles.device_keys(sanne.db),
    )
    hub.place(wire.Push(sealed.envelope))
    hub.tell(joris)

    assert kept(joris, hub.space)[-1] == ("applied", "group.malformed")


def test_a_parcel_of_a_newer_version_waits_and_is_tried_again(hub: OtherHub, sanne: Session, joris: Session) -> None:
    slip_in(sanne, "hologram.made", space=hub.space)
    newer = forge(
        sanne, hub.space, lambda payload: wire.Payload(msgspec.structs.replace(payload.header, v=9), payload.body)
    )
    hub.place(newer)
    hub.tell(joris)
    hub.tell(joris)

    assert kept(joris, hub.space)[-1] == ("parked", "parcel.newer")


def test_a_dossier_without_its_key_waits_until_the_key_comes(hub: OtherHub, sanne: Session, joris: Session) -> None:
    patient = open_dossier(sanne)
    hub.accept(sanne)
    hub.tell(joris, withheld=True)
    assert kept(joris, hub.space)[-1] == ("parked", "keys")
    assert rows.get(joris.db, Patient, patient.id) is None

    changes = hub.tell(joris)

    assert kept(joris, hub.space)[-1] == ("applied", "")
    assert rows.get(joris.db, Patient, patient.id) == patient
    assert "patient" in changes.kinds


def test_who_joins_later_reads_dossiers_of_everybody_who_came_before(
    hub: OtherHub, sanne: Session, joris: Session, make_session: MakeSession
) -> None:
    """Joris' keys come before the entry that admits him: they are kept until that entry has been read."""
    patient = open_dossier(joris)
    hub.accept(joris)
    hub.tell(sanne)
    later = make_session("worker")
    enrolling.admit(sanne, hub.space, [enrolling.device_card(later)])
    hub.accept(sanne)

    hub.tell(later)

    assert rows.get(later.db, Patient, patient.id) == patient


def test_a_key_that_no_member_vouches_for_is_never_used(hub: OtherHub, sanne: Session, joris: Session) -> None:
    patient = open_dossier(sanne)
    push = sending.outgoing(sanne, hub.space)
    assert push is not None
    stolen = [msgspec.structs.replace(key, signature=bytes(64)) for key in push.keys]
    hub.place(wire.Push(push.envelope, tuple(stolen)))

    hub.tell(joris)

    assert kept(joris, hub.space)[-1] == ("parked", "keys")
    assert spaces.waiting_wraps(joris.db, hub.space) == ()
    assert rows.get(joris.db, Patient, patient.id) is None


def test_a_key_of_an_epoch_that_did_not_reach_us_waits(hub: OtherHub, sanne: Session, joris: Session) -> None:
    with transaction(joris.db):
        spaces.put_keys(joris.db, type(spaces.space_keys(joris.db, hub.space))(hub.space))
    open_dossier(sanne)
    hub.accept(sanne)
    answer = hub.answer(joris)
    bare = msgspec.structs.replace(answer, items=(), proof=_proof_at(hub, joris))
    syncing.take(joris, hub.space, bare, hub.public)

    assert len(spaces.waiting_wraps(joris.db, hub.space)) == 1


def _proof_at(hub: OtherHub, session: Session) -> wire.HeadProof:
    """What the hub would say if nothing had come since this device last asked."""
    at = parcels.cursor(session.db, hub.space)
    assert at is not None
    message = wire.head_message(hub.space, hub.incarnation, at.seq, at.head)
    return wire.HeadProof(hub.incarnation, at.seq, at.head, hub.key.sign(message))


def test_a_place_of_which_the_hub_kept_only_the_hash_is_kept_as_refused(
    hub: OtherHub, sanne: Session, joris: Session
) -> None:
    slip_in(sanne, "hologram.made", space=hub.space)
    hub.receive(sanne, code="bad_claim")
    hub.tell(joris)

    assert kept(joris, hub.space)[-1] == ("refused", "bad_claim")


def test_somebody_who_was_put_out_is_an_alarm_when_the_hub_takes_their_old_key(
    hub: OtherHub, sanne: Session, joris: Session
) -> None:
    """The hub places a parcel that was sealed with a key which the one who left still holds."""
    open_dossier(joris)
    stale = sending.outgoing(joris, hub.space)
    assert stale is not None
    membership = spaces.membership(sanne.db, hub.space)
    stranger = entries.as_member(DeviceKeys.generate(), "f" * 32, "youth_worker", "member")
    keys = spaces.space_keys(sanne.db, hub.space)
    hub.place(entry_parcel(sanne, hub.space, entries.add_members(membership, keys, (stranger,))))
    hub.tell(sanne)
    membership = spaces.membership(sanne.db, hub.space)
    gone, _ = entries.remove_device(membership, keys, stranger.device)
    hub.place(entry_parcel(sanne, hub.space, gone))
    hub.place(stale)

    changes = hub.tell(sanne)

    assert kept(sanne, hub.space)[-1] == ("alarm", "parcel.epoch_stale")
    assert "alarm" in changes.kinds


def test_a_hub_that_contradicts_itself_is_an_alarm_and_nothing_of_it_is_taken(hub: OtherHub, joris: Session) -> None:
    before = taking.cursor(joris, hub.space)
    hub.items[0] = msgspec.structs.replace(hub.items[0], parcel_hash=bytes(32))

    with pytest.raises(KnownError) as alarm:
        hub.tell(joris)

    assert (alarm.value.code, alarm.value.params) == ("hub.alarm", {"alarm": "hub.split_view"})
    assert taking.cursor(joris, hub.space) == before


def test_another_signature_than_at_the_first_meeting_is_an_alarm(hub: OtherHub, joris: Session) -> None:
    stranger = OtherHub(hub.space, incarnation=hub.incarnation, items=hub.items)

    with pytest.raises(KnownError, match=r"hub\.alarm"):
        stranger.tell(joris)


def test_a_hub_that_was_put_back_from_a_copy_says_so_and_nothing_is_thrown_away(hub: OtherHub, joris: Session) -> None:
    hub.incarnation = secrets.token_bytes(16)

    with pytest.raises(KnownError, match=r"hub\.restored"):
        hub.tell(joris)


def test_a_hub_that_grants_otherwise_than_the_order_says_is_noted(
    hub: OtherHub, sanne: Session, joris: Session
) -> None:
    with acting(sanne, Intention.EDIT_DOSSIER) as action:
        group = wire.ClaimGroup(claims=(wire.Claim(b"d" * 16, b"h" * 32),))
        action.event("patient", sanne.new_id(), "recorded", {"name": "x"}, space=hub.space, claim=group)
    hub.receive(sanne, granted=(False,))
    hub.tell(joris)

    assert kept(joris, hub.space)[-1] == ("applied", "hub.granted_otherwise")


@pytest.fixture
def pilot(make_session: MakeSession, sanne: Session) -> tuple[OtherHub, Session]:
    """A hub on which Marieke has founded the pilot's space, with Sanne as one who adds and never reads."""
    marieke = make_session("coordinator")
    made = OtherHub(marieke.pilot_space)
    enrolling.found(marieke, marieke.pilot_space)
    made.accept(marieke)
    enrolling.admit(marieke, marieke.pilot_space, [enrolling.device_card(sanne)])
    made.accept(marieke)
    made.tell(sanne)
    return made, marieke


def test_a_contributor_recognises_its_own_parcel_by_its_hash_alone(
    pilot: tuple[OtherHub, Session], sanne: Session
) -> None:
    hub, marieke = pilot
    made = slip_in(sanne, "fact.recorded", space=hub.space)
    hub.receive(sanne)
    hub.tell(marieke)
    assert [one.record for one in conflicts.marked(marieke.db)] == [made.record]
    assert KINDS["fact"].writers == {sanne.actor.role}

    hub.items[-1] = msgspec.structs.replace(hub.items[-1], envelope=b"", code=wire.SEALED)
    assert hub.tell(sanne).kinds == {"outbox"}

    assert sending.waits(sanne.db) == 0
    hub.place(wire.Push(msgspec.msgpack.encode(wire.Envelope(b"iemand anders", b""))), granted=(), code=wire.SEALED)
    assert hub.tell(sanne).kinds == frozenset()


def test_a_reader_is_told_when_bytes_are_left_out_that_are_theirs(
    hub: OtherHub, sanne: Session, joris: Session
) -> None:
    open_dossier(sanne)
    hub.accept(sanne)
    whole = hub.items[-1]
    hub.items[-1] = msgspec.structs.replace(whole, envelope=b"", code=wire.SEALED)
    with pytest.raises(KnownError) as told:
        hub.tell(joris)
    assert (told.value.code, told.value.params["alarm"]) == ("hub.alarm", "hub.withheld")

    hub.items[-1] = whole
    hub.tell(joris)
    assert [one.given_name for one in rows.where(joris.db, Patient)] == ["Noor"]


@pytest.mark.parametrize("number", [-1, 7, 2**62])
def test_numbers_of_keys_that_cannot_be_are_not_kept(hub: OtherHub, joris: Session, number: int) -> None:
    """A number too far ahead would leave out every key between, for ever."""
    answer = msgspec.structs.replace(hub.answer(joris), key_cursor=number)
    with pytest.raises(KnownError) as told:
        syncing.take(joris, hub.space, answer, hub.public)
    assert told.value.params["alarm"] == "hub.keys"
    assert taking.cursor(joris, hub.space) == (2, 0)


def test_a_key_that_was_changed_on_the_way_is_asked_for_again(hub: OtherHub, sanne: Session, joris: Session) -> None:
    open_dossier(sanne)
    hub.accept(sanne)
    true = hub.keys[-1]
    hub.keys[-1] = msgspec.structs.replace(true, sealed=true.sealed[:-1] + b"x")
    hub.tell(joris)
    assert kept(joris, hub.space)[-1] == ("parked", "keys")
    assert taking.lacks_keys(joris, hub.space)

    hub.keys[-1] = true
    seq, reached = taking.cursor(joris, hub.space)
    answer = msgspec.structs.replace(hub.answer(joris), keys=tuple(hub.keys), key_cursor=len(hub.keys))
    syncing.take(joris, hub.space, answer, hub.public)

    assert kept(joris, hub.space)[-1] == ("applied", "")
    assert not taking.lacks_keys(joris, hub.space)
    assert taking.cursor(joris, hub.space) == (seq, reached)


@given(sizes=st.lists(st.integers(0, 2 * rounds.BYTES_TOGETHER), max_size=40))
def test_places_are_taken_in_together_as_long_as_a_click_can_wait(sizes: list[int]) -> None:
    items = tuple(wire.Item(seq, b"", bytes(size), (), "", "") for seq, size in enumerate(sizes, start=1))
    batches = list(rounds.together(items))

    assert tuple(item for batch in batches for item in batch) == items
    for batch in batches:
        assert 1 <= len(batch) <= rounds.MOST_TOGETHER
        assert len(batch) == 1 or sum(len(item.envelope) for item in batch) <= rounds.BYTES_TOGETHER
