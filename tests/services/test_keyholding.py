"""The ways into one's own file: set up, tried, replaced, removed; and another key for the file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gpconnect.documents.preview import page_count
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.services import key_sheets, keyholding, profiles
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import (
    access_log,
    connection,
    copies,
    files,
    keyring_access,
    paper_keys,
    renewal,
    rows,
    slots,
    watermark,
    wrong_tries,
)
from gpconnect.storage.watermark import Watermark
from tests.services.conftest import PASSPHRASE, TUESDAY, MakeSession
from tests.storage.slots_help import FakeKeyring

NEW = "een heel nieuwe wachtzin"


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.code


def purposes(session: Session) -> list[str]:
    """What the access log tells of keys, oldest first: how each change ended, when it was told that it began."""
    found = access_log.between(session.db, session.now(), session.now().replace(year=2030))
    keys = [line for line in reversed(found) if line.purpose.startswith(("slot.", "file_key."))]
    begun, ended = keys[::2], keys[1::2]
    assert {line.outcome for line in begun} <= {"begun"}
    assert [line.purpose for line in begun] == [line.purpose for line in ended]
    return [line.purpose if line.outcome == "ok" else f"{line.purpose}: {line.outcome}" for line in ended]


def kinds(session: Session) -> list[str]:
    return [way.kind for way in keyholding.overview(session).ways]


@pytest.fixture
def session(make_session: MakeSession) -> Session:
    return make_session("worker")


@pytest.fixture
def employer() -> tuple[str, bytes, str]:
    """Code, public file and fingerprint."""
    return keyholding.make_employer_key(" Buurtzorg  Jong ", TUESDAY)


class TestOverview:
    def test_a_new_file_has_a_passphrase_and_says_why_there_is_no_keyring(self, session: Session) -> None:
        view = keyholding.overview(session)

        assert [(way.kind, way.made, way.worked) for way in view.ways] == [("passphrase", session.now(), None)]
        assert view.of("recovery") == ()
        assert view.keyring == "keyring.none"
        assert keyholding.ways(session.folder) == ("passphrase",)

    def test_a_keyring_to_trust_is_seen(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(keyring_access, "system_keyring", FakeKeyring)
        assert keyholding.overview(session).keyring == ""

    def test_who_lacks_the_passphrase_is_told_what_to_fetch(self, session: Session) -> None:
        assert keyholding.next_way(session.folder, ("passphrase",)).code == "ways.none"
        sheet = keyholding.begin_recovery(session)
        keyholding.finish_recovery(session, sheet, sheet.code, PASSPHRASE)
        assert keyholding.next_way(session.folder, ("passphrase",)).code == "ways.recovery"
        assert keyholding.ways(session.folder) == ("passphrase", "recovery")


class TestRecovery:
    def test_a_code_counts_once_it_was_typed_back(self, session: Session) -> None:
        sheet = keyholding.begin_recovery(session)
        assert (sheet.owner, sheet.profile, sheet.made) == ("Sanne de Vries", session.folder.name, TUESDAY)
        assert kinds(session) == ["passphrase"]
        keyholding.finish_recovery(session, sheet, sheet.code.lower(), PASSPHRASE)

        assert kinds(session) == ["passphrase", "recovery"]
        assert slots.unlock(session.folder, "recovery", sheet.code) == session.key
        assert purposes(session) == ["slot.added"]

    def test_a_new_sheet_takes_the_place_of_the_old_one(self, session: Session) -> None:
        first, second = keyholding.begin_recovery(session), keyholding.begin_recovery(session)
        keyholding.finish_recovery(session, first, first.code, PASSPHRASE)
        assert (
            refusal(lambda: keyholding.finish_recovery(session, second, first.code, PASSPHRASE))
            == "recovery.other_sheet"
        )
        assert (
            refusal(lambda: keyholding.finish_recovery(session, second, second.code[:-1], PASSPHRASE)) == "paper.length"
        )
        assert slots.unlock(session.folder, "recovery", first.code) == session.key
        keyholding.finish_recovery(session, second, second.code, PASSPHRASE)

        assert kinds(session) == ["passphrase", "recovery"]
        assert slots.unlock(session.folder, "recovery", second.code) == session.key
        assert refusal(lambda: slots.unlock(session.folder, "recovery", first.code)) == "file.recovery_wrong"
        assert purposes(session) == ["slot.added", "slot.added", "slot.removed"]

    def test_the_sheet_is_one_page_to_print(self, session: Session) -> None:
        paper = key_sheets.recovery_paper(session, keyholding.begin_recovery(session))
        assert page_count(paper.pdf) == 1
        assert paper.file_name == "herstelblad.pdf"

    def test_after_coming_in_with_paper_a_new_passphrase_takes_the_old_ones_place(self, session: Session) -> None:
        session = replace(session, way="recovery")
        assert refusal(lambda: keyholding.set_passphrase_after_recovery(session, "kort")) == "passphrase.short"
        keyholding.set_passphrase_after_recovery(session, NEW)

        assert slots.unlock_with_passphrase(session.folder, NEW) == session.key
        assert refusal(lambda: slots.unlock_with_passphrase(session.folder, PASSPHRASE)) == "file.passphrase_wrong"
        assert kinds(session) == ["passphrase"]

    @pytest.mark.parametrize("way", ["", "passphrase", "keyring"])
    def test_at_a_desk_that_was_not_opened_by_paper_nobody_takes_another_one_without_the_old(
        self, session: Session, way: str
    ) -> None:
        desk = replace(session, way=way)
        told = refusal(lambda: keyholding.set_passphrase_after_recovery(desk, NEW))

        assert told == "passphrase.not_by_paper"
        assert slots.unlock_with_passphrase(session.folder, PASSPHRASE) == session.key
        assert purposes(session) == []


@pytest.mark.parametrize("typed", ["een verkeerde wachtzin", ""])
def test_who_does_not_know_the_passphrase_changes_no_way_in(
    session: Session, employer: tuple[str, bytes, str], typed: str
) -> None:
    """A passer-by at an open desk."""
    sheet, newer = keyholding.begin_recovery(session), keyholding.begin_recovery(session)
    keyholding.finish_recovery(session, sheet, sheet.code, PASSPHRASE)
    before, told = slots.slots(session.folder), purposes(session)
    paper = keyholding.overview(session).of("recovery")[0].id

    acts: tuple[Callable[[], object], ...] = (
        lambda: keyholding.finish_recovery(session, newer, newer.code, typed),
        lambda: keyholding.add_employer(session, employer[1], employer[2], typed),
        lambda: keyholding.add_keyring(session, typed, mine_alone=True, ring=FakeKeyring()),
        lambda: keyholding.remove(session, paper, typed),
        lambda: keyholding.change_passphrase(session, typed, NEW),
        lambda: keyholding.change_file_key(session, typed),
    )
    wanted = "file.passphrase_wrong" if typed else "passphrase.empty"
    assert [refusal(act) for act in acts] == [wanted] * len(acts)

    assert slots.slots(session.folder) == before
    assert purposes(session) == told
    assert wrong_tries.count(session.folder, "passphrase") == (len(acts) if typed else 0)


class TestEmployer:
    def test_the_fingerprint_heard_from_the_paper_adds_the_employer(
        self, session: Session, employer: tuple[str, bytes, str]
    ) -> None:
        code, public, fingerprint = employer
        seen = keyholding.read_employer_key(session, public)
        assert (seen.employer, seen.made) == ("Buurtzorg Jong", TUESDAY)
        keyholding.add_employer(session, public, fingerprint.lower().replace(" ", "-"), PASSPHRASE)

        (way,) = keyholding.overview(session).of("employer")
        assert way.holder == "Buurtzorg Jong"
        assert slots.unlock(session.folder, "employer", code) == session.key
        assert refusal(lambda: keyholding.add_employer(session, public, fingerprint, PASSPHRASE)) == "employer.already"

    def test_another_fingerprint_adds_nothing(self, session: Session, employer: tuple[str, bytes, str]) -> None:
        """Somebody changed the file on its way here."""
        _, swapped, _ = keyholding.make_employer_key("Buurtzorg Jong", TUESDAY)
        told = refusal(lambda: keyholding.add_employer(session, swapped, employer[2], PASSPHRASE))
        assert told == "employer.other_fingerprint"
        assert kinds(session) == ["passphrase"]
        assert purposes(session) == []

    def test_an_employer_has_a_name(self) -> None:
        assert refusal(lambda: keyholding.make_employer_key("  ", TUESDAY)) == "employer.name_missing"


class TestKeyring:
    def test_it_is_only_for_an_account_that_is_ones_own(self, session: Session) -> None:
        ring = FakeKeyring()
        assert (
            refusal(lambda: keyholding.add_keyring(session, PASSPHRASE, mine_alone=False, ring=ring))
            == "keyring.shared"
        )
        assert refusal(lambda: keyholding.add_keyring(session, PASSPHRASE, mine_alone=True)) == "keyring.none"
        assert kinds(session) == ["passphrase"]

    def test_it_opens_is_tried_replaced_and_removed(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        ring = FakeKeyring()
        monkeypatch.setattr(keyring_access, "system_keyring", lambda: ring)
        keyholding.add_keyring(session, PASSPHRASE, mine_alone=True)
        first = keyholding.overview(session).of("keyring")[0]
        keyholding.add_keyring(session, PASSPHRASE, mine_alone=True)
        (second,) = keyholding.overview(session).of("keyring")
        assert second.id != first.id
        assert len(ring.kept) == 1
        keyholding.try_slot(session, second.id, "")
        assert keyholding.overview(session).of("keyring")[0].worked == session.now()
        keyholding.remove(session, second.id, PASSPHRASE)

        assert ring.kept == {}
        assert kinds(session) == ["passphrase"]
        assert purposes(session) == ["slot.added", "slot.added", "slot.removed", "slot.removed"]

    def test_a_locked_keyring_changes_nothing(self, session: Session) -> None:
        ring = FakeKeyring()
        ring.locked = True
        assert (
            refusal(lambda: keyholding.add_keyring(session, PASSPHRASE, mine_alone=True, ring=ring)) == "keyring.locked"
        )
        assert purposes(session) == ["slot.added: keyring.locked"]


class TestTryingAndRemoving:
    def test_a_sheet_is_tried_and_that_is_kept(self, session: Session) -> None:
        sheet = keyholding.begin_recovery(session)
        keyholding.finish_recovery(session, sheet, sheet.code, PASSPHRASE)
        (way,) = keyholding.overview(session).of("recovery")
        assert way.worked is None
        wrong = refusal(lambda: keyholding.try_slot(session, way.id, paper_keys.new_code()))
        assert wrong == "file.recovery_wrong"
        assert wrong_tries.count(session.folder, "recovery") == 1
        keyholding.try_slot(session, way.id, sheet.code)
        assert keyholding.overview(session).of("recovery")[0].worked == session.now()
        lines = [one.event for one in access_log.after_row(session.db, 0)]
        assert [one.outcome for one in lines if one.purpose == "key.tried"] == ["ok"]

    def test_the_passphrase_stays_and_the_rest_may_go(self, session: Session) -> None:
        sheet = keyholding.begin_recovery(session)
        keyholding.finish_recovery(session, sheet, sheet.code, PASSPHRASE)
        typed, paper = keyholding.overview(session).ways
        assert refusal(lambda: keyholding.remove(session, typed.id, PASSPHRASE)) == "slot.passphrase_stays"
        keyholding.remove(session, paper.id, PASSPHRASE)
        keyholding.remove(session, "al weg", PASSPHRASE)
        assert kinds(session) == ["passphrase"]


class TestPassphrase:
    def test_another_passphrase_opens_the_file_from_then_on(self, session: Session) -> None:
        keyholding.change_passphrase(session, PASSPHRASE, NEW)
        assert slots.unlock_with_passphrase(session.folder, NEW) == session.key
        assert purposes(session) == ["slot.changed"]

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            (PASSPHRASE, "kort", "passphrase.short"),
            (PASSPHRASE, "sanne de vries", "passphrase.weak"),
            ("een verkeerde wachtzin", NEW, "file.passphrase_wrong"),
        ],
    )
    def test_one_that_cannot_be_taken_says_why(self, session: Session, old: str, new: str, code: str) -> None:
        assert refusal(lambda: keyholding.change_passphrase(session, old, new)) == code
        assert slots.unlock_with_passphrase(session.folder, PASSPHRASE) == session.key
        assert purposes(session) == []

    def test_it_is_judged_with_what_is_known_of_the_person(self, session: Session) -> None:
        assert not keyholding.judge(session, "sanne de vries").good
        assert keyholding.judge(session, NEW).good


def write(session: Session, name: str) -> None:
    with connection.transaction(session.db):
        rows.put(session.db, Site(name, name))


class TestFileKey:
    def test_another_key_while_the_person_works_on(self, session: Session) -> None:
        write(session, "ervoor")
        before = bytes(session.key)
        told: list[tuple[int, int]] = []
        keyholding.change_file_key(session, PASSPHRASE, progress=lambda *done: told.append(done))
        write(session, "erna")

        assert session.key != before
        assert told
        assert connection.fits(files.database_path(session.folder), bytes(session.key))
        assert {site.id for site in rows.where(session.db, Site)} >= {"ervoor", "erna"}
        assert purposes(session) == ["file_key.changed"]
        with acting(session, Intention.EDIT_DIRECTORY):
            pass

    def test_the_mark_beside_the_file_and_the_next_copy_follow_the_new_key(
        self, session: Session, tmp_path: Path
    ) -> None:
        write(session, "ervoor")
        copies.backup(session.db, session.key, session.folder, tmp_path / "eerste", session.now())
        keyholding.change_file_key(session, PASSPHRASE)
        mark = Watermark(session.folder, bytes(session.key)).read()
        assert mark is not None
        assert watermark.missing(session.db, mark) is None
        write(session, "erna")
        copies.backup(session.db, session.key, session.folder, tmp_path / "tweede", session.now())
        copy = connection.open_beside(tmp_path / "tweede", copies.unlock_copy(tmp_path / "tweede", PASSPHRASE))
        assert {site.id for site in rows.where(copy, Site)} >= {"ervoor", "erna"}
        connection.close(copy)

    def test_after_a_failing_disk_it_goes_on_with_the_new_key(self, session: Session) -> None:
        keyholding.change_file_key(session, PASSPHRASE)
        write(session, "ervoor")
        failed: Any = session.db.conn
        failed.spoiled = True
        write(session, "erna")
        assert session.db.conn is not failed
        assert {site.id for site in rows.where(session.db, Site)} >= {"ervoor", "erna"}

    def test_a_wrong_passphrase_changes_nothing(self, session: Session) -> None:
        before = bytes(session.key)
        assert refusal(lambda: keyholding.change_file_key(session, "verkeerd")) == "file.passphrase_wrong"
        assert session.key == before
        write(session, "erna")
        assert purposes(session) == []

    def test_when_it_fails_the_person_works_on_with_the_old_key(
        self, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = bytes(session.key)
        monkeypatch.setattr(renewal, "_same", lambda *_: False)
        assert refusal(lambda: keyholding.change_file_key(session, PASSPHRASE)) == "key.not_verified"
        assert session.key == before
        write(session, "erna")
        assert purposes(session) == ["file_key.changed: key.not_verified"]

    def test_a_copy_being_made_is_waited_for_by_the_person(self, session: Session) -> None:
        other = connection.open_beside(files.database_path(session.folder), bytes(session.key))
        other.execute("SELECT count(*) FROM meta").fetchall()
        other.execute("PRAGMA busy_timeout = 0")
        assert refusal(lambda: keyholding.change_file_key(session, PASSPHRASE)) == "file.in_use"
        connection.close(other)
        write(session, "erna")

    def test_the_file_opens_with_the_same_passphrase_afterwards(
        self, make_session: MakeSession, tmp_path: Path
    ) -> None:
        session = make_session("worker")
        keyholding.change_file_key(session, PASSPHRASE)
        key = slots.unlock_with_passphrase(tmp_path / "worker-0", PASSPHRASE)
        assert key == session.key
        assert profiles.exists(session.folder)
