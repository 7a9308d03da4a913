"""The ways into a closed profile, as the unlock screen walks them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from gpconnect.domain.changes import Changes
from gpconnect.services import keyholding, profile_list, profiles
from gpconnect.services.profiles import Profile
from gpconnect.services.session import Session

AFTER_PAPER = frozenset({profile_list.RECOVERY, profile_list.EMPLOYER})
"""Who came in with a paper has no passphrase to come back with: the next thing is to choose one."""


def open_by(folder: Path, secret: str, way: str, now: Callable[[], datetime]) -> Profile:
    """Open a profile by one of its ways in.

    Args:
        folder: of the profile.
        secret: what was typed; nothing for the keyring.
        way: a kind of slot, see `profile_list.ways`.
        now: the clock, aware UTC.

    Raises:
        KnownError: as `profiles.open_profile`.
    """
    return profiles.open_profile(folder, secret, way=way, now=now)


def choose_passphrase(session: Session, new: str) -> Changes:
    """After a paper opened the file: the passphrase from now on.

    Raises:
        KnownError: ``passphrase.not_by_paper``, ``passphrase.short``, ``passphrase.weak``; the paper
            still opens the file.
    """
    return keyholding.set_passphrase_after_recovery(session, new)
