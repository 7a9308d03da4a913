"""What a fact may hold, per kind, and nothing else: the gate through which figures reach the municipality.

Statistics without consent are allowed only when they cannot identify anybody, nobody objected and it is noted in the
dossier (Jeugdwet art. 7.3.12). So a fact holds closed types: enums, small integers, months, age bands and random
numbers. Free text has no place in this table, and what is not in the table is refused.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Any

from gpconnect.domain.care import Destination, EndReason, FeedbackMoment, Outcome, ReferrerType
from gpconnect.domain.evaluation import Moment
from gpconnect.domain.facts import Fact
from gpconnect.domain.handover import HandoverStatus
from gpconnect.domain.schedule import AppointmentStatus, VisitKind

AGE_BANDS = ("0-3", "4-7", "8-11", "12-15", "16-17", "18-23")
"""Ages as they leave the house: never finer."""

FACT_VOICES = ("child", "youth", "parent", "gp", "worker")
"""Whose experience: ``child`` is 8 to 11, ``youth`` 12 and older; parents and youths are never added up."""

_RANDOM = re.compile(r"[0-9a-f]{32,64}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_MAX_DAYS = 3_650


class FactRefusedError(ValueError):
    """A fact holds what may never leave: a bug in our own derivation, not something a person did.

    The text names kind and value by their definition, never the content.
    """


class Shape(StrEnum):
    """The closed types of a value."""

    CHOICE = "choice"
    NUMBER = "number"
    FLAG = "flag"
    MONTH = "month"
    RANDOM = "random"
    SITE = "site"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Allowed:
    """What one value of a fact may be.

    Attributes:
        choices: for `Shape.CHOICE`, everything that is allowed.
        low: for `Shape.NUMBER`, smallest whole number.
        high: for `Shape.NUMBER`, largest whole number.
        optional: the value may be left out.
    """

    shape: Shape
    choices: frozenset[str] = frozenset()
    low: int = 0
    high: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is data in this pilot and therefore closed only here: the ids of its sites and its request codes."""

    sites: frozenset[str] = field(default_factory=frozenset)
    reasons: frozenset[str] = field(default_factory=frozenset)


def _choice(values: type[Enum] | tuple[str, ...], *, optional: bool = False) -> Allowed:
    names = values if isinstance(values, tuple) else tuple(str(member.value) for member in values)
    return Allowed(Shape.CHOICE, choices=frozenset(names), optional=optional)


def _number(low: int, high: int, *, optional: bool = False) -> Allowed:
    return Allowed(Shape.NUMBER, low=low, high=high, optional=optional)


_SITE = Allowed(Shape.SITE)
_RANDOM_ID = Allowed(Shape.RANDOM)
_FLAG = Allowed(Shape.FLAG)
_MAYBE = Allowed(Shape.FLAG, optional=True)
_MONTH_OF = Allowed(Shape.MONTH, optional=True)
_DAYS = _number(0, _MAX_DAYS, optional=True)
_FIVE = _number(1, 5, optional=True)

FACT_KINDS: dict[str, dict[str, Allowed]] = {
    "half_day": {
        "site": _SITE,
        "worker": _RANDOM_ID,
        "capacity": _number(0, 48),
        "used": _number(0, 48),
    },
    "encounter": {
        "child": _RANDOM_ID,
        "site": _SITE,
        "visit": _choice(VisitKind),
        "age_band": _choice(AGE_BANDS),
        "outcome": _choice(Outcome, optional=True),
        "gp_joined": _FLAG,
        "waiting_days": _DAYS,
    },
    "appointment_end": {
        "site": _SITE,
        "status": _choice(
            (AppointmentStatus.FULFILLED.value, AppointmentStatus.NOSHOW.value, AppointmentStatus.CANCELLED.value)
        ),
    },
    "waiting": {"site": _SITE},
    "episode": {
        "child": _RANDOM_ID,
        "site": _SITE,
        "age_band": _choice(AGE_BANDS),
        "way_in": _choice(ReferrerType),
        "reasons": Allowed(Shape.REASONS),
        "status": _choice(("open", "closed")),
        "started": _MONTH_OF,
        "closed": _MONTH_OF,
        "end_reason": _choice(EndReason, optional=True),
        "destination": _choice(Destination, optional=True),
        "talks": _number(0, 500),
        "lead_kept": _MAYBE,
        "aftercare_planned": _FLAG,
        "aftercare_done": _FLAG,
        "later_referral": _FLAG,
    },
    "handover": {
        "destination": _choice(Destination),
        "status": _choice(HandoverStatus),
        "met": _FLAG,
        "days_to_accept": _DAYS,
        "days_to_first_contact": _DAYS,
        "called_back": _MAYBE,
    },
    "feedback": {"site": _SITE, "moment": _choice(FeedbackMoment), "in_time": _MAYBE},
    "response": {
        "voice": _choice(FACT_VOICES),
        "moment": _choice(Moment),
        "answered": _FLAG,
        "usefulness": _number(1, 10, optional=True),
        "recommend": _number(0, 10, optional=True),
        "heard": _FIVE,
        "without_help": _choice(("01", "02", "03", "04"), optional=True),
        "gp_reach": _FIVE,
        "gp_feedback": _FIVE,
        "gp_lead": _FIVE,
        "gp_time": _FIVE,
        "worker_fit": _FIVE,
    },
    "goal": {"score_start": _number(-3, 2), "score_end": _number(-3, 2)},
    "peer_consultation": {"site": _SITE},
}
"""Per kind of fact, every value it may hold. The words for people stand in ``resources/sharing.toml``."""


def _fits(allowed: Allowed, value: Any, vocabulary: Vocabulary) -> bool:
    """Whether one value is of its closed type; a boolean is never a number."""
    match allowed.shape:
        case Shape.FLAG:
            return isinstance(value, bool)
        case Shape.NUMBER:
            return type(value) is int and allowed.low <= value <= allowed.high
        case Shape.REASONS:
            return isinstance(value, list | tuple) and _are_reasons(value, vocabulary)
        case _:
            return isinstance(value, str) and _text_fits(allowed, value, vocabulary)


def _are_reasons(values: Sequence[Any], vocabulary: Vocabulary) -> bool:
    return all(isinstance(each, str) and each in vocabulary.reasons for each in values) and len(set(values)) == len(
        values
    )


def _text_fits(allowed: Allowed, value: str, vocabulary: Vocabulary) -> bool:
    match allowed.shape:
        case Shape.CHOICE:
            return value in allowed.choices
        case Shape.SITE:
            return value in vocabulary.sites
        case Shape.MONTH:
            return _MONTH.fullmatch(value) is not None
        case _:
            return _RANDOM.fullmatch(value) is not None


def check(fact: Fact, vocabulary: Vocabulary) -> Fact:
    """The fact itself, when it holds nothing but what its kind allows.

    Raises:
        FactRefusedError: an unknown kind, an unknown value, a missing value, or content of another type.
    """
    kind = FACT_KINDS.get(fact.kind)
    if kind is None:
        raise FactRefusedError("unknown kind of fact")
    if fact.month.day != 1:
        raise FactRefusedError(f"{fact.kind}: finer than a month")
    if _RANDOM.fullmatch(fact.id) is None:
        raise FactRefusedError(f"{fact.kind}: the id is not a random number")
    if fact.values.keys() - kind.keys():
        raise FactRefusedError(f"{fact.kind}: a value that its definition does not know")
    _check_values(fact.kind, kind, fact.values, vocabulary)
    return fact


def _check_values(name: str, kind: Mapping[str, Allowed], values: Mapping[str, Any], vocabulary: Vocabulary) -> None:
    for key, allowed in kind.items():
        value = values.get(key)
        if value is None:
            if not allowed.optional:
                raise FactRefusedError(f"{name}.{key}: missing")
        elif not _fits(allowed, value, vocabulary):
            raise FactRefusedError(f"{name}.{key}: outside its closed type")


def fact_subject(kind: str, record_id: str) -> bytes:
    """What a fact is about, as bytes to put under the team's pseudonym key (HMAC); done by the caller."""
    return b"gpconnect fact 1\0" + kind.encode() + b"\0" + record_id.encode()
