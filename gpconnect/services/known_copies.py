"""Which of the known copies must go, and a copy that got its name just before a crash.

Everything here works on the open file alone, but for `found` and `remove`, which touch other disks.

A clock that ran ahead leaves copies and erasures dated in the future. Which came first can then not be told from their
dates, so such a moment counts as the one at which it was first seen to be of the future (`set_right`), by the slower
of our clock and the hub's. A copy of it goes thirty days after that: what was erased meanwhile may stand in it.
"""

from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from gpconnect.domain import rotation
from gpconnect.domain.calendar import local_day
from gpconnect.domain.errors import KnownError
from gpconnect.services import hub_clock
from gpconnect.services.session import Session
from gpconnect.storage import connection, copies, erasure, files, kept, meta
from gpconnect.storage.kept import KeptCopy

BORN = "copy.born"
UNDER_WAY = "copy.under_way"
_AHEAD = "copy.ahead"
NEEDED = "copy.needed"
"""Under this name: no copy has the key that the file has now, so with none of them can it be mended."""


@dataclass(frozen=True, slots=True)
class Left:
    """A copy that was begun, and of which nobody wrote down yet how it ended.

    Attributes:
        born: what it says itself of when and on which device it was made.
    """

    path: Path
    automatic: bool
    born: tuple[str, str]


def left(db: Database) -> tuple[Left, ...]:
    """What is being made, and what a crash may have left, oldest first."""
    return tuple(
        Left(Path(path), automatic, (at, device)) for path, automatic, at, device in meta.get_meta(db, UNDER_WAY) or ()
    )


def keep_left(db: Database, what: Iterable[Left]) -> None:
    """Writes down what has not ended yet. Inside a transaction."""
    meta.put_meta(db, UNDER_WAY, [[str(one.path), one.automatic, *one.born] for one in what])


def found(what: Iterable[Left], key: bytearray) -> tuple[tuple[Left, KeptCopy | None], ...]:
    """How each ended whose folder can be reached: with a name, so that it is good, or not. Aside: other disks."""
    return tuple((one, _named(one, bytes(key))) for one in what if one.path.parent.is_dir())


def need_another(db: Database) -> None:
    """None of the copies will have the key of the file: one is due at once. Before the key changes, lest it be lost."""
    with connection.transaction(db):
        meta.put_meta(db, NEEDED, True)


def settle(db: Database, ended: Iterable[tuple[Left, KeptCopy | None]]) -> None:
    """Lists what `found` found, and forgets what never got its name."""
    over = tuple(ended)
    with connection.transaction(db):
        for _, copy in over:
            if copy is not None:
                kept.put(db, copy)
        keep_left(db, (one for one in left(db) if one not in {ended for ended, _ in over}))


def _named(what: Left, key: bytes) -> KeptCopy | None:
    """The copy itself says that it is the one; half of it is cleared away."""
    with suppress(OSError):
        files.clear(copies.part_of(what.path))
    for path in sorted(what.path.parent.glob(f"{what.path.stem}*{what.path.suffix}")):
        try:
            db = connection.open_beside(path, key, writable=False)
        except KnownError:
            continue
        with closing(db.conn), connection.translate_errors():
            ours = tuple(meta.get_meta(db, BORN) or ()) == what.born
        if ours:
            at, size = datetime.fromisoformat(what.born[0]), path.stat().st_size
            return KeptCopy(str(path.parent.absolute()), path.name, at, size, what.automatic)
    return None


def remove(gone: Iterable[KeptCopy]) -> tuple[KeptCopy, ...]:
    """Takes them away; what cannot be reached now is tried again another day. Aside: it touches other disks."""
    removed = []
    for one in gone:
        if not one.path.parent.is_dir():
            continue
        try:
            copies.remove(one.path)
        except KnownError:
            continue
        removed.append(one)
    return tuple(removed)


@dataclass(frozen=True, slots=True)
class Known:
    """The copies and the erasures of a file, each with the moment that counts.

    Attributes:
        copies: newest first.
        erased: when dossiers, or parts of them, were destroyed.
        ahead: paths of the copies from the future, with when that was first seen.
    """

    copies: tuple[KeptCopy, ...]
    erased: tuple[datetime, ...]
    ahead: dict[str, datetime]

    def goes_on(self, one: KeptCopy) -> date | None:
        """The day on which this copy must be gone, or None."""
        if one.before_restore:
            return rotation.old_file_goes(one.made_at)
        days = [rotation.goes_before(as_copy(one), self.erased)]
        if self._is_in_doubt(one):
            days.append(local_day(self.ahead[str(one.path)]) + timedelta(days=rotation.ERASURE_DAYS))
        return min((day for day in days if day is not None), default=None)

    def expired(self, now: datetime) -> frozenset[str]:
        """The paths of what must go now, whatever the rule for how many stay says."""
        today = local_day(now)
        old = {str(one.path) for one in self.copies if one.before_restore and self._is_over(one, today)}
        # The file of before a restore is nobody's backup: it lies on the same disk, and nobody read it back.
        made = [one for one in self.copies if not one.before_restore]
        last = rotation.newest_good(map(as_copy, made))
        newest = last.name if last is not None else ""
        doubted = {str(one.path) for one in made if self._is_in_doubt(one) and self._is_over(one, today)}
        gone = rotation.expired([as_copy(one) for one in made], self.erased, now)
        return gone | old | (doubted - {newest} if newest else frozenset())

    def beyond(self) -> frozenset[str]:
        """The paths of those made by itself that are more than the rule for how many stay keeps."""
        automatic = [as_copy(one) for one in self.copies if one.automatic]
        return frozenset(one.name for one in automatic) - rotation.keep(automatic)

    def _is_in_doubt(self, one: KeptCopy) -> bool:
        """Made by itself, or while something was erased at all: what somebody put away by hand else stays."""
        return str(one.path) in self.ahead and (one.automatic or bool(self.erased))

    def _is_over(self, one: KeptCopy, today: date) -> bool:
        last_day = self.goes_on(one)
        return last_day is not None and last_day <= today


def known(session: Session) -> Known:
    """What this file knows of its copies and of what was erased."""
    now, seen = hub_clock.now(session), _seen(session.db)
    made = kept.copies(session.db)
    copies = [replace(one, made_at=_counts(one.made_at, now, seen)) for one in made]
    return Known(
        copies=tuple(sorted(copies, key=lambda one: (one.made_at, one.name), reverse=True)),
        erased=tuple(_counts(at, now, seen) for at in _erased(session.db)),
        ahead={str(one.path): _counts(one.made_at, now, seen) for one in made if one.made_at > now},
    )


def newest_first(session: Session, copies: Iterable[KeptCopy]) -> tuple[KeptCopy, ...]:
    """These copies by the moments that count; where that cannot be read, those from the future come last."""
    try:
        now, seen = hub_clock.now(session), _seen(session.db)
    except KnownError:
        now = session.now()
        return tuple(sorted(copies, key=lambda one: (one.made_at <= now, one.made_at), reverse=True))
    return tuple(sorted(copies, key=lambda one: _counts(one.made_at, now, seen), reverse=True))


def needs_setting_right(session: Session) -> bool:
    """Whether there is a moment in the future of which nobody wrote down yet when that was seen."""
    return _ahead(session) != _seen(session.db)


def set_right(session: Session) -> None:
    """Write down since when each moment in the future is known to be one, and forget those that have come."""
    ahead = _ahead(session)
    if ahead != _seen(session.db):
        with connection.transaction(session.db):
            meta.put_meta(session.db, _AHEAD, {at.isoformat(): seen.isoformat() for at, seen in ahead.items()})


def as_copy(one: KeptCopy) -> rotation.Copy:
    """What the rules look at."""
    return rotation.Copy(str(one.path), one.made_at, one.good)


def _ahead(session: Session) -> dict[datetime, datetime]:
    now, seen = hub_clock.now(session), _seen(session.db)
    moments = [*(one.made_at for one in kept.copies(session.db)), *_erased(session.db)]
    return {at: _counts(at, now, seen) for at in moments if at > now}


def _counts(at: datetime, now: datetime, seen: dict[datetime, datetime]) -> datetime:
    """The moment that counts: of one in the future when that was first seen, which is now at the latest."""
    return at if at <= now else min(seen.get(at, now), now)


def _seen(db: Database) -> dict[datetime, datetime]:
    noted = meta.get_meta(db, _AHEAD) or {}
    return {datetime.fromisoformat(at): datetime.fromisoformat(seen) for at, seen in noted.items()}


def _erased(db: Database) -> list[datetime]:
    return [one.destroyed_at for one in erasure.tombstones(db)]
