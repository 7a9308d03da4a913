"""A number beside the file, and trouble with it stops nobody."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from gpconnect.storage import wrong_tries

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)


def test_wrong_tries_are_counted_until_they_are_told(tmp_path: Path) -> None:
    assert wrong_tries.count(tmp_path, "recovery") == 0
    for minutes in range(3):
        wrong_tries.note(tmp_path, "recovery", NOON + timedelta(minutes=minutes))
    assert wrong_tries.count(tmp_path, "recovery") == 3
    assert wrong_tries.last(tmp_path, "recovery") == "2026-11-24T11:02:00+00:00"
    assert wrong_tries.count(tmp_path, "passphrase") == 0
    wrong_tries.forget(tmp_path, "recovery")
    wrong_tries.forget(tmp_path, "recovery")
    assert (wrong_tries.count(tmp_path, "recovery"), wrong_tries.last(tmp_path, "recovery")) == (0, "")


def test_a_number_of_an_earlier_version_has_no_moment(tmp_path: Path) -> None:
    (tmp_path / "wrong-tries-recovery").write_text("2")
    assert (wrong_tries.count(tmp_path, "recovery"), wrong_tries.last(tmp_path, "recovery")) == (2, "")


def test_an_unreadable_number_or_a_folder_that_is_gone_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "wrong-tries-recovery").write_text("veel")
    assert wrong_tries.count(tmp_path, "recovery") == 0
    wrong_tries.note(tmp_path, "recovery", NOON)
    assert wrong_tries.count(tmp_path, "recovery") == 1
    wrong_tries.note(tmp_path / "gone", "recovery", NOON)
    assert wrong_tries.count(tmp_path / "gone", "recovery") == 0
