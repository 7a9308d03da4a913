"""The confidential part of a dossier on screen: closed until opened, five steps, and closed again by itself."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from gpconnect.domain import meldcode as rules
from gpconnect.services import meldcode
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import ChipGroup
from gpconnect.ui.patients import meldcode as card_words
from gpconnect.ui.patients.meldcode import MeldcodeCard
from tests.services.dossier_help import a_dossier
from tests.ui.patients.test_restricting import opened
from tests.ui.waiting import until
from tests.ui.workplace import Opens, Workplace

pytestmark = pytest.mark.usefixtures("put_away")
SECRET = "<b>Zwijgwoord</b>: blauwe plekken gezien"


def steps(session: Session) -> list[rules.MeldcodeStep]:
    return rows.where(session.db, rules.MeldcodeStep, order="rowid")


def texts(card: MeldcodeCard) -> str:
    return " | ".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def press(place: Workplace, card: MeldcodeCard, name: str) -> None:
    button = next(one for one in card.findChildren(QPushButton, name) if one.isVisible())
    button.click()
    assert place.settle()


def write(card: MeldcodeCard, step: int, words: str) -> None:
    assert card.form is not None
    choice, field = card.form.field("step"), card.form.field("words")
    assert isinstance(choice, QComboBox)
    assert isinstance(field, LongField)
    choice.setCurrentIndex(step - 1)
    field.set_value(words)


def choose(card: MeldcodeCard, name: str, *keys: str) -> None:
    assert card.form is not None
    chips = card.form.field(name)
    assert isinstance(chips, ChipGroup)
    chips.choose(keys)


def test_it_is_closed_until_it_is_opened_and_closes_again(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    place.do(meldcode.record_step, child, meldcode.TypedStep(1, place.clock().date(), SECRET))
    page = opened(place, patient=child)
    card = page.dossier.meldcode
    assert "Zwijgwoord" not in texts(card)
    press(place, card, "meldcodeOpen")
    until(lambda: card.is_open)
    assert SECRET in texts(card), "it is text and no markup"
    assert "0800 2000" in texts(card)
    until(lambda: inspect(page) == [])
    press(place, card, "meldcodeClose")
    assert "Zwijgwoord" not in texts(card)
    press(place, card, "meldcodeOpen")
    until(lambda: card.is_open)
    card._time.timeout.emit()
    assert not card.is_open
    other = place.do(a_dossier, "Ander")
    press(place, card, "meldcodeOpen")
    until(lambda: card.is_open)
    page.show_params({"patient": other})
    until(lambda: not card.is_open)
    assert "Zwijgwoord" not in texts(card)


def test_five_steps_are_written_one_after_the_other(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=place.do(a_dossier))
    card = page.dossier.meldcode
    press(place, card, "meldcodeOpen")
    until(lambda: card.is_open)
    for step in range(1, 6):
        assert card.form is not None
        assert card.form.typed()["step"] == str(step), "the next step stands ready"
        write(card, step, f"Stap {step} gezet")
        if step == rules.CONSULT:
            choose(card, "consulted", "safe_home")
        if step == rules.WEIGH:
            for question in rules.WEIGHING:
                choose(card, question, "unknown")
        if step == rules.DECIDE:
            choose(card, "decision", "report")
        press(place, card, "meldcodeSave")
        assert len(place.do(steps)) == step
        assert place.settle()
    assert [one.step for one in place.do(steps)] == [1, 2, 3, 4, 5]
    until(lambda: "Melden bij Veilig Thuis" in texts(card))
    until(lambda: inspect(page) == [])


def test_what_is_missing_is_said_at_its_field_and_words_stay(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, patient=place.do(a_dossier))
    card = page.dossier.meldcode
    press(place, card, "meldcodeOpen")
    until(lambda: card.is_open)
    write(card, rules.CONSULT, "Gebeld met een collega")
    press(place, card, "meldcodeSave")
    until(lambda: "met wie je hebt overlegd" in texts(card))
    assert place.do(steps) == []
    card._time.timeout.emit()
    assert card.is_open, "words that are not kept yet are never closed over"
    assert card.form is not None
    assert card.form.typed()["words"] == "Gebeld met een collega"


def test_a_step_is_corrected_and_the_old_one_stays(desk_of: Opens) -> None:
    place = desk_of("worker")
    child = place.do(a_dossier)
    place.do(meldcode.record_step, child, meldcode.TypedStep(1, place.clock().date(), "Op beide armen"))
    page = opened(place, patient=child)
    card = page.dossier.meldcode
    press(place, card, "meldcodeOpen")
    until(lambda: card.is_open)
    press(place, card, "meldcodeCorrect1")
    assert card.form is not None
    assert card.form.typed()["words"] == "Op beide armen"
    write(card, 1, "Op één arm")
    press(place, card, "meldcodeSave")
    until(lambda: len(place.do(steps)) == 2)
    until(lambda: "1 eerdere versie" in texts(card))
    assert "Op één arm" in texts(card)
    assert "beide" not in texts(card)


def test_every_code_has_its_words() -> None:
    assert set(card_words.QUESTIONS) == set(rules.WEIGHING)
    assert set(card_words.WITH) == set(rules.CONSULTED)
    assert set(card_words.SAID) == set(rules.ANSWERS)
    assert set(card_words.DECIDED) == set(rules.DECISIONS)
