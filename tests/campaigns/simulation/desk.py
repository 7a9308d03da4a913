"""One device with its file: opened, locked, struck down halfway, put back from an old copy."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Appointment, Placement
from gpconnect.services import meeting, profiles, rollback, syncing
from gpconnect.services.session import Actor, Session
from gpconnect.storage import connection, erasure, files, operations, rows
from gpconnect.sync.client import HubClient
from tests.campaigns.simulation.chance import new_id
from tests.campaigns.simulation.network import Line
from tests.services.conftest import PASSPHRASE

ORDINARY = frozenset({"hub.unreachable", "hub.slow"})
"""What a round may end with when the network fails."""


class Died(BaseException):
    """The power went, in the middle of something."""


@dataclass(frozen=True, slots=True)
class Promise:
    """An operation that its author was told is saved."""

    op_id: str
    space: str
    dossier: str


@dataclass
class Desk:
    """A person at a device.

    Attributes:
        skew: how far its clock is off.
        promised: what its user was told is saved, by id.
        held: bookings that this device saw confirmed, with their slots, and how often each was moved or cancelled then.
        ever_made: every operation that was ever committed here, also those that nobody was told of.
        stones: how many destructions the file knew of when a copy was made.
        may_miss: it was put back from a copy, so it may have to go on under other numbers.
    """

    name: str
    actor: Actor
    folder: Path
    line: Line
    true_time: Callable[[], datetime]
    skew: timedelta = timedelta()
    profile: profiles.Profile | None = None
    client: HubClient | None = None
    copies: list[Path] = field(default_factory=list)
    stones: dict[Path, int] = field(default_factory=dict)
    promised: dict[str, Promise] = field(default_factory=dict)
    held: dict[tuple[str, str], int] = field(default_factory=dict)
    ever_made: set[str] = field(default_factory=set)
    may_miss: bool = False
    last_row: int = 0

    def now(self) -> datetime:
        return self.true_time() + self.skew

    @property
    def session(self) -> Session:
        if self.profile is None:
            self.profile = profiles.open_profile(self.folder, PASSPHRASE, now=self.now, new_id=new_id)
            self._fewer_waits()
        return self.profile.session

    def _fewer_waits(self) -> None:
        """Nobody pulls the plug of a simulation; what it takes for a disk to keep is proven elsewhere."""
        assert self.profile is not None
        self.profile.session.db.execute("PRAGMA synchronous = OFF")

    def lock(self) -> None:
        profile, self.profile, self.client = self.profile, None, None
        if profile is not None:
            profile.close()

    def die(self) -> None:
        """As when the power goes: what was not committed is gone, and nothing beside the file is put in order."""
        profile, self.profile, self.client = self.profile, None, None
        if profile is not None:
            with suppress(KnownError):
                connection.close(profile.session.db)
            profile.lock.release()

    def arm(self, at: int) -> None:
        """The power goes just before the so-manieth commit from now, or just after it when `at` is odd."""
        conn: Any = self.session.db.conn
        left, real = [at // 2 + 1], conn.execute

        def execute(sql: str, *rest: Any) -> Any:
            left[0] -= sql == "COMMIT"
            if sql == "COMMIT" and left[0] == 0:
                if at % 2:
                    real(sql, *rest)
                raise Died
            return real(sql, *rest)

        conn.execute = execute

    def disarm(self) -> None:
        if self.profile is not None and "execute" in vars(self.profile.session.db.conn):
            del self.profile.session.db.conn.execute

    def keep_copy(self) -> None:
        """A copy of the whole folder, as a backup of the machine makes it."""
        known = len(erasure.tombstones(self.session.db))
        self.lock()
        copy = self.folder.with_name(f"{self.folder.name}-copy-{len(self.copies)}")
        shutil.copytree(self.folder, copy)
        self.copies.append(copy)
        self.stones[copy] = known

    def put_back(self, copy: Path, *, whole: bool) -> None:
        """An old copy in the place of the file; `whole` also what lies beside it, as with a snapshot of the machine."""
        self.lock()
        if whole:
            shutil.rmtree(self.folder)
            shutil.copytree(copy, self.folder)
        else:
            for end in files.COMPANIONS:
                files.database_path(self.folder).with_name(f"{files.DATABASE}{end}").unlink(missing_ok=True)
            shutil.copy(files.database_path(copy), files.database_path(self.folder))
        self.may_miss, self.held, self.last_row = True, {}, 0

    def note_promises(self) -> None:
        """Whatever stands committed now, its author may believe to be saved."""
        sql = "SELECT row, op_id, space, dossier FROM operation WHERE device = ? AND row > ? ORDER BY row"
        for row, op_id, space, dossier in self.session.db.execute(sql, (self.session.device, self.last_row)).fetchall():
            self.promised[op_id] = Promise(op_id, space, dossier or "")
            self.ever_made.add(op_id)
            self.last_row = row

    def note_held(self) -> None:
        """Bookings that the screen shows as confirmed now."""
        sure = rows.where(self.session.db, Appointment, "placement = ?", (Placement.CONFIRMED,))
        self.held.update({(one.id, one.slot_id): self.given_up(one.id, one.slot_id) for one in sure})

    def given_up(self, appointment_id: str, slot_id: str) -> int:
        """How often somebody moved a booking elsewhere or cancelled it, as this device has it: its slot was let go."""
        made = operations.of_record(self.session.db, "appointment", appointment_id)
        left = [one for one in made if one.kind in {"appointment.moved", "appointment.cancelled"}]
        return sum(one.body.get("fields", {}).get("slot_id") != slot_id for one in left)

    def hub(self) -> HubClient:
        if self.client is None:
            known = syncing.connection(self.session)
            assert known is not None, "the profile knows its hub"
            self.client = HubClient(self.line, known.device, known.hub_key)
        return self.client

    def sync(self, *, dies_after: int = 0, spaces: tuple[str, ...] = ()) -> str:
        """A round with the hub; the code of what it ended with, empty when it was whole.

        Args:
            dies_after: so many steps; 0 for never.
            spaces: only these, when they are named.

        Raises:
            Died: after so many steps.
        """
        session, hub = self.session, self.hub()
        known = syncing.connection(session)
        assert known is not None, "the profile knows its hub"
        round_ = meeting.steps(hub, tuple(one for one in known.spaces if not spaces or one in spaces))
        count = 0
        try:
            step = next(round_)
            while True:
                count += 1
                try:
                    result = step.work(session) if isinstance(step, syncing.FileStep) else step.work()
                except KnownError as error:
                    step = round_.throw(error)
                else:
                    if count == dies_after:
                        raise Died
                    step = round_.send(result)
        except StopIteration:
            return ""
        except KnownError as error:
            return error.code

    def was_told_of_a_rollback(self) -> bool:
        return rollback.standing(self.session.db) is not None
