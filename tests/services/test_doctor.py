"""What works on this machine, and what a person can do about the rest."""

from pathlib import Path

import pytest

from gpconnect.hub import embedded
from gpconnect.services import doctor, profiles, syncing
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sanne's profile, closed."""
    profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], cost=CHEAP).close()
    return tmp_path / "sanne"


def hub_finding(folder: Path, url: str) -> doctor.Finding:
    """What is found of the hub when the profile has this address."""
    profile = profiles.open_profile(folder, PASSPHRASE)
    syncing.set_hub(profile.session, url)
    profile.close()
    return next(one for one in doctor.examine(folder, PASSPHRASE) if one.what == "Hub")


def test_a_profile_may_do_without_a_hub(folder: Path) -> None:
    found = hub_finding(folder, "")

    assert (found.ok, found.only_advice) == (True, True)


def test_a_hub_that_answers_is_well(folder: Path, tmp_path: Path) -> None:
    with embedded.start(tmp_path / "hub") as hub:
        found = hub_finding(folder, hub.url)

    assert found.ok
    assert "antwoordt" in found.words


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "dat is geen adres"])
def test_a_hub_that_does_not_answer_is_said_and_stops_nobody(folder: Path, url: str) -> None:
    found = hub_finding(folder, url)

    assert (found.ok, found.only_advice) == (False, True)
    assert "blijft bewaard" in found.words
