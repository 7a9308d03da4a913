"""When which voice is asked: at the start, at the end and at a follow-up of an episode.

The child's age on the day decides the wording. Parents are asked while the child is under 16: from then on a
youth decides about help alone (Jeugdwet art. 7.3.5).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gpconnect.domain.ages import age_on
from gpconnect.domain.care import EpisodeOfCare
from gpconnect.domain.evaluation import Moment, Response, Voice

CHILD_FROM = 8
"""Younger children are not asked on a form; their parents are."""
YOUTH_FROM = 12
"""From this age the youth's own wording."""
PARENT_UNTIL = 16
"""From this age the parent is no longer asked."""
FOLLOW_UP_AFTER = timedelta(days=91)
"""Follow-up when no aftercare date was agreed: three months, our own choice (no published interval exists)."""
ANSWER_WITHIN = timedelta(days=14)
"""After this a form that was due counts as late in the list; it may still be filled in."""

_FORMS = {Voice.PARENT: "parent", Voice.GP: "gp", Voice.WORKER: "worker"}


@dataclass(frozen=True, slots=True)
class DueForm:
    """One form that is to be filled in: who, when, on which wording.

    Attributes:
        form: id of the form (``resources/forms``).
        due_on: the day of the moment itself.
        late_on: from this day on it is late.
    """

    episode_id: str
    moment: Moment
    voice: Voice
    form: str
    due_on: date
    late_on: date


ASKED_FOR_DAYS = 42
"""How long a family is asked for one form. After that it lapses: it counts as not answered, and nobody keeps asking."""


def has_lapsed(due_on: date, today: date) -> bool:
    """Whether a form has been asked for long enough; it can still be filled in, but it waits for nobody."""
    return (today - due_on).days > ASKED_FOR_DAYS


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of those asked have answered."""

    voice: Voice
    answered: int
    asked: int


def child_form(birth_date: date, day: date) -> str | None:
    """The wording for this child on this day, or None under 8."""
    age = age_on(birth_date, day)
    if age < CHILD_FROM:
        return None
    return "child_8_11" if age < YOUTH_FROM else "youth_12"


def moments_of(episode: EpisodeOfCare, today: date) -> list[tuple[Moment, date]]:
    """The moments that have come for this episode, each with its day."""
    moments: list[tuple[Moment, date]] = []
    if episode.started_on is not None:
        moments.append((Moment.START, episode.started_on))
    if episode.ended_on is not None:
        moments.append((Moment.END, episode.ended_on))
        moments.append((Moment.FOLLOW_UP, episode.aftercare_due or episode.ended_on + FOLLOW_UP_AFTER))
    return [(moment, day) for moment, day in moments if day <= today]


def voices_at(moment: Moment, birth_date: date, day: date) -> list[tuple[Voice, str]]:
    """Who is asked at a moment, with the form: family always, the professionals once, at the end."""
    voices: list[tuple[Voice, str]] = []
    own = child_form(birth_date, day)
    if own is not None:
        voices.append((Voice.CHILD, own))
    age = age_on(birth_date, day)
    if age < PARENT_UNTIL:
        voices.append((Voice.PARENT, _FORMS[Voice.PARENT]))
    if moment is Moment.END:
        voices += [(voice, _FORMS[voice]) for voice in (Voice.GP, Voice.WORKER)]
    return voices


def due_forms(episode: EpisodeOfCare, birth_date: date, today: date) -> list[DueForm]:
    """Every form that is or was due for an episode up to today, answered or not."""
    return [
        DueForm(episode.id, moment, voice, form, day, day + ANSWER_WITHIN)
        for moment, day in moments_of(episode, today)
        for voice, form in voices_at(moment, birth_date, day)
    ]


def unique_responses(responses: Iterable[Response]) -> tuple[list[Response], list[Response]]:
    """What counts and what came twice: the first handed in counts, a duplicate is kept and flagged."""
    counted: dict[tuple[str, Moment, Voice], Response] = {}
    twice: list[Response] = []
    for response in sorted(responses, key=lambda each: (each.handed_in_at, each.id)):
        key = (response.episode_id, response.moment, response.voice)
        if key in counted:
            twice.append(response)
        else:
            counted[key] = response
    return list(counted.values()), twice


def open_forms(due: Iterable[DueForm], responses: Iterable[Response]) -> list[DueForm]:
    """The forms nobody has handed in yet, oldest first."""
    given = {(each.episode_id, each.moment, each.voice) for each in responses}
    waiting = [form for form in due if (form.episode_id, form.moment, form.voice) not in given]
    return sorted(waiting, key=lambda form: (form.due_on, form.episode_id, form.moment, form.voice))


def response_rate(due: Sequence[DueForm], responses: Iterable[Response]) -> list[Rate]:
    """Per voice how many forms were due and how many of those were answered; each counted once."""
    given = {(each.episode_id, each.moment, each.voice) for each in responses}
    return [
        Rate(voice, sum((form.episode_id, form.moment, form.voice) in given for form in forms), len(forms))
        for voice in Voice
        for forms in [[form for form in due if form.voice is voice]]
    ]
