"""What happens to devices: rounds with the hub, time, copies put back, people let in and put out."""

from datetime import timedelta
from random import Random

from gpconnect.services import enrolling, removing, spaces
from gpconnect.services.session import Session
from tests.campaigns.simulation import losing
from tests.campaigns.simulation.at_desk import NothingError, one_of
from tests.campaigns.simulation.desk import Desk
from tests.campaigns.simulation.history import SKEWS, Step
from tests.campaigns.simulation.world import FOUNDED, LATER, SUMMER_BEGINS, SUMMER_ENDS, World


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
    if not world.hub.copies:
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


DEEDS = {
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
