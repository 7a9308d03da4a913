"""What works on this machine, and what a person can do about the rest."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import msgspec
import pytest

from gpconnect.hub import embedded
from gpconnect.services import damaged, doctor, profiles, syncing
from gpconnect.services import finding as finding_service
from gpconnect.storage import connection, place, reserve
from gpconnect.storage.damage import Damage
from gpconnect.sync import wire
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sanne's profile, closed."""
    profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], cost=CHEAP).close()
    return tmp_path / "sanne"


def finding(folder: Path, what: str) -> doctor.Finding:
    """What is found of one thing, without opening the profile."""
    return next(one for one in doctor.examine(folder) if one.what == what)


@contextmanager
def hub_of_another_time(ahead: timedelta) -> Iterator[str]:
    """A hub that only says that it works, and by whose clock this computer is so far ahead; gives its address."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            health = wire.Health("ok", wire.PROTOCOL, bytes(16), bytes(32))
            self.send_response_only(200)
            self.send_header("Content-Type", wire.MEDIA_TYPE)
            self.send_header("Date", format_datetime(datetime.now(UTC) - ahead))
            self.end_headers()
            self.wfile.write(msgspec.msgpack.encode(health))

        def log_message(self, *_what: object) -> None:
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def hub_finding(folder: Path, url: str, what: str = "Server") -> doctor.Finding:
    """What is found of the hub, or of the clock beside it, when the profile has this address."""
    profile = profiles.open_profile(folder, PASSPHRASE)
    syncing.set_hub(profile.session, url)
    profile.close()
    return next(one for one in doctor.examine(folder, PASSPHRASE) if one.what == what)


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


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(minutes=61), "loopt 61 minuten voor"),
        (timedelta(minutes=-5), "loopt 5 minuten achter"),
    ],
)
def test_a_clock_that_is_off_is_said_in_minutes_and_stops_nobody(folder: Path, ahead: timedelta, words: str) -> None:
    with hub_of_another_time(ahead) as url:
        found = hub_finding(folder, url, "Klok naast de server")

    assert words in found.words
    assert (found.ok, found.only_advice) == (False, True)


def test_a_clock_that_is_right_is_no_news(folder: Path) -> None:
    with hub_of_another_time(timedelta(seconds=90)) as url:
        assert hub_finding(folder, url, "Klok naast de server").ok


def test_of_a_hub_that_does_not_answer_the_last_round_is_remembered(folder: Path) -> None:
    profile = profiles.open_profile(folder, PASSPHRASE)
    syncing.finished(profile.session, ahead=61 * 60)
    profile.close()

    assert "61 minuten voor" in hub_finding(folder, "http://127.0.0.1:9", "Klok naast de server").words


def test_a_profile_on_this_computer_lies_well(folder: Path) -> None:
    found = finding(folder, "Plek")

    assert (found.ok, found.words) == (True, "op een schijf van deze computer")


def test_a_profile_on_a_network_share_is_no_good(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = folder.parent / "mounts"
    mounts.write_text(f"//server/team {folder.parent.resolve()} cifs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(place, "MOUNTS", mounts)
    found = finding(folder, "Plek")

    assert (found.ok, found.only_advice) == (False, False)
    assert "kopieer de map naar deze computer" in found.words


def test_a_profile_that_a_cloud_copies_along_works_and_is_advised_against(folder: Path) -> None:
    (folder.parent / ".dropbox").touch()
    found = finding(folder, "Plek")

    assert (found.ok, found.only_advice) == (False, True)
    assert "zet de map op een gewone plek" in found.words


def test_the_room_on_the_disk_is_said_with_whether_some_is_kept_free(folder: Path) -> None:
    before = finding(folder, "Ruimte")
    assert before.ok
    assert before.words.endswith("zonder reserve")

    assert reserve.make(folder)
    after = finding(folder, "Ruimte")
    assert after.words.endswith("met reserve")
    assert int(after.words.split(" MB")[0]) > 0


def test_too_little_room_says_how_much_is_needed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reserve, "ROOM", 2**60)
    found = finding(folder, "Ruimte")

    assert (found.ok, found.only_advice) == (False, False)
    assert f"maak minstens {2**40} MB vrij" in found.words


def test_damage_that_the_last_check_found_is_told_with_the_passphrase(folder: Path) -> None:
    def told() -> doctor.Finding:
        return next(one for one in doctor.examine(folder, PASSPHRASE) if one.what == "Bestand")

    assert told().ok
    profile = profiles.open_profile(folder, PASSPHRASE)
    with connection.transaction(profile.session.db):
        damaged.keep(profile.session, Damage((9,), {"note": (1,)}, (), ("meta",)))
    profile.close()

    assert not told().ok
    assert "Herstellen" in told().words


def test_without_a_hub_the_clock_is_held_against_what_this_computer_wrote_last(folder: Path) -> None:
    def said() -> doctor.Finding:
        return next(one for one in doctor.examine(folder, PASSPHRASE) if one.what == "Klok naast het bestand")

    assert said().ok
    ahead = profiles.open_profile(folder, PASSPHRASE, now=lambda: datetime.now(UTC) + timedelta(hours=2))
    finding_service.find(ahead.session, "niemand")
    ahead.close()

    found = said()
    assert (found.ok, found.only_advice) == (False, True)
    assert "minuten achter" in found.words
