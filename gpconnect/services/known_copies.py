"""Which of the known copies must go, and a copy that got its name just before a crash.

Everything here works on the open file alone, but for `found` and `remove`, which touch other disks.
"""

from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlite_utils import Database

from gpconnect.domain import rotation
from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, copies, erasure, files, kept, meta
from gpconnect.storage.kept import KeptCopy

BORN = "copy.born"
UNDER_WAY = "copy.under_way"
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


def erased(db: Database) -> list[datetime]:
    """When dossiers, or parts of them, were destroyed."""
    return [one.destroyed_at for one in erasure.tombstones(db)]


def expired(db: Database, now: datetime, today: date) -> frozenset[str]:
    """The paths of what must go now, whatever the rule for how many stay says."""
    known = kept.copies(db)
    old = {str(one.path) for one in known if one.before_restore and rotation.old_file_goes(one.made_at) <= today}
    # The file of before a restore is nobody's backup: it lies on the same disk, and nobody read it back.
    made = [as_copy(one) for one in known if not one.before_restore]
    return rotation.expired(made, erased(db), now) | old


def goes_on(one: KeptCopy, erased_at: Iterable[datetime]) -> date | None:
    """The day on which it must be gone, or None."""
    return rotation.old_file_goes(one.made_at) if one.before_restore else rotation.goes_before(as_copy(one), erased_at)


def as_copy(one: KeptCopy) -> rotation.Copy:
    """What the rules look at."""
    return rotation.Copy(str(one.path), one.made_at, one.good)
