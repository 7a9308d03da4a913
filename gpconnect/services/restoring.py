"""Putting a copy back: first what it holds beside what is here now, then the swap, with the profile closed.

Both run aside, on connections of their own; nothing is written before somebody has seen the preview and said yes.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

import msgspec
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import applying, draft_versions, keeping, profiles, returned, ways_back
from gpconnect.services.acting import check, saw
from gpconnect.services.returned import Returned
from gpconnect.services.session import Actor, Session
from gpconnect.services.ways_back import WaysBack
from gpconnect.storage import beside, connection, files, folder_lock, meta, restoring, slots, watermark
from gpconnect.storage import keys as key_store
from gpconnect.storage.access_log import AccessEvent, ActionCode, EventType
from gpconnect.storage.checks import Watch, nobody
from gpconnect.storage.restoring import Brought, Contents, Lacks
from gpconnect.sync.keys import DeviceKeys

__all__ = ["Contents"]

_Seen = tuple[Contents, Lacks, Path | None]
PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in, not a passphrase


@dataclass(frozen=True, slots=True)
class Present:
    """What is needed of the profile as it is now; from `present` while it is open.

    Attributes:
        key: of the present file, or empty when it does not open any more.
        device: of this profile, to say whether the copy is of another one.
        staff: id of whose profile it is; empty when the file cannot say so any more.
    """

    folder: Path
    key: bytes = field(repr=False)
    device: str
    staff: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a copy holds, before anything is overwritten.

    Attributes:
        copy: the file.
        key: of the copy, for `restore`.
        made_at: when it was made, or None for a file that was copied by hand.
        actor: whose file it is.
        device: that made it.
        same_device: it was made from this very profile.
        holds: what stands in it.
        present: what stands in the file of now, or None when that one cannot be opened.
        lacks: what the file of now has and the copy does not, or None likewise.
        erasures: what was erased since can be read here, and goes along; otherwise it waits for the hub.
        ways: what changes in the ways into the file and in where copies go.
        empty: there is no file here now.
    """

    copy: Path
    key: bytes = field(repr=False)
    made_at: datetime | None
    actor: Actor
    device: str
    same_device: bool
    holds: Contents
    present: Contents | None
    lacks: Lacks | None
    erasures: bool
    ways: WaysBack
    empty: bool = False


def present(session: Session) -> Present:
    """What `preview` and `restore` need of the open profile. That somebody is going to is on record.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.BACK_UP)
    saw(session, "", "copy.preview", event=EventType.READ)
    return Present(session.folder, bytes(session.key), session.device, session.actor.staff_id)


def closed(folder: Path, secret: str, way: str = PASSPHRASE) -> Present:
    """The same for a profile that is not open: for the command line, and when its file is lost or damaged.

    Args:
        folder: the profile, or where one will be.
        secret: of the profile as it is now; `Present.key` is empty when it is another one.
        way: ``passphrase``, ``recovery`` or ``employer``: what that secret is.
    """
    try:
        key = slots.unlock(folder, way, secret)
    except KnownError:
        return Present(folder, b"", "")
    try:
        db = connection.open_beside(files.database_path(folder), key, writable=False)
    except KnownError:
        # A file that broke; its key still opens what stands beside it.
        return Present(folder, key, "")
    try:
        with connection.translate_errors():
            device = profiles.device_keys(db).device
            staff = str((meta.get_meta(db, profiles.ACTOR) or {}).get("staff_id", ""))
    except KnownError:
        device = staff = ""
    finally:
        connection.close(db)
    return Present(folder, key, device, staff)


def stands(folder: Path) -> bool:
    """Whether there is a file here at all, whole or not, that may know of erasures."""
    return files.database_path(folder).exists() or files.erased_path(folder).exists()


def preview(here: Present, copy: Path, secret: str, way: str = PASSPHRASE) -> Preview:
    """What a copy holds beside what is here now. Aside; writes nothing.

    Args:
        here: from `present` or `closed`.
        copy: the file of the copy, with its slots beside it.
        secret: of the copy: the passphrase of then, or another way in that its slots know.
        way: which of the ways.

    Raises:
        KnownError: ``copy.gone``, ``copy.no_keys``, ``copy.of_another`` (a colleague's, which would make this profile
            theirs), ``file.passphrase_wrong``, ``file.damaged``, ``file.newer``.
    """
    key = restoring.unlock_copy(copy, secret, way)
    db = connection.open_beside(copy, key, writable=False)
    with closing(db.conn), connection.translate_errors():
        born = meta.get_meta(db, keeping.BORN)
        stored = key_store.secret_blob(db, profiles.DEVICE)
        actor = meta.get_meta(db, profiles.ACTOR)
        if stored is None or actor is None:
            raise KnownError("file.damaged")
        if here.staff and here.staff != actor["staff_id"]:
            raise KnownError("copy.of_another", name=actor["name"])
        device = DeviceKeys.from_bytes(stored).device
        holds = restoring.contents(db)
        seen = _beside(
            here, lambda present: (restoring.contents(present), restoring.lacks(present, db), ways_back.folder(present))
        )
        now, lacks, goes = seen or (None, None, None)
        then = ways_back.folder(db)
    ways = ways_back.between(here.folder, restoring.slots_beside(copy), goes, then, read=seen is not None)
    return Preview(
        copy,
        key,
        datetime.fromisoformat(born[0]) if born else None,
        msgspec.convert(actor, Actor),
        device,
        device == here.device,
        holds,
        now,
        lacks,
        beside.told(here.folder, (here.key, key), writable=False) is not None,
        ways,
        empty=not stands(here.folder),
    )


def restore(
    here: Present,
    chosen: Preview,
    now: datetime,
    watch: Watch = nobody,
    *,
    new_id: Callable[[], str] = profiles.random_id,
    unread: bool = False,
) -> Path:
    """Put the copy in place of the profile's file; the profile must be closed. Aside.

    Afterwards the file has begun new chains, so that no number is given out twice, and takes in again from the hub
    what it lacks.

    Returns:
        The folder that keeps the old files.

    Raises:
        KnownError: ``file.in_use``, ``copy.broken``, or what writing names; the profile is then as it was.
    """
    files.private_folder(here.folder)
    with folder_lock.claim_folder(here.folder):
        what = returned.Returned(False, now, chosen.made_at, unread=unread)
        return restoring.restore(
            here.folder,
            chosen.copy,
            chosen.key,
            now=now,
            present=here.key or None,
            line=line(chosen, now, new_id()),
            brought=Brought(partial(_put, here=here, chosen=chosen, what=what), settle=applying.show_undone),
            watch=watch,
        )


def _put(fresh: Database, here: Present, chosen: Preview, what: Returned) -> None:
    """What is known of the file that goes: of one that cannot be read, what the mark beside it says."""
    mark = watermark.Watermark(here.folder, chosen.key).read() if chosen.present is None else None
    lost = watermark.missing(fresh, mark) if mark is not None else None
    if lost is not None and lost.operations:
        until = datetime.fromisoformat(lost.until) if lost.until else None
        what = replace(what, behind=lost.operations, until=until)
    returned.keep(fresh, what)
    draft_versions.keep_as_they_were(fresh)


def line(chosen: Preview, now: datetime, event_id: str) -> AccessEvent:
    """That a copy took the place of the file, by whose file it is: nobody else has its key (NEN 7513)."""
    who = chosen.actor
    return AccessEvent(
        event_id=event_id,
        action=ActionCode.UPDATE,
        type=EventType.CHANGE,
        at=now,
        client="",
        user=who.staff_id,
        role=str(who.role),
        device=chosen.device,
        purpose="copy.restored",
    )


def _beside(here: Present, read: Callable[[Database], _Seen]) -> _Seen | None:
    """What can be read of the file of now; nothing when it is lost or damaged, which is why somebody restores."""
    if not here.key:
        return None
    try:
        db = connection.open_beside(files.database_path(here.folder), here.key, writable=False)
    except KnownError:
        return None
    try:
        with connection.translate_errors():
            return read(db)
    except KnownError:
        return None
    finally:
        connection.close(db)
