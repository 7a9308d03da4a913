"""Sites, half-days, slots, appointments and the waiting list."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class SiteKind(StrEnum):
    """Where office hours are held. A site is data: a school is opened like a practice."""

    PRACTICE = "practice"
    CLINIC = "clinic"
    SCHOOL = "school"


class SlotKind(StrEnum):
    """What a slot is for."""

    REGULAR = "regular"
    WALK_IN = "walk_in"
    CLOSED = "closed"


class VisitKind(StrEnum):
    """What kind of talk an appointment is."""

    FIRST = "first"
    FOLLOW_UP = "follow_up"
    ADVICE = "advice"
    WALK_IN = "walk_in"
    PEER_CONSULTATION = "peer_consultation"
    THREE_WAY = "three_way"


class AppointmentStatus(StrEnum):
    """Where an appointment stands (FHIR Appointment.status where it has a word for it)."""

    BOOKED = "booked"
    ARRIVED = "arrived"
    IN_CONVERSATION = "in_conversation"
    FULFILLED = "fulfilled"
    NOSHOW = "noshow"
    CANCELLED = "cancelled"


class Placement(StrEnum):
    """Whether the slot is really ours: only the hub's order decides that."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    LOST = "lost"
    NONE = "none"


class SessionStatus(StrEnum):
    """A half-day is closed when every slot has an outcome."""

    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Site:
    """A practice, clinic or school where a youth worker holds office hours (space ``common``)."""

    id: str
    name: str
    kind: SiteKind = SiteKind.PRACTICE
    address: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    agb: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which a site (or, without a site, the whole pilot) is closed. Both ends included."""

    id: str
    first_day: date
    last_day: date
    reason: str
    site_id: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True)
class SiteClosure:
    """Days on which a site says itself that it is shut (its practice's space). Both ends included.

    `source_uid` is the UID of the event in somebody's calendar that it was read from; empty when typed.
    """

    id: str
    site_id: str
    first_day: date
    last_day: date
    reason: str
    source_uid: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which a worker is not at a site, and who does their work there. Both ends included.

    Never why: that is about the health of a colleague (GDPR article 9), and planning does not need it.

    Attributes:
        deputy_id: staff id of who takes over; empty when nobody does.
    """

    id: str
    site_id: str
    worker_id: str
    first_day: date
    last_day: date
    deputy_id: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """A returning half-day: this worker, at this site, every n weeks on this weekday.

    `pattern` lists the slots as ``"45"``, ``"20"`` or ``"20w"`` (kept for walk-in), minutes from `start` on, in order.
    Wall times are Europe/Amsterdam, so a half-day at nine stays at nine through both clock changes.

    Attributes:
        rule: when it returns, as the RRULE of RFC 5545 without its DTSTART (``FREQ=MONTHLY;BYDAY=2TU;COUNT=10``);
            empty for every `interval_weeks` weeks on the weekday of the first day.
        follows: the series that this one was split from; empty for one that was planned by itself.
    """

    id: str
    site_id: str
    worker_id: str
    first_day: date
    last_day: date
    start: time
    pattern: tuple[str, ...]
    interval_weeks: int = 1
    room: str = ""
    archived: bool = False
    rule: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class HalfDaySession:
    """One half-day (dagdeel, at most four hours): practice, worker and date.

    Attributes:
        note: what whoever opens that day should know; never about a child.
        meant_on: the day that its series meant (RECURRENCE-ID of RFC 5545); None where it is `day`, or without series.
        own: changed by itself, so that an edit of its series passes it by.
        open_anyway: planned knowingly on a day on which the site is shut.
        called_off_why: why it does not take place, while its status is cancelled.
        deputy_for: staff id of the worker who is away and whose half-day `worker_id` holds; empty otherwise.
    """

    id: str
    site_id: str
    worker_id: str
    day: date
    start: time
    end: time
    office_hours_id: str = ""
    room: str = ""
    note: str = ""
    status: SessionStatus = SessionStatus.OPEN
    meant_on: date | None = None
    own: bool = False
    open_anyway: bool = False
    called_off_why: str = ""
    deputy_for: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a half-day. `starts_at` is UTC; `minutes` is 20 or 45."""

    id: str
    session_id: str
    site_id: str
    starts_at: datetime
    minutes: int
    kind: SlotKind = SlotKind.REGULAR


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booking in a practice's space.

    Attributes:
        person_id: the child, or empty for a peer consultation.
        age: age in whole years on the day of booking: all the worker sees until sharing is agreed.
        words: the request for help in the family's own words, at most 200 characters.
        requested_on: the day help was asked for; waiting days count from here.
        practitioner_id: the doctor on whose behalf it was booked, or empty where only a name is known.
        family_agreed: whether the family agreed that the GP joins the first minutes.
        request_id: the first appointment of the same request for help, or the place on the waiting list that it came
            from; empty for a first one that an older program made. A family that did not come and is booked anew still
            asks the same thing.
        minutes: how long the talk takes, which may be shorter than its slot; 0 where only the slot says so.
        claim_token_hash: hex SHA-256 of the token with which this booking claimed its slot.
    """

    id: str
    site_id: str
    slot_id: str
    person_id: str
    visit: VisitKind
    reasons: tuple[str, ...]
    requested_on: date
    booked_by: str
    booked_at: datetime
    words: str = ""
    age: int | None = None
    gp_joins: bool = False
    interpreter: str = ""
    patient_line: str = ""
    practitioner: str = ""
    status: AppointmentStatus = AppointmentStatus.BOOKED
    status_at: datetime | None = None
    status_reason: str = ""
    placement: Placement = Placement.TENTATIVE
    claim_token_hash: str = ""
    loss_acknowledged: bool = False
    practitioner_id: str = ""
    family_agreed: bool = False
    request_id: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class WaitingEntry:
    """A family that waits for a slot to fall free. Whoever goes first, waits longest and fits is asked first.

    Attributes:
        minutes: how long the talk takes.
        priority: 1 when this family goes before others, for the reason in `priority_why`; 0 otherwise.
        wish_days: weekdays on which they can come, 1 for Monday (ISO 8601); empty when any will do.
        wish_part: ``morning`` or ``afternoon``; empty when either will do.
        wish_worker: staff id of the worker they wait for; empty when anybody will do.
    """

    id: str
    site_id: str
    person_id: str
    since: date
    reasons: tuple[str, ...] = ()
    words: str = ""
    age: int | None = None
    minutes: int = 45
    offered_slot_id: str = ""
    ended_on: date | None = None
    ended_why: str = ""
    priority: int = 0
    priority_why: str = ""
    wish_days: tuple[int, ...] = ()
    wish_part: str = ""
    wish_worker: str = ""


@dataclass(frozen=True, slots=True)
class SafetyTask:
    """Something a person must do today, made by the program because an event asks for it.

    Kinds: ``urgent`` (phone now), ``noshow_call``, ``noshow_tell_gp``, ``noshow_weigh_safety``, ``slot_lost``. Every
    other duty is derived from the records themselves (`gpconnect.domain.duties`).

    Attributes:
        detail: codes, such as the reasons of what is urgent.
        words: what the family said, once they agreed that it may be known.
    """

    id: str
    site_id: str
    kind: str
    about: str
    due_on: date
    made_at: datetime
    person_id: str = ""
    detail: str = ""
    done_at: datetime | None = None
    done_by: str = ""
    result: str = ""
    words: str = ""
