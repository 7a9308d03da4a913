"""The screen before the file is open: passphrase, papers, keyring, other people, nobody."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QProgressBar, QWidget

from gpconnect.services.profile_list import ProfileName
from gpconnect.ui import theme
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Chip, PushButton
from gpconnect.ui.unlock import UnlockScreen
from tests.ui.conftest import Heard


@pytest.fixture
def screen(shown: Callable[..., QWidget]) -> UnlockScreen:
    made = UnlockScreen("Sanne")
    shown(made)
    return made


def field(screen: UnlockScreen) -> QLineEdit:
    found = screen.findChild(QLineEdit)
    assert found is not None
    return found


def test_enter_sends_what_was_typed_once(screen: UnlockScreen, heard: Heard) -> None:
    screen.entered.connect(heard.hear)
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert "wachtwoordzin" in screen.error()
    QTest.keyClicks(field(screen), "vier losse woorden")
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert heard.items == [("passphrase", "vier losse woorden")]
    bar = screen.findChild(QProgressBar)
    assert bar is not None
    assert bar.isVisible()


def test_wrong_passphrase_keeps_what_was_typed(screen: UnlockScreen) -> None:
    QTest.keyClicks(field(screen), "fout")
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    screen.show_error("Deze wachtwoordzin past niet.")
    assert field(screen).text() == "fout"
    assert field(screen).accessibleDescription() == "Deze wachtwoordzin past niet."
    screen.clear()
    assert (field(screen).text(), screen.error()) == ("", "")


def test_show_toggle(screen: UnlockScreen) -> None:
    toggle = screen.findChildren(PushButton)[0]
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert field(screen).echoMode() == QLineEdit.EchoMode.Normal
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert field(screen).echoMode() == QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed_while_typing(screen: UnlockScreen) -> None:
    hint = next(found for found in screen.findChildren(QLabel) if "Caps" in found.text())
    QTest.keyClick(field(screen), Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert hint.isVisible()
    QTest.keyClick(field(screen), Qt.Key.Key_A)
    assert not hint.isVisible()


def test_lock_screen_says_what_waits(screen: UnlockScreen) -> None:
    screen.show_waiting(3)
    assert any("3 wijzigingen wachten" in found.text() for found in screen.findChildren(QLabel))
    assert inspect(screen) == []


OTHERS = (ProfileName(Path("joost"), "Joost"), ProfileName(Path("aisha"), "Aïsha"))


def shown_words(screen: UnlockScreen) -> str:
    return " ".join(found.text() for found in screen.findChildren(QLabel) if found.isVisible())


def click(screen: UnlockScreen, words: str) -> None:
    button = next(one for one in screen.findChildren(PushButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_paper_is_asked_for_only_when_there_is_one(screen: UnlockScreen) -> None:
    screen.show_profile("Sanne", ("passphrase",), (), exists=True)
    click(screen, "Kom je er niet in?")
    assert "geen herstelblad" in shown_words(screen)
    assert not screen.paper.field.isVisible()
    QApplication.processEvents()
    assert inspect(screen) == []
    click(screen, "Terug")
    assert field(screen).hasFocus()


def test_the_code_on_a_paper_may_take_more_lines(screen: UnlockScreen, heard: Heard) -> None:
    screen.entered.connect(heard.hear)
    screen.show_profile("Sanne", ("passphrase", "recovery", "employer"), (), exists=True)
    click(screen, "Kom je er niet in?")
    click(screen, "Openen")
    assert "Typ de code" in screen.error()
    chips = {one.text(): one for one in screen.findChildren(Chip)}
    QTest.mouseClick(chips["Sleutelblad van mijn werk"], Qt.MouseButton.LeftButton)
    assert screen.error() == ""
    QTest.keyClicks(screen.paper.field, "ABCD")
    QTest.keyClick(screen.paper.field, Qt.Key.Key_Return)
    QTest.keyClicks(screen.paper.field, "EFGH")
    assert inspect(screen) == []
    click(screen, "Openen")
    assert heard.items == [("employer", "ABCD\nEFGH")]
    screen.show_error("Deze code klopt niet.")
    assert screen.error() == "Deze code klopt niet."
    assert screen.paper.field.toPlainText() == "ABCD\nEFGH"
    screen.clear()
    assert screen.paper.field.toPlainText() == ""


def test_after_a_paper_the_new_passphrase_is_typed_twice(screen: UnlockScreen, heard: Heard) -> None:
    screen.renewed.connect(heard.hear)
    screen.ask_new_passphrase()
    new, again = (one for one in screen.renewing.findChildren(QLineEdit))
    click(screen, "Deze zin gebruiken")
    assert "Kies" in screen.error()
    QTest.keyClicks(new, "vier losse woorden")
    QTest.keyClicks(again, "vier andere woorden")
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert "niet gelijk" in screen.error()
    again.clear()
    QTest.keyClicks(again, "vier losse woorden")
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert heard.items == ["vier losse woorden"]
    screen.show_error("Die wachtwoordzin is te kort.")
    assert screen.error() == "Die wachtwoordzin is te kort."
    assert inspect(screen) == []


def test_the_keyring_leaves_a_way_for_somebody_else(screen: UnlockScreen, heard: Heard) -> None:
    screen.other_wanted.connect(heard.hear)
    screen.show_keyring()
    assert inspect(screen) == []
    click(screen, "Een ander")
    assert heard.items == [()]
    screen.show_error("De sleutelbos kent de sleutel niet.")
    assert field(screen).isVisible()
    assert screen.error() == "De sleutelbos kent de sleutel niet."


def test_others_on_this_computer_are_named_and_chosen(screen: UnlockScreen, heard: Heard) -> None:
    screen.profile_chosen.connect(heard.hear)
    assert not screen.people.focus_first()
    screen.show_profile("Sanne", ("passphrase",), OTHERS, exists=True)
    assert [one.text() for one in screen.people.buttons()] == ["Joost", "Aïsha"]
    assert inspect(screen) == []
    click(screen, "Aïsha")
    assert heard.items == [Path("aisha")]
    screen.set_busy(busy=True)
    assert not any(one.isEnabled() for one in screen.people.buttons())


def test_where_no_profile_is_a_copy_can_be_put_back(screen: UnlockScreen, heard: Heard) -> None:
    screen.restore_asked.connect(heard.hear)
    screen.show_profile("", (), OTHERS, exists=False)
    assert inspect(screen) == []
    screen.nobody.take_copy(Path("gpconnect-2026-11-24.kopie"))
    assert "gpconnect-2026-11-24.kopie" in shown_words(screen)
    click(screen, "Terugzetten")
    assert "Vul" in screen.error()
    phrase = next(one for one in screen.nobody.findChildren(QLineEdit))
    QTest.keyClicks(phrase, "vier losse woorden")
    QTest.keyClick(phrase, Qt.Key.Key_Return)
    assert heard.items == [(Path("gpconnect-2026-11-24.kopie"), "passphrase", "vier losse woorden")]
    screen.show_error("De kopie is niet in orde.")
    assert screen.error() == "De kopie is niet in orde."
    QApplication.processEvents()
    assert inspect(screen) == []


def test_a_damaged_file_is_no_wrong_passphrase_and_takes_a_copy(screen: UnlockScreen, heard: Heard) -> None:
    screen.restore_asked.connect(heard.hear)
    screen.show_waiting(3)
    screen.show_error("Het bestand is beschadigd.", damaged=True)
    assert "Dit ligt niet aan je wachtwoordzin" in shown_words(screen)
    assert "Alles is opgeslagen" not in shown_words(screen)
    assert screen.error() == "Dit bestand is beschadigd"
    assert inspect(screen) == []
    screen.show_error("Die kopie is er niet.", damaged=True)
    assert screen.error() == "Die kopie is er niet."
    screen.damaged.putting_back.take_copy(Path("gpconnect.kopie"))
    assert "Die kopie is er niet." not in shown_words(screen)
    QTest.keyClicks(screen.damaged.findChildren(QLineEdit)[0], "vier losse woorden")
    click(screen, "Terugzetten")
    assert heard.items == [(Path("gpconnect.kopie"), "passphrase", "vier losse woorden")]
    assert inspect(screen) == []
    click(screen, "Opnieuw proberen")
    assert (field(screen).isVisible(), screen.error()) == (True, "")


def test_a_copy_whose_passphrase_was_forgotten_takes_the_code_from_paper(screen: UnlockScreen, heard: Heard) -> None:
    screen.restore_asked.connect(heard.hear)
    screen.show_error("Het bestand is beschadigd.", damaged=True)
    asking = screen.damaged.putting_back
    asking.take_copy(Path("gpconnect.kopie"))
    assert not screen.damaged.findChildren(QPlainTextEdit)[0].isVisible()
    chip = next(one for one in screen.damaged.findChildren(Chip) if one.text() == "Sleutelblad van mijn werk")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not screen.damaged.findChildren(QLineEdit)[0].isVisible()
    click(screen, "Terugzetten")
    assert screen.error() == "Typ de code die op het blad staat."
    QTest.keyClicks(screen.damaged.findChildren(QPlainTextEdit)[0], "ABCD-EFGH")
    QApplication.processEvents()
    assert inspect(screen) == []
    click(screen, "Terugzetten")
    assert heard.items == [(Path("gpconnect.kopie"), "employer", "ABCD-EFGH")]
    screen.show_error("Deze code past niet.", damaged=True)
    assert screen.error() == "Deze code past niet."
    screen.clear()
    assert not screen.damaged.findChildren(QPlainTextEdit)[0].toPlainText()


class Halfway:
    """Work that is halfway, until somebody stops it."""

    def __init__(self) -> None:
        self.at = ("rows", 50, 100)
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True


def test_work_on_the_closed_file_shows_how_far_it_is_and_can_be_stopped_until_the_swap(screen: UnlockScreen) -> None:
    work = Halfway()
    screen.show_work("Je bestand wordt hersteld", work)
    assert "rijen · 50 %" in shown_words(screen)
    assert inspect(screen) == []
    click(screen, "Stoppen")
    assert work.stopped
    work.at = ("swap", 0, 1)
    screen.show_work("Je bestand wordt hersteld", work)
    assert not any(one.isEnabled() for one in screen.findChildren(PushButton) if one.text() == "Stoppen")
    screen.clear()
    screen.ask_passphrase()
    screen.show_news("Je bestand is hersteld.")
    assert "Je bestand is hersteld." in shown_words(screen)
    assert inspect(screen) == []
    screen.show_news("")
    assert "hersteld" not in shown_words(screen)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_panel_reads_well_in_small_and_large(
    app: QApplication, shown: Callable[..., QWidget], scale: float
) -> None:
    theme.apply(app, theme.Theme(scale=scale))
    screen = UnlockScreen("Sanne")
    shown(screen, 760, 520)
    ways = ("passphrase", "recovery", "employer")
    screen.show_profile("Sanne", ways, OTHERS, exists=True)
    click(screen, "Kom je er niet in?")
    app.processEvents()
    assert inspect(screen) == []
    assert not screen.paper.field.visibleRegion().isEmpty()
    screen.ask_new_passphrase()
    screen.show_error("Die wachtwoordzin is te kort. Neem er een van minstens 12 tekens.")
    app.processEvents()
    assert inspect(screen) == []
    theme.apply(app, theme.Theme())
