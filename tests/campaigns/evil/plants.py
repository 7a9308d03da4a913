"""Checks that are switched off on purpose, to see the campaign notice."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from gpconnect.hub import founders, ledger
from gpconnect.services import healing_keys, hub_lives, own_devices, space_rounds, spaces, taking
from gpconnect.services.session import Session
from gpconnect.sync import admission, answers, chain, client, membership, opening, wire


@dataclass(frozen=True, slots=True)
class Plant:
    """A check that does nothing: where it stands, what stands there instead, and which attack gets further by it."""

    where: Any
    attribute: str
    instead: Any
    noticed_by: str


def _nothing(*_arguments: object) -> None:
    return None


def _fine(*_arguments: object, **_named: object) -> str:
    return ""


def _yes(*_arguments: object, **_named: object) -> bool:
    return True


def _no(*_arguments: object, **_named: object) -> bool:
    return False


def _no_keys(*_arguments: object, **_named: object) -> set[bytes]:
    return set()


def _everybody(session: Session) -> frozenset[str]:
    return frozenset(spaces.membership(session.db, session.team_space).seats)


def _every_id(_session: object, space: str, wrapped: tuple[wire.WrappedKey, ...]) -> set[bytes]:
    """Whatever lies at the hub under an id, is the key."""
    return {one.id for one in wrapped if one.space == space}


PLANTS = {
    "any_signature": Plant(wire, "verify", _yes, "hub lets itself in as the admin"),
    "any_author": Plant(membership, "_still_counts", _yes, "parcel of who was put out"),
    "any_entry": Plant(admission, "entry_trouble", _fine, "admin lets a GP into the team"),
    "any_wrap": Plant(healing_keys, "opened", _every_id, "member stores garbage in a hub that was put back"),
    "any_life": Plant(hub_lives, "is_over", _no, "old word to go on, shown in a later life"),
    "any_listener": Plant(ledger, "is_out", _no, "who was put out asks how far the others are"),
    "keys_let_go": Plant(healing_keys, "held", _no_keys, "member makes the hub let go of every key"),
    "any_founder": Plant(founders, "may_found", _yes, "stranger founds a space"),
    "any_own": Plant(own_devices, "vouched", _everybody, "admin poses as a colleague's second computer"),
    "any_bytes": Plant(chain, "_check_item", _nothing, "other bytes under the same hash"),
    "any_epoch": Plant(opening, "_check_epoch", _nothing, "epoch that was over"),
    "any_grant": Plant(taking, "_follow_claims", _fine, "slot granted to both"),
    "any_history": Plant(chain, "check_gossip", _fine, "two views of one order"),
    "any_proof": Plant(client.HubClient, "_check_proof", _nothing, "another hub's signature"),
    "any_keys": Plant(taking, "_check_given", _nothing, "key cursor far ahead"),
    "keys_once": Plant(taking, "lacks_keys", _no, "key swapped for the hub's own"),
    "any_refusal": Plant(space_rounds, "check_moved_on", _nothing, "refused as if the space had moved on"),
    "any_type": Plant(answers, "media_type", lambda _response: wire.MEDIA_TYPE, "sign-in page of a network"),
    "any_size": Plant(client, "MAX_ANSWER", 10**9, "body too large"),
    "any_order": Plant(wire, "next_head", lambda head, *_: head, "signed head that does not follow"),
}


@contextmanager
def planted(name: str) -> Iterator[None]:
    """One check does nothing meanwhile; none when no name is given."""
    if not name:
        yield
        return
    plant = PLANTS[name]
    before = getattr(plant.where, plant.attribute)
    setattr(plant.where, plant.attribute, plant.instead)
    try:
        yield
    finally:
        setattr(plant.where, plant.attribute, before)
