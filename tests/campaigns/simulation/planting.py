"""Putting something else in the place of a function, in this process only."""

from collections.abc import Callable
from typing import Any


def put(module: Any, name: str, value: object) -> None:
    """This under that name from now on."""
    setattr(module, name, value)


def instead(module: Any, name: str, make: Callable[[Any], Callable[..., Any]]) -> None:
    """What `make` makes of the real function, instead of it."""
    setattr(module, name, make(getattr(module, name)))
