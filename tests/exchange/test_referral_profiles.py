"""What the published Dutch profiles of FHIR R4 ask of a referral stands in ours."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.exchange.referrals import HG, NL_CORE, NOOR, NS, many, needs_profiles, objects, of_kind, resources, sections

PROFILES = {
    "Task": HG / "resources/hg-ReferralTask.xml",
    "ServiceRequest": HG / "resources/hg-ReferralServiceRequest.xml",
    "Composition": HG / "resources/hg-ReferralComposition.xml",
    "Patient": NL_CORE / "zib/zib-Patient.xml",
    "RelatedPerson": NL_CORE / "zib/zib-ContactPerson.xml",
    "PractitionerRole": NL_CORE / "zib/zib-HealthProfessional-PractitionerRole.xml",
    "Practitioner": NL_CORE / "zib/zib-HealthProfessional-Practitioner.xml",
    "Organization": NL_CORE / "zib/zib-HealthcareProvider-Organization.xml",
}


def elements(path: Path) -> list[ET.Element]:
    root = ET.parse(path).getroot()  # noqa: S314 - a published file that lies here
    return root.findall("f:differential/f:element", NS)


def at(resource: dict[str, Any], path: str) -> Iterator[Any]:
    """What stands at a path below a resource, over lists."""
    found: list[Any] = [resource]
    for name in path.split(".")[1:]:
        found = [one for each in found if isinstance(each, dict) for one in many(each.get(name))]
    yield from found


@needs_profiles
@pytest.mark.parametrize("kind", PROFILES)
def test_what_a_profile_demands_of_an_element_is_there(kind: str) -> None:
    """Elements with a minimum, and fixed codes; slices are looked at below."""
    asked = 0
    for element in elements(PROFILES[kind]):
        name = str(element.get("id"))
        least = element.find("f:min", NS)
        fixed = element.find("f:fixedCode", NS)
        if ":" in name or "." not in name:
            continue
        for made in of_kind(NOOR, kind):
            found = list(at(made, name))
            if least is not None and least.get("value") != "0":
                asked += 1
                assert found, name
            if fixed is not None:
                asked += 1
                assert set(found) == {fixed.get("value")}, name
    if kind in {"Task", "ServiceRequest", "Composition"}:
        assert asked > 1, "the profile asks something"


@needs_profiles
@pytest.mark.parametrize("kind", PROFILES)
def test_each_resource_names_a_profile_that_exists(kind: str) -> None:
    known = {
        str(one.get("value"))
        for path in [*HG.glob("resources/*.xml"), *NL_CORE.glob("nl-core/*.xml")]
        for one in ET.parse(path).getroot().findall("f:url", NS)  # noqa: S314 - published files that lie here
    }
    assert len(known) > 30
    for made in of_kind(NOOR, kind):
        assert set(made["meta"]["profile"]) <= known


@needs_profiles
def test_the_letter_has_the_sections_that_a_dutch_referral_may_not_miss() -> None:
    """Each by its code, with its text; also where the checklist has nothing there."""
    asked = {}
    for element in elements(PROFILES["Composition"]):
        name = str(element.get("id"))
        code = element.find("f:patternCodeableConcept/f:coding/f:code", NS)
        if name.startswith("Composition.section:core.section:") and name.endswith(".code") and code is not None:
            asked[name.split(":")[2].partition(".")[0]] = code.get("value")
    must = ("messageReason", "setTreatment", "proposedProcedure")
    for told in (NOOR, replace(NOOR, sections=())):
        by_code = {one["code"]["coding"][0]["code"]: one for one in sections(told)}
        for name in must:
            made = by_code[asked[name]]
            assert made["code"]["coding"][0]["system"] == "http://snomed.info/sct"
            (text,) = (one["valueString"] for one in made["extension"] if one["url"].endswith("/ext-TextValue"))
            assert text.strip()
    core = next(e for e in elements(PROFILES["Composition"]) if e.get("id") == "Composition.section:core.code")
    code = core.find("f:patternCodeableConcept/f:coding/f:code", NS)
    assert code is not None
    assert of_kind(NOOR, "Composition")[0]["section"][0]["code"]["coding"][0]["code"] == code.get("value")


@needs_profiles
def test_every_extension_of_others_is_one_that_a_profile_names() -> None:
    named = {
        str(one.get("value"))
        for path in [*HG.glob("resources/*.xml"), *NL_CORE.glob("*/*.xml")]
        for one in ET.parse(path).getroot().iterfind(".//f:type/f:profile", NS)  # noqa: S314 - published files
    }
    used = {one["url"] for made in resources(NOOR) for one in objects(made) if "url" in one}
    theirs = {one for one in used if not one.startswith("urn:gpconnect:")}
    assert theirs
    assert theirs <= named
