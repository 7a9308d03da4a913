"""A draft that is older than a quarter of an hour also goes, sealed, to its author's other devices.

Which those are, its author said on this one (`own_devices`): being let in under their name is not enough. So nobody
else of the team can open it, nor the team's admin; the paper in the employer's safe can, when the only laptop
is gone. Each device has a record of its own for a draft and writes no other, so nothing of one device replaces what
another wrote. A record says which versions its author had before them (`draft_versions`): those make way, and
everything else is kept beside it. Signing or throwing away on one device lets go of it on all, as far as it was seen.
"""

import base64
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft, SealedDraft
from gpconnect.domain.records import KIND_OF
from gpconnect.domain.roles import Intention, may
from gpconnect.services import own_devices, profiles, removing, restricting, spaces
from gpconnect.services.acting import Action, acting
from gpconnect.services.draft_versions import (
    Here,
    Lineage,
    Versions,
    begin_life,
    beside,
    covers,
    life,
    merged,
    of_record,
    record_id,
)
from gpconnect.services.session import Actor, Session
from gpconnect.storage import access_log, drafts, erasure, meta, operations, parcels, rows
from gpconnect.storage import keys as key_store
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.refusals import RefusedError
from gpconnect.sync.sealed_drafts import SealedFor, open_draft, seal_draft, targets

AFTER = timedelta(minutes=15)
"""A draft younger than this stays where it is, and one that is being typed goes at most this often."""
PAPER = key_store.NOT_COPIED
"""Where the key on a recovery paper is kept until the first round has brought the drafts of the lost laptop."""
PAPER_LASTS = timedelta(days=7)
"""Then it goes, whatever of the lost laptop could not be read: whoever has the file has the key."""
_PAPER_SINCE = "draft_paper_since"
_LONGEST = (wire.MAX_OPERATION - 24 * 1024) * 3 // 4
"""Bytes of a draft: base64 makes four of three, and the keys for each device have to fit in the operation too."""


def keep(session: Session) -> Changes:
    """Seal the drafts that are old enough and have changed since. At the beginning of a round."""
    members, changes = _sealed_to(session), Changes()
    due = access_log.asked(session.db)
    # A file that was put back hears first what became of its drafts: that one was thrown away, for example.
    if not members or (due is not None and not due[1]):
        return changes
    if not life(session):
        with transaction(session.db):
            begin_life(session)
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
    own = membership.member(session.device)
    if own is None:
        return ()
    leaving = removing.under_way(session)
    found = targets(membership, session.device, session.actor.staff_id)
    own_ones = own_devices.vouched(session)
    others = tuple(
        one for one in found if one.device not in leaving and (one.device in own_ones or one.capacity == "recovery")
    )
    # Also to this device: after a copy was put back, what was written since is at the hub alone.
    return (*others, own) if others else ()


def _send(session: Session, draft: NoteDraft, members: tuple[wire.Member, ...]) -> Changes:
    with acting(session, Intention.WRITE_NOTE) as action:
        lineage = Lineage(session, draft.id)
        here = lineage.one(draft.id)
        made = _own(session, lineage, draft.patient_id, draft.saved_at, _went_into(lineage, here))
        before = rows.get(session.db, SealedDraft, made.id)
        if here is not None and here.unchanged and before is not None and here.seen.get(made.id) == before.revision:
            # The same text is the same version, so nowhere does it come beside what was written since.
            made = replace(made, revision=before.revision)
        sealed = seal_draft(msgspec.msgpack.encode(draft), session.team_space, made.id, members)
        wraps = {device: _text(wrap) for device, wrap in sealed.wraps.items()}
        made = replace(made, wraps=wraps, sealed=_text(sealed.sealed))
        action.write(made, "kept")
        lineage.keep(draft, of_record(made))
    return action.changes


def _went_into(lineage: Lineage, here: Here | None) -> Versions:
    return merged(lineage.ended, here.seen if here else {})


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
    found = set[str]()
    with transaction(session.db):
        openers, of_draft = _openers(session), defaultdict[str, list[SealedDraft]](list)
        for one in _genuine(session):
            of_draft[one.draft_id].append(one)
        for draft_id, records in of_draft.items():
            lineage = Lineage(session, draft_id)
            for one in records:
                found |= _ended(session, lineage, one) if one.gone else set()
            for one in records:
                if not _passed(lineage, one, records):
                    found |= _arrived(session, lineage, one, openers)
    return Changes(frozenset({"note_draft"}), frozenset(found)) if found else Changes()


def finish(action: Action, draft_id: str) -> None:
    """A draft is being signed or thrown away here: it goes on the other devices too, as far as it was seen here."""
    session = action.session
    known = rows.where(session.db, SealedDraft, "author = ?", (session.actor.staff_id,))
    for name in dict.fromkeys(one.draft_id for one in known):
        lineage = Lineage(session, name)
        if not lineage.holds(draft_id):
            continue
        begin_life(session)
        here = lineage.one(draft_id)
        lineage.let_go(draft_id)
        lineage.end(here.seen if here else {})
        patient = next(one.patient_id for one in known if one.draft_id == name)
        still_here = name != draft_id and lineage.one(name) is not None
        if not still_here and _may_send(session, patient):
            made = _own(session, lineage, patient, session.now(), lineage.ended, gone=True)
            lineage.end(of_record(made))
            action.write(made, "ended")


def put_beside(session: Session, draft: NoteDraft) -> None:
    """Keep what came from another device while somebody was typing in the same draft here. Inside a transaction."""
    lineage = Lineage(session, draft.id)
    kept = replace(draft, id=beside(f"{draft.id} {draft.device} {rows.instant(draft.saved_at)}", 0))
    drafts.save(session.db, kept)
    lineage.move(draft.id, kept)


def _is_due(session: Session, draft: NoteDraft, devices: set[str]) -> bool:
    if draft.device != session.device or not _fits(draft) or not _may_send(session, draft.patient_id):
        return False
    lineage = Lineage(session, draft.id)
    here = lineage.one(draft.id)
    if here is not None and here.unchanged:
        # The same text once more: for a device that came or went, or when it goes over another one now.
        known = rows.where(session.db, SealedDraft, "draft_id = ? AND NOT gone", (draft.id,))
        return not any(
            here.seen.get(one.id) == one.revision
            and set(one.wraps) == devices
            and covers(of_record(one), merged(here.seen, lineage.ended))
            for one in known
        )
    sent = rows.get(session.db, SealedDraft, record_id(session, draft.id))
    since = draft.started_at if sent is None or sent.gone else sent.saved_at
    # One of the future was begun under a clock that was wrong: it does not wait until that day.
    return not session.now() - AFTER < since <= session.now()


def _may_send(session: Session, patient_id: str) -> bool:
    """Not into a dossier that is being erased or kept from this person, also in an emergency: nothing is written."""
    if not patient_id:
        return True
    patient = restricting.known(session, patient_id)
    kept_from = patient is not None and patient.is_restricted_for(session.actor.staff_id)
    return not kept_from and not erasure.is_blocked(session.db, patient_id)


def _own(
    session: Session, lineage: Lineage, patient: str, at: datetime, seen: Versions, *, gone: bool = False
) -> SealedDraft:
    """The next version in this device's own record; what is in it comes later."""
    identity = record_id(session, lineage.draft_id)
    before = rows.get(session.db, SealedDraft, identity)
    return SealedDraft(
        id=identity,
        draft_id=lineage.draft_id,
        patient_id=patient,
        author=session.actor.staff_id,
        device=session.device,
        saved_at=at,
        revision=lineage.next_revision(before, identity),
        over={name: number for name, number in seen.items() if name != identity},
        gone=gone,
    )


def _genuine(session: Session) -> list[SealedDraft]:
    """The records that this person's own devices made; one that a colleague wrote in their name is not believed.

    With the paper there is nobody left to ask which laptop was theirs: what is sealed to it is believed.
    """
    own, theirs = session.actor.staff_id, {session.device, *own_devices.vouched(session)}
    paper = key_store.secret_blob(session.db, PAPER + session.team_space) is not None
    found = rows.where(session.db, SealedDraft, "author = ?", (own,), order="saved_at, id")
    return [one for one in found if (paper or one.device in theirs) and _made_by_its_device(session, one)]


def _made_by_its_device(session: Session, one: SealedDraft) -> bool:
    made = operations.of_record(session.db, KIND_OF[SealedDraft].name, one.id)
    return all((op.author, op.device) == (one.author, one.device) for op in made)


def _ended(session: Session, lineage: Lineage, one: SealedDraft) -> set[str]:
    """It was signed or thrown away there: what was seen of it goes here, what was written since stays."""
    seen = of_record(one)
    found = {name for name, here in lineage.here().items() if here.unchanged and covers(seen, here.seen)}
    for name in found:
        drafts.delete(session.db, name)
        lineage.let_go(name)
    lineage.end(seen)
    return found


def _passed(lineage: Lineage, one: SealedDraft, records: list[SealedDraft]) -> bool:
    """Whether it ended, or another version went over it."""
    others = (other.over for other in records if other.id != one.id)
    return one.gone or any(over.get(one.id, 0) >= one.revision for over in (lineage.ended, *others))


def _arrived(session: Session, lineage: Lineage, one: SealedDraft, openers: tuple[DeviceKeys, ...]) -> set[str]:
    seen, here = of_record(one), lineage.here()
    beaten = [name for name, it in here.items() if it.unchanged and it.seen != seen and covers(seen, it.seen)]
    stands = next((name for name, it in here.items() if covers(it.seen, seen)), None)
    if stands is not None and not beaten:
        return set()
    typing = stands is not None and not here[stands].unchanged
    draft = here[stands].draft if stands is not None else _opened(session, one, openers)
    if draft is None:
        return set()
    name = draft.id if typing else _place_for(lineage, one, draft, here, beaten)
    before = here.get(name)
    for gone in {*beaten, stands} - {None, name}:
        drafts.delete(session.db, str(gone))
        lineage.let_go(str(gone))
    if typing:
        return set(beaten)
    kept = replace(draft, id=name)
    drafts.save(session.db, kept)
    lineage.keep(kept, merged(seen, before.seen if before else {}))
    return {name}


def _place_for(
    lineage: Lineage, one: SealedDraft, draft: NoteDraft, here: Mapping[str, Here], beaten: list[str]
) -> str:
    """Where it goes: over what its author had seen, or beside what was written here meanwhile."""
    own = here.get(lineage.draft_id)
    if own is None or lineage.draft_id in beaten:
        return lineage.draft_id
    if (own.draft.template, own.draft.answers) == (draft.template, draft.answers):
        return lineage.draft_id
    return beaten[0] if beaten else beside(one.id, one.revision)


def _opened(session: Session, one: SealedDraft, openers: tuple[DeviceKeys, ...]) -> NoteDraft | None:
    """The draft, None when it was sealed before this device came, or is not what its record says."""
    for key in openers:
        try:
            made = SealedFor(_bytes(one.sealed), {name: _bytes(wrap) for name, wrap in one.wraps.items()})
            draft = msgspec.msgpack.decode(open_draft(made, session.team_space, one.id, key), type=NoteDraft)
        except (RefusedError, ValueError):
            continue
        if (draft.id, draft.patient_id, draft.author) == (one.draft_id, one.patient_id, one.author):
            # What this device wrote in an earlier life of its file is to this one like that of another device.
            return replace(draft, device=one.device if one.device != session.device else one.id, saved_at=one.saved_at)
    return None


def _openers(session: Session) -> tuple[DeviceKeys, ...]:
    paper = key_store.secret_blob(session.db, PAPER + session.team_space)
    own = profiles.device_keys(session.db)
    return (own, DeviceKeys.from_bytes(paper)) if paper else (own,)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
