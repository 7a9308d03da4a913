"""Whose dossiers a damaged file lost something of, as the last check found it, and what can bring it back."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention, may
from gpconnect.services import applying
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.storage import erasure, guard, kept, meta, rows
from gpconnect.storage.beside import Found
from gpconnect.storage.connection import in_transaction, transaction
from gpconnect.storage.damage import Damage
from gpconnect.storage.kept import FileCheck

MOST_RECORDS = 3000
_FOUND = "damage.found"
_DAMAGED = frozenset({"file.unreadable", "file.damaged"})
_T = TypeVar("_T")
_D = TypeVar("_D")


@dataclass(frozen=True, slots=True)
class Damaged:
    """What a screen says of a damaged file.

    Attributes:
        names: of the children whose dossiers lost something, for who may read dossiers.
        others: how many more: of whom no card can be read, or whose name is not for this person.
        besides: something that is no part of a dossier was lost as well.
        all: nothing at all can be read.
        unsent: operations in these dossiers that the hub does not have, as far as they can be counted.
        copy_at: of which moment the newest copy is that was whole, or None.
        dossiers: ids of these children.
    """

    names: tuple[str, ...]
    others: int
    besides: bool
    all: bool
    unsent: int
    copy_at: datetime | None
    dossiers: tuple[str, ...] = ()


def keep(session: Session, found: Damage | None) -> None:
    """Keep what a check found; None when every page and row can be read. Inside a transaction."""
    assert in_transaction(session.db), "it stands together with the check"
    note = None if found is None else [list(found.dossiers), bool(found.unnamed), not found.opens]
    meta.put_meta(session.db, _FOUND, note)


def record(session: Session, check: FileCheck, damage: Damage | None) -> None:
    """Keep that a check was done and what it found: in the file and, of a damaged one, outside it as well.

    The pages on which the file would write it down can be the very ones that are damaged.

    Args:
        session: whose file was checked.
        check: when, and with what outcome.
        damage: None when every page and row can be read.

    Raises:
        KnownError: what writing names, when it could be kept in neither place.
    """
    beside, outside = guard.of(session.db), False
    if beside is not None and damage is not None:
        told = Found(check.at, check.automatic, check.found, damage.dossiers, bool(damage.unnamed), not damage.opens)
        # A disk that is full: then it has to stand in the file.
        with suppress(KnownError):
            beside.keep_found(session.db, told)
            outside = True
    try:
        with transaction(session.db):
            kept.put_check(session.db, check)
            keep(session, damage)
    except KnownError as error:
        if not outside or error.code not in _DAMAGED:
            raise
    if beside is not None and damage is None:
        beside.keep_found(session.db, None)


def last_check(session: Session, *, whole: bool = False) -> FileCheck | None:
    """The newest check, or the newest of the file itself, wherever it is written; None when there never was one."""
    inside = readable(lambda: kept.last_check(session.db, whole=whole), None)
    outside = _outside(session.db)
    if outside is None or (inside is not None and inside.at > outside.at):
        return inside
    return FileCheck(outside.at, outside.automatic, ok=False, found=outside.codes)


def forget(db: Database) -> None:
    """Another file took the place of the damaged one. Inside a transaction."""
    meta.put_meta(db, _FOUND, None)


def standing(db: Database) -> bool:
    """Whether the last check found damage; reads only.

    Raises:
        KnownError: ``file.unreadable``.
    """
    return _note(db) is not None


def damaged(session: Session) -> Damaged | None:
    """What the last check found damaged, or None.

    Raises:
        KnownError: ``role.may_not``. Where the damage is in what is needed to tell, less is told.
    """
    check(session, Intention.BACK_UP)
    note = _note(session.db)
    if note is None:
        return None
    dossiers, besides, everything = note
    known = names(session, dossiers) if may(session.actor.role, Intention.READ_DOSSIER) else []
    return Damaged(
        names=tuple(sorted(known)),
        others=len(dossiers) - len(known),
        besides=besides,
        all=everything,
        unsent=readable(lambda: _unsent(session.db, dossiers), 0),
        copy_at=next((one.made_at for one in readable(lambda: kept.copies(session.db), []) if one.good), None),
        dossiers=tuple(dossiers),
    )


def to_compare(session: Session, *, legible: bool) -> tuple[tuple[str, str], ...]:
    """Records with operations, by kind and id; an even sample when there are very many.

    Args:
        session: whose file is checked.
        legible: False when pages were found damaged: then operations that cannot be read are no news.

    Raises:
        KnownError: ``file.unreadable`` of a file that was legible just now.
    """
    sql = "SELECT DISTINCT substr(kind, 1, instr(kind, '.') - 1), record FROM operation ORDER BY 1, 2"
    found = session.db.execute(sql).fetchall() if legible else readable(lambda: session.db.execute(sql).fetchall(), [])
    step = max(1, -(-len(found) // MOST_RECORDS))
    return tuple((kind, record) for kind, record in found[::step])


def differing(session: Session, names: Iterable[tuple[str, str]]) -> int:
    """How many of these records, by kind and id, are not what their operations make of them.

    One that cannot be read is one of them: the check goes on, to say whose it is.
    """
    return sum(not _agrees(session, kind, record) for kind, record in names)


def _agrees(session: Session, kind: str, record: str) -> bool:
    try:
        return applying.agrees(session.db, kind, record)
    except KnownError:
        return False


def names(session: Session, dossiers: Iterable[str]) -> list[str]:
    """Names of these children, for who may know them: out of their dossier, or out of the index on other pages."""
    found = []
    for one in dossiers:
        # Whether it is blocked has to be readable: a name is rather left out than told to who may not know it.
        if readable(partial(erasure.is_blocked, session.db, one), default=True):
            continue
        name = _name(session, one)
        if name:
            found.append(name)
    return found


def _note(db: Database) -> tuple[Sequence[str], bool, bool] | None:
    """The dossiers, whether something besides was lost, and whether all was."""
    outside = _outside(db)
    if outside is not None:
        return outside.dossiers, outside.besides, outside.all
    note = meta.get_meta(db, _FOUND)
    return None if note is None else (note[0], note[1], note[2])


def _outside(db: Database) -> Found | None:
    beside = guard.of(db)
    return None if beside is None else beside.found()


def _name(session: Session, patient_id: str) -> str:
    patient = readable(lambda: rows.get(session.db, Patient, patient_id), None)
    if patient is not None:
        return full_name(patient.given_name, patient.prefix, patient.family_name)
    sql = "SELECT title FROM search_entry WHERE record = ? AND kind IN ('patient', 'person_card')"
    row = readable(lambda: session.db.execute(sql, (patient_id,)).fetchone(), None)
    return str(row[0]) if row else ""


def _unsent(db: Database, dossiers: Iterable[str]) -> int:
    waiting = "SELECT count(*) FROM operation WHERE seq IS NULL AND dossier = ?"
    return sum(db.execute(waiting, (one,)).fetchone()[0] for one in dossiers)


def readable(step: Callable[[], _T], default: _D) -> _T | _D:
    """What a step reads, or `default` when the damage is in just that."""
    try:
        return step()
    except KnownError as error:
        if error.code not in _DAMAGED:
            raise
        return default
