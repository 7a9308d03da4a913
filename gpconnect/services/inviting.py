"""Inviting somebody, from inside the spaces that this device administers: a code, six digits to compare, an entry.

The code goes from hand to hand: on paper or read aloud, never through the municipality's mail. It is good for one
device and 24 hours. What the two devices say to each other under it stands in `gpconnect.sync.enrolment`; it happens in
the rounds with the hub, so either of them may be off for a while. Nobody comes in before a person said that the digits
on both screens are the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention, may
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import clean_line
from gpconnect.services import acting, enrolling, guests, own_devices, pending_entries, profiles, spaces
from gpconnect.services.guests import Guest
from gpconnect.services.session import Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import meta, parcels, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync import enrolment, wire
from gpconnect.sync.enrolment import ANSWER, CARD, GUEST_WORD, HOST_WORD, OPENING, REVEAL, Talk
from gpconnect.sync.refusals import RefusedError

GOOD_FOR = timedelta(hours=24)
KEPT_FOR = timedelta(days=7)
"""How long an invitation that has ended stays in sight."""
MOST_OPEN = 20
_PREFIX = "invitation:"
_CHANGED = Changes(frozenset({"invitation"}))
Letters = tuple[tuple[int, bytes], ...]
"""What must lie in a mailbox: slot and bytes."""


@dataclass(frozen=True, slots=True)
class InvitationView:
    """An invitation as its maker sees it.

    Attributes:
        id: to name it to these services.
        code: four groups of four signs; empty once it is spent.
        hub: address that the guest types, beside the code.
        stage: ``open`` (nobody answered yet), ``meeting`` (their devices are talking), ``compare`` (digits to compare),
            ``admitted``, ``in`` (everybody has heard it) or ``ended``.
        digits: to compare, in stage ``compare``.
        trouble: code that says why it ended.
    """

    id: str
    name: str
    role: str
    spaces: tuple[str, ...]
    code: str
    hub: str
    until: datetime
    stage: str
    digits: str = ""
    trouble: str = ""


class _Invitation(msgspec.Struct, frozen=True):
    secret: bytes
    nonce: bytes
    invited: enrolment.Invited
    known: bool
    doors: tuple[tuple[str, wire.Capacity], ...]
    made_at: datetime
    until: datetime
    opening: bytes
    said: tuple[bytes, ...] = ()
    word: str = ""
    final: bytes = b""
    trouble: str = ""
    told: bool = False

    @property
    def talk(self) -> Talk:
        return Talk(self.secret, self.said)

    def ended(self, word: str, trouble: str = "") -> "_Invitation":
        """With a last word, made once: what lies at the hub never changes."""
        final = enrolment.last_word(self.talk, HOST_WORD, word)
        return msgspec.structs.replace(self, word=word, final=final, trouble=trouble)


def invite(session: Session, guest: Guest, wanted: Sequence[str]) -> InvitationView:
    """Make a code that lets one device into these spaces.

    Raises:
        KnownError: ``space.not_an_admin``, ``space.not_yours`` (somebody in this role never belongs there),
            ``invitation.nowhere``, ``invitation.name_missing``, ``invitation.site_missing`` (a GP or assistant without
            a practice), ``invitation.too_many``.
    """
    acting.check(session, Intention.INVITE)
    name = clean_line(guest.name)
    if not name:
        raise KnownError("invitation.name_missing")
    if not wanted:
        raise KnownError("invitation.nowhere")
    for space in wanted:
        enrolling.require_admin(session, space)
    now = session.now()
    if sum(not one.word and one.until > now for one in _all(session).values()) >= MOST_OPEN:
        raise KnownError("invitation.too_many", most=MOST_OPEN)
    teams = [one.invited.team_id for one in _all(session).values() if one.invited.team_id]
    invited = guests.invited(session, guest, name, teams)
    doors = tuple((space, guests.capacity_of(space, invited.role, admin=guest.admin)) for space in wanted)
    guests.require_practice(invited, wanted)
    secret = enrolment.new_code()
    made = _Invitation(
        secret,
        enrolment.new_nonce(),
        invited,
        bool(guest.staff),
        doors,
        now,
        now + GOOD_FOR,
        enrolment.last_word(Talk(secret), OPENING, enrolment.INVITES),
    )
    box = enrolment.mailbox(made.secret).hex()
    with transaction(session.db):
        _put(session, box, made)
    return _view(session, box, made)


def cancel(session: Session, box: str) -> Changes:
    """A code that is no longer wanted opens nothing from now on."""
    acting.check(session, Intention.INVITE)
    return _end(session, box, enrolment.WITHDRAWN, "invitation.cancelled")


def invitations(session: Session) -> tuple[InvitationView, ...]:
    """The invitations of this device that are under way or ended lately, newest first."""
    acting.check(session, Intention.INVITE)
    made = sorted(_all(session).items(), key=lambda one: one[1].made_at, reverse=True)
    return tuple(_view(session, box, one) for box, one in made)


def compare(session: Session, box: str, *, same: bool) -> Changes:
    """What the person here says of the digits on both screens; only then somebody is let in.

    Args:
        session: of the admin.
        box: of the invitation.
        same: both screens show the same digits, as the other said aloud.

    Raises:
        KnownError: ``invitation.not_yet``, nothing to compare; ``space.not_an_admin``; ``invitation.expired``.
    """
    acting.check(session, Intention.INVITE)
    kept = _all(session).get(box)
    if kept is None or kept.word or not kept.talk.done:
        raise KnownError("invitation.not_yet")
    if session.now() > kept.until:
        _end(session, box, enrolment.EXPIRED, "invitation.expired")
        raise KnownError("invitation.expired")
    if not same:
        return _end(session, box, enrolment.DIFFERS, "invitation.differs")
    members = _members(session, kept)
    # All of it or nothing: a device that came in while this screen still asked, would be in without an answer.
    with acting.acting(session, Intention.INVITE) as action:
        for space, member in members:
            pending_entries.admit(session, space, (member,))
        _write_down(action, kept)
        if kept.invited.staff == session.actor.staff_id:
            # Their own second computer, which lay beside this one.
            own_devices.note(session, _guest_device(kept))
        _put(session, box, kept.ended(enrolment.ADMITTED))
    return action.changes | Changes(frozenset({"membership"}), frozenset(dict(kept.doors))) | _CHANGED


# What happens in a round with the hub.


def awaited(session: Session) -> tuple[bytes, ...]:
    """The mailboxes to look into; forgets what ended long ago."""
    now, boxes = session.now(), []
    for box, kept in _all(session).items():
        if now > kept.until + KEPT_FOR:
            with transaction(session.db):
                key_store.remove_secret_blob(session.db, _PREFIX + box)
        elif not kept.told:
            boxes.append(bytes.fromhex(box))
    return tuple(boxes)


def heard(session: Session, name: bytes, slots: Mapping[int, bytes]) -> tuple[Changes, Letters]:
    """What the guest said, taken in; gives what must lie in the mailbox after it. Again does no harm."""
    box = name.hex()
    kept = _all(session).get(box)
    if kept is None:
        return Changes(), ()
    after = _listened(session, kept, slots)
    if after != kept:
        with transaction(session.db):
            _put(session, box, after)
    letters = tuple((slot, letter) for slot, letter in _letters(session, after) if slots.get(slot) != letter)
    return _CHANGED if after != kept else Changes(), letters


def left(session: Session, name: bytes, slot: int) -> Changes:
    """The hub has this letter; after the last word the code is forgotten."""
    kept = _all(session).get(name.hex())
    if kept is None or slot != HOST_WORD:
        return Changes()
    spent = msgspec.structs.replace(kept, told=True, secret=b"", nonce=b"", said=(), opening=b"", final=b"")
    with transaction(session.db):
        _put(session, name.hex(), spent)
    return _CHANGED


def taken(session: Session, name: bytes) -> Changes:
    """Something else lies where this device wanted to leave a letter: the conversation is over."""
    return _end(session, name.hex(), enrolment.DIFFERS, "invitation.disturbed", told=True)


def _listened(session: Session, kept: _Invitation, slots: Mapping[int, bytes]) -> _Invitation:
    if not kept.word and session.now() > kept.until:
        return kept.ended(enrolment.EXPIRED, "invitation.expired")
    try:
        enrolment.check_kept(kept.talk, slots)
        while not kept.word and len(kept.said) in slots and len(kept.said) in {CARD, ANSWER}:
            kept = _answered(session, kept, slots[len(kept.said)])
        if not kept.word and GUEST_WORD in slots:
            word = enrolment.hear_last_word(kept.talk, GUEST_WORD, slots[GUEST_WORD])
            if word == enrolment.DIFFERS:
                return kept.ended(enrolment.DIFFERS, "invitation.differs")
    except RefusedError:
        # Made without the code, or something in between changed it: nobody is let in, and a new code is a new try.
        return kept.ended(enrolment.DIFFERS, "invitation.disturbed")
    return kept


def _answered(session: Session, kept: _Invitation, message: bytes) -> _Invitation:
    if kept.said:
        talk = enrolment.give_number(enrolment.hear_answer(kept.talk, message), REVEAL, kept.nonce)
        return msgspec.structs.replace(kept, said=talk.said)
    talk, card = enrolment.hear_card(kept.talk, message)
    if not _is_who_was_invited(session, kept, card):
        return kept.ended(enrolment.OTHER_PERSON, "invitation.other_person")
    invited = msgspec.structs.replace(kept.invited, staff=card.staff or kept.invited.staff)
    doors = tuple(_door(session, space, capacity) for space, capacity in kept.doors)
    hub_key = key_store.secret_blob(session.db, "hub_key") or b""
    device = profiles.device_keys(session.db)
    talk = enrolment.make_offer(talk, device, invited, doors, hub_key, kept.nonce)
    return msgspec.structs.replace(kept, said=talk.said, invited=invited)


def _is_who_was_invited(session: Session, kept: _Invitation, card: enrolment.Card) -> bool:
    """A file that is somebody's already may only come in as that person, and nobody as a colleague by a new code."""
    if not card.staff:
        return True
    if card.role != kept.invited.role:
        return False
    return card.staff == kept.invited.staff if kept.known else card.staff not in _known_staff(session)


def _known_staff(session: Session) -> set[str]:
    seated = {
        seat.member.staff
        for space in spaces.followed(session.db)
        for seat in spaces.membership(session.db, space).seats.values()
    }
    return seated | {one.id for one in rows.where(session.db, Staff)} | {session.actor.staff_id}


def _door(session: Session, space: str, capacity: wire.Capacity) -> enrolment.Door:
    cursor = parcels.cursor(session.db, space)
    assert cursor is not None, "who administers a space has read its founding"
    return enrolment.Door(space, spaces.membership(session.db, space).root, cursor.seq, cursor.head, capacity)


def _letters(session: Session, kept: _Invitation) -> list[tuple[int, bytes]]:
    if kept.told:
        return []
    letters = [(OPENING, kept.opening)]
    letters += [(slot, message) for slot, message in enumerate(kept.said) if slot not in {CARD, ANSWER}]
    # That somebody is in is said once everybody can have heard it.
    if kept.word and (kept.word != enrolment.ADMITTED or _is_in(session, kept)):
        letters.append((HOST_WORD, kept.final))
    return letters


def _is_in(session: Session, kept: _Invitation) -> bool:
    device = _guest_device(kept)
    return all(device in spaces.membership(session.db, space).seats for space, _ in kept.doors)


def _guest_device(kept: _Invitation) -> str:
    _, card = enrolment.hear_card(Talk(kept.secret), kept.said[CARD])
    return wire.device_id(card.sign_key)


def _members(session: Session, kept: _Invitation) -> tuple[tuple[str, wire.Member], ...]:
    """The guest's device as it comes into each space.

    Raises:
        KnownError: ``space.not_an_admin``, ``space.not_yours``.
    """
    _, card = enrolment.hear_card(Talk(kept.secret), kept.said[CARD])
    device, who = wire.device_id(card.sign_key), kept.invited
    made = []
    for space, capacity in kept.doors:
        enrolling.require_admin(session, space)
        member = wire.Member(device, who.staff, who.role, capacity, card.sign_key, card.seal_key)
        made.append((space, enrolling.seated(space, member, capacity)))
    return tuple(made)


def _write_down(action: acting.Action, kept: _Invitation) -> None:
    """The coordinator tells everybody who the newcomer is; others only let in whom the pilot knows."""
    who, session = kept.invited, action.session
    if session.common_space not in dict(kept.doors) or not may(session.actor.role, Intention.ADMINISTER):
        return
    known = rows.get(session.db, Staff, who.staff)
    if known is None:
        action.write(Staff(who.staff, who.name, Role(who.role), who.organization, who.site_ids, who.team_id))
    elif not set(who.site_ids) <= set(known.site_ids):
        action.write(replace(known, site_ids=tuple(dict.fromkeys((*known.site_ids, *who.site_ids)))))


def _end(session: Session, box: str, word: str, trouble: str, *, told: bool = False) -> Changes:
    kept = _all(session).get(box)
    if kept is None or kept.word:
        return Changes()
    with transaction(session.db):
        _put(session, box, msgspec.structs.replace(kept.ended(word, trouble), told=told))
    return _CHANGED


def _view(session: Session, box: str, kept: _Invitation) -> InvitationView:
    stage = "open"
    if kept.trouble:
        stage = "ended"
    elif kept.word:
        stage = "in" if kept.told else "admitted"
    elif session.now() > kept.until:
        stage = "ended"
    elif kept.said:
        stage = "compare" if kept.talk.done else "meeting"
    return InvitationView(
        id=box,
        name=kept.invited.name,
        role=kept.invited.role,
        spaces=tuple(space for space, _ in kept.doors),
        code=enrolment.written(kept.secret) if stage in {"open", "meeting", "compare"} else "",
        hub=meta.get_meta(session.db, "hub") or "",
        until=kept.until,
        stage=stage,
        digits=kept.talk.digits() if stage == "compare" else "",
        trouble=kept.trouble or ("invitation.expired" if stage == "ended" else ""),
    )


def _all(session: Session) -> dict[str, _Invitation]:
    stored = key_store.secret_blobs(session.db, _PREFIX)
    return {name.removeprefix(_PREFIX): msgspec.msgpack.decode(data, type=_Invitation) for name, data in stored.items()}


def _put(session: Session, box: str, kept: _Invitation) -> None:
    key_store.put_secret_blob(session.db, _PREFIX + box, msgspec.msgpack.encode(kept))
