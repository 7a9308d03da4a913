"""Letting a device in with a code that goes from hand to hand, and six digits that two people compare.

Four messages under an opaque name at the hub, in this order, each sealed and authenticated with keys out of the code,
over all that was said before:

0. the guest's card: the public keys of its device, and whose it is if it is somebody's already;
1. the host's offer: who is invited, the spaces with root and head, the host's own key, a commitment to a number;
2. the guest's number;
3. the host's number, which must be the one that was committed to.

Before all that the host opens the mailbox with a word of its own (`OPENING`), so that a guest whose code is mistyped
finds nothing. The digits follow from all four. Who has the code and sits in between has one guess in a million, and
no second one: the host chooses its number before it sees the guest's, and shows it after. Then each side leaves a
last word: 4 the guest's, 5 the host's. Nothing is given to the guest before a person at the host says that the digits
are the same.

Source: Vaudenay, "Secure Communications over Insecure Channels Based on Short Authenticated Strings", CRYPTO 2005.
"""

import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.sync import wire
from gpconnect.sync.keys import SEAL_PUBLIC, DeviceKeys, derive, seal, unseal
from gpconnect.sync.refusals import AlarmError, RefusedError

CODE_BYTES = 10
GROUP = 4
SIGNS = 16
CARD, OFFER, ANSWER, REVEAL, GUEST_WORD, HOST_WORD, OPENING = range(7)
SPOKEN = 4
"""Messages from which the digits follow."""
INVITES = "invites"
"""What the host opens with."""
AGREED, DIFFERS, ADMITTED, WITHDRAWN, EXPIRED, OTHER_PERSON = (
    "agreed",
    "differs",
    "admitted",
    "withdrawn",
    "expired",
    "other_person",
)
"""Last words: of the guest the first two, of the host any but the first."""
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011", " -\t\r\n")
_BITS = 5
_NONCE = 32
_HASH = 32
_MAGIC = b"gpconnect enrolment 1\0"
_DIGITS = 6

S = TypeVar("S", bound=wire.Struct)


class Card(wire.Struct, frozen=True):
    """The guest's device as it asks to be let in.

    `staff`, `name` and `role` are empty for a person who is not in the pilot yet.
    """

    sign_key: bytes
    seal_key: bytes
    staff: str = ""
    name: str = ""
    role: str = ""


class Invited(wire.Struct, frozen=True):
    """Who the host invited: the person as the pilot will know them, and which spaces are theirs to found."""

    staff: str
    name: str
    role: str
    organization: str
    pilot: str
    team_id: str = ""
    site_ids: tuple[str, ...] = ()
    founds: tuple[str, ...] = ()


class Door(wire.Struct, frozen=True):
    """A space that the guest will be let into, and what it must turn out to be."""

    space: str
    root: bytes
    seq: int
    head: bytes
    capacity: wire.Capacity


class Offer(wire.Struct, frozen=True):
    """What the host answers; `hub_key` is the hub as the host knows it, so that two hubs are noticed."""

    invited: Invited
    doors: tuple[Door, ...]
    sign_key: bytes
    hub_key: bytes
    commitment: bytes


class _Number(wire.Struct, frozen=True):
    nonce: bytes


class _Word(wire.Struct, frozen=True):
    word: str


class _Signed(wire.Struct, frozen=True):
    body: bytes
    signature: bytes


class _Said(wire.Struct, frozen=True):
    sealed: bytes
    mac: bytes


def new_code() -> bytes:
    """80 random bits: the secret of one invitation."""
    return os.urandom(CODE_BYTES)


def new_nonce() -> bytes:
    """The number that a side brings to the digits."""
    return os.urandom(_NONCE)


def written(secret: bytes) -> str:
    """The code as it is printed and read aloud: four groups of four signs, without I, L, O and U."""
    number = int.from_bytes(secret, "big")
    code = "".join(_ALPHABET[number >> _BITS * place & 31] for place in reversed(range(SIGNS)))
    return " ".join(code[start : start + GROUP] for start in range(0, SIGNS, GROUP))


def read_code(typed: str) -> bytes:
    """The secret behind a code as it was typed; spaces, dashes, capitals and look-alike signs do not matter.

    Raises:
        KnownError: ``code.length`` (typed, wanted), ``code.typo`` (group: where a strange sign stands, from 1).
    """
    code = typed.upper().translate(_ALIKE)
    if len(code) != SIGNS:
        raise KnownError("code.length", typed=len(code), wanted=SIGNS)
    strange = next((place for place, sign in enumerate(code) if sign not in _ALPHABET), None)
    if strange is not None:
        raise KnownError("code.typo", group=strange // GROUP + 1)
    number = 0
    for sign in code:
        number = number << _BITS | _ALPHABET.index(sign)
    return number.to_bytes(CODE_BYTES, "big")


def mailbox(secret: bytes) -> bytes:
    """The name under which both sides leave their messages: all that the hub ever sees of a code."""
    return derive(secret, b"enrolment id", 16)


@dataclass(frozen=True, slots=True, repr=False)
class Talk:
    """What was said so far under one code, the same on both sides; each function below adds one message.

    Attributes:
        secret: the code.
        said: the messages as they travelled, oldest first.
    """

    secret: bytes
    said: tuple[bytes, ...] = ()

    @property
    def done(self) -> bool:
        """Whether there are digits to compare."""
        return len(self.said) == SPOKEN

    def history(self) -> bytes:
        """SHA-256 over everything that was said, each message with the one before."""
        digest = hashlib.sha256(_MAGIC + mailbox(self.secret)).digest()
        for message in self.said:
            digest = hashlib.sha256(_MAGIC + digest + hashlib.sha256(message).digest()).digest()
        return digest

    def digits(self) -> str:
        """The six digits that both screens show, in two groups.

        Raises:
            RefusedError: ``enrolment.order``, not everything was said yet.
        """
        if not self.done:
            raise RefusedError("enrolment.order")
        number = int.from_bytes(hashlib.sha256(_MAGIC + b"digits\0" + self.history()).digest(), "big") % 10**_DIGITS
        text = f"{number:0{_DIGITS}d}"
        return f"{text[:3]} {text[3:]}"


def give_card(talk: Talk, device: DeviceKeys, staff: str = "", name: str = "", role: str = "") -> Talk:
    """The guest asks to be let in; `staff`, `name` and `role` when the file is somebody's already."""
    card = Card(device.sign_key, device.seal_key, staff, name, role)
    return _say(talk, CARD, _signed(talk, device, card))


def hear_card(talk: Talk, message: bytes) -> tuple[Talk, Card]:
    """The host hears who asks.

    Raises:
        RefusedError: ``enrolment.order``, ``enrolment.mac`` (made without the code, or changed),
            ``enrolment.malformed``, ``enrolment.signature`` (of a device that does not hold the key it shows).
    """
    after, body = _hear(talk, CARD, message)
    card = _checked(talk, body, Card)
    if len(card.seal_key) != SEAL_PUBLIC:
        raise RefusedError("enrolment.malformed")
    return after, card


def make_offer(
    talk: Talk, device: DeviceKeys, invited: Invited, doors: tuple[Door, ...], hub_key: bytes, nonce: bytes
) -> Talk:
    """The host says who is invited where, and commits to its number."""
    offer = Offer(invited, doors, device.sign_key, hub_key, _commitment(talk, nonce))
    return _say(talk, OFFER, _signed(talk, device, offer))


def hear_offer(talk: Talk, message: bytes) -> tuple[Talk, Offer]:
    """The guest hears where it may come in. Raises as `hear_card`."""
    after, body = _hear(talk, OFFER, message)
    offer = _checked(talk, body, Offer)
    if not offer.doors or any(len(door.root) != _HASH for door in offer.doors):
        raise RefusedError("enrolment.malformed")
    return after, offer


def give_number(talk: Talk, slot: int, nonce: bytes) -> Talk:
    """The guest's number (slot `ANSWER`), or the host's when that has come (slot `REVEAL`)."""
    return _say(talk, slot, msgspec.msgpack.encode(_Number(nonce)))


def hear_answer(talk: Talk, message: bytes) -> Talk:
    """The host hears the guest's number. Raises as `hear_card`."""
    after, body = _hear(talk, ANSWER, message)
    _number(body)
    return after


def hear_reveal(talk: Talk, message: bytes) -> Talk:
    """The guest hears the host's number.

    Raises:
        RefusedError: as `hear_card`; ``enrolment.commitment``: another number than was committed to.
    """
    after, body = _hear(talk, REVEAL, message)
    before = Talk(talk.secret, talk.said[:OFFER])
    _, offer = hear_offer(before, talk.said[OFFER])
    if not hmac.compare_digest(offer.commitment, _commitment(before, _number(body))):
        raise RefusedError("enrolment.commitment")
    return after


def last_word(talk: Talk, slot: int, word: str) -> bytes:
    """What one side says at the end: over everything that was said, or, said too early, over nothing but the code."""
    return _message(_basis(talk), slot, msgspec.msgpack.encode(_Word(word)))


def hear_last_word(talk: Talk, slot: int, message: bytes) -> str:
    """The other side's last word.

    Raises:
        RefusedError: ``enrolment.mac``, ``enrolment.malformed``.
    """
    try:
        body = _opened(_basis(talk), slot, message)
    except RefusedError:
        body = _opened(Talk(talk.secret), slot, message)
    return _decoded(body, _Word).word


def check_kept(talk: Talk, slots: Mapping[int, bytes]) -> None:
    """What was heard or said before must still be what lies at the hub.

    Raises:
        AlarmError: ``enrolment.changed``.
    """
    if any(slots.get(slot, message) != message for slot, message in enumerate(talk.said)):
        raise AlarmError("enrolment.changed")


def _basis(talk: Talk) -> Talk:
    return talk if talk.done else Talk(talk.secret)


def _commitment(talk: Talk, nonce: bytes) -> bytes:
    """Binding and hiding, and of no use in another conversation."""
    return hashlib.sha256(_MAGIC + b"commit\0" + talk.history() + nonce).digest()


def _signed(talk: Talk, device: DeviceKeys, message: wire.Struct) -> bytes:
    body = msgspec.msgpack.encode(message)
    return msgspec.msgpack.encode(_Signed(body, device.sign(_MAGIC + talk.history() + body)))


def _checked(talk: Talk, body: bytes, shape: type[S]) -> S:
    signed = _decoded(body, _Signed)
    said = _decoded(signed.body, shape)
    key = said.sign_key if isinstance(said, Card | Offer) else b""
    if not wire.verify(key, signed.signature, _MAGIC + talk.history() + signed.body):
        raise RefusedError("enrolment.signature")
    return said


def _number(body: bytes) -> bytes:
    nonce = _decoded(body, _Number).nonce
    if len(nonce) != _NONCE:
        raise RefusedError("enrolment.malformed")
    return nonce


def _say(talk: Talk, slot: int, body: bytes) -> Talk:
    if len(talk.said) != slot:
        raise RefusedError("enrolment.order")
    return Talk(talk.secret, (*talk.said, _message(talk, slot, body)))


def _hear(talk: Talk, slot: int, message: bytes) -> tuple[Talk, bytes]:
    if len(talk.said) != slot:
        raise RefusedError("enrolment.order")
    return Talk(talk.secret, (*talk.said, message)), _opened(talk, slot, message)


def _message(talk: Talk, slot: int, body: bytes) -> bytes:
    context = talk.history() + bytes([slot])
    sealed = seal(talk.secret, b"enrolment seal", body, context)
    return msgspec.msgpack.encode(_Said(sealed, _mac(talk, context + sealed)))


def _opened(talk: Talk, slot: int, message: bytes) -> bytes:
    said = _decoded(message, _Said)
    context = talk.history() + bytes([slot])
    if not hmac.compare_digest(said.mac, _mac(talk, context + said.sealed)):
        raise RefusedError("enrolment.mac")
    return unseal(talk.secret, b"enrolment seal", said.sealed, context)


def _mac(talk: Talk, data: bytes) -> bytes:
    return hmac.digest(derive(talk.secret, b"enrolment mac"), data, "sha256")


def _decoded(data: bytes, shape: type[S]) -> S:
    try:
        return wire.decode(data, shape)
    except msgspec.DecodeError:
        raise RefusedError("enrolment.malformed") from None
