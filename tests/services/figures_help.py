"""A pilot of half a year as its coordinator has it: invented facts, large enough to show and small enough to hide."""

import random
from datetime import date
from typing import Any

from gpconnect.domain.facts import Fact
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import TOLHUIS, WALUWE

MONTHS = tuple(date(2026, month, 1) for month in range(5, 11))
FIRST_DAY, LAST_DAY = date(2026, 5, 1), date(2026, 10, 31)
REASONS = ("anxiety", "behaviour", "mood", "sleep")
BANDS = ("4-7", "8-11", "8-11", "12-15")
ONWARD = ("none", "none", "none", "specialist_mh_care", "school")


def fill(session: Session, children: int = 90, seed: int = 4) -> None:
    """Facts of so many children with a talk and a closed episode, and forty half-days by three workers."""
    dice = random.Random(seed)

    def fact(kind: str, month: date, **values: Any) -> Fact:
        return Fact(f"{dice.getrandbits(256):064x}", kind, month, 1, values)

    workers = [f"{dice.getrandbits(256):064x}" for _ in range(3)]
    facts = [
        fact("half_day", MONTHS[place % 6], site=site_of(place), worker=workers[place // 2 % 3], capacity=6, used=5)
        for place in range(40)
    ]
    for place in range(children):
        child, month, site, band = (
            f"{dice.getrandbits(256):064x}",
            MONTHS[place % 5],
            site_of(place),
            BANDS[place % 4],
        )
        facts += [
            fact(
                "encounter", month, child=child, site=site, visit="first", age_band=band, outcome="brief_support",
                gp_joined=place % 3 == 0, waiting_days=3 + place % 9,
            ),
            fact(
                "episode", month, child=child, site=site, age_band=band, way_in="02", reasons=[REASONS[place % 4]],
                status="closed", started=f"{month:%Y-%m}", closed="2026-10", end_reason="01",
                destination=ONWARD[place % 5], talks=2, lead_kept=True, aftercare_planned=True,
                aftercare_done=place % 2 == 0, later_referral=False,
            ),
            fact("response", MONTHS[5], voice="parent", moment="end", answered=True, usefulness=8, without_help="04"),
            fact("appointment_end", month, site=site, status="fulfilled" if place % 7 else "noshow"),
        ]  # fmt: skip
    with transaction(session.db):
        rows.put_many(session.db, facts)


def site_of(place: int) -> str:
    """One site after the other."""
    return (WALUWE, TOLHUIS)[place % 2]
