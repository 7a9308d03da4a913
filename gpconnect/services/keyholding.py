"""The ways into one's own file: which there are, trying them, adding, replacing and removing them, another key.

What changes is on record in the access log before it begins, and how it ended after. Whoever adds a way in or takes one
away types the passphrase of now: an open desk is not enough. A sheet of paper counts only after its code was typed
back; the employer's paper never comes near this computer.
"""

import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from gpconnect.domain.access import BEGUN
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import known_copies
from gpconnect.services.acting import check, log
from gpconnect.services.session import Session
from gpconnect.services.strength import Strength, require_strong, strength
from gpconnect.storage import connection, files, guard, keyring_access, paper_keys, raw, renewal, slots, wrong_tries
from gpconnect.storage.access_log import EventType
from gpconnect.storage.connection import transaction

WAYS = slots.KINDS
"""``passphrase``, ``recovery``, ``employer``, ``keyring``: in the order in which a person thinks of them."""
_CHANGED = Changes(frozenset({"slots"}))


@dataclass(frozen=True, slots=True)
class WayView:
    """One way in.

    Attributes:
        kind: one of `WAYS`.
        made: when it was made, as far as is known.
        worked: when somebody last tried it and it opened.
        holder: who keeps the employer's paper.
    """

    id: str
    kind: str
    made: datetime | None
    worked: datetime | None
    holder: str


@dataclass(frozen=True, slots=True)
class KeysView:
    """All ways into this file.

    Attributes:
        keyring: empty when this computer has a keyring to trust, else the code that says why not.
    """

    ways: tuple[WayView, ...]
    keyring: str

    def of(self, kind: str) -> tuple[WayView, ...]:
        """The ways of one kind; the employer's paper may have been made twice."""
        return tuple(way for way in self.ways if way.kind == kind)


@dataclass(frozen=True, slots=True)
class NewSheet:
    """What will stand on a recovery sheet; nothing opens with it until it was typed back.

    Attributes:
        code: the secret, in groups.
        owner: whose file it opens.
        profile: the name of the profile's folder.
        made: the day.
    """

    code: str
    owner: str
    profile: str
    made: date


@dataclass(frozen=True, slots=True)
class EmployerKey:
    """What a file with an employer's public half says of itself; the fingerprint is asked, not shown."""

    employer: str
    made: date


def overview(session: Session) -> KeysView:
    """The ways into this file, and whether this computer has a keyring to trust.

    Raises:
        KnownError: ``file.damaged``: the slots file.
    """
    check(session, Intention.KEEP_KEYS)
    found = sorted(slots.slots(session.folder), key=lambda slot: (slots.KINDS.index(slot.kind), slot.id))
    ways_in = tuple(WayView(slot.id, slot.kind, slot.made, slot.worked, slot.holder) for slot in found)
    try:
        keyring_access.system_keyring()
    except KnownError as error:
        return KeysView(ways_in, error.code)
    return KeysView(ways_in, "")


def ways(folder: Path) -> tuple[str, ...]:
    """The kinds of way in that a closed profile has, in the order of `WAYS`; needs no key.

    Raises:
        KnownError: ``file.missing``, ``file.damaged``, ``file.newer``, ``ways.none``.
    """
    present = {slot.kind for slot in slots.slots(folder)}
    return tuple(kind for kind in WAYS if kind in present)


def next_way(folder: Path, failed: tuple[str, ...]) -> KnownError:
    """What to fetch now, for the lock screen to say: somebody does not have the secrets of these ways.

    Returns:
        ``ways.passphrase``, ``ways.recovery``, ``ways.employer``, ``ways.paper``, ``ways.keyring`` or ``ways.none``.
    """
    return slots.next_way(ways(folder), failed)


def begin_recovery(session: Session) -> NewSheet:
    """A new code for a recovery sheet. It opens nothing yet, and an earlier sheet stays good."""
    check(session, Intention.KEEP_KEYS)
    return NewSheet(paper_keys.new_code(), session.actor.name, session.folder.name, session.today())


def finish_recovery(session: Session, sheet: NewSheet, typed: str, passphrase: str) -> Changes:
    """The code was typed back from paper: from now on it opens the file, and an earlier sheet does not.

    Raises:
        KnownError: ``paper.length``, ``paper.typo``, ``paper.typos``; ``recovery.other_sheet``: a good code of
            another sheet; ``file.passphrase_wrong``; or what writing names. The earlier sheet is then still good.
    """
    check(session, Intention.KEEP_KEYS)
    if not hmac.compare_digest(paper_keys.secret_of(typed), paper_keys.secret_of(sheet.code)):
        raise KnownError("recovery.other_sheet")
    _require_passphrase(session, passphrase)
    before = [slot.id for slot in slots.slots(session.folder) if slot.kind == slots.RECOVERY]
    with _on_record(session, "slot.added"):
        slots.add_recovery_slot(session.folder, bytes(session.key), typed, session.now())
    for slot_id in before:
        with _on_record(session, "slot.removed"):
            slots.remove_slot(session.folder, slot_id)
    return _CHANGED


def read_employer_key(session: Session, data: bytes) -> EmployerKey:
    """What a file with an employer's public half says of itself.

    Raises:
        KnownError: ``employer.not_a_key``.
    """
    check(session, Intention.KEEP_KEYS)
    found = paper_keys.read_public(data)
    return EmployerKey(found.employer, found.made)


def add_employer(session: Session, data: bytes, heard: str, passphrase: str) -> Changes:
    """Lets the paper in the employer's safe open this file.

    Args:
        session: the open file.
        data: the small file with the public half.
        heard: the fingerprint as the employer reads it aloud from the paper. It is never shown here before: then
            everybody would find it the same.
        passphrase: of now.

    Raises:
        KnownError: ``employer.not_a_key``, ``employer.other_fingerprint``, ``employer.already``,
            ``file.passphrase_wrong``, or what writing names.
    """
    check(session, Intention.KEEP_KEYS)
    public = paper_keys.read_public(data)
    if not hmac.compare_digest(paper_keys.signs(heard), paper_keys.signs(paper_keys.fingerprint(public))):
        raise KnownError("employer.other_fingerprint")
    if any(slot.public == public.key for slot in slots.slots(session.folder)):
        raise KnownError("employer.already")
    _require_passphrase(session, passphrase)
    with _on_record(session, "slot.added"):
        slots.add_employer_slot(session.folder, bytes(session.key), public, session.now())
    return _CHANGED


def add_keyring(
    session: Session, passphrase: str, *, mine_alone: bool, ring: keyring_access.Keyring | None = None
) -> Changes:
    """Lets this computer's keyring open the file when the program starts; after locking it is always the passphrase.

    Args:
        session: the open file.
        passphrase: of now.
        mine_alone: the person says that nobody else uses this account of the computer.
        ring: the keyring; by default the computer's own.

    Raises:
        KnownError: ``keyring.shared``, ``keyring.none``, ``keyring.locked``, ``keyring.forgotten``,
            ``file.passphrase_wrong``, or what writing names.
    """
    check(session, Intention.KEEP_KEYS)
    if not mine_alone:
        raise KnownError("keyring.shared")
    ring = ring or keyring_access.system_keyring()
    _require_passphrase(session, passphrase)
    before = [slot.id for slot in slots.slots(session.folder) if slot.kind == slots.KEYRING]
    with _on_record(session, "slot.added"):
        slots.add_keyring_slot(session.folder, bytes(session.key), ring, session.now())
    for slot_id in before:
        with _on_record(session, "slot.removed"):
            slots.remove_slot(session.folder, slot_id, ring)
    return _CHANGED


def try_slot(session: Session, slot_id: str, secret: str, ring: keyring_access.Keyring | None = None) -> Changes:
    """Try one way in, and keep when it last worked; one that opens is on record, as one that does not is counted.

    Args:
        session: the open file.
        slot_id: which.
        secret: the passphrase or the code on the sheet; nothing for the keyring.
        ring: the keyring; by default the computer's own.

    Raises:
        KnownError: why it does not open, as when the file is opened that way; ``record.missing``.
    """
    check(session, Intention.KEEP_KEYS)
    with _counted(session):
        slots.try_slot(session.folder, slot_id, secret, session.now(), ring or _keyring_for(session, slot_id))
    _tell(session, "key.tried", "ok")
    return _CHANGED


def remove(session: Session, slot_id: str, passphrase: str, ring: keyring_access.Keyring | None = None) -> Changes:
    """Take a way in away. The passphrase can only be changed: after locking nothing else opens without paper.

    Raises:
        KnownError: ``slot.passphrase_stays``, ``slot.last``, ``slot.only_keyring``, ``file.passphrase_wrong``, or what
            writing names.
    """
    check(session, Intention.KEEP_KEYS)
    slot = next((one for one in slots.slots(session.folder) if one.id == slot_id), None)
    if slot is not None and slot.kind == slots.TYPED:
        raise KnownError("slot.passphrase_stays")
    _require_passphrase(session, passphrase)
    with _on_record(session, "slot.removed"):
        slots.remove_slot(session.folder, slot_id, ring or _keyring_if_any())
    return _CHANGED


def judge(session: Session, passphrase: str) -> Strength:
    """How strong a passphrase would be, knowing what somebody would try first on this person."""
    check(session, Intention.KEEP_KEYS)
    return strength(passphrase, _known(session))


def change_passphrase(session: Session, old: str, new: str) -> Changes:
    """Take another passphrase; the old one opens until the new one does.

    Raises:
        KnownError: ``file.passphrase_wrong``, ``passphrase.short``, ``passphrase.weak``.
    """
    check(session, Intention.KEEP_KEYS)
    require_strong(new, _known(session))
    _require_passphrase(session, old)
    return _set_passphrase(session, new)


def set_passphrase_after_recovery(session: Session, new: str) -> Changes:
    """A new passphrase for somebody who came in with a sheet of paper; the old one, lost, goes.

    Raises:
        KnownError: ``passphrase.not_by_paper``: the file was opened otherwise, and who is there may be a passer-by;
            ``passphrase.short``, ``passphrase.weak``, or what writing names.
    """
    check(session, Intention.KEEP_KEYS)
    if session.way not in {slots.RECOVERY, slots.EMPLOYER}:
        raise KnownError("passphrase.not_by_paper")
    require_strong(new, _known(session))
    return _set_passphrase(session, new)


def change_file_key(session: Session, passphrase: str, progress: Callable[[int, int], None] | None = None) -> Changes:
    """Give the file a new key: for who fears that the old one became known. Every way in stays good.

    The file is closed and opened again behind the session, in the thread that owns it, so nobody notices but for the
    wait. Copies made before keep their old key and open with the passphrase of that day; a new one is due at once.

    Args:
        session: the open file.
        passphrase: of the file, so that a passer-by cannot do this.
        progress: told pages done and pages in all.

    Raises:
        KnownError: ``file.passphrase_wrong``, ``file.in_use`` (a copy is being made), ``key.not_verified``,
            ``file.disk_full``, or what writing names; the old key then still opens the file.
    """
    check(session, Intention.KEEP_KEYS)
    _require_passphrase(session, passphrase)
    known_copies.need_another(session.db)
    with _on_record(session, "file_key.changed"):
        guard.close(session.db)
        raw.let_go(files.database_path(session.folder))  # it would go on reading the file that was
        try:
            renewal.change_key(session.folder, passphrase, progress=progress)
        finally:
            # Whatever happened, one of the two keys opens what stands there now.
            session.key[:] = slots.unlock_with_passphrase(session.folder, passphrase)
            renewal.prepare(session.folder, bytes(session.key))
            connection.reopen(session.db, files.database_path(session.folder), bytes(session.key))
            guard.renew(session.db, session.folder, bytes(session.key))
    return _CHANGED


def make_employer_key(employer: str, made: date) -> tuple[str, bytes, str]:
    """A new pair for an employer.

    Returns:
        The code for the paper, the small public file for the laptops, and the fingerprint, which stands on the paper.

    Raises:
        KnownError: ``employer.name_missing``.
    """
    name = " ".join(employer.split())
    if not name:
        raise KnownError("employer.name_missing")
    code = paper_keys.new_code(paper_keys.EMPLOYER_BYTES)
    public = paper_keys.public_text(code, name, made)
    return code, public, paper_keys.fingerprint(paper_keys.read_public(public))


@contextmanager
def _on_record(session: Session, purpose: str) -> Iterator[None]:
    """What happens inside is in the access log before it begins, or does not happen; how it ended is there after.

    A slots file and the log are two files, so no transaction holds both: a line "begun" with none behind it says
    that nobody could write the end.
    """
    _tell(session, purpose, BEGUN)
    try:
        yield
    except BaseException as error:
        # What went wrong is what the person has to hear, also when this line finds no room.
        with suppress(KnownError):
            _tell(session, purpose, error.code if isinstance(error, KnownError) else "failed")
        raise
    _tell(session, purpose, "ok")


def _tell(session: Session, purpose: str, outcome: str) -> None:
    # An end is told in the room of the reserve: what was done can no longer be refused for a full disk.
    with transaction(session.db, urgent=outcome != BEGUN):
        log(session, "", purpose, event=EventType.CHANGE, outcome=outcome)


def _require_passphrase(session: Session, passphrase: str) -> None:
    """Only who knows the passphrase of now goes on."""
    with _counted(session):
        slots.unlock_with_passphrase(session.folder, passphrase)


@contextmanager
def _counted(session: Session) -> Iterator[None]:
    """A wrong secret at an open desk counts as one at the lock screen does; the next opening tells it."""
    try:
        yield
    except KnownError as error:
        for way, code in slots.WRONG.items():
            if error.code == code:
                wrong_tries.note(session.folder, way, session.now())
        raise


def _set_passphrase(session: Session, new: str) -> Changes:
    with _on_record(session, "slot.changed"):
        slots.set_passphrase(session.folder, bytes(session.key), new, now=session.now())
    return _CHANGED


def _keyring_for(session: Session, slot_id: str) -> keyring_access.Keyring | None:
    """The computer's keyring when this slot is one of it, else nothing: asking it may open a window."""
    wanted = any(slot.id == slot_id and slot.kind == slots.KEYRING for slot in slots.slots(session.folder))
    return keyring_access.system_keyring() if wanted else None


def _keyring_if_any() -> keyring_access.Keyring | None:
    """The computer's keyring; one that went away keeps nothing that could be forgotten."""
    try:
        return keyring_access.system_keyring()
    except KnownError:
        return None


def _known(session: Session) -> tuple[str, ...]:
    return (session.actor.name, session.actor.organization, session.actor.pilot)
