"""A small pilot on real encrypted files: a team, two practices, and a clock that tests move."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from gpconnect.domain.calendar import end_of, make_slots
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import HalfDaySession, OfficeHours, Site, Slot
from gpconnect.domain.staff import Role, Staff
from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.services import applying, enrolling, joining, profiles, syncing
from gpconnect.services.acting import acting
from gpconnect.services.session import AMSTERDAM, Actor, Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.storage.slots import Cost
from tests.services.online import Wire, client, hub, sync

PASSPHRASE = "een lange wachtzin"
CHEAP = Cost(8, 1, 1)
PILOT = "zaltbommel"
TEAM = "7ea3" * 8
WALUWE = "a1" * 16
TOLHUIS = "b2" * 16
PRACTICE = f"practice/{WALUWE}"
TUESDAY = date(2026, 11, 24)
PATTERN = ("45", "45", "20", "20w", "45", "45")


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 24, 8, 52, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def move_to(self, day: date, at: time = time(9, 0)) -> None:
        """To a wall-clock moment in Europe/Amsterdam."""
        self.at = datetime.combine(day, at, AMSTERDAM).astimezone(UTC)

    def forward(self, **by: float) -> None:
        """On by so many days, hours or minutes."""
        self.at += timedelta(**by)


PEOPLE = {
    "worker": Actor("c1" * 16, "Sanne de Vries", Role.YOUTH_WORKER, PILOT, (WALUWE, TOLHUIS), TEAM, "Buurtzorg Jong"),
    "colleague": Actor("c2" * 16, "Joris Maas", Role.YOUTH_WORKER, PILOT, (WALUWE, TOLHUIS), TEAM, "Buurtzorg Jong"),
    "gp": Actor("d1" * 16, "dr. Peters", Role.GP, PILOT, (WALUWE,), "", "Praktijk De Waluwe"),
    "assistant": Actor("e1" * 16, "Wilma Kok", Role.PRACTICE_ASSISTANT, PILOT, (WALUWE,), "", "Praktijk De Waluwe"),
    "coordinator": Actor("f1" * 16, "Marieke Blom", Role.COORDINATOR, PILOT, (), "", "Gemeente Zaltbommel"),
}
MakeSession = Callable[[str], Session]


@pytest.fixture
def clock() -> Clock:
    """Tuesday 24 November 2026, 09:52 in Zaltbommel."""
    return Clock()


@pytest.fixture
def make_session(tmp_path: Path, clock: Clock) -> Iterator[MakeSession]:
    """Opens a new profile for one of `PEOPLE`; closed after the test."""
    opened: list[profiles.Profile] = []

    def make(name: str) -> Session:
        folder = tmp_path / f"{name}-{len(opened)}"
        profile = profiles.create(folder, PASSPHRASE, PEOPLE[name], now=clock, cost=CHEAP)
        opened.append(profile)
        return profile.session

    yield make
    for profile in opened:
        profile.close()


@pytest.fixture
def worker(make_session: MakeSession) -> Session:
    """Sanne's file, with the pilot in it."""
    return with_pilot(make_session("worker"))


@pytest.fixture
def gp(make_session: MakeSession) -> Session:
    """Dr. Peters' file, with the pilot in it."""
    return with_pilot(make_session("gp"))


@pytest.fixture
def assistant(make_session: MakeSession) -> Session:
    """Wilma's file, with the pilot in it."""
    return with_pilot(make_session("assistant"))


@pytest.fixture
def coordinator(make_session: MakeSession) -> Session:
    """Marieke's file, with the pilot in it."""
    return with_pilot(make_session("coordinator"))


def with_pilot(session: Session) -> Session:
    """Sites, staff, providers and four weeks of half-days, as a first sync would have brought them."""
    put_common(session)
    if session.actor.role is not Role.COORDINATOR:
        for site_id in session.actor.site_ids:
            plan_half_days(session, site_id)
    return session


def put_common(session: Session) -> None:
    """The common space in a file: sites, staff and providers, and findable."""
    with transaction(session.db):
        for record in common_records():
            rows.put(session.db, record)
            applying.index(session.db, record)


def common_records() -> list[Site | Staff | Provider]:
    """What the coordinator's space `common` holds."""
    sites = [
        Site(WALUWE, "Praktijk De Waluwe", address="Waalkade 1", city="Zaltbommel", phone="0418 000 001"),
        Site(TOLHUIS, "Praktijk Het Tolhuis", address="Dorpsstraat 2", city="Brakel", phone="0418 000 002"),
    ]
    staff = [
        Staff(one.staff_id, one.name, one.role, one.organization, one.site_ids, one.team_id) for one in PEOPLE.values()
    ]
    providers = [
        Provider(
            "99" * 16,
            "Mozaïek jeugdhulp",
            "specialist_mh_care",
            ("anxiety", "mood"),
            access_routes=(AccessRoute.DECISION, AccessRoute.GP_LETTER),
            open_house=True,
            waiting_weeks=5,
            waiting_measured_on=date(2026, 11, 1),
            waiting_source="telefonisch",
            contact="Iris Blok",
            phone="0418 000 010",
            secure_mail="aanmelden@mozaiek.example",
        ),
        Provider("98" * 16, "Jeugdarts GGD", "youth_health_service", ("sleep", "physical"), phone="0418 000 011"),
    ]
    return [*sites, *staff, *providers]


def plan_half_days(session: Session, site_id: str) -> None:
    """One half-day each Tuesday for four weeks, the first one today; written as an intention of this person.

    The worker sits at one site in the morning and at the others in the afternoon.
    """
    start = time(9) if site_id == WALUWE else time(14)
    series = OfficeHours(
        f"{site_id[:2]}0f" * 8, site_id, PEOPLE["worker"].staff_id, TUESDAY, date(2027, 5, 25), start, PATTERN
    )
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(series)
        for week in range(4):
            day = TUESDAY + timedelta(weeks=week)
            half_day = HalfDaySession(
                f"{site_id[:2]}{week:02d}" * 8,
                site_id,
                series.worker_id,
                day,
                series.start,
                end_of(series.start, PATTERN),
                series.id,
            )
            action.write(half_day)
            for place, planned in enumerate(make_slots(half_day, PATTERN)):
                slot_id = f"{site_id[:2]}{week:02d}{place:02d}ff" * 4
                action.write(Slot(slot_id, half_day.id, site_id, planned.starts_at, planned.minutes, planned.kind))


@pytest.fixture(scope="session")
def empty_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the database of a hub that knows nobody yet, to copy."""
    folder = tmp_path_factory.mktemp("empty") / "hub"
    engine = open_database(None, folder)
    upkeep.migrate(engine)
    engine.dispose()
    return folder


@pytest.fixture
def wire(tmp_path: Path, empty_hub: Path) -> Iterator[Wire]:
    """A new, empty hub at the other end of a network that can be cut."""
    with hub(tmp_path / "hub", empty_hub) as network:
        yield network


@pytest.fixture
def practice(make_session: MakeSession, wire: Wire) -> tuple[Session, Session, Session]:
    """Dr. Peters, Wilma and Sanne, together in the space of De Waluwe."""
    gp, assistant, worker = make_session("gp"), make_session("assistant"), make_session("worker")
    with_pilot(gp)
    enrolling.found(gp, PRACTICE)
    syncing.sync_now(gp, client(gp, wire))
    enrolling.admit(gp, PRACTICE, [enrolling.device_card(assistant), enrolling.device_card(worker)])
    for session in (assistant, worker):
        enrolling.follow(session, [PRACTICE])
    sync(gp, assistant, worker, wire=wire)
    return gp, assistant, worker


@pytest.fixture
def team(make_session: MakeSession, wire: Wire) -> tuple[Session, Session]:
    """Sanne and Joris in one team."""
    sanne, joris = make_session("worker"), make_session("colleague")
    enrolling.found(sanne, sanne.team_space)
    syncing.sync_now(sanne, client(sanne, wire))
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(joris)])
    enrolling.follow(joris, [sanne.team_space])
    sync(sanne, joris, wire=wire)
    return sanne, joris


@pytest.fixture
def newcomer(tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Session]]:
    """Makes profiles that are nobody's yet; closed after the test."""
    made: list[profiles.Profile] = []

    def make() -> Session:
        folder = tmp_path / f"new-{len(made)}"
        made.append(profiles.create(folder, PASSPHRASE, joining.NOBODY, now=clock, cost=CHEAP))
        return made[-1].session

    yield make
    for profile in made:
        profile.close()
