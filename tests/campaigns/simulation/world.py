"""A small pilot, made once and copied for every history: two practices, a team, the municipality, and a hub."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from gpconnect.domain.calendar import end_of, make_slots
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import HalfDaySession, OfficeHours, Site, Slot
from gpconnect.domain.staff import Role, Staff
from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.services import enrolling, joining, profiles, syncing
from gpconnect.services.acting import acting
from gpconnect.services.inviting import InvitationView
from gpconnect.services.recovery_keys import NewKey
from gpconnect.services.session import AMSTERDAM, Actor, Session
from tests.campaigns.simulation import hub as hubs
from tests.campaigns.simulation.chance import dice, drawn_from, new_id
from tests.campaigns.simulation.desk import Desk
from tests.campaigns.simulation.history import EVERYBODY, NEW, OLD, WORKERS, History, Step
from tests.campaigns.simulation.network import Line
from tests.services.conftest import CHEAP, PASSPHRASE, PATTERN, PILOT, TEAM, TOLHUIS, WALUWE

BEGIN = datetime(2026, 10, 20, 6, 30, tzinfo=UTC)
"""A Tuesday; the clock goes back on the Sunday after."""
SUMMER_ENDS = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
SUMMER_BEGINS = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
MOZAIEK, DOCTOR = "99" * 16, "98" * 16
HUB_FOLDER = "hub"
_DEVICES = "devices"
HUB_ADDRESS = "https://hub.example"
_BOTH = (WALUWE, TOLHUIS)


def _worker(number: int, name: str) -> Actor:
    return Actor(f"c{number}" * 16, name, Role.YOUTH_WORKER, PILOT, _BOTH, TEAM, "Buurtzorg Jong")


ACTORS = {
    "sanne": _worker(1, "Sanne de Vries"),
    "joris": _worker(2, "Joris Maas"),
    "sanne2": _worker(1, "Sanne de Vries"),
    "lot": _worker(3, "Lot Dijkstra"),
    "gp": Actor("d1" * 16, "dr. Peters", Role.GP, PILOT, (WALUWE,), "", "Praktijk De Waluwe"),
    "assistant": Actor("e1" * 16, "Wilma Kok", Role.PRACTICE_ASSISTANT, PILOT, (WALUWE,), "", "Praktijk De Waluwe"),
    "gp2": Actor("d2" * 16, "dr. Aydin", Role.GP, PILOT, (TOLHUIS,), "", "Praktijk Het Tolhuis"),
    "marieke": Actor("f1" * 16, "Marieke Blom", Role.COORDINATOR, PILOT, (), "", "Gemeente Zaltbommel"),
}
TEAM_SPACE, COMMON, PILOT_SPACE = f"team/{TEAM}", f"common/{PILOT}", f"pilot/{PILOT}"
PRACTICES = tuple(f"practice/{one}" for one in _BOTH)
LATER = "lot"
"""Has a profile, and is let in by somebody in the course of a history."""
FOUNDED = {
    COMMON: ("marieke", EVERYBODY),
    PILOT_SPACE: ("marieke", ("marieke", *WORKERS)),
    PRACTICES[0]: ("gp", ("gp", "assistant", *WORKERS)),
    PRACTICES[1]: ("gp2", ("gp2", *WORKERS)),
    TEAM_SPACE: ("sanne", WORKERS),
}
"""Who founded each space, and who belongs in it."""


class World:
    """One history's world.

    Attributes:
        time: the true time, which only the hub has.
        devices: ids of every device of the pilot, switched on or not.
        contents: operations by the hash of the parcel that they lie in, as far as anybody ever saw.
        papers: recovery keys on paper, by whose computer made them.
        codes: invitations that nobody answered yet, by whose computer made them.
        brought: computers that came in during the history, by who brought them.
        wrong: what was seen to be wrong before everything grew quiet, by name of an invariant.
    """

    def __init__(self, history: History, template: Path, folder: Path, url: str | None) -> None:
        self.history, self.template, self.folder = history, template, folder
        self.time, self.devices = BEGIN, frozenset((template / _DEVICES).read_text(encoding="utf-8").split())
        self.contents: dict[bytes, set[str]] = {}
        self.papers: dict[str, list[NewKey]] = {}
        self.codes: dict[str, list[InvitationView]] = {}
        self.brought: dict[str, list[Desk]] = {}
        self.wrong: list[tuple[str, str]] = []
        self.hub = hubs.Hub(folder / HUB_FOLDER, lambda: self.time, url)
        self.desks: dict[str, Desk] = {}
        for name, skew in zip(history.present, history.skews, strict=True):
            self._switch_on(name, timedelta(minutes=skew))

    def _switch_on(self, name: str, skew: timedelta) -> Desk:
        shutil.copytree(self.template / name, self.folder / name)
        line = Line(self.hub.send)
        self.desks[name] = Desk(name, ACTORS[name], self.folder / name, line, lambda: self.time, skew)
        return self.desks[name]

    def call_in(self) -> list[Desk]:
        """Every member who stayed away switches on; who they are."""
        away = [name for name in EVERYBODY if name not in self.desks and name != LATER]
        return [self._switch_on(name, timedelta()) for name in away]

    def at_work(self, step: Step) -> Desk:
        """At which of their computers somebody does this."""
        own: list[Desk] = [self.desks[step.name], *self.brought.get(step.name, ())]
        which: int = {NEW: -1, OLD: 0}.get(step.who[-1], step.draw % len(own))
        return own[which]

    def newcomer(self, name: str) -> Desk:
        """A new computer whose file is nobody's yet."""
        folder, actor = self.folder / name, joining.NOBODY
        profile = profiles.create(folder, PASSPHRASE, actor, now=lambda: self.time, new_id=new_id, cost=CHEAP)
        device = profile.session.device
        profile.close()
        self.devices |= {device}
        return Desk(name, actor, folder, Line(self.hub.send), lambda: self.time)

    def bring(self, host: Desk, new: Desk) -> Desk:
        """A new computer stands beside the one of who let it in."""
        self.desks[new.name] = new
        self.brought.setdefault(host.name, []).append(new)
        return new

    def burn(self, old: Desk, new: Desk) -> None:
        """A computer is gone with all that only it had, and its owner has another one."""
        old.lock()
        new.name = old.name
        self.desks[old.name] = new

    def close(self) -> None:
        for desk in self.desks.values():
            desk.lock()
        self.hub.stop()

    def members(self, space: str, *capacities: str) -> list[Desk]:
        """The desks that are switched on and in a space now, as the hub has it; of some capacities when named."""
        known = self.hub.members(space)
        wanted = set(capacities) or {"admin", "member", "contributor"}
        return [desk for desk in self.desks.values() if known.get(desk.session.device) in wanted]

    def readers(self, space: str) -> list[Desk]:
        """Those of them who can read it."""
        return self.members(space, "admin", "member")


@contextmanager
def world(history: History, template: Path, folder: Path, url: str | None = None) -> Iterator[World]:
    """A copy of the pilot for one history; gone afterwards."""
    folder.mkdir(parents=True)
    hubs.fill(folder / HUB_FOLDER, template / HUB_FOLDER, url)
    made = World(history, template, folder, url)
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(folder)


def make_template(folder: Path, begun: Callable[[dict[str, Desk]], None]) -> None:
    """Found the pilot: everybody but one is in, the half-days are planned, everybody has heard of it.

    Args:
        folder: for the hub and every profile.
        begun: what has been done before a history begins.
    """
    engine = open_database(None, folder / HUB_FOLDER)
    upkeep.migrate(engine)
    engine.dispose()
    with drawn_from("template"):
        hub = hubs.Hub(folder / HUB_FOLDER, lambda: BEGIN)
        desks = {}
        for name, actor in ACTORS.items():
            profile = profiles.create(folder / name, PASSPHRASE, actor, now=lambda: BEGIN, new_id=new_id, cost=CHEAP)
            desks[name] = Desk(name, actor, folder / name, Line(hub.send), lambda: BEGIN, profile=profile)
            syncing.set_hub(profile.session, HUB_ADDRESS)
        _found(desks)
        _settle(desks)
        _write_common(desks["marieke"].session)
        for site in _BOTH:
            _plan(desks["sanne"].session, site)
        _settle(desks)
        begun(desks)
        _settle(desks)
        (folder / _DEVICES).write_text(" ".join(desk.session.device for desk in desks.values()), encoding="utf-8")
        for desk in desks.values():
            desk.lock()
        hub.stop()


def _found(desks: dict[str, Desk]) -> None:
    for space, (founder, members) in FOUNDED.items():
        session = desks[founder].session
        enrolling.found(session, space)
        assert not desks[founder].sync()
        cards = [enrolling.device_card(desks[one].session) for one in members if one not in {founder, LATER}]
        enrolling.admit(session, space, cards)
        for name in members:
            enrolling.follow(desks[name].session, [space])


def _settle(desks: dict[str, Desk]) -> None:
    for _ in range(2):
        for desk in desks.values():
            trouble = desk.sync()
            assert not trouble, trouble


def _write_common(session: Session) -> None:
    staff = {one.staff_id: one for one in ACTORS.values()}.values()
    with acting(session, Intention.EDIT_DIRECTORY) as action:
        action.write(Site(WALUWE, "Praktijk De Waluwe", address="Waalkade 1", city="Zaltbommel", phone="0418 000 001"))
        action.write(Site(TOLHUIS, "Praktijk Het Tolhuis", address="Dorpsstraat 2", city="Brakel"))
        for one in staff:
            action.write(Staff(one.staff_id, one.name, one.role, one.organization, one.site_ids, one.team_id))
        routes = (AccessRoute.DECISION, AccessRoute.GP_LETTER)
        action.write(Provider(MOZAIEK, "Mozaïek jeugdhulp", "specialist_mh_care", ("anxiety",), access_routes=routes))
        action.write(Provider(DOCTOR, "Jeugdarts GGD", "youth_health_service", ("sleep",), phone="0418 000 011"))


def _plan(session: Session, site_id: str) -> None:
    """One half-day each Tuesday for four weeks; with few slots, so that people want the same one."""
    first, start = BEGIN.astimezone(AMSTERDAM).date(), time(9, 0)
    worker = session.actor.staff_id
    series = OfficeHours(f"{site_id[:2]}0f" * 8, site_id, worker, first, date(2027, 5, 25), start, PATTERN)
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(series)
        for week in range(4):
            day = first + timedelta(weeks=week)
            half_day_id = f"{site_id[:2]}{week:02d}" * 8
            half_day = HalfDaySession(half_day_id, site_id, worker, day, start, end_of(start, PATTERN), series.id)
            action.write(half_day)
            for place, planned in enumerate(make_slots(half_day, PATTERN)):
                slot_id = f"{site_id[:2]}{week:02d}{place:02d}ff" * 4
                action.write(Slot(slot_id, half_day_id, site_id, planned.starts_at, planned.minutes, planned.kind))


def words_of(seed: str) -> str:
    """A word that stands nowhere else."""
    return "".join(dice("word", seed).choices("bcdfghjklmnpqrstvwxz", k=12))
