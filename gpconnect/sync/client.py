"""The device's side of the conversation with the hub: no window, no file, one seam to the network.

`send(request) -> response` is that seam; `http_send` makes the real one. Whatever a network can do to an answer ends as
a `KnownError`, so that the status strip can say in words why nothing is being exchanged. What has not been acknowledged
stays where it is and goes again, unchanged.
"""

import time
from collections.abc import Iterator
from typing import Protocol, TypeVar

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.sync import answers, ending, hints, proving, wire
from gpconnect.sync.answers import Response
from gpconnect.sync.hints import Hint
from gpconnect.sync.network import MAX_ANSWER, HttpSend, OpenStream, Request, Send, http_send

__all__ = [
    "MAX_ANSWER",
    "HttpSend",
    "HubClient",
    "OpenStream",
    "Request",
    "Response",
    "Send",
    "SigningDevice",
    "http_send",
    "next_delay",
]

LONGEST_DELAY = 600.0
M = TypeVar("M", bound=wire.Struct)


class SigningDevice(Protocol):
    """As much of a device's keys as a conversation needs."""

    @property
    def device(self) -> str:
        """Its id."""
        ...

    @property
    def sign_key(self) -> bytes:
        """The public Ed25519 key that determines the id."""
        ...

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature."""
        ...


class HubClient:
    """A conversation of one device with one hub. Used by one thread.

    Attributes:
        hub_key: the hub's signing key. Given, it is pinned; None trusts the first hub it meets, and whoever uses the
            client keeps what it learned for the next time.
        clock_ahead: seconds that this computer's clock was ahead of the hub's at the last answer, None when the hub
            did not say. It is the computer's own clock that is compared, never one that a demo moved.
    """

    def __init__(self, send: Send, device: SigningDevice, hub_key: bytes | None = None, founding: str = "") -> None:
        self._founding = founding
        self._send = send
        self._device = device
        self._token = ""
        self.hub_key = hub_key
        self.clock_ahead: float | None = None

    def health(self) -> wire.Health:
        """Asks who the hub is and whether it works.

        Raises:
            KnownError: ``hub.other_key`` when it is not the hub that was pinned, ``hub.newer_version`` when it speaks
                another protocol, or as `push`.
        """
        health = self._ask(Request("GET", "/v1/health"), wire.Health)
        if health.protocol != wire.PROTOCOL:
            raise KnownError("hub.newer_version", protocol=health.protocol)
        if self.hub_key is None:
            self.hub_key = health.sign_key
        elif self.hub_key != health.sign_key:
            raise KnownError("hub.other_key")
        return health

    def register(self) -> None:
        """Makes this device known to the hub; again does no harm. It gives access to nothing yet.

        Raises:
            KnownError: as `push`; ``hub.newcomers`` when too many came this hour that belong nowhere.
        """
        name, key = self._device.device, self._device.sign_key
        signature = self._device.sign(proving.register_message(name))
        message = proving.Register(name, key, signature, self._founding)
        response = self._exchange(_post("/v1/devices", message))
        if response.status != answers.NO_CONTENT:
            raise answers.trouble(response)

    def push(self, parcel: wire.Push) -> wire.PushAnswer:
        """Offers one parcel. Saying no is an answer too: look at its status.

        Raises:
            KnownError: ``hub.unreachable``, ``hub.slow``, ``hub.certificate`` (network), ``hub.not_a_hub`` (a sign-in
                page of a network, for example), ``hub.answer_unclear``, ``hub.answer_too_large``, ``hub.busy``,
                ``hub.trouble`` (the hub's own fault), ``hub.too_large``, ``hub.access_denied``,
                ``hub.device_unknown`` (register first), ``hub.proof``.
        """
        answer = self._ask_as_device(_post("/v1/parcels", parcel), wire.PushAnswer)
        self._check_answer(parcel, answer)
        return answer

    def push_all(self, parcels: tuple[wire.Push, ...]) -> tuple[wire.PushAnswer, ...]:
        """Offers parcels of one space at once, in the order of their numbers; each gets an answer as from `push`.

        Returns:
            An answer to each, up to the first that got no place: what comes after that has to be offered again. A hub
            of before this question is offered the first alone.

        Raises:
            KnownError: as `push`; also ``hub.answer_unclear`` when the hub left some without an answer.
        """
        if len(parcels) == 1:
            return (self.push(parcels[0]),)
        try:
            found = self._ask_as_device(_post("/v1/batches", wire.Pushes(parcels)), wire.PushAnswers).answers
        except KnownError as error:
            if error.params.get("status") != answers.NOT_FOUND:
                raise
            return (self.push(parcels[0]),)
        if not found or len(found) > len(parcels) or (len(found) < len(parcels) and found[-1].seq):
            raise KnownError("hub.answer_unclear")
        for parcel, answer in zip(parcels, found, strict=False):
            self._check_answer(parcel, answer)
        return found

    def _check_answer(self, parcel: wire.Push, answer: wire.PushAnswer) -> None:
        if answer.proof is not None:
            self._check_proof(wire.decode_envelope(parcel.envelope)[1].header.space, answer.proof)
        elif answer.seq or answer.status in {"ok", "duplicate"}:
            # Also a refusal for good: without the hub's signature anybody in between could make one up.
            raise KnownError("hub.proof")

    def pull(self, space: str, seq: int = 0, key_cursor: int = 0, limit: int = 100) -> wire.PullAnswer:
        """What came after place `seq` in a space, and the wrapped keys after `key_cursor`.

        Raises:
            KnownError: as `push`; ``hub.not_member`` when this device is not (or no longer) in the space.
        """
        asked = {"space": space, "cursor": seq, "keys": key_cursor, "limit": limit}
        query = tuple((name, str(value)) for name, value in asked.items())
        answer = self._ask_as_device(Request("GET", "/v1/parcels", query), wire.PullAnswer)
        self._check_proof(space, answer.proof)
        return answer

    def forget(self, space: str, ids: tuple[bytes, ...]) -> wire.Forgotten:
        """Asks the hub to let wrapped keys of this space go, because what they sealed was erased. Again does no harm.

        Args:
            space: a space that this device is a member of.
            ids: of the keys, at most `wire.MAX_FORGET`.

        Raises:
            KnownError: as `push`; ``hub.not_member``.
        """
        signature = self._device.sign(wire.forget_message(space, self._device.device, ids))
        return self._ask_as_device(_post("/v1/erasures", wire.Forget(space, ids, signature)), wire.Forgotten)

    def end(self, space: str, step: ending.Step) -> ending.Standing:
        """A step towards an empty hub at the end of a pilot, or with ``look`` only how it stands. Again does no harm.

        Raises:
            KnownError: as `push`; ``hub.not_member``, ``space.not_an_admin``, ``hub.ending_unasked``,
                ``hub.ending_early``.
        """
        signature = self._device.sign(ending.message(space, step, self._device.device))
        return self._ask_as_device(_post("/v1/endings", ending.End(space, step, signature)), ending.Standing)

    def leave(self, box: bytes, slot: int, data: bytes) -> None:
        """Leaves something for whoever knows the same one-time code. Leaving the same again does no harm.

        Args:
            box: the 16 bytes that both sides derive from the code.
            slot: from 0 to `wire.SLOTS` - 1; who writes one first has written it.
            data: at most `wire.MAX_LETTER` bytes; the hub can see and keep them, so seal them.

        Raises:
            KnownError: as `push`; ``hub.enrolment_taken`` when the slot holds something else or the mailbox was
                closed, ``hub.enrolment_later`` when this device opened or missed too many in an hour.
        """
        self._do_as_device(_post(_mailbox(box), wire.Letter(slot, data)))

    def collect(self, box: bytes) -> dict[int, bytes]:
        """What was left under a one-time code, by slot. Nothing: never opened, closed, or longer than a day ago.

        Raises:
            KnownError: as `push`; ``hub.enrolment_later`` when this device looked for too many that were not there.
        """
        try:
            return self._ask_as_device(Request("GET", _mailbox(box)), wire.Mailbox).letters
        except KnownError as error:
            if error.code != "hub.enrolment_unknown":
                raise
            return {}

    def close_mailbox(self, box: bytes) -> None:
        """Empties the mailbox that this device opened; nobody can open it again under the same code.

        Raises:
            KnownError: as `push`; ``hub.enrolment_unknown`` when it is not there or not this device's,
                ``hub.enrolment_later``.
        """
        self._do_as_device(Request("DELETE", _mailbox(box)))

    def listen(self, open_stream: OpenStream) -> Iterator[Hint | None]:
        """Hints that a space of this device grew, beginning with how things stand; None for a sign of life.

        It ends when the hub ends it, for example after ten minutes with the token: listen again.

        Args:
            open_stream: the seam for an answer that goes on, such as `HttpSend.stream`.

        Raises:
            KnownError: as `push`.
        """
        self._token = self._new_token()
        named = Request("GET", "/v1/events", headers={"authorization": f"Bearer {self._token}"})
        with open_stream(named) as incoming:
            response = incoming.response
            if response.status != answers.OK:
                raise answers.trouble(response)
            if answers.media_type(response) != hints.EVENTS:
                raise KnownError("hub.not_a_hub")
            yield from hints.read(incoming.parts)

    def heal(self, message: wire.Heal) -> wire.Healed:
        """Brings a restored hub what it lacks, or tells it how far this device has read. Again does no harm.

        Raises:
            KnownError: as `push`; ``hub.not_member``.
        """
        answer = self._ask_as_device(_post("/v1/healings", message), wire.Healed)
        self._check_proof(message.space, answer.proof)
        return answer

    def _check_proof(self, space: str, proof: wire.HeadProof) -> None:
        """The hub must sign what it says with the key it had: else somebody sits in between, or it is another."""
        if self.hub_key is None:
            self.health()
        assert self.hub_key is not None
        message = wire.head_message(space, proof.incarnation, proof.seq, proof.head)
        if not wire.verify(self.hub_key, proof.signature, message):
            raise KnownError("hub.proof")

    def _ask_as_device(self, request: Request, kind: type[M]) -> M:
        return answers.decoded(self._as_device(request), kind)

    def _do_as_device(self, request: Request) -> None:
        response = self._as_device(request)
        if response.status != answers.NO_CONTENT:
            raise answers.trouble(response)

    def _as_device(self, request: Request) -> Response:
        """One request with a token; a token that the hub no longer knows is renewed once."""
        for fresh in (False, True):
            if fresh or not self._token:
                self._token = self._new_token()
            named = Request(
                request.method,
                request.path,
                request.query,
                {**request.headers, "authorization": f"Bearer {self._token}"},
                request.body,
            )
            response = self._exchange(named)
            if response.status != answers.UNAUTHORIZED:
                break
        return response

    def _new_token(self) -> str:
        if self._founding and not self._token:
            # A code that was typed later is told as well, once in each conversation.
            self.register()
        challenge = self._ask(Request("POST", "/v1/challenges"), proving.Challenge).challenge
        signature = self._device.sign(proving.challenge_message(challenge))
        request = proving.TokenRequest(self._device.device, challenge, signature)
        return self._ask(_post("/v1/tokens", request), proving.Token).token

    def _ask(self, request: Request, kind: type[M]) -> M:
        return answers.decoded(self._exchange(request), kind)

    def _exchange(self, request: Request) -> Response:
        response = self._send(request)
        if len(response.body) > MAX_ANSWER:
            raise KnownError("hub.answer_too_large")
        said = answers.date(response)
        if said is not None:
            self.clock_ahead = time.time() - said
        return response


def next_delay(failures: int, jitter: float) -> float:
    """Seconds to wait before trying again: doubling from one second to ten minutes.

    Args:
        failures: how often it failed in a row, 1 or more.
        jitter: from 0 to 1, another each time, so that devices do not all come back at once; half to all of the delay.
    """
    whole = min(LONGEST_DELAY, 2.0 ** min(max(failures, 1) - 1, 32))
    return whole * (0.5 + 0.5 * jitter)


def _mailbox(box: bytes) -> str:
    return f"/v1/enrolments/{box.hex()}"


def _post(path: str, message: wire.Struct) -> Request:
    return Request("POST", path, headers={"content-type": wire.MEDIA_TYPE}, body=msgspec.msgpack.encode(message))
