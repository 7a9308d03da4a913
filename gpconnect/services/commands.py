"""What the command line does with a profile: open it, do one thing, close it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.services import damaged, keeping, keyholding, profiles, reporting, restoring
from gpconnect.services.acting import saw
from gpconnect.services.damaged import Damaged
from gpconnect.services.keeping import FileCheck
from gpconnect.services.session import Session

_NUMBER = 8
"""Signs of an id that are enough to tell the dossiers of a team apart."""


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
        KnownError: what opening the file names, ``file.exists``, ``copy.broken``, ``copy.disk_full``.
    """
    with opened(folder, passphrase) as session:
        keeping.back_up(session, target)


def restore(
    folder: Path,
    copy: Path,
    secret: str,
    present: str = "",
    *,
    way: str = restoring.PASSPHRASE,
    now: Callable[[], datetime] = profiles.utc_now,
    new_id: Callable[[], str] = profiles.random_id,
) -> Path:
    """Put a copy in place of a profile's file, or where none is; gives the folder that keeps the old files.

    Args:
        folder: the profile; the program must be closed.
        copy: made by `back_up` or by the program itself.
        secret: what opened the file when the copy was made: the passphrase, or the code on a sheet of paper.
        present: the passphrase of the file that stands there, when that opens with something else by now.
        way: ``passphrase``, ``recovery`` or ``employer``: what that secret is.
        now: gives the moment, aware UTC, that goes on record and names the folder of the old files.
        new_id: gives the id of what goes on record.

    Raises:
        KnownError: ``copy.untold``: the file that stands there does not open, so that what was erased since the copy
            would come back and nobody was told; ``file.in_use``, ``copy.broken``, or what opening the copy names.
    """
    here = restoring.closed(folder, present) if present else restoring.closed(folder, secret, way)
    chosen = restoring.preview(here, copy, secret, way)
    if not chosen.erasures and restoring.stands(folder):
        raise KnownError("copy.untold")
    return restoring.restore(here, chosen, now(), new_id=new_id)


def renew_passphrase(folder: Path, code: str, way: str, new: str) -> None:
    """Choose the passphrase from now on, for who put a copy back with a sheet of paper.

    Raises:
        KnownError: ``passphrase.short``, ``passphrase.weak``, or what opening the file names; the sheet still opens it.
    """
    with opened(folder, code, way) as session:
        keyholding.set_passphrase_after_recovery(session, new)


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check found, for a terminal.

    Attributes:
        damaged: None when every page and row can be read. Without names, unless they were asked for: a terminal
            scrolls back, and what it says may go to a file, a mail or a colleague's screen.
        numbers: the damaged dossiers by the first signs of their random ids: enough to tell two checks or two
            computers apart, and to nobody without the file a child.
    """

    checked: FileCheck
    damaged: Damaged | None
    numbers: tuple[str, ...]
    named: bool


def verify(folder: Path, passphrase: str, *, names: bool = False) -> Verified:
    """Check a profile's file: every page and row on a connection of its own, chains, search index, records.

    Args:
        folder: of the profile.
        passphrase: of that profile.
        names: also whose dossiers are damaged, by name; that is on record.

    Raises:
        KnownError: ``file.passphrase_wrong``, ``file.damaged``, ``file.missing``, ``file.in_use``.
    """
    with opened(folder, passphrase) as session:
        keeping.run(session, keeping.checking())
        checked, found = damaged.last_check(session), damaged.damaged(session)
        assert checked is not None, "it was checked just now"
        numbers = tuple(one[:_NUMBER] for one in found.dossiers) if found else ()
        if found and names:
            # The log itself may be what is damaged; what is lost of it is told when the file is mended.
            with suppress(KnownError):
                saw(session, "", "damage.names")
        elif found:
            found = replace(found, names=(), others=len(found.names) + found.others)
        return Verified(checked, found, numbers, names)


def rebuild_search(folder: Path, passphrase: str) -> None:
    """Build the search index of a profile again.

    Raises:
        KnownError: what opening the file names.
    """
    with opened(folder, passphrase) as session:
        keeping.rebuild_search(session)


@contextmanager
def opened(folder: Path, secret: str, way: str = restoring.PASSPHRASE) -> Iterator[Session]:
    """A profile for one command, closed afterwards whatever happens."""
    profile = profiles.open_profile(folder, secret, way=way)
    try:
        yield profile.session
    finally:
        profile.close()
