"""What must outlive the file itself, sealed beside it: what was erased, which copies there are, and what is damaged.

A file that broke cannot tell any more which dossiers were destroyed, and a copy of before would bring them back. So
after every commit that changed something of it, the list is written anew, sealed under a key of its own that follows
from the file's key. A check that finds the very pages damaged on which it would write that down writes it here. The
list names no child: ids, articles of law and days.

A list that is there and cannot be read is never written over: it may be all that tells of an erasure. It is put aside
with a name of its own (`unreadable`), and whoever opens the file is told.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec.structs import replace
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, erasure, files, kept, migrations
from gpconnect.storage.erasure import Carried
from gpconnect.storage.kept import KeptCopy

T = TypeVar("T")
_MAGIC = b"gpconnect erased 1\0"
_NONCE = 12
_ASIDE = "unreadable"
_STATE = (
    "SELECT (SELECT count(*) FROM tombstone), (SELECT count(*) FROM refused_key), "
    "(SELECT group_concat(id || status) FROM erasure), (SELECT group_concat(folder || name) FROM copy_made)"
)
"""Differs whenever the list does; the tables are small."""


class Found(msgspec.Struct, frozen=True):
    """What a check found damaged.

    Attributes:
        at: when.
        automatic: it checked itself.
        codes: what is wrong, as `checks.Report.codes`.
        dossiers: ids of the children whose dossiers lost something.
        besides: something that is no part of a dossier was lost as well.
        all: nothing at all can be read.
    """

    at: datetime
    automatic: bool
    codes: tuple[str, ...]
    dossiers: tuple[str, ...]
    besides: bool
    all: bool


class Told(msgspec.Struct, frozen=True):
    """What a file tells to the copy that takes its place.

    Attributes:
        carried: what was erased or blocked.
        copies: the copies that were made, so that those of before an erasure still go.
        found: what the last check found damaged, or None; it is told of this file only, and goes aside with it.
    """

    carried: Carried = Carried()
    copies: tuple[KeptCopy, ...] = ()
    found: Found | None = None


class Beside:
    """The list beside one profile's file, while that is open."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder, self._key = folder, bytearray(key)
        self._state: Any = None

    def forget(self) -> None:
        """The file is closed: the key goes."""
        self._key[:] = bytes(len(self._key))

    def keep(self, db: Database) -> None:
        """Writes the list when it changed; call after a commit, never inside a transaction.

        A disk that refuses is no reason to fail what was already committed: it is tried again after the next one. A
        list that knows of more erasures than the file is never overwritten: it is all that still tells of them.
        """
        with suppress(KnownError):
            state = db.execute(_STATE).fetchone()
            if state == self._state:
                return
            told, listed = of_file(db), read(self._folder, self._key)
            if listed is not None and is_behind(told, listed):
                return
            if told != (listed and replace(listed, found=None)):
                self._write(replace(told, found=listed and listed.found))
            self._state = state

    def found(self) -> Found | None:
        """What the last check found damaged, or None."""
        listed = read(self._folder, self._key)
        return None if listed is None else listed.found

    def keep_found(self, db: Database, found: Found | None) -> None:
        """Writes down what a check found damaged, or None when it found nothing any more.

        Raises:
            KnownError: ``file.unreadable``: neither the file nor the list tells what was erased, and a list without it
                would let that come back; or what writing names.
        """
        listed = read(self._folder, self._key)
        if found == (listed and listed.found):
            return
        own = None
        with suppress(KnownError), connection.translate_errors():
            own = of_file(db)
        known = own if listed is None or (own is not None and not is_behind(own, listed)) else listed
        if known is None:
            raise KnownError("file.unreadable")
        self._write(replace(known, found=found))

    def _write(self, told: Told) -> None:
        if read(self._folder, self._key) is None:
            _put_aside(self._folder)
        files.write_atomically(files.erased_path(self._folder), _sealed(told, self._key))


def of_file(db: Database) -> Told:
    """What an open file tells."""
    return Told(erasure.to_carry(db), tuple(kept.copies(db)))


def read(folder: Path, key: bytes | bytearray) -> Told | None:
    """The list as it stands, or None: there is none, it was changed, or it was sealed under another key."""
    # While the file gets another key its list stands there twice; a crash leaves both.
    found = (_open(path, key) for path in (files.erased_path(folder), _resealed(folder)))
    return next((one for one in found if one is not None), None)


def unreadable(folder: Path) -> list[Path]:
    """The lists that could not be read when the file was opened, kept as they were, in the order of their names."""
    return sorted(folder.glob(f"{files.ERASED}-{_ASIDE}-*"))


def reseal(folder: Path, old: bytes, new: bytes) -> None:
    """Before the file gets another key: its list under that key as well, beside the one under the key that it has.

    Raises:
        KnownError: ``file.write_failed``.
    """
    listed = read(folder, old)
    if listed is not None:
        files.write_atomically(_resealed(folder), _sealed(listed, new))


def settle(folder: Path, key: bytes) -> None:
    """The file has this key: of the two lists the one that it opens stays. Without a second one nothing happens.

    Raises:
        KnownError: ``file.write_failed``.
    """
    second = _resealed(folder)
    try:
        if _open(second, key) is None:
            second.unlink(missing_ok=True)
        else:
            second.replace(files.erased_path(folder))
    except OSError as error:
        raise KnownError("file.write_failed") from error


def is_behind(own: Told, listed: Told) -> bool:
    """Whether a file lacks an erasure that the list has: an older file was put there, by hand or from a snapshot."""
    return not _erasures(listed.carried) <= _erasures(own.carried)


def not_in_file(db: Database, folder: Path, key: bytes) -> Told | None:
    """The list, when it knows of an erasure that the open file does not; else None."""
    listed = read(folder, key)
    return listed if listed is not None and is_behind(of_file(db), listed) else None


def told(folder: Path, keys: Iterable[bytes], *, writable: bool = True) -> Told | None:
    """What the file that stands in a folder tells, or the list beside it when the file does not open or knows less.

    Args:
        folder: the profile; its file must be closed, or open in this program.
        keys: that may open it.
        writable: False for only looking.

    Returns:
        None when neither can be read with any of the keys, or when there is nothing.
    """
    known = tuple(dict.fromkeys(key for key in keys if key))
    own = of_closed(folder, known, of_file, writable=writable)
    lists = (read(folder, key) for key in known)
    listed = next((one for one in lists if one is not None), None)
    return listed if own is None or (listed is not None and is_behind(own, listed)) else own


def of_closed(
    folder: Path, keys: Iterable[bytes], read_it: Callable[[Database], T], *, writable: bool = True
) -> T | None:
    """What can be read in the file that stands in a folder; None when it is lost, damaged or of another version."""
    found = (_of_closed(folder, key, read_it, writable) for key in keys if key)
    return next((one for one in found if one is not None), None)


def _of_closed(folder: Path, key: bytes, read_it: Callable[[Database], T], writable: bool) -> T | None:  # noqa: FBT001 - private, and passed on
    try:
        db = connection.open_beside(files.database_path(folder), key, writable=writable)
    except KnownError:
        return None
    try:
        with connection.translate_errors():
            head = db.execute("PRAGMA user_version").fetchone()[0] == migrations.HEAD
            return read_it(db) if head else None
    except KnownError:
        return None
    finally:
        connection.close(db)


def _erasures(carried: Carried) -> set[tuple[object, ...]]:
    stones = {(one.patient_id, one.erasure, one.parts) for one in carried.tombstones}
    return stones | {(one.op_id,) for one, *_ in carried.operations} | {(one.space, one.id) for one in carried.refused}


def _resealed(folder: Path) -> Path:
    return folder / f".{files.ERASED}.renewed"


def _open(path: Path, key: bytes | bytearray) -> Told | None:
    try:
        data = path.read_bytes()
        return msgspec.msgpack.decode(_cipher(key).decrypt(data[:_NONCE], data[_NONCE:], _MAGIC), type=Told)
    except (OSError, InvalidTag, ValueError):
        return None


def _sealed(told: Told, key: bytes | bytearray) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + _cipher(key).encrypt(nonce, msgspec.msgpack.encode(told), _MAGIC)


def _put_aside(folder: Path) -> None:
    """A list that cannot be read gets a name that nothing else has; it may be all that tells of an erasure."""
    listed, number = files.erased_path(folder), 1 + len(unreadable(folder))
    if not listed.is_file():
        return
    try:
        listed.replace(folder / f"{files.ERASED}-{_ASIDE}-{number:04}")
    except OSError as error:
        raise KnownError("file.write_failed") from error


def _cipher(key: bytes | bytearray) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(hashes.SHA256(), 32, None, _MAGIC).derive(bytes(key)))
