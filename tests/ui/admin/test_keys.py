"""*Beheer*, *Sleutels*: the four ways in, set up, tried, replaced and taken away by keyboard and mouse."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import keyholding, profiles
from gpconnect.storage import keyring_access, paper_keys
from gpconnect.ui import messages, theme
from gpconnect.ui.admin.keys import KeysSection, WayCard
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.inspection import inspect, tab_stops
from gpconnect.ui.parts import FormRow, PushButton, StatusBadge
from gpconnect.ui.strength_meter import StrengthMeter
from tests.services.conftest import PASSPHRASE, TUESDAY
from tests.storage.slots_help import FakeKeyring
from tests.ui.workplace import Workplace

Opens = Callable[[str], Workplace]
NEW = "een heel nieuwe wachtzin"
OWN = "Je wachtwoordzin"


def opened(place: Workplace) -> AdminPage:
    page = AdminPage(place.desk)
    place.show(page)
    page.show_params({"section": "keys"})
    assert place.settle()
    return page


def press(card: QWidget, words: str) -> None:
    button = next(one for one in card.findChildren(PushButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def offered(card: WayCard) -> list[str]:
    return [one.text() for one in card.findChildren(PushButton) if one.isVisible()]


def state(card: WayCard) -> str:
    return card.findChildren(StatusBadge)[0].text()


def said(card: QWidget) -> str:
    return " ".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def errors(card: QWidget) -> list[str]:
    return [one.error() for one in card.findChildren(FormRow) if one.isVisible() and one.error()]


def field(card: QWidget, name: str) -> QLineEdit:
    return next(one for one in card.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def confirm(card: QWidget) -> None:
    """Type the passphrase of now."""
    field(card, OWN).setText(PASSPHRASE)


def keys_of(place: Workplace) -> KeysSection:
    return opened(place).keys


def with_recovery(place: Workplace) -> str:
    """A sheet that is in use; gives its code."""
    sheet = place.do(keyholding.begin_recovery)
    place.do(keyholding.finish_recovery, sheet, sheet.code, PASSPHRASE)
    code: str = sheet.code
    return code


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> FakeKeyring:
    """A keyring that this computer trusts."""
    made = FakeKeyring()
    monkeypatch.setattr(keyring_access, "system_keyring", lambda: made)
    return made


def test_a_new_file_says_that_it_needs_a_sheet_of_paper(desk_of: Opens) -> None:
    keys = keys_of(desk_of("worker"))

    assert "Maak minstens één blad" in said(keys)
    assert [state(card) for card in (keys.passphrase, keys.recovery, keys.employer, keys.keyring)] == [
        "In gebruik",
        "Nog niet gemaakt",
        "Nog niet toegevoegd",
        "Kan hier niet",
    ]
    assert "opent hier alleen met je wachtwoordzin" in said(keys.keyring)
    assert offered(keys.keyring) == []
    assert offered(keys.passphrase) == ["Wijzigen", "Proberen"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_step_is_named_whole_and_reached_by_tab_where_it_stands(desk_of: Opens, scale: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.choose(app, "light", scale))
    place = desk_of("worker")
    with_recovery(place)
    page = opened(place)
    page.resize(1360, 3000)
    keys = page.keys
    assert keys.recovery.way is not None
    for card, start in (
        (keys.passphrase, keys.passphrase.change),
        (keys.passphrase, keys.passphrase.try_way),
        (keys.recovery, keys.recovery.make),
        (keys.recovery, keys.recovery.try_way),
        (keys.recovery, keys.recovery.remove_way),
        (keys.employer, keys.employer.make),
        (keys.keyring, keys.keyring.make),
        (keys.renew, keys.renew.renew),
    ):
        start()
        assert place.settle()
        assert inspect(page) == []
        assert card.isAncestorOf(page.focusWidget())
        stops = [stop for stop in tab_stops(page) if keys.isAncestorOf(stop)]
        cards = [next(c for c in keys.findChildren(WayCard) if c.isAncestorOf(stop)) for stop in stops]
        assert len([1 for one, other in pairwise(cards) if one is not other]) <= 4
        press(card, "Annuleren")
        assert place.settle()
        assert card.isAncestorOf(page.focusWidget()) or not offered(card)
    theme.apply(app, theme.Theme())


class TestPassphrase:
    def change(self, place: Workplace, old: str, new: str, again: str) -> WayCard:
        card = keys_of(place).passphrase
        press(card, "Wijzigen")
        for name, typed in (
            ("Wachtwoordzin van nu", old),
            ("Nieuwe wachtwoordzin", new),
            ("Nog een keer de nieuwe", again),
        ):
            QTest.keyClicks(field(card, name), typed)
        press(card, "Wachtwoordzin wijzigen")
        assert place.settle()
        return card

    def test_another_one_opens_the_file_from_then_on(self, desk_of: Opens, tmp_path: Path) -> None:
        place = desk_of("worker")
        card = self.change(place, PASSPHRASE, NEW, NEW)

        assert "Wijzigen" in offered(card)
        assert place.toasts[-1][0] == "Je nieuwe wachtwoordzin geldt vanaf nu."
        place.tasks.lock()
        assert place.settle()
        profiles.open_profile(tmp_path / "worker", NEW).close()

    @pytest.mark.parametrize(
        ("old", "new", "again"),
        [
            ("verkeerd", NEW, NEW),
            (PASSPHRASE, "kort", "kort"),
            (PASSPHRASE, "zaltbommel2026", "zaltbommel2026"),
            ("", NEW, ""),
        ],
    )
    def test_what_cannot_be_says_why_and_keeps_what_was_typed(
        self, desk_of: Opens, old: str, new: str, again: str
    ) -> None:
        place = desk_of("worker")
        card = self.change(place, old, new, again)

        assert len(errors(card)) == 1
        assert field(card, "Nieuwe wachtwoordzin").text() == new
        assert place.toasts == []

    def test_strength_is_said_in_words_while_typing(self, desk_of: Opens) -> None:
        place = desk_of("worker")
        card = keys_of(place).passphrase
        press(card, "Wijzigen")
        new = field(card, "Nieuwe wachtwoordzin")
        (meter,) = card.findChildren(StrengthMeter)
        heard = []
        for typed in ("kort", "zaltbommel2026", "welkom in zaltbommel", "paarse olifant drinkt thee"):
            new.clear()
            QTest.keyClicks(new, typed)
            assert place.settle()
            heard.append(meter.words())

        assert [words.split(" ", maxsplit=1)[0] for words in heard] == ["Te", "Zwak", "Redelijk", "Sterk"]
        assert "liggen voor de hand" in heard[1]
        assert "1 minuut" in heard[1]
        assert "eeuwen" in heard[3]
        new.clear()
        QTest.keyClick(new, Qt.Key.Key_Backspace)
        new.textEdited.emit("")
        assert meter.isHidden()

    def test_it_is_tried(self, desk_of: Opens) -> None:
        place = desk_of("worker")
        card = keys_of(place).passphrase
        press(card, "Proberen")
        QTest.keyClicks(field(card, "Typ je wachtwoordzin"), "verkeerd")
        press(card, "Kijk of het opent")
        assert place.settle()
        assert len(errors(card)) == 1
        field(card, "Typ je wachtwoordzin").setText(PASSPHRASE)
        QTest.keyClick(field(card, "Typ je wachtwoordzin"), Qt.Key.Key_Return)
        assert place.settle()

        assert place.toasts[-1][0] == "Dit opent je bestand."
        assert "Laatst geprobeerd" in said(card)


class TestRecovery:
    def code(self, card: QWidget) -> str:
        return next(one.text() for one in card.findChildren(QLabel) if one.accessibleName() == "De nieuwe code")

    def test_it_is_shown_put_away_and_typed_back(self, desk_of: Opens, tmp_path: Path) -> None:
        place = desk_of("worker")
        keys = keys_of(place)
        press(keys.recovery, "Herstelblad maken")
        assert place.settle()
        code = self.code(keys.recovery)
        press(keys.recovery, "Ik heb de code op papier")
        assert code not in said(keys.recovery)
        typed = field(keys.recovery, "Typ de code over van papier")
        field(keys.recovery, OWN).setText("verkeerd")
        QTest.keyClicks(typed, paper_keys.new_code())
        press(keys.recovery, "Klaar")
        assert place.settle()
        assert "ander blad" in errors(keys.recovery)[0]
        press(keys.recovery, "Laat de code nog eens zien")
        assert code in said(keys.recovery)
        press(keys.recovery, "Ik heb de code op papier")
        typed.setText(code.lower())
        QTest.keyClick(typed, Qt.Key.Key_Return)
        assert place.settle()
        assert errors(keys.recovery) == [messages.say(KnownError("file.passphrase_wrong"))]
        assert field(keys.recovery, OWN).hasFocus()
        confirm(keys.recovery)
        QTest.keyClick(field(keys.recovery, OWN), Qt.Key.Key_Return)
        assert place.settle()

        assert state(keys.recovery) == "In gebruik"
        assert offered(keys.recovery) == ["Proberen", "Vervangen", "Weghalen"]
        assert "inzagelog" in said(keys)
        place.tasks.lock()
        assert place.settle()
        profiles.open_profile(tmp_path / "worker", code, way="recovery").close()

    def test_the_sheet_goes_where_the_person_says(
        self, desk_of: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place = desk_of("worker")
        card = keys_of(place).recovery
        press(card, "Herstelblad maken")
        assert place.settle()
        chosen = [str(tmp_path / "geen map" / "blad.pdf"), "", str(tmp_path / "blad.pdf")]
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen.pop(0), ""))
        for _ in range(3):
            press(card, "Bewaren als PDF")
        monkeypatch.setattr(QPrinterInfo, "isNull", lambda _: True)
        press(card, "Printen")

        assert (tmp_path / "blad.pdf").read_bytes().startswith(b"%PDF")
        assert [words.split(".")[0] for words, _ in place.toasts] == [
            "Daar kon het niet worden bewaard",
            "Bewaard",
            "Geen printer gevonden",
        ]

    def test_a_typing_error_names_the_group(self, desk_of: Opens) -> None:
        place = desk_of("worker")
        code = with_recovery(place)
        card = keys_of(place).recovery
        press(card, "Proberen")
        wrong = code[:-1] + ("0" if code[-1] != "0" else "2")
        QTest.keyClicks(field(card, "Typ de code van je herstelblad"), wrong)
        press(card, "Kijk of het opent")
        assert place.settle()

        assert "groep 7" in errors(card)[0]

    def test_it_is_taken_away_when_asked_twice(self, desk_of: Opens) -> None:
        place = desk_of("worker")
        with_recovery(place)
        card = keys_of(place).recovery
        press(card, "Weghalen")
        assert "Weet je het zeker?" in said(card)
        press(card, "Ja, haal weg")
        assert place.settle()
        assert len(errors(card)) == 1
        confirm(card)
        press(card, "Ja, haal weg")
        assert place.settle()

        assert state(card) == "Nog niet gemaakt"


class TestEmployer:
    def test_the_file_and_the_fingerprint_that_is_heard_add_the_employer(
        self, desk_of: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        code, public, fingerprint = keyholding.make_employer_key("Buurtzorg Jong", TUESDAY)
        path = tmp_path / "kluis.sleutel.json"
        path.write_bytes(public)
        chosen = ["", str(tmp_path / "weg.json"), str(path)]
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen.pop(0), ""))
        place = desk_of("worker")
        card = keys_of(place).employer
        press(card, "Werkgever toevoegen …")
        press(card, "Bestand kiezen …")
        press(card, "Bestand kiezen …")
        assert place.settle()
        assert "geen sleutelbestand" in said(card)
        press(card, "Bestand kiezen …")
        assert place.settle()
        assert "Buurtzorg Jong" in said(card)
        assert fingerprint not in said(card)
        heard = field(card, "De vingerafdruk die je hoort")
        QTest.keyClicks(heard, "0000 0000 0000")
        QTest.keyClick(heard, Qt.Key.Key_Return)
        assert place.settle()
        assert "vingerafdruk" in errors(card)[0]
        heard.setText(fingerprint)
        press(card, "Werkgever toevoegen")
        assert place.settle()
        assert field(card, OWN).hasFocus()
        confirm(card)
        press(card, "Werkgever toevoegen")
        assert place.settle()

        assert state(card) == "Nog niet geprobeerd"
        press(card, "Proberen")
        (lines,) = [one for one in card.findChildren(QPlainTextEdit) if one.isVisible()]
        lines.setPlainText(code)
        press(card, "Kijk of het opent")
        assert place.settle()
        assert state(card) == "In gebruik"
        _, other, newer = keyholding.make_employer_key("Buurtzorg Jong", TUESDAY)
        place.do(keyholding.add_employer, other, newer, PASSPHRASE)
        assert "ouder blad" in said(card)


class TestKeyring:
    def test_it_is_refused_on_an_account_that_is_shared(self, desk_of: Opens, ring: FakeKeyring) -> None:
        place = desk_of("worker")
        card = keys_of(place).keyring
        assert state(card) == "Staat uit"
        press(card, "Aanzetten …")
        press(card, "Nee, we delen het")
        assert place.settle()

        assert "account dat je deelt" in said(card)
        assert ring.kept == {}

    def test_it_is_put_on_tried_and_taken_away(self, desk_of: Opens, ring: FakeKeyring) -> None:
        place = desk_of("worker")
        card = keys_of(place).keyring
        press(card, "Aanzetten …")
        press(card, "Ja, alleen ik")
        assert place.settle()
        assert (len(errors(card)), ring.kept) == (1, {})
        confirm(card)
        press(card, "Ja, alleen ik")
        assert place.settle()
        assert state(card) == "In gebruik"
        assert len(ring.kept) == 1
        press(card, "Proberen")
        assert place.settle()
        assert place.toasts[-1][0] == "Dit opent je bestand."
        press(card, "Weghalen")
        confirm(card)
        press(card, "Ja, haal weg")
        assert place.settle()

        assert (state(card), ring.kept) == ("Staat uit", {})

    def test_a_keyring_that_went_away_can_still_be_taken_off(
        self, desk_of: Opens, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place = desk_of("worker")
        with monkeypatch.context() as patch:
            patch.setattr(keyring_access, "system_keyring", FakeKeyring)
            place.do(keyholding.add_keyring, PASSPHRASE, mine_alone=True, ring=FakeKeyring())
        card = keys_of(place).keyring
        assert offered(card) == ["Weghalen"]
        press(card, "Weghalen")
        confirm(card)
        press(card, "Ja, haal weg")
        assert place.settle()
        assert offered(card) == []
