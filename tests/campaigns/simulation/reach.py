"""Who can still reach what: devices that were put out, spaces that ended, drafts, papers; and what people are asked.

As in `invariants`, whose list these are part of: what must hold when everybody has heard everything.
"""

import base64
from collections.abc import Callable, Iterator
from typing import Any

from gpconnect.domain.erasure import Erasure
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft, SealedDraft
from gpconnect.domain.records import CHANGED, KINDS, Rule
from gpconnect.services import ending, profiles, put_out, restricting, sharing, spaces
from gpconnect.storage import conflicts, erasure, operations, rows
from gpconnect.sync import wire
from gpconnect.sync.refusals import RefusedError
from gpconnect.sync.sealed_drafts import SealedFor, open_draft
from tests.campaigns.simulation.desk import Desk
from tests.campaigns.simulation.world import FOUNDED, TEAM_SPACE, World


def put_out_reads_nothing(world: World) -> Iterator[str]:
    """A device that was put out opens nothing that came after it, also when the hub would give it all the bytes."""
    for desk in world.desks.values():
        for space in FOUNDED:
            held = spaces.space_keys(desk.session.db, space).epochs
            after = [wire.decode_envelope(one)[1].header for one in world.hub.after_removal(space, desk.session.device)]
            if any(one.epoch in held for one in after):
                yield f"{desk.name} was put out of {space.partition('/')[0]} and holds the key of what came after it"


def ended_is_over(world: World) -> Iterator[str]:
    """Of a space that ended the hub holds nothing, gives nothing, and who was in it knows so."""
    for space in sorted(world.hub.ended()):
        name = space.partition("/")[0]
        if left := world.hub.left_of(space):
            yield f"the hub still has {left} rows of {name}"
        for desk in world.desks.values():
            db = desk.session.db
            inside = spaces.membership(db, space).member(desk.session.device) is not None
            if inside and space not in put_out.spaces_out(db) and space not in ending.ended(db):
                yield f"{desk.name} does not know that {name} ended"
            if _gives(desk, space):
                yield f"the hub gave {desk.name} something of {name}"


def _gives(desk: Desk, space: str) -> bool:
    try:
        answer = desk.hub().pull(space)
    except KnownError:
        return False
    return bool(answer.items or answer.keys)


def everything_is_asked(world: World) -> Iterator[str]:
    """What two people changed unseen is shown to each who may choose and sees the record; worked out from the log."""
    for desk in world.desks.values():
        session = desk.session
        shown = {(one.kind, one.record, one.group) for one in sharing.conflicts(session)}
        closed = {*erasure.blocked(session.db), *restricting.closed(session)}
        for name, record, made in _in_groups(desk, closed):
            kind = KINDS[name]
            if session.actor.role not in kind.writers or not _reads(world, desk, made[0].space):
                continue
            for place, group in enumerate(kind.groups):
                if unseen_by_each_other(made, group, kind.opening) and (name, record, str(place)) not in shown:
                    yield f"{desk.name}: {name} {record[:6]} {group[0]} is not in the list"


def both_kept(world: World) -> Iterator[str]:
    """Two people who changed the same thing unseen are asked about it; computed here from the log alone."""
    for desk in world.readers(TEAM_SPACE):
        asked = {(one.kind, one.record, one.group) for one in conflicts.conflicts(desk.session.db)}
        for name, record, made in _in_groups(desk, set(erasure.blocked(desk.session.db))):
            kind = KINDS[name]
            for place, group in enumerate(kind.groups):
                if unseen_by_each_other(made, group, kind.opening) and (name, record, str(place)) not in asked:
                    yield f"{desk.name}: nobody is asked about {name} {record[:6]} {group[0]}"


def _in_groups(desk: Desk, blocked: set[str]) -> Iterator[tuple[str, str, list[Any]]]:
    """Every record that is changed group by group, with what was done to it, but for those out of sight."""
    for name, kind in KINDS.items():
        if kind.rule is not Rule.GROUPS:
            continue
        sql = "SELECT DISTINCT record FROM operation WHERE kind LIKE ? || '.%'"
        for (record,) in desk.session.db.execute(sql, (name,)).fetchall():
            made = operations.of_record(desk.session.db, name, record)
            if made and made[0].dossier not in blocked:
                yield name, record, made


def _reads(world: World, desk: Desk, space: str) -> bool:
    return space in FOUNDED and desk in world.readers(space)


def unseen_by_each_other(made: list[Any], group: tuple[str, ...], opening: tuple[str, ...]) -> bool:
    """Whether two of these changes of one group of fields stand, and say something else."""
    whole = KINDS[made[0].kind.partition(".")[0]].whole
    # Who opened what was open already changed nothing of it: whoever saw that opening saw the first.
    again = {one.op_id for one in made[1:] if whole and not one.seen and one.kind.endswith(".opened")}
    saw: dict[str, set[str]] = {}
    for one in made:
        seen = (made[0].op_id,) if one.op_id in again else one.seen
        saw[one.op_id] = set(seen).union(*(saw.get(each, set()) for each in seen))
    touching = [
        one
        for place, one in enumerate(made)
        if one.op_id not in again
        and any(name in _said(one) and not (place and not one.seen and name in opening) for name in group)
    ]
    heads = [one for one in touching if not any(one.op_id in saw[other.op_id] for other in touching)]
    values = [{name: one.body[name] for name in group if name in _said(one)} for one in heads]
    full = [value for value in values if set(value) == set(group)]
    return any(value != full[0] for value in full[1:])


def _said(one: Any) -> Any:
    """The fields that an operation is about: a whole record names those that its author changed."""
    return one.body.get(CHANGED, one.body)


def drafts_are_their_authors(world: World) -> Iterator[str]:
    """What somebody is still writing stands on their own devices, and no key of anybody else's opens it."""
    for desk in world.desks.values():
        session = desk.session
        staff, key = session.actor.staff_id, profiles.device_keys(session.db)
        for draft in rows.where(session.db, NoteDraft):
            if draft.author != staff:
                yield f"{desk.name} has the draft {draft.id[:6]} of somebody else"
        for one in rows.where(session.db, SealedDraft, "author <> ? AND NOT gone", (staff,)):
            sealed = SealedFor(
                base64.b64decode(one.sealed), {name: base64.b64decode(wrap) for name, wrap in one.wraps.items()}
            )
            try:
                open_draft(sealed, TEAM_SPACE, one.id, key)
            except RefusedError:
                continue
            yield f"{desk.name} can open the draft {one.draft_id[:6]} of somebody else"


def one_paper(world: World) -> Iterator[str]:
    """A space has one recovery key at most: the one before it ended when the new paper was made."""
    for space in FOUNDED:
        for desk in world.readers(space):
            members = spaces.membership(desk.session.db, space).members()
            papers = sum(one.capacity == "recovery" for one in members)
            if papers > 1:
                yield f"{desk.name}: {papers} papers open {space.partition('/')[0]}"


def refused_stands(world: World) -> Iterator[str]:
    """A family whose request was refused has its dossier back as it was, on every device of the team."""
    for desk in world.readers(TEAM_SPACE):
        sql = "SELECT id, patient_id FROM erasure WHERE status IN ('refused', 'undone')"
        for erasure_id, patient_id in desk.session.db.execute(sql).fetchall():
            others = {one.id for one in _asked(desk, patient_id)} - {erasure_id}
            if erasure.is_open(desk.session.db, erasure_id) or (not others and _is_hidden(desk, patient_id)):
                yield f"{desk.name}: {patient_id[:6]} is still out of sight"


def _asked(desk: Desk, patient_id: str) -> list[Any]:
    return [one for one in rows.where(desk.session.db, Erasure, "patient_id = ?", (patient_id,)) if not one.parts]


def _is_hidden(desk: Desk, patient_id: str) -> bool:
    known = desk.session.db.execute('SELECT count(*) FROM "patient" WHERE id = ?', (patient_id,)).fetchone()[0]
    return not known and bool(operations.of_record(desk.session.db, "patient", patient_id))


def hub_let_go(world: World) -> Iterator[str]:
    """The hub has no wrap left of a key that was destroyed, once it said so."""
    left = world.hub.keys_of(TEAM_SPACE)
    for desk in world.readers(TEAM_SPACE):
        refused = erasure.refused_keys(desk.session.db, TEAM_SPACE)
        told = refused.keys() - erasure.refused_keys(desk.session.db, TEAM_SPACE, untold=True).keys()
        yield from (f"the hub told {desk.name} that it let {one.hex()[:6]} go" for one in sorted(told & left))


INVARIANTS: dict[str, Callable[[World], Iterator[str]]] = {
    "both kept": both_kept,
    "everything is asked": everything_is_asked,
    "put out reads nothing": put_out_reads_nothing,
    "ended is over": ended_is_over,
    "drafts are their authors'": drafts_are_their_authors,
    "one paper": one_paper,
    "refused stands": refused_stands,
    "the hub let go": hub_let_go,
}
