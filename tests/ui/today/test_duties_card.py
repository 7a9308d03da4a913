"""What waits for somebody: each line does its own thing, also when two are about the same booking."""

from datetime import date

from pytestqt.qtbot import QtBot

from gpconnect.domain.duties import Duty, DutyKind
from gpconnect.services.duties import DutyView
from gpconnect.ui.desk import Desk
from gpconnect.ui.today.duty_rows import DutyLine
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
