"""Three computers that each administer one team, and entries that no service would make."""

import msgspec

from gpconnect.services import enrolling, pending_entries, spaces, syncing
from gpconnect.services.session import Session
from gpconnect.storage.connection import transaction
from gpconnect.sync import entries
from gpconnect.sync import wire as protocol
from tests.services.conftest import MakeSession
from tests.services.online import Wire, client, sync

Admins = tuple[Session, Session, Session]


def three_admins(make_session: MakeSession, wire: Wire) -> Admins:
    """Sanne, her second computer, and Joris."""
    sanne, second, joris = make_session("worker"), make_session("worker"), make_session("colleague")
    enrolling.found(sanne, sanne.team_space)
    syncing.sync_now(sanne, client(sanne, wire))
    cards = [enrolling.device_card(one) for one in (second, joris)]
    seats = [enrolling.DeviceCard(msgspec.structs.replace(one.member, capacity="admin"), one.name) for one in cards]
    enrolling.admit(sanne, sanne.team_space, seats)
    for one in (second, joris):
        enrolling.follow(one, [sanne.team_space])
    sync(sanne, second, joris, wire=wire)
    return sanne, second, joris


def send(session: Session, entry: protocol.Entry, wire: Wire) -> None:
    """An entry, sent as any other."""
    with transaction(session.db):
        pending_entries.store(session, session.team_space, entry)
    syncing.sync_now(session, client(session, wire))


def another_epoch(session: Session) -> protocol.Entry:
    """A new key for everybody who is in."""
    space = session.team_space
    entry, _ = entries.exchange(spaces.membership(session.db, space), spaces.space_keys(session.db, space), (), ())
    return entry
