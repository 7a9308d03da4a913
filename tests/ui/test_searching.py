"""When a search is finished, and when it is not."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gpconnect.ui.searching import SearchWatch
from tests.ui.conftest import Heard


@pytest.fixture
def field(shown: Callable[..., QWidget]) -> Iterator[QLineEdit]:
    window = QWidget()
    layout = QVBoxLayout(window)
    made = QLineEdit()
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    shown(window)
    made.setFocus()
    yield made
    window.close()


def watched(field: QLineEdit, heard: Heard, **how: bool) -> SearchWatch:
    watch = SearchWatch(field, **how)
    watch.finished.connect(heard.hear)
    return watch


def test_emptying_the_field_ends_the_question_once(field: QLineEdit, heard: Heard) -> None:
    watch = watched(field, heard)
    field.setText("noor")
    watch.shown(2)
    watch.shown(0)
    field.clear()
    field.hide()
    assert heard.items == [0]


def test_opening_a_result_is_on_record_elsewhere(field: QLineEdit, heard: Heard) -> None:
    watch = watched(field, heard)
    watch.shown(2)
    watch.opened()
    field.clear()
    field.hide()
    assert heard.items == []


@pytest.mark.parametrize(("how", "told"), [({}, [1]), ({"when_left": False}, [])])
def test_leaving_the_field_ends_it_only_where_asked(
    field: QLineEdit, heard: Heard, how: dict[str, bool], told: list[int]
) -> None:
    watch = watched(field, heard, **how)
    watch.shown(1)
    field.clearFocus()
    assert heard.items == told


def test_a_field_that_goes_out_of_sight_ends_it(field: QLineEdit, heard: Heard) -> None:
    watch = watched(field, heard, when_left=False)
    watch.shown(3)
    field.window().hide()
    assert heard.items == [3]
