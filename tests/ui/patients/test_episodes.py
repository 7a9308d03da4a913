"""Ending a stretch of help in the dossier, and saying that aftercare was given."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from gpconnect.domain.care import Destination, EndReason, EpisodeOfCare
from gpconnect.services import closing
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.inspection import inspect
from gpconnect.ui.patients.page import PatientsPage
from tests.services.conftest import Clock
from tests.services.dossier_help import a_dossier
from tests.ui.workplace import SHOWN, Opens, Workplace, find

pytestmark = pytest.mark.usefixtures("put_away")


def the_episode(session: Session) -> EpisodeOfCare:
    """The only episode of the file."""
    (found,) = rows.where(session.db, EpisodeOfCare)
    return found


def opened(place: Workplace) -> PatientsPage:
    patient_id = place.do(a_dossier)
    page = PatientsPage(place.desk)
    SHOWN.append(page)
    page.resize(1360, 860)
    page.show()
    page.show_params({"patient": patient_id})
    assert place.settle()
    return page


def press(place: Workplace, page: PatientsPage, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()
    QCoreApplication.processEvents()


def choose(page: PatientsPage, name: str, key: Any) -> None:
    field = find(page, QComboBox, name)
    field.setCurrentIndex(field.findData(str(key)))


def buttons(page: PatientsPage, name: str) -> list[QPushButton]:
    return [one for one in page.findChildren(QPushButton, name) if one.isVisible()]


def said(page: PatientsPage) -> str:
    return " ".join(one.text() for one in page.dossier.episodes.findChildren(QLabel) if one.isVisible())


def test_a_stretch_of_help_ends_with_a_reason_and_can_be_taken_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place)
    press(place, page, "episodeEnd")
    assert buttons(page, "episodeEnd") == []
    choose(page, "episodeEndReason", EndReason.EARLY_CLIENT)
    choose(page, "episodeEndDestination", Destination.SCHOOL)
    assert inspect(page) == []
    press(place, page, "episodeEndSave")

    after = place.do(the_episode)
    assert (after.end_reason, after.destination) == (EndReason.EARLY_CLIENT, Destination.SCHOOL)
    assert "eerder, het gezin stopt of blijft weg" in said(page)
    assert "verder bij: school" in said(page)
    assert page.dossier.episodes.form is None
    assert buttons(page, "aftercareDone") == []
    assert inspect(page) == []

    place.toasts[-1][1]()
    assert place.settle()
    assert place.do(the_episode).ended_on is None
    assert buttons(page, "episodeEnd")


def test_ending_can_be_left_alone_and_a_form_outlives_news_of_others(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place)
    press(place, page, "episodeEnd")
    choose(page, "episodeEndReason", EndReason.EXTERNAL)
    page.reload()
    assert place.settle()
    assert find(page, QComboBox, "episodeEndReason").currentData() == EndReason.EXTERNAL
    press(place, page, "episodeEndCancel")

    assert place.do(the_episode).ended_on is None
    assert len(buttons(page, "episodeEnd")) == 1


def test_what_a_colleague_ended_first_is_said(desk_of: Opens) -> None:
    """Nothing is overwritten: the form goes and the dossier shows how it ended."""
    place = desk_of("worker")
    page = opened(place)
    press(place, page, "episodeEnd")
    place.do(closing.end_episode, place.do(the_episode).id, EndReason.AS_PLANNED)
    assert place.settle()

    assert page.dossier.episodes.form is None
    assert "volgens plan" in said(page)


def test_aftercare_is_said_in_the_dossier_with_or_without_new_help(desk_of: Opens, clock: Clock) -> None:
    place = desk_of("worker")
    page = opened(place)
    place.do(closing.end_episode, place.do(the_episode).id, EndReason.AS_PLANNED)
    clock.move_to(date(2027, 1, 6))
    page.reload()
    assert place.settle()

    press(place, page, "aftercareAgain")
    assert place.do(the_episode).later_referral
    assert "nazorg gedaan op" in said(page)
    place.toasts[-1][1]()
    assert place.settle()
    press(place, page, "aftercareDone")

    done = place.do(the_episode)
    assert (done.aftercare_done, done.later_referral) == (date(2027, 1, 6), False)
