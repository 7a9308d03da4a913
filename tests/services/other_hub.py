"""A hub that the test writes itself: its order, its grants, its signature, its lies."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gpconnect.domain.changes import Changes
from gpconnect.services import profiles, sending, spaces, syncing, taking
from gpconnect.services.session import Session
from gpconnect.storage import parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import entries, parcel, wire


@dataclass
class OtherHub:
    """Keeps one space; `accept` gives a parcel a place, `tell` lets a device take in what is new to it."""

    space: str
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    incarnation: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    items: list[wire.Item] = field(default_factory=list)
    keys: list[wire.WrappedKey] = field(default_factory=list)

    @property
    def public(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def place(self, push: wire.Push, *, granted: tuple[bool, ...] | None = None, code: str = "") -> None:
        """The next place of the order for this parcel; with a code its bytes are left out."""
        if granted is None:
            granted = tuple(True for _ in wire.decode_envelope(push.envelope)[1].header.claims)
        digest = wire.parcel_hash(push.envelope)
        envelope = b"" if code else push.envelope
        self.items.append(wire.Item(len(self.items) + 1, digest, envelope, granted, code, "2026-11-24T08:52:00Z"))
        self.keys += push.keys

    def receive(self, session: Session, *, granted: tuple[bool, ...] | None = None, code: str = "") -> None:
        """Takes what waits on this device, which does not hear of it yet."""
        push = sending.outgoing(session, self.space)
        assert push is not None, "something waits"
        self.place(push, granted=granted, code=code)

    def accept(self, session: Session) -> None:
        """Takes what waits on this device, and tells it so."""
        self.receive(session)
        self.tell(session)

    def answer(self, session: Session, *, withheld: bool = False) -> wire.PullAnswer:
        """What a pull gives; `withheld` leaves the wrapped keys out, as if they came later."""
        seq, key_cursor = taking.cursor(session, self.space)
        head = wire.ZERO_HASH
        for item in self.items:
            head = wire.next_head(head, item.seq, item.parcel_hash, item.code)
        message = wire.head_message(self.space, self.incarnation, len(self.items), head)
        proof = wire.HeadProof(self.incarnation, len(self.items), head, self.key.sign(message))
        keys = () if withheld else tuple(self.keys[key_cursor:])
        return wire.PullAnswer(proof, tuple(self.items[seq:]), keys, key_cursor + len(keys), more=False)

    def tell(self, session: Session, *, withheld: bool = False) -> Changes:
        return syncing.take(session, self.space, self.answer(session, withheld=withheld), self.public)


def forge(
    session: Session, space: str, change: Callable[[wire.Payload], wire.Payload], *, pack: wire.Push | None = None
) -> wire.Push:
    """The next parcel of this device with something else in it, signed by that device all the same."""
    push = pack or sending.outgoing(session, space)
    assert push is not None, "something waits"
    payload = msgspec.msgpack.encode(change(wire.decode_envelope(push.envelope)[1]))
    signature = profiles.device_keys(session.db).sign(wire.PARCEL_MAGIC + payload)
    return wire.Push(msgspec.msgpack.encode(wire.Envelope(payload, signature)), push.keys)


def entry_parcel(session: Session, space: str, entry: wire.Entry) -> wire.Push:
    """A parcel with this entry in the membership, stored and ready to be sent."""
    with transaction(session.db):
        sealed = parcel.pack(
            (),
            place=spaces.next_place(session.db, space),
            keys=spaces.space_keys(session.db, space),
            device=profiles.device_keys(session.db),
            entry=entry,
        )
        spaces.store(session.db, space, sealed)
    return wire.Push(sealed.envelope, sealed.keys)


def kept(session: Session, space: str) -> list[tuple[str, str]]:
    """State and reason of every place in the order, as this device keeps them."""
    rows = session.db.execute("SELECT state, reason FROM parcel_in WHERE space = ? ORDER BY seq", (space,))
    return [(state, reason) for state, reason in rows.fetchall()]


def chain_number(session: Session, space: str) -> int:
    """The number that this device's next parcel gets."""
    chain = parcels.chain(session.db, space)
    assert chain is not None, "a chain was started"
    return chain.number


def put_out(admin: Session, space: str, device: str) -> None:
    """The admin's next parcel removes a device and starts a new epoch."""
    known, keys = spaces.membership(admin.db, space), spaces.space_keys(admin.db, space)
    entry_parcel(admin, space, entries.remove_device(known, keys, device)[0])
