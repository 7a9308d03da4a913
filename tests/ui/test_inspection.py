"""The machine sees what a person would stumble over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gpconnect.ui import gallery, theme
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Chip, StatusBadge

Show = Callable[..., QWidget]


def kinds(widget: QWidget) -> set[str]:
    return {problem.kind for problem in inspect(widget)}


def test_clipped_words_are_found(shown: Show) -> None:
    box = QWidget()
    for at, made in enumerate((QLabel("Een lange zin", box), QPushButton("Een lange knop", box))):
        made.setGeometry(0, 60 * at, 20, 40)
    StatusBadge("nog lang niet klaar", "danger").setParent(box)
    assert "clipped" in kinds(shown(box))


def test_nameless_small_and_trapping_fields_are_found(shown: Show) -> None:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.addWidget(QLineEdit())
    layout.addWidget(QPlainTextEdit())
    small = Chip("Ja")
    small.setFixedHeight(20)
    layout.addWidget(small)
    assert {"unnamed", "trap", "small"} <= kinds(shown(box))


def test_wrong_order_overlap_and_sticking_out_are_found(shown: Show) -> None:
    box = QWidget()
    below, above = QPushButton("Onder", box), QPushButton("Boven", box)
    below.setGeometry(10, 200, 120, 40)
    above.setGeometry(10, 10, 120, 40)
    over = QPushButton("Over", box)
    over.setGeometry(20, 20, 120, 40)
    out = QPushButton("Buiten", box)
    out.setGeometry(380, 10, 120, 40)
    assert {"order", "overlap", "cut"} <= kinds(shown(box, 400, 300))


def test_what_changed_just_now_is_looked_at_where_it_will_stand(shown: Show) -> None:
    """A card within a card within a page: more words in the innermost push everything below them down."""
    words = QLabel("Kort.", wordWrap=True)
    outer: QWidget = words
    for place in range(3):
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.addWidget(outer)
        layout.addWidget(QPushButton(f"Knop {place}"))
        outer = box
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(outer)
    layout.addStretch(1)
    assert kinds(shown(page, 400, 700)) == set()

    words.setText("Er kwam net iets bij. " * 15)

    assert kinds(page) == set()


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 2.0)])
def test_every_part_passes(app: QApplication, tmp_path: Path, dark: bool, scale: float) -> None:  # noqa: FBT001 - example
    problems = gallery.photograph(app, tmp_path, theme.Theme(dark=dark, scale=scale), (1360, 860))
    assert problems == []
    assert len(list(tmp_path.glob("*.png"))) == 4
