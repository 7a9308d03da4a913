"""A worker's desk for campaigns that stay in one process: a real profile, a real hub, and things a day is made of."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from gpconnect.domain.care import Outcome
from gpconnect.domain.erasure import Article, Erasure, ErasureRefusal, ErasureStatus, Refusal
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note, NoteDraft, SealedDraft
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Appointment, AppointmentStatus
from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.services import (
    dossier_views,
    draft_copies,
    enrolling,
    erasing,
    notes,
    outcomes,
    profiles,
    refusing,
    spaces,
    syncing,
)
from gpconnect.services.erasing import NewErasure
from gpconnect.services.session import Session
from gpconnect.storage import access_log, connection, erasure, operations, reserve, rows
from gpconnect.storage.erasure import RefusedKey, Tombstone
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock, with_pilot
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client, hub
from tests.services.visits_help import a_booking, sign_note

Spared = Callable[[], AbstractContextManager[None]]
NAMES = ("Noor", "Daan", "Sem", "Liv", "Mees", "Saar", "Finn", "Evi")


class Office:
    """One worker with a file and a hub. A deed returns whether all that it acknowledged is there.

    Attributes:
        spared: around what happens on another computer.
        cache_pages: how many pages SQLite may keep in memory, to make it read from the disk; 0 for as many as usual.
    """

    def __init__(self, folder: Path, wire: Wire, spared: Spared = nullcontext) -> None:
        self.folder = folder
        self.wire = wire
        self.spared = spared
        self.clock = Clock()
        self.number = 0
        self.cache_pages = 0
        self.profile: profiles.Profile | None = None

    @property
    def session(self) -> Session:
        assert self.profile is not None, "the desk is open"
        return self.profile.session

    def open(self) -> None:
        """Unlock."""
        self.profile = profiles.open_profile(self.folder, PASSPHRASE, now=self.clock)
        if self.cache_pages:
            self.session.db.execute(f"PRAGMA cache_size = {self.cache_pages}")

    def close(self) -> None:
        """Lock."""
        if self.profile is not None:
            profile, self.profile = self.profile, None
            profile.close()

    def book(self) -> bool:
        visit = a_booking(self.session, self.number % 6, given_name=NAMES[self.number % len(NAMES)])
        return rows.get(self.session.db, Appointment, visit) is not None and self._logged(visit)

    def save_draft(self) -> bool:
        self.number += 1
        _, view = notes.open_visit(self.session, self._visit())
        if view.signed:
            return True
        text = f"Regel {self.number} " * 40
        notes.save_draft(self.session, replace(view.draft, answers={"request": text}))
        return bool(rows.require(self.session.db, NoteDraft, view.draft.id).answers["request"] == text)

    def type_on(self) -> bool:
        """Somebody goes on in a note that was open already; nothing else is touched."""
        self.number += 1
        draft = rows.where(self.session.db, NoteDraft, limit=1)[0]
        text = f"Zin {self.number} "
        notes.save_draft(self.session, replace(draft, answers={"request": text}))
        return bool(rows.require(self.session.db, NoteDraft, draft.id).answers["request"] == text)

    def sign(self) -> bool:
        note = sign_note(self.session, a_booking(self.session, self.number % 6))
        return rows.get(self.session.db, Note, note) is not None and self._logged(note)

    def finish(self) -> bool:
        visit = a_booking(self.session, self.number % 6)
        outcomes.finish(self.session, visit, Outcome.BRIEF_SUPPORT)
        return rows.require(self.session.db, Appointment, visit).status is AppointmentStatus.FULFILLED

    def open_dossier(self) -> bool:
        self.number += 1
        child = a_dossier(self.session, NAMES[self.number % len(NAMES)])
        return rows.get(self.session.db, Patient, child) is not None and self._logged(child)

    def read(self) -> bool:
        known = rows.where(self.session.db, Patient, limit=1)
        if not known:
            return True
        before = len(access_log.of_patient(self.session.db, known[0].id))
        dossier_views.open_dossier(self.session, known[0].id)
        return len(access_log.of_patient(self.session.db, known[0].id)) == before + 1

    def refuse(self) -> bool:
        """The family asks to erase a dossier, and it is refused with a reason: two things that stand or go together."""
        self.number += 1
        child = a_dossier(self.session, NAMES[self.number % len(NAMES)])
        erasing.request(self.session, NewErasure(child, Article.ON_REQUEST, "legal"))
        (asked,) = rows.where(self.session.db, Erasure, "patient_id = ?", (child,))
        refusing.refuse(self.session, asked.id, Refusal.LAW, "Er loopt een zaak.")
        said = rows.where(self.session.db, ErasureRefusal, "erasure_id = ?", (asked.id,))
        return len(said) == 1 and rows.require(self.session.db, Erasure, asked.id).status is ErasureStatus.REFUSED

    def destroy(self) -> bool:
        """A dossier is destroyed, with the keys of it; what is left of that is ids and days."""
        self.number += 1
        child, db = a_dossier(self.session, NAMES[self.number % len(NAMES)]), self.session.db
        with connection.transaction(db):
            erasure.destroy(db, Tombstone(child, Article.ON_REQUEST, "legal", self.clock()))
            erasure.refuse_keys(db, [RefusedKey(self.session.team_space, bytes.fromhex(child), 1, whole=True)])
        return rows.get(db, Patient, child) is None and bool(erasure.tombstones(db, child))

    def seal(self) -> bool:
        """What has been written for a while goes, sealed, to this person's other laptop."""
        self.clock.forward(minutes=20)
        self.type_on()
        self.clock.forward(minutes=20)
        sealed = draft_copies.keep(self.session)
        # One that cannot be sealed now waits for the next round; nobody is told that it went.
        return not sealed.kinds or any(self._logged(one.id) for one in rows.where(self.session.db, SealedDraft))

    def sync(self) -> bool:
        """A round with the hub, whose own disk is another one."""
        with self.spared():
            talking = client(self.session, self.wire)
        steps = syncing.steps(talking, spaces.followed(self.session.db))
        with contextlib.suppress(StopIteration):
            step = next(steps)
            while True:
                step = self._advance(steps, step)
        sent = operations.outbox_counts(self.session.db).get(self.session.team_space)
        return sent is None or sent.waiting + sent.under_way == 0

    def _advance(self, steps: syncing.Round, step: syncing.Step) -> syncing.Step:
        try:
            if isinstance(step, syncing.FileStep):
                result = step.work(self.session)
            else:
                with self.spared():
                    result = step.work()
        except KnownError as error:
            return steps.throw(error)
        return steps.send(result)

    def reopen(self) -> bool:
        self.close()
        self.open()
        return True

    def _visit(self) -> str:
        known = rows.where(self.session.db, Appointment, "status = 'booked'", limit=1)
        return known[0].id if known else a_booking(self.session)

    def _logged(self, record: str) -> bool:
        """Whether a record has its operation, and that its place in the outbox."""
        sql = "SELECT count(*) FROM operation o JOIN outbox b ON b.row = o.row WHERE o.record = ?"
        return bool(self.session.db.execute(sql, (record,)).fetchone()[0])


DEEDS: tuple[Callable[[Office], bool], ...] = (
    Office.book,
    Office.save_draft,
    Office.sign,
    Office.finish,
    Office.open_dossier,
    Office.read,
    Office.refuse,
    Office.seal,
    Office.destroy,
    Office.sync,
    Office.reopen,
)


@contextmanager
def office(folder: Path, spared: Spared = nullcontext) -> Iterator[Office]:
    """An office at its first morning: the file with the pilot in it, the team founded, one round with the hub done."""
    empty = folder / "empty-hub"
    engine = open_database(None, empty)
    upkeep.migrate(engine)
    engine.dispose()
    with hub(folder / "hub", empty) as wire:
        made = Office(folder / "profile", wire, spared)
        made.profile = profiles.create(made.folder, PASSPHRASE, PEOPLE["worker"], now=made.clock, cost=CHEAP)
        reserve.make(made.folder)
        with_pilot(made.session)
        enrolling.found(made.session, made.session.team_space)
        other = profiles.create(folder / "other", PASSPHRASE, PEOPLE["worker"], now=made.clock, cost=CHEAP)
        made.sync()
        enrolling.admit(made.session, made.session.team_space, [enrolling.device_card(other.session)])
        other.close()
        for deed in (Office.open_dossier, Office.save_draft, Office.sync):
            assert deed(made), "the day begins when nothing fails"
        yield made
        made.close()
    shutil.rmtree(folder / "hub")
