"""The invented pilot as people find it: believable, and the same on every device."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gpconnect.demo import pilot
from gpconnect.demo.pilot import DemoPilot
from gpconnect.domain.ages import age_on
from gpconnect.domain.calendar import holiday_name, local_day
from gpconnect.domain.consent import Consent
from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import Response
from gpconnect.domain.facts import Fact, ImprovementAction, Narrative
from gpconnect.domain.handover import Handover
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.records import KINDS
from gpconnect.domain.schedule import Appointment, Placement, Slot
from gpconnect.domain.staff import Role
from gpconnect.services import duties, profiles, syncing, today
from gpconnect.services.purposes import HANDOVER
from gpconnect.storage import conflicts, drafts, rows
from tests.demo.conftest import TODAY, OpenFile

EVERYBODY = ("marieke", "sanne", "joris", "peters", "wilma", "aydin")


def test_everybody_has_a_window_to_open(demo: DemoPilot) -> None:
    assert tuple(person.folder.name for person in demo.people) == (
        "marieke",
        "sanne",
        "joris",
        "peters",
        "aydin",
        "wilma",
    )
    assert {person.role for person in demo.people} == set(Role)
    assert demo.person(Role.YOUTH_WORKER).name == "Sanne de Vries"
    assert demo.today == TODAY
    assert (demo.hub_data / "hub.db").exists()


def test_nothing_waits_nothing_was_refused_and_nobody_lost_a_slot(file_of: OpenFile) -> None:
    for name in EVERYBODY:
        session = file_of(name)
        state = syncing.state(session)
        assert (state.waiting, state.refused, state.conflicts) == (0, 0, 0), name
        assert conflicts.marked(session.db) == []
        assert not rows.count(session.db, Appointment, "placement = ?", (Placement.LOST,))


def test_every_file_has_the_same_row_for_the_same_record(file_of: OpenFile) -> None:
    versions: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    for name in EVERYBODY:
        db = file_of(name).db
        for kind, record_kind in KINDS.items():
            for record in rows.where(db, record_kind.record):
                if not (isinstance(record, PersonCard) and not record.shared):
                    versions[kind, record.id][name] = record
    shared = [found for found in versions.values() if len(found) > 1]
    assert len(shared) > 300
    for found in shared:
        assert len({repr(record) for record in found.values()}) == 1


def test_nobody_is_booked_on_a_holiday(file_of: OpenFile) -> None:
    db = file_of("sanne").db
    slots = {slot.id: slot for slot in rows.where(db, Slot)}
    booked = rows.where(db, Appointment, "slot_id <> ''")
    assert len(booked) > 30
    assert not [one for one in booked if holiday_name(local_day(slots[one.slot_id].starts_at))]


def test_every_child_is_0_to_23(file_of: OpenFile) -> None:
    cards = rows.where(file_of("sanne").db, PersonCard)
    assert len(cards) > 15
    assert all(0 <= age_on(card.birth_date, TODAY) <= 23 for card in cards)


def test_dossiers_of_one_household_are_brothers_sisters_or_twins(file_of: OpenFile) -> None:
    households: dict[str, list[Patient]] = defaultdict(list)
    for patient in rows.where(file_of("sanne").db, Patient, "household_id <> ''"):
        households[patient.household_id].append(patient)
    for family in households.values():
        assert len(family) > 1
        assert len({patient.family_name for patient in family}) == 1


def test_the_last_day_is_a_half_day_in_progress(file_of: OpenFile) -> None:
    view = today.day_view(file_of("sanne"))
    (half_day,) = view.half_days
    states = [str(row.visit.status) if row.visit else "free" for row in half_day.rows]
    assert states == ["fulfilled", "in_conversation", "booked", "booked", "free", "free", "booked"]
    names = [row.person.name if row.person else "" for row in half_day.rows]
    assert names[:2] == ["Noor van den Berg", "Yusuf Demir"]
    assert half_day.rows[6].person is None, "Mila's mother was not asked yet: age and reasons only"
    assert half_day.rows[5].offer is not None
    assert duties.list_duties(file_of("sanne"))


def test_mila_is_known_where_she_was_booked_and_nowhere_else(file_of: OpenFile) -> None:
    found = {
        name: rows.where(file_of(name).db, PersonCard, "given_name = 'Mila' AND family_name = 'Jansen'")
        for name in ("peters", "wilma", "sanne")
    }
    assert not found["sanne"]
    assert len(found["peters"]) + len(found["wilma"]) == 1


def test_the_work_of_the_month_has_become_facts_for_the_coordinator(file_of: OpenFile) -> None:
    facts = rows.where(file_of("marieke").db, Fact)
    assert {"half_day", "encounter", "episode", "feedback", "response"} <= {fact.kind for fact in facts}
    assert not rows.count(file_of("marieke").db, Patient)
    assert rows.count(file_of("marieke").db, Narrative) == 2
    assert rows.count(file_of("marieke").db, ImprovementAction) == 3


def test_families_workers_and_gps_answered_some_of_what_they_were_asked(file_of: OpenFile) -> None:
    voices = {str(one.voice) for one in rows.where(file_of("sanne").db, Response)}
    assert {"child", "parent", "worker"} <= voices


def test_a_handover_that_left_rests_on_consent(file_of: OpenFile) -> None:
    session = file_of("sanne")
    sent = rows.where(session.db, Handover, "sent_at IS NOT NULL")
    assert sent
    for handover in sent:
        given = rows.where(
            session.db,
            Consent,
            "person_id = ? AND purpose = ? AND recipient = ? AND decision = 'given'",
            (handover.patient_id, HANDOVER, handover.provider_id),
        )
        assert given


def test_notes_are_signed_and_one_is_left_in_the_middle_of_a_sentence(file_of: OpenFile) -> None:
    session = file_of("sanne")
    assert rows.count(session.db, Note) >= rows.count(session.db, Appointment, "status = 'fulfilled'")
    assert len(drafts.of_author(session.db, session.actor.staff_id)) == 1


# --- once per folder -----------------------------------------------------------------------------


def test_a_finished_pilot_is_found_again(demo: DemoPilot) -> None:
    before = (demo.folder / pilot.MARKER).stat().st_mtime_ns
    assert pilot.make(demo.folder, months=1, today=TODAY) == demo
    assert pilot.make(demo.folder, months=1) == demo, "without a day, the pilot that is there will do"
    assert (demo.folder / pilot.MARKER).stat().st_mtime_ns == before


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "vakantiefoto.jpg").write_bytes(b"kostbaar")
    with pytest.raises(KnownError, match=r"demo\.folder_taken"):
        pilot.make(tmp_path, months=1, today=date(2026, 11, 24))
    assert (tmp_path / "vakantiefoto.jpg").read_bytes() == b"kostbaar"


@pytest.mark.long
def test_half_a_year_on_three_sites_ends_with_nothing_waiting(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    made = pilot.make(
        tmp_path / "demo", seed=2, months=6, sites=3, today=TODAY, progress=lambda done, of: told.append((done, of))
    )
    assert told[-1][0] <= told[-1][1]
    assert len(made.people) == 7
    for person in made.people:
        profile = profiles.open_profile(person.folder, person.passphrase)
        state = syncing.state(profile.session)
        assert (state.waiting, state.refused, state.conflicts) == (0, 0, 0)
        assert conflicts.marked(profile.session.db) == []
        profile.close()
