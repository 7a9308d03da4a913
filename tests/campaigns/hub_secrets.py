"""The hub knows nobody: what families said is sought in everything that a hub keeps, on both of its databases.

    python -m tests.campaigns.hub_secrets [--rounds N] [--seed S] [--plant NAME]

N invented names and sentences are written in dossiers, notes and bookings at real desks and sent to a hub process. Then
its folder is searched (the SQLite file, its log, what it printed), and its content after the seal of the file was
taken off; of PostgreSQL the files of the server and a dump of all it holds. Nothing may be found; and with the key of
a desk everything must be there, on the other desk, or the search proved nothing.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from unittest.mock import patch

from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import WaitingEntry
from gpconnect.hub.database import open_database, reading
from gpconnect.services import enrolling, profiles, syncing
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.sync import contents, entries, parcel, wire
from gpconnect.sync.keys import DeviceKeys
from tests.bench.syncing import municipality
from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.secrecy.words import Words, found_in, leaks_under
from tests.demo.leaks import everything_in, everything_on
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, PRACTICE, TEAM, WALUWE, Clock

SHORT = 400
FULL = 10_000
AT_ONCE = 50
"""Families in one action."""
TEAM_SPACE = f"team/{TEAM}"
WORDS_OF_A_FAMILY = 5


def _unsealed(_secret: bytes, _purpose: bytes, plain: bytes, _aad: bytes) -> bytes:
    return plain


def _by_name(device: DeviceKeys, staff: str, role: str, capacity: wire.Capacity) -> wire.Member:
    """A membership entry that says who somebody is."""
    return wire.Member(device.device, f"{Words().name()} {staff}", role, capacity, device.sign_key, device.seal_key)


@contextmanager
def _nothing_sealed() -> Iterator[None]:
    with patch.object(parcel, "seal", _unsealed), patch.object(contents, "seal", _unsealed):
        yield


PLANTS: dict[str, Callable[[], object]] = {
    "unsealed": _nothing_sealed,
    "named_members": lambda: patch.object(entries, "as_member", _by_name),
}


def hub_secrets(options: Options, tally: Tally) -> None:
    """Runs the campaign; see the top of this file."""
    with tempfile.TemporaryDirectory(prefix="gpconnect-hub-secrets-") as name:
        folder = Path(name)
        for kind in ("sqlite", "postgresql"):
            (folder / kind).mkdir()
        planted = PLANTS[options.plant]() if options.plant else nullcontext()
        with planted:  # type: ignore[attr-defined]  # each plant is a context
            _on_sqlite(folder / "sqlite", options.rounds, tally)
            if not options.plant:
                _on_postgresql(folder / "postgresql", options.rounds, tally)


def _on_sqlite(folder: Path, rounds: int, tally: Tally) -> None:
    with municipality.hub(None, folder / "hub") as url:
        _live(folder, url, rounds, tally)
    _search(folder / "hub", tally, "SQLite")
    engine = open_database(None, folder / "hub")
    with reading(engine) as connection:
        held = [one for one in everything_on(connection) if one]
    engine.dispose()
    _search_values(held, tally, "SQLite without its seal")


def _on_postgresql(folder: Path, rounds: int, tally: Tally) -> None:
    with municipality.postgresql() as database:
        with municipality.hub(database.make("hub"), folder / "hub") as url:
            _live(folder, url, rounds, tally)
        engine = open_database(database.named("hub"), folder)
        with reading(engine) as connection:
            held = [one for one in everything_on(connection) if one]
        engine.dispose()
        _search_values(held, tally, "tables of PostgreSQL")
        dump = folder / "hub" / "dump.sql"
        database.dump("hub", dump)
        _search(folder / "hub", tally, "dump of PostgreSQL")
        tally.check(dump.stat().st_size > 1000 * rounds // WORDS_OF_A_FAMILY, "the dump holds less than was sent")
        _search(database.folder, tally, "files of PostgreSQL")


def _live(folder: Path, url: str, rounds: int, tally: Tally) -> None:
    """Two workers and a practice; what one writes the other can read, through the hub."""
    words, opened = Words(), {}
    for name in ("worker", "colleague", "gp", "assistant"):
        opened[name] = profiles.create(folder / name, PASSPHRASE, PEOPLE[name], now=Clock(), cost=CHEAP)
        syncing.set_hub(opened[name].session, url)
    desks = {name: profile.session for name, profile in opened.items()}
    for space, founder, other in ((TEAM_SPACE, "worker", "colleague"), (PRACTICE, "gp", "assistant")):
        enrolling.found(desks[founder], space)
        _round(desks[founder])
        enrolling.admit(desks[founder], space, [enrolling.device_card(desks[other])])
        enrolling.follow(desks[other], [space])
    while words.planted < rounds:
        _families(desks["worker"], desks["gp"], words)
    for name in ("worker", "gp", "colleague", "assistant"):
        _round(desks[name])
    tally.rounds += words.planted
    there: set[str] = set()
    for name in ("colleague", "assistant"):
        there |= found_in("\n".join(map(str, everything_in(desks[name].db))).encode())
    tally.check(len(there) >= words.planted, f"of {words.planted} words {len(there)} came through the hub")
    for profile in opened.values():
        profile.close()


def _families(worker: Session, gp: Session, words: Words) -> None:
    """Some families in the team and in the practice: dossier, note, card, and a line on the waiting list."""
    born, me = date(2017, 3, 2), worker.actor
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        for _ in range(AT_ONCE):
            child = worker.new_id()
            action.write(Patient(child, words.name(), words.name(), born, me.staff_id, worker.now()))
            said = {"S": words.sentence()}
            action.write(Note(worker.new_id(), child, "", "intake", 1, me.staff_id, me.name, worker.now(), said))
    with acting(gp, Intention.BOOK) as action:
        for _ in range(AT_ONCE):
            card = PersonCard(gp.new_id(), WALUWE, words.name(), words.name(), born, shared=True)
            action.write(card)
            action.write(WaitingEntry(gp.new_id(), WALUWE, card.id, gp.today(), ("sleep",), words.sentence()))


def _round(session: Session) -> None:
    known = syncing.connection(session)
    assert known is not None, "the hub was set"
    line = syncing.line_to(known)
    syncing.sync_now(session, line.hub)
    line.close()


def _search(folder: Path, tally: Tally, where: str) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    tally.say(f"{where}: {len(files)} files, {size / 1e6:.1f} MB")
    tally.check(size, f"{where}: there is nothing to search")
    for leak in leaks_under(folder):
        tally.check(False, f"{where}: {leak}")


def _search_values(held: list[object], tally: Tally, where: str) -> None:
    tally.say(f"{where}: {len(held)} values")
    tally.check(len(held) > 100, f"{where}: there is nothing to search")
    found = set().union(*(found_in(one if isinstance(one, bytes) else str(one).encode()) for one in held))
    tally.check(not found, f"{where}: {len(found)} words, such as {min(found, default='')}")


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main("hub_secrets", hub_secrets, SHORT, plants=PLANTS))
