"""Leaks that the search must find: put into a folder as a careless program would do it, or into the program itself."""

import base64
import json
import logging
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from unittest.mock import patch

import msgspec
import zstandard
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from gpconnect.domain.notes import NoteDraft
from gpconnect.storage import drafts
from gpconnect.ui import errors, settings
from tests.campaigns.secrecy.words import Words


def log_line(home: Path, words: Words) -> None:
    """A line of the log quotes a name."""
    handler = logging.FileHandler(home / "gpconnect.log", encoding="utf-8")
    record = logging.LogRecord("gpconnect", logging.ERROR, "", 1, "no dossier of %s", (words.name(),), None)
    handler.emit(record)
    handler.close()


def file_name(home: Path, words: Words) -> None:
    """A letter is named after the child."""
    (home / f"brief-{words.name()}.pdf").touch()


def setting(home: Path, words: Words) -> None:
    """The machine remembers whose dossier was open."""
    settings.save(home / "settings.json", settings.Settings(last_profile=words.name()))


def temporary_file(home: Path, words: Words) -> None:
    """A letter on its way to the printer is left behind, as a Windows program writes it."""
    (home / "print-0001.tmp").write_text(words.sentence(), encoding="utf-16-le")


def write_ahead_log(home: Path, words: Words) -> None:
    """A file without a key beside the real one; what was written last stands in its log only."""
    db = dbapi2.connect(str(home / "recent.db"), isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("CREATE TABLE recent (words TEXT)")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.execute("INSERT INTO recent VALUES (?)", (words.sentence(),))
    (home / "left-wal").write_bytes((home / "recent.db-wal").read_bytes())
    assert words.sentence()[:4].encode() not in (home / "recent.db").read_bytes()
    db.close()
    for path in home.glob("recent.db*"):
        path.unlink()


def compressed(home: Path, words: Words) -> None:
    """A parcel that nobody sealed."""
    (home / "parcel.bin").write_bytes(b"\1\2\3" + zstandard.compress(words.sentence().encode()) + b"\4")


def deflated(home: Path, words: Words) -> None:
    """A crash report, zipped to be sent, of which the end is missing."""
    (home / "report.bin").write_bytes(b"head" + zlib.compress((words.sentence() * 20).encode())[:-4])


def packed_as_text(home: Path, words: Words) -> None:
    """A state that a library keeps in base64."""
    text = json.dumps({"state": base64.b64encode(f"x{words.sentence()}".encode()).decode()})
    (home / "state.json").write_text(text, encoding="utf-8")


def error_text() -> None:
    """What catches bugs also writes the text of the exception, which quotes a note."""
    kept = errors.ErrorReporter.report

    def report(
        self: errors.ErrorReporter, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        errors.log.error(str(error))
        kept(self, kind, error, trace)

    patch.object(errors.ErrorReporter, "report", report).start()


def draft_file() -> None:
    """What keeps a draft also leaves it in the folder for temporary files."""
    save = drafts.save

    def save_beside(db: Database, draft: NoteDraft) -> None:
        save(db, draft)
        Path(tempfile.gettempdir(), f"draft-{draft.id}.json").write_bytes(msgspec.json.encode(draft))

    patch.object(drafts, "save", save_beside).start()


LIVING: dict[str, Callable[[], None]] = {one.__name__: one for one in (error_text, draft_file)}
"""Bugs put into the program before the day begins; what they leak comes about by itself."""
PLANTS: dict[str, Callable[[Path, Words], None]] = {
    one.__name__: one
    for one in (
        log_line,
        file_name,
        setting,
        temporary_file,
        write_ahead_log,
        compressed,
        deflated,
        packed_as_text,
    )
}
