"""Which version of a draft went into which: counted for each record, and never told from a clock.

Each device counts the versions that it sealed of a draft, and says of each how far it had those of the others. A
version goes over another when it had that one before it; when neither had the other, both are kept. A file that was
put back counts in a record of its own: what the device wrote after the copy is then like that of another device.
"""

import hashlib
from dataclasses import dataclass

import msgspec
from sqlite_utils import Database

from gpconnect.domain.notes import NoteDraft, SealedDraft
from gpconnect.services.session import Session
from gpconnect.storage import meta, parcels, rows
from gpconnect.sync.keys import new_incarnation

_KNOWN = "draft_known"
Versions = dict[str, int]
"""The number of the last version, for each record."""


class _Known(msgspec.Struct, frozen=True):
    """The versions that went into a draft in this file, which text that was (`_stamp`), and in which life."""

    seen: Versions
    stamp: str
    life: str


class _Standing(msgspec.Struct):
    """What is known of one draft: where its versions stand in this file by draft id, and which ended here."""

    kept: dict[str, _Known] = {}
    ended: Versions = {}


@dataclass(frozen=True, slots=True)
class Here:
    """A draft as it stands in this file.

    Attributes:
        seen: the versions that went into it.
        unchanged: it is still the last of these; nothing was typed since.
    """

    draft: NoteDraft
    seen: Versions
    unchanged: bool


class Lineage:
    """The versions of one draft, in this file and ended in it. Inside a transaction when it changes."""

    def __init__(self, session: Session, draft_id: str) -> None:
        self._session = session
        self._name = f"{_KNOWN}/{draft_id}"
        self.draft_id = draft_id
        self._standing = msgspec.convert(meta.get_meta(session.db, self._name) or {}, _Standing)

    @property
    def ended(self) -> Versions:
        """The versions that were signed or thrown away, here or where they had been seen."""
        return self._standing.ended

    def here(self) -> dict[str, Here]:
        """What stands in this file, by draft id: the draft itself, and what was kept beside it."""
        names = (self.draft_id, *(one for one in self._standing.kept if one != self.draft_id))
        found = {name: self.one(name) for name in names}
        return {name: one for name, one in found.items() if one is not None}

    def one(self, name: str) -> Here | None:
        """The draft with this id; None when it is not in this file."""
        draft = rows.get(self._session.db, NoteDraft, name)
        if draft is None:
            return None
        known = self._standing.kept.get(name)
        if known is None:
            return Here(draft, {}, unchanged=False)
        unchanged = known.stamp == _stamp(draft)
        # After a file was put together from two, nobody can say what went into a text that is not the one known.
        return Here(draft, known.seen if unchanged or known.life == life(self._session) else {}, unchanged=unchanged)

    def holds(self, name: str) -> bool:
        """Whether the draft with this id is, or stands beside, this one."""
        return name == self.draft_id or name in self._standing.kept

    def keep(self, draft: NoteDraft, seen: Versions) -> None:
        """This is in the file now, and these versions went into it."""
        self._standing.kept[draft.id] = _Known(seen, _stamp(draft), life(self._session))
        self._put()

    def move(self, name: str, draft: NoteDraft) -> None:
        """What stood under this id stands beside it now; what takes its place is new."""
        known = self._standing.kept.pop(name, None)
        self.keep(draft, known.seen if known else {})

    def let_go(self, name: str) -> None:
        """The draft with this id is not in the file any more: another version took its place."""
        if self._standing.kept.pop(name, None) is not None:
            self._put()

    def end(self, versions: Versions) -> None:
        """These were signed or thrown away."""
        if not covers(self.ended, versions):
            self._standing.ended = merged(self.ended, versions)
            self._put()

    def next_revision(self, record: SealedDraft | None, record_id: str) -> int:
        """The number of the next version in a record: never one that was given out."""
        counted = [one.seen for one in self._standing.kept.values()]
        return 1 + max(record.revision if record else 0, *(one.get(record_id, 0) for one in [self.ended, *counted]))

    def _put(self) -> None:
        meta.put_meta(self._session.db, self._name, msgspec.to_builtins(self._standing))


def of_record(one: SealedDraft) -> Versions:
    """What went into a version, itself included."""
    return merged(one.over, {one.id: one.revision})


def merged(*versions: Versions) -> Versions:
    """What went into any of these."""
    found: Versions = {}
    for one in versions:
        for record, revision in one.items():
            found[record] = max(revision, found.get(record, 0))
    return found


def covers(after: Versions, before: Versions) -> bool:
    """Whether whoever wrote the one had everything of the other."""
    return all(after.get(record, 0) >= revision for record, revision in before.items())


def record_id(session: Session, draft_id: str) -> str:
    """One record for each draft, device and life of its file: nobody else writes it."""
    return hashlib.sha256(f"draft {draft_id} {session.device} {life(session)}".encode()).hexdigest()[:32]


def life(session: Session) -> str:
    """Another one after this file was put back from a copy: our chain with the hub begins anew then."""
    chain = parcels.chain(session.db, session.team_space)
    return chain.incarnation.hex() if chain else ""


def keep_as_they_were(db: Database) -> None:
    """Of a file that takes another's place: its drafts are as they were then, also those that never travelled.

    So what went over one since, and that it ended since, is known as such once the hub tells it. Inside a transaction.
    """
    for draft in rows.where(db, NoteDraft):
        if meta.get_meta(db, f"{_KNOWN}/{draft.id}") is None:
            standing = _Standing({draft.id: _Known({}, _stamp(draft), "")})
            meta.put_meta(db, f"{_KNOWN}/{draft.id}", msgspec.to_builtins(standing))


def begin_life(session: Session) -> None:
    """Before a version gets its number: the chain that it will travel in begins, if need be. Inside a transaction."""
    db, space = session.db, session.team_space
    if parcels.chain(db, space) is None:
        parcels.start_chain(db, space, new_incarnation())


def beside(record: str, revision: int) -> str:
    """Id of a version that is kept beside the draft."""
    return hashlib.sha256(f"beside {record} {revision}".encode()).hexdigest()[:32]


def _stamp(draft: NoteDraft) -> str:
    """Which text it is; nothing is before or after another by it."""
    return f"{draft.device} {rows.instant(draft.saved_at)}"
