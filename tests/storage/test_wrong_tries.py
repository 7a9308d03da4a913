"""A number beside the file, and trouble with it stops nobody."""

from pathlib import Path

from gpconnect.storage import wrong_tries


def test_wrong_tries_are_counted_until_they_are_told(tmp_path: Path) -> None:
    assert wrong_tries.count(tmp_path, "recovery") == 0
    for _ in range(3):
        wrong_tries.note(tmp_path, "recovery")
    assert wrong_tries.count(tmp_path, "recovery") == 3
    assert wrong_tries.count(tmp_path, "passphrase") == 0
    wrong_tries.forget(tmp_path, "recovery")
    wrong_tries.forget(tmp_path, "recovery")
    assert wrong_tries.count(tmp_path, "recovery") == 0


def test_an_unreadable_number_or_a_folder_that_is_gone_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "wrong-tries-recovery").write_text("veel")
    assert wrong_tries.count(tmp_path, "recovery") == 0
    wrong_tries.note(tmp_path, "recovery")
    assert wrong_tries.count(tmp_path, "recovery") == 1
    wrong_tries.note(tmp_path / "gone", "recovery")
    assert wrong_tries.count(tmp_path / "gone", "recovery") == 0
