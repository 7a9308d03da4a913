"""What happens to devices: rounds with the hub, time, copies put back, people let in and put out."""

from datetime import timedelta
from random import Random

from gpconnect.domain.people import Patient
from gpconnect.services import enrolling, patients, removing, spaces
from gpconnect.services.session import Session
from gpconnect.storage import erasure, operations, rows
from tests.campaigns.simulation import losing
from tests.campaigns.simulation.at_desk import NothingError, one_of
from tests.campaigns.simulation.desk import Desk
from tests.campaigns.simulation.history import SKEWS, Step
from tests.campaigns.simulation.world import FOUNDED, LATER, SUMMER_BEGINS, SUMMER_ENDS, TEAM_SPACE, World


def sync(_world: World, desk: Desk, step: Step) -> str:
    """A round with the hub; the network or the device may fail meanwhile."""
    desk.line.trouble(step.fault, step.at)
    if step.fault == "dies":
        desk.arm(step.at)
    return desk.sync(dies_after=step.at if step.fault == "dies_between" else 0)


def wait_a_bit(world: World, _desk: Desk, step: Step) -> str:
    world.time += timedelta(minutes=step.draw % 600)
    return ""


def wait_a_week(world: World, _desk: Desk, step: Step) -> str:
    world.time += timedelta(days=7, minutes=1 + step.draw % 300)
    return ""


def night(world: World, _desk: Desk, step: Step) -> str:
    """To the night in which the clock goes back or forward."""
    coming = [one for one in (SUMMER_ENDS, SUMMER_BEGINS) if one > world.time]
    if not coming:
        raise NothingError
    world.time = coming[0] + timedelta(minutes=step.draw % 90)
    return ""


def skew(_world: World, desk: Desk, step: Step) -> str:
    """Somebody sets the clock of this computer, or it jumps."""
    desk.skew = timedelta(minutes=SKEWS[step.draw % len(SKEWS)])
    return f"{desk.skew}"


def lock(_world: World, desk: Desk, _step: Step) -> str:
    desk.lock()
    return ""


def keep_copy(_world: World, desk: Desk, _step: Step) -> str:
    desk.keep_copy()
    return ""


def put_back(world: World, desk: Desk, step: Step) -> str:
    if not desk.copies:
        raise NothingError
    dice = Random(step.draw)
    whole = dice.random() < 0.5
    with losing.put_back(world):
        desk.put_back(one_of(dice, desk.copies), whole=whole)
    return "with what lies beside it" if whole else "the file alone"


def copy_hub(world: World, _desk: Desk, _step: Step) -> str:
    """The hub's own backup, as it is made every night."""
    world.hub.keep_copy()
    return ""


def restore_hub(world: World, _desk: Desk, _step: Step) -> str:
    """The hub's database is lost and last night's copy put in its place; whoever stayed away is called in."""
    if not world.hub.copies or world.hub.ended_in_copy[world.hub.copies[-1]] != world.hub.ended():
        # A copy of before a space ended is thrown away: that is what its keeper promises.
        raise NothingError
    called = world.call_in()
    with losing.put_back(world):
        world.hub.put_back(world.hub.copies[-1])
    for other in called:
        other.sync()
    return f"{len(called)} called in"


def admit(world: World, desk: Desk, _step: Step) -> str:
    """The newcomer is let in wherever this device is the one that lets people in."""
    if LATER not in world.desks or desk.name == LATER:
        raise NothingError
    new = world.desks[LATER]
    card = enrolling.device_card(new.session)
    asked = 0
    for space, (founder, members) in FOUNDED.items():
        membership = spaces.membership(desk.session.db, space)
        if founder == desk.name and LATER in members and card.member.device not in membership.seats:
            if _entry_waits(desk.session, space):
                continue
            enrolling.admit(desk.session, space, [card])
            asked += 1
    if not asked:
        raise NothingError
    return f"to {asked} spaces"


def remove(world: World, desk: Desk, step: Step) -> str:
    """Somebody's device is put out of whatever this device administers, as when it was lost."""
    mine = {one for founder, members in FOUNDED.values() if founder == desk.name for one in members}
    mine |= {one.name for one in world.brought.get(desk.name, ())}
    name = one_of(Random(step.draw), sorted(mine & world.desks.keys() - {desk.name}))
    removing.remove_device(desk.session, world.desks[name].session.device)
    return f"{name} is put out"


def late(_world: World, desk: Desk, _step: Step) -> str:
    if not desk.line.late:
        raise NothingError
    return f"{desk.line.arrive()} arrived after all"


def _entry_waits(session: Session, space: str) -> bool:
    """One change of who belongs at a time: the next one needs to know how the one before it ended."""
    sql = "SELECT count(*) FROM parcel_out WHERE space = ? AND state = 'waiting'"
    return bool(session.db.execute(sql, (space,)).fetchone()[0])


def recall(world: World, desk: Desk, step: Step) -> str:
    """A file of before something was destroyed takes its place: what was destroyed is gone again before anybody looks.

    Looked at here, at once: a round with the hub would put it right all the same.
    """
    stones = erasure.tombstones(desk.session.db)
    older = [one for one in desk.copies if desk.stones[one] < len(stones)]
    copy = one_of(Random(step.draw), older)
    with losing.put_back(world):
        desk.put_back(copy, whole=False)
    gone = [one for one in stones if not one.parts]
    left = {one.erasure for one in stones} - {one.erasure for one in erasure.tombstones(desk.session.db)}
    world.wrong += [("recalled is gone", f"{desk.name} forgot the destruction {one[:6]}") for one in sorted(left)]
    for one in gone:
        there = operations.of_dossier(desk.session.db, one.patient_id)
        if there and not rows.get(desk.session.db, Patient, one.patient_id):
            world.wrong.append(("recalled is gone", f"{desk.name} has the log of {one.patient_id[:6]} again"))
    return f"{len(stones)} destroyed"


def edit_apart(world: World, desk: Desk, step: Step) -> str:
    """Two colleagues change the same thing of the same child, and neither has heard of the other."""
    dice = Random(step.draw)
    workers = [one for one in world.readers(TEAM_SPACE) if one is not desk]
    if desk not in world.readers(TEAM_SPACE):
        raise NothingError
    other = one_of(dice, workers)
    here, there = ({one.id for one in rows.where(at.session.db, Patient, "NOT archived")} for at in (desk, other))
    patient_id = one_of(dice, sorted(here & there))
    for place, at in enumerate((desk, other)):
        patients.edit_patient(at.session, patient_id, {"phone": f"06 1234{dice.randrange(1000, 4000) * 2 + place}"})
        at.note_promises()
    return f"with {other.name}"


DEEDS = {
    "recall": recall,
    "edit_apart": edit_apart,
    "sync": sync,
    "wait_a_bit": wait_a_bit,
    "wait_a_week": wait_a_week,
    "night": night,
    "skew": skew,
    "lock": lock,
    "keep_copy": keep_copy,
    "put_back": put_back,
    "copy_hub": copy_hub,
    "restore_hub": restore_hub,
    "admit": admit,
    "remove": remove,
    "late": late,
}
