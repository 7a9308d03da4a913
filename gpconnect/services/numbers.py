"""Phone numbers that everybody in the Netherlands may need, each with where it was read and when."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.services.resources import RESOURCES

FILE = "numbers.toml"
NEEDED = ("danger", "safe_home", "suicide", "adviser", "complaint")
"""Danger to life, Veilig Thuis, 113, the confidential adviser, and help with a complaint."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is printed, and what shows that it is right.

    Attributes:
        source: where it was read.
        read_on: the day on which somebody looked.
    """

    key: str
    phone: str
    source: str
    read_on: date


@cache
def load_numbers() -> dict[str, Number]:
    """The numbers that come with the program, by key. Raises as `read_numbers`."""
    return read_numbers(RESOURCES / FILE)


def read_numbers(path: Path) -> dict[str, Number]:
    """The numbers in a file.

    Raises:
        KnownError: ``form.wrong`` (file, field, detail) when it is not a list of numbers, or lacks one of `NEEDED`.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        found = msgspec.convert(data.get("numbers"), tuple[Number, ...])
    except msgspec.ValidationError as error:
        raise KnownError("form.wrong", file=path.name, field="numbers", detail=str(error)) from error
    numbers = {one.key: one for one in found}
    for key in NEEDED:
        one = numbers.get(key)
        if one is None or not one.phone.strip() or not one.source.strip():
            raise KnownError("form.wrong", file=path.name, field=key, detail="number, source and day are needed")
    return numbers
