"""The sheets that open a file: one page, the code as it is typed back, and nothing about a child."""

from datetime import date

from gpconnect.documents.preview import page_count
from gpconnect.documents.recovery_sheet import EmployerData, RecoveryData, employer_sheet, recovery_sheet
from tests.documents.test_cards_and_letters import text

MADE = date(2026, 11, 24)
ROW = "2RST P9RG SJ4W 921T HYQN P9A7 5HCA"
OTHER = "7F7S YKHZ 0QKW 4YH3 411D 7JSS F0J4"


def test_a_persons_own_sheet_holds_the_code_in_numbered_groups() -> None:
    pdf = recovery_sheet(RecoveryData("Sanne <de Vries>", "sanne", ROW, MADE))
    said = text(pdf)

    assert page_count(pdf) == 1
    assert all(group in said for group in ROW.split())
    assert all(part in said for part in ("Sanne <de Vries>", "sanne", "dinsdag 24 november 2026", "Kom je er niet in?"))
    assert "laptop samen openen alles" in said
    assert ROW.split(maxsplit=1)[0].encode() not in pdf


def test_the_employers_sheet_holds_two_rows_and_the_fingerprint() -> None:
    pdf = employer_sheet(EmployerData("Buurtzorg Jong", f"{ROW}\n{OTHER}", "04D2 XKH5 Q0A5", MADE))
    said = text(pdf)

    assert page_count(pdf) == 1
    assert all(group in said for group in (*ROW.split(), *OTHER.split()))
    assert "04D2 XKH5 Q0A5" in said
    assert "Nooit bij de gemeente" in said
