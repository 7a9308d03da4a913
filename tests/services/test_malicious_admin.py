"""One of the admins of a space means harm, and the hub is honest: what they send stops nobody else for long."""

from collections.abc import Callable

import msgspec
import pytest

from gpconnect.services import enrolling, pending_entries, removing, spaces, syncing
from gpconnect.services.session import Session
from gpconnect.storage.connection import transaction
from gpconnect.sync import entries, wire
from gpconnect.sync.keys import DeviceKeys
from tests.services.conftest import MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client, sync
from tests.services.test_restoring import names

Admins = tuple[Session, Session, Session]
replaced = msgspec.structs.replace


@pytest.fixture
def admins(make_session: MakeSession, wire: Wire) -> Admins:
    """Sanne, her second computer, and Joris, who means harm: each administers the team."""
    sanne, second, joris = make_session("worker"), make_session("worker"), make_session("colleague")
    enrolling.found(sanne, sanne.team_space)
    syncing.sync_now(sanne, client(sanne, wire))
    cards = [enrolling.device_card(one) for one in (second, joris)]
    seats = [enrolling.DeviceCard(replaced(card.member, capacity="admin"), card.name) for card in cards]
    enrolling.admit(sanne, sanne.team_space, seats)
    for one in (second, joris):
        enrolling.follow(one, [sanne.team_space])
    sync(sanne, second, joris, wire=wire)
    return sanne, second, joris


def send(session: Session, entry: wire.Entry, wire: Wire) -> None:
    """An entry that no service would make, sent as any other."""
    with transaction(session.db):
        pending_entries.store(session, session.team_space, entry)
    syncing.sync_now(session, client(session, wire))


def another_epoch(session: Session) -> wire.Entry:
    """A new key for everybody who is in."""
    space = session.team_space
    entry, _ = entries.exchange(spaces.membership(session.db, space), spaces.space_keys(session.db, space), {}, ())
    return entry


def with_epoch(entry: wire.Entry, **changes: object) -> wire.Entry:
    assert entry.epoch is not None
    return replaced(entry, epoch=replaced(entry.epoch, **changes))


def a_gp_in_the_team(joris: Session) -> wire.Entry:
    space, gp = joris.team_space, entries.as_member(DeviceKeys.generate(), "d1" * 16, "gp", "member")
    return entries.add_members(spaces.membership(joris.db, space), spaces.space_keys(joris.db, space), (gp,))


def a_short_key(_joris: Session) -> wire.Entry:
    one = entries.as_member(DeviceKeys.generate(), "c4" * 16, "youth_worker", "contributor")
    return wire.Entry(add=(replaced(one, seal_key=one.seal_key[:-1]),))


def a_short_epoch(joris: Session) -> wire.Entry:
    return with_epoch(another_epoch(joris), public_key=b"short")


def an_unusable_device(joris: Session) -> wire.Entry:
    one = entries.as_member(DeviceKeys.generate(), "c4" * 16, "youth_worker", "member")
    current = spaces.membership(joris.db, joris.team_space).epoch
    assert current is not None
    epoch = replaced(current, wraps={one.device: b"nothing"}, previous=b"")
    return wire.Entry(add=(replaced(one, seal_key=b"\xff" * 1216),), epoch=epoch)


@pytest.mark.parametrize("made", [a_gp_in_the_team, a_short_key, a_short_epoch])
def test_what_no_replica_takes_the_hub_does_not_take_either_and_work_goes_on(
    admins: Admins, wire: Wire, made: Callable[[Session], wire.Entry]
) -> None:
    sanne, second, joris = admins

    send(joris, made(joris), wire)
    a_dossier(sanne, "Noor")
    sync(*admins, wire=wire)

    assert names(second) == {"Noor"}
    assert [syncing.state(one).waiting for one in (sanne, second)] == [0, 0]
    removing.remove_device(sanne, joris.device)
    sync(sanne, second, wire=wire)
    assert spaces.membership(second.db, sanne.team_space).member(joris.device) is None


def test_who_got_no_usable_key_from_one_admin_reads_on_with_the_next_and_can_put_them_out(
    admins: Admins, wire: Wire
) -> None:
    """What could not be opened has a number all the same, or that admin could never be put out again."""
    sanne, second, joris = admins
    evil = another_epoch(joris)
    assert evil.epoch is not None
    send(joris, with_epoch(evil, wraps={**evil.epoch.wraps, sanne.device: b"nothing"}), wire)
    a_dossier(second, "Noor")
    sync(second, sanne, wire=wire)
    assert names(sanne) == set(), "she has no key of it"
    send(second, another_epoch(second), wire)
    sync(sanne, second, wire=wire)

    assert names(sanne) == {"Noor"}
    removing.remove_device(sanne, joris.device)
    sync(sanne, second, wire=wire)
    assert spaces.membership(second.db, sanne.team_space).member(joris.device) is None


def test_a_device_that_nobody_can_seal_to_stops_no_removal(admins: Admins, wire: Wire) -> None:
    """Its key is as long as a key, and no key: the next epoch is made without it."""
    sanne, second, joris = admins
    entry = an_unusable_device(joris)
    send(joris, entry, wire)
    sync(sanne, second, wire=wire)

    removing.remove_device(sanne, joris.device)
    sync(sanne, second, wire=wire)

    here = spaces.membership(second.db, sanne.team_space)
    assert here.member(entry.add[0].device) is not None
    assert here.member(joris.device) is None
    a_dossier(sanne, "Noor")
    sync(sanne, second, wire=wire)
    assert names(second) == {"Noor"}
