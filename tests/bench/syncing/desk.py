"""One round of one desk with a hub, in a process of its own, so that its memory is its own.

python -m tests.bench.syncing.desk FOLDER URL [--again N]; prints one JSON object.
"""

import argparse
import re
import time
from dataclasses import replace
from pathlib import Path

import msgspec

from gpconnect.domain.notes import Note
from gpconnect.services import profiles, syncing, taking
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.bench.syncing import written

FAR = 1_000_000
"""A place that no order here reaches: the hub says who it is, and nothing comes along."""


def memory(what: str) -> float:
    """Megabytes of this process: ``VmRSS`` now, ``VmHWM`` at most since it was last set back."""
    found = re.search(rf"{what}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None, "Linux says so"
    return int(found[1]) / 1024


def now() -> tuple[float, float]:
    """Seconds by the clock, and seconds that this process worked: the second also counts on a busy computer."""
    return time.perf_counter(), time.process_time()


def round_of(session: Session, hub: syncing.Hub) -> tuple[float, float]:
    """A whole round as `syncing.sync_now` does it; when the last place of the order had been taken in and committed."""
    steps, result, taken = syncing.steps(hub, (written.SPACE,)), None, now()
    try:
        while True:
            step = steps.send(result)
            result = step.work(session) if isinstance(step, syncing.FileStep) else step.work()
            if getattr(step.work, "func", None) is taking.take_items:
                taken = now()
    except StopIteration:
        return taken


def main() -> None:
    """Open the file, meet the hub, and only then count: one round, and then rounds in which there is nothing new."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("url")
    parser.add_argument("--again", type=int, default=0)
    asked = parser.parse_args()
    profile = profiles.open_profile(asked.folder, written.WORDS, now=written.clock)
    session = profile.session
    known = syncing.connection(session)
    assert known is not None, "the hub was set"
    line = syncing.line_to(replace(known, url=asked.url))
    line.hub.health()
    line.hub.pull(written.SPACE, FAR)
    idle = memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")
    begun, worked = now()
    taken, work = round_of(session, line.hub)
    readable, readable_work = taken - begun, work - worked
    seconds = time.perf_counter() - begun
    cpu = time.process_time() - worked
    above = memory("VmHWM") - idle
    nothing = []
    for _ in range(asked.again):
        begun = time.perf_counter()
        syncing.sync_now(session, line.hub)
        nothing.append((time.perf_counter() - begun) * 1000)
    said = {
        "seconds": readable,
        "readable_cpu_s": readable_work,
        "findable_s": seconds,
        "cpu_s": cpu,
        "above_idle_mb": above,
        "nothing_ms": sorted(nothing)[len(nothing) // 2] if nothing else 0.0,
        "notes": rows.count(session.db, Note),
        "waiting": syncing.state(session).waiting,
    }
    line.close()
    profile.close()
    print(msgspec.json.encode(said).decode())


if __name__ == "__main__":
    main()
