"""What is loaded while somebody types the passphrase, so that the unlock screen is there at once."""

from datetime import UTC, datetime
from importlib import import_module

CORE = ("gpconnect.services.ways_in", "gpconnect.services.syncing")
WINDOW = ("gpconnect.ui.workplace", "qtawesome", "gpconnect.ui.today.page", "gpconnect.ui.unlock.system")
"""Loaded while somebody types the passphrase: the unlock screen needs none of it. The core loads in the background,
what uses Qt in the thread that draws, because Qt's types must not be made in two threads at once. The last one brings
QtDBus, which nobody needs before there is something to lock.

Other heavy libraries that load on first use: reportlab and pypdfium2 (papers and the report), XlsxWriter (tables),
icalendar (calendars of others), httpx (the network), keyring and zxcvbn (ways in), SQLAlchemy, uvicorn and Starlette
(the hub)."""


def load(name: str) -> None:
    """Load one module."""
    import_module(name)


def load_all() -> None:
    """Load all that the unlock screen does without, at once; for programs that open windows one after the other."""
    for name in (*CORE, *WINDOW):
        load(name)


def load_core() -> None:
    """Load what does not know Qt, and what the first week would wait for; in any thread."""
    for name in CORE:
        load(name)
    schedule = import_module("gpconnect.services.schedule")
    schedule.get_ready(datetime.now(UTC).date())
