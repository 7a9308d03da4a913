import stat
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.storage import files


def test_a_write_replaces_the_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "slots.json"
    files.write_atomically(target, b"old and long")
    files.write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["slots.json"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_state_and_no_crumbs(tmp_path: Path) -> None:
    target = tmp_path / "slots.json"
    target.mkdir()
    (target / "kept").write_bytes(b"old")
    with pytest.raises(KnownError) as caught:
        files.write_atomically(target, b"new")
    assert caught.value.code == "file.write_failed"
    assert [one.name for one in tmp_path.iterdir()] == ["slots.json"]
    assert (target / "kept").read_bytes() == b"old"


def test_a_folder_that_is_gone_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        files.write_atomically(tmp_path / "gone" / "slots.json", b"new")
    assert caught.value.code == "file.write_failed"


def test_a_folder_that_cannot_be_made_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KnownError) as caught:
        files.private_folder(tmp_path / "file" / "profile")
    assert caught.value.code == "file.read_only"
