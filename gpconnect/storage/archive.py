"""One encrypted file with many files in it, for handing a whole team's dossiers to the employer.

The format ("GPConnect export 1"), so that it can be read in twenty years without this program:

- the line ``gpconnect export 1`` and a newline;
- four bytes (big-endian) with the length of a header, and the header: JSON with ``salt`` (hex), ``memory_kib``,
  ``iterations``, ``lanes`` and ``check`` (hex);
- then one sealed file after another: four bytes with the length of what follows, 12 bytes nonce, and
  ChaCha20-Poly1305 over msgpack ``[name, content]``; authenticated data is SHA-256 of the header, the number of the
  file from 0 in eight bytes, and one byte that is 1 for the last file and 0 for the others.

The key is Argon2id (RFC 9106) of the passphrase (NFKC, UTF-8) with the salt and costs of the header; ``check`` is
HKDF-SHA256 of the key with info ``gpconnect export check``, which tells a wrong passphrase from a damaged file. The
number and the last byte notice what was cut off, left out or put in another order.
"""

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gpconnect.domain.errors import KnownError
from gpconnect.storage import files
from gpconnect.storage.slot_file import COST, MAX_ITERATIONS, MAX_LANES, MAX_MEMORY_KIB, Cost

MAGIC = b"gpconnect export 1\n"
MAX_FILE = 256 * 1024 * 1024
_KEY_BYTES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16
_LENGTH_BYTES = 4
_MAX_HEADER = 4096


class Header(msgspec.Struct, frozen=True):
    """What the key is made from, and a check on it; in the clear."""

    salt: str
    memory_kib: int
    iterations: int
    lanes: int
    check: str


class Writer:
    """Writes an archive beside its final name; only `finish` gives it that name, and without it nothing stays.

    Args:
        target: where it is to stand; nothing may stand there yet.
        passphrase: opens it at the other end.
        cost: of one guess at the passphrase.

    Raises:
        KnownError: ``file.exists``, ``file.write_failed``.
    """

    def __init__(self, target: Path, passphrase: str, *, cost: Cost = COST) -> None:
        if target.exists():
            raise KnownError("file.exists")
        self._target = target
        self._part = target.with_name(f".{target.name}.part")
        salt = os.urandom(_SALT_BYTES)
        self._key = _derive(passphrase, salt, cost)
        header = Header(salt.hex(), cost.memory_kib, cost.iterations, cost.lanes, _check(self._key).hex())
        encoded = msgspec.json.encode(header)
        self._bound = hashlib.sha256(encoded).digest()
        self._count = 0
        self._waiting: tuple[str, bytes] | None = None
        with _said():
            self._file: BinaryIO = self._part.open("wb")
            self._file.write(MAGIC + len(encoded).to_bytes(_LENGTH_BYTES) + encoded)

    def add(self, name: str, content: bytes) -> None:
        """One file more. The last one added is the one that closes the archive.

        Raises:
            KnownError: ``file.write_failed``; the archive is then of no use and goes with `discard`.
        """
        if self._waiting is not None:
            self._seal(*self._waiting, last=False)
        self._waiting = (name, content)

    def close(self) -> None:
        """Seal the last file and bring everything to the disk, still under its working name.

        Raises:
            KnownError: ``file.write_failed``.
        """
        assert self._waiting is not None, "an archive holds at least one file"
        self._seal(*self._waiting, last=True)
        with _said():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()

    def read_back(self) -> Iterator[tuple[str, bytes]]:
        """Everything in it, from the disk, as whoever opens it will find it.

        Raises:
            KnownError: ``export.damaged``.
        """
        return _read(self._part, self._key)

    def finish(self) -> None:
        """Give it its name.

        Raises:
            KnownError: ``file.exists``, ``file.write_failed``.
        """
        if self._target.exists():
            raise KnownError("file.exists")
        with _said():
            self._part.replace(self._target)
        files.sync_folder(self._target.parent)

    def discard(self) -> None:
        """Leave nothing behind."""
        self._file.close()
        self._part.unlink(missing_ok=True)

    def _seal(self, name: str, content: bytes, *, last: bool) -> None:
        nonce = os.urandom(_NONCE_BYTES)
        plain = msgspec.msgpack.encode([name, content])
        sealed = ChaCha20Poly1305(self._key).encrypt(nonce, plain, _associated(self._bound, self._count, last=last))
        with _said():
            self._file.write((_NONCE_BYTES + len(sealed)).to_bytes(_LENGTH_BYTES) + nonce + sealed)
        self._count += 1


def read(path: Path, passphrase: str) -> Iterator[tuple[str, bytes]]:
    """The files of an archive, one by one: name and content. Only when the last came, was it whole.

    Raises:
        KnownError: ``file.missing``, ``export.not_ours``, ``file.passphrase_wrong``, ``export.damaged``, ``file.io``.
    """
    header, _ = _header(path)
    cost = Cost(header.memory_kib, header.iterations, header.lanes)
    if cost.memory_kib > MAX_MEMORY_KIB or cost.iterations > MAX_ITERATIONS or cost.lanes > MAX_LANES:
        raise KnownError("export.damaged")
    key = _derive(passphrase, bytes.fromhex(header.salt), cost)
    if _check(key).hex() != header.check:
        raise KnownError("file.passphrase_wrong")
    return _read(path, key)


def _read(path: Path, key: bytes) -> Iterator[tuple[str, bytes]]:
    _, encoded = _header(path)
    bound = hashlib.sha256(encoded).digest()
    start = len(MAGIC) + _LENGTH_BYTES + len(encoded)
    cipher = ChaCha20Poly1305(key)
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(start)
        count = 0
        while file.tell() < size:
            length = int.from_bytes(file.read(_LENGTH_BYTES))
            if not _NONCE_BYTES < length <= MAX_FILE:
                raise KnownError("export.damaged")
            frame = file.read(length)
            if len(frame) != length:
                raise KnownError("export.damaged")
            associated = _associated(bound, count, last=file.tell() >= size)
            yield _opened(cipher, frame, associated)
            count += 1
    if not count:
        raise KnownError("export.damaged")


def _opened(cipher: ChaCha20Poly1305, frame: bytes, associated: bytes) -> tuple[str, bytes]:
    try:
        plain = cipher.decrypt(frame[:_NONCE_BYTES], frame[_NONCE_BYTES:], associated)
        return msgspec.msgpack.decode(plain, type=tuple[str, bytes])
    except (InvalidTag, msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise KnownError("export.damaged") from error


def _header(path: Path) -> tuple[Header, bytes]:
    """The header, and its bytes as they stand in the file."""
    if not path.is_file():
        raise KnownError("file.missing")
    try:
        with path.open("rb") as file:
            magic = file.read(len(MAGIC))
            length = int.from_bytes(file.read(_LENGTH_BYTES))
            encoded = file.read(length) if length <= _MAX_HEADER else b""
    except OSError as error:
        raise KnownError("file.io") from error
    if magic != MAGIC:
        raise KnownError("export.not_ours")
    try:
        header = msgspec.json.decode(encoded, type=Header)
        bytes.fromhex(header.salt)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise KnownError("export.damaged") from error
    return header, encoded


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    if not passphrase.strip():
        raise KnownError("passphrase.empty")
    words = unicodedata.normalize("NFKC", passphrase).encode()
    return Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(words)


def _check(key: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 16, None, b"gpconnect export check").derive(key)


def _associated(bound: bytes, count: int, *, last: bool) -> bytes:
    return bound + count.to_bytes(8) + bytes([last])


@contextmanager
def _said() -> Iterator[None]:
    """Turns what the disk says into what a person can act on."""
    try:
        yield
    except OSError as error:
        raise KnownError("file.write_failed") from error
