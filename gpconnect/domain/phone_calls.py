"""Bookings of which a family has to be phoned: nobody will sit there, there are two, or they know another time."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement


class Cause(StrEnum):
    """Why nobody will sit where a family was booked."""

    SHUT = "shut"
    """The site is shut on that day: a holiday, or a closure."""
    CALLED_OFF = "called_off"
    ROUNDED_OFF = "rounded_off"
    """Booked by a desk that had not heard yet that its half-day was closed."""
    SLOT_GONE = "slot_gone"
    """Its half-day was made shorter or lies at another time now."""


@dataclass(frozen=True, slots=True)
class ShutOut:
    """A booking where nobody will sit, so the family gets another time.

    Attributes:
        day: on which it stands.
        why: the name of the holiday, or the reason of the closure or of calling off; may be empty.
    """

    appointment: Appointment
    day: date
    why: str
    cause: Cause = Cause.SHUT

    @property
    def is_due(self) -> bool:
        """Whether the family still waits to be phoned.

        Like a lost slot it is over by being moved or cancelled, and when it takes place after all. It stays a duty when
        its day is over: nothing says that anybody phoned.
        """
        booked = self.appointment.status is AppointmentStatus.BOOKED
        return booked and self.appointment.placement is not Placement.LOST


@dataclass(frozen=True, slots=True)
class BookedTwice:
    """A booking on top of another one of the same request (`gpconnect.domain.booking.booked_twice`).

    Attributes:
        stays_at: when the one that stays begins (aware); None where that is not known here.
    """

    appointment: Appointment
    stays_at: datetime | None


@dataclass(frozen=True, slots=True)
class Untold:
    """A booking that begins at another time than its family was told (`gpconnect.domain.booking.is_untold`)."""

    appointment: Appointment
    starts_at: datetime
