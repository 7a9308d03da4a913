"""Whom to phone before they come: on the screen, on paper, and every child on the paper on record."""

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from gpconnect.domain.access import EventType
from gpconnect.domain.people import PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Closure, HalfDaySession
from gpconnect.domain.staff import Staff
from gpconnect.services import booking, desk_prints, half_days, rebooking, reminders, slots
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, TUESDAY, WALUWE, Clock
from tests.services.visits_help import a_booking

NEXT = TUESDAY + timedelta(weeks=1)


def book(session: Session, given_name: str, *, shared: bool = True) -> Booked:
    """A child with a number and a safe contact, in the first slot of next Tuesday that is free."""
    place = next(one for one in slots.propose_slots(session, WALUWE, most=20).slots if one.starts_at.date() == NEXT)
    request = BookingRequest(
        WALUWE,
        place.slot_id,
        new=NewPerson(given_name, "Jansen", date(2009, 5, 1), "06 12345678"),
        reasons=("sleep",),
        safe_contact="niets inspreken",
        sharing=Sharing.GIVEN if shared else Sharing.TO_ASK,
        given_by="patient" if shared else "",
        confirmed=True,
    )
    _, result = booking.book(session, request)
    assert isinstance(result, Booked)
    return result


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        words = " ".join(page.get_textpage().get_text_bounded() for page in document)
        return " ".join(words.replace("\N{NO-BREAK SPACE}", " ").split())
    finally:
        document.close()


def test_who_comes_within_a_week_is_listed_with_how_to_reach_them(gp: Session) -> None:
    a_booking(gp, 5)
    book(gp, "Emma")
    (one,) = reminders.list_reminders(gp, WALUWE)

    assert (one.name, one.age, one.phone, one.safe_contact) == ("Emma Jansen", 17, "06-12 34 56 78", "niets inspreken")
    assert (one.call_by, one.starts_at.date(), one.worker_name) == (NEXT - timedelta(days=1), NEXT, "Sanne de Vries")


def test_a_card_that_is_not_shared_gives_an_age_and_nothing_else(gp: Session) -> None:
    book(gp, "Emma", shared=False)
    (one,) = reminders.list_reminders(gp, WALUWE)

    assert (one.name, one.phone, one.safe_contact, one.age) == ("", "", "", 17)
    assert "Emma" not in text(reminders.print_reminders(gp, WALUWE).pdf)


def test_nobody_is_reminded_of_what_does_not_take_place(gp: Session) -> None:
    cancelled = book(gp, "Emma")
    rebooking.cancel(gp, cancelled.appointment_id, "ziek")
    book(gp, "Bo")
    assert [one.name for one in reminders.list_reminders(gp, WALUWE)] == ["Bo Jansen"]
    half_day = rows.where(gp.db, HalfDaySession, "day = ?", (NEXT,))[0].id
    half_days.call_off(gp, half_day, "geen kamer vrij")
    assert reminders.list_reminders(gp, WALUWE) == ()
    half_days.take_back(gp, half_day)
    assert len(reminders.list_reminders(gp, WALUWE)) == 1
    with transaction(gp.db):
        rows.put(gp.db, Closure("c0" * 16, NEXT, NEXT, "Studiedag"))

    assert reminders.list_reminders(gp, WALUWE) == ()
    assert "Niemand om te bellen" in text(reminders.print_reminders(gp, WALUWE).pdf)


def test_every_child_on_a_printed_list_is_on_record_and_the_screen_prints_nothing(gp: Session) -> None:
    ids = {book(gp, name).person_id for name in ("Emma", "Bo")}
    row = access_log.last_row(gp.db)
    reminders.list_reminders(gp, WALUWE)
    assert list(access_log.after_row(gp.db, row)) == []

    paper = reminders.print_reminders(gp, WALUWE)
    lines = [one.event for one in access_log.after_row(gp.db, row)]
    assert {(one.client, one.type, one.purpose) for one in lines} == {
        (one, EventType.PRINT, "reminder_list") for one in ids
    }
    assert "Bel uiterlijk maandag 30 november 2026" in text(paper.pdf)
    assert paper.file_name == "bellijst-2026-11-24.pdf"


@pytest.mark.parametrize(
    ("day", "today", "expected"),
    [
        (date(2026, 12, 1), date(2026, 11, 24), date(2026, 11, 30)),
        (date(2026, 11, 30), date(2026, 11, 24), date(2026, 11, 27)),
        (date(2026, 12, 28), date(2026, 12, 21), date(2026, 12, 24)),
        (date(2026, 11, 25), date(2026, 11, 24), date(2026, 11, 24)),
        (date(2026, 11, 30), date(2026, 11, 29), date(2026, 11, 29)),
    ],
)
def test_a_family_is_phoned_on_a_day_on_which_somebody_works(day: date, today: date, expected: date) -> None:
    assert reminders.call_by(day, today) == expected


def test_the_day_sheet_works_without_the_computer(gp: Session, clock: Clock) -> None:
    book(gp, "Emma")
    (half_day,) = rows.where(gp.db, HalfDaySession, "day = ?", (NEXT,))
    with acting(gp, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(half_day, note="Gebruik de zijdeur"))
    with transaction(gp.db):
        worker = rows.require(gp.db, Staff, PEOPLE["worker"].staff_id)
        rows.put(gp.db, replace(worker, phone="+31611223344"))
    clock.move_to(NEXT)
    printed = text(desk_prints.day_sheet(gp, half_day.id).pdf)

    for words in (
        "Emma Jansen, 17 jaar", "06-12 34 56 78", "Veilig bereiken: niets inspreken", "Gebruik de zijdeur",
        "Sanne de Vries, jeugdwerker: 06-11 22 33 44", "Praktijk De Waluwe: 0418-00 00 01", "Veilig Thuis: 0800-2000",
    ):  # fmt: skip
        assert words in printed
    assert rows.count(gp.db, PersonCard, "shared = 1") == 1
