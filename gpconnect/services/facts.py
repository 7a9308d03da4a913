"""Once a day this device tells the pilot what its youth worker's work adds up to, under pseudonyms.

Nobody is asked anything for it. A fact leaves again only when what it says has changed, and it is taken back when a
child or parent objects (Jeugdwet art. 7.3.12).
"""

import hashlib
import hmac
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from gpconnect.domain.changes import Changes
from gpconnect.domain.deriving import response_about
from gpconnect.domain.evaluation import Moment, Voice
from gpconnect.domain.fact_kinds import FactRefusedError, Vocabulary, check, fact_subject
from gpconnect.domain.facts import Fact
from gpconnect.domain.records import KINDS
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.services import acting as acts
from gpconnect.services import applying, resources, spaces
from gpconnect.services.fact_sources import Source, own_sources
from gpconnect.services.session import Session
from gpconnect.storage import erasure, meta, rows
from gpconnect.sync.keys import derive as derive_key

_WATERMARK = "facts_derived_on"
_LABEL = b"pseudonym"
_TO_TAKE_BACK = "facts_to_take_back"
_OF_RECORD = {"encounter": "encounter", "episode_of_care": "episode", "goal": "goal", "handover": "handover"}
"""Record kinds of a dossier, with the kind of fact that is told of each under the record's own id."""
log = logging.getLogger("gpconnect")


@dataclass(frozen=True, slots=True, repr=False)
class _Told:
    """What this device told before, and the gate that everything new passes."""

    before: dict[str, Fact]
    vocabulary: Vocabulary


def derive(session: Session, *, force: bool = False) -> Changes:
    """Tell the pilot what has changed since yesterday.

    Args:
        session: of a youth worker.
        force: also when it was done today already.

    Returns:
        Empty when it was done today, when nothing changed, or while this device has no key of its team yet.

    Raises:
        KnownError: ``role.may_not``.
    """
    acts.check(session, Intention.DERIVE_FACTS)
    today = session.today().isoformat()
    key = pseudonym_key(session)
    if key is None or (not force and meta.get_meta(session.db, _WATERMARK) == today):
        return Changes()
    fresh = _changed(session, key)
    with acts.acting(session, Intention.DERIVE_FACTS) as action:
        for fact in fresh:
            action.write(fact, "withdrawn" if fact.withdrawn else "derived")
        meta.put_meta(session.db, _TO_TAKE_BACK, [])
        meta.put_meta(session.db, _WATERMARK, today)
    return action.changes


def take_back(session: Session, patient_id: str, parts: Sequence[str] = ()) -> None:
    """This dossier is about to be destroyed, or these records (``<kind>:<id>``) of it.

    What this device told from them is taken back at the next turn.

    Pseudonymous facts remain personal data (GDPR article 4(5)), so the right to erasure reaches them. Inside a
    transaction, while the operations of the dossier are still there.
    """
    key = pseudonym_key(session)
    if key is None:
        return
    db = session.db
    subjects = []
    for kind, record in erasure.records_of(db, patient_id, parts):
        if kind in _OF_RECORD:
            subjects.append((_OF_RECORD[kind], record))
        if kind == "episode_of_care":
            subjects += [("response", response_about(record, moment, voice)) for moment in Moment for voice in Voice]
        if kind == "response":
            state = applying.state_of(db, KINDS[kind], record) or {}
            subjects.append((kind, "/".join(str(state.get(name)) for name in ("episode_id", "moment", "voice"))))
    ids = {pseudonym(key, kind, about) for kind, about in subjects}
    told = {one.id for one in rows.where(db, Fact, "withdrawn = 0")}
    meta.put_meta(db, _TO_TAKE_BACK, sorted((ids & told).union(meta.get_meta(db, _TO_TAKE_BACK) or ())))


def pseudonym_key(session: Session) -> bytes | None:
    """The team's key for pseudonyms, or None before this device was let into its team.

    It follows from the first key the team ever had, so every device of the team makes the same pseudonyms, after a
    change of keys too, and nobody outside the team can make one.
    """
    first = spaces.first_key(session.db, session.team_space)
    return derive_key(first, _LABEL) if first else None


def pseudonym(key: bytes, kind: str, record_id: str) -> str:
    """The number that stands for a record, a child or a worker: 64 hex digits, meaningless without the key."""
    return hmac.new(key, fact_subject(kind, record_id), hashlib.sha256).hexdigest()


def _changed(session: Session, key: bytes) -> list[Fact]:
    told = _Told({one.id: one for one in rows.where(session.db, Fact)}, _vocabulary(session))
    sources = list(own_sources(session, partial(pseudonym, key)))
    found = (_revised(source, key, told) for source in sources)
    # A form that was asked goes on being counted, now as not answered, when its answers were erased.
    still = {pseudonym(key, source.kind, source.about) for source in sources}
    going = [told.before.get(one) for one in meta.get_meta(session.db, _TO_TAKE_BACK) or () if one not in still]
    back = [_withdrawn(one) for one in going if one is not None and not one.withdrawn]
    return [fact for fact in found if fact is not None] + back


def _withdrawn(fact: Fact) -> Fact:
    return replace(fact, revision=fact.revision + 1, values={}, withdrawn=True)


def _vocabulary(session: Session) -> Vocabulary:
    sites = frozenset(site.id for site in rows.where(session.db, Site))
    return Vocabulary(sites, frozenset(code.key for code in resources.load_codes()["reasons"].codes))


def _revised(source: Source, key: bytes, told: _Told) -> Fact | None:
    """The next revision of a fact, or None when the pilot knows it already."""
    fact_id = pseudonym(key, source.kind, source.about)
    before = told.before.get(fact_id)
    if source.draft is None:
        if before is None or before.withdrawn:
            return None
        return _withdrawn(before)
    values = {name: value for name, value in source.draft.values.items() if value is not None}
    fact = Fact(fact_id, source.kind, source.draft.month, before.revision if before else 1, values)
    if fact == before:
        return None
    try:
        check(fact, told.vocabulary)
    except FactRefusedError as refusal:
        # One odd record, such as a code of a newer version, must not keep all the others from being counted.
        log.warning("fact not derived: %s", refusal)
        return None
    return replace(fact, revision=before.revision + 1) if before else fact
