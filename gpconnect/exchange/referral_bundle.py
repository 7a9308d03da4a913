"""A warm handover as a FHIR R4 Bundle for the receiver's own system: what the letter says, for programs to read.

A Bundle of type collection with one Task (the workflow of eOverdracht), ServiceRequest, Composition (the twelve
points), Patient, RelatedPerson each, PractitionerRole with Practitioner and Organization of the sender, Organization of
the receiver, and a Consent for everybody who agreed. A point that this receiver does not get is there with the empty
reason "withheld" and without its text. Ids are derived from the handover's: it is the same in each file of it.
"""

from datetime import UTC, date
from typing import Any, TypeVar
from uuid import UUID, uuid5
from xml.sax.saxutils import escape

import msgspec

from gpconnect.domain.consent import Ground
from gpconnect.domain.handover import Safety
from gpconnect.exchange.referral import Agreed, Child, Near, Party, Referral, Section
from gpconnect.exchange.referral_codes import (
    CORE,
    GENDERS,
    HL7,
    LOINC,
    MESSAGE_TYPE,
    NICTIZ,
    OURS,
    RELATIONS,
    REQUEST_STATUS,
    REQUIRED,
    ROLE_CODE,
    SECTIONS,
    SNOMED,
    TASK_STATUS,
    TEXT_VALUE,
)

Json = dict[str, Any]
_Value = TypeVar("_Value")
_EMPTY = "http://terminology.hl7.org/CodeSystem/list-empty-reason"
_SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope"
_PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
_WITHHELD = ("withheld", "Niet gedeeld met deze ontvanger.")
_UNAVAILABLE = ("unavailable", "Niet ingevuld.")


def bundle(referral: Referral) -> bytes:
    """The referral as one Bundle, JSON in UTF-8; the caller has checked that it may leave."""
    made = _Made(referral)
    entries = [{"fullUrl": made.urn(one["id"]), "resource": one} for one in made.resources()]
    return msgspec.json.encode(
        {
            "resourceType": "Bundle",
            "identifier": _identifier(referral.number),
            "type": "collection",
            "timestamp": made.made_at,
            "entry": entries,
        }
    )


class _Made:
    """The resources of one referral, which point at each other; it says everything (`Referral`)."""

    def __init__(self, referral: Referral) -> None:
        self._of = referral
        self._base = UUID(referral.number)
        self._status, self._safety = _said(referral.status), _said(referral.safety)
        self._route, self._ground = _said(referral.access_route), _said(referral.ground)
        self.made_at = _said(referral.made_at).astimezone(UTC).isoformat(timespec="milliseconds")

    def id(self, name: str) -> str:
        """The id of a resource: the same in each file of this handover."""
        return str(uuid5(self._base, name))

    @staticmethod
    def urn(resource_id: str) -> str:
        return f"urn:uuid:{resource_id}"

    def to(self, name: str, kind: str, display: str = "") -> Json:
        """A reference to another resource of this bundle."""
        shown = {"display": display} if display else {}
        return {"reference": self.urn(self.id(name)), "type": kind, **shown}

    def resources(self) -> list[Json]:
        """Everything, the Task first."""
        of = self._of
        agreed = of.agreed if self._ground is Ground.CONSENT else ()
        return [
            self._task(),
            self._request(agreed),
            self._composition(),
            self._patient(of.child),
            *(self._near(number, one) for number, one in enumerate(of.people)),
            *self._sender(of.sender),
            self._organization("receiver", of.receiver, contact=of.receiver.person),
            *(self._consent(number, one) for number, one in enumerate(agreed)),
        ]

    def _resource(self, kind: str, name: str, profile: str = "") -> Json:
        meta = {"meta": {"profile": [f"{NICTIZ}/{profile}"]}} if profile else {}
        return {"resourceType": kind, "id": self.id(name), **meta}

    def _task(self) -> Json:
        of = self._of
        made = self._resource("Task", "task", "hg-ReferralTask") | {
            "identifier": [_identifier(of.number)],
            "status": TASK_STATUS[self._status],
            "intent": "order",
            "code": _concept(_coding(SNOMED, "3457005", "verwijzen van patiënt")),
            "focus": self.to("request", "ServiceRequest"),
            "for": self.to("child", "Patient"),
            "authoredOn": self.made_at,
            "requester": self.to("sender", "PractitionerRole", of.sender.person),
            "owner": self.to("receiver", "Organization", of.receiver.organization),
        }
        if of.answer_by is not None:
            made["restriction"] = {"period": {"end": _day(of.answer_by)}}
        if of.callback_on is not None:
            kind = _concept(_coding(f"{OURS}:date", "callback_on"), "De verwijzer belt of er contact is")
            made["input"] = [{"type": kind, "valueDate": _day(of.callback_on)}]
        return made

    def _request(self, agreed: tuple[Agreed, ...]) -> Json:
        of = self._of
        ground = _concept(_coding(f"{OURS}:ground", self._ground.value), of.ground_why)
        return self._resource("ServiceRequest", "request", "hg-ReferralServiceRequest") | {
            "extension": [{"url": f"{OURS}:ground", "valueCodeableConcept": ground}],
            "status": REQUEST_STATUS.get(self._status, "active"),
            "intent": "order",
            "category": [
                _concept(_coding(MESSAGE_TYPE, "1", "Verwijsbrief")),
                _concept(_coding(f"{OURS}:access-route", self._route.value)),
            ],
            "priority": "urgent" if self._safety is Safety.UNSAFE else "routine",
            "subject": self.to("child", "Patient"),
            "authoredOn": self.made_at,
            "requester": self.to("sender", "PractitionerRole", of.sender.person),
            "performer": [self.to("receiver", "Organization", of.receiver.organization)],
            "supportingInfo": [
                self.to("composition", "Composition"),
                *(self.to(f"consent/{number}", "Consent") for number in range(len(agreed))),
            ],
        }

    def _composition(self) -> Json:
        of = self._of
        known = {one.key for one in of.sections}
        lacking = [Section(key, SECTIONS[key][1]) for key in REQUIRED if key not in known]
        core = {
            "title": CORE[1],
            "code": _concept(_coding(SNOMED, CORE[0], "samenvatting van zorgvraag")),
            "section": [_section(one, counted=True) for one in of.sections]
            + [_section(one, counted=False) for one in lacking],
        }
        safety = {
            "title": "Veiligheid",
            "code": _concept(_coding(f"{OURS}:safety", self._safety.value)),
            "text": _narrative(self._safety.value.replace("_", " ")),
        }
        return self._resource("Composition", "composition", "hg-ReferralComposition") | {
            "status": "final",
            "type": _concept(_coding(LOINC, "57133-1", "Referral note")),
            "subject": self.to("child", "Patient"),
            "date": self.made_at,
            "author": [self.to("sender", "PractitionerRole", of.sender.person)],
            "title": "Warme overdracht",
            "confidentiality": "R",
            "section": [core, safety],
        }

    def _patient(self, child: Child) -> Json:
        made = self._resource("Patient", "child", "nl-core-Patient") | {"name": [_own_name(child)]}
        made |= _phones(child.phone)
        if child.gender is not None:
            made["gender"] = GENDERS[child.gender]
        if child.birth_date is not None:
            made["birthDate"] = _day(child.birth_date)
        if child.interpreter:
            made["communication"] = [{"language": {"text": child.interpreter}}]
        if self._of.doctor:
            made["generalPractitioner"] = [{"display": self._of.doctor}]
        return made

    def _near(self, number: int, near: Near) -> Json:
        code, word = RELATIONS[near.relation]
        codes = [_coding(ROLE_CODE, code)] if code else []
        codes.append(_coding(f"{OURS}:relation", near.relation.value))
        return self._resource("RelatedPerson", f"near/{number}", "nl-core-ContactPerson") | {
            "patient": self.to("child", "Patient"),
            "relationship": [{"coding": codes, "text": word}],
            "name": [_name(near.name)],
            **_phones(near.phone),
        }

    def _sender(self, sender: Party) -> list[Json]:
        role = self._resource("PractitionerRole", "sender", "nl-core-HealthProfessional-PractitionerRole") | {
            "practitioner": self.to("sender/person", "Practitioner", sender.person),
            "organization": self.to("sender/organization", "Organization", sender.organization),
            **_phones(sender.phone),
        }
        person = self._resource("Practitioner", "sender/person", "nl-core-HealthProfessional-Practitioner") | {
            "name": [_name(sender.person)]
        }
        return [role, person, self._organization("sender/organization", sender)]

    def _organization(self, name: str, party: Party, contact: str = "") -> Json:
        reached = _phones(party.phone).get("telecom", [])
        reached += [{"system": "email", "value": party.secure_mail}] if party.secure_mail else []
        made = self._resource("Organization", name, "nl-core-HealthcareProvider-Organization")
        made["name"] = party.organization
        made |= {"telecom": reached} if reached else {}
        return made | ({"contact": [{"name": {"text": contact}}]} if contact else {})

    def _consent(self, number: int, agreed: Agreed) -> Json:
        """One person's yes to sharing with this receiver (Jeugdwet 7.3.11)."""
        of = self._of
        names = [one.name for one in of.people]
        if not agreed.name:
            who = self.to("child", "Patient")
        elif agreed.name in names:
            who = self.to(f"near/{names.index(agreed.name)}", "RelatedPerson", agreed.name)
        else:
            who = {"display": agreed.name}
        role = _concept(_coding(_PARTICIPATION, "IRCP", "information recipient"))
        return self._resource("Consent", f"consent/{number}") | {
            "extension": [{"url": f"{OURS}:consent-form", "valueCode": agreed.form.value}],
            "status": "active",
            "scope": _concept(_coding(_SCOPE, "patient-privacy")),
            "category": [_concept(_coding(LOINC, "59284-0", "Consent Document"))],
            "patient": self.to("child", "Patient"),
            "dateTime": _day(agreed.on),
            "performer": [who],
            "organization": [self.to("sender/organization", "Organization", of.sender.organization)],
            "policyRule": {"text": "Jeugdwet 7.3.11"},
            "provision": {
                "type": "permit",
                "actor": [
                    {"role": role, "reference": self.to("receiver", "Organization", of.receiver.organization)},
                ],
            },
        }


def _section(one: Section, *, counted: bool) -> Json:
    """One point; in the order and under the title of the checklist, with the code of a referral letter beside ours."""
    codes = [_coding(SNOMED, *SECTIONS[one.key])] if one.key in SECTIONS else []
    codes += [_coding(f"{OURS}:checklist", one.key)] if counted else []
    made: Json = {"title": one.title, "code": {"coding": codes}}
    if one.text and not one.withheld:
        return made | {
            "extension": [{"url": TEXT_VALUE, "valueString": one.text}],
            "text": _narrative(one.text),
        }
    reason, words = _WITHHELD if one.withheld else _UNAVAILABLE
    return made | {
        "extension": [{"url": TEXT_VALUE, "valueString": words}],
        "text": _narrative(words),
        "emptyReason": _concept(_coding(_EMPTY, reason), words),
    }


def _own_name(child: Child) -> Json:
    """A Dutch name: prefix and own name apart, as nl-core wants it."""
    family = " ".join(filter(None, (child.prefix, child.family_name)))
    parts = [("humanname-own-prefix", child.prefix), ("humanname-own-name", child.family_name)]
    made = _name(" ".join(filter(None, (child.given_name, family))))
    if family:
        made["family"] = family
        made["_family"] = {"extension": [{"url": f"{HL7}/{key}", "valueString": one} for key, one in parts if one]}
    if child.given_name:
        made["given"] = [child.given_name]
        made["_given"] = [{"extension": [{"url": f"{HL7}/iso21090-EN-qualifier", "valueCode": "BR"}]}]
    return made


def _name(words: str) -> Json:
    return {"use": "official", "text": words}


def _phones(phone: str) -> Json:
    return {"telecom": [{"system": "phone", "value": phone}]} if phone else {}


def _narrative(words: str) -> Json:
    """The text as people read it; line ends are kept."""
    lines = escape(words).replace("\n", "<br/>")
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{lines}</div>'}


def _identifier(number: str) -> Json:
    return {"system": f"{OURS}:handover", "value": number}


def _concept(coding: Json, words: str = "") -> Json:
    return {"coding": [coding], **({"text": words} if words else {})}


def _coding(system: str, code: str, display: str = "") -> Json:
    return {"system": system, "code": code, **({"display": display} if display else {})}


def _day(day: date) -> str:
    return day.isoformat()


def _said(value: _Value | None) -> _Value:
    """What a referral of ours always says.

    Raises:
        ValueError: it does not; it was read from a file of somebody else.
    """
    if value is None:
        raise ValueError("only a whole referral can be written")
    return value
