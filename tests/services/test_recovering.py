"""Rounds that meet something unusual: a copied file, a space that refuses, keys that come late, a hub that lies."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, Slot
from gpconnect.services import (
    applying,
    enrolling,
    profiles,
    rebooking,
    rounds,
    sending,
    sharing,
    spaces,
    syncing,
    taking,
)
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, copies, meta, operations, parcels, rows
from gpconnect.storage import slots as key_slots
from gpconnect.storage.connection import transaction
from gpconnect.sync import ending
from gpconnect.sync import wire as messages
from tests.services.conftest import PASSPHRASE, PRACTICE, MakeSession, with_pilot
from tests.services.online import Wire, client, slip_in, sync
from tests.services.other_hub import OtherHub, forge, kept, put_out
from tests.services.test_syncing import SLOT, book

Practice = tuple[Session, Session, Session]
Team = tuple[Session, Session]


def open_dossier(session: Session, given_name: str = "Noor") -> Patient:
    """A child gets a dossier, with a key of its own."""
    patient = Patient(session.new_id(), given_name, "Bos", date(2017, 3, 2), session.actor.staff_id, session.now())
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
    return patient


def names(session: Session) -> set[str]:
    return {one.given_name for one in rows.where(session.db, Patient)}


@contextmanager
def twin(session: Session, folder: Path, copy: Path) -> Iterator[Session]:
    """A copy of the profile's folder, made outside the program, opened beside it."""
    session.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(folder, copy)
    profile = profiles.open_profile(copy, PASSPHRASE, now=session.now)
    yield profile.session
    profile.close()


def folder_of(session: Session) -> Path:
    (row,) = [one for one in session.db.execute("PRAGMA database_list").fetchall() if one[1] == "main"]
    return Path(row[2]).parent


def test_a_copied_file_goes_on_under_numbers_of_its_own(team: Team, wire: Wire, tmp_path: Path) -> None:
    """The dossier was waiting when the copy was made; both files send it, and it counts once."""
    sanne, joris = team
    open_dossier(sanne, "Eerst")
    with twin(sanne, folder_of(sanne), tmp_path / "copy") as other:
        sync(sanne, joris, wire=wire)
        for name in ("Tweede", "Derde"):
            open_dossier(other, name)
            syncing.sync_now(other, client(other, wire))
        assert syncing.state(other).waiting == 0
    open_dossier(sanne, "Vierde")
    sync(sanne, joris, wire=wire)

    assert names(joris) == names(sanne) == {"Eerst", "Tweede", "Derde", "Vierde"}
    assert rows.count(joris.db, Patient) == 4
    assert (syncing.state(joris).alarms, syncing.state(sanne).alarms) == (0, 0)


def test_a_parcel_that_was_sealed_before_the_copy_is_packed_again(team: Team, wire: Wire, tmp_path: Path) -> None:
    sanne, joris = team
    enrolling.admit(sanne, sanne.team_space, [])
    open_dossier(sanne, "Ingepakt")
    assert syncing.outgoing(sanne, sanne.team_space) is not None
    copy, profile = tmp_path / "kopie", folder_of(sanne)
    key = key_slots.unlock_with_passphrase(profile, PASSPHRASE)
    copies.backup(sanne.db, key, profile, copy, sanne.now())
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(profile, elsewhere)
    copies.restore(elsewhere, copy, key, now=sanne.now())
    syncing.sync_now(sanne, client(sanne, wire))
    open_dossier(sanne, "Daarna")
    syncing.sync_now(sanne, client(sanne, wire))

    back = profiles.open_profile(elsewhere, PASSPHRASE, now=sanne.now)
    open_dossier(back.session, "Terug")
    for _ in range(2):
        syncing.sync_now(back.session, client(back.session, wire))
    sync(joris, wire=wire)

    assert names(back.session) == names(joris) == {"Ingepakt", "Daarna", "Terug"}
    assert syncing.state(back.session).waiting == 0
    back.close()


def test_an_admission_that_was_not_sent_survives_a_restored_copy(
    team: Team, make_session: MakeSession, wire: Wire
) -> None:
    sanne, _ = team
    third = make_session("worker")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(third)])
    sending.start_anew(sanne, sanne.team_space)
    enrolling.follow(third, [sanne.team_space])

    sync(sanne, third, wire=wire)

    assert spaces.membership(third.db, sanne.team_space).member(third.device) is not None


def test_one_space_that_put_this_device_out_does_not_stop_the_others(
    team: Team, make_session: MakeSession, wire: Wire
) -> None:
    sanne, joris = team
    gp = with_pilot(make_session("gp"))
    enrolling.found(gp, PRACTICE)
    syncing.sync_now(gp, client(gp, wire))
    enrolling.admit(gp, PRACTICE, [enrolling.device_card(sanne)])
    with transaction(sanne.db):
        meta.put_meta(sanne.db, "spaces", [PRACTICE, sanne.team_space])
    sync(gp, sanne, gp, wire=wire)
    put_out(gp, PRACTICE, sanne.device)
    syncing.sync_now(gp, client(gp, wire))
    book(sanne, SLOT)
    open_dossier(sanne)

    syncing.sync_now(sanne, client(sanne, wire))
    syncing.sync_now(joris, client(joris, wire))

    assert syncing.state(sanne).out == ("practice",)
    assert syncing.state(sanne).waiting > 0, "the booking stays here"
    assert names(joris) == {"Noor"}


def test_a_dossier_key_of_a_refused_parcel_travels_with_the_next(
    team: Team, make_session: MakeSession, wire: Wire
) -> None:
    sanne, joris = team
    third = make_session("worker")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(third)])
    sync(sanne, joris, wire=wire)
    open_dossier(joris)
    assert syncing.outgoing(joris, joris.team_space) is not None
    put_out(sanne, sanne.team_space, third.device)

    sync(sanne, joris, sanne, wire=wire)

    assert names(sanne) == {"Noor"}
    assert parcels.parked(sanne.db, sanne.team_space) == []
    assert spaces.unshared(joris.db, joris.team_space) == frozenset()


def test_who_is_admitted_later_reads_everything_in_the_first_round(make_session: MakeSession, wire: Wire) -> None:
    gp, assistant = with_pilot(make_session("gp")), make_session("assistant")
    enrolling.found(gp, PRACTICE)
    syncing.sync_now(gp, client(gp, wire))
    enrolling.admit(gp, PRACTICE, [enrolling.device_card(assistant)])
    syncing.sync_now(gp, client(gp, wire))
    enrolling.follow(assistant, [PRACTICE])

    syncing.sync_now(assistant, client(assistant, wire))

    assert rows.count(assistant.db, Slot) == rows.count(gp.db, Slot) > 0
    assert parcels.parked(assistant.db, PRACTICE) == []


def test_what_the_hub_refused_for_good_counts_no_longer(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    with acting(gp, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(rows.require(gp.db, Slot, SLOT), minutes=20))
    assert syncing.outgoing(gp, PRACTICE) is not None
    changes = sending.refused(gp, PRACTICE, "bad_claim")
    assert "slot" in changes.kinds
    assert rows.require(gp.db, Slot, SLOT).minutes == rows.require(assistant.db, Slot, SLOT).minutes

    with acting(assistant, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(rows.require(assistant.db, Slot, SLOT), minutes=30))
    sync(assistant, gp, wire=wire)

    assert rows.require(gp.db, Slot, SLOT).minutes == 30
    assert not operations.is_pending(gp.db, "slot", SLOT)
    assert [code for _, code in operations.refused(gp.db)] == ["bad_claim"]


def test_a_booking_that_was_refused_whole_stays_readable_and_has_no_slot(practice: Practice) -> None:
    gp, _, _ = practice
    booked = book(gp, SLOT)
    assert syncing.outgoing(gp, PRACTICE) is not None
    sending.refused(gp, PRACTICE, "bad_claim")

    assert rows.require(gp.db, Appointment, booked.id).placement is Placement.LOST


def test_a_mark_goes_when_a_parcel_that_was_parked_turns_out_to_come_first(practice: Practice) -> None:
    """A cancellation is applied before the booking that it is about, and then the booking comes in."""
    gp, _, worker = practice
    booked = book(gp, SLOT)
    rebooking.cancel(gp, booked.id, "toch niet")
    first, *later = operations.of_record(gp.db, "appointment", booked.id)
    with transaction(worker.db):
        for seq, operation in enumerate(later, start=50):
            applying.apply(worker.db, operation, seq=seq, role="gp")
    assert conflicts.marked(worker.db) != []
    with transaction(worker.db):
        applying.apply(worker.db, first, seq=40, role="gp")

    assert conflicts.marked(worker.db) == []
    assert rows.require(worker.db, Appointment, booked.id).status is AppointmentStatus.CANCELLED


def test_a_hub_that_lies_about_a_grant_is_shown_with_code_and_time(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    book(gp, SLOT)
    syncing.sync_now(gp, client(gp, wire))
    online = client(assistant, wire)
    answer = online.pull(PRACTICE, *taking.cursor(assistant, PRACTICE), 100)
    lie = msgspec.structs.replace(answer.items[-1], granted=tuple(not yes for yes in answer.items[-1].granted))
    items = (*answer.items[:-1], lie)
    assert online.hub_key is not None

    changes = syncing.take(assistant, PRACTICE, msgspec.structs.replace(answer, items=items), online.hub_key)

    assert "alarm" in changes.kinds
    assert syncing.state(assistant).alarms == 1
    (item,) = sharing.overview(assistant).items
    assert (item.alarm, item.reason, item.at.tzinfo is not None) == (True, "hub.granted_otherwise", True)


def on_a_hub(session: Session, *others: Session) -> OtherHub:
    """A hub on which somebody founded the team and admitted the others."""
    made = OtherHub(session.team_space)
    enrolling.found(session, session.team_space)
    made.accept(session)
    if others:
        enrolling.admit(session, session.team_space, [enrolling.device_card(one) for one in others])
        made.accept(session)
    return made


@pytest.mark.parametrize("seen_seq", [1, 9])
def test_who_saw_another_order_is_an_alarm_also_while_keys_are_missing(
    make_session: MakeSession, seen_seq: int
) -> None:
    """A colleague says which head they saw: another one than ours, or one of a place that was still to come."""
    sanne, joris = make_session("worker"), make_session("colleague")
    hub = on_a_hub(sanne, joris)
    hub.tell(joris)
    with transaction(sanne.db):
        parcels.set_cursor(sanne.db, hub.space, parcels.Cursor(hub.incarnation, seen_seq, b"x" * 32, 0))
    open_dossier(sanne)
    hub.receive(sanne)

    hub.tell(joris, withheld=True)

    assert kept(joris, hub.space)[-1] == ("parked", "hub.split_view")
    assert [one.reason for one in parcels.troubles(joris.db)] == ["hub.split_view"]


def test_an_alarm_stands_when_the_key_comes_after_all(make_session: MakeSession) -> None:
    sanne, joris = make_session("worker"), make_session("colleague")
    hub = on_a_hub(sanne, joris)
    hub.tell(joris)
    with acting(sanne, Intention.EDIT_DOSSIER) as action:
        group = messages.ClaimGroup(claims=(messages.Claim(b"d" * 16, b"h" * 32),))
        patient = Patient(sanne.new_id(), "Noor", "Bos", date(2017, 3, 2), sanne.actor.staff_id, sanne.now())
        action.write(patient, claim=group)
    hub.receive(sanne, granted=(False,))
    hub.tell(joris, withheld=True)
    assert kept(joris, hub.space)[-1] == ("parked", "hub.granted_otherwise")

    hub.tell(joris)

    assert kept(joris, hub.space)[-1] == ("applied", "hub.granted_otherwise")
    assert names(joris) == {"Noor"}


def test_what_was_parked_and_turns_out_to_be_wrong_says_so(make_session: MakeSession) -> None:
    """A parcel that nobody can open, from before somebody was admitted: they have the key only afterwards."""
    sanne, later = make_session("worker"), make_session("colleague")
    hub = on_a_hub(sanne)
    slip_in(sanne, "hologram.made", space=hub.space)
    hub.place(forge(sanne, hub.space, lambda payload: messages.Payload(payload.header, b"geen zegel" * 9)))
    sending.refused(sanne, hub.space, "bad_claim")
    hub.tell(sanne)
    enrolling.admit(sanne, hub.space, [enrolling.device_card(later)])
    hub.accept(sanne)

    hub.tell(later)

    assert ("refused", "seal.broken") in kept(later, hub.space)
    assert [one.reason for one in parcels.troubles(later.db)] == ["chain.link", "seal.broken"]


def test_a_contributor_parks_nothing(make_session: MakeSession) -> None:
    marieke, sanne = make_session("coordinator"), make_session("worker")
    hub = OtherHub(marieke.pilot_space)
    enrolling.found(marieke, hub.space)
    hub.accept(marieke)
    enrolling.admit(marieke, hub.space, [enrolling.device_card(sanne)])
    hub.accept(marieke)
    hub.tell(sanne)
    enrolling.admit(marieke, hub.space, [enrolling.device_card(make_session("colleague"))])
    hub.accept(marieke)
    hub.tell(sanne)

    assert {state for state, _ in kept(sanne, hub.space)} == {"applied"}
    assert syncing.state(sanne).alarms == 0


class Forgetful:
    """A hub that no longer knows its devices, once; the rest is the real one."""

    def __init__(self, hub: syncing.Hub) -> None:
        self.hub = hub
        self.hub_key = hub.hub_key
        self.clock_ahead: float | None = None
        self.registered = 0

    def register(self) -> None:
        self.registered += 1
        self.hub.register()

    def push_all(self, parcels: tuple[messages.Push, ...]) -> tuple[messages.PushAnswer, ...]:
        return self.hub.push_all(parcels)

    def pull(self, space: str, seq: int = 0, key_cursor: int = 0, limit: int = 100) -> messages.PullAnswer:
        if not self.registered:
            raise KnownError("hub.device_unknown")
        return self.hub.pull(space, seq, key_cursor, limit)

    def heal(self, message: messages.Heal) -> messages.Healed:
        return self.hub.heal(message)

    def end(self, space: str, step: ending.Step) -> ending.Standing:
        return self.hub.end(space, step)

    def forget(self, space: str, ids: tuple[bytes, ...]) -> messages.Forgotten:
        return self.hub.forget(space, ids)


def test_a_hub_that_forgot_this_device_hears_once_more_who_it_is(team: Team, wire: Wire) -> None:
    sanne, joris = team
    open_dossier(sanne)
    forgetful = Forgetful(client(sanne, wire))
    syncing.sync_now(sanne, forgetful)
    sync(joris, wire=wire)
    assert forgetful.registered == 1
    assert names(joris) == {"Noor"}


def test_after_a_few_places_of_the_order_a_click_gets_its_turn(
    practice: Practice, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "MOST_TOGETHER", 2)
    gp, assistant, _ = practice
    for _ in range(5):
        slip_in(gp, "hologram.made", space=PRACTICE)
        syncing.sync_now(gp, client(gp, wire))
    before = taking.cursor(assistant, PRACTICE)[0]
    seen = []
    run = syncing.steps(client(assistant, wire), (PRACTICE,))
    step = next(run)
    while before + 5 not in seen:
        step = run.send(step.work(assistant) if isinstance(step, syncing.FileStep) else step.work())
        seen.append(taking.cursor(assistant, PRACTICE)[0])

    assert sorted(set(seen)) == [before, before + 2, before + 4, before + 5]


def test_only_the_last_thousand_heads_are_kept(gp: Session) -> None:
    most = spaces.HEADS_PER_ROW * spaces.HEAD_ROWS
    with transaction(gp.db):
        for seq in range(1, most + 60):
            spaces.keep_head(gp.db, PRACTICE, seq, b"%d" % seq)

    assert spaces.head_at(gp.db, PRACTICE, 1) is None
    assert spaces.head_at(gp.db, PRACTICE, most + 59) == b"%d" % (most + 59)
