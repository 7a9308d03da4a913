"""Who belongs, and who does not want to go: members and an old hub against a removal.

An honest hub serves all of these, but for the raw database of a life that is over.
"""

import secrets
import shutil

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import SealedDraft
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.server import make_app
from gpconnect.services import enrolling, healing_standing, profiles, removing, spaces
from gpconnect.storage import rows
from gpconnect.sync import entries, parcel, wire
from gpconnect.sync.client import HubClient, Request, Response
from gpconnect.sync.keys import DeviceKeys, SpaceKeys
from tests.campaigns.evil.attacks import Attack
from tests.campaigns.evil.scene import TEAM_SPACE, Scene, head_of
from tests.hub.parties import Web, send_to
from tests.services.drafts_help import a_draft


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


def _put_out(scene: Scene) -> None:
    for one in ("femke", "sanne"):
        scene.round(one)
    removing.remove_device(scene.desk("sanne"), scene.desk("femke").device)
    for one in ("sanne", "joris"):
        scene.round(one)
    _is_out(scene, "joris")


def _old_word(scene: Scene) -> None:
    """In its second life Sanne said that the hub goes on. It is in its third; then its database of the second is shown.

    Femke was put out in between: by the old word she would be in again.
    """
    sanne = scene.desk("sanne")
    scene.another_life()
    scene.round("sanne")
    healing_standing.go_on(sanne, TEAM_SPACE)
    for one in ("sanne", "joris", "femke"):
        scene.round(one)
    scene.engine.dispose()
    raw = scene.folder / "raw"
    shutil.copytree(scene.folder / "hub", raw)
    _put_out(scene)
    scene.another_life()
    for one in ("joris", "sanne", "femke", "joris"):
        scene.round(one)
    scene.webs.append(Web(make_app(open_database(None, raw), limits=Limits(anybody=True))))
    scene.wire.send = send_to(scene.webs[-1])


def _forgets_all(scene: Scene) -> None:
    """Femke, who holds every key, makes the hub let go of all of them before Joris has read."""
    scene.round("femke")
    ids = tuple(spaces.space_keys(scene.desk("femke").db, TEAM_SPACE).dossiers)
    assert scene.line("femke").forget(TEAM_SPACE, ids).count >= len(ids)


def _listens_at_the_door(scene: Scene) -> None:
    """Femke, who is out, shows the hub its own old word and asks how far the others are."""
    proof = scene.line("femke").pull(TEAM_SPACE).proof
    _put_out(scene)
    told = ""
    try:
        scene.line("femke").heal(wire.Heal(TEAM_SPACE, proof.seq, proof))
    except KnownError as error:
        told = error.code
    assert told == "hub.not_member", "she heard how far they are"


def _made_up_order(scene: Scene) -> None:
    """Femke says that she saw an order that the hub never gave."""
    scene.round("femke")
    session = scene.desk("femke")
    seq, _ = head_of(scene, "femke", TEAM_SPACE)
    place = parcel.Place(TEAM_SPACE, secrets.token_bytes(8), 1, wire.ZERO_HASH, seq, b"x" * 32)
    keys, device = spaces.space_keys(session.db, TEAM_SPACE), profiles.device_keys(session.db)
    scene.line("femke").push(wire.Push(parcel.pack((), place=place, keys=keys, device=device).envelope))


def _poses(scene: Scene) -> None:
    """Sanne, who administers the team, lets in a laptop of her own under the name of Joris; then he writes."""
    sanne, joris = scene.desk("sanne"), scene.desk("joris")
    scene.round("joris")
    spare = DeviceKeys.generate()
    card = enrolling.DeviceCard(entries.as_member(spare, joris.actor.staff_id, "youth_worker", "member"), "Joris Maas")
    enrolling.admit(sanne, TEAM_SPACE, [card])
    for one in ("sanne", "joris"):
        scene.round(one)
    a_draft(joris)
    scene.clock.forward(minutes=16)
    for one in ("joris", "sanne"):
        scene.round(one)
    assert all(spare.device not in one.wraps for one in rows.where(sanne.db, SealedDraft)), "she reads his draft"


def _founds(scene: Scene) -> None:
    """Somebody who can reach a hub for work takes the name of a space that is still to come, and a mailbox."""
    scene.webs.append(Web(make_app(scene.engine)))
    stranger = DeviceKeys.generate()
    line = HubClient(send_to(scene.webs[-1]), stranger)
    line.register()
    for space, role in (("common/elders", "coordinator"), ("team/" + "e7" * 16, "youth_worker")):
        entry, key = entries.found_space(stranger, "f9" * 16, role, space)
        place = parcel.Place(space, secrets.token_bytes(8), 1, wire.ZERO_HASH)
        keys = SpaceKeys(space).with_epoch(key)
        answer = line.push(wire.Push(parcel.pack((), place=place, keys=keys, device=stranger, entry=entry).envelope))
        assert (answer.seq, answer.code) == (0, "founding_code"), answer.code
    told = ""
    try:
        line.leave(secrets.token_bytes(16), 0, bytes(1000))
    except KnownError as error:
        told = error.code
    assert told == "hub.not_member", "the hub keeps it"


ATTACKS = (
    Attack("admin poses as a colleague's second computer", _poses, ""),
    Attack("stranger founds a space", _founds, ""),
    Attack("member sends before each try to put them out", _always_ahead, ""),
    Attack("old word to go on, shown in a later life", _old_word, "hub.alarm:hub.old_life"),
    Attack("member makes the hub let go of every key", _forgets_all, "waits:keys waits:keys"),
    Attack("who was put out asks how far the others are", _listens_at_the_door, ""),
    Attack("member says they saw another order", _made_up_order, "kept:hub.split_view"),
)
