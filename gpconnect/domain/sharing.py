"""What may be shared, as data: per record kind and field the spaces it goes to, and per fact a plain sentence.

The screen *Wat ziet de gemeente?* and the privacy statement of the report are rendered from the same file, so what
people read is what the program does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.domain.fact_kinds import FACT_KINDS
from gpconnect.domain.records import Family


@dataclass(frozen=True, slots=True)
class FactWords:
    """One kind of fact in plain Dutch.

    Attributes:
        title: what it is about.
        values: a sentence per value.
    """

    title: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sharing:
    """The whole of ``resources/sharing.toml``.

    Attributes:
        records: per record kind, per space family, the fields that go there. What is not named goes nowhere.
        facts: per kind of fact the words for it.
        always: what goes along with every fact.
        never: what the municipality never sees, a sentence each.
    """

    records: dict[str, dict[Family, tuple[str, ...]]]
    facts: dict[str, FactWords]
    always: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharingLine:
    """One line of *Wat ziet de gemeente?*."""

    kind: str
    title: str
    value: str
    sentence: str


def parse_sharing(data: Mapping[str, Any], source: str) -> Sharing:
    """The sharing rules from decoded TOML.

    Raises:
        KnownError: ``sharing.wrong`` (file, detail) when a key is unknown or a fact has a value without a sentence.
    """
    unknown = set(data) - {"records", "facts", "always", "never"}
    if unknown:
        raise KnownError("sharing.wrong", file=source, detail=", ".join(sorted(unknown)))
    try:
        sharing = msgspec.convert(dict(data), Sharing)
    except msgspec.ValidationError as error:
        raise KnownError("sharing.wrong", file=source, detail=str(error)) from error
    silent = {
        f"{kind}.{value}"
        for kind, values in FACT_KINDS.items()
        for value in values
        if not (kind in sharing.facts and sharing.facts[kind].values.get(value))
    }
    extra = {f"{kind}.{value}" for kind, words in sharing.facts.items() for value in words.values} - {
        f"{kind}.{value}" for kind, values in FACT_KINDS.items() for value in values
    }
    if silent or extra:
        raise KnownError("sharing.wrong", file=source, detail=", ".join(sorted(silent | extra)))
    return sharing


def families_of(sharing: Sharing, kind: str, field: str) -> tuple[Family, ...]:
    """The families of spaces one field of a record kind goes to; empty means it stays on the device."""
    return tuple(family for family, names in sharing.records.get(kind, {}).items() if field in names)


def municipality_lines(sharing: Sharing) -> tuple[SharingLine, ...]:
    """Everything the municipality can see about the work with children, line by line."""
    return tuple(
        SharingLine(kind, words.title, value, sentence)
        for kind, words in sharing.facts.items()
        for value, sentence in words.values.items()
    )


def never_lines(sharing: Sharing) -> tuple[str, ...]:
    """What the municipality never sees."""
    return sharing.never
