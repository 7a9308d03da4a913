"""On what kind of disk a folder lies. A file in use must not lie on a network share, nor where a cloud keeps copies.

SQLite's log beside the file needs memory that all its users share, which no network file system gives
(sqlite.org/wal.html), and locks over a network are not to be trusted: two computers could write at once. In a folder
that a cloud program keeps equal the file works, but another computer's older version may be put in its place.
"""

import ctypes
import sys
from enum import Enum
from pathlib import Path, PurePosixPath

from gpconnect.domain.errors import KnownError

MOUNTS = Path("/proc/mounts")
NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "ceph", "davfs", "9p"}
    | {"fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.glusterfs"}
)
CLOUDS = frozenset({"onedrive", "dropbox", "nextcloud", "owncloud", "google drive", "googledrive", "icloud drive"})
MARKERS = (".dropbox.cache", ".dropbox", ".sync_nextcloud.db", ".owncloudsync.log")
"""What cloud programs leave in the folder that they keep equal."""
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


class Place(Enum):
    """Where a profile may lie (`LOCAL`), may lie with a warning (`CLOUD`), or may not (`NETWORK`)."""

    LOCAL = "local"
    CLOUD = "cloud"
    NETWORK = "network"


def kind_of(folder: Path, mounts: Path | None = None) -> Place:
    """On what kind of disk this folder lies, or will lie. macOS does not say; there only clouds are noticed.

    Args:
        folder: need not exist yet.
        mounts: the system's list of what is mounted where, in the format of Linux; absent elsewhere.
    """
    resolved = folder.absolute().resolve()
    if _is_remote(resolved, mounts or MOUNTS):
        return Place.NETWORK
    return Place.CLOUD if _is_in_cloud(resolved) else Place.LOCAL


def require_local(folder: Path, mounts: Path | None = None) -> None:
    """Refuses a folder on a network share. A copy of the whole folder on this computer opens as it is.

    Raises:
        KnownError: ``file.on_network``.
    """
    if kind_of(folder, mounts) is Place.NETWORK:
        raise KnownError("file.on_network")


def _is_remote(folder: Path, mounts: Path) -> bool:
    if sys.platform == "win32":  # pragma: no cover - looked at on Windows only
        drive = folder.anchor
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    mounted = [line.split()[1:3] for line in lines if line.count(" ") > 1]
    # The deepest mount that holds the folder counts, and of two on one place the later; spaces stand as \040.
    holding = [
        (len(PurePosixPath(point).parts), kind)
        for point, kind in ((point.replace("\\040", " "), kind) for point, kind in mounted)
        if folder.is_relative_to(point) and point != "/"
    ]
    depth = max((depth for depth, _ in holding), default=0)
    return next((kind in NETWORK for one, kind in reversed(holding) if one == depth), False)


def _is_in_cloud(folder: Path) -> bool:
    for one in (folder, *folder.parents):
        # OneDrive calls its folder "OneDrive - Gemeente Zaltbommel".
        if one.name.lower().partition(" - ")[0] in CLOUDS or any((one / mark).exists() for mark in MARKERS):
            return True
    return False
