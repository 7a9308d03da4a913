"""Hints of the hub over a connection that stays open: read with care, believed never."""

import contextlib
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.sync import hints
from gpconnect.sync.client import Request, Response, http_send
from gpconnect.sync.hints import Hint, Incoming
from tests.sync.test_client import Hub, client, refusal

EVENTS = {"content-type": "text/event-stream; charset=utf-8"}
BEGUN = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
SAID = b'event: head\ndata: {"space":"team/noord","seq":7}\n\n:\n\n'
HEARD = [Hint("team/noord", 7), None]


@given(cuts=st.lists(st.integers(0, len(SAID) * 2), max_size=12))
def test_hints_are_the_same_however_they_are_cut(cuts: list[int]) -> None:
    data = SAID * 2
    places = [0, *sorted(cuts), len(data)]

    assert list(hints.read(data[a:b] for a, b in pairwise(places))) == HEARD * 2


@given(data=st.binary(max_size=300))
def test_garbage_is_nothing_or_unclear(data: bytes) -> None:
    with contextlib.suppress(KnownError):
        for hint in hints.read([data]):
            assert hint is None or isinstance(hint.seq, int)


@pytest.mark.parametrize("said", [b"data: {}\n", b"data: nonsense\n", b'data: {"space":"\xff","seq":1}\n'])
def test_what_is_no_hint_is_unclear(said: bytes) -> None:
    with pytest.raises(KnownError, match=r"hub\.answer_unclear"):
        list(hints.read([said]))


def test_a_line_without_an_end_is_cut_off() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 100

    with pytest.raises(KnownError, match=r"hub\.answer_unclear"):
        list(hints.read(endless()))


class TestConversation:
    """What a client asks and makes of the beginning of the answer."""

    def test_it_shows_a_fresh_token_and_gives_what_comes(self) -> None:
        hub, asked = Hub(), []

        @contextmanager
        def stream(request: Request) -> Iterator[Incoming]:
            asked.append(request)
            yield incoming(Response(200, EVENTS), [SAID])

        one = client(hub)
        assert list(one.listen(stream)) == HEARD
        assert list(one.listen(stream)) == HEARD
        assert [(one.method, one.path, one.headers["authorization"]) for one in asked] == [
            ("GET", "/v1/events", "Bearer 1"),
            ("GET", "/v1/events", "Bearer 2"),
        ]

    @pytest.mark.parametrize(
        ("response", "code"),
        [
            (refusal(401, "token"), "hub.access_denied"),
            (refusal(503, "unavailable"), "hub.busy"),
            (refusal(404, "not_found"), "hub.trouble"),
            (Response(200, {"content-type": "text/html"}), "hub.not_a_hub"),
            (Response(200), "hub.not_a_hub"),
        ],
    )
    def test_an_answer_that_is_no_stream_has_its_words(self, response: Response, code: str) -> None:
        @contextmanager
        def stream(_request: Request) -> Iterator[Incoming]:
            yield incoming(response, [SAID])

        with pytest.raises(KnownError) as told:
            list(client(Hub()).listen(stream))
        assert told.value.code == code


def incoming(response: Response, parts: Iterable[bytes]) -> Incoming:
    return Incoming(response, parts, lambda: None)


class TestHttp:
    """The real seam against servers that misbehave, on this computer."""

    def test_parts_come_as_they_are_said(self) -> None:
        with saying(BEGUN, SAID[:20], SAID[20:]) as address, streaming(address) as one:
            assert (one.response.status, one.response.headers["content-type"]) == (200, "text/event-stream")
            heard = hints.read(one.parts)
            assert [next(heard), next(heard)] == HEARD

    def test_a_refusal_comes_whole(self) -> None:
        said = (
            b'HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{"code":"token"}'
        )
        with saying(said) as address, streaming(address) as one:
            assert (one.response.status, one.response.body, list(one.parts)) == (401, b'{"code":"token"}', [])

    def test_silence_without_a_sign_of_life_ends_it(self) -> None:
        with (
            saying(BEGUN, SAID) as address,
            streaming(address, quiet=0.2) as one,
            pytest.raises(KnownError, match=r"hub\.slow"),
        ):
            list(one.parts)

    def test_nobody_there(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as closed:
            address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        with pytest.raises(KnownError, match=r"hub\.unreachable"), streaming(address):
            pass

    def test_a_line_that_breaks_off(self) -> None:
        said = BEGUN.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n") + b"5\r\n"
        with (
            saying(said, leave=True) as address,
            streaming(address) as one,
            pytest.raises(KnownError, match=r"hub\.unreachable"),
        ):
            list(one.parts)

    def test_somebody_else_hangs_up_while_it_waits(self) -> None:
        with saying(BEGUN, SAID) as address, streaming(address) as one:
            parts = iter(one.parts)
            assert next(parts)
            helper = threading.Thread(target=one.hang_up)
            helper.start()
            rest: list[bytes] = []
            with contextlib.suppress(KnownError):
                rest.extend(parts)
            helper.join()
            one.hang_up()
        one.hang_up()

        assert b"".join(rest) in SAID


@contextmanager
def streaming(address: str, quiet: float = 20) -> Iterator[Incoming]:
    send = http_send(address)
    try:
        with send.stream(Request("GET", "/v1/events"), quiet) as one:
            yield one
    finally:
        send.close()


@contextmanager
def saying(*parts: bytes, leave: bool = False) -> Iterator[str]:
    """A server that says these parts to one visitor and then is silent until the visitor leaves, or leaves itself."""

    def serve() -> None:
        visitor, _ = listener.accept()
        with visitor, contextlib.suppress(OSError):
            visitor.recv(65536)
            for part in parts:
                visitor.sendall(part)
            while not leave and visitor.recv(65536):
                pass

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join()
