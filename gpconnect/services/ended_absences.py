"""An absence that was ended by mistake: it stands again, as it was."""

from dataclasses import replace

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Absence, HalfDaySession, SessionStatus
from gpconnect.services import walk_ins
from gpconnect.services.acting import acting, check
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows

_GIVEN_UP = "site_id = ? AND worker_id = ? AND day BETWEEN ? AND ? AND status = ?"
_BESIDE = "archived = 0 AND site_id = ? AND worker_id = ? AND deputy_id = ? AND first_day = ? AND id <> ?"


def put_back(session: Session, absence_ids: tuple[str, ...]) -> Changes:
    """The worker is away again in the same days, with the same deputy, at the sites where that was ended and no other.

    What had gone on as an absence until yesterday is part of it again.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        for one in absence_ids:
            absence = rows.require(session.db, Absence, one)
            first = max(absence.first_day, session.today())
            values = (absence.site_id, absence.worker_id, first, absence.last_day, SessionStatus.OPEN)
            given_up = rows.where(session.db, HalfDaySession, _GIVEN_UP, values)
            kept = _kept(session.db, absence)
            action.write(replace(absence, archived=False), "put_back")
            for past in kept:
                action.write(replace(past, archived=True), "joined")
            for half_day in given_up:
                walk_ins.let_go(action, half_day)
    return action.changes


def _kept(db: Database, absence: Absence) -> list[Absence]:
    """What stayed of an absence when it was ended: written in the same action."""
    ended = {one.action for one in operations.of_record(db, "absence", absence.id) if one.kind == "absence.ended"}
    values = (absence.site_id, absence.worker_id, absence.deputy_id, absence.first_day, absence.id)
    return [
        one
        for one in rows.where(db, Absence, _BESIDE, values)
        if any(op.kind == "absence.kept" and op.action in ended for op in operations.of_record(db, "absence", one.id))
    ]
