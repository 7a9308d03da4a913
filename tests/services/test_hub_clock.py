"""A clock that was set back is told at opening, by what the file itself was written at; the hub's answer decides."""

from dataclasses import replace
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services import finding, hub_clock, profiles, syncing, trouble
from gpconnect.services.session import Session
from gpconnect.storage import access_log, connection, files
from gpconnect.storage.connection import transaction
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock
from tests.services.test_damaged import root_of, turn


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    """Sanne's profile, closed, in which something was written at this moment."""
    profile = profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    finding.find(profile.session, "niemand")
    profile.close()
    return tmp_path / "sanne"


def told(folder: Path, clock: Clock, *, write: bool = False, hub: float | None = None) -> int:
    """By how many minutes the clock is said to be off when the file is opened now."""
    profile = profiles.open_profile(folder, PASSPHRASE, now=clock)
    if hub is not None:
        with transaction(profile.session.db):
            hub_clock.keep(profile.session.db, hub)
    said = syncing.state(profile.session).clock_minutes
    if write:
        finding.find(profile.session, "iemand")
    profile.close()
    return said


def test_a_clock_before_the_last_line_is_behind_by_at_least_that(folder: Path, clock: Clock) -> None:
    assert told(folder, clock) == 0
    clock.forward(hours=-2)
    assert told(folder, clock) == -120


def test_minutes_that_nobody_minds_are_not_said(folder: Path, clock: Clock) -> None:
    clock.forward(minutes=-hub_clock.LEAST_MINUTES)
    assert told(folder, clock) == 0


def test_it_is_still_said_when_somebody_worked_on_with_the_wrong_clock(folder: Path, clock: Clock) -> None:
    clock.forward(hours=-30)
    assert told(folder, clock, write=True) == -30 * 60
    clock.forward(hours=2)
    assert told(folder, clock) == -28 * 60
    clock.forward(hours=22)
    assert told(folder, clock) == 0, "without a hub it is said for a day: perhaps the clock of before was wrong"


def test_a_clock_that_was_set_right_is_said_no_more(folder: Path, clock: Clock) -> None:
    clock.forward(hours=-2)
    assert told(folder, clock, write=True) == -120
    clock.forward(hours=2)
    assert told(folder, clock) == 0


def test_the_latest_moment_counts_and_not_the_last_line(folder: Path, clock: Clock) -> None:
    """The clock went back while the file was open, and somebody worked on."""
    profile = profiles.open_profile(folder, PASSPHRASE, now=clock)
    clock.forward(hours=-2)
    finding.find(profile.session, "iemand")
    profile.close()
    assert told(folder, clock) == -120


def test_a_clock_of_a_year_ahead_that_was_set_right_is_not_behind_once_the_hub_said_so(
    folder: Path, clock: Clock
) -> None:
    clock.forward(days=365)
    assert told(folder, clock, write=True) == 0
    clock.forward(days=-365)
    assert told(folder, clock, write=True) == -365 * 24 * 60
    assert told(folder, clock, hub=0) == 0
    assert told(folder, clock, write=True) == 0
    clock.forward(hours=-2)
    assert told(folder, clock) == -120, "what was written since still tells"


def test_a_clock_that_goes_back_further_is_noticed_anew(folder: Path, clock: Clock) -> None:
    clock.forward(hours=-2)
    assert told(folder, clock) == -120
    clock.forward(hours=26)
    clock.forward(days=-50)
    assert told(folder, clock) == -49 * 24 * 60


def test_the_hub_decides(folder: Path, clock: Clock) -> None:
    clock.forward(hours=-2)
    assert told(folder, clock, write=True) == -120
    assert told(folder, clock, hub=0) == 0
    assert told(folder, clock) == 0


def test_a_clock_that_ran_ahead_by_the_hub_and_was_set_right_has_not_gone_back(folder: Path, clock: Clock) -> None:
    assert told(folder, clock, write=True, hub=61 * 60) == 61
    clock.forward(minutes=-61)
    assert told(folder, clock) == 61, "what the hub last said, until it says otherwise"
    clock.forward(minutes=-30)
    assert told(folder, clock) == -91


def test_a_file_that_was_never_written_in_says_nothing(tmp_path: Path, clock: Clock) -> None:
    profiles.create(tmp_path / "new", PASSPHRASE, PEOPLE["gp"], now=clock, cost=CHEAP).close()
    clock.forward(days=-1)
    assert told(tmp_path / "new", clock) == 0


def test_a_line_that_cannot_be_read_keeps_nobody_outside(worker: Session, clock: Clock) -> None:
    finding.find(worker, "niemand")
    connection.checkpoint(worker.db)
    clock.forward(hours=-2)
    turn(worker, root_of(worker, "access_log_at"))
    fresh = replace(worker, db=connection.open_beside(files.database_path(worker.folder), bytes(worker.key)))
    with pytest.raises(KnownError):
        access_log.latest_at(fresh.db)

    hub_clock.look_back(fresh)

    assert hub_clock.minutes(fresh) == 0
    connection.close(fresh.db)


def asked(folder: Path, clock: Clock, *, hub: bool = False, right: bool = False) -> bool:
    """Whether somebody is asked about the date when the file is opened now, after the hub or they answered."""
    profile = profiles.open_profile(folder, PASSPHRASE, now=clock)
    if hub:
        with transaction(profile.session.db):
            hub_clock.keep(profile.session.db, 0)
    if right:
        trouble.date_is_right(profile.session)
    found = trouble.state(profile.session).leap
    assert found is None or found.noticed_at - found.last >= hub_clock.LONG_OFF
    profile.close()
    return found is not None


def test_a_clock_that_stands_a_month_on_is_asked_about_until_somebody_knows(folder: Path, clock: Clock) -> None:
    clock.forward(days=29)
    assert not asked(folder, clock)
    clock.forward(days=2)
    assert asked(folder, clock)
    clock.forward(days=3)
    assert asked(folder, clock), "it may be wrong for long"
    assert not asked(folder, clock, right=True)


def test_the_hub_answers_it_as_well(folder: Path, clock: Clock) -> None:
    clock.forward(days=365)
    assert asked(folder, clock)
    assert not asked(folder, clock, hub=True)


def test_a_leap_that_was_set_right_is_no_question_any_more(folder: Path, clock: Clock) -> None:
    clock.forward(days=365)
    assert asked(folder, clock)
    clock.forward(days=-364)
    assert not asked(folder, clock)
