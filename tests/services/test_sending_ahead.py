"""Several parcels go in one request: sealed one by one, on the disk before anybody sees them, answered each."""

import msgspec
import pytest

from gpconnect.services import enrolling, sending, syncing
from gpconnect.services.session import Session
from gpconnect.storage import operations, parcels
from gpconnect.storage.driver import File
from gpconnect.sync import wire as messages
from gpconnect.sync.client import Request, Response
from tests.services.online import Wire, client, slip_in, sync

Team = tuple[Session, Session]
MANY = 450


@pytest.fixture
def sanne(team: Team, wire: Wire) -> Session:
    """Somebody of whom nothing waits."""
    sync(*team, wire=wire)
    return team[0]


def many(session: Session, count: int = MANY) -> None:
    for _ in range(count):
        slip_in(session, "something.made", space=session.team_space)


def requests(wire: Wire) -> list[int]:
    """Parcels in each batch that passes from now on."""
    seen: list[int] = []

    def note(request: Request, answer: Response) -> Response:
        if request.path == "/v1/batches":
            seen.append(len(messages.decode(request.body, messages.Pushes).parcels))
        return answer

    wire.between = note
    return seen


def test_what_waits_goes_in_one_request(team: Team, sanne: Session, wire: Wire) -> None:
    many(sanne)
    seen = requests(wire)

    syncing.sync_now(sanne, client(sanne, wire))
    sync(team[1], wire=wire)

    assert seen == [3]
    assert syncing.state(sanne).waiting == 0
    assert parcels.troubles(team[1].db) == []
    count = "SELECT count(*) FROM operation WHERE kind = 'something.made' AND seq IS NOT NULL"
    assert team[1].db.execute(count).fetchone() == (MANY,)


def test_what_is_sent_is_on_the_disk(sanne: Session) -> None:
    many(sanne)
    db = sanne.db
    assert isinstance(db, File)
    sending.outgoing(sanne, sanne.team_space)
    assert not db.owes_sync
    while sending.seal_ahead(sanne, sanne.team_space):
        assert db.owes_sync, "nobody has seen it"
    assert len(sending.ready(sanne, sanne.team_space)) == 3

    assert not db.owes_sync


def test_the_request_holds_what_a_hub_takes(sanne: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    many(sanne)
    sending.outgoing(sanne, sanne.team_space)
    monkeypatch.setattr(sending, "AT_ONCE", 1000)
    assert not sending.seal_ahead(sanne, sanne.team_space), "enough is ready"
    monkeypatch.undo()
    while sending.seal_ahead(sanne, sanne.team_space):
        pass
    monkeypatch.setattr(sending, "AT_ONCE", 1000)

    assert len(sending.ready(sanne, sanne.team_space)) == 1, "one that is larger still goes, by itself"


def test_nothing_is_sealed_behind_a_change_of_who_belongs(sanne: Session, make_laptop: Session) -> None:
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(make_laptop)])
    many(sanne, 1)
    sending.outgoing(sanne, sanne.team_space)

    assert not sending.seal_ahead(sanne, sanne.team_space)
    assert len(sending.ready(sanne, sanne.team_space)) == 1


@pytest.fixture
def make_laptop(make_session: object) -> Session:
    made: Session = make_session("worker")  # type: ignore[operator]
    return made


def test_without_the_key_nothing_more_is_sealed(sanne: Session) -> None:
    many(sanne)
    sending.outgoing(sanne, sanne.team_space)
    sanne.db.execute("DELETE FROM secret_blob WHERE name = ?", (f"keys:{sanne.team_space}",))

    assert not sending.seal_ahead(sanne, sanne.team_space)
    assert len(sending.ready(sanne, sanne.team_space)) == 1


@pytest.mark.parametrize("kept", [1, 2])
def test_a_hub_that_takes_only_some_gets_the_rest_again(sanne: Session, wire: Wire, kept: int) -> None:
    many(sanne)
    real, first = wire.send, True

    def send(request: Request) -> Response:
        nonlocal first
        if request.path != "/v1/batches" or not first:
            return real(request)
        first = False
        some = messages.decode(request.body, messages.Pushes).parcels[:kept]
        answer = real(Request(request.method, request.path, request.query, request.headers, packed(some)))
        said = messages.decode(answer.body, messages.PushAnswers).answers
        later = messages.PushAnswer("later", code="quota.device", seconds=60)
        return Response(200, answer.headers, msgspec.msgpack.encode(messages.PushAnswers((*said, later))))

    wire.send = send
    with pytest.raises(Exception, match=r"hub\.later"):
        syncing.sync_now(sanne, client(sanne, wire))
    assert operations.outbox_spaces(sanne.db)

    syncing.sync_now(sanne, client(sanne, wire))

    assert not operations.outbox_spaces(sanne.db)
    assert syncing.state(sanne).alarms == 0


@pytest.mark.parametrize("bad", [0, 1, 2])
def test_only_the_parcel_that_was_refused_is_given_up(sanne: Session, wire: Wire, bad: int) -> None:
    many(sanne)
    real, asked = wire.send, 0

    def send(request: Request) -> Response:
        """The hub finds the claims of one of them wrong: it has to refuse that for good."""
        nonlocal asked
        asked += request.method == "POST" and request.path in {"/v1/batches", "/v1/parcels"}
        if request.path != "/v1/batches":
            return real(request)
        some = list(messages.decode(request.body, messages.Pushes).parcels)
        strange = messages.WrappedKey(b"k" * 16, sanne.team_space, b"e" * 16, "0" * 32, b"", b"")
        some[bad] = msgspec.structs.replace(some[bad], keys=(strange,))
        return real(Request(request.method, request.path, request.query, request.headers, packed(tuple(some))))

    wire.send = send
    syncing.sync_now(sanne, client(sanne, wire))

    assert asked == 1, "each was settled as itself, and nothing is offered again"
    refused = operations.refused(sanne.db)
    assert {code for _, code in refused} == {"bad_key"}
    assert len(refused) == (MANY - 400 if bad == 2 else 200)
    assert not operations.outbox_spaces(sanne.db), "the others arrived"
    assert parcels.troubles(sanne.db) == []


def packed(some: tuple[messages.Push, ...]) -> bytes:
    return msgspec.msgpack.encode(messages.Pushes(some))
