"""Refusing what a family asked to have erased: on a ground of the law, with a reason, and the family hears of it.

Only somebody else's considerable interest or a law may stand in the way (Jeugdwet 7.3.9 lid 2; AVG artikel 17 lid 3).
Who asked hears within a month why, and where they can complain (AVG artikel 12 lid 4).
"""

from dataclasses import replace

from gpconnect.domain.access import EventType
from gpconnect.domain.calendar import local_day
from gpconnect.domain.changes import Changes
from gpconnect.domain.erasure import Erasure, ErasureRefusal, Refusal
from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KIND_OF
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import clean_reason
from gpconnect.services.acting import acting, check, saw
from gpconnect.services.desk_prints import PICTURE_WIDTH, Paper
from gpconnect.services.erasing import standing_request
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.storage import rows

PURPOSE = "erasure_refusal.letter"


def refuse(session: Session, erasure_id: str, why: Refusal, reason: str) -> Changes:
    """Refuse a request; the dossier comes back as it was.

    Args:
        session: of the worker who decides.
        erasure_id: the request.
        why: the ground.
        reason: why that ground holds here, in words that the family may read.

    Raises:
        KnownError: ``role.may_not``, ``dossier.restricted``, ``dossier.emergency``, ``record.missing``,
            ``erasure.moved_on``, ``text.reason_missing``, ``text.too_long``, ``text.control_character``.
    """
    asked = standing_request(session, erasure_id)
    words = clean_reason(reason)
    with acting(session, Intention.ERASE) as action:
        body = {"seen": str(asked.status), "reason": str(why)}
        action.event(KIND_OF[Erasure].name, asked.id, "refused", body, space=session.team_space)
        action.saw(asked.patient_id, "erasure.refused", event=EventType.ERASE)
        action.write(
            ErasureRefusal(
                session.new_id(),
                asked.patient_id,
                asked.id,
                why,
                words,
                session.actor.staff_id,
                session.actor.name,
                session.now(),
            )
        )
    return action.changes


def told(session: Session, refusal_id: str) -> Changes:
    """The family heard it, from who is at work. Said once more, the first day stands: the month of the law ended then.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``, or what closes this dossier.
    """
    check(session, Intention.ERASE)
    with acting(session, Intention.ERASE) as action:
        known = rows.require(session.db, ErasureRefusal, refusal_id)
        if known.told_at is None:
            action.write(replace(known, told_at=session.now(), told_by=session.actor.name))
    return action.changes


def letter(session: Session, refusal_id: str) -> Paper:
    """The letter for who asked: what was decided, why, and where they can complain. On record as print.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``, or what closes this dossier.
    """
    from gpconnect.documents.preview import preview_png
    from gpconnect.documents.refusal_letter import Letter, refusal_letter

    check(session, Intention.ERASE)
    known = rows.require(session.db, ErasureRefusal, refusal_id)
    require_readable(session, known.patient_id)
    asked = rows.require(session.db, Erasure, known.erasure_id)
    patient = rows.require(session.db, Patient, known.patient_id)
    saw(session, known.patient_id, PURPOSE, event=EventType.PRINT)
    pdf = refusal_letter(
        Letter(
            child=full_name(patient.given_name, patient.prefix, patient.family_name),
            asked_on=local_day(asked.requested_at),
            whole=not asked.parts,
            article=asked.article,
            ground=known.ground,
            reason=known.reason,
            decided_by=known.decided_by_name,
            decided_on=local_day(known.decided_at),
            made_on=session.today(),
            organization=session.actor.organization,
        )
    )
    return Paper(pdf, preview_png(pdf, 0, PICTURE_WIDTH), f"brief-over-wissen-{session.today():%Y-%m-%d}.pdf")
