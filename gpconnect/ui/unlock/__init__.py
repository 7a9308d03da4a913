"""Opening the file at the start of the day, and again after the desk was left alone."""

from gpconnect.ui.unlock.idle import IdleWatch
from gpconnect.ui.unlock.screen import UnlockScreen

__all__ = ["IdleWatch", "UnlockScreen"]
