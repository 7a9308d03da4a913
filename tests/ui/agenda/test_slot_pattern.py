"""The places of a half-day in words and as a picture: a usual layout in one choice, or typed by who knows how."""

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QWidget

from gpconnect.ui.agenda.slot_pattern import USUAL, SlotPattern
from gpconnect.ui.inspection import inspect

Show = Callable[..., QWidget]


def test_a_layout_is_said_in_words_with_its_hours(shown: Show) -> None:
    places = SlotPattern("places")
    shown(places, 320, 400)

    assert places.pattern() == ("45", "45", "20", "20w", "45")
    assert places.words.text() == (
        "3 plekken van 45 minuten, 1 plek van 20 minuten, 1 plek van 20 minuten voor inloop; 09:00–11:55."
    )
    places.show_start(time(13, 30))
    assert places.words.text().endswith("13:30–16:25.")
    assert inspect(places) == []


def test_a_usual_layout_is_chosen_and_what_is_typed_shows_which_it_is(shown: Show) -> None:
    places = SlotPattern("places")
    shown(places, 320, 400)
    assert places.presets.chosen() == [USUAL]
    chip = places.presets.chip("45 45 45 45 20w")
    chip.click()
    assert places.field.text() == "45 45 45 45 20w"
    places.field.setText("45, 20")
    assert places.presets.chosen() == []
    assert places.pattern() == ("45", "20")
    assert places.words.text().startswith("1 plek van 45 minuten, 1 plek van 20 minuten; ")


def test_what_is_no_layout_is_not_drawn(shown: Show) -> None:
    places = SlotPattern("places")
    shown(places, 320, 400)
    places.field.setText("45 60")
    assert not places.words.isVisible()
    assert not places.picture.isVisible()
    places.field.setText("45")
    assert places.picture.isVisible()
    assert not places.picture.grab().isNull()
