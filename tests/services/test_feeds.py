"""The half-days as a calendar file: read back by another program, and nobody in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Closure, HalfDaySession, SessionStatus, Site
from gpconnect.services import absences, feeds, half_days, site_closures, sites
from gpconnect.services.absences import AbsenceRequest
from gpconnect.services.acting import acting
from gpconnect.services.closures import ClosureRequest
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, TUESDAY, WALUWE, put_common
from tests.services.online import Wire, sync
from tests.services.test_sites import copy_common
from tests.services.visits_help import a_booking

NOTE = "Vandaag komt de moeder van Noor langs"


def entries(session: Session, folder: Path) -> dict[str, Any]:
    """What another program reads in the file of De Waluwe, by its day and start."""
    batch = feeds.gather(session)
    assert batch is not None
    feeds.write(batch)
    calendar: Any = Calendar.from_ical((folder / "spreekuur-praktijk-de-waluwe.ics").read_bytes())
    found = {f"{one['DTSTART'].dt:%Y-%m-%d %H:%M}": one for one in calendar.walk("VEVENT")}
    assert len({str(one["UID"]) for one in found.values()}) == len(found)
    return found


@pytest.fixture
def folder(tmp_path: Path, gp: Session) -> Path:
    """A folder of choice, where the GP's desk writes."""
    chosen = tmp_path / "agenda"
    chosen.mkdir()
    feeds.choose_folder(gp, chosen)
    return chosen


def half_day(session: Session) -> HalfDaySession:
    return rows.where(session.db, HalfDaySession, "day = ?", (TUESDAY,))[0]


def change(session: Session, **fields: Any) -> None:
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(half_day(session), **fields), "changed")


def test_every_half_day_is_an_entry_with_when_and_where(gp: Session, folder: Path) -> None:
    found = entries(gp, folder)

    assert list(found) == ["2026-11-24 09:00", "2026-12-01 09:00", "2026-12-08 09:00", "2026-12-15 09:00"]
    one = found["2026-11-24 09:00"]
    assert one["DTSTART"].dt.astimezone(UTC) == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert f"{one['DTEND'].dt:%H:%M}" == "12:40"
    assert (str(one["SUMMARY"]), one["STATUS"], one["SEQUENCE"]) == ("Bezet – spreekuur jeugd", "CONFIRMED", 0)
    assert str(one["LOCATION"]) == "Praktijk De Waluwe, Waalkade 1, Zaltbommel"


def test_nobody_is_in_the_file_and_a_booking_changes_no_byte(gp: Session, folder: Path) -> None:
    change(gp, note=NOTE)
    entries(gp, folder)
    path = folder / "spreekuur-praktijk-de-waluwe.ics"
    before = path.read_bytes()
    a_booking(gp)

    batch = feeds.gather(gp)
    assert batch is not None
    assert feeds.write(batch) == 0
    assert path.read_bytes() == before
    text = before.decode().replace("\r\n ", "")
    for secret in ("Noor", "Berg", NOTE, PEOPLE["worker"].name, PEOPLE["worker"].staff_id, half_day(gp).id):
        assert secret not in text
    assert path.stat().st_mode & 0o777 == 0o644, "others may read it"


def test_a_change_raises_the_sequence_and_a_called_off_half_day_stays_struck_out(gp: Session, folder: Path) -> None:
    before = entries(gp, folder)["2026-11-24 09:00"]
    change(gp, room="3")
    moved = entries(gp, folder)["2026-11-24 09:00"]
    change(gp, status=SessionStatus.CANCELLED)
    off = entries(gp, folder)["2026-11-24 09:00"]

    assert [one["SEQUENCE"] for one in (before, moved, off)] == [0, 1, 2]
    assert {str(one["UID"]) for one in (before, moved, off)} == {str(before["UID"])}
    assert [one["STATUS"] for one in (before, moved, off)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert "kamer 3" in str(moved["LOCATION"])


def closure(coordinator: Session, *sessions: Session, **fields: Any) -> None:
    """A closure that the coordinator writes, as it comes in at these desks."""
    known = rows.where(coordinator.db, Closure, "1")
    one = replace(known[0], **fields) if known else Closure("c0" * 16, TUESDAY, TUESDAY, "Studiedag", **fields)
    with acting(coordinator, Intention.ADMINISTER) as action:
        action.write(one)
    for session in sessions:
        with transaction(session.db):
            for op in operations.of_record(coordinator.db, "closure", one.id):
                operations.append(session.db, op, seq=None)
            rows.put(session.db, one)


def test_a_day_that_is_shut_is_struck_out_and_opening_it_again_never_turns_the_sequence_back(
    gp: Session, coordinator: Session, folder: Path
) -> None:
    seen = [entries(gp, folder)["2026-11-24 09:00"]]
    for fields in ({}, {"first_day": date(2026, 12, 22), "last_day": date(2026, 12, 23)}, {"archived": True}):
        closure(coordinator, gp, **fields)
        seen.append(entries(gp, folder)["2026-11-24 09:00"])

    assert [one["STATUS"] for one in seen] == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"]
    assert [one["SEQUENCE"] for one in seen] == [0, 1, 2, 3]
    assert entries(gp, folder)["2026-12-01 09:00"]["SEQUENCE"] == 0, "another day was never shut"


def test_what_a_practice_shuts_and_who_is_away_is_struck_out_and_the_number_grows_without_a_name(
    gp: Session, folder: Path
) -> None:
    sanne, joris = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id
    seen = [entries(gp, folder)["2026-11-24 09:00"]]
    _, away = absences.report(gp, AbsenceRequest(sanne, TUESDAY, TUESDAY), dry_run=False)
    seen.append(entries(gp, folder)["2026-11-24 09:00"])
    absences.end(gp, away.absence_ids)
    seen.append(entries(gp, folder)["2026-11-24 09:00"])
    absences.report(gp, AbsenceRequest(sanne, TUESDAY, TUESDAY, joris), dry_run=False)
    seen.append(entries(gp, folder)["2026-11-24 09:00"])
    site_closures.enter(gp, ClosureRequest(TUESDAY, TUESDAY, "Verbouwing", WALUWE), dry_run=False)
    seen.append(entries(gp, folder)["2026-11-24 09:00"])

    assert [one["STATUS"] for one in seen] == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED", "CANCELLED"]
    numbers = [one["SEQUENCE"] for one in seen]
    assert numbers == sorted(set(numbers))
    written = b"".join(one.read_bytes() for one in folder.iterdir())
    for name in (b"Sanne", b"Joris", b"Verbouwing", b"afwezig"):
        assert name not in written


def test_an_entry_without_a_history_here_still_has_a_stamp(gp: Session, folder: Path) -> None:
    with transaction(gp.db):
        rows.put(gp.db, replace(half_day(gp), id="77" * 16, day=date(2026, 12, 22)))

    assert entries(gp, folder)["2026-12-22 09:00"]["SEQUENCE"] == 0


def test_a_file_keeps_its_name_and_two_sites_never_share_one(gp: Session, worker: Session, tmp_path: Path) -> None:
    feeds.choose_folder(worker, tmp_path / "samen")
    assert feeds.gather(worker) is not None
    with transaction(worker.db):
        for site in rows.where(worker.db, Site, "1"):
            rows.put(worker.db, replace(site, name="Elders"))
    names = [name for _, name in feeds.overview(worker).file_names]
    assert sorted(names) == ["spreekuur-praktijk-de-waluwe.ics", "spreekuur-praktijk-het-tolhuis.ics"]

    with transaction(gp.db):
        for site in rows.where(gp.db, Site, "1"):
            rows.put(gp.db, replace(site, name="ض"))
    gp.become(replace(gp.actor, site_ids=worker.actor.site_ids))
    assert [name for _, name in feeds.overview(gp).file_names] == ["spreekuur-jeugd.ics", "spreekuur-jeugd-2.ics"]


def test_without_a_folder_nothing_is_written_and_one_that_is_gone_is_said(gp: Session, tmp_path: Path) -> None:
    assert feeds.gather(gp) is None
    feeds.choose_folder(gp, tmp_path / "stick")
    batch = feeds.gather(gp)
    assert batch is not None
    with pytest.raises(KnownError, match=r"feed\.gone"):
        feeds.write(batch)

    assert feeds.remember(gp, "feed.gone").kinds == {"feed_state"}
    assert not feeds.remember(gp, "feed.gone").kinds, "no news the second time"
    assert feeds.overview(gp).failed == "feed.gone"
    feeds.choose_folder(gp, None)
    assert (feeds.overview(gp).failed, feeds.overview(gp).folder) == ("", None)


def test_who_follows_a_place_that_closed_reads_that_nobody_sits_there(
    gp: Session, coordinator: Session, folder: Path
) -> None:
    assert {str(one["STATUS"]) for one in entries(gp, folder).values()} == {"CONFIRMED"}
    sites.close_site(coordinator, WALUWE, "verhuisd")
    copy_common(coordinator, gp)

    assert {str(one["STATUS"]) for one in entries(gp, folder).values()} == {"CANCELLED"}
    assert feeds.overview(gp).file_names == ()


def test_the_folder_of_the_profile_is_no_place_for_others_to_read(gp: Session) -> None:
    with pytest.raises(KnownError, match=r"feed\.same_folder"):
        feeds.choose_folder(gp, gp.folder / "agenda")


def test_what_was_there_stays_whole_when_writing_fails(gp: Session, folder: Path) -> None:
    entries(gp, folder)
    path = folder / "spreekuur-praktijk-de-waluwe.ics"
    before = path.read_bytes()
    batch = feeds.gather(gp)
    assert batch is not None
    path.unlink()
    path.mkdir()
    with pytest.raises(KnownError, match=r"file\.write_failed"):
        feeds.write(batch)

    assert [one.name for one in folder.iterdir()] == [path.name], "nothing half-written is left"
    path.rmdir()
    assert feeds.write(batch) == 1
    assert path.read_bytes() == before


def test_two_desks_that_write_one_folder_never_turn_a_number_back(
    practice: tuple[Session, Session, Session], wire: Wire, tmp_path: Path
) -> None:
    gp, assistant, _ = practice
    folder = tmp_path / "agenda"
    folder.mkdir()
    for session in (gp, assistant):
        put_common(session)
        feeds.choose_folder(session, folder)
    sync(*practice, wire=wire)
    seen = [entries(gp, folder)["2026-11-24 09:00"]]
    for room in ("3", "4"):
        change(gp, room=room)
        seen.append(entries(gp, folder)["2026-11-24 09:00"])
    seen.append(entries(assistant, folder)["2026-11-24 09:00"])
    assert [(one["SEQUENCE"], str(one["LOCATION"])) for one in seen[2:]] == [(2, str(seen[2]["LOCATION"]))] * 2

    for note in ("a", "b"):
        change(assistant, note=note)
    change(assistant, status=SessionStatus.CANCELLED)
    seen.append(entries(assistant, folder)["2026-11-24 09:00"])
    seen.append(entries(gp, folder)["2026-11-24 09:00"])
    sync(*practice, wire=wire)
    seen += [entries(session, folder)["2026-11-24 09:00"] for session in (gp, assistant, gp)]

    numbers = [one["SEQUENCE"] for one in seen]
    assert numbers == sorted(numbers)
    assert (str(seen[-1]["STATUS"]), "kamer 4" in str(seen[-1]["LOCATION"])) == ("CANCELLED", True)
    assert numbers[-3] == numbers[-2] == numbers[-1], "nothing changed any more"


def test_a_desk_that_has_not_heard_of_a_half_day_leaves_it_in_the_file(
    practice: tuple[Session, Session, Session], wire: Wire, tmp_path: Path
) -> None:
    gp, assistant, _ = practice
    folder = tmp_path / "agenda"
    folder.mkdir()
    for session in (gp, assistant):
        put_common(session)
        feeds.choose_folder(session, folder)
    sync(*practice, wire=wire)
    request = LooseRequest(WALUWE, PEOPLE["colleague"].staff_id, date(2026, 12, 3), time(9), ("45",))
    half_days.add_loose(gp, request, dry_run=False)
    assert "2026-12-03 09:00" in entries(gp, folder)

    kept = entries(assistant, folder)
    assert list(kept) == sorted(kept)
    assert "2026-12-03 09:00" in kept
