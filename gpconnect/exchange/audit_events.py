"""The access log as FHIR R4 AuditEvents, for an inspector or another program: one Bundle of type collection.

R4, because that is what Dutch care exchanges today (nl-core R4); the only public Dutch profile of AuditEvent for
NEN 7513 (RIVO-Noord, Zorgviewer) is written for STU3 and is followed by name: its `userId` is R4's `who.identifier`,
its `entity.identifier` is `entity.what.identifier`, its `source.identifier` is `source.observer.identifier`. The fields
that Logius names for NEN 7513 are all filled. Children are named by their number only: a name is not asked for.

How it went (EventOutcomeIndicator) is told in the numbers of RFC 3881, which FHIR took over: 0 done, 4 refused, and 8
("serious failure; action terminated") for what was begun and of which no end is on record, because the program was
ended or the disk took no line more. Nobody knows then whether it was done, and no number says "unknown". A 0 would
hide it from whoever looks for what did not go well, and leaving the field out would leave empty what NEN 7513 asks for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from gpconnect.domain.access import BEGUN, AccessEvent, EventType, endings

Json = dict[str, Any]
_DCM = "http://dicom.nema.org/resources/ontology/DCM"
_OURS = "urn:gpconnect"
_ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type"
_OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role"
_LIFE_CYCLE = "http://terminology.hl7.org/CodeSystem/dicom-audit-lifecycle"
_SOURCE_TYPE = "http://terminology.hl7.org/CodeSystem/security-source-type"
_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
_CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
POLICY = f"{_OURS}:role-table:1"
"""The authorisation protocol: which role may do what (`gpconnect.domain.roles`), with consent as Jeugdwet 7.3.11."""

_TYPES = {
    EventType.SEARCH: ("110112", "Query"),
    EventType.PRINT: ("110106", "Export"),
    EventType.EXPORT: ("110106", "Export"),
    EventType.EMERGENCY: ("110127", "Emergency Override Started"),
    EventType.LOG_READ: ("110101", "Audit Log Used"),
    EventType.LOGIN_FAILED: ("110114", "User Authentication"),
}
_RECORD = ("110110", "Patient Record")
_LIFE = {
    EventType.CREATE: ("1", "Origination / Creation"),
    EventType.CHANGE: ("3", "Amendment"),
    EventType.ERASE: ("15", "Permanent erasure / Physical destruction"),
    EventType.EXPORT: ("10", "Export / Copy"),
    EventType.PRINT: ("9", "Report"),
}
_USED = ("6", "Access / Use")
_ADMINISTRATION = ("HSYSADMIN", "health system administration")
_PURPOSES = {
    EventType.EMERGENCY: ("ETREAT", "Emergency Treatment"),
    EventType.LOG_READ: _ADMINISTRATION,
    EventType.LOGIN_FAILED: _ADMINISTRATION,
}
_TREATMENT = ("TREAT", "treatment")
_ASKED = ("PATRQT", "patient requested")
_NOBODY = "unknown"
_NOBODY_KNOWN = "onbekend, aan dit apparaat"
_UNKNOWN = ("8", "begun, end unknown")
_FOR_THE_FAMILY = frozenset({"inspection_copy", "who_looked", "statement.recorded"})
"""Purposes that a family asked for themselves."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the log comes from.

    Attributes:
        device: id of the device that exports.
        organization: whose log it is (AuditEnterpriseSiteID).
        names: name per staff id.
    """

    device: str
    organization: str
    names: Mapping[str, str]


def bundle(
    events: Sequence[AccessEvent], source: Source, made_at: datetime, later: Sequence[AccessEvent] = ()
) -> bytes:
    """All events as one Bundle, JSON in UTF-8.

    Args:
        events: newest first, as they are to stand.
        source: where they come from.
        made_at: aware; when the bundle is made.
        later: of after those, newest first: not in the bundle, but what was begun may have its end there.
    """
    ends = endings(reversed((*later, *events)))
    entries = [{"fullUrl": _urn(one.event_id), "resource": _audit_event(one, source, ends)} for one in events]
    return msgspec.json.encode(
        {"resourceType": "Bundle", "type": "collection", "timestamp": _instant(made_at), "entry": entries}
    )


def _why(event: AccessEvent) -> tuple[str, str]:
    """The reason of use, in the codes of HL7 (PurposeOfUse)."""
    if event.purpose in _FOR_THE_FAMILY or event.type is EventType.ERASE:
        return _ASKED
    if event.type in _PURPOSES:
        return _PURPOSES[event.type]
    return _TREATMENT if event.client else _ADMINISTRATION


def _outcome(event: AccessEvent, ends: Mapping[str, str]) -> tuple[str, str]:
    """How it went, as a number and in a word; what was begun went as its end says. See the top of this file."""
    if event.outcome == BEGUN and event.event_id not in ends:
        return _UNKNOWN
    return "0" if ends.get(event.event_id, event.outcome) == "ok" else "4", event.outcome


def _audit_event(event: AccessEvent, source: Source, ends: Mapping[str, str]) -> Json:
    """One line of the log as an AuditEvent."""
    outcome, described = _outcome(event, ends)
    code, display = _TYPES.get(event.type, _RECORD)
    reason, why = _why(event)
    made: Json = {
        "resourceType": "AuditEvent",
        "id": event.event_id,
        "type": _coding(_DCM, code, display),
        "subtype": [{"system": f"{_OURS}:event", "code": event.type.value}],
        "action": event.action.value,
        "recorded": _instant(event.at),
        "outcome": outcome,
        "outcomeDesc": described,
        "purposeOfEvent": [{"coding": [_coding(_REASON, reason, why)], "text": event.purpose or event.type.value}],
        "agent": [_user(event, source), _responsible(event, source)],
        "source": {
            "site": source.organization or source.device,
            "observer": {"identifier": _identifier("device", event.device), "display": "GPConnect"},
            "type": [_coding(_SOURCE_TYPE, "1", "User Device")],
        },
        "entity": [_entity(event)],
    }
    return made


def _user(event: AccessEvent, source: Source) -> Json:
    """Who did it, in which role, from which device; of a wrong secret, typed in a closed file, nobody knows."""
    if event.type is EventType.LOGIN_FAILED:
        return {
            "role": [{"coding": [{"system": f"{_OURS}:role", "code": _NOBODY}]}],
            "who": {"identifier": _identifier("device", event.device)},
            "altId": event.device,
            "name": _NOBODY_KNOWN,
            "requestor": True,
            "policy": [POLICY],
            "network": {"address": event.device, "type": "1"},
        }
    return {
        "role": [{"coding": [{"system": f"{_OURS}:role", "code": event.role}]}],
        "who": {"identifier": _identifier("staff", event.user)},
        "altId": event.user,
        "name": source.names.get(event.user, event.user),
        "requestor": True,
        "policy": [POLICY],
        "network": {"address": event.device, "type": "1"},
    }


def _responsible(event: AccessEvent, source: Source) -> Json:
    """On whose behalf: the case lead or the GP, and otherwise the user."""
    staff = event.on_behalf_of or event.user
    role = "responsible" if event.on_behalf_of else event.role
    return {
        "role": [{"coding": [{"system": f"{_OURS}:role", "code": role}], "text": "verantwoordelijke gebruiker"}],
        "who": {"identifier": _identifier("staff", staff)},
        "name": source.names.get(staff, staff),
        "requestor": False,
        "policy": [POLICY],
    }


def _entity(event: AccessEvent) -> Json:
    """Whose data it was about; of what is about nobody in particular, the file itself."""
    child = bool(event.client)
    code, display = _LIFE.get(event.type, _USED)
    detail = [{"type": "purpose", "valueString": event.purpose or event.type.value}]
    if event.detail:
        detail.append({"type": "detail", "valueString": event.detail})
    return {
        "what": {"identifier": _identifier("patient", event.client) if child else _identifier("file", event.device)},
        "type": _coding(_ENTITY_TYPE, "1", "Person") if child else _coding(_ENTITY_TYPE, "2", "System Object"),
        "role": _coding(_OBJECT_ROLE, "1", "Patient") if child else _coding(_OBJECT_ROLE, "13", "Security Resource"),
        "lifecycle": _coding(_LIFE_CYCLE, code, display),
        "securityLabel": [_coding(_CONFIDENTIALITY, "R", "restricted")],
        "description": "jeugdige" if child else "bestand van dit apparaat",
        "detail": detail,
    }


def _identifier(kind: str, value: str) -> Json:
    return {"type": {"text": kind}, "system": f"{_OURS}:{kind}", "value": value}


def _coding(system: str, code: str, display: str) -> Json:
    return {"system": system, "code": code, "display": display}


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def _urn(event_id: str) -> str:
    """A random id as the UUID that it is."""
    parts = (event_id[:8], event_id[8:12], event_id[12:16], event_id[16:20], event_id[20:])
    return "urn:uuid:" + "-".join(parts)
