"""How often a wrong secret was typed since the file was last opened, and when last; per way in, beside the file.

The log itself is inside the file, which stays closed; the next opening writes the number there (NEN 7513: failed
logins, when they can be recorded). Losing the number loses no work, so trouble with this small file stops nobody.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.storage.files import write_atomically

MOST = 1_000_000


def count(folder: Path, way: str) -> int:
    """Wrong tries this way since the last opening; 0 when none are known."""
    try:
        return min(int(_noted(folder, way)[0]), MOST)
    except (OSError, ValueError):
        return 0


def last(folder: Path, way: str) -> str:
    """When the last of them was, in ISO 8601; empty when that is not known."""
    try:
        return datetime.fromisoformat(_noted(folder, way)[1]).isoformat()
    except (OSError, ValueError):
        return ""


def note(folder: Path, way: str, at: datetime) -> None:
    """One more."""
    with suppress(OSError, KnownError):
        write_atomically(_path(folder, way), f"{count(folder, way) + 1} {at.isoformat()}".encode("ascii"))


def forget(folder: Path, way: str) -> None:
    """They are in the log now."""
    with suppress(OSError):
        _path(folder, way).unlink(missing_ok=True)


def _noted(folder: Path, way: str) -> tuple[str, str]:
    number, _, at = _path(folder, way).read_text(encoding="ascii").partition(" ")
    return number, at


def _path(folder: Path, way: str) -> Path:
    return folder / f"wrong-tries-{way}"
