"""What happens at the practice's desk: booking, asking whether it may be shared, cancelling, the waiting list."""

from gpconnect.demo import invented
from gpconnect.demo.courses import Question, Sharing, Waiting
from gpconnect.demo.families import Child
from gpconnect.demo.story import Journey, Story, speaker
from gpconnect.domain.consent import Decision
from gpconnect.domain.consenting import PATIENT
from gpconnect.services import booking, cards, feedback, held_details, rebooking, waiting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson

_SEEN_SHARE = 0.85


def book_first(story: Story, journey: Journey) -> None:
    """The first appointment of a family that did not have to wait for a place."""
    _, booked = booking.book(story.session(journey.desk), _request(story, journey, 0))
    _keep(journey, 0, booked, journey.desk)


def join_waiting_list(story: Story, journey: Journey) -> None:
    """No place is free soon enough: the family waits for one."""
    session = story.session(journey.desk)
    request = _request(story, journey, 0)
    _, placed = waiting.add_to_waiting_list(session, request)
    assert isinstance(placed, Booked), "confirmed requests raise no doubt"
    journey.person_id = placed.person_id
    listed = waiting.waiting_list(session, request.site_id)
    journey.waiting_id = next(one.entry_id for one in listed if one.person_id == placed.person_id)


def accept_place(story: Story, journey: Journey) -> None:
    """A place is offered to the family that waits, and it says yes."""
    session = story.session(journey.desk)
    waiting.offer_slot(session, journey.waiting_id, story.slot(journey.course.site, journey.course.steps[0]))
    story.clock.forward(20)
    _, booked = waiting.accept_offer(session, journey.waiting_id)
    _keep(journey, 0, booked, journey.desk)


def book_again(story: Story, journey: Journey, number: int) -> None:
    """A new appointment after one that was missed or called off; the desk knows the child."""
    _, booked = booking.book(story.session(journey.desk), _request(story, journey, number))
    _keep(journey, number, booked, journey.desk)


def walk_in(story: Story, journey: Journey) -> None:
    """A child comes in without appointment; the worker receives it in the place kept for that."""
    worker = story.worker(journey.course.site)
    _, booked = booking.walk_in(story.session(worker), _request(story, journey, 0))
    _keep(journey, 0, booked, worker)


def call_off(story: Story, journey: Journey, number: int) -> None:
    """The family cannot come; whoever booked gives the place back."""
    reason = story.rng.choice(invented.CANCELLATIONS)
    rebooking.cancel(story.session(journey.bookers[number]), journey.appointments[number], reason)


def ask_sharing(story: Story, journey: Journey) -> None:
    """At the door the family is asked what was not asked on the phone, and says yes."""
    session = story.session(journey.desk)
    given_by = speaker(journey.course.child, session.today())
    held_details.record_sharing(
        session, journey.person_id, given_by, Decision.GIVEN, _name(journey.course.child, given_by)
    )


def ask_colleague(story: Story, question: Question) -> str:
    """The GP puts a question for the next half-day, without any child; gives the appointment."""
    session = story.session(story.gp(question.site))
    slot = story.slot_ids[question.site, question.day, question.place]
    _, booked = booking.ask_peer(session, story.site_id(question.site), question.words, slot)
    return booked.appointment_id


def let_wait(story: Story, family: Waiting) -> None:
    """A family gets a place on the waiting list and keeps it."""
    session = story.session(story.desk(family.site)[0])
    request = BookingRequest(
        site_id=story.site_id(family.site),
        new=_new(family.child),
        reasons=family.reasons,
        words=family.words,
        sharing=cards.Sharing.GIVEN,
        given_by=speaker(family.child, session.today()),
        confirmed=True,
    )
    waiting.add_to_waiting_list(session, request)


def read_feedback(story: Story, key: str) -> None:
    """At the end of the week the practice reads what the worker wrote; now and then something is left for Monday."""
    session = story.session(key)
    for one in feedback.received(session):
        if story.rng.random() < _SEEN_SHARE:
            story.clock.forward(1)
            feedback.acknowledge(session, one.feedback.id)


def _request(story: Story, journey: Journey, number: int) -> BookingRequest:
    course, step = journey.course, journey.course.steps[number]
    day = story.session(journey.desk).today()
    at_once = course.sharing is Sharing.AT_ONCE or number > 0
    known = journey.person_id
    return BookingRequest(
        site_id=story.site_id(course.site),
        slot_id=story.slot(course.site, step),
        person_id=known,
        new=None if known else _new(course.child),
        reasons=course.reasons,
        words=course.words if not known or number == 0 else "",
        sharing=cards.Sharing.GIVEN if at_once and not known else cards.Sharing.TO_ASK,
        given_by=speaker(course.child, day),
        gp_joins=course.gp_joins and number == 0,
        interpreter=course.child.interpreter,
        visit=step.visit,
        requested_on=min(course.requested_on, day),
        confirmed=True,
    )


def _new(child: Child) -> NewPerson:
    family = f"{child.prefix} {child.family_name}".strip()
    return NewPerson(child.given_name, family, child.birth_date, child.phone)


def _name(child: Child, given_by: str) -> str:
    return child.given_name if given_by == PATIENT else child.parent


def _keep(journey: Journey, number: int, booked: object, booker: str) -> None:
    assert isinstance(booked, Booked), "confirmed requests raise no doubt"
    journey.person_id = booked.person_id
    journey.appointments[number] = booked.appointment_id
    journey.bookers[number] = booker
