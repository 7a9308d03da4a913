"""Who works in the invented pilot, and where: sites are data, so a third one is simply one more row."""

from dataclasses import dataclass, replace
from datetime import time

from gpconnect.demo.repeatable import Ids
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Site, SiteKind
from gpconnect.domain.staff import Role, Staff
from gpconnect.services.session import Actor

PILOT = "zaltbommel"
TEAM_NAME = "Buurtzorg Jong"
MUNICIPALITY = "Gemeente Zaltbommel"
MOST_SITES = 3
PATTERN = ("45", "45", "20", "20", "20w", "45", "45")
"""A half-day of four hours: four long talks, two short ones and a place kept for walk-in."""
START = time(9, 0)


@dataclass(frozen=True, slots=True)
class Place:
    """A site with its weekly half-day and the people who work there, by their key in `Cast.actors`.

    Attributes:
        weekday: 0 is Monday.
        desk: who books there, most often first; a school has no desk, its worker books.
    """

    site: Site
    weekday: int
    worker: str
    desk: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and every place.

    Attributes:
        actors: by a short key that is also the name of the profile folder.
    """

    places: tuple[Place, ...]
    actors: dict[str, Actor]

    def staff(self) -> tuple[Staff, ...]:
        """The colleagues as everybody in the pilot knows them."""
        return tuple(
            Staff(one.staff_id, one.name, one.role, one.organization, one.site_ids, one.team_id)
            for one in self.actors.values()
        )

    def workers(self) -> tuple[str, ...]:
        """Keys of the youth workers, the first one administers the team."""
        return tuple(key for key, one in self.actors.items() if one.role is Role.YOUTH_WORKER)


_SITES = (
    Site("", "Praktijk De Waluwe", SiteKind.PRACTICE, "Waalkade 101", "5301 XA", "Zaltbommel", "0418 000 001"),
    Site("", "Praktijk Het Tolhuis", SiteKind.PRACTICE, "Dorpsstraat 202", "5306 XB", "Brakel", "0418 000 002"),
    Site("", "Cambium College", SiteKind.SCHOOL, "Courtine 303", "5301 XC", "Zaltbommel", "0418 000 003"),
)
_PLACES = (
    (1, "sanne", ("wilma", "peters")),
    (3, "joris", ("aydin",)),
    (0, "noura", ()),
)
_PEOPLE: tuple[tuple[str, str, Role, str, tuple[int, ...]], ...] = (
    ("marieke", "Marieke Blom", Role.COORDINATOR, MUNICIPALITY, ()),
    ("sanne", "Sanne de Vries", Role.YOUTH_WORKER, TEAM_NAME, (0, 1, 2)),
    ("joris", "Joris Maas", Role.YOUTH_WORKER, TEAM_NAME, (0, 1, 2)),
    ("peters", "dr. Peters", Role.GP, _SITES[0].name, (0,)),
    ("wilma", "Wilma Kok", Role.PRACTICE_ASSISTANT, _SITES[0].name, (0,)),
    ("aydin", "dr. Aydin", Role.GP, _SITES[1].name, (1,)),
    ("noura", "Noura Haddad", Role.YOUTH_WORKER, TEAM_NAME, (0, 1, 2)),
)


def make_cast(sites: int, new_id: Ids) -> Cast:
    """The people of a pilot with so many sites.

    Raises:
        KnownError: ``demo.sites`` when there are none, or more than the story has people for.
    """
    if not 1 <= sites <= MOST_SITES:
        raise KnownError("demo.sites", most=MOST_SITES)
    places = tuple(
        Place(replace(site, id=new_id()), weekday, worker, desk)
        for site, (weekday, worker, desk) in zip(_SITES[:sites], _PLACES, strict=False)
    )
    team = new_id()
    needed = {"marieke", "sanne"} | {key for place in places for key in (place.worker, *place.desk)}
    actors = {
        key: Actor(
            staff_id=new_id(),
            name=name,
            role=role,
            pilot=PILOT,
            site_ids=tuple(places[number].site.id for number in numbers if number < sites),
            team_id=team if role is Role.YOUTH_WORKER else "",
            organization=organization,
        )
        for key, name, role, organization, numbers in _PEOPLE
        if key in needed
    }
    return Cast(places, actors)
