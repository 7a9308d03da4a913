"""A computer under somebody's name is theirs once they say so: who administers the team says it for nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import SealedDraft
from gpconnect.domain.staff import Role
from gpconnect.services import belonging, own_devices, profiles
from gpconnect.services.guests import Guest
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import TEAM, Clock, MakeSession
from tests.services.drafts_help import TYPED, a_draft, found, travel
from tests.services.joining_help import JORIS, founded, let_in, new_file, rounds
from tests.services.online import Wire

SPACE = f"team/{TEAM}"


@pytest.fixture
def sanne(make_session: MakeSession, wire: Wire) -> Session:
    """The team's admin."""
    return founded(make_session("worker"), SPACE, wire=wire)


@pytest.fixture
def files(tmp_path: Path, clock: Clock) -> Iterator[list[profiles.Profile]]:
    """Files on computers that were just bought."""
    made = [new_file(tmp_path / name, clock) for name in ("joris", "spare")]
    yield made
    for one in made:
        one.close()


@pytest.fixture
def joris(sanne: Session, files: list[profiles.Profile], wire: Wire) -> Session:
    """A colleague who came in with a code."""
    let_in(sanne, files[0].session, JORIS, SPACE, wire=wire)
    rounds(sanne, files[0].session, wire=wire)
    return files[0].session


@pytest.fixture
def spare(sanne: Session, joris: Session, files: list[profiles.Profile], wire: Wire) -> Session:
    """Let in as the second computer of Joris; he knows nothing of it."""
    as_joris = Guest("Joris Maas", Role.YOUTH_WORKER, staff=joris.actor.staff_id)
    let_in(sanne, files[1].session, as_joris, SPACE, wire=wire)
    rounds(sanne, joris, files[1].session, wire=wire)
    return files[1].session


def devices_of(session: Session) -> dict[str, tuple[str, bool]]:
    """This person's devices as *Mensen en apparaten* shows them: code, and whether they still have to say so."""
    own = next(one for one in belonging.overview(session).people if one.own)
    return {one.device: (one.code, one.unconfirmed) for one in own.devices}


def test_an_admin_who_poses_as_the_second_computer_of_a_colleague_gets_no_draft(
    sanne: Session, joris: Session, spare: Session, clock: Clock, wire: Wire
) -> None:
    a_draft(joris)
    for _ in range(2):
        travel(clock, sanne, joris, spare, wire=wire)

    assert found(spare) == {}
    assert all(spare.device not in one.wraps for one in rows.where(sanne.db, SealedDraft))
    assert devices_of(joris)[spare.device] == (own_devices.code(spare.device), True)


def test_nor_puts_a_draft_among_those_of_that_colleague(
    sanne: Session, joris: Session, spare: Session, clock: Clock, wire: Wire
) -> None:
    own_devices.confirm(spare, joris.device)
    a_draft(spare)

    travel(clock, spare, joris, sanne, spare, joris, wire=wire)

    assert rows.where(joris.db, SealedDraft) != []
    assert found(joris) == {}


def test_once_its_person_says_so_on_both_it_goes_on_there(
    joris: Session, spare: Session, clock: Clock, wire: Wire
) -> None:
    own_devices.confirm(joris, spare.device)
    own_devices.confirm(spare, joris.device)
    draft = a_draft(joris)

    travel(clock, joris, spare, wire=wire)

    assert found(spare) == {draft: TYPED}
    assert not any(unconfirmed for _, unconfirmed in devices_of(joris).values())


def test_who_lets_in_a_second_computer_of_their_own_has_said_so_by_comparing(
    sanne: Session, files: list[profiles.Profile], wire: Wire
) -> None:
    second = files[0].session
    again = Guest("Sanne de Vries", Role.YOUTH_WORKER, staff=sanne.actor.staff_id)
    let_in(sanne, second, again, SPACE, wire=wire)
    rounds(sanne, second, wire=wire)

    assert devices_of(sanne)[second.device][1] is False
    assert devices_of(second)[sanne.device][1] is True, "the new one hears whose it is from who let it in"


def test_only_a_device_under_this_persons_name_can_be_theirs(sanne: Session, joris: Session) -> None:
    for device in (sanne.device, "0" * 32):
        with pytest.raises(KnownError, match=r"own_device\.unknown"):
            own_devices.confirm(joris, device)


def test_a_code_is_read_aloud_in_three_groups(joris: Session) -> None:
    assert own_devices.code("3f2a91c077de" + "0" * 20) == "3F2A-91C0-77DE"
    assert devices_of(joris)[joris.device] == (own_devices.code(joris.device), False)
