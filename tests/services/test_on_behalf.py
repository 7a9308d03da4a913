"""Booking on behalf of a doctor: who may be named, who is asked first the next time, and where it is seen."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Appointment
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import desk_prints, requests, responsible, schedule
from gpconnect.services.booking import Booked
from gpconnect.services.session import Session
from gpconnect.services.slots import Wish
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, TOLHUIS, WALUWE
from tests.services.test_booking import booked, the_appointment

JANSEN = "d2" * 16
PETERS = PEOPLE["gp"].staff_id


def know_jansen(session: Session, *sites: str) -> None:
    """A second doctor at De Waluwe, or elsewhere."""
    with transaction(session.db):
        rows.put(session.db, Staff(JANSEN, "dr. Jansen", Role.GP, "Praktijk De Waluwe", sites or (WALUWE,)))


def named(session: Session, booking: Booked) -> tuple[str, str]:
    """Who stands on a booking."""
    one = the_appointment(session, booking)
    return one.practitioner_id, one.practitioner


def test_an_assistant_books_on_behalf_of_a_doctor_and_is_asked_for_the_same_one_the_next_time(
    assistant: Session,
) -> None:
    know_jansen(assistant)
    before = requests.choices(assistant, Wish((WALUWE,)))
    assert (before.doctors, before.last_doctor) == (((JANSEN, "dr. Jansen"), (PETERS, "dr. Peters")), "")
    assert named(assistant, booked(assistant, practitioner_id=JANSEN)) == (JANSEN, "dr. Jansen")

    assert requests.choices(assistant, Wish((WALUWE,))).last_doctor == JANSEN
    assert requests.choices(assistant, Wish((TOLHUIS,))).last_doctor == ""


def test_a_doctor_books_for_themselves_unless_a_colleague_is_named(gp: Session) -> None:
    know_jansen(gp)

    assert named(gp, booked(gp)) == (PETERS, "dr. Peters")
    assert named(gp, booked(gp, practitioner_id=JANSEN, confirmed=True)) == (JANSEN, "dr. Jansen")


def test_a_doctor_of_another_site_cannot_be_named_and_nothing_is_booked(assistant: Session) -> None:
    know_jansen(assistant, TOLHUIS)
    for somebody in (JANSEN, PEOPLE["worker"].staff_id):
        with pytest.raises(KnownError, match=r"booking\.doctor_elsewhere"):
            booked(assistant, practitioner_id=somebody)

    assert rows.where(assistant.db, Appointment) == []
    assert requests.choices(assistant, Wish((WALUWE,))).last_doctor == ""


def test_who_booked_on_whose_behalf_is_in_the_agenda_on_the_card_and_on_the_day_sheet(assistant: Session) -> None:
    know_jansen(assistant)
    one = the_appointment(assistant, booked(assistant, practitioner_id=JANSEN))
    view = schedule.open_appointment(assistant, one.id)

    assert (view.practitioner, view.booked_by) == ("dr. Jansen", "Wilma Kok")
    assert "Huisarts: dr. Jansen" in desk_prints.card_text(assistant, one.id).split("\n")
    assert desk_prints._remark(one) == "namens dr. Jansen"


def test_the_named_doctor_is_responsible_for_what_is_on_record_also_with_a_namesake(assistant: Session) -> None:
    know_jansen(assistant)
    with transaction(assistant.db):
        rows.put(assistant.db, Staff("d3" * 16, "dr. Jansen", Role.GP, "Praktijk De Waluwe", (WALUWE,)))
    one = the_appointment(assistant, booked(assistant, practitioner_id="d3" * 16))

    assert responsible.user(assistant, one.person_id) == "d3" * 16
