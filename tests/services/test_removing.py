"""A lost laptop and a colleague who leaves: what they open after that, and what nobody can take back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.staff import Role
from gpconnect.hub import rules
from gpconnect.services import belonging, profiles, put_out, removing, spaces, syncing, taking
from gpconnect.services.guests import Guest
from gpconnect.services.session import Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import operations, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import chain, entries, parcel
from gpconnect.sync import wire as protocol
from gpconnect.sync.client import Request, Response
from gpconnect.sync.keys import DeviceKeys, SpaceKeys
from gpconnect.sync.membership import Membership
from tests.services.conftest import TEAM, Clock, MakeSession
from tests.services.joining_help import JORIS, founded, let_in, new_file, rounds
from tests.services.online import Wire, client, slip_in
from tests.services.other_hub import entry_parcel

TEAM_SPACE = f"team/{TEAM}"
DOSSIER = "d0" * 16


@pytest.fixture
def sanne(make_session: MakeSession, wire: Wire) -> Session:
    """A youth worker with the team founded."""
    return founded(make_session("worker"), TEAM_SPACE, wire=wire)


@pytest.fixture
def joris(sanne: Session, tmp_path: Path, clock: Clock, wire: Wire) -> Iterator[Session]:
    """A colleague who came in with a code, and has read what was there."""
    profile = new_file(tmp_path / "joris", clock)
    let_in(sanne, profile.session, JORIS, TEAM_SPACE, wire=wire)
    yield profile.session
    profile.close()


def test_a_device_removed_at_ten_opens_nothing_written_after_ten_also_when_the_hub_helps(
    sanne: Session, joris: Session, wire: Wire
) -> None:
    before = slip_in(sanne, "note.signed", space=TEAM_SPACE, dossier=DOSSIER)
    rounds(sanne, joris, wire=wire)
    removing.remove_device(sanne, joris.device)
    rounds(sanne, wire=wire)
    known = slip_in(sanne, "note.signed", space=TEAM_SPACE, dossier=DOSSIER)
    new = slip_in(sanne, "note.signed", space=TEAM_SPACE, dossier="d1" * 16)
    rounds(sanne, wire=wire)

    rounds(joris, wire=wire)
    with pytest.raises(KnownError, match=r"hub\.not_member"):
        client(joris, wire).pull(TEAM_SPACE)
    hub_helps(sanne, joris, wire)

    assert operations.by_id(joris.db, before.op_id) is not None, "what was read cannot be unread"
    for after in (known, new):
        assert operations.by_id(sanne.db, after.op_id) is not None
        assert operations.by_id(joris.db, after.op_id) is None
    assert len(spaces.space_keys(joris.db, TEAM_SPACE).epochs) == 1
    assert spaces.membership(joris.db, TEAM_SPACE).member(joris.device) is None


def hub_helps(inside: Session, outside: Session, wire: Wire) -> None:
    """The hub gives somebody who was put out all that it has: every parcel and every wrapped key."""
    hub = client(inside, wire)
    seq, _ = taking.cursor(outside, TEAM_SPACE)
    answer = hub.pull(TEAM_SPACE, seq, 0, 500)
    assert hub.hub_key is not None
    syncing.take(outside, TEAM_SPACE, answer, hub.hub_key)


def test_what_a_removed_device_sends_counts_no_more(sanne: Session, joris: Session, wire: Wire) -> None:
    counted = slip_in(joris, "handover.started", space=TEAM_SPACE)
    rounds(joris, sanne, wire=wire)
    removing.remove_device(sanne, joris.device)
    rounds(sanne, wire=wire)
    late = slip_in(joris, "handover.started", space=TEAM_SPACE)
    rounds(joris, sanne, wire=wire)

    assert operations.by_id(sanne.db, counted.op_id) is not None
    assert operations.by_id(sanne.db, late.op_id) is None


def test_who_was_put_out_reads_that_keeps_what_was_there_and_hears_when_let_in_again(
    sanne: Session, joris: Session, wire: Wire
) -> None:
    before = slip_in(sanne, "handover.started", space=TEAM_SPACE)
    rounds(sanne, joris, wire=wire)
    assert syncing.state(joris).out == ()
    removing.remove_device(sanne, joris.device)
    rounds(sanne, wire=wire)
    for _ in range(2):
        rounds(joris, wire=wire)
        assert syncing.state(joris).out == ("team",)
    assert operations.by_id(joris.db, before.op_id) is not None

    put_out.let_in(joris, TEAM_SPACE)
    put_out.let_in(joris, TEAM_SPACE)
    assert syncing.state(joris).out == ()


def test_who_leaves_goes_with_every_device(
    sanne: Session, joris: Session, tmp_path: Path, clock: Clock, wire: Wire
) -> None:
    profile = new_file(tmp_path / "second", clock)
    again = Guest("Joris Maas", Role.YOUTH_WORKER, staff=joris.actor.staff_id)
    let_in(sanne, profile.session, again, TEAM_SPACE, wire=wire)
    removing.remove_person(sanne, joris.actor.staff_id)
    assert removing.under_way(sanne) == {joris.device, profile.session.device}
    rounds(sanne, sanne, sanne, wire=wire)

    assert removing.under_way(sanne) == set()
    assert {one.staff for one in spaces.membership(sanne.db, TEAM_SPACE).members()} == {sanne.actor.staff_id}
    profile.close()


def test_nobody_puts_out_their_own_device_or_one_of_a_space_they_do_not_administer(
    sanne: Session, joris: Session
) -> None:
    with pytest.raises(KnownError, match=r"remove\.own_device"):
        removing.remove_device(sanne, sanne.device)
    with pytest.raises(KnownError, match=r"remove\.own_device"):
        removing.remove_person(sanne, sanne.actor.staff_id)
    with pytest.raises(KnownError, match=r"space\.not_an_admin"):
        removing.remove_device(joris, sanne.device)
    with pytest.raises(KnownError, match=r"space\.not_an_admin"):
        removing.remove_person(sanne, "0" * 32)


def test_a_removal_that_crosses_another_admins_goes_again(
    sanne: Session, joris: Session, tmp_path: Path, clock: Clock, wire: Wire
) -> None:
    profile = new_file(tmp_path / "second", clock)
    other = Guest("Sanne", Role.YOUTH_WORKER, staff=sanne.actor.staff_id, admin=True)
    let_in(sanne, profile.session, other, TEAM_SPACE, wire=wire)
    new_epoch(profile.session, wire)
    removing.remove_device(sanne, joris.device)
    rounds(sanne, sanne, wire=wire, times=2)

    assert spaces.membership(sanne.db, TEAM_SPACE).member(joris.device) is None
    assert removing.under_way(sanne) == set()
    profile.close()


def test_what_was_sent_while_the_removal_was_on_its_way_counts_with_everybody(
    sanne: Session, joris: Session, tmp_path: Path, clock: Clock, wire: Wire
) -> None:
    removing.remove_device(sanne, joris.device)
    assert syncing.outgoing(sanne, TEAM_SPACE) is not None, "sealed before the note of Joris came"
    crossed = slip_in(joris, "handover.started", space=TEAM_SPACE)
    rounds(joris, wire=wire)
    rounds(sanne, sanne, wire=wire, times=2)
    profile = new_file(tmp_path / "later", clock)
    let_in(sanne, profile.session, Guest("Noa", Role.YOUTH_WORKER), TEAM_SPACE, wire=wire)

    assert spaces.membership(sanne.db, TEAM_SPACE).member(joris.device) is None
    assert removing.under_way(sanne) == set()
    for one in (sanne, profile.session):
        assert operations.by_id(one.db, crossed.op_id) is not None
        assert parcels.troubles(one.db) == []
    profile.close()


def test_who_sends_something_before_each_try_is_put_out_all_the_same(
    sanne: Session, joris: Session, wire: Wire
) -> None:
    """His program, anywhere on the network, is always a parcel ahead of the admin's."""
    space_keys, device = spaces.space_keys(joris.db, TEAM_SPACE), profiles.device_keys(joris.db)
    line, honest, sent = client(joris, wire), wire.send, list[parcel.Sealed]()
    read = parcels.cursor(joris.db, TEAM_SPACE)
    assert read is not None

    def send(request: Request) -> Response:
        if request.path in {"/v1/parcels", "/v1/batches"} and request.method == "POST":
            place = parcel.Place(TEAM_SPACE, joris.new_id().encode()[:8], 1, protocol.ZERO_HASH, read.seq, read.head)
            sent.append(parcel.pack((), place=place, keys=space_keys, device=device))
            wire.send = honest
            line.push(protocol.Push(sent[-1].envelope))
            wire.send = send
        return honest(request)

    removing.remove_device(sanne, joris.device)
    wire.send = send
    rounds(sanne, wire=wire)
    wire.send = honest

    assert sent
    assert spaces.membership(sanne.db, TEAM_SPACE).member(joris.device) is None
    assert removing.under_way(sanne) == set()
    assert parcels.troubles(sanne.db) == []
    with pytest.raises(KnownError, match=r"hub\.not_member"):
        line.pull(TEAM_SPACE)


def test_who_began_thousands_of_chains_is_put_out_all_the_same(sanne: Session, joris: Session, wire: Wire) -> None:
    rounds(sanne, joris, wire=wire)
    stored = key_store.secret_blob(sanne.db, f"chains:{TEAM_SPACE}")
    assert stored is not None
    chains = chain.Chains.from_bytes(stored)
    lives = {(joris.device, number.to_bytes(32)): chain.Link(1, bytes(32)) for number in range(15_500)}
    with transaction(sanne.db):
        many = replace(chains, links={**chains.links, **lives}).to_bytes()
        key_store.put_secret_blob(sanne.db, f"chains:{TEAM_SPACE}", many)

    removing.remove_device(sanne, joris.device)
    rounds(sanne, wire=wire)

    assert spaces.membership(sanne.db, TEAM_SPACE).member(joris.device) is None
    assert syncing.state(sanne).waiting == 0


def test_a_hub_that_lets_such_a_removal_pass_is_named(
    sanne: Session, joris: Session, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A removal as it was made before, that names what counts: less than everybody has by then."""
    monkeypatch.setattr(rules, "removal_trouble", lambda *_: "")
    slip_in(joris, "handover.started", space=TEAM_SPACE)
    rounds(joris, sanne, wire=wire)
    entry, _ = entries.remove_device(*known(sanne), joris.device)
    entry_parcel(sanne, TEAM_SPACE, msgspec.structs.replace(entry, remove=(protocol.Removal(joris.device, b"", 0),)))
    rounds(sanne, sanne, wire=wire)

    assert [one.reason for one in parcels.troubles(sanne.db)] == ["entry.removal_stale"]


def new_epoch(admin: Session, wire: Wire) -> None:
    """Somebody comes in and goes again, on another admin's device."""
    passer = entries.as_member(DeviceKeys.generate(), "f" * 32, "youth_worker", "member")
    entry_parcel(admin, TEAM_SPACE, entries.add_members(*known(admin), (passer,)))
    rounds(admin, wire=wire)
    entry_parcel(admin, TEAM_SPACE, entries.remove_device(*known(admin), passer.device)[0])
    rounds(admin, wire=wire)


def known(admin: Session) -> tuple[Membership, SpaceKeys]:
    return spaces.membership(admin.db, TEAM_SPACE), spaces.space_keys(admin.db, TEAM_SPACE)


def test_while_something_else_is_under_way_the_removal_waits_its_turn(
    sanne: Session, joris: Session, wire: Wire
) -> None:
    slip_in(sanne, "handover.started", space=TEAM_SPACE)
    assert syncing.outgoing(sanne, TEAM_SPACE) is not None
    removing.remove_device(sanne, joris.device)
    rounds(sanne, sanne, wire=wire)

    assert spaces.membership(sanne.db, TEAM_SPACE).member(joris.device) is None


def test_people_and_devices_as_each_sees_them(sanne: Session, joris: Session) -> None:
    seen = belonging.overview(sanne)
    own, other = seen.people
    assert (own.name, own.own, [one.own for one in own.devices]) == ("Sanne de Vries", True, [True])
    assert own.devices[0].capacity == "admin"
    assert not own.devices[0].removable
    assert (other.role, [one.removable for one in other.devices]) == ("youth_worker", [True])
    assert other.devices[0].since is not None
    assert seen.invites == {"youth_worker": (TEAM_SPACE,)}
    (team, *rest) = seen.spaces
    assert (team.state, team.people, team.capacity, team.has_recovery) == ("in", 2, "admin", False)
    assert {one.state for one in rest} == {"waiting"}
    assert belonging.overview(joris).invites == {}
    assert not any(one.removable for who in belonging.overview(joris).people for one in who.devices)
    assert profiles.device_keys(sanne.db).device == own.devices[0].device
