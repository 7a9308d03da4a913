"""The kinds of record the pilot keeps: where each may live, and what happens when two people did something.

This table is the one place that says so; storage derives its columns from the dataclasses, services derive
space and dossier of every operation from here, and replicas derive who may do it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gpconnect.domain.access import AccessLines
from gpconnect.domain.care import Encounter, EpisodeOfCare, Feedback, Goal, LeadChange
from gpconnect.domain.consent import Consent, Review
from gpconnect.domain.directory import Provider
from gpconnect.domain.erasure import Erasure, ErasureReceipt, ErasureRefusal, KeptHistory
from gpconnect.domain.evaluation import Response
from gpconnect.domain.facts import Fact, ImprovementAction, IssuedReport, Narrative
from gpconnect.domain.handover import Handover
from gpconnect.domain.meldcode import MeldcodeStep
from gpconnect.domain.notes import Addendum, Note, SealedDraft
from gpconnect.domain.people import Patient, PersonCard, RelatedPerson
from gpconnect.domain.retention import Retention
from gpconnect.domain.rights import Statement, Withholding
from gpconnect.domain.schedule import (
    Absence,
    Appointment,
    Closure,
    HalfDaySession,
    OfficeHours,
    SafetyTask,
    Site,
    SiteClosure,
    Slot,
    WaitingEntry,
)
from gpconnect.domain.staff import Role, Staff


class Family(StrEnum):
    """The four families of spaces; who reads each is in the membership of the space itself."""

    COMMON = "common"
    PRACTICE = "practice"
    TEAM = "team"
    PILOT = "pilot"


class Rule(StrEnum):
    """What becomes of a record that two people touched."""

    FIXED = "fixed"
    """Written once. A second, different version is kept and marked."""
    LATEST = "latest"
    """The last in the hub's order stands; the log keeps the others. What is opened twice was opened the first time."""
    GROUPS = "groups"
    """Per field group; two heads keep both values and ask a person."""
    MACHINE = "machine"
    """A pure state machine, evaluated in the hub's order; an illegal step is kept and marked."""


WORKER = frozenset({Role.YOUTH_WORKER})
PRACTICE = frozenset({Role.GP, Role.PRACTICE_ASSISTANT, Role.YOUTH_WORKER})
COORDINATOR = frozenset({Role.COORDINATOR})
EVERYONE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record.

    Attributes:
        record: the dataclass; its fields are the columns of the table `name`.
        families: in which spaces it may live.
        writers: the roles that may write it; replicas check this on everything that comes in.
        dossier: the field that holds the dossier id, for records sealed with a dossier's key.
        groups: for `Rule.GROUPS`, the fields that are decided together.
        opening: for `Rule.GROUPS`, the fields that the first to open the record decides when two people open the same
            one without having seen each other.
        unasked: for `Rule.GROUPS`, fields that are too short-lived to ask a person about: the last in order stands.
        whole: for `Rule.GROUPS`, an edit carries the whole record and names what it changed (`CHANGED`): versions
            before it took the last one whole, and still read it so. Theirs say nothing of what they saw.
    """

    name: str
    record: type[Any]
    families: tuple[Family, ...]
    rule: Rule
    writers: frozenset[Role]
    dossier: str = ""
    groups: tuple[tuple[str, ...], ...] = ()
    opening: tuple[str, ...] = ()
    whole: bool = False
    unasked: frozenset[str] = frozenset()

    @property
    def by_itself(self) -> bool:
        """Whether its records follow from their own operations alone, and move nothing else."""
        return self.rule is not Rule.MACHINE and self.record not in _MOVING


_MOVING = frozenset({Absence, Consent, Erasure, HalfDaySession, KeptHistory, PersonCard})
"""A withdrawal takes back a yes that stands elsewhere, and a yes falls by one; who is away leaves half-days to somebody
who may be busy in another one; the others put away, bring or let go."""
CHANGED = "changed"
"""In the body of a whole record: the names of the fields that this edit is about."""
_SITE_GROUPS = (("name", "kind"), ("address", "postcode", "city"), ("phone",), ("agb",), ("archived",))
_STAFF_GROUPS = (("name",), ("role", "organization"), ("site_ids", "team_id"), ("phone",), ("archived",))
_SERIES_GROUPS = (
    ("site_id", "worker_id"),
    ("first_day", "last_day", "start", "pattern", "interval_weeks", "rule"),
    ("room",),
    ("follows",),
    ("archived",),
)
_HALF_DAY_GROUPS = (
    ("site_id", "worker_id", "deputy_for"),
    ("day", "start", "end", "meant_on"),
    ("room",),
    ("note",),
    ("status", "called_off_why"),
    ("own",),
    ("open_anyway",),
    ("office_hours_id",),
)
_SLOT_GROUPS = (("session_id", "site_id"), ("starts_at", "minutes"), ("kind",))
_WAITING_GROUPS = (
    ("site_id", "person_id", "since", "reasons", "words", "age"),
    ("minutes",),
    ("offered_slot_id",),
    ("ended_on", "ended_why"),
    ("priority", "priority_why"),
    ("wish_days", "wish_part", "wish_worker"),
)
_PATIENT_GROUPS = (
    ("given_name", "prefix", "family_name", "birth_date", "gender"),
    ("phone", "safe_contact"),
    ("address", "postcode", "city", "address_confidential"),
    ("school",),
    ("site_id", "practitioner_name"),
    ("bsn", "bsn_status", "bsn_checked_on", "bsn_checked_how"),
    ("interpreter", "accessibility"),
    ("household_id",),
    ("research_objection",),
    ("case_lead",),
    ("archived",),
    ("opened_at",),
    ("restricted_to",),
    ("distinct_from",),
)
_CARD_GROUPS = (
    ("given_name", "prefix", "family_name", "birth_date", "gender"),
    ("phone", "contact_name", "safe_contact"),
    ("interpreter",),
    ("household_id",),
    ("shared",),
    ("site_id", "recorded_at"),
)
_PROVIDER_GROUPS = (
    ("name", "destination"),
    ("helps_with", "age_from", "age_to", "area"),
    ("access_routes", "open_house"),
    ("waiting_weeks", "waiting_measured_on", "waiting_source"),
    ("contact", "phone", "secure_mail"),
    ("archived",),
)
_RELATED_GROUPS = (
    ("patient_id", "name", "relation", "archived"),
    ("phone",),
    ("lives_with",),
    ("authority", "verified_on", "verified_how"),
)
_EPISODE_GROUPS = (
    ("started_on",),
    ("ended_on", "end_reason", "destination"),
    ("aftercare_due", "aftercare_done", "later_referral"),
    ("case_lead",),
    ("reasons", "request_for_help"),
    ("requested_on", "way_in", "site_id"),
)
_GOAL_GROUPS = (("words",), ("levels",), ("score_start",), ("score_end",), ("archived",))
_ENCOUNTER_GROUPS = (
    ("outcome",),
    ("day", "minutes", "visit", "worker_id", "gp_joined"),
    ("appointment_id", "site_id", "patient_id", "episode_id"),
)


def _of_dossier(name: str, record: type[Any], groups: tuple[tuple[str, ...], ...]) -> RecordKind:
    """What workers write in a dossier and change later: two who were apart each keep what they said."""
    return RecordKind(
        name, record, (Family.TEAM,), Rule.GROUPS, WORKER, dossier="patient_id", groups=groups, whole=True
    )


KINDS: dict[str, RecordKind] = {
    kind.name: kind
    for kind in (
        RecordKind("site", Site, (Family.COMMON,), Rule.GROUPS, COORDINATOR, groups=_SITE_GROUPS, whole=True),
        RecordKind("staff", Staff, (Family.COMMON,), Rule.GROUPS, COORDINATOR, groups=_STAFF_GROUPS, whole=True),
        RecordKind("closure", Closure, (Family.COMMON,), Rule.LATEST, COORDINATOR),
        RecordKind("provider", Provider, (Family.COMMON,), Rule.GROUPS, EVERYONE, groups=_PROVIDER_GROUPS),
        RecordKind(
            "office_hours",
            OfficeHours,
            (Family.PRACTICE,),
            Rule.GROUPS,
            PRACTICE,
            groups=_SERIES_GROUPS,
            whole=True,
        ),
        RecordKind("site_closure", SiteClosure, (Family.PRACTICE,), Rule.LATEST, PRACTICE),
        RecordKind("absence", Absence, (Family.PRACTICE,), Rule.LATEST, PRACTICE),
        RecordKind(
            "half_day_session",
            HalfDaySession,
            (Family.PRACTICE,),
            Rule.GROUPS,
            PRACTICE,
            groups=_HALF_DAY_GROUPS,
            whole=True,
        ),
        RecordKind("slot", Slot, (Family.PRACTICE,), Rule.GROUPS, PRACTICE, groups=_SLOT_GROUPS, whole=True),
        RecordKind(
            "person_card",
            PersonCard,
            (Family.PRACTICE,),
            Rule.GROUPS,
            PRACTICE,
            groups=_CARD_GROUPS,
            opening=("site_id", "recorded_at"),
        ),
        RecordKind("appointment", Appointment, (Family.PRACTICE,), Rule.MACHINE, PRACTICE),
        RecordKind(
            "waiting_entry",
            WaitingEntry,
            (Family.PRACTICE,),
            Rule.GROUPS,
            PRACTICE,
            groups=_WAITING_GROUPS,
            whole=True,
            unasked=frozenset({"offered_slot_id"}),
        ),
        RecordKind("safety_task", SafetyTask, (Family.PRACTICE,), Rule.LATEST, PRACTICE),
        RecordKind("feedback", Feedback, (Family.PRACTICE,), Rule.MACHINE, PRACTICE),
        RecordKind("consent", Consent, (Family.PRACTICE, Family.TEAM), Rule.FIXED, PRACTICE, dossier="person_id"),
        RecordKind("response", Response, (Family.TEAM, Family.PRACTICE), Rule.FIXED, PRACTICE, dossier="patient_id"),
        RecordKind(
            "patient",
            Patient,
            (Family.TEAM,),
            Rule.GROUPS,
            WORKER,
            dossier="id",
            groups=_PATIENT_GROUPS,
            opening=("case_lead", "opened_at"),
        ),
        RecordKind(
            "related_person",
            RelatedPerson,
            (Family.TEAM,),
            Rule.GROUPS,
            WORKER,
            dossier="patient_id",
            groups=_RELATED_GROUPS,
        ),
        _of_dossier("episode_of_care", EpisodeOfCare, _EPISODE_GROUPS),
        _of_dossier("encounter", Encounter, _ENCOUNTER_GROUPS),
        _of_dossier("goal", Goal, _GOAL_GROUPS),
        RecordKind("lead_change", LeadChange, (Family.TEAM,), Rule.FIXED, WORKER, dossier="patient_id"),
        RecordKind("review", Review, (Family.TEAM,), Rule.FIXED, WORKER, dossier="patient_id"),
        RecordKind("meldcode_step", MeldcodeStep, (Family.TEAM,), Rule.FIXED, WORKER, dossier="patient_id"),
        RecordKind("note", Note, (Family.TEAM,), Rule.FIXED, WORKER, dossier="patient_id"),
        RecordKind("addendum", Addendum, (Family.TEAM,), Rule.FIXED, WORKER, dossier="patient_id"),
        RecordKind("handover", Handover, (Family.TEAM,), Rule.MACHINE, WORKER, dossier="patient_id"),
        RecordKind("statement", Statement, (Family.TEAM,), Rule.FIXED, WORKER, dossier="patient_id"),
        RecordKind("withholding", Withholding, (Family.TEAM,), Rule.LATEST, WORKER, dossier="patient_id"),
        RecordKind("retention", Retention, (Family.TEAM,), Rule.FIXED, WORKER, dossier="patient_id"),
        RecordKind("sealed_draft", SealedDraft, (Family.TEAM,), Rule.LATEST, WORKER, dossier="patient_id"),
        # Not sealed with the dossier's key: who looked is told for as long as the law asks, also after an erasure.
        RecordKind("access_lines", AccessLines, (Family.TEAM, Family.PRACTICE), Rule.FIXED, PRACTICE),
        RecordKind("erasure", Erasure, (Family.TEAM,), Rule.MACHINE, WORKER),
        RecordKind("erasure_refusal", ErasureRefusal, (Family.TEAM,), Rule.LATEST, WORKER, dossier="patient_id"),
        RecordKind("erasure_receipt", ErasureReceipt, (Family.TEAM,), Rule.FIXED, WORKER),
        RecordKind("kept_history", KeptHistory, (Family.TEAM,), Rule.FIXED, WORKER, dossier="patient_id"),
        RecordKind("fact", Fact, (Family.PILOT,), Rule.LATEST, WORKER),
        RecordKind("narrative", Narrative, (Family.PILOT,), Rule.LATEST, COORDINATOR),
        RecordKind("improvement_action", ImprovementAction, (Family.PILOT,), Rule.LATEST, COORDINATOR),
        RecordKind("issued_report", IssuedReport, (Family.PILOT,), Rule.FIXED, COORDINATOR),
    )
}
KIND_OF: dict[type[Any], RecordKind] = {kind.record: kind for kind in KINDS.values()}
