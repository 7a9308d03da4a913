"""A change of the ways in is on record before it begins, and how it ended after."""

from typing import Any

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services import keyholding
from gpconnect.services.session import Session
from gpconnect.storage import access_log, slots
from tests.services.conftest import PASSPHRASE, MakeSession


@pytest.fixture
def session(make_session: MakeSession) -> Session:
    return make_session("worker")


def told(session: Session) -> list[tuple[str, str]]:
    """What the access log holds, oldest first."""
    found = access_log.between(session.db, session.now(), session.now().replace(year=2030))
    return [(line.purpose, line.outcome) for line in reversed(found)]


def no_room(*_: object) -> None:
    """The log takes no line more."""
    raise KnownError("file.disk_full")


class TestOnRecord:
    def test_a_slot_whose_end_cannot_be_written_was_told_to_begin(
        self, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The program dies between the slots file and the log."""
        sheet = keyholding.begin_recovery(session)
        real = slots.add_recovery_slot

        def write_and_die(*args: Any) -> None:
            real(*args)
            monkeypatch.setattr(access_log, "record", no_room)

        monkeypatch.setattr(slots, "add_recovery_slot", write_and_die)
        with pytest.raises(KnownError):
            keyholding.finish_recovery(session, sheet, sheet.code, PASSPHRASE)

        assert slots.unlock(session.folder, "recovery", sheet.code) == session.key
        assert told(session) == [("slot.added", "begun")]

    def test_what_cannot_be_told_to_begin_does_not_happen(
        self, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sheet = keyholding.begin_recovery(session)
        monkeypatch.setattr(access_log, "record", no_room)
        with pytest.raises(KnownError):
            keyholding.finish_recovery(session, sheet, sheet.code, PASSPHRASE)
        assert [way.kind for way in keyholding.overview(session).ways] == ["passphrase"]

    def test_trouble_that_has_no_name_is_on_record_as_failed(
        self, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def die(*_: object) -> None:
            raise RuntimeError

        monkeypatch.setattr(slots, "add_recovery_slot", die)
        sheet = keyholding.begin_recovery(session)
        with pytest.raises(RuntimeError):
            keyholding.finish_recovery(session, sheet, sheet.code, PASSPHRASE)
        assert told(session) == [("slot.added", "begun"), ("slot.added", "failed")]
