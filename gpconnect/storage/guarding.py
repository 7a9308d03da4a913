"""Which file has a guard beside its transactions, and what such a guard does."""

from typing import Protocol
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError


class Guarding(Protocol):
    """What stands beside the transactions of a profile's file; see `gpconnect.storage.guard`."""

    def before(self, *, urgent: bool) -> None:
        """May refuse with a `KnownError`."""

    def committed(self, db: Database) -> None:
        """It stands."""

    def written(self, db: Database) -> None:
        """It stands for whoever looks; a lost power may still take it back."""

    def failed(self, error: KnownError) -> None:
        """It does not."""


_GUARDS: WeakKeyDictionary[Database, Guarding] = WeakKeyDictionary()


def guard_with(db: Database, guard: Guarding) -> None:
    """Lets every transaction of this file pass a guard from now on."""
    _GUARDS[db] = guard


def guard_of(db: Database) -> Guarding | None:
    """The guard of this file; None for one that is no profile at work (a copy that is checked)."""
    return _GUARDS.get(db)
