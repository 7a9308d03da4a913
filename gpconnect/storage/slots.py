"""The file's key, wrapped once for every way in: passphrase, recovery code, the employer's key, the keyring.

The key itself is 32 random bytes and never changes with a passphrase. Every slot seals it to a public half that
follows from the slot's secret, so another key of the file can be sealed without any secret at hand; a witness made
with the file's key tells our own slots from one that somebody slipped in. Opening a seal tells a wrong secret; a
digest over the slots tells a damaged slots file from that. A new slot has opened the key from disk before an old one
goes, and every write replaces the file in one step.
"""

import hmac
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from keyring.errors import KeyringError

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, files, paper_keys, sealing, slot_file
from gpconnect.storage.keyring_access import SERVICE, Keyring
from gpconnect.storage.slot_file import (
    COST,
    EMPLOYER,
    KEYRING,
    KINDS,
    MAX_ITERATIONS,
    MAX_LANES,
    MAX_MEMORY_KIB,
    RECOVERY,
    TYPED,
    Cost,
    Slot,
    next_way,
)

__all__ = [
    "COST", "EMPLOYER", "KEYRING", "KINDS", "MAX_ITERATIONS", "MAX_LANES", "MAX_MEMORY_KIB", "RECOVERY", "TYPED",
    "WRONG", "Cost", "Slot", "next_way",
]  # fmt: skip

_MAGIC = b"gpconnect slot 2\0"
_OLD_MAGIC = b"gpconnect slot 1\0"
WRONG = {TYPED: "file.passphrase_wrong", RECOVERY: "file.recovery_wrong", EMPLOYER: "file.employer_wrong"}
"""What is said of a secret that somebody typed and that does not open the file; a typing error is not among them."""


def create_profile(
    folder: Path,
    passphrase: str,
    *,
    cost: Cost = COST,
    now: datetime | None = None,
    fill: connection.Fill | None = None,
) -> bytes:
    """Makes a profile: a private folder, one passphrase slot, and an empty file with the newest schema.

    The file comes last, with what `fill` writes: after a crash there is a whole profile, or it can be made again.

    Returns:
        The file's key; nobody else keeps it.

    Raises:
        KnownError: ``file.exists``, ``passphrase.empty``, or what writing names.
    """
    files.private_folder(folder)
    if files.database_path(folder).exists():
        raise KnownError("file.exists")
    key = os.urandom(connection.KEY_BYTES)
    slot = _new(TYPED, slot_file.words(passphrase), key, now, cost=cost)
    # Slots first: a file whose key is in no slot could never be opened; slots without a file are simply replaced.
    slot_file.write(folder, (slot,))
    connection.close(connection.create_file(files.database_path(folder), key, fill))
    return key


def slots(folder: Path) -> tuple[Slot, ...]:
    """The ways in.

    Raises:
        KnownError: ``file.missing``, ``file.damaged``, ``file.newer`` or ``ways.none``.
    """
    return read(files.slots_path(folder))


def read(path: Path) -> tuple[Slot, ...]:
    """The ways in that a slots file holds, also that of a copy.

    Raises:
        KnownError: ``file.missing``, ``file.damaged``, ``file.newer``, ``file.io``, or ``ways.none``: it holds none.
    """
    found = slot_file.read(path)
    if not found:
        raise next_way((), ())
    return found


def unlock(folder: Path, way: str, secret: str, ring: Keyring | None = None) -> bytes:
    """The key that opens the file, for who comes this way.

    Args:
        folder: the profile.
        way: a kind of slot.
        secret: what was typed: the passphrase, or the code on a sheet; nothing for the keyring.
        ring: the keyring of this account, for that way only.

    Raises:
        KnownError: as `keys_of` and `slots`.
    """
    keys = keys_of(slots(folder), way, secret, ring)
    # Two keys only after the program died while the file changed its key: the file itself says which is in force.
    path = files.database_path(folder)
    return next((key for key in keys[1:] if connection.fits(path, key)), keys[0])


def keys_of(found: tuple[Slot, ...], way: str, secret: str, ring: Keyring | None = None) -> tuple[bytes, ...]:
    """Every key that these slots give to who comes this way; one, but for a moment while a file changes its key.

    Raises:
        KnownError: ``file.passphrase_wrong``, ``file.recovery_wrong``, ``file.employer_wrong``,
            ``passphrase.empty``, ``paper.length``, ``paper.typo``, ``paper.typos``, ``keyring.no_slot``,
            ``keyring.locked``, ``keyring.forgotten``; or as `next_way` when no slot of this kind is left.
    """
    held = [slot for slot in found if slot.kind == way]
    if not held:
        raise KnownError("keyring.no_slot") if way == KEYRING else next_way({slot.kind for slot in found}, {way})
    if way == KEYRING:
        keys = [_open(slot, kept) for slot in held if (kept := _kept(slot, ring))]
    else:
        typed = _typed(way, secret)
        keys = [_open(slot, typed) for slot in held]
    good = tuple(dict.fromkeys(key for key in keys if key is not None))
    if not good:
        raise KnownError(WRONG.get(way, "keyring.forgotten"))
    return good


def unlock_with_passphrase(folder: Path, passphrase: str) -> bytes:
    """The file's key, for somebody who knows the passphrase.

    Raises:
        KnownError: ``file.passphrase_wrong``, or as `unlock`.
    """
    return unlock(folder, TYPED, passphrase)


def add_recovery_slot(folder: Path, key: bytes, code: str, now: datetime | None = None) -> Slot:
    """Lets a code on paper open the file from now on; it has opened the new slot before this returns.

    Raises:
        KnownError: ``paper.…`` when the code was typed wrong, ``file.write_failed``, or as `slots`.
    """
    secret = _typed(RECOVERY, code)
    slot = _new(RECOVERY, secret, key, now)
    _add(folder, slot, key, secret)
    return slot


def add_employer_slot(folder: Path, key: bytes, public: paper_keys.PublicKey, now: datetime | None = None) -> Slot:
    """Lets the paper in the employer's safe open the file; the paper itself stays there.

    So nothing here can show that the paper opens the slot: somebody fetches it once and tries it (`try_slot`).

    Raises:
        KnownError: ``file.write_failed``, or as `slots`.
    """
    slot = _seal(Slot(secrets.token_hex(16), EMPLOYER, b"", public=public.key, made=now, holder=public.employer), key)
    _add(folder, slot, key)
    return slot


def add_keyring_slot(folder: Path, key: bytes, ring: Keyring, now: datetime | None = None) -> str:
    """Lets the account's keyring open the file from now on.

    Returns:
        The id of the slot.

    Raises:
        KnownError: ``keyring.locked``, ``keyring.forgotten``, ``file.write_failed``, or as `slots`.
    """
    secret = secrets.token_hex(connection.KEY_BYTES)
    slot = _new(KEYRING, secret.encode(), key, now)
    try:
        ring.set_password(SERVICE, slot.id, secret)
    except KeyringError as error:
        raise KnownError("keyring.locked") from error
    kept = _kept(slot, ring)
    if kept != secret.encode():
        raise KnownError("keyring.forgotten")
    _add(folder, slot, key, kept)
    return slot.id


def set_passphrase(folder: Path, key: bytes, new: str, *, cost: Cost = COST, now: datetime | None = None) -> None:
    """A passphrase in place of every earlier one. At every moment the old or the new one opens the file.

    Raises:
        KnownError: ``passphrase.empty``, ``file.write_failed``, or as `slots`.
    """
    before = [slot.id for slot in slots(folder) if slot.kind == TYPED]
    words = slot_file.words(new)
    _add(folder, _new(TYPED, words, key, now, cost=cost), key, words)
    for slot_id in before:
        remove_slot(folder, slot_id)


def change_passphrase(folder: Path, old: str, new: str, *, cost: Cost = COST, now: datetime | None = None) -> None:
    """Another passphrase for the same file, for who knows the old one.

    Raises:
        KnownError: ``file.passphrase_wrong`` (for `old`), or as `set_passphrase`.
    """
    set_passphrase(folder, unlock_with_passphrase(folder, old), new, cost=cost, now=now)


def try_slot(folder: Path, slot_id: str, secret: str, now: datetime, ring: Keyring | None = None) -> None:
    """Tries one slot, and keeps in it when it last worked.

    Raises:
        KnownError: ``record.missing`` (no such slot), or why it does not open, as `keys_of`.
    """
    found = slots(folder)
    slot = next((one for one in found if one.id == slot_id), None)
    if slot is None:
        raise KnownError("record.missing")
    keys_of((slot,), slot.kind, secret, ring)
    tried = msgspec.structs.replace(slot, worked=now)
    slot_file.write(folder, tuple(tried if one is slot else one for one in found))


def remove_slot(folder: Path, slot_id: str, ring: Keyring | None = None) -> None:
    """Takes a way in away, also out of the keyring when that is given; an unknown id changes nothing.

    A keyring that is locked or gone keeps its secret, which then opens nothing but copies of before.

    Raises:
        KnownError: ``slot.last``: without it nobody could open the file any more; ``slot.only_keyring``: what is
            left goes when this computer goes; or as `slots`.
    """
    found = slots(folder)
    kept = tuple(slot for slot in found if slot.id != slot_id)
    if not kept:
        raise KnownError("slot.last")
    if len(kept) < len(found) and all(slot.kind == KEYRING for slot in kept):
        raise KnownError("slot.only_keyring")
    slot_file.write(folder, kept)
    if ring is not None and any(slot.id == slot_id and slot.kind == KEYRING for slot in found):
        with suppress(KeyringError):
            ring.delete_password(SERVICE, slot_id)


def modernise(folder: Path, key: bytes, passphrase: str) -> None:
    """Gives slots of the first version a public half and a witness. Only a passphrase can be carried over.

    Raises:
        KnownError: as `keys_of`, ``file.write_failed``.
    """
    found = slots(folder)
    if all(slot.public for slot in found):
        return
    words = slot_file.words(passphrase)
    newer = [slot if slot.public else _seal(_renewed(slot, words), key) for slot in found if _may_stay(slot, words)]
    slot_file.write(folder, tuple(newer))
    if not gives(folder, passphrase, key):
        slot_file.write(folder, found)
        raise KnownError("file.write_failed")


def gives(folder: Path, passphrase: str, key: bytes) -> bool:
    """Whether the slots, as they stand on disk, give this key to who knows the passphrase."""
    try:
        return key in keys_of(slots(folder), TYPED, passphrase)
    except KnownError:
        return False


def sealed_anew(found: Iterable[Slot], old: bytes, new: bytes) -> tuple[Slot, ...]:
    """The same ways in for another key of the file; a slot that somebody slipped in is left out."""
    return tuple(_seal(slot, new) for slot in found if is_of(slot, old))


def is_of(slot: Slot, key: bytes) -> bool:
    """Whether this slot was made by who had this key. Slots of the first version do not say."""
    return bool(slot.public) and hmac.compare_digest(slot.witness, _witness(slot, key))


def forget_others(folder: Path, key: bytes) -> None:
    """Drops slots that were not made with this key: of the key before a change, or slipped in."""
    found = slots(folder)
    kept = tuple(slot for slot in found if not slot.public or is_of(slot, key))
    if kept and kept != found:
        slot_file.write(folder, kept)


def _add(folder: Path, slot: Slot, key: bytes, secret: bytes | None = None) -> None:
    """Writes one slot more and proves, from disk, that it gives the key; without its secret, that it is unharmed."""
    before = slots(folder)
    slot_file.write(folder, (*before, slot))
    written = next((one for one in slots(folder) if one.id == slot.id), None)
    good = written == slot if secret is None or written is None else _open(written, secret) == key
    if not good:
        slot_file.write(folder, before)
        raise KnownError("file.write_failed")


def _typed(way: str, secret: str) -> bytes:
    """What a person typed, as the bytes of a secret."""
    if way == TYPED:
        return slot_file.words(secret)
    return paper_keys.secret_of(secret, paper_keys.EMPLOYER_BYTES if way == EMPLOYER else paper_keys.ROW_BYTES)


def _kept(slot: Slot, ring: Keyring | None) -> bytes:
    """The secret that the keyring keeps for this slot, or nothing."""
    try:
        return (ring.get_password(SERVICE, slot.id) or "").encode() if ring else b""
    except KeyringError as error:
        raise KnownError("keyring.locked") from error


def _new(kind: str, secret: bytes, key: bytes, now: datetime | None, *, cost: Cost | None = None) -> Slot:
    """A new slot that gives `key` to who brings `secret`."""
    slot = Slot(secrets.token_hex(16), kind, os.urandom(slot_file.SALT_BYTES), cost=cost, made=now)
    return _seal(_renewed(slot, secret), key)


def _renewed(slot: Slot, secret: bytes) -> Slot:
    """The slot with the public half that follows from its secret."""
    return msgspec.structs.replace(slot, nonce=b"", public=sealing.public_half(_seed(slot, secret)))


def _may_stay(slot: Slot, words: bytes) -> bool:
    return bool(slot.public) or (slot.kind == TYPED and _open(slot, words) is not None)


def _seal(slot: Slot, key: bytes) -> Slot:
    """The slot with this key in it."""
    sealed = sealing.seal(slot.public, key, _bound(slot))
    return msgspec.structs.replace(slot, sealed=sealed, witness=_witness(slot, key))


def _open(slot: Slot, secret: bytes) -> bytes | None:
    """The key, or None when this is not the slot's secret."""
    if slot.public:
        return sealing.unseal(_seed(slot, secret), slot.sealed, _bound(slot))
    bound = _OLD_MAGIC + msgspec.msgpack.encode([slot.id, slot.kind, slot.salt, slot.cost])
    try:
        return ChaCha20Poly1305(_old_wrapping_key(slot, secret)).decrypt(slot.nonce, slot.sealed, bound)
    except InvalidTag:
        return None


def _bound(slot: Slot) -> bytes:
    """What the seal covers besides the key: nobody can relabel or weaken a slot unnoticed."""
    return _MAGIC + msgspec.msgpack.encode([slot.id, slot.kind, slot.salt, slot.cost, slot.public, slot.holder])


def _witness(slot: Slot, key: bytes) -> bytes:
    return hmac.digest(HKDF(hashes.SHA256(), 32, None, _MAGIC + b"witness").derive(key), _bound(slot), "sha256")


def _seed(slot: Slot, secret: bytes) -> bytes:
    """The slot's private half: slow from a passphrase, quick from a long random secret."""
    return sealing.seed_of(_stretched(slot, secret), slot.salt, slot.kind.encode())


def _old_wrapping_key(slot: Slot, secret: bytes) -> bytes:
    if slot.cost is not None:
        return _stretched(slot, secret)
    return HKDF(hashes.SHA256(), connection.KEY_BYTES, slot.salt, _OLD_MAGIC).derive(secret)


def _stretched(slot: Slot, secret: bytes) -> bytes:
    return secret if slot.cost is None else slot_file.stretch(secret, slot.salt, slot.cost)
