"""One thing of many that is tried inside a transaction: when its content does not fit, the others go on without it."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage.driver import UNFIT

_CONTENT: tuple[type[Exception], ...] = (
    ValueError,
    TypeError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    msgspec.MsgspecError,
    *UNFIT,
)
"""What content that fits nowhere makes of our own code and of the driver. A failing disk is none of these."""


class UnfitError(Exception):
    """The content cannot be kept here; nothing of it was. The cause is left out: it may hold what somebody wrote."""


@contextmanager
def attempt(db: Database) -> Iterator[None]:
    """All of what happens inside, or nothing of it; the transaction around it goes on either way.

    Args:
        db: the file, inside a transaction.

    Raises:
        UnfitError: its content fits nowhere. What the disk or a person has to answer for passes as it is.
    """
    db.execute("SAVEPOINT attempt")
    try:
        yield
    except KnownError:
        # The whole transaction ends with it.
        raise
    except _CONTENT:
        db.execute("ROLLBACK TO attempt")
        db.execute("RELEASE attempt")
        raise UnfitError from None
    db.execute("RELEASE attempt")
