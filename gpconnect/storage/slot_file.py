"""What a slot is and how slots stand on disk: version 2, and version 1 as it was read before."""

import hashlib
import unicodedata
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from gpconnect.domain.errors import KnownError
from gpconnect.storage import files

VERSION = 2
TYPED = "passphrase"
RECOVERY = "recovery"
EMPLOYER = "employer"
KEYRING = "keyring"
KINDS = (TYPED, RECOVERY, EMPLOYER, KEYRING)
SALT_BYTES = 16
STRETCHED_BYTES = 32
MAX_MEMORY_KIB = 1024 * 1024
MAX_ITERATIONS = 64
MAX_LANES = 64
_MAGIC = b"gpconnect slots 2\0"
_FIRST_MAGIC = b"gpconnect slot 1\0"


class Cost(msgspec.Struct, frozen=True):
    """What one guess at a passphrase costs (Argon2id, RFC 9106): memory in KiB, passes, lanes."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4


COST = Cost()


class Slot(msgspec.Struct, frozen=True, omit_defaults=True):
    """One wrapped copy of the file's key.

    Attributes:
        id: 32 hex digits, random; also the name in the keyring.
        kind: ``passphrase``, ``recovery``, ``employer``, ``keyring`` or what a later version adds.
        nonce: of a slot of version 1, which had no public half.
        cost: for a passphrase only; every other secret is long and random.
        public: what the key is sealed to.
        witness: made with the file's key over everything that the slot says of itself.
        made: when, as far as is known.
        worked: when somebody last saw it open the file, by trying it.
        holder: who keeps the paper of an employer's key.
    """

    id: str
    kind: str
    salt: bytes
    nonce: bytes = b""
    sealed: bytes = b""
    cost: Cost | None = None
    public: bytes = b""
    witness: bytes = b""
    made: datetime | None = None
    worked: datetime | None = None
    holder: str = ""


class SlotsFile(msgspec.Struct, frozen=True):
    """What stands beside the database: slots and a digest that tells damage from a wrong passphrase."""

    version: int
    slots: tuple[Slot, ...]
    digest: bytes


class _FirstSlot(msgspec.Struct, frozen=True):
    """A slot of version 1; its digest was taken over exactly these fields."""

    id: str
    kind: str
    salt: bytes
    nonce: bytes
    sealed: bytes
    cost: Cost | None = None


class _FirstFile(msgspec.Struct, frozen=True):
    version: int
    slots: tuple[_FirstSlot, ...]
    digest: bytes


def read(path: Path) -> tuple[Slot, ...]:
    """The slots of a file, of this version or the first; it may hold none.

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
        return _decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        # Text that is no UTF-8 and nesting without end have other exceptions than the rest of what is wrong.
        raise KnownError("file.damaged") from error


def write(folder: Path, found: tuple[Slot, ...]) -> None:
    """Replaces the slots of a profile in one step.

    Raises:
        KnownError: ``file.write_failed``; the old ones are untouched.
    """
    data = msgspec.json.encode(SlotsFile(VERSION, found, _digest(found)))
    files.write_atomically(files.slots_path(folder), msgspec.json.format(data, indent=1))


def words(passphrase: str) -> bytes:
    """A passphrase as bytes, the same on every keyboard (NFKC, as passwords are in RFC 8265).

    Raises:
        KnownError: ``passphrase.empty``.
    """
    if not passphrase.strip():
        raise KnownError("passphrase.empty")
    return unicodedata.normalize("NFKC", passphrase).encode()


def stretch(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """32 bytes from a passphrase, slowly (Argon2id).

    Raises:
        KnownError: ``file.damaged``: the slot asks for more than any slot of ours.
    """
    if cost.memory_kib > MAX_MEMORY_KIB or cost.iterations > MAX_ITERATIONS or cost.lanes > MAX_LANES:
        raise KnownError("file.damaged")
    return Argon2id(
        salt=salt,
        length=STRETCHED_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(secret)


def next_way(present: Collection[str], failed: Collection[str]) -> KnownError:
    """What to fetch now, in a code of its own; raised by who asked.

    Args:
        present: the kinds of slot that are in the file.
        failed: the kinds whose secret the person does not have.

    Returns:
        ``ways.passphrase``, ``ways.recovery``, ``ways.employer``, ``ways.paper`` (either of the two sheets),
        ``ways.keyring``, or ``ways.none``: nothing on this computer opens it any more.
    """
    left = set(present) - set(failed)
    if TYPED in left:
        return KnownError("ways.passphrase")
    if {RECOVERY, EMPLOYER} <= left:
        return KnownError("ways.paper")
    return KnownError("ways." + next((kind for kind in (RECOVERY, EMPLOYER, KEYRING) if kind in left), "none"))


def _decode(data: bytes) -> tuple[Slot, ...]:
    version = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).get("version", msgspec.Raw(b"null"))
    number = msgspec.json.decode(version, type=int)
    if number > VERSION:
        raise KnownError("file.newer")
    if number < VERSION:
        first = msgspec.json.decode(data, type=_FirstFile)
        digest = hashlib.sha256(_FIRST_MAGIC + msgspec.msgpack.encode(first.slots)).digest()
        found, good = msgspec.convert(first.slots, tuple[Slot, ...], from_attributes=True), first.digest == digest
    else:
        kept = msgspec.json.decode(data, type=SlotsFile)
        found, good = kept.slots, kept.digest == _digest(kept.slots)
    if not good:
        raise KnownError("file.damaged")
    return found


def _digest(found: tuple[Slot, ...]) -> bytes:
    return hashlib.sha256(_MAGIC + msgspec.msgpack.encode(found)).digest()
