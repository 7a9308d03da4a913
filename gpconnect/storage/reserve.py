"""Room kept free on the disk: given up when the disk is full, so that what was typed can still be saved.

SQLite needs room to write at all, also to save a draft. So a file of 50 MB with real blocks lies in the profile; when
the disk is nearly full it goes, and the program only reads until somebody has made room.
"""

import contextlib
import os
import shutil
from pathlib import Path

from gpconnect.storage import files

MEGABYTE = 1024 * 1024
SIZE = 50 * MEGABYTE
LOW = 20 * MEGABYTE
"""Less free than this, and nothing more is written but what was being typed."""
ROOM = 200 * MEGABYTE
"""So much must be free before the reserve is made and writing begins again."""


def free_bytes(folder: Path) -> int | None:
    """Bytes free on the disk of this folder for this account, or None when the system does not say."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def held(folder: Path) -> bool:
    """Whether the profile's reserve is there, whole."""
    try:
        return files.reserve_path(folder).stat().st_size >= SIZE
    except OSError:
        return False


def make(folder: Path) -> bool:
    """Makes the reserve when there is room for it; whether it is there afterwards. A half one does not stay."""
    if held(folder):
        return True
    free = free_bytes(folder)
    if free is None or free < ROOM:
        return False
    try:
        handle = os.open(files.reserve_path(folder), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            _fill(handle)
        finally:
            os.close(handle)
    except OSError:
        release(folder)
        return False
    return True


def release(folder: Path) -> None:
    """Gives the room back to the disk; without a reserve nothing happens."""
    with contextlib.suppress(OSError):
        files.reserve_path(folder).unlink()


def _fill(handle: int) -> None:
    """Real blocks: a file of nothing but a size would keep no room, and a disk that packs would shrink zeros."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, SIZE)
        return
    block = os.urandom(min(MEGABYTE, SIZE))
    for _ in range(SIZE // len(block)):
        os.write(handle, block)
    os.fsync(handle)
