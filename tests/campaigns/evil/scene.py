"""Desks, a real hub, and somebody in between who has the hub's key and every sealed byte, and no key of anybody else.

A scene is made once and copied for each attack. In the team Sanne let Joris and Femke in; she wrote two dossiers that
Joris has not seen, and Joris wrote one that waits. In the practice two desks booked one slot. Sanne adds facts to the
pilot's space, in which Marieke wrote something.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment
from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.hub.identity import Identity
from gpconnect.hub.limits import Limits
from gpconnect.hub.server import make_app
from gpconnect.services import enrolling, profiles, syncing
from gpconnect.services.acting import acting
from gpconnect.services.session import Actor, Session
from gpconnect.storage import parcels, rows
from gpconnect.sync.client import HubClient, Send
from tests.hub.parties import Web, send_to
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, PRACTICE, TEAM, WALUWE, Clock, with_pilot
from tests.services.online import Wire
from tests.services.test_syncing import book

TEAM_SPACE = f"team/{TEAM}"
SLOT = f"{WALUWE[:2]}0100ff" * 4
ACTORS: dict[str, Actor] = {
    "sanne": PEOPLE["worker"],
    "joris": PEOPLE["colleague"],
    "femke": replace(PEOPLE["colleague"], staff_id="c3" * 16, name="Femke Smit"),
    "peters": PEOPLE["gp"],
    "wilma": PEOPLE["assistant"],
    "marieke": PEOPLE["coordinator"],
}
CONTENT: tuple[type[Any], ...] = (Patient, Note, Appointment)


@dataclass
class Scene:
    """One copy of it all. `wire` is where the attacks sit."""

    folder: Path
    engine: sa.Engine
    wire: Wire
    cable: Send
    clock: Clock = field(default_factory=Clock)
    opened: dict[str, profiles.Profile] = field(default_factory=dict)
    lines: dict[str, HubClient] = field(default_factory=dict)
    webs: list[Web] = field(default_factory=list)

    @property
    def identity(self) -> Identity:
        """The hub's own keys: whoever runs the hub has them."""
        return Identity.load(self.engine)

    def desk(self, name: str) -> Session:
        """Somebody's file, opened when it is first needed."""
        if name not in self.opened:
            self.opened[name] = profiles.open_profile(self.folder / name, PASSPHRASE, now=self.clock)
        return self.opened[name].session

    def line(self, name: str) -> HubClient:
        """Somebody's client; the hub's key is pinned once it was seen, as in the program."""
        session = self.desk(name)
        if name not in self.lines:
            known = syncing.connection(session)
            assert known is not None, "everybody has a hub"
            self.lines[name] = HubClient(self.wire, known.device, known.hub_key)
        return self.lines[name]

    def round(self, name: str) -> KnownError | None:
        """A round with the hub; what a person would be told went wrong."""
        try:
            syncing.sync_now(self.desk(name), self.line(name))
        except KnownError as error:
            return error
        return None

    def another_life(self) -> None:
        """The hub was put back from a copy: another process serves it, under another incarnation."""
        upkeep.renew(self.engine)
        self.webs.append(Web(make_app(self.engine, limits=Limits(anybody=True))))
        self.cable = send_to(self.webs[-1])
        self.honest()

    def honest(self) -> None:
        """The cable is a cable again, and a new conversation begins."""
        self.wire.between = None
        self.wire.send = self.cable
        self.lines.clear()

    def content(self, name: str) -> dict[str, set[Any]]:
        """What somebody can read, as text that compares."""
        db = self.desk(name).db
        return {kind.__name__: {repr(one) for one in rows.where(db, kind)} for kind in CONTENT}

    def troubles(self, name: str) -> list[str]:
        """What is kept with a reason, or waits, in somebody's file."""
        found = self.desk(name).db.execute(
            "SELECT state, reason, code FROM parcel_in WHERE reason <> '' OR state IN ('alarm', 'parked', 'refused') "
            "ORDER BY space, seq"
        )
        return [
            f"{'waits' if state == 'parked' else 'kept'}:{reason or code}" for state, reason, code in found.fetchall()
        ]

    def waiting(self, name: str) -> int:
        """How much somebody has to send."""
        return syncing.state(self.desk(name)).waiting

    def close(self) -> None:
        """Everybody goes home."""
        for profile in self.opened.values():
            profile.close()
        self.opened.clear()
        for web in self.webs:
            web.close()
        self.webs.clear()


@contextmanager
def at(folder: Path) -> Iterator[Scene]:
    """The scene that lies in a folder, with its hub running."""
    engine = open_database(None, folder / "hub")
    upkeep.migrate(engine)
    web = Web(make_app(engine, limits=Limits(anybody=True)))
    cable = send_to(web)
    scene = Scene(folder, engine, Wire(cable), cable)
    try:
        yield scene
    finally:
        scene.close()
        web.close()
        engine.dispose()


@contextmanager
def copied(template: Path, folder: Path) -> Iterator[Scene]:
    """A copy, for one attack."""
    shutil.copytree(template, folder)
    try:
        with at(folder) as scene:
            yield scene
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make(folder: Path) -> None:
    """The scene as described at the top."""
    folder.mkdir(parents=True)
    with at(folder) as scene:
        for name, actor in ACTORS.items():
            made = profiles.create(folder / name, PASSPHRASE, actor, now=scene.clock, cost=CHEAP)
            scene.opened[name] = made
            syncing.set_hub(made.session, "http://127.0.0.1:1")
        _let_in(scene, TEAM_SPACE, "sanne", "joris", "femke")
        with_pilot(scene.desk("peters"))
        _let_in(scene, PRACTICE, "peters", "wilma")
        pilot = scene.desk("sanne").pilot_space
        _let_in(scene, pilot, "marieke", "sanne")
        write(scene.desk("femke"), "Mees")
        for name in ("femke", "sanne", "joris", "femke", "peters", "wilma"):
            _well(scene, name)
        for child in ("Noor", "Daan"):
            write(scene.desk("sanne"), child)
            _well(scene, "sanne")
        write(scene.desk("joris"), "Liv")
        for name in ("wilma", "peters"):
            book(scene.desk(name), SLOT)
        _well(scene, "wilma")
        enrolling.admit(scene.desk("marieke"), pilot, [enrolling.device_card(scene.desk("femke"))])
        _well(scene, "marieke")


def write(session: Session, name: str) -> str:
    """A dossier with a note."""
    patient = session.new_id()
    who = session.actor
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(Patient(patient, name, "Bos", date(2017, 3, 2), who.staff_id, session.now()))
        action.write(
            Note(session.new_id(), patient, "", "intake", 1, who.staff_id, who.name, session.now(), {"S": name})
        )
    return patient


def _let_in(scene: Scene, space: str, founder: str, *others: str) -> None:
    enrolling.found(scene.desk(founder), space)
    _well(scene, founder)
    enrolling.admit(scene.desk(founder), space, [enrolling.device_card(scene.desk(one)) for one in others])
    _well(scene, founder)
    for one in others:
        enrolling.follow(scene.desk(one), [space])
        _well(scene, one)


def _well(scene: Scene, name: str) -> None:
    error = scene.round(name)
    assert error is None, error


def head_of(scene: Scene, name: str, space: str) -> tuple[int, bytes]:
    """How far somebody has read a space."""
    known = parcels.cursor(scene.desk(name).db, space)
    return (known.seq, known.head) if known else (0, bytes(32))
