"""The first time, through the windows and a real hub: a pilot begins, a worker comes in with a code."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gpconnect.hub import embedded
from gpconnect.ui.admin.invite import CodeCard
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.inspection import inspect
from gpconnect.ui.joining.entrance import Entrance
from tests.documents.test_cards_and_letters import text
from tests.services.conftest import PASSPHRASE
from tests.ui.joining.persons import LONG, Person, begun_pilot, shown_code
from tests.ui.program_help import enter


def founds_the_team(joris: Person) -> None:
    """The first worker makes the team's space, and looks at what else there is."""
    joris.sees("Wat nu? Team Buurtzorg Jong oprichten")
    joris.press("Nu oprichten")
    joris.sees("Jij bent hier de eerste.")
    joris.press("Richt Team Buurtzorg Jong op")
    joris.sees("Jij beheert · 1 persoon · nog geen herstelblad")
    joris.press("Server instellen")
    joris.type("Adres van de server", "nergens", enter=True)
    joris.sees("Dit is geen bruikbaar adres voor de server")
    joris.press("Annuleren")
    joris.press("Ik heb nog een code")
    joris.type("Code van je uitnodiging", "kort", enter=True)
    joris.sees("Een code heeft 16 tekens; je typte er 4.")
    joris.press("Annuleren")


def test_a_coordinator_begins_and_a_worker_comes_in_within_ten_actions(
    start: Callable[[str], Person], hub: embedded.RunningHub
) -> None:
    marieke, joris = start("marieke"), start("joris")
    page = begun_pilot(marieke, hub.url)
    assert inspect(page) == []
    marieke.press("Iemand uitnodigen")
    marieke.type("Naam", "Joris Maas")
    assert inspect(page) == []
    marieke.press("Code maken")
    code = shown_code(marieke, page)
    marieke.qtbot.waitUntil(lambda: marieke.reads("Lees deze twee regels voor"), timeout=LONG)

    joris.press("Ik heb een code")
    joris.type("Kies een wachtwoordzin", PASSPHRASE)
    joris.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    joris.type("Adres van de server", hub.url)
    joris.type("Code van je uitnodiging", code.lower().replace(" ", "-"), enter=True)
    joris.sees("Vergelijk de cijfers")
    marieke.qtbot.waitUntil(lambda: bool(marieke.digits()), timeout=LONG)
    assert joris.digits() == marieke.digits() != ""
    assert joris.reads("Joris Maas")
    assert inspect(joris.screen) == []
    joris.press("Ze zijn gelijk")
    joris.sees("Wacht tot de ander")
    assert joris.running.window is None
    marieke.press("Ze zijn gelijk")
    joris.opened()

    assert joris.actions <= 10
    assert joris.running.seat.who is not None
    assert joris.running.seat.who.name == "Joris Maas"
    marieke.qtbot.waitUntil(lambda: "Joris Maas, apparaat" in _names(page), timeout=LONG)

    founds_the_team(joris)
    marieke.press("Eruit halen …")
    marieke.sees("Wat er al op stond kan niemand ongelezen maken")
    marieke.press("Dit apparaat eruit halen")
    marieke.qtbot.waitUntil(lambda: "Joris Maas, jeugdwerker, Eruit gehaald" in _names(page), timeout=LONG)


def _names(page: AdminPage) -> str:
    return " ".join(one.accessibleName() for one in page.people.findChildren(QWidget))


def test_the_code_goes_to_the_newcomer_on_paper(start: Callable[[str], Person], hub: embedded.RunningHub) -> None:
    marieke = start("marieke")
    page = begun_pilot(marieke, hub.url)
    marieke.press("Iemand uitnodigen")
    marieke.type("Naam", "Joris Maas")
    marieke.press("Code maken")
    code = shown_code(marieke, page)
    card = page.people.invitations.findChild(CodeCard)
    assert isinstance(card, CodeCard)
    assert not card.paper.isVisible()

    marieke.press("Op papier")

    marieke.qtbot.waitUntil(card.paper.isVisible, timeout=LONG)
    marieke.qtbot.waitUntil(lambda: inspect(page) == [], timeout=LONG)
    drawn = card.paper._paper
    assert drawn is not None
    said = text(drawn.pdf)
    assert all(group in said for group in code.split())
    assert hub.url in said
    assert "Joris Maas" not in drawn.file_name
    marieke.press("Code intrekken")
    marieke.qtbot.waitUntil(lambda: not page.people.invitations.findChildren(CodeCard), timeout=LONG)


def test_who_closes_while_the_admin_is_away_goes_on_later(
    start: Callable[[str], Person], hub: embedded.RunningHub
) -> None:
    marieke, joris = start("marieke"), start("joris")
    page = begun_pilot(marieke, hub.url)
    marieke.press("Iemand uitnodigen")
    marieke.type("Naam", "Joris Maas")
    marieke.press("Code maken")
    code = shown_code(marieke, page)
    window = marieke.running.window
    assert window is not None
    joris.press("Ik heb een code")
    joris.type("Kies een wachtwoordzin", PASSPHRASE)
    joris.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    joris.type("Adres van de server", hub.url)
    joris.type("Code van je uitnodiging", code, enter=True)
    joris.sees("Vergelijk de cijfers")
    before = joris.digits()
    joris.press("Vergrendelen")
    joris.qtbot.waitUntil(lambda: joris.field("Wachtwoordzin") is not None, timeout=LONG)
    enter(joris.running, PASSPHRASE)
    joris.sees("Vergelijk de cijfers")
    assert joris.digits() == before
    joris.press("Niet gelijk")
    joris.sees("Dit lukte niet")
    joris.press("Andere code")
    joris.sees("Meedoen met een code")


def test_what_is_wrong_with_a_code_is_said_where_it_was_typed(start: Callable[[str], Person]) -> None:
    joris = start("joris")
    joris.press("Ik heb een code")
    joris.press("Terug")
    joris.press("Ik heb een code")
    joris.press("Verder")
    joris.sees("Kies een wachtwoordzin.")
    joris.type("Kies een wachtwoordzin", PASSPHRASE)
    joris.press("Verder")
    joris.sees("niet gelijk")
    joris.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    joris.type("Adres van de server", "gemeente")
    joris.type("Code van je uitnodiging", "0123", enter=True)
    joris.sees("Dit is geen bruikbaar adres voor de server")
    entrance = joris.screen.findChild(Entrance)
    assert entrance is not None
    entrance.join.form.hub.clear()
    joris.type("Adres van de server", "https://hub.example", enter=True)
    joris.sees("Een code heeft 16 tekens; je typte er 4.")


def test_a_weak_passphrase_is_refused_before_anything_is_made(start: Callable[[str], Person], tmp_path: Path) -> None:
    joris = start("joris")
    joris.press("Ik heb een code")
    joris.type("Kies een wachtwoordzin", "kort")
    joris.type("Nog een keer dezelfde", "kort", enter=True)
    joris.sees("12")
    assert not (tmp_path / "joris" / "profile").exists()


def test_somebody_new_on_a_computer_where_others_work(start: Callable[[str], Person], hub: embedded.RunningHub) -> None:
    marieke = start("marieke")
    begun_pilot(marieke, hub.url)
    marieke.running.lock()
    marieke.qtbot.waitUntil(lambda: marieke.running.window is None, timeout=LONG)
    marieke.press("Ik ben nieuw op deze computer")
    marieke.press("Ik heb een code")
    marieke.type("Kies een wachtwoordzin", PASSPHRASE)
    marieke.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    marieke.sees("Meedoen met een code")
    assert marieke.running.seat.folder.name == "profiel-2"


def test_a_wrong_address_is_said_at_the_address_and_what_was_typed_stays(start: Callable[[str], Person]) -> None:
    joris = start("joris")
    joris.press("Ik heb een code")
    joris.type("Kies een wachtwoordzin", PASSPHRASE)
    joris.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    joris.sees("Meedoen met een code")
    entrance = joris.screen.findChild(Entrance)
    assert entrance is not None
    form = entrance.join.form
    assert form.focusProxy() is form.code
    joris.type("Code van je uitnodiging", "0123 4567 89ab cdef")
    joris.type("Adres van de server", "http://127.0.0.1:9", enter=True)
    joris.sees("Je code wordt gezocht")
    joris.qtbot.waitUntil(entrance.join._trouble.isVisible, timeout=LONG)
    joris.press("Andere code")
    joris.sees("Meedoen met een code")
    joris.qtbot.waitUntil(lambda: bool(form.hub_row.error()), timeout=LONG)

    assert form.hub.selectedText() == "http://127.0.0.1:9"
    assert form.code.text() == "0123 4567 89ab cdef"
    assert not entrance.join._trouble.isVisible()
