"""The evaluation as its coordinator makes it: only what may be shown, with the words of people around it."""

from datetime import date
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.facts import IssuedReport
from gpconnect.services import meaning, report_words, reporting
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import Clock
from tests.services.figures_help import FIRST_DAY, LAST_DAY, fill


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 24), date(2026, 5, 1), date(2026, 10, 31)),
        (date(2026, 1, 1), date(2025, 7, 1), date(2025, 12, 31)),
        (date(2026, 7, 31), date(2026, 1, 1), date(2026, 6, 30)),
    ],
)
def test_the_report_starts_with_the_half_year_that_ended_last(today: date, first: date, last: date) -> None:
    assert reporting.default_period(today) == (first, last)


def test_only_the_coordinator_sees_figures(worker: Session) -> None:
    with pytest.raises(KnownError) as refusal:
        reporting.figures(worker, FIRST_DAY, LAST_DAY)
    assert refusal.value.code == "role.may_not"


def test_figures_come_protected(coordinator: Session) -> None:
    fill(coordinator)

    counted = reporting.figures(coordinator, FIRST_DAY, LAST_DAY)

    assert counted.protected == 10
    assert counted.indicator("children").value == 90


def test_a_report_holds_what_the_pilot_is_and_what_people_wrote(coordinator: Session) -> None:
    fill(coordinator)
    meaning.save_narrative(coordinator, "handovers", FIRST_DAY, LAST_DAY, "Korte lijnen", author_name="Bijeenkomst")
    meaning.save_action(coordinator, "Bellen na een week", "Buurtzorg Jong", date(2027, 3, 1))

    made = reporting.report(coordinator, "interim", FIRST_DAY, LAST_DAY)

    assert made.municipality == "gemeente Zaltbommel"
    assert [one.text for one in made.meaning("handovers")] == ["Korte lijnen"]
    assert [one.owner for one in made.actions] == ["Buurtzorg Jong"]
    assert "Praktijk De Waluwe" in made.site_names.values()


def test_an_unknown_kind_is_refused(coordinator: Session) -> None:
    with pytest.raises(KnownError) as refusal:
        reporting.report(coordinator, "weekly", FIRST_DAY, LAST_DAY)
    assert refusal.value.code == "report.kind"


def test_it_is_saved_as_pdf_workbook_and_text(coordinator: Session, tmp_path: Path) -> None:
    fill(coordinator)
    made = reporting.report(coordinator, "final", FIRST_DAY, LAST_DAY)

    reporting.save_pdf(coordinator, made, tmp_path / "a.pdf")
    reporting.save_xlsx(coordinator, made, tmp_path / "a.xlsx")
    reporting.save_csv(coordinator, made, tmp_path / "a.csv")

    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
    assert "Jeugdigen gezien" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


def test_a_place_that_cannot_be_written_is_said(coordinator: Session, tmp_path: Path) -> None:
    made = reporting.report(coordinator, "final", FIRST_DAY, LAST_DAY)

    for save, ending in ((reporting.save_pdf, "pdf"), (reporting.save_xlsx, "xlsx"), (reporting.save_csv, "csv")):
        with pytest.raises(KnownError) as refusal:
            save(coordinator, made, tmp_path / "nowhere" / f"a.{ending}")
        assert refusal.value.code == "report.not_saved"


def test_the_preview_is_the_pdf_that_will_be_saved(coordinator: Session) -> None:
    shown = reporting.preview(coordinator, "interim", FIRST_DAY, LAST_DAY)

    first, second = reporting.pictures(coordinator, shown.pdf, (0, 1), 200)

    assert shown.pages > 5
    assert first.startswith(b"\x89PNG")
    assert first != second


def test_an_issued_report_keeps_its_figures_and_its_number(coordinator: Session, clock: Clock) -> None:
    fill(coordinator)
    _, one = reporting.issue(coordinator, "interim", FIRST_DAY, LAST_DAY)
    clock.forward(days=1)
    _, two = reporting.issue(coordinator, "interim", FIRST_DAY, LAST_DAY)
    fill(coordinator, 40, seed=5)

    again = reporting.issued_report(coordinator, two.id)

    assert (again.number, again.issued_on) == ("2026-2", date(2026, 11, 25))
    assert again.figures.indicator("children").value == 90
    assert one.facts_digest == two.facts_digest
    assert len(rows.where(coordinator.db, IssuedReport)) == 2


def test_what_differs_is_told_and_a_small_change_stays_hidden(coordinator: Session) -> None:
    fill(coordinator)
    _, made = reporting.issue(coordinator, "interim", FIRST_DAY, LAST_DAY)
    assert report_words.difference_lines(coordinator, made.id) == ()

    fill(coordinator, 3, seed=5)
    assert "Jeugdigen gezien: 90 → ·" in report_words.difference_lines(coordinator, made.id)

    fill(coordinator, 40, seed=6)
    lines = report_words.difference_lines(coordinator, made.id)
    assert "Jeugdigen gezien: 90 → 133" in lines
    assert any(line.startswith("Waar jeugdigen mee komen, ") for line in lines)


def test_an_earlier_issue_protects_a_later_report(coordinator: Session) -> None:
    fill(coordinator)
    reporting.issue(coordinator, "interim", FIRST_DAY, LAST_DAY)
    fill(coordinator, 3, seed=5)

    assert reporting.figures(coordinator, FIRST_DAY, LAST_DAY).indicator("children").value is None


def test_names_on_paper_are_a_setting(coordinator: Session) -> None:
    reporting.set_names(coordinator, reporting.Names(partners=("Buurtzorg Jong", "Zorggroep")))

    assert reporting.report(coordinator, "interim", FIRST_DAY, LAST_DAY).partners == ("Buurtzorg Jong", "Zorggroep")


def test_a_later_meaning_takes_the_place_of_the_earlier(coordinator: Session) -> None:
    meaning.save_narrative(coordinator, "children", FIRST_DAY, LAST_DAY, "Eerst")
    meaning.save_narrative(coordinator, "children", date(2026, 5, 20), date(2026, 10, 2), "Beter")

    (note,) = meaning.narratives(coordinator, FIRST_DAY, LAST_DAY)
    assert (note.text, note.author_name) == ("Beter", "Marieke Blom")


def test_an_empty_meaning_is_not_kept(coordinator: Session) -> None:
    with pytest.raises(KnownError) as refusal:
        meaning.save_narrative(coordinator, "children", FIRST_DAY, LAST_DAY, "  ")
    assert refusal.value.code == "report.meaning_missing"


def test_an_action_is_followed_until_it_is_done(coordinator: Session) -> None:
    meaning.save_action(coordinator, "Inloop proberen", "JGZ", date(2027, 3, 1))
    (made,) = meaning.actions(coordinator)
    meaning.save_action(
        coordinator, made.text, made.owner, made.due_on, done_on=date(2027, 2, 1), result="Lukt", action_id=made.id
    )

    (now,) = meaning.actions(coordinator)
    assert (now.meeting_on, now.done_on, now.result) == (date(2026, 11, 24), date(2027, 2, 1), "Lukt")

    meaning.archive_action(coordinator, made.id)
    assert meaning.actions(coordinator) == []
    meaning.archive_action(coordinator, made.id, archived=False)
    assert len(meaning.actions(coordinator)) == 1


@pytest.mark.parametrize(
    ("text", "owner", "code"), [("", "JGZ", "action.text_missing"), ("Bellen", " ", "action.owner_missing")]
)
def test_an_action_has_words_and_an_owner(coordinator: Session, text: str, owner: str, code: str) -> None:
    with pytest.raises(KnownError) as refusal:
        meaning.save_action(coordinator, text, owner, date(2027, 3, 1))
    assert refusal.value.code == code


def test_a_figure_is_read_with_what_it_rests_on(coordinator: Session) -> None:
    fill(coordinator)
    made = reporting.report(coordinator, "interim", FIRST_DAY, LAST_DAY)

    assert report_words.figure_line(made, "closed_without_referral").startswith("60% (54 van 90, marge")
    assert report_words.figure_line(made, "reasons") == ""
    assert ("reasons", "Waar jeugdigen mee komen") in report_words.places()
