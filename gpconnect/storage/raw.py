"""The file's own bytes, read while SQLite has it open.

POSIX gives up all locks of a process on a file as soon as it closes *any* handle to that file: SQLite would go on
without the locks that keep other programs out (sqlite.org/howtocorrupt.html, 2.2). So a handle that is opened here
stays open until `let_go`, after the connection has been closed.
"""

import os
from pathlib import Path
from threading import Lock

from gpconnect.domain.errors import KnownError

_lock = Lock()
_handles: dict[str, int] = {}


def size(path: Path) -> int:
    """Bytes in the file now.

    Raises:
        KnownError: ``file.io``.
    """
    try:
        return path.stat().st_size
    except OSError as error:
        raise KnownError("file.io") from error


def read(path: Path, offset: int, count: int) -> bytes:
    """A stretch of the file as it lies on the disk, encrypted.

    Raises:
        KnownError: ``file.io``.
    """
    name = os.path.realpath(path)
    try:
        with _lock:
            if name not in _handles:
                _handles[name] = os.open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            os.lseek(_handles[name], offset, os.SEEK_SET)
            return os.read(_handles[name], count)
    except OSError as error:
        raise KnownError("file.io") from error


def let_go(path: Path) -> None:
    """Close the handle, if there is one: only when no connection of this process has the file open any more."""
    with _lock:
        handle = _handles.pop(os.path.realpath(path), None)
        if handle is not None:
            os.close(handle)
