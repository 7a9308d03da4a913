"""Founding at a hub for work: the operator's code stands behind the address, and without it nothing is lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.hub import founders
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.server import make_app, utc_now
from gpconnect.services import enrolling, founding, meeting, profiles, spaces, syncing
from gpconnect.services.session import Session
from gpconnect.sync.client import HubClient
from tests.hub.parties import Web, send_to
from tests.services.conftest import Clock, MakeSession
from tests.services.joining_help import HUB, JORIS, founded, let_in, new_file, rounds
from tests.services.online import Wire

ADDRESS = "http://127.0.0.1:1"


@pytest.fixture
def hub(tmp_path: Path, empty_hub: Path) -> Iterator[tuple[Web, str]]:
    """A hub that others can reach, and its operator's code."""
    shutil.copytree(empty_hub, tmp_path / "hub")
    engine = open_database(None, tmp_path / "hub")
    web = Web(make_app(engine, limits=Limits()))
    yield web, founders.new_code(engine, utc_now())
    web.close()
    engine.dispose()


def a_round(session: Session, web: Web) -> None:
    known = syncing.connection(session)
    assert known is not None
    meeting.sync_now(session, HubClient(send_to(web), known.device, known.hub_key, known.founding))


def test_a_code_behind_the_address_founds_the_pilot(make_session: MakeSession, hub: tuple[Web, str]) -> None:
    web, code = hub
    coordinator = make_session("coordinator")
    founding.move_hub(coordinator, f" {ADDRESS}/ # {code} ")
    known = syncing.connection(coordinator)
    assert known is not None
    assert (known.url, known.founding, syncing.state(coordinator).hub) == (ADDRESS, code, ADDRESS)
    assert code not in repr(known)
    enrolling.found(coordinator, coordinator.common_space)

    a_round(coordinator, web)

    assert spaces.membership(coordinator.db, coordinator.common_space).member(coordinator.device) is not None


def test_without_it_the_work_waits_and_goes_on_once_the_code_is_typed(
    make_session: MakeSession, hub: tuple[Web, str]
) -> None:
    web, code = hub
    coordinator = make_session("coordinator")
    founding.move_hub(coordinator, ADDRESS)
    enrolling.found(coordinator, coordinator.common_space)
    for _ in range(2):
        with pytest.raises(KnownError, match=r"hub\.founding_code"):
            a_round(coordinator, web)

    founding.move_hub(coordinator, f"{ADDRESS}#{code}")
    a_round(coordinator, web)

    assert spaces.membership(coordinator.db, coordinator.common_space).member(coordinator.device) is not None


def test_people_come_in_with_an_invitation_alone_and_found_their_team(
    make_session: MakeSession, hub: tuple[Web, str], tmp_path: Path, clock: Clock
) -> None:
    web, code = hub
    wire = Wire(send_to(web))
    coordinator, profile = make_session("coordinator"), new_file(tmp_path / "joris", clock)
    founding.move_hub(coordinator, f"{HUB}#{code}")
    device = profiles.device_keys(coordinator.db)
    wire.clients[coordinator.device] = HubClient(wire, device, founding=code)
    founded(coordinator, coordinator.common_space, wire=wire)

    let_in(coordinator, profile.session, JORIS, coordinator.common_space, wire=wire)
    enrolling.found(profile.session, "team/" + "f7" * 16)
    rounds(profile.session, wire=wire)

    assert spaces.membership(profile.session.db, "team/" + "f7" * 16).member(profile.session.device) is not None
    profile.close()
