"""How often a wrong passphrase was typed since the file was last opened: a number beside the file, and nothing else.

The log itself is inside the file, which stays closed; the next opening writes the number there (NEN 7513: failed
logins, when they can be recorded). Losing the number loses no work, so trouble with this small file stops nobody.
"""

from contextlib import suppress
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.storage.files import write_atomically

MOST = 1_000_000


def count(folder: Path) -> int:
    """Wrong tries since the last opening; 0 when none are known."""
    try:
        return min(int(_path(folder).read_text(encoding="ascii")), MOST)
    except (OSError, ValueError):
        return 0


def note(folder: Path) -> None:
    """One more."""
    with suppress(OSError, KnownError):
        write_atomically(_path(folder), str(count(folder) + 1).encode("ascii"))


def forget(folder: Path) -> None:
    """They are in the log now."""
    with suppress(OSError):
        _path(folder).unlink(missing_ok=True)


def _path(folder: Path) -> Path:
    return folder / "wrong-tries"
