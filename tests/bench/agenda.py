"""How the agenda holds with years of bookings at many sites: the week, a frame, the earliest slot, a keystroke.

Run by ``build/bench agenda``: files with 1,000 and with 100,000 bookings at 20 sites over five years, each measured in
processes of its own, so that the first week is as cold as after logging in. Everything here is computing in one
thread, so it is judged by the time in which the processor was ours: what else the machine does is told by the figures
without ``cpu``, which are by the clock. The last line is one JSON object.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from gpconnect.domain.people import PersonCard
    from gpconnect.domain.schedule import Appointment, HalfDaySession, Slot
    from gpconnect.services.profiles import Profile
    from gpconnect.services.session import Session
    from gpconnect.ui.agenda.timeline import Timeline

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
SITES = tuple(f"{number:032x}" for number in range(1, 21))
PASSPHRASE = "een lange wachtzin"
PATTERN = ("45", "45", "20", "20w", "45")
YEARS = 5
FULL_WEEKS = 6
"""From today on everything is taken for so long: whoever looks for the earliest slot has to look past all of it."""
GIVEN = ("Noor", "Daan", "Sem", "Liv", "Mees", "Saar", "Finn", "Evi", "Emma", "Lucas", "Tess", "Bram", "Fleur")
FAMILY = ("Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Kok")
TYPED = ("n", "no", "noo", "noor", "noor j", "noor jan", "jansen", "13-2-2013")
LIMITS_MS = {
    "week_cold": 100.0,
    "week": 100.0,
    "frame": 16.0,
    "frame_zoomed_out": 16.0,
    "earliest": 20.0,
    "search": 20.0,
}
WIDE, HIGH = 1360, 860
ENOUGH = 100
"""From so many measurements on the slow ones are told apart."""


def opened(folder: Path, *, new: bool = False) -> "Profile":
    """The file of a worker who comes at every site."""
    from gpconnect.domain.staff import Role
    from gpconnect.services import profiles
    from gpconnect.services.session import Actor
    from gpconnect.storage.slots import Cost

    who = Actor("c1" * 16, "Sanne de Vries", Role.YOUTH_WORKER, "pilot", SITES, "7ea3" * 8, "Buurtzorg Jong")
    if new:
        return profiles.create(folder, PASSPHRASE, who, now=_now, cost=Cost(8, 1, 1))
    return profiles.open_profile(folder, PASSPHRASE, now=_now)


def fill(folder: Path, bookings: int) -> int:
    """Make a file with about so many bookings, most of them in the past; gives how many there are."""
    from gpconnect.domain.schedule import Site
    from gpconnect.domain.staff import Role, Staff
    from gpconnect.storage import rows, search
    from gpconnect.storage.connection import transaction

    dice = random.Random(1)
    profile = opened(folder, new=True)
    db = profile.session.db
    workers = [Staff(_id(dice), f"Werker {n}", Role.YOUTH_WORKER, "BJ", SITES, "7ea3" * 8) for n in range(len(SITES))]
    cards = [_card(dice) for _ in range(max(50, bookings // 5))]
    with transaction(db):
        rows.put_many(db, [Site(one, f"Praktijk {n:02d}") for n, one in enumerate(SITES)])
        rows.put_many(db, workers)
        rows.put_many(db, cards)
        for card in cards:
            search.index_record(db, card)
    made = 0
    for day, site in _days(bookings):
        half_day, slots, held = _half_day(dice, day, site, workers[SITES.index(site)].id, cards)
        made += len(held)
        with transaction(db):
            rows.put_many(db, [half_day, *slots, *held])
    profile.close()
    return made


def _days(bookings: int) -> Iterator[tuple[date, str]]:
    """The half-days, spread evenly over the years until ten weeks from now."""
    wanted = max(1, round(bookings / (len(PATTERN) * 0.97)))
    span = YEARS * 365
    last = MONDAY + timedelta(weeks=10)
    for number in range(wanted):
        day = last - timedelta(days=number * span // wanted)
        yield day - timedelta(days=max(0, day.weekday() - 4)), SITES[number % len(SITES)]


def _half_day(
    dice: random.Random, day: date, site: str, worker: str, cards: "list[PersonCard]"
) -> "tuple[HalfDaySession, list[Slot], list[Appointment]]":
    from gpconnect.domain import calendar, schedule

    start = datetime(2026, 1, 1, dice.choice((9, 13))).time()  # noqa: DTZ001 - only its time of day
    half_day = schedule.HalfDaySession(_id(dice), site, worker, day, start, calendar.end_of(start, PATTERN))
    slots, held = [], []
    past = day < NOW.date()
    full = day < NOW.date() + timedelta(weeks=FULL_WEEKS)
    for made in calendar.make_slots(half_day, PATTERN):
        slot = schedule.Slot(_id(dice), half_day.id, site, made.starts_at, made.minutes, made.kind)
        slots.append(slot)
        if full or dice.random() < 0.8:
            held.append(
                schedule.Appointment(
                    _id(dice), site, slot.id, dice.choice(cards).id, schedule.VisitKind.FIRST, ("sleep",), day,
                    "c1" * 16, NOW, age=10, placement=schedule.Placement.CONFIRMED,
                    status=schedule.AppointmentStatus.FULFILLED if past else schedule.AppointmentStatus.BOOKED,
                )
            )  # fmt: skip
    return half_day, slots, held


def _card(dice: random.Random) -> "PersonCard":
    from gpconnect.domain.people import PersonCard

    born = date(2005, 1, 1) + timedelta(days=dice.randrange(7000))
    given, family = dice.choice(GIVEN), dice.choice(FAMILY) + dice.choice(("", "s", "ma"))
    return PersonCard(_id(dice), dice.choice(SITES), given, family, born, shared=True, recorded_at=NOW)


def measured(folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds in this process, the first week of all sites first of all."""
    from gpconnect.services import cards, schedule, slots
    from gpconnect.ui import late, theme
    from gpconnect.ui.settings import Settings

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    late.load_core()
    from gpconnect import app

    application = app.make_application(Settings(idle_minutes=0))
    theme.apply(application, theme.Theme())
    from gpconnect.ui.agenda import page  # noqa: F401 - the page is made before its week is asked for

    profile = opened(folder)
    session = profile.session
    found: dict[str, float] = {}
    _note(found, "week_cold", [_timed(_shown, session)])
    wish = slots.Wish(SITES)
    _note(found, "earliest", [_timed(slots.earliest, session, wish) for _ in range(rounds)])
    _note(found, "week", [_timed(_shown, session) for _ in range(rounds)])
    _note(found, "week_records", [_timed(schedule.weeks, session, (), MONDAY) for _ in range(rounds)])
    keystrokes = [[_timed(cards.search_people, session, typed) for _ in range(rounds)] for typed in TYPED]
    _note(found, "search", max(keystrokes, key=_middle))
    _frames(session, found)
    assert slots.earliest(session, wish), "there is something to find"
    profile.close()
    return found


def _shown(session: "Session") -> "Timeline":
    """All sites beside each other in a window, until they are painted."""
    from gpconnect.services import schedule
    from gpconnect.ui.agenda.timeline import Timeline

    timeline = Timeline()
    timeline.resize(WIDE, HIGH)
    timeline.show_weeks(schedule.weeks(session, (), MONDAY), NOW)
    timeline.grab()
    return timeline


def _frames(session: "Session", found: dict[str, float]) -> None:
    """Every frame while it is scrolled from edge to edge, as large as it comes and as small as it goes."""
    from PySide6.QtCore import QCoreApplication

    for name, zoom in (("frame", 1.0), ("frame_zoomed_out", 0.6)):
        timeline = _shown(session)
        timeline.show()
        timeline.set_zoom(zoom)
        QCoreApplication.processEvents()  # what was never exposed is never painted
        _note(found, name, [_timed(_scroll, timeline, step / 120) for step in range(120)])
        timeline.hide()


def _scroll(timeline: "Timeline", part: float) -> None:
    """Scroll to a part of the way and paint that."""
    across, down = timeline.horizontalScrollBar(), timeline.verticalScrollBar()
    across.setValue(round(across.maximum() * part))
    down.setValue(round(down.maximum() * (part * 4 % 1)))
    timeline.viewport().repaint()


def _timed(work: Callable[..., Any], *arguments: Any) -> tuple[float, float]:
    """Milliseconds by the clock, and of those the ones in which the processor was ours."""
    begun, begun_cpu = time.perf_counter(), time.process_time()
    work(*arguments)
    return (time.perf_counter() - begun) * 1000, (time.process_time() - begun_cpu) * 1000


def _middle(taken: list[tuple[float, float]]) -> float:
    return statistics.median(one for one, _ in taken)


def _note(found: dict[str, float], name: str, taken: list[tuple[float, float]]) -> None:
    found[name], found[f"{name}_cpu"] = (statistics.median(column) for column in zip(*taken, strict=True))
    if len(taken) > ENOUGH:
        slow = (statistics.quantiles(column, n=20)[-1] for column in zip(*taken, strict=True))
        found[f"{name}_95"], found[f"{name}_cpu_95"] = slow


def _now() -> datetime:
    return NOW


def _id(dice: random.Random) -> str:
    return f"{dice.getrandbits(128):032x}"


def in_processes(folder: Path, processes: int, rounds: int) -> dict[str, float]:
    """The median of several processes, each as cold as the first."""
    found = []
    for _ in range(processes):
        command = [sys.executable, "-m", "tests.bench.agenda", "--file", str(folder), "--rounds", str(rounds)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        found.append(msgspec.json.decode(done.stdout.splitlines()[-1], type=dict[str, float]))
    return {name: round(statistics.median(one[name] for one in found), 2) for name in found[0]}


def main() -> int:
    """Fill, measure, print, and say whether the limits hold."""
    parser = argparse.ArgumentParser(description="How the agenda holds with years of bookings.")
    parser.add_argument("--quick", action="store_true", help="fewer processes, and 10,000 bookings instead of 100,000")
    parser.add_argument("--file", type=Path, default=None, help="measure this file, in this process")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    if options.file is not None:
        print(msgspec.json.encode(measured(options.file, options.rounds)).decode())
        return 0
    sizes, processes = ((1_000, 10_000), 2) if options.quick else ((1_000, 100_000), 5)
    figures: dict[str, float] = {}
    results = []
    with TemporaryDirectory() as folder:
        for size in sizes:
            here = Path(folder) / str(size)
            figures[f"bookings_{size}"] = fill(here, size)
            results.append(in_processes(here, processes, options.rounds))
            figures |= {f"{name}_ms_{size}": value for name, value in results[-1].items()}
    small, large = results
    figures |= {f"{name}_growth": round(large[name] / max(small[name], 0.01), 2) for name in large}
    ratios = {f"{name}_to_{limit}_ms": round(large[name] / limit, 3) for name, limit in LIMITS_MS.items()}
    held = all(one <= 1.0 for one in ratios.values())
    for name in sorted(large):
        print(f"{name:26s} {small[name]:8.2f} ms  {large[name]:8.2f} ms  growth {figures[f'{name}_growth']:6.2f}")
    print(msgspec.json.encode({"name": "agenda", "ok": held, "ratios": ratios, "figures": figures}).decode())
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
