"""The recovery key of a space: on paper with the employer, so that paper and hub bring everything back.

It is a member like any other in the log of the space, with the capacity to read and to let a new computer in, and to
do nothing else. Its private half follows from the code on the paper and is in no file; each space has at most one, and
a new one ends the one before. The team's is kept by the employer, the practice's by the practice, never by the
municipality.
"""

import hmac
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

import msgspec

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Role
from gpconnect.domain.typed import clean_line
from gpconnect.services import acting, draft_copies, enrolling, pending_entries, profiles, spaces
from gpconnect.services.session import Actor, Session
from gpconnect.services.space_rounds import MOST_IDLE
from gpconnect.storage import keys as key_store
from gpconnect.storage import meta, paper_keys, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import chain, entries, opening, parcel, wire
from gpconnect.sync.client import HubClient, http_send
from gpconnect.sync.keys import SEAL_SEED, DeviceKeys, SpaceKeys, derive, new_incarnation
from gpconnect.sync.membership import Membership, apply_entry
from gpconnect.sync.refusals import AlarmError, ParkedError, RefusedError

FAMILIES = ("team", "practice", "common", "pilot")
_STAFF = "recovery-"
_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class NewKey:
    """What will stand on the paper; it opens nothing until it was typed back.

    Attributes:
        code: one row of seven groups, or two when the space has a number for a name.
        name: of a space that has none, typed after the code.
        root: fingerprint of the founding, to compare on the screen.
    """

    space: str
    code: str
    name: str
    hub: str
    root: str
    made: date


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody in the space that was found, known by role alone: names are elsewhere."""

    staff: str
    role: str
    devices: int


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """A space that the paper opens, as the hub holds it.

    Attributes:
        key: of the paper.
        root: fingerprint, to compare with the paper.
        people: who was in it.
        hub_key: of the hub that was asked.
    """

    space: str
    key: DeviceKeys
    membership: Membership
    keys: SpaceKeys
    order: chain.Order
    pilot: str
    root: str
    people: tuple[Colleague, ...]
    hub_key: bytes


class Hub(Protocol):
    """The hub as restoring needs it, spoken to with the key on the paper."""

    hub_key: bytes | None

    def health(self) -> object:
        """Learn who the hub is."""

    def register(self) -> None:
        """Make the key on the paper known."""

    def push(self, parcel: wire.Push) -> wire.PushAnswer:
        """Send one parcel."""

    def pull(self, space: str, seq: int = 0, key_cursor: int = 0, limit: int = 100) -> wire.PullAnswer:
        """Ask for the next stretch."""


def begin(session: Session, space: str) -> NewKey:
    """A new recovery key for a space that this device administers. An earlier paper stays good until this one stands.

    Raises:
        KnownError: ``space.not_an_admin``.
    """
    acting.check(session, Intention.INVITE)
    enrolling.require_admin(session, space)
    secret = paper_keys.secret_of(paper_keys.new_code())
    number = _number(space)
    code = paper_keys.code_of(secret + number)
    membership = spaces.membership(session.db, space)
    hub = meta.get_meta(session.db, "hub") or ""
    return NewKey(space, code, "" if number else space, hub, fingerprint(membership.root), session.today())


def finish(session: Session, sheet: NewKey, typed: str) -> Changes:
    """The code was typed back from paper. Once that stands in the order it counts, and an earlier one no more.

    Raises:
        KnownError: ``paper.length``, ``paper.typo``, ``paper.typos``, ``recovery.other_sheet``, ``space.not_an_admin``.
    """
    acting.check(session, Intention.INVITE)
    enrolling.require_admin(session, sheet.space)
    secret, _ = _read(sheet.code if not sheet.name else f"{sheet.code} {sheet.name}")
    again, _ = _read(typed)
    if not hmac.compare_digest(secret, again):
        raise KnownError("recovery.other_sheet")
    key, actor = keys_of(secret), session.actor
    member = entries.as_member(key, _STAFF + actor.pilot, str(actor.role), "recovery")
    with transaction(session.db):
        pending_entries.replace_recovery(session, sheet.space, member)
    return Changes(frozenset({"membership"}), frozenset({sheet.space}))


def keys_of(secret: bytes) -> DeviceKeys:
    """The keys that follow from the code on the paper."""
    return DeviceKeys(derive(secret, b"recovery sign"), derive(secret, b"recovery seal", SEAL_SEED))


def fingerprint(root: bytes) -> str:
    """A founding as people compare it: three groups of four."""
    text = root.hex()[:12].upper()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


# The only laptop is gone: on a new computer, with paper and hub.


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """Where the hub is, and the paper that is shown there. Each question opens a connection and ends it again.

    In between somebody reads and thinks, and may lock the computer or walk away: nothing stays open for them.
    """

    url: str
    typed: str
    key: DeviceKeys

    def look(self) -> Found:
        """What the paper opens there.

        Raises:
            KnownError: see `look`.
        """
        with closing(http_send(self.url)) as send:
            return look(HubClient(send, self.key), self.typed)

    def let_in(self, found: Found, member: wire.Member) -> None:
        """With the key on the paper: this computer is in. Again does no harm.

        Raises:
            KnownError: see `let_in`; ``hub.proof`` when it is no longer the hub that was looked at.
        """
        with closing(http_send(self.url)) as send:
            let_in(HubClient(send, found.key, found.hub_key), found, member)


def line(address: str, typed: str) -> Line:
    """The way to the hub with the key on the paper; nothing is sent yet.

    Raises:
        KnownError: ``hub.address``, ``paper.length``, ``paper.typo``, ``paper.typos``.
    """
    key = keys_of(_read(typed)[0])
    url = address.strip().rstrip("/")
    http_send(url).close()
    return Line(url, typed, key)


def look(hub: Hub, typed: str) -> Found:
    """What the paper opens at this hub. Needs the network and no file.

    Raises:
        KnownError: ``paper.length``, ``paper.typo``, ``paper.typos``; ``recovery.unknown``: the hub knows no space with
            this key; ``hub.alarm``, or why the hub cannot be reached.
    """
    secret, wanted = _read(typed)
    key = keys_of(secret)
    hub.health()
    hub.register()
    for space in wanted:
        try:
            membership, order = _follow(hub, space)
        except KnownError as error:
            if error.code not in {"hub.not_member", "hub.unknown_space"}:
                raise
            continue
        me = membership.member(key.device)
        if me is not None:
            keys = entries.learn_epochs(membership, SpaceKeys(space), key)
            root, pilot = fingerprint(membership.root), me.staff.removeprefix(_STAFF)
            return Found(space, key, membership, keys, order, pilot, root, _colleagues(membership), hub.hub_key or b"")
    raise KnownError("recovery.unknown")


def let_in(hub: Hub, found: Found, member: wire.Member) -> None:
    """With the key on the paper: this computer is in, and administers the space. Again does no harm.

    Raises:
        KnownError: ``recovery.refused``: the hub did not take it; look again and try once more.
    """
    if found.membership.member(member.device) is not None:
        return
    entry = entries.add_members(found.membership, found.keys, (member,))
    place = parcel.Place(found.space, new_incarnation(), 1, wire.ZERO_HASH, found.order.seq, found.order.head)
    sealed = parcel.pack((), place=place, keys=found.keys, device=found.key, entry=entry)
    answer = hub.push(wire.Push(sealed.envelope))
    if answer.status not in {"ok", "duplicate"}:
        raise KnownError("recovery.refused", reason=answer.code)


def new_member(session: Session, found: Found, staff: str) -> wire.Member:
    """This computer as the paper will let it in: as the colleague who it was.

    Raises:
        KnownError: ``recovery.who``: nobody with this id was in the space; ``recovery.other_person``.
    """
    acting.check(session, Intention.SYNC)
    role = next((one.role for one in found.people if one.staff == staff), "")
    if not role:
        raise KnownError("recovery.who")
    _require_same(session, found, staff)
    return entries.as_member(profiles.device_keys(session.db), staff, role, "admin")


def _require_same(session: Session, found: Found, staff: str) -> None:
    """A file that is somebody's already takes a paper of that person's own pilot only.

    Raises:
        KnownError: ``recovery.other_person``.
    """
    actor = session.actor
    if actor.pilot and (actor.pilot, actor.staff_id) != (found.pilot, staff):
        raise KnownError("recovery.other_person")


def settle(session: Session, found: Found, member: wire.Member, name: str, address: str) -> Changes:
    """The hub let this computer in: the file is that person's now, and the next round brings everything.

    Each paper brings the one space that it is of; whoever has a second paper adds that to what the first brought.

    Raises:
        KnownError: ``invitation.name_missing``; ``recovery.other_person``: the file is somebody else's, or of another
            pilot.
    """
    acting.check(session, Intention.SYNC)
    name = clean_line(name)
    if not name:
        raise KnownError("invitation.name_missing")
    _require_same(session, found, member.staff)
    family, _, number = found.space.partition("/")
    before = session.actor
    team = number if family == "team" else before.team_id
    sites = tuple(dict.fromkeys((*before.site_ids, *([number] if family == "practice" else ()))))
    actor = Actor(member.staff, name, Role(member.role), found.pilot, sites, team, before.organization)
    with transaction(session.db):
        meta.put_meta(session.db, "hub", address.strip().rstrip("/"))
        meta.put_meta(session.db, profiles.ACTOR, msgspec.to_builtins(actor))
        key_store.put_secret_blob(session.db, "hub_key", found.hub_key)
        if not spaces.membership(session.db, found.space).seats:
            spaces.put_membership(session.db, Membership(found.space, found.membership.root))
        spaces.join(session.db, found.space)
        if family == "team":  # what the lost laptop was writing is sealed to the paper of the team
            draft_copies.keep_paper(session, actor, found.key)
    session.become(actor)
    return Changes(frozenset({"membership"}), frozenset({found.space}))


def restored(session: Session, found: Found) -> tuple[int, int]:
    """How far the first round is: places read, of how many there were."""
    acting.check(session, Intention.SYNC)
    cursor = parcels.cursor(session.db, found.space)
    return min(cursor.seq if cursor else 0, found.order.seq), found.order.seq


def _follow(hub: Hub, space: str) -> tuple[Membership, chain.Order]:
    seen, order, idle = _Seen(Membership(space)), chain.Order(space), 0
    while idle < MOST_IDLE:
        answer = hub.pull(space, order.seq)
        try:
            order = chain.follow_order(order, answer, hub.hub_key or b"").order
        except (AlarmError, ParkedError) as alarm:
            raise KnownError("hub.alarm", alarm=alarm.code) from alarm
        before = seen.parcels
        for item in answer.items:
            seen = _after(seen, item)
        if not (answer.items and answer.more):
            return seen.membership, order
        idle = 0 if seen.parcels > before else idle + 1
    raise KnownError("hub.alarm", alarm="hub.endless")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the order of a space gave so far; `parcels` counts what members signed, each once."""

    membership: Membership
    chains: chain.Chains = field(default_factory=chain.Chains)
    parcels: int = 0


def _after(seen: _Seen, item: wire.Item) -> _Seen:
    """Every replica skips what was not made by the rules; so does this one."""
    if not item.envelope:
        return seen
    try:
        verified = opening.verify_parcel(item.envelope, item.seq, seen.membership)
        membership = apply_entry(seen.membership, verified.header, item.seq, verified.digest)
    except RefusedError:
        return seen
    chains, alarm = seen.chains.follow(verified.header, verified.digest)
    again = alarm in {"chain.repeated", "chain.fork"}
    return _Seen(membership, chains, seen.parcels + (not again))


def _colleagues(membership: Membership) -> tuple[Colleague, ...]:
    people = [one for one in membership.members() if one.capacity in {"admin", "member"}]
    staff = dict.fromkeys(one.staff for one in people)
    roles = {one.staff: one.role for one in people}
    return tuple(Colleague(one, roles[one], sum(other.staff == one for other in people)) for one in staff)


def _number(space: str) -> bytes:
    """The 16 bytes behind the name of a space; nothing when it is called otherwise."""
    name = space.partition("/")[2]
    try:
        number = bytes.fromhex(name)
    except ValueError:
        return b""
    return number if len(number) == _ID_BYTES and number.hex() == name else b""


def _read(typed: str) -> tuple[bytes, Sequence[str]]:
    """The secret behind what stands on a paper, and the spaces that it may be of."""
    words = typed.split()
    named = next((one for one in words if "/" in one), "")
    code = " ".join(one for one in words if one != named)
    if named:
        return paper_keys.secret_of(code), (named.lower(),)
    both = paper_keys.secret_of(code, 2 * paper_keys.ROW_BYTES)
    return both[: paper_keys.ROW_BYTES], [f"{family}/{both[paper_keys.ROW_BYTES :].hex()}" for family in FAMILIES]
