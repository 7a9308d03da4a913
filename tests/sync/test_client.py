"""The device's side of the conversation: everything a network can do ends in words a person understands."""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.sync import proving, wire
from gpconnect.sync.client import MAX_ANSWER, HubClient, Request, Response, http_send, next_delay

SPACE = "team/noord"
HUB_KEY = Ed25519PrivateKey.generate()
PUBLIC = HUB_KEY.public_key().public_bytes_raw()


@dataclass
class Pen:
    """A device that signs."""

    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def sign_key(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    @property
    def device(self) -> str:
        return wire.device_id(self.sign_key)

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message)


def message(value: wire.Struct) -> Response:
    return Response(200, {"content-type": wire.MEDIA_TYPE}, msgspec.msgpack.encode(value))


def refusal(status: int, code: str = "") -> Response:
    return Response(status, {"content-type": "application/json"}, json.dumps({"code": code}).encode())


def proof(key: Ed25519PrivateKey = HUB_KEY, space: str = SPACE) -> wire.HeadProof:
    return wire.HeadProof(b"i", 1, b"h", key.sign(wire.head_message(space, b"i", 1, b"h")))


PARCEL = msgspec.msgpack.encode(
    wire.Envelope(
        msgspec.msgpack.encode(wire.Payload(wire.Header(1, 1, SPACE, b"", "", b"", 1, b"", 0, b""), b"")), b""
    )
)
OK = wire.PushAnswer("ok", 1, b"h", proof=proof())
FINAL = wire.PushAnswer("refused", 1, code="made_up")
"""A refusal for good that the hub did not sign."""
PULLED = wire.PullAnswer(proof(), (), (), 0, more=False)


@dataclass
class Hub:
    """A hub that answers as told, and honours its latest token only."""

    parcels: Response = field(default_factory=lambda: message(OK))
    health: Response = field(default_factory=lambda: message(wire.Health("ok", 1, b"i", PUBLIC)))
    registered: Response = field(default_factory=lambda: Response(204))
    tokens: int = 0
    honours: Callable[[int], bool] = lambda number: number > 0
    asked: list[Request] = field(default_factory=list)

    def __call__(self, request: Request) -> Response:
        self.asked.append(request)
        match request.path:
            case "/v1/health":
                return self.health
            case "/v1/devices":
                return self.registered
            case "/v1/challenges":
                return message(proving.Challenge(b"sign me"))
            case "/v1/tokens":
                self.tokens += 1
                return message(proving.Token(str(self.tokens), 600))
        return self.parcels if self.honours(int(request.headers["authorization"][7:])) else refusal(401, "token")


def client(hub: Hub) -> HubClient:
    return HubClient(hub, Pen(), PUBLIC)


def test_registering_signs_the_name_of_the_device() -> None:
    hub, pen = Hub(), Pen()
    HubClient(hub, pen).register()
    sent = wire.decode(hub.asked[0].body, proving.Register)

    assert (sent.device, sent.sign_key) == (pen.device, pen.sign_key)
    assert wire.verify(pen.sign_key, sent.signature, proving.register_message(pen.device))


def test_a_push_signs_a_challenge_once_and_keeps_the_token() -> None:
    hub = Hub()
    conversation = client(hub)

    assert conversation.push(wire.Push(PARCEL)) == OK
    assert conversation.push(wire.Push(PARCEL)) == OK
    assert hub.tokens == 1


def test_a_pull_says_where_it_was() -> None:
    hub = Hub(message(PULLED))

    assert client(hub).pull(SPACE, 7, 3, 50) == PULLED
    assert hub.asked[-1].query == (("space", SPACE), ("cursor", "7"), ("keys", "3"), ("limit", "50"))


def test_a_token_that_ended_is_renewed_once() -> None:
    hub = Hub(honours=lambda number: number > 1)

    assert client(hub).push(wire.Push(PARCEL)) == OK
    assert hub.tokens == 2


def test_a_hub_that_honours_no_token_is_not_asked_for_ever() -> None:
    hub = Hub(honours=lambda number: number < 0)
    with pytest.raises(KnownError, match=r"hub\.access_denied"):
        client(hub).push(wire.Push(PARCEL))

    assert hub.tokens == 2


def test_the_first_hub_is_trusted_and_then_pinned() -> None:
    hub = Hub()
    conversation = HubClient(hub, Pen())
    conversation.push(wire.Push(PARCEL))
    assert conversation.hub_key == conversation.health().sign_key == PUBLIC
    hub.health = message(wire.Health("ok", 1, b"i", b"another"))

    with pytest.raises(KnownError, match=r"hub\.other_key"):
        conversation.health()


def test_a_hub_of_a_later_protocol_is_said() -> None:
    with pytest.raises(KnownError, match=r"hub\.newer_version"):
        client(Hub(health=message(wire.Health("ok", 2, b"i", PUBLIC)))).health()


@pytest.mark.parametrize("bad", [proof(Ed25519PrivateKey.generate()), proof(space="team/zuid")])
def test_what_the_hub_did_not_sign_does_not_count(bad: wire.HeadProof) -> None:
    pulled = wire.PullAnswer(bad, (), (), 0, more=False)
    with pytest.raises(KnownError, match=r"hub\.proof"):
        client(Hub(message(pulled))).pull(SPACE)
    for answer in (
        wire.PushAnswer("ok", 1, proof=bad),
        wire.PushAnswer("ok", 1),
        wire.PushAnswer("duplicate", 1),
        FINAL,
    ):
        with pytest.raises(KnownError, match=r"hub\.proof"):
            client(Hub(message(answer))).push(wire.Push(PARCEL))


def test_a_refusal_is_an_answer_and_needs_no_proof() -> None:
    answer = wire.PushAnswer("refused", code="not_member")

    assert client(Hub(message(answer))).push(wire.Push(PARCEL)) == answer


HTML = {"content-type": "text/html; charset=utf-8"}
JSON = {"content-type": "application/json"}
PACK = {"content-type": wire.MEDIA_TYPE}


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Response(200, HTML, b"<html>Sign in to the Wi-Fi</html>"), "hub.not_a_hub"),
        (Response(302, {"location": "https://portal"}), "hub.not_a_hub"),
        (Response(404, HTML), "hub.not_a_hub"),
        (Response(502, HTML), "hub.unreachable"),
        (Response(503, HTML), "hub.busy"),
        (refusal(503, "unavailable"), "hub.busy"),
        (refusal(413, "too_large"), "hub.too_large"),
        (refusal(403, "not_member"), "hub.not_member"),
        (refusal(403, "device_unknown"), "hub.device_unknown"),
        (refusal(403, "signature"), "hub.access_denied"),
        (refusal(500, "internal"), "hub.trouble"),
        (refusal(400, "malformed"), "hub.trouble"),
        (Response(403, JSON, b"{"), "hub.answer_unclear"),
        (Response(403, JSON, b'{"code": "\xff"}'), "hub.answer_unclear"),
        (Response(200, PACK, b"\x91"), "hub.answer_unclear"),
        (Response(200, PACK, b"\x96\xa1\xff"), "hub.answer_unclear"),
        (Response(200, PACK, bytes(MAX_ANSWER + 1)), "hub.answer_too_large"),
    ],
)
def test_every_odd_answer_has_its_words(answer: Response, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        client(Hub(answer)).push(wire.Push(PARCEL))

    assert caught.value.code == code


def test_registering_may_be_refused() -> None:
    with pytest.raises(KnownError, match=r"hub\.access_denied"):
        client(Hub(registered=refusal(403, "signature"))).register()


@given(body=st.binary(max_size=100))
def test_garbage_in_an_answer_is_unclear_or_an_unproven_claim(body: bytes) -> None:
    hub = Hub(Response(200, PACK, body))
    with pytest.raises(KnownError, match=r"hub\.(answer_unclear|proof)"):
        client(hub).pull(SPACE)


@given(failures=st.integers(0, 10_000), jitter=st.floats(0, 1))
def test_waiting_grows_to_ten_minutes_and_never_further(failures: int, jitter: float) -> None:
    delay = next_delay(failures, jitter)

    assert 0.5 <= delay <= 600
    assert next_delay(failures + 1, jitter) >= delay


def test_waiting_doubles() -> None:
    assert [next_delay(failures, 1.0) for failures in (1, 2, 3, 10, 11)] == [1, 2, 4, 512, 600]
    assert next_delay(1, 0.0) == 0.5


def test_secrets_do_not_show_in_what_is_printed() -> None:
    request = Request("POST", "/", (), {"authorization": "Bearer secret"}, b"secret")

    assert "secret" not in repr(request) + repr(Response(200, {}, b"secret"))


class TestHttp:
    """The real seam against servers that misbehave, on this computer."""

    @pytest.mark.parametrize(
        "address",
        [
            "",
            "hub",
            "http://hub.example",
            "ftp://127.0.0.1:1",
            "https://",
            "http://127.0.0.1",
            "https://[",
            "http://localhost:x",
        ],
    )
    def test_only_https_or_this_computer(self, address: str) -> None:
        with pytest.raises(KnownError, match=r"hub\.address"):
            http_send(address)

    def test_an_answer_comes_with_status_headers_and_body(self) -> None:
        with answering(b"HTTP/1.1 200 OK\r\nContent-Type: x/y\r\nContent-Length: 2\r\n\r\nhi") as address:
            response = ask(address)

        assert (response.status, response.headers["content-type"], response.body) == (200, "x/y", b"hi")

    def test_a_redirect_is_not_followed(self) -> None:
        with answering(b"HTTP/1.1 302 Found\r\nLocation: http://elsewhere/\r\nContent-Length: 0\r\n\r\n") as address:
            assert ask(address).status == 302

    def test_nobody_there(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as closed:
            address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        with pytest.raises(KnownError, match=r"hub\.unreachable"):
            ask(address)

    @pytest.mark.parametrize(
        "spoken", [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"]
    )
    def test_a_conversation_that_breaks_off(self, spoken: bytes) -> None:
        with answering(spoken) as address, pytest.raises(KnownError, match=r"hub\.unreachable"):
            ask(address)

    def test_silence_is_slow(self) -> None:
        with answering(None) as address, pytest.raises(KnownError, match=r"hub\.slow"):
            ask(address, seconds=0.1)

    def test_a_byte_at_a_time_is_slow(self) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"
        with answering(head, drip=True) as address, pytest.raises(KnownError, match=r"hub\.slow"):
            ask(address, seconds=0.2)

    def test_an_endless_answer_is_cut_off(self) -> None:
        head = b"HTTP/1.1 200 OK\r\n\r\n" + bytes(MAX_ANSWER + 1)
        with answering(head) as address, pytest.raises(KnownError, match=r"hub\.answer_too_large"):
            ask(address)

    def test_a_certificate_that_nobody_vouches_for(self, tmp_path: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self_signed(tmp_path))
        with answering(b"", context) as address, pytest.raises(KnownError, match=r"hub\.certificate"):
            ask(address)


def ask(address: str, seconds: float = 10) -> Response:
    send = http_send(address, seconds)
    try:
        return send(Request("GET", "/v1/health", (("a", "b"),)))
    finally:
        send.close()


@contextmanager
def answering(spoken: bytes | None, tls: ssl.SSLContext | None = None, *, drip: bool = False) -> Iterator[str]:
    """A server that says `spoken` to one visitor and hangs up; None says nothing until the visitor leaves."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_serve_one, args=(listener, spoken, tls, drip))
        thread.start()
        scheme = "https" if tls else "http"
        yield f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"
        thread.join()


def _serve_one(listener: socket.socket, spoken: bytes | None, tls: ssl.SSLContext | None, drip: bool) -> None:  # noqa: FBT001  # handed over by Thread, which knows positions
    visitor, _ = listener.accept()
    with visitor:
        try:
            if tls:
                visitor = tls.wrap_socket(visitor, server_side=True)
            visitor.recv(65536)
            if spoken is None:
                visitor.recv(1)
                return
            visitor.sendall(spoken)
            left = threading.Event()
            while drip and not left.wait(0.02):
                visitor.sendall(b".")
        except OSError:
            return  # the visitor left, which is what some of these tests are about


def self_signed(folder: Path) -> Path:
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hub.example")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
    path = folder / "hub.pem"
    unprotected = serialization.NoEncryption()
    formats = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    path.write_bytes(
        builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(*formats, unprotected)
    )
    return path
