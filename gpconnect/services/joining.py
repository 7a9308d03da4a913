"""Coming in with a code: what the guest's device says, hears and pins, and how far its first round with the hub is.

The profile is made first, with a passphrase of the person's own, and belongs to nobody until the digits were compared:
then it takes the name, role and places that the admin invited. Everything is kept in the file, so that the program may
be closed while the admin is away. The same happens when a file that is somebody's already gets another code: a second
space for the same person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.readership import may_belong
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Role
from gpconnect.services import acting, profiles, spaces, syncing
from gpconnect.services.session import Actor, Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import meta, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import enrolment
from gpconnect.sync.enrolment import ANSWER, GUEST_WORD, HOST_WORD, OFFER, OPENING, REVEAL, Talk
from gpconnect.sync.membership import Membership
from gpconnect.sync.refusals import RefusedError

NOBODY = Actor("", "", Role.PRACTICE_ASSISTANT, "")
"""Whose a file is until somebody let it in: the role that sees least, in no space at all."""
_KEPT = "joining"
_HUB, _HUB_KEY = "hub", "hub_key"
_CHANGED = Changes(frozenset({"joining"}))
Letters = tuple[tuple[int, bytes], ...]
"""What must lie in a mailbox: slot and bytes."""
_ENDED = {
    enrolment.WITHDRAWN: "join.withdrawn",
    enrolment.EXPIRED: "join.expired",
    enrolment.DIFFERS: "join.ended",
    enrolment.OTHER_PERSON: "join.other_person",
}


@dataclass(frozen=True, slots=True)
class Fetching:
    """How far the first round is in one space: places read, of how many there were when the admin answered."""

    space: str
    read: int
    of: int

    @property
    def done(self) -> bool:
        """Whether everything that was there has been read."""
        return self.read >= self.of


@dataclass(frozen=True, slots=True)
class JoinView:
    """How far this file is with coming in.

    Attributes:
        stage: ``none`` (no code), ``looking`` (nobody at the hub knows the code yet), ``waiting`` (for the admin),
            ``compare``, ``admitting`` (the admin has to press as well), ``fetching``, ``done`` or ``ended``.
        digits: to compare, in stage ``compare`` and while the admin has not pressed.
        name: who this person will be, as the admin wrote it.
        fetching: per space, in the stages after comparing.
        trouble: code that says why it ended.
    """

    stage: str
    digits: str = ""
    name: str = ""
    role: str = ""
    organization: str = ""
    fetching: tuple[Fetching, ...] = ()
    trouble: str = ""


class _Joining(msgspec.Struct, frozen=True):
    secret: bytes
    nonce: bytes
    known: bool = False
    said: tuple[bytes, ...] = ()
    agreed: bool = False
    final: bytes = b""
    told: bool = False
    trouble: str = ""

    @property
    def talk(self) -> Talk:
        return Talk(self.secret, self.said)

    def offer(self) -> enrolment.Offer:
        """What the host offered; it was heard before."""
        return enrolment.hear_offer(Talk(self.secret, self.said[:OFFER]), self.said[OFFER])[1]


def begin(session: Session, typed: str, hub: str = "") -> Changes:
    """Somebody typed a code, with the address of the hub before it or apart. An earlier code is let go.

    Args:
        session: of the guest; the file may be nobody's yet.
        typed: sixteen signs; or the whole line of the invitation, the address first.
        hub: the address; not needed when the file knows it.

    Raises:
        KnownError: ``code.length``, ``code.typo``; ``join.hub_missing``, ``hub.address``; ``join.other_hub``: this
            file belongs to a pilot with another hub; ``join.under_way``: an earlier code was
            compared already.
    """
    acting.check(session, Intention.SYNC)
    before = _kept(session)
    if before is not None and before.agreed and view(session).stage not in {"done", "ended"}:
        raise KnownError("join.under_way")
    address, code = _split(typed)
    address = syncing.checked_address(address or hub).partition("#")[0]
    secret = enrolment.read_code(code)
    present = meta.get_meta(session.db, _HUB) or ""
    if not address and not present:
        raise KnownError("join.hub_missing")
    if address and present and session.actor.pilot and address != present:
        raise KnownError("join.other_hub")
    with transaction(session.db):
        meta.put_meta(session.db, _HUB, address or present)
        _put(session, _Joining(secret, enrolment.new_nonce()))
    return _CHANGED


def leave(session: Session) -> Changes:
    """Let the code go; another can be typed."""
    acting.check(session, Intention.SYNC)
    with transaction(session.db):
        key_store.remove_secret_blob(session.db, _KEPT)
    return _CHANGED


def compare(session: Session, *, same: bool) -> Changes:
    """What the person here says of the digits. Only then this file is somebody's and follows the spaces that it pinned.

    Raises:
        KnownError: ``join.not_yet``; ``join.other_root``: this file knows one of the spaces by another founding.
    """
    acting.check(session, Intention.SYNC)
    kept = _kept(session)
    if kept is None or kept.agreed or kept.trouble or not kept.talk.done:
        raise KnownError("join.not_yet")
    if not same:
        final = enrolment.last_word(kept.talk, GUEST_WORD, enrolment.DIFFERS)
        with transaction(session.db):
            _put(session, msgspec.structs.replace(kept, final=final, trouble="join.differs"))
        return _CHANGED
    offer = kept.offer()
    actor = _actor(session.actor, offer)
    final = enrolment.last_word(kept.talk, GUEST_WORD, enrolment.AGREED)
    with transaction(session.db):
        key_store.put_secret_blob(session.db, _HUB_KEY, offer.hub_key)
        for door in offer.doors:
            _pin(session, door)
        meta.put_meta(session.db, profiles.ACTOR, msgspec.to_builtins(actor))
        founds = {*(meta.get_meta(session.db, "founds") or ()), *offer.invited.founds}
        meta.put_meta(session.db, "founds", sorted(founds))
        _put(session, msgspec.structs.replace(kept, agreed=True, final=final))
    session.become(actor)
    return _CHANGED | Changes(frozenset({"membership"}))


def view(session: Session) -> JoinView:
    """How far it is.

    Raises:
        KnownError: ``hub.alarm``: the hub showed another order of a space than the admin's device saw.
    """
    acting.check(session, Intention.SYNC)
    kept = _kept(session)
    if kept is None:
        return JoinView("none")
    if kept.trouble:
        return JoinView("ended", trouble=kept.trouble)
    if len(kept.said) <= OFFER:
        return JoinView("waiting" if kept.known else "looking")
    offer = kept.offer()
    who = offer.invited
    digits = kept.talk.digits() if kept.talk.done else ""
    made = JoinView("waiting", digits, who.name, who.role, who.organization)
    if not kept.agreed:
        return replace(made, stage="compare" if digits else "waiting")
    fetching = tuple(_fetching(session, door) for door in offer.doors)
    inside = [spaces.membership(session.db, door.space).member(session.device) for door in offer.doors]
    stage = "fetching" if any(inside) else "admitting"
    if all(inside) and all(one.done for one in fetching):
        stage = "done"
    return replace(made, stage=stage, fetching=fetching)


def finish(session: Session) -> Changes:
    """Everything is here: the code is forgotten, and the program opens as every day.

    Raises:
        KnownError: ``join.not_yet``.
    """
    acting.check(session, Intention.SYNC)
    if view(session).stage != "done":
        raise KnownError("join.not_yet")
    with transaction(session.db):
        key_store.remove_secret_blob(session.db, _KEPT)
    return _CHANGED | Changes(frozenset({"membership"}))


# What happens in a round with the hub.


def awaited(session: Session) -> tuple[bytes, ...]:
    """The mailbox to look into, while there is something to say or hear."""
    kept = _kept(session)
    if kept is None or kept.told or (kept.trouble and not kept.final):
        return ()
    return (enrolment.mailbox(kept.secret),)


def heard(session: Session, slots: Mapping[int, bytes], hub_key: bytes) -> tuple[Changes, Letters]:
    """What the admin's device said, taken in; gives what must lie in the mailbox after it. Again does no harm."""
    kept = _kept(session)
    if kept is None:
        return Changes(), ()
    after = _listened(session, kept, slots, hub_key)
    if after != kept:
        with transaction(session.db):
            _put(session, after)
    letters = [(slot, message) for slot, message in enumerate(after.said) if slot not in {OFFER, REVEAL}]
    if after.final:
        letters.append((GUEST_WORD, after.final))
    wanted = tuple((slot, letter) for slot, letter in letters if slots.get(slot) != letter)
    return _CHANGED if after != kept else Changes(), wanted


def left(session: Session, slot: int) -> Changes:
    """The hub has this letter; after the last word nothing has to be said any more."""
    kept = _kept(session)
    if kept is None or slot != GUEST_WORD:
        return Changes()
    with transaction(session.db):
        _put(session, msgspec.structs.replace(kept, told=True))
    return _CHANGED


def taken(session: Session) -> Changes:
    """Somebody else answered to this code."""
    return _end(session, "join.taken")


def _listened(session: Session, kept: _Joining, slots: Mapping[int, bytes], hub_key: bytes) -> _Joining:
    if kept.trouble or not slots:
        return kept
    try:
        enrolment.check_kept(kept.talk, slots)
        if OPENING in slots and enrolment.hear_last_word(kept.talk, OPENING, slots[OPENING]) == enrolment.INVITES:
            kept = msgspec.structs.replace(kept, known=True)
        word = enrolment.hear_last_word(kept.talk, HOST_WORD, slots[HOST_WORD]) if HOST_WORD in slots else ""
        if word in _ENDED and not kept.agreed:
            return msgspec.structs.replace(kept, trouble=_ENDED[word])
        if not kept.known:
            return kept
        if not kept.said:
            return msgspec.structs.replace(kept, said=_card(session, kept).said)
        if len(kept.said) == OFFER and OFFER in slots:
            kept = _answer(session, kept, slots[OFFER], hub_key)
        if len(kept.said) == REVEAL and REVEAL in slots:
            kept = msgspec.structs.replace(kept, said=enrolment.hear_reveal(kept.talk, slots[REVEAL]).said)
    except RefusedError:
        # Made without the code, or changed on the way: nothing of it is believed, and a new code is a new try.
        return msgspec.structs.replace(kept, trouble="join.disturbed")
    return kept


def _card(session: Session, kept: _Joining) -> Talk:
    device, actor = profiles.device_keys(session.db), session.actor
    if not actor.pilot:
        return enrolment.give_card(kept.talk, device)
    return enrolment.give_card(kept.talk, device, actor.staff_id, actor.name, str(actor.role))


def _answer(session: Session, kept: _Joining, message: bytes, hub_key: bytes) -> _Joining:
    talk, offer = enrolment.hear_offer(kept.talk, message)
    trouble = _trouble_with(session.actor, offer, hub_key)
    if trouble:
        return msgspec.structs.replace(kept, trouble=trouble)
    return msgspec.structs.replace(kept, said=enrolment.give_number(talk, ANSWER, kept.nonce).said)


def _trouble_with(actor: Actor, offer: enrolment.Offer, hub_key: bytes) -> str:
    if offer.hub_key != hub_key:
        return "join.other_hub_key"
    who = offer.invited
    if who.role not in set(Role) or not all(may_belong(one.space, who.role, one.capacity) for one in offer.doors):
        return "join.other_person"
    if actor.pilot and (actor.staff_id, str(actor.role), actor.pilot) != (who.staff, who.role, who.pilot):
        return "join.other_person"
    return ""


def _actor(before: Actor, offer: enrolment.Offer) -> Actor:
    """The person as invited; who was somebody already only gets more places to work."""
    who = offer.invited
    ids = {
        family: [one.space.partition("/")[2] for one in offer.doors if one.space.startswith(family)]
        for family in ("team/", "practice/")
    }
    sites = tuple(dict.fromkeys((*before.site_ids, *who.site_ids, *ids["practice/"])))
    team = next(iter(ids["team/"]), "") or before.team_id or who.team_id
    if before.pilot:
        return replace(before, site_ids=sites, team_id=team)
    return Actor(who.staff, who.name, Role(who.role), who.pilot, sites, team, who.organization)


def _pin(session: Session, door: enrolment.Door) -> None:
    """This founding and no other: the space must turn out to be the one of the person who compared the digits."""
    known = spaces.membership(session.db, door.space)
    if known.root not in {b"", door.root}:
        raise KnownError("join.other_root")
    if not known.seats:
        spaces.put_membership(session.db, Membership(door.space, door.root))
    spaces.join(session.db, door.space)


def _fetching(session: Session, door: enrolment.Door) -> Fetching:
    cursor = parcels.cursor(session.db, door.space)
    seen = spaces.head_at(session.db, door.space, door.seq)
    if seen not in {None, door.head}:
        raise KnownError("hub.alarm", alarm="join.other_head")
    return Fetching(door.space, min(cursor.seq if cursor else 0, door.seq), door.seq)


def _split(typed: str) -> tuple[str, str]:
    """The address and the code out of one line."""
    words = typed.split()
    address = next((one for one in words if "://" in one), "")
    return address, " ".join(one for one in words if one != address)


def _end(session: Session, trouble: str) -> Changes:
    kept = _kept(session)
    if kept is None or kept.trouble:
        return Changes()
    with transaction(session.db):
        _put(session, msgspec.structs.replace(kept, trouble=trouble, final=b""))
    return _CHANGED


def _kept(session: Session) -> _Joining | None:
    stored = key_store.secret_blob(session.db, _KEPT)
    return msgspec.msgpack.decode(stored, type=_Joining) if stored else None


def _put(session: Session, kept: _Joining) -> None:
    key_store.put_secret_blob(session.db, _KEPT, msgspec.msgpack.encode(kept))
