"""What a value may be, wherever it comes from, so that every device can keep it, sort it and show it in its own time.

A colleague's program may be broken or hostile. What lies beyond these bounds is refused where it comes in: kept, it
would stop every later reading of the record that holds it.
"""

import dataclasses
import math
from datetime import date, datetime, time
from enum import Enum
from typing import Any

YEARS = range(1900, 2201)
"""Whoever the practice knows was born after the first; what it plans or keeps ends before the last."""
WHOLE = range(-(2**63), 2**63)
"""Whole numbers that a column of the file holds."""
MOST_DEEP = 32
"""Lists in lists; no form comes near it."""
_ANY = frozenset({str, bool, bytes, type(None), time})


def is_moment(said: str) -> bool:
    """Whether a text says when something was, in ISO 8601 with a zone, within `YEARS`."""
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return False
    return is_keepable(moment)


def is_keepable(value: Any, depth: int = 0) -> bool:  # noqa: PLR0911 - one line a kind of value
    """Whether a value, with all that lies in it, can be kept on every device.

    Args:
        value: of a body as it travelled, or a record.
        depth: how deep it lies.

    Returns:
        False for moments outside `YEARS` or without a zone, numbers outside `WHOLE` or without end, what is nested
        deeper than `MOST_DEEP`, and for kinds of values that no record has.
    """
    kind = type(value)
    if kind in _ANY:
        return True
    if kind is int:
        return value in WHOLE
    if kind is float:
        return math.isfinite(value)
    if kind is date:
        return value.year in YEARS
    if kind is datetime:
        return value.tzinfo is not None and value.year in YEARS
    if depth > MOST_DEEP:
        return False
    return isinstance(value, Enum) or _holds_keepable(value, depth + 1)


def _holds_keepable(value: Any, depth: int) -> bool:
    if isinstance(value, list | tuple):
        return all(is_keepable(one, depth) for one in value)
    if isinstance(value, dict):
        return all(isinstance(name, str) and is_keepable(one, depth) for name, one in value.items())
    return dataclasses.is_dataclass(value) and all(
        is_keepable(getattr(value, field.name), depth) for field in dataclasses.fields(value)
    )
