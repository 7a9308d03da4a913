"""The only computer is gone: what somebody does with a sheet of paper at a new one, and a hub."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit

from gpconnect.hub import embedded
from gpconnect.services import syncing
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.inspection import inspect
from tests.services.conftest import PASSPHRASE
from tests.ui.joining.persons import LONG, Person, begun_pilot, leave, lines_to, sync


def type_code(person: Person, code: str) -> None:
    """Type the rows of a sheet."""
    person.actions += 1
    shown = [one for one in person.screen.findChildren(QPlainTextEdit) if one.isVisible()]
    shown[0].setPlainText("")
    QTest.keyClicks(shown[0], code.lower().replace("\n", " "))


def code_of(person: Person) -> str:
    """The code of the recovery key that stands on the screen."""
    shown = (one for one in person.screen.findChildren(QLabel) if one.isVisible())
    return next((one.text() for one in shown if one.accessibleName() == "De code van het herstelblad"), "")


def is_told_what_is_still_closed(anew: Person) -> None:
    """One paper brings one space: the others are named, with whom to ask, and the question is ready."""
    anew.sees("Nog niet alles staat op deze computer")
    anew.sees("Op deze computer staat: Gemeenschappelijk.")
    anew.sees("Cijfers voor de pilot: je andere computer, of het herstelblad van deze ruimte")
    anew.press("Vraag om toegang …")
    anew.sees("Het gaat om: Cijfers voor de pilot.")
    anew.press("Kopieer de vraag")
    assert "mijn naam: Marieke Blom" in QGuiApplication.clipboard().text()


def lets_in_who_waits(marieke: Person, page: AdminPage) -> None:
    """Who may let in is told so without being asked, and has the invitation ready."""
    sync(marieke)
    marieke.sees("Wie op jou wacht")
    marieke.sees("nog niet bij: Cijfers voor de pilot")
    marieke.press("Toelaten …")
    assert page.people.people_card.is_busy
    assert inspect(page) == []
    marieke.press("Annuleren")


def test_a_sheet_is_made_and_brings_everything_back_on_a_new_computer(
    start: Callable[[str], Person], hub: embedded.RunningHub
) -> None:
    marieke, anew = start("marieke"), start("anew")
    page = begun_pilot(marieke, hub.url)
    marieke.press("Herstelblad …")
    marieke.qtbot.waitUntil(lambda: bool(code_of(marieke)), timeout=LONG)
    code = code_of(marieke)
    marieke.press("Ik heb de code op papier")
    type_code(marieke, "0123")
    marieke.press("Klaar")
    marieke.sees("je typte 4 tekens")
    assert inspect(page) == []
    type_code(marieke, code)
    marieke.press("Klaar")
    marieke.sees("Het geldt zodra de server het weet")
    sync(marieke)
    marieke.sees("herstelblad ligt klaar")

    anew.press("Ik heb een herstelblad van mijn werk")
    anew.type("Kies een wachtwoordzin", PASSPHRASE)
    anew.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    anew.sees("Herstellen met een blad")
    anew.type("Adres van de server", hub.url)
    type_code(anew, "0123")
    anew.press("Zoek op de server")
    anew.sees("je typte 4 tekens")
    type_code(anew, code)
    anew.press("Zoek op de server")
    anew.sees("Gevonden: Gemeenschappelijk, met 1 persoon.")
    assert inspect(anew.screen) == []
    anew.press("Ja, herstel dit")
    anew.sees("Vul je naam in.")
    anew.type("Je naam", "Marieke Blom")
    anew.press("Ja, herstel dit")
    anew.opened()

    is_told_what_is_still_closed(anew)
    lets_in_who_waits(marieke, page)
    assert anew.running.seat.who is not None
    assert marieke.running.seat.who is not None
    assert anew.running.seat.who.staff_id == marieke.running.seat.who.staff_id


def made_sheet(marieke: Person, name: str) -> str:
    """A sheet for one of the spaces, typed back; gives its code. The hub knows it once its row says so."""

    def begin() -> QAbstractButton | None:
        shown = (one for one in marieke.screen.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled())
        return next((one for one in shown if one.accessibleName().startswith(f"Herstelblad …: {name}")), None)

    marieke.qtbot.waitUntil(lambda: begin() is not None, timeout=LONG)
    found = begin()
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    marieke.qtbot.waitUntil(lambda: bool(code_of(marieke)), timeout=LONG)
    code = code_of(marieke)
    marieke.press("Ik heb de code op papier")
    type_code(marieke, code)
    marieke.press("Klaar")
    marieke.sees_at(name, "herstelblad nog niet bij de server", LIES_READY)
    return code


def came_back(anew: Person, hub: str, code: str) -> None:
    """On an empty computer: the sheet brings its space, and the window says what is still missing."""
    anew.press("Ik heb een herstelblad van mijn werk")
    anew.type("Kies een wachtwoordzin", PASSPHRASE)
    anew.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    anew.type("Adres van de server", hub)
    type_code(anew, code)
    anew.press("Zoek op de server")
    anew.type("Je naam", "Marieke Blom")
    anew.press("Ja, herstel dit")
    anew.opened()
    anew.sees("Nog niet alles staat op deze computer")


def a_round(person: Person) -> None:
    """A round with the hub, to its end."""
    syncer = person.running.syncer
    assert syncer is not None, "the window is open"
    person.qtbot.waitUntil(lambda: not syncer.running, timeout=LONG)
    with person.qtbot.waitSignal(syncer.round_finished, timeout=LONG):
        syncer.sync()


def move_hub(person: Person, address: str) -> None:
    """Somebody's server is elsewhere from now on; the round that still spoke to the one before is over."""
    with person.qtbot.waitSignal(person.running.tasks.changed, timeout=LONG):
        person.running.tasks.run(syncing.set_hub, address)
    a_round(person)


def test_a_second_sheet_brings_its_space_beside_the_first(
    start: Callable[[str], Person], hub: embedded.RunningHub
) -> None:
    marieke, anew = start("marieke"), start("anew")
    begun_pilot(marieke, hub.url)
    first = made_sheet(marieke, "Gemeenschappelijk")
    marieke.sees_at("Gemeenschappelijk", LIES_READY)
    second = made_sheet(marieke, "Cijfers voor de pilot")
    marieke.sees_at("Cijfers voor de pilot", LIES_READY)
    came_back(anew, hub.url, first)

    anew.press("Ik heb nog een herstelblad")
    type_code(anew, second)
    anew.press("Zoek op de server")
    anew.sees("Gevonden: Cijfers voor de pilot, met 1 persoon.")
    anew.press("Ja, herstel dit")
    anew.sees("Teruggekomen. Wat er in die ruimte was staat nu op deze computer.")
    anew.qtbot.waitUntil(lambda: not anew.reads("Nog niet alles staat op deze computer"), timeout=LONG)


def test_a_sheet_that_the_server_does_not_know_yet_is_found_later_without_typing_it_again(
    start: Callable[[str], Person], hub: embedded.RunningHub
) -> None:
    """The computer where it was made had no network; here rounds come in while the code is being typed."""
    marieke, anew = start("marieke"), start("anew")
    begun_pilot(marieke, hub.url)
    first = made_sheet(marieke, "Gemeenschappelijk")
    marieke.sees_at("Gemeenschappelijk", LIES_READY)
    move_hub(marieke, NOWHERE)
    second = made_sheet(marieke, "Cijfers voor de pilot")
    came_back(anew, hub.url, first)
    anew.press("Ik heb nog een herstelblad")
    type_code(anew, second)
    a_round(anew)
    anew.press("Zoek op de server")
    anew.sees("De server kent geen ruimte bij deze code")

    move_hub(marieke, hub.url)
    marieke.sees_at("Cijfers voor de pilot", LIES_READY)
    a_round(anew)
    anew.press("Zoek op de server")
    anew.sees("Gevonden: Cijfers voor de pilot, met 1 persoon.")


def test_who_is_locked_out_while_searching_leaves_no_line_to_the_server_open(
    start: Callable[[str], Person], hub: embedded.RunningHub
) -> None:
    marieke, anew = start("marieke"), start("anew")
    begun_pilot(marieke, hub.url)
    first = made_sheet(marieke, "Gemeenschappelijk")
    marieke.sees_at("Gemeenschappelijk", LIES_READY)
    came_back(anew, hub.url, first)
    anew.press("Ik heb nog een herstelblad")
    type_code(anew, UNKNOWN)
    anew.press("Zoek op de server")
    anew.sees("De server kent geen ruimte bij deze code")

    for one in (anew, marieke):
        leave(one.running)
    anew.qtbot.waitUntil(lambda: lines_to(hub.url) == 0, timeout=LONG)


def test_a_sheet_of_another_hub_finds_nothing_and_says_so(
    start: Callable[[str], Person], hub: embedded.RunningHub
) -> None:
    anew = start("anew")
    anew.press("Ik heb een herstelblad van mijn werk")
    anew.type("Kies een wachtwoordzin", PASSPHRASE)
    anew.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    anew.type("Adres van de server", "nergens")
    type_code(anew, UNKNOWN)
    anew.press("Zoek op de server")
    anew.sees("Dit is geen bruikbaar adres voor de server")
    anew.press("Terug")
    anew.sees("Meedoen met een code")
    anew.press("Herstellen met een blad van mijn werk")
    anew.type("Adres van de server", "\b" * len("nergens") + hub.url)
    anew.press("Zoek op de server")
    anew.sees("De server kent geen ruimte bij deze code")


LIES_READY = "herstelblad ligt klaar"
NOWHERE = "http://127.0.0.1:9"
"""A port of this machine on which nobody listens."""
UNKNOWN = "0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000"
"""A code without typing errors, of no sheet."""
