"""Bugs in what only a person says: going on, ending, choosing, papers, drafts, and what a family asked."""

from typing import Any

import sqlalchemy as sa

from gpconnect.hub import emptying, server
from gpconnect.hub.schema import ENROLMENT, SPACE
from gpconnect.services import applying, destroying, draft_copies, parting, pending_entries, sharing, spaces
from gpconnect.storage import healing, parcels
from gpconnect.storage.operations import place_operations
from gpconnect.sync import admission, entries, wire
from tests.campaigns.simulation.planting import instead, put


def choice_for_others() -> None:
    """Who made the last of two changes is not asked: to them their own value looks right."""

    def make(real: Any) -> Any:
        def conflicts(session: Any) -> Any:
            return tuple(one for one in real(session) if one.versions[-1].author != session.actor.name)

        return conflicts

    instead(sharing, "conflicts", make)


def removed_without_epoch() -> None:
    """Who is put out goes, and the key of the space stays as it was."""

    def make(real: Any) -> Any:
        def exchange(membership: Any, keys: Any, gone: Any, members: Any) -> Any:
            entry, _ = real(membership, keys, gone, members)
            return wire.Entry(entry.add, entry.remove), keys.epochs[membership.epoch.key_id]

        return exchange

    instead(entries, "exchange", make)
    instead(admission, "_epoch_trouble", lambda _real: lambda *_: "")


def ended_left_lying() -> None:
    """A space that ended is closed, and what it held stays where it was."""

    def empty(connection: Any, space: str) -> None:
        for table in (ENROLMENT, SPACE):
            connection.execute(sa.delete(table).where(table.c.space == space))

    put(emptying, "_empty", empty)


def draft_for_all() -> None:
    """A draft is sealed to everybody who reads the space, whether its author said that the device is theirs or not."""

    def sealed_to(session: Any) -> Any:
        return spaces.membership(session.db, session.team_space).readers()

    put(draft_copies, "_sealed_to", sealed_to)


def old_paper_counts() -> None:
    """A new recovery paper does not end the one before it."""
    put(pending_entries.PendingEntry, "going", lambda one, _membership: (one.remove,) if one.remove else ())


def refusal_unseen() -> None:
    """What was asked to be erased stays out of sight after it was refused or taken back."""
    instead(applying, "_refold_dossier", lambda _real: lambda *_: None)


def recall_forgotten() -> None:
    """A file of before something was destroyed is opened as it is."""
    instead(destroying, "recall", lambda _real: lambda _session: None)


def own_left_behind() -> None:
    """Who goes on with a restored hub from an earlier place does not send again what stood after it."""

    class Kept:
        def unplace(self, db: Any, space: str, after: int, device: str) -> Any:
            op_ids = _kept.unplace(db, space, after, device)
            for op_id in op_ids:
                db.execute("DELETE FROM outbox WHERE row = (SELECT row FROM operation WHERE op_id = ?)", (op_id,))
            return op_ids

        def __getattr__(self, name: str) -> Any:
            return getattr(_kept, name)

    _kept: Any = healing
    put(parting, "kept", Kept())


def places_closed_up() -> None:
    """What was destroyed under way leaves no gap: the others of its parcel move up, on the author's device alone."""

    def make(real: Any) -> Any:
        def acknowledge(db: Any, space: str, incarnation: bytes, number: int, seq: int) -> Any:
            place_operations(db, list(parcels._packed(db, space, incarnation, number)), seq)
            return real(db, space, incarnation, number, seq)

        return acknowledge

    instead(parcels, "acknowledge", make)


def key_kept_by_hub() -> None:
    """The hub says that it let a key go, and keeps it."""
    put(server, "forget", lambda _engine, _now, _device, request: wire.Forgotten(len(request.ids)))
