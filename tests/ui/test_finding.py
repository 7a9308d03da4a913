"""The search box asks the file and says where each result opens."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.people import Patient
from gpconnect.services import directory, handovers, notes, visits
from gpconnect.services.directory import TypedProvider
from gpconnect.services.handovers import Content
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.ui import theme
from gpconnect.ui.finding import Finder
from gpconnect.ui.search_box import Found, SearchBox
from tests.services.conftest import Clock
from tests.services.dossier_help import MOZAIEK, a_dossier
from tests.services.visits_help import a_booking, a_talk_with_note
from tests.ui.waiting import until
from tests.ui.workplace import Workplace

Opens = Callable[[str], Workplace]


@pytest.fixture
def desk_of(app: QApplication, tmp_path: Path) -> Iterator[Opens]:
    del app
    opened: list[Workplace] = []

    def make(name: str) -> Workplace:
        opened.append(Workplace(tmp_path, name, Clock()))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def patients_of(session: Session) -> list[Patient]:
    return rows.where(session.db, Patient)


def searched(place: Workplace, shown: Callable[..., QWidget], typed: str) -> list[Found]:
    """Type in the box and read what hangs under it."""
    window = QWidget()
    box = SearchBox()
    box.setParent(window)
    finder = Finder(place.desk, box, window)
    assert finder.parent() is window
    shown(window)
    QTest.keyClicks(box, typed)
    until(lambda: box.popup is not None and box.popup.isVisible())
    assert box.popup is not None
    listed = [box.popup.list.item(row) for row in range(box.popup.list.count())]
    return [item.data(256) for item in listed if item.data(256) is not None]


def test_a_worker_comes_from_a_word_to_the_dossier_and_the_note(desk_of: Opens, shown: Callable[..., QWidget]) -> None:
    place = desk_of("worker")
    place.do(a_talk_with_note)
    (patient,) = place.do(patients_of)

    by_name = searched(place, shown, "noor")
    assert [(one.area, one.params) for one in by_name if one.area == "patients"] == [
        ("patients", {"patient": patient.id, "found": True})
    ]
    assert [one.area for one in by_name] == ["patients", "agenda"]
    (note,) = searched(place, shown, "weer slapen")
    assert note.params["patient"] == patient.id
    assert note.params["note"]


def test_a_practice_comes_to_its_agenda(desk_of: Opens, shown: Callable[..., QWidget]) -> None:
    place = desk_of("gp")
    place.do(a_booking, given_name="Emma")
    assert [one.area for one in searched(place, shown, "emma")] == ["agenda", "agenda"]


def test_a_provider_opens_in_the_sociale_kaart(desk_of: Opens, shown: Callable[..., QWidget]) -> None:
    place = desk_of("coordinator")
    place.do(directory.save_provider, TypedProvider("Buurtmaatje", "freely_accessible", waiting_weeks="3"))
    (found,) = searched(place, shown, "buurt")
    assert (found.area, found.detail) == ("directory", "vrij toegankelijke hulp · wachttijd 3 weken")


def details(session: Session) -> list[tuple[str, bool]]:
    """What the log says of finished searches: where and how many, and whether it was about a child."""
    lines = (line.event for line in access_log.after_row(session.db, 0))
    return [(one.detail, bool(one.client)) for one in lines if one.type == "search"]


def test_a_finished_search_is_one_line_and_never_its_words(desk_of: Opens, shown: Callable[..., QWidget]) -> None:
    place = desk_of("gp")
    place.do(a_booking, given_name="Emma")
    window = QWidget()
    box = SearchBox("gp")
    box.setParent(window)
    Finder(place.desk, box, window)
    shown(window)
    for typed in ("em", "ma"):
        QTest.keyClicks(box, typed)
        box.queried.emit(box.text())
        assert place.settle()
    box.clear()
    assert place.settle()
    assert place.do(details) == [("search_box 2", False)]

    QTest.keyClicks(box, "emma")
    box.queried.emit(box.text())
    assert place.settle()
    assert box.popup is not None
    box.popup.choose()
    assert place.settle()
    assert place.do(details) == [("search_box 2", False), ("search_box 2", False), ("search_box 1", True)]


HOSTILE = "\u202e<b>rust</b> &amp; \u200b'; DROP TABLE note; -- 👩‍👧 rust in huis"


def a_note_saying(session: Session, words: str) -> None:
    """A signed note of Noor van den Berg."""
    visit = a_booking(session)
    visits.begin(session, visit)
    _, view = notes.open_visit(session, visit)
    notes.sign(session, replace(view.draft, answers={"request": words, "safety": "safe"}))


def test_a_note_shows_where_the_words_stand_and_hostile_text_stays_text(
    desk_of: Opens, shown: Callable[..., QWidget]
) -> None:
    place = desk_of("worker")
    place.do(a_note_saying, HOSTILE)
    window = QWidget()
    window.resize(900, 500)
    box = SearchBox()
    box.setParent(window)
    Finder(place.desk, box, window)
    shown(window)
    QTest.keyClicks(box, "noor rust")
    until(lambda: box.popup is not None and box.popup.isVisible())
    assert box.popup is not None
    item = box.popup.list.item(1)
    note = item.data(Qt.ItemDataRole.UserRole)
    assert note.excerpt.words == HOSTILE
    assert [note.excerpt.words[start:end] for start, end in note.excerpt.marks] == ["rust", "rust"]
    assert "&lt;b&gt;rust" in item.toolTip()
    assert HOSTILE in item.data(Qt.ItemDataRole.AccessibleTextRole)
    drawn, lit = box.popup.grab().toImage(), theme.current().color("attention_soft").rgb()
    colours = {drawn.pixel(x, y) for x in range(drawn.width()) for y in range(drawn.height())}
    assert lit in colours, "a word is marked"


def test_a_handover_opens_from_its_receiver(desk_of: Opens, shown: Callable[..., QWidget]) -> None:
    place = desk_of("worker")
    patient_id = place.do(a_dossier)
    content = Content({"reason": "Angst"}, access_route=AccessRoute.DECISION)
    _, made = place.do(handovers.create_handover, patient_id, MOZAIEK, content)
    found = searched(place, shown, "mozaiek")
    assert ("handovers", {"handover": made, "about": patient_id}) in [(one.area, one.params) for one in found]
