"""Planted bugs in the simulation: each must show in the history kept for it, and be found among the invented ones.

    python -m tests.campaigns.plants [--rounds N] [--seed S] [--plant BUG]

Prints for each bug by which invariants it is seen in its own short history, and in which of N invented ones it is found
first (0 leaves that out). A history counts only when nothing is wrong in it without the bug.
"""

import sys
from collections.abc import Iterable

from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.simulation import history, kept
from tests.campaigns.simulation.planted import PLANTS
from tests.campaigns.simulation.running import Ground, ground, lived, planted

ROUNDS = 2_000


def plants(options: Options, tally: Tally) -> None:
    """Run the campaign; see the top of this file."""
    # Without invented histories only those that have a history of their own.
    every = kept.planted() if not options.rounds else filter(None, PLANTS)
    names: Iterable[str] = [options.plant] if options.plant else every
    found = 0
    with ground() as here:
        for name in names:
            tally.rounds += 1
            trouble = _shown(here, name) if name in kept.planted() else ""
            tally.check(not trouble, f"{name}: {trouble}")
            number, by = _sought(here, options, name) if options.rounds else (0, "its own history")
            tally.check(number >= 0, f"{name} is not found in {options.rounds} histories")
            found += number >= 0 and not trouble
            tally.say(f"{name:24} history {number:4}: {by}")
    tally.say(f"{found} of {tally.rounds} found")


def _shown(here: Ground, name: str) -> str:
    """What is wrong with the history that was kept for this bug; empty when it shows it and is sound without it."""
    one, by = kept.planted()[name]
    if broken := here.live(one).invariants():
        return f"its history is not sound without it: {broken}"
    seen = planted(here, PLANTS[name].put, one).invariants()
    return "" if by <= seen else f"seen by {seen}, and by {by} before"


def _sought(here: Ground, options: Options, name: str) -> tuple[int, str]:
    for result in lived(here, options.seed, range(options.rounds), PLANTS[name].put):
        if result.broken:
            one = history.draw(options.seed, result.number)
            new = result.invariants() - here.live(one).invariants()
            if new:
                return result.number, "; ".join(sorted(new))
    return -1, ""


if __name__ == "__main__":
    sys.exit(main("plants", plants, ROUNDS, plants=PLANTS))
