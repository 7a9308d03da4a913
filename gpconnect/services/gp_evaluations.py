"""The GP's four clicks: which stretches of help of the own practice are asked about, and the answers.

A practice knows no dossier. It learns of an episode by the closing feedback that it received; that names the
episode by a random id, and nothing else leaves the dossier for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import Feedback, FeedbackMoment
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.forms import Form, check_answers
from gpconnect.domain.roles import Intention
from gpconnect.services.acting import acting, check
from gpconnect.services.persons import persons
from gpconnect.services.resources import latest_form
from gpconnect.services.session import Session
from gpconnect.storage import rows

GP_FORM = "gp"


@dataclass(frozen=True, slots=True)
class GpForm:
    """A stretch of help that came to an end, about which this practice is asked.

    Attributes:
        name: of the child, or empty where this device may not show it.
        age: in whole years, or None.
        closed_on: day of the closing feedback.
        answers: what was answered, empty while it is open.
    """

    episode_id: str
    name: str
    age: int | None
    closed_on: date
    answered: bool = False
    answers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GpOverview:
    """The form and what it is asked about: open ones first, the newest first."""

    form: Form
    forms: tuple[GpForm, ...]

    @property
    def open(self) -> int:
        """Number that waits for an answer."""
        return sum(not one.answered for one in self.forms)


def gp_forms(session: Session) -> GpOverview:
    """The closed stretches of help of the own practices.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.ANSWER_AS_GP)
    given = {one.episode_id: one for one in _responses(session)}
    told = _closures(session)
    known = persons(session, [one.person_id for one in told.values()])
    found = []
    for episode_id, feedback in told.items():
        person = known.get(feedback.person_id)
        answer = given.get(episode_id)
        found.append(
            GpForm(
                episode_id,
                person.name if person else "",
                person.age(session.today()) if person else None,
                local_day(feedback.sent_at) if feedback.sent_at else feedback.due_on,
                answer is not None,
                answer.answers if answer else {},
            )
        )
    found.sort(key=lambda one: (one.answered, -one.closed_on.toordinal(), one.episode_id))
    return GpOverview(latest_form(GP_FORM), tuple(found))


def answer_gp(session: Session, episode_id: str, answers: Mapping[str, Any]) -> Changes:
    """Hand in the GP's answers; they live in the practice's space and name no dossier.

    Raises:
        KnownError: ``evaluation.not_due``, ``evaluation.answered``, ``evaluation.empty``, ``form.wrong``,
            ``role.may_not``.
    """
    with acting(session, Intention.ANSWER_AS_GP) as action:
        feedback = _closures(session).get(episode_id)
        if feedback is None:
            raise KnownError("evaluation.not_due")
        if any(one.episode_id == episode_id for one in _responses(session)):
            raise KnownError("evaluation.answered")
        form = latest_form(GP_FORM)
        clean, problems = check_answers(form, dict(answers))
        if problems:
            raise KnownError(problems[0].code, **problems[0].params)
        if not clean:
            raise KnownError("evaluation.empty")
        response = Response(
            id=session.new_id(),
            episode_id=episode_id,
            form=form.id,
            form_version=form.version,
            moment=Moment.END,
            voice=Voice.GP,
            entered_how=EnteredHow.SCREEN,
            handed_in_at=session.now(),
            answers=dict(clean),
            site_id=feedback.site_id,
        )
        action.write(response, "handed_in", space=f"practice/{feedback.site_id}")
    return action.changes


def _closures(session: Session) -> dict[str, Feedback]:
    sites = session.actor.site_ids
    marks = ", ".join("?" * len(sites))
    found = rows.where(
        session.db,
        Feedback,
        f"moment = ? AND sent_at IS NOT NULL AND episode_id <> '' AND site_id IN ({marks})",
        (FeedbackMoment.CLOSURE, *sites),
        order="due_on, id",
    )
    return {one.episode_id: one for one in found}


def _responses(session: Session) -> list[Response]:
    return rows.where(session.db, Response, "voice = ?", (Voice.GP,))
