"""Ten thousand notes of a thousand characters, sealed and signed: sent and taken in, beside Anki and beside plain SQL.

Ours is a real hub process on PostgreSQL and a process per desk with its encrypted file. *Push* is done when the hub has
everything and the desk knows it; *pull* when every row is committed and can be read (the search index follows behind,
and is timed as well). Anki (its own Rust client and server, nothing encrypted) does the same on its own files. The hub
alone is measured with parcels that were sealed before, beside multi-row INSERT of the same bytes, durable as well.

Run by ``build/bench sync``; the last line is one JSON object. Anki is installed once, in ``out/anki``.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gpconnect.services import sending, syncing
from gpconnect.storage import parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire
from tests.bench.syncing import anki_peer, municipality, relay, written

NOTES = 10_000
QUICK_NOTES = 2_000
ROUNDS = 3
LIMITS = {
    "push_to_anki": 1.0,
    "pull_to_anki": 1.0,
    "raw_insert_to_hub": 1 / 0.6,
    "memory_to_60_mb": 1.0,
    "nothing_new_to_5_ms": 1.0,
    "click_to_50_ms": 1.0,
}


@dataclass(slots=True)
class Figures:
    """Every figure of every round, by name."""

    found: dict[str, list[float]] = field(default_factory=dict)

    def add(self, prefix: str, said: dict[str, Any]) -> None:
        """Keep what a round said."""
        for name, value in said.items():
            self.found.setdefault(f"{prefix}{name}", []).append(float(value))

    def median(self) -> dict[str, float]:
        """One figure each; the middle of the rounds."""
        return {name: round(statistics.median(values), 4) for name, values in self.found.items()}


def alone(module: str, *arguments: object) -> dict[str, Any]:
    """What a process of its own measured."""
    command = [sys.executable, "-m", f"tests.bench.syncing.{module}", *map(str, arguments)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def port_of(url: str) -> int:
    """The port in an address."""
    return int(url.rpartition(":")[2])


def one_round(database: municipality.Database, desks: written.Desks, folder: Path, figures: Figures, name: str) -> None:
    """Push by one desk, pull by the other, on a hub that knows both and has none of the notes."""
    folder.mkdir()
    both = desks.copied(folder)
    with municipality.hub(database.make(name, "base"), folder) as url:
        pushed = alone("desk", both.writer, url)
        pulled = alone("desk", both.reader, url, "--again", 20)
    assert pushed["waiting"] == 0, "everything was sent"
    assert pulled["notes"] == pushed["notes"], "everything came in"
    figures.add("push_", pushed)
    figures.add("pull_", pulled)


def metered(database: municipality.Database, desks: written.Desks, folder: Path, texts: list[str]) -> dict[str, float]:
    """Megabytes over the cable, of ours and of Anki; not timed."""
    folder.mkdir()
    both, found = desks.copied(folder), {}
    with (
        municipality.hub(database.make("metered", "base"), folder) as url,
        relay.meter(port_of(url)) as cable,
    ):
        for name, desk in (("push", both.writer), ("pull", both.reader)):
            before = cable.count
            alone("desk", desk, f"http://127.0.0.1:{cable.port}")
            found[f"{name}_wire_mb"] = (cable.count - before) / 1_000_000
    port = municipality.free_port()
    with relay.meter(port) as cable:
        anki_peer.measure(folder, texts, port, cable.port)
        found["anki_both_wire_mb"] = cable.count / 1_000_000
    return found


def hub_alone(database: municipality.Database, desks: written.Desks, folder: Path, figures: Figures) -> None:
    """Parcels sealed before, taken by the hub; and the same bytes put into the database by plain SQL."""
    folder.mkdir()
    both = desks.copied(folder)
    with written.opened(both.writer) as session:
        known = syncing.connection(session)
        assert known is not None, "the hub was set"
        pushes = list(sealed(session))
    for number in range(ROUNDS):
        name = f"alone{number}"
        with municipality.hub(database.make(name, "base"), folder) as url:
            moved = syncing.Connection(url, known.device, known.hub_key, known.spaces)
            figures.add("hub_", {"push_s": municipality.push_all(moved, pushes)})
        address = database.named(name)
        figures.add("raw_", {"insert_s": municipality.insert_all(address, pushes, 10)})
        figures.add("raw_", {"insert_at_once_s": municipality.insert_all(address, pushes, len(pushes))})


def sealed(session: Any) -> Iterable[wire.Push]:
    """Every parcel that waits, as if each were answered before the next."""
    while (push := sending.outgoing(session, written.SPACE)) is not None:
        header = wire.decode_envelope(push.envelope)[1].header
        with transaction(session.db):
            parcels.acknowledge(session.db, written.SPACE, header.incarnation, header.number, header.number + 1)
        yield push


def clicked(database: municipality.Database, desks: written.Desks, folder: Path, figures: Figures) -> None:
    """Somebody works at the window while everything comes in."""
    folder.mkdir()
    both = desks.copied(folder)
    with municipality.hub(database.make("window", "base"), folder) as url:
        alone("desk", both.writer, url)
        figures.add("window_", alone("window", both.reader, url))


def measure(folder: Path, count: int, rounds: int) -> tuple[dict[str, float], int]:
    """All of it, in turn, so that a busy moment of the machine is shared by all."""
    figures = Figures()
    chance = random.Random(1)
    texts = [written.text(chance) for _ in range(count)]
    with municipality.postgresql() as database:
        with municipality.hub(database.make("base"), folder) as url:
            desks = written.make(folder / "made", url, count)
        for number in range(rounds):
            one_round(database, desks, folder / f"round{number}", figures, f"round{number}")
            place = folder / f"anki{number}"
            place.mkdir()
            port = municipality.free_port()
            figures.add("anki_", anki_peer.measure(place, texts, port, port))
        hub_alone(database, desks, folder / "alone", figures)
        clicked(database, desks, folder / "window", figures)
        wires = metered(database, desks, folder / "metered", texts)
    return figures.median() | {name: round(value, 2) for name, value in wires.items()}, count


def main() -> int:
    """Measure, print, and say whether the limits hold."""
    parser = argparse.ArgumentParser(description="How soon ten thousand notes are sent and taken in.")
    parser.add_argument("--quick", action="store_true", help="fewer notes and one round")
    quick = parser.parse_args().quick
    with TemporaryDirectory() as folder:
        found, count = measure(Path(folder), QUICK_NOTES if quick else NOTES, 1 if quick else ROUNDS)
    ratios = {
        "push_to_anki": found["push_seconds"] / found["anki_push_s"],
        "pull_to_anki": found["pull_seconds"] / found["anki_pull_s"],
        "raw_insert_to_hub": found["hub_push_s"] / found["raw_insert_s"],
        "memory_to_60_mb": max(found["push_above_idle_mb"], found["pull_above_idle_mb"]) / 60,
        "nothing_new_to_5_ms": found["pull_nothing_ms"] / 5,
        "click_to_50_ms": found["window_beside_slowest_ms"] / 50,
    }
    found |= {
        "notes": count,
        "push_notes_per_s": round(count / found["push_seconds"]),
        "pull_notes_per_s": round(count / found["pull_seconds"]),
    }
    for name, limit in LIMITS.items():
        print(f"{'ok  ' if ratios[name] <= limit else 'MISS'}  {name:20} {ratios[name]:8.2f}  at most {limit:.2f}")
    held = all(ratios[name] <= limit for name, limit in LIMITS.items())
    rounded = {name: round(value, 2) for name, value in ratios.items()}
    print(json.dumps({"name": "sync", "ok": held, "ratios": rounded, "figures": found}))
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
