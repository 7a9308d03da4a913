"""What the day and the proof ask of the keeping of the file, in one place."""

from pathlib import Path

from gpconnect.services import commands, keeping
from gpconnect.services.session import Session
from gpconnect.storage.checks import verify
from gpconnect.storage.restoring import slots_beside, unlock_copy

__all__ = ["back_up", "restore", "slots_beside", "unlock_copy", "verify"]


def back_up(session: Session, target: Path) -> None:
    """Make a copy of the file that is in use."""
    keeping.back_up(session, target)


def restore(profile: Path, copy: Path, passphrase: str, present: str) -> None:
    """Put a copy back; the file is closed."""
    commands.restore(profile, copy, passphrase, present)
