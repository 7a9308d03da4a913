"""How far the file had come, kept beside it: what a file that lost its end cannot tell itself.

A flipped bit in the log that SQLite keeps beside the file makes it drop all that was committed after it, and a file
put back from an old copy is whole as well: both pass every check. So the highest operation and the last line of the
access log are written down after every commit, sealed under a key of their own that follows from the file's key.
Missing or unreadable it proves nothing: whoever can put an old file back can take this one away, and then only the
hub still knows, by the numbers in our own chain.
"""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import files, operations

PLACE_BYTES = 512
"""Of each of the two places, written in turn: a torn write leaves the one before it."""
_MAGIC = b"gpconnect watermark 1\0"
_NONCE = 12


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """How far a file had come.

    Attributes:
        turn: counts the writings; the higher one of the two places is the newer.
        operations: number of the highest operation, 0 before the first.
        operation: id of that operation.
        made_at: when it was made, ISO 8601 in UTC, or empty.
        access: number of the last line of the access log.
        digest: of that line, which follows from all lines before it.
        erasures: how many erasures and destroyed keys the file knew of; a mark of an older version tells none.
    """

    turn: int
    operations: int
    operation: str
    made_at: str
    access: int
    digest: bytes
    erasures: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """What a file should hold and does not.

    Attributes:
        operations: how many operations are gone from its end.
        lines: how many lines of the access log are gone from its end.
        until: when the last of the missing operations was made, ISO 8601 in UTC, or empty.
        other: the file went another way after some point: an old copy in which somebody worked on.
        last_line: number of the last line of the access log that it does have.
    """

    operations: int
    lines: int
    until: str
    other: bool
    last_line: int = 0


class Watermark:
    """The mark beside one profile's file."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.path = files.watermark_path(folder)
        self._seal = ChaCha20Poly1305(HKDF(hashes.SHA256(), 32, None, _MAGIC).derive(bytes(key)))
        self._turn = 0

    def read(self) -> Mark | None:
        """The newest mark that can be read, or None: there is none yet, or it was sealed under another key."""
        try:
            data = self.path.read_bytes()
        except OSError:
            return None
        places = (data[start : start + PLACE_BYTES] for start in (0, PLACE_BYTES))
        found = [mark for place in places if (mark := self._open(place)) is not None]
        newest = max(found, key=lambda mark: mark.turn, default=None)
        self._turn = max(self._turn, newest.turn if newest else 0)
        return newest

    def keep(self, db: Database, *, settle: bool = False) -> None:
        """Writes down how far the file has come; call after a commit, never inside a transaction.

        A disk that refuses is no reason to fail what was already committed: the mark is then older than the file,
        which alarms nobody. So nothing is raised.

        Args:
            db: the open file.
            settle: wait until the disk has it; for closing. In between a lost power may set the mark back.
        """
        if self._turn == 0:
            self.read()
        with contextlib.suppress(OSError, KnownError):
            mark = mark_of(db, self._turn + 1)
            self._turn += 1
            nonce = os.urandom(_NONCE)
            sealed = nonce + self._seal.encrypt(nonce, msgspec.msgpack.encode(mark), _MAGIC)
            place = len(sealed).to_bytes(2) + sealed
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                os.lseek(handle, (self._turn % 2) * PLACE_BYTES, os.SEEK_SET)
                os.write(handle, place.ljust(PLACE_BYTES, b"\0"))
                if settle:
                    os.fsync(handle)
            finally:
                os.close(handle)

    def _open(self, place: bytes) -> Mark | None:
        sealed = place[2 : 2 + int.from_bytes(place[:2])]
        try:
            text = self._seal.decrypt(sealed[:_NONCE], sealed[_NONCE:], _MAGIC)
        except (InvalidTag, ValueError):
            return None
        return msgspec.msgpack.decode(text, type=Mark)


def mark_of(db: Database, turn: int = 0) -> Mark:
    """How far this file has come."""
    newest = db.execute("SELECT op_id, made_at FROM operation ORDER BY row DESC LIMIT 1").fetchone() or ("", "")
    access, digest = db.execute("SELECT row, hash FROM access_log ORDER BY row DESC LIMIT 1").fetchone() or (0, b"")
    return Mark(turn, operations.top(db), newest[0], newest[1], access, digest, erasures(db))


def erasures(db: Database) -> int:
    """How many erasures and destroyed keys this file knows of; it only ever gets more."""
    found = db.execute("SELECT (SELECT count(*) FROM tombstone) + (SELECT count(*) FROM refused_key)").fetchone()
    return int(found[0])


def missing(db: Database, mark: Mark) -> Missing | None:
    """What this file should hold by its mark and does not, or None when it has all of it."""
    here = mark_of(db)
    same = db.execute("SELECT op_id = ? FROM operation WHERE row = ?", (mark.operation, mark.operations)).fetchone()
    line = db.execute("SELECT hash = ? FROM access_log WHERE row = ?", (mark.digest, mark.access)).fetchone()
    # An operation of an erased dossier is gone with a reason: its number is not given out again.
    other = (same is not None and mark.operation != "" and not same[0]) or (line is not None and not line[0])
    found = Missing(
        operations=max(mark.operations - here.operations, 0),
        lines=max(mark.access - here.access, 0),
        until=mark.made_at if mark.operations > here.operations else "",
        other=other,
        last_line=here.access,
    )
    return found if found.operations or found.lines or found.other else None
