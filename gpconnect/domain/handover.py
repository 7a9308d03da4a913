"""Warm handover: from asking to the receiver's confirmation, with somebody responsible all the way."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from gpconnect.domain.consent import Ground
from gpconnect.domain.directory import AccessRoute


class HandoverStatus(StrEnum):
    """States of the eOverdracht workflow; `ON_HOLD` is the receiver's proposal of another date."""

    REQUESTED = "requested"
    ACCEPTED = "accepted"
    ON_HOLD = "on_hold"
    REJECTED = "rejected"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Safety(StrEnum):
    """How safe the child is, in the words the family reads (I-PASS illness severity)."""

    SAFE = "safe"
    CONCERNS_WITH_AGREEMENTS = "concerns_with_agreements"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Handover:
    """A handover of one child to one receiver.

    Attributes:
        checklist: text per point of the content checklist (keys of `CHECKLIST`).
        withheld: checklist points that this receiver does not get.
        ground: why it may be shared; `ground_reason` is written where it is not consent.
        sent_at: when it left the house; nothing leaves without a recorded ground.
        performed_by: who made the last transition, possibly somebody without the program.
        recorded_by: the staff id that recorded it.
    """

    id: str
    patient_id: str
    episode_id: str
    provider_id: str
    provider_name: str
    access_route: AccessRoute
    created_at: datetime
    recorded_by: str
    destination: str = "none"
    checklist: dict[str, str] = field(default_factory=dict)
    withheld: tuple[str, ...] = ()
    safety: Safety = Safety.SAFE
    ground: Ground | None = None
    ground_reason: str = ""
    status: HandoverStatus = HandoverStatus.REQUESTED
    status_at: datetime | None = None
    performed_by: str = ""
    reason: str = ""
    alternative_date: date | None = None
    sent_at: datetime | None = None
    sent_how: str = ""
    answer_due: date | None = None
    meeting_at: datetime | None = None
    present: tuple[str, ...] = ()
    absent_why: str = ""
    agreements: str = ""
    first_contact_on: date | None = None
    callback_due: date | None = None
    callback_result: str = ""
    bridging: bool = True
    next_contact_on: date | None = None
    completed_on: date | None = None
