"""The reporting code for domestic violence and child abuse (meldcode; Jeugdwet 4.1.7): five steps, each with its day.

What a step says is about the worst that can happen at home, and often about who reads along there. It stands apart from
the notes: in no search, no text that is prefilled, and no copy for a parent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from gpconnect.domain.calendar import add_working_days
from gpconnect.domain.errors import KnownError

SIGNALS, CONSULT, TALK, WEIGH, DECIDE = 1, 2, 3, 4, 5
"""Map the signals; consult a colleague or Veilig Thuis; talk with those involved; weigh; decide."""
CONSULTED = ("colleague", "safe_home", "confidential_doctor", "other")
"""Who was consulted: a colleague who knows about it, Veilig Thuis, a confidential doctor, somebody else."""
WEIGHING = ("suspicion", "danger", "able", "accepted", "lasting")
"""The five questions of weighing, for every profession since 1 January 2019: is there a suspicion; is there acute or
structural danger; can I help; does the family accept that; will it make it safe to last."""
ANSWERS = ("yes", "no", "unknown")
DECISIONS = ("help", "report", "both", "none")
"""Organise help, report to Veilig Thuis, both, or neither because the suspicion was taken away."""
REPORTED = frozenset({"report", "both"})
NEXT_WITHIN = 5
"""Working days within which a next step is expected; ours, the law names none."""


@dataclass(frozen=True, slots=True)
class MeldcodeStep:
    """One step that was taken. It never changes; what was wrong in it is corrected by another.

    Attributes:
        step: 1 to 5.
        day: on which it was taken.
        consulted: codes of `CONSULTED`, for the second step.
        weighing: an answer of `ANSWERS` to each question of `WEIGHING`, for the fourth.
        decision: a code of `DECISIONS`, for the fifth.
        reported_on: the day of the report to Veilig Thuis, where that was decided and done.
        corrects: id of the step that it stands in the place of, or empty.
    """

    id: str
    patient_id: str
    step: int
    day: date
    words: str
    made_by: str
    made_by_name: str
    made_at: datetime
    consulted: tuple[str, ...] = ()
    weighing: dict[str, str] = field(default_factory=dict)
    decision: str = ""
    reported_on: date | None = None
    corrects: str = ""


def check_step(one: MeldcodeStep, today: date) -> None:
    """Refuse a step that does not say what it must.

    Raises:
        KnownError: ``meldcode.day``, ``meldcode.words``, ``meldcode.consulted``, ``meldcode.weighing``,
            ``meldcode.decision``, ``meldcode.reported_on``; each with the param ``field``.
    """
    missing = {
        "step": one.step not in range(SIGNALS, DECIDE + 1),
        "day": one.day > today,
        "words": not one.words,
        "consulted": one.step == CONSULT and (not one.consulted or not set(one.consulted) <= set(CONSULTED)),
        "weighing": one.step == WEIGH and not _all_answered(one.weighing),
        "decision": one.step == DECIDE and one.decision not in DECISIONS,
        "reported_on": one.reported_on is not None and (one.decision not in REPORTED or one.reported_on > today),
    }
    for name, wrong in missing.items():
        if wrong:
            raise KnownError(f"meldcode.{name}", field=name)


def standing(steps: Iterable[MeldcodeStep]) -> tuple[MeldcodeStep, ...]:
    """The steps that count, oldest first: those that were corrected are left out."""
    known = list(steps)
    gone = {one.corrects for one in known}
    left = (one for one in known if one.id not in gone)
    return tuple(sorted(left, key=lambda one: (one.day, one.step, one.made_at, one.id)))


def next_due(steps: Sequence[MeldcodeStep]) -> date | None:
    """The day on which a next step is expected; None before the first step and after a decision.

    Args:
        steps: those that count, oldest first.
    """
    if not steps or steps[-1].step == DECIDE:
        return None
    return add_working_days(steps[-1].day, NEXT_WITHIN)


def next_step(steps: Sequence[MeldcodeStep]) -> int:
    """The step that most likely comes now; after a decision it begins anew."""
    return SIGNALS if not steps or steps[-1].step == DECIDE else steps[-1].step + 1


def _all_answered(weighing: dict[str, str]) -> bool:
    return set(weighing) == set(WEIGHING) and set(weighing.values()) <= set(ANSWERS)
