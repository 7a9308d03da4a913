"""The one gate before a dossier is shown, printed or exported: may this person read this dossier now."""

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.storage import erasure


def require_readable(session: Session, patient_id: str) -> None:
    """Refuse a dossier that this person may not read now.

    Raises:
        KnownError: ``role.may_not``, ``dossier.blocked`` while it is asked to be erased.
    """
    check(session, Intention.READ_DOSSIER)
    if erasure.is_blocked(session.db, patient_id):
        raise KnownError("dossier.blocked")
