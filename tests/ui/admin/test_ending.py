"""The pilot ends, in the windows and with a real hub: asked, a week, emptied; the file stays."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from gpconnect.hub import embedded
from gpconnect.services import ending
from gpconnect.ui.admin.ending import EndStep
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.inspection import inspect
from tests.services.conftest import PILOT
from tests.ui.joining.conftest import hub, start
from tests.ui.joining.persons import LONG, Person, begun_pilot, sync
from tests.ui.workplace import Opens

__all__ = ["hub", "start"]
SPACE = f"common/{PILOT}"


def test_a_coordinator_asks_and_takes_it_back(start: Callable[[str], Person], hub: embedded.RunningHub) -> None:
    marieke = start("marieke")
    page = begun_pilot(marieke, hub.url)
    marieke.sees("niets wacht")
    marieke.press("De pilot beëindigen")
    marieke.sees("Iedereen houdt zijn eigen bestand")
    marieke.press("Beëindigen …")
    marieke.sees("Na zeven dagen kan de server")
    assert inspect(page) == []
    marieke.press("Vraag het voor Gemeenschappelijk")
    sync(marieke)
    marieke.qtbot.waitUntil(lambda: "kan leeg vanaf" in _names(page), timeout=LONG)
    marieke.press("Terugnemen …")
    marieke.sees("gaat de pilot voor Gemeenschappelijk gewoon door")
    marieke.press("Terugnemen")
    sync(marieke)
    marieke.qtbot.waitUntil(lambda: "kan leeg vanaf" not in _names(page), timeout=LONG)
    marieke.press("Sluiten")
    marieke.sees("Wat dit apparaat deelt")


def _names(page: AdminPage) -> str:
    return " ".join(one.accessibleName() for one in page.people.findChildren(QWidget))


def test_what_can_be_emptied_names_the_consequence_first(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    step = EndStep(place.desk, {})
    place.show(step)
    due = ending.EndingView(SPACE, "due", may=True, due_at=place.clock() - timedelta(days=1))
    step._show((due, ending.EndingView("pilot/x", "ended", may=True, ended_at=place.clock())))
    step._choose(SPACE)

    assert "Dit kan niet terug." in step._question.text()
    assert step._sure.isVisible()
    assert step._back.hasFocus(), "a mistaken Enter takes it back"
    assert step._sure.text().startswith("Leeg de server voor")
    rows = " ".join(one.accessibleName() for one in step._rows.findChildren(QWidget))
    assert "hier staat alles nog" in rows
    assert inspect(step) == []
    step._do()
    assert place.settle()
    assert step.trouble.isVisible()
