"""A FHIR R4 Bundle with a referral, read into our own words; what was not understood is named, never just dropped.

Reads what `gpconnect.exchange.referral_bundle` writes and what other Dutch systems send by the hg-Referral profiles, as
JSON or as XML. Everything in such a file is somebody else's text: it is only read, never followed; an address in it is
never opened.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID
from xml.etree import ElementTree as ET

import msgspec

from gpconnect.domain.consent import Form, Ground
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Safety
from gpconnect.domain.people import Relation
from gpconnect.exchange.referral import Agreed, Child, Near, Party, Referral, Section
from gpconnect.exchange.referral_codes import (
    GENDERS,
    OURS,
    RELATIONS,
    ROLE_CODE,
    SECTIONS,
    SNOMED,
    TASK_STATUS,
    TEXT_VALUE,
)

Json = dict[str, Any]
LARGEST = 5_000_000
"""Bytes; a referral is a few pages. A larger file is something else."""
_FHIR = "{http://hl7.org/fhir}"
_READ = {
    "Task": {"identifier", "status", "intent", "code", "focus", "for", "authoredOn", "requester", "owner"}
    | {"restriction", "input"},
    "ServiceRequest": {"extension", "status", "intent", "category", "priority", "subject", "authoredOn", "requester"}
    | {"performer", "supportingInfo"},
    "Composition": {"status", "type", "subject", "date", "author", "title", "confidentiality", "section"},
    "Patient": {"name", "telecom", "gender", "birthDate", "communication", "generalPractitioner"},
    "RelatedPerson": {"patient", "relationship", "name", "telecom"},
    "PractitionerRole": {"practitioner", "organization", "telecom"},
    "Practitioner": {"name", "telecom"},
    "Organization": {"name", "telecom", "contact"},
    "Consent": {"extension", "status", "scope", "category", "patient", "dateTime", "performer", "organization"}
    | {"policyRule", "provision"},
}
"""Elements that are read, per resource."""
_ALWAYS = frozenset({"resourceType", "id", "meta", "text", "implicitRules", "language"})
_Code = TypeVar("_Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Missed:
    """Something in the file that we have no place for.

    Attributes:
        where: resource and element, or the title of a section of the letter.
        words: what it says, as far as it is text.
    """

    where: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class ReadReferral:
    """What a file says, and what of it was not understood."""

    referral: Referral
    missed: tuple[Missed, ...]


def read(data: bytes) -> ReadReferral:
    """Read a file.

    Raises:
        KnownError: ``referral.too_large`` (more than `LARGEST` bytes), ``referral.not_fhir`` when it is no Bundle of
            FHIR, ``referral.nobody`` when it holds no referral of a person.
    """
    if len(data) > LARGEST:
        raise KnownError("referral.too_large")
    found = _Found(_bundle(data))
    child = found.first("Patient")
    task, request = found.first("Task"), found.first("ServiceRequest")
    if child is None or (task is None and request is None):
        raise KnownError("referral.nobody")
    return _Reading(found, child, task or {}, request or {}).whole()


class _Found:
    """The resources of a bundle, and how they point at each other."""

    def __init__(self, bundle: Json) -> None:
        self.all: list[Json] = []
        self._by_address: dict[str, Json] = {}
        for entry in _many(bundle.get("entry")):
            one = entry.get("resource") if isinstance(entry, dict) else None
            if not isinstance(one, dict) or not isinstance(one.get("resourceType"), str):
                continue
            self.all.append(one)
            for address in (entry.get("fullUrl"), f"{one['resourceType']}/{one.get('id')}"):
                if isinstance(address, str):
                    self._by_address[address] = one

    def first(self, kind: str) -> Json | None:
        return next(self.each(kind), None)

    def each(self, kind: str) -> Iterator[Json]:
        return (one for one in self.all if one["resourceType"] == kind)

    def at(self, reference: Any) -> Json:
        """What a reference points at within this file; nothing outside it is looked for."""
        address = _only(reference).get("reference")
        return self._by_address.get(address, {}) if isinstance(address, str) else {}


class _Reading:
    """One referral, read from its resources."""

    def __init__(self, found: _Found, child: Json, task: Json, request: Json) -> None:
        self._found, self._child, self._task, self._request = found, child, task, request
        self._missed: list[Missed] = []

    def whole(self) -> ReadReferral:
        """Everything that is understood, and what is not."""
        task, request = self._task, self._request
        people = {_words(one.get("id")): _near(one) for one in self._found.each("RelatedPerson")}
        sections = tuple(self._sections())
        ground = _extension(request, f"{OURS}:ground", "valueCodeableConcept")
        referral = Referral(
            number=_number(task),
            status={code: one for one, code in TASK_STATUS.items()}.get(_words(task.get("status"))),
            made_at=_moment(task.get("authoredOn") or request.get("authoredOn")),
            child=self._read_child(),
            sender=self._party(task.get("requester") or request.get("requester")),
            receiver=self._party(task.get("owner") or request.get("performer")),
            access_route=_ours(AccessRoute, request.get("category"), "access-route"),
            safety=_ours(Safety, [one.get("code") for one in self._parts()], "safety"),
            ground=_ours(Ground, ground, "ground"),
            ground_why=_words(_only(ground).get("text")),
            doctor=_words(_only(self._child.get("generalPractitioner")).get("display")),
            people=tuple(people.values()),
            sections=sections,
            agreed=tuple(self._agreed(people)),
            answer_by=_day(_only(_only(task.get("restriction")).get("period")).get("end")),
            callback_on=_day(next((one.get("valueDate") for one in _dicts(task.get("input"))), None)),
        )
        self._passed_by()
        return ReadReferral(referral, tuple(dict.fromkeys(self._missed)))

    def _read_child(self) -> Child:
        child = self._child
        name = _name_of(child)
        spoken = _only(_only(child.get("communication")).get("language"))
        family = _only(name.get("_family"))
        own = _words(_extension(family, "humanname-own-name", "valueString"))
        given = " ".join(_words(one) for one in _many(name.get("given")))
        return Child(
            given_name=given or ("" if name.get("family") else _words(name.get("text"))),
            prefix=_words(_extension(family, "humanname-own-prefix", "valueString")),
            family_name=own or _words(name.get("family")),
            birth_date=_day(child.get("birthDate")),
            gender={code: one for one, code in GENDERS.items()}.get(_words(child.get("gender"))),
            phone=_reached(child, "phone"),
            interpreter=_words(spoken.get("text")),
        )

    def _party(self, reference: Any) -> Party:
        """A sender or receiver: somebody at an organisation, or an organisation."""
        at = self._found.at(reference)
        if at.get("resourceType") == "PractitionerRole":
            person, place = self._found.at(at.get("practitioner")), self._found.at(at.get("organization"))
            return Party(
                _words(place.get("name")) or _shown(at.get("organization")),
                _written_name(person) or _shown(at.get("practitioner")) or _shown(reference),
                _reached(at, "phone") or _reached(place, "phone"),
                _reached(place, "email") or _reached(at, "email"),
            )
        if at.get("resourceType") == "Organization":
            contact = _words(_only(_only(at.get("contact")).get("name")).get("text"))
            return Party(_words(at.get("name")), contact, _reached(at, "phone"), _reached(at, "email"))
        if at.get("resourceType") == "Practitioner":
            return Party("", _written_name(at), _reached(at, "phone"), _reached(at, "email"))
        return Party(_shown(reference))

    def _parts(self) -> list[Json]:
        """The sections of the letter, each before those within it."""
        return [part for one in self._found.each("Composition") for part in _within(one)]

    def _sections(self) -> Iterator[Section]:
        """The points of the checklist; a section that is none of them is named with its text."""
        for part in self._parts():
            codes = {(_words(one.get("system")), _words(one.get("code"))) for one in _codings(part.get("code"))}
            ours = next((code for system, code in codes if system == f"{OURS}:checklist"), "")
            key = ours or next((key for key, (code, _) in SECTIONS.items() if (SNOMED, code) in codes), "")
            title = _words(part.get("title"))
            text = _words(_extension(part, TEXT_VALUE, "valueString"))
            why = {_words(one.get("code")) for one in _codings(part.get("emptyReason"))}
            if key and (ours or not why):
                yield Section(key, title, "" if why else text, withheld="withheld" in why)
            elif text and not why:
                self._missed.append(Missed(title or "Composition.section", text))
            for entry in _dicts(part.get("entry")):
                self._missed.append(Missed(f"{title}: entry".lstrip(": "), _shown(entry)))

    def _agreed(self, people: Mapping[str, Near]) -> Iterator[Agreed]:
        for one in self._found.each("Consent"):
            on = _day(one.get("dateTime"))
            if on is None or _words(one.get("status")) != "active":
                self._missed.append(Missed("Consent", _words(one.get("status"))))
                continue
            who = self._found.at(one.get("performer"))
            near = people.get(_words(who.get("id")))
            name = near.name if near else "" if who.get("resourceType") == "Patient" else _shown(one.get("performer"))
            form = _enum(Form, _words(_extension(one, f"{OURS}:consent-form", "valueCode")))
            yield Agreed(name, form or Form.ORAL, on)

    def _passed_by(self) -> None:
        """Name each resource and element that nothing was read from."""
        for one in self._found.all:
            kind = one["resourceType"]
            if kind not in _READ:
                self._missed.append(Missed(kind, _words(_only(one.get("code")).get("text")) or _code_words(one)))
                continue
            for name in sorted({name.lstrip("_") for name in one} - _READ[kind] - _ALWAYS):
                self._missed.append(Missed(f"{kind}.{name}", _words(one.get(name))))
        if sum(1 for _ in self._found.each("Patient")) > 1:
            self._missed.append(Missed("Patient (2)"))


def _bundle(data: bytes) -> Json:
    """The bundle in the shape of JSON.

    Raises:
        KnownError: ``referral.not_fhir``.
    """
    try:
        words = data.decode("utf-8-sig").strip()
        made = _of_xml(words) if words.startswith("<") else msgspec.json.decode(words.encode())
    except (ValueError, msgspec.DecodeError, ET.ParseError, RecursionError) as error:
        raise KnownError("referral.not_fhir") from error
    if not isinstance(made, dict) or made.get("resourceType") != "Bundle":
        raise KnownError("referral.not_fhir")
    return made


def _of_xml(words: str) -> Json:
    """FHIR's XML in the shape of its JSON, but that what stands there once is not in a list."""
    if "<!DOCTYPE" in words or "<!ENTITY" in words:
        raise ValueError("FHIR has no document type")  # it could swell a small file without end
    root = ET.fromstring(words)  # noqa: S314 - without a document type there is nothing to expand or fetch
    return {"resourceType": root.tag.removeprefix(_FHIR), **_of_element(root)}


def _of_element(element: ET.Element) -> Json:
    made: Json = {name: value for name, value in element.attrib.items() if name in {"id", "url"}}
    for child in element:
        name = child.tag.removeprefix(_FHIR)
        if name == "resource" and len(child):
            value: Any = {"resourceType": child[0].tag.removeprefix(_FHIR), **_of_element(child[0])}
        elif "value" in child.attrib:
            value = child.attrib["value"]
            if len(child):
                _put(made, f"_{name}", _of_element(child))
        else:
            value = _of_element(child)
        _put(made, name, value)
    return made


def _put(made: Json, name: str, value: Any) -> None:
    if name in made:
        made[name] = [*_many(made[name]), value]
    else:
        made[name] = value


def _within(part: Json) -> Iterator[Json]:
    for one in _dicts(part.get("section")):
        yield one
        yield from _within(one)


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _dicts(value: Any) -> list[Json]:
    return [one for one in _many(value) if isinstance(one, dict)]


def _only(value: Any) -> Json:
    """The first of what stands there, as an object; empty where there is none."""
    return next(iter(_dicts(value)), {})


def _words(value: Any) -> str:
    """Text as it stands; anything else than text or a number is none."""
    return value if isinstance(value, str) else str(value) if type(value) in {int, float} else ""


def _shown(reference: Any) -> str:
    return _words(_only(reference).get("display"))


def _codings(concepts: Any) -> list[Json]:
    return [coding for one in _dicts(concepts) for coding in _dicts(one.get("coding"))]


def _code_words(resource: Json) -> str:
    return next((_words(one.get("display")) for one in _codings(resource.get("code"))), "")


def _extension(holder: Any, url: str, value: str) -> Any:
    """The value of an extension, by its whole address or by the end of one of HL7's."""
    found = _dicts(_only(holder).get("extension"))
    return next(
        (one.get(value) for one in found if _words(one.get("url")).rpartition("/")[2] == url or one.get("url") == url),
        None,
    )


def _enum(kind: type[_Code], code: str) -> _Code | None:
    return kind(code) if code in set(kind) else None


def _ours(kind: type[_Code], concepts: Any, system: str) -> _Code | None:
    """The code of one of our own systems."""
    found = (_words(one.get("code")) for one in _codings(concepts) if one.get("system") == f"{OURS}:{system}")
    return _enum(kind, next(found, ""))


def _name_of(person: Json) -> Json:
    """The official name, or the first there is."""
    names = _dicts(person.get("name"))
    return next((one for one in names if one.get("use") == "official"), names[0] if names else {})


def _written_name(person: Json) -> str:
    name = _name_of(person)
    parts = [*map(_words, _many(name.get("given"))), _words(name.get("family"))]
    return _words(name.get("text")) or " ".join(filter(None, parts))


def _reached(holder: Json, how: str) -> str:
    return next((_words(one.get("value")) for one in _dicts(holder.get("telecom")) if one.get("system") == how), "")


def _near(person: Json) -> Near:
    codings = _codings(person.get("relationship"))
    ours = _ours(Relation, person.get("relationship"), "relation")
    known = {code: one for one, (code, _) in RELATIONS.items() if code}
    said = (known.get(_words(one.get("code"))) for one in codings if one.get("system") == ROLE_CODE)
    relation = ours or next((one for one in said if one), Relation.OTHER)
    return Near(_written_name(person), relation, _reached(person, "phone"))


def _number(task: Json) -> str:
    found = (one for one in _dicts(task.get("identifier")) if one.get("system") == f"{OURS}:handover")
    number = _words(next(found, {}).get("value"))
    try:
        return UUID(number).hex
    except ValueError:
        return ""


def _day(value: Any) -> date | None:
    """A date; of a moment its day, and of a year or month alone none."""
    try:
        return date.fromisoformat(_words(value)[:10])
    except ValueError:
        return None


def _moment(value: Any) -> datetime | None:
    """An aware moment; a day alone is none."""
    try:
        found = datetime.fromisoformat(_words(value))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
