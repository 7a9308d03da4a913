"""What a round with the hub is made of: small steps, each for the thread that it belongs to."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, cast

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services.session import Session
from gpconnect.sync import ending, wire

MOST_TOGETHER = 8
BYTES_TOGETHER = 270 * 1024


class Hub(Protocol):
    """The hub as a round needs it; `gpconnect.sync.client.HubClient` over a real or a simulated network."""

    hub_key: bytes | None
    clock_ahead: float | None

    def register(self) -> None:
        """Make this device known."""

    def push_all(self, parcels: tuple[wire.Push, ...]) -> tuple[wire.PushAnswer, ...]:
        """Send parcels of one space."""

    def pull(self, space: str, seq: int = 0, key_cursor: int = 0, limit: int = 100) -> wire.PullAnswer:
        """Ask for the next stretch."""

    def heal(self, message: wire.Heal) -> wire.Healed:
        """Bring a restored hub what it lacks."""

    def end(self, space: str, step: ending.Step) -> ending.Standing:
        """A step towards an empty hub."""

    def forget(self, space: str, ids: tuple[bytes, ...]) -> wire.Forgotten:
        """Ask that destroyed keys go."""


@dataclass(frozen=True, slots=True)
class FileStep:
    """Work for the thread that owns the file."""

    work: Callable[[Session], object]


@dataclass(frozen=True, slots=True)
class NetworkStep:
    """Work for the thread that talks to the hub; it has no file."""

    work: Callable[[], object]


Step = FileStep | NetworkStep
Round = Generator[Step, Any, Changes]


def asked(hub: Hub, work: Callable[[], Any]) -> Generator[Step, Any, Any]:
    """What the hub answers; a hub that lost its devices, or was replaced, hears once more who this is."""
    try:
        return (yield NetworkStep(work))
    except KnownError as error:
        if error.code != "hub.device_unknown":
            raise
    yield NetworkStep(hub.register)
    return (yield NetworkStep(work))


def run(session: Session, steps: Round) -> Changes:
    """All steps of a round in this thread, one after the other.

    Raises:
        KnownError: what the round ended with.
    """
    try:
        step = next(steps)
        while True:
            try:
                result = step.work(session) if isinstance(step, FileStep) else step.work()
            except KnownError as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as done:
        return cast("Changes", done.value)


def together(items: tuple[wire.Item, ...]) -> Iterator[tuple[wire.Item, ...]]:
    """Places that are taken in with one commit: as many as a click can wait for.

    Each commit writes the pages of every index anew, so a few places at once are much less work than one by one.
    """
    batch: list[wire.Item] = []
    size = 0
    for item in items:
        if batch and (len(batch) == MOST_TOGETHER or size + len(item.envelope) > BYTES_TOGETHER):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(item)
        size += len(item.envelope)
    if batch:
        yield tuple(batch)
