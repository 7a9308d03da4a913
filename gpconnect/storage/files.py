"""The profile folder: where its files stand, and how they are written so that a crash leaves one whole version."""

import contextlib
import os
import tempfile
from pathlib import Path

from gpconnect.domain.errors import KnownError

DATABASE = "records.db"
SLOTS = "slots.json"
LOCK = "in-use"
WATERMARK = "watermark"
RESERVE = "reserve"
RESTORING = ".restoring"
LOCKED = "locked"
COMPANIONS = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is in use; the first is the file itself."""
FOLDER_MODE = 0o700
PRIVATE_MASK = 0o077


def database_path(folder: Path) -> Path:
    """The encrypted file of a profile."""
    return folder / DATABASE


def slots_path(folder: Path) -> Path:
    """The file with the wrapped keys of a profile."""
    return folder / SLOTS


def watermark_path(folder: Path) -> Path:
    """The file that says how far the profile's file had come (`gpconnect.storage.watermark`)."""
    return folder / WATERMARK


def reserve_path(folder: Path) -> Path:
    """The file that keeps room on the disk (`gpconnect.storage.reserve`)."""
    return folder / RESERVE


def locked_path(folder: Path) -> Path:
    """The empty file that says: this profile was locked, and nobody who may has opened it since."""
    return folder / LOCKED


def private_folder(folder: Path) -> None:
    """Makes the folder, readable by its owner only, and keeps new files of this process private as well.

    Raises:
        KnownError: ``file.read_only`` when the folder cannot be made.
    """
    os.umask(PRIVATE_MASK)
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        folder.chmod(FOLDER_MODE)
    except OSError as error:
        raise KnownError("file.read_only") from error


def write_atomically(path: Path, data: bytes) -> None:
    """Replaces a file in one step: whoever reads it sees the old bytes or the new ones, also after a crash.

    Raises:
        KnownError: ``file.write_failed``; the old file is untouched.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise KnownError("file.write_failed") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise KnownError("file.write_failed") from error


def clear(path: Path) -> None:
    """Removes a database with what SQLite left beside it; what is not there is fine."""
    for companion in COMPANIONS:
        path.with_name(path.name + companion).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes a rename in this folder survive a power cut, where the system can (Windows does it by itself)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
