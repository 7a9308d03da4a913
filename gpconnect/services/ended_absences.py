"""An absence that was ended by mistake: reported once more, as it was."""

from gpconnect.domain.changes import Changes
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Absence
from gpconnect.services import absences
from gpconnect.services.absences import AbsencePlan, AbsenceRequest
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.storage import rows


def put_back(session: Session, absence_ids: tuple[str, ...]) -> tuple[Changes, AbsencePlan]:
    """The worker is away again in the same days, with the same deputy.

    Raises:
        KnownError: ``record.missing``, or as `gpconnect.services.absences.report`.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    before = rows.require(session.db, Absence, absence_ids[0])
    request = AbsenceRequest(before.worker_id, before.first_day, before.last_day, before.deputy_id)
    return absences.report(session, request, dry_run=False)
