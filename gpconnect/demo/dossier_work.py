"""What a first talk adds to a dossier: who is around the child, who agreed to what, and a goal."""

from dataclasses import replace

from gpconnect.demo import invented
from gpconnect.demo.courses import Fate
from gpconnect.demo.families import Child
from gpconnect.demo.story import Journey, Story
from gpconnect.domain.ages import age_on
from gpconnect.domain.care import Goal
from gpconnect.domain.consent import Consent, Decision, Form, Scope
from gpconnect.domain.consenting import PATIENT, Party, who_decides_help, who_decides_sharing
from gpconnect.domain.people import AuthorityBasis, Patient, RelatedPerson, Relation, VerifiedHow
from gpconnect.domain.roles import Intention
from gpconnect.services.acting import Action, acting
from gpconnect.services.purposes import FEEDBACK, HELP
from gpconnect.storage import rows

_GOAL_SHARE = 0.45
_OBJECTION_SHARE = 0.015
_ADULT = 18


def complete(story: Story, journey: Journey, appointment_id: str) -> None:
    """Fill in the dossier after a first talk, as one act of the worker."""
    worker = story.session(story.worker(journey.course.site))
    child = journey.course.child
    del appointment_id
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        patient = rows.require(worker.db, Patient, journey.person_id)
        action.write(
            replace(
                patient,
                gender=child.gender,
                address=child.address,
                postcode=child.postcode,
                city=child.city,
                school=child.school,
                interpreter=child.interpreter,
                household_id=household_id(story, child),
                research_objection=story.rng.random() < _OBJECTION_SHARE,
            ),
            "completed",
        )
        if not journey.parents and age_on(child.birth_date, worker.today()) < _ADULT:
            journey.parents = _add_parents(story, journey, action)
        _agree(journey, action, story)
        if story.rng.random() < _GOAL_SHARE:
            words, levels = story.rng.choice(invented.GOALS)
            goal = Goal(worker.new_id(), journey.person_id, journey.episode_id, words, levels, score_start=-2)
            action.write(goal, "set")
            journey.goal_id = goal.id


def household_id(story: Story, child: Child) -> str:
    """The same id for children of one family, and nothing to read in it."""
    return f"{child.household:08x}{len(story.cast.places):08x}" * 2


def score_goal(story: Story, journey: Journey, number: int) -> None:
    """At the last talk the family says how far they came."""
    course = journey.course
    if not journey.goal_id or course.ending is None or course.steps[number] is not course.last_talk():
        return
    worker = story.session(story.worker(course.site))
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        goal = rows.require(worker.db, Goal, journey.goal_id)
        action.write(replace(goal, score_end=story.rng.choice((-2, -1, -1, 0, 0, 0, 1, 2))), "scored")


def _add_parents(story: Story, journey: Journey, action: Action) -> tuple[str, ...]:
    """Parents with authority, looked up in the register of authority (Jeugdwet 7.3.4; Civil Code 1:244)."""
    session, child = action.session, journey.course.child
    found = []
    for name in filter(None, (child.parent, child.other_parent)):
        parent = RelatedPerson(
            id=session.new_id(),
            patient_id=journey.person_id,
            name=name,
            relation=Relation.PARENT,
            phone=child.phone if name == child.parent else "",
            authority=AuthorityBasis.REGISTER,
            verified_on=session.today(),
            verified_how=VerifiedHow.REGISTER if story.rng.random() < 0.8 else VerifiedHow.DOCUMENT,  # noqa: PLR2004 - a share
        )
        action.write(parent)
        found.append(parent.id)
    return tuple(found)


def _agree(journey: Journey, action: Action, story: Story) -> None:
    """Everybody who decides agrees to help and to telling the GP."""
    session, course = action.session, journey.course
    age = age_on(course.child.birth_date, session.today())
    site_id = story.site_id(course.site)
    names = {PATIENT: course.child.given_name} | dict(
        zip(journey.parents, filter(None, (course.child.parent, course.child.other_parent)), strict=False)
    )
    wanted = (
        (Scope.HELP, HELP, session.actor.team_id, session.actor.organization, who_decides_help(age)),
        (Scope.SHARE, FEEDBACK, site_id, story.cast.places[course.site].site.name, who_decides_sharing(age)),
    )
    for scope, purpose, recipient, recipient_name, deciders in wanted:
        givers = [PATIENT] if Party.YOUTH in deciders.parties else []
        givers += list(journey.parents) if Party.PARENTS in deciders.parties else []
        for given_by in givers:
            action.write(
                Consent(
                    id=session.new_id(),
                    person_id=journey.person_id,
                    scope=scope,
                    purpose=purpose,
                    recipient=recipient,
                    given_by=given_by,
                    decision=Decision.GIVEN,
                    acted_on=session.today(),
                    recorded_by=session.actor.staff_id,
                    recorded_at=session.now(),
                    given_by_name=names.get(given_by, ""),
                    recipient_name=recipient_name,
                    form=Form.ORAL,
                ),
                space=session.team_space,
            )


def is_seen(journey: Journey) -> bool:
    """Whether any talk was held."""
    return any(step.fate is Fate.SEEN for step in journey.course.steps)
