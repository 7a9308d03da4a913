"""Looking again at who decides, after a birthday that changes it: 12, 16 and 18 (Jeugdwet 7.3.4, 7.3.5, 7.3.11)."""

from datetime import date, timedelta

from gpconnect.domain.ages import TURNING_POINTS, birthday, next_turning_point
from gpconnect.domain.calendar import local_day
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Consent, Review
from gpconnect.domain.consenting import review_due
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import WORDS_LIMIT, clean_line
from gpconnect.services.acting import acting, check
from gpconnect.services.session import Session
from gpconnect.storage import rows

AHEAD = timedelta(days=30)
"""How long before such a birthday a dossier says that it comes; our own choice: time for one more talk."""


def record(session: Session, patient_id: str, age: int, words: str) -> Changes:
    """Write down that somebody looked again at who decides, and what came of it; that ends the duty of that birthday.

    Args:
        session: of the worker.
        patient_id: the child.
        age: which birthday: 12, 16 or 18.
        words: what was agreed, in a sentence.

    Raises:
        KnownError: ``review.not_reached`` for another age or one that is still to come; with the param ``field``:
            ``review.words_missing``, ``text.too_long``; ``record.missing`` or as `acting`.
    """
    check(session, Intention.RECORD_HELP_CONSENT)
    said = _words(words)
    with acting(session, Intention.RECORD_HELP_CONSENT) as action:
        patient = rows.require(session.db, Patient, patient_id)
        if age not in TURNING_POINTS or session.today() < birthday(patient.birth_date, age):
            raise KnownError("review.not_reached")
        actor = session.actor
        action.write(Review(session.new_id(), patient_id, age, actor.staff_id, actor.name, session.now(), said))
    return action.changes


def due(session: Session, patient: Patient) -> tuple[int, date] | None:
    """The birthday that is still to be looked at, as age and day (`gpconnect.domain.consenting.review_due`)."""
    consents = rows.where(session.db, Consent, "person_id = ?", (patient.id,))
    reviews = rows.where(session.db, Review, "patient_id = ?", (patient.id,))
    return review_due(patient.birth_date, local_day(patient.opened_at), consents, session.today(), reviews=reviews)


def coming(session: Session, patient: Patient) -> tuple[int, date] | None:
    """The birthday within a month on which others come to decide, as age and day."""
    today = session.today()
    return next_turning_point(patient.birth_date, today, today + AHEAD)


def _words(typed: str) -> str:
    try:
        said = clean_line(typed, WORDS_LIMIT)
    except KnownError as error:
        raise KnownError(error.code, **{**error.params, "field": "words"}) from error
    if not said:
        raise KnownError("review.words_missing", field="words")
    return said
