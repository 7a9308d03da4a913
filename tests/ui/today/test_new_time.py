"""A family whose half-day moved is on Vandaag until somebody told them when to come."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gpconnect.domain.changes import Changes
from gpconnect.domain.schedule import Appointment, Slot
from gpconnect.services import series_edits
from gpconnect.services.series_edits import Scope
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.today.page import TodayPage
from tests.services.conftest import TUESDAY, Clock
from tests.services.visits_help import a_booking
from tests.ui.workplace import Opens, find


def starts_later(session: Session, visit: str) -> Changes:
    """Somebody moved the half-day in which this visit stands to ten o'clock."""
    slot = rows.require(session.db, Slot, rows.require(session.db, Appointment, visit).slot_id)
    later = replace(series_edits.opened(session, slot.session_id).now, start=time(10))
    return series_edits.change(session, slot.session_id, Scope.ONE, later, dry_run=False)[0]


@pytest.mark.parametrize("who", ["gp", "worker"])
def test_a_family_whose_half_day_moved_is_told_its_new_time(desk_of: Opens, who: str, clock: Clock) -> None:
    clock.move_to(TUESDAY, time(7))
    place = desk_of(who)
    visit = place.do(a_booking, 0)
    page = TodayPage(place.desk)
    place.show(page)
    place.do(starts_later, visit)

    (duty,) = page.duties.rows.rows()
    assert duty.row.title == "Geef Noor de nieuwe tijd door"
    assert duty.row.detail.startswith("di 24 nov, 10:00")
    QTest.keyClick(duty, Qt.Key.Key_Return)
    assert place.went == [("agenda", {"appointment": visit})]
    QTest.mouseClick(find(duty, QPushButton, ""), Qt.MouseButton.LeftButton)
    assert place.settle()
    assert page.duties.rows.rows() == []

    place.toasts[-1][1]()
    assert place.settle()
    assert len(page.duties.rows.rows()) == 1
