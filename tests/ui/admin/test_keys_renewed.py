"""*Beheer*, *Sleutels*: another key for the file itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gpconnect.services import keyholding, profiles
from tests.services.conftest import PASSPHRASE
from tests.ui.admin.test_keys import errors, field, keys_of, press
from tests.ui.workplace import Workplace

Opens = Callable[[str], Workplace]


def test_the_file_gets_another_key_and_the_person_works_on(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    card = keys_of(place).renew
    press(card, "Vernieuwen …")
    QTest.keyClicks(field(card, "Je wachtwoordzin"), "verkeerd")
    press(card, "Versleuteling vernieuwen")
    assert place.settle()
    assert len(errors(card)) == 1
    field(card, "Je wachtwoordzin").setText(PASSPHRASE)
    QTest.keyClick(field(card, "Je wachtwoordzin"), Qt.Key.Key_Return)
    assert place.settle()

    assert "nieuwe sleutel" in place.toasts[-1][0]
    assert place.do(keyholding.overview).of("passphrase")
    place.tasks.lock()
    assert place.settle()
    profiles.open_profile(tmp_path / "worker", PASSPHRASE).close()
