"""A hub that is served from a database of before: an admin's old word to go on undoes nothing that happened since."""

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.server import make_app
from gpconnect.services import enrolling, healing_standing, hub_lives, parting, profiles, removing, spaces
from gpconnect.services.session import Session
from gpconnect.storage import parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire as protocol
from tests.hub.parties import Web, send_to
from tests.services.conftest import MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.healing_help import Restorable, restorable, takes_nothing_back
from tests.services.online import Wire, client, sync
from tests.services.test_healing_without import a_laptop, round_of
from tests.services.test_restoring import names

Team = tuple[Session, Session]


@pytest.fixture
def hub(tmp_path: Path, wire: Wire) -> Iterator[Restorable]:
    with restorable(tmp_path / "hub", wire) as hub:
        yield hub


@pytest.fixture
def sanne(team: Team) -> Session:
    """An admin of the team."""
    return team[0]


@pytest.fixture
def joris(team: Team) -> Session:
    """A colleague, who is about to be put out."""
    return team[1]


@pytest.fixture
def piet(make_session: MakeSession, sanne: Session, wire: Wire) -> Session:
    """Another colleague, who stays."""
    return a_laptop(make_session, sanne, wire)


@pytest.fixture
def latecomer(make_session: MakeSession) -> Session:
    """A laptop that is let in, and switched on for the first time much later."""
    return make_session("worker")


@pytest.fixture
def second_life(hub: Restorable, sanne: Session, joris: Session, piet: Session, latecomer: Session, wire: Wire) -> Path:
    """The hub was put back and Sanne said to go on; then Joris was put out, and Piet wrote something.

    Returns:
        A raw copy of the hub's database of between those two.
    """
    sync(sanne, joris, piet, wire=wire)
    hub.copy()
    a_dossier(joris, "Gisteren")
    round_of(joris, wire)
    hub.put_back()
    takes_nothing_back(wire)
    round_of(sanne, wire)
    healing_standing.go_on(sanne, sanne.team_space)
    sync(sanne, joris, piet, sanne, wire=wire)
    client(latecomer, wire)
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(latecomer)])
    enrolling.follow(latecomer, [sanne.team_space])
    sync(sanne, wire=wire)
    raw = hub.folder.with_name("raw")
    shutil.copytree(hub.folder.with_name(f"hub-copy-{hub.copies}"), raw)
    removing.remove_device(sanne, joris.device)
    sync(sanne, piet, wire=wire)
    a_dossier(piet, "Na tienen")
    sync(piet, sanne, wire=wire)
    return raw


def put_back_once_more(hub: Restorable, *everybody: Session, wire: Wire) -> None:
    """Everything is back: nobody says anything, and the hub is in a third life."""
    hub.copy()
    hub.put_back()
    for _ in range(2):
        sync(*everybody, wire=wire)


def serve(hub: Restorable, raw: Path, wire: Wire) -> None:
    """The operator serves this database as it is."""
    hub.close()
    hub.engine = open_database(None, raw)
    hub.web = Web(make_app(hub.engine, limits=Limits(anybody=True)))
    wire.send = send_to(hub.web)


def test_a_word_of_before_does_not_bring_back_who_was_put_out(
    second_life: Path, hub: Restorable, sanne: Session, joris: Session, piet: Session, wire: Wire
) -> None:
    put_back_once_more(hub, piet, sanne, wire=wire)
    followed = parcels.cursor(piet.db, piet.team_space)
    serve(hub, second_life, wire)

    for _ in range(2):
        with pytest.raises(KnownError) as told:
            round_of(piet, wire)
        round_of(joris, wire)

    assert told.value.params["alarm"] == "hub.old_life"
    assert parcels.cursor(piet.db, piet.team_space) == followed
    assert spaces.membership(piet.db, piet.team_space).member(joris.device) is None
    assert "Na tienen" not in names(joris)


@pytest.mark.parametrize("shown", ["third", "first"])
def test_who_came_in_later_hears_which_lives_are_over(
    latecomer: Session, second_life: Path, hub: Restorable, sanne: Session, joris: Session, wire: Wire, shown: str
) -> None:
    """She never saw the second life of the hub; what put Joris out says that it was."""
    first = hub_lives.seen(sanne.db, sanne.team_space)[-1]
    put_back_once_more(hub, sanne, wire=wire)
    sync(latecomer, wire=wire)
    assert "Na tienen" in names(latecomer)
    if shown == "first":
        with transaction(latecomer.db):
            # As if the hub, which has its own key, had shown all that under the name of its first life.
            _follows(latecomer, first)
    serve(hub, second_life, wire)

    with pytest.raises(KnownError) as told:
        round_of(latecomer, wire)

    assert told.value.params["alarm"] == "hub.old_life"
    assert spaces.membership(latecomer.db, latecomer.team_space).member(joris.device) is None


def _follows(session: Session, life: bytes) -> None:
    known = parcels.cursor(session.db, session.team_space)
    assert known is not None
    parcels.set_cursor(session.db, session.team_space, parcels.Cursor(life, known.seq, known.head, known.key_cursor))


def test_a_word_to_go_on_is_for_the_lives_that_it_answers(sanne: Session, joris: Session, wire: Wire) -> None:
    sync(sanne, joris, wire=wire)
    space, known = joris.team_space, parcels.cursor(joris.db, joris.team_space)
    assert known is not None
    device, life = profiles.device_keys(sanne.db), b"n" * 16

    def said(*answers: bytes) -> bool:
        go = protocol.Go(life, known.seq, known.head, device.device, b"", answers)
        signed = msgspec.structs.replace(go, signature=device.sign(protocol.go_message(space, go)))
        proof = protocol.HeadProof(life, known.seq, known.head, b"")
        return parting.is_admins_word(joris.db, space, protocol.Healed(proof, False, 0, b"", (), signed))

    assert said(b"another", known.incarnation)
    assert not said(b"another")
    assert not said()


def test_what_was_told_of_lives_stays_known_when_the_order_is_cut(
    second_life: Path, sanne: Session, piet: Session
) -> None:
    assert second_life.exists()
    lives = hub_lives.seen(sanne.db, sanne.team_space)
    assert len(lives) == 2
    assert set(hub_lives.seen(piet.db, piet.team_space)) == set(lives)
    with transaction(piet.db):
        parting.go_back(piet, piet.team_space, b"n" * 16, 1)

    assert spaces.membership(piet.db, piet.team_space).lives == set()
    assert [hub_lives.is_over(piet.db, piet.team_space, one) for one in (*lives, b"n" * 16)] == [True, True, False]


def test_the_lives_that_this_device_followed_are_told_before_what_others_say(sanne: Session, wire: Wire) -> None:
    """Somebody who makes up as many as go into a message pushes none of those out of it."""
    sync(sanne, wire=wire)
    space = sanne.team_space
    known = spaces.membership(sanne.db, space)
    made_up = frozenset(bytes([0, number // 256, number % 256]) for number in range(protocol.MAX_LIVES))
    (first,) = hub_lives.seen(sanne.db, space)
    with transaction(sanne.db):
        spaces.put_membership(sanne.db, dataclasses.replace(known, lives=made_up))
        hub_lives.leave(sanne.db, space)
        _follows(sanne, b"second life")
        hub_lives.leave(sanne.db, space)
        _follows(sanne, b"third life")

    told = hub_lives.seen(sanne.db, space)

    assert told[:3] == (b"third life", b"second life", first)
    assert len(told) == protocol.MAX_LIVES
