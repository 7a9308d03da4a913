"""A practice that is told by letter or message: only what was agreed, on record, and readable by its own system."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from gpconnect.documents.preview import page_count
from gpconnect.domain.access import EventType
from gpconnect.domain.care import Outcome
from gpconnect.domain.consent import Scope
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import BsnStatus, Gender, Patient
from gpconnect.domain.schedule import Appointment, Site
from gpconnect.services import consents, dossiers, feedback, feedback_files, outcomes
from gpconnect.services.consents import Question
from gpconnect.services.purposes import FEEDBACK
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.storage.connection import transaction
from tests.exchange.edifact_reader import read
from tests.services.conftest import WALUWE
from tests.services.visits_help import a_talk_with_note

LINES = {"S": "Slaapt slecht\nBoos op school", "P": "Vijf gesprekken – ‘thuis’"}
BSN = "999990019"


@pytest.fixture
def visit(worker: Session) -> str:
    """A talk of a girl whose citizen service number is known and who agrees that her doctor hears of it."""
    made = a_talk_with_note(worker)
    child = rows.require(worker.db, Patient, rows.require(worker.db, Appointment, made).person_id)
    with transaction(worker.db):
        rows.put(worker.db, replace(child, bsn=BSN, gender=Gender.FEMALE))
    feedback.allow(worker, made, "patient")
    return made


def exports(session: Session, visit: str) -> list[tuple[EventType, str]]:
    child = rows.require(session.db, Appointment, visit).person_id
    own = {"feedback_letter", "feedback_message"}
    return [(one.type, one.purpose) for one in access_log.of_patient(session.db, child) if one.purpose in own]


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document)
    finally:
        document.close()


def test_a_practice_system_reads_the_message(worker: Session, visit: str, tmp_path: Path) -> None:
    path = feedback_files.save_message(worker, visit, LINES, tmp_path / "uit")

    found = read(path.read_bytes())
    assert found.sender == ["Sanne de Vries", "", "Buurtzorg Jong"]
    assert found.receiver == ["dr. Peters", "", "Praktijk De Waluwe", "Waalkade 1, Zaltbommel", "0418-00 00 01"]
    assert (found.born, found.sex, found.name) == (date(2010, 3, 2), "V", ["Berg", "van den", "", "", "Noor", "N."])
    assert (found.day, found.clock) == (date(2026, 11, 24), "09:52")
    assert found.lines == [
        "Terugkoppeling spreekuur jeugd, gesprek van 24-11-2026",
        "S Slaapt slecht",
        "S Boos op school",
        "P Vijf gesprekken - 'thuis'",
    ]
    assert found.references == []
    assert BSN.encode() not in path.read_bytes()
    assert path.name == "terugkoppeling-2026-11-24-1.edi"
    assert feedback_files.save_message(worker, visit, LINES, tmp_path / "uit").name == "terugkoppeling-2026-11-24-2.edi"
    assert exports(worker, visit) == [(EventType.EXPORT, "feedback_message")] * 2


def test_a_number_goes_along_only_when_it_was_checked_and_chosen(worker: Session, visit: str, tmp_path: Path) -> None:
    assert not feedback_files.message(worker, visit, LINES).number_checked
    with pytest.raises(KnownError, match=r"bsn\.not_checked"):
        feedback_files.save_message(worker, visit, LINES, tmp_path / "uit", with_number=True)
    assert not (tmp_path / "uit").exists()

    child = rows.require(worker.db, Patient, rows.require(worker.db, Appointment, visit).person_id)
    with transaction(worker.db):
        rows.put(worker.db, replace(child, bsn_status=BsnStatus.CHECKED))

    assert feedback_files.message(worker, visit, LINES).number_checked
    chosen = feedback_files.save_message(worker, visit, LINES, tmp_path / "uit", with_number=True)
    assert read(chosen.read_bytes()).references == ["", f"BSN{BSN}"]
    plain = feedback_files.save_message(worker, visit, LINES, tmp_path / "uit")
    assert read(plain.read_bytes()).references == []
    assert BSN not in chosen.name


def test_what_does_not_come_along_is_named_before_it_is_kept(worker: Session, visit: str) -> None:
    made = feedback_files.message(worker, visit, {"S": "Blij \N{GRINNING FACE}"})

    assert made.lines[1:] == ("S Blij [teken]",)
    assert made.lost == ("\N{GRINNING FACE}",)
    assert exports(worker, visit) == [], "nothing left yet"


def test_the_letter_is_one_page_with_what_was_approved(worker: Session, visit: str) -> None:
    with transaction(worker.db):
        site = rows.require(worker.db, Site, WALUWE)
        rows.put(worker.db, replace(site, postcode="5301 AA"))
    paper = feedback_files.letter(worker, visit, LINES)

    words = words_of(paper.pdf)
    assert page_count(paper.pdf) == 1
    for part in ("dr. Peters", "Waalkade 1", "5301 AA Zaltbommel", "Noor van den Berg", "2 maart 2010", "een gesprek"):
        assert part in words
    assert "Slaapt slecht Boos op school" in words
    assert BSN not in words
    assert paper.file_name == "terugkoppeling-2026-11-24.pdf"
    assert b"Noor" not in paper.pdf[:2_000]
    assert exports(worker, visit) == [(EventType.PRINT, "feedback_letter")]


def test_the_letter_of_the_end_of_help_says_so_and_a_full_one_stays_one_page(worker: Session, visit: str) -> None:
    outcomes.finish(worker, visit, Outcome.NO_FURTHER_HELP)
    full = {letter: "\n".join(["woord " * 33] * count) for letter, count in (("S", 3), ("O", 2), ("E", 2), ("P", 3))}

    paper = feedback_files.letter(worker, visit, full)

    assert "het einde van de hulp" in words_of(paper.pdf)
    assert page_count(paper.pdf) == 1


def test_nothing_is_made_without_a_yes(worker: Session, visit: str, tmp_path: Path) -> None:
    child = rows.require(worker.db, Appointment, visit).person_id
    consents.withdraw(worker, child, Question(Scope.SHARE, FEEDBACK, WALUWE), "patient")

    for make in (
        lambda: feedback_files.letter(worker, visit, LINES),
        lambda: feedback_files.message(worker, visit, LINES),
        lambda: feedback_files.save_message(worker, visit, LINES, tmp_path),
    ):
        with pytest.raises(KnownError, match=r"feedback\.consent_missing"):
            make()
    assert list(tmp_path.glob("*.edi")) == []
    assert exports(worker, visit) == []


def test_a_folder_that_cannot_be_made_is_said(worker: Session, visit: str, tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("een bestand", "utf-8")

    with pytest.raises(KnownError, match=r"file\.write_failed"):
        feedback_files.save_message(worker, visit, LINES, tmp_path / "uit" / "map")


def test_a_talk_without_a_slot_counts_as_today(worker: Session, visit: str) -> None:
    with transaction(worker.db):
        rows.put(worker.db, replace(rows.require(worker.db, Appointment, visit), slot_id="", practitioner=""))
    dossiers.open_from_booking(worker, visit)

    assert feedback_files.message(worker, visit, LINES).lines[0].endswith("24-11-2026")
