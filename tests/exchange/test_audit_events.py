"""Every line of the log leaves with each field that NEN 7513 and the profile ask for."""

import json
import os
import re
from collections.abc import Callable, Iterator
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

R4 = (
    ("id", "0..1", "id"),
    ("type", "1..1", "Coding"),
    ("subtype", "0..*", "Coding"),
    ("action", "0..1", "action"),
    ("recorded", "1..1", "instant"),
    ("outcome", "0..1", "outcome"),
    ("outcomeDesc", "0..1", "string"),
    ("purposeOfEvent", "0..*", "CodeableConcept"),
    ("agent", "1..*", "element"),
    ("agent.role", "0..*", "CodeableConcept"),
    ("agent.who", "0..1", "Reference"),
    ("agent.altId", "0..1", "string"),
    ("agent.name", "0..1", "string"),
    ("agent.requestor", "1..1", "boolean"),
    ("agent.policy", "0..*", "uri"),
    ("agent.network", "0..1", "element"),
    ("agent.network.address", "0..1", "string"),
    ("agent.network.type", "0..1", "network"),
    ("source", "1..1", "element"),
    ("source.site", "0..1", "string"),
    ("source.observer", "1..1", "Reference"),
    ("source.type", "0..*", "Coding"),
    ("entity", "0..*", "element"),
    ("entity.what", "0..1", "Reference"),
    ("entity.type", "0..1", "Coding"),
    ("entity.role", "0..1", "Coding"),
    ("entity.lifecycle", "0..1", "Coding"),
    ("entity.securityLabel", "0..*", "Coding"),
    ("entity.description", "0..1", "string"),
    ("entity.detail", "0..*", "element"),
    ("entity.detail.type", "1..1", "string"),
    ("entity.detail.valueString", "0..1", "string"),
)
"""AuditEvent of FHIR 4.0.1 (hl7.org/fhir/R4/auditevent.html), of the elements that we write: a value set of R4 is part
of the type. `entity.name` and `entity.query` are not written, so that sev-1 (not both) holds."""
BACKBONE = frozenset(path for path, _, kind in R4 if kind == "element")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def is_string(one: Any) -> bool:
    """A string of FHIR: never empty."""
    return isinstance(one, str) and bool(one.strip())


def is_coding(one: Any) -> bool:
    """A code with its system, which is an absolute URI."""
    return isinstance(one, dict) and set(one) <= {"system", "code", "display"} and ":" in one["system"] and one["code"]


def is_concept(one: Any) -> bool:
    """Codings, words, or both."""
    return (
        isinstance(one, dict) and bool(one) and set(one) <= {"coding", "text"}
        and all(map(is_coding, one.get("coding", []))) and is_string(one.get("text", "none"))
    )  # fmt: skip


def is_reference(one: Any) -> bool:
    """By an identifier: none of our records stands on a FHIR server."""
    named = one["identifier"]
    return set(one) <= {"identifier", "display"} and is_string(named["value"]) and is_concept(named["type"])


KINDS: dict[str, Callable[[Any], Any]] = {
    "id": lambda one: re.fullmatch(r"[A-Za-z0-9\-.]{1,64}", one),
    "string": is_string,
    "uri": lambda one: re.fullmatch(r"\w+:\S+", one),
    "boolean": lambda one: isinstance(one, bool),
    "instant": _INSTANT.fullmatch,
    "action": lambda one: one in set("CRUDE"),
    "outcome": lambda one: one in {"0", "4", "8", "12"},
    "network": lambda one: one in set("12345"),
    "Coding": is_coding,
    "CodeableConcept": is_concept,
    "Reference": is_reference,
    "element": lambda one: isinstance(one, dict) and bool(one),
}
SYSTEMS = {
    "type": (
        "http://dicom.nema.org/resources/ontology/DCM",
        {"110101", "110106", "110110", "110112", "110114", "110127"},
    ),
    "source.type": ("http://terminology.hl7.org/CodeSystem/security-source-type", set("123456789")),
    "entity.type": ("http://terminology.hl7.org/CodeSystem/audit-entity-type", set("1234")),
    "entity.role": (
        "http://terminology.hl7.org/CodeSystem/object-role",
        {str(number) for number in range(1, 25)},
    ),
    "entity.lifecycle": (
        "http://terminology.hl7.org/CodeSystem/dicom-audit-lifecycle",
        {str(number) for number in range(1, 16)},
    ),
    "entity.securityLabel": (
        "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
        set("ULMNRV"),
    ),
}
"""The code systems behind R4's (extensible) value sets, and their codes; of DICOM those that we use."""

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


@pytest.mark.parametrize(("path", "cardinality", "kind"), R4)
def test_each_element_is_of_the_type_and_number_that_r4_says(path: str, cardinality: str, kind: str) -> None:
    for made in exported():
        for held in parents(made, path.rpartition(".")[0]):
            name = path.rpartition(".")[2]
            found = held.get(name)
            least, _, most = cardinality.partition("..")
            if found is None:
                assert least == "0", path
                continue
            assert isinstance(found, list) is (most == "*"), path
            several = found if isinstance(found, list) else [found]
            assert several, f"{path}: an empty list is not allowed"
            assert all(KINDS[kind](one) for one in several), (path, several)


def test_nothing_stands_in_it_that_r4_does_not_know() -> None:
    known = {path for path, _, _ in R4} | {"resourceType"}
    for made in exported():
        assert set(paths(made)) <= known


@pytest.mark.parametrize("path", SYSTEMS)
def test_each_code_is_of_a_system_and_in_the_set_that_r4_names(path: str) -> None:
    system, codes = SYSTEMS[path]
    for made in exported():
        for coding in parents(made, path):
            assert coding["system"] == system, path
            assert coding["code"] in codes, (path, coding)


def parents(made: Any, path: str) -> list[dict[str, Any]]:
    """The objects at a path that are there; the event itself for none."""
    if not path:
        return [made]
    return [
        one
        for found in values(made, path)
        if found is not None
        for one in ([found] if isinstance(found, dict) else found)
    ]


def paths(made: dict[str, Any], before: str = "") -> Iterator[str]:
    """Every element down to the types of R4 that are judged as a whole."""
    for name, found in made.items():
        path = f"{before}{name}"
        yield path
        for one in found if isinstance(found, list) else [found]:
            if isinstance(one, dict) and path in BACKBONE:
                yield from paths(one, f"{path}.")


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


def change(number: int, outcome: str, *, device: str = "d1" * 16) -> AccessEvent:
    """A line about a way in."""
    return replace(event(number, EventType.CHANGE), outcome=outcome, purpose="slot.added", device=device)


def outcomes(*newest_first: AccessEvent, later: tuple[AccessEvent, ...] = ()) -> list[tuple[str, str]]:
    told = json.loads(bundle(newest_first, SOURCE, NOW, later))
    return [(one["resource"]["outcome"], one["resource"]["outcomeDesc"]) for one in told["entry"]]


def test_what_was_begun_went_as_its_end_says() -> None:
    assert outcomes(change(2, "ok"), change(1, "begun")) == [("0", "ok"), ("0", "begun")]
    assert outcomes(change(2, "failed"), change(1, "begun")) == [("4", "failed"), ("4", "begun")]
    assert outcomes(change(1, "begun"), later=(change(2, "ok"),)) == [("0", "begun")]


def test_what_was_begun_and_never_ended_is_no_success() -> None:
    """The program was ended in between, and tried again later."""
    cut = ("8", "begun, end unknown")
    assert outcomes(change(1, "begun")) == [cut]
    assert outcomes(change(3, "ok"), change(2, "begun"), change(1, "begun")) == [("0", "ok"), ("0", "begun"), cut]
    assert outcomes(change(2, "ok", device="d2" * 16), change(1, "begun")) == [("0", "ok"), cut]
    assert outcomes(replace(change(2, "ok"), purpose="slot.removed"), change(1, "begun")) == [("0", "ok"), cut]


def test_nobody_is_named_for_a_wrong_secret_because_nobody_knows_who_typed_it() -> None:
    made = next(one for one in exported() if one["subtype"][0]["code"] == "login_failed")
    typed, responsible = made["agent"]
    assert (typed["name"], typed["who"]["identifier"]["value"]) == ("onbekend, aan dit apparaat", typed["altId"])
    assert typed["altId"] == made["source"]["observer"]["identifier"]["value"]
    assert typed["role"][0]["coding"][0]["code"] == "unknown"
    assert responsible["who"]["identifier"]["value"] != typed["altId"], "whose file it is still answers for it"
