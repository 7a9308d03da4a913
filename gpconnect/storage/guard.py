"""What stands beside every transaction of a profile: is there room to write, and how far has the file come.

When the disk is full the file is only read, so that nothing is acknowledged that cannot be kept. What somebody is
typing (`urgent`) may still be saved, in the room that the reserve gave up. Reading goes on as before.
"""

from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import beside, connection, files, guarding, reserve, watermark
from gpconnect.storage.beside import Beside, Found
from gpconnect.storage.watermark import Missing, Watermark

Free = Callable[[Path], int | None]
_NO_ROOM = frozenset({"file.disk_full", "file.io", "file.unreachable"})


class Guard:
    """Beside the open file of one profile, in the thread that owns it.

    Attributes:
        read_only: the disk was full, and nobody has made room yet.
        free: says how many bytes are free on the disk of a folder.
        missing: what the file should hold by its mark and does not. While nobody has noticed, the mark stays as it
            is, so that it is still known after a crash.
        unlisted: by that mark it should know of erasures that it does not, and the list that tells them is gone.
    """

    def __init__(self, db: Database, folder: Path, key: bytes, free: Free = reserve.free_bytes) -> None:
        self.folder = folder
        self.read_only = False
        self._watermark, self._erased = Watermark(folder, key), Beside(folder, key)
        self.free = free
        mark = self._watermark.read()
        self.missing: Missing | None = watermark.missing(db, mark) if mark is not None else None
        older = mark is not None and self.missing is not None and mark.erasures > watermark.erasures(db)
        self.unlisted = older and beside.read(folder, key) is None
        if self.missing is None:
            self._erased.keep(db)

    def before(self, *, urgent: bool) -> None:
        """Before a transaction.

        Raises:
            KnownError: ``file.read_only_mode``: there is no room, and this can wait.
        """
        if not self.read_only and self._is_low():
            self._give_up_reserve()
        if self.read_only and not urgent:
            raise KnownError("file.read_only_mode")

    def committed(self, db: Database) -> None:
        """After a transaction that stands."""
        if self.missing is None:
            self._watermark.keep(db)
            self._erased.keep(db)

    def written(self, db: Database) -> None:
        """After a transaction that a lost power may take back: the mark waits, or it would be ahead of the file."""
        if self.missing is None:
            self._erased.keep(db)

    def noticed(self, db: Database) -> None:
        """What is missing has been written down: from now on the mark follows the file again."""
        self.missing = None
        self._watermark.keep(db)
        self._erased.keep(db)

    def found(self) -> Found | None:
        """What the last check found damaged, as it stands outside the file."""
        return self._erased.found()

    def keep_found(self, db: Database, found: Found | None) -> None:
        """Keep outside the file what a check found. Raises as `Beside.keep_found`."""
        self._erased.keep_found(db, found)

    def failed(self, error: KnownError) -> None:
        """After a transaction that does not stand."""
        # Growing the memory beside the file fails as an error of the disk, also when it is only full.
        if error.code == "file.disk_full" or (error.code == "file.io" and self._is_low()):
            self._give_up_reserve()

    def try_again(self) -> bool:
        """Somebody made room: write again when there is enough of it. Whether the file can be written."""
        free = self.free(self.folder)
        if self.read_only and (free is None or free >= reserve.ROOM):
            self.read_only = False
        if not self.read_only:
            reserve.make(self.folder)
        return not self.read_only

    def settle(self, db: Database) -> None:
        """Before closing: how far the file has come is on the disk. A file that was closed already stays as it is."""
        if self.missing is None and not connection.is_closed(db) and connection.is_on_disk(db):
            self._watermark.keep(db, settle=True)

    def forget(self) -> None:
        """The file is closed: the key goes."""
        self._erased.forget()

    def _is_low(self) -> bool:
        free = self.free(self.folder)
        return free is not None and free < reserve.LOW

    def _give_up_reserve(self) -> None:
        self.read_only = True
        reserve.release(self.folder)


def open_file(folder: Path, key: bytes, free: Free = reserve.free_bytes) -> Database:
    """Opens the file of a profile with a guard beside it; from now on every transaction passes it.

    A disk too full even to open the file gets the room of the reserve.

    Args:
        folder: the profile.
        key: of its file.
        free: says how many bytes are free on the disk of a folder.

    Raises:
        KnownError: as `connection.open_file`.
    """
    path = files.database_path(folder)
    try:
        db = connection.open_file(path, key)
    except KnownError as error:
        if error.code not in _NO_ROOM or not reserve.held(folder):
            raise
        reserve.release(folder)
        db = connection.open_file(path, key)
    try:
        guarding.guard_with(db, Guard(db, folder, key, free))
    except KnownError:
        connection.close(db)  # its settings cannot be read: nobody gets a file without a guard
        raise
    return db


def renew(db: Database, folder: Path, key: bytes) -> None:
    """After the file got another key: from now on the mark beside it is sealed under the new one."""
    before = of(db)
    if before is None:
        return
    after = Guard(db, folder, key, before.free)
    after.read_only, after.missing = before.read_only, before.missing
    guarding.guard_with(db, after)
    after.settle(db)


def of(db: Database) -> Guard | None:
    """The guard of a profile's file; None for a file that was opened without one."""
    found = guarding.guard_of(db)
    return found if isinstance(found, Guard) else None


def close(db: Database) -> None:
    """Closes the file; how far it had come is on the disk before that."""
    watch = of(db)
    if watch is not None:
        watch.settle(db)
    connection.close(db)
    if watch is not None:
        watch.forget()
