"""The keyring of a real desktop: gnome-keyring behind the Secret Service of a bus of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gpconnect.storage import slots
from tests.storage.slots_help import CHEAP

ROOT = Path(__file__).parents[2]
REAL = """
import sys
from pathlib import Path
from gpconnect.domain.errors import KnownError
from gpconnect.storage import keyring_access, slots

ring, act, folder, key = keyring_access.system_keyring(), sys.argv[1], Path(sys.argv[2]), bytes.fromhex(sys.argv[3])
try:
    if act == "add":
        slots.add_keyring_slot(folder, key, ring)
    elif act == "remove":
        slots.remove_slot(folder, next(one.id for one in slots.slots(folder) if one.kind == "keyring"), ring)
    else:
        assert slots.unlock(folder, slots.KEYRING, "", ring) == key
except KnownError as error:
    print(error.code)
else:
    print(act)
"""
LOCK = (
    "import secretstorage; bus = secretstorage.dbus_init(); "
    "[one.lock() for one in secretstorage.get_all_collections(bus)]"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring-daemon",
)
class TestRealSecretService:
    """gnome-keyring on a bus of its own; every step in a process of its own, as after a restart."""

    def session(self, folder: Path, key: bytes, *acts: str) -> list[str]:
        """Unlocks a keyring once, does these one after the other, and gives what each said."""
        home = folder.parent
        run = f'"{sys.executable}" -c "$CODE" {{act}} "{folder}" {key.hex()}'
        lines = [f'"{sys.executable}" -c "$LOCK"' if act == "lock" else run.format(act=act) for act in acts]
        start = "echo -n x | gnome-keyring-daemon --unlock --components=secrets >/dev/null\n"
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", start + "\n".join(lines)],
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "HOME": str(home),
                "XDG_RUNTIME_DIR": str(home),
                "CODE": REAL,
                "LOCK": LOCK,
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    def test_it_opens_the_file_in_a_later_program_until_it_is_taken_away(self, folder: Path) -> None:
        key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
        assert self.session(folder, key, "add", "open", "remove", "open") == [
            "add",
            "open",
            "remove",
            "keyring.no_slot",
        ]
        assert slots.unlock_with_passphrase(folder, "twee woorden") == key

    def test_it_opens_the_file_after_the_computer_was_started_again(self, folder: Path) -> None:
        key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
        assert self.session(folder, key, "add") == ["add"]
        assert self.session(folder, key, "open") == ["open"]

    def test_a_locked_one_says_so_and_the_passphrase_opens(self, folder: Path) -> None:
        key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
        assert self.session(folder, key, "add", "lock", "open") == ["add", "keyring.locked"]
        assert slots.unlock_with_passphrase(folder, "twee woorden") == key
