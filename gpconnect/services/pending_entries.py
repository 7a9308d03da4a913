"""What was meant by a change in who belongs to a space, until the change stands in the order of that space.

Letting somebody in, putting a device out and a recovery key on paper are entries, and an entry can be lost on the way:
another admin was first, the key of the space changed, a restored hub went on without it. So it is not the entry that
is kept but what was meant. The entry is made when it is its turn to be sent, with what is known then, and made anew
until it took its place. What the hub refuses for good stays in sight on *Delen*.
"""

from datetime import datetime
from typing import Literal

import msgspec
from sqlite_utils import Database

from gpconnect.services import hub_lives, profiles, put_out, spaces
from gpconnect.services.session import Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import parcels
from gpconnect.sync import entries, parcel, wire
from gpconnect.sync.keys import SpaceKeys
from gpconnect.sync.membership import Membership
from gpconnect.sync.refusals import ParkedError, RefusedError

Kind = Literal["admit", "remove", "recovery"]
CROSSED = frozenset(
    {"stale_epoch", "entry.removal_stale", "entry.device_known", "entry.device_unknown", "entry.epoch_missing"}
    | {"entry.wraps", "entry.previous_missing", "entry.epoch_key"}
)
"""Refusals of what crossed something else in the order: made anew, it may well be taken."""
PATIENT = frozenset({"stale_epoch", "entry.removal_stale"})
"""Of those, the ones that go on mending themselves however often it happens."""
MOST_TRIES = 5
NOT_AN_ADMIN = "entry.not_an_admin"
_PREFIX = "entry:"


class PendingEntry(msgspec.Struct, frozen=True):
    """Something that was meant here and does not stand yet.

    Attributes:
        space: where.
        kind: let in, put out, or a recovery key in the place of an earlier one.
        at: when it was meant, aware UTC.
        add: who comes in.
        remove: the device that goes.
        refused: why the hub will never take it, empty while it may.
        tries: how often it crossed something else.
    """

    space: str
    kind: Kind
    at: datetime
    add: tuple[wire.Member, ...] = ()
    remove: str = ""
    refused: str = ""
    tries: int = 0

    @property
    def id(self) -> str:
        """Its name: a device goes once, a space has one recovery key, and who comes in is named by the first."""
        return f"{_PREFIX}{self.space}:{self.kind}:{self.remove or ('' if self.kind == 'recovery' else self._first)}"

    @property
    def item(self) -> str:
        """Its name on *Delen*: meant once more it is news again, also to who has read it before."""
        return f"{self.id}@{self.at.isoformat()}"

    @property
    def _first(self) -> str:
        return self.add[0].device

    def coming(self, membership: Membership) -> tuple[wire.Member, ...]:
        """Who is not in yet; who was put out since then took their place all the same."""
        return tuple(one for one in self.add if one.device not in membership.seats)

    def going(self, membership: Membership) -> tuple[str, ...]:
        """Which devices have to go out for this."""
        if self.kind != "recovery":
            return (self.remove,) if self.remove and membership.member(self.remove) is not None else ()
        new = membership.seats.get(self._first)
        if new is not None and new.left:
            return ()
        seats = [seat for seat in membership.seats.values() if seat.member.capacity == "recovery" and not seat.left]
        # Of two that were made at once, the last one in the order stays: each of both desks comes to the same.
        return tuple(seat.member.device for seat in seats if new is None or seat.since < new.since)

    def stands(self, membership: Membership) -> bool:
        """Whether the order of the space says so by now."""
        if self.remove and self.remove not in membership.seats:
            # A hub forgot that it was ever let in: should somebody bring that back, it goes again.
            return False
        return not self.coming(membership) and not self.going(membership)


def admit(session: Session, space: str, members: tuple[wire.Member, ...]) -> None:
    """These devices come in. Inside a transaction."""
    under_way = (kept for kept in _of(session.db, space) if kept.kind == "admit" and not kept.refused)
    known = {one.device for kept in under_way for one in kept.add}
    fresh = tuple(one for one in members if one.device not in known)
    if fresh:
        _put(session.db, PendingEntry(space, "admit", session.now(), fresh))


def remove(session: Session, space: str, device: str) -> None:
    """This device goes out; nobody who is out comes in any more by an earlier wish. Inside a transaction."""
    for kept in _of(session.db, space):
        if kept.kind == "admit" and any(one.device == device for one in kept.add):
            key_store.remove_secret_blob(session.db, kept.id)
            left = tuple(one for one in kept.add if one.device != device)
            if left:
                _put(session.db, msgspec.structs.replace(kept, add=left))
    _put(session.db, PendingEntry(space, "remove", session.now(), remove=device))


def replace_recovery(session: Session, space: str, member: wire.Member) -> None:
    """This key on paper counts, and none before it. Inside a transaction."""
    _put(session.db, PendingEntry(space, "recovery", session.now(), (member,)))


def next_parcel(session: Session, space: str) -> parcels.ParcelOut | None:
    """The next entry that is due in a space, made of what is known now, and kept to be sent. Inside a transaction.

    Raises:
        ParkedError: this device does not hold the current key of the space.
    """
    db = session.db
    membership, keys = spaces.membership(db, space), spaces.space_keys(db, space)
    for one in _of(db, space):
        if one.stands(membership):
            key_store.remove_secret_blob(db, one.id)
        elif not one.refused and membership.may_push(session.device, entry=True):
            try:
                entry = _entry(one, membership, keys)
            except ParkedError:
                raise
            except RefusedError as refusal:
                _put(db, msgspec.structs.replace(one, refused=refusal.code))
                continue
            if entry is not None:
                return store(session, space, entry)
    return None


def store(session: Session, space: str, entry: wire.Entry) -> parcels.ParcelOut:
    """Seal a change in who belongs to a space; it waits to be sent. Inside a transaction."""
    db = session.db
    place, device = spaces.next_place(db, space), profiles.device_keys(db)
    entry = msgspec.structs.replace(entry, lives=hub_lives.seen(db, space))
    sealed = parcel.pack((), place=place, keys=spaces.space_keys(db, space), device=device, entry=entry)
    return spaces.store(db, space, sealed)


def refused(session: Session, space: str, entry: wire.Entry, code: str) -> None:
    """The hub refused an entry: what was meant is tried anew, or told. Inside a transaction."""
    coming, going = {one.device for one in entry.add}, {one.device for one in entry.remove}
    for one in _of(session.db, space):
        if one.remove not in going and coming.isdisjoint(member.device for member in one.add):
            continue
        tries = one.tries + (code not in PATIENT)
        given_up = code not in CROSSED or tries >= MOST_TRIES
        _put(session.db, msgspec.structs.replace(one, tries=tries, refused=code if given_up else ""))


def lost(session: Session, space: str, entry: wire.Entry) -> None:
    """An entry of ours has no place in the order any more: what was meant by it is done anew. Inside a transaction."""
    paper = next((one for one in entry.add if one.capacity == "recovery"), None)
    if paper is not None:
        replace_recovery(session, space, paper)
        return
    admit(session, space, entry.add)
    for device in dict.fromkeys(one.device for one in entry.remove):
        remove(session, space, device)


def undone(session: Session, before: Membership, after: int) -> None:
    """A restored hub goes on without what stood after a place: who was put out there must not be in again.

    Whoever put them out: each admin that knows of it sees to it, for theirs may be the device that stays away.
    A recovery key is seen to by who made the one after it. And whatever this device is there, it writes nothing in the
    space until they are out again. Inside a transaction.
    """
    left = [seat.member for seat in before.seats.values() if seat.left > after]
    gone = sorted({one.device for one in left if one.capacity != "recovery"} - {session.device})
    put_out.keep_out(session.db, before.space, gone)
    if not spaces.membership(session.db, before.space).may_push(session.device, entry=True):
        return
    for device in gone:
        remove(session, before.space, device)


def under_way(db: Database, space: str = "") -> tuple[PendingEntry, ...]:
    """What does not stand yet, of one space or of all, refused or not."""
    known: dict[str, Membership] = {}
    found = []
    for one in _of(db, space):
        membership = known.setdefault(one.space, spaces.membership(db, one.space))
        if not one.stands(membership) and (not one.remove or one.remove in membership.seats):
            found.append(one)
    return tuple(found)


def troubles(session: Session) -> tuple[PendingEntry, ...]:
    """What was meant and will not be done by itself: refused for good, or no longer this device's to do."""
    found, out = [], put_out.spaces_out(session.db)
    for one in under_way(session.db):
        if one.refused:
            found.append(one)
        elif one.space in out or not spaces.membership(session.db, one.space).may_push(session.device, entry=True):
            found.append(msgspec.structs.replace(one, refused=NOT_AN_ADMIN))
    return tuple(found)


def is_one(name: str) -> bool:
    """Whether an item of *Delen* is something that was meant here."""
    return name.startswith(_PREFIX)


def _entry(one: PendingEntry, membership: Membership, keys: SpaceKeys) -> wire.Entry | None:
    coming, going = one.coming(membership), one.going(membership)
    if not coming and not going:
        return None
    if one.kind == "admit":
        return entries.add_members(membership, keys, coming)
    return entries.exchange(membership, keys, going, coming)[0]


def _of(db: Database, space: str = "") -> list[PendingEntry]:
    """What is kept, in the order in which it goes: who must go first, then as it was meant."""
    stored = key_store.secret_blobs(db, f"{_PREFIX}{space}:" if space else _PREFIX)
    found = [msgspec.msgpack.decode(one, type=PendingEntry) for one in stored.values()]
    return sorted(found, key=lambda one: (one.kind != "remove", one.at))


def _put(db: Database, one: PendingEntry) -> None:
    key_store.put_secret_blob(db, one.id, msgspec.msgpack.encode(one))
