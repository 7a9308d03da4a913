"""The robot of the tour: real events into a window, every action counted, looking free of charge."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from gpconnect.ui.parts import ChipGroup, PushButton, Scroller
from gpconnect.ui.robot import NotFoundError, Robot

Show = Callable[..., QWidget]


class Room(QWidget):
    """A window with one of everything."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit("oud")
        self.words = QPlainTextEdit()
        self.reasons = ChipGroup("Redenen", [("sleep", "Slaap"), ("mood", "Stemming")], multi=True)
        self.hits = QListWidget()
        self.said = QLabel("Nog niets")
        self.save = PushButton("Bewaren", self._save)
        self.hidden = QLineEdit()
        inner = QVBoxLayout()
        for widget, name in (
            (self.name, "roomName"),
            (self.words, "form_complaint"),
            (self.reasons, "roomReasons"),
            (self.hits, "roomHits"),
            (self.said, "roomSaid"),
            (self.save, "roomSave"),
            (self.hidden, "roomHidden"),
        ):
            widget.setObjectName(name)
            inner.addWidget(widget)
        self.hits.addItems(["Noor", "Noud"])
        self.hidden.hide()
        self.saved = 0
        outer = QVBoxLayout(self)
        outer.addWidget(Scroller(inner))

    def _save(self) -> None:
        self.saved += 1
        self.said.setText("Opgeslagen")


@pytest.fixture
def room(shown: Show) -> Room:
    made = shown(Room(), 500, 300)
    assert isinstance(made, Room)
    return made


@pytest.fixture
def robot(room: Room) -> Robot:
    return Robot(room)


def test_filling_types_over_what_stood_there_and_counts_once(robot: Robot, room: Room) -> None:
    robot.fill("roomName", "Noor “é” Bos")
    robot.fill_form({"complaint": "Slaapt slecht"})

    assert (room.name.text(), room.words.toPlainText()) == ("Noor “é” Bos", "Slaapt slecht")
    assert robot.actions == 2


def test_clicks_reach_what_stands_below_the_fold(robot: Robot, room: Room) -> None:
    robot.click("roomSave")
    robot.click_text("Bewaren")
    robot.click_chip("roomReasons", "mood")

    assert room.saved == 2
    assert room.reasons.chosen() == ["mood"]
    assert robot.actions == 3
    robot.restart()
    assert robot.actions == 0


def test_keys_go_to_whatever_has_the_focus(robot: Robot, room: Room) -> None:
    room.name.setFocus()
    robot.press("Ctrl+A")
    robot.type("Emma")
    robot.type_into(room, " de Graaf")

    assert room.name.text() == "Emma de Graaf"
    assert robot.actions == 3


def test_looking_is_free(robot: Robot, tmp_path: Path) -> None:
    assert robot.shows("Nog niets")
    assert not robot.shows("Opgeslagen")
    assert robot.hits("roomHits") == 2
    assert robot.hits("roomName") == 0
    robot.grab(tmp_path / "kamer.png")

    assert (tmp_path / "kamer.png").stat().st_size > 0
    assert robot.actions == 0


def test_what_is_not_there_or_cannot_be_used_is_said(robot: Robot, room: Room) -> None:
    with pytest.raises(NotFoundError, match="a thing that never comes"):
        robot.wait_for(lambda: None, "a thing that never comes", patience_ms=20)
    with pytest.raises(NotFoundError, match="roomSaid is not a field"):
        robot.fill("roomSaid", "x")
    room.name.clearFocus()
    focused = room.focusWidget()
    if focused is not None:
        focused.clearFocus()
    with pytest.raises(NotFoundError, match="nothing has the focus"):
        robot.type("x")
