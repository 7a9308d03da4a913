"""What the command line does with a profile: open it, do one thing, close it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import profiles, reporting
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.storage import connection, copies, files, slots


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking a profile found, in words, one line a subject."""

    ok: bool
    lines: tuple[str, ...]


def write_report(folder: Path, passphrase: str, *, kind: str, first_day: date, last_day: date, target: Path) -> None:
    """Write the evaluation of a period without a window.

    Args:
        folder: the coordinator's profile.
        passphrase: of that profile.
        kind: ``interim`` or ``final``.
        first_day: of the period, included.
        last_day: of the period, included.
        target: its ending says what is written: .pdf, .xlsx or .csv.

    Raises:
        KnownError: ``report.format`` for another ending, ``role.may_not``, or what opening the file names.
    """
    writers = {".pdf": reporting.save_pdf, ".xlsx": reporting.save_xlsx, ".csv": reporting.save_csv}
    write = writers.get(target.suffix.lower())
    if write is None:
        raise KnownError("report.format", ending=target.suffix)
    with opened(folder, passphrase) as session:
        write(session, reporting.report(session, kind, first_day, last_day), target)


def back_up(folder: Path, passphrase: str, target: Path) -> None:
    """Make an encrypted copy of a profile and read it back before it gets its name.

    Raises:
        KnownError: what opening the file names, ``file.exists``, ``copy.broken``, ``file.disk_full``.
    """
    key = slots.unlock_with_passphrase(folder, passphrase)
    with opened(folder, passphrase) as session:
        check(session, Intention.BACK_UP)
        copies.backup(session.db, key, folder, target)


def restore(folder: Path, copy: Path, passphrase: str) -> Path:
    """Put a copy in place of a profile's file; gives the folder that keeps the old files.

    Args:
        folder: the profile; the program must be closed.
        copy: made by `back_up`.
        passphrase: the one that was in use when the copy was made.

    Raises:
        KnownError: ``file.in_use``, ``copy.broken``, or what opening the copy names.
    """
    files.private_folder(folder)
    with connection.claim_folder(folder):
        key = copies.unlock_copy(copy, passphrase)
        return copies.restore(folder, copy, key, now=profiles.utc_now())


def verify(folder: Path, passphrase: str) -> Verified:
    """Read every page and row of a profile on a connection of its own, and check chains and search index.

    Raises:
        KnownError: ``file.passphrase_wrong``, ``file.damaged``, ``file.missing``.
    """
    key = slots.unlock_with_passphrase(folder, passphrase)
    found = copies.verify(files.database_path(folder), key)
    lines = (
        f"{found.rows} rijen gelezen.",
        "Alle bladzijden zijn heel." if not found.pages else f"{len(found.pages)} bladzijden zijn beschadigd.",
        "De opbouw klopt." if not found.database else f"De opbouw klopt niet op {len(found.database)} plekken.",
        "Het inzagelog is ononderbroken."
        if found.access_row is None
        else f"Het inzagelog is onderbroken bij regel {found.access_row}.",
        "De zoekindex klopt." if found.search else "De zoekindex klopt niet.",
    )
    return Verified(found.ok, lines)


@contextmanager
def opened(folder: Path, passphrase: str) -> Iterator[Session]:
    """A profile for one command, closed afterwards whatever happens."""
    profile = profiles.open_profile(folder, passphrase)
    try:
        yield profile.session
    finally:
        profile.close()
