"""Who belongs, and who does not want to go: members and an old hub against a removal.

An honest hub serves all of these, but for the raw database of a life that is over.
"""

import secrets

from gpconnect.services import profiles, removing, spaces
from gpconnect.sync import parcel, wire
from gpconnect.sync.client import Request, Response
from tests.campaigns.evil.attacks import Attack
from tests.campaigns.evil.scene import TEAM_SPACE, Scene, head_of


def _one_more(scene: Scene, name: str) -> bytes:
    """A parcel in a chain that was just begun."""
    session = scene.desk(name)
    place = parcel.Place(TEAM_SPACE, secrets.token_bytes(8), 1, wire.ZERO_HASH, *head_of(scene, name, TEAM_SPACE))
    keys, device = spaces.space_keys(session.db, TEAM_SPACE), profiles.device_keys(session.db)
    return parcel.pack((), place=place, keys=keys, device=device).envelope


def _always_ahead(scene: Scene) -> None:
    """Femke sends a parcel before each of Sanne's, so that Sanne has never read all that she sent."""
    scene.round("femke")
    scene.round("sanne")
    line, honest = scene.line("femke"), scene.wire.send

    def send(request: Request) -> Response:
        if request.method == "POST" and request.path in {"/v1/parcels", "/v1/batches"}:
            scene.wire.send = honest
            line.push(wire.Push(_one_more(scene, "femke")))
            scene.wire.send = send
        return honest(request)

    scene.wire.send = send
    removing.remove_device(scene.desk("sanne"), scene.desk("femke").device)
    scene.round("sanne")
    scene.honest()
    _is_out(scene, "sanne")


def _is_out(scene: Scene, who: str) -> None:
    """Femke is out, as somebody's file has it."""
    gone = scene.desk("femke").device
    assert spaces.membership(scene.desk(who).db, TEAM_SPACE).member(gone) is None, "she is still in"


ATTACKS = (Attack("member sends before each try to put them out", _always_ahead, ""),)
