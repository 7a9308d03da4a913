"""A pasted line is read with care: nothing is guessed, and a citizen service number never stays."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn

from gpconnect.domain.schedule import Appointment
from gpconnect.services import held_details
from gpconnect.services.patient_lines import FoundInLine, read_line, without_bsn
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.test_booking import booked

TODAY = date(2026, 11, 24)
NOOR = FoundInLine("Noor", "van den Berg", date(2013, 2, 13), "06-12 34 56 78")
BSN = "999990019"
"""Of the range that is kept for tests."""


@pytest.mark.parametrize(
    "line",
    [
        "Berg, Noor van den (13-02-2013) tel. 06-12345678 BSN 999990019",
        "Noor van den Berg 13-2-2013 06 12345678",
        "13-02-2013 | Noor van den Berg | +31612345678 | 999990019",
        "Naam: Noor van den Berg; geb. 2013-02-13; tel: 0612345678",
        "BSN: 999990019\tmw. Noor van den Berg\t13.02.2013\t06.12.34.56.78",
    ],
)
def test_a_line_of_any_system_gives_name_birth_date_and_phone(line: str) -> None:
    assert read_line(line, TODAY) == NOOR


@pytest.mark.parametrize("line", ["", "geen gegevens", "123", "31-02-2013", "tel 12", "13-2-2031"])
def test_what_is_not_there_is_not_guessed(line: str) -> None:
    found = read_line(line, TODAY)
    assert (found.birth_date, found.phone) == (None, "")


@given(st.text(max_size=40), st.integers(100_000_000, 999_999_999), st.text(max_size=40))
def test_no_citizen_service_number_stays_wherever_it_stands(before: str, number: int, after: str) -> None:
    left = without_bsn(f"{before} {number} {after}")

    assert not any(bsn.is_valid(one) for one in re.findall(r"(?<![\d+])\d{9}(?!\d)", left))


@given(st.text(max_size=120))
def test_any_text_can_be_pasted(line: str) -> None:
    found = read_line(line, TODAY)

    assert found.birth_date is None or found.birth_date <= TODAY
    assert not found.given_name or found.family_name
    assert not any(sign.isdigit() for sign in found.given_name + found.family_name)


def test_what_is_kept_of_a_line_has_no_citizen_service_number(gp: Session) -> None:
    result = booked(gp, patient_line=f"Emma de Graaf {BSN}, angst")
    assert rows.require(gp.db, Appointment, result.appointment_id).patient_line == ""
    assert held_details.held(gp.db, result.appointment_id).patient_line == "Emma de Graaf , angst"
