"""What leaves of a handover as a file: a name that tells nobody anything, in a folder of the worker's choice."""

from pathlib import Path

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import handovers
from gpconnect.services.handover_papers import FILES
from gpconnect.services.session import Session


def send_file(session: Session, handover_id: str, folder: Path, how: str = "letter") -> tuple[Changes, Path]:
    """Let a handover leave as a file in this folder, which is made where it is missing.

    Args:
        session: of the worker.
        handover_id: which handover.
        folder: where the file goes.
        how: one of `FILES`: the letter, a draft for a secure mail program, or the file for the receiver's system.

    Returns:
        What changed, and where the file is. The name holds a date and a number, never a person.

    Raises:
        KnownError: as `handovers.send`; ``file.write_failed`` when the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError("file.write_failed") from error
    target = _free_name(folder, f"warme-overdracht-{session.today():%Y-%m-%d}", FILES[how])
    return handovers.send(session, handover_id, target, how), target


def _free_name(folder: Path, stem: str, ending: str) -> Path:
    number = 1
    while (target := folder / f"{stem}-{number}{ending}").exists():
        number += 1
    return target
