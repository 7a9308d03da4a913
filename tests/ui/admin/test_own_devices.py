"""*Mensen en apparaten*: a computer that came in under somebody's name is theirs once they say so."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton

from gpconnect.services import enrolling, own_devices, profiles, spaces
from gpconnect.services.session import Session
from gpconnect.storage.connection import transaction
from gpconnect.sync.entries import as_member
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.membership import Membership, Seat
from gpconnect.ui.admin.people import OwnDeviceStep, RemoveStep
from gpconnect.ui.inspection import inspect
from tests.ui.admin.test_admin_page import lines, opened, press
from tests.ui.workplace import Workplace, find

Opens = Callable[[str], Workplace]


def a_second_computer(session: Session) -> str:
    """The team lets in another device under this person's name; gives its code."""
    enrolling.found(session, session.team_space)
    other = DeviceKeys.generate()
    staff, role = session.actor.staff_id, str(session.actor.role)
    own = as_member(profiles.device_keys(session.db), staff, role, "admin")
    members = (own, as_member(other, staff, role, "member"))
    seats = {one.device: Seat(one, 1) for one in members}
    with transaction(session.db):
        spaces.put_membership(session.db, Membership(session.team_space, b"r" * 32, 1, seats))
    return own_devices.code(other.device)


def test_somebody_confirms_their_second_computer_by_its_code(desk_of: Opens) -> None:
    place = desk_of("worker")
    code = place.do(a_second_computer)
    page = opened(place)
    (row,) = [one for one in lines(page, "Mensen en apparaten") if code in one]
    assert "Van jou?" in row

    press(page, "Bekijken …")
    (step,) = page.findChildren(OwnDeviceStep)
    assert inspect(page) == []
    assert any(code in one.text() for one in step.findChildren(QLabel))
    find(page, QPushButton, "confirmDevice").click()
    assert place.settle()

    assert place.toasts[-1][0].startswith("Bevestigd")
    (row,) = [one for one in lines(page, "Mensen en apparaten") if code in one]
    assert "Van jou?" not in row


def test_a_device_that_is_not_theirs_goes_out(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(a_second_computer)
    page = opened(place)
    press(page, "Bekijken …")

    press(page, "Eruit halen …")

    assert page.findChildren(RemoveStep)
    press(page, "Dit apparaat eruit halen")
    assert place.settle()
    assert place.toasts[-1][0].startswith("Eruit gehaald")
