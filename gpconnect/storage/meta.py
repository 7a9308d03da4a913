"""Small values about the file itself: whose it is, which pilot, watermarks. Plain values only."""

from typing import Any

import msgspec
from sqlite_utils import Database


def get_meta(db: Database, name: str) -> Any:
    """The value kept under this name, or None."""
    row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return msgspec.json.decode(row[0]) if row else None


def put_meta(db: Database, name: str, value: Any) -> None:
    """Keeps a value under this name, in place of what was there."""
    text = msgspec.json.encode(value).decode()
    db.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, text))
