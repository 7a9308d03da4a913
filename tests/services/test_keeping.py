"""Copies, checks and what goes: on real files, step by step as the window does it and in one go as a command does."""

from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Site
from gpconnect.services import commands, keeping, keyholding, mending, profiles
from gpconnect.services.session import Session
from gpconnect.storage import access_log, connection, copies, erasure, files, kept, rows, search
from gpconnect.storage.checks import STOPPED
from tests.services.conftest import PASSPHRASE, TUESDAY, Clock
from tests.services.dossier_help import a_dossier

Sites = Callable[[], int]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that may go and come back."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def keeper(worker: Session, stick: Path) -> Session:
    """Sanne's file, with copies going to the stick; what a first sync brings is findable."""
    keeping.rebuild_search(worker)
    keeping.choose_folder(worker, stick)
    return worker


def daily(session: Session) -> None:
    """What the caretaker does."""
    what = keeping.due(session)
    if what == "copy":
        keeping.run(session, keeping.copying())
    elif what == "check":
        keeping.run(session, keeping.checking(automatic=True))
    elif what == "tidy":
        keeping.expire_copies(session)


def names(folder: Path) -> list[str]:
    """The copies that stand in a folder; each has its slots beside it and nothing else lies there."""
    found = sorted(one.name for one in folder.iterdir())
    made = [one for one in found if one.endswith(".kopie")]
    assert found == sorted([*made, *(f"{one}.slots.json" for one in made)])
    return made


def test_nobody_has_chosen_a_folder_yet(worker: Session) -> None:
    view = keeping.overview(worker)

    assert (view.folder, view.copies, view.checked, view.failed) == (None, (), None, "")
    assert keeping.due(worker) == "check"
    with pytest.raises(KnownError, match=r"copy.no_folder"):
        keeping.run(worker, keeping.copying())


def test_a_copy_is_due_once_a_day_and_its_name_says_nothing_of_a_person(keeper: Session, stick: Path) -> None:
    assert keeping.due(keeper) == "copy"
    daily(keeper)

    assert names(stick) == ["gpconnect-20261124-0952.kopie"]
    (shown,) = keeping.overview(keeper).copies
    assert (shown.copy.path, shown.copy.made_at, shown.copy.automatic) == (
        stick / "gpconnect-20261124-0952.kopie",
        keeper.now(),
        True,
    )
    assert shown.copy.size == shown.copy.path.stat().st_size
    assert keeping.due(keeper) == "check"


def test_after_another_key_for_the_file_a_copy_is_due_at_once_for_no_older_one_mends_it(
    keeper: Session, clock: Clock
) -> None:
    daily(keeper)
    keeping.run(keeper, keeping.checking())
    assert keeping.due(keeper) == ""
    clock.forward(minutes=10)
    keyholding.change_file_key(keeper, PASSPHRASE)
    assert mending.look(mending.begin(keeper))[0] is None
    assert keeping.due(keeper) == "copy"
    daily(keeper)

    assert keeping.due(keeper) == ""
    found, _ = mending.look(mending.begin(keeper))
    assert found == keeping.overview(keeper).copies[0].copy


def test_no_passphrase_is_asked_and_the_copy_opens_with_it(keeper: Session, stick: Path, tmp_path: Path) -> None:
    a_dossier(keeper)
    daily(keeper)
    commands.restore(tmp_path / "elders", stick / names(stick)[0], PASSPHRASE)

    assert commands.verify(tmp_path / "elders", PASSPHRASE).checked.found == ()


def test_what_is_written_while_a_copy_is_made_is_in_the_file_and_not_in_the_copy(keeper: Session, stick: Path) -> None:
    task = keeping.copying()
    begin = next(task)
    assert isinstance(begin, keeping.FileStep)
    make = task.send(begin.work(keeper))
    a_dossier(keeper, "Tijdens")
    assert isinstance(make, keeping.AsideStep)
    task.send(make.work())
    task.close()
    copy = connection.open_beside(stick / names(stick)[0], bytes(keeper.key), writable=False)

    assert search.find(keeper.db, "tijdens")
    assert search.find(copy, "tijdens") == []
    connection.close(copy)


def test_two_copies_in_one_minute_have_names_of_their_own(keeper: Session, stick: Path, clock: Clock) -> None:
    daily(keeper)
    clock.forward(seconds=5)
    keeping.run(keeper, keeping.copying())

    assert names(stick) == ["gpconnect-20261124-0952-2.kopie"], "of one day the newest stays"


def test_a_stick_that_is_not_there_is_told_and_tried_again(
    keeper: Session, stick: Path, clock: Clock, tmp_path: Path
) -> None:
    away = stick.rename(tmp_path / "weg")
    with pytest.raises(KnownError, match=r"copy.no_folder"):
        daily(keeper)
    view = keeping.overview(keeper)
    assert (view.failed, view.failed_at) == ("copy.no_folder", keeper.now())
    assert not keeping.look(view).there
    assert keeping.due(keeper) == "check"

    clock.forward(minutes=61)
    away.rename(stick)
    daily(keeper)

    assert len(names(stick)) == 1
    assert keeping.overview(keeper).failed == ""
    assert keeping.look(keeping.overview(keeper)).there


@pytest.mark.parametrize("stage", ["pages", "structure", "rows", "chains", "search"])
def test_a_copy_that_is_stopped_leaves_nothing_and_is_no_failure(keeper: Session, stick: Path, stage: str) -> None:
    def stop(at: str, _done: int, _total: int) -> None:
        if at == stage:
            raise KnownError(STOPPED)

    with pytest.raises(KnownError, match=STOPPED):
        keeping.run(keeper, keeping.copying(None, stop))

    assert list(stick.iterdir()) == []
    assert keeping.overview(keeper).failed == ""
    assert keeping.due(keeper) == "copy"
    a_dossier(keeper)


def test_a_copy_that_a_crash_cut_off_is_cleared_away_by_the_next(keeper: Session, stick: Path) -> None:
    task = keeping.copying()
    begin = next(task)
    assert isinstance(begin, keeping.FileStep)
    work = begin.work(keeper)
    assert isinstance(work, copies.Work)
    copies.part_of(work.target).write_bytes(b"half")
    work.close()
    (stick / ".vakantie.part").write_bytes(b"not ours")

    keeping.run(keeper, keeping.copying(stick / "met-de-hand.kopie"))

    assert sorted(one.name for one in stick.iterdir()) == [
        ".vakantie.part",
        "met-de-hand.kopie",
        "met-de-hand.kopie.slots.json",
    ]


def test_a_copy_that_got_its_name_before_a_crash_is_listed_all_the_same(keeper: Session, stick: Path) -> None:
    task = keeping.copying()
    begin = next(task)
    assert isinstance(begin, keeping.FileStep)
    make = task.send(begin.work(keeper))
    assert isinstance(make, keeping.AsideStep)
    make.work()
    (stick / f"{names(stick)[0].removesuffix('.kopie')}-3.kopie").write_bytes(b"something else")
    assert keeping.overview(keeper).copies == ()
    keeping.choose_folder(keeper, None)
    keeping.run(keeper, keeping.checking())
    assert keeping.due(keeper) == "tidy"
    keeping.expire_copies(keeper)

    [one] = keeping.overview(keeper).copies
    assert (one.copy.path, one.copy.automatic) == (stick / "gpconnect-20261124-0952.kopie", True)
    assert keeping.due(keeper) == ""


def test_the_folder_of_the_file_itself_is_no_place_for_copies(worker: Session) -> None:
    with pytest.raises(KnownError, match=r"copy.same_folder"):
        keeping.choose_folder(worker, worker.folder / "kopieen")

    assert keeping.overview(worker).folder is None


def test_a_year_of_days_leaves_what_the_rule_keeps_and_nothing_that_is_not_ours_goes(
    keeper: Session, stick: Path, clock: Clock
) -> None:
    (stick / "vakantiefotos.kopie").write_bytes(b"")
    (stick / "vakantiefotos.kopie.slots.json").write_bytes(b"")
    keeping.run(keeper, keeping.copying(stick / "met-de-hand.kopie"))
    for day in range(1, 45):
        clock.move_to(TUESDAY + timedelta(days=day))
        daily(keeper)

    found = names(stick)
    assert {"vakantiefotos.kopie", "met-de-hand.kopie"} <= set(found)
    assert len(found) == 2 + 7 + 3 + 1
    assert sorted(one.copy.name for one in keeping.overview(keeper).copies) == sorted(
        set(found) - {"vakantiefotos.kopie"}
    )


def test_copies_from_before_an_erasure_are_gone_within_thirty_days(
    keeper: Session, stick: Path, clock: Clock, tmp_path: Path
) -> None:
    """Also the one that somebody made by hand; a stick in a drawer is told, and cleared when it comes back."""
    drawer = tmp_path / "la"
    drawer.mkdir()
    patient = a_dossier(keeper)
    keeping.back_up(keeper, stick / "met-de-hand.kopie")
    keeping.back_up(keeper, drawer / "la.kopie")
    daily(keeper)
    before = set(names(stick))
    away = drawer.rename(tmp_path / "weg")
    clock.forward(hours=1)
    with connection.transaction(keeper.db):
        erasure.destroy(keeper.db, erasure.Tombstone(patient, "Jeugdwet 7.3.9", "patient", keeper.now()))
    assert {one.goes_on for one in keeping.overview(keeper).copies} == {date(2026, 12, 24)}
    for day in range(1, 31):
        clock.move_to(TUESDAY + timedelta(days=day), time(10))
        daily(keeper)

    assert not before & set(names(stick))
    assert [one.copy.name for one in keeping.overview(keeper).copies if one.goes_on] == ["la.kopie"]
    away.rename(drawer)
    keeping.expire_copies(keeper)
    assert names(drawer) == []


def test_the_file_checks_itself_every_month_and_keeps_what_it_found(worker: Session, clock: Clock) -> None:
    keeping.rebuild_search(worker)
    a_dossier(worker)
    daily(worker)
    checked = keeping.overview(worker).checked
    assert checked is not None
    assert (checked.ok, checked.automatic, checked.at) == (True, True, worker.now())
    assert keeping.due(worker) == ""

    clock.forward(days=30)
    assert keeping.due(worker) == "check"


def test_a_check_names_every_subject_that_is_wrong(worker: Session) -> None:
    a_dossier(worker)
    with connection.transaction(worker.db):
        worker.db.execute("DELETE FROM search_entry WHERE kind = 'patient'")
        worker.db.execute("DELETE FROM outbox WHERE row = (SELECT max(row) FROM outbox)")
        worker.db.execute("UPDATE patient SET family_name = 'Anders'")
    stages: list[str] = []
    keeping.run(worker, keeping.checking(lambda stage, _done, _total: stages.append(stage)))
    checked = keeping.overview(worker).checked

    assert checked is not None
    assert [one.partition(" ")[0] for one in checked.found] == ["numbering", "search", "records"]
    assert list(dict.fromkeys(stages)) == ["pages", "structure", "rows", "chains", "search", "records"]


def test_a_check_can_be_stopped_and_then_says_nothing(worker: Session) -> None:
    def stop(stage: str, _done: int, _total: int) -> None:
        if stage == "rows":
            raise KnownError(STOPPED)

    with pytest.raises(KnownError, match=STOPPED):
        keeping.run(worker, keeping.checking(stop))

    assert keeping.overview(worker).checked is None


def test_the_search_index_is_built_again_from_the_records(worker: Session) -> None:
    a_dossier(worker, "Zoekmij")
    with connection.transaction(worker.db):
        worker.db.execute("DELETE FROM search_names")
    keeping.rebuild_search(worker)

    assert search.find(worker.db, "zoekmij")
    keeping.run(worker, keeping.checking())
    assert keeping.overview(worker).checked.found == ()  # type: ignore[union-attr]  # it was checked just now


def test_a_file_with_a_broken_index_is_copied_all_the_same_and_its_trouble_is_known(
    keeper: Session, stick: Path
) -> None:
    a_dossier(keeper)
    with connection.transaction(keeper.db):
        keeper.db.execute("DELETE FROM search_entry WHERE kind = 'patient'")
    daily(keeper)

    assert len(names(stick)) == 1
    checked = keeping.overview(keeper).checked
    assert checked is not None
    assert [one.partition(" ")[0] for one in checked.found] == ["search"]


def test_making_a_copy_is_on_record(keeper: Session) -> None:
    daily(keeper)

    seen = access_log.between(keeper.db, keeper.now(), keeper.now() + timedelta(seconds=1))
    assert [(one.type, one.purpose) for one in seen if one.purpose == "copy"] == [("export", "copy")]


def test_the_disk_is_looked_at_for_what_really_stands_there(keeper: Session, stick: Path, tmp_path: Path) -> None:
    daily(keeper)
    keeping.back_up(keeper, tmp_path / "los.kopie")
    view = keeping.overview(keeper)
    copies.remove(tmp_path / "los.kopie")
    seen = keeping.look(view)

    assert (seen.there, seen.same_disk) == (True, True)
    assert seen.present == {stick / "gpconnect-20261124-0952.kopie"}
    assert seen.unreachable == frozenset()


def test_another_program_that_reads_the_file_only_delays_the_copy(keeper: Session, clock: Clock) -> None:
    other = connection.open_beside(files.database_path(keeper.folder), bytes(keeper.key))
    a_dossier(keeper)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM patient").fetchone()
    a_dossier(keeper, "Daarna")
    with pytest.raises(KnownError, match=r"file.in_use"):
        daily(keeper)
    connection.close(other)
    clock.forward(hours=1)
    daily(keeper)

    assert len(kept.copies(keeper.db)) == 1


def test_what_the_connection_reads_is_untouched_by_a_copy(keeper: Session, stick: Path) -> None:
    """The raw handle stays open until the profile closes: SQLite keeps its locks, and a second program stays out."""
    daily(keeper)
    with pytest.raises(KnownError, match=r"file.in_use"):
        profiles.open_profile(keeper.folder, PASSPHRASE)
    assert rows.count(keeper.db, Site) == 2
    assert names(stick)
