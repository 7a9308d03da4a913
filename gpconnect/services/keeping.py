"""Copies of the file, its checks, and what goes: what the window, the caretaker and the command line ask for.

Whatever touches another disk may take long or hang, so each task is a sequence of small steps. `FileStep` runs in the
thread that owns the file and takes milliseconds; `AsideStep` runs in a thread of its own, on a connection of its own
or on none. So a click never waits for a copy. The command line runs the steps one after the other (`run`).
"""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, cast

from gpconnect.domain import rotation
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import damaged, hub_clock, known_copies, rollback
from gpconnect.services.acting import check, saw
from gpconnect.services.rounds import FileStep
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import checks, copies, damage, files, kept, meta, search
from gpconnect.storage.access_log import EventType
from gpconnect.storage.checks import STOPPED, Report, Watch, nobody
from gpconnect.storage.connection import transaction
from gpconnect.storage.damage import Damage
from gpconnect.storage.kept import FileCheck, KeptCopy

__all__ = ["STOPPED", "FileCheck", "FileStep", "KeptCopy", "Watch"]

FOLDER = "copy.folder"
FAILED = "copy.failed"
BORN = known_copies.BORN
LATE_DAYS = 3
"""A newest copy older than this asks for attention; a weekend does not."""
RECORDS_AT_ONCE = 40
CHANGED = Changes(frozenset({"copy"}))


@dataclass(frozen=True, slots=True)
class AsideStep:
    """Work for a thread of its own; it has no session."""

    work: Callable[[], object]


Task = Generator[FileStep | AsideStep, Any, Changes]
MakeTask = Callable[[Watch], Task]


@dataclass(frozen=True, slots=True)
class CopyView:
    """A copy on the screen.

    Attributes:
        days: how old it is.
        goes_on: the day on which it must be gone because a dossier in it was destroyed, or None.
    """

    copy: KeptCopy
    days: int
    goes_on: date | None


@dataclass(frozen=True, slots=True)
class KeepingView:
    """How it stands with copies and checks.

    Attributes:
        profile: the folder of the file itself.
        folder: where copies go by themselves, or None when nobody has chosen yet.
        copies: newest first, as far as this file knows.
        failed_at: when making a copy last failed since the last one that did not; `failed` is the code of why.
        checked: the last check, or None.
        next_check: the day on which the file checks itself again.
        rolled_back: when the hub noticed that an older file was put in place behind our back, or None.
    """

    profile: Path
    folder: Path | None
    copies: tuple[CopyView, ...]
    failed_at: datetime | None
    failed: str
    checked: FileCheck | None
    next_check: date
    rolled_back: datetime | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What really stands where copies go; looked up aside, because a share that is gone can hang.

    Attributes:
        there: whether the folder is there now.
        same_disk: it is on the disk of the file itself, which helps against a mistake but not against a broken disk.
        present: the copies that stand there now.
        unreachable: the copies whose folder is not there now.
    """

    there: bool
    same_disk: bool
    present: frozenset[Path]
    unreachable: frozenset[Path]


def overview(session: Session) -> KeepingView:
    """How it stands with copies and checks, from what the file itself knows."""
    check(session, Intention.BACK_UP)
    db, today = session.db, session.today()
    # In a damaged file just these can be what is lost; that it is damaged is still told.
    folder, failed = damaged.readable(lambda: (meta.get_meta(db, FOLDER), meta.get_meta(db, FAILED)), (None, None))
    made = damaged.readable(lambda: tuple(kept.copies(db)), ())
    known = damaged.readable(lambda: known_copies.known(session), known_copies.Known(made, (), {}))
    last = damaged.last_check(session, whole=True)
    return KeepingView(
        profile=session.folder,
        folder=Path(folder) if folder else None,
        copies=tuple(
            CopyView(one, (today - one.made_at.astimezone(AMSTERDAM).date()).days, known.goes_on(one))
            for one in known.copies
        ),
        failed_at=datetime.fromisoformat(failed[0]) if failed else None,
        failed=failed[1] if failed else "",
        checked=damaged.last_check(session),
        next_check=last.at.astimezone(AMSTERDAM).date() + timedelta(days=rotation.CHECK_DAYS) if last else today,
        rolled_back=damaged.readable(lambda: rollback.standing(db), None),
    )


def choose_folder(session: Session, folder: Path | None) -> Changes:
    """Say where copies go by themselves, once a day; None stops it.

    Raises:
        KnownError: ``copy.same_folder``: beside the file itself a copy would be lost together with it.
    """
    check(session, Intention.BACK_UP)
    if folder is not None and folder.absolute().is_relative_to(session.folder.absolute()):
        raise KnownError("copy.same_folder")
    with transaction(session.db):
        meta.put_meta(session.db, FOLDER, str(folder.absolute()) if folder else "")
        meta.put_meta(session.db, FAILED, None)
    return CHANGED


def due(session: Session) -> str:
    """What the file wants to do by itself now: ``copy``, ``check``, ``tidy``, or nothing.

    When that cannot be read any more it is a check, unless one found the damage already.
    """
    found = damaged.readable(lambda: _due(session), None)
    if found is None:
        found = "" if damaged.readable(lambda: damaged.standing(session.db), default=False) else "check"
    return found


def _due(session: Session) -> str:
    db, now = session.db, hub_clock.now(session)
    if known_copies.needs_setting_right(session):
        return "tidy"
    known = known_copies.known(session)
    last_made = max((one.made_at for one in known.copies if one.automatic and one.good), default=None)
    if meta.get_meta(db, known_copies.NEEDED):
        last_made = None
    failed = meta.get_meta(db, FAILED)
    failed_at = datetime.fromisoformat(failed[0]) if failed else None
    if meta.get_meta(db, FOLDER) and rotation.is_copy_due(last_made, failed_at, known.erased, now):
        return "copy"
    last = damaged.last_check(session, whole=True)
    if rotation.is_check_due(last.at if last else None, now):
        return "check"
    return "tidy" if known_copies.left(db) or known.expired(now) else ""


def warning(session: Session) -> KnownError | None:
    """What somebody should know about checks and copies without looking for it, the gravest first; None is best.

    Returns:
        ``check.not_fine``, ``copy.must_go``, or ``copy.late`` with `days`.
    """
    view = overview(session)
    # Damage stands above every page already, with the way to mend it.
    if view.checked is not None and not view.checked.ok and not damaged.standing(session.db):
        return KnownError("check.not_fine")
    if any(one.goes_on is not None and one.goes_on < session.today() for one in view.copies):
        return KnownError("copy.must_go")
    made = [one.days for one in view.copies if one.copy.automatic]
    if view.folder is not None and made and min(made) > LATE_DAYS:
        return KnownError("copy.late", days=min(made))
    return None


def look(view: KeepingView) -> Seen:
    """What really stands where copies go. Aside: it touches other disks."""
    folder = view.folder
    there = folder is not None and folder.is_dir()
    same = folder is not None and there and folder.stat().st_dev == view.profile.stat().st_dev
    paths = [one.copy.path for one in view.copies]
    return Seen(
        there=there,
        same_disk=same,
        present=frozenset(path for path in paths if path.is_file()),
        unreachable=frozenset(path for path in paths if not path.parent.is_dir()),
    )


def copying(target: Path | None = None, watch: Watch = nobody) -> Task:
    """Make a copy: there, or in the folder of choice under a name of its own; then let older ones go.

    Raises:
        KnownError: ``copy.no_folder``, ``file.exists``, ``file.in_use``, ``copy.broken``, ``copy.disk_full``,
            ``copy.write_failed``, or what `watch` raises. What went wrong is kept, and shown until a copy succeeds.
    """
    try:
        work: copies.Work = yield FileStep(partial(_begin, target=target))
        made: copies.Made = yield AsideStep(partial(copies.make, work, watch))
    except KnownError as error:
        yield FileStep(partial(_failed, code=error.code))
        raise
    changes: Changes = yield FileStep(partial(_made, made=made, automatic=target is None))
    tidied = yield from tidying()
    return changes | tidied


def tidying() -> Task:
    """Let copies go that have had their time, and those in which a destroyed dossier still stands."""
    yield from _finding()
    yield FileStep(known_copies.set_right)
    gone: tuple[KeptCopy, ...] = yield FileStep(to_go)
    if gone:
        removed: tuple[KeptCopy, ...] = yield AsideStep(partial(known_copies.remove, gone))
        yield FileStep(partial(_forget, gone=removed))
    return CHANGED


def _finding() -> Task:
    """Write down a copy that got its name just before a crash: unknown it would never go."""
    left: tuple[known_copies.Left, ...] = yield FileStep(lambda session: known_copies.left(session.db))
    if not left:
        return CHANGED
    _, key = yield FileStep(_where)
    try:
        ended = yield AsideStep(partial(known_copies.found, left, key))
    finally:
        key[:] = bytes(len(key))
    yield FileStep(lambda session: known_copies.settle(session.db, ended))
    return CHANGED


def checking(watch: Watch = nobody, *, automatic: bool = False) -> Task:
    """Check the file that is in use: pages, rows, chains, search, and records against their operations.

    Every page and row on a connection of its own; of the records all, or an even sample of `damaged.MOST_RECORDS`.

    Raises:
        KnownError: what `watch` raises. What is wrong with the file is no error here but the outcome.
    """
    path, key = yield FileStep(_where)
    try:
        report, bad = yield AsideStep(partial(_verify, path, key, watch))
    finally:
        key[:] = bytes(len(key))
    names: tuple[tuple[str, str], ...] = yield FileStep(partial(damaged.to_compare, legible=report.legible))
    differing = 0
    for start in range(0, len(names), RECORDS_AT_ONCE):
        watch("records", start, len(names))
        differing += yield FileStep(partial(damaged.differing, names=names[start : start + RECORDS_AT_ONCE]))
    changes: Changes = yield FileStep(
        partial(_checked, report=report, bad=bad, differing=differing, automatic=automatic)
    )
    return changes


def run(session: Session, task: Task) -> Changes:
    """A whole task in this thread: for the command line and tests.

    Raises:
        KnownError: what the task raises.
    """
    try:
        step = next(task)
        while True:
            try:
                result = step.work(session) if isinstance(step, FileStep) else step.work()
            except KnownError as error:
                step = task.throw(error)
            else:
                step = task.send(result)
    except StopIteration as done:
        return cast("Changes", done.value)


def back_up(session: Session, target: Path, watch: Watch = nobody) -> Changes:
    """Make an encrypted copy there and read it back before it gets its name; no passphrase is asked.

    Raises:
        KnownError: see `copying`.
    """
    return run(session, copying(target, watch))


def expire_copies(session: Session) -> Changes:
    """After an erasure: let the copies go in which the destroyed dossier still stands.

    Only when a newer good one is there; see `gpconnect.domain.rotation` for the days. The caretaker does it by itself.
    """
    return run(session, tidying())


def rebuild_search(session: Session) -> Changes:
    """Build the search index again from the records; nothing else changes."""
    check(session, Intention.BACK_UP)
    with transaction(session.db):
        search.rebuild(session.db)
    return CHANGED


def to_go(session: Session) -> tuple[KeptCopy, ...]:
    """The copies that should go now: beyond seven daily, four weekly and twelve monthly, or from before an erasure.

    Only automatic copies go because of their age, and the file of before a restore after a month; none that this
    program did not make ever goes. While nobody knows whether the clock leapt, none goes at all.
    """
    known = known_copies.known(session)
    gone = known.expired(hub_clock.now(session)) | known.beyond()
    return tuple(one for one in known.copies if str(one.path) in gone and hub_clock.leap(session.db) is None)


def _begin(session: Session, target: Path | None) -> copies.Work:
    """Everything that needs the file; the copy knows when it was made and by whom."""
    check(session, Intention.BACK_UP)
    db, now = session.db, hub_clock.now(session)
    folder = meta.get_meta(db, FOLDER)
    if target is None and not folder:
        raise KnownError("copy.no_folder")
    name = f"gpconnect-{now.astimezone(AMSTERDAM):%Y%m%d-%H%M}{copies.ENDING}"
    chosen = target if target is not None else Path(folder) / name
    left = known_copies.left(db)
    saw(session, "", "copy", event=EventType.EXPORT)
    with transaction(db):
        meta.put_meta(db, BORN, [now.isoformat(), session.device])
        coming = known_copies.Left(chosen, target is None, (now.isoformat(), session.device))
        known_copies.keep_left(db, (*left, coming))
    return copies.begin(
        db, session.key, session.folder, chosen, now, unique=target is None, left=left[-1].path if left else None
    )


def _made(session: Session, made: copies.Made, *, automatic: bool) -> Changes:
    db = session.db
    at = made.at
    copy = KeptCopy(str(made.target.parent.absolute()), made.target.name, at, made.size, automatic)
    with transaction(db):
        kept.put(db, copy)
        meta.put_meta(db, FAILED, None)
        meta.put_meta(db, known_copies.NEEDED, None)
        known_copies.keep_left(db, known_copies.left(db)[:-1])
        if made.report.codes:
            # The copy is as good as the file; what is wrong with the file itself is now known as well.
            kept.put_check(db, FileCheck(session.now(), True, False, made.report.codes, whole=False))
    return CHANGED


def _failed(session: Session, code: str) -> Changes:
    with transaction(session.db):
        if code != STOPPED:
            meta.put_meta(session.db, FAILED, [session.now().isoformat(), code])
        known_copies.keep_left(session.db, known_copies.left(session.db)[:-1])
    return CHANGED


def _forget(session: Session, gone: Iterable[KeptCopy]) -> Changes:
    with transaction(session.db):
        for one in gone:
            kept.forget(session.db, one)
    return CHANGED


def _where(session: Session) -> tuple[Path, bytearray]:
    check(session, Intention.BACK_UP)
    return files.database_path(session.folder), bytearray(session.key)


def _verify(path: Path, key: bytearray, watch: Watch) -> tuple[Report, Damage | None]:
    try:
        report = checks.verify(path, bytes(key), watch)
    except KnownError as error:
        if error.code != "file.damaged":
            raise
        # It is open here and does not open beside: that is what the check found, not a check that failed.
        return checks.CLOSED, damage.NOTHING
    return report, None if report.legible else damage.examine(path, bytes(key))


def _checked(session: Session, report: Report, bad: Damage | None, differing: int, *, automatic: bool) -> Changes:
    found = (*report.codes, *((f"records {differing}",) if differing else ()))
    damaged.record(session, FileCheck(session.now(), automatic, not found, found), bad)
    return CHANGED
