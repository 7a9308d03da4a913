"""The folder in which a day is lived and survived: profiles, a hub, copies; made once, copied for every round."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlite_utils import Database

from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.services import enrolling, own_devices, profiles, syncing
from gpconnect.storage import files, keys, meta, migrations, paper_keys, rows, slots
from gpconnect.sync.keys import DeviceKeys
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, PRACTICE, Clock, common_records, with_pilot
from tests.services.online import client, hub, sync

OTHER_PASSPHRASE = "een andere lange wachtzin"
PASSPHRASES = (PASSPHRASE, OTHER_PASSPHRASE)
RECOVERY = paper_keys.code_of(bytes(range(16)))
SECRETS = {
    "passphrase": (slots.TYPED, PASSPHRASE),
    "other passphrase": (slots.TYPED, OTHER_PASSPHRASE),
    "recovery code": (slots.RECOVERY, RECOVERY),
}
"""Everything that somebody tries on a closed file."""
MAIN, OLD, NEW, HUB, COPIES = "profile", "old", "new", "hub", "copies"


def build(folder: Path) -> Path:
    """Sanne's profile in her team and one practice, a profile of the previous schema, and the hub behind them."""
    world = folder / "world"
    world.mkdir()
    (world / COPIES).mkdir()
    empty, clock = folder / "empty", Clock()
    engine = open_database(None, empty)
    upkeep.migrate(engine)
    engine.dispose()
    with hub(world / HUB, empty, clock) as wire:
        doctor = profiles.create(folder / "doctor", PASSPHRASE, PEOPLE["gp"], now=clock, cost=CHEAP)
        worker = profiles.create(world / MAIN, PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
        gp, sanne = with_pilot(doctor.session), with_pilot(worker.session)
        enrolling.found(gp, PRACTICE)
        syncing.sync_now(gp, client(gp, wire))
        enrolling.admit(gp, PRACTICE, [enrolling.device_card(sanne)])
        enrolling.found(sanne, sanne.team_space)
        enrolling.follow(sanne, [PRACTICE, sanne.team_space])
        sync(gp, sanne, wire=wire)
        # Her other laptop, which is off all day: she said that it is hers, so what she is writing goes to it, sealed.
        other = profiles.create(folder / "other", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
        enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(other.session)])
        sync(sanne, wire=wire)
        own_devices.confirm(sanne, other.session.device)
        for one in (doctor, worker, other):
            one.close()
    with _first_schema():
        files.private_folder(world / OLD)
        slots.create_profile(world / OLD, PASSPHRASE, cost=CHEAP, now=clock(), fill=_as_once)
    shutil.rmtree(folder / "doctor")
    shutil.rmtree(folder / "other")
    shutil.rmtree(empty)
    return world


def _as_once(db: Database) -> None:
    """What the first version put into a new file, and the common space."""
    keys.put_secret_blob(db, profiles.DEVICE, DeviceKeys.generate().to_bytes())
    meta.put_meta(db, profiles.ACTOR, msgspec.to_builtins(PEOPLE["worker"]))
    for record in common_records():
        rows.put(db, record)


@contextmanager
def _first_schema() -> Iterator[None]:
    """Files made here have the schema of the first version, as if an earlier program had made them."""
    newest, migrate = migrations.HEAD, migrations.migrate
    second = "m0002_rights_and_keeping"
    migrations.HEAD, migrations.migrate = 1, lambda db: migrations.steps.apply(db, stop_before=second)
    try:
        yield
    finally:
        migrations.HEAD, migrations.migrate = newest, migrate
