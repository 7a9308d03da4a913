from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.storage import place
from gpconnect.storage.place import Place


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    """A list of mounts: a share under the folder, and a disk of its own inside that share."""
    listed = tmp_path / "mounts"
    root = str(tmp_path.resolve())
    listed.write_text(
        "overlay / overlay rw 0 0\n\n"
        f"//server/team {root}/the\\040share cifs rw 0 0\n"
        f"/dev/sdb1 {root}/the\\040share/stick ext4 rw 0 0\n"
        f"host {root}/ssh fuse.sshfs rw 0 0\n"
        f"/dev/sdc1 {root}/ssh ext4 rw 0 0\n",
        encoding="utf-8",
    )
    return listed


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("here", Place.LOCAL),
        ("the share", Place.NETWORK),
        ("the share/profile", Place.NETWORK),
        ("the share/stick/profile", Place.LOCAL),
        ("ssh/profile", Place.LOCAL),
        ("OneDrive - Gemeente Zaltbommel/profile", Place.CLOUD),
        ("Dropbox/profile", Place.CLOUD),
    ],
)
def test_a_folder_lies_where_the_system_says(tmp_path: Path, mounts: Path, folder: str, kind: Place) -> None:
    assert place.kind_of(tmp_path / folder, mounts) is kind


def test_what_a_cloud_program_leaves_behind_gives_it_away(tmp_path: Path, mounts: Path) -> None:
    (tmp_path / ".sync_nextcloud.db").touch()

    assert place.kind_of(tmp_path / "profile", mounts) is Place.CLOUD


def test_a_system_that_does_not_say_counts_as_local(tmp_path: Path) -> None:
    assert place.kind_of(tmp_path, tmp_path / "absent") is Place.LOCAL


def test_a_network_share_is_refused_and_the_rest_is_not(tmp_path: Path, mounts: Path) -> None:
    place.require_local(tmp_path, mounts)
    with pytest.raises(KnownError) as told:
        place.require_local(tmp_path / "the share", mounts)
    assert told.value.code == "file.on_network"
