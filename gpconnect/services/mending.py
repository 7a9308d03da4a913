"""A damaged file is mended: the newest good copy, with everything on top that can still be read here.

Why not the damaged file itself, without its bad pages? How far it had read the hub, who is in which space and who
holds what has to agree to the last row, and after a lost page nobody can tell that it does. A copy does agree, and
the hub gives again what came after it. What the hub does not have is what matters: operations that were never sent,
notes being written, lines of the access log; those are taken from the damaged file, as far as they can be read.

Without a good copy the ground is a new, empty file of this same device, which is what a copy from its first day would
be: all that can be read goes on top, and the hub gives everything from the first place on. Who founded each space is
kept from the damaged file, so the hub cannot tell another story.

First somebody reads what comes back from where and what is lost for good (`begin`, `look`, `plan`); then it is done
with the file closed (`mend`), beside the file and in one swap: stopped, cut off or not good, nothing has changed.
"""

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

import msgspec
from sqlite_utils import Database

from gpconnect.domain.access import LOST, AccessEvent
from gpconnect.domain.errors import KnownError
from gpconnect.domain.records import KINDS
from gpconnect.domain.roles import Intention, may
from gpconnect.services import applying, damaged, hub_lives, keeping, known_copies, profiles, returned, spaces
from gpconnect.services import restoring as putting_back
from gpconnect.services.acting import check, saw
from gpconnect.services.session import Session
from gpconnect.storage import (
    beside,
    checks,
    connection,
    erasure,
    files,
    folder_lock,
    kept,
    meta,
    restoring,
    salvage,
    search,
)
from gpconnect.storage import keys as key_store
from gpconnect.storage import mending as putting_together
from gpconnect.storage.access_log import ActionCode, EventType
from gpconnect.storage.checks import STOPPED, Watch, nobody
from gpconnect.storage.kept import KeptCopy
from gpconnect.storage.mending import Outlook
from gpconnect.storage.restoring import Brought
from gpconnect.sync.membership import Membership

Found = tuple[KeptCopy | None, Outlook]
"""The copy that mending builds on, and what it makes with what is left."""
_APART = ("membership:", "keys:", "wraps:", "unshared:", "heads:", "chains:", keeping.BORN)
"""How the names begin of what goes with the place up to which the hub was read, and so stays as in the copy."""


@dataclass(frozen=True, slots=True)
class Ill:
    """What is needed of a profile with a damaged file.

    Attributes:
        copies: the copies that may be good, newest first.
        line: for the access log: who it is done by.
    """

    folder: Path
    key: bytes = field(repr=False)
    copies: tuple[KeptCopy, ...]
    line: AccessEvent


@dataclass(frozen=True, slots=True)
class Plan:
    """What mending will do, before anything is done.

    Attributes:
        copy: the newest one that is whole; None when there is none, and the ground is an empty file.
        outlook: what comes from where, in numbers.
        names: of the children in whose dossiers something is lost for good, for who may read dossiers.
        others: how many more children.
        hub: this profile works with a hub.
    """

    ill: Ill = field(repr=False)
    copy: KeptCopy | None
    outlook: Outlook
    names: tuple[str, ...]
    others: int
    hub: bool


def begin(session: Session) -> Ill:
    """What `look` needs of the open profile. Nothing is changed.

    Raises:
        KnownError: ``role.may_not``; ``file.unreadable`` when the list of copies is damaged as well.
    """
    check(session, Intention.BACK_UP)
    # The list beside the file is sealed by itself; the one in the file may stand on a bad page.
    told = beside.read(session.folder, bytes(session.key))
    copies = told.copies if told is not None else tuple(kept.copies(session.db))
    who = session.actor
    line = AccessEvent(
        event_id=session.new_id(),
        action=ActionCode.UPDATE,
        type=EventType.CHANGE,
        at=session.now(),
        client="",
        user=who.staff_id,
        role=str(who.role),
        device=session.device,
        purpose="file.mended",
    )
    return Ill(
        session.folder,
        bytes(session.key),
        tuple(one for one in known_copies.newest_first(session, copies) if one.good and not one.before_restore),
        line,
    )


def look(ill: Ill, watch: Watch = nobody) -> Found:
    """The newest copy that is whole and opens with the file's key, and what it makes with what is left. Aside.

    Raises:
        KnownError: ``mend.no_copy``: there is none, and without one it cannot be done; ``file.damaged``: so much that
            nothing can be read; ``mend.untold``: what was erased cannot be read, in the file or beside it, so that it
            could come back; or what `watch` raises.
    """
    _require_told(ill.folder, (ill.key,), writable=False)
    copy = next((one for one in ill.copies if _is_whole(one.path, ill.key, watch)), None)
    with salvage.opened(files.database_path(ill.folder), ill.key, in_use=True) as left:
        if copy is None:
            _require_beginning(left)
            return None, putting_together.outlook(left, None, ill.line.device)
        there = connection.open_beside(copy.path, ill.key, writable=False)
        with closing(there.conn):
            return copy, putting_together.outlook(left, there, ill.line.device)


def plan(session: Session, ill: Ill, found: Found) -> Plan:
    """What was found, with the names of the children; that it was looked at is on record.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.BACK_UP)
    # Where the log itself stands on a bad page nobody could mend any more; the mended file tells that it lost lines.
    with suppress(KnownError):
        saw(session, "", "mend.preview")
    copy, outlook = found
    children = sorted({one for one in outlook.lost if one})
    names = damaged.names(session, children) if may(session.actor.role, Intention.READ_DOSSIER) else []
    # What was sent is with a hub, also when its address cannot be read here any more.
    hub = bool(damaged.readable(lambda: meta.get_meta(session.db, "hub"), outlook.from_hub))
    return Plan(ill, copy, outlook, tuple(sorted(names)), len(children) - len(names), hub)


def mend(chosen: Plan, now: datetime, watch: Watch = nobody) -> Path:
    """Put the file together and in the place of the damaged one; the profile must be closed. Aside.

    Returns:
        The folder that keeps the damaged file.

    Raises:
        KnownError: ``file.in_use``, ``mend.untold``, ``copy.broken``, ``mend.not_verified``, ``file.damaged``, what
            writing names, or what `watch` raises; the profile is then as it was.
    """
    copy, copy_at = (chosen.copy.path, chosen.copy.made_at) if chosen.copy else (None, None)
    ill = chosen.ill
    # The key is the same, so the ways in are those of today and not those of the copy.
    ways = files.slots_path(ill.folder)
    return _mend(_Work(ill.folder, ill.key, copy, copy_at, ill.line, now, ill.key, ways), watch)


def rescue(
    folder: Path,
    copy: Path,
    secret: str,
    way: str = putting_back.PASSPHRASE,
    *,
    now: Callable[[], datetime] = profiles.utc_now,
    new_id: Callable[[], str] = profiles.random_id,
) -> Path:
    """A copy in the place of a file that does not open any more, with what can still be read of that on top.

    Args:
        folder: the profile; the program must not have it open.
        copy: made by the program.
        secret: what opened the file when the copy was made: the passphrase, or the code on a sheet of paper.
        way: ``passphrase``, ``recovery`` or ``employer``: what that secret is.
        now: gives the moment, aware UTC, that goes on record and names the folder of the old files.
        new_id: gives the id of what goes on record.

    Returns:
        The folder that keeps the damaged file.

    Raises:
        KnownError: ``copy.untold``: what was erased since the copy would come back and nobody was told;
            ``file.in_use``, ``copy.broken``, ``mend.not_verified``, or what opening the copy names.
    """
    here = putting_back.closed(folder, secret, way)
    chosen = putting_back.preview(here, copy, secret, way)
    if not chosen.erasures:
        raise KnownError("copy.untold")
    moment = now()
    line = replace(putting_back.line(chosen, moment, new_id()), purpose="file.mended")
    # A passphrase that changed since the copy opens no slots here; the key of the file is as a rule still the copy's.
    # What was typed must open the outcome: then with the slots of the copy.
    ways = files.slots_path(folder) if here.key == chosen.key else None
    work = _Work(folder, chosen.key, copy, chosen.made_at, line, moment, here.key or chosen.key, ways)
    try:
        return _mend(work, nobody)
    except KnownError as error:
        if error.code not in {"file.damaged", "file.missing"}:
            raise
    # Nothing at all can be read of the damaged file, or it is gone: then it is the copy alone.
    return putting_back.restore(here, chosen, moment, new_id=new_id, unread=True)


@dataclass(frozen=True, slots=True)
class _Work:
    """What is put together, and by whom.

    Attributes:
        key: of the copy, if there is one, and of the outcome.
        present: of the damaged file.
        ways: the slots that open the outcome; None for those beside the copy.
    """

    folder: Path
    key: bytes = field(repr=False)
    copy: Path | None
    copy_at: datetime | None
    line: AccessEvent
    now: datetime
    present: bytes = field(repr=False)
    ways: Path | None


def _mend(what: _Work, watch: Watch) -> Path:
    with folder_lock.claim_folder(what.folder):
        _require_told(what.folder, (what.present, what.key))
        return restoring.restore(
            what.folder,
            what.copy,
            what.key,
            now=what.now,
            present=what.present,
            line=what.line,
            brought=Brought(
                partial(_put_together, what=what, watch=watch), what.ways, mended=True, settle=applying.show_undone
            ),
            watch=watch,
        )


def _require_told(folder: Path, keys: tuple[bytes, ...], *, writable: bool = True) -> None:
    """What was erased could come back with the copy, or with what the hub gives again.

    Raises:
        KnownError: ``mend.untold``.
    """
    if beside.told(folder, keys, writable=writable) is None:
        raise KnownError("mend.untold")


def _is_whole(path: Path, key: bytes, watch: Watch) -> bool:
    try:
        return checks.verify(path, key, watch).legible
    except KnownError as error:
        if error.code == STOPPED:
            raise
        return False


def _put_together(fresh: Database, what: _Work, watch: Watch) -> None:
    """What the damaged file still holds, and every record worked out again of which the operations are more now."""
    watch("carry", 0, 1)
    like = what.copy if what.present == what.key else None
    with salvage.opened(files.database_path(what.folder), what.present, in_use=False, copy=like) as left:
        # Somebody may have worked on since it was shown, so it is counted once more.
        outlook = putting_together.outlook(left, fresh, what.line.device)
        if what.copy is None:
            _begin_anew(fresh, left)
        touched = putting_together.carry(fresh, left, _lost_line(what.line), _APART)
        if what.copy is None:
            _keep_lives(fresh, left)
    _refold(fresh, touched, watch)
    search.rebuild(fresh)
    damaged.forget(fresh)
    returned.keep(
        fresh,
        returned.Returned(
            True,
            what.now,
            what.copy_at,
            outlook.kept,
            outlook.from_hub,
            len(outlook.lost),
            outlook.lost_drafts,
            outlook.untold,
        ),
    )


def _require_beginning(left: salvage.Salvage) -> None:
    """Without a copy: whose file it is, on which device, and who founded its spaces must be readable.

    Raises:
        KnownError: ``mend.no_copy``.
    """
    values = {row["name"]: row["value"] for row in left.rows("meta")}
    secrets = {row["name"] for row in left.rows("secret_blob")}
    followed = msgspec.json.decode(values.get("spaces", "[]"), type=tuple[str, ...])
    known = left.known("secret_blob", "name")
    needed = {profiles.DEVICE, *(f"membership:{one}" for one in followed if known and f"membership:{one}" in known)}
    if not left.trees["meta"].whole or known is None or not needed <= secrets:
        raise KnownError("mend.no_copy")


def _begin_anew(fresh: Database, left: salvage.Salvage) -> None:
    """Every space is read again from its founding on, which must be the one that was known.

    A space that the hub never heard of is nowhere else: its keys stay.
    """
    _require_beginning(left)
    secrets = {row["name"]: row["data"] for row in left.rows("secret_blob")}
    founded = {}
    for name, data in secrets.items():
        if name.startswith("membership:"):
            known = Membership.from_bytes(data)
            founded[known.space] = known.root
            spaces.put_membership(fresh, Membership(known.space, root=known.root))
    for name, data in secrets.items():
        sort, _, space = name.partition(":")
        if sort in {"keys", "unshared"} and not founded.get(space):
            key_store.put_secret_blob(fresh, name, data)


def _keep_lives(fresh: Database, left: salvage.Salvage) -> None:
    """Which lives of the hub entries told: those entries are still to be read again, from whatever hub there is."""
    for row in left.rows("secret_blob"):
        if row["name"].startswith("membership:"):
            known = Membership.from_bytes(row["data"])
            hub_lives.keep(fresh, known.space, known.lives)


def _refold(fresh: Database, touched: Iterable[tuple[str, str]], watch: Watch) -> None:
    todo = [one for one in sorted(touched) if one[0] in KINDS]
    hidden = erasure.hidden(fresh)
    for number, (name, record) in enumerate(todo):
        watch("records", number, len(todo))
        applying.refold(fresh, KINDS[name], record, hidden=hidden)


def _lost_line(line: AccessEvent) -> AccessEvent:
    """What stands in the log in the place of a line that is lost."""
    return AccessEvent(
        event_id=profiles.random_id(),
        action=ActionCode.EXECUTE,
        type=EventType.CHANGE,
        at=line.at,
        client="",
        user=line.user,
        role=line.role,
        device=line.device,
        purpose=LOST,
    )
