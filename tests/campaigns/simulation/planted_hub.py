"""Bugs of the hub, and of what both sides must agree on."""

from typing import Any

import msgspec
import sqlalchemy as sa

from gpconnect.hub import healing, ledger, pulling, pushing
from gpconnect.hub.schema import PARCEL
from gpconnect.services import placing, slots, taking
from gpconnect.sync import chain, wire
from gpconnect.sync.wire import Release
from tests.campaigns.simulation.planting import instead, put


class _Row:
    """A row of the hub with some values changed."""

    def __init__(self, row: Any, **changes: Any) -> None:
        self._row, self._changes = row, changes

    def __getattr__(self, name: str) -> Any:
        return self._changes[name] if name in self._changes else getattr(self._row, name)


def no_idempotency() -> None:
    """The hub does not know a parcel that it took before."""
    instead(pushing, "_known", lambda _real: lambda *_: None)


def gap_in_sequence() -> None:
    """After every fifth place the hub skips one."""

    def make(real: Any) -> Any:
        def place(desk: Any, connection: Any, arrived: Any, head: Any, code: str) -> Any:
            skipped = _Row(head, seq=head.seq + (head.seq % 5 == 4))
            return real(desk, connection, arrived, skipped, code)

        return place

    instead(pushing, "place", make)


def silent_refusal() -> None:
    """The hub says yes to what it refused."""

    def make(real: Any) -> Any:
        def decide(*arguments: Any, **named: Any) -> wire.PushAnswer:
            answer: wire.PushAnswer = real(*arguments, **named)
            if answer.status == "refused" and answer.seq:
                return msgspec.structs.replace(answer, status="ok", code="")
            return answer

        return decide

    instead(pushing, "decide", make)


def release_without_token() -> None:
    """A slot is given back by whoever says so, and whoever lost it says so too."""

    def decide(group: Any, holder_of: Any) -> Any:
        changes: dict[bytes, bytes | None] = {one.id: None for one in group.releases}
        for claim in group.claims:
            if (changes[claim.id] if claim.id in changes else holder_of(claim.id)) is not None:
                return None
            changes[claim.id] = claim.token_hash
        return changes

    for module in (ledger, taking):
        put(module, "decide", decide)
    instead(slots, "_to_give_back", lambda _real: lambda _db, one: one.slot_id)

    def make(real: Any) -> Any:
        def release(db: Any, space: str, what: str, record_id: str) -> Any:
            given: tuple[Release, ...] = real(db, space, what, record_id)
            return given or (Release(placing.claim_id(what, record_id), bytes(32)),)

        return release

    instead(placing, "_release", make)


def granted_to_second() -> None:
    """The hub gives a slot to whoever comes last."""

    def decide_groups(groups: Any, holders: dict[bytes, bytes | None]) -> tuple[bool, ...]:
        for group in groups:
            holders.update({one.id: None for one in group.releases} | {one.id: one.token_hash for one in group.claims})
        return (True,) * len(groups)

    put(ledger, "decide_groups", decide_groups)


def duplicate_as_new() -> None:
    """The hub gives a parcel that it has already a second place."""

    def make(real: Any) -> Any:
        def known(desk: Any, connection: Any, arrived: Any, head: Any) -> Any:
            answer = real(desk, connection, arrived, head)
            if answer is None or answer.status != "duplicate":
                return answer
            moved = sa.update(PARCEL).where(PARCEL.c.space == arrived.header.space, PARCEL.c.seq == answer.seq)
            connection.execute(moved.values(incarnation=arrived.header.incarnation + b"+"))
            return pushing.place(desk, connection, arrived, head, "")

        return known

    instead(pushing, "_known", make)


def head_not_checked() -> None:
    """A device believes the hub about the order; and the hub leaves something out."""

    def make_items(real: Any) -> Any:
        def items(connection: Any, space: str, cursor: int, limit: int, *, whole: bool) -> Any:
            found = real(connection, space, cursor, limit, whole=whole)
            return [one for one in found if len(found) < 3 or one is not found[1]]

        return items

    def follow(order: Any, answer: Any, _hub_key: bytes) -> Any:
        last = max([order.seq, *(one.seq for one in answer.items)])
        return chain.Followed(
            chain.Order(order.space, answer.proof.incarnation, last, answer.proof.head),
            {one.seq: answer.proof.head for one in answer.items},
        )

    instead(pulling, "_items", make_items)
    put(chain, "follow_order", follow)


def healing_out_of_order() -> None:
    """A hub that was put back takes what a member brings in another order than it stood in: the last first."""

    def take_back(desk: Any, connection: Any, request: wire.Heal, head: Any) -> Any:
        for item in reversed([one for one in request.items if one.envelope]):
            place = (head.seq if head else 0) + 1
            healing._put(desk, connection, request.space, msgspec.structs.replace(item, seq=place, code=""), head)
            head = healing._locked(connection, request.space)
        return head

    put(healing, "_take_back", take_back)
