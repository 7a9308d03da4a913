"""Evaluation: four voices at fixed moments, on forms whose versions never change."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Voice(StrEnum):
    """Whose experience it is."""

    CHILD = "child"
    PARENT = "parent"
    GP = "gp"
    WORKER = "worker"


class Moment(StrEnum):
    """When it was asked."""

    START = "start"
    END = "end"
    FOLLOW_UP = "follow_up"


class EnteredHow(StrEnum):
    """How the answers came in."""

    KIOSK = "kiosk"
    PAPER = "paper"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Response:
    """A form as it was handed in. Fixed; unique per episode, moment and voice; a duplicate is kept and counted once.

    A GP's answers live in the practice's space (`site_id` set, `patient_id` empty), the others in the dossier.
    """

    id: str
    episode_id: str
    form: str
    form_version: int
    moment: Moment
    voice: Voice
    entered_how: EnteredHow
    handed_in_at: datetime
    answers: dict[str, Any] = field(default_factory=dict)
    patient_id: str = ""
    site_id: str = ""
