"""One half-day by itself: its note for the day, planned by hand outside any series, called off and taken back."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from gpconnect.domain.calendar import Capacity, capacity, end_of, meet, span
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import AppointmentStatus, HalfDaySession, SessionStatus, Site, Slot
from gpconnect.domain.typed import clean_line
from gpconnect.services import day_notes, planned_ids, planning, shut_days, walk_ins
from gpconnect.services.acting import acting, check
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import rows

NOTE_LIMIT = 200
"""Most characters of the note for the day: it stands in one line on the day sheet."""
REASON_LIMIT = 80
MOST_A_DAY = timedelta(hours=8)
"""A worker who sits longer than this on one day was planned by mistake."""


@dataclass(frozen=True, slots=True)
class LooseRequest:
    """A half-day as somebody wants it, once; wall times of Europe/Amsterdam.

    `open_anyway` is for a day on which the site is shut, by who knows that.
    """

    site_id: str
    worker_id: str
    day: date
    start: time
    pattern: tuple[str, ...]
    room: str = ""
    note: str = ""
    open_anyway: bool = False


@dataclass(frozen=True, slots=True)
class LoosePlan:
    """What a half-day by hand comes to; `half_day_id` is empty while it is only looked at."""

    end: time
    capacity: Capacity
    half_day_id: str = ""


def write_note(session: Session, half_day_id: str, note: str) -> tuple[Changes, str]:
    """Say what whoever opens this day should know; gives also what stood there before, to put it back.

    Raises:
        KnownError: what `clean_line` finds wrong, ``half_day.note_names``, ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    half_day = rows.require(session.db, HalfDaySession, half_day_id)
    words = clean_line(note, NOTE_LIMIT)
    if words == half_day.note:
        return Changes(), half_day.note
    day_notes.require_nameless(session, half_day, words)
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(half_day, note=words), "noted")
    return action.changes, half_day.note


def add_loose(session: Session, request: LooseRequest, *, dry_run: bool) -> tuple[Changes, LoosePlan]:
    """Plan one half-day by hand, outside any series.

    Args:
        session: who plans.
        request: when, where and by whom.
        dry_run: only say what it comes to.

    Raises:
        KnownError: ``schedule.worker_missing``, ``schedule.pattern.…`` and ``schedule.past_midnight`` as
            `gpconnect.domain.calendar.end_of`, ``half_day.past``, ``half_day.shut`` (why), ``half_day.worker_busy``
            or ``half_day.room_busy`` (start, end), ``half_day.day_full`` (hours), what `clean_line` finds wrong,
            ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    if not request.worker_id:
        raise KnownError("schedule.worker_missing")
    rows.require(session.db, Site, request.site_id)
    planning.require_own(session, request.site_id)
    pattern = tuple(entry.strip().lower() for entry in request.pattern)
    half_day = HalfDaySession(
        "",
        request.site_id,
        request.worker_id,
        request.day,
        request.start,
        end_of(request.start, pattern, request.day),
        room=clean_line(request.room),
        note=clean_line(request.note, NOTE_LIMIT),
        open_anyway=request.open_anyway,
    )
    require_room(session, half_day)
    plan = LoosePlan(half_day.end, capacity(pattern))
    if dry_run:
        return Changes(), plan
    shut = shut_days.known(session.db, request.day)
    # On an ordinary day there was nothing to know: what shuts it later shuts this as well.
    anyway = request.open_anyway and bool(shut.why(request.day, request.site_id))
    half_day = replace(half_day, open_anyway=anyway)
    despite = shut.known_on(request.day, request.site_id)
    said = planning.said_of(half_day, pattern, despite)
    half_day = replace(half_day, id=planned_ids.planned(session, HalfDaySession, request.site_id, *said))
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        planning.write_half_day(action, half_day, pattern, despite)
    return action.changes, replace(plan, half_day_id=half_day.id)


def withdraw(session: Session, half_day_ids: tuple[str, ...]) -> Changes:
    """Undo planning: these half-days are called off without a reason, and shown to nobody unless somebody booked.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        for one in half_day_ids:
            half_day = rows.require(session.db, HalfDaySession, one)
            action.write(replace(half_day, status=SessionStatus.CANCELLED), "withdrawn")
    return action.changes


def call_off(session: Session, half_day_id: str, reason: str) -> Changes:
    """Say that a half-day does not take place. Who was booked stays booked, and is given another time from *Vandaag*.

    What this device kept there for walk-in is given back. The slots of those bookings are not: each gives its own back
    when it is moved or cancelled, and stands as it stood when the half-day takes place after all.

    Raises:
        KnownError: ``text.reason_missing``, what `clean_line` finds wrong, ``half_day.called_off``,
            ``half_day.closed``, ``half_day.somebody_there`` (times), ``half_day.reason_names``, ``record.missing``,
            ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    half_day = rows.require(session.db, HalfDaySession, half_day_id)
    why = clean_line(reason, REASON_LIMIT)
    if not why:
        raise KnownError("text.reason_missing")
    if half_day.status is not SessionStatus.OPEN:
        raise KnownError("half_day.called_off" if half_day.status is SessionStatus.CANCELLED else "half_day.closed")
    if there := _who_is_there(session, half_day_id):
        raise KnownError("half_day.somebody_there", times=", ".join(f"{one:%H:%M}" for one in there))
    day_notes.require_nameless(session, half_day, why, "half_day.reason_names")
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(half_day, status=SessionStatus.CANCELLED, called_off_why=why), "called_off")
        walk_ins.let_go(action, half_day)
    return action.changes


def take_back(session: Session, half_day_id: str) -> Changes:
    """Let a half-day that was called off take place after all; whoever was booked in it is expected again.

    Raises:
        KnownError: ``half_day.not_called_off``, ``half_day.worker_busy`` or ``half_day.room_busy`` (start, end) when
            its place was taken meanwhile, ``half_day.day_full`` (hours), ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    half_day = rows.require(session.db, HalfDaySession, half_day_id)
    if half_day.status is not SessionStatus.CANCELLED:
        raise KnownError("half_day.not_called_off")
    require_nobody_else(session, half_day)
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(half_day, status=SessionStatus.OPEN, called_off_why=""), "taken_back")
    return action.changes


def _who_is_there(session: Session, half_day_id: str) -> list[datetime]:
    """When the visits begin, in Amsterdam, of children who are in the building: they are not sent home by a button."""
    here = (half_day_id, AppointmentStatus.ARRIVED, AppointmentStatus.IN_CONVERSATION)
    held = "session_id = ? AND id IN (SELECT slot_id FROM appointment WHERE status IN (?, ?))"
    found = rows.where(session.db, Slot, held, here, order="starts_at, id")
    return [one.starts_at.astimezone(AMSTERDAM) for one in found]


def require_room(session: Session, half_day: HalfDaySession) -> None:
    """Refuse a half-day that cannot take place as far as this device knows: past, shut, or somebody is busy.

    Raises:
        KnownError: as `add_loose`.
    """
    if half_day.day < session.today():
        raise KnownError("half_day.past")
    if why := shut_days.known(session.db, half_day.day).of(half_day):
        raise KnownError("half_day.shut", why=why)
    require_nobody_else(session, half_day)


def require_nobody_else(session: Session, half_day: HalfDaySession) -> None:
    """Refuse a half-day when its worker sits elsewhere then, its room is used, or the day becomes too long.

    Raises:
        KnownError: ``half_day.worker_busy`` or ``half_day.room_busy`` (start, end), ``half_day.day_full`` (hours).
    """
    others = rows.where(
        session.db,
        HalfDaySession,
        "day = ? AND status <> ? AND id <> ? AND (worker_id = ? OR site_id = ?)",
        (half_day.day, SessionStatus.CANCELLED, half_day.id, half_day.worker_id, half_day.site_id),
        order="start, id",
    )
    own = [one for one in others if one.worker_id == half_day.worker_id]
    for code, busy in (
        ("half_day.worker_busy", own),
        ("half_day.room_busy", [one for one in others if half_day.room and _is_same_room(one, half_day)]),
    ):
        for one in busy:
            if meet(one, half_day):
                raise KnownError(code, start=f"{one.start:%H:%M}", end=f"{one.end:%H:%M}")
    if sum((_length(one) for one in (*own, half_day)), timedelta()) > MOST_A_DAY:
        raise KnownError("half_day.day_full", hours=MOST_A_DAY // timedelta(hours=1))


def _is_same_room(one: HalfDaySession, other: HalfDaySession) -> bool:
    return one.site_id == other.site_id and one.room.casefold() == other.room.casefold()


def _length(one: HalfDaySession) -> timedelta:
    start, end = span(one)
    return end - start
