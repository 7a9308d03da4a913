"""What a first talk adds to a dossier: who is around the child, who agreed to what, and a goal."""

from gpconnect.demo import goals
from gpconnect.demo.courses import Fate
from gpconnect.demo.story import Journey, Story
from gpconnect.domain.ages import age_on
from gpconnect.domain.consent import Scope
from gpconnect.domain.consenting import PATIENT, Party, who_decides
from gpconnect.domain.people import AuthorityBasis, Relation, VerifiedHow
from gpconnect.services import consents, patients
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.patients import TypedPerson
from gpconnect.services.purposes import FEEDBACK, HELP
from gpconnect.services.session import Session

_OBJECTION_SHARE = 0.015
_STILL_TO_ASK_SHARE = 0.05
_BY_DOCUMENT_SHARE = 0.2
_ADULT = 18


def complete(story: Story, journey: Journey) -> None:
    """Fill in the dossier after a first talk: address, school, parents, consent, and often a goal."""
    worker = story.session(story.worker(journey.course.site))
    child = journey.course.child
    typed: dict[str, str | bool] = {
        "gender": str(child.gender),
        "address": child.address,
        "postcode": child.postcode,
        "city": child.city,
        "school": child.school,
        "interpreter": child.interpreter,
    }
    if story.rng.random() < _OBJECTION_SHARE:
        typed["research_objection"] = True
    patients.edit_patient(worker, journey.person_id, typed)
    _join_family(story, journey, worker)
    if age_on(child.birth_date, worker.today()) < _ADULT:
        journey.parents = _add_parents(story, journey, worker)
    one_to_ask = len(journey.parents) > 1 and story.rng.random() < _STILL_TO_ASK_SHARE
    agree(story, journey, skip_last_parent=one_to_ask)
    goals.set_goal(story, journey)


def agree(story: Story, journey: Journey, *, skip_last_parent: bool = False) -> None:
    """Everybody who decides at this age agrees to help, and to telling the GP how it goes (Jeugdwet 7.3.4, 7.3.11).

    Args:
        story: the telling.
        journey: whose dossier.
        skip_last_parent: the other parent is still to be asked about help.
    """
    worker = story.session(story.worker(journey.course.site))
    age = age_on(journey.course.child.birth_date, worker.today())
    site = story.cast.places[journey.course.site].site
    for question in (
        Question(Scope.HELP, HELP, worker.actor.team_id, worker.actor.organization),
        Question(Scope.SHARE, FEEDBACK, site.id, site.name),
    ):
        givers = deciders(journey, question.scope, age)
        if skip_last_parent and question.scope is Scope.HELP:
            givers = givers[:-1]
        for given_by in givers:
            consents.record_consent(worker, NewConsent(journey.person_id, question, given_by))


def deciders(journey: Journey, scope: Scope, age: int) -> list[str]:
    """Whose yes is needed: the youth, the parents with authority, or both."""
    parties = who_decides(scope, age).parties
    givers = [PATIENT] if Party.YOUTH in parties else []
    return givers + (list(journey.parents) if Party.PARENTS in parties else [])


def _join_family(story: Story, journey: Journey, worker: Session) -> None:
    """Brothers, sisters and twins are put in one household as soon as the second of them is here."""
    household = journey.course.child.household
    for other in story.journeys:
        if other is not journey and other.course.child.household == household and other.episode_id:
            patients.join_household(worker, journey.person_id, other.person_id)
            return


def _add_parents(story: Story, journey: Journey, worker: Session) -> tuple[str, ...]:
    """Parents with authority, looked up in the register of parental authority (Civil Code 1:244 and 1:245)."""
    child = journey.course.child
    found = []
    for name in filter(None, (child.parent, child.other_parent)):
        by_document = story.rng.random() < _BY_DOCUMENT_SHARE
        typed = TypedPerson(
            name=name,
            relation=Relation.PARENT,
            phone=child.phone if name == child.parent else "",
            authority=AuthorityBasis.REGISTER,
            verified_how=VerifiedHow.DOCUMENT if by_document else VerifiedHow.REGISTER,
        )
        found.append(patients.save_related(worker, journey.person_id, typed)[1])
    return tuple(found)


def is_first_talk(journey: Journey, number: int) -> bool:
    """Whether no talk was held before this one."""
    return not any(step.fate is Fate.SEEN for step in journey.course.steps[:number])
