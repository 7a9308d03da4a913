"""*Beheer > Agendabestand*: a folder is chosen once, and each change is written there again by itself."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import HalfDaySession
from gpconnect.services import feeds
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.feed_keeper import FeedKeeper
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList
from tests.services.conftest import TUESDAY
from tests.ui.conftest import Heard
from tests.ui.waiting import until
from tests.ui.workplace import Opens, Workplace, find

FILE = "spreekuur-praktijk-de-waluwe.ics"


def opened(place: Workplace) -> AdminPage:
    page = AdminPage(place.desk)
    place.show(page)
    page.show_params({"section": "feed"})
    assert place.settle()
    return page


def words(page: QWidget) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def give_a_room(session: Session) -> object:
    half_day = rows.where(session.db, HalfDaySession, "day = ?", (TUESDAY,))[0]
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(half_day, room="7"), "changed")
    return action.changes


def test_a_folder_is_chosen_once_and_every_change_is_written_there_again(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("gp")
    keeper = FeedKeeper(place.desk)
    keeper.start()
    page = opened(place)
    assert "Kies eerst waar de agendabestanden komen" in words(page)
    folder = tmp_path / "agenda"
    folder.mkdir()
    page.feed.choose(folder)
    until((folder / FILE).exists)
    assert place.settle()
    assert "Wordt na elke wijziging geschreven" in page.feed._state.text()
    assert [one.row.title for one in find(page, RowList, "feedFiles").rows()] == ["Praktijk De Waluwe"]
    assert not inspect(page)

    place.do(give_a_room)
    until(lambda: b"kamer 7" in (folder / FILE).read_bytes())
    keeper.stop()
    assert place.settle()


def test_what_changed_while_nobody_was_here_is_written_at_opening(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("gp")
    place.do(feeds.choose_folder, tmp_path)
    keeper = FeedKeeper(place.desk)
    keeper.start()
    until((tmp_path / FILE).exists)
    keeper.stop()
    assert place.settle()


def test_a_folder_that_is_gone_is_said_once_and_stays_in_sight_until_it_works_again(
    desk_of: Opens, tmp_path: Path, heard: Heard
) -> None:
    place = desk_of("gp")
    place.desk.troubled.connect(heard.hear)
    page = opened(place)
    stick = tmp_path / "stick"
    place.do(feeds.choose_folder, stick)
    keeper = FeedKeeper(place.desk)
    for _ in range(2):
        keeper.write()
        until(lambda: place.do(feeds.overview).failed)
        assert place.settle()
    assert [one.code for one in heard.items] == ["feed.gone"]
    assert "De map voor de agendabestanden is er niet" in words(page)

    stick.mkdir()
    keeper.write()
    until((stick / FILE).exists)
    until(lambda: not place.do(feeds.overview).failed)
    assert place.settle()
    assert "De laatste keer lukte het niet" not in page.feed._state.text()
    keeper.stop()


def test_stopping_leaves_the_files_and_can_be_undone_and_the_folder_of_the_profile_is_refused(
    desk_of: Opens, tmp_path: Path, heard: Heard
) -> None:
    place = desk_of("gp")
    place.desk.troubled.connect(heard.hear)
    place.do(feeds.choose_folder, tmp_path)
    page = opened(place)
    QTest.mouseClick(find(page, QPushButton, "feedStop"), Qt.MouseButton.LeftButton)
    assert place.settle()
    assert place.do(feeds.overview).folder is None

    _, undo = place.toasts[-1]
    undo()
    assert place.settle()
    assert place.do(feeds.overview).folder == tmp_path
    page.feed.choose(place.folder)
    assert place.settle()
    assert [one.code for one in heard.items] == ["feed.same_folder"]
    assert place.do(feeds.overview).folder == tmp_path
