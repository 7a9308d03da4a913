"""The simulation: many invented histories of a pilot, each decided by a seed, lived through with the real programs.

    python -m tests.campaigns.simulation [--rounds N] [--seed S] [--hub sqlite|postgresql] [--plant BUG] [--long]

One seed decides who takes part, what they do (20 to 500 things), how the network fails, how wrong the clocks are, when
a device dies in the middle of something, and which old copies are put back. What runs is the real client, the real
merging and the real hub; only the network, the clocks and chance are ours. When all is done the network heals,
everybody syncs until nothing changes, and `invariants` looks at what is left. A history that goes wrong is shrunk.

`--long` goes on for an hour. Not simulated: damaged disks (see the other campaigns), and a hub that cheats, other than
by the bugs that are planted.
"""

import hashlib
import os
import sys
import time
from itertools import count, takewhile

from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.simulation import history, kept
from tests.campaigns.simulation.living import EVERY
from tests.campaigns.simulation.planted import PLANTS
from tests.campaigns.simulation.running import Ground, Result, ground, lived

ROUNDS = 200
LONG_SECONDS = 3600
ENOUGH = ROUNDS
"""Histories in which every deed must have been done at least once."""
REHEARSALS = 2
_SHRUNK = 3
_LONG = "--long"
AGAIN = "again"


def simulate(options: Options, tally: Tally, seconds: float = 0) -> None:
    """Run the campaign; see the top of this file."""
    begun = time.monotonic()
    with ground(options.hub) as here:
        if not options.plant:
            for why, one in kept.regressions().items():
                _judge(tally, f"{AGAIN}, {why}", here.live(one))
        numbers = takewhile(lambda _: time.monotonic() < begun + seconds, count()) if seconds else range(options.rounds)
        answers, done, left = hashlib.sha256(), dict[str, int](), _SHRUNK
        put = PLANTS[options.plant].put if options.plant else None
        if options.rounds >= ENOUGH and not options.plant:
            _rehearse(tally, here, options, done)
        for result in lived(here, options.seed, numbers, put):
            tally.rounds += 1
            answers.update(result.answers.encode())
            for deed, (well, _) in result.done.items():
                done[deed] = done.get(deed, 0) + well
            _judge(tally, f"history {result.number}", result)
            if result.broken and left and not options.plant:
                left -= 1
                _tell(tally, here, options, result)
    if tally.rounds >= ENOUGH and not options.plant:
        for deed in sorted(EVERY - {name for name, often in done.items() if often}):
            tally.check(False, f"nobody ever did {deed}")
    tally.say("done: " + ", ".join(f"{name} {done.get(name, 0)}" for name in sorted(EVERY)))
    spent = time.monotonic() - begun
    tally.say(f"{spent / max(tally.rounds, 1):.2f} s a history, {3600 * tally.rounds / spent:.0f} an hour")
    tally.say(f"answers {answers.hexdigest()[:32]}")


def _rehearse(tally: Tally, here: Ground, options: Options, done: dict[str, int]) -> None:
    """Each scene a few times by itself, so that what is drawn seldom is done in every run all the same."""
    for result in here.rehearsed(options.seed, REHEARSALS):
        for deed, (well, _) in result.done.items():
            done[deed] = done.get(deed, 0) + well
        _judge(tally, f"rehearsal {result.number}", result)


def _judge(tally: Tally, where: str, result: Result) -> None:
    for name, detail in result.broken:
        tally.check(False, f"{where}: {name}: {detail}")


def _tell(tally: Tally, here: Ground, options: Options, result: Result) -> None:
    one = here.shrunk(history.draw(options.seed, result.number), result.invariants())
    again = here.live(one)
    tally.say(f"history {result.number}, shrunk to {len(one.steps)} steps:")
    for line in (*again.story, *(f"{name}: {detail}" for name, detail in again.broken)):
        tally.say(f"  {line}")
    print(kept.as_text(one, "; ".join(sorted(again.invariants()))), flush=True)


def run(arguments: list[str]) -> int:
    """The program."""
    seconds = LONG_SECONDS if _LONG in arguments else 0
    left = [one for one in arguments if one != _LONG]
    return main("simulation", lambda options, tally: simulate(options, tally, seconds), ROUNDS, left, plants=PLANTS)


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":
        # The order in which Python goes through a set is chance as well.
        again = [sys.executable, "-m", "tests.campaigns.simulation", *sys.argv[1:]]
        os.execve(sys.executable, again, {**os.environ, "PYTHONHASHSEED": "0"})  # noqa: S606 - this very program
    sys.exit(run(sys.argv[1:]))
