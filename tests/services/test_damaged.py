"""A damaged file says whose dossiers lost something, by name for who may read them."""

import shutil
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services import damaged, keeping, mending, profiles, trouble
from gpconnect.services.session import Session
from gpconnect.storage import connection, driver, files, kept, meta
from gpconnect.storage.damage import Damage
from gpconnect.storage.kept import FileCheck
from gpconnect.storage.mending import Outlook
from gpconnect.storage.pages import PAGE, Pages
from tests.services.conftest import PASSPHRASE
from tests.services.dossier_help import a_dossier


def turn(session: Session, page: int) -> None:
    """One bit on a page of the open file; a second time turns it back."""
    path = files.database_path(session.folder)
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + 1000)
        (byte,) = file.read(1)
        file.seek((page - 1) * PAGE + 1000)
        file.write(bytes([byte ^ 1]))


def root_of(session: Session, table: str) -> int:
    return int(session.db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


def test_nothing_is_said_of_a_whole_file(worker: Session) -> None:
    keeping.run(worker, keeping.checking())

    assert damaged.damaged(worker) is None


def test_the_child_is_named_although_the_card_itself_is_gone(worker: Session) -> None:
    child = a_dossier(worker)
    connection.checkpoint(worker.db)
    assert Pages(files.database_path(worker.folder), bytes(worker.key)).bad() == ()
    turn(worker, root_of(worker, "patient"))

    keeping.run(worker, keeping.checking())

    found = damaged.damaged(worker)
    assert found is not None
    assert len(found.names) == 1, child
    assert found.others == 0
    assert not found.all
    assert found.unsent > 0
    assert found.copy_at is None


def test_a_coordinator_hears_how_many_and_not_who(coordinator: Session) -> None:
    with connection.transaction(coordinator.db):
        damaged.keep(coordinator, Damage((7,), {"note": (1,)}, ("0" * 32,), ("meta",)))

    found = damaged.damaged(coordinator)

    assert found is not None
    assert (found.names, found.others, found.besides) == ((), 1, True)


def test_whatever_page_is_damaged_the_check_ends_and_tells_it(worker: Session) -> None:
    """Also when it is a page that the check itself reads, or on which it would write down what it found."""
    a_dossier(worker)
    connection.checkpoint(worker.db)
    tables = ("operation", "outbox", "note", "patient", "search_entry", "tombstone", "copy_made", "file_check", "meta")
    pages = [
        (table, int(page))
        for table in tables
        for (page,) in worker.db.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = ?", (table,)).fetchall()
        if page
    ]
    assert len(pages) > len(tables)
    for where in pages:
        connection.checkpoint(worker.db)
        turn(worker, where[1])

        keeping.run(worker, keeping.checking(automatic=True))

        view = keeping.overview(worker)
        assert view.checked is not None
        assert not view.checked.ok, where
        assert damaged.damaged(worker) is not None, where
        assert damaged.standing(worker.db), where
        assert trouble.state(worker).damaged, where
        assert mending.begin(worker).key == worker.key, where
        assert keeping.due(worker) == "", where
        turn(worker, where[1])

    keeping.run(worker, keeping.checking())
    assert damaged.damaged(worker) is None


def test_a_first_page_that_is_damaged_is_what_the_check_finds(worker: Session) -> None:
    connection.checkpoint(worker.db)
    turn(worker, 1)

    keeping.run(worker, keeping.checking())

    found = damaged.damaged(worker)
    assert found is not None
    assert found.all


OWN_TABLES = ("meta", "file_check")
OWN_PAGES = (*OWN_TABLES, "sqlite_autoindex_meta_1")
"""On which a check writes down what it found."""


def read_nothing_yet(session: Session) -> None:
    """What this connection has in memory of the file is forgotten."""
    assert isinstance(session.db, driver.File)
    session.db.renew()


def write_down(session: Session) -> None:
    """As every check did once: in the file alone."""
    with connection.transaction(session.db):
        kept.put_check(session.db, FileCheck(session.now(), automatic=True, ok=True))
        damaged.keep(session, None)


@pytest.mark.parametrize("page", OWN_PAGES)
def test_what_has_no_place_in_the_file_stands_beside_it(worker: Session, page: str) -> None:
    child = a_dossier(worker)
    with connection.transaction(worker.db):
        meta.put_meta(worker.db, "hub", "https://hub.example")
    keeping.run(worker, keeping.checking())
    connection.checkpoint(worker.db)
    turn(worker, root_of(worker, page))
    read_nothing_yet(worker)
    with pytest.raises(KnownError, match=r"file\.unreadable"):
        write_down(worker)

    keeping.run(worker, keeping.checking(automatic=True))

    read_nothing_yet(worker)
    told = damaged.damaged(worker)
    assert told is not None
    assert (told.names, told.besides, told.all) == ((), page in OWN_TABLES, False), child
    assert trouble.state(worker).damaged
    checked = keeping.overview(worker).checked
    assert checked is not None
    assert (checked.ok, checked.automatic, checked.at) == (False, True, worker.now())
    assert keeping.due(worker) == ""
    plan = mending.plan(worker, mending.begin(worker), (None, Outlook(0, 0, 0, 2, (), untold=False, lines=0)))
    assert plan.hub, "what was sent is with a hub, also when nobody can read which"
    turn(worker, root_of(worker, page))


@pytest.mark.parametrize("page", OWN_PAGES)
def test_at_the_next_opening_it_is_told(worker: Session, page: str, tmp_path: Path) -> None:
    """With the settings gone the file does not open, and a copy is offered; otherwise mending is."""
    connection.checkpoint(worker.db)
    turn(worker, root_of(worker, page))
    read_nothing_yet(worker)
    keeping.run(worker, keeping.checking(automatic=True))
    shutil.copytree(worker.folder, tmp_path / "later")
    turn(worker, root_of(worker, page))

    if page == "file_check":
        profile = profiles.open_profile(tmp_path / "later", PASSPHRASE, now=worker.now)
        assert trouble.begin(profile.session).damaged
        profile.close()
    else:
        with pytest.raises(KnownError, match=r"file\.(damaged|unreadable)"):
            profiles.open_profile(tmp_path / "later", PASSPHRASE, now=worker.now)


def test_when_all_is_well_again_nothing_is_told_any_more(worker: Session) -> None:
    connection.checkpoint(worker.db)
    page = root_of(worker, "file_check")
    turn(worker, page)
    read_nothing_yet(worker)
    assert keeping.due(worker) == "check", "what is due cannot be read: then that is found out"
    keeping.run(worker, keeping.checking())
    assert damaged.standing(worker.db)
    turn(worker, page)

    keeping.run(worker, keeping.checking())

    assert not damaged.standing(worker.db)
    assert not trouble.state(worker).damaged
    checked = keeping.overview(worker).checked
    assert checked is not None
    assert checked.ok


def test_what_can_be_kept_in_neither_place_is_told_as_trouble(worker: Session) -> None:
    connection.checkpoint(worker.db)
    turn(worker, root_of(worker, "file_check"))
    read_nothing_yet(worker)
    files.erased_path(worker.folder).unlink()
    files.erased_path(worker.folder).mkdir()

    with pytest.raises(KnownError, match=r"file\.unreadable"):
        keeping.run(worker, keeping.checking())

    files.erased_path(worker.folder).rmdir()
    turn(worker, root_of(worker, "file_check"))
