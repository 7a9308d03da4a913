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

from gpconnect.domain.consent import Form, Ground
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Safety
from gpconnect.domain.people import Relation
from gpconnect.exchange.fhir import (
    Json,
    code_words,
    codings,
    day_of,
    dicts,
    extension,
    many,
    moment_of,
    only,
    parse,
    plain,
    shown,
    words_of,
)
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

_STATES = {code: one for one, code in TASK_STATUS.items()}
_GENDERS = {code: one for one, code in GENDERS.items()}
LARGEST = 5_000_000
"""Bytes; a referral is a few pages. A larger file is something else."""
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
_Any = TypeVar("_Any")


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
        for entry in many(bundle.get("entry")):
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
        address = only(reference).get("reference")
        return self._by_address.get(address, {}) if isinstance(address, str) else {}


class _Reading:
    """One referral, read from its resources."""

    def __init__(self, found: _Found, child: Json, task: Json, request: Json) -> None:
        self._found, self._child, self._task, self._request = found, child, task, request
        self._missed: list[Missed] = []

    def whole(self) -> ReadReferral:
        """Everything that is understood, and what is not."""
        task, request = self._task, self._request
        people = {id(one): _near(one) for one in self._found.each("RelatedPerson")}
        sections = tuple(self._sections())
        ground = extension(request, f"{OURS}:ground", "valueCodeableConcept")
        referral = Referral(
            number=_number(task),
            status=self._known("Task.status", words_of(task.get("status")), _STATES),
            made_at=self._made_at(task, request),
            child=self._read_child(),
            sender=self._party(task.get("requester") or request.get("requester")),
            receiver=self._party(task.get("owner") or request.get("performer")),
            access_route=_ours(AccessRoute, request.get("category"), "access-route"),
            safety=_ours(Safety, [one.get("code") for one in self._parts()], "safety"),
            ground=_ours(Ground, ground, "ground"),
            ground_why=words_of(only(ground).get("text")),
            doctor=words_of(only(self._child.get("generalPractitioner")).get("display")),
            people=tuple(people.values()),
            sections=sections,
            agreed=tuple(self._agreed(people)),
            answer_by=day_of(only(only(task.get("restriction")).get("period")).get("end")),
            callback_on=day_of(next((one.get("valueDate") for one in dicts(task.get("input"))), None)),
        )
        self._unsaid()
        self._passed_by()
        return ReadReferral(referral, tuple(dict.fromkeys(self._missed)))

    def _read_child(self) -> Child:
        child = self._child
        name = _name_of(child)
        spoken = only(only(child.get("communication")).get("language"))
        family = only(name.get("_family"))
        own = words_of(extension(family, "humanname-own-name", "valueString"))
        given = " ".join(words_of(one) for one in many(name.get("given")))
        return Child(
            given_name=given or ("" if name.get("family") else words_of(name.get("text"))),
            prefix=words_of(extension(family, "humanname-own-prefix", "valueString")),
            family_name=own or words_of(name.get("family")),
            birth_date=self._date("Patient.birthDate", child.get("birthDate")),
            gender=self._known("Patient.gender", words_of(child.get("gender")), _GENDERS),
            phone=_reached(child, "phone"),
            interpreter=words_of(spoken.get("text")),
        )

    def _party(self, reference: Any) -> Party:
        """A sender or receiver: somebody at an organisation, or an organisation."""
        at = self._found.at(reference)
        if at.get("resourceType") == "PractitionerRole":
            person, place = self._found.at(at.get("practitioner")), self._found.at(at.get("organization"))
            return Party(
                words_of(place.get("name")) or shown(at.get("organization")),
                _written_name(person) or shown(at.get("practitioner")) or shown(reference),
                _reached(at, "phone") or _reached(place, "phone"),
                _reached(place, "email") or _reached(at, "email"),
            )
        if at.get("resourceType") == "Organization":
            contact = words_of(only(only(at.get("contact")).get("name")).get("text"))
            return Party(words_of(at.get("name")), contact, _reached(at, "phone"), _reached(at, "email"))
        if at.get("resourceType") == "Practitioner":
            return Party("", _written_name(at), _reached(at, "phone"), _reached(at, "email"))
        return Party(shown(reference))

    def _parts(self) -> list[Json]:
        """The sections of the letter, each before those within it."""
        return [part for one in self._found.each("Composition") for part in _within(one)]

    def _sections(self) -> Iterator[Section]:
        """The points of the checklist; a section that is none of them is named with its text."""
        for part in self._parts():
            codes = {(words_of(one.get("system")), words_of(one.get("code"))) for one in codings(part.get("code"))}
            ours = next((code for system, code in codes if system == f"{OURS}:checklist"), "")
            key = ours or next((key for key, (code, _) in SECTIONS.items() if (SNOMED, code) in codes), "")
            title = words_of(part.get("title"))
            text = words_of(extension(part, TEXT_VALUE, "valueString")) or plain(
                words_of(only(part.get("text")).get("div"))
            )
            why = {words_of(one.get("code")) for one in codings(part.get("emptyReason"))}
            if key and (ours or not why):
                yield Section(key, title, "" if why else text, withheld="withheld" in why)
            elif text and not why and not any(system == f"{OURS}:safety" for system, _ in codes):
                self._missed.append(Missed(title or "Composition.section", text))
            for entry in dicts(part.get("entry")):
                self._missed.append(Missed(f"{title}: entry".lstrip(": "), shown(entry)))

    def _agreed(self, people: Mapping[int, Near]) -> Iterator[Agreed]:
        """Who said yes to sharing; any other consent is named, a no above all."""
        for one in self._found.each("Consent"):
            on = day_of(one.get("dateTime"))
            why = _no_yes(one)
            if on is None or why:
                self._missed.append(Missed("Consent", why))
                continue
            who = self._found.at(one.get("performer"))
            near = people.get(id(who))
            name = near.name if near else "" if who.get("resourceType") == "Patient" else shown(one.get("performer"))
            form = _enum(Form, words_of(extension(one, f"{OURS}:consent-form", "valueCode")))
            yield Agreed(name, form or Form.ORAL, on)

    def _known(self, where: str, code: str, known: Mapping[str, _Any]) -> _Any | None:
        """What a code means to us; one that we do not know is named."""
        if code and code not in known:
            self._missed.append(Missed(where, code))
        return known.get(code)

    def _date(self, where: str, value: Any) -> date | None:
        """A date; a year or month alone is none, and is named."""
        found = day_of(value)
        if found is None and words_of(value):
            self._missed.append(Missed(where, words_of(value)))
        return found

    def _made_at(self, task: Json, request: Json) -> datetime | None:
        """When it was made; a day alone is no moment, and is named."""
        value = words_of(task.get("authoredOn") or request.get("authoredOn"))
        found = moment_of(value)
        if found is None and value:
            self._missed.append(Missed("Task.authoredOn", value))
        return found

    def _unsaid(self) -> None:
        """What another program says of haste and state in a way that is not ours."""
        urgency = words_of(self._request.get("priority"))
        if urgency not in {"", "routine"} and not self._parts_say("safety"):
            self._missed.append(Missed("ServiceRequest.priority", urgency))
        state = words_of(self._request.get("status"))
        if not self._task and state not in {"", "active"}:
            self._missed.append(Missed("ServiceRequest.status", state))

    def _parts_say(self, system: str) -> bool:
        return any(
            one.get("system") == f"{OURS}:{system}" for part in self._parts() for one in codings(part.get("code"))
        )

    def _passed_by(self) -> None:
        """Name each resource and element that nothing was read from."""
        for one in self._found.all:
            kind = one["resourceType"]
            if kind not in _READ:
                self._missed.append(Missed(kind, words_of(only(one.get("code")).get("text")) or code_words(one)))
                continue
            for name in sorted({name.lstrip("_") for name in one} - _READ[kind] - _ALWAYS):
                self._missed.append(Missed(f"{kind}.{name}", words_of(one.get(name))))
        if sum(1 for _ in self._found.each("Patient")) > 1:
            self._missed.append(Missed("Patient (2)"))


def _bundle(data: bytes) -> Json:
    """The bundle in the shape of JSON.

    Raises:
        KnownError: ``referral.not_fhir``.
    """
    made = parse(data)
    if not isinstance(made, dict) or made.get("resourceType") != "Bundle":
        raise KnownError("referral.not_fhir")
    return made


def _no_yes(consent: Json) -> str:
    """Why a Consent is no yes to sharing; empty when it is one."""
    if (status := words_of(consent.get("status"))) != "active":
        return status or "?"
    if (said := words_of(only(consent.get("provision")).get("type"))) == "deny":
        return said
    scope = next((words_of(one.get("code")) for one in codings(consent.get("scope"))), "")
    return "" if scope in {"", "patient-privacy"} else scope


def _within(part: Json) -> Iterator[Json]:
    for one in dicts(part.get("section")):
        yield one
        yield from _within(one)


def _enum(kind: type[_Code], code: str) -> _Code | None:
    return kind(code) if code in set(kind) else None


def _ours(kind: type[_Code], concepts: Any, system: str) -> _Code | None:
    """The code of one of our own systems."""
    found = (words_of(one.get("code")) for one in codings(concepts) if one.get("system") == f"{OURS}:{system}")
    return _enum(kind, next(found, ""))


def _name_of(person: Json) -> Json:
    """The official name, or the first there is."""
    names = dicts(person.get("name"))
    return next((one for one in names if one.get("use") == "official"), names[0] if names else {})


def _written_name(person: Json) -> str:
    name = _name_of(person)
    parts = [*map(words_of, many(name.get("given"))), words_of(name.get("family"))]
    return words_of(name.get("text")) or " ".join(filter(None, parts))


def _reached(holder: Json, how: str) -> str:
    return next((words_of(one.get("value")) for one in dicts(holder.get("telecom")) if one.get("system") == how), "")


def _near(person: Json) -> Near:
    relationship = person.get("relationship")
    ours = _ours(Relation, relationship, "relation")
    known = {code: one for one, (code, _) in RELATIONS.items() if code}
    said = (known.get(words_of(one.get("code"))) for one in codings(relationship) if one.get("system") == ROLE_CODE)
    relation = ours or next((one for one in said if one), Relation.OTHER)
    return Near(_written_name(person), relation, _reached(person, "phone"))


def _number(task: Json) -> str:
    found = (one for one in dicts(task.get("identifier")) if one.get("system") == f"{OURS}:handover")
    number = words_of(next(found, {}).get("value"))
    try:
        return UUID(number).hex
    except ValueError:
        return ""
