"""What `gpconnect verify` says of damaged dossiers: numbers to anybody, names to who asks for them on a screen."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from gpconnect import cli
from gpconnect.services import commands, profiles
from gpconnect.storage import access_log, connection, files, meta
from gpconnect.storage.pages import PAGE
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE
from tests.services.dossier_help import a_dossier


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sanne's profile, closed, with Daan's card on a bad page."""
    named = tmp_path / "wachtzin"
    named.write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv(cli.PASSPHRASE_FILE, str(named))
    folder = tmp_path / "sanne"
    profile = profiles.create(folder, PASSPHRASE, PEOPLE["worker"], cost=CHEAP)
    a_dossier(profile.session)
    spoil(profile, "patient")
    return folder


def spoil(profile: profiles.Profile, table: str) -> None:
    """Closes a profile, with one bit turned on the first page of a table."""
    found = profile.session.db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
    place = (found.fetchone()[0] - 1) * PAGE + 1000
    connection.checkpoint(profile.session.db)
    profile.close()
    with files.database_path(profile.folder).open("r+b") as file:
        file.seek(place)
        (byte,) = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ 1]))


def said(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert cli.main(["verify", "--profile", str(folder), *options]) == 1
    told = capsys.readouterr()
    return told.out + told.err


def previews(folder: Path) -> int:
    """How often names of damaged dossiers were asked for, by the access log."""
    with commands.opened(folder, PASSPHRASE) as session:
        return sum(one.event.purpose == "damage.names" for one in access_log.after_row(session.db, 0))


def test_a_terminal_hears_how_many_and_a_number_and_no_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with commands.opened(folder, PASSPHRASE) as session:
        (child,) = (one for (one,) in session.db.execute("SELECT DISTINCT dossier FROM operation") if one)

    words = said(folder, capsys)

    assert "Beschadigd, zonder naam: 1 dossier." in words
    assert f"Nummers van deze dossiers: {child[:8]}." in words
    assert "--names" in words
    assert "Daan" not in words
    assert "Willems" not in words
    assert previews(folder) == 0


def test_names_are_told_on_a_screen_to_who_asks_and_that_is_on_record(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    words = said(folder, capsys, "--names")

    assert "In deze dossiers is iets beschadigd: Daan Willems." in words
    assert "zonder naam" not in words
    assert previews(folder) == 1


def test_names_do_not_go_into_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = said(folder, capsys, "--names")
    assert "Namen van dossiers komen niet in een bestand" in words
    assert "Daan" not in words


def test_who_may_read_no_dossier_hears_no_name(tmp_path: Path, folder: Path) -> None:
    with commands.opened(folder, PASSPHRASE) as session:
        actor = replace(PEOPLE["coordinator"], pilot=session.actor.pilot)
        with connection.transaction(session.db):
            meta.put_meta(session.db, profiles.ACTOR, msgspec.to_builtins(actor))

    found = commands.verify(folder, PASSPHRASE, names=True)

    assert found.damaged is not None
    assert (found.damaged.names, found.damaged.others) == ((), 1)
    assert tmp_path.exists()


def test_what_belongs_to_no_child_has_no_number(tmp_path: Path, folder: Path) -> None:
    assert folder.exists()
    profile = profiles.create(tmp_path / "gp", PASSPHRASE, PEOPLE["gp"], cost=CHEAP)
    spoil(profile, "file_check")
    found = commands.verify(tmp_path / "gp", PASSPHRASE)
    assert found.damaged is not None
    assert (found.damaged.besides, found.numbers) == (True, ())


def test_a_log_that_is_damaged_itself_keeps_no_name_back(folder: Path) -> None:
    profile = profiles.open_profile(folder, PASSPHRASE)
    spoil(profile, "access_log_client")
    found = commands.verify(folder, PASSPHRASE, names=True)
    assert found.damaged is not None
    assert found.damaged.names == ("Daan Willems",)
