"""Episodes of care and who leads them, encounters and their outcome, goals, and the feedback to the GP."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class ReferrerType(StrEnum):
    """Way in (CBS protocol v7, verwijzer). There is no 07."""

    MUNICIPALITY = "01"
    GP = "02"
    YOUTH_PHYSICIAN = "03"
    CERTIFIED_INSTITUTION = "04"
    SPECIALIST = "05"
    NONE = "06"
    COURT = "08"


class EndReason(StrEnum):
    """Why an episode ended (CBS protocol v7, reden beëindiging)."""

    AS_PLANNED = "01"
    EARLY_AGREED = "02"
    EARLY_CLIENT = "03"
    EARLY_PROVIDER = "04"
    EXTERNAL = "05"


class Outcome(StrEnum):
    """What a talk led to."""

    ADVICE_ONLY = "advice_only"
    BRIEF_SUPPORT = "brief_support"
    BRIDGING = "bridging"
    HANDOVER = "handover"
    NO_FURTHER_HELP = "no_further_help"


class Destination(StrEnum):
    """Where an episode's child went on to (referral_destination), including nowhere."""

    NONE = "none"
    COMMUNITY_TEAM = "community_team"
    BASIC_MH_CARE = "basic_mh_care"
    SPECIALIST_MH_CARE = "specialist_mh_care"
    YOUTH_CARE = "youth_care"
    YOUTH_HEALTH_SERVICE = "youth_health_service"
    FREELY_ACCESSIBLE = "freely_accessible"
    SCHOOL = "school"
    SOCIAL_SUPPORT = "social_support"
    DEBT_HELP = "debt_help"
    GP = "gp"


class FeedbackMoment(StrEnum):
    """When a referrer hears back: at three moments (Landelijke samenwerkingsafspraken jeugd-ggz), and of a change."""

    START = "start"
    PROGRESS = "progress"
    CLOSURE = "closure"
    CHANGE = "change"
    """Who leads, who takes over or how safe it is changed between two tellings."""


class FeedbackStatus(StrEnum):
    """Where the feedback stands; it is done when the GP has seen it, or when somebody decided not to tell it."""

    PREPARED = "prepared"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    NOT_TOLD = "not_told"


@dataclass(frozen=True, slots=True)
class EpisodeOfCare:
    """One stretch of help for one child, from the request to the closing talk."""

    id: str
    patient_id: str
    requested_on: date
    way_in: ReferrerType
    case_lead: str
    reasons: tuple[str, ...] = ()
    request_for_help: str = ""
    site_id: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    end_reason: EndReason | None = None
    destination: Destination | None = None
    aftercare_due: date | None = None
    aftercare_done: date | None = None
    later_referral: bool = False


@dataclass(frozen=True, slots=True)
class LeadChange:
    """That another colleague became case lead (casusregisseur) of a dossier, when and why: a step of its own."""

    id: str
    patient_id: str
    before: str
    before_name: str
    after: str
    after_name: str
    reason: str
    made_by: str
    made_by_name: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Encounter:
    """A talk that took place (or advice that was given), with its outcome.

    A peer consultation has no patient and no episode; it counts in the pilot and nowhere else.
    """

    id: str
    appointment_id: str
    site_id: str
    day: date
    minutes: int
    visit: str
    worker_id: str
    patient_id: str = ""
    episode_id: str = ""
    outcome: Outcome | None = None
    gp_joined: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal in the family's own words with its attainment scale (GAS, −3 worse … 0 reached … +2 much more)."""

    id: str
    patient_id: str
    episode_id: str
    words: str
    levels: tuple[str, ...] = ()
    score_start: int | None = None
    score_end: int | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the GP hears back: a dated duty until it is sent and seen.

    `soap` holds the lines by letter (S, O, E, P), at most ten lines together; it lives in the practice's space and
    holds only what consent allows. `episode_id` is random: by it a practice can say how a stretch of help went.
    `closed_why` is empty: the practice keeps this record, and why it is not told is not for the practice. Only an older
    program wrote a code in it.
    """

    id: str
    site_id: str
    person_id: str
    appointment_id: str
    moment: FeedbackMoment
    due_on: date
    soap: dict[str, str] = field(default_factory=dict)
    practitioner: str = ""
    status: FeedbackStatus = FeedbackStatus.PREPARED
    prepared_by: str = ""
    sent_at: datetime | None = None
    sent_how: str = ""
    acknowledged_at: datetime | None = None
    acknowledged_by: str = ""
    episode_id: str = ""
    closed_why: str = ""
