"""The evil hub: what a hub, or somebody between it and the desk, could try; and what the person then reads.

    python -m tests.campaigns.evil_hub [--rounds N] [--seed S] [--plant NAME]

Every attack has a name. Real files and a real client talk to a real hub through somebody who changes what is said and
who has the hub's own key, so that what is wrong is signed as well. Of each attack is checked that the round ends with
exactly the words it should, that nothing was applied that no member wrote, that what waits to be sent still waits or
has arrived, and that with an honest hub the work goes on and everything arrives. Where the hub itself signed another
order, a device stands by what it was told: that stays an alarm, for a person. Then N headers are changed at random,
under signatures of strangers and members; none may be taken.

The table of attacks and what they read as is printed.
"""

import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten
from types import FrameType
from typing import Any

from gpconnect.domain.errors import KnownError
from gpconnect.services import spaces
from gpconnect.storage import erasure
from gpconnect.ui import messages
from gpconnect.ui.sharing import words
from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.evil import answers, belonging, insiders, mutations, orders, scene
from tests.campaigns.evil.attacks import Attack
from tests.campaigns.evil.plants import PLANTS, planted

SHORT = 2_000
FULL = 100_000
ATTACKS = (*answers.ATTACKS, *orders.ATTACKS, *insiders.ATTACKS, *belonging.ATTACKS)
SECONDS = 30
"""An attack that keeps a desk busy for longer has made it busy for ever."""
SAID = ("alarm", "reason", "seconds")


def evil_hub(options: Options, tally: Tally) -> None:
    """Runs the campaign; see the top of this file."""
    with tempfile.TemporaryDirectory(prefix="gpconnect-evil-") as name:
        template = Path(name) / "template"
        scene.make(template)
        with planted(options.plant):
            for number, attack in enumerate(_chosen(options.plant)):
                with scene.copied(template, Path(name) / f"attack{number}") as made:
                    _attacked(made, attack, tally)
            with scene.copied(template, Path(name) / "headers") as made:
                for line in mutations.run(made, options.rounds, options.chance("headers")):
                    tally.check(False, line)
    tally.rounds = len(ATTACKS) + options.rounds
    tally.say(f"{len(ATTACKS)} named attacks, {options.rounds} headers")


def _chosen(plant: str) -> tuple[Attack, ...]:
    """All attacks; for a check that was switched off, the one that gets further by it."""
    return tuple(one for one in ATTACKS if not plant or one.name == PLANTS[plant].noticed_by)


def _attacked(made: scene.Scene, attack: Attack, tally: Tally) -> None:
    try:
        with _in_time():
            _one(made, attack, tally)
    except Exception as error:  # noqa: BLE001 - whatever escapes is what a desk would have died of
        tally.check(False, f"{attack.name}: {type(error).__name__} {error}")


def _one(made: scene.Scene, attack: Attack, tally: Tally) -> None:
    victim, name = attack.victim, attack.name
    attack.install(made)
    before = made.content(victim)
    error = made.round(victim)
    said = [_code(error)] if error else []
    said += made.troubles(victim)
    tally.check(" ".join(said) == attack.reads, f"{name}: read as {' '.join(said)!r}, not {attack.reads!r}")
    _nothing_foreign(made, attack, before, tally)
    _nothing_lost(made, attack, tally)
    made.honest()
    for who in (victim, *_others(victim), victim):
        after = made.round(who)
        if who == victim:
            tally.check((after is None) == attack.heals, f"{name}: afterwards {after!r}")
    if attack.heals:
        _everything_arrived(made, attack, tally)
    else:
        _nothing_foreign(made, attack, before, tally)
        _nothing_lost(made, attack, tally)
    if not tally.quiet:
        print(f"  {name:42} {shorten(attack.reads, 58):58} {_in_words(error, said)}")


def _nothing_foreign(made: scene.Scene, attack: Attack, before: dict[str, set[Any]], tally: Tally) -> None:
    """Only what members wrote can be read: what was there, or stands in their own files."""
    now = made.content(attack.victim)
    written = [made.content(one) for one in (*_others(attack.victim), "femke")]
    for kind, records in now.items():
        known = before[kind].union(*(one[kind] for one in written))
        if kind != "Appointment":  # whether a booking stands is worked out, and differs until everybody has read it
            tally.check(records <= known, f"{attack.name}: a {kind} that nobody wrote can be read")

    session = made.desk(attack.victim)
    destroyed = set(erasure.refused_keys(session.db, scene.TEAM_SPACE))
    held = set(spaces.space_keys(session.db, scene.TEAM_SPACE).dossiers)
    tally.check(not destroyed & held, f"{attack.name}: a destroyed key is held again")
    others = session.db.execute(
        "SELECT count(*) FROM operation WHERE space LIKE 'pilot/%' AND device <> ?", (session.device,)
    ).fetchone()[0]
    tally.check(others == 0, f"{attack.name}: {others} facts of others were opened")


def _nothing_lost(made: scene.Scene, attack: Attack, tally: Tally) -> None:
    """What the victim wrote waits to be sent, or has its place in the order."""
    db = made.desk(attack.victim).db
    lost = db.execute(
        "SELECT count(*) FROM operation o WHERE o.seq IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.row = o.row AND b.refused IS NULL)"
    ).fetchone()[0]
    tally.check(lost == 0, f"{attack.name}: {lost} operations neither wait nor arrived")


def _everything_arrived(made: scene.Scene, attack: Attack, tally: Tally) -> None:
    tally.check(made.waiting(attack.victim) == 0, f"{attack.name}: {made.waiting(attack.victim)} still wait")
    mine = made.content(attack.victim)
    for other in _others(attack.victim):
        theirs = made.content(other)
        for kind, records in theirs.items():
            tally.check(mine[kind] == records, f"{attack.name}: {kind} differs from {other}'s")


def _others(victim: str) -> tuple[str, ...]:
    """With whom the victim shares everything."""
    return {"joris": ("sanne",), "peters": ("wilma",), "sanne": ("joris",)}[victim]


def _code(error: KnownError) -> str:
    return ":".join([error.code, *(str(error.params[one]) for one in SAID if one in error.params)])


def _in_words(error: KnownError | None, said: list[str]) -> str:
    """What the person reads, from the status strip or from *Delen*."""
    if error is not None:
        return messages.say(error)
    kept = [one.removeprefix("kept:") for one in said if one.startswith("kept:")]
    return words.reason(kept[0]) if kept else "-"


@contextmanager
def _in_time() -> Iterator[None]:
    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


if __name__ == "__main__":
    sys.exit(main("evil_hub", evil_hub, SHORT, plants=PLANTS))
