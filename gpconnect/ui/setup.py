"""How the program is started: which profile, which clock, which choices."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gpconnect.ui import settings


def utc_now() -> datetime:
    """The clock of this computer."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Setup:
    """How the program is started.

    Attributes:
        folder: of the profile.
        title: what the unlock screen calls it; no more than the folder's name.
        now: the clock, aware UTC.
        choices: what this machine remembers; None reads and keeps the account's own.
        sync: whether rounds with the hub start by themselves.
        hub: where the hub is now, when not where the profile remembers it (a demo's own hub); for those beside it too.
        remembers: whether the next start opens the profile that was opened last.
    """

    folder: Path
    title: str = ""
    now: Callable[[], datetime] = utc_now
    choices: settings.Settings | None = None
    sync: bool = True
    hub: str = ""
    remembers: bool = False
