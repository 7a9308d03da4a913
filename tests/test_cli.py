"""The command line keeps its contract: exit codes, plain words, no passphrase in an argument."""

import io
from pathlib import Path

import pytest

from gpconnect import __version__, cli
from gpconnect.domain.directory import Provider
from gpconnect.services import commands, keeping, keyholding, profiles
from gpconnect.storage import connection, files, rows
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE

COMMANDS = ("demo", "hub", "report", "backup", "restore", "verify", "doctor", "employer-key", "open-export")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sanne's profile, closed."""
    profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], cost=CHEAP).close()
    return tmp_path / "sanne"


@pytest.fixture
def passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that automation names."""
    named = tmp_path / "wachtzin"
    named.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    monkeypatch.setenv(cli.PASSPHRASE_FILE, str(named))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        cli.main([command, "--help"])

    assert done.value.code == 0
    assert "gebruik: gpconnect" in capsys.readouterr().out


def test_the_general_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])

    said = capsys.readouterr().out
    assert all(command in said for command in COMMANDS)


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])

    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        ["dans"],
        ["report"],
        ["demo", "--months", "0"],
        ["report", "--from", "gisteren"],
        ["verify", "--passphrase", "x"],
    ],
)
def test_wrong_usage_ends_with_two(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as done:
        cli.main(wrong)

    assert done.value.code == 2


@pytest.mark.usefixtures("passphrase")
def test_verify_reads_the_whole_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", "--profile", str(folder)]) == 0
    assert "Alle bladzijden zijn heel." in capsys.readouterr().out


@pytest.mark.usefixtures("passphrase")
def test_backup_and_restore_give_the_profile_back(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["backup", "--profile", str(folder), str(tmp_path / "kopie")]) == 0
    assert cli.main(["restore", "--profile", str(tmp_path / "terug"), str(tmp_path / "kopie"), "--yes"]) == 0
    said = capsys.readouterr().out
    assert "Hier staat nog geen bestand" in said
    assert "gaat niet open" not in said
    assert cli.main(["verify", "--profile", str(tmp_path / "terug")]) == 0


@pytest.mark.usefixtures("passphrase")
def test_restore_shows_first_what_a_copy_holds_and_can_leave_it_at_that(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = str(tmp_path / "kopie")
    assert cli.main(["backup", "--profile", str(folder), copy]) == 0
    before = files.database_path(folder).read_bytes()
    assert cli.main(["restore", "--profile", str(folder), copy, "--show"]) == 0
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _asked: "nee")
    assert cli.main(["restore", "--profile", str(folder), copy]) == 0
    said = capsys.readouterr().out
    assert "In de kopie: 0 dossiers, 0 notities" in said
    assert "Er is niets veranderd." in said
    assert files.database_path(folder).read_bytes() == before
    assert cli.main(["restore", "--profile", str(folder), copy, "--yes"]) == 0

    assert "Teruggezet." in capsys.readouterr().out


@pytest.mark.usefixtures("passphrase")
def test_restore_does_nothing_when_nobody_says_yes(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = str(tmp_path / "kopie")
    assert cli.main(["backup", "--profile", str(folder), copy]) == 0
    before = files.database_path(folder).read_bytes()
    monkeypatch.setattr("sys.stdin", io.StringIO("nee\n"))
    assert cli.main(["restore", "--profile", str(folder), copy]) == 1
    assert "--yes" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", Ended())
    assert cli.main(["restore", "--profile", str(folder), copy]) == 0

    assert "Er is niets veranderd." in capsys.readouterr().out
    assert files.database_path(folder).read_bytes() == before


class Ended(io.StringIO):
    """A terminal where somebody ends the typing."""

    def isatty(self) -> bool:
        return True


def test_restore_asks_for_both_passphrases_when_there_are_two(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = "gloednieuwe zeventien paarden rennen"
    commands.back_up(folder, PASSPHRASE, tmp_path / "kopie")
    profile = profiles.open_profile(folder, PASSPHRASE)
    keyholding.change_passphrase(profile.session, PASSPHRASE, newer)
    profile.close()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    for typed in ([newer, PASSPHRASE], [PASSPHRASE, newer]):
        monkeypatch.setattr("getpass.getpass", lambda _asked, typed=typed: typed.pop(0))
        assert cli.main(["restore", "--profile", str(folder), str(tmp_path / "kopie"), "--show"]) == 0
        assert not typed
        said = capsys.readouterr().out
        assert "Nu hier:" in said
        assert "is hier niet te lezen" not in said
    monkeypatch.setattr("getpass.getpass", lambda _asked: "geen van beide")
    assert cli.main(["restore", "--profile", str(folder), str(tmp_path / "kopie"), "--show"]) != 0


@pytest.mark.parametrize("again", ["gloednieuwe zeventien paarden rennen", "iets anders", None])
def test_restore_takes_the_code_of_a_sheet_and_then_a_new_passphrase(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    again: str | None,
) -> None:
    new = "gloednieuwe zeventien paarden rennen"
    with commands.opened(folder, PASSPHRASE) as session:
        sheet = keyholding.begin_recovery(session)
        keyholding.finish_recovery(session, sheet, sheet.code, PASSPHRASE)
        keeping.back_up(session, tmp_path / "kopie")
    place = str(tmp_path / "terug")
    asked = ["restore", "--profile", place, str(tmp_path / "kopie"), "--yes"]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    typed = [sheet.code, *([new, again] if again else [""])]
    monkeypatch.setattr("getpass.getpass", lambda _asked: typed.pop(0))
    assert cli.main([*asked, "--way", "recovery"]) == 0

    assert not typed
    said = capsys.readouterr().out
    assert ("De nieuwe wachtwoordzin geldt." in said) == (again == new)
    assert ("Open het programma met dezelfde code" in said) == (again != new)
    assert ("niet gelijk" in said) == (again == "iets anders")
    profiles.open_profile(tmp_path / "terug", new if again == new else PASSPHRASE).close()
    profiles.open_profile(tmp_path / "terug", sheet.code, way="recovery").close()


@pytest.mark.usefixtures("passphrase")
def test_verify_names_what_is_wrong_and_can_build_the_index_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = profiles.open_profile(folder, PASSPHRASE)
    with connection.transaction(profile.session.db):
        rows.put(profile.session.db, Provider("v1", "Mozaïek", "youth_health_service", ("sleep",)))
    profile.close()
    assert cli.main(["verify", "--profile", str(folder)]) == 1
    assert "Bouw de zoekindex opnieuw op." in capsys.readouterr().out
    assert cli.main(["verify", "--profile", str(folder), "--rebuild-search"]) == 0


def test_without_anybody_to_type_a_known_error_is_one_line_and_one(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(cli.PASSPHRASE_FILE, raising=False)

    assert cli.main(["verify", "--profile", str(folder)]) == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert "wachtwoordzin" in line


def test_a_passphrase_file_that_is_not_there_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(cli.PASSPHRASE_FILE, str(tmp_path / "nergens"))

    assert cli.main(["verify", "--profile", str(folder)]) == 1
    assert "GPCONNECT_PASSPHRASE_FILE" in capsys.readouterr().err


@pytest.mark.usefixtures("passphrase")
def test_a_report_in_an_unknown_format_is_refused_before_anything_is_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "evaluatie.docx"
    asked = ["report", "--profile", str(folder), "--from", "2026-01-01", "--to", "2026-06-30", "--out", str(target)]

    assert cli.main(asked) == 1
    assert ".docx" in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.usefixtures("passphrase")
def test_a_worker_cannot_print_figures(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "evaluatie.pdf"
    asked = ["report", "--profile", str(folder), "--from", "2026-01-01", "--to", "2026-06-30", "--out", str(target)]

    assert cli.main(asked) == 1
    assert capsys.readouterr().err
    assert not target.exists()


@pytest.mark.usefixtures("passphrase")
def test_doctor_says_what_works_and_how_to_mend_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["doctor", "--profile", str(folder)]) == 0

    said = capsys.readouterr().out
    for subject in ("Python en Qt", "Versleuteld bestand", "Sleutelbos", "Lettertype", "Klok", "Profiel", "Server"):
        assert subject in said


def test_doctor_without_a_profile_at_that_place_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["doctor", "--profile", str(tmp_path)]) == 1
    assert "geen profiel" in capsys.readouterr().out


def test_the_hub_is_made_copied_and_checked_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(tmp_path / "hub")
    assert cli.main(["hub", "migrate", "--data", data]) == 0
    assert cli.main(["hub", "backup", "--data", data, str(tmp_path / "kopie")]) == 0
    assert cli.main(["hub", "check", "--data", data]) == 0
    assert "0 problemen" in capsys.readouterr().out


def test_an_employers_key_is_made_on_paper_with_a_file_for_the_laptops(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "kluis.pdf"
    assert cli.main(["employer-key", "Buurtzorg Jong", "--out", str(target)]) == 0

    assert target.read_bytes().startswith(b"%PDF")
    assert "Buurtzorg Jong" in (tmp_path / "kluis.sleutel.json").read_text(encoding="utf-8")
    assert "kluis.sleutel.json" in capsys.readouterr().out
    assert cli.main(["employer-key", "Buurtzorg Jong", "--out", str(target)]) == 1
    assert cli.main(["employer-key", " ", "--out", str(tmp_path / "ander.pdf")]) == 1
    assert cli.main(["employer-key", "Buurtzorg Jong", "--out", str(tmp_path / "geen map" / "ander.pdf")]) == 1
