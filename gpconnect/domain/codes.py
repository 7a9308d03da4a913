"""Code lists: the short lists of keys that records hold, with the words people read.

A key never changes once used; its words may. A key that left the list is marked `retired`, so that old records still
read well and new ones cannot choose it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import tables


@dataclass(frozen=True, slots=True)
class Code:
    """One key with its Dutch and English words and, where it helps, an explanation."""

    key: str
    nl: str
    en: str
    help: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class CodeList:
    """A named list in its own order."""

    name: str
    codes: tuple[Code, ...]

    def keys(self) -> tuple[str, ...]:
        """Keys that may be chosen now, in order."""
        return tuple(code.key for code in self.codes if not code.retired)

    def label(self, key: str, language: str = "nl") -> str:
        """Words for a key; the key itself when the list does not know it (a newer colleague may)."""
        for code in self.codes:
            if code.key == key:
                return code.en if language == "en" else code.nl
        return key


def parse_codes(data: Mapping[str, Any], name: str, source: str) -> CodeList:
    """Read a code list from decoded TOML: ``[[codes]]`` tables with key, nl and en.

    Raises:
        KnownError: ``form.unknown_key`` (file, field) or ``form.wrong`` (file, field, detail).
    """
    known = {known.name for known in fields(Code)}
    for key in data:
        if key != "codes":
            raise KnownError("form.unknown_key", file=source, field=key)
    for row in tables(data.get("codes")):
        for key in row:
            if key not in known:
                raise KnownError("form.unknown_key", file=source, field=f"codes.{key}")
    try:
        codes = msgspec.convert(data.get("codes", ()), tuple[Code, ...])
    except msgspec.ValidationError as error:
        raise KnownError("form.wrong", file=source, field="codes", detail=str(error)) from error
    if len({code.key for code in codes}) != len(codes):
        raise KnownError("form.wrong", file=source, field="codes", detail="key occurs twice")
    return CodeList(name, codes)
