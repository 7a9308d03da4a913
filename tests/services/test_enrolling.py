"""Who founds a space, who lets people in, and what becomes of parcels that the hub does not take."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import enrolling, sending, spaces, syncing
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import operations
from gpconnect.sync import entries
from gpconnect.sync import wire as messages
from gpconnect.sync.keys import DeviceKeys
from tests.services.conftest import PRACTICE, MakeSession
from tests.services.online import Wire, client, slip_in, sync
from tests.services.other_hub import chain_number, entry_parcel

Practice = tuple[Session, Session, Session]


def test_founding_makes_this_device_the_first_admin_and_waits_to_be_sent(make_session: MakeSession) -> None:
    sanne = make_session("worker")
    changes = enrolling.found(sanne, sanne.team_space)

    assert changes.ids == {sanne.team_space}
    assert spaces.followed(sanne.db) == (sanne.team_space,)
    enrolling.follow(sanne, [sanne.team_space])
    assert spaces.followed(sanne.db) == (sanne.team_space,)
    assert sending.outgoing(sanne, sanne.team_space) is not None


def test_only_an_admin_lets_people_in(practice: Practice, make_session: MakeSession) -> None:
    _, assistant, _ = practice
    colleague = make_session("colleague")

    with pytest.raises(KnownError, match=r"space\.not_an_admin"):
        enrolling.admit(assistant, PRACTICE, [enrolling.device_card(colleague)])


def test_a_worker_adds_to_the_pilot_and_never_reads_it(make_session: MakeSession, wire: Wire) -> None:
    marieke, sanne, gp = make_session("coordinator"), make_session("worker"), make_session("gp")
    enrolling.found(marieke, marieke.pilot_space)
    syncing.sync_now(marieke, client(marieke, wire))
    with pytest.raises(KnownError, match=r"space\.not_yours"):
        enrolling.admit(marieke, marieke.pilot_space, [enrolling.device_card(gp)])
    enrolling.admit(marieke, marieke.pilot_space, [enrolling.device_card(sanne)])
    enrolling.follow(sanne, [sanne.pilot_space])
    slip_in(sanne, "fact.recorded", space=sanne.pilot_space)

    sync(marieke, sanne, wire=wire)

    member = spaces.membership(marieke.db, marieke.pilot_space).member(sanne.device)
    assert member is not None
    assert member.capacity == "contributor"
    assert spaces.space_keys(sanne.db, sanne.pilot_space).epochs == {}
    assert syncing.state(sanne).waiting == 0


def test_what_waits_for_a_space_that_has_not_admitted_us_stays_here_without_trouble(
    make_session: MakeSession, wire: Wire
) -> None:
    sanne = make_session("worker")
    enrolling.follow(sanne, [PRACTICE])
    slip_in(sanne, "slot.recorded", space=PRACTICE)

    syncing.sync_now(sanne, client(sanne, wire))

    assert syncing.state(sanne).waiting == 1
    assert syncing.outgoing(sanne, PRACTICE) is None


def test_a_parcel_in_an_epoch_that_is_over_goes_out_again_in_the_new_one(practice: Practice, wire: Wire) -> None:
    gp, assistant, worker = practice
    made = slip_in(assistant, "slot.recorded", space=PRACTICE)
    packed = syncing.outgoing(assistant, PRACTICE)
    put_out_somebody(gp, wire)

    answer = client(assistant, wire).push(packed) if packed else None
    assert answer is not None
    assert (answer.status, answer.code, answer.seq > 0) == ("refused", "stale_epoch", True)
    syncing.settle(assistant, PRACTICE, answer)
    assert operations.refused(assistant.db) == []
    sync(assistant, gp, worker, wire=wire)

    assert operations.by_id(worker.db, made.op_id) is not None
    assert syncing.state(assistant).waiting == 0


def put_out_somebody(gp: Session, wire: Wire) -> None:
    """The practice has a new epoch: a device came in and was put out again."""
    lost = entries.as_member(DeviceKeys.generate(), "f" * 32, "gp", "member")
    entry = entries.add_members(spaces.membership(gp.db, PRACTICE), spaces.space_keys(gp.db, PRACTICE), (lost,))
    entry_parcel(gp, PRACTICE, entry)
    syncing.sync_now(gp, client(gp, wire))
    known = spaces.membership(gp.db, PRACTICE)
    entry, _ = entries.remove_device(known, spaces.space_keys(gp.db, PRACTICE), lost.device)
    entry_parcel(gp, PRACTICE, entry)
    syncing.sync_now(gp, client(gp, wire))


def test_what_the_hub_refuses_for_good_stays_in_sight_with_its_reason(practice: Practice, wire: Wire) -> None:
    """A claim of a wrong size takes a place in the order and never counts; later work goes on after it."""
    gp, assistant, _ = practice
    with acting(gp, Intention.BOOK) as action:
        group = wire_claim(b"too short")
        action.event("slot", gp.new_id(), "recorded", {"name": "x"}, space=PRACTICE, claim=group)

    sync(gp, wire=wire)

    ((operation, reason),) = operations.refused(gp.db)
    assert (operation.kind, reason) == ("slot.recorded", "bad_claim")
    assert syncing.state(gp).refused == 1
    later = slip_in(gp, "slot.recorded", space=PRACTICE)
    sync(gp, assistant, wire=wire)
    assert operations.by_id(assistant.db, later.op_id) is not None


def wire_claim(name: bytes) -> messages.ClaimGroup:
    return messages.ClaimGroup(claims=(messages.Claim(name, b"h" * 32),))


def test_a_number_that_never_reached_the_hub_is_left_behind(practice: Practice, wire: Wire) -> None:
    """The hub misses a number of this file: the rest goes out under new numbers, in the same round."""
    gp, assistant, _ = practice
    slip_in(gp, "slot.recorded", space=PRACTICE)
    skipped = syncing.outgoing(gp, PRACTICE)
    assert skipped is not None
    gp.db.execute("UPDATE parcel_out SET state = 'refused' WHERE state = 'waiting'")
    later = slip_in(gp, "slot.recorded", space=PRACTICE)

    sync(gp, assistant, wire=wire)

    assert chain_number(gp, PRACTICE) == 2
    assert operations.by_id(assistant.db, later.op_id) is not None


def test_a_refusal_that_left_no_trace_keeps_the_parcel_under_way_and_says_so(practice: Practice) -> None:
    gp, _, _ = practice
    slip_in(gp, "slot.recorded", space=PRACTICE)
    syncing.outgoing(gp, PRACTICE)

    for code in ("not_member", "gap"):
        with pytest.raises(KnownError) as refusal:
            syncing.settle(gp, PRACTICE, messages.PushAnswer("refused", code=code))
        assert (refusal.value.code, refusal.value.params) == ("hub.refused", {"reason": code})
    assert syncing.state(gp).waiting == 1


def test_a_hub_that_is_full_asks_to_come_back(practice: Practice) -> None:
    gp, _, _ = practice
    with pytest.raises(KnownError) as later:
        syncing.settle(gp, PRACTICE, messages.PushAnswer("later", code="quota.space", seconds=60))

    assert (later.value.code, later.value.params) == ("hub.later", {"seconds": 60})


def test_a_refusal_of_what_is_no_longer_under_way_changes_nothing(practice: Practice) -> None:
    gp, _, _ = practice
    before = syncing.state(gp)
    sending.refused(gp, PRACTICE, "bad_claim")

    assert syncing.state(gp) == before
