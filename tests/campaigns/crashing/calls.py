"""What the day and the proof ask of the keeping of the file, in one place."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from gpconnect.services import commands, keeping, mending
from gpconnect.services.session import Session
from gpconnect.storage.checks import verify
from gpconnect.storage.restoring import slots_beside, unlock_copy

__all__ = ["back_up", "mend", "plan", "rescue", "restore", "slots_beside", "unlock_copy", "verify"]


def back_up(session: Session, target: Path) -> None:
    """Make a copy of the file that is in use."""
    keeping.back_up(session, target)


def restore(
    profile: Path,
    copy: Path,
    passphrases: tuple[str, str],
    now: Callable[[], datetime],
    new_id: Callable[[], str],
) -> None:
    """Put a copy back; the file is closed. `passphrases`: the one of the copy, and the one of the file of now."""
    commands.restore(profile, copy, *passphrases, now=now, new_id=new_id)


def plan(session: Session) -> mending.Plan:
    """What mending would do; the file is open."""
    ill = mending.begin(session)
    return mending.plan(session, ill, mending.look(ill))


def mend(chosen: mending.Plan, now: datetime) -> None:
    """A damaged file is mended; it is closed."""
    mending.mend(chosen, now)


def rescue(profile: Path, copy: Path, passphrase: str, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """A copy takes the place of a file that does not open, with what can still be read of that."""
    mending.rescue(profile, copy, passphrase, now=now, new_id=new_id)
