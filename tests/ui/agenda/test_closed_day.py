"""A closed day in the week: why stands above it, and nothing in it is called free."""

from gpconnect.services import schedule
from gpconnect.services.session import Session
from gpconnect.ui.agenda import model
from tests.services.conftest import TUESDAY, WALUWE
from tests.ui.today.test_shut_days import shut_today
from tests.ui.workplace import Opens


def tuesday(session: Session) -> schedule.DayView:
    (week,) = schedule.weeks(session, (WALUWE,), TUESDAY).sites
    return next(one for one in week.days if one.day == TUESDAY)


def test_a_closed_day_says_why_and_offers_nothing(desk_of: Opens) -> None:
    place = desk_of("gp")
    place.do(shut_today)
    day = place.do(tuesday)
    words = {model.slot_words(slot, one, place.clock()).title for one in day.half_days for slot in one.slots}

    assert day.closed == "Studiedag"
    assert words == {"Gesloten"}
