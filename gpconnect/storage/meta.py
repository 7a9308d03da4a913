"""Small values about the file itself: whose it is, which pilot, watermarks. Plain values only."""

from typing import Any

import msgspec
from sqlite_utils import Database

FORM_DRAFT = "form_draft"
"""Answers of a form that was not handed in, under ``form_draft/<episode>/<moment>/<voice>``."""


def get_meta(db: Database, name: str) -> Any:
    """The value kept under this name, or None."""
    row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return msgspec.json.decode(row[0]) if row else None


def put_meta(db: Database, name: str, value: Any) -> None:
    """Keeps a value under this name, in place of what was there."""
    text = msgspec.json.encode(value).decode()
    db.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, text))


def forget_under(db: Database, name: str) -> None:
    """Forgets what is kept under this name, and under every name that begins with it and a slash."""
    db.execute("DELETE FROM meta WHERE name = ?1 OR substr(name, 1, length(?1) + 1) = ?1 || '/'", (name,))
