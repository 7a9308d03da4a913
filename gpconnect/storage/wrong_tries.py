"""How often a wrong secret was typed since the file was last opened: a number per way in beside the file, nothing else.

The log itself is inside the file, which stays closed; the next opening writes the number there (NEN 7513: failed
logins, when they can be recorded). Losing the number loses no work, so trouble with this small file stops nobody.
"""

from contextlib import suppress
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.storage.files import write_atomically

MOST = 1_000_000


def count(folder: Path, way: str) -> int:
    """Wrong tries this way since the last opening; 0 when none are known."""
    try:
        return min(int(_path(folder, way).read_text(encoding="ascii")), MOST)
    except (OSError, ValueError):
        return 0


def note(folder: Path, way: str) -> None:
    """One more."""
    with suppress(OSError, KnownError):
        write_atomically(_path(folder, way), str(count(folder, way) + 1).encode("ascii"))


def forget(folder: Path, way: str) -> None:
    """They are in the log now."""
    with suppress(OSError):
        _path(folder, way).unlink(missing_ok=True)


def _path(folder: Path, way: str) -> Path:
    return folder / f"wrong-tries-{way}"
