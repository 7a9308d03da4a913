"""The line between one desk and the hub, and what a network does to it."""

from collections.abc import Callable

from gpconnect.domain.errors import KnownError
from gpconnect.sync.client import Request, Response

Send = Callable[[Request], Response]


class Line:
    """One desk's line. A round counts its requests; the trouble of that round strikes at one of them.

    Attributes:
        late: requests that left and have not arrived: they come when nobody waits for an answer any more.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._fault, self._at, self._count = "", 0, 0
        self.late: list[Request] = []

    def trouble(self, fault: str, at: int) -> None:
        """In the round that begins now this happens at request number `at`."""
        self._fault, self._at, self._count = fault, at, 0

    def __call__(self, request: Request) -> Response:
        self._count += 1
        if self._fault == "cut" and self._count >= self._at:
            raise KnownError("hub.unreachable")
        if self._count != self._at:
            return self._send(request)
        return self._struck(request)

    def _struck(self, request: Request) -> Response:
        if self._fault == "lost_request":
            raise KnownError("hub.unreachable")
        if self._fault == "delayed":
            self.late.append(request)
            raise KnownError("hub.slow")
        answer = self._send(request)
        if self._fault == "lost_answer":
            raise KnownError("hub.slow")
        if self._fault == "doubled":
            again = self._send(request)
            # Who sent a parcel or a question for news gets either answer; a challenge is good for one token only.
            return again if request.path in {"/v1/parcels", "/v1/batches"} else answer
        return answer

    def arrive(self) -> int:
        """What was under way arrives after all; how much it was."""
        arriving, self.late = self.late, []
        for request in arriving:
            self._send(request)
        return len(arriving)
