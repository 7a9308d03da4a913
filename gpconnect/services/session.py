"""Who is at work, with which file, on which device."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from gpconnect.domain.staff import Role

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Actor:
    """The person whose file this is, as the pilot knows them.

    Attributes:
        staff_id: random id; names the author of everything done in this file.
        site_ids: the sites whose schedule this person sees.
        team_id: the team whose dossiers this person keeps, or empty.
        pilot: the pilot that the file belongs to; empty while nobody has let this person in yet.
    """

    staff_id: str
    name: str
    role: Role
    pilot: str
    site_ids: tuple[str, ...] = ()
    team_id: str = ""
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody is searching for now, in memory only.

    Attributes:
        begun: when they began typing it.
        typed: its words as they stood last, in small letters.
    """

    begun: datetime
    typed: str = field(repr=False)

    def goes_on(self, typed: str) -> bool:
        """Whether these words are the same question, typed on or with letters taken back."""
        return typed.startswith(self.typed) or self.typed.startswith(typed)


@dataclass(frozen=True, slots=True)
class Session:
    """An opened file with the person at work in it. Lives on the one thread that owns the connection.

    Attributes:
        now: the clock, aware UTC; an argument so that a demo or a test can live on another day.
        new_id: 32 hex digits of randomness.
        folder: of the profile, for copies and key slots.
        key: of the file, for a copy or a check on a connection of its own; overwritten when the profile closes.
        way: by which way in the file was opened (a kind of slot); empty for a profile that was just made.
        questions: what somebody is searching for now, by where; see `gpconnect.services.acting.asked`.
        looks: when parts of dossiers were last put on record, by child and purpose; `gpconnect.services.acting.looked`.
    """

    db: Database
    actor: Actor
    device: str
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    folder: Path = Path()
    key: bytearray = field(default_factory=bytearray, repr=False, compare=False)
    way: str = ""
    questions: dict[str, Question] = field(default_factory=dict, repr=False, compare=False)
    looks: dict[tuple[str, str], datetime] = field(default_factory=dict, repr=False, compare=False)

    def today(self) -> date:
        """The day it is in the practice (Europe/Amsterdam)."""
        return self.now().astimezone(AMSTERDAM).date()

    def become(self, actor: Actor) -> None:
        """The pilot came to know this person, or knows more of them: a team, another practice. Nothing else changes."""
        object.__setattr__(self, "actor", actor)

    @property
    def team_space(self) -> str:
        """The space of this person's team."""
        return f"team/{self.actor.team_id}"

    @property
    def common_space(self) -> str:
        """The space that everybody in the pilot reads."""
        return f"common/{self.actor.pilot}"

    @property
    def pilot_space(self) -> str:
        """The space of pseudonymised facts."""
        return f"pilot/{self.actor.pilot}"
