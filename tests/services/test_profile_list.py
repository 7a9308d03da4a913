"""What a computer says of its profiles without any key."""

from pathlib import Path

import pytest

from gpconnect.services import profile_list, profiles
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock


@pytest.mark.parametrize(
    ("folder", "shown"),
    [("sanne-de-vries", "Sanne de Vries"), ("de_boer", "De Boer"), ("profile", "Profile"), ("Joost", "Joost")],
)
def test_a_folder_is_shown_as_people_write_a_name(tmp_path: Path, folder: str, shown: str) -> None:
    assert profile_list.shown_name(tmp_path / folder) == shown


def test_profiles_beside_each_other_are_found_and_nothing_else(tmp_path: Path) -> None:
    for name in ("worker", "gp"):
        profiles.create(tmp_path / name, PASSPHRASE, PEOPLE[name], now=Clock(), cost=CHEAP).close()
    (tmp_path / "hub").mkdir()
    (tmp_path / "notes.txt").touch()
    found = profile_list.siblings(tmp_path / "worker")

    assert [(one.name, one.folder) for one in found] == [("Gp", tmp_path / "gp"), ("Worker", tmp_path / "worker")]
    assert profile_list.ways(tmp_path / "gp") == ("passphrase",)
    assert profile_list.siblings(tmp_path / "nowhere" / "one") == ()


def test_a_slots_file_that_cannot_be_read_names_no_way(tmp_path: Path) -> None:
    assert profile_list.ways(tmp_path) == ()
    for damaged in (b"{", b'{"slots": [{"kind": "\xff"}]}', b"[" * 100_000):
        (tmp_path / "slots.json").write_bytes(damaged)
        assert profile_list.ways(tmp_path) == ()


def test_the_last_profile_opens_or_the_usual_or_the_first(tmp_path: Path) -> None:
    usual = tmp_path / "profile"
    assert profile_list.to_open(usual, "sanne") == usual
    for name in ("worker", "gp"):
        profiles.create(tmp_path / name, PASSPHRASE, PEOPLE[name], now=Clock(), cost=CHEAP).close()
    assert profile_list.to_open(usual, "sanne") == tmp_path / "gp"
    assert profile_list.to_open(usual, "worker") == tmp_path / "worker"
    profiles.create(usual, PASSPHRASE, PEOPLE["worker"], now=Clock(), cost=CHEAP).close()
    assert profile_list.to_open(usual, "") == usual
