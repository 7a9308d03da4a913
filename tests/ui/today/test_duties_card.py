"""What waits for somebody: each line does its own thing, also when two are about the same booking."""

from datetime import date

from pytestqt.qtbot import QtBot

from gpconnect.domain.duties import Duty, DutyKind
from gpconnect.services.duties import DutyView
from gpconnect.ui.desk import Desk
from gpconnect.ui.today.duty_rows import DutyLine, line_of
from gpconnect.ui.today.side import DutiesCard

TODAY = date(2026, 11, 24)


def test_two_duties_about_one_booking_are_two_lines(desk: Desk, qtbot: QtBot) -> None:
    assert desk.role == "youth_worker"
    kinds = (DutyKind.BOOKED_TWICE, DutyKind.SLOT_LOST)
    card = DutiesCard()
    qtbot.addWidget(card)
    card.show_duties([DutyView(Duty(kind, "a", TODAY), None, appointment_id="a") for kind in kinds], TODAY)
    heard: list[DutyLine] = []
    card.acted.connect(heard.append)
    for line in card.rows.rows():
        card.rows.action_clicked.emit(line.row.key)

    assert [one.params for one in heard] == [{"appointment": "a"}, {"lost": "a"}]


def test_one_worker_at_two_places_names_both_and_what_calling_one_off_comes_to() -> None:
    params = {"day": "2026-12-01", "start": "09:00", "stays_at": "10:00", "stays_in": "b", "booked": "2", "worker": "w"}
    for fields, said in (
        ({}, "09:00 en 10:00, zeg die van 09:00 af: 2 gezinnen bellen"),
        ({"booked": "1"}, "09:00 en 10:00, zeg die van 09:00 af: 1 gezin bellen"),
        ({"booked": "0", "stays_at": "09:00"}, "09:00 en 09:00, zeg er een af: niemand te bellen"),
    ):
        duty = Duty(DutyKind.HALF_DAYS_AT_ONCE, "h", TODAY, site_id="a", params={**params, **fields})
        line = line_of(DutyView(duty, None, "Sanne de Vries, De Waluwe / Het Tolhuis"), TODAY)
        assert line.row.title == "Twee halve dagen tegelijk: Sanne de Vries, De Waluwe / Het Tolhuis"
        assert all(part in line.row.detail for part in said.split(", ")), line.row.detail
        assert (line.area, line.params) == ("agenda", {"site": "a", "day": date(2026, 12, 1)})


def test_tangled_slots_and_an_unfinished_visit_lead_to_the_agenda() -> None:
    tangled = Duty(DutyKind.SLOTS_TANGLED, "h", TODAY, site_id="a", params={"day": "2026-12-01", "start": "09:00"})
    line = line_of(DutyView(tangled, None, "Sanne de Vries"), TODAY)
    assert (line.row.title, line.params["day"]) == ("De plekken lopen door elkaar: Sanne de Vries", date(2026, 12, 1))
    inside = Duty(DutyKind.VISIT_UNFINISHED, "v", TODAY, "child", "a")
    line = line_of(DutyView(inside, None, appointment_id="v"), TODAY)
    assert line.row.title == "Jeugdige is nog binnen, maar de halve dag is afgesloten"
    assert (line.area, line.params) == ("agenda", {"appointment": "v"})
