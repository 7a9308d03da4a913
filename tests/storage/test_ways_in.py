"""Whatever is lost: what is left opens, or the program says which sheet to fetch."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from gpconnect.storage import paper_keys, slot_file, slots
from tests.storage.slots_help import CHEAP, FakeKeyring, code_of_error


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


class Ways:
    """A profile with all four ways in, and the secret of each."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.ring = folder, FakeKeyring()
        self.key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
        employer = paper_keys.new_code(paper_keys.EMPLOYER_BYTES)
        self.secrets = {
            "passphrase": "twee woorden",
            "recovery": paper_keys.new_code(),
            "employer": employer,
            "keyring": "",
        }
        slots.add_recovery_slot(folder, self.key, self.secrets["recovery"])
        public = paper_keys.public_text(employer, "Buurtzorg Jong", date(2026, 11, 24))
        slots.add_employer_slot(folder, self.key, paper_keys.read_public(public))
        slots.add_keyring_slot(folder, self.key, self.ring)

    def open(self, way: str) -> bytes:
        return slots.unlock(self.folder, way, self.secrets[way], self.ring)


LOST = [lost for number in (1, 2, 3, 4) for lost in combinations(slots.KINDS, number)]
SHEETS = {
    ("passphrase",): "ways.paper",
    ("passphrase", "recovery"): "ways.employer",
    ("passphrase", "employer"): "ways.recovery",
    ("passphrase", "keyring"): "ways.paper",
    ("passphrase", "recovery", "employer"): "ways.keyring",
    ("passphrase", "recovery", "keyring"): "ways.employer",
    ("passphrase", "employer", "keyring"): "ways.recovery",
    slots.KINDS: "ways.none",
}
"""What somebody is told who lost these; with the passphrase still there, that is what they are told."""


@pytest.mark.parametrize("lost", LOST, ids="-".join)
def test_whatever_slots_are_lost_the_rest_opens_or_names_the_sheet_to_fetch(
    folder: Path, lost: tuple[str, ...]
) -> None:
    """All fifteen, with the slots gone from the disk: what is left opens, what is gone names what to fetch."""
    assert len(LOST) == 15
    ways = Ways(folder)
    slot_file.write(folder, tuple(slot for slot in slots.slots(folder) if slot.kind not in lost))
    for way in slots.KINDS:
        if way not in lost:
            assert ways.open(way) == ways.key
    expected = SHEETS.get(lost, "ways.passphrase")
    for way in lost:
        told = code_of_error(lambda way=way: ways.open(way))  # type: ignore[misc]  # bound at once
        assert told == ("keyring.no_slot" if way == "keyring" and expected != "ways.none" else expected)


@pytest.mark.parametrize("lost", LOST, ids="-".join)
def test_whatever_secrets_are_forgotten_the_program_names_the_sheet_to_fetch(
    folder: Path, lost: tuple[str, ...]
) -> None:
    """All fifteen again, with every slot on disk and the secrets gone: the person says what they do not have."""
    ways = Ways(folder)
    ways.ring.kept = {} if "keyring" in lost else ways.ring.kept
    present = [slot.kind for slot in slots.slots(folder)]
    assert slots.next_way(present, lost).code == SHEETS.get(lost, "ways.passphrase")
    for way in set(slots.KINDS) - set(lost):
        assert ways.open(way) == ways.key


def test_after_a_hundred_wrong_passphrases_the_right_one_opens(folder: Path) -> None:
    """Nobody is locked out by somebody else's guessing, and a wrong guess writes nothing."""
    ways = Ways(folder)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    for number in range(100):
        wrong = code_of_error(lambda number=number: slots.unlock_with_passphrase(folder, f"verkeerd {number}"))  # type: ignore[misc]  # bound at once
        assert wrong == "file.passphrase_wrong"
    assert ways.open("passphrase") == ways.key
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before
