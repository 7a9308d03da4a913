"""A number beside the file, and trouble with it stops nobody."""

from pathlib import Path

from gpconnect.storage import wrong_tries


def test_wrong_tries_are_counted_until_they_are_told(tmp_path: Path) -> None:
    assert wrong_tries.count(tmp_path) == 0
    for _ in range(3):
        wrong_tries.note(tmp_path)
    assert wrong_tries.count(tmp_path) == 3
    wrong_tries.forget(tmp_path)
    wrong_tries.forget(tmp_path)
    assert wrong_tries.count(tmp_path) == 0


def test_an_unreadable_number_or_a_folder_that_is_gone_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "wrong-tries").write_text("veel")
    assert wrong_tries.count(tmp_path) == 0
    wrong_tries.note(tmp_path)
    assert wrong_tries.count(tmp_path) == 1
    wrong_tries.note(tmp_path / "gone")
    assert wrong_tries.count(tmp_path / "gone") == 0
