"""How the file's schema came to be: named steps, each all or nothing, from the first version on.

A step that was published is never edited: a file in a drawer was made by it. The newest schema is what the
dataclasses in `gpconnect.domain.records` ask for; a test compares the two.
"""

from collections.abc import Iterable

from sqlite_utils import Database, Migrations

from gpconnect.storage import (
    schema_0001_records,
    schema_0001_workings,
    schema_0002_access,
    schema_0002_keeping,
    schema_0002_rights,
    schema_0003_drafts,
    schema_0003_refusals,
    schema_0004_desk,
    schema_0005_half_days,
    schema_0006_dossier,
    schema_0007_search,
)

steps = Migrations("gpconnect")


@steps()
def m0001_first_version(db: Database) -> None:
    """Tables of records, operations, parcels, keys, search and access log."""
    _run(db, schema_0001_records.RECORDS)
    _run(db, schema_0001_records.RECORD_INDEXES)
    _run(db, schema_0001_workings.LOG)
    _run(db, schema_0001_workings.PARCELS)
    _run(db, schema_0001_workings.KEYS)
    _run(db, schema_0001_workings.DESK)
    _run(db, schema_0001_workings.SEARCH)
    db.execute("PRAGMA user_version = 1")


@steps()
def m0002_rights_and_keeping(db: Database) -> None:
    """Tables for the family's rights, the access log of colleagues, and copies."""
    _run(db, schema_0002_access.ACCESS)
    _run(db, schema_0002_rights.RIGHTS)
    _run(db, schema_0002_keeping.KEEPING)
    db.execute("PRAGMA user_version = 2")


@steps()
def m0003_refusals_and_drafts(db: Database) -> None:
    """Tables for why a request to erase was refused, and for drafts that travel between the devices of one person."""
    _run(db, schema_0003_refusals.REFUSALS)
    _run(db, schema_0003_drafts.DRAFTS)
    db.execute("PRAGMA user_version = 3")


@steps()
def m0004_booking_desk(db: Database) -> None:
    """Columns for whose request a booking is, for the wishes of who waits, and for what is said of an urgent case."""
    _run(db, schema_0004_desk.DESK)
    db.execute("PRAGMA user_version = 4")


@steps()
def m0005_half_days(db: Database) -> None:
    """Columns for half-days that change one by one, and tables for who is away and when a site is shut."""
    _run(db, schema_0005_half_days.HALF_DAYS)
    db.execute("PRAGMA user_version = 5")


@steps()
def m0006_dossier(db: Database) -> None:
    """Columns for how a citizen service number was checked, and tables for who led and who decides from a birthday."""
    _run(db, schema_0006_dossier.DOSSIER)
    db.execute("PRAGMA user_version = 6")


@steps()
def m0007_names_apart(db: Database) -> None:
    """Who is known gets an index of their own beside what is written; both are filled anew by and by."""
    _run(db, schema_0007_search.SEARCH)
    db.execute("PRAGMA user_version = 7")


HEAD = 7
"""`user_version` of a file with the newest schema. A file above it was written by a newer program."""


def migrate(db: Database) -> None:
    """Applies the steps that this file has not had yet; each is one transaction. Doing it again changes nothing."""
    if db.execute("PRAGMA user_version").fetchone()[0] < HEAD:
        steps.apply(db)


def _run(db: Database, statements: Iterable[str]) -> None:
    """Runs statements one by one: `executescript` would commit halfway."""
    for statement in statements:
        db.execute(statement)
