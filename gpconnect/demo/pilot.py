"""Making the invented pilot: once per folder, the same for the same seed, everything through the services."""

import shutil
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import msgspec

from gpconnect.demo import common_data, history, network, planning
from gpconnect.demo.cast import Cast, make_cast
from gpconnect.demo.repeatable import Clock, Ids
from gpconnect.demo.timeline import Progress
from gpconnect.domain.errors import KnownError
from gpconnect.domain.staff import Role
from gpconnect.hub import embedded
from gpconnect.services.profiles import utc_now
from gpconnect.services.session import AMSTERDAM

MARKER = "demo.json"
HUB = "hub"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody whose window can be opened."""

    name: str
    role: Role
    folder: Path
    passphrase: str


@dataclass(frozen=True, slots=True)
class DemoPilot:
    """A finished pilot on disk.

    Attributes:
        people: the coordinator, workers, GPs and assistants, in that order.
        today: the day on which the story stands still, a half-day at the first site.
        hub_data: folder of the hub's encrypted file.
    """

    folder: Path
    people: tuple[DemoPerson, ...]
    today: date
    hub_data: Path

    def person(self, role: Role) -> DemoPerson:
        """The first person with this role."""
        return next(one for one in self.people if one.role is role)

    def at(self, folder: Path) -> "DemoPilot":
        """The same pilot, copied to another folder."""
        people = tuple(replace(one, folder=folder / one.folder.relative_to(self.folder)) for one in self.people)
        return DemoPilot(folder, people, self.today, folder / self.hub_data.relative_to(self.folder))


class _Made(msgspec.Struct, forbid_unknown_fields=True):
    """What the marker file says of the pilot in its folder."""

    seed: int
    months: int
    sites: int
    today: date
    finished: bool = False


def make(
    folder: Path,
    *,
    seed: int = 1,
    months: int = 6,
    sites: int = 2,
    today: date | None = None,
    progress: Progress | None = None,
) -> DemoPilot:
    """Make the pilot, or find it finished in this folder.

    Args:
        folder: new, empty, or an earlier demo; one that was not finished or tells another story is made anew.
        seed: the same number gives the same people and the same history.
        months: how long the pilot has been running.
        sites: one to three.
        today: the last half-day of the first site on or before this day; without it, the computer's day.
        progress: told after every week how far it is.

    Raises:
        KnownError: ``demo.sites``; ``demo.folder_taken`` when the folder holds something that is no demo.
    """
    wanted = planning.last_half_day(today or utc_now().astimezone(AMSTERDAM).date())
    before = _read_marker(folder)
    wish = _Made(seed, months, sites, wanted)
    cast = make_cast(sites, Ids(seed))
    if before is not None and before.finished and _same_story(before, wish, any_day=today is None):
        return _pilot(folder, cast, before)
    if before is None and folder.exists() and any(folder.iterdir()):
        raise KnownError("demo.folder_taken")
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, mode=0o700)
    _write_marker(folder, wish)
    with embedded.start(folder / HUB) as hub:
        _tell(folder, wish, cast, hub, progress or _silent)
    wish.finished = True
    _write_marker(folder, wish)
    return _pilot(folder, cast, wish)


def _tell(folder: Path, wish: _Made, cast: Cast, hub: embedded.RunningHub, progress: Progress) -> None:
    """The whole story, from founding the spaces to the half-day in progress."""
    new_id = Ids(wish.seed + 1)
    first_day = planning.first_day(wish.today, wish.months)
    clock = Clock(first_day - timedelta(days=7))
    devices = network.open_network(folder, cast, hub, clock, new_id)
    try:
        network.found_spaces(devices)
        shut = common_data.closures(new_id)
        common_data.write(devices.session("marieke"), cast, common_data.providers(wish.today, new_id), shut)
        devices.settle()
        plan = planning.make_plan(wish.seed, cast, shut, first_day, wish.today)
        history.live(devices, clock, plan, progress)
        devices.settle()
    finally:
        devices.close()


def _pilot(folder: Path, cast: Cast, made: _Made) -> DemoPilot:
    order = (Role.COORDINATOR, Role.YOUTH_WORKER, Role.GP, Role.PRACTICE_ASSISTANT)
    people = tuple(
        DemoPerson(actor.name, actor.role, folder / key, network.OPENS_WITH)
        for role in order
        for key, actor in cast.actors.items()
        if actor.role is role
    )
    return DemoPilot(folder, people, made.today, folder / HUB)


def _same_story(before: _Made, wish: _Made, *, any_day: bool) -> bool:
    alike = (before.seed, before.months, before.sites) == (wish.seed, wish.months, wish.sites)
    return alike and (any_day or before.today == wish.today)


def _read_marker(folder: Path) -> _Made | None:
    try:
        return msgspec.json.decode((folder / MARKER).read_bytes(), type=_Made)
    except (OSError, msgspec.DecodeError):
        return None


def _write_marker(folder: Path, made: _Made) -> None:
    (folder / MARKER).write_bytes(msgspec.json.encode(made))


def _silent(_done: int, _all: int) -> None:
    """Nobody is watching."""
