"""Histories that are lived through again in every ordinary run: what went wrong once, and what shows a bug."""

import tomllib
from pathlib import Path
from typing import Any

from tests.campaigns.simulation.history import History, Step

_HERE = Path(__file__).parent
REGRESSIONS = _HERE / "regressions.toml"
PLANTED = _HERE / "plants.toml"


def regressions() -> dict[str, History]:
    """Every kept history by what went wrong in it."""
    return {one["why"]: _read(one) for one in _all(REGRESSIONS, "history")}


def planted() -> dict[str, tuple[History, frozenset[str]]]:
    """For each planted bug a short history in which it shows, and the invariants that see it."""
    return {one["name"]: (_read(one), frozenset(one["by"])) for one in _all(PLANTED, "plant")}


def _all(file: Path, name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads(file.read_text(encoding="utf-8"))[name])


def _read(one: dict[str, Any]) -> History:
    return History(one["seed"], tuple(one["present"]), tuple(one["skews"]), tuple(map(Step.read, one["steps"])))


def as_text(history: History, why: str) -> str:
    """A history as it is put in the file."""
    steps = "".join(f'  "{step}",\n' for step in history.steps)
    present, skews = ", ".join(f'"{one}"' for one in history.present), ", ".join(map(str, history.skews))
    return (
        f'[[history]]\nwhy = "{why}"\nseed = "{history.seed}"\npresent = [{present}]\nskews = [{skews}]\n'
        f"steps = [\n{steps}]\n"
    )
