"""What device and hub say to each other: the bytes of protocol 1 and nothing else.

With `admission` the only part of `sync` that the hub may import. All structures are msgpack arrays, so a field can be
added at the end and never moved. Nothing here is secret by itself and nothing here names a person: `staff`, `device`
and `space` are random or administrative ids.

A parcel travels as ``msgpack([payload, signature])`` with ``payload = msgpack([header, body])``. The signature
(Ed25519) covers `PARCEL_MAGIC` + payload and is made once; both sides keep and compare the bytes as they came.
"""

import hashlib
from typing import Annotated, Literal, TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

T = TypeVar("T")

PROTOCOL = 1
SUITE = 1
PARCEL_MAGIC = b"gpconnect parcel 1\0"
HEAD_MAGIC = b"gpconnect head 1\0"
WRAP_MAGIC = b"gpconnect wrap 1\0"
FORGET_MAGIC = b"gpconnect forget 1\0"
GO_MAGIC = b"gpconnect go 2\0"
REFUSED_MAGIC = b"gpconnect refused 1\0"
SEALED = "sealed"
"""The hub's code for a place whose bytes a contributor does not get."""

MEDIA_TYPE = "application/msgpack"
MAX_PARCEL = 1024 * 1024
MAX_UNPACKED = 8 * 1024 * 1024
MAX_OPERATIONS = 200
MAX_PUSHES = 100
MAX_FORGET = 200
MAX_OPERATION = 256 * 1024
SLOTS = 8
MAX_LETTER = 64 * 1024
MAX_LIVES = 4096
MAX_LIFE = 32
ZERO_HASH = bytes(32)

Capacity = Literal["admin", "member", "contributor", "recovery"]
PushStatus = Literal["ok", "duplicate", "refused", "later"]


class Struct(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=False):
    """A fixed message: immutable, positional on the wire."""


class Claim(Struct, frozen=True):
    """Ask for something there is one of, without telling the hub what it is."""

    id: bytes  # 16 opaque bytes that only members can relate to, for example, a slot
    token_hash: bytes  # SHA-256 of the token that proves the holder at release


class Release(Struct, frozen=True):
    """Give back what was claimed; without the right token nothing happens."""

    id: bytes
    token: bytes


class ClaimGroup(Struct, frozen=True):
    """Claims and releases that succeed or fail together. Releases are done first."""

    claims: tuple[Claim, ...] = ()
    releases: tuple[Release, ...] = ()


class Member(Struct, frozen=True):
    """One device of one person in one space, as an admin of that space signed it."""

    device: str
    staff: str
    role: str
    capacity: Capacity
    sign_key: bytes
    seal_key: bytes


class Removal(Struct, frozen=True):
    """A device that is out. What has a place before this entry counts, so sending more never holds a removal off.

    Without `everything`, as it was made before, only what it sent up to `last_number` of `incarnation` counts.
    """

    device: str
    incarnation: bytes
    last_number: int
    everything: bool = False


class Epoch(Struct, frozen=True):
    """A new key for a space: wrapped for each member device, the previous one sealed under the new one."""

    key_id: bytes
    public_key: bytes
    """Contributors seal to this; its private half derives from the epoch key."""
    wraps: dict[str, bytes]
    previous: bytes


class Entry(Struct, frozen=True):
    """A change in who belongs to a space. Rides in the space's own order."""

    add: tuple[Member, ...] = ()
    remove: tuple[Removal, ...] = ()
    epoch: Epoch | None = None
    lives: tuple[bytes, ...] = ()
    """Lives of the hub that its maker has seen: whoever reads this follows the hub into none of them again."""


class Header(Struct, frozen=True):
    """The part of a parcel that the hub reads; all of it is authenticated data of the sealed body."""

    v: int
    suite: int
    space: str
    epoch: bytes
    device: str
    incarnation: bytes
    number: int
    prev_hash: bytes
    seen_seq: int
    seen_head: bytes
    claims: tuple[ClaimGroup, ...] = ()
    entry: Entry | None = None


class Payload(Struct, frozen=True):
    """Header and sealed body: the signed bytes."""

    header: Header
    body: bytes


class Envelope(Struct, frozen=True):
    """Signed payload as it travels and as it is kept for ever."""

    payload: bytes
    signature: bytes


class WrappedKey(Struct, frozen=True):
    """A dossier key sealed under an epoch key, signed by the member who made it.

    Kept beside the parcels, not inside them, so that an erasure can take every generation away.
    """

    id: bytes
    space: str
    epoch: bytes
    device: str
    sealed: bytes
    signature: bytes


class Push(Struct, frozen=True):
    """One parcel and the wrapped keys that it needs, for one hub transaction."""

    envelope: bytes
    keys: tuple[WrappedKey, ...] = ()


class Forget(Struct, frozen=True):
    """A member asks the hub to let wrapped keys go: what they sealed was erased. Signed, so that it can be shown."""

    space: str
    ids: tuple[bytes, ...]
    signature: bytes


class Forgotten(Struct, frozen=True):
    """How many wrapped keys went; 0 when they were gone already."""

    count: int


class HeadProof(Struct, frozen=True):
    """What the hub says the order of a space is now, signed with the hub's key."""

    incarnation: bytes
    seq: int
    head: bytes
    signature: bytes


class PushAnswer(Struct, frozen=True):
    """What became of a parcel. `granted` has one truth value per claim group; `received_at` as in `Item`."""

    status: PushStatus
    seq: int = 0
    head: bytes = b""
    granted: tuple[bool, ...] = ()
    code: str = ""
    seconds: int = 0
    proof: HeadProof | None = None
    received_at: str = ""


class Pushes(Struct, frozen=True):
    """Parcels of one space, in the order of their numbers, for one hub transaction; at most `MAX_PUSHES`."""

    parcels: tuple[Push, ...]


class PushAnswers(Struct, frozen=True):
    """What became of each; after one that got no place (`seq` 0) the others were not looked at."""

    answers: tuple[PushAnswer, ...]


class Item(Struct, frozen=True):
    """One place in the order of a space; `received_at` is ISO 8601 in UTC. A refused parcel leaves hash and code."""

    seq: int
    parcel_hash: bytes
    envelope: bytes
    granted: tuple[bool, ...]
    code: str
    received_at: str


class PullAnswer(Struct, frozen=True):
    """The next stretch of a space's order and the wrapped keys that came with it."""

    proof: HeadProof
    items: tuple[Item, ...]
    keys: tuple[WrappedKey, ...]
    key_cursor: int
    more: bool
    healing: bool = False  # the hub was put back from a copy and still waits for what it forgot
    let_go: int = 0
    """How often this space let wrapped keys go: when it rises, members look whether one is gone that nobody erased."""


class Go(Struct, frozen=True):
    """An admin's word that a restored hub goes on from this place, without what nobody brought back.

    It is said to who follows the hub in one of the lives that it answers, and to nobody else: an old word shown again
    in a later life counts for nobody.
    """

    incarnation: bytes  # the life of the hub that goes on
    seq: int
    head: bytes
    device: str
    signature: bytes
    answers: tuple[bytes, ...] = ()  # the lives of the hub that are over by it


class Heal(Struct, frozen=True):
    """What a device knows of the order of a space that a restored hub forgot; without items it only tells how far."""

    space: str
    reached: Annotated[int, msgspec.Meta(ge=0, le=2**53)]  # the last place that this device has read, by its word
    proof: HeadProof | None = None  # the newest of the old hub's words whose whole order this device holds
    since: int = 0  # where the hub said that its order ends
    digests: tuple[bytes, ...] = ()  # hashes of the parcels after `since`, up to the place of `proof`
    items: tuple[Item, ...] = ()  # places after `since`, without a hole; the last ones may be left for a next message
    held: tuple[bytes, ...] = ()  # ids of keys of which this device asks whether the hub has them of it
    keys: tuple[WrappedKey, ...] = ()
    go: Go | None = None
    codes: dict[int, str] = {}  # why a place after `since` was refused, which is part of the order


class Healed(Struct, frozen=True):
    """How far a restored hub is with a space."""

    proof: HeadProof
    open: bool  # it still waits, and takes nothing new
    waits: int  # devices that have not told yet how far they were
    at: bytes  # the head at the place that the device had reached, empty when the order does not come so far
    lacks: tuple[bytes, ...] = ()  # of `held`, those that this device has not wrapped under an epoch of this order
    go: Go | None = None
    silent: tuple[str, ...] = ()  # the devices behind `waits`


class Letter(Struct, frozen=True):
    """Something for one slot (0 to `SLOTS` - 1) of a mailbox between two devices that share a one-time code."""

    slot: int
    data: bytes
    """Opaque, at most `MAX_LETTER`; what protects it is the code."""


class Mailbox(Struct, frozen=True):
    """What has been left in a mailbox: at most one letter per slot."""

    letters: dict[int, bytes]


class Health(Struct, frozen=True):
    """Whether the hub works, in words a health check understands."""

    status: str
    protocol: int
    incarnation: bytes
    sign_key: bytes


def device_id(sign_key: bytes) -> str:
    """The id of a device: 32 hex digits that its signing key determines, so nobody can take another's."""
    return hashlib.sha256(b"gpconnect device\0" + sign_key).hexdigest()[:32]


def parcel_hash(envelope: bytes) -> bytes:
    """SHA-256 of a parcel as it travels."""
    return hashlib.sha256(envelope).digest()


def next_head(head: bytes, seq: int, digest: bytes, code: str = "") -> bytes:
    """The head of a space's order after the parcel with hash `digest` took place `seq`.

    A refusal is part of it, or a hub could take a parcel from one person and tell another that it refused it (`SEALED`
    is none: somebody does not get the bytes).
    """
    refusal = b"" if code in {"", SEALED} else REFUSED_MAGIC + code.encode()
    return hashlib.sha256(HEAD_MAGIC + head + seq.to_bytes(8, "big") + digest + refusal).digest()


def head_message(space: str, incarnation: bytes, seq: int, head: bytes) -> bytes:
    """The bytes that the hub signs in a `HeadProof`."""
    return HEAD_MAGIC + msgspec.msgpack.encode([space, incarnation, seq, head])


def wrap_message(space: str, epoch: bytes, key_id: bytes, sealed: bytes) -> bytes:
    """The bytes that a member signs in a `WrappedKey`."""
    return WRAP_MAGIC + msgspec.msgpack.encode([space, epoch, key_id, sealed])


def forget_message(space: str, device: str, ids: tuple[bytes, ...]) -> bytes:
    """The bytes that a member signs in a `Forget`."""
    return FORGET_MAGIC + msgspec.msgpack.encode([space, device, ids])


def go_message(space: str, go: Go) -> bytes:
    """The bytes that an admin signs in a `Go`."""
    return GO_MAGIC + msgspec.msgpack.encode([space, go.incarnation, go.seq, go.head, go.device, go.answers])


def verify(sign_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `signature` is this key's over this message. Malformed keys and signatures are just false."""
    try:
        Ed25519PublicKey.from_public_bytes(sign_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def decode(data: bytes, shape: type[T]) -> T:
    """The message in these bytes; for everything that comes from outside.

    Raises:
        msgspec.DecodeError: the bytes are not such a message. Also for text that is no UTF-8 and for nesting without
            end, for which msgspec has other exceptions.
    """
    try:
        return msgspec.msgpack.decode(data, type=shape)
    except (UnicodeDecodeError, RecursionError):
        message = "not a message of this protocol"
        raise msgspec.DecodeError(message) from None


def decode_envelope(data: bytes) -> tuple[Envelope, Payload]:
    """The two layers of a parcel.

    Raises:
        msgspec.DecodeError: the bytes are not a parcel of a shape that this protocol knows.
    """
    envelope = decode(data, Envelope)
    return envelope, decode(envelope.payload, Payload)
