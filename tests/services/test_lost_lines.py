"""Lines of the access log that went with a file: a line names them, and the check goes past those and no others."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from gpconnect.documents import access_words
from gpconnect.domain.access import Gap, gap_in
from gpconnect.services import access, access_sharing, keeping, mending, profiles, restoring, returned, syncing
from gpconnect.services.session import Session
from gpconnect.storage import access_log, connection, files
from gpconnect.ui import copy_words
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.dossier_help import a_dossier
from tests.services.mending_help import Place, make_place
from tests.services.online import Wire, client, sync
from tests.services.test_restoring import names, put_by_hand

Team = tuple[Session, Session]


def gaps(session: Session) -> list[Gap]:
    """What this log names as lost, oldest first."""
    return [gap for one in access_log.after_row(session.db, 0) if (gap := gap_in(one.event)) is not None]


def rounds(session: Session, colleague: Session, wire: Wire) -> None:
    """As many as it takes until the colleague has heard everything."""
    for _ in range(3):
        syncing.sync_now(session, client(session, wire))
    sync(colleague, wire=wire)


def seen_by(session: Session) -> set[str]:
    """The lines that this device was told, by others and by itself."""
    return {one.event.event_id for one in access_sharing.received(session)}


def held_by(place: Place) -> set[str]:
    """The operations in the copy."""
    there = connection.open_beside(place.copy, place.ill.key, writable=False)
    with closing(there.conn):
        return {one for (one,) in there.execute("SELECT op_id FROM operation")}


@pytest.fixture
def place(team: Team, wire: Wire, tmp_path: Path, clock: Clock) -> Place:
    return make_place(team, wire, tmp_path, clock)


def on_a_new_disk(team: Team, wire: Wire, tmp_path: Path) -> profiles.Profile:
    """The laptop is gone: its copy of this morning goes on a new one, where nothing stands."""
    sanne, joris = team
    a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    keeping.back_up(sanne, tmp_path / "kopie")
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)
    fresh = tmp_path / "nieuw"
    here = restoring.closed(fresh, PASSPHRASE)
    restoring.restore(here, restoring.preview(here, tmp_path / "kopie", PASSPHRASE), sanne.now())
    return profiles.open_profile(fresh, PASSPHRASE, now=sanne.now)


def with_the_mark_of_the_machine(team: Team, wire: Wire, tmp_path: Path) -> profiles.Profile:
    """A whole machine was put back: only the hub knows better."""
    sanne, joris = team
    a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    snapshot = tmp_path / "snapshot"
    put_by_hand(sanne, snapshot)
    shutil.copyfile(files.watermark_path(sanne.folder), files.watermark_path(snapshot))
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)
    return profiles.open_profile(snapshot, PASSPHRASE, now=sanne.now)


def an_older_file_by_hand(team: Team, wire: Wire, tmp_path: Path) -> profiles.Profile:
    """Only the file was put back; the mark beside it says how far it had come."""
    sanne, joris = team
    a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    older = tmp_path / "ouder"
    put_by_hand(sanne, older)
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)
    shutil.copyfile(files.watermark_path(sanne.folder), files.watermark_path(older))
    return profiles.open_profile(older, PASSPHRASE, now=sanne.now)


@pytest.mark.parametrize("road", [on_a_new_disk, with_the_mark_of_the_machine, an_older_file_by_hand])
def test_an_honest_way_back_names_the_lines_that_are_gone_and_the_check_goes_past_them(
    team: Team, wire: Wire, tmp_path: Path, road: Callable[[Team, Wire, Path], profiles.Profile]
) -> None:
    _, joris = team
    back = road(team, wire, tmp_path)
    before = seen_by(joris)
    a_dossier(back.session, "Derde")
    rounds(back.session, joris, wire)

    assert names(back.session) == names(joris) == {"Eerst", "Tweede", "Derde"}
    assert gaps(back.session)
    assert access_log.verify_chain(back.session.db) is None
    assert access.verify(back.session).broken == ()
    assert access.verify(joris).broken == ()
    assert before < seen_by(joris), "what was told stays with who was told"
    back.close()


def test_a_file_of_just_before_telling_does_not_tell_the_same_lines_again(
    team: Team, wire: Wire, tmp_path: Path
) -> None:
    sanne, joris = team
    sync(sanne, joris, wire=wire)
    a_dossier(sanne, "Eerst")
    snapshot = tmp_path / "snapshot"
    put_by_hand(sanne, snapshot)
    sync(sanne, joris, wire=wire)
    shutil.copyfile(files.watermark_path(sanne.folder), files.watermark_path(snapshot))
    back = profiles.open_profile(snapshot, PASSPHRASE, now=sanne.now)
    rounds(back.session, joris, wire)
    a_dossier(back.session, "Derde")
    rounds(back.session, joris, wire)

    assert names(back.session) == names(joris) == {"Eerst", "Derde"}
    assert access.verify(back.session).broken == ()
    assert access.verify(joris).broken == ()
    back.close()


def test_a_file_that_was_put_back_a_second_time_names_what_went_the_second_time(
    team: Team, wire: Wire, tmp_path: Path
) -> None:
    """The file in the place of the first goes as well; its own copy knows of the first loss and not of the second."""
    sanne, joris = team
    back = on_a_new_disk(team, wire, tmp_path)
    rounds(back.session, joris, wire)
    keeping.back_up(back.session, tmp_path / "tweede-kopie")
    a_dossier(back.session, "Derde")
    rounds(back.session, joris, wire)
    back.close()
    again = tmp_path / "weer-nieuw"
    here = restoring.closed(again, PASSPHRASE)
    restoring.restore(here, restoring.preview(here, tmp_path / "tweede-kopie", PASSPHRASE), sanne.now())
    back = profiles.open_profile(again, PASSPHRASE, now=sanne.now)
    a_dossier(back.session, "Vierde")
    rounds(back.session, joris, wire)

    assert len(gaps(back.session)) == 2
    assert names(back.session) == names(joris) == {"Eerst", "Tweede", "Derde", "Vierde"}
    assert access.verify(back.session).broken == access.verify(joris).broken == ()
    back.close()


def test_lines_that_a_device_leaves_out_without_naming_them_are_still_named_by_the_check(
    team: Team, wire: Wire, tmp_path: Path
) -> None:
    """Whoever goes on from an older log and says nothing of it: that is what the check is for."""
    _, joris = team
    back = on_a_new_disk(team, wire, tmp_path)
    access_log.answer(back.session.db, "file", whole=True)
    a_dossier(back.session, "Derde")
    rounds(back.session, joris, wire)

    assert gaps(back.session) == []
    assert [one.what for one in access.verify(joris).broken] == ["contradiction"]
    assert [one.what for one in access.verify(back.session).broken] == ["contradiction"]
    back.close()


@pytest.mark.parametrize("name", ["access_log", "operation"])
def test_after_mending_the_lines_on_bad_pages_are_named_too(place: Place, name: str) -> None:
    place.turn(place.root(name))
    plan = place.outlook()
    mending.mend(plan, place.clock())
    back = place.open()
    rounds(back.session, place.colleague, place.wire)

    assert access.verify(back.session).broken == access.verify(place.colleague).broken == ()
    assert bool(gaps(back.session)) == bool(plan.outlook.lines)
    back.close()


def test_when_nothing_of_the_file_can_be_read_the_mark_beside_it_says_how_much_went(place: Place) -> None:
    """The first page is bad, so the copy stands alone in its place."""
    in_copy = held_by(place)
    place.turn(1)
    mending.rescue(place.folder, place.copy, PASSPHRASE, now=place.clock)
    back = place.open()
    (gap,) = gaps(back.session)
    assert gap == Gap(gap.first, len(place.lines), "file")
    assert access_log.head_at(back.session.db, gap.first - 1) == place.lines[gap.first - 2], (
        "up to there it is the same"
    )
    (line,) = [one for one in access.recent(back.session).looks if one.gap]
    assert f"de regels {gap.first} tot en met {gap.last} weg" in access_words.sentence(line)
    place.clock.forward(minutes=1)
    rounds(back.session, place.colleague, place.wire)

    assert access.verify(back.session).broken == access.verify(place.colleague).broken == ()
    told = returned.standing(back.session.db)
    assert told is not None
    assert told.unread
    assert (told.behind, told.asked_hub) == (len(place.held) - len(in_copy), True)
    assert 0 < told.back < told.behind, "what was sent came back, what was not did not"
    words = copy_words.returned(told)
    assert f"hield {told.behind} wijzigingen meer vast dan de kopie, tot " in words
    assert f"Daarvan kwamen {told.back} wijzigingen terug van de hub, en {told.behind - told.back} " in words
    back.close()
