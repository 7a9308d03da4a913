"""What people say about the figures: their meaning, written with partners, and the actions that follow."""

from datetime import date

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.facts import ImprovementAction, Narrative
from gpconnect.domain.figures import whole_months
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import clean_line, clean_text
from gpconnect.services.acting import acting, check
from gpconnect.services.session import Session
from gpconnect.storage import rows

PLACES = (
    "children",
    "reasons",
    "waiting_median",
    "goals_reached",
    "closed_without_referral",
    "destinations",
    "handovers",
    "usefulness_parent",
)
"""The figures beside which the printed report has room for meaning."""
MEANING_LIMIT = 1_200
ACTION_LIMIT = 200


def save_narrative(
    session: Session, indicator: str, first_day: date, last_day: date, text: str, *, author_name: str = ""
) -> Changes:
    """Write down what a figure means; for the same figure and period the later text takes the earlier one's place.

    Args:
        session: of the coordinator.
        indicator: one of `PLACES`.
        first_day: of the period that it is about; whole months are meant.
        last_day: of the period.
        text: in plain words, without names of children.
        author_name: who says it, for example a theme meeting; empty is the person at work.

    Raises:
        KnownError: ``role.may_not``, ``report.meaning_missing``, ``report.period.order``, ``text.too_long`` or
            ``text.control_character``.
    """
    check(session, Intention.WRITE_NARRATIVE)
    words = clean_text(text, MEANING_LIMIT)
    if not words or indicator not in PLACES:
        raise KnownError("report.meaning_missing")
    period = whole_months(first_day, last_day)
    where = "indicator = ? AND first_day = ? AND last_day = ?"
    known = rows.where(session.db, Narrative, where, (indicator, period.first_day, period.last_day), limit=1)
    narrative = Narrative(
        id=known[0].id if known else session.new_id(),
        indicator=indicator,
        first_day=period.first_day,
        last_day=period.last_day,
        text=words,
        written_at=session.now(),
        author_name=clean_line(author_name) or session.actor.name,
    )
    with acting(session, Intention.WRITE_NARRATIVE) as action:
        action.write(narrative, "written")
    return action.changes


def narratives(session: Session, first_day: date, last_day: date) -> list[Narrative]:
    """What was written about months of this period, oldest first."""
    check(session, Intention.SEE_REPORT)
    return rows.where(
        session.db, Narrative, "first_day <= ? AND last_day >= ?", (last_day, first_day), order="written_at, id"
    )


def save_action(
    session: Session,
    text: str,
    owner: str,
    due_on: date,
    *,
    meeting_on: date | None = None,
    done_on: date | None = None,
    result: str = "",
    action_id: str = "",
) -> Changes:
    """Keep an action of a theme meeting, or what became of it.

    Args:
        session: of the coordinator.
        text: what will be done.
        owner: who sees to it; never a child or parent.
        due_on: when it is to be done.
        meeting_on: the meeting that agreed on it; today for a new action when not given.
        done_on: when it was done.
        result: what became of it.
        action_id: of an action that is known already; empty makes a new one.

    Raises:
        KnownError: ``role.may_not``, ``action.text_missing``, ``action.owner_missing``, ``record.missing``,
            ``text.too_long`` or ``text.control_character``.
    """
    check(session, Intention.WRITE_NARRATIVE)
    words, who = clean_line(text, ACTION_LIMIT), clean_line(owner)
    if not words or not who:
        raise KnownError("action.owner_missing" if words else "action.text_missing")
    known = rows.require(session.db, ImprovementAction, action_id) if action_id else None
    kept = ImprovementAction(
        id=action_id or session.new_id(),
        text=words,
        owner=who,
        due_on=due_on,
        meeting_on=meeting_on or (known.meeting_on if known else session.today()),
        done_on=done_on,
        result=clean_line(result, ACTION_LIMIT),
    )
    return _write(session, kept)


def archive_action(session: Session, action_id: str, *, archived: bool = True) -> Changes:
    """Take an action out of the list, or put it back.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.WRITE_NARRATIVE)
    known = rows.require(session.db, ImprovementAction, action_id)
    return _write(
        session,
        ImprovementAction(
            known.id, known.text, known.owner, known.due_on, known.meeting_on, known.done_on, known.result, archived
        ),
    )


def actions(session: Session) -> list[ImprovementAction]:
    """The actions that stand, those still to be done first."""
    check(session, Intention.SEE_REPORT)
    return rows.where(session.db, ImprovementAction, "archived = 0", order="done_on IS NOT NULL, due_on, id")


def _write(session: Session, kept: ImprovementAction) -> Changes:
    with acting(session, Intention.WRITE_NARRATIVE) as action:
        action.write(kept)
    return action.changes
