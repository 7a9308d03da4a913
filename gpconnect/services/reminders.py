"""Whom to phone before they come, so that fewer children stay away: on the screen, and on paper to tick off.

Name and number stand there only where the family agreed that the card is shared; of the others the desk that booked
knows how to reach them. Every child on a printed list is a line of the access log.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from gpconnect.documents import reminders as prints
from gpconnect.documents.preview import preview_png
from gpconnect.domain.access import EventType
from gpconnect.domain.calendar import is_working_day, local_day
from gpconnect.domain.names import full_name
from gpconnect.domain.people import PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, Site, Slot
from gpconnect.domain.typed import readable_phone
from gpconnect.services import replanning, slots
from gpconnect.services.acting import check, saw
from gpconnect.services.desk_prints import PICTURE_WIDTH, Paper
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import rows

DAYS_AHEAD = 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A family that comes soon.

    Attributes:
        call_by: the last working day before they come, or today.
        name: empty where only the age may be known.
        contact_name: who picks up.
        safe_contact: how the family may be reached without danger, in their own words.
    """

    appointment_id: str
    person_id: str
    call_by: date
    starts_at: datetime
    name: str
    age: int | None
    phone: str
    contact_name: str
    safe_contact: str
    interpreter: str
    worker_name: str


def list_reminders(session: Session, site_id: str) -> tuple[Reminder, ...]:
    """Who comes to a site from tomorrow on, a week ahead, whoever is to be phoned first standing first.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    db, today = session.db, session.today()
    first, last = (
        datetime.combine(today + timedelta(days=days), time(), AMSTERDAM).astimezone(UTC)
        for days in (1, DAYS_AHEAD + 1)
    )
    coming = rows.where(
        db, Slot, "site_id = ? AND starts_at >= ? AND starts_at < ?", (site_id, first, last), order="starts_at, id"
    )
    # Where nobody will sit they are phoned for another time, see the duties.
    elsewhere = {one.appointment.id for one in replanning.shut_out(session)}
    found = []
    for slot in coming:
        booked = rows.where(
            db,
            Appointment,
            "slot_id = ? AND status = ? AND placement <> ? AND person_id <> ''",
            (slot.id, AppointmentStatus.BOOKED, Placement.LOST),
        )
        found += [_reminder(session, one, slot) for one in booked if one.id not in elsewhere]
    return tuple(sorted(found, key=lambda one: (one.call_by, one.starts_at, one.appointment_id)))


def print_reminders(session: Session, site_id: str) -> Paper:
    """The same list on paper; each child whose name or number stands on it is a line of the access log.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.SEE_AGENDA)
    site = rows.require(session.db, Site, site_id)
    found = list_reminders(session, site_id)
    for one in found:
        saw(session, one.person_id, "reminder_list", event=EventType.PRINT)
    days = sorted({one.call_by for one in found})
    listed = [prints.ReminderDay(day, tuple(_row(one) for one in found if one.call_by == day)) for day in days]
    pdf = prints.reminder_list(site.name, listed)
    return Paper(pdf, preview_png(pdf, 0, PICTURE_WIDTH), f"bellijst-{session.today():%Y-%m-%d}.pdf")


def call_by(day: date, today: date) -> date:
    """The last working day before a day; today when that is over."""
    found = day - _DAY
    while found > today and not is_working_day(found):
        found -= _DAY
    return max(found, today)


def _reminder(session: Session, one: Appointment, slot: Slot) -> Reminder:
    card = rows.get(session.db, PersonCard, one.person_id)
    shared = card if card is not None and card.shared else None
    return Reminder(
        appointment_id=one.id,
        person_id=one.person_id,
        call_by=call_by(local_day(slot.starts_at), session.today()),
        starts_at=slot.starts_at,
        name=full_name(shared.given_name, shared.prefix, shared.family_name) if shared else "",
        age=one.age,
        phone=readable_phone(shared.phone) if shared else "",
        contact_name=shared.contact_name if shared else "",
        safe_contact=shared.safe_contact if shared else "",
        interpreter=(one.interpreter or shared.interpreter) if shared else "",
        worker_name=slots.worker_name(session.db, slot.session_id),
    )


def _row(one: Reminder) -> prints.ReminderRow:
    age = f"{one.age} jaar" if one.age is not None else ""
    return prints.ReminderRow(
        one.starts_at,
        ", ".join(part for part in (one.name or "Jeugdige", age) if part),
        one.worker_name,
        one.phone,
        one.contact_name,
        one.safe_contact,
        one.interpreter,
    )
