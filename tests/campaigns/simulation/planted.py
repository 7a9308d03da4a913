"""Bugs that the simulation must find, each put into the processes that live histories and nowhere else.

Each is a mistake that somebody could make in our own code; where a hub must cheat to show it, the plant cheats too.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from gpconnect.domain import consenting
from gpconnect.domain.changes import Changes
from gpconnect.domain.operations import Operation
from gpconnect.domain.schedule import Placement
from gpconnect.services import (
    applying,
    destroying,
    enrolling,
    notes,
    placing,
    rebooking,
    sending,
    taking,
)
from gpconnect.storage import conflicts, operations, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import admission, merge, opening
from tests.campaigns.simulation import forging, planted_hub, planted_people
from tests.campaigns.simulation.planting import instead, put


def cursor_before_commit() -> None:
    """How far was read is kept first, what was read after it."""

    def make(real: Any) -> Any:
        def take_items(session: Any, stretch: Any, items: Any) -> Any:
            last = items[-1].seq
            with transaction(session.db):
                taking._keep_cursor(taking._load(session, stretch.space), stretch.answer, last, stretch.heads[last])
            return real(session, stretch, items)

        return take_items

    instead(taking, "take_items", make)


def slot_decided_locally() -> None:
    """Whoever booked has the slot, whatever the hub says."""

    def make(real: Any) -> Any:
        def placement(db: Any, appointment: Any, ops: Any) -> Placement:
            found: Placement = real(db, appointment, ops)
            return Placement.CONFIRMED if found is Placement.LOST else found

        return placement

    instead(placing, "placement", make)


def reused_number() -> None:
    """After an old copy was put back the numbers go on, and the hub's refusal is taken for a yes."""

    def make(_real: Any) -> Any:
        def start_anew(session: Any, space: str) -> Any:
            with transaction(session.db):
                waiting = parcels.next_parcel(session.db, space)
                if waiting is not None:
                    parcels.acknowledge(session.db, space, waiting.incarnation, waiting.number, 1)
            return Changes()

        return start_anew

    instead(sending, "start_anew", make)
    instead(parcels, "end_chain", lambda _real: lambda *_: None)


def lost_wrap() -> None:
    """The key of a new dossier does not travel with what was sealed under it."""
    instead(sending, "_with_unshared", lambda real: lambda *named: replace(real(*named), keys=()))


def stale_base() -> None:
    """Who comes last overwrites, whether they saw what was there or not."""

    def replace_heads(heads: Any, new: Any, _seen: Any) -> None:
        value: dict[str, Any] = {}
        for head in heads:
            value.update(head.value)
        heads[:] = [merge._Head(new.place, new.op, {**value, **new.value})]

    put(merge, "_replace_heads", replace_heads)


def repacked_author() -> None:
    """What came in bears the name of whoever founded the space, not of who sent it."""

    def make(real: Any) -> Any:
        def open_verified(verified: Any, seq: int, membership: Any, keys: Any) -> Any:
            opened = real(verified, seq, membership, keys)
            founder = next(iter(membership.seats.values())).member.staff
            placed = [one._replace(operation=replace(one.operation, author=founder)) for one in opened.operations]
            return replace(opened, operations=tuple(placed))

        return open_verified

    instead(opening, "open_verified", make)


def applied_twice() -> None:
    """An operation that comes a second time counts a second time."""

    def make(real: Any) -> Any:
        def append(db: Any, op: Any, *, seq: int | None, place: int = 0) -> Any:
            taken = real(db, op, seq=seq, place=place)
            if taken is operations.Appended.KNOWN and seq is not None:
                return real(db, replace(op, op_id=op.op_id[::-1]), seq=seq, place=place)
            return taken

        return append

    instead(operations, "append", make)


def loser_not_told() -> None:
    """Who lost a slot is not in the list of those who need another one."""
    instead(rebooking, "lost_bookings", lambda _real: lambda _session: [])


def tombstone_ignored() -> None:
    """A device on which an old copy was put back has destroyed it before, so it does not do it again."""

    def make(real: Any) -> Any:
        def settle(session: Any) -> Any:
            again = parcels.next_parcel(session.db, session.team_space) or _was_put_back(session)
            return Changes() if again else real(session)

        return settle

    def _was_put_back(session: Any) -> bool:
        sql = "SELECT count(DISTINCT incarnation) FROM parcel_out WHERE space = ?"
        gone = session.db.execute("SELECT count(*) FROM meta WHERE name IN ('trouble.gone', 'rollback')").fetchone()[0]
        return bool(gone) or session.db.execute(sql, (session.team_space,)).fetchone()[0] > 1

    instead(destroying, "settle", make)
    instead(destroying, "recall", lambda _real: lambda _session: None)


def key_not_destroyed() -> None:
    """The records go, the key stays."""
    instead(destroying, "_without", lambda _real: lambda *_: None)


def withdrawal_lost() -> None:
    """The answer that was written down last counts, also when it is a yes of the day of the withdrawal."""
    put(consenting, "_Weight", dict.fromkeys(("GIVEN", "REFUSED", "WITHDRAWN"), 0))


def parked_for_ever() -> None:
    """What could not be opened at first is never tried again."""
    instead(taking, "to_retry", lambda _real: lambda *_, **__: ())


def wrong_role_applied() -> None:
    """What comes in is applied, whoever made it."""

    def make(real: Any) -> Any:
        def apply(db: Any, operation: Any, **named: Any) -> Any:
            return real(db, operation, **{**named, "role": ""})

        return apply

    instead(applying, "apply", make)


def outbox_dropped() -> None:
    """What the hub refused, for whatever reason, waits no longer."""

    def make(real: Any) -> Any:
        def refuse(db: Any, space: str, incarnation: bytes, number: int, code: str, *, repack: bool) -> Any:
            op_ids = real(db, space, incarnation, number, code, repack=repack)
            for op_id in op_ids:
                db.execute("DELETE FROM outbox WHERE row = (SELECT row FROM operation WHERE op_id = ?)", (op_id,))
            return op_ids

        return refuse

    instead(parcels, "refuse", make)


def draft_leaked() -> None:
    """What somebody is typing travels with what they did."""

    def make(real: Any) -> Any:
        def save_draft(session: Any, draft: Any) -> Any:
            kept = real(session, draft)
            operation = Operation(
                session.new_id(), session.team_space, None, "note_draft.saved", draft.id, 1, session.now(),
                session.actor.staff_id, session.device, "", (), dict(draft.answers),
            )  # fmt: skip
            with transaction(session.db):
                operations.append(session.db, operation, seq=None)
            return kept

        return save_draft

    instead(notes, "save_draft", make)


def contributor_given_key() -> None:
    """Who may only add facts is let in as a reader, and nobody who hears of it minds."""
    put(admission, "may_belong", lambda *_: True)
    instead(enrolling, "seated", lambda _real: lambda _space, member, *_: member)


def sent_is_saved() -> None:
    """What was sent counts as arrived, also when no answer came."""

    def make(real: Any) -> Any:
        def ready(session: Any, space: str) -> Any:
            pushes = real(session, space)
            for waiting in parcels.next_parcels(session.db, space, len(pushes)):
                with transaction(session.db):
                    session.db.execute(
                        "UPDATE parcel_out SET state = 'acknowledged' WHERE digest = ?", (waiting.digest,)
                    )
                    session.db.execute(
                        "DELETE FROM outbox WHERE space = ? AND incarnation = ? AND number = ?",
                        (space, waiting.incarnation, waiting.number),
                    )
            return pushes

        return ready

    instead(sending, "ready", make)


def history_is_damage() -> None:
    """What was gathered after an erasure is held against a row that it never has."""
    instead(applying, "agrees", lambda real: lambda db, name, record: name != "kept_history" and real(db, name, record))


def moved_twice_is_lost() -> None:
    """A booking that two people moved to the same slot counts the second secret, whoever the hub gave it to."""
    instead(placing, "_secret_of", lambda _real: lambda _db, appointment, _ops: appointment.claim_token_hash)


def last_destroyer_counts() -> None:
    """Each device carries out the last destruction that it knows of."""

    def make(real: Any) -> Any:
        def of_record(db: Any, kind: str, record: str, **named: Any) -> Any:
            made = real(db, kind, record, **named)
            if kind != "erasure":
                return made
            last = [one for one in made if one.kind == "erasure.destroyed"][:-1]
            return [one for one in made if one not in last]

        return of_record

    class Seen:
        of_record = staticmethod(make(operations.of_record))

        def __getattr__(self, name: str) -> Any:
            return getattr(operations, name)

    put(destroying, "operations", Seen())
    put(destroying, "conflicts", _NoMarks())


class _NoMarks:
    """Marks as if there were none; what is marked here goes where it always went."""

    def marked(self, *_: Any, **__: Any) -> list[Any]:
        return []

    def __getattr__(self, name: str) -> Any:
        return getattr(conflicts, name)


@dataclass(frozen=True, slots=True)
class Plant:
    """A bug."""

    put: Callable[[], object]


def nothing() -> None:
    """No bug."""


PLANTS = {
    "": Plant(nothing),
    "cursor_before_commit": Plant(cursor_before_commit),
    "no_idempotency": Plant(planted_hub.no_idempotency),
    "gap_in_sequence": Plant(planted_hub.gap_in_sequence),
    "slot_decided_locally": Plant(slot_decided_locally),
    "silent_refusal": Plant(planted_hub.silent_refusal),
    "reused_number": Plant(reused_number),
    "release_without_token": Plant(planted_hub.release_without_token),
    "hub_made_key": Plant(forging.hub_made_key),
    "lost_wrap": Plant(lost_wrap),
    "stale_base": Plant(stale_base),
    "repacked_author": Plant(repacked_author),
    "applied_twice": Plant(applied_twice),
    "granted_to_second": Plant(planted_hub.granted_to_second),
    "loser_not_told": Plant(loser_not_told),
    "tombstone_ignored": Plant(tombstone_ignored),
    "key_not_destroyed": Plant(key_not_destroyed),
    "withdrawal_lost": Plant(withdrawal_lost),
    "parked_for_ever": Plant(parked_for_ever),
    "wrong_role_applied": Plant(wrong_role_applied),
    "outbox_dropped": Plant(outbox_dropped),
    "duplicate_as_new": Plant(planted_hub.duplicate_as_new),
    "draft_leaked": Plant(draft_leaked),
    "contributor_given_key": Plant(contributor_given_key),
    "healing_out_of_order": Plant(planted_hub.healing_out_of_order),
    "head_not_checked": Plant(planted_hub.head_not_checked),
    "sent_is_saved": Plant(sent_is_saved),
    "history_is_damage": Plant(history_is_damage),
    "moved_twice_is_lost": Plant(moved_twice_is_lost),
    "last_destroyer_counts": Plant(last_destroyer_counts),
    "choice_for_others": Plant(planted_people.choice_for_others),
    "removed_without_epoch": Plant(planted_people.removed_without_epoch),
    "ended_left_lying": Plant(planted_people.ended_left_lying),
    "draft_for_all": Plant(planted_people.draft_for_all),
    "old_paper_counts": Plant(planted_people.old_paper_counts),
    "refusal_unseen": Plant(planted_people.refusal_unseen),
    "recall_forgotten": Plant(planted_people.recall_forgotten),
    "own_left_behind": Plant(planted_people.own_left_behind),
    "places_closed_up": Plant(planted_people.places_closed_up),
    "key_kept_by_hub": Plant(planted_people.key_kept_by_hub),
}
