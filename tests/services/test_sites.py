"""Places are data: opened in a minute with who sits there, closed without losing a family, and opened again."""

from dataclasses import replace
from datetime import date, time

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Closure, Site, SiteKind
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import (
    admin,
    belonging,
    booking,
    closures,
    duties,
    enrolling,
    founding,
    half_days,
    planning,
    profiles,
    rebooking,
    schedule,
    sites,
    slots,
    spaces,
    workplaces,
)
from gpconnect.services.acting import acting
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.guests import Guest, invited
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.planning import SeriesRequest
from gpconnect.services.session import Session
from gpconnect.services.sites import SiteForm
from gpconnect.storage import meta, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, TOLHUIS, WALUWE, MakeSession
from tests.services.online import Wire, sync
from tests.services.test_booking import booked

SANNE, JORIS = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id
CAMBIUM = SiteForm("Cambium College", SiteKind.SCHOOL, city="Zaltbommel", workers=(SANNE,))


def the_site(session: Session, site_id: str) -> Site:
    return rows.require(session.db, Site, site_id)


def only_site(session: Session, *changes: SiteForm) -> str:
    """The id of a place that was just opened."""
    before = {one.id for one in rows.where(session.db, Site)}
    for form in changes:
        sites.open_site(session, form)
    (site_id,) = {one.id for one in rows.where(session.db, Site)} - before
    return site_id


def copy_common(whence: Session, to: Session) -> None:
    """As a round would bring it: places, people and closures."""
    with transaction(to.db):
        for kind in (Site, Staff, Closure):
            for record in rows.where(whence.db, kind):
                rows.put(to.db, record)


def test_a_place_is_opened_with_what_it_is_and_who_sits_there(coordinator: Session) -> None:
    site_id = only_site(coordinator, CAMBIUM)
    made = the_site(coordinator, site_id)

    assert (made.name, made.kind, made.city) == ("Cambium College", SiteKind.SCHOOL, "Zaltbommel")
    assert rows.require(coordinator.db, Staff, SANNE).site_ids == (WALUWE, TOLHUIS, site_id)
    sites.edit_site(coordinator, site_id, SiteForm("Cambium", SiteKind.CLINIC, workers=(SANNE, JORIS)))
    assert (the_site(coordinator, site_id).name, the_site(coordinator, site_id).kind) == ("Cambium", SiteKind.CLINIC)
    assert rows.require(coordinator.db, Staff, SANNE).site_ids.count(site_id) == 1
    assert [one.name for one in admin.overview(coordinator).workers if site_id in one.site_ids] == [
        "Joris Maas",
        "Sanne de Vries",
    ]


def test_a_place_needs_a_name_a_coordinator_and_workers_whom_the_pilot_knows(
    coordinator: Session, worker: Session
) -> None:
    with pytest.raises(KnownError, match=r"site\.name_missing"):
        sites.open_site(coordinator, SiteForm("  "))
    with pytest.raises(KnownError, match=r"role\.may_not"):
        sites.open_site(worker, SiteForm("Mijn eigen plek"))
    before = len(rows.where(coordinator.db, Site))
    for somebody in ("00" * 16, PEOPLE["gp"].staff_id):
        with pytest.raises(KnownError, match=r"site\.worker_unknown"):
            sites.open_site(coordinator, SiteForm("School", workers=(somebody,)))
    assert len(rows.where(coordinator.db, Site)) == before


def test_a_closed_place_offers_nothing_and_names_each_family_until_it_has_another_time(
    coordinator: Session, gp: Session
) -> None:
    made = booked(gp)
    sites.close_site(coordinator, WALUWE, "deze plek is gesloten")
    copy_common(coordinator, gp)

    assert slots.propose_slots(gp, WALUWE).slots == ()
    with pytest.raises(KnownError, match=r"slot\.shut"):
        slots.require_free(gp, made.slot_id)
    (duty,) = (one for one in duties.list_duties(gp) if one.duty.kind is DutyKind.REPLAN)
    assert (duty.appointment_id, duty.duty.params["why"]) == (made.appointment_id, "deze plek is gesloten")
    assert [one.id for one in schedule.my_sites(gp)] == [WALUWE]
    rebooking.cancel(gp, made.appointment_id, "elders verder")
    assert schedule.my_sites(gp) == ()


def test_a_place_that_closed_is_shut_as_well_for_what_was_planned_knowingly(coordinator: Session, gp: Session) -> None:
    christmas = date(2026, 12, 25)
    wanted = LooseRequest(WALUWE, JORIS, christmas, time(9), ("45", "45"), open_anyway=True)
    _, plan = half_days.add_loose(gp, wanted, dry_run=False)
    first, _ = schedule.half_day(gp, plan.half_day_id).slots
    child = NewPerson("Emma", "de Graaf", date(2013, 2, 13), "06 12345678")
    booking.book(gp, BookingRequest(WALUWE, first.slot_id, new=child, reasons=("sleep",)))
    sites.close_site(coordinator, WALUWE, "verhuisd")
    copy_common(coordinator, gp)

    assert schedule.half_day(gp, plan.half_day_id).shut == "verhuisd"
    assert slots.propose_slots(gp, WALUWE).slots == ()
    assert DutyKind.REPLAN in {one.duty.kind for one in duties.list_duties(gp)}
    with pytest.raises(KnownError, match=r"half_day\.shut"):
        half_days.add_loose(gp, replace(wanted, start=time(13)), dry_run=True)
    series = SeriesRequest(WALUWE, JORIS, christmas, christmas, time(13), ("45",), open_anyway=True)
    with pytest.raises(KnownError, match=r"schedule\.nothing_left"):
        planning.plan_series(gp, series, dry_run=False)


def test_a_closed_place_stands_apart_and_opens_again_as_it_was(coordinator: Session, gp: Session) -> None:
    made = booked(gp)
    before = the_site(coordinator, WALUWE)
    sites.close_site(coordinator, WALUWE, "deze plek is gesloten")
    assert [one.id for one in admin.overview(coordinator).sites] == [TOLHUIS, WALUWE]
    assert WALUWE not in {site_id for site_id, _ in closures.overview(coordinator).sites}
    assert closures.overview(coordinator).closures == ()

    sites.reopen_site(coordinator, WALUWE)
    copy_common(coordinator, gp)
    assert the_site(coordinator, WALUWE) == before
    assert slots.propose_slots(gp, WALUWE).slots
    assert not [one for one in duties.list_duties(gp) if one.duty.kind is DutyKind.REPLAN]
    assert schedule.open_appointment(gp, made.appointment_id).site_id == WALUWE
    sites.reopen_site(coordinator, TOLHUIS)
    assert not the_site(coordinator, TOLHUIS).archived


Pair = tuple[Session, Session, Session]


@pytest.fixture
def pilot(make_session: MakeSession, wire: Wire) -> Pair:
    """Marieke, Sanne and Joris in the common space, with the people of the pilot in it."""
    marieke, sanne, joris = make_session("coordinator"), make_session("worker"), make_session("colleague")
    enrolling.found(marieke, marieke.common_space)
    sync(marieke, wire=wire)
    enrolling.admit(marieke, marieke.common_space, [enrolling.device_card(sanne), enrolling.device_card(joris)])
    for one in (sanne, joris):
        enrolling.follow(one, [marieke.common_space])
    with acting(marieke, Intention.ADMINISTER) as action:
        for one in (sanne, joris):
            who = one.actor
            action.write(Staff(who.staff_id, who.name, who.role, who.organization, who.site_ids, who.team_id))
    sync(marieke, sanne, joris, wire=wire)
    return marieke, sanne, joris


def states(session: Session) -> dict[str, str]:
    """How this device stands with the spaces of practices."""
    return {one.space: one.state for one in belonging.overview(session).spaces if one.family == "practice"}


def test_a_third_place_is_in_the_agenda_of_its_worker_after_a_round_without_an_invitation(
    pilot: Pair, wire: Wire
) -> None:
    marieke, sanne, joris = pilot
    site_id = only_site(marieke, CAMBIUM)

    sync(*pilot, wire=wire)

    assert [one.name for one in schedule.my_sites(sanne)] == ["Cambium College"]
    assert states(sanne)[f"practice/{site_id}"] == "in"
    assert meta.get_meta(sanne.db, "founds") == []
    assert meta.get_meta(sanne.db, profiles.ACTOR)["site_ids"][-1] == site_id
    assert schedule.my_sites(joris) == ()
    assert not workplaces.take_up(sanne).kinds


def test_a_practice_keeps_its_own_door(pilot: Pair, wire: Wire) -> None:
    marieke, sanne, _ = pilot
    site_id = only_site(marieke, SiteForm("Praktijk De Linde", workers=(SANNE,)))

    sync(*pilot, wire=wire)

    assert [one.name for one in schedule.my_sites(sanne)] == ["Praktijk De Linde"]
    assert states(sanne)[f"practice/{site_id}"] == "waiting"


def test_two_workers_at_once_leave_it_to_a_person_to_make_the_place(pilot: Pair, wire: Wire) -> None:
    marieke, sanne, joris = pilot
    site_id = only_site(marieke, SiteForm("Cambium College", SiteKind.SCHOOL, workers=(SANNE, JORIS)))
    sync(*pilot, wire=wire)
    space = f"practice/{site_id}"
    assert {states(one)[space] for one in (sanne, joris)} == {"to_found"}

    founding.found_own(sanne, space)
    assert states(sanne)[space] == "sending"


def test_a_place_that_is_made_already_or_closed_is_not_made_once_more(pilot: Pair, wire: Wire) -> None:
    marieke, sanne, _ = pilot
    site_id = only_site(marieke, SiteForm("Cambium College", SiteKind.SCHOOL))
    sync(*pilot, wire=wire)
    enrolling.found(sanne, f"practice/{site_id}")
    sites.edit_site(marieke, site_id, CAMBIUM)
    closed = only_site(marieke, SiteForm("De Walsprong", SiteKind.SCHOOL, workers=(SANNE,)))
    sites.close_site(marieke, closed, "deze plek is gesloten")

    sync(*pilot, wire=wire)

    assert {one.id for one in schedule.my_sites(sanne)} == {site_id}
    assert states(sanne)[f"practice/{site_id}"] == "in"
    assert f"practice/{closed}" not in states(sanne)


def test_a_second_computer_of_the_worker_leaves_the_making_to_the_first(
    pilot: Pair, make_session: MakeSession, wire: Wire
) -> None:
    marieke, sanne, joris = pilot
    laptop = make_session("worker")
    enrolling.admit(marieke, marieke.common_space, [enrolling.device_card(laptop)])
    enrolling.follow(laptop, [marieke.common_space])
    sync(*pilot, laptop, wire=wire)
    space = f"practice/{only_site(marieke, CAMBIUM)}"

    sync(*pilot, laptop, wire=wire)

    first, second = sorted((sanne, laptop), key=lambda one: one.device)
    assert states(first)[space] == "in"
    assert spaces.membership(second.db, space).member(second.device) is None
    assert schedule.my_sites(joris) == ()


def test_who_is_invited_to_a_school_makes_it_when_nobody_sits_there_yet(coordinator: Session) -> None:
    school = only_site(coordinator, SiteForm("Cambium College", SiteKind.SCHOOL))
    with transaction(coordinator.db):
        coordinator.db.execute("UPDATE staff SET team_id = '' WHERE role = 'youth_worker'")
    worker = Guest("Fatima", Role.YOUTH_WORKER, site_ids=(school,))
    assert invited(coordinator, worker, "Fatima", ()).founds[1:] == (f"practice/{school}",)
    desk = Guest("Wil", Role.PRACTICE_ASSISTANT, site_ids=(school,))
    assert invited(coordinator, desk, "Wil", ()).founds == (f"practice/{school}",)

    sites.edit_site(coordinator, school, CAMBIUM)
    assert invited(coordinator, worker, "Fatima", ()).founds[1:] == ()
    assert invited(coordinator, desk, "Wil", ()).founds == ()
