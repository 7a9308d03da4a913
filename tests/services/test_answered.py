"""What the hub took is not given back: its yes says where it stands, and only when that is certain."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from gpconnect.domain.schedule import Appointment, Placement
from gpconnect.services import answered, enrolling, sending, syncing, taking
from gpconnect.services.session import Session
from gpconnect.storage import operations, parcels, rows
from gpconnect.sync import wire as messages
from gpconnect.sync.client import Request, Response
from tests.services.conftest import PRACTICE, MakeSession
from tests.services.online import Wire, client, slip_in, sync
from tests.services.other_hub import OtherHub
from tests.services.test_syncing import SLOT, book

Change = Callable[[messages.PushAnswer], messages.PushAnswer]


class Heard:
    """Counts the pulls on the line, and lets a test change what the hub says to a push."""

    def __init__(self, change: Change = lambda answer: answer) -> None:
        self.pulls = 0
        self.change = change

    def __call__(self, request: Request, response: Response) -> Response:
        if request.path != "/v1/parcels":
            return response
        if request.method == "GET":
            self.pulls += 1
            return response
        answer = msgspec.msgpack.decode(response.body, type=messages.PushAnswer)
        return replace(response, body=msgspec.msgpack.encode(self.change(answer)))


@pytest.fixture
def gp(practice: tuple[Session, Session, Session], wire: Wire) -> Session:
    sync(*practice, wire=wire)
    return practice[0]


def pulls_of_a_round(gp: Session, wire: Wire, change: Change = lambda answer: answer) -> int:
    """How often the hub is asked for something in a round in which a booking goes out and stands confirmed."""
    booked, heard = book(gp, SLOT), Heard(change)
    wire.between = heard
    syncing.sync_now(gp, client(gp, wire))
    wire.between = None
    assert rows.require(gp.db, Appointment, booked.id).placement is Placement.CONFIRMED
    assert syncing.state(gp).waiting == syncing.state(gp).alarms == 0
    return heard.pulls


def test_what_the_hub_took_is_not_asked_for_again(gp: Session, wire: Wire) -> None:
    quiet = Heard()
    wire.between = quiet
    syncing.sync_now(gp, client(gp, wire))

    assert pulls_of_a_round(gp, wire) == quiet.pulls


@pytest.mark.parametrize(
    "change",
    [
        lambda answer: msgspec.structs.replace(answer, received_at=""),
        lambda answer: msgspec.structs.replace(answer, received_at="morgen"),
        lambda answer: msgspec.structs.replace(answer, status="duplicate"),
    ],
    ids=["a hub of before this", "at no moment", "it was taken before"],
)
def test_what_the_answer_does_not_say_is_asked(gp: Session, wire: Wire, change: Change) -> None:
    asked = pulls_of_a_round(gp, wire, change)

    assert asked > 1


def test_the_grants_of_an_answer_are_recomputed_as_those_of_a_pull(gp: Session, wire: Wire) -> None:
    book(gp, SLOT)
    wire.between = Heard(lambda answer: msgspec.structs.replace(answer, granted=(False,) * len(answer.granted)))

    syncing.sync_now(gp, client(gp, wire))

    assert [one.reason for one in parcels.troubles(gp.db)] == ["hub.granted_otherwise"]


@pytest.fixture
def sanne(make_session: MakeSession) -> Session:
    return make_session("worker")


@pytest.fixture
def hub(sanne: Session) -> OtherHub:
    made = OtherHub(sanne.team_space)
    enrolling.found(sanne, sanne.team_space)
    made.accept(sanne)
    return made


def yes(hub: OtherHub, sanne: Session, push: messages.Push) -> messages.PushAnswer:
    """The hub takes this parcel and says where it stands."""
    hub.place(push)
    proof = hub.answer(sanne).proof
    return messages.PushAnswer("ok", proof.seq, proof.head, proof=proof, received_at="2026-11-24T08:52:00Z")


def sent(sanne: Session) -> messages.Push:
    """Something that waits, on its way."""
    slip_in(sanne, "something.made", space=sanne.team_space)
    push = sending.outgoing(sanne, sanne.team_space)
    assert push is not None
    return push


def test_a_place_that_follows_on_what_is_known_is_taken_in(hub: OtherHub, sanne: Session) -> None:
    push = sent(sanne)
    heard = answered.as_pulled(sanne, hub.space, (push,), (yes(hub, sanne, push),))

    assert heard is not None
    assert heard.items == hub.answer(sanne).items
    syncing.take(sanne, hub.space, heard, hub.public)
    assert taking.cursor(sanne, hub.space)[0] == len(hub.items)
    assert not operations.outbox_spaces(sanne.db)


def test_what_was_not_answered_has_no_place(hub: OtherHub, sanne: Session) -> None:
    push = sent(sanne)

    assert answered.as_pulled(sanne, hub.space, (push, push), (yes(hub, sanne, push),)) is None


def other_head(proof: messages.HeadProof) -> messages.HeadProof:
    return msgspec.structs.replace(proof, head=bytes(32))


def other_place(proof: messages.HeadProof) -> messages.HeadProof:
    return msgspec.structs.replace(proof, seq=proof.seq + 1)


def other_hub(proof: messages.HeadProof) -> messages.HeadProof:
    return msgspec.structs.replace(proof, incarnation=bytes(16))


@pytest.mark.parametrize("other", [other_head, other_place, other_hub, lambda _proof: None])
def test_a_word_that_does_not_follow_is_not_taken_for_an_order(
    hub: OtherHub, sanne: Session, other: Callable[[messages.HeadProof], messages.HeadProof | None]
) -> None:
    push = sent(sanne)
    answer = yes(hub, sanne, push)
    assert answer.proof is not None
    said = msgspec.structs.replace(answer, proof=other(answer.proof))

    assert answered.as_pulled(sanne, hub.space, (push,), (said,)) is None


def test_who_never_read_a_space_asks_first(hub: OtherHub, sanne: Session) -> None:
    push = sent(sanne)
    answer = yes(hub, sanne, push)

    assert answered.as_pulled(sanne, PRACTICE, (push,), (answer,)) is None
