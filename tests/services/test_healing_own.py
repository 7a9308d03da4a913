"""A file that was put back, and then a hub that was put back: what this device made is still its own to send."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gpconnect.services import healing_standing, keeping, profiles, restoring, syncing
from gpconnect.services.session import Session
from tests.services.conftest import PASSPHRASE
from tests.services.dossier_help import a_dossier
from tests.services.healing_help import Restorable, log, restorable
from tests.services.online import Wire, client, sync
from tests.services.test_restoring import names, put_by_hand

Team = tuple[Session, Session]


@pytest.fixture
def hub(tmp_path: Path, wire: Wire) -> Iterator[Restorable]:
    with restorable(tmp_path / "hub", wire) as hub:
        yield hub


def round_of(session: Session, wire: Wire) -> None:
    syncing.sync_now(session, client(session, wire))


def test_what_came_back_from_the_hub_after_a_file_was_put_back_goes_out_again(
    team: Team, wire: Wire, hub: Restorable, tmp_path: Path
) -> None:
    """Acknowledged once, and in no parcel of this file: it is still ours when the hub forgets it."""
    sanne, joris = team
    sync(sanne, joris, wire=wire)
    hub.copy()
    keeping.back_up(joris, tmp_path / "kopie")
    a_dossier(joris, "Noor")
    round_of(joris, wire)
    elsewhere = tmp_path / "elsewhere"
    put_by_hand(joris, elsewhere)
    here = restoring.closed(elsewhere, PASSPHRASE)
    restoring.restore(here, restoring.preview(here, tmp_path / "kopie", PASSPHRASE), joris.now())
    back = profiles.open_profile(elsewhere, PASSPHRASE, now=joris.now)
    for _ in range(2):
        round_of(back.session, wire)
    hub.put_back()
    round_of(sanne, wire)
    healing_standing.go_on(sanne, sanne.team_space)
    round_of(sanne, wire)

    for _ in range(3):
        round_of(back.session, wire)
    sync(sanne, wire=wire)

    assert names(back.session) == names(sanne) == {"Noor"}
    assert syncing.state(back.session).waiting == 0
    assert all(seq is not None for _, seq, _ in log(back.session, sanne.team_space))
    assert log(sanne, sanne.team_space) == log(back.session, sanne.team_space)
    back.close()
