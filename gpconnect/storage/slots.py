"""The file's key, wrapped once for every way in: a passphrase, the keyring, later a recovery code and the employer.

The key itself is 32 random bytes and never changes with a passphrase. Each slot seals it with ChaCha20-Poly1305, so
the slot itself tells a wrong passphrase; a digest over the slots tells a damaged slots file from that. A new slot
has opened the key from disk before an old one goes, and every write replaces the file in one step.
"""

import hashlib
import os
import secrets
import unicodedata
from pathlib import Path
from typing import Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from keyring.errors import KeyringError

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, files
from gpconnect.storage.keyring_access import SERVICE, Keyring

VERSION = 1
TYPED = "passphrase"
KEYRING = "keyring"
SALT_BYTES = 16
NONCE_BYTES = 12
MAX_MEMORY_KIB = 1024 * 1024
MAX_ITERATIONS = 64
MAX_LANES = 64
_MAGIC = b"gpconnect slot 1\0"


class Cost(msgspec.Struct, frozen=True):
    """What one guess at a passphrase costs (Argon2id, RFC 9106): memory in KiB, passes, lanes."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4


COST = Cost()


class Slot(msgspec.Struct, frozen=True):
    """One wrapped copy of the file's key.

    Attributes:
        id: 32 hex digits, random; also the name in the keyring.
        kind: ``passphrase``, ``keyring``, ``recovery``, ``employer`` or what a later version adds.
        cost: for a passphrase only; every other secret is long and random.
    """

    id: str
    kind: str
    salt: bytes
    nonce: bytes
    sealed: bytes
    cost: Cost | None = None


class SlotsFile(msgspec.Struct, frozen=True):
    """What stands beside the database: slots and a digest that tells damage from a wrong passphrase."""

    version: int
    slots: tuple[Slot, ...]
    digest: bytes


def create_profile(folder: Path, passphrase: str, *, cost: Cost = COST) -> bytes:
    """Makes a profile: a private folder, one passphrase slot, and an empty file with the newest schema.

    Returns:
        The file's key; nobody else keeps it.

    Raises:
        KnownError: ``file.exists``, ``passphrase.empty``, or what writing names.
    """
    files.private_folder(folder)
    if files.database_path(folder).exists():
        raise KnownError("file.exists")
    key = os.urandom(connection.KEY_BYTES)
    slot = _seal(TYPED, _words(passphrase), key, cost)
    # Slots first: a file whose key is in no slot could never be opened; slots without a file are simply replaced.
    _write(folder, (slot,))
    connection.close(connection.create_file(files.database_path(folder), key))
    return key


def slots(folder: Path) -> tuple[Slot, ...]:
    """The ways in.

    Raises:
        KnownError: ``file.missing``, ``file.damaged`` or ``file.newer``.
    """
    return read(files.slots_path(folder))


def read(path: Path) -> tuple[Slot, ...]:
    """The ways in that a slots file holds, also that of a copy.

    Raises:
        KnownError: ``file.missing``, ``file.damaged``, ``file.newer`` or ``file.io``.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError("file.missing") from error
    except OSError as error:
        raise KnownError("file.io") from error
    try:
        version = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).get("version", msgspec.Raw(b"null"))
        if msgspec.json.decode(version, type=int) > VERSION:
            raise KnownError("file.newer")
        found = msgspec.json.decode(data, type=SlotsFile)
    except msgspec.MsgspecError as error:
        raise KnownError("file.damaged") from error
    if found.digest != _digest(found.slots) or not found.slots:
        raise KnownError("file.damaged")
    return found.slots


def unlock_with_passphrase(folder: Path, passphrase: str) -> bytes:
    """The file's key, for somebody who knows the passphrase.

    Raises:
        KnownError: ``file.passphrase_wrong``, or as `slots`.
    """
    return open_with_passphrase(slots(folder), passphrase)


def open_with_passphrase(found: tuple[Slot, ...], passphrase: str) -> bytes:
    """The key that one of these slots gives to who knows the passphrase.

    Raises:
        KnownError: ``file.passphrase_wrong`` or ``passphrase.empty``.
    """
    words = _words(passphrase)
    for slot in found:
        if slot.kind == TYPED:
            key = _open(slot, words)
            if key is not None:
                return key
    raise KnownError("file.passphrase_wrong")


def unlock_with_keyring(folder: Path, ring: Keyring) -> bytes:
    """The file's key, for the account whose keyring holds a slot's secret.

    Raises:
        KnownError: ``keyring.no_slot``, ``keyring.locked``, ``keyring.forgotten``, or as `slots`.
    """
    held = [slot for slot in slots(folder) if slot.kind == KEYRING]
    if not held:
        raise KnownError("keyring.no_slot")
    for slot in held:
        try:
            secret = ring.get_password(SERVICE, slot.id)
        except KeyringError as error:
            raise KnownError("keyring.locked") from error
        key = _open(slot, secret.encode()) if secret else None
        if key is not None:
            return key
    raise KnownError("keyring.forgotten")


def add_keyring_slot(folder: Path, key: bytes, ring: Keyring) -> str:
    """Lets the account's keyring open the file from now on.

    Returns:
        The id of the slot.

    Raises:
        KnownError: ``keyring.locked``, or as `add_slot`.
    """
    secret = secrets.token_hex(connection.KEY_BYTES)
    slot = _seal(KEYRING, secret.encode(), key, None)
    try:
        ring.set_password(SERVICE, slot.id, secret)
        kept = ring.get_password(SERVICE, slot.id)
    except KeyringError as error:
        raise KnownError("keyring.locked") from error
    if kept != secret:
        raise KnownError("keyring.forgotten")
    _add(folder, slot, secret.encode(), key)
    return slot.id


def add_slot(folder: Path, key: bytes, kind: Literal["recovery", "employer"], secret: bytes) -> str:
    """Adds a way in whose secret is long and random: a printed recovery code, the employer's recovery key.

    Args:
        folder: the profile.
        key: the file's key.
        kind: whose secret it is.
        secret: at least 128 bits, random.

    Returns:
        The id of the slot.
    """
    slot = _seal(kind, secret, key, None)
    _add(folder, slot, secret, key)
    return slot.id


def unlock_with_secret(folder: Path, kind: str, secret: bytes) -> bytes:
    """The file's key, for who holds a recovery code or the employer's key.

    Raises:
        KnownError: ``file.recovery_wrong``, or as `slots`.
    """
    for slot in slots(folder):
        if slot.kind == kind:
            key = _open(slot, secret)
            if key is not None:
                return key
    raise KnownError("file.recovery_wrong")


def remove_slot(folder: Path, slot_id: str, ring: Keyring | None = None) -> None:
    """Takes a way in away, also out of the keyring when that is given; an unknown id changes nothing.

    Raises:
        KnownError: ``slot.last``: without it nobody could open the file any more; or as `slots`.
    """
    found = slots(folder)
    kept = tuple(slot for slot in found if slot.id != slot_id)
    if not kept:
        raise KnownError("slot.last")
    _write(folder, kept)
    if ring is not None and any(slot.id == slot_id and slot.kind == KEYRING for slot in found):
        try:
            ring.delete_password(SERVICE, slot_id)
        except KeyringError as error:
            raise KnownError("keyring.locked") from error


def change_passphrase(folder: Path, old: str, new: str, *, cost: Cost = COST) -> None:
    """Another passphrase for the same file. At every moment at least one of the two opens it.

    Raises:
        KnownError: ``file.passphrase_wrong`` (for `old`), ``passphrase.empty``, or as `slots`.
    """
    key = unlock_with_passphrase(folder, old)
    before = [slot.id for slot in slots(folder) if slot.kind == TYPED]
    words = _words(new)
    _add(folder, _seal(TYPED, words, key, cost), words, key)
    for slot_id in before:
        remove_slot(folder, slot_id)


def _add(folder: Path, slot: Slot, secret: bytes, key: bytes) -> None:
    """Writes one slot more and proves, from disk, that it gives the key."""
    before = slots(folder)
    _write(folder, (*before, slot))
    written = next((one for one in slots(folder) if one.id == slot.id), None)
    if written is None or _open(written, secret) != key:
        _write(folder, before)
        raise KnownError("file.write_failed")


def _write(folder: Path, found: tuple[Slot, ...]) -> None:
    data = msgspec.json.encode(SlotsFile(VERSION, found, _digest(found)))
    files.write_atomically(files.slots_path(folder), msgspec.json.format(data, indent=1))


def _digest(found: tuple[Slot, ...]) -> bytes:
    return hashlib.sha256(_MAGIC + msgspec.msgpack.encode(found)).digest()


def _words(passphrase: str) -> bytes:
    """A passphrase as bytes, the same on every keyboard (NFKC, as passwords are in RFC 8265)."""
    if not passphrase.strip():
        raise KnownError("passphrase.empty")
    return unicodedata.normalize("NFKC", passphrase).encode()


def _seal(kind: str, secret: bytes, key: bytes, cost: Cost | None) -> Slot:
    """A new slot that gives `key` to who brings `secret`."""
    slot = Slot(secrets.token_hex(16), kind, os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES), b"", cost)
    sealed = ChaCha20Poly1305(_wrapping_key(slot, secret)).encrypt(slot.nonce, key, _bound(slot))
    return msgspec.structs.replace(slot, sealed=sealed)


def _open(slot: Slot, secret: bytes) -> bytes | None:
    """The key, or None when this is not the slot's secret."""
    try:
        return ChaCha20Poly1305(_wrapping_key(slot, secret)).decrypt(slot.nonce, slot.sealed, _bound(slot))
    except InvalidTag:
        return None


def _bound(slot: Slot) -> bytes:
    """What the seal covers besides the key: nobody can relabel or weaken a slot unnoticed."""
    return _MAGIC + msgspec.msgpack.encode([slot.id, slot.kind, slot.salt, slot.cost])


def _wrapping_key(slot: Slot, secret: bytes) -> bytes:
    """The slot's own key: slow from a passphrase, quick from a long random secret."""
    if slot.cost is None:
        return HKDF(hashes.SHA256(), connection.KEY_BYTES, slot.salt, _MAGIC).derive(secret)
    cost = slot.cost
    if cost.memory_kib > MAX_MEMORY_KIB or cost.iterations > MAX_ITERATIONS or cost.lanes > MAX_LANES:
        raise KnownError("file.damaged")
    return Argon2id(
        salt=slot.salt,
        length=connection.KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(secret)
