"""What a fresh process finds after a crash: does it open, is it whole, is everything there once, does work go on."""

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.records import KINDS
from gpconnect.services import applying, profile_list, profiles, spaces
from gpconnect.services.session import Session
from gpconnect.storage import connection, erasure, files, operations
from gpconnect.storage import slots as ways_in
from tests.campaigns.crashing import calls, harm, world
from tests.campaigns.crashing.day import DEEDS, Day, rescue
from tests.campaigns.crashing.endings import open_older
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE

_CHANCE = frozenset({"claim_token_hash", "token", "token_hash", "body", "seen", "hash", "value", "data", "heads"})
_SEALED = frozenset({"sealed", "wraps", "over", "event_id"})
_CHANCE_TOO = frozenset({"incarnation", "envelope", "digest", "keys", "prev_hash", "head", "key_cursor", "received_at"})
"""Columns with keys, nonces, names of chance and what was made of them: another value each time the same is done."""
_NAMELESS = "CASE WHEN kind LIKE 'sealed_draft.%' THEN '' ELSE record END"
"""The record of a sealed draft is called after the chain that it travels in, which has a name of chance."""
_PLACE = re.compile(r"/[^'\"]*/(?:world|round-\d+)\b")
"""Where the world stands differs from round to round."""
_NOT_STATE = ("sqlite_", "search_", "_sqlite_migrations")
_OWN_TRIES = "WHERE type <> 'login_failed'"
"""Which ways open the file is tried before it is looked at; the wrong ones are on record, as they should be."""
_SEARCHED = "SELECT kind, record, patient_id, title FROM search_entry ORDER BY kind, record"


def state(db: Database) -> str:
    """A fingerprint of everything in a file that is the same whenever the same was done."""
    found = hashlib.sha256(repr(db.conn.execute(_SEARCHED).fetchall()).encode())
    for name in sorted(db.table_names()):
        if name.startswith(_NOT_STATE) or name == "search":
            continue
        columns = [f'"{one}"' for (_, one, *_) in db.conn.execute(f"PRAGMA table_info('{name}')") if _counts(one)]
        columns = [_NAMELESS if (name, one) == ("operation", '"record"') else one for one in columns]
        columns = [one for one in columns if (name, one) != ("sealed_draft", '"id"')]
        some = _OWN_TRIES if name == "access_log" else ""
        rows = db.conn.execute(f'SELECT {", ".join(columns)} FROM "{name}" {some}').fetchall()  # noqa: S608 - names from the file's own schema
        # By what they say: a row that was written again moves to the end without saying anything else.
        found.update(f"{name}{sorted(_PLACE.sub('', repr(row)) for row in rows)}".encode())
    return found.hexdigest()[:16]


def contents(db: Database) -> dict[str, str]:
    """Every operation, and a fingerprint of what it holds."""
    rows = db.conn.execute("SELECT op_id, kind, record, made_at, body FROM operation").fetchall()
    return {one[0]: hashlib.sha256(repr(one).encode()).hexdigest()[:16] for one in rows}


def look(folder: Path, promised: dict[str, str], *, go_on: bool, whole: bool) -> dict[str, Any]:
    """Look at a world after a crash, as a person would who starts the program again.

    Args:
        folder: of the world.
        promised: operations of which somebody was told that they are saved, with their fingerprints.
        go_on: also work on: a round with the hub, and a look whether everything arrived.
        whole: also look at the copies and at the other profiles.

    Returns:
        ``ways``: which secrets open the file; ``state``; ``problems``, each in words.
    """
    problems: list[str] = []
    found: dict[str, Any] = {"ways": [], "state": "", "problems": problems}
    day = Day(folder, deed=100)
    if not profile_list.is_profile(day.main):
        problems.append("the unlock screen says that there is no profile")
    try:
        if harm.standing(folder) == harm.OLDER:
            # What opening it does then is a part of that deed.
            day.begin(DEEDS.index(open_older))
            day.again()
        refused = _start(day)
        if day.profile is None and harm.standing(folder) == harm.FIRST:
            # It was not mended yet; whoever sits there chooses the copy once more.
            day.begin(DEEDS.index(rescue))
            rescue(day)
        if day.profile is None:
            problems.append(f"nothing opens the file any more: {refused}")
            return found
        found["state"] = state(day.session.db)
        found["ways"] = [name for name in world.SECRETS if opens(day.main, name)]
        problems += _wrong(day, promised)
        if go_on:
            problems += _after_a_round(day)
    except KnownError as error:
        problems.append(f"the file opens, and then says {error.code}")
    finally:
        with suppress(KnownError):
            day.lock()
    problems += _others(folder) if whole else ()
    return found


def _start(day: Day) -> list[str]:
    """Starts the program and tries each passphrase until one opens the file; what it said to those that did not."""
    refused = []
    for passphrase in world.PASSPHRASES:
        day.facts["passphrase"] = passphrase
        try:
            day.unlock()
        except KnownError as error:
            refused.append(error.code)
        else:
            break
    return refused


def _wrong(day: Day, promised: dict[str, str]) -> Iterator[str]:
    session, db = day.session, day.session.db
    report = calls.verify(files.database_path(day.main), bytes(session.key))
    # Killed before it was mended, it is damaged as it was, and in no other way.
    as_it_was = harm.standing(day.folder) == harm.FREE and report.codes == ("pages 1",)
    if not (report.ok or as_it_was):
        yield f"verify complains: {report}"
    now = contents(db)
    changed = [one for one, print_ in promised.items() if now.get(one, print_) != print_]
    if changed:
        yield f"{len(changed)} operations hold something else than was promised"
    apart = db.conn.execute(
        "SELECT count(*) FROM operation o LEFT JOIN outbox b USING (row) WHERE (o.seq IS NULL) <> (b.row IS NOT NULL)"
    ).fetchone()[0]
    if apart:
        yield f"{apart} operations wait without being in the outbox, or the other way round"
    yield from _unlike_their_operations(session)
    yield from half_destroyed(db)


def half_destroyed(db: Database) -> Iterator[str]:
    """A dossier with a tombstone is gone in all its tables; what a practice keeps of the child is not the dossier."""
    for stone in erasure.tombstones(db):
        left = [kind for kind, _ in erasure.records_of(db, stone.patient_id, stone.parts) if kind != "kept_history"]
        drafts = db.conn.execute("SELECT count(*) FROM note_draft WHERE patient_id = ?", (stone.patient_id,)).fetchone()
        found = db.conn.execute(
            "SELECT count(*) FROM search_entry WHERE patient_id = ?", (stone.patient_id,)
        ).fetchone()
        if not stone.parts and (left or drafts[0] or found[0]):
            yield f"half destroyed: {sorted(set(left))}, {drafts[0]} drafts and {found[0]} in the index are left"
    for space in spaces.followed(db):
        if set(erasure.refused_keys(db, space)) & set(spaces.space_keys(db, space).dossiers):
            yield f"half destroyed: a key that was destroyed is held in {space.partition('/')[0]}"


def _unlike_their_operations(session: Session) -> Iterator[str]:
    """Works the youngest records out again: each must be what its operations say."""
    db = session.db
    youngest = "SELECT DISTINCT kind, record FROM operation ORDER BY row DESC LIMIT 60"
    about = {(kind.partition(".")[0], record) for kind, record in db.conn.execute(youngest).fetchall()}
    before = state(db)
    after = ""
    with suppress(_DoneError), connection.transaction(db):
        for name, record in sorted(about):
            applying.refold(db, KINDS[name], record)
        after = state(db)
        raise _DoneError
    if before != after:
        yield "records are not what their operations make of them"


class _DoneError(Exception):
    """Takes back what was tried."""


def _after_a_round(day: Day) -> Iterator[str]:
    day.begin(101)
    day.sync()
    counts, shared = operations.outbox_counts(day.session.db), spaces.followed(day.session.db)
    left = sum(one.waiting + one.under_way for space, one in counts.items() if space in shared)
    refused = operations.refused(day.session.db)
    if left or refused:
        yield f"after a round {left} operations wait and {len(refused)} were refused"
    yield from _wrong(day, {})


def _others(folder: Path) -> Iterator[str]:
    """The file of the previous version, the copies, and the profile that was being made."""
    try:
        profiles.open_profile(folder / world.OLD, PASSPHRASE).close()
    except KnownError as error:
        yield f"the file of the previous version does not open: {error.code}"
    for copy in (folder / world.COPIES).glob("[!.]*.kopie"):
        try:
            if not calls.verify(copy, calls.unlock_copy(copy, PASSPHRASE)).ok:
                yield "a copy with its name is not good"
        except KnownError as error:
            yield f"a copy with its name does not open: {error.code}"
    if (folder / world.NEW).exists() and not (_has_owner(folder)):
        try:
            profiles.create(folder / world.NEW, PASSPHRASE, PEOPLE["colleague"], cost=CHEAP).close()
        except KnownError as error:
            yield f"a profile that was being made can neither be opened nor made: {error.code}"


def _has_owner(folder: Path) -> bool:
    try:
        profiles.open_profile(folder / world.NEW, PASSPHRASE).close()
    except (KnownError, ValueError, TypeError):
        return False
    return True


def opens(folder: Path, name: str) -> bool:
    """Whether one of `world.SECRETS` gives the key of a profile's file."""
    try:
        key = ways_in.unlock(folder, *world.SECRETS[name])
        connection.close(connection.open_beside(files.database_path(folder), key))
    except KnownError:
        return False
    return True


def _counts(column: str) -> bool:
    return column not in _CHANCE | _CHANCE_TOO | _SEALED


def as_line(found: dict[str, Any]) -> bytes:
    """What was found, for another process."""
    return json.dumps(found).encode() + b"\n"
