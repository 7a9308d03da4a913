"""A restored hub forgot that somebody was put out: they do not bring themselves back, nor read what comes after."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services import healing_standing, removing, spaces
from gpconnect.services.session import Session
from tests.services.admins_help import Admins, three_admins
from tests.services.conftest import MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.healing_help import Restorable, restorable
from tests.services.online import Wire, sync
from tests.services.test_healing_without import a_laptop, round_of
from tests.services.test_restoring import names


@pytest.fixture
def hub(tmp_path: Path, wire: Wire) -> Iterator[Restorable]:
    with restorable(tmp_path / "hub", wire) as hub:
        yield hub


@pytest.fixture
def admins(make_session: MakeSession, wire: Wire) -> Admins:
    """Sanne, her second computer and Joris."""
    return three_admins(make_session, wire)


@pytest.fixture
def piet(make_session: MakeSession, admins: Admins, wire: Wire) -> Session:
    """A colleague who administers nothing."""
    return a_laptop(make_session, admins[0], wire)


def is_in(one: Session, *, for_whom: Session) -> bool:
    return spaces.membership(for_whom.db, for_whom.team_space).member(one.device) is not None


@pytest.fixture
def put_out(admins: Admins, piet: Session, wire: Wire, hub: Restorable) -> Session:
    """Joris went out; Piet heard so and wrote something. Then the hub is as it was before that."""
    sanne, second, joris = admins
    sync(sanne, second, joris, piet, wire=wire)
    hub.copy()
    removing.remove_device(sanne, joris.device)
    sync(sanne, piet, wire=wire)
    a_dossier(piet, "Na tienen")
    sync(piet, wire=wire)
    hub.put_back()
    return joris


def goes_on(one: Session, wire: Wire) -> None:
    round_of(one, wire)
    healing_standing.go_on(one, one.team_space)
    round_of(one, wire)


def test_the_word_of_an_admin_who_was_put_out_since_is_none(put_out: Session, piet: Session, wire: Wire) -> None:
    goes_on(put_out, wire)

    with pytest.raises(KnownError, match=r"hub\.went_on"):
        round_of(piet, wire)

    round_of(put_out, wire)
    assert not is_in(put_out, for_whom=piet)
    assert names(put_out) == set()


def test_who_knows_of_a_removal_writes_nothing_for_them_until_they_are_out_again(
    put_out: Session, admins: Admins, piet: Session, wire: Wire
) -> None:
    """Her second computer was off and says to go on in good faith; Piet goes along, and cannot put anybody out."""
    sanne, second, _ = admins
    goes_on(second, wire)
    round_of(piet, wire)
    a_dossier(piet, "Later nog")
    round_of(piet, wire)
    assert is_in(put_out, for_whom=piet)

    round_of(put_out, wire)
    assert names(put_out) == set()
    held = spaces.space_keys(put_out.db, put_out.team_space).dossiers
    assert held == {}

    sync(sanne, piet, sanne, second, wire=wire)
    round_of(put_out, wire)
    assert not is_in(put_out, for_whom=second)
    assert names(put_out) == set()
    assert names(second) == names(sanne) == names(piet) == {"Na tienen", "Later nog"}
