"""The failing disk itself: every kind of fault arrives, and leaves nothing behind."""

import os
import signal
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, meta
from tests.campaigns import faults
from tests.campaigns.faults import Fault, Plan

pytestmark = pytest.mark.skipif(not faults.AVAILABLE, reason=faults.WHY_NOT)
KEY = bytes(32)


def keep(db: Database, name: str) -> None:
    with connection.transaction(db):
        meta.put_meta(db, name, 1)


@pytest.mark.parametrize(
    ("fault", "code"), [(Fault.FULL, "file.disk_full"), (Fault.SHORT, "file.disk_full"), (Fault.IO, "file.io")]
)
def test_a_fault_is_told_and_what_failed_is_absent(tmp_path: Path, fault: Fault, code: str) -> None:
    with faults.layer() as disk:
        db = connection.create_file(tmp_path / "a.db", KEY)
        with pytest.raises(KnownError) as told, disk.failing(Plan(2, fault)):
            keep(db, "half")
        keep(db, "after")

    assert told.value.code == code
    assert disk.struck
    assert (meta.get_meta(db, "half"), meta.get_meta(db, "after")) == (None, 1)
    connection.close(db)


def test_a_lasting_fault_lasts_until_its_plan_is_put_away(tmp_path: Path) -> None:
    with faults.layer() as disk:
        db = connection.create_file(tmp_path / "a.db", KEY)
        with disk.failing(Plan(1, Fault.FULL, lasting=True)):
            for name in ("one", "two"):
                with pytest.raises(KnownError):
                    keep(db, name)
        keep(db, "three")
    connection.close(db)

    assert disk.calls["sync"] > 0


@pytest.mark.parametrize("fault", [Fault.KILL_BEFORE, Fault.KILL_AFTER])
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_kill_ends_the_process_at_the_chosen_sync(tmp_path: Path, fault: Fault) -> None:
    connection.close(connection.create_file(tmp_path / "a.db", KEY))
    child = os.fork()
    if child == 0:
        with faults.layer() as disk:
            db = connection.open_file(tmp_path / "a.db", KEY)
            keep(db, "first")  # a new log beside the file syncs its own head first
            with disk.failing(Plan(1, fault, frozenset({"sync"}))):
                keep(db, "mark")
        os._exit(0)

    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    db = connection.open_file(tmp_path / "a.db", KEY)
    # Killed around the sync, the bytes were already written: a killed process is no power cut.
    assert meta.get_meta(db, "mark") == 1
    connection.close(db)


def test_without_the_layer_nothing_is_counted(tmp_path: Path) -> None:
    with faults.layer() as disk:
        pass
    connection.close(connection.create_file(tmp_path / "a.db", KEY))

    assert disk.calls == {}
