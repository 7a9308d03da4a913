"""Every dossier key that this device holds lies at the hub in a form that the others can open.

A hub that was put back may lack some, and any member can ask a hub to let keys go, as an erasure does. What was erased
stays away, and what is asked to be erased waits for what comes of that; every other key is handed out again, so that
who comes later reads all that is there.

A hub cannot tell a key from other bytes, so this device looks itself: what does not open, or was wrapped in an epoch
that the hub's order does not know, is no key, whoever stored it under that id. What lacks is wrapped again, under the
epoch that the order proves.
"""

import hashlib
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec

from gpconnect.services import profiles, put_out, spaces
from gpconnect.services.rounds import FileStep, Hub, Step, asked
from gpconnect.services.session import Session
from gpconnect.storage import erasure, meta, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire, wraps
from gpconnect.sync.refusals import RefusedError

MOST_ANSWERS = 10_000
_DONE = "healing.keys"
_LET_GO = "healing.let_go"


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for at the hub.

    Attributes:
        ids: of the keys.
        mark: what is kept once each of them is there, so that nobody looks again for the same.
    """

    ids: frozenset[bytes]
    mark: str


def mend(hub: Hub, space: str, proof: wire.HeadProof, let_go: int = 0) -> Generator[Step, Any, None]:
    """Look once in each life of a hub, when this device follows it: by then its place in the order is proven.

    And once each time that the hub let keys go: `let_go` says how often it did.
    """
    search: Search | None = yield FileStep(partial(held, space=space, proof=proof, let_go=let_go))
    if search is None:
        return
    left, reached = set(search.ids), 0
    for _ in range(MOST_ANSWERS if left else 0):
        answer: wire.PullAnswer = yield from asked(hub, partial(hub.pull, space, proof.seq, reached, 1))
        good: set[bytes] = yield FileStep(partial(opened, space=space, wrapped=answer.keys))
        left -= good
        if not answer.keys or answer.key_cursor <= reached:
            break
        reached = answer.key_cursor
    for some in _in_parts(sorted(left)):
        message: wire.Heal = yield FileStep(partial(wrap_again, space=space, ids=some))
        healed: wire.Healed = yield from asked(hub, partial(hub.heal, message))
        if healed.lacks:
            return  # not taken: a next round looks again
    yield FileStep(partial(looked, space=space, mark=search.mark, let_go=let_go))


def held(session: Session, space: str, proof: wire.HeadProof, let_go: int = 0) -> Search | None:
    """The keys to look for; None when that was done, or when this device does not follow this life of the hub yet.

    The key of a dossier that is asked to be erased is left out until that is over, one way or the other. What could
    not be opened may say that a key was destroyed: whoever hears so later has the hub let go of it once more.
    """
    db = session.db
    known, me = parcels.cursor(db, space), spaces.membership(db, space).member(session.device)
    if put_out.is_back(db, space):
        return None
    follows = known is not None and known.incarnation == proof.incarnation
    if not follows or me is None or me.capacity not in {"admin", "member"}:
        # Counts as looked, as ever: a look that comes later in this life met an alarm where an erasure had been lost
        # (`test_erasing_healed`). Why is an open question.
        return None if let_go else Search(frozenset(), _mark(proof, let_go, ()))
    asked_for = erasure.hidden(db)
    keys = spaces.space_keys(db, space).dossiers
    waits = sorted(one for one, key in keys.items() if key.dossier in asked_for)
    search = Search(frozenset(keys) - set(erasure.refused_keys(db, space)) - set(waits), _mark(proof, let_go, waits))
    return None if _done(session, let_go).get(space) == search.mark else search


def opened(session: Session, space: str, wrapped: Sequence[wire.WrappedKey]) -> set[bytes]:
    """The ids of those wraps that are what they say."""
    membership, keys = spaces.membership(session.db, space), spaces.space_keys(session.db, space)
    good = set()
    for one in wrapped:
        with suppress(RefusedError):
            good.add(wraps.open_wrapped_key(one, keys, membership.key_signer).key_id)
    return good


def wrap_again(session: Session, space: str, ids: tuple[bytes, ...]) -> wire.Heal:
    """These keys under the current epoch, as this device hands them out."""
    db = session.db
    keys, device, known = spaces.space_keys(db, space), profiles.device_keys(db), parcels.cursor(db, space)
    epoch = keys.epoch
    message = wire.Heal(space, known.seq if known else 0, held=ids)
    if epoch is None:
        return message
    made = (wraps.wrap_dossier_key(keys.dossiers[one], space, epoch, device) for one in ids if one in keys.dossiers)
    return msgspec.structs.replace(message, keys=tuple(made))


def looked(session: Session, space: str, mark: str, let_go: int = 0) -> None:
    """Everything that was looked for is there."""
    with transaction(session.db):
        meta.put_meta(session.db, _LET_GO if let_go else _DONE, _done(session, let_go) | {space: mark})


def _done(session: Session, let_go: int) -> dict[str, str]:
    return meta.get_meta(session.db, _LET_GO if let_go else _DONE) or {}


def _mark(proof: wire.HeadProof, let_go: int, waits: Sequence[bytes]) -> str:
    """Of which life of the hub, after how often letting go, and without what: another mark is another search."""
    without = hashlib.sha256(b"".join(waits)).hexdigest()[:16] if waits else ""
    return ":".join((proof.incarnation.hex(), *([str(let_go)] if let_go else []), *([without] if without else [])))


def _in_parts(ids: Sequence[bytes]) -> list[tuple[bytes, ...]]:
    return [tuple(ids[start : start + wire.MAX_OPERATIONS]) for start in range(0, len(ids), wire.MAX_OPERATIONS)]
