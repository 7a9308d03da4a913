"""A hub that starts an epoch of its own in a space, and devices that do not ask who signed for it."""

from typing import Any

import msgspec
import sqlalchemy as sa

from gpconnect.hub import pushing
from gpconnect.hub.ledger import Arrived
from gpconnect.hub.schema import HEAD, PARCEL
from gpconnect.sync import membership, opening, parcel, wire
from gpconnect.sync.contents import RawPayload
from gpconnect.sync.keys import DeviceKeys, EpochKey, seal
from gpconnect.sync.parcel import Place
from gpconnect.sync.wraps import wrap_epoch_key

_STRANGER: list[DeviceKeys] = []


def hub_made_key() -> None:
    """The hub hands out a key of its own, and nobody looks who signed for it."""
    real_place, real_author = pushing.place, opening._author

    def place(desk: Any, connection: Any, arrived: Any, head: Any, code: str) -> wire.PushAnswer:
        answer = real_place(desk, connection, arrived, head, code)
        if arrived.header.entry is not None and not code:
            forged = _forge(connection, arrived, answer)
            if forged is not None:
                row = connection.execute(sa.select(HEAD).where(HEAD.c.space == forged.header.space))
                real_place(desk, connection, forged, row.one(), "")
        return answer

    def author(header: wire.Header, seq: int, known: Any) -> wire.Member:
        if _STRANGER and header.device == _STRANGER[0].device:
            return wire.Member(
                header.device, "hub", "youth_worker", "admin", _STRANGER[0].sign_key, _STRANGER[0].seal_key
            )
        return real_author(header, seq, known)

    hub: Any = pushing
    devices: Any = opening
    hub.place, devices._author = place, author
    _let_in()


def _let_in() -> None:
    """The entry of the stranger is taken like anybody's."""
    real = membership.apply_entry

    def apply_entry(known: Any, header: wire.Header, seq: int, digest: bytes) -> Any:
        if header.entry is not None and _STRANGER and header.device == _STRANGER[0].device:
            return membership._changed(known, header.entry, "admin", seq)
        return real(known, header, seq, digest)

    module: Any = opening
    module.apply_entry = apply_entry


def _forge(connection: Any, arrived: Any, answer: wire.PushAnswer) -> Any:
    """A new epoch for all who were let in by entries that the hub has seen go by."""
    space = arrived.header.space
    if not space.startswith("team/"):
        return None
    if not _STRANGER:
        _STRANGER.append(DeviceKeys.generate())
    members = _members(connection, space)
    key = EpochKey.generate()
    wraps = {one.device: wrap_epoch_key(key, space, one) for one in members if one.capacity != "contributor"}
    entry = wire.Entry(epoch=wire.Epoch(key.key_id, key.public_key, wraps, b"made up"))
    where = Place(space, b"stranger", answer.seq, wire.ZERO_HASH, answer.seq, answer.head)
    header = parcel._encode_header(where, arrived.header.epoch, _STRANGER[0], (), entry)
    payload = msgspec.msgpack.encode(RawPayload(msgspec.Raw(header), seal(key.secret, b"parcel", b"", header)))
    envelope = msgspec.msgpack.encode(wire.Envelope(payload, _STRANGER[0].sign(wire.PARCEL_MAGIC + payload)))
    decoded = wire.decode_envelope(envelope)[1].header
    return Arrived(envelope, decoded, wire.parcel_hash(envelope), (), arrived.at)


def _members(connection: Any, space: str) -> list[wire.Member]:
    table = PARCEL
    query = sa.select(table.c.envelope).where(table.c.space == space, table.c.is_entry).order_by(table.c.seq)
    seated: dict[str, wire.Member] = {}
    for (envelope,) in connection.execute(query):
        entry = wire.decode_envelope(bytes(envelope))[1].header.entry
        if entry is None:
            continue
        for gone in entry.remove:
            seated.pop(gone.device, None)
        seated.update({one.device: one for one in entry.add})
    return list(seated.values())
