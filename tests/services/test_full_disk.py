"""A disk that is really full, not one that a test says is: the system itself refuses to write."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gpconnect.ui.messages import SENTENCES
from tests.services import full_disk

OWN_DISKS = ("unshare", "--user", "--map-root-user", "--mount")
"""A process that may mount a disk which only itself sees, without being root."""
MOUNT = 'mount -t tmpfs -o size="$3"m full "$1" && exec "$2" -m tests.services.full_disk "$1"'


def has_own_disks() -> bool:
    """Whether this system lets a test have a small disk of its own."""
    if sys.platform != "linux":
        return False
    try:
        tried = subprocess.run(
            [*OWN_DISKS, "sh", "-c", "mount -t tmpfs tried /mnt"], capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


@pytest.mark.skipif(not has_own_disks(), reason="this system gives a test no disk of its own")
def test_on_a_full_disk_writing_stops_in_words_nothing_is_lost_and_it_goes_on_with_room(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(
        [*OWN_DISKS, "sh", "-c", MOUNT, "sh", str(folder), sys.executable, str(full_disk.MEGABYTES)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    day = full_disk.Day(**json.loads(done.stdout))

    assert day.refused == ["file.disk_full", "file.read_only_mode"]
    assert all("vol" in SENTENCES[code] for code in day.refused)
    assert (day.read_only, day.readable, day.went_on) == (True, True, True)
    assert day.found == day.saved
    assert 3 < len(day.saved) < full_disk.MOST
    assert day.draft == full_disk.TYPED
    assert day.whole
