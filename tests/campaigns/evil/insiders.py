"""Members and admins who mean harm: what they send is signed as it should be, and the hub is honest or helps them.

An honest hub turns it away at its door, or stores what does no harm, and the victim reads nothing of it. Where a hub
helps, it gives out an order with what they made, signed by itself.
"""

from collections.abc import Callable
from contextlib import suppress

import msgspec
import sqlalchemy as sa

from gpconnect.domain.errors import KnownError
from gpconnect.hub.schema import WRAPPED_KEY
from gpconnect.services import profiles, spaces
from gpconnect.services.session import Session
from gpconnect.storage.connection import transaction
from gpconnect.sync import entries, parcel, wire
from gpconnect.sync.keys import DeviceKeys
from tests.campaigns.evil.attacks import Attack, as_order
from tests.campaigns.evil.orders import FORK, own_parcel
from tests.campaigns.evil.scene import TEAM_SPACE, Scene, head_of

Make = Callable[[Session], wire.Entry]
replaced = msgspec.structs.replace


def _pushed(scene: Scene, name: str, item: wire.Item, keys: tuple[wire.WrappedKey, ...] = ()) -> wire.PushAnswer:
    """Straight to the hub, past everything that their own program would refuse."""
    line = scene.line(name)
    line.register()
    return line.push(wire.Push(item.envelope, keys))


def _with_entry(session: Session, entry: wire.Entry) -> wire.Item:
    """The next parcel of somebody, with a change in who belongs to the team."""
    db = session.db
    with transaction(db):
        place = spaces.next_place(db, TEAM_SPACE)
    keys = spaces.space_keys(db, TEAM_SPACE)
    sealed = parcel.pack((), place=place, keys=keys, device=profiles.device_keys(db), entry=entry)
    return wire.Item(0, sealed.hash, sealed.envelope, (), "", "2026-11-24T09:00:00+00:00")


def _entry(name: str, make: Make, code: str) -> Callable[[Scene], None]:
    """Somebody sends a change, and the hub refuses it for this reason."""

    def install(scene: Scene) -> None:
        scene.round(name)
        session = scene.desk(name)
        answer = _pushed(scene, name, _with_entry(session, make(session)))
        assert answer.code == code, answer.code

    return install


def _helped(name: str, make: Make) -> Callable[[Scene], None]:
    """The same, and a hub that gives it out as if it counted."""

    def install(scene: Scene) -> None:
        session = scene.desk(name)
        item = _with_entry(session, make(session))
        as_order(scene, lambda items: [*items, item])

    return install


def _lets_in(role: str, capacity: wire.Capacity = "member", **changes: object) -> Make:
    def make(session: Session) -> wire.Entry:
        one = entries.as_member(DeviceKeys.generate(), "f9" * 16, role, capacity)
        membership, keys = spaces.membership(session.db, TEAM_SPACE), spaces.space_keys(session.db, TEAM_SPACE)
        made = entries.add_members(membership, keys, (one,))
        return replaced(made, add=(replaced(one, **changes),))

    return make


def _new_epoch(**changes: object) -> Make:
    def make(session: Session) -> wire.Entry:
        membership, keys = spaces.membership(session.db, TEAM_SPACE), spaces.space_keys(session.db, TEAM_SPACE)
        made, _ = entries.exchange(membership, keys, (), ())
        assert made.epoch is not None
        return replaced(made, epoch=replaced(made.epoch, **changes))

    return make


def _garbage(scene: Scene, epoch: bytes, code: str) -> None:
    """Femke stores bytes that are no key under the id of one that Joris waits for."""
    scene.round("femke")
    session = scene.desk("femke")
    key_id = next(iter(spaces.space_keys(session.db, TEAM_SPACE).dossiers))
    device = profiles.device_keys(session.db)
    signature = device.sign(wire.wrap_message(TEAM_SPACE, epoch, key_id, b"garbage"))
    garbage = wire.WrappedKey(key_id, TEAM_SPACE, epoch, device.device, b"garbage", signature)
    answer = _pushed(scene, "femke", own_parcel(session), (garbage,))
    assert answer.code == code, answer.code


def _garbage_key(scene: Scene) -> None:
    epoch = spaces.membership(scene.desk("femke").db, TEAM_SPACE).epoch
    assert epoch is not None
    _garbage(scene, epoch.key_id, "")


def _unproven_key(scene: Scene) -> None:
    """Under an epoch that is in no order."""
    _garbage(scene, b"e" * 16, "bad_key")


def _restored(scene: Scene, name: str, message: Callable[[Session], wire.Heal]) -> None:
    """The hub was put back and has no dossier key left; somebody comes first, with something of theirs."""
    for one in ("sanne", "femke"):
        scene.round(one)
    with scene.engine.begin() as connection:
        connection.execute(sa.delete(WRAPPED_KEY).where(WRAPPED_KEY.c.space == TEAM_SPACE))
    scene.another_life()
    with suppress(KnownError):
        scene.line(name).heal(message(scene.desk(name)))
    for one in ("sanne", "femke"):
        scene.round(one)


def _garbage_first(scene: Scene) -> None:
    def message(session: Session) -> wire.Heal:
        ids = tuple(spaces.space_keys(session.db, TEAM_SPACE).dossiers)
        device, epoch = profiles.device_keys(session.db), spaces.membership(session.db, TEAM_SPACE).epoch
        assert epoch is not None
        made = (
            wire.WrappedKey(
                one,
                TEAM_SPACE,
                epoch.key_id,
                device.device,
                b"garbage",
                device.sign(wire.wrap_message(TEAM_SPACE, epoch.key_id, one, b"garbage")),
            )
            for one in ids
        )
        return wire.Heal(TEAM_SPACE, 0, keys=tuple(made))

    _restored(scene, "femke", message)


def _says_go(scene: Scene) -> None:
    def message(session: Session) -> wire.Heal:
        seq, head = head_of(scene, "femke", TEAM_SPACE)
        device = profiles.device_keys(session.db)
        go = wire.Go(scene.identity.incarnation, seq, head, device.device, b"")
        signed = replaced(go, signature=device.sign(wire.go_message(TEAM_SPACE, go)))
        return wire.Heal(TEAM_SPACE, seq, go=signed)

    _restored(scene, "femke", message)


ATTACKS = (
    Attack("member stores garbage in a hub that was put back", _garbage_first, ""),
    Attack("member says that a hub goes on", _says_go, ""),
    Attack("admin lets the municipality in", _entry("sanne", _lets_in("coordinator"), "entry.role"), "kept:entry.role"),
    Attack("admin lets a GP into the team", _entry("sanne", _lets_in("gp"), "entry.role"), "kept:entry.role"),
    Attack(
        "admin lets in what nobody can seal to",
        _entry("sanne", _lets_in("youth_worker", seal_key=b"short"), "entry.device_id"),
        "kept:entry.device_id",
    ),
    Attack(
        "admin begins an epoch with a short key",
        _entry("sanne", _new_epoch(public_key=b"short"), "entry.epoch_key"),
        "kept:entry.epoch_key",
    ),
    Attack(
        "admin begins an epoch for nobody", _entry("sanne", _new_epoch(wraps={}), "entry.wraps"), "kept:entry.wraps"
    ),
    Attack(
        "member lets somebody in",
        _entry("femke", _lets_in("youth_worker"), "entry.not_an_admin"),
        "kept:entry.not_an_admin",
    ),
    Attack("member begins an epoch", _entry("femke", _new_epoch(), "entry.not_an_admin"), "kept:entry.not_an_admin"),
    Attack("member stores garbage as a key", _garbage_key, ""),
    Attack("member stores a key of an epoch that is none", _unproven_key, "kept:bad_key"),
    Attack(
        "admin and hub let the municipality in",
        _helped("sanne", _lets_in("coordinator")),
        f"{FORK} kept:entry.role",
        heals=False,
    ),
    Attack(
        "admin and hub begin an epoch with a short key",
        _helped("sanne", _new_epoch(public_key=b"short")),
        f"{FORK} kept:entry.epoch_key",
        heals=False,
    ),
    Attack(
        "member and hub let somebody in",
        _helped("femke", _lets_in("youth_worker")),
        f"{FORK} kept:entry.not_an_admin",
        heals=False,
    ),
)
