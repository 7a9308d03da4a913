"""Slots files of the first version of the program still open."""

import shutil
from pathlib import Path

import pytest

from gpconnect.storage import files, paper_keys, slots
from tests.storage.slots_help import NOW, FakeKeyring, code_of_error


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


class TestFirstVersion:
    """A slots file as the first version of this program wrote it, with passphrase, recovery and keyring."""

    KEY = bytes.fromhex("e32eae0a3aadc81c77f568e34244f6210b7860382bcb138b9424cc9ecc35c9a2")
    RING = ("13f37f36bca734f0866129e80e1ec528", "a1ed4950126407c2b6e891f57ae048086abfa572034e1616b5e538d436b8758e")

    @pytest.fixture
    def old(self, folder: Path) -> Path:
        folder.mkdir()
        shutil.copyfile(Path(__file__).with_name("slots_version_1.json"), files.slots_path(folder))
        return folder

    def test_every_way_in_still_opens(self, old: Path) -> None:
        ring = FakeKeyring()
        ring.kept["GPConnect", self.RING[0]] = self.RING[1]
        before = files.slots_path(old).read_bytes()
        assert slots.unlock_with_passphrase(old, "twee woorden") == self.KEY
        assert slots.unlock(old, slots.KEYRING, "", ring) == self.KEY
        assert slots.unlock(old, "recovery", paper_keys.code_of(bytes(range(16)))) == self.KEY
        assert code_of_error(lambda: slots.unlock_with_passphrase(old, "drie woorden")) == "file.passphrase_wrong"
        assert files.slots_path(old).read_bytes() == before

    def test_a_damaged_one_is_told(self, old: Path) -> None:
        path = files.slots_path(old)
        path.write_bytes(path.read_bytes().replace(b'"recovery"', b'"employer"'))
        assert code_of_error(lambda: slots.slots(old)) == "file.damaged"

    def test_its_slots_stay_beside_newer_ones(self, old: Path) -> None:
        code = paper_keys.new_code()
        slots.add_recovery_slot(old, self.KEY, code, NOW)
        slots.forget_others(old, self.KEY)
        assert len(slots.slots(old)) == 4
        assert slots.unlock_with_passphrase(old, "twee woorden") == slots.unlock(old, "recovery", code) == self.KEY

    def test_a_passphrase_is_carried_over(self, old: Path) -> None:
        slots.modernise(old, self.KEY, "twee woorden")
        (slot,) = slots.slots(old)
        assert slots.is_of(slot, self.KEY)
        assert slots.unlock_with_passphrase(old, "twee woorden") == self.KEY
        before = files.slots_path(old).stat().st_mtime_ns
        slots.modernise(old, self.KEY, "twee woorden")
        assert files.slots_path(old).stat().st_mtime_ns == before

    def test_carrying_over_that_does_not_open_is_taken_back(self, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(slots, "_seal", lambda slot, _key: slot)
        assert code_of_error(lambda: slots.modernise(old, self.KEY, "twee woorden")) == "file.write_failed"
        assert slots.unlock_with_passphrase(old, "twee woorden") == self.KEY
