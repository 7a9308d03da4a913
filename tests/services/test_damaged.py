"""A damaged file says whose dossiers lost something, by name for who may read them."""

from gpconnect.services import damaged, keeping
from gpconnect.services.session import Session
from gpconnect.storage import connection, files
from gpconnect.storage.damage import Damage
from gpconnect.storage.pages import PAGE, Pages
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
    """Also when it is a page that the check itself reads: of operations, of what was erased, of copies."""
    a_dossier(worker)
    connection.checkpoint(worker.db)
    tables = ("operation", "outbox", "note", "patient", "search_entry", "tombstone", "copy_made")
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
