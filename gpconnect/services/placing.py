"""Whether a booking really has its slot: decided by the hub's order, never by whoever asks.

The hub knows a slot only as 16 opaque bytes and its holder only as the hash of a secret. Every device works the
holders out again from the same order, so all of them agree on who has what.
"""

import hashlib
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.operations import Operation
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, Placement
from gpconnect.services import deputising
from gpconnect.storage import keys, operations
from gpconnect.sync.wire import Claim, ClaimGroup, Release


def claim_id(what: str, record_id: str) -> bytes:
    """The opaque name under which the hub knows a slot or a dossier."""
    return hashlib.sha256(f"gpconnect claim {what} {record_id}".encode()).digest()[:16]


def claim(
    db: Database, space: str, what: str, record_id: str, *, token: bytes, release: tuple[str, str] | None = None
) -> ClaimGroup:
    """Ask for a slot or a dossier, giving back another in the same breath; the token is kept for the release.

    Args:
        db: the file, inside a transaction.
        space: where the claim is made.
        what: ``slot`` or ``dossier``.
        record_id: the record that there is one of.
        token: 32 random bytes.
        release: what is given back first, when this device holds its token.
    """
    wanted = claim_id(what, record_id)
    keys.put_claim_token(db, keys.ClaimToken(space, wanted, token, record_id))
    given_back = _release(db, space, *release) if release else ()
    return ClaimGroup(claims=(Claim(wanted, hashlib.sha256(token).digest()),), releases=given_back)


def give_back(db: Database, space: str, what: str, record_id: str) -> ClaimGroup | None:
    """Give a slot back, or None when this device never held its token: then only its holder can."""
    releases = _release(db, space, what, record_id)
    return ClaimGroup(releases=releases) if releases else None


def opened_elsewhere(db: Database, patient_id: str, opening: Operation) -> bool:
    """Whether the hub's order gave this dossier to somebody else who opened it too: there is one, and it is theirs."""
    asked = opening.body.get("claims")
    if not asked or operations.is_pending(db, "patient", patient_id):
        return False
    holder = keys.holder(db, opening.space, claim_id("dossier", patient_id))
    return holder is not None and [claim_id("dossier", patient_id), holder] not in asked["claims"]


def placed(db: Database, record: Any, ops: list[Operation]) -> Any:
    """The record as it is, with what others decide of it: who holds a half-day, and an appointment's placement.

    The placement is filled in from who holds its slot.

    Two people who moved the same booking to the same slot asked for it with two secrets. The hub gave it to one of
    them, and with that to the booking: its own secret is the one that counts.
    """
    if isinstance(record, HalfDaySession):
        return deputising.placed(db, record)
    if not isinstance(record, Appointment):
        return record
    record = replace(record, claim_token_hash=_secret_of(db, record, ops))
    return replace(record, placement=placement(db, record, ops))


def placement(db: Database, appointment: Appointment, ops: list[Operation]) -> Placement:
    """Where an appointment stands with its slot; `Placement.TENTATIVE` until the hub has spoken."""
    if not appointment.slot_id or appointment.status is AppointmentStatus.CANCELLED:
        return Placement.NONE
    space = f"practice/{appointment.site_id}"
    holder = keys.holder(db, space, claim_id("slot", appointment.slot_id))
    if holder is not None and holder.hex() == appointment.claim_token_hash:
        return Placement.CONFIRMED
    claiming = [one for one in ops if one.body.get("claims")]
    asked = claiming[-1] if claiming else None
    if asked is None or operations.is_pending(db, "appointment", appointment.id):
        return Placement.TENTATIVE
    return Placement.LOST


def _secret_of(db: Database, appointment: Appointment, ops: list[Operation]) -> str:
    """The hash that counts: of the secret that holds the slot, when it was ever asked with that for this booking."""
    holder = keys.holder(db, f"practice/{appointment.site_id}", claim_id("slot", appointment.slot_id))
    own = appointment.claim_token_hash
    if holder is None or holder.hex() == own or operations.is_pending(db, "appointment", appointment.id):
        return own
    told = [one.body.get(name) for one in ops for name in ("record", "fields")]
    bodies = [body for body in told if isinstance(body, dict) and body.get("slot_id") == appointment.slot_id]
    asked = [body.get("claim_token_hash") for body in bodies]
    return holder.hex() if holder.hex() in asked else own


def _release(db: Database, space: str, what: str, record_id: str) -> tuple[Release, ...]:
    wanted = claim_id(what, record_id)
    held = keys.claim_token(db, space, wanted)
    if held is None:
        return ()
    keys.remove_claim_token(db, space, wanted)
    return (Release(wanted, held.token),)
