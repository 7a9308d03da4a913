"""A member makes the hub let go of keys that nobody destroyed: the others hand them out again."""

import msgspec

from gpconnect.services import enrolling, healing_keys, removing, spaces, syncing
from gpconnect.services.session import Session
from gpconnect.sync import wire as protocol
from gpconnect.sync.client import Request, Response
from tests.services.conftest import MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client, sync
from tests.services.test_healing_without import a_laptop
from tests.services.test_restoring import names

Team = tuple[Session, Session]


def lets_go(session: Session, wire: Wire) -> None:
    """Every key that this device holds."""
    ids = tuple(spaces.space_keys(session.db, session.team_space).dossiers)
    assert client(session, wire).forget(session.team_space, ids).count == len(ids)


def test_who_comes_later_reads_the_whole_history_all_the_same(
    team: Team, make_session: MakeSession, wire: Wire
) -> None:
    sanne, joris = team
    for name in ("Noor", "Sem"):
        a_dossier(sanne, name)
    sync(sanne, joris, wire=wire)
    lets_go(joris, wire)
    removing.remove_device(sanne, joris.device)
    sync(sanne, wire=wire)

    assert names(a_laptop(make_session, sanne, wire)) == {"Noor", "Sem"}
    assert syncing.state(sanne).alarms == 0


def test_also_when_they_went_after_a_newcomer_came_and_before_she_read(
    team: Team, make_session: MakeSession, wire: Wire
) -> None:
    sanne, joris = team
    a_dossier(sanne, "Noor")
    sync(sanne, joris, wire=wire)
    newcomer = make_session("worker")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(newcomer)])
    enrolling.follow(newcomer, [sanne.team_space])
    sync(sanne, wire=wire)
    lets_go(joris, wire)
    sync(newcomer, wire=wire)
    assert names(newcomer) == set()

    sync(sanne, newcomer, wire=wire)

    assert names(newcomer) == {"Noor"}


def test_each_looks_once_and_not_in_every_round(team: Team, wire: Wire) -> None:
    sanne, joris = team
    a_dossier(sanne, "Noor")
    sync(sanne, joris, wire=wire)
    lets_go(joris, wire)
    sync(sanne, joris, wire=wire)
    asked: list[str] = []

    def between(request: Request, response: Response) -> Response:
        asked.append(request.path)
        return response

    wire.between = between
    sync(sanne, joris, wire=wire)

    assert "/v1/parcels" in asked
    assert "/v1/healings" not in asked


def test_while_something_waits_for_its_key_nothing_is_handed_out_again(team: Team, wire: Wire) -> None:
    """It may be what says that the key was destroyed."""
    sanne, joris = team
    a_dossier(sanne, "Noor")
    sync(sanne, wire=wire)

    def between(request: Request, response: Response) -> Response:
        if request.path != "/v1/parcels" or request.method != "GET" or response.status != 200:
            return response
        answer = protocol.decode(response.body, protocol.PullAnswer)
        return Response(
            200, response.headers, msgspec.msgpack.encode(msgspec.structs.replace(answer, keys=(), key_cursor=0))
        )

    wire.between = between
    syncing.sync_now(joris, client(joris, wire))
    answer = client(joris, wire).pull(joris.team_space)

    assert healing_keys.held(joris, joris.team_space, answer.proof, let_go=1) == set()
