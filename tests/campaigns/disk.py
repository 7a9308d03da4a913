"""The disk campaign: a day at work on a disk that is full, fails, or writes half.

    python -m tests.campaigns.disk [--rounds N] [--seed S] [--plant NAME]

A round does one thing that a day is made of, while one call between SQLite and the system, or every call from one on,
fails. Then: what the screen gets is a sentence, never the driver's own words; the file holds exactly what its last
finished transaction left, so what was acknowledged is there and what failed is wholly absent; on a full disk what is
typed is still kept; and the next thing works once the disk does. Every so many rounds, and at the end, the file is
closed, checked from the first page to the last row, and opened again. N rounds are done of each of the three faults.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.services import trouble
from gpconnect.storage import connection, copies, driver, files
from gpconnect.storage.guard import Guard
from gpconnect.ui.messages import SENTENCES
from tests.campaigns import faults
from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.faults import READS, WRITES, Disk, Fault, Plan
from tests.campaigns.office import DEEDS, Office, office

SHORT = 20
FULL = 1_000
DEEPEST = {"reopen": 60, "sync": 60}
"""Calls of one deed that can fail; the others have fewer."""
USUAL = 24
CHECKED_EVERY = 25
RENEWED_EVERY = 250
"""Rounds on one file: a file that only grows makes each round slower."""
CACHE_PAGES = 20
"""Few, so that reading really reads."""
FAULTS = (Fault.FULL, Fault.IO, Fault.SHORT)
OK = "ok"
ABSENT = "ok, but not there"
Deed = Callable[[Office], bool]
TABLES = (
    *("operation", "outbox", "access_log", "appointment", "person_card", "patient", "note", "note_draft", "encounter"),
    *("episode_of_care", "feedback", "parcel_out", "parcel_in", "cursor", "chain", "search_entry", "secret_blob"),
    *("claim_token", "meta", "fact", "sealed_draft", "erasure", "erasure_refusal", "tombstone", "refused_key"),
)
_ONE = "(SELECT count(*) || ':' || ifnull(sum(rowid), 0) FROM {})"
_SQL = "SELECT " + ", ".join(_ONE.format(name) for name in TABLES)


def state(db: Database) -> tuple[Any, ...]:
    """What the file holds, short enough to work out after every transaction."""
    drafts = db.execute("SELECT id, answers, saved_at FROM note_draft ORDER BY id").fetchall()
    standing = db.execute("SELECT id, status FROM appointment ORDER BY id").fetchall()
    return (*db.execute(_SQL).fetchone(), tuple(drafts), tuple(standing))


class Round:
    """One fault in one deed, and everything that must hold after it.

    Attributes:
        last: what the file held when its last transaction ended.
        kept: it stayed open; opened again it looks at the disk anew.
    """

    def __init__(self, place: Office, disk: Disk, tally: Tally, name: str) -> None:
        self.place, self.disk, self.tally, self.name = place, disk, tally, name
        self.last = state(place.session.db)
        self.kept = True

    def run(self, deed: Deed, plan: Plan) -> str:
        """What came of it: the code of the trouble, ok, or that the deed had no such call."""
        with self.disk.failing(plan):
            told = self._try(deed)
        struck = self.disk.struck
        self.kept = deed is not Office.reopen
        if self.place.profile is None:
            # Closing or opening failed: with the disk in order it opens, and holds what it held.
            self.place.open()
        db = self.place.session.db
        self._must(not connection.in_transaction(db), "a transaction was left open")
        self._must(state(db) == self.last, "the file does not hold what its last transaction left")
        self._must(told != ABSENT, "acknowledged, and not there")
        if told not in {OK, ABSENT}:
            self._must(told in SENTENCES, f"told in no sentence: {told}")
            self._must(struck, f"told {told} while nothing failed")
        self._go_on(told)
        return told if struck else "not reached"

    def _try(self, deed: Deed) -> str:
        try:
            with (
                patch.object(Guard, "committed", self._witnessed(Guard.committed)),
                patch.object(Guard, "written", self._witnessed(Guard.written)),
            ):
                return OK if deed(self.place) else ABSENT
        except KnownError as error:
            return error.code
        except Exception as error:  # noqa: BLE001 - whatever else comes out is what the campaign looks for
            return f"{type(error).__module__}.{type(error).__name__}: {error}"

    def _witnessed(self, after: Callable[[Guard, Database], None]) -> Callable[[Guard, Database], None]:
        """The guard's own work after a transaction, and a note of what the file holds then."""

        def call(guard: Guard, db: Database) -> None:
            after(guard, db)
            with self.disk.spared():
                self.last = state(db)

        return call

    def _go_on(self, told: str) -> None:
        """The disk is in order again."""
        session = self.place.session
        if told == "file.disk_full" and self.kept:
            self._must(trouble.state(session).read_only, "a full disk is written on")
        if trouble.state(session).read_only:
            typed = self._try(Office.type_on)
            self._must(typed == OK, f"what is typed was not kept on a full disk: {typed}")
            self._must(self._try(Office.book) == "file.read_only_mode", "written where only reading is safe")
            self._must(not trouble.try_again(session)[1].read_only, "no way back to writing")
        self._must(self._try(Office.book) == OK, "the next thing does not work")

    def _must(self, holds: bool, what: str) -> None:  # noqa: FBT001 - reads as an assert
        self.tally.check(holds, f"{self.name}: {what}")


def disk(options: Options, tally: Tally) -> None:
    """Runs the campaign; see the top of this file."""
    if not faults.AVAILABLE:
        tally.say(faults.WHY_NOT)
        return
    ends: Counter[str] = Counter()
    with faults.layer() as layer, PLANTS[options.plant]():
        for first in range(0, options.rounds, RENEWED_EVERY):
            with (
                tempfile.TemporaryDirectory(prefix="gpconnect-disk-") as name,
                office(Path(name), layer.spared) as place,
            ):
                place.cache_pages = CACHE_PAGES
                place.reopen()
                for number in range(first, min(first + RENEWED_EVERY, options.rounds)):
                    for fault in FAULTS:
                        ends[_one(place, layer, tally, options, fault, number)] += 1
                    if number % CHECKED_EVERY == CHECKED_EVERY - 1:
                        _check(place, tally, f"after round {number}")
                _check(place, tally, f"after round {number}")
    tally.say(", ".join(f"{count} {how}" for how, count in sorted(ends.items())))


def _one(place: Office, layer: Disk, tally: Tally, options: Options, fault: Fault, number: int) -> str:
    chance = options.chance(fault, number)
    deed = chance.choice(DEEDS)
    names = chance.choice((READS, WRITES, READS | WRITES)) if fault is Fault.IO else WRITES
    at = chance.randint(1, DEEPEST.get(deed.__name__, USUAL))
    plan = Plan(at, fault, names, lasting=chance.random() < 0.5)
    tally.rounds += 1
    how = "from" if plan.lasting else "at"
    name = f"{fault.value} {how} call {at} of {deed.__name__}, round {number}"
    try:
        told = Round(place, layer, tally, name).run(deed, plan)
    except Exception as error:  # noqa: BLE001 - the file cannot even be looked at any more: that is a violation too
        tally.check(holds=False, what=f"{name}: afterwards {type(error).__name__}: {error}")
        with suppress(Exception):
            place.close()
        place.open()
        told = "lost"
    return f"{fault.value}: {told}"


def _check(place: Office, tally: Tally, when: str) -> None:
    """Close, read every page and row, open again."""
    before = state(place.session.db)
    key = bytes(place.session.key)
    place.close()
    found = copies.verify(files.database_path(place.folder), key)
    tally.check(found.ok, f"{when}: the file is not whole: {found}")
    place.open()
    tally.check(state(place.session.db) == before, f"{when}: closing and opening changed what the file holds")
    tally.check(trouble.state(place.session).gone is None, f"{when}: something is missing at the end of the file")


@contextmanager
def _no_transaction(_db: Database, **_named: bool) -> Iterator[None]:
    """A plant: every statement stands on its own."""
    yield


@contextmanager
def _swallowing(db: Database, *, lasting: bool) -> Iterator[None]:
    """A plant: what goes wrong is rolled back, and nobody is told."""
    with suppress(KnownError), _SOUND(db, lasting=lasting):
        yield


@contextmanager
def _acknowledging_early(db: Database, **_named: bool) -> Iterator[None]:
    """A plant: it is said to be saved before it is, and what happens then is nobody's business."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.conn.rollback()
        raise
    with suppress(KnownError):
        db.execute("COMMIT")
    db.conn.rollback()


def _inside(plant: Callable[..., AbstractContextManager[None]]) -> Callable[[], Any]:
    return lambda: patch.object(connection, "_all_or_nothing", plant)


_SOUND = connection._all_or_nothing
PLANTS: dict[str, Callable[[], AbstractContextManager[Any]]] = {
    "": nullcontext,
    "no_transaction": _inside(_no_transaction),
    "swallowed_error": _inside(_swallowing),
    "acknowledged_early": _inside(_acknowledging_early),
    "words_of_the_driver": lambda: patch.object(driver, "known_error", lambda _error: None),
    "spoiled_connection": lambda: patch.object(driver.File, "renew", lambda _file: None),
    "full_and_written_on": lambda: patch.object(Guard, "failed", lambda _guard, _error: None),
}
"""Bugs that are put in on purpose, each of which the campaign has to find. None of them is anywhere in the product."""


if __name__ == "__main__":
    sys.exit(main("disk", disk, SHORT, plants=PLANTS))
