"""The codes by which a referral is told in FHIR R4: of HL7, SNOMED CT and LOINC, and ours where they have none.

Profiles: hg-Referral (Nictiz, Huisartsgegevens R4) for Task, ServiceRequest and Composition; nl-core (R4) for people
and organisations. Ours are of the shape ``urn:gpconnect:…``: another program may pass them by, since each stands beside
words or a code that everybody knows.
"""

from gpconnect.domain.handover import HandoverStatus
from gpconnect.domain.people import Gender, Relation

OURS = "urn:gpconnect"
SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
NICTIZ = "http://nictiz.nl/fhir/StructureDefinition"
HL7 = "http://hl7.org/fhir/StructureDefinition"
ROLE_CODE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
MESSAGE_TYPE = "urn:oid:2.16.840.1.113883.2.4.4.30.69"
TEXT_VALUE = f"{NICTIZ}/ext-TextValue"

TASK_STATUS = {
    HandoverStatus.REQUESTED: "requested",
    HandoverStatus.ACCEPTED: "accepted",
    HandoverStatus.ON_HOLD: "on-hold",
    HandoverStatus.REJECTED: "rejected",
    HandoverStatus.IN_PROGRESS: "in-progress",
    HandoverStatus.COMPLETED: "completed",
    HandoverStatus.CANCELLED: "cancelled",
}
"""State of the handover as Task.status, as eOverdracht has it."""
REQUEST_STATUS = {
    HandoverStatus.ON_HOLD: "on-hold",
    HandoverStatus.REJECTED: "revoked",
    HandoverStatus.CANCELLED: "revoked",
    HandoverStatus.COMPLETED: "completed",
}
"""ServiceRequest.status where it is not ``active``: a request that was refused or called off asks nothing any more."""

GENDERS = {Gender.FEMALE: "female", Gender.MALE: "male", Gender.OTHER: "other"}
RELATIONS = {
    Relation.PARENT: ("PRN", "ouder"),
    Relation.STEP_PARENT: ("STPPRN", "stiefouder"),
    Relation.FOSTER_PARENT: ("PRNFOST", "pleegouder"),
    Relation.GUARDIAN: ("GUARD", "voogd"),
    Relation.GRANDPARENT: ("GRPRN", "grootouder"),
    Relation.SIBLING: ("SIB", "broer of zus"),
    Relation.SCHOOL: ("", "school"),
    Relation.OTHER: ("", "betrokkene"),
}
"""HL7's code and the Dutch word; a school is nobody's relative and has a word only."""

CORE = ("406550009", "Kern")
"""The section of a Dutch referral letter that holds what it is about (HASP: envelope and core)."""
SECTIONS = {
    "reason": ("440378000", "verwijzing voor"),
    "done_so_far": ("108631000146107", "behandeling lopende"),
    "question": ("240471000146100", "toelichting op aard van verwijzing"),
    "background": ("159121000146100", "toelichting op voorgesteld beleid"),
}
"""Points of the checklist that a Dutch referral letter knows: reason, what was done, question, what matters further.

The first three may not be missing there; where ours says nothing, the section says so (`emptyReason`).
"""
REQUIRED = ("reason", "done_so_far", "question")
