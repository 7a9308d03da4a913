"""One program at a time in a profile."""

from pathlib import Path
from typing import Any, Self

from gpconnect.storage import driver, files


class FolderLock:
    """The profile folder is ours until `release`, or until this process ends, however it ends."""

    def __init__(self, conn: Any) -> None:
        self._conn = conn

    def release(self) -> None:
        """Lets another program open the profile."""
        self._conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.release()


def claim_folder(folder: Path) -> FolderLock:
    """Keeps a second program out of the profile.

    The lock is that of an empty database: the operating system holds it and drops it when the process dies, so
    nothing is ever left locked, and it works the same on every system.

    Raises:
        KnownError: ``file.in_use`` when another program has the profile open.
    """
    files.private_folder(folder)
    with driver.translate_errors():
        conn = driver.connect_bare(folder / files.LOCK)
        try:
            conn.execute("PRAGMA journal_mode = MEMORY")
            conn.execute("BEGIN EXCLUSIVE")
        except driver.Error:
            conn.close()
            raise
    return FolderLock(conn)
