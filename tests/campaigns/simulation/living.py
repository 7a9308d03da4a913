"""Living through a history: each step is done, the network heals, everybody syncs to the end, and then we look."""

import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.services import healing_standing, spaces
from gpconnect.storage import operations
from tests.campaigns.simulation import at_desk, in_dossier, in_office, in_space, in_team, invariants
from tests.campaigns.simulation.chance import dice, drawn_from
from tests.campaigns.simulation.desk import ORDINARY, Desk, Died
from tests.campaigns.simulation.history import History, Step
from tests.campaigns.simulation.invariants import Violation
from tests.campaigns.simulation.world import World, world

DEEDS = at_desk.DEEDS | in_team.DEEDS | in_dossier.DEEDS
OFFICE_DEEDS = in_office.DEEDS | in_space.DEEDS
HAPPENED = ("forget",)
"""What no step asks for and still has to happen: the hub lets go of a key that was destroyed."""
EVERY = frozenset({*DEEDS, *OFFICE_DEEDS, *HAPPENED})
"""All that a campaign must have seen done."""
DONE, NOTHING, DIED = "done", "nothing to do", "the power went"
_MOST_PASSES = 14
_PATIENCE = 4
"""Passes after which nobody waits any longer for what a restored hub forgot."""
_QUIET = 1
"""Passes in which nothing happened at the hub, after which it is quiet."""
_NOT_OURS = frozenset({"driver.too_old"})
_BROKEN = ("file.", "record.not", "slots.")
"""How codes begin that no deed may end with: the file itself would be broken."""


@dataclass(slots=True)
class Lived:
    """What came of a history.

    Attributes:
        story: every step in words.
        violations: what should never have been.
        answers: digest of everything that the hub decided.
        done: how often each deed was done, and how often there was nothing to do or it was refused.
    """

    history: History
    story: list[str] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    answers: str = ""
    done: dict[str, list[int]] = field(default_factory=dict)

    def broken(self) -> set[str]:
        """Names of the invariants that do not hold."""
        return {one.invariant for one in self.violations}


def live(history: History, template: Path, folder: Path, url: str | None = None) -> Lived:
    """Live through it from beginning to end."""
    lived = Lived(history)
    with drawn_from(history.seed, "begin"), world(history, template, folder, url) as here:
        for step in history.steps:
            _step(lived, here, step)
        with drawn_from(history.seed, "quiet"):
            try:
                _grow_quiet(lived, here)
                lived.violations += invariants.look(here)
            except Exception as error:  # noqa: BLE001 - a program that fails is what we are looking for
                lived.violations.append(_failure("afterwards", error))
            lived.answers = here.hub.answers
            lived.done["forget"] = [here.hub.forgot, 0]
            lived.violations += [Violation(*one) for one in here.wrong]
        lived.violations += [Violation("the hub answers", one) for one in here.hub.troubles]
    return lived


def _step(lived: Lived, here: World, step: Step) -> None:
    desk = here.at_work(step)
    here.time += timedelta(minutes=1)
    with drawn_from(lived.history.seed, step.number):
        try:
            came = _do(here, desk, step)
        except Died:
            desk.die()
            came = DIED
        except at_desk.NothingError:
            came = NOTHING
        except KnownError as error:
            came = error.code
            if came.startswith(_BROKEN):
                lived.violations.append(Violation("the program works", f"{step}: {came}"))
        except Exception as error:  # noqa: BLE001 - a program that fails is what we are looking for
            lived.violations.append(_failure(str(step), error))
            desk.die()
            came = type(error).__name__
        finally:
            desk.disarm()
        if step.deed == "sync":
            _judge_round(lived, here, desk, came)
        if came != DIED and desk.profile is not None:
            desk.note_promises()
            if step.deed == "sync":
                desk.note_held()
    lived.story.append(
        f"{step.number:3} {here.time:%d-%m %H:%M} {step.who}: {step.deed} {_told(step)}-> {came or DONE}"
    )
    tally = lived.done.setdefault(step.deed, [0, 0])
    tally[0 if came in {"", DONE} or (" " in came and came not in {NOTHING, DIED}) else 1] += 1


def _do(here: World, desk: Desk, step: Step) -> str:
    office = OFFICE_DEEDS.get(step.deed)
    if office is not None:
        return office(here, desk, step)
    if step.fault == "dies":
        desk.session  # noqa: B018 - opened first: it dies in the deed
        desk.arm(step.draw % 4)
    DEEDS[step.deed](desk.session, dice(lived_seed(step), step.draw))
    return ""


def lived_seed(step: Step) -> str:
    """What the choices of a deed hang on."""
    return f"{step.who} {step.deed}"


def _told(step: Step) -> str:
    return f"({step.fault} at {step.at}) " if step.fault else ""


def _judge_round(lived: Lived, here: World, desk: Desk, came: str) -> None:
    """A round may fail as networks do, and for a device that is not let in; in no other way."""
    outside = came == "hub.refused" and _is_outside(here, desk)
    if came == "hub.went_on":
        outside = any(one.forgotten for one in healing_standing.healing_spaces(desk.session))
    if came not in {"", DONE, DIED, *ORDINARY} and not outside:
        lived.violations.append(Violation("rounds end well", f"{desk.name}: {came}"))


def _is_outside(here: World, desk: Desk) -> bool:
    return any(desk.session.device not in here.hub.members(one) for one in spaces.followed(desk.session.db))


def _grow_quiet(lived: Lived, here: World) -> None:
    for desk in here.desks.values():
        desk.line.arrive()
        desk.line.trouble("", 0)
    silent, before = 0, here.hub.length()
    for turn in range(_MOST_PASSES):
        if turn >= _PATIENCE:
            _go_on(here)
        here.time += timedelta(minutes=1)
        for desk in here.desks.values():
            _judge_round(lived, here, desk, desk.sync())
            desk.note_promises()
        after = here.hub.length()
        asked = turn <= _PATIENCE and _somebody_is_asked(here)
        silent = silent + 1 if after == before and not asked and not is_waiting(here) else 0
        before = after
        if silent == _QUIET:
            return
    waiting = {desk.name: operations.outbox_counts(desk.session.db) for desk in here.desks.values()}
    lived.violations.append(Violation("it grows quiet", f"after {_MOST_PASSES} passes: {waiting}"))


def _go_on(here: World) -> None:
    """Everybody was heard: what a restored hub still waits for is nowhere any more, so its admins say to go on."""
    for desk in here.desks.values():
        for one in healing_standing.healing_spaces(desk.session):
            if one.may_go_on:
                with suppress(KnownError):  # the hub is further than this device has read, or waits no more
                    healing_standing.go_on(desk.session, one.space)
            if one.forgotten:
                healing_standing.rejoin(desk.session, one.space)


def _somebody_is_asked(here: World) -> bool:
    """Whether a person has to say something before a device goes on."""
    every = (one for desk in here.desks.values() for one in healing_standing.healing_spaces(desk.session))
    return any(one.may_go_on or one.forgotten for one in every)


def is_waiting(here: World) -> bool:
    """Whether somebody who is in a space has something for it that the hub does not have yet."""
    return any(
        one.waiting + one.under_way
        for desk in here.desks.values()
        for space, one in operations.outbox_counts(desk.session.db).items()
        if desk.session.device in here.hub.members(space)
    )


def _failure(where: str, error: Exception) -> Violation:
    frames = [one for one in traceback.extract_tb(error.__traceback__) if "gpconnect" in one.filename]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return Violation("the program works", f"{where}: {type(error).__name__} at {place}: {error}")
