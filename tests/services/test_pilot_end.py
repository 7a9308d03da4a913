"""Every dossier in one encrypted file for the employer: whole, on record, or nothing."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from gpconnect import cli
from gpconnect.domain.erasure import Article
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.rights import FIELD, Ground
from gpconnect.services import erasing, notes, pilot_end, retention, rights
from gpconnect.services.erasing import NewErasure
from gpconnect.services.pilot_end import Contents, Exported
from gpconnect.services.rights import NewWithholding
from gpconnect.services.session import Session
from gpconnect.storage import access_log, archive, rows
from gpconnect.storage.connection import transaction
from tests.documents.test_cards_and_letters import text as pdf_text
from tests.services.conftest import CHEAP
from tests.services.dossier_help import OLD_ENOUGH, a_dossier, kept_from
from tests.services.test_inspection import SECRET, a_full_dossier, a_note

PASSPHRASE = "vier losse woorden samen"
NAME = "gpconnect-dossiers-2026-11-24.export"


def exported(session: Session, folder: Path) -> Exported:
    made = pilot_end.export_all(session, folder, PASSPHRASE, cost=CHEAP)
    assert made is not None
    return made


def a_draft(session: Session, child: str) -> None:
    """A note that was begun and not signed."""
    _, view = notes.open_patient(session, child)
    notes.save_draft(session, replace(view.draft, answers={"request": "half geschreven"}))


def lines(session: Session, child: str) -> list[str]:
    return [one.purpose for one in access_log.of_patient(session.db, child) if str(one.type) == "export"]


def seen(done: list[tuple[int, int]]) -> pilot_end.Progress:
    def see(count: int, total: int) -> None:
        done.append((count, total))

    return see


def test_everything_goes_in_comes_out_and_is_on_record(worker: Session, tmp_path: Path) -> None:
    first, second = a_full_dossier(worker), a_dossier(worker, "Yusuf")
    a_note(worker, first, about_others=SECRET)
    rights.withhold(worker, first, NewWithholding(FIELD, "school", Ground.GOOD_CARE, "Vader haalt hem daar op"))
    retention.keep_longer(worker, first, date(2050, 1, 1), "Klacht loopt")
    progress: list[tuple[int, int]] = []

    made = pilot_end.export_all(worker, tmp_path, PASSPHRASE, seen(progress), cost=CHEAP)
    contents = pilot_end.open_export(tmp_path / NAME, PASSPHRASE, tmp_path / "uit")

    assert made == Exported(tmp_path / NAME, 2, 0)
    assert progress == [(1, 2), (2, 2)]
    assert sorted(one.relative_to(tmp_path / "uit").as_posix() for one in (tmp_path / "uit").rglob("*.*")) == [
        "dossier-0001/dossier.json", "dossier-0001/dossier.pdf", "dossier-0002/dossier.json",
        "dossier-0002/dossier.pdf", "inhoud.json",
    ]  # fmt: skip
    assert {one.patient_id for one in contents.dossiers} == {first, second}
    folder = next(one.folder for one in contents.dossiers if one.patient_id == first)
    found = json.loads((tmp_path / "uit" / folder / "dossier.json").read_text(encoding="utf-8"))
    printed = pdf_text((tmp_path / "uit" / folder / "dossier.pdf").read_bytes())
    assert found["complete"] is True
    assert found["records"]["patient"][0]["school"] == "De Brug, groep 8"
    assert {"note", "addendum", "statement", "withholding", "retention", "consent", "feedback"} <= set(found["records"])
    for words in (SECRET, "De Brug", "Vader haalt hem daar op", "Klacht loopt", "Geef het niet aan het gezin"):
        assert words in printed
    assert lines(worker, first) == lines(worker, second) == ["pilot_end"]


def test_nothing_readable_touches_the_disk_and_the_name_tells_nobody(worker: Session, tmp_path: Path) -> None:
    a_full_dossier(worker)
    out = tmp_path / "stick"
    out.mkdir()

    exported(worker, out)

    (file,) = out.iterdir()
    assert file.name == NAME
    data = file.read_bytes()
    assert all(words not in data for words in (b"Daan", b"Willems", b"patient", b"%PDF"))


def test_cancelled_halfway_nothing_is_left_and_nothing_is_on_record(worker: Session, tmp_path: Path) -> None:
    children = [a_dossier(worker), a_dossier(worker, "Yusuf")]
    out = tmp_path / "stick"
    out.mkdir()
    asked = iter((False, True))

    assert pilot_end.export_all(worker, out, PASSPHRASE, cancelled=lambda: next(asked), cost=CHEAP) is None

    assert list(out.iterdir()) == []
    assert [lines(worker, child) for child in children] == [[], []]


def test_what_this_person_may_not_read_is_told_and_not_in_it(worker: Session, tmp_path: Path) -> None:
    shut, shown = a_dossier(worker), a_dossier(worker, "Yusuf")
    kept_from(worker, shut)
    made = exported(worker, tmp_path)
    contents = pilot_end.open_export(made.path, PASSPHRASE, tmp_path / "uit")

    assert (made.dossiers, made.left_out, contents.not_included) == (1, 1, 1)
    assert [one.patient_id for one in contents.dossiers] == [shown]
    assert lines(worker, shut) == []


def test_a_dossier_that_was_erased_meanwhile_is_passed_over(worker: Session, tmp_path: Path) -> None:
    a_dossier(worker)
    gone = a_dossier(worker, "Yusuf")
    export = pilot_end.begin(worker, tmp_path, PASSPHRASE, cost=CHEAP)
    with transaction(worker.db):
        rows.delete(worker.db, Patient, gone)
    while export.waiting:
        pilot_end.step(worker, export)

    assert pilot_end.finish(worker, export) == Exported(tmp_path / NAME, 1, 1)


def test_what_is_asked_to_be_erased_is_counted_and_not_in_it(
    worker: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, shown = a_dossier(worker, "Roos", OLD_ENOUGH), a_dossier(worker, "Yusuf")
    erasing.request(worker, NewErasure(asked, Article.ON_REQUEST, "patient"))

    made = exported(worker, tmp_path)
    contents = pilot_end.open_export(made.path, PASSPHRASE, tmp_path / "uit")

    assert (made.dossiers, made.left_out, made.blocked) == (1, 1, 1)
    assert (contents.not_included, contents.asked_to_be_erased) == (1, 1)
    assert [one.patient_id for one in contents.dossiers] == [shown]
    assert lines(worker, asked) == []
    named = tmp_path / "wachtzin"
    named.write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv(cli.PASSPHRASE_FILE, str(named))
    assert cli.main(["open-export", str(made.path), "--out", str(tmp_path / "nog eens")]) == 0
    said = capsys.readouterr().out
    assert "1 dossiers waarvan toen was gevraagd ze te wissen" in said
    assert "niet mocht lezen" not in said


def test_when_all_is_asked_to_be_erased_that_is_told_too(worker: Session, tmp_path: Path) -> None:
    erasing.request(worker, NewErasure(a_dossier(worker, "Roos", OLD_ENOUGH), Article.ON_REQUEST, "patient"))

    assert exported(worker, tmp_path) == Exported(tmp_path / NAME, 0, 1, 1)


def test_notes_that_nobody_signed_are_in_it_as_such(worker: Session, tmp_path: Path) -> None:
    child = a_dossier(worker)
    a_draft(worker, child)

    made = exported(worker, tmp_path)
    contents = pilot_end.open_export(made.path, PASSPHRASE, tmp_path / "uit")

    assert (made.drafts, contents.unsigned_drafts) == (1, 1)
    found = json.loads((tmp_path / "uit" / "dossier-0001" / "dossier.json").read_text(encoding="utf-8"))
    assert [one["answers"]["request"] for one in found["records"]["note_draft"]] == ["half geschreven"]
    printed = " ".join(pdf_text((tmp_path / "uit" / "dossier-0001" / "dossier.pdf").read_bytes()).split())
    assert "Concept, niet ondertekend" in printed
    assert "half geschreven" in printed


def test_a_copy_that_reads_back_differently_gets_no_name(
    worker: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = a_dossier(worker)
    out = tmp_path / "stick"
    out.mkdir()
    real = archive.Writer.read_back

    def bit_rot(self: archive.Writer) -> Any:
        return ((name, b"" if name.endswith("pdf") else content) for name, content in real(self))

    monkeypatch.setattr(archive.Writer, "read_back", bit_rot)
    with pytest.raises(KnownError, match=r"export\.damaged"):
        exported(worker, out)

    assert list(out.iterdir()) == []
    assert lines(worker, child) == []


def test_a_step_that_fails_leaves_nothing(worker: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_dossier(worker)

    def full(*_args: object) -> None:
        raise KnownError("file.write_failed")

    monkeypatch.setattr(archive.Writer, "add", full)
    with pytest.raises(KnownError, match=r"file\.write_failed"):
        exported(worker, tmp_path)
    assert list(tmp_path.glob("*export*")) == []


def test_it_does_not_start_without_dossiers_passphrase_or_role(
    worker: Session, coordinator: Session, tmp_path: Path
) -> None:
    for session, phrase, code in (
        (worker, PASSPHRASE, "export.nothing"),
        (worker, "kort", "passphrase.short"),
        (worker, "aaaaaaaaaaaa", "passphrase.weak"),
        (worker, "", "passphrase.empty"),
        (coordinator, PASSPHRASE, "role.may_not"),
    ):
        with pytest.raises(KnownError) as refusal:
            pilot_end.begin(session, tmp_path, phrase, cost=CHEAP)
        assert refusal.value.code == code


def test_unpacking_refuses_a_full_folder_a_wrong_phrase_and_what_is_not_whole(worker: Session, tmp_path: Path) -> None:
    a_dossier(worker)
    path = exported(worker, tmp_path).path
    full = tmp_path / "vol"
    full.mkdir()
    (full / "brief.txt").write_text("van iemand anders")

    for phrase, out, code in (
        (PASSPHRASE, full, "export.folder_not_empty"),
        ("een andere zin", tmp_path / "uit", "file.passphrase_wrong"),
    ):
        with pytest.raises(KnownError) as refusal:
            pilot_end.open_export(path, phrase, out)
        assert refusal.value.code == code
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(KnownError, match=r"export\.damaged"):
        pilot_end.open_export(path, PASSPHRASE, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize(
    "files",
    [
        [("dossier-0001/dossier.json", b"{}")],
        [("inhoud.json", b"geen json")],
        [("../weg.json", b"{}"), ("inhoud.json", b"")],
        [("a/b.json", b"{}"), ("inhoud.json", b"")],
    ],
)
def test_an_archive_without_a_true_list_is_not_unpacked(
    worker: Session, tmp_path: Path, files: list[tuple[str, bytes]]
) -> None:
    empty = Contents(worker.now(), "x", "y", [], 0)
    path = tmp_path / "a.export"
    writer = archive.Writer(path, PASSPHRASE, cost=CHEAP)
    for name, content in files:
        writer.add(name, content or msgspec.json.encode(empty))
    writer.close()
    writer.finish()

    with pytest.raises(KnownError, match=r"export\.damaged"):
        pilot_end.open_export(path, PASSPHRASE, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_the_employer_unpacks_it_with_one_command(
    worker: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_dossier(worker)
    made = exported(worker, tmp_path)
    named = tmp_path / "wachtzin"
    named.write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv(cli.PASSPHRASE_FILE, str(named))

    assert cli.main(["open-export", str(made.path), "--out", str(tmp_path / "uit")]) == 0

    said = capsys.readouterr().out
    assert "1 dossiers nagekeken en uitgepakt" in said
    assert "niet meer versleuteld" in said
    assert (tmp_path / "uit" / "inhoud.json").exists()
