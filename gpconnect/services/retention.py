"""Which dossiers have been kept long enough, and which are kept longer (Jeugdwet 7.3.8 lid 3)."""

from dataclasses import dataclass
from datetime import date, datetime

from gpconnect.domain import retention
from gpconnect.domain.calendar import local_day
from gpconnect.domain.changes import Changes
from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient
from gpconnect.domain.retention import Retention, Term
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import clean_reason
from gpconnect.services import restricting
from gpconnect.services.acting import acting, check, saw
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows

_NO_CHANGE = ("retention", "erasure_refusal", "sealed_draft")


@dataclass(frozen=True, slots=True)
class DueLine:
    """A dossier whose term has passed, or passes this year.

    Attributes:
        name: empty where this person may not read the dossier now.
        reason: why it is kept longer already; empty when it is not, or where this person may not read the dossier.
    """

    patient_id: str
    name: str
    last_change: date
    due_on: date
    overdue: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RetentionView:
    """The list of this year.

    Attributes:
        year: the calendar year that it is about.
        total: how many dossiers are kept.
        next_due: when the first of the others may go, or None without dossiers.
    """

    year: int
    lines: tuple[DueLine, ...]
    total: int
    next_due: date | None


def overview(session: Session) -> RetentionView:
    """What is due up to the end of this calendar year, the longest overdue first; that somebody read it is on record.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.READ_DOSSIER)
    # Of nobody in particular: a list opens no dossier.
    saw(session, "", "retention.list")
    today = session.today()
    terms = _terms(session)
    due = retention.due_by(terms, date(today.year, 12, 31))
    listed = {one.patient_id for one in due}
    later = [one.due_on for one in terms if one.patient_id not in listed]
    # Not the gate before a dossier: a list opens none, and the family would read that somebody tried.
    closed = restricting.closed(session)
    lines = tuple(_line(session, one, closed=one.patient_id in closed) for one in due)
    return RetentionView(today.year, lines, len(terms), min(later, default=None))


def keep_longer(session: Session, patient_id: str, until: date, reason: str) -> Changes:
    """Keep a dossier beyond its term, with a reason; a later decision takes the place of this one.

    Raises:
        KnownError: ``retention.not_longer``, ``text.reason_missing``, ``text.too_long``, ``text.control_character``,
            ``record.missing`` or as `acting`.
    """
    check(session, Intention.EDIT_DOSSIER)
    why = clean_reason(reason)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        current = term_of(session, rows.require(session.db, Patient, patient_id).id)
        retention.check_longer(until, current, session.today())
        decided = Retention(
            session.new_id(), patient_id, until, why, session.actor.staff_id, session.actor.name, session.now()
        )
        action.write(decided)
    return action.changes


def term_of(session: Session, patient_id: str) -> Term:
    """When one dossier may go."""
    decided = rows.where(session.db, Retention, "patient_id = ?", (patient_id,))
    return retention.term(patient_id, last_changes(session)[patient_id], decided)


def last_changes(session: Session) -> dict[str, date]:
    """The last day on which something in each dossier changed; decisions about keeping it are no change of it.

    Nor is what somebody is still writing: that is of the dossier when it was signed.
    """
    found = {one.id: local_day(one.opened_at) for one in rows.where(session.db, Patient)}
    for dossier, at in operations.last_made(session.db, besides=_NO_CHANGE).items():
        if dossier in found:
            found[dossier] = max(found[dossier], local_day(datetime.fromisoformat(at)))
    return found


def _terms(session: Session) -> list[Term]:
    decided: dict[str, list[Retention]] = {}
    for one in rows.where(session.db, Retention):
        decided.setdefault(one.patient_id, []).append(one)
    changes = last_changes(session)
    return [retention.term(patient_id, last, decided.get(patient_id, ())) for patient_id, last in changes.items()]


def _line(session: Session, term: Term, *, closed: bool) -> DueLine:
    return DueLine(
        patient_id=term.patient_id,
        name="" if closed else _name(session, term.patient_id),
        last_change=term.last_change,
        due_on=term.due_on,
        overdue=term.due_on <= session.today(),
        reason=term.longer.reason if term.longer and not closed else "",
    )


def _name(session: Session, patient_id: str) -> str:
    patient = rows.require(session.db, Patient, patient_id)
    return full_name(patient.given_name, patient.prefix, patient.family_name)
