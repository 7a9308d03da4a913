"""What a practice does not know yet of a child it sent: who was asked to take over, and who leads."""

import textwrap
from datetime import datetime

from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import Feedback, LeadChange
from gpconnect.domain.consent import Ground
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.rights import Withholding, in_force
from gpconnect.domain.soap import MAX_LENGTH
from gpconnect.services.session import Session
from gpconnect.storage import rows

_UNASKED = frozenset({Ground.SAFE_HOME, Ground.LEGAL_DUTY})
"""Grounds on which a report is made, of which a family may not have been told (Wmo 2015 5.2.6)."""
_ROOM = MAX_LENGTH - len(" (01-01-2000)")


def is_for_practice(session: Session, handover: Handover) -> bool:
    """Whether a practice hears of this handover: what it hears stands in its file, and a parent may ask for that."""
    kept = rows.where(session.db, Withholding, "kind = 'handover' AND record = ?", (handover.id,))
    return handover.ground not in _UNASKED and not any(in_force(one, session.today()) for one in kept)


def lines(session: Session, patient_id: str, site_id: str) -> tuple[str, ...]:
    """What changed since this practice last heard something, oldest first; in Dutch, for the worker to approve."""
    told = rows.where(session.db, Feedback, "person_id = ? AND site_id = ?", (patient_id, site_id))
    since = max((one.sent_at for one in told if one.sent_at is not None), default=None)
    found: list[tuple[datetime, str]] = []
    for one in rows.where(session.db, Handover, "patient_id = ? AND sent_at IS NOT NULL", (patient_id,)):
        if not is_for_practice(session, one):
            continue
        if one.sent_at is not None:
            found.append((one.sent_at, f"Overdracht gevraagd aan {one.provider_name}"))
        if one.status is HandoverStatus.REJECTED and one.status_at is not None:
            found.append((one.status_at, f"{one.provider_name} kan de hulp niet overnemen; wij blijven betrokken"))
    found += [
        (one.made_at, f"Casusregisseur is nu {one.after_name}")
        for one in rows.where(session.db, LeadChange, "patient_id = ?", (patient_id,))
    ]
    return tuple(
        f"{textwrap.shorten(words, _ROOM, placeholder=' …')} ({local_day(at):%d-%m-%Y})"
        for at, words in sorted(found)
        if since is None or at > since
    )
