"""Two desks that gave one half-day another time: one question, and the slots go along with the answer.

A slot has its own time in the log, so that a booking keeps its place while the half-day moves. Moved twice they would
all be asked about, one by one, and nobody could tell what any of those answers would make of the half-day.
"""

from collections.abc import Iterable
from dataclasses import replace

from sqlite_utils import Database

from gpconnect.domain.operations import Operation
from gpconnect.domain.records import CHANGED, KINDS
from gpconnect.domain.schedule import HalfDaySession, Slot, SlotKind
from gpconnect.services import applying, half_day_duties
from gpconnect.services.acting import Action
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.session import Session
from gpconnect.storage import conflicts as kept
from gpconnect.storage import operations, rows
from gpconnect.storage.conflicts import Conflict
from gpconnect.sync import merge

_HALF_DAY, _SLOT = KINDS["half_day_session"], KINDS["slot"]
_TIME = next(place for place, names in enumerate(_HALF_DAY.groups) if "start" in names)
TIME = str(_TIME)
"""The group of fields that says when a half-day is held."""
_OWN = str(_HALF_DAY.groups.index(("own",)))
"""Whether it was changed by itself: follows from the rest, so nobody is asked."""


def asked_once(session: Session, found: Iterable[Conflict]) -> list[Conflict]:
    """The questions without those about slots whose half-day is asked about itself, or is to be laid out anew.

    Only what is a duty by itself is left out: of a half-day that is over or called off nobody lays out the slots.
    """
    everything = [one for one in found if (one.kind, one.group) != (_HALF_DAY.name, _OWN)]
    ids = tuple(one.record for one in everything if one.kind == _SLOT.name)
    sessions = {one.id: one.session_id for one in rows.where(session.db, Slot, AMONG.format(column="id"), (ids,))}
    covered = {one.record for one in everything if (one.kind, one.group) == (_HALF_DAY.name, TIME)}
    if sessions:
        covered |= {one.about for one in half_day_duties.tangled(session)}
    return [one for one in everything if one.kind != _SLOT.name or sessions.get(one.record) not in covered]


def take_along(action: Action, half_day_id: str, chosen: str) -> None:
    """Put the slots of a half-day where they were for whoever gave it the time that was chosen. Inside an intention.

    What others did to its slots with the times that were not chosen is as if it had not been done: a slot that they
    added closes, and whoever was booked in it becomes a duty.

    Args:
        action: that chooses.
        half_day_id: of the half-day.
        chosen: id of the operation whose time stands.
    """
    db = action.session.db
    dropped = _not_seen(operations.of_record(db, _HALF_DAY.name, half_day_id), chosen)
    for slot in _slots(db, half_day_id):
        made = operations.of_record(db, _SLOT.name, slot.id)
        left = [one for one in made if one.action not in dropped]
        wanted = applying.folded(_SLOT, left) or replace(slot, kind=SlotKind.CLOSED)
        asked = kept.conflicts(db, kind=_SLOT.name, record=slot.id)
        if asked:
            # The choice for what shows already must leave as well, or others keep being asked.
            rows.put(db, _unlike(wanted, asked))
        action.write(wanted, "chosen")
    if any(one.group == _OWN for one in kept.conflicts(db, kind=_HALF_DAY.name, record=half_day_id)):
        half_day = rows.require(db, HalfDaySession, half_day_id)
        rows.put(db, replace(half_day, own=False))
        action.write(replace(half_day, own=True), "chosen")


def _slots(db: Database, half_day_id: str) -> list[Slot]:
    return rows.where(db, Slot, "session_id = ?", (half_day_id,), order="starts_at, id")


def _not_seen(ops: list[Operation], chosen: str) -> set[str]:
    """The actions that gave the half-day a time, and of which the chosen one knew nothing."""
    known = merge.known_to(ops, chosen)
    names = _HALF_DAY.groups[_TIME]
    others = (one for one in ops if one.op_id not in known and set(names) & set(one.body.get(CHANGED, one.body)))
    return {one.action for one in others if one.action}


def _unlike(wanted: Slot, asked: Iterable[Conflict]) -> Slot:
    """The slot with another value in each group that is asked about."""
    for conflict in asked:
        versions = (applying.with_values(wanted, head["value"]) for head in conflict.heads)
        wanted = next((one for one in versions if one != wanted), wanted)
    return wanted
