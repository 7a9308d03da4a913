"""The one gate before a dossier is shown, printed or exported: may this person read this dossier now."""

from gpconnect.domain.roles import Intention
from gpconnect.services import restricting
from gpconnect.services.acting import check
from gpconnect.services.session import Session


def require_readable(session: Session, patient_id: str, intention: Intention = Intention.READ_DOSSIER) -> None:
    """Refuse a dossier that this person may not read now.

    Args:
        session: at work.
        patient_id: whose dossier; empty while it is not known yet, then only the role is looked at.
        intention: what it is read for.

    Raises:
        KnownError: ``role.may_not``, ``dossier.restricted``.
    """
    check(session, intention)
    restricting.refuse(session, patient_id)
