"""What the day and the proof ask of the keeping of the file, in one place."""

from pathlib import Path

from gpconnect.services import commands
from gpconnect.services.session import Session
from gpconnect.storage import copies
from gpconnect.storage.copies import slots_beside, unlock_copy, verify

__all__ = ["back_up", "restore", "slots_beside", "unlock_copy", "verify"]


def back_up(session: Session, target: Path) -> None:
    """Make a copy of the file that is in use."""
    copies.backup(session.db, bytes(session.key), session.folder, target, session.now())


def restore(profile: Path, copy: Path, passphrase: str) -> None:
    """Put a copy back; the file is closed."""
    commands.restore(profile, copy, passphrase)
