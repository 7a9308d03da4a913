"""What a person reads of a hub that was put back, and what only a person says: go on without, or go on with the others.

What they say is about what they saw: one place in the order, in one life of the hub. Is the hub further, or put back
once more, then what was said is gone, and they are asked again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

import msgspec
from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.domain.staff import Staff
from gpconnect.services import spaces
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.storage import healing as kept
from gpconnect.storage import meta, parcels, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire

_OPEN = "healing.open"
_GO = "healing.said"
_LEFT = "healing.left_behind"
_FORGOTTEN = "healing.forgotten"


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the order of a space, in one life of the hub.

    Attributes:
        life: the hub's incarnation.
        head: of the order at that place.
    """

    life: bytes
    seq: int
    head: bytes

    @classmethod
    def of(cls, proof: wire.HeadProof) -> Self:
        """Where the hub says that the order ends."""
        return cls(proof.incarnation, proof.seq, proof.head)


@dataclass(frozen=True, slots=True)
class NotBack:
    """What one device had sent that the hub has not got back, as far as this device read it.

    Attributes:
        who: name of whose device it is; empty when nobody here knows.
        ours: it is this device.
        changes: things done.
        bookings: of those, appointments that they are about.
        places: slots that were asked for or taken.
        let_in: devices that it let in.
        put_out: devices that it put out: without it they are in again.
    """

    who: str
    ours: bool
    changes: int
    bookings: int
    places: int
    let_in: int = 0
    put_out: int = 0


@dataclass(frozen=True, slots=True)
class HealingSpace:
    """A space that a restored hub is being made whole in, or in which it went on without this device.

    Attributes:
        family: ``common``, ``practice``, ``team`` or ``pilot``.
        name: the site's name, for a practice.
        waits: devices that have not told the hub yet how far they were.
        silent: whose those are, as far as this device knows them: name, and the first signs of the device.
        may_go_on: this device may say to go on without them.
        going_on: somebody here said so, and the hub has not heard it yet.
        not_back: what the hub has not got back, this device's own first.
        forgotten: the hub waits no more and others work on; this device goes on with them when somebody here says so.
    """

    space: str
    family: str
    name: str
    waits: int
    may_go_on: bool
    going_on: bool
    not_back: tuple[NotBack, ...] = ()
    forgotten: bool = False
    silent: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """The hub went on without what this device had read: how many things go out again, and how many were others'."""

    space: str
    family: str
    name: str
    at: datetime
    ours: int
    others: int


def healing_spaces(session: Session) -> tuple[HealingSpace, ...]:
    """The spaces in which a restored hub still waits for what it lacks, or went on without this device."""
    check(session, Intention.SYNC)
    db = session.db
    found = {
        space: _shown(session, space, _where(one), waits=one["waits"], silent=_silent(session, space, one))
        for space, one in _notes(db, _OPEN).items()
    }
    for space, one in _notes(db, _FORGOTTEN).items():
        found[space] = _shown(session, space, _where(one), forgotten=True, going_on=one["agreed"])
    return tuple(found[space] for space in sorted(found))


def go_on(session: Session, space: str) -> Changes:
    """Say, as an admin of the space, that the hub goes on without what nobody brought back; told in the next round.

    What is said names the place where the hub stands, with the head that this device worked out itself.

    Raises:
        KnownError: ``role.may_not``, ``space.not_an_admin``; ``healing.over``, the hub waits for nobody any more;
            ``healing.not_read``, the hub has more than this device has read; ``hub.alarm``, the hub has another order.
    """
    check(session, Intention.INVITE)
    if not spaces.membership(session.db, space).may_push(session.device, entry=True):
        raise KnownError("space.not_an_admin")
    noted = _notes(session.db, _OPEN).get(space)
    if noted is None:
        raise KnownError("healing.over")
    where = _where(noted)
    own = head_at(session, space, where.seq)
    if not own:
        raise KnownError("healing.not_read")
    if own != where.head:
        raise KnownError("hub.alarm", alarm="hub.split_view")
    with transaction(session.db):
        _keep(session.db, _GO, space, _plain(where))
    return Changes(frozenset({"outbox"}))


def rejoin(session: Session, space: str) -> Changes:
    """Go on with the others in a space that went on without this device; done in the next round. Nothing is lost.

    What this device had sent goes out again, as soon as it belongs to the space: an admin may have to let it in again.

    Raises:
        KnownError: ``role.may_not``; ``healing.over``, the hub knows this device after all.
    """
    check(session, Intention.SYNC)
    noted = _notes(session.db, _FORGOTTEN).get(space)
    if noted is None:
        raise KnownError("healing.over")
    with transaction(session.db):
        _keep(session.db, _FORGOTTEN, space, {**noted, "agreed": True})
    return Changes(frozenset({"outbox"}))


def left_behind(session: Session) -> tuple[LeftBehind, ...]:
    """Per space what the hub went on without, until somebody has read it."""
    check(session, Intention.SYNC)
    left = _notes(session.db, _LEFT)
    return tuple(
        LeftBehind(
            space,
            *_named(session.db, space),
            datetime.fromisoformat(one["at"]),
            one["ours"],
            one["others"],
        )
        for space, one in sorted(left.items())
    )


def put_away(session: Session, space: str) -> Changes:
    """Somebody has read what the hub went on without in this space."""
    check(session, Intention.SYNC)
    with transaction(session.db):
        _keep(session.db, _LEFT, space, None)
    return Changes(frozenset({"outbox"}))


def head_at(session: Session, space: str, seq: int) -> bytes:
    """The head of the order at a place, worked out from what this device itself has read; empty when it is further."""
    known = parcels.cursor(session.db, space)
    if seq > (known.seq if known else 0):
        return b""
    reached, head = spaces.mark_before(session.db, space, seq)
    while reached < seq:
        found = kept.links(session.db, space, reached, seq)
        if not found:
            return b""
        for place, digest, code in found:
            reached, head = place, wire.next_head(head, place, digest, code)
    return head


def is_noted(db: Database, space: str) -> bool:
    """Whether a restored hub waited for something in this space, as far as this device heard."""
    return space in _notes(db, _OPEN)


def note(db: Database, space: str, healed: wire.Healed | None) -> None:
    """Keep how far a restored hub is; a hub that is whole, or None, ends it and what was said. In a transaction."""
    waits = healed is not None and healed.open
    told = {"waits": healed.waits, "silent": list(healed.silent)} if healed else {}
    _keep(db, _OPEN, space, _plain(Where.of(healed.proof)) | told if waits and healed else None)
    if not waits:
        forget_go(db, space)


def said(db: Database, space: str) -> Where | None:
    """The place of which somebody here said that the hub goes on from it."""
    one = _notes(db, _GO).get(space)
    return _where(one) if one else None


def forget_go(db: Database, space: str) -> None:
    """What was said counts no more. In a transaction."""
    _keep(db, _GO, space, None)


def agreed(db: Database, space: str, where: Where) -> bool:
    """Whether somebody here said to go on with the others from this place."""
    one = _notes(db, _FORGOTTEN).get(space)
    return one is not None and one["agreed"] and _where(one) == where


def note_forgotten(db: Database, space: str, where: Where | None) -> None:
    """Keep that the hub went on without this device, and from where; None ends it. In a transaction."""
    _keep(db, _FORGOTTEN, space, _plain(where) | {"agreed": False} if where else None)


def note_left(session: Session, space: str, ours: int, others: int) -> None:
    """Keep what the hub went on without, for a person to read. In a transaction."""
    _keep(session.db, _LEFT, space, {"at": session.now().isoformat(), "ours": ours, "others": others})


def _shown(session: Session, space: str, where: Where, **how: Any) -> HealingSpace:
    may = not how.get("forgotten") and spaces.membership(session.db, space).may_push(session.device, entry=True)
    fields: dict[str, Any] = {"waits": 0, "going_on": said(session.db, space) == where, **how}
    missing = _not_back(session, space, where.seq)
    return HealingSpace(space, *_named(session.db, space), may_go_on=may, not_back=missing, **fields)


def _silent(session: Session, space: str, noted: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Whose the devices are that the hub named; one that this device does not know in the space is not shown."""
    seats = spaces.membership(session.db, space).seats
    names = {one.id: one.name for one in rows.where(session.db, Staff)} | {session.actor.staff_id: session.actor.name}
    known = [one for one in noted.get("silent", ()) if one in seats]
    return tuple(sorted((names.get(seats[one].member.staff, ""), one[:4]) for one in known))


def _not_back(session: Session, space: str, seq: int) -> tuple[NotBack, ...]:
    """What this device read after a place of the order, by whose device it is."""
    db = session.db
    names = {one.id: one.name for one in rows.where(db, Staff)} | {session.actor.staff_id: session.actor.name}
    seats, known = spaces.membership(db, space).seats, parcels.cursor(db, space)
    found: dict[str, dict[str, set[Any]]] = {}

    def of(device: str) -> dict[str, set[Any]]:
        kinds = ("changes", "bookings", "places", "let_in", "put_out")
        return found.setdefault(device, {kind: set() for kind in kinds})

    for done in kept.done_after(db, space, seq):
        of(done.device)["changes"].add(done.action)
        if done.kind.startswith("appointment."):
            of(done.device)["bookings"].add(done.record)
    for item in parcels.received(db, space, seq + 1, max(known.seq - seq, 0) if known else 0):
        header = _header(item.envelope)
        if header is not None:
            mine = of(header.device)
            mine["places"] |= {claim.id for group in header.claims for claim in group.claims}
            mine["let_in"] |= {one.device for one in (header.entry.add if header.entry else ())}
            mine["put_out"] |= {one.device for one in (header.entry.remove if header.entry else ())}
    made = [
        NotBack(
            names.get(seats[device].member.staff, "") if device in seats else "",
            device == session.device,
            **{kind: len(ids) for kind, ids in what.items()},
        )
        for device, what in found.items()
    ]
    return tuple(sorted(made, key=lambda one: (not one.ours, one.who)))


def _header(envelope: bytes) -> wire.Header | None:
    try:
        return wire.decode_envelope(envelope)[1].header
    except msgspec.DecodeError:
        return None


def _named(db: Database, space: str) -> tuple[str, str]:
    family, _, name = space.partition("/")
    site = rows.get(db, Site, name) if family == "practice" else None
    return family, site.name if site else ""


def _plain(where: Where) -> dict[str, Any]:
    return {"life": where.life.hex(), "seq": where.seq, "head": where.head.hex()}


def _where(plain: Mapping[str, Any]) -> Where:
    return Where(bytes.fromhex(plain["life"]), plain["seq"], bytes.fromhex(plain["head"]))


def _notes(db: Database, name: str) -> dict[str, dict[str, Any]]:
    return meta.get_meta(db, name) or {}


def _keep(db: Database, name: str, space: str, value: dict[str, Any] | None) -> None:
    before = _notes(db, name)
    after = {key: one for key, one in before.items() if key != space} | ({space: value} if value else {})
    if after != before:
        meta.put_meta(db, name, after)
