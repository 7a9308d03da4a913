"""Every line of the log leaves with each field that NEN 7513 and the profile ask for."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from gpconnect.domain.access import AccessEvent, ActionCode, EventType
from gpconnect.exchange.audit_events import Source, bundle

NOW = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)
SOURCE = Source("d1" * 16, "Buurtzorg Jong", {"w1": "Sanne de Vries", "w2": "Joris Maas"})
STANDARDS = Path(os.environ.get("GPCONNECT_STANDARDS", "standards"))
"""Where the published standards lie that are too large to keep here."""
PROFILE = STANDARDS / "fhir-auditevent-nen7513" / "rivo-StructureDefinition-AuditEvent.json"

R4_MANDATORY = (
    "type",
    "recorded",
    "agent.requestor",
    "source.observer",
    "entity.detail.type",
    "entity.detail.valueString",
)
"""Cardinality 1 in FHIR R4 (entity.detail where there is one)."""

NEN_7513 = {
    "EventID": "id",
    "EventTypeCode": "type.code",
    "EventActionCode": "action",
    "EventDateTime": "recorded",
    "EventOutcomeIndicator": "outcome",
    "UserID": "agent.who.identifier.value",
    "AlternateUserID": "agent.altId",
    "UserName": "agent.name",
    "UserIsRequestor": "agent.requestor",
    "RoleIDCode": "agent.role.coding.code",
    "PurposeOfUse": "purposeOfEvent.coding.code",
    "NetworkAccessPointTypeCode": "agent.network.type",
    "NetworkAccessPointID": "agent.network.address",
    "AuditEnterpriseSiteID": "source.site",
    "AuditSourceID": "source.observer.identifier.value",
    "AuditSourceTypeCode": "source.type.code",
    "ParticipantObjectTypeCode": "entity.type.code",
    "ParticipantObjectTypeCodeRole": "entity.role.code",
    "ParticipantObjectDataLifeCycle": "entity.lifecycle.code",
    "ParticipantObjectIDTypeCode": "entity.what.identifier.type.text",
    "ParticipantObjectSensitivity": "entity.securityLabel.code",
    "ParticipantObjectID": "entity.what.identifier.value",
    "ParticipantObjectDetail": "entity.detail.valueString",
    "ParticipantObjectDescription": "entity.description",
    "ParticipantObjectPermissionPolicySet, autorisatieprotocol": "agent.policy",
}
"""The fields that Logius lists for NEN 7513, and where they stand in R4. ParticipantObjectName is left out on purpose:
a name of a child is not needed to find the line."""

STU3_TO_R4 = {
    "agent.userId": "agent.who.identifier",
    "source.identifier": "source.observer.identifier",
    "entity.identifier": "entity.what.identifier",
}
"""The profile is written for STU3; in R4 these elements have another name and the same meaning."""


def event(number: int, kind: EventType) -> AccessEvent:
    """About a child and on behalf of somebody, done."""
    event_id = f"{number:032x}"
    return AccessEvent(event_id, ActionCode.READ, kind, NOW, "p1", "w1", "youth_worker", "d1" * 16, "w2")


def events() -> list[AccessEvent]:
    """Two of each kind: one about a child, and one about nobody in particular that was refused."""
    made = []
    for number, kind in enumerate(EventType):
        nobody = replace(
            event(2 * number + 1, kind), client="", on_behalf_of="", outcome="role.may_not", detail="search_box 0"
        )
        made += [event(2 * number, kind), nobody]
    return made


def exported() -> list[dict[str, Any]]:
    told = json.loads(bundle(events(), SOURCE, NOW))
    assert (told["resourceType"], told["type"], told["timestamp"]) == (
        "Bundle", "collection", "2026-11-24T08:52:00.000+00:00",
    )  # fmt: skip
    assert len({one["fullUrl"] for one in told["entry"]}) == len(told["entry"]) == 2 * len(EventType)
    return [one["resource"] for one in told["entry"]]


def values(made: Any, path: str) -> Iterator[Any]:
    """What stands at a path, over lists; a branch that lacks it gives None."""
    name, _, rest = path.partition(".")
    for one in made if isinstance(made, list) else [made]:
        found = one.get(name)
        yield from values(found, rest) if rest and found is not None else [found]


@pytest.mark.parametrize("path", [*R4_MANDATORY, *NEN_7513.values()])
def test_each_event_carries_what_is_asked(path: str) -> None:
    for made in exported():
        found = list(values(made, path))
        # The responsible user is named without a device: what was done was not done there.
        first_agent = path.startswith(("agent.network", "agent.altId"))
        assert all(one not in (None, "", []) for one in (found[:1] if first_agent else found)), (path, made["type"])


def profile_elements() -> list[str]:
    """What the profile marks: with a cardinality of at least one, or as must-support; it sets no cardinality itself."""
    told = json.loads(PROFILE.read_text(encoding="utf-8"))
    elements = told["differential"]["element"]
    marked = [one["id"].removeprefix("AuditEvent.") for one in elements if one.get("min", 0) or one.get("mustSupport")]
    return [STU3_TO_R4.get(one, one) for one in marked]


@pytest.mark.skipif(not PROFILE.exists(), reason="GPCONNECT_STANDARDS names no folder with the profile")
def test_each_event_carries_what_the_dutch_profile_marks() -> None:
    paths = profile_elements()
    assert len(paths) == 13
    for made in exported():
        for path in paths:
            assert all(one not in (None, "", [], {}) for one in values(made, path)), path


def test_the_responsible_user_is_another_agent() -> None:
    (about_child, about_nobody) = exported()[:2]
    assert [one["who"]["identifier"]["value"] for one in about_child["agent"]] == ["w1", "w2"]
    assert [one["requestor"] for one in about_child["agent"]] == [True, False]
    assert [one["name"] for one in about_nobody["agent"]] == ["Sanne de Vries", "Sanne de Vries"]


def test_a_refusal_and_an_emergency_read_as_such() -> None:
    told = {one["subtype"][0]["code"]: one for one in exported() if one["outcome"] == "0"}
    assert told["emergency"]["type"]["code"] == "110127"
    assert told["emergency"]["purposeOfEvent"][0]["coding"][0]["code"] == "ETREAT"
    assert told["log_read"]["type"]["display"] == "Audit Log Used"
    assert {one["outcomeDesc"] for one in exported() if one["outcome"] == "4"} == {"role.may_not"}
