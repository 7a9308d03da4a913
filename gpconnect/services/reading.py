"""The one gate before a dossier is shown, printed or exported: may this person read this dossier now."""

from gpconnect.domain.roles import Intention
from gpconnect.services.acting import check
from gpconnect.services.session import Session


def require_readable(session: Session, patient_id: str) -> None:
    """Refuse a dossier that this person may not read now.

    Raises:
        KnownError: ``role.may_not``.
    """
    del patient_id  # restrictions and erasures are looked at here
    check(session, Intention.READ_DOSSIER)
