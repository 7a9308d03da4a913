"""What only a person says of a space: go on without, go on with the others, let it end; and who comes in with a code.

Nobody but an admin, or who holds a paper, can do most of this; for all others there is nothing to do.
"""

from pathlib import Path
from random import Random

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.staff import Role
from gpconnect.services import ending, healing_standing, inviting, joining, pilot_end, recovery_keys, spaces
from gpconnect.services.guests import Guest
from gpconnect.services.inviting import InvitationView
from gpconnect.storage import rows
from gpconnect.sync.client import HubClient
from gpconnect.sync.keys import DeviceKeys
from tests.campaigns.simulation import losing
from tests.campaigns.simulation.at_desk import NothingError, one_of
from tests.campaigns.simulation.desk import ORDINARY, Desk
from tests.campaigns.simulation.history import Step
from tests.campaigns.simulation.network import Line
from tests.campaigns.simulation.world import HUB_ADDRESS, World
from tests.services.conftest import CHEAP

GUEST = "kim"
"""Who comes in with a code."""
_WORDS = "vier losse woorden voor de werkgever"
_BURNS, _AN_OLD_ONE = 0.4, 0.2
_TURNS = 5
"""Rounds of both sides in which a conversation under a code comes to its end."""


def go_on(_world: World, desk: Desk, step: Step) -> str:
    """An admin does not wait any longer for what a restored hub lacks."""
    waiting = [one.space for one in healing_standing.healing_spaces(desk.session) if one.may_go_on]
    space = one_of(Random(step.draw), waiting)
    healing_standing.go_on(desk.session, space)
    return f"in {_family(space)}"


def rejoin(_world: World, desk: Desk, step: Step) -> str:
    """A device that a restored hub forgot goes on with the others."""
    gone = [one.space for one in healing_standing.healing_spaces(desk.session) if one.forgotten]
    space = one_of(Random(step.draw), gone)
    healing_standing.rejoin(desk.session, space)
    return f"in {_family(space)}"


def ask_end(world: World, desk: Desk, step: Step) -> str:
    """An admin asks that the hub lets go of a space; the dossiers of a team go to the employer first."""
    space = one_of(Random(step.draw), _administered(desk))
    if space.startswith("team/") and rows.count(desk.session.db, Patient):
        done = pilot_end.export_all(desk.session, world.folder, _WORDS, cost=CHEAP)
        assert done is not None, "nobody cancels"
        Path(done.path).unlink()
    ending.ask(desk.session, space)
    return f"of {_family(space)}"


def take_back_end(_world: World, desk: Desk, step: Step) -> str:
    asked = [one.space for one in ending.overview(desk.session) if one.may and one.state in {"asked", "due"}]
    space = one_of(Random(step.draw), asked)
    ending.take_back(desk.session, space)
    return f"of {_family(space)}"


def empty(_world: World, desk: Desk, step: Step) -> str:
    due = [one.space for one in ending.overview(desk.session) if one.may and one.state == "due"]
    space = one_of(Random(step.draw), due)
    ending.empty(desk.session, space)
    return f"for {_family(space)}"


def make_paper(world: World, desk: Desk, step: Step) -> str:
    """A recovery key on paper, typed back; the one before it ends."""
    space = one_of(Random(step.draw), _administered(desk))
    sheet = recovery_keys.begin(desk.session, space)
    recovery_keys.finish(desk.session, sheet, f"{sheet.code} {sheet.name}")
    world.papers.setdefault(desk.name, []).append(sheet)
    world.devices |= {_key_on(sheet).device}
    return f"for {_family(space)}"


def come_by_paper(world: World, desk: Desk, step: Step) -> str:
    """A computer burnt, or another one beside it: with the paper and the hub everything is back."""
    chance = Random(step.draw)
    papers = world.papers.get(desk.name, [])
    sheet = one_of(chance, papers if chance.random() < _AN_OLD_ONE else papers[-1:])
    key, typed = _key_on(sheet), f"{sheet.code} {sheet.name}"
    client = HubClient(Line(world.hub.send), key)
    found = recovery_keys.look(client, typed)
    assert found.root == sheet.root, "the paper names the founding"
    burns = chance.random() < _BURNS
    new = world.newcomer(f"{desk.name}-paper-{step.number}")
    member = recovery_keys.new_member(new.session, found, desk.actor.staff_id)
    recovery_keys.let_in(client, found, member)
    recovery_keys.settle(new.session, found, member, desk.actor.name, HUB_ADDRESS)
    new.actor = new.session.actor
    if burns:
        with losing.put_back(world):
            world.burn(desk, new)
    else:
        world.bring(desk, new)
    came = new.sync()
    return f"the old one {'burnt' if burns else 'stays'}, {came or 'all is back'}"


def invite(world: World, desk: Desk, step: Step) -> str:
    """A code for somebody new, into all that this device administers."""
    wanted = _administered(desk)
    if not wanted:
        raise NothingError
    known = world.desks.get(GUEST)
    staff = known.session.actor.staff_id if known is not None else ""
    sites = tuple(one.partition("/")[2] for one in wanted if one.startswith("practice/"))
    guest = Guest("Kim Vos", Role.YOUTH_WORKER, "Buurtzorg Jong", staff, sites or desk.actor.site_ids[:1])
    made = inviting.invite(desk.session, guest, wanted)
    world.codes.setdefault(desk.name, []).append(made)
    return f"into {len(wanted)} spaces, {step.number}"


def answer_code(world: World, desk: Desk, step: Step) -> str:
    """The guest types the code, both compare six digits, and the guest is in; the line of either may fail meanwhile."""
    codes = world.codes.get(desk.name, [])
    made = one_of(Random(step.draw), codes[-1:])
    guest = world.desks.get(GUEST) or world.bring(desk, world.newcomer(GUEST))
    joining.begin(guest.session, made.code, HUB_ADDRESS)
    troubled = (desk, guest)[step.draw % 2]
    troubled.line.trouble(("lost_answer", "doubled", "lost_request", "")[step.draw % 4], 1 + step.draw % 9)
    for _ in range(_TURNS):
        for one in (desk, guest):
            one.sync()
            one.line.trouble("", 0)
    _compare(desk, guest, made)
    for one in (desk, guest, desk, guest):
        came = one.sync()
        if came and came not in ORDINARY | {"hub.refused", "hub.later"}:
            return came
    codes.remove(made)
    if joining.view(guest.session).stage == "done":
        joining.finish(guest.session)
        return "is in"
    return "is not in yet"


def _compare(desk: Desk, guest: Desk, made: InvitationView) -> None:
    seen = joining.view(guest.session)
    host = next((one for one in inviting.invitations(desk.session) if one.id == made.id), None)
    if host is None:
        raise NothingError
    if seen.stage != "compare" or host.stage != "compare":
        raise KnownError(seen.trouble or host.trouble or "join.not_yet")
    assert host.digits == seen.digits, "both screens show the same digits"
    joining.compare(guest.session, same=True)
    inviting.compare(desk.session, made.id, same=True)
    guest.actor = guest.session.actor


def _administered(desk: Desk) -> list[str]:
    known = ending.active(desk.session.db)
    return [one for one in known if spaces.membership(desk.session.db, one).may_push(desk.session.device, entry=True)]


def _key_on(sheet: recovery_keys.NewKey) -> DeviceKeys:
    return recovery_keys.keys_of(recovery_keys._read(f"{sheet.code} {sheet.name}")[0])


def _family(space: str) -> str:
    return space.partition("/")[0]


DEEDS = {
    "go_on": go_on,
    "rejoin": rejoin,
    "ask_end": ask_end,
    "take_back_end": take_back_end,
    "empty": empty,
    "make_paper": make_paper,
    "come_by_paper": come_by_paper,
    "invite": invite,
    "answer_code": answer_code,
}
