"""A profile: one person's encrypted file on one device. Making it, opening it, closing it."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlite_utils import Database

from gpconnect.domain.access import EventType
from gpconnect.domain.errors import KnownError
from gpconnect.services import acting, destroying, hub_clock, trouble
from gpconnect.services.session import Actor, Session
from gpconnect.services.strength import MINIMUM, require_strong
from gpconnect.storage import (
    connection,
    files,
    folder_lock,
    guard,
    keyring_access,
    keys,
    meta,
    place,
    raw,
    renewal,
    restoring,
    slots,
    wrong_tries,
)
from gpconnect.sync.keys import DeviceKeys

MIN_PASSPHRASE = MINIMUM
DEVICE = "device"
ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Profile:
    """An opened profile. `close` forgets the key.

    Attributes:
        folder: where the file and its key slots lie.
        session: what services work with; only on the thread that opened it.
    """

    folder: Path
    session: Session
    lock: folder_lock.FolderLock

    def close(self) -> None:
        """Write what is left, close the file, forget the key, let other programs in."""
        try:
            guard.close(self.session.db)
        finally:
            raw.let_go(files.database_path(self.folder))
            self.session.key[:] = bytes(len(self.session.key))
            self.lock.release()


def utc_now() -> datetime:
    """The clock of this computer."""
    return datetime.now(UTC)


def random_id() -> str:
    """32 hex digits that nobody can guess."""
    return secrets.token_hex(16)


def exists(folder: Path) -> bool:
    """Whether this folder holds a profile."""
    return files.slots_path(folder).exists() or (folder / files.RESTORING / files.READY).exists()


def create(
    folder: Path,
    passphrase: str,
    actor: Actor,
    *,
    now: Callable[[], datetime] = utc_now,
    new_id: Callable[[], str] = random_id,
    cost: slots.Cost = slots.COST,
) -> Profile:
    """A new profile for this person, opened.

    Args:
        folder: made when it is not there; readable by its owner only.
        passphrase: at least twelve characters, and not guessed soon.
        actor: whose file it is.
        now: the clock, aware UTC.
        new_id: where ids come from.
        cost: of the passphrase's derivation; lower than the default only for the demo.

    Raises:
        KnownError: ``passphrase.short``, ``passphrase.weak``, ``file.exists``, ``file.in_use``, ``file.disk_full``,
            ``file.on_network``.
    """
    require_strong(passphrase, (actor.name, actor.organization, actor.pilot))
    place.require_local(folder)
    files.private_folder(folder)
    lock = folder_lock.claim_folder(folder)
    try:
        device = DeviceKeys.generate()

        def fill(db: Database) -> None:
            keys.put_secret_blob(db, DEVICE, device.to_bytes())
            meta.put_meta(db, ACTOR, msgspec.to_builtins(actor))

        key = slots.create_profile(folder, passphrase, cost=cost, now=now(), fill=fill)
        db = guard.open_file(folder, key)
    except BaseException:
        lock.release()
        raise
    return Profile(folder, Session(db, actor, device.device, now, new_id, folder, bytearray(key)), lock)


def open_profile(
    folder: Path,
    secret: str,
    *,
    way: str = slots.TYPED,
    now: Callable[[], datetime] = utc_now,
    new_id: Callable[[], str] = random_id,
) -> Profile:
    """Open a profile. Coming in with a sheet of paper is on record: it may be somebody else than whose file it is.

    Args:
        folder: the profile.
        secret: the passphrase, or the code on the sheet of paper; nothing for the keyring.
        way: ``passphrase``, ``recovery``, ``employer`` or ``keyring``.
        now: the clock, aware UTC.
        new_id: where ids come from.

    Raises:
        KnownError: ``file.missing``, ``file.in_use``, ``file.damaged``, ``file.newer``, ``file.on_network``, or why
            this way does not open it (`gpconnect.storage.slots.keys_of`); nothing has changed on disk.
    """
    if not exists(folder):
        raise KnownError("file.missing")
    place.require_local(folder)
    lock = folder_lock.claim_folder(folder)
    try:
        restoring.finish(folder)
        key = _unlock(folder, secret, way, now())
        renewal.prepare(folder, key)
        db = guard.open_file(folder, key)
        actor = msgspec.convert(meta.get_meta(db, ACTOR), Actor)
        device = device_keys(db)
        session = Session(db, actor, device.device, now, new_id, folder, bytearray(key), way)
        hub_clock.look_back(session)
        # Before anything is written: what is missing begins behind the last line that stands there now.
        trouble.look_back(session)
        destroying.recall(session)
        destroying.forget_keys(db)
        if way in {slots.RECOVERY, slots.EMPLOYER}:
            # Urgent: on a full disk this line takes the room of the reserve, and nobody stays outside.
            with connection.transaction(db, urgent=True):
                acting.log(session, "", f"opened.{way}", event=EventType.READ)
    except BaseException:
        lock.release()
        raise
    _tell_wrong_tries(session)
    return Profile(folder, session, lock)


def _unlock(folder: Path, secret: str, way: str, at: datetime) -> bytes:
    """The file's key; a wrong secret is counted, to be written in the log when the file opens."""
    ring = keyring_access.system_keyring() if way == slots.KEYRING else None
    try:
        return slots.unlock(folder, way, secret, ring)
    except KnownError as error:
        if error.code == slots.WRONG.get(way):
            wrong_tries.note(folder, way, at)
        raise


def _tell_wrong_tries(session: Session) -> None:
    """A line in the access log for the wrong tries since the last opening, one for each way in (NEN 7513)."""
    for way, outcome in slots.WRONG.items():
        tries = wrong_tries.count(session.folder, way)
        if not tries:
            continue
        # On a full disk the file opens all the same, and the number waits for the next time.
        with suppress(KnownError):
            with connection.transaction(session.db):
                detail = " ".join(filter(None, (way, str(tries), wrong_tries.last(session.folder, way))))
                acting.log(session, "", way, event=EventType.LOGIN_FAILED, outcome=outcome, detail=detail)
            wrong_tries.forget(session.folder, way)


def device_keys(db: Database) -> DeviceKeys:
    """The private keys of this device, out of the encrypted file.

    Raises:
        KnownError: ``file.damaged``, they are not there.
    """
    stored = keys.secret_blob(db, DEVICE)
    if stored is None:
        raise KnownError("file.damaged")
    return DeviceKeys.from_bytes(stored)
