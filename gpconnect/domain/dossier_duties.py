"""Duties about a dossier itself: somebody must lead it, and one child has one."""

from collections.abc import Iterable
from datetime import date

from gpconnect.domain.duties import Duty, DutyKind
from gpconnect.domain.people import Patient


def without_lead(patients: Iterable[Patient], today: date) -> list[Duty]:
    """Children whose case lead can lead nobody now: somebody takes over today."""
    return [Duty(DutyKind.LEAD_MISSING, one.id, today, one.id, one.site_id) for one in patients]


def double(pairs: Iterable[tuple[Patient, Patient]], today: date) -> list[Duty]:
    """Two dossiers that are probably one child's: the duty is about the later one, in which usually least stands."""
    return [
        Duty(DutyKind.DOUBLE_DOSSIER, later.id, today, later.id, later.site_id, {"other": earlier.id})
        for later, earlier in pairs
    ]
