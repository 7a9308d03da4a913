"""Invented figures of half a year, large enough to show and small enough to hide."""

import random
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from gpconnect.documents.report import Report
from gpconnect.domain.benchmarks import parse_benchmarks
from gpconnect.domain.facts import Fact, ImprovementAction, Narrative
from gpconnect.domain.figures import whole_months
from gpconnect.domain.indicators import compute
from gpconnect.domain.sharing import parse_sharing
from gpconnect.domain.suppression import protect

MONTHS = [date(2026, month, 1) for month in range(5, 11)]
REASONS = {"anxiety": "Spanning of angst", "family": "Gezin & scheiding", "mood": "Somberheid", "sleep": "Slapen"}
BANDS = ("4-7", "8-11", "8-11", "12-15")
ONWARD = ("none", "none", "none", "specialist_mh_care", "school")
NARRATIVE = Narrative(
    "n1", "closed_without_referral", date(2026, 5, 1), date(2026, 10, 31),
    "Huisartsen noemen de korte lijn <én> het vaste gezicht.\nZij horen binnen een week wat er is afgesproken.",
    datetime(2026, 11, 12, 10, tzinfo=UTC), "Themabijeenkomst",
)  # fmt: skip
ACTIONS = (
    ImprovementAction("a1", "Inloop op het consultatiebureau proberen", "JGZ", date(2027, 3, 1), date(2026, 11, 12)),
    ImprovementAction(
        "a2", "=Bellen na een week", "Buurtzorg Jong", date(2026, 9, 1), date(2026, 5, 1), date(2026, 9, 1), "lukt"
    ),
    ImprovementAction("a3", "Oud idee", "niemand", date(2026, 9, 1), date(2026, 5, 1), archived=True),
)


class Invented:
    """Facts about invented children, the same every time."""

    def __init__(self) -> None:
        self.dice = random.Random(4)
        self.facts: list[Fact] = []

    def id(self) -> str:
        """A random number as a fact carries it."""
        return f"{self.dice.getrandbits(256):064x}"

    def add(self, kind: str, month: date, **values: Any) -> None:
        """One more fact."""
        self.facts.append(Fact(self.id(), kind, month, 1, values))

    def half_days(self, number: int) -> None:
        """Half-days at two sites, by three workers."""
        workers = [self.id() for _ in range(3)]
        for place in range(number):
            site, worker = "ab"[place % 2], workers[place // 2 % 3]
            self.add("half_day", MONTHS[place % 6], site=site, worker=worker, capacity=6, used=5)

    def child(self, place: int) -> None:
        """A child with two talks, an episode and what follows from it."""
        child, month, band = self.id(), MONTHS[place % 5], BANDS[place % 4]
        site, onward = "ab"[place % 2], ONWARD[place % 5]
        for first in (True, False):
            self.add(
                "encounter", month, child=child, site=site, visit="first" if first else "follow_up", age_band=band,
                outcome="brief_support" if first else "advice_only", gp_joined=first and place % 3 == 0,
                waiting_days=3 + place % 9 if first else None,
            )  # fmt: skip
            self.add("appointment_end", month, site=site, status="fulfilled" if place % 7 else "noshow")
        self.add(
            "episode", month, child=child, site=site, age_band=band, way_in="02", reasons=[list(REASONS)[place % 4]],
            status="closed", started=f"{month:%Y-%m}", closed="2026-10", end_reason="01", destination=onward, talks=2,
            lead_kept=True, aftercare_planned=True, aftercare_done=place % 2 == 0, later_referral=False,
        )  # fmt: skip
        self.add("goal", MONTHS[5], score_start=-2, score_end=place % 3 - 1)
        self.add("response", MONTHS[5], voice="parent", moment="end", answered=True, usefulness=8, without_help="04")
        self.add("response", MONTHS[5], voice="gp", moment="end", answered=True, gp_reach=4, gp_feedback=4)


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """Makes an evaluation over so many invented children; other fields as keywords."""

    def make(children: int = 90, **changes: Any) -> Report:
        invented = Invented()
        invented.half_days(40 if children else 0)
        for place in range(children):
            invented.child(place)
        figures = protect(compute(invented.facts, whole_months(MONTHS[0], MONTHS[5])))
        return Report(**(_words() | {"figures": figures} | changes))

    return make


def _words() -> dict[str, Any]:
    return {
        "kind": "interim", "pilot": "Pilot jeugdspreekuur", "municipality": "gemeente Zaltbommel",
        "partners": ("Buurtzorg Jong", "De Waluwe & co"), "site_names": {"a": "De Waluwe", "b": "Het Tolhuis"},
        "reason_labels": REASONS, "narratives": (NARRATIVE,), "actions": ACTIONS, "made_on": date(2026, 11, 20),
        "benchmarks": parse_benchmarks(_toml("codes/benchmarks.toml"), "benchmarks.toml"),
        "sharing": parse_sharing(_toml("sharing.toml"), "sharing.toml"),
    }  # fmt: skip


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(Path("resources", name).read_text(encoding="utf-8"))
