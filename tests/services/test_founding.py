"""The first day of a pilot: a coordinator begins, a worker founds the team, a practice its own space."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.staff import Role
from gpconnect.services import belonging, founding, spaces, syncing
from gpconnect.services.guests import Guest
from gpconnect.services.session import Session
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.joining_help import HUB, let_in, rounds
from tests.services.online import Wire


def test_a_pilot_from_an_empty_computer_to_a_team_of_two(
    tmp_path: Path, clock: Clock, newcomer: Callable[[], Session], wire: Wire
) -> None:
    profile = founding.new_pilot(
        tmp_path / "marieke", PASSPHRASE, clock, name="Marieke Blom", organization="Gemeente Zaltbommel", hub=f"{HUB}/ "
    )
    marieke = profile.session
    rounds(marieke, wire=wire)
    seen = belonging.overview(marieke)
    assert [one.name for one in seen.people] == ["Marieke Blom"]
    assert {one.family: one.state for one in seen.spaces} == {"common": "in", "pilot": "in"}
    assert set(seen.invites["youth_worker"]) == {marieke.common_space, marieke.pilot_space}
    assert seen.invites["gp"] == (marieke.common_space,)

    sanne, joris = newcomer(), newcomer()
    worker = Guest("Sanne de Vries", Role.YOUTH_WORKER, "Buurtzorg Jong")
    let_in(marieke, sanne, worker, *seen.invites["youth_worker"], wire=wire)
    let_in(marieke, joris, Guest("Joris Maas", Role.YOUTH_WORKER), *seen.invites["youth_worker"], wire=wire)
    (team,) = [one for one in belonging.overview(sanne).spaces if one.family == "team"]
    assert team.state == "to_found"
    (other,) = [one for one in belonging.overview(joris).spaces if one.family == "team"]
    assert (other.space, other.state) == (team.space, "waiting")
    with pytest.raises(KnownError, match=r"space\.not_yours"):
        founding.found_own(joris, team.space)
    founding.found_own(sanne, team.space)
    assert belonging.overview(sanne).spaces[0].state == "sending"
    with pytest.raises(KnownError, match=r"space\.not_yours"):
        founding.found_own(sanne, team.space)
    rounds(sanne, wire=wire)
    guest = Guest("Joris Maas", Role.YOUTH_WORKER, staff=joris.actor.staff_id)
    let_in(sanne, joris, guest, team.space, wire=wire)

    assert len(spaces.membership(joris.db, team.space).members()) == 2
    assert founding.who(joris) == joris.actor
    profile.close()


def test_what_is_wrong_is_said_before_anything_is_made(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "new"
    with pytest.raises(KnownError, match=r"invitation\.name_missing"):
        founding.new_pilot(folder, PASSPHRASE, clock, name=" ", organization="", hub=HUB)
    with pytest.raises(KnownError, match=r"hub\.address"):
        founding.new_pilot(folder, PASSPHRASE, clock, name="Marieke", organization="", hub="gemeente")
    assert not folder.exists()


def test_a_profile_for_who_has_a_code_is_nobodys(tmp_path: Path, clock: Clock) -> None:
    profile = founding.new_profile(tmp_path / "new", PASSPHRASE, clock)
    assert founding.who(profile.session).pilot == ""
    founding.move_hub(profile.session, "")
    assert syncing.connection(profile.session) is None
    with pytest.raises(KnownError, match=r"hub\.address"):
        founding.move_hub(profile.session, "http://elsewhere.example")
    profile.close()
