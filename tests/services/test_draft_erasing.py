"""What becomes of a draft when part of its dossier is erased: it goes on, under the new key."""

import pytest

from gpconnect.domain.erasure import Erasure
from gpconnect.domain.notes import SealedDraft
from gpconnect.services import erasing, notes, retention, syncing
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, erasure, operations, rows
from tests.services.conftest import Clock
from tests.services.dossier_help import a_dossier
from tests.services.drafts_help import TYPED, Two, a_draft, found, travel, two
from tests.services.erasing_help import a_note, ask, destroyed, wire
from tests.services.online import Wire, sync

__all__ = ["two", "wire"]


@pytest.fixture
def joris(team: Two) -> Session:
    """A colleague in the team, who erases what the family asks."""
    return team[1]


def erased(child: str, note: str, joris: Session, *others: Session, clock: Clock, wire: Wire) -> None:
    """Joris erases a note; these others are online when it happens."""
    asked = ask(joris, child, f"note:{note}")
    sync(joris, *others, wire=wire)
    clock.forward(days=7, minutes=1)
    erasing.destroy(joris, asked)
    sync(joris, *others, wire=wire)


def test_a_draft_that_only_the_hub_has_is_found_after_a_note_was_erased(
    two: Two, joris: Session, clock: Clock, wire: Wire
) -> None:
    first, second = two
    child = a_dossier(first)
    note = a_note(first, child, "Pimpelmees")
    sync(first, second, joris, wire=wire)
    draft = a_draft(first, child=child)
    travel(clock, first, joris, wire=wire)

    # The first laptop is not there any more; the second was off all the time.
    erased(child, note, joris, clock=clock, wire=wire)
    sync(second, wire=wire)

    assert found(second) == {draft: TYPED}
    assert conflicts.marked(second.db) == []
    assert syncing.state(second).alarms == 0


def test_a_draft_that_came_to_the_hub_in_the_same_hour_is_found_too(
    two: Two, joris: Session, clock: Clock, wire: Wire
) -> None:
    first, second = two
    child = a_dossier(first)
    note = a_note(first, child, "Pimpelmees")
    sync(first, second, joris, wire=wire)
    asked = ask(joris, child, f"note:{note}")
    sync(joris, first, second, wire=wire)
    clock.forward(days=7, minutes=1)
    draft = a_draft(first, child=child)
    travel(clock, first, wire=wire)

    erasing.destroy(joris, asked)
    sync(joris, second, wire=wire)

    assert found(second) == {draft: TYPED}


def test_a_draft_that_was_thrown_away_before_a_note_was_erased_goes_on_the_other_laptop(
    two: Two, joris: Session, clock: Clock, wire: Wire
) -> None:
    first, second = two
    child = a_dossier(first)
    note = a_note(first, child, "Pimpelmees")
    draft = a_draft(first, child=child)
    travel(clock, first, second, joris, wire=wire)
    notes.throw_away(first, draft)
    travel(clock, first, joris, wire=wire)

    erased(child, note, joris, first, clock=clock, wire=wire)
    sync(second, first, second, wire=wire)

    assert found(first) == found(second) == {}


def test_after_an_erasure_of_part_everybody_has_the_same_records_and_goes_on(
    two: Two, team: Two, clock: Clock, wire: Wire
) -> None:
    first, second = two
    child = a_dossier(first)
    note = a_note(first, child, "Pimpelmees")
    draft = a_draft(first, child=child)
    travel(clock, first, second, team[1], wire=wire)

    destroyed(team, wire, clock, child, f"note:{note}")
    travel(clock, first, second, team[1], wire=wire)

    assert found(first) == found(second) == {draft: TYPED}
    kept = [rows.where(session.db, SealedDraft) for session in (first, second, team[1])]
    assert kept[0] == kept[1] == kept[2]
    assert len(kept[0]) == 1
    for session in (first, second, team[1]):
        assert erasure.tombstones(session.db, child)
        assert operations.of_record(session.db, "note", note) == []


def test_a_draft_is_no_change_of_the_dossier_and_no_record_of_it(
    two: Two, joris: Session, clock: Clock, wire: Wire
) -> None:
    first, second = two
    child = a_dossier(first)
    sync(first, joris, wire=wire)
    changed, counted = retention.last_changes(first), erasing.overview(first, child).records
    clock.forward(days=400)
    draft = a_draft(first, child=child)
    travel(clock, first, second, joris, wire=wire)
    assert rows.where(joris.db, SealedDraft)
    notes.throw_away(first, draft)
    travel(clock, first, second, joris, wire=wire)

    for session in (first, joris):
        assert retention.last_changes(session) == changed
        assert erasing.overview(session, child).records == counted
    asked = destroyed((first, joris), wire, clock, child)
    assert rows.require(joris.db, Erasure, asked).records == counted
