"""What is lost for good when an old copy takes the place of a device's file or of the hub's database.

A copy brings back an old state; what came after it is back as soon as somebody who still has it is heard. What neither
the hub nor any device has any more is lost, and nobody can help that: of that nobody is held to a promise.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.campaigns.simulation.desk import Desk
from tests.campaigns.simulation.world import World


@contextmanager
def put_back(world: World) -> Iterator[None]:
    """Whatever is put back meanwhile, nobody is held any more to what is nowhere after it."""
    for desk in world.desks.values():
        desk.note_promises()
        for op_id, digest in _sealed(desk):
            world.contents.setdefault(digest, set()).add(op_id)
    yield
    there = {op_id for digest in world.hub.taken() for op_id in world.contents.get(digest, ())}
    for desk in world.desks.values():
        there |= {op_id for (op_id,) in desk.session.db.execute("SELECT op_id FROM operation").fetchall()}
    for desk in world.desks.values():
        desk.promised = {op_id: made for op_id, made in desk.promised.items() if op_id in there}


def _sealed(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """Every operation in this file with the hash of the parcel that it lies in, as far as it lies in one."""
    sql = (
        "SELECT o.op_id, p.digest FROM operation o JOIN parcel_in p ON p.space = o.space AND p.seq = o.seq UNION "
        "SELECT o.op_id, p.digest FROM operation o JOIN outbox b ON b.row = o.row "
        "JOIN parcel_out p ON p.space = b.space AND p.incarnation = b.incarnation AND p.number = b.number"
    )
    yield from ((op_id, bytes(digest)) for op_id, digest in desk.session.db.execute(sql).fetchall())
