"""Listening to the hub: a hint that a colleague sent something, so that nobody has to wait for the next round.

The listening has a thread of its own, because it waits for minutes on end. That thread has no file and no window: it
holds the device's keys to prove who listens, and leaves what it hears in a box. A hub that cannot be heard is no
trouble: rounds go on by the clock.
"""

import contextlib
import random
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import spaces, taking
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.services.syncing import Connection
from gpconnect.sync.client import HttpSend, HubClient, Request, http_send, next_delay
from gpconnect.sync.hints import Hint, Incoming

THREAD = "gpconnect-hints"
MOST_SPACES = 1000
LEAST_FAILURES = 3
"""A stream that ended well is opened again after some seconds: many desks do not come back all at once."""


def behind(session: Session, heard: Mapping[str, int]) -> bool:
    """Whether one of these spaces is further than this file; spaces that it does not follow say nothing."""
    check(session, Intention.SYNC)
    follows = spaces.followed(session.db)
    return any(space in follows and seq > taking.cursor(session, space)[0] for space, seq in heard.items())


class Ear:
    """Listens to a hub until it is stopped, and opens the line again whenever it breaks.

    Args:
        known: the hub, and who listens.
        called: says that there is something to `take`; called in the listening thread, never after `stop`.
    """

    def __init__(self, known: Connection, called: Callable[[], None]) -> None:
        self.url = known.url
        self._known = known
        self._called = called
        self._guard = threading.Lock()
        self._stopping = threading.Event()
        self._incoming: Incoming | None = None
        self._hearing = False
        self._heard: dict[str, int] = {}
        self._thread = threading.Thread(target=self._listen, name=THREAD, daemon=True)

    def start(self) -> None:
        """Begins, in a thread of its own that ends with the program."""
        self._thread.start()

    def stop(self) -> None:
        """Hangs up. Does not wait for the thread: it ends by itself, and is not heard of again. Twice is no error."""
        with self._guard:
            self._stopping.set()
            incoming = self._incoming
        if incoming is not None:
            incoming.hang_up()

    def take(self) -> tuple[bool, dict[str, int]]:
        """Whether the hub can be heard now, and how far it said that spaces are since the last time."""
        with self._guard:
            heard, self._heard = self._heard, {}
            return self._hearing, heard

    def join(self, seconds: float) -> bool:
        """Waits for the thread after `stop`; False when it took longer."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _listen(self) -> None:
        send = http_send(self.url)
        failures = 0
        try:
            while not self._stopping.is_set():
                client = HubClient(send, self._known.device, self._known.hub_key)
                try:
                    for hint in client.listen(partial(self._open, send)):
                        failures = 0
                        self._note(hint)
                except KnownError:
                    failures += 1
                self._deaf()
                wait = next_delay(max(failures, LEAST_FAILURES), random.random())  # noqa: S311 - jitter, no secret
                self._stopping.wait(wait)
        finally:
            send.close()

    @contextlib.contextmanager
    def _open(self, send: HttpSend, request: Request) -> Iterator[Incoming]:
        with send.stream(request) as incoming:
            with self._guard:
                self._incoming = incoming
            try:
                # Who stopped in the meantime had nothing to hang up.
                yield incoming if not self._stopping.is_set() else replace(incoming, parts=())
            finally:
                with self._guard:
                    self._incoming = None

    def _note(self, hint: Hint | None) -> None:
        with self._guard:
            news = not self._hearing
            self._hearing = True
            if hint is not None:
                news = news or not self._heard
                if len(self._heard) == MOST_SPACES:
                    self._heard.clear()  # a hub that makes them up; a round asks for what is real
                self._heard[hint.space] = max(hint.seq, self._heard.get(hint.space, 0))
            self._call(news)

    def _deaf(self) -> None:
        with self._guard:
            news, self._hearing = self._hearing, False
            self._call(news)

    def _call(self, news: bool) -> None:  # noqa: FBT001 - of this class alone
        """Under the guard, so that nothing is said once `stop` has returned."""
        if news and not self._stopping.is_set():
            self._called()
