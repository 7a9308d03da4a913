"""The one seam to the network: requests without an address, and the real HTTP that carries them.

Whatever a network can do ends as a `KnownError`: silence, a byte at a time, no end, another certificate.
"""

import contextlib
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from gpconnect.domain.errors import KnownError
from gpconnect.sync import answers
from gpconnect.sync.answers import Response
from gpconnect.sync.hints import Incoming

if TYPE_CHECKING:
    import httpx

MAX_ANSWER = 16 * 1024 * 1024
CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 60.0
QUIET_SECONDS = 45.0
"""The hub gives a sign of life three times in this; longer silence is a connection that is dead."""
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Request:
    """One request, without saying where the hub is."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)


Send = Callable[[Request], Response]
OpenStream = Callable[[Request], AbstractContextManager[Incoming]]


class HttpSend:
    """The real seam: HTTP with the system's trust store, limits on time and size, and no redirects.

    A redirect could lead a token elsewhere. Loopback addresses never go through a proxy.
    """

    def __init__(self, base_url: str, seconds: float = ANSWER_SECONDS) -> None:
        import httpx

        local = urlsplit(base_url).hostname in LOOPBACK
        self._seconds = seconds
        self._errors = httpx.TimeoutException, (httpx.HTTPError, httpx.InvalidURL)
        self._client = httpx.Client(
            base_url=base_url,
            verify=ssl.create_default_context(),
            timeout=httpx.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS)),
            trust_env=not local,
            # Answers are sealed and do not shrink; unpacking what a stranger packed can fill the memory.
            headers={"accept-encoding": "identity"},
        )

    def __call__(self, request: Request) -> Response:
        """Sends one request and reads the whole answer.

        Raises:
            KnownError: ``hub.unreachable``, ``hub.slow``, ``hub.certificate``, ``hub.answer_too_large``.
        """
        with self._said_in_words(), self._opened(request) as response:
            return Response(response.status_code, dict(response.headers), _read(response, self._seconds))

    @contextlib.contextmanager
    def stream(self, request: Request, quiet: float = QUIET_SECONDS) -> Iterator[Incoming]:
        """Sends one request whose answer goes on, until the end of the block.

        Args:
            request: what to send.
            quiet: seconds of silence after which nobody is there any more.

        Raises:
            KnownError: as `__call__`, also while the parts come in.
        """
        with self._said_in_words(), self._opened(request, quiet) as response:
            goes_on = response.status_code == answers.OK
            body = b"" if goes_on else _read(response, self._seconds)
            begun = Response(response.status_code, dict(response.headers), body)
            line = response.extensions["network_stream"].get_extra_info("socket")
            yield Incoming(begun, self._parts(response) if goes_on else (), lambda: _hang_up(line))

    @contextlib.contextmanager
    def _said_in_words(self) -> Iterator[None]:
        slow, broken = self._errors
        try:
            yield
        except slow as error:
            raise KnownError("hub.slow") from error
        except broken as error:
            raise KnownError("hub.certificate" if _is_about_trust(error) else "hub.unreachable") from error

    def _opened(self, request: Request, quiet: float | None = None) -> "AbstractContextManager[httpx.Response]":
        import httpx

        timeout = self._client.timeout if quiet is None else httpx.Timeout(quiet, connect=CONNECT_SECONDS)
        return self._client.stream(
            request.method,
            request.path,
            params=list(request.query),
            headers=dict(request.headers),
            content=request.body,
            timeout=timeout,
        )

    def _parts(self, response: "httpx.Response") -> Iterator[bytes]:
        with self._said_in_words():
            yield from response.iter_raw()

    def close(self) -> None:
        """Ends the connections."""
        self._client.close()


def http_send(base_url: str, seconds: float = ANSWER_SECONDS) -> HttpSend:
    """The seam to the hub at an address.

    Args:
        base_url: ``https://…``; plain ``http://`` is for a hub on this computer only.
        seconds: how long one answer may take.

    Raises:
        KnownError: ``hub.address`` when it is neither.
    """
    try:
        parts = urlsplit(base_url)
        local = parts.hostname in LOOPBACK and parts.port is not None
    except ValueError:
        raise KnownError("hub.address") from None
    if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and local)):
        raise KnownError("hub.address")
    return HttpSend(base_url, seconds)


def _read(response: "httpx.Response", seconds: float) -> bytes:
    """The answer, as long as it comes in time and is not endless: a server may drip a byte at a time."""
    until, body = time.monotonic() + seconds, bytearray()
    for chunk in response.iter_raw():
        body += chunk
        if len(body) > MAX_ANSWER:
            raise KnownError("hub.answer_too_large")
        if time.monotonic() > until:
            raise KnownError("hub.slow")
    return bytes(body)


def _hang_up(line: socket.socket) -> None:
    """Ends a connection that another thread is reading: it finds nobody at the other end."""
    with contextlib.suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)


def _is_about_trust(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
