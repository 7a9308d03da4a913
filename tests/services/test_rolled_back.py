"""An older file in the place of a newer one: what the hub had comes back, and it is noticed."""

import shutil
from datetime import timedelta
from pathlib import Path

from gpconnect.services import (
    access_sharing,
    keeping,
    profiles,
    restoring,
    rollback,
    syncing,
    trouble,
)
from gpconnect.services.session import Session
from gpconnect.storage import files, parcels
from gpconnect.ui import copy_words
from tests.services.conftest import PASSPHRASE
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client, sync
from tests.services.test_restoring import names, put_by_hand

Team = tuple[Session, Session]


def test_after_a_restore_everything_comes_back_from_the_hub_and_no_number_is_used_twice(
    team: Team, wire: Wire, tmp_path: Path
) -> None:
    sanne, joris = team
    a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    keeping.back_up(sanne, tmp_path / "kopie")
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)
    elsewhere = tmp_path / "elsewhere"
    put_by_hand(sanne, elsewhere)
    here = restoring.closed(elsewhere, PASSPHRASE)
    shown = restoring.preview(here, tmp_path / "kopie", PASSPHRASE)
    assert shown.lacks is not None
    assert shown.lacks.unsent == 0
    assert "De server heeft dit allemaal" in "\n".join(copy_words.preview(shown))
    restoring.restore(here, shown, sanne.now())

    back = profiles.open_profile(elsewhere, PASSPHRASE, now=sanne.now)
    a_dossier(back.session, "Derde")
    for _ in range(2):
        syncing.sync_now(back.session, client(back.session, wire))
    sync(joris, wire=wire)
    assert names(back.session) == names(joris) == {"Eerst", "Tweede", "Derde"}
    assert rollback.standing(back.session.db) is None
    assert access_sharing.first_breaks(back.session) == access_sharing.first_breaks(joris) == ()
    assert (syncing.state(joris).alarms, syncing.state(back.session).alarms) == (0, 0)
    back.close()


def test_an_old_file_put_there_by_hand_is_noticed_by_the_mark_and_pulled_up_from_the_hub(
    team: Team, wire: Wire, tmp_path: Path
) -> None:
    """Somebody swaps the file behind our back; the mark beside it tells how far it had come."""
    sanne, joris = team
    a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    old = tmp_path / "old"
    put_by_hand(sanne, old)
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)
    elsewhere = tmp_path / "elsewhere"
    put_by_hand(sanne, elsewhere)
    shutil.copyfile(files.watermark_path(sanne.folder), files.watermark_path(elsewhere))
    shutil.copyfile(old / files.DATABASE, files.database_path(elsewhere))

    back = profiles.open_profile(elsewhere, PASSPHRASE, now=sanne.now)
    gone = trouble.state(back.session).gone
    assert gone is not None
    assert gone.operations > 0
    assert parcels.chain(back.session.db, sanne.team_space) is None
    a_dossier(back.session, "Derde")
    for _ in range(2):
        syncing.sync_now(back.session, client(back.session, wire))
    sync(joris, wire=wire)
    assert names(back.session) == names(joris) == {"Eerst", "Tweede", "Derde"}
    assert (syncing.state(joris).alarms, syncing.state(back.session).alarms) == (0, 0)
    back.close()


def test_a_whole_machine_put_back_is_noticed_by_the_hub_and_told(team: Team, wire: Wire, tmp_path: Path) -> None:
    """A snapshot brings its old mark along: only the numbers at the hub are ahead of it."""
    sanne, joris = team
    a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    snapshot = tmp_path / "snapshot"
    put_by_hand(sanne, snapshot)
    shutil.copyfile(files.watermark_path(sanne.folder), files.watermark_path(snapshot))
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)

    back = profiles.open_profile(snapshot, PASSPHRASE, now=sanne.now)
    assert trouble.state(back.session).gone is None
    a_dossier(back.session, "Derde")
    assert syncing.outgoing(back.session, sanne.team_space) is not None, "packed under a number that is used"
    for _ in range(2):
        syncing.sync_now(back.session, client(back.session, wire))
    sync(joris, wire=wire)

    assert names(back.session) == names(joris) == {"Eerst", "Tweede", "Derde"}
    noticed = keeping.overview(back.session).rolled_back
    assert noticed == sanne.now()
    assert "oude stand van de computer" in copy_words.rolled_back(noticed)
    rollback.put_away(back.session)
    assert keeping.overview(back.session).rolled_back is None
    assert sanne.now() - noticed < timedelta(days=1)
    back.close()
