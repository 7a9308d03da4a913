"""A referral goes out as a FHIR bundle that other programs read, and comes back the same; a stranger's is read too."""

import json
import string
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.consent import Form, Ground
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handing_over import CHECKLIST
from gpconnect.domain.handover import HandoverStatus, Safety
from gpconnect.domain.people import Gender, Relation
from gpconnect.exchange.fhir import parse
from gpconnect.exchange.referral import Agreed, Child, Near, Party, Referral, Section
from gpconnect.exchange.referral_bundle import bundle
from gpconnect.exchange.referral_files import LARGEST, Missed, read
from tests.exchange.referrals import HG, NOOR, NS, many, needs_profiles, objects, of_kind, resources, sections


def test_what_goes_out_comes_back_the_same() -> None:
    back = read(bundle(NOOR))
    assert back.referral == NOOR
    assert back.missed == ()


FHIR_TEXT = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" \n"), min_size=1, max_size=60
).filter(lambda words: words.strip() == words)
"""What a string of FHIR may hold, and what our fields keep."""
LINE = FHIR_TEXT.filter(lambda words: "\n" not in words)
DAYS = st.dates(date(2003, 1, 1), date(2040, 12, 31))


@st.composite
def referrals(draw: st.DrawFn) -> Referral:
    keys = draw(st.lists(st.sampled_from([point.key for point in CHECKLIST]), unique=True))
    people = draw(st.lists(st.builds(Near, LINE, st.sampled_from(Relation), LINE | st.just("")), max_size=3))
    ground = draw(st.sampled_from(Ground))
    names = st.sampled_from(["", *(one.name for one in people)]) | LINE
    agreed = draw(st.lists(st.builds(Agreed, names, st.sampled_from(Form), DAYS), max_size=2))
    return Referral(
        number=draw(st.text(string.hexdigits.lower(), min_size=32, max_size=32)),
        status=draw(st.sampled_from(HandoverStatus)),
        made_at=NOOR.made_at,
        child=draw(
            st.builds(
                Child,
                LINE,
                LINE | st.just(""),
                LINE,
                st.none() | DAYS,
                st.none() | st.sampled_from(Gender),
                LINE | st.just(""),
                LINE | st.just(""),
            )
        ),
        sender=draw(st.builds(Party, LINE, LINE, LINE | st.just(""), LINE | st.just(""))),
        receiver=draw(st.builds(Party, LINE, LINE | st.just(""), LINE | st.just(""), LINE | st.just(""))),
        access_route=draw(st.sampled_from(AccessRoute)),
        safety=draw(st.sampled_from(Safety)),
        ground=ground,
        ground_why=draw(LINE | st.just("")),
        doctor=draw(LINE | st.just("")),
        people=tuple(people),
        sections=tuple(draw(section(key)) for key in keys),
        agreed=tuple(agreed) if ground is Ground.CONSENT else (),
        answer_by=draw(st.none() | DAYS),
        callback_on=draw(st.none() | DAYS),
    )


def section(key: str) -> st.SearchStrategy[Section]:
    written = st.builds(Section, st.just(key), LINE, FHIR_TEXT | st.just(""))
    return written | st.builds(Section, st.just(key), LINE, st.just(""), withheld=st.just(True))


@given(referrals())
def test_any_referral_comes_back_the_same_and_is_fhir_r4(referral: Referral) -> None:
    made = bundle(referral)
    back = read(made)
    assert back.referral == referral
    assert back.missed == ()
    Bundle.model_validate_json(made)


def test_each_reference_is_to_something_in_the_bundle() -> None:
    told = json.loads(bundle(NOOR))
    here = {one["fullUrl"]: one["resource"]["resourceType"] for one in told["entry"]}
    pointed = [one for one in objects(told) if "reference" in one and isinstance(one["reference"], str)]
    assert len(pointed) > 20
    assert all(here[one["reference"]] == one["type"] for one in pointed)
    assert len(here) == len(told["entry"]) == len({one["resource"]["id"] for one in told["entry"]})


def test_the_same_handover_has_the_same_ids_in_each_file() -> None:
    later = replace(NOOR, status=HandoverStatus.ACCEPTED, made_at=datetime(2026, 11, 26, 9, 0, tzinfo=UTC))
    assert [one["id"] for one in resources(NOOR)] == [one["id"] for one in resources(later)]
    assert of_kind(later, "Task")[0]["status"] == "accepted"


def test_a_point_that_this_receiver_does_not_get_is_there_without_its_text() -> None:
    told = replace(NOOR, sections=(Section("reason", "Aanleiding", "Vader drinkt.", withheld=True),))
    assert b"Vader" not in bundle(told)
    reason = next(one for one in sections(told) if one["title"] == "Aanleiding")
    assert reason["emptyReason"]["coding"][0]["code"] == "withheld"
    assert read(bundle(told)).referral.sections == (Section("reason", "Aanleiding", withheld=True),)


def test_another_ground_than_consent_stands_in_it_with_its_reason_and_no_consent_does() -> None:
    """Whoever agreed before does not make a legal duty a consent."""
    told = replace(NOOR, ground=Ground.SAFE_HOME, ground_why="Melding na het gesprek van dinsdag")
    assert of_kind(told, "Consent") == []
    back = read(bundle(told)).referral
    assert (back.ground, back.ground_why, back.agreed) == (Ground.SAFE_HOME, "Melding na het gesprek van dinsdag", ())


def test_an_unsafe_child_is_urgent() -> None:
    assert of_kind(NOOR, "ServiceRequest")[0]["priority"] == "routine"
    assert of_kind(replace(NOOR, safety=Safety.UNSAFE), "ServiceRequest")[0]["priority"] == "urgent"


def test_what_was_only_read_cannot_be_sent_on() -> None:
    with pytest.raises(ValueError, match="only a whole referral"):
        bundle(replace(NOOR, safety=None))


# --- files of others -----------------------------------------------------------------------------


def as_bundle(name: str) -> bytes:
    """The published example referral and all it points at, as one file."""
    entries = []
    for path in sorted((HG / "examples").glob(f"hg-Referral*{name}*.xml")):
        root = ET.parse(path).getroot()  # noqa: S314 - a published file that lies here
        identity = root.find("f:id", NS)
        assert identity is not None
        kind = root.tag.rpartition("}")[2]
        body = ET.tostring(root, encoding="unicode")
        url = f"https://voorbeeld.example/fhir/{kind}/{identity.get('value')}"
        entries.append(f'<entry><fullUrl value="{url}"/><resource>{body}</resource></entry>')
    assert len(entries) > 3
    return f'<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/>{"".join(entries)}</Bundle>'.encode()


@needs_profiles
def test_a_published_referral_is_read_and_what_has_no_place_is_named() -> None:
    back = read(as_bundle("01"))
    told = back.referral
    assert (told.status, told.made_at, told.number) == (HandoverStatus.REQUESTED, None, "")
    assert (told.child.prefix, told.child.family_name) != ("", "")
    assert told.sender.person == "dr. B.A. van Galen"
    assert told.receiver.organization == "Gezondheidscentrum Aesculaap"
    texts = {one.key: one.text for one in told.sections}
    assert set(texts) == {"reason", "done_so_far", "question", "background"}
    assert texts["done_so_far"] == "paracetamol indien nodig"
    assert (told.safety, told.ground, told.agreed) == (None, None, ()), "a stranger's file does not say so"
    missed = {one.where for one in back.missed}
    assert {"Condition", "Patient.address", "Location", "Reden bericht: entry"} <= missed


@needs_profiles
@pytest.mark.parametrize("path", sorted((HG / "examples").glob("*.xml")), ids=lambda path: path.stem)
def test_from_xml_every_value_is_read_once(path: Path) -> None:
    """A value is an attribute in XML; as JSON it stands under the name of its element."""
    words = path.read_text("utf-8")
    root = ET.fromstring(words)  # noqa: S314 - a published file
    values = sorted(one.attrib["value"] for one in root.iter() if "value" in one.attrib)
    read_ones = sorted(leaves(parse(words.encode())))
    assert values
    assert read_ones == sorted([*values, *(one.attrib["url"] for one in root.iter() if "url" in one.attrib)])


def leaves(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, str) and name not in {"resourceType", "xmlns", "div"}:
        yield value
    for key, one in (
        value.items() if isinstance(value, dict) else ((name, one) for one in many(value) if one is not value)
    ):
        yield from leaves(one, key)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "referral.not_fhir"),
        (b"\xff\xfe\x00", "referral.not_fhir"),
        (b"[]", "referral.not_fhir"),
        (b'{"resourceType": "Patient"}', "referral.not_fhir"),
        (b"<Bundle", "referral.not_fhir"),
        (b'<!DOCTYPE b [<!ENTITY a "b">]><Bundle xmlns="http://hl7.org/fhir"/>', "referral.not_fhir"),
        (b"[" * 100_000, "referral.not_fhir"),
        (b'{"resourceType": "Bundle"}', "referral.nobody"),
        (b'{"resourceType": "Bundle", "entry": [7, {"resource": "x"}, {"resource": {"resourceType": 3}}]}',
         "referral.nobody"),
        (b" " * (LARGEST + 1), "referral.too_large"),
    ],
)  # fmt: skip
def test_nonsense_is_told_in_words(data: bytes, code: str) -> None:
    with pytest.raises(KnownError, match=code):
        read(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.data())
def test_a_bundle_with_anything_anywhere_is_read_without_a_fault(data: st.DataObject) -> None:
    """Each element of a good file in turn is put aside for something else."""
    told = json.loads(bundle(NOOR))
    holders = [one for one in objects(told) if one]
    holder = data.draw(st.sampled_from(holders))
    holder[data.draw(st.sampled_from(sorted(holder)))] = data.draw(JSON)
    with suppress(KnownError):
        assert isinstance(read(json.dumps(told).encode()).referral, Referral)


def test_a_section_that_is_none_of_ours_is_named_with_its_text() -> None:
    told = json.loads(bundle(NOOR))
    letter = next(one["resource"] for one in told["entry"] if one["resource"]["resourceType"] == "Composition")
    strange = {
        "title": "Allergie",
        "code": {"text": "allergie"},
        "extension": [{"url": "http://nictiz.nl/fhir/StructureDefinition/ext-TextValue", "valueString": "Noten"}],
        "entry": [{"display": "AllergyIntolerance noten"}],
    }
    letter["section"].append(strange)
    letter["relatesTo"] = [{"code": "appends"}]
    back = read(json.dumps(told).encode())
    assert back.referral.sections == NOOR.sections
    assert set(back.missed) == {
        Missed("Allergie", "Noten"),
        Missed("Allergie: entry", "AllergyIntolerance noten"),
        Missed("Composition.relatesTo"),
    }


def test_a_consent_that_does_not_stand_is_none() -> None:
    told = json.loads(bundle(NOOR))
    for one in told["entry"]:
        if one["resource"]["resourceType"] == "Consent":
            one["resource"]["status"] = "inactive"
    back = read(json.dumps(told).encode())
    assert back.referral.agreed == ()
    assert back.missed == (Missed("Consent", "inactive"),)


def changed(kind: str, **values: Any) -> bytes:
    """The invented referral, with something else in its first resource of a kind."""
    told = json.loads(bundle(NOOR))
    next(one["resource"] for one in told["entry"] if one["resource"]["resourceType"] == kind).update(values)
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    ("kind", "values", "missed"),
    [
        ("Patient", {"gender": "unknown"}, Missed("Patient.gender", "unknown")),
        ("Patient", {"birthDate": "2013-04"}, Missed("Patient.birthDate", "2013-04")),
        ("Task", {"status": "draft"}, Missed("Task.status", "draft")),
        ("Task", {"authoredOn": "2026-11-24"}, Missed("Task.authoredOn", "2026-11-24")),
        ("Consent", {"provision": {"type": "deny"}}, Missed("Consent", "deny")),
        ("Consent", {"scope": {"coding": [{"code": "treatment"}]}}, Missed("Consent", "treatment")),
    ],
)
def test_what_is_said_in_a_way_that_we_do_not_know_is_named(kind: str, values: dict[str, Any], missed: Missed) -> None:
    back = read(changed(kind, **values))
    assert back.missed == (missed,)
    assert len(back.referral.agreed) == (1 if kind == "Consent" else 2), "a no is not a yes"


def test_haste_that_another_program_tells_is_named() -> None:
    told = json.loads(changed("ServiceRequest", priority="asap"))
    letter = next(one["resource"] for one in told["entry"] if one["resource"]["resourceType"] == "Composition")
    letter["section"] = letter["section"][:1]
    back = read(json.dumps(told).encode())
    assert (back.referral.safety, back.missed) == (None, (Missed("ServiceRequest.priority", "asap"),))


def test_text_that_stands_only_in_the_narrative_is_read() -> None:
    told = json.loads(bundle(NOOR))
    letter = next(one["resource"] for one in told["entry"] if one["resource"]["resourceType"] == "Composition")
    reason = letter["section"][0]["section"][0]
    del reason["extension"]
    reason["text"]["div"] = "<div><p>Slaapt slecht.</p><p>Vader slaat &amp; dreigt.</p></div>"
    letter["section"].append({"title": "Anders", "text": {"div": "<div>Belt <b>vaak</b></div>"}})
    back = read(json.dumps(told).encode())
    assert back.referral.sections[0].text == "Slaapt slecht.\nVader slaat & dreigt."
    assert back.missed == (Missed("Anders", "Belt vaak"),)


def test_people_without_an_id_are_all_there() -> None:
    told = json.loads(bundle(NOOR))
    for one in told["entry"]:
        if one["resource"]["resourceType"] == "RelatedPerson":
            del one["resource"]["id"]
    assert read(json.dumps(told).encode()).referral == NOOR
