"""The letter of a handover as a file: a name that tells nobody anything, in a folder of the worker's choice."""

from pathlib import Path

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import handovers
from gpconnect.services.session import Session


def send_letter(session: Session, handover_id: str, folder: Path) -> tuple[Changes, Path]:
    """Let a handover leave as a letter in this folder, which is made where it is missing.

    Returns:
        What changed, and where the letter is. The name holds a date and a number, never a person.

    Raises:
        KnownError: as `handovers.send`; ``file.write_failed`` when the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError("file.write_failed") from error
    target = _free_name(folder, f"warme-overdracht-{session.today():%Y-%m-%d}")
    return handovers.send(session, handover_id, target), target


def _free_name(folder: Path, stem: str) -> Path:
    number = 1
    while (target := folder / f"{stem}-{number}.pdf").exists():
        number += 1
    return target
