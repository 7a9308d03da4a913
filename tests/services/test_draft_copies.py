"""What somebody is writing, found again on their other laptop and by nobody else; over a real hub."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from gpconnect.domain.notes import NoteDraft, SealedDraft
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import access, draft_copies, enrolling, keeping, notes, profiles, recovery_keys, removing
from gpconnect.services.acting import acting
from gpconnect.services.recovery_keys import NewKey
from gpconnect.services.session import Session
from gpconnect.storage import checks, connection, operations, rows
from gpconnect.storage import keys as key_store
from gpconnect.sync.refusals import RefusedError
from gpconnect.sync.sealed_drafts import SealedFor, open_draft
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, PRACTICE, Clock, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.drafts_help import TYPED, Two, a_draft, are_of_one_person, found, travel, two, write
from tests.services.erasing_help import destroyed, plain, wire
from tests.services.joining_help import HUB, founded, new_file
from tests.services.online import Wire, sync
from tests.services.test_recovery_keys import paper, with_paper

__all__ = ["two", "wire"]


def test_a_draft_is_on_the_other_laptop_after_a_quarter_of_an_hour(two: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    draft = a_draft(first)
    clock.forward(minutes=10)
    sync(first, second, wire=wire)
    assert found(second) == {}

    travel(clock, first, second, wire=wire)

    (line,) = notes.my_drafts(second)
    assert (line.draft.id, line.draft.answers, line.elsewhere) == (draft, {"request": TYPED}, True)
    assert line.draft.saved_at == notes.my_drafts(first)[0].draft.saved_at
    assert not notes.my_drafts(first)[0].elsewhere
    before = operations.of_record(first.db, "sealed_draft", rows.where(first.db, SealedDraft)[0].id)
    travel(clock, first, second, wire=wire)
    assert operations.of_record(first.db, "sealed_draft", before[0].record) == before, "nothing new, nothing sent"


def test_nobody_else_of_the_team_can_open_it(two: Two, team: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    _, joris = team
    a_draft(first)
    travel(clock, first, second, joris, wire=wire)

    (record,) = rows.where(joris.db, SealedDraft)
    assert set(record.wraps) == {first.device, second.device}
    assert found(joris) == {}
    assert TYPED.encode() not in plain(joris)
    sealed = SealedFor(draft_copies._bytes(record.sealed), dict.fromkeys(record.wraps, b""))
    with pytest.raises(RefusedError, match=r"draft\.not_for_us"):
        open_draft(sealed, joris.team_space, record.id, profiles.device_keys(joris.db))
    stolen = SealedFor(sealed.sealed, {joris.device: draft_copies._bytes(record.wraps[second.device])})
    with pytest.raises(RefusedError, match=r"seal\.broken"):
        open_draft(stolen, joris.team_space, record.id, profiles.device_keys(joris.db))


def test_what_goes_on_elsewhere_takes_the_place_of_what_was_left_behind(two: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    draft = a_draft(first)
    travel(clock, first, second, wire=wire)
    write(second, draft, "Slaapt nu beter")

    travel(clock, second, first, wire=wire)

    assert found(first) == found(second) == {draft: "Slaapt nu beter"}
    assert [one.elsewhere for one in notes.my_drafts(first)] == [True]
    write(first, draft, "En weer slechter")
    travel(clock, first, second, wire=wire)
    assert found(first) == found(second) == {draft: "En weer slechter"}


def test_both_are_kept_when_both_changed(two: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    draft = a_draft(first)
    travel(clock, first, second, wire=wire)
    write(first, draft, "Op de eerste")
    write(second, draft, "Op de tweede")

    travel(clock, first, second, first, second, wire=wire)

    for session, own in ((first, "Op de eerste"), (second, "Op de tweede")):
        assert found(session)[draft] == own
        assert sorted(found(session).values()) == ["Op de eerste", "Op de tweede"]
    write(first, draft, "Op de eerste, verder")
    travel(clock, first, second, wire=wire)
    assert sorted(found(second).values()) == ["Op de eerste, verder", "Op de tweede"], "and it follows"


def test_who_signs_the_version_beside_their_own_lets_it_go_where_it_was_written(
    two: Two, clock: Clock, wire: Wire
) -> None:
    first, second = two
    draft = a_draft(first)
    travel(clock, first, second, wire=wire)
    write(first, draft, "Op de eerste")
    write(second, draft, "Op de tweede")
    travel(clock, first, second, wire=wire)
    (beside,) = set(found(second)) - {draft}

    notes.throw_away(second, beside)
    travel(clock, second, first, wire=wire)

    assert found(second) == {draft: "Op de tweede"}
    assert found(first) == {draft: "Op de tweede"}


@pytest.mark.parametrize("ends_on", [0, 1])
def test_it_is_gone_everywhere_once_it_was_signed_or_thrown_away(
    two: Two, clock: Clock, wire: Wire, ends_on: int
) -> None:
    first, second = two
    draft = a_draft(first)
    travel(clock, first, second, wire=wire)

    notes.throw_away(two[ends_on], draft)
    travel(clock, two[ends_on], two[1 - ends_on], wire=wire)

    assert found(first) == found(second) == {}
    travel(clock, first, second, first, wire=wire)
    assert found(first) == found(second) == {}


def test_what_was_written_after_it_was_signed_elsewhere_stays(two: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    draft = a_draft(first)
    travel(clock, first, second, wire=wire)
    notes.throw_away(second, draft)
    clock.forward(minutes=1)
    write(first, draft, "Nog iets bedacht")

    travel(clock, second, first, second, wire=wire)

    assert found(first) == found(second) == {draft: "Nog iets bedacht"}


def test_taking_it_back_after_throwing_it_away_brings_it_back_elsewhere(two: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    draft = a_draft(first)
    (line,) = notes.my_drafts(first)
    travel(clock, first, second, wire=wire)
    notes.throw_away(first, draft)
    notes.save_draft(first, line.draft)

    travel(clock, first, second, wire=wire)

    assert found(second) == {draft: TYPED}


def test_what_came_in_while_somebody_typed_in_the_same_draft_is_kept_beside_it(
    two: Two, clock: Clock, wire: Wire
) -> None:
    first, second = two
    draft = a_draft(first)
    _, open_page = notes.open_draft(first, draft)
    travel(clock, first, second, wire=wire)
    write(second, draft, "Op de tweede")
    travel(clock, second, first, wire=wire)

    notes.save_draft(first, replace(open_page.draft, answers={"request": "Op het open scherm"}))

    assert sorted(found(first).values()) == ["Op de tweede", "Op het open scherm"]
    travel(clock, first, second, wire=wire)
    assert sorted(found(second).values()) == ["Op de tweede", "Op het open scherm"]


def test_a_device_that_was_put_out_gets_no_new_ones(two: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    draft = a_draft(first)
    travel(clock, first, second, wire=wire)
    removing.remove_device(first, second.device)
    write(first, draft, "Alleen nog hier")
    travel(clock, first, wire=wire)

    (record,) = rows.where(first.db, SealedDraft)
    last = operations.of_record(first.db, "sealed_draft", record.id)
    assert len(last) == 1, "there is nobody left to seal it to"
    assert found(second) == {draft: TYPED}


def test_a_laptop_that_comes_later_finds_what_is_being_written(
    two: Two, clock: Clock, wire: Wire, tmp_path: Path
) -> None:
    first, second = two
    draft = a_draft(first)
    travel(clock, first, second, wire=wire)
    profile = profiles.create(tmp_path / "third", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    enrolling.admit(first, first.team_space, [enrolling.device_card(profile.session)])
    enrolling.follow(profile.session, [first.team_space])
    travel(clock, first, profile.session, first, profile.session, wire=wire)
    assert found(profile.session) == {}, "nobody said yet that it is hers"
    are_of_one_person(first, profile.session)

    travel(clock, first, profile.session, first, profile.session, wire=wire)

    assert found(profile.session) == {draft: TYPED}
    profile.close()


def come_back(new: Session, sheet: NewKey, wire: Wire, name: str) -> None:
    """A new computer is let in with the paper; nothing came in yet."""
    hub = with_paper(sheet, wire)
    seen = recovery_keys.look(hub, f"{sheet.code} {sheet.name}")
    member = recovery_keys.new_member(new, seen, seen.people[0].staff)
    recovery_keys.let_in(hub, seen, member)
    recovery_keys.settle(new, seen, member, name, f"{HUB}/")


@pytest.fixture
def new(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """A computer that was just bought."""
    profile = new_file(tmp_path / "new", clock)
    yield profile.session
    profile.close()


@pytest.fixture
def burnt(make_session: MakeSession, wire: Wire) -> Session:
    """The only laptop of a team."""
    session = make_session("worker")
    enrolling.found(session, session.team_space)
    sync(session, wire=wire)
    return session


def test_paper_and_hub_bring_back_what_was_being_written(
    burnt: Session, new: Session, wire: Wire, clock: Clock
) -> None:
    sheet = paper(burnt, burnt.team_space, wire)
    draft = a_draft(burnt)
    travel(clock, burnt, wire=wire)
    come_back(new, sheet, wire, "Sanne de Vries")

    sync(new, wire=wire)

    assert found(new) == {draft: TYPED}
    assert key_store.secret_blobs(new.db, draft_copies.PAPER) == {}, "the key on the paper stays on paper"


def test_where_no_drafts_are_the_key_on_the_paper_never_comes_into_the_file(
    make_session: MakeSession, new: Session, wire: Wire
) -> None:
    practice = founded(make_session("gp"), PRACTICE, wire=wire)
    come_back(new, paper(practice, PRACTICE, wire), wire, "dr. Peters")
    assert key_store.secret_blobs(new.db, draft_copies.PAPER) == {}


def test_a_key_that_an_older_program_kept_for_a_practice_goes_after_a_whole_round(
    make_session: MakeSession, wire: Wire
) -> None:
    practice = founded(make_session("gp"), PRACTICE, wire=wire)
    key_store.put_secret_blob(practice.db, draft_copies.PAPER + PRACTICE, bytes(64))
    sync(practice, wire=wire)
    assert key_store.secret_blobs(practice.db, draft_copies.PAPER) == {}


@pytest.mark.parametrize("days", [8, -8])
def test_the_key_on_the_paper_waits_for_a_parked_parcel_a_week_at_most(
    burnt: Session, new: Session, wire: Wire, clock: Clock, days: int
) -> None:
    come_back(new, paper(burnt, burnt.team_space, wire), wire, "Sanne de Vries")
    space = burnt.team_space
    new.db.execute(
        "INSERT INTO parcel_in VALUES (?, 99999, x'', x'', '[]', '', ?, 'parked', 'epoch.missing')",
        (space, new.now().isoformat()),
    )
    draft_copies.take_in(new, whole=True)
    assert set(key_store.secret_blobs(new.db, draft_copies.PAPER)) == {draft_copies.PAPER + space}

    clock.forward(days=days)
    draft_copies.take_in(new, whole=False)

    assert key_store.secret_blobs(new.db, draft_copies.PAPER) == {}


def test_the_key_on_the_paper_stays_out_of_a_copy_that_is_made_before_the_first_round(
    burnt: Session, new: Session, wire: Wire, tmp_path: Path
) -> None:
    come_back(new, paper(burnt, burnt.team_space, wire), wire, "Sanne de Vries")
    (key,) = key_store.secret_blobs(new.db, draft_copies.PAPER).values()

    keeping.back_up(new, tmp_path / "kopie")

    copied = connection.open_beside(tmp_path / "kopie", bytes(new.key), writable=False)
    with closing(copied.conn):
        assert key_store.secret_blobs(copied, draft_copies.PAPER) == {}
        kept = [data for (data,) in copied.execute("SELECT data FROM secret_blob").fetchall()]
    assert key not in kept
    assert len(kept) == new.db.execute("SELECT count(*) FROM secret_blob").fetchone()[0] - 1
    assert list(key_store.secret_blobs(new.db, draft_copies.PAPER).values()) == [key], "the round that needs it comes"
    assert checks.verify(tmp_path / "kopie", bytes(new.key)).codes == ()


def test_it_dies_with_the_dossier(two: Two, team: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    child = a_dossier(first)
    a_draft(first, child=child)
    travel(clock, first, second, team[1], wire=wire)
    destroyed(team, wire, clock, child)
    sync(first, second, wire=wire)

    for session in (first, second, team[1]):
        assert rows.where(session.db, SealedDraft) == []
        assert operations.of_dossier(session.db, child) == []
    assert found(second) == {}
    assert rows.where(second.db, NoteDraft) == []


def test_a_colleague_cannot_put_a_draft_among_mine(two: Two, team: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    _, joris = team
    draft = a_draft(first)
    travel(clock, first, second, joris, wire=wire)
    (record,) = rows.where(joris.db, SealedDraft)
    with acting(joris, Intention.WRITE_NOTE) as action:
        action.write(replace(record, wraps={}, sealed="", gone=True), "ended")

    travel(clock, joris, second, first, wire=wire)

    assert found(first) == found(second) == {draft: TYPED}


def test_a_draft_about_no_child_travels_too(two: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    draft = replace(notes.open_patient(first, a_dossier(first))[1].draft, id="9d" * 16, patient_id="")
    notes.save_draft(first, replace(draft, answers={"request": "Een vraag van de huisarts"}))
    travel(clock, first, second, wire=wire)
    assert found(second) == {draft.id: "Een vraag van de huisarts"}


def test_the_family_is_told_nothing_of_a_draft_that_the_program_carries(two: Two, clock: Clock, wire: Wire) -> None:
    from gpconnect.storage import access_log

    first, second = two
    child = a_dossier(first)
    a_draft(first, child=child)
    before = len(access_log.of_patient(first.db, child))
    travel(clock, first, second, wire=wire)
    assert len(access_log.of_patient(first.db, child)) == before


def test_a_draft_that_is_too_long_to_travel_stays_here_says_so_and_stops_nothing(
    two: Two, clock: Clock, wire: Wire
) -> None:
    first, second = two
    long = a_draft(first, "w" * 250_000)
    short = a_draft(first, child=a_dossier(first, "Roos"))

    travel(clock, first, second, wire=wire)

    assert found(second) == {short: TYPED}
    assert {one.draft.id: one.too_long for one in notes.my_drafts(first)} == {long: True, short: False}
    write(first, long, "Korter")
    travel(clock, first, second, wire=wire)
    assert found(second) == {short: TYPED, long: "Korter"}
    assert not any(one.too_long for one in notes.my_drafts(first))


def test_whoever_has_no_other_device_is_not_told_that_a_draft_is_too_long(worker: Session) -> None:
    a_draft(worker, "w" * 250_000)
    assert [one.too_long for one in notes.my_drafts(worker)] == [False]


def test_a_draft_in_a_dossier_that_is_kept_from_its_author_stops_nothing_also_in_an_emergency(
    two: Two, team: Two, clock: Clock, wire: Wire
) -> None:
    first, second = two
    _, joris = team
    child = a_dossier(joris)
    sync(joris, first, second, wire=wire)
    a_draft(first, child=child)
    other = a_draft(first, child=a_dossier(first, "Roos"))
    with acting(joris, Intention.RESTRICT_DOSSIER) as action:
        patient = rows.require(joris.db, Patient, child)
        action.write(replace(patient, case_lead=joris.actor.staff_id, restricted_to=(joris.actor.staff_id,)))
    sync(joris, first, wire=wire)
    access.open_in_emergency(first, child, "Moeder belt in nood")

    travel(clock, first, second, wire=wire)

    assert found(second) == {other: TYPED}
