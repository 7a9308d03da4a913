"""Lies in the order of a space: parcels changed, left out, moved, added; signed by the hub itself where it can."""

from collections.abc import Callable
from typing import Any

import msgspec
import sqlalchemy as sa

from gpconnect.domain.operations import Operation
from gpconnect.hub.schema import PARCEL, WRAPPED_KEY
from gpconnect.services import profiles, spaces
from gpconnect.services.session import Session
from gpconnect.storage import erasure
from gpconnect.storage.connection import transaction
from gpconnect.sync import entries, parcel, wire
from gpconnect.sync.keys import DeviceKeys, DossierKey, EpochKey, SpaceKeys
from gpconnect.sync.parcel import Place
from gpconnect.sync.wraps import wrap_dossier_key
from tests.campaigns.evil import attacks
from tests.campaigns.evil.attacks import Attack, as_order, encode, header_of, on_pull, ordered, replaced, with_header
from tests.campaigns.evil.scene import TEAM_SPACE, Scene, head_of, write
from tests.services.conftest import PRACTICE

Items = list[wire.Item]
replace_item = msgspec.structs.replace


def _order(change: Callable[[Items], Items], **where: str) -> Callable[[Scene], None]:
    return lambda scene: as_order(scene, change, **where)


def _first(items: Items, item: wire.Item) -> Items:
    return [item, *items[1:]]


def _swapped(scene: Scene) -> None:
    """Other bytes under the hash that everybody knows."""

    def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
        first, *rest = answer.items
        return replaced(answer, items=(replace_item(first, envelope=first.envelope[:-1] + b"x"), *rest))

    on_pull(scene, lie, once=True)


def _items(change: Callable[[Items], Items]) -> Callable[[Scene], None]:
    """Other items under the true signature."""
    return lambda scene: on_pull(scene, lambda answer: replaced(answer, items=tuple(change(list(answer.items)))))


def _key(change: Callable[[Scene, wire.WrappedKey], wire.WrappedKey]) -> Callable[[Scene], None]:
    """Every wrapped key becomes another."""

    def install(scene: Scene) -> None:
        on_pull(scene, lambda answer: replaced(answer, keys=tuple(change(scene, one) for one in answer.keys)))

    return install


def _hubs_key(_scene: Scene, wrapped: wire.WrappedKey) -> wire.WrappedKey:
    """A dossier key that the hub made, wrapped under an epoch key that it made, under a member's name."""
    hub, epoch = DeviceKeys.generate(), EpochKey.generate()
    made = wrap_dossier_key(DossierKey.generate("d"), TEAM_SPACE, epoch, hub)
    return replace_item(made, epoch=wrapped.epoch, device=wrapped.device)


def _stranger(scene: Scene, space: str = TEAM_SPACE) -> tuple[DeviceKeys, wire.Header]:
    """A device of the hub's own, and what its first parcel says outside."""
    hub = DeviceKeys.generate()
    seq, head = head_of(scene, "joris", space)
    membership = spaces.membership(scene.desk("joris").db, space)
    assert membership.epoch is not None
    header = wire.Header(1, 1, space, membership.epoch.key_id, hub.device, b"life0000", 1, wire.ZERO_HASH, seq, head)
    return hub, header


def _signed(keys: DeviceKeys, header: wire.Header, body: bytes = b"sealed") -> wire.Item:
    payload = encode(wire.Payload(header, body))
    envelope = encode(wire.Envelope(payload, keys.sign(wire.PARCEL_MAGIC + payload)))
    return wire.Item(0, wire.parcel_hash(envelope), envelope, (), "", "2026-11-24T09:00:00+00:00")


def _added(make: Callable[[Scene], wire.Item]) -> Callable[[Scene], None]:
    """A parcel of the hub's making, before the others."""
    return lambda scene: as_order(scene, lambda items: [make(scene), *items])


def _lets_itself_in(scene: Scene) -> wire.Item:
    hub, header = _stranger(scene)
    member = entries.as_member(hub, "hub", "youth_worker", "member")
    return _signed(hub, replace_item(header, entry=wire.Entry(add=(member,))))


def _in_the_founders_name(scene: Scene) -> wire.Item:
    """The same, under the device of the admin."""
    hub, header = _stranger(scene)
    member = entries.as_member(hub, "hub", "youth_worker", "admin")
    admin = profiles.device_keys(scene.desk("sanne").db).device
    return _signed(hub, replace_item(header, device=admin, entry=wire.Entry(add=(member,))))


def _own_epoch(scene: Scene) -> wire.Item:
    """An epoch whose key the hub knows."""
    hub, header = _stranger(scene)
    key = EpochKey.generate()
    readers = spaces.membership(scene.desk("joris").db, TEAM_SPACE).readers()
    entry = wire.Entry(epoch=entries._epoch(key, TEAM_SPACE, readers, b""))
    return _signed(hub, replace_item(header, entry=entry))


def _founds_again(scene: Scene) -> wire.Item:
    hub, header = _stranger(scene)
    entry, _ = entries.found_space(hub, "hub", "youth_worker", TEAM_SPACE)
    return _signed(hub, replace_item(header, entry=entry))


def _from_the_practice(scene: Scene) -> wire.Item:
    with scene.engine.connect() as connection:
        row = connection.execute(sa.select(PARCEL).where(PARCEL.c.space == PRACTICE, PARCEL.c.seq == 1)).one()
    return wire.Item(0, bytes(row.digest), bytes(row.envelope), (), "", "2026-11-24T09:00:00+00:00")


def _old(seq: int) -> Callable[[Scene], wire.Item]:
    """A place of the team's order once more."""

    def make(scene: Scene) -> wire.Item:
        with scene.engine.connect() as connection:
            row = connection.execute(sa.select(PARCEL).where(PARCEL.c.space == TEAM_SPACE, PARCEL.c.seq == seq)).one()
        return wire.Item(0, bytes(row.digest), bytes(row.envelope), (), "", "2026-11-24T09:00:00+00:00")

    return make


def put_out(scene: Scene, name: str) -> None:
    """Sanne puts a device out of the team; everybody hears."""
    session = scene.desk("sanne")
    gone = profiles.device_keys(scene.desk(name).db).device
    membership = spaces.membership(session.db, TEAM_SPACE)
    keys = spaces.space_keys(session.db, TEAM_SPACE)
    entry, key = entries.remove_device(membership, keys, gone)
    with transaction(session.db):
        sealed = parcel.pack(
            (),
            place=spaces.next_place(session.db, TEAM_SPACE),
            keys=keys,
            device=profiles.device_keys(session.db),
            entry=entry,
        )
        spaces.store(session.db, TEAM_SPACE, sealed)
        spaces.put_keys(session.db, keys.with_epoch(key))
    scene.round("sanne")


def own_parcel(session: Session, keys: SpaceKeys | None = None, **changes: Any) -> wire.Item:
    """The next parcel of somebody who goes on writing, whatever the hub says."""
    operation = Operation(
        session.new_id(), TEAM_SPACE, None, "note.signed", session.new_id(), 1, session.now(), "", "", "", (), {}
    )
    db = session.db
    with transaction(db):
        place = spaces.next_place(db, TEAM_SPACE)
    sealed = parcel.pack(
        (operation,), place=place, keys=keys or spaces.space_keys(db, TEAM_SPACE), device=profiles.device_keys(db)
    )
    item = wire.Item(0, sealed.hash, sealed.envelope, (), "", "2026-11-24T09:00:00+00:00")
    return replace_item(item, **changes)


def _removed(scene: Scene) -> None:
    """Femke was put out; the hub takes a parcel of hers all the same, and gives it to Joris."""
    put_out(scene, "femke")
    scene.round("joris")
    item = own_parcel(scene.desk("femke"))
    _push_on(scene, item)


def _stale(scene: Scene) -> None:
    """Sanne's program had not heard of the new epoch; the hub should have said so, and took it."""
    old = spaces.space_keys(scene.desk("sanne").db, TEAM_SPACE)
    put_out(scene, "femke")
    scene.round("joris")
    _push_on(scene, own_parcel(scene.desk("sanne"), old))


def _push_on(scene: Scene, item: wire.Item) -> None:
    def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
        proof, items = ordered(scene, [item])
        return replaced(answer, proof=proof, items=items)

    on_pull(scene, lie, once=True)


def _split_view(scene: Scene) -> None:
    """Femke is shown the two dossiers the other way round; then she writes, and Joris reads what she saw."""
    as_order(scene, lambda items: items[::-1], victim="femke")
    scene.round("femke")
    scene.honest()
    scene.round("joris")
    item = own_parcel(scene.desk("femke"))
    seq, head = head_of(scene, "femke", TEAM_SPACE)
    header = header_of(item)
    assert (header.seen_seq, header.seen_head) == (seq, head)
    _push_on(scene, item)


def _claims(change: Callable[[tuple[bool, ...]], tuple[bool, ...]]) -> Callable[[Scene], None]:
    """The hub tells other grants than its own order gives: in that order, and at once to who sent the parcel."""

    def install(scene: Scene) -> None:
        def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
            items = tuple(replace_item(one, granted=change(one.granted)) for one in answer.items)
            return replaced(answer, items=items)

        attacks.on_both(scene, lie, lambda told: msgspec.structs.replace(told, granted=change(told.granted)), PRACTICE)

    return install


def _erased_key(scene: Scene) -> None:
    """A destroyed dossier's key and parcels come once more."""
    session = scene.desk("joris")
    scene.round("joris")
    write(session, "Saar")
    scene.round("joris")
    scene.round("sanne")
    with scene.engine.connect() as connection:
        rows = connection.execute(sa.select(WRAPPED_KEY).where(WRAPPED_KEY.c.space == TEAM_SPACE)).all()
    back = tuple(
        wire.WrappedKey(bytes(r.id), r.space, bytes(r.epoch), r.device, bytes(r.sealed), bytes(r.signature))
        for r in rows
    )
    keys = spaces.space_keys(session.db, TEAM_SPACE)
    gone = [one for one in keys.dossiers if one == back[-1].id]
    with transaction(session.db):
        erasure.refuse_keys(session.db, (erasure.RefusedKey(TEAM_SPACE, one, 99, whole=True) for one in gone))
        spaces.put_keys(session.db, keys.without_keys(gone))
    on_pull(scene, lambda answer: replaced(answer, keys=(*answer.keys, back[-1])))


def _to_contributor(scene: Scene) -> None:
    """Sanne only adds to the pilot's space; the hub gives her the bytes of what others sent there."""
    space = scene.desk("sanne").pilot_space
    put = scene.desk("marieke")
    item = _pilot_parcel(put, space)
    as_order(scene, lambda items: [*items, item], victim="sanne", space=space)


def _pilot_parcel(session: Session, space: str) -> wire.Item:
    operation = Operation(
        session.new_id(), space, None, "fact.counted", session.new_id(), 1, session.now(), "", "", "", (), {}
    )
    place = Place(space, b"another0", 1, wire.ZERO_HASH)
    sealed = parcel.pack(
        (operation,), place=place, keys=spaces.space_keys(session.db, space), device=profiles.device_keys(session.db)
    )
    return wire.Item(0, sealed.hash, sealed.envelope, (), "", "2026-11-24T09:00:00+00:00")


HEADER: dict[str, Any] = {
    "v": 2,
    "suite": 2,
    "space": "team/other",
    "epoch": bytes(16),
    "device": "0" * 32,
    "incarnation": bytes(8),
    "number": 7,
    "prev_hash": b"x" * 32,
    "seen_seq": 1,
    "seen_head": b"x" * 32,
    "claims": (wire.ClaimGroup(),),
    "entry": wire.Entry(),
}
HEADER_READS = {"space": "parcel.space", "device": "member.unknown"}


def _header(name: str) -> Callable[[Scene], None]:
    """The first parcel says something else outside."""
    return _order(lambda items: _first(items, with_header(items[0], **{name: HEADER[name]})))


FORK = "hub.alarm:hub.split_view"
"""The hub signed two orders, and the true one is asked for after the lie."""

ATTACKS = (
    *(
        Attack(
            f"header field {name} changed",
            _header(name),
            f"{FORK} kept:{HEADER_READS.get(name, 'parcel.signature')} kept:chain.gap",
            heals=False,
        )
        for name in HEADER
    ),
    Attack("other bytes under the same hash", _swapped, "hub.alarm:hub.swapped"),
    Attack(
        "parcel cut off",
        _order(lambda i: _first(i, replace_item(i[0], envelope=i[0].envelope[:-20]))),
        f"{FORK} kept:parcel.malformed kept:chain.gap",
        heals=False,
    ),
    Attack(
        "parcel too large",
        _order(lambda i: _first(i, replace_item(i[0], envelope=bytes(wire.MAX_PARCEL + 1)))),
        f"{FORK} kept:parcel.too_large kept:chain.gap",
        heals=False,
    ),
    Attack("place left out", _items(lambda i: i[1:]), "hub.alarm:hub.gap"),
    Attack("last place left out", _items(lambda i: i[:-1]), "hub.alarm:hub.omitted"),
    Attack("everything left out", _items(lambda _: []), "hub.alarm:hub.omitted"),
    Attack("place given twice", _items(lambda i: [i[0], *i]), "hub.alarm:hub.rolled_back"),
    Attack("places in another order", _items(lambda i: i[::-1]), "hub.alarm:hub.gap"),
    Attack(
        "place without bytes", _items(lambda i: _first(i, replace_item(i[0], envelope=b""))), "hub.alarm:hub.omitted"
    ),
    Attack("parcel left out, order signed", _order(lambda i: i[1:]), f"{FORK} kept:chain.gap", heals=False),
    Attack(
        "parcels in another order, signed",
        _order(lambda i: i[::-1]),
        f"{FORK} kept:chain.gap kept:chain.fork",
        heals=False,
    ),
    Attack("parcel given a second place", _order(lambda i: [*i, i[0]]), f"{FORK} kept:chain.fork", heals=False),
    Attack(
        "parcel withheld as if refused",
        _items(lambda i: _first(i, replace_item(i[0], envelope=b"", code="bad_key")) if i else i),
        FORK,
    ),
    Attack(
        "parcel withheld as if not for us",
        _items(lambda i: _first(i, replace_item(i[0], envelope=b"", code="sealed")) if i else i),
        "hub.alarm:hub.withheld",
    ),
    Attack(
        "parcel of another space",
        _added(_from_the_practice),
        f"{FORK} kept:parcel.space kept:hub.split_view",
        heals=False,
    ),
    Attack("old parcel once more", _added(_old(3)), f"{FORK} kept:chain.repeated kept:hub.split_view", heals=False),
    Attack(
        "old membership once more", _added(_old(2)), f"{FORK} kept:entry.device_known kept:hub.split_view", heals=False
    ),
    Attack("founding once more", _added(_old(1)), f"{FORK} kept:entry.device_known kept:hub.split_view", heals=False),
    Attack(
        "device of the hub's own",
        _added(lambda s: _signed(*_stranger(s))),
        f"{FORK} kept:member.unknown kept:hub.split_view",
        heals=False,
    ),
    Attack(
        "hub lets itself in", _added(_lets_itself_in), f"{FORK} kept:member.unknown kept:hub.split_view", heals=False
    ),
    Attack(
        "hub lets itself in as the admin",
        _added(_in_the_founders_name),
        f"{FORK} kept:parcel.signature kept:hub.split_view",
        heals=False,
    ),
    Attack(
        "epoch key of the hub's own", _added(_own_epoch), f"{FORK} kept:member.unknown kept:hub.split_view", heals=False
    ),
    Attack(
        "space founded by the hub",
        _added(_founds_again),
        f"{FORK} kept:member.unknown kept:hub.split_view",
        heals=False,
    ),
    Attack("key swapped for the hub's own", _key(_hubs_key), "waits:keys waits:keys"),
    Attack(
        "key with one byte changed",
        _key(lambda _, k: replace_item(k, sealed=k.sealed[:-1] + b"x")),
        "waits:keys waits:keys",
    ),
    Attack("key under another's name", _key(lambda _, k: replace_item(k, device="0" * 32)), "waits:keys waits:keys"),
    Attack("key of another space", _key(lambda _, k: replace_item(k, space=PRACTICE)), "waits:keys waits:keys"),
    Attack("keys left out", lambda s: on_pull(s, lambda a: replaced(a, keys=())), "hub.alarm:hub.keys"),
    Attack("parcel of who was put out", _removed, "kept:member.removed", heals=False),
    Attack("epoch that was over", _stale, "kept:parcel.epoch_stale", heals=False),
    Attack("two views of one order", _split_view, "kept:hub.split_view", heals=False),
    Attack(
        "slot granted to both", _claims(lambda g: tuple(True for _ in g)), "kept:hub.granted_otherwise", victim="peters"
    ),
    Attack(
        "slot granted to nobody",
        _claims(lambda g: tuple(False for _ in g)),
        "kept:hub.granted_otherwise",
        victim="peters",
    ),
    Attack(
        "grants left out",
        _claims(lambda _: ()),
        "kept:hub.granted_otherwise kept:hub.granted_otherwise",
        victim="peters",
    ),
    Attack("destroyed key brought back", _erased_key, ""),
    Attack("others' facts for who only adds", _to_contributor, "", heals=False, victim="sanne"),
)
