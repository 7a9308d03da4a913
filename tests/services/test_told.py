"""*Wat ziet de gemeente?*: what left a device, line by line, is what stands in the tables of the municipality."""

from dataclasses import replace

from gpconnect.domain.care import EpisodeOfCare
from gpconnect.domain.facts import Fact
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import enrolling, facts, syncing, told
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import TOLHUIS, WALUWE, Clock, MakeSession, with_pilot
from tests.services.online import Wire, client, sync
from tests.services.test_facts import THURSDAY, a_finished_talk


def as_told(session: Session) -> set[tuple[object, ...]]:
    """The lines, as plain as a table; a site by its id."""
    sites = {"Praktijk De Waluwe": WALUWE, "Praktijk Het Tolhuis": TOLHUIS}
    return {
        (one.number, one.kind, one.month, one.revision, one.withdrawn, plain(values))
        for one in told.told_facts(session)
        for values in [{each.name: sites.get(str(each.value), each.value) for each in one.values}]
    }


def plain(values: dict[str, object]) -> str:
    return str(sorted(values.items()))


def as_kept(session: Session) -> set[tuple[object, ...]]:
    """The tables of whoever reads the pilot."""
    return {
        (one.id, one.kind, one.month, one.revision, one.withdrawn, plain(one.values))
        for one in rows.where(session.db, Fact)
    }


def test_the_tables_of_the_municipality_hold_the_lines_and_nothing_else(
    make_session: MakeSession, wire: Wire, clock: Clock
) -> None:
    coordinator, worker = with_pilot(make_session("coordinator")), with_pilot(make_session("worker"))
    pilot = worker.pilot_space
    enrolling.found(worker, worker.team_space)
    enrolling.found(coordinator, pilot)
    syncing.sync_now(coordinator, client(coordinator, wire))
    enrolling.admit(coordinator, pilot, [enrolling.device_card(worker)])
    enrolling.follow(worker, [pilot])
    sync(coordinator, worker, wire=wire)
    a_finished_talk(worker)
    facts.derive(worker, force=True)
    assert not any(one.arrived for one in told.told_facts(worker)), "nothing has left"
    assert as_kept(coordinator) == set()

    sync(worker, coordinator, wire=wire)
    assert all(one.arrived for one in told.told_facts(worker))
    assert as_told(worker) == as_kept(coordinator) != set()

    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(_other_reason(worker))
    clock.move_to(THURSDAY)
    facts.derive(worker, force=True)
    sync(worker, coordinator, wire=wire)
    assert as_told(worker) == as_kept(coordinator)
    assert 2 in {one.revision for one in told.told_facts(worker)}

    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(_objecting(worker))
    facts.derive(worker, force=True)
    sync(worker, coordinator, wire=wire)
    assert as_told(worker) == as_kept(coordinator)
    assert all(not one.values for one in told.told_facts(worker) if one.withdrawn)
    assert told.told_facts(coordinator) == (), "rows are shown to nobody there"


def test_every_value_is_said_in_the_sentence_of_the_rules(make_session: MakeSession) -> None:
    worker = with_pilot(make_session("worker"))
    enrolling.found(worker, worker.team_space)
    a_finished_talk(worker)
    facts.derive(worker, force=True)

    talk = next(one for one in told.told_facts(worker) if one.kind == "encounter")

    said = {one.name: (one.sentence, one.value) for one in talk.values}
    assert talk.title == "Een gesprek"
    assert said["site"] == ("Op welke locatie het gesprek was.", "Praktijk De Waluwe")
    assert said["gp_joined"] == ("Of de huisarts even meeliep.", False)


def _other_reason(session: Session) -> EpisodeOfCare:
    return replace(rows.where(session.db, EpisodeOfCare)[0], reasons=("mood",))


def _objecting(session: Session) -> Patient:
    return replace(rows.where(session.db, Patient)[0], research_objection=True)
