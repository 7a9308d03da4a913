"""The devices of the invented pilot, their spaces and their rounds with the hub on this machine."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from gpconnect.demo.cast import Cast
from gpconnect.demo.repeatable import Clock, Ids
from gpconnect.domain.staff import Role
from gpconnect.hub.embedded import RunningHub
from gpconnect.services import enrolling, syncing
from gpconnect.services import profiles as filing
from gpconnect.services.session import Session
from gpconnect.storage.slots import Cost
from gpconnect.sync.client import HubClient, Request, Response, http_send

OPENS_WITH = "een warme overdracht"
COST = Cost(8, 1, 1)
"""The demo's passphrase is printed in the handbook: making it expensive to guess would protect nothing."""


class Loopback:
    """The line to the hub on this machine, with a connection of its own for every request.

    A kept connection would wait 40 ms for each answer: the hub's listener leaves small packets to be gathered (Nagle),
    and the reader delays saying that it has the first one. Closing sends what is left at once.
    """

    def __init__(self, url: str) -> None:
        self._send = http_send(url)

    def __call__(self, request: Request) -> Response:
        """Send one request and read its answer."""
        return self._send(replace(request, headers={**request.headers, "connection": "close"}))

    def close(self) -> None:
        """Nothing more is sent."""
        self._send.close()


@dataclass(slots=True)
class Network:
    """Everybody's opened profile and their line to the hub."""

    cast: Cast
    send: Loopback
    profiles: dict[str, filing.Profile] = field(default_factory=dict)
    clients: dict[str, HubClient] = field(default_factory=dict)

    def session(self, key: str) -> Session:
        """The session of the person with this key."""
        return self.profiles[key].session

    def sync(self, keys: Iterable[str]) -> None:
        """A round with the hub for each of these people, in this order."""
        for key in keys:
            syncing.sync_now(self.session(key), self.clients[key])

    def settle(self) -> None:
        """Rounds until nothing waits anywhere and everybody has heard everything."""
        for _ in range(2):
            self.sync(self.profiles)

    def close(self) -> None:
        """Close every file, with its writes safely on disk again."""
        for profile in self.profiles.values():
            profile.session.db.execute("PRAGMA synchronous = FULL")
            profile.close()
        self.send.close()


def open_network(folder: Path, cast: Cast, hub: RunningHub, clock: Clock, new_id: Ids) -> Network:
    """Make a profile for everybody and make each device known to the hub."""
    network = Network(cast, Loopback(hub.url))
    for key, actor in cast.actors.items():
        profile = filing.create(folder / key, OPENS_WITH, actor, now=clock, new_id=new_id, cost=COST)
        network.profiles[key] = profile
        # A demo that is half made is made anew, so nothing is lost by not waiting for the disk meanwhile.
        profile.session.db.execute("PRAGMA synchronous = OFF")
        syncing.set_hub(profile.session, hub.url)
        network.clients[key] = HubClient(network.send, filing.device_keys(profile.session.db))
        network.clients[key].register()
    return network


def found_spaces(network: Network) -> None:
    """Everybody founds what is theirs and lets the others in, as they would in a real pilot."""
    cast = network.cast
    everybody = tuple(cast.actors)
    coordinator = network.session("marieke")
    _found(network, "marieke", coordinator.common_space, everybody)
    _found(network, "marieke", coordinator.pilot_space, ("marieke", *cast.workers()))
    for place in cast.places:
        founder = next((key for key in place.desk if cast.actors[key].role is Role.GP), place.worker)
        _found(network, founder, f"practice/{place.site.id}", (*place.desk, *cast.workers()))
    admin = cast.workers()[0]
    _found(network, admin, network.session(admin).team_space, cast.workers())
    network.settle()


def _found(network: Network, founder: str, space: str, members: Iterable[str]) -> None:
    enrolling.found(network.session(founder), space)
    network.sync((founder,))
    others = [key for key in members if key != founder]
    if others:
        enrolling.admit(
            network.session(founder), space, [enrolling.device_card(network.session(key)) for key in others]
        )
        network.sync((founder,))
    for key in others:
        enrolling.follow(network.session(key), (space,))
