"""What this file knows of its copies and of its own checks."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from sqlite_utils import Database

from gpconnect.storage import files
from gpconnect.storage.rows import instant


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy that was made from this file, as far as is known still there.

    Attributes:
        made_at: the moment that it shows.
        size: in bytes.
        automatic: made by itself; only those go by themselves.
        good: it was whole when it was last read.
    """

    folder: str
    name: str
    made_at: datetime
    size: int
    automatic: bool
    good: bool = True

    @property
    def path(self) -> Path:
        """Where it stands."""
        return Path(self.folder) / self.name

    @property
    def before_restore(self) -> bool:
        """Whether it is the file that a copy took the place of: it stands beside the file, and goes after a month."""
        return Path(self.folder).name.startswith(files.BEFORE_RESTORE)


@dataclass(frozen=True, slots=True)
class FileCheck:
    """A check that the file did of itself, or that somebody asked for.

    Attributes:
        found: what it found, as codes with numbers; empty when all was well.
        whole: the file itself was checked, and not only what a copy of it showed.
    """

    at: datetime
    automatic: bool
    ok: bool
    found: tuple[str, ...] = ()
    whole: bool = True


def put(db: Database, copy: KeptCopy) -> None:
    """Keeps that a copy was made, or what is known of it now. Inside a transaction."""
    db.execute(
        "INSERT OR REPLACE INTO copy_made (folder, name, made_at, bytes, automatic, good) VALUES (?, ?, ?, ?, ?, ?)",
        (copy.folder, copy.name, instant(copy.made_at), copy.size, int(copy.automatic), int(copy.good)),
    )


def forget(db: Database, copy: KeptCopy) -> None:
    """A copy is gone. Inside a transaction."""
    db.execute("DELETE FROM copy_made WHERE folder = ? AND name = ?", (copy.folder, copy.name))


def copies(db: Database) -> list[KeptCopy]:
    """All copies that are known, newest first."""
    rows = db.execute(
        "SELECT folder, name, made_at, bytes, automatic, good FROM copy_made ORDER BY made_at DESC, name DESC"
    ).fetchall()
    return [
        KeptCopy(folder, name, datetime.fromisoformat(at), size, bool(automatic), bool(good))
        for folder, name, at, size, automatic, good in rows
    ]


def put_check(db: Database, check: FileCheck) -> None:
    """Keeps what a check found. Inside a transaction."""
    db.execute(
        "INSERT INTO file_check (at, automatic, whole, ok, found) VALUES (?, ?, ?, ?, ?)",
        (
            instant(check.at),
            int(check.automatic),
            int(check.whole),
            int(check.ok),
            msgspec.json.encode(check.found).decode(),
        ),
    )


def last_check(db: Database, *, whole: bool = False) -> FileCheck | None:
    """The newest check, or the newest of the file itself; None when there never was one."""
    row = db.execute(
        "SELECT at, automatic, ok, found, whole FROM file_check WHERE whole >= ? ORDER BY row DESC LIMIT 1",
        (int(whole),),
    ).fetchone()
    if row is None:
        return None
    at, automatic, ok, found, of_file = row
    return FileCheck(
        datetime.fromisoformat(at),
        bool(automatic),
        bool(ok),
        msgspec.json.decode(found, type=tuple[str, ...]),
        bool(of_file),
    )
