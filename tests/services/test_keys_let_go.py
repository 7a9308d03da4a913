"""A member makes the hub let go of keys that nobody destroyed: the others hand them out again."""

import msgspec

from gpconnect.domain.erasure import Article, Erasure
from gpconnect.services import enrolling, erasing, healing_keys, removing, spaces, syncing
from gpconnect.services.erasing import NewErasure
from gpconnect.services.session import Session
from gpconnect.storage import rows
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


def test_what_nobody_can_open_keeps_no_other_key_away(team: Team, make_session: MakeSession, wire: Wire) -> None:
    """He writes one dossier more and lets its key go with the rest, before anybody read it."""
    sanne, joris = team
    for name in ("Noor", "Sem"):
        a_dossier(sanne, name)
    sync(sanne, joris, wire=wire)
    a_dossier(joris, "Lok")
    sync(joris, wire=wire)
    lets_go(joris, wire)
    sync(sanne, wire=wire)
    removing.remove_device(sanne, joris.device)
    sync(sanne, wire=wire)

    assert names(a_laptop(make_session, sanne, wire)) == {"Noor", "Sem"}


def test_the_key_of_what_is_asked_to_be_erased_waits_for_what_comes_of_that(team: Team, wire: Wire) -> None:
    sanne, joris = team
    noor, sem = a_dossier(sanne, "Noor"), a_dossier(sanne, "Sem")
    sync(sanne, joris, wire=wire)
    erasing.request(sanne, NewErasure(noor, Article.GDPR, erasing.LEGAL))
    (asked,) = rows.where(sanne.db, Erasure)
    lets_go(joris, wire)
    keys = spaces.space_keys(sanne.db, sanne.team_space)

    sync(sanne, wire=wire)
    assert at_hub(sanne, wire) == {key for key, one in keys.dossiers.items() if one.dossier == sem}

    erasing.undo(sanne, asked.id)
    sync(sanne, wire=wire)
    assert at_hub(sanne, wire) == set(keys.dossiers)


def at_hub(session: Session, wire: Wire) -> set[bytes]:
    return {one.id for one in client(session, wire).pull(session.team_space).keys}


def test_who_does_not_follow_this_life_of_the_hub_looks_later(team: Team, wire: Wire) -> None:
    sanne, joris = team
    a_dossier(sanne, "Noor")
    sync(sanne, joris, wire=wire)
    proof = client(sanne, wire).pull(sanne.team_space).proof
    other = msgspec.structs.replace(proof, incarnation=b"another life")

    assert healing_keys.held(sanne, sanne.team_space, other, let_go=1) is None
    assert healing_keys.held(sanne, sanne.team_space, proof, let_go=1) is not None
