"""The figures in gates.toml, and the root they are about."""

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def gates() -> dict[str, Any]:
    """Every figure the tree is held to, as written in ``build/gates.toml``."""
    return tomllib.loads((ROOT / "build" / "gates.toml").read_text(encoding="utf-8"))
