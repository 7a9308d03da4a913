"""The frame of every campaign: a seed, a number of rounds, what was broken, and one JSON object as the last line.

    python -m tests.campaigns.NAME [--rounds N] [--seed S] [--hub sqlite|postgresql] [--plant NAME]

The exit code is 1 when anything was broken. A test runs the same campaign with fewer rounds:

    assert alone("crash", "--rounds", "20").violations == 0

and the full figure under the mark `long`, which `build/test --long` takes along.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = 40
"""Details in the JSON object at most: one fault in a loop of thousands is said often enough."""


@dataclass(frozen=True, slots=True)
class Options:
    """What somebody asks of a campaign.

    Attributes:
        rounds: how much is done; what one round is, the campaign says.
        seed: the same seed chooses the same faults in the same places.
        hub: the database under the hub, where there is one: sqlite or postgresql.
        plant: a bug that is put in on purpose, to see the campaign find it; empty for none.
    """

    rounds: int
    seed: int = 1
    hub: str = "sqlite"
    plant: str = ""

    def chance(self, *names: object) -> random.Random:
        """Chance that is the same for the same seed and names, however many other draws were made."""
        return random.Random(":".join(map(str, (self.seed, *names))))


@dataclass(slots=True)
class Tally:
    """What a campaign found so far; it is handed to the campaign, which fills it.

    Attributes:
        rounds: rounds that were really run.
        violations: what should never have happened, one line each: where, and what was broken.
        details: what a reader of the figures wants to know: counts per kind, things left out and why.
        quiet: nothing is printed: what is broken here was planted, and is meant to be found.
    """

    rounds: int = 0
    violations: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    quiet: bool = False

    def check(self, holds: object, what: str) -> None:
        """Counts a violation, and says it at once, when something that must hold does not."""
        if not holds:
            self.violations.append(what)
            if not self.quiet:
                print(f"BROKEN  {what}", flush=True)

    def say(self, line: str) -> None:
        """A line for people, kept among the details."""
        self.details.append(line)
        if not self.quiet:
            print(line, flush=True)


Campaign = Callable[[Options, Tally], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The last line of a campaign."""

    name: str
    rounds: int
    violations: int
    seconds: float
    details: list[str]


def run(name: str, campaign: Campaign, options: Options) -> Outcome:
    """Runs a campaign to its end, and prints its outcome."""
    tally, start = Tally(), time.monotonic()
    campaign(options, tally)
    seconds = round(time.monotonic() - start, 2)
    details = [*tally.violations[:SHOWN], *tally.details[:SHOWN]]
    outcome = Outcome(name, tally.rounds, len(tally.violations), seconds, details)
    print(json.dumps(asdict(outcome)), flush=True)
    return outcome


def alone(name: str, *arguments: str) -> Outcome:
    """Runs a campaign in a process of its own, for a campaign that forks or changes what all its process shares."""
    command = [sys.executable, "-m", f"tests.campaigns.{name}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert lines, done.stderr[-2000:]
    try:
        outcome = Outcome(**json.loads(lines[-1]))
    except ValueError as error:
        raise AssertionError(done.stdout[-2000:] + done.stderr[-2000:]) from error
    assert (done.returncode == 1) == (outcome.violations > 0)
    return outcome


def main(
    name: str,
    campaign: Campaign,
    rounds: int,
    arguments: Sequence[str] | None = None,
    *,
    plants: Collection[str] = (),
) -> int:
    """The program `python -m tests.campaigns.NAME`.

    Args:
        name: of the campaign, as it stands in the JSON object.
        campaign: what is run.
        rounds: how many, when nobody says.
        arguments: those of the command line when None.
        plants: names of the bugs that can be put in on purpose.

    Returns:
        The exit code: 1 when something was broken.
    """
    parser = argparse.ArgumentParser(prog=f"python -m tests.campaigns.{name}")
    parser.add_argument("--rounds", type=int, default=rounds, help="how much (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which faults, where (%(default)s)")
    parser.add_argument("--hub", choices=("sqlite", "postgresql"), default="sqlite", help="the hub's database")
    parser.add_argument("--plant", choices=sorted({"", *plants}), default="", help="a bug to put in on purpose")
    asked = parser.parse_args(sys.argv[1:] if arguments is None else arguments)
    return 1 if run(name, campaign, Options(asked.rounds, asked.seed, asked.hub, asked.plant)).violations else 0
