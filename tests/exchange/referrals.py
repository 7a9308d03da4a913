"""An invented referral, its resources, and where the published profiles lie."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from gpconnect.domain.consent import Form, Ground
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.handover import HandoverStatus, Safety
from gpconnect.domain.people import Gender, Relation
from gpconnect.exchange.referral import Agreed, Child, Near, Party, Referral, Section
from gpconnect.exchange.referral_bundle import bundle

STANDARDS = Path(os.environ.get("GPCONNECT_STANDARDS", "standards"))
"""Where the published profiles lie that are too large to keep here."""
HG, NL_CORE = STANDARDS / "fhir-hg-referral-r4", STANDARDS / "fhir-nl-core-r4"
needs_profiles = pytest.mark.skipif(not HG.exists(), reason="GPCONNECT_STANDARDS names no folder with the profiles")
NS = {"f": "http://hl7.org/fhir"}
ON = date(2026, 11, 24)

NOOR = Referral(
    number="5a" * 16,
    status=HandoverStatus.REQUESTED,
    made_at=datetime(2026, 11, 24, 8, 52, tzinfo=UTC),
    child=Child("Noor", "van der", "Berg", date(2013, 4, 9), Gender.FEMALE, "+31612345678", "Arabisch"),
    sender=Party("Buurtzorg Jong", "Sanne de Vries", "+31418512345"),
    receiver=Party("Praktijk Maasdijk", "Els Kuiper", "+31418598765", "veilig@maasdijk.example"),
    access_route=AccessRoute.GP_LETTER,
    safety=Safety.CONCERNS_WITH_AGREEMENTS,
    ground=Ground.CONSENT,
    doctor="Dr. Vermeer",
    people=(
        Near("Karin van der Berg", Relation.PARENT, "+31687654321"),
        Near("Ahmed el Amrani", Relation.STEP_PARENT),
        Near("De Waluwe", Relation.SCHOOL),
    ),
    sections=(
        Section("reason", "Aanleiding", "Slaapt slecht & 'piekert' <veel>.\nSinds de zomer."),
        Section("done_so_far", "Wat is gedaan", withheld=True),
        Section("question", "Vraag"),
        Section("case_lead", "Casusregie", "Sanne de Vries"),
    ),
    agreed=(Agreed("", Form.ORAL, ON), Agreed("Karin van der Berg", Form.WRITTEN, ON)),
    answer_by=date(2026, 12, 1),
    callback_on=date(2026, 12, 2),
)
"""An invented girl."""


def resources(referral: Referral) -> list[dict[str, Any]]:
    return [one["resource"] for one in json.loads(bundle(referral))["entry"]]


def of_kind(referral: Referral, kind: str) -> list[dict[str, Any]]:
    return [one for one in resources(referral) if one["resourceType"] == kind]


def sections(referral: Referral) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = of_kind(referral, "Composition")[0]["section"][0]["section"]
    return found


def many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else many(value) if isinstance(value, list) else ():
        yield from objects(one)
