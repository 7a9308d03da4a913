"""Two coordinators change the same place without having heard of each other, over a real hub."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.records import CHANGED
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import enrolling, profiles, sharing, sites
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.services.sites import SiteForm
from gpconnect.storage import operations, rows
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock, MakeSession
from tests.services.online import Wire, sync

ELS = replace(PEOPLE["coordinator"], staff_id="f2" * 16, name="Els Brand")
Two = tuple[Session, Session]


@pytest.fixture
def two(make_session: MakeSession, wire: Wire, tmp_path: Path, clock: Clock) -> Iterator[Two]:
    """Marieke and Els, both coordinators, in the common space."""
    marieke = make_session("coordinator")
    profile = profiles.create(tmp_path / "els", PASSPHRASE, ELS, now=clock, cost=CHEAP)
    els = profile.session
    enrolling.found(marieke, marieke.common_space)
    sync(marieke, wire=wire)
    enrolling.admit(marieke, marieke.common_space, [enrolling.device_card(els)])
    enrolling.follow(els, [marieke.common_space])
    sync(marieke, els, wire=wire)
    yield marieke, els
    profile.close()


def form(address: str, phone: str = "0418 000 001") -> SiteForm:
    """De Waluwe, as a coordinator fills it in."""
    return SiteForm("De Waluwe", address=address, city="Zaltbommel", phone=phone)


def a_site(two: Two, wire: Wire) -> str:
    """A place that both know."""
    (site_id,) = sites.open_site(two[0], form("Waalkade 1")).ids
    sync(*two, wire=wire)
    return site_id


def the(session: Session, site_id: str) -> Site:
    return rows.require(session.db, Site, site_id)


def test_another_field_of_the_same_place_stays_with_both(two: Two, wire: Wire) -> None:
    marieke, els = two
    site_id = a_site(two, wire)
    sites.edit_site(marieke, site_id, form("Waalkade 9"))
    sites.edit_site(els, site_id, form("Waalkade 1", "0418 000 009"))

    sync(*two, wire=wire)

    for session in two:
        assert (the(session, site_id).address, the(session, site_id).phone) == ("Waalkade 9", "0418 000 009")
        assert sharing.conflicts(session) == ()
    last = operations.of_record(els.db, "site", site_id)[-1]
    assert last.body[CHANGED] == ["phone"]
    assert last.body["name"] == "De Waluwe", "an earlier version takes the last one whole"


def test_the_same_field_of_the_same_place_is_a_question_that_a_coordinator_answers(two: Two, wire: Wire) -> None:
    marieke, els = two
    site_id = a_site(two, wire)
    sites.edit_site(marieke, site_id, form("Waalkade 9"))
    sites.edit_site(els, site_id, form("Waalkade 3"))

    sync(*two, wire=wire)

    for session in two:
        (asked,) = sharing.conflicts(session)
        assert (asked.kind, asked.about) == ("site", "De Waluwe")
        assert {dict(one.values)["address"] for one in asked.versions} == {"Waalkade 9", "Waalkade 3"}
    (asked,) = sharing.conflicts(els)
    sharing.choose(els, "site", site_id, asked.group, asked.versions[0].op_id)
    sync(*two, wire=wire)
    for session in two:
        assert the(session, site_id).address == dict(asked.versions[0].values)["address"]
        assert sharing.conflicts(session) == ()


def test_a_colleague_who_moves_to_another_team_keeps_the_phone_number_that_somebody_noted(two: Two, wire: Wire) -> None:
    marieke, els = two
    joris = Staff("c2" * 16, "Joris Maas", Role.YOUTH_WORKER, "Buurtzorg Jong", team_id="7ea3" * 8)
    with acting(marieke, Intention.ADMINISTER) as action:
        action.write(joris)
    sync(*two, wire=wire)
    for session, known in ((marieke, replace(joris, team_id="8b" * 16)), (els, replace(joris, phone="0418 000 007"))):
        with acting(session, Intention.ADMINISTER) as action:
            action.write(known)

    sync(*two, wire=wire)

    for session in two:
        found = rows.require(session.db, Staff, joris.id)
        assert (found.team_id, found.phone) == ("8b" * 16, "0418 000 007")


def test_a_place_keeps_a_name_and_an_edit_that_changes_nothing_sends_nothing(two: Two, wire: Wire) -> None:
    marieke, _ = two
    site_id = a_site(two, wire)
    with pytest.raises(KnownError, match=r"site\.name_missing"):
        sites.edit_site(marieke, site_id, SiteForm(" "))
    changes = sites.edit_site(marieke, site_id, form("Waalkade 1"))
    assert not changes.kinds
