"""A draft that is older than a quarter of an hour also goes, sealed, to its author's other devices.

Nobody else of the team can open it, nor the team's admin; the paper in the employer's safe can, when the only laptop
is gone. Each device has a record of its own for a draft and writes no other, so nothing of one device replaces what
another wrote. A record says which versions of the other devices its author had before them: those make way, and
everything else is kept beside it. Signing or throwing away on one device lets go of it on all, as far as it was seen.
"""

import base64
import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft, SealedDraft
from gpconnect.domain.records import KIND_OF
from gpconnect.domain.roles import Intention, may
from gpconnect.services import profiles, removing, restricting, spaces
from gpconnect.services.acting import Action, acting
from gpconnect.services.session import Actor, Session
from gpconnect.storage import drafts, erasure, meta, operations, parcels, rows
from gpconnect.storage import keys as key_store
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.refusals import RefusedError
from gpconnect.sync.sealed_drafts import SealedFor, open_draft, seal_draft, targets

AFTER = timedelta(minutes=15)
"""A draft younger than this stays where it is, and one that is being typed goes at most this often."""
PAPER = "draft_paper:"
"""Where the key on a recovery paper is kept until the first round has brought the drafts of the lost laptop."""
PAPER_LASTS = timedelta(days=7)
"""Then it goes, whatever of the lost laptop could not be read: whoever has the file has the key."""
_PAPER_SINCE = "draft_paper_since"
_LONGEST = (wire.MAX_OPERATION - 24 * 1024) * 3 // 4
"""Bytes of a draft: base64 makes four of three, and the keys for each device have to fit in the operation too."""
_TAKEN = "draft_taken"


class _Taken(msgspec.Struct, frozen=True):
    """What became of the last version of another device that was taken in: when it was saved, and as which draft.

    ``over`` is what its author had seen then, ``done`` that it was signed or thrown away here.
    """

    at: datetime
    draft: str
    over: dict[str, datetime] = {}
    done: bool = False


def keep(session: Session) -> Changes:
    """Seal the drafts that are old enough and have changed since. At the beginning of a round."""
    members, changes = _sealed_to(session), Changes()
    if not members:
        return changes
    for draft in drafts.of_author(session.db, session.actor.staff_id):
        # One that cannot be sealed stays here. It never keeps the others, or the rest of the round, from the hub.
        with suppress(KnownError, RefusedError):
            if _is_due(session, draft, {one.device for one in members}):
                changes |= _send(session, draft, members)
    return changes


def too_long(session: Session, found: Iterable[NoteDraft]) -> frozenset[str]:
    """Ids of the drafts that would go to another device and are longer than may travel: they stay on this one."""
    long = frozenset(one.id for one in found if one.device == session.device and not _fits(one))
    return long if long and _sealed_to(session) else frozenset()


def _sealed_to(session: Session) -> tuple[wire.Member, ...]:
    """Whose keys open what this person writes; empty while there is nobody but this device."""
    if not may(session.actor.role, Intention.WRITE_NOTE) or not session.actor.team_id:
        return ()
    membership = spaces.membership(session.db, session.team_space)
    if membership.member(session.device) is None:
        return ()
    leaving = removing.under_way(session)
    found = targets(membership, session.device, session.actor.staff_id)
    return tuple(one for one in found if one.device not in leaving)


def _send(session: Session, draft: NoteDraft, members: tuple[wire.Member, ...]) -> Changes:
    with acting(session, Intention.WRITE_NOTE) as action:
        record = _record_id(draft.id, session.device)
        made = seal_draft(msgspec.msgpack.encode(draft), session.team_space, record, members)
        wraps = {device: _text(wrap) for device, wrap in made.wraps.items()}
        action.write(_own(session, draft.id, draft.patient_id, draft.saved_at, wraps, _text(made.sealed)), "kept")
    return action.changes


def _fits(draft: NoteDraft) -> bool:
    return len(msgspec.msgpack.encode(draft)) <= _LONGEST


def take_in(session: Session, *, whole: bool) -> Changes:
    """Find again what this person wrote on another device. At the end of a round.

    Args:
        session: at work.
        whole: everything came in; a key from paper is then let go of.
    """
    found = _take_in(session)
    with transaction(session.db):
        _let_go_of_paper(session, whole=whole)
    return found


def keep_paper(session: Session, actor: Actor, key: DeviceKeys) -> None:
    """Keep the key on a recovery paper for the first round: what the lost laptop was writing is sealed to it.

    Only where there may be drafts for this person, and for a week at most. Inside a transaction.
    """
    if actor.team_id and may(actor.role, Intention.WRITE_NOTE):
        key_store.put_secret_blob(session.db, f"{PAPER}team/{actor.team_id}", key.to_bytes())
        meta.put_meta(session.db, _PAPER_SINCE, session.now().isoformat())


def _let_go_of_paper(session: Session, *, whole: bool) -> None:
    """After a whole round nothing needs it any more; a parcel that waits may hold a draft, but not for ever."""
    db = session.db
    kept = key_store.secret_blobs(db, PAPER)
    if not kept:
        return
    since = meta.get_meta(db, _PAPER_SINCE)
    # Either way: a clock that was set back does not keep a key.
    old = since is None or abs(session.now() - datetime.fromisoformat(since)) >= PAPER_LASTS
    parked = {one.space for one in parcels.parked_counts(db)}
    for name in kept:
        if old or (whole and name.removeprefix(PAPER) not in parked):
            key_store.remove_secret_blob(db, name)


def _take_in(session: Session) -> Changes:
    if not may(session.actor.role, Intention.WRITE_NOTE) or not session.actor.team_id:
        return Changes()
    db, found = session.db, set[str]()
    with transaction(db):
        openers, records = _openers(session), _genuine(session)
        for one in records:
            if one.device == session.device:
                continue
            found |= _ended(session, one) if one.gone else _arrived(session, one, records, openers)
    return Changes(frozenset({"note_draft"}), frozenset(found)) if found else Changes()


def finish(action: Action, draft_id: str) -> None:
    """A draft was signed or thrown away here: it goes on the other devices too, as far as it was seen here."""
    session = action.session
    known = {one.id: one for one in rows.where(session.db, SealedDraft, "author = ?", (session.actor.staff_id,))}
    ends = {one.draft_id: one for one in known.values() if one.draft_id == draft_id}
    for one in known.values():
        taken = _taken(session, one.id)
        if taken is not None and taken.draft == draft_id:
            _put_taken(session, one.id, msgspec.structs.replace(taken, done=True))
            ends.setdefault(one.draft_id, one)
    for name, one in ends.items():
        still_here = name != draft_id and rows.get(session.db, NoteDraft, name) is not None
        if not still_here and _may_send(session, one.patient_id):
            action.write(_own(session, name, one.patient_id, session.now(), {}, "", gone=True), "ended")


def put_beside(session: Session, draft: NoteDraft) -> None:
    """Keep what came from another device while somebody was typing in the same draft here. Inside a transaction."""
    record = _record_id(draft.id, draft.device)
    beside = replace(draft, id=_beside(record, draft.saved_at))
    drafts.save(session.db, beside)
    _put_taken(session, record, _Taken(draft.saved_at, beside.id))


def _is_due(session: Session, draft: NoteDraft, devices: set[str]) -> bool:
    now = session.now()
    if draft.device != session.device or draft.started_at > now - AFTER:
        return False
    if not _fits(draft) or not _may_send(session, draft.patient_id):
        return False
    sent = rows.get(session.db, SealedDraft, _record_id(draft.id, session.device))
    if sent is None or sent.gone or set(sent.wraps) != devices or sent.over != _over(session, draft.id):
        return True
    return sent.saved_at != draft.saved_at and sent.saved_at <= now - AFTER


def _may_send(session: Session, patient_id: str) -> bool:
    """Not into a dossier that is being erased or kept from this person, also in an emergency: nothing is written."""
    if not patient_id:
        return True
    patient = restricting.known(session, patient_id)
    kept_from = patient is not None and patient.is_restricted_for(session.actor.staff_id)
    return not kept_from and not erasure.is_blocked(session.db, patient_id)


def _own(
    session: Session, draft: str, patient: str, at: datetime, wraps: dict[str, str], sealed: str, *, gone: bool = False
) -> SealedDraft:
    return SealedDraft(
        id=_record_id(draft, session.device),
        draft_id=draft,
        patient_id=patient,
        author=session.actor.staff_id,
        device=session.device,
        saved_at=at,
        over=_over(session, draft),
        wraps=wraps,
        sealed=sealed,
        gone=gone,
    )


def _over(session: Session, draft_id: str) -> dict[str, datetime]:
    """Which version of each other device went into what is here, or ended here."""
    found = {}
    for one in rows.where(session.db, SealedDraft, "draft_id = ? AND device <> ?", (draft_id, session.device)):
        taken = _taken(session, one.id)
        if taken is not None and (taken.done or taken.draft == draft_id):
            found[one.device] = taken.at
    return found


def _genuine(session: Session) -> list[SealedDraft]:
    """The records that this person's own devices made; one that a colleague wrote in their name is not believed."""
    own = session.actor.staff_id
    found = rows.where(session.db, SealedDraft, "author = ?", (own,), order="saved_at, id")
    return [one for one in found if _made_by_its_device(session, one)]


def _made_by_its_device(session: Session, one: SealedDraft) -> bool:
    made = operations.of_record(session.db, KIND_OF[SealedDraft].name, one.id)
    told = all((op.author, op.device) == (one.author, one.device) for op in made)
    return told and one.id == _record_id(one.draft_id, one.device)


def _ended(session: Session, one: SealedDraft) -> set[str]:
    """It was signed or thrown away there: what was seen of it goes here, what was written since stays."""
    found, taken = set(), _taken(session, one.id)
    for name in {one.draft_id, taken.draft if taken else one.draft_id}:
        local = rows.get(session.db, NoteDraft, name)
        if local is not None and (local.device == one.device or _had_seen(one, local.device, local.saved_at)):
            drafts.delete(session.db, name)
            found.add(name)
    return found


def _arrived(
    session: Session, one: SealedDraft, records: list[SealedDraft], openers: tuple[DeviceKeys, ...]
) -> set[str]:
    taken = _taken(session, one.id)
    others = [other for other in records if other.draft_id == one.draft_id and other.id != one.id]
    passed = any(_had_seen(other, one.device, one.saved_at) for other in others)
    known = taken is not None and taken.at >= one.saved_at and (taken.done or taken.over == one.over)
    draft = None if passed or known else _opened(session, one, openers)
    if draft is None:
        return set()
    name = _place_for(session, one, draft, taken)
    before = rows.get(session.db, NoteDraft, taken.draft) if taken is not None and taken.draft != name else None
    if before is not None and before.device == one.device:
        # It stood beside what was here; now its author has seen that, and it takes its place.
        drafts.delete(session.db, before.id)
    drafts.save(session.db, replace(draft, id=name))
    _put_taken(session, one.id, _Taken(one.saved_at, name, one.over))
    return {name}


def _place_for(session: Session, one: SealedDraft, draft: NoteDraft, taken: _Taken | None) -> str:
    """Where it goes: over what its author had seen, or beside what was written here meanwhile."""
    local = rows.get(session.db, NoteDraft, one.draft_id)
    if local is None or local.device == one.device or _had_seen(one, local.device, local.saved_at):
        return one.draft_id
    if (local.template, local.answers) == (draft.template, draft.answers):
        return one.draft_id
    before = rows.get(session.db, NoteDraft, taken.draft) if taken is not None else None
    if before is not None and before.id != one.draft_id and before.device == one.device:
        return before.id
    return _beside(one.id, one.saved_at)


def _had_seen(one: SealedDraft, device: str, at: datetime) -> bool:
    """Whether the author of this version had the one of that device before them."""
    return device in one.over and at <= one.over[device]


def _opened(session: Session, one: SealedDraft, openers: tuple[DeviceKeys, ...]) -> NoteDraft | None:
    """The draft, None when it was sealed before this device came, or is not what its record says."""
    for key in openers:
        try:
            made = SealedFor(_bytes(one.sealed), {name: _bytes(wrap) for name, wrap in one.wraps.items()})
            draft = msgspec.msgpack.decode(open_draft(made, session.team_space, one.id, key), type=NoteDraft)
        except (RefusedError, ValueError):
            continue
        if (draft.id, draft.patient_id, draft.author) == (one.draft_id, one.patient_id, one.author):
            return replace(draft, device=one.device, saved_at=one.saved_at)
    return None


def _openers(session: Session) -> tuple[DeviceKeys, ...]:
    paper = key_store.secret_blob(session.db, PAPER + session.team_space)
    own = profiles.device_keys(session.db)
    return (own, DeviceKeys.from_bytes(paper)) if paper else (own,)


def _taken(session: Session, record: str) -> _Taken | None:
    found = meta.get_meta(session.db, f"{_TAKEN}/{record}")
    return msgspec.convert(found, _Taken) if found else None


def _put_taken(session: Session, record: str, taken: _Taken) -> None:
    meta.put_meta(session.db, f"{_TAKEN}/{record}", msgspec.to_builtins(taken))


def _record_id(draft_id: str, device: str) -> str:
    """One record for each draft and device: nobody else writes it."""
    return hashlib.sha256(f"draft {draft_id} {device}".encode()).hexdigest()[:32]


def _beside(record: str, at: datetime) -> str:
    return hashlib.sha256(f"beside {record} {rows.instant(at)}".encode()).hexdigest()[:32]


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
