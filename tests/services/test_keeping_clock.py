"""A clock that ran ahead while a copy was made or something was erased: a date is then no proof of what is newer."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services import erasing, hub_clock, keeping, mending, trouble
from gpconnect.services.session import Session
from gpconnect.storage import connection, erasure, files
from tests.services.conftest import Clock
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import ask
from tests.services.test_damaged import root_of, turn
from tests.services.test_keeping import daily, keeper, names, stick

__all__ = ["keeper", "stick"]


def test_a_copy_of_while_the_clock_ran_ahead_is_no_reason_for_another_one_each_time(
    keeper: Session, stick: Path, clock: Clock
) -> None:
    a_dossier(keeper)
    clock.forward(days=365)
    daily(keeper)
    clock.forward(days=-365)
    made: list[int] = []
    for _ in range(5):
        for _ in range(4):
            daily(keeper)
        made.append(len(names(stick)))
        clock.forward(days=1)

    assert made == [1, 2, 3, 4, 5]
    assert keeping.overview(keeper).copies[0].days == 1, "none is younger than today"


@pytest.mark.parametrize("order", ["erased, then seen", "seen, then erased"])
def test_a_copy_from_the_future_goes_thirty_days_after_it_was_first_seen(
    keeper: Session, stick: Path, clock: Clock, order: str
) -> None:
    """Its date is no proof that it knows of what was erased."""
    child = a_dossier(keeper)
    clock.forward(days=365)
    keeping.back_up(keeper, stick / "met-de-hand.kopie")
    keeping.run(keeper, keeping.copying())
    future = set(names(stick))
    clock.forward(days=-365)
    if order == "seen, then erased":
        daily(keeper)
        clock.forward(hours=1)
    with connection.transaction(keeper.db):
        erasure.destroy(keeper.db, erasure.Tombstone(child, "Jeugdwet 7.3.9", "patient", keeper.now()))
    for _ in range(2):
        daily(keeper)
    assert {one.goes_on for one in keeping.overview(keeper).copies if one.copy.name in future} == {date(2026, 12, 24)}
    for _ in range(30):
        clock.forward(days=1)
        for _ in range(3):
            daily(keeper)

    assert not future & set(names(stick))


def test_a_copy_from_the_future_goes_never_before_a_newer_one_is_there(
    keeper: Session, stick: Path, clock: Clock
) -> None:
    a_dossier(keeper)
    clock.forward(days=365)
    keeping.run(keeper, keeping.copying())
    clock.forward(days=-365)
    for _ in range(40):
        keeping.expire_copies(keeper)
        clock.forward(days=1)
    assert len(names(stick)) == 1


def test_what_somebody_put_away_by_hand_stays_while_nothing_was_erased(
    keeper: Session, stick: Path, clock: Clock
) -> None:
    clock.forward(days=365)
    keeping.back_up(keeper, stick / "met-de-hand.kopie")
    clock.forward(days=-365)
    for _ in range(40):
        daily(keeper)
        clock.forward(days=1)
    assert "met-de-hand.kopie" in names(stick)


def test_a_clock_that_lost_its_battery_leaves_the_dates_of_the_copies_as_they_were(
    keeper: Session, stick: Path, clock: Clock
) -> None:
    daily(keeper)
    (copy,) = keeping.overview(keeper).copies
    clock.forward(days=-9000)
    daily(keeper)
    clock.forward(days=9000)
    daily(keeper)
    assert keeping.overview(keeper).copies[-1] == copy
    assert len(names(stick)) == 1


def test_an_erasure_of_while_the_clock_ran_ahead_lets_the_copies_go_in_time(
    keeper: Session, stick: Path, clock: Clock
) -> None:
    child = a_dossier(keeper)
    daily(keeper)
    (old,) = names(stick)
    clock.forward(days=365)
    with connection.transaction(keeper.db):
        erasure.destroy(keeper.db, erasure.Tombstone(child, "Jeugdwet 7.3.9", "patient", keeper.now()))
    clock.forward(days=-365)
    for _ in range(31):
        for _ in range(3):
            daily(keeper)
        clock.forward(days=1)
    assert old not in names(stick)


def test_a_copy_is_dated_by_the_hub_when_our_clock_runs_ahead(keeper: Session, clock: Clock) -> None:
    with connection.transaction(keeper.db):
        hub_clock.keep(keeper.db, timedelta(days=10).total_seconds())
    keeping.run(keeper, keeping.copying())
    (copy,) = keeping.overview(keeper).copies
    assert copy.copy.made_at == clock() - timedelta(days=10)


def test_mending_begins_with_no_copy_for_its_date_only(keeper: Session, stick: Path, clock: Clock) -> None:
    clock.forward(days=365)
    keeping.run(keeper, keeping.copying())
    (future,) = names(stick)
    clock.forward(days=-365)
    daily(keeper)
    clock.forward(days=1)
    daily(keeper)
    assert [one.name == future for one in mending.begin(keeper).copies] == [False, True]

    connection.checkpoint(keeper.db)
    turn(keeper, root_of(keeper, "meta"))
    fresh = replace(keeper, db=connection.open_beside(files.database_path(keeper.folder), bytes(keeper.key)))
    assert [one.name == future for one in mending.begin(fresh).copies] == [False, True]
    connection.close(fresh.db)


def test_while_nobody_knows_whether_the_clock_leapt_no_copy_goes(keeper: Session, stick: Path, clock: Clock) -> None:
    child = a_dossier(keeper)
    for _ in range(9):
        daily(keeper)
        clock.forward(days=1)
    with connection.transaction(keeper.db):
        erasure.destroy(keeper.db, erasure.Tombstone(child, "Jeugdwet 7.3.9", "patient", keeper.now()))
    before = set(names(stick))
    clock.forward(days=40)
    hub_clock.look_back(keeper)
    for _ in range(3):
        daily(keeper)
    assert before <= set(names(stick))

    trouble.date_is_right(keeper)
    for _ in range(3):
        daily(keeper)
    assert not before & set(names(stick)), "those of before the erasure are over their day"


def test_while_nobody_knows_whether_the_clock_leapt_nothing_is_destroyed_without_a_hub(
    keeper: Session, clock: Clock
) -> None:
    """The seven days are over by a clock that nobody can vouch for."""
    asked = ask(keeper, a_dossier(keeper))
    clock.forward(days=40)
    hub_clock.look_back(keeper)
    assert erasing.due(keeper) == ()
    with pytest.raises(KnownError, match=r"erasure\.clock_leapt"):
        erasing.destroy(keeper, asked)
    assert erasure.tombstones(keeper.db) == []

    trouble.date_is_right(keeper)
    assert [one.id for one, _ in erasing.due(keeper)] == [asked]
    erasing.destroy(keeper, asked)
    assert len(erasure.tombstones(keeper.db)) == 1
