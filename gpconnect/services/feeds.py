"""The half-days of a site as a calendar file that any other calendar can follow: when and where, and nobody in it.

A file is plain text that lies in the open, so it says only what hangs on the door of the practice: no child, no
worker, no note, and not which minutes are taken, because in a small practice a taken minute points at somebody.
It is made in two steps: what the file knows is gathered in its own thread, and written to the other disk beside it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.operations import Operation
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Absence, Closure, HalfDaySession, SessionStatus, Site, SiteClosure
from gpconnect.exchange import event_sequences, icalendar_files
from gpconnect.exchange.icalendar_files import Event
from gpconnect.services import shut_days
from gpconnect.services.acting import check
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.services.shut_days import ShutDays
from gpconnect.storage import files, meta, operations, rows
from gpconnect.storage.connection import transaction

FOLDER = "feed.folder"
FAILED = "feed.failed"
NAMES = "feed.names"
CHANGED = Changes(frozenset({"feed"}))
SUMMARY = "Bezet – spreekuur jeugd"
KEPT_DAYS = 366
"""How long a half-day that is over stays in the file: readers take away what they no longer see."""
READABLE = 0o644
"""Others read it: that is what it is for."""
_SLUG_LENGTH = 40
_MOST_BYTES = 8 << 20
"""A larger file in that place is none that we wrote."""


@dataclass(frozen=True, slots=True)
class FeedView:
    """Where the calendar files go.

    Attributes:
        folder: None while nobody has chosen one.
        file_names: per site its name and that of its file.
        failed: code of why the last time did not work, or empty.
    """

    folder: Path | None
    file_names: tuple[tuple[str, str], ...]
    failed: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Calendar files that are ready to be written: names with their bytes, as it was at a moment (aware)."""

    folder: Path
    contents: tuple[tuple[str, bytes], ...]
    at: datetime


def overview(session: Session) -> FeedView:
    """Where the files go, and how the last time went.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    folder = meta.get_meta(session.db, FOLDER)
    names = _file_names(session)
    return FeedView(
        Path(folder) if folder else None,
        tuple((site.name, names[site.id]) for site in _sites(session)),
        str(meta.get_meta(session.db, FAILED) or ""),
    )


def choose_folder(session: Session, folder: Path | None) -> Changes:
    """Say where the files go; None stops writing them, and leaves what is there.

    Raises:
        KnownError: ``role.may_not``, ``feed.same_folder``: nobody else can read the folder of the profile.
    """
    check(session, Intention.SEE_AGENDA)
    if folder is not None and folder.absolute().is_relative_to(session.folder.absolute()):
        raise KnownError("feed.same_folder")
    with transaction(session.db):
        meta.put_meta(session.db, FOLDER, str(folder.absolute()) if folder else "")
        meta.put_meta(session.db, FAILED, "")
    return CHANGED


def gather(session: Session) -> Batch | None:
    """The files as they should be now; None when nobody has chosen a folder.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    folder = meta.get_meta(session.db, FOLDER)
    if not folder:
        return None
    names = _file_names(session)
    with transaction(session.db):
        meta.put_meta(session.db, NAMES, names)
    # A place that closed is told about as well: who follows its file hears that nobody sits there any more.
    gone = rows.where(session.db, Site, f"archived = 1 AND {AMONG.format(column='id')}", (tuple(names),), order="id")
    contents = ((names[site.id], _calendar(session, site)) for site in (*_sites(session), *gone))
    return Batch(Path(folder), tuple(contents), session.now())


def write(batch: Batch) -> int:
    """Put the files in place, each in one step; gives how many had changed. Works without the file.

    Several desks may write into one folder: what another one wrote there counts (`event_sequences.follow`).

    Raises:
        KnownError: ``feed.gone`` when the folder is not there, ``file.write_failed``.
    """
    if not batch.folder.is_dir():
        raise KnownError("feed.gone")
    changed = 0
    for name, data in batch.contents:
        path, before, after = batch.folder / name, b"", data
        with suppress(OSError):
            before = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
            after = event_sequences.follow(before, data, batch.at)
        if after == before:
            continue
        files.write_atomically(path, after)
        with suppress(OSError):  # a stick may know no rights
            path.chmod(READABLE)
        changed += 1
    return changed


def remember(session: Session, failed: str) -> Changes:
    """Keep how the last time went: a code, or empty when it went well. Says whether that is news.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    if str(meta.get_meta(session.db, FAILED) or "") == failed:
        return Changes()
    with transaction(session.db):
        meta.put_meta(session.db, FAILED, failed)
    return Changes(frozenset({"feed_state"}))


def _sites(session: Session) -> list[Site]:
    """The sites of this person, by name."""
    among = "archived = 0 AND id IN (SELECT value FROM json_each(?))"
    return rows.where(session.db, Site, among, (session.actor.site_ids,), order="name, id")


def _file_names(session: Session) -> dict[str, str]:
    """A name per site, once given kept: who follows a file does not lose it when the practice gets another name."""
    names: dict[str, str] = dict(meta.get_meta(session.db, NAMES) or {})
    for site in _sites(session):
        if site.id not in names:
            wanted = name = f"spreekuur-{_slug(site.name)}"
            number = 2
            while f"{name}.ics" in names.values():
                name, number = f"{wanted}-{number}", number + 1
            names[site.id] = f"{name}.ics"
    return names


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:_SLUG_LENGTH].strip("-") or "jeugd"


def _calendar(session: Session, site: Site) -> bytes:
    since = session.today() - timedelta(days=KEPT_DAYS)
    half_days = rows.where(
        session.db, HalfDaySession, "site_id = ? AND day >= ?", (site.id, since), order="day, start, id"
    )
    histories = operations.histories(session.db, "half_day_session", [one.id for one in half_days])
    shut, changes = shut_days.known(session.db, since), _closings(session)
    events = [_event(one, site, histories.get(one.id), shut, changes) for one in half_days]
    return icalendar_files.write(events, f"Spreekuur jeugd – {site.name}")


def _event(
    one: HalfDaySession,
    site: Site,
    history: tuple[int, datetime] | None,
    shut: ShutDays,
    closings: Sequence[tuple[tuple[Closure, ...], tuple[int, datetime]]],
) -> Event:
    """One half-day. Its sequence counts what was written about it, by everybody, and what shut its day or opened it."""
    fallback = datetime.combine(one.day, time(), UTC)
    count, stamp = history or (1, fallback)
    for versions, (times, last) in closings:
        if any(_covers(version, one) for version in versions):
            count, stamp = count + times, max(stamp, last)
    rooms = (site.name, one.room and f"kamer {one.room}", site.address, site.city)
    off = one.status is SessionStatus.CANCELLED or bool(shut.of(one))
    return Event(
        uid=f"{hashlib.sha256(f'gpconnect feed {one.id}'.encode()).hexdigest()[:32]}@gpconnect",
        sequence=count - 1,
        starts_at=_moment(one.day, one.start),
        ends_at=_moment(one.day, one.end),
        summary=SUMMARY,
        location=", ".join(filter(None, rooms)),
        stamped_at=stamp,
        cancelled=off,
    )


def _closings(session: Session) -> list[tuple[tuple[Closure, ...], tuple[int, datetime]]]:
    """Every closure as it ever was, with how often it was written: a day that opened again was shut before.

    An absence counts for every half-day of its site: a number that grows without need harms nobody.
    """
    kinds: tuple[tuple[str, type[Closure | SiteClosure | Absence]], ...] = (
        ("closure", Closure),
        ("site_closure", SiteClosure),
        ("absence", Absence),
    )
    return [
        (tuple(_versions(operations.of_record(session.db, kind, one))), history)
        for kind, record in kinds
        for one, history in operations.histories(
            session.db, kind, [found.id for found in rows.where(session.db, record, "1")]
        ).items()
    ]


def _versions(ops: Iterable[Operation]) -> list[Closure]:
    return [
        Closure(
            op.record,
            date.fromisoformat(str(op.body["first_day"])),
            date.fromisoformat(str(op.body["last_day"])),
            "",
            str(op.body.get("site_id", "")),
        )
        for op in ops
    ]


def _covers(closure: Closure, one: HalfDaySession) -> bool:
    return closure.site_id in {"", one.site_id} and closure.first_day <= one.day <= closure.last_day


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, AMSTERDAM)
