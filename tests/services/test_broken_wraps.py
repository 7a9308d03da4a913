"""An admin hands out a new key that one colleague cannot open: that space waits for her, and nothing else stops."""

from dataclasses import dataclass

import msgspec
import pytest

from gpconnect.services import enrolling, meeting, profiles, removing, sharing, spaces, syncing
from gpconnect.services.session import Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import operations, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import entries, parcel, wire
from gpconnect.sync.keys import DeviceKeys, new_token
from tests.services.conftest import PRACTICE, TEAM, MakeSession, put_common
from tests.services.online import Wire, client, slip_in, sync

TEAM_SPACE = f"team/{TEAM}"
CLAIMED = b"c" * 16


@dataclass
class People:
    """Sanne, who is done harm to; Joris, who does it; Noa, another admin; and a practice that Sanne is in."""

    sanne: Session
    joris: Session
    noa: Session
    gp: Session


@pytest.fixture
def people(practice: tuple[Session, Session, Session], make_session: MakeSession, wire: Wire) -> People:
    gp, _, sanne = practice
    put_common(sanne)
    joris, noa = make_session("colleague"), make_session("colleague")
    enrolling.found(sanne, TEAM_SPACE)
    round_of(sanne, wire)
    cards = [enrolling.device_card(one) for one in (joris, noa)]
    admins = [msgspec.structs.replace(one.member, capacity="admin") for one in cards]
    enrolling.admit(sanne, TEAM_SPACE, [enrolling.DeviceCard(one, "Joris") for one in admins])
    for one in (joris, noa):
        enrolling.follow(one, [TEAM_SPACE])
    sync(sanne, joris, noa, wire=wire)
    return People(sanne, joris, noa, gp)


def round_of(session: Session, wire: Wire) -> None:
    meeting.sync_now(session, client(session, wire))


def new_epoch(admin: Session, wire_: Wire, *, spoil: str = "", previous: bytes | None = None) -> None:
    """An epoch by this admin, with a claim beside it, in which the wrap of one device may be garbage."""
    round_of(admin, wire_)
    db = admin.db
    membership, keys = spaces.membership(db, TEAM_SPACE), spaces.space_keys(db, TEAM_SPACE)
    entry, _ = entries.exchange(membership, keys, (), ())
    assert entry.epoch is not None
    wraps = {**entry.epoch.wraps} | ({spoil: b"x" * 1200} if spoil else {})
    epoch = msgspec.structs.replace(entry.epoch, wraps=wraps, previous=previous or entry.epoch.previous)
    claim = wire.ClaimGroup((wire.Claim(CLAIMED, new_token()),))
    with transaction(db):
        sealed = parcel.pack(
            (),
            place=spaces.next_place(db, TEAM_SPACE),
            keys=keys,
            device=profiles.device_keys(db),
            claims=(claim,),
            entry=msgspec.structs.replace(entry, epoch=epoch),
        )
        spaces.store(db, TEAM_SPACE, sealed)
    round_of(admin, wire_)


def order(session: Session, wire_: Wire) -> int:
    """How far the order of the team is at the hub."""
    return client(session, wire_).pull(TEAM_SPACE, 0, 0, 500).proof.seq


def test_the_space_waits_and_says_so_and_the_others_go_on(people: People, wire: Wire) -> None:
    passer = entries.as_member(DeviceKeys.generate(), "f" * 32, "youth_worker", "member")
    enrolling.admit(people.sanne, TEAM_SPACE, [enrolling.DeviceCard(passer, "Passant")])
    round_of(people.sanne, wire)
    removing.remove_device(people.sanne, passer.device)
    waits = slip_in(people.sanne, "note.signed", space=TEAM_SPACE, dossier="d0" * 16)
    arrives = slip_in(people.sanne, "handover.started", space=PRACTICE)
    new_epoch(people.joris, wire, spoil=people.sanne.device)
    before = order(people.joris, wire)

    for _ in range(3):
        round_of(people.sanne, wire)

    assert order(people.joris, wire) == before, "nothing is sent that cannot count"
    assert syncing.state(people.sanne).locked == ("team",)
    assert operations.is_pending(people.sanne.db, "note", waits.record)
    assert not operations.is_pending(people.sanne.db, "handover", arrives.record)
    assert removing.under_way(people.sanne) == {passer.device}
    (alarm,) = (one for one in sharing.overview(people.sanne).items if one.alarm)
    assert (alarm.reason, alarm.author) == ("epoch.wrap_broken", "Joris Maas")


def test_what_was_sealed_before_is_refused_once_and_waits(people: People, wire: Wire) -> None:
    waits = slip_in(people.sanne, "note.signed", space=TEAM_SPACE)
    assert syncing.outgoing(people.sanne, TEAM_SPACE) is not None
    new_epoch(people.joris, wire, spoil=people.sanne.device)
    before = order(people.joris, wire)
    round_of(people.sanne, wire)

    assert order(people.joris, wire) <= before + 1
    assert operations.is_pending(people.sanne.db, "note", waits.record)


def test_the_claims_of_that_parcel_are_followed(people: People, wire: Wire) -> None:
    new_epoch(people.joris, wire, spoil=people.sanne.device)
    round_of(people.sanne, wire)
    round_of(people.noa, wire)

    held = [key_store.holder(one.db, TEAM_SPACE, CLAIMED) for one in (people.sanne, people.noa)]
    assert held[0] is not None
    assert held[0] == held[1]
    reasons = {one.reason for one in parcels.troubles(people.sanne.db)}
    assert reasons == {"epoch.wrap_broken"}, "and the chain of Joris goes on without a hole"


def test_the_next_epoch_of_an_honest_admin_opens_everything_again(people: People, wire: Wire) -> None:
    waits = slip_in(people.sanne, "note.signed", space=TEAM_SPACE)
    new_epoch(people.joris, wire, spoil=people.sanne.device)
    missed = slip_in(people.noa, "note.signed", space=TEAM_SPACE)
    for one in (people.noa, people.sanne):
        round_of(one, wire)
    assert operations.by_id(people.sanne.db, missed.op_id) is None
    new_epoch(people.noa, wire)
    for one in (people.sanne, people.noa):
        round_of(one, wire)

    assert syncing.state(people.sanne).locked == ()
    assert operations.by_id(people.sanne.db, missed.op_id) is not None
    assert operations.by_id(people.noa.db, waits.op_id) is not None


def test_who_would_cut_off_the_history_for_newcomers_is_named_by_everybody(people: People, wire: Wire) -> None:
    new_epoch(people.joris, wire, previous=b"x" * 80)
    round_of(people.sanne, wire)

    assert syncing.state(people.sanne).locked == ()
    (alarm,) = (one for one in sharing.overview(people.sanne).items if one.alarm)
    assert (alarm.reason, alarm.author) == ("epoch.previous_broken", "Joris Maas")


def test_who_comes_in_later_blames_who_cut_off_the_history_and_not_who_let_them_in(
    people: People, make_session: MakeSession, wire: Wire
) -> None:
    new_epoch(people.joris, wire, previous=b"x" * 80)
    cut = order(people.joris, wire)
    newcomer = make_session("colleague")
    put_common(newcomer)
    enrolling.admit(people.sanne, TEAM_SPACE, [enrolling.device_card(newcomer)])
    enrolling.follow(newcomer, [TEAM_SPACE])
    for _ in range(2):
        round_of(people.sanne, wire)
        round_of(newcomer, wire)

    assert [(one.seq, one.reason) for one in parcels.troubles(newcomer.db)] == [(cut, "epoch.previous_broken")]
    assert [one.author for one in sharing.overview(newcomer).items if one.alarm] == ["Joris Maas"]
    assert syncing.state(newcomer).locked == ()
