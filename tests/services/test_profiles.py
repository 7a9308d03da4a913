"""A profile: made once, opened with its passphrase, by one program at a time."""

from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services import keyholding, profiles, spaces
from gpconnect.storage import access_log, erasure, files, guard, renewal
from gpconnect.storage.connection import transaction
from gpconnect.storage.erasure import RefusedKey
from gpconnect.sync.keys import DossierKey, SpaceKeys
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock


def test_a_profile_opens_again_as_the_same_person_on_the_same_device(tmp_path: Path, clock: Clock) -> None:
    made = profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    device = made.session.device
    made.close()

    again = profiles.open_profile(tmp_path / "sanne", PASSPHRASE, now=clock)

    assert again.session.actor == PEOPLE["worker"]
    assert again.session.device == device
    again.close()


def test_a_key_that_was_destroyed_is_let_go_at_opening(tmp_path: Path, clock: Clock) -> None:
    """A file that was put back from a copy still has it."""
    made = profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    space, db = made.session.team_space, made.session.db
    gone, stays = DossierKey.generate("a"), DossierKey.generate("b")
    with transaction(db):
        spaces.join(db, space)
        spaces.put_keys(db, SpaceKeys(space).with_dossier(gone, stays))
        erasure.refuse_keys(db, [RefusedKey(space, gone.key_id, 1, whole=True)])
    made.close()

    again = profiles.open_profile(tmp_path / "sanne", PASSPHRASE, now=clock)

    assert list(spaces.space_keys(again.session.db, space).dossiers) == [stays.key_id]
    again.close()


def test_a_short_passphrase_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refusal:
        profiles.create(tmp_path / "sanne", "kort", PEOPLE["worker"], cost=CHEAP)

    assert refusal.value.code == "passphrase.short"
    assert not (tmp_path / "sanne").exists()


def test_a_passphrase_that_is_soon_guessed_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refusal:
        profiles.create(tmp_path / "sanne", "zaltbommel2026", PEOPLE["worker"], cost=CHEAP)

    assert refusal.value.code == "passphrase.weak"
    assert not (tmp_path / "sanne").exists()


@pytest.mark.parametrize(("passphrase", "code"), [("een verkeerde wachtzin", "file.passphrase_wrong")])
def test_a_wrong_passphrase_says_so_and_the_right_one_still_opens(tmp_path: Path, passphrase: str, code: str) -> None:
    profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], cost=CHEAP).close()

    with pytest.raises(KnownError) as refusal:
        profiles.open_profile(tmp_path / "sanne", passphrase)

    assert refusal.value.code == code
    profiles.open_profile(tmp_path / "sanne", PASSPHRASE).close()


def test_two_programs_cannot_have_one_profile(tmp_path: Path) -> None:
    first = profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], cost=CHEAP)

    with pytest.raises(KnownError) as refusal:
        profiles.open_profile(tmp_path / "sanne", PASSPHRASE)

    assert refusal.value.code == "file.in_use"
    first.close()


def test_a_folder_without_a_profile_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refusal:
        profiles.open_profile(tmp_path, PASSPHRASE)

    assert refusal.value.code == "file.missing"
    assert not profiles.exists(tmp_path)


def test_making_a_profile_where_one_is_leaves_it_alone(tmp_path: Path) -> None:
    profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], cost=CHEAP).close()

    with pytest.raises(KnownError):
        profiles.create(tmp_path / "sanne", "een andere wachtzin", PEOPLE["gp"], cost=CHEAP)

    profiles.open_profile(tmp_path / "sanne", PASSPHRASE).close()


def test_a_sheet_of_paper_opens_the_profile_and_that_is_on_record(tmp_path: Path, clock: Clock) -> None:
    made = profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    sheet = keyholding.begin_recovery(made.session)
    keyholding.finish_recovery(made.session, sheet, sheet.code, PASSPHRASE)
    made.close()

    again = profiles.open_profile(tmp_path / "sanne", sheet.code, way="recovery", now=clock)

    told = access_log.between(again.session.db, clock.at, clock.at.replace(year=2027))
    assert told[0].purpose == "opened.recovery"
    assert again.session.way == "recovery"
    again.close()


def test_wrong_codes_from_paper_are_on_record_too(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "sanne"
    made = profiles.create(folder, PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    sheet = keyholding.begin_recovery(made.session)
    keyholding.finish_recovery(made.session, sheet, sheet.code, PASSPHRASE)
    _, public, fingerprint = keyholding.make_employer_key("Buurtzorg Jong", clock().date())
    keyholding.add_employer(made.session, public, fingerprint, PASSPHRASE)
    row = access_log.last_row(made.session.db)
    made.close()
    other, _, _ = keyholding.make_employer_key("Een ander", clock().date())
    for secret, way in (
        (keyholding.begin_recovery(made.session).code, "recovery"),
        (sheet.code[:-1], "recovery"),  # not whole: a slip of the fingers, not a try
        (other, "employer"),
        (other, "employer"),
    ):
        with pytest.raises(KnownError):
            profiles.open_profile(folder, secret, way=way, now=clock)

    again = profiles.open_profile(folder, PASSPHRASE, now=clock)
    told = [line.event for line in access_log.after_row(again.session.db, row)]
    assert [(line.outcome, line.detail) for line in told if line.type == "login_failed"] == [
        ("file.recovery_wrong", f"recovery 1 {clock().isoformat()}"),
        ("file.employer_wrong", f"employer 2 {clock().isoformat()}"),
    ]
    again.close()


def test_the_keyring_of_a_computer_without_one_opens_nothing(tmp_path: Path) -> None:
    profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], cost=CHEAP).close()

    with pytest.raises(KnownError) as refusal:
        profiles.open_profile(tmp_path / "sanne", "", way="keyring")

    assert refusal.value.code == "keyring.none"
    profiles.open_profile(tmp_path / "sanne", PASSPHRASE).close()


def test_a_profile_is_made_whole_or_can_be_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program dies when all but the name of the file stands."""
    real = Path.replace

    def die(self: Path, target: Path) -> Path:
        if Path(target).name == files.DATABASE:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        profiles.create(tmp_path, PASSPHRASE, PEOPLE["worker"], cost=CHEAP)
    monkeypatch.undo()

    profiles.create(tmp_path, PASSPHRASE, PEOPLE["worker"], cost=CHEAP).close()
    again = profiles.open_profile(tmp_path, PASSPHRASE)
    assert again.session.actor == PEOPLE["worker"]
    again.close()


def test_after_a_hundred_wrong_passphrases_the_right_one_opens(tmp_path: Path) -> None:
    profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], cost=CHEAP).close()

    for number in range(100):
        with pytest.raises(KnownError, match=r"file.passphrase_wrong"):
            profiles.open_profile(tmp_path / "sanne", f"verkeerd {number}")

    profiles.open_profile(tmp_path / "sanne", PASSPHRASE).close()


def test_what_a_crash_left_half_made_goes_at_the_next_opening(tmp_path: Path) -> None:
    profiles.create(tmp_path / "sanne", PASSPHRASE, PEOPLE["worker"], cost=CHEAP).close()
    half = tmp_path / "sanne" / renewal.RENEWED
    half.write_bytes(b"half a file")

    profiles.open_profile(tmp_path / "sanne", PASSPHRASE).close()

    assert not half.exists()


def test_when_it_closes_no_copy_of_the_key_that_we_hold_is_left(tmp_path: Path, clock: Clock) -> None:
    """Under another key too: what stood beside the file held the one before."""
    profile = profiles.create(tmp_path / "p", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    first = guard.of(profile.session.db)
    keyholding.change_file_key(profile.session, PASSPHRASE)
    second = guard.of(profile.session.db)
    assert first is not None
    assert second is not None
    assert second._erased._key == profile.session.key
    assert not any(first._erased._key)
    profile.close()
    assert not any(second._erased._key)
    assert not any(profile.session.key)
