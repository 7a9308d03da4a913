"""The first sync says how far it is, goes on where it was, and can be put off."""

import pytest

from gpconnect.domain.people import Patient
from gpconnect.services import enrolling, first_sync, rounds, syncing
from gpconnect.services.first_sync import Progress
from gpconnect.services.rounds import FileStep
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.sync.client import Request, Response
from tests.services.conftest import MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client

Team = tuple[Session, Session]
MANY = 10


@pytest.fixture
def newcomer(team: Team, make_session: MakeSession, wire: Wire) -> Session:
    """A second laptop of Sanne's that has read nothing yet."""
    sanne, _ = team
    for number in range(MANY):
        a_dossier(sanne, f"Kind {number}")
        syncing.sync_now(sanne, client(sanne, wire))
    laptop = make_session("worker")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(laptop)])
    enrolling.follow(laptop, [sanne.team_space])
    syncing.sync_now(sanne, client(sanne, wire))
    return laptop


def part_of_a_round(session: Session, wire: Wire) -> None:
    """A round that ends, as when the program is closed, after the first places were taken in."""
    run = syncing.steps(client(session, wire), (session.team_space,))
    step = next(run)
    while "take_items" not in str(step.work):
        step = run.send(step.work(session) if isinstance(step, FileStep) else step.work())
    assert isinstance(step, FileStep)
    step.work(session)
    run.close()


def test_it_says_how_far_it_is_and_goes_on_where_it_was(newcomer: Session, wire: Wire) -> None:
    assert syncing.state(newcomer).first == Progress(0, 0, paused=False)
    part_of_a_round(newcomer, wire)
    first = syncing.state(newcomer).first
    assert first is not None
    assert (first.done, first.total > MANY) == (rounds.MOST_TOGETHER, True)

    asked: list[int] = []

    def listen(request: Request, answer: Response) -> Response:
        if request.path == "/v1/parcels" and request.method == "GET":
            asked.append(int(dict(request.query)["cursor"]))
        return answer

    wire.between = listen
    syncing.sync_now(newcomer, client(newcomer, wire))

    assert asked[0] == rounds.MOST_TOGETHER, "what was in is not asked again"
    assert syncing.state(newcomer).first is None
    assert len(rows.where(newcomer.db, Patient)) == MANY


def test_it_can_be_put_off_and_taken_up_again(newcomer: Session, wire: Wire) -> None:
    syncing.set_hub(newcomer, "https://hub.example")
    part_of_a_round(newcomer, wire)

    first_sync.pause(newcomer)
    state = syncing.state(newcomer)
    assert state.first is not None
    assert (state.first.paused, state.first.done) == (True, rounds.MOST_TOGETHER)
    assert syncing.connection(newcomer) is None

    first_sync.resume(newcomer)
    assert syncing.connection(newcomer) is not None
    syncing.sync_now(newcomer, client(newcomer, wire))
    assert syncing.state(newcomer).first is None
