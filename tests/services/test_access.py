"""Who looked: in one file, over the team, and for the family."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from gpconnect.domain.access import AccessLines, EventType
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KINDS, Family
from gpconnect.domain.rights import FIELD, Ground, Withholding
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment
from gpconnect.domain.staff import Role
from gpconnect.services import (
    access,
    access_sharing,
    cards,
    dossier_views,
    finding,
    patients,
    profiles,
    rights,
)
from gpconnect.services.acting import acting, log, saw
from gpconnect.services.cards import NewPerson
from gpconnect.services.patients import NewDossier
from gpconnect.services.reporting import load_sharing
from gpconnect.services.rights import NewWithholding
from gpconnect.services.session import Session
from gpconnect.storage import access_log, erasure, operations, rows, wrong_tries
from gpconnect.storage.connection import transaction
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, PRACTICE, TUESDAY, WALUWE, Clock, common_records
from tests.services.online import Wire, sync
from tests.services.visits_help import a_booking

REASON = "Moeder belt: zij is bang dat haar zoon zich iets aandoet"
Pair = tuple[Session, Session]


def words_of(pdf: bytes) -> str:
    """The words of the first page, on one line."""
    return " ".join(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded().split())


def a_child(session: Session, given_name: str = "Yusuf") -> str:
    return patients.add_dossier(session, NewDossier(given_name, "Demir", "3-4-2012", words="Buikpijn"))[1].patient_id


def lines_of(session: Session, patient_id: str) -> list[tuple[str, str]]:
    return [(str(one.type), one.purpose) for one in access_log.of_patient(session.db, patient_id)]


def kept_back(session: Session, patient_id: str) -> str:
    """The school is kept back; gives the decision's id."""
    rights.withhold(session, patient_id, NewWithholding(FIELD, "school", Ground.PRIVACY_OF_ANOTHER, "Zusje"))
    return rows.where(session.db, Withholding, "lifted_at IS NULL")[0].id


# In one file


def test_a_colleague_works_on_behalf_of_the_case_lead(worker: Session) -> None:
    patient_id = a_child(worker)
    before = rows.require(worker.db, Patient, patient_id)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(before, case_lead=PEOPLE["colleague"].staff_id))
    dossier_views.open_dossier(worker, patient_id)

    look, *_ = access.who_looked(worker, patient_id)[1:]
    assert (look.name, look.on_behalf_of, look.purpose) == ("Sanne de Vries", "Joris Maas", "open_dossier")


def test_an_assistant_works_on_behalf_of_the_gp(assistant: Session) -> None:
    visit = a_booking(assistant)
    child = rows.require(assistant.db, Appointment, visit).person_id
    saw(assistant, child, "appointment")

    assert access_log.of_patient(assistant.db, child)[0].on_behalf_of == PEOPLE["gp"].staff_id
    saw(assistant, assistant.new_id(), "appointment")
    assert access_log.between(assistant.db, assistant.now(), assistant.now() + timedelta(1))[0].on_behalf_of == ""


def searches_of(session: Session) -> list[str]:
    lines = (one.event for one in access_log.after_row(session.db, 0))
    return [one.detail for one in lines if one.type is EventType.SEARCH]


def test_a_search_is_on_record_before_anything_is_shown_also_when_nothing_was_found(worker: Session) -> None:
    finding.find(worker, "een geheime naam")

    (line,) = access_log.after_row(worker.db, 0)
    assert (line.event.type, line.event.detail, line.event.client) == (EventType.SEARCH, "search_box 0", "")


def test_typing_on_is_the_same_question_until_it_ends(worker: Session, clock: Clock) -> None:
    child = a_child(worker)
    for typed in ("y", "yus", "yusuf", ""):
        finding.find(worker, typed)
    assert searches_of(worker) == ["search_box 1"]

    access.searched(worker, "search_box", 1)
    finding.find(worker, "dem")
    assert len(searches_of(worker)) == 2
    cards.search_people(worker, "yusuf")
    assert searches_of(worker)[2:] == ["booking 1"]
    clock.forward(minutes=2)
    finding.find(worker, "demir")
    assert len(searches_of(worker)) == 4
    clock.forward(minutes=-1)
    finding.find(worker, "demir")
    assert len(searches_of(worker)) == 5, "a clock that was set back makes no question last longer"
    dossier_views.open_dossier(worker, child, found=True)
    finding.find(worker, "demir")
    assert searches_of(worker)[-2:] == ["", "search_box 1"]


def test_each_other_question_is_a_line_also_without_a_result(worker: Session) -> None:
    a_child(worker)
    for typed in ("da", "daan", "daa", "roos", "ro", "Roos ", "niemand"):
        finding.find(worker, typed)
    assert searches_of(worker) == ["search_box 0"] * 3
    for typed in ("yus", "yusuf", "noor"):
        dossier_views.list_dossiers(worker, typed)
    assert searches_of(worker)[3:] == ["dossiers 1", "dossiers 0"]


def test_each_other_child_that_is_typed_in_and_resembles_a_known_one_is_a_line(worker: Session) -> None:
    a_child(worker)
    for name in ("Yusu", "Yusuf", "Yusufa", "Jusuf"):
        assert cards.duplicates(worker, NewPerson(name, "Demir", date(2012, 4, 3)))
    assert searches_of(worker) == ["new 1", "new 1"]


def test_a_child_that_was_opened_from_a_search_is_named(gp: Session) -> None:
    child = rows.require(gp.db, Appointment, a_booking(gp)).person_id
    cards.search_people(gp, "noor")
    access.searched(gp, "booking", 1, child)
    assert lines_of(gp, child)[0] == ("search", "search")


def test_what_a_practice_writes_about_a_child_is_on_record(gp: Session) -> None:
    child = rows.require(gp.db, Appointment, a_booking(gp)).person_id
    assert ("create", "appointment.booked") in lines_of(gp, child)


def test_looking_up_whom_a_booking_is_for_is_on_record(gp: Session) -> None:
    child = rows.require(gp.db, Appointment, a_booking(gp)).person_id
    before = lines_of(gp, child)
    assert cards.find_person(gp, child).id == child
    assert lines_of(gp, child) == [("read", "booking"), *before]


def test_the_log_of_a_period_can_be_narrowed(worker: Session, clock: Clock) -> None:
    patient_id = a_child(worker)
    clock.forward(days=40)
    dossier_views.open_dossier(worker, patient_id)

    assert {one.event for one in access.recent(worker).looks} == {"read", "log_read"}
    assert [one.child for one in access.recent(worker, event="read").looks] == ["Yusuf Demir"]
    assert access.recent(worker, user="nobody").looks == ()
    early = access.recent(worker, TUESDAY, TUESDAY)
    assert {one.event for one in early.looks} == {"create"}
    assert early.people == ((worker.actor.staff_id, "Sanne de Vries"),)


def test_the_list_for_the_family_is_printed_and_that_is_on_record(worker: Session) -> None:
    patient_id = a_child(worker)
    dossier_views.open_dossier(worker, patient_id)
    paper = access.print_who_looked(worker, patient_id)

    assert paper.pdf.startswith(b"%PDF")
    assert paper.file_name == "wie-keek-er-2026-11-24.pdf"
    assert lines_of(worker, patient_id)[0] == ("print", "who_looked")


def test_the_list_for_the_family_does_not_tell_what_is_kept_back(worker: Session) -> None:
    patient_id = a_child(worker)
    told = "niet in een kopie voor het gezin"
    rights.lift(worker, kept_back(worker, patient_id))
    assert told in words_of(access.print_who_looked(worker, patient_id).pdf)

    kept_back(worker, patient_id)

    assert told not in words_of(access.print_who_looked(worker, patient_id).pdf)


def test_a_changed_line_of_this_device_is_named(worker: Session) -> None:
    a_child(worker)
    assert access.verify(worker).broken == ()
    worker.db.execute("DROP TRIGGER access_log_fixed")
    worker.db.execute("UPDATE access_log SET user = 'somebody else' WHERE row = 2")

    (broken,) = access.verify(worker).broken
    assert (broken.row, broken.what, broken.own_device) == (2, "changed", True)


def test_the_export_holds_every_line_and_is_one_itself(worker: Session, tmp_path: Path) -> None:
    a_child(worker)
    told = access.export(worker, tmp_path / "log.json", TUESDAY, TUESDAY)

    bundle = json.loads((tmp_path / "log.json").read_bytes())
    assert told == len(bundle["entry"]) == access_log.last_row(worker.db)
    assert "Yusuf" not in json.dumps(bundle)
    assert bundle["entry"][0]["resource"]["subtype"][0]["code"] == "export"


def test_wrong_passphrases_are_in_the_log_once_the_file_opens(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "profile"
    profiles.create(folder, PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP).close()
    for _ in range(3):
        with pytest.raises(KnownError):
            profiles.open_profile(folder, "een verkeerde wachtzin", now=clock)
    assert wrong_tries.count(folder, "passphrase") == 3
    typed_at = clock.at
    clock.forward(days=1)

    for _ in range(2):
        profile = profiles.open_profile(folder, PASSPHRASE, now=clock)
        (line,) = access_log.after_row(profile.session.db, 0)
        assert (line.event.type, line.event.detail) == (
            EventType.LOGIN_FAILED,
            f"passphrase 3 {typed_at.isoformat()}",
        )
        assert line.event.outcome == "file.passphrase_wrong"
        profile.close()

    profile = profiles.open_profile(folder, PASSPHRASE, now=clock)
    (look,) = [one for one in access.recent(profile.session).looks if one.event == "login_failed"]
    assert (look.tries, look.last_try) == (3, typed_at)
    profile.close()


@pytest.mark.parametrize(
    ("detail", "tries"),
    [("passphrase 3", 3), ("passphrase 3 gisteren", 3), ("passphrase 3 2026-11-24T09:00:00", 3), ("van alles", 1)],
)
def test_a_line_of_wrong_tries_without_a_moment_that_can_be_read_is_shown_without_one(
    worker: Session, detail: str, tries: int
) -> None:
    with transaction(worker.db):
        log(worker, "", "passphrase", event=EventType.LOGIN_FAILED, outcome="file.passphrase_wrong", detail=detail)

    (look,) = [one for one in access.recent(worker).looks if one.event == "login_failed"]
    assert (look.tries, look.last_try) == (tries, None)


# Over the team


def test_each_line_is_told_once_and_shown_once(team: Pair, wire: Wire) -> None:
    sanne, joris = team
    child = a_child(sanne)
    dossier_views.open_dossier(sanne, child)
    sync(sanne, joris, wire=wire)
    made = rows.count(sanne.db, AccessLines)

    assert access_sharing.share_lines(sanne).kinds == frozenset()
    sync(sanne, joris, wire=wire)
    assert rows.count(sanne.db, AccessLines) == made == rows.count(joris.db, AccessLines)
    here = [one for one in access.who_looked(sanne, child) if one.purpose == "open_dossier"]
    there = [one for one in access.who_looked(joris, child) if one.purpose == "open_dossier"]
    assert (len(here), len(there)) == (1, 1)
    assert not any(one.dossier for one in operations.of_record(joris.db, "access_lines", _batches(joris)[0].id))


def test_lines_about_nobody_stay_here_and_leave_no_gap(team: Pair) -> None:
    sanne, _ = team
    child = a_child(sanne)
    access_sharing.share_lines(sanne)
    finding.find(sanne, "niemand")
    assert access_sharing.share_lines(sanne).kinds == frozenset()
    assert access_sharing.share_lines(sanne).kinds == frozenset()
    dossier_views.open_dossier(sanne, child)
    access_sharing.share_lines(sanne)

    first, second = _batches(sanne)
    assert (second.first_row, second.lines[0].row) == (first.last_row + 1, first.last_row + 2)
    assert access.verify(sanne).broken == ()


def _batches(session: Session) -> list[AccessLines]:
    return rows.where(session.db, AccessLines, order="device, first_row")


def test_a_batch_holds_no_more_than_two_hundred_lines_and_a_hundred_kibibytes(team: Pair) -> None:
    sanne, _ = team
    child = a_child(sanne)
    with transaction(sanne.db):
        for _ in range(450):
            log(sanne, child, "open_dossier", event=EventType.READ)
        for _ in range(200):
            log(sanne, child, "emergency", event=EventType.EMERGENCY, detail="nood " * 100)
    access_sharing.share_lines(sanne)

    batches = _batches(sanne)
    assert sum(len(one.lines) for one in batches) == access_log.last_row(sanne.db)
    assert max(len(one.lines) for one in batches) == 200
    assert len(batches) > 4
    assert access.verify(sanne).broken == ()


def test_the_log_outlives_the_dossier(team: Pair, wire: Wire) -> None:
    sanne, joris = team
    child = a_child(sanne)
    sync(sanne, joris, wire=wire)
    dossier_views.open_dossier(joris, child)
    with transaction(joris.db):
        erasure.destroy(joris.db, erasure.Tombstone(child, "Jeugdwet 7.3.9", "patient", joris.now()))
    sync(joris, sanne, wire=wire)

    assert [one.purpose for one in access.who_looked(sanne, child) if not one.own_device] == ["open_dossier"]


def test_lines_that_were_never_told_or_told_otherwise_are_named(team: Pair, wire: Wire) -> None:
    sanne, joris = team
    child = a_child(sanne)
    sync(sanne, joris, wire=wire)
    with transaction(sanne.db):
        rows.put_many(sanne.db, common_records())
    for _ in range(3):
        dossier_views.open_dossier(joris, child)
        sync(joris, sanne, wire=wire)
    first, second, third = (one for one in _batches(sanne) if one.device == joris.device)
    sanne.db.execute("DROP TRIGGER access_lines_kept")

    def kept(*batches: AccessLines) -> list[tuple[int, str, str]]:
        with transaction(sanne.db):
            for one in (first, second, third):
                rows.delete(sanne.db, AccessLines, one.id)
            rows.put_many(sanne.db, batches)
        return [(one.row, one.what, one.name) for one in access.verify(sanne).broken]

    assert kept(first, second, third) == []
    assert kept(first, third) == [(second.first_row, "gap", "Joris Maas")]
    changed = replace(second.lines[0], event=replace(second.lines[0].event, user=sanne.actor.staff_id))
    wrong = kept(first, replace(second, lines=(changed, *second.lines[1:])), third)
    assert [(row, what) for row, what, _ in wrong] == [(second.lines[0].row, "contradiction")]
    again = kept(first, second, replace(third, first_row=second.first_row, before=second.before))
    assert again[0][:2] == (second.first_row, "contradiction")
    assert kept(first, second, replace(third, device=sanne.device))[0][1] == "other_device"


def test_a_log_that_was_made_anew_contradicts_what_was_told(team: Pair) -> None:
    sanne, _ = team
    child = a_child(sanne)
    access_sharing.share_lines(sanne)
    lines = [one.event for one in access_log.after_row(sanne.db, 0)]
    sanne.db.execute("DROP TRIGGER access_log_kept")
    with transaction(sanne.db):
        sanne.db.execute("DELETE FROM access_log")
        sanne.db.execute("DELETE FROM meta WHERE name = 'access_log.head'")
        for one in lines:
            access_log.record(sanne.db, replace(one, user="somebody else"))

    (broken,) = access.verify(sanne).broken
    assert (broken.row, broken.what, broken.own_device) == (1, "contradiction", True)
    assert child


def test_lines_about_bookings_go_to_the_practice(practice: tuple[Session, Session, Session], wire: Wire) -> None:
    gp, assistant, worker = practice
    visit = a_booking(gp)
    child = rows.require(gp.db, Appointment, visit).person_id
    sync(gp, assistant, worker, wire=wire)

    told = [one for one in _batches(assistant) if (one.site_id, one.device) == (WALUWE, gp.device)]
    about = {(line.event.purpose, line.event.client) for one in told for line in one.lines}
    assert ("appointment.booked", child) in about
    assert {one.space for one in operations.of_record(assistant.db, "access_lines", told[0].id)} == {PRACTICE}


def test_the_municipality_is_told_nothing(coordinator: Session) -> None:
    kind = KINDS["access_lines"]
    assert set(kind.families) == {Family.TEAM, Family.PRACTICE}
    assert Role.COORDINATOR not in kind.writers
    assert set(load_sharing().records["access_lines"]) == {Family.TEAM, Family.PRACTICE}

    coordinator_log = access_log.last_row(coordinator.db)
    finding.find(coordinator, "jeugd")
    assert access_log.last_row(coordinator.db) == coordinator_log + 1
    assert access_sharing.share_lines(coordinator).kinds == frozenset()
