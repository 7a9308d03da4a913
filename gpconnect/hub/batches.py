"""Taking several parcels of one device at once: one request, one transaction, an answer for each.

Each is decided as if it came by itself. What goes on where the parcel before it ended, and asks for nothing but a
place, needs no further look at the database: its own chain says that the number is new, and the space is locked.
"""

from dataclasses import dataclass, replace
from typing import Self

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from gpconnect.hub import ledger, pushing
from gpconnect.hub.database import writing
from gpconnect.hub.doors import Device, RejectedError, micros
from gpconnect.hub.ledger import Arrived, Head, Placed
from gpconnect.hub.limits import WINDOW
from gpconnect.hub.pushing import Desk, Offer
from gpconnect.hub.schema import HEAD
from gpconnect.sync import wire


def push_all(desk: Desk, device: Device, request: wire.Pushes) -> wire.PushAnswers:
    """Takes parcels of one space into its order, one after the other, until one gets no place.

    Args:
        desk: of this hub, now.
        device: who showed a token.
        request: the parcels, in the order of their numbers.

    Returns:
        An answer to each, as `pushing.push` gives it; the last may be one without a place, and what came after that
        was not looked at.

    Raises:
        RejectedError: 400 ``malformed``: none, too many, or of more than one space.
    """
    offers = [pushing.look(desk, device, one) for one in request.parcels]
    spaces = {one.arrived.header.space for one in offers if isinstance(one, Offer)}
    if not 1 <= len(offers) <= wire.MAX_PUSHES or len(spaces) > 1:
        raise RejectedError(400, "malformed")
    try:
        return _in_transaction(desk, device, offers)
    except IntegrityError:
        # As for one: somebody else founded the space in the same instant.
        return _in_transaction(desk, device, offers)


@dataclass(frozen=True, slots=True)
class _Run:
    """Where the order and the device's chain are after a parcel that took a place, and what else a next one needs.

    Attributes:
        last: the parcel before.
        epoch: of the space.
        pushed: bytes that the device pushed to the space in the last hour.
        placed: parcels that have a place and are not written yet, from `head` on.
    """

    head: Head
    last: Arrived
    epoch: bytes
    pushed: int
    placed: tuple[Placed, ...] = ()

    def goes_on(self, desk: Desk, device: Device, offer: Offer) -> bool:
        """Whether this parcel surely gets the next place, whatever else stands in the database."""
        arrived, header = offer.arrived, offer.arrived.header
        before = self.last.header
        return (
            offer.signed
            and not header.claims
            and header.entry is None
            and (header.incarnation, header.number) == (before.incarnation, before.number + 1)
            and header.prev_hash == self.last.digest
            and header.epoch == self.epoch
            and self.head.bytes + arrived.size <= desk.limits.space_bytes
            and self.pushed + arrived.size <= desk.limits.device_bytes
            and not pushing.content_trouble(arrived, device.sign_key)
        )

    def after(self, arrived: Arrived) -> Self:
        """With this parcel in the next place."""
        head, seq = self.head, self.head.seq + 1
        digest = wire.next_head(head.head, seq, arrived.digest)
        return replace(
            self,
            head=Head(seq, digest, head.keys + len(arrived.keys), head.bytes + arrived.size),
            last=arrived,
            pushed=self.pushed + arrived.size,
            placed=(*self.placed, Placed(arrived, seq, digest)),
        )


def _in_transaction(desk: Desk, device: Device, offers: list[Offer | wire.PushAnswer]) -> wire.PushAnswers:
    answers: list[wire.PushAnswer] = []
    run: _Run | None = None
    with writing(desk.engine) as connection:
        for offer in offers:
            if isinstance(offer, wire.PushAnswer):
                answers.append(offer)
                break
            if run is not None and run.goes_on(desk, device, offer):
                run = run.after(offer.arrived)
                answers.append(pushing.answered(desk, run.placed[-1]))
                continue
            _write(connection, run)
            answer = pushing.decide(desk, connection, device, offer)
            answers.append(answer)
            if not answer.seq:
                run = None
                break
            run = _begin(connection, offer.arrived) if answer.status == "ok" else None
        _write(connection, run)
    return wire.PushAnswers(tuple(answers))


def _begin(connection: sa.Connection, arrived: Arrived) -> _Run | None:
    """A run after this parcel; a recovery member brings nothing but entries, so there is none."""
    header = arrived.header
    if ledger.capacity(connection, header.space, header.device) in {None, "recovery"}:
        return None
    head = connection.execute(sa.select(HEAD).where(HEAD.c.space == header.space)).one()
    pushed, _ = ledger.traffic(connection, header, micros(arrived.at - WINDOW))
    epoch = bytes(ledger.space_row(connection, header.space).epoch)
    return _Run(Head(head.seq, bytes(head.head), head.keys, head.bytes), arrived, epoch, pushed)


def _write(connection: sa.Connection, run: _Run | None) -> None:
    """Keeps what took a place in a run."""
    if run is None or not run.placed:
        return
    brought = sum(len(one.arrived.keys) for one in run.placed)
    ledger.store_parcels(connection, run.placed)
    ledger.store_keys(connection, run.placed, run.head.keys - brought)
    ledger.move_head(connection, run.last.header.space, run.head)
