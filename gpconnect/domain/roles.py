"""Which role may do what, and which areas it sees: a table, not code.

A service asks `require` before it acts; replicas check again by record kind (`gpconnect.domain.records`). Nobody sees
more than the work needs (AVG art. 5 lid 1 onder c; NEN 7513 logs a refusal as well).
"""

from enum import StrEnum

from gpconnect.domain.errors import KnownError
from gpconnect.domain.staff import Role


class Intention(StrEnum):
    """What somebody sets out to do, by journey."""

    BOOK = "book"
    MOVE = "move"
    CANCEL = "cancel"
    WALK_IN = "walk_in"
    URGENT = "urgent"
    PEER_CONSULTATION = "peer_consultation"
    MANAGE_WAITING_LIST = "manage_waiting_list"
    RECORD_SHARING_CONSENT = "record_sharing_consent"
    SEE_AGENDA = "see_agenda"
    PLAN_HALF_DAYS = "plan_half_days"
    RECEIVE = "receive"
    TALK = "talk"
    FINISH_TASK = "finish_task"
    SEARCH = "search"
    SEE_DIRECTORY = "see_directory"
    SEE_PILOT = "see_pilot"
    READ_DOSSIER = "read_dossier"
    RESTRICT_DOSSIER = "restrict_dossier"
    READ_IN_EMERGENCY = "read_in_emergency"
    EDIT_DOSSIER = "edit_dossier"
    WRITE_NOTE = "write_note"
    RECORD_HELP_CONSENT = "record_help_consent"
    GIVE_FEEDBACK = "give_feedback"
    READ_FEEDBACK = "read_feedback"
    HAND_OVER = "hand_over"
    EDIT_DIRECTORY = "edit_directory"
    ASK_EVALUATION = "ask_evaluation"
    ANSWER_AS_GP = "answer_as_gp"
    DERIVE_FACTS = "derive_facts"
    SEE_REPORT = "see_report"
    ISSUE_REPORT = "issue_report"
    WRITE_NARRATIVE = "write_narrative"
    SYNC = "sync"
    RESOLVE_CONFLICT = "resolve_conflict"
    SEE_SHARING = "see_sharing"
    ADMINISTER = "administer"
    INVITE = "invite"
    BACK_UP = "back_up"
    KEEP_KEYS = "keep_keys"
    READ_ACCESS_LOG = "read_access_log"
    GIVE_INSPECTION = "give_inspection"
    ERASE = "erase"


class Area(StrEnum):
    """The areas of the left rail."""

    TODAY = "today"
    AGENDA = "agenda"
    PATIENTS = "patients"
    NOTE = "note"
    HANDOVERS = "handovers"
    EVALUATION = "evaluation"
    REPORT = "report"
    DIRECTORY = "directory"
    SHARING = "sharing"
    ADMIN = "admin"


_WORKER = frozenset({Role.YOUTH_WORKER})
_DESK = frozenset({Role.GP, Role.PRACTICE_ASSISTANT})
_GP = frozenset({Role.GP})
_COORDINATOR = frozenset({Role.COORDINATOR})
_EVERYONE = frozenset(Role)

MAY: dict[Intention, frozenset[Role]] = {
    Intention.BOOK: _DESK | _WORKER,
    Intention.MOVE: _DESK | _WORKER,
    Intention.CANCEL: _DESK | _WORKER,
    Intention.WALK_IN: _DESK | _WORKER,
    Intention.URGENT: _DESK | _WORKER,
    Intention.PEER_CONSULTATION: _GP | _WORKER,
    Intention.MANAGE_WAITING_LIST: _DESK | _WORKER,
    Intention.RECORD_SHARING_CONSENT: _DESK | _WORKER,
    Intention.SEE_AGENDA: _DESK | _WORKER,
    Intention.PLAN_HALF_DAYS: _DESK | _WORKER,
    Intention.RECEIVE: _DESK | _WORKER,
    Intention.TALK: _WORKER,
    Intention.FINISH_TASK: _DESK | _WORKER,
    Intention.SEARCH: _EVERYONE,
    Intention.SEE_DIRECTORY: _EVERYONE,
    Intention.SEE_PILOT: _EVERYONE,
    Intention.READ_DOSSIER: _WORKER,
    Intention.RESTRICT_DOSSIER: _WORKER,
    Intention.READ_IN_EMERGENCY: _WORKER,
    Intention.EDIT_DOSSIER: _WORKER,
    Intention.WRITE_NOTE: _WORKER,
    Intention.RECORD_HELP_CONSENT: _WORKER,
    Intention.GIVE_FEEDBACK: _WORKER,
    Intention.READ_FEEDBACK: _DESK | _WORKER,
    Intention.HAND_OVER: _WORKER,
    Intention.EDIT_DIRECTORY: _EVERYONE,
    Intention.ASK_EVALUATION: _WORKER,
    Intention.ANSWER_AS_GP: _GP,
    Intention.DERIVE_FACTS: _WORKER,
    Intention.SEE_REPORT: _COORDINATOR,
    Intention.ISSUE_REPORT: _COORDINATOR,
    Intention.WRITE_NARRATIVE: _COORDINATOR,
    Intention.SYNC: _EVERYONE,
    Intention.RESOLVE_CONFLICT: _EVERYONE,
    Intention.SEE_SHARING: _EVERYONE,
    Intention.ADMINISTER: _COORDINATOR,
    Intention.INVITE: _EVERYONE,
    Intention.BACK_UP: _EVERYONE,
    Intention.KEEP_KEYS: _EVERYONE,
    Intention.READ_ACCESS_LOG: _WORKER | _GP,
    Intention.GIVE_INSPECTION: _WORKER,
    Intention.ERASE: _WORKER,
}
"""Who may. A youth worker may plan and book at any practice of the pilot, a practice only at its own: that second
half is decided by membership of the space, not here. `Intention.INVITE` is for whoever administers a space, and what a
search finds depends on the role: see `gpconnect.services.finding`."""

_SHOWN: dict[Area, frozenset[Role]] = {
    Area.TODAY: _DESK | _WORKER,
    Area.AGENDA: _DESK | _WORKER,
    Area.PATIENTS: _WORKER,
    Area.NOTE: _WORKER,
    Area.HANDOVERS: _WORKER,
    Area.EVALUATION: _WORKER | _GP,
    Area.REPORT: _COORDINATOR,
    Area.DIRECTORY: _EVERYONE,
    Area.SHARING: _EVERYONE,
    Area.ADMIN: _EVERYONE,
}

AREAS: dict[Role, tuple[Area, ...]] = {role: tuple(area for area in Area if role in _SHOWN[area]) for role in Role}
"""The areas of each role, in the order of the rail."""


def may(role: Role, intention: Intention) -> bool:
    """Whether this role may do this."""
    return role in MAY[intention]


def require(role: Role, intention: Intention) -> None:
    """Refuse what this role may not do.

    Raises:
        KnownError: ``role.may_not`` (role, intention).
    """
    if not may(role, intention):
        raise KnownError("role.may_not", role=str(role), intention=str(intention))
