"""The one gate before a dossier is shown, printed or exported: may this person read this dossier now."""

from datetime import timedelta

from gpconnect.domain.access import EventType
from gpconnect.domain.erasure import Erasure
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import restricting
from gpconnect.services.acting import check, log
from gpconnect.services.session import Session
from gpconnect.storage import erasure, rows
from gpconnect.storage.connection import transaction

_CHANGING = frozenset({Intention.WRITE_NOTE, Intention.TALK, Intention.GIVE_FEEDBACK})
"""What is opened for these is to be written in; an emergency opens a dossier for reading only."""
_SAME_ACT = timedelta(minutes=1)
"""The page that was open asks once more when its dossier is blocked; that takes less than this."""


def require_readable(session: Session, patient_id: str, intention: Intention = Intention.READ_DOSSIER) -> None:
    """Refuse a dossier that this person may not read now.

    Args:
        session: at work.
        patient_id: whose dossier; empty while it is not known yet, then only the role is looked at.
        intention: what it is read for.

    Raises:
        KnownError: ``role.may_not``, ``dossier.blocked`` (it is asked to be erased), ``dossier.restricted``,
            ``dossier.emergency`` (it may only be read); that it was tried is in the access log, unless this person
            blocked it a moment ago.
    """
    _require(session, patient_id, intention, blocked=False)


def require_not_kept_from(
    session: Session, patient_id: str, intention: Intention = Intention.ERASE, *, to_change: bool = False
) -> None:
    """Refuse a dossier that is kept from this person; one that is asked to be erased is not refused.

    For what has to go on around a dossier while it is out of sight: erasing it, and who looked in it.

    Args:
        session: at work.
        patient_id: whose dossier.
        intention: what it is for.
        to_change: something is decided about it; an emergency is for reading only.

    Raises:
        KnownError: ``role.may_not``, ``dossier.restricted``, ``dossier.emergency``; that it was tried is in the access
            log.
    """
    _require(session, patient_id, intention, blocked=True, to_change=to_change)


def _require(
    session: Session, patient_id: str, intention: Intention, *, blocked: bool, to_change: bool = False
) -> None:
    check(session, intention, patient_id)
    try:
        if not blocked and erasure.is_blocked(session.db, patient_id):
            raise KnownError("dossier.blocked")  # noqa: TRY301 - it ends as the refusal below it
        changing = to_change or intention in _CHANGING
        (restricting.refuse_writing if changing else restricting.refuse)(session, patient_id)
    except KnownError as refusal:
        if refusal.code != "dossier.blocked" or not _just_asked(session, patient_id):
            # Also when the disk is full: nobody tries unseen.
            with transaction(session.db, urgent=True):
                log(session, patient_id, str(intention), event=EventType.READ, outcome=refusal.code)
        raise


def _just_asked(session: Session, patient_id: str) -> bool:
    """Whether this person blocked it a moment ago: the refusal then ends what they were allowed to do."""
    asked = rows.where(
        session.db,
        Erasure,
        "patient_id = ? AND recorded_by = ? AND status = 'requested'",
        (patient_id, session.actor.staff_id),
    )
    return any(one.requested_at <= session.now() < one.requested_at + _SAME_ACT for one in asked)
