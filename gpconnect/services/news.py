"""What a practice does not know yet of a child it sent: who was asked to take over, and who leads."""

import textwrap
from datetime import datetime

from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import Feedback, LeadChange
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.soap import MAX_LENGTH
from gpconnect.services.session import Session
from gpconnect.storage import rows

_ROOM = MAX_LENGTH - len(" (01-01-2000)")


def lines(session: Session, patient_id: str, site_id: str) -> tuple[str, ...]:
    """What changed since this practice last heard something, oldest first; in Dutch, for the worker to approve."""
    told = rows.where(session.db, Feedback, "person_id = ? AND site_id = ?", (patient_id, site_id))
    since = max((one.sent_at for one in told if one.sent_at is not None), default=None)
    found: list[tuple[datetime, str]] = []
    for one in rows.where(session.db, Handover, "patient_id = ? AND sent_at IS NOT NULL", (patient_id,)):
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
