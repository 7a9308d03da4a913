import os
from pathlib import Path

import pytest

from gpconnect.storage import files, reserve


def test_the_reserve_keeps_real_room(tmp_path: Path) -> None:
    assert reserve.make(tmp_path)
    assert reserve.make(tmp_path)  # again changes nothing

    made = files.reserve_path(tmp_path).stat()
    assert made.st_size == reserve.SIZE
    assert made.st_blocks * 512 >= reserve.SIZE
    assert made.st_mode & 0o077 == 0


def test_where_the_system_cannot_set_room_aside_it_is_written_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fallocate")

    assert reserve.make(tmp_path)
    assert reserve.held(tmp_path)


def test_released_the_room_is_the_disks_again(tmp_path: Path) -> None:
    reserve.make(tmp_path)
    reserve.release(tmp_path)
    reserve.release(tmp_path)

    assert not reserve.held(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_room_there_is_no_reserve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reserve, "ROOM", 2**60)

    assert not reserve.make(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_reserve_that_does_not_fit_after_all_leaves_no_crumbs(tmp_path: Path) -> None:
    files.reserve_path(tmp_path).mkdir()

    assert not reserve.make(tmp_path)


def test_a_folder_that_is_gone_has_no_room_to_name(tmp_path: Path) -> None:
    assert reserve.free_bytes(tmp_path / "gone") is None
    assert (reserve.free_bytes(tmp_path) or 0) > 0
