"""What this machine remembers about the program, and nothing about a person."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
from platformdirs import user_config_path


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that belong to the machine.

    `theme` is system, light or dark; `scale` is text size from 1.0 to 2.0; `idle_minutes` is how long the
    desk may be left alone before the file locks; `geometry` is Qt's window place in base64.
    """

    theme: str = "system"
    scale: float = 1.0
    language: str = "nl"
    idle_minutes: int = 5
    last_profile: str = ""
    geometry: str = field(default="", repr=False)

    def with_geometry(self, geometry: str) -> "Settings":
        """The same choices with another place of the window."""
        return replace(self, geometry=geometry)


def default_path() -> Path:
    """The settings file of this account."""
    return user_config_path("gpconnect", appauthor=False) / "settings.json"


def load(path: Path) -> Settings:
    """Read the settings; a missing or damaged file gives the plain ones, because it holds only choices."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_bytes(msgspec.json.format(msgspec.json.encode(settings)))
    draft.replace(path)
