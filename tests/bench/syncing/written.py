"""Two desks of one team, one of which wrote many notes that nobody has seen yet; copied for each round."""

import random
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from gpconnect.domain.notes import Note
from gpconnect.domain.operations import Operation
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KIND_OF
from gpconnect.domain.staff import Role
from gpconnect.services import applying, enrolling, profiles, syncing
from gpconnect.services.session import Actor, Session
from gpconnect.storage.connection import transaction
from gpconnect.storage.slots import Cost
from gpconnect.sync.parcel import check_size

WORDS = "een lange wachtzin"
TEAM = "7ea3" * 8
SPACE = f"team/{TEAM}"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PER_DOSSIER = 50
SIZE = 1000
"""Characters of a note."""
SYLLABLES = re.findall(
    r"\w+", "ge ver school thuis vrij dag be af spraak moe der rust ig druk we ken le zen gaat va in op het en de"
)


def clock() -> datetime:
    """The moment at which everything happens here."""
    return NOW


def text(chance: random.Random) -> str:
    """A thousand characters that compress about as language does: half of it are words nobody wrote before."""
    words: list[str] = []
    length = 0
    while length < SIZE:
        word = "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))
        words.append(word)
        length += len(word) + 1
    return " ".join(words)[:SIZE]


def actor(name: str, staff_id: str) -> Actor:
    """A youth worker of the team."""
    return Actor(staff_id, name, Role.YOUTH_WORKER, "zaltbommel", (), TEAM, "Buurtzorg Jong")


@dataclass(frozen=True, slots=True)
class Desks:
    """Two profiles that are closed: the one who wrote and the one who reads."""

    writer: Path
    reader: Path

    def copied(self, folder: Path) -> "Desks":
        """Both again, so that a round begins where every round begins."""
        shutil.copytree(self.writer, folder / "writer")
        shutil.copytree(self.reader, folder / "reader")
        return Desks(folder / "writer", folder / "reader")


def make(folder: Path, url: str, count: int) -> Desks:
    """Both in one team at this hub; then one writes the notes, and nothing of them is sent."""
    cheap = Cost(8, 1, 1)
    writer = profiles.create(folder / "writer", WORDS, actor("Sanne de Vries", "c1" * 16), now=clock, cost=cheap)
    reader = profiles.create(folder / "reader", WORDS, actor("Joris Maas", "c2" * 16), now=clock, cost=cheap)
    for one in (writer, reader):
        syncing.set_hub(one.session, url)
    enrolling.found(writer.session, SPACE)
    _round(writer.session)
    enrolling.admit(writer.session, SPACE, [enrolling.device_card(reader.session)])
    enrolling.follow(reader.session, [SPACE])
    _round(writer.session)
    _round(reader.session)
    write(writer.session, count)
    for one in (writer, reader):
        one.close()
    return Desks(folder / "writer", folder / "reader")


@contextmanager
def opened(folder: Path) -> Iterator[Session]:
    """One of the two, unlocked for a moment."""
    profile = profiles.open_profile(folder, WORDS, now=clock)
    yield profile.session
    profile.close()


def _round(session: Session) -> None:
    known = syncing.connection(session)
    assert known is not None, "the hub was set"
    line = syncing.line_to(known)
    syncing.sync_now(session, line.hub)
    line.close()


def write(session: Session, count: int) -> None:
    """So many notes, fifty in a dossier: operation, row, search and outbox as at a desk, without the access log."""
    chance = random.Random(1)
    for first in range(0, count, PER_DOSSIER):
        patient = session.new_id()
        with transaction(session.db):
            _commit(
                session,
                patient,
                Patient(patient, "Noor", "Bos", date(2017, 3, 2), session.actor.staff_id, NOW),
                "opened",
            )
            for number in range(first, min(first + PER_DOSSIER, count)):
                at = NOW + timedelta(seconds=number)
                who = session.actor
                note = Note(session.new_id(), patient, "", "intake", 1, who.staff_id, who.name, at, {"S": text(chance)})
                _commit(session, patient, note, "signed")


def _commit(session: Session, patient: str, record: Patient | Note, verb: str) -> None:
    operation = Operation(
        op_id=session.new_id(),
        space=SPACE,
        dossier=patient,
        kind=f"{KIND_OF[type(record)].name}.{verb}",
        record=record.id,
        schema=1,
        made_at=NOW,
        author=session.actor.staff_id,
        device=session.device,
        action=session.new_id(),
        body=msgspec.to_builtins(record),
    )
    check_size(operation)
    applying.apply(session.db, operation)
