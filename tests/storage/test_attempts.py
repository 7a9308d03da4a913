"""What is tried inside a transaction: whole, or nothing of it, and the rest goes on."""

from collections.abc import Callable

import msgspec
import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage.attempts import UnfitError, attempt
from gpconnect.storage.connection import transaction
from gpconnect.storage.meta import get_meta, put_meta


def too_large(db: Database) -> None:
    """The driver cannot hand it over."""
    db.execute("INSERT INTO meta (name, value) VALUES ('x', ?)", (2**63,))


def without_value(db: Database) -> None:
    """The table wants one."""
    db.execute("INSERT INTO meta (name, value) VALUES ('x', NULL)")


def of_no_kind(_db: Database) -> None:
    """It is no number."""
    msgspec.convert("een", int)


def on_a_full_disk(_db: Database) -> None:
    """It is not about the content."""
    raise KnownError("file.disk_full")


def by_half(db: Database, fails: Callable[[Database], None]) -> None:
    """Something that begins well."""
    with attempt(db):
        put_meta(db, "half", 1)
        fails(db)


@pytest.mark.parametrize("fails", [too_large, without_value, of_no_kind])
def test_what_does_not_fit_leaves_nothing_and_the_rest_stands(db: Database, fails: Callable[[Database], None]) -> None:
    with transaction(db):
        put_meta(db, "before", 1)
        with pytest.raises(UnfitError):
            by_half(db, fails)
        with attempt(db):
            put_meta(db, "after", 1)

    assert [get_meta(db, name) for name in ("before", "half", "after")] == [1, None, 1]


def test_what_the_disk_answers_for_ends_the_whole_transaction(db: Database) -> None:
    with pytest.raises(KnownError), transaction(db):
        by_half(db, on_a_full_disk)

    assert get_meta(db, "half") is None
