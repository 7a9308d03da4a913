"""Which version of a draft goes over which: whatever the clocks say, and after a file was put back or mended."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.services import keeping, mending, notes, profiles, restoring
from gpconnect.services.draft_versions import Versions, covers, merged
from gpconnect.services.session import Session
from gpconnect.storage import connection
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.drafts_help import Two, a_draft, found, travel, two, write
from tests.services.erasing_help import wire
from tests.services.mending_help import Place
from tests.services.online import Wire

__all__ = ["two", "wire"]
VERSIONS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 3))


@given(VERSIONS, VERSIONS, VERSIONS)
def test_what_went_into_both_covers_each_and_no_more(one: Versions, other: Versions, third: Versions) -> None:
    both = merged(one, other)
    assert covers(both, one)
    assert covers(both, other)
    assert covers(third, both) == (covers(third, one) and covers(third, other))
    assert (covers(one, other) and covers(other, one)) == (one == other)


@pytest.mark.parametrize("days", [-365, -1, 365])
def test_a_clock_that_is_set_right_loses_nothing(two: Two, clock: Clock, wire: Wire, days: int) -> None:
    first, second = two
    draft = a_draft(first, "Begin")
    clock.forward(days=-days)
    write(first, draft, "Onder de verkeerde klok")
    travel(clock, first, second, wire=wire)
    clock.forward(days=days)
    write(first, draft, "En een uur werk erbij")

    travel(clock, first, second, wire=wire)

    assert found(second) == {draft: "En een uur werk erbij"}
    write(second, draft, "Verder op de tweede")
    travel(clock, second, first, wire=wire)
    assert found(first) == found(second) == {draft: "Verder op de tweede"}


def test_a_draft_that_was_begun_under_a_clock_of_next_year_travels(two: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    clock.forward(days=365)
    draft = a_draft(first, "Begin")
    clock.forward(days=-365)
    travel(clock, first, second, wire=wire)
    assert found(second) == {draft: "Begin"}


def test_what_was_written_on_both_under_a_wrong_clock_is_kept_on_both(two: Two, clock: Clock, wire: Wire) -> None:
    first, second = two
    draft = a_draft(first, "Begin")
    travel(clock, first, second, wire=wire)
    clock.forward(days=365)
    write(first, draft, "Op de eerste")
    clock.forward(days=-365)
    write(second, draft, "Op de tweede")

    travel(clock, first, second, first, wire=wire)

    for session in two:
        assert sorted(found(session).values()) == ["Op de eerste", "Op de tweede"]


@dataclass
class Earlier:
    """The first laptop with a copy of before its last hour of writing; the second has that hour too."""

    draft: str
    place: Path
    copy: Path
    second: Session
    wire: Wire
    clock: Clock

    def restored(self) -> profiles.Profile:
        here = restoring.closed(self.place, PASSPHRASE)
        restoring.restore(here, restoring.preview(here, self.copy, PASSPHRASE), self.clock())
        return self.opened()

    def opened(self) -> profiles.Profile:
        back = profiles.open_profile(self.place, PASSPHRASE, now=self.clock)
        self.wire.clients.pop(back.session.device, None)
        return back


@pytest.fixture
def earlier(two: Two, clock: Clock, wire: Wire, tmp_path: Path) -> Earlier:
    """A copy, an hour of writing that reached the hub, and then the laptop is closed."""
    first, second = two
    draft = a_draft(first, "Begin")
    travel(clock, first, second, wire=wire)
    stick = tmp_path / "stick"
    stick.mkdir()
    keeping.choose_folder(first, stick)
    keeping.run(first, keeping.copying())
    write(first, draft, "Begin en een uur werk erbij")
    travel(clock, first, second, wire=wire)
    connection.checkpoint(first.db)
    place = tmp_path / "plek"
    shutil.copytree(first.folder, place)
    return Earlier(draft, place, next(stick.glob("*.kopie")), second, wire, clock)


def test_a_copy_that_is_put_back_finds_the_newer_draft_at_the_hub(earlier: Earlier) -> None:
    back = earlier.restored()
    assert found(back.session) == {earlier.draft: "Begin"}

    travel(earlier.clock, back.session, earlier.second, back.session, wire=earlier.wire)

    assert found(back.session) == found(earlier.second) == {earlier.draft: "Begin en een uur werk erbij"}
    back.close()


def test_what_is_typed_after_a_copy_was_put_back_stands_beside_the_newer_draft(earlier: Earlier) -> None:
    back = earlier.restored()
    write(back.session, earlier.draft, "Begin, anders verder")

    travel(earlier.clock, back.session, earlier.second, back.session, earlier.second, wire=earlier.wire)

    for session in (back.session, earlier.second):
        assert sorted(found(session).values()) == ["Begin en een uur werk erbij", "Begin, anders verder"]
    back.close()


def test_what_ended_after_the_copy_goes_again_when_it_is_put_back(two: Two, earlier: Earlier) -> None:
    first, second = two
    notes.throw_away(first, earlier.draft)
    travel(earlier.clock, first, second, wire=earlier.wire)
    back = earlier.restored()

    travel(earlier.clock, back.session, second, back.session, wire=earlier.wire)

    assert found(back.session) == found(second) == {}
    back.close()


def test_what_was_too_young_to_travel_when_the_copy_was_made_and_ended_since_does_not_return(
    two: Two, clock: Clock, wire: Wire, tmp_path: Path
) -> None:
    """In the copy it stands as it was first typed; the hub heard of it afterwards, and that it ended."""
    first, second = two
    draft = a_draft(first, "Begin")
    stick = tmp_path / "stick"
    stick.mkdir()
    keeping.choose_folder(first, stick)
    keeping.run(first, keeping.copying())
    travel(clock, first, second, wire=wire)
    notes.throw_away(first, draft)
    travel(clock, first, second, wire=wire)
    connection.checkpoint(first.db)
    shutil.copytree(first.folder, tmp_path / "plek")
    earlier = Earlier(draft, tmp_path / "plek", next(stick.glob("*.kopie")), second, wire, clock)
    back = earlier.restored()
    assert found(back.session) == {draft: "Begin"}

    travel(clock, back.session, second, back.session, wire=wire)

    assert found(back.session) == found(second) == {}
    back.close()


def test_what_somebody_types_in_it_after_the_copy_was_put_back_stays(
    two: Two, clock: Clock, wire: Wire, tmp_path: Path
) -> None:
    first, second = two
    draft = a_draft(first, "Begin")
    keeping.back_up(first, tmp_path / "kopie")
    travel(clock, first, second, wire=wire)
    notes.throw_away(first, draft)
    travel(clock, first, second, wire=wire)
    connection.checkpoint(first.db)
    shutil.copytree(first.folder, tmp_path / "plek")
    back = Earlier(draft, tmp_path / "plek", tmp_path / "kopie", second, wire, clock).restored()
    write(back.session, draft, "Begin, en toch verder")

    travel(clock, back.session, second, back.session, second, wire=wire)

    assert found(back.session) == found(second) == {draft: "Begin, en toch verder"}
    back.close()


def test_a_draft_on_a_bad_page_comes_back_from_the_hub(two: Two, earlier: Earlier) -> None:
    first, second = two
    ill = replace(mending.begin(first), folder=earlier.place)
    hurt = Place(earlier.place, earlier.copy, ill, {}, [], earlier.wire, earlier.clock, second)
    hurt.turn(hurt.root("note_draft"))
    mending.mend(hurt.outlook(), earlier.clock())
    back = earlier.opened()
    assert found(back.session) != {earlier.draft: "Begin en een uur werk erbij"}

    travel(earlier.clock, back.session, second, back.session, wire=earlier.wire)

    assert "Begin en een uur werk erbij" in found(back.session).values()
    assert "Begin en een uur werk erbij" in found(second).values()
    back.close()
