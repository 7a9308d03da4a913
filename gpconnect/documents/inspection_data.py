"""The copy of a dossier as data: what a family takes home to reuse (GDPR article 20), or the employer keeps.

What is in it was chosen before it comes here (Jeugdwet 7.3.10, GDPR article 15). Where something about another person
was left out, the copy says so at that place; what is kept back on another ground was never given to this module.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import msgspec

FORMAT = "gpconnect-dossier"
VERSION = 1
LEFT_OUT = "Hier is iets weggelaten over een ander (Jeugdwet 7.3.10)."

KEYS = {
    "format": "Soort bestand; altijd gpconnect-dossier.",
    "version": "Versie van deze indeling.",
    "made_on": "Dag waarop het afschrift is gemaakt (jjjj-mm-dd).",
    "made_by": "Wie het maakte.",
    "organization": "De organisatie die het dossier bewaart.",
    "for": "Voor wie het afschrift is.",
    "ground": "Het artikel waarop het rust.",
    "complete": "Waar: het volledige dossier voor de werkgever. Onwaar: het afschrift voor het gezin.",
    "sections": "De delen van het dossier, in de volgorde van het papier.",
    "key": "Vaste naam van een deel of een gegeven.",
    "title": "Naam van een deel, of van wat er is vastgelegd.",
    "entries": "Wat er in een deel staat, oudste eerst.",
    "at": "Dag of moment waarop het was (ISO 8601).",
    "by": "Wie het schreef, zei of deed.",
    "passages": "De gegevens zelf.",
    "label": "De vraag of de naam van een gegeven, zoals op het papier.",
    "text": "Het antwoord of de tekst, zoals die er staat.",
    "value": "Hetzelfde gegeven als vaste code, datum of getal, waar dat er is.",
    "left_out": "Waar: hier is iets weggelaten over een ander (Jeugdwet 7.3.10).",
    "records": "Alleen in het volledige dossier: alle gegevens per soort, zoals het programma ze bewaart.",
    "explanation": "Deze uitleg.",
}
"""What each key of the file means, in Dutch; it goes along in every file (GDPR article 20: reusable)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing that was written.

    Attributes:
        key: stable name, such as the item of a form.
        label: the question, or what it is.
        text: as people read it; empty when it was left out.
        value: the same as a code, date or number, where there is one.
        left_out: something about another person stood here.
    """

    key: str
    label: str
    text: str = ""
    value: Any = None
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One note, decision, talk or person; `at` is a day or an instant in ISO 8601, `when` the same in words."""

    title: str
    passages: tuple[Passage, ...] = ()
    at: str = ""
    when: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the dossier; `none` is said when nothing is in it."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    none: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy for one person.

    Attributes:
        recipient: who gets it, in words with what they are to the child.
        ground: the articles on which they may have it.
        complete: the employer's version, with everything that a family's copy leaves out.
        remarks: sentences that stand on top of every copy of this kind.
        looks: who looked, as the family reads it: the instant and a sentence.
        records: the records themselves per kind, in a complete copy only.
    """

    child_name: str
    birth_date: date
    recipient: str
    ground: str
    made_on: date
    made_by: str
    organization: str
    sections: tuple[Section, ...]
    remarks: tuple[str, ...] = ()
    looks: tuple[tuple[datetime, str], ...] = ()
    complete: bool = False
    records: dict[str, list[Any]] = field(default_factory=dict)


def copy_json(copy: Copy) -> bytes:
    """The copy as data: UTF-8 JSON whose keys are explained in it, see `KEYS`."""
    sections = [
        {"key": one.key, "title": one.title, "entries": [_entry(entry) for entry in one.entries]}
        for one in copy.sections
    ]
    if copy.looks:
        looked = [{"title": sentence, "at": at.isoformat()} for at, sentence in copy.looks]
        sections.append({"key": "access", "title": "Wie keek er in het dossier", "entries": looked})
    found: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": copy.made_on,
        "made_by": copy.made_by,
        "organization": copy.organization,
        "for": copy.recipient,
        "ground": copy.ground,
        "complete": copy.complete,
        "explanation": KEYS,
        "sections": sections,
    }
    if copy.records:
        found["records"] = copy.records
    return msgspec.json.format(msgspec.json.encode(found), indent=2)


def _entry(entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {"title": entry.title}
    found |= {name: value for name, value in (("at", entry.at), ("by", entry.by)) if value}
    if entry.passages:
        found["passages"] = [_passage(one) for one in entry.passages]
    return found


def _passage(one: Passage) -> dict[str, Any]:
    if one.left_out:
        return {"key": one.key, "label": one.label, "left_out": True}
    found: dict[str, Any] = {"key": one.key, "label": one.label, "text": one.text}
    return found if one.value is None else {**found, "value": one.value}
