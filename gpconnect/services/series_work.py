"""What a change of half-days is going to write, gathered before anything is: so that it can be looked at first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from gpconnect.domain.calendar import Dropped, PlannedSlot, instant, make_slots
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    Placement,
    SessionStatus,
    Slot,
    SlotKind,
)
from gpconnect.domain.slot_layout import lay
from gpconnect.services import occupied, shut_days
from gpconnect.services.half_day_views import AMONG, names_of
from gpconnect.services.occupied import Occupied
from gpconnect.services.planning import slot_of
from gpconnect.services.session import Session
from gpconnect.services.shut_days import ShutDays
from gpconnect.storage import rows


@dataclass(frozen=True, slots=True)
class BookedThere:
    """A booking that a change touches. `moves_to` is None when it loses its place. `name` may not be known here."""

    appointment_id: str
    name: str
    starts_at: datetime
    moves_to: datetime | None


@dataclass(slots=True)
class EditWork:
    """Records to write with the verb that says what happened, and what each of them was.

    Attributes:
        before: what brings everything back, each with what became of it: for what is new, itself called off or closed.
        dates: of the half-days as they will stand; `added` are the new ones among them, `gone` no longer take place.
        dropped: where a half-day should stand and cannot, with why.
        booked: bookings that get another time or none.
    """

    session: Session
    busy: Occupied
    shut: ShutDays
    records: list[tuple[Any, str]] = field(default_factory=list)
    before: list[Any] = field(default_factory=list)
    dates: list[date] = field(default_factory=list)
    added: list[date] = field(default_factory=list)
    gone: list[date] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    booked: list[BookedThere] = field(default_factory=list)

    def put(self, record: Any, verb: str, before: Any) -> None:
        """Write a record, when it is another one than before."""
        if record != before:
            self.records.append((record, verb))
            self.before.append((before, record))

    def can_stand(self, wanted: HalfDaySession, one: HalfDaySession | None = None) -> bool:
        """Whether a half-day can be where it should; otherwise it is named among what falls away.

        What was in the way of `one` already, where it stands now, is no reason to take it away because of this.

        Raises:
            KnownError: as `Occupied.require_bearable`.
        """
        clash = self._in_the_way(wanted)
        if clash is not None and one is not None and one.day == wanted.day and clash == self._in_the_way(one):
            clash = None
        elif clash is None:
            self.busy.require_bearable(wanted)
        else:
            self.dropped.append(clash)
        return clash is None

    def _in_the_way(self, wanted: HalfDaySession) -> Dropped | None:
        why = "" if wanted.open_anyway else self.shut.why(wanted.day, wanted.site_id)
        return Dropped(wanted.day, "closure", why) if why else self.busy.clash(wanted)

    def move(self, one: HalfDaySession, wanted: HalfDaySession, pattern: tuple[str, ...]) -> None:
        """A half-day to where it should stand, and its slots with it."""
        self.dates.append(wanted.day)
        self.put(wanted, "changed", one)
        if (one.day, one.start, pattern_of(self.session, one)) == (wanted.day, wanted.start, pattern):
            return
        before = {slot.id: slot for slot in rows.where(self.session.db, Slot, "session_id = ?", (one.id,), order="id")}
        visits = _visits(self.session, before)
        needed = {slot_id: visit.minutes or before[slot_id].minutes for slot_id, visit in visits.items()}
        layout = lay(before.values(), instant(one.day, one.start), needed, make_slots(wanted, pattern))
        for slot in layout.kept:
            self.put(slot, "moved", before[slot.id])
        for slot in layout.closed:
            self.put(slot, "closed", before[slot.id])
        for planned in layout.added:
            self._add_slot(wanted, planned)
        self._tell(visits, before, {slot.id: slot.starts_at for slot in layout.kept})

    def let_go(self, one: HalfDaySession) -> None:
        """A half-day that no longer takes place: called off without a reason of its own, and kept."""
        self.gone.append(one.day)
        self.put(replace(one, status=SessionStatus.CANCELLED), "withdrawn", one)
        before = {slot.id: slot for slot in rows.where(self.session.db, Slot, "session_id = ?", (one.id,), order="id")}
        self._tell(_visits(self.session, before), before, {})

    def add(self, wanted: HalfDaySession, pattern: tuple[str, ...]) -> None:
        """A half-day that was not there."""
        self.dates.append(wanted.day)
        self.added.append(wanted.day)
        self.put(wanted, "planned", replace(wanted, status=SessionStatus.CANCELLED))
        for planned in make_slots(wanted, pattern):
            self._add_slot(wanted, planned)

    def _add_slot(self, half_day: HalfDaySession, planned: PlannedSlot) -> None:
        slot = slot_of(self.session, half_day, planned)
        self.put(slot, "planned", replace(slot, kind=SlotKind.CLOSED))

    def _tell(
        self, visits: Mapping[str, Appointment], before: Mapping[str, Slot], moves: Mapping[str, datetime]
    ) -> None:
        touched = {key: one for key, one in visits.items() if moves.get(key) != before[key].starts_at}
        names = names_of(self.session.db, [one.person_id for one in touched.values()])
        self.booked += [
            BookedThere(one.id, names.get(one.person_id, ""), before[key].starts_at, moves.get(key))
            for key, one in touched.items()
        ]


def begin(session: Session, moving: Sequence[HalfDaySession], days: Iterable[date]) -> EditWork:
    """Nothing yet, and what is known of these days and of those on which the half-days stand that are to move."""
    known = (*days, *(one.day for one in moving))
    busy = occupied.known(session, min(known), max(known), without=(one.id for one in moving))
    return EditWork(session, busy, shut_days.known(session.db, min(known)))


def pattern_of(session: Session, one: HalfDaySession) -> tuple[str, ...]:
    """The slots of a half-day as somebody would type them; closed ones are not told."""
    condition = "session_id = ? AND kind <> ?"
    slots = rows.where(session.db, Slot, condition, (one.id, SlotKind.CLOSED), order="starts_at, id")
    return tuple(f"{slot.minutes}{'w' if slot.kind is SlotKind.WALK_IN else ''}" for slot in slots)


def _visits(session: Session, slot_ids: Iterable[str]) -> dict[str, Appointment]:
    """Who has these slots, by slot; also a child that is early and in the building already."""
    condition = f"{AMONG.format(column='slot_id')} AND status <> ? AND placement <> ?"
    values = (tuple(slot_ids), AppointmentStatus.CANCELLED, Placement.LOST)
    return {one.slot_id: one for one in rows.where(session.db, Appointment, condition, values, order="booked_at, id")}
