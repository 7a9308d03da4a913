"""What an attack is: something put on the cable, and what the person at the desk then reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from gpconnect.sync import wire
from gpconnect.sync.client import Request, Response
from tests.campaigns.evil.scene import TEAM_SPACE, Scene, head_of

encode = msgspec.msgpack.encode
MSGPACK = {"content-type": wire.MEDIA_TYPE}


@dataclass(frozen=True, slots=True)
class Attack:
    """One thing that a hub, or somebody between it and the desk, could try.

    Attributes:
        name: in the table.
        install: puts it on the cable of a scene.
        reads: what the round of the victim ends with: the code of a `KnownError` with its alarm or reason, then what is
            kept with a reason (``kept:…``) or waits for a key (``waits:…``).
        heals: whether a next round with an honest hub ends well. When the lie was signed by the hub itself and taken
            for its order, the device stands by what it was told: that is for a person, and stays an alarm.
        victim: whose round it is.
    """

    name: str
    install: Callable[[Scene], None]
    reads: str
    heals: bool = True
    victim: str = "joris"


Change = Callable[[wire.PullAnswer], wire.PullAnswer]


def on_pull(scene: Scene, change: Change, space: str = TEAM_SPACE, *, once: bool = False) -> None:
    """Every answer to a pull of this space becomes another; or only the first."""
    left = [1 if once else 1_000_000]

    def between(request: Request, response: Response) -> Response:
        if not is_pull(request, space) or response.status != 200 or not left[0]:
            return response
        left[0] -= 1
        answer = msgspec.msgpack.decode(response.body, type=wire.PullAnswer)
        return Response(200, response.headers, encode(change(answer)))

    scene.wire.between = between


def on_push(scene: Scene, change: Callable[[wire.PushAnswer], wire.PushAnswer]) -> None:
    """The hub does what it does; the desk hears something else."""

    def between(request: Request, response: Response) -> Response:
        if (request.method, request.path) != ("POST", "/v1/parcels") or response.status != 200:
            return response
        return Response(
            200, response.headers, encode(change(msgspec.msgpack.decode(response.body, type=wire.PushAnswer)))
        )

    scene.wire.between = between


def on_both(
    scene: Scene, pulled: Change, pushed: Callable[[wire.PushAnswer], wire.PushAnswer], space: str = TEAM_SPACE
) -> None:
    """Every answer to a pull of this space becomes another, and every answer to a push."""
    on_pull(scene, pulled, space)
    to_pull = scene.wire.between
    on_push(scene, pushed)
    to_push = scene.wire.between
    assert to_pull is not None
    assert to_push is not None
    scene.wire.between = lambda request, response: to_push(request, to_pull(request, response))


def in_place_of(scene: Scene, path: str, answer: Response) -> None:
    """This instead of every answer from an address."""

    def between(request: Request, response: Response) -> Response:
        return answer if request.path == path else response

    scene.wire.between = between


def is_pull(request: Request, space: str) -> bool:
    """Whether somebody asks for the order of this space."""
    return (request.method, request.path) == ("GET", "/v1/parcels") and ("space", space) in request.query


def replaced(answer: wire.PullAnswer, **changes: object) -> wire.PullAnswer:
    """The answer with other fields."""
    return msgspec.structs.replace(answer, **changes)


def ordered(
    scene: Scene, items: Sequence[wire.Item], *, victim: str = "joris", space: str = TEAM_SPACE
) -> tuple[wire.HeadProof, tuple[wire.Item, ...]]:
    """These as the order that goes on where the victim is, numbered, hashed and signed by the hub itself."""
    seq, head = head_of(scene, victim, space)
    made = []
    for item in items:
        seq += 1
        digest = wire.parcel_hash(item.envelope) if item.envelope else item.parcel_hash
        head = wire.next_head(head, seq, digest, item.code)
        made.append(msgspec.structs.replace(item, seq=seq, parcel_hash=digest))
    return scene.identity.prove(space, seq, head), tuple(made)


def as_order(
    scene: Scene,
    change: Callable[[list[wire.Item]], Sequence[wire.Item]],
    *,
    victim: str = "joris",
    space: str = TEAM_SPACE,
) -> None:
    """The hub itself gives out another order, and signs it; a next question gets nothing new."""

    def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
        if not answer.items:
            return answer
        proof, items = ordered(scene, change(list(answer.items)), victim=victim, space=space)
        return replaced(answer, proof=proof, items=items, more=False)

    on_pull(scene, lie, space, once=True)


def header_of(item: wire.Item) -> wire.Header:
    """What stands outside a parcel."""
    return wire.decode_envelope(item.envelope)[1].header


def with_header(item: wire.Item, **changes: object) -> wire.Item:
    """The parcel under another header, with the signature that was made for the true one."""
    envelope, payload = wire.decode_envelope(item.envelope)
    changed = encode(wire.Payload(msgspec.structs.replace(payload.header, **changes), payload.body))
    return msgspec.structs.replace(item, envelope=encode(wire.Envelope(changed, envelope.signature)))
