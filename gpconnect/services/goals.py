"""Goals in the family's own words, with what reaching them looks like (goal attainment scaling)."""

from dataclasses import replace

from gpconnect.domain.care import Goal
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import WORDS_LIMIT, clean_line
from gpconnect.services import dossiers
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import rows

LOWEST, HIGHEST = -3, 2
"""Scores run from −3 (worse than at the start) over 0 (reached) to +2 (much more than hoped for)."""
AT_START = -2
"""Where a goal usually begins."""
LEVELS = HIGHEST - LOWEST + 1


def add_goal(session: Session, patient_id: str, words: str, levels: tuple[str, ...] = ()) -> tuple[Changes, str]:
    """Set a goal with the family, for the stretch of help that is going on.

    Args:
        session: of the worker.
        patient_id: the child.
        words: the goal as the family says it.
        levels: what each score looks like, from −3 to +2; empty, or six.

    Raises:
        KnownError: ``goal.words_missing``, ``goal.no_episode``, ``goal.levels``, ``text.too_long``,
            ``text.control_character``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.ASK_EVALUATION) as action:
        patient = rows.require(session.db, Patient, patient_id)
        said = clean_line(words, WORDS_LIMIT)
        if not said:
            raise KnownError("goal.words_missing")
        wanted = tuple(clean_line(level, WORDS_LIMIT) for level in levels)
        if wanted and len(wanted) != LEVELS:
            raise KnownError("goal.levels", number=LEVELS)
        episode = dossiers.last_episode(session, patient.id)
        if episode is None:
            raise KnownError("goal.no_episode")
        goal = Goal(session.new_id(), patient.id, episode.id, said, wanted, score_start=AT_START)
        action.write(goal, "set")
    return action.changes, goal.id


def score_goal(session: Session, goal_id: str, *, start: int | None = None, end: int | None = None) -> Changes:
    """Write down how far the family says it came. What is None stays as it was.

    Raises:
        KnownError: ``goal.score`` (lowest, highest), ``record.missing``, ``role.may_not``.
    """
    for score in (start, end):
        if score is not None and not LOWEST <= score <= HIGHEST:
            raise KnownError("goal.score", lowest=LOWEST, highest=HIGHEST)
    with acting(session, Intention.ASK_EVALUATION) as action:
        goal = rows.require(session.db, Goal, goal_id)
        after = replace(
            goal,
            score_start=goal.score_start if start is None else start,
            score_end=goal.score_end if end is None else end,
        )
        if after != goal:
            action.write(after, "scored")
    return action.changes


def clear_score(session: Session, goal_id: str) -> Changes:
    """Take the last score back.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.ASK_EVALUATION) as action:
        action.write(replace(rows.require(session.db, Goal, goal_id), score_end=None), "scored")
    return action.changes


def set_archived(session: Session, goal_id: str, *, archived: bool) -> Changes:
    """Put a goal away, or bring it back.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.ASK_EVALUATION) as action:
        action.write(replace(rows.require(session.db, Goal, goal_id), archived=archived), "archived")
    return action.changes
