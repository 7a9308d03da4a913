"""One half-day opened in the agenda: how it stands, its note, and that it does not take place."""

from datetime import time

from gpconnect.services import visits
from tests.services.conftest import TUESDAY
from tests.services.visits_help import a_booking
from tests.ui.agenda.desk import Agenda, Sits


def opened(agenda: Agenda, *, day: int = 0) -> str:
    """Open the half-day of this Tuesday; gives its id."""
    shown = agenda.page._shown
    assert shown is not None
    one = next(week for week in shown.sites if week.site.id == agenda.page.site_id).half_days[day]
    agenda.page.open_half_day(one.id)
    agenda.settle()
    return one.id


def test_a_half_day_that_is_over_names_the_visits_without_outcome(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    panel = agenda.page.panels.half_day
    visit = agenda.do(a_booking, 0)
    opened(agenda)
    assert (panel.badge.text(), panel.lacking.isVisibleTo(panel)) == ("Open", False)

    agenda.place.clock.move_to(TUESDAY, time(17))
    agenda.do(visits.receive, visit)
    opened(agenda)
    assert (panel.badge.text(), panel.lacking.text()) == ("Nog af te sluiten", "Nog zonder uitkomst: 09:00")
    agenda.do(visits.step_back, visit)
    agenda.do(visits.miss, visit)
    assert panel.lacking.text() == "Elke afspraak heeft een uitkomst; afsluiten kan op Vandaag."
