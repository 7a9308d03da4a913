"""Two dossiers of one child: two colleagues who were apart each opened one. A person says which one goes on.

Nothing is thrown together: what stands in either stays where it was written. One is taken off the list, and the time
line of the one that goes on tells of both; or somebody says that they are two children after all.
"""

from dataclasses import dataclass, replace
from datetime import date

from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import EpisodeOfCare
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Handover
from gpconnect.domain.meldcode import MeldcodeStep, next_due, standing
from gpconnect.domain.names import same_children
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, WaitingEntry
from gpconnect.services import handovers, restricting
from gpconnect.services.acting import acting
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.lead import name_of
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.storage import rows

_SAME_DAY = "birth_date IN (SELECT birth_date FROM patient GROUP BY birth_date HAVING count(*) > 1)"


@dataclass(frozen=True, slots=True)
class Double:
    """Another dossier that is probably of the same child.

    Attributes:
        lead: name of its case lead.
        notes: how many signed notes stand in it.
        coming: how many bookings of it are still to come.
        archived: it was taken off the list, so that the one at hand goes on.
    """

    patient_id: str
    opened_on: date
    lead: str
    notes: int
    coming: int
    archived: bool


def doubles(session: Session) -> list[tuple[Patient, Patient]]:
    """Dossiers that are probably of one child and of which somebody must say which goes on; the later one first.

    Both stand on the list, or neither does: two desks that were apart each went on in their own, and nobody would see
    the child again.
    """
    shut = restricting.closed(session)
    known = {one.id: one for one in rows.where(session.db, Patient, _SAME_DAY, order="id")}
    same = ((known[one], known[other]) for one, other in same_children(known.values()))
    pairs = [(one, other) for one, other in same if not _told_apart(one, other)]
    goes_on = {each.id for pair in pairs if not all(one.archived for one in pair) for each in pair}
    return [
        _later_first(one, other)
        for one, other in pairs
        if not (one.archived or other.archived)
        or (one.archived and other.archived and not goes_on & {one.id, other.id} and _is_lost(session, one, other))
        if not shut & {one.id, other.id}
    ]


def doubles_of(session: Session, patient: Patient) -> tuple[Double, ...]:
    """Other dossiers that are probably of this child, also those that were taken off the list."""
    shut = restricting.closed(session)
    born = rows.where(session.db, Patient, "birth_date = ?", (patient.birth_date,), order="opened_at, id")
    same = {other for pair in same_children(born) if patient.id in pair for other in pair} - {patient.id}
    return tuple(
        _double(session, one) for one in born if one.id in same and one.id not in shut and not _told_apart(patient, one)
    )


def go_on(session: Session, patient_id: str, other_id: str) -> Changes:
    """Go on in this dossier and take the other one off the list; `patients.restore_dossier` puts it back.

    What happened in the other stands on the time line of this one. What is still to come there has to go first: a
    family that comes for it would be met in a dossier that nobody looks in, and a duty about it would reach nobody.

    Raises:
        KnownError: ``double.coming`` with the param ``count`` while the other has bookings to come,
            ``double.waiting`` while its family waits for a slot, ``double.handover`` while one of its handovers goes
            on, ``double.meldcode`` while its reporting code asks for a next step, ``double.off_list`` when this one is
            off the list itself; ``record.missing``, or as `require_readable` and `acting`.
    """
    # What keeps the other on the list is told only to whoever may read it.
    require_readable(session, other_id, Intention.EDIT_DOSSIER)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        kept, other = (rows.require(session.db, Patient, one) for one in (patient_id, other_id))
        if (patient_id, other_id) not in {each for pair in same_children((kept, other)) for each in (pair, pair[::-1])}:
            raise KnownError("record.missing", kind="patient")
        if kept.archived:
            raise KnownError("double.off_list")
        _refuse_what_goes_on(session, other_id)
        action.write(replace(other, archived=True))
    return action.changes


def tell_apart(session: Session, patient_id: str, other_id: str) -> Changes:
    """Say that two dossiers with one name and day of birth are of two children; nobody is asked again.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    return _set_apart(session, patient_id, other_id, apart=True)


def take_for_one(session: Session, patient_id: str, other_id: str) -> Changes:
    """Take back that two dossiers are of two children.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    return _set_apart(session, patient_id, other_id, apart=False)


def _refuse_what_goes_on(session: Session, patient_id: str) -> None:
    """Refuse while something in this dossier still waits for somebody."""
    coming = _coming(session, patient_id)
    if coming:
        raise KnownError("double.coming", count=coming)
    if rows.count(session.db, WaitingEntry, "person_id = ? AND ended_on IS NULL", (patient_id,)):
        raise KnownError("double.waiting")
    under_way = f"patient_id = ? AND {AMONG.format(column='status')}"
    if rows.count(session.db, Handover, under_way, (patient_id, tuple(handovers.OPEN))):
        raise KnownError("double.handover")
    if next_due(standing(rows.where(session.db, MeldcodeStep, "patient_id = ?", (patient_id,)))) is not None:
        raise KnownError("double.meldcode")


def _later_first(one: Patient, other: Patient) -> tuple[Patient, Patient]:
    """Two dossiers with the one that was opened last first: usually that one has least in it."""
    earlier, later = sorted((one, other), key=lambda each: (each.opened_at, each.id))
    return later, earlier


def _is_lost(session: Session, one: Patient, other: Patient) -> bool:
    """Whether two that are off the list may still be in care; a child whose help has ended in both is at rest."""
    among = AMONG.format(column="patient_id")
    helped = rows.where(session.db, EpisodeOfCare, among, ((one.id, other.id),))
    return not helped or any(each.ended_on is None for each in helped)


def _set_apart(session: Session, patient_id: str, other_id: str, *, apart: bool) -> Changes:
    with acting(session, Intention.EDIT_DOSSIER) as action:
        if patient_id == other_id:
            raise KnownError("record.missing", kind="patient")
        for about, other in ((patient_id, other_id), (other_id, patient_id)):
            before = rows.require(session.db, Patient, about)
            named = {*before.distinct_from, other} if apart else set(before.distinct_from) - {other}
            action.write(replace(before, distinct_from=tuple(sorted(named))))
    return action.changes


def _told_apart(one: Patient, other: Patient) -> bool:
    return other.id in one.distinct_from or one.id in other.distinct_from


def _double(session: Session, one: Patient) -> Double:
    return Double(
        patient_id=one.id,
        opened_on=local_day(one.opened_at),
        lead=name_of(session, one.case_lead),
        notes=rows.count(session.db, Note, "patient_id = ?", (one.id,)),
        coming=_coming(session, one.id),
        archived=one.archived,
    )


def _coming(session: Session, patient_id: str) -> int:
    return rows.count(session.db, Appointment, "person_id = ? AND status = ?", (patient_id, AppointmentStatus.BOOKED))
