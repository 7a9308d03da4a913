"""Whatever is called off, closed, taken over or moved: who is booked stands in an open slot or is a duty."""

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import (
    Absence,
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    Placement,
    SessionStatus,
    SiteClosure,
    Slot,
    SlotKind,
)
from gpconnect.services import (
    absences,
    booking,
    duties,
    half_days,
    rebooking,
    replanning,
    series_edits,
    site_closures,
    slots,
    visits,
)
from gpconnect.services.absences import AbsenceRequest
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.closures import ClosureRequest
from gpconnect.services.series_edits import Scope
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PEOPLE, TUESDAY, WALUWE, MakeSession, put_common, with_pilot
from tests.services.online import Wire, sync

SANNE, JORIS = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id
T = TypeVar("T")
Deed = Callable[[Session, int], object]
NAMES = ("Aya", "Bram", "Cas", "Dina", "Evi", "Finn", "Guus", "Hava", "Imre", "Jip", "Kiki", "Levi")


def book(session: Session, number: int) -> None:
    offered = slots.propose_slots(session, WALUWE, most=12).slots
    taken = rows.count(session.db, Appointment, "1")
    name = NAMES[taken % len(NAMES)]
    born = date(2010, 1, 1) + timedelta(days=31 * taken)
    child = NewPerson(name, f"van {name}{'x' * taken}", born, f"06 1234{taken:04d}")
    booking.book(session, BookingRequest(WALUWE, pick(offered, number).slot_id, new=child, reasons=("sleep",)))


def move(session: Session, number: int) -> None:
    visit = pick(rows.where(session.db, Appointment, order="rowid"), number)
    rebooking.move(session, visit.id, pick(slots.propose_slots(session, WALUWE).slots, number).slot_id)


def cancel(session: Session, number: int) -> None:
    rebooking.cancel(session, pick(rows.where(session.db, Appointment, order="rowid"), number).id, "ziek")


def replan(session: Session, number: int) -> None:
    one = pick(replanning.to_replan(session), number)
    rebooking.move(session, one.appointment_id, pick(one.offers, number).slot_id)


def call_off(session: Session, number: int) -> None:
    half_days.call_off(session, half_day(session, number), "geen kamer vrij")


def take_back(session: Session, number: int) -> None:
    half_days.take_back(session, half_day(session, number))


def close(session: Session, number: int) -> None:
    visits.close_half_day(session, half_day(session, number))


def change(session: Session, number: int) -> None:
    """At another time, or shorter: this half-day, the later ones, or all."""
    chosen = half_day(session, number)
    view = series_edits.opened(session, chosen)
    scope = pick((Scope.ONE, Scope.LATER, Scope.ALL), number)
    shape = view.series if scope is not Scope.ONE and view.series is not None else view.now
    shape = replace(shape, start=time(13)) if number % 2 else replace(shape, pattern=shape.pattern[:-1])
    series_edits.change(session, chosen, scope, shape, dry_run=False)


def shut_site(session: Session, number: int) -> None:
    first = TUESDAY + timedelta(weeks=number % 4)
    request = ClosureRequest(first, first + timedelta(days=number % 9), "Verbouwing", WALUWE)
    site_closures.enter(session, request, dry_run=False)


def open_site(session: Session, number: int) -> None:
    site_closures.archive(session, pick(rows.where(session.db, SiteClosure, order="rowid"), number).id)


def away(session: Session, number: int) -> None:
    first = TUESDAY + timedelta(weeks=number % 4)
    who, deputy = ((SANNE, ""), (SANNE, JORIS), (JORIS, ""), (JORIS, SANNE))[number % 4]
    absences.report(session, AbsenceRequest(who, first, first + timedelta(days=number % 16), deputy), dry_run=False)


def back(session: Session, number: int) -> None:
    absences.end(session, (pick(rows.where(session.db, Absence, order="rowid"), number).id,))


DEEDS: tuple[Deed, ...] = (
    book, book, book, move, cancel, replan, call_off, take_back, close, change, shut_site, open_site, away, back,
)  # fmt: skip


def pick(found: Sequence[T], number: int) -> T:
    """One of them; without any, the deed cannot be done."""
    if not found:
        raise KnownError("record.missing")
    return found[number % len(found)]


def half_day(session: Session, number: int) -> str:
    return pick(rows.where(session.db, HalfDaySession, order="day, id"), number).id


def stands(session: Session, visit: Appointment) -> bool:
    """Worked out here from the bare records, without any rule of the program."""
    slot = rows.require(session.db, Slot, visit.slot_id)
    one = rows.require(session.db, HalfDaySession, slot.session_id)
    shut = any(
        not closure.archived and closure.first_day <= one.day <= closure.last_day
        for closure in rows.where(session.db, SiteClosure)
    )
    gone = any(
        not absence.archived
        and (absence.site_id, absence.worker_id) == (one.site_id, one.worker_id)
        and absence.first_day <= one.day <= absence.last_day
        for absence in rows.where(session.db, Absence)
    )
    return one.status is SessionStatus.OPEN and slot.kind is not SlotKind.CLOSED and not shut and not gone


def check(session: Session) -> int:
    """Everybody who is booked stands somewhere or is a duty, and nobody is both; gives how many are booked."""
    listed = duties.list_duties(session)
    phoned = {one.appointment_id for one in listed if one.duty.kind is DutyKind.REPLAN}
    lost = {one.appointment_id for one in listed if one.duty.kind is DutyKind.SLOT_LOST}
    booked = rows.where(session.db, Appointment, "status = ?", (AppointmentStatus.BOOKED,))
    for visit in booked:
        if visit.placement is Placement.LOST:
            assert visit.id in lost
        else:
            assert stands(session, visit) == (visit.id not in phoned), visit
    assert phoned <= {one.id for one in booked}
    assert {one.appointment_id for one in replanning.to_replan(session)} == phoned
    return len(booked)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 40)), min_size=6, max_size=16))
def test_after_any_sequence_of_deeds_nobody_who_is_booked_is_dropped(
    make_session: MakeSession, steps: list[tuple[Deed, int]]
) -> None:
    worker = with_pilot(make_session("worker"))
    for number in (0, 3, 7):
        book(worker, number)
    for deed, number in steps:
        with suppress(KnownError):
            deed(worker, number)
        check(worker)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_desks_and_a_worker_without_a_network_drop_nobody_once_they_met(
    practice: tuple[Session, Session, Session], wire: Wire, seed: int
) -> None:
    chance, phoned = random.Random(seed), 0
    gp, *others = practice
    for session in others:
        put_common(session)
    for step in range(60):
        deed, number = chance.choice(DEEDS), chance.randrange(40)
        with suppress(KnownError):
            deed(chance.choice(practice), number)
        if step % 12 == 0:
            sync(*practice, wire=wire)
            assert len({check(session) for session in practice}) == 1
            phoned += len(replanning.to_replan(gp))
    assert phoned, "a history in which nobody has to be phoned shows nothing"
