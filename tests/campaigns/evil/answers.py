"""Lies in the answers themselves: what comes back is no answer, not this hub's, or no end of it."""

import gzip
import socket
import threading
from collections.abc import Callable

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gpconnect.services.space_rounds import MOST_IDLE
from gpconnect.sync import proving, wire
from gpconnect.sync.client import MAX_ANSWER, Request, Response, http_send
from tests.campaigns.evil.attacks import (
    MSGPACK,
    Attack,
    encode,
    in_place_of,
    is_pull,
    on_pull,
    on_push,
    ordered,
    replaced,
)
from tests.campaigns.evil.scene import TEAM_SPACE, Scene, head_of
from tests.services.conftest import PRACTICE

HTML = Response(200, {"content-type": "text/html"}, b"<html><title>Welkom op het wifi van het station</title></html>")
JSON = {"content-type": "application/json"}


def _pull(answer: Response) -> Callable[[Scene], None]:
    def install(scene: Scene) -> None:
        scene.wire.between = lambda request, honest: answer if is_pull(request, TEAM_SPACE) else honest

    return install


def _all(scene: Scene, answer: Response) -> None:
    scene.wire.between = lambda _request, _honest: answer


def _changed(**changes: object) -> Callable[[Scene], None]:
    return lambda scene: on_pull(scene, lambda answer: replaced(answer, **changes))


def _other_type(scene: Scene) -> None:
    scene.wire.between = lambda request, honest: (
        Response(honest.status, {"content-type": "application/octet-stream"}, honest.body)
        if is_pull(request, TEAM_SPACE)
        else honest
    )


def _other_key(scene: Scene) -> None:
    """Another hub, that says everything as ours does, under its own name."""
    key = Ed25519PrivateKey.generate()

    def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
        proof = answer.proof
        signature = key.sign(wire.head_message(TEAM_SPACE, proof.incarnation, proof.seq, proof.head))
        return replaced(answer, proof=msgspec.structs.replace(proof, signature=signature))

    on_pull(scene, lie)


def _other_health(scene: Scene) -> None:
    """The hub's word about itself, at a first meeting: a key that none of its proofs was made with."""
    key = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    scene.line("joris").hub_key = None
    health = wire.Health("ok", wire.PROTOCOL, bytes(16), key)
    in_place_of(scene, "/v1/health", Response(200, MSGPACK, encode(health)))


def _other_protocol(scene: Scene) -> None:
    scene.line("joris").hub_key = None
    health = wire.Health("ok", wire.PROTOCOL + 1, bytes(16), scene.identity.public_key)
    in_place_of(scene, "/v1/health", Response(200, MSGPACK, encode(health)))


def _other_space(scene: Scene) -> None:
    """What was asked of the team is answered with the hub's true word about the practice."""
    proof = scene.identity.prove(PRACTICE, 2, bytes(32))
    on_pull(scene, lambda answer: replaced(answer, proof=proof))


def _head(scene: Scene) -> None:
    def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
        return replaced(answer, proof=scene.identity.prove(TEAM_SPACE, answer.proof.seq, b"x" * 32))

    on_pull(scene, lie)


def _rolled_back(scene: Scene) -> None:
    on_pull(scene, lambda answer: replaced(answer, items=(), proof=scene.identity.prove(TEAM_SPACE, 1, bytes(32))))


def _incarnation(scene: Scene) -> None:
    """The hub says that it came back from a backup; it did not."""

    def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
        proof, life = answer.proof, b"another life 000"
        message = wire.head_message(TEAM_SPACE, life, proof.seq, proof.head)
        return replaced(
            answer, proof=wire.HeadProof(life, proof.seq, proof.head, scene.identity.sign_key.sign(message))
        )

    on_pull(scene, lie)


def _more_for_ever(scene: Scene) -> None:
    """There is always more to come, and nothing comes."""
    on_pull(scene, lambda answer: replaced(answer, more=True))


def _keys_for_ever(scene: Scene) -> None:
    """There is always more to come, and it is always a key."""
    count = [10]

    def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
        count[0] += 1
        key = wire.WrappedKey(count[0].to_bytes(16, "big"), TEAM_SPACE, bytes(16), "0" * 32, b"s", b"s")
        return replaced(answer, keys=(key,), key_cursor=count[0], more=True)

    on_pull(scene, lie)


def _refusals_for_ever(scene: Scene) -> None:
    """There is always one place more, and the hub says that it was refused; nobody ever sent it."""

    def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
        proof, items = ordered(scene, [_refusal(wire.parcel_hash(answer.proof.head))])
        return replaced(answer, proof=_further(scene, proof), items=items, more=True)

    on_pull(scene, lie)


def _repeats_for_ever(scene: Scene) -> None:
    """There is always one place more, and it is always the first parcel of Sanne that Joris has not read."""
    first: list[wire.Item] = []

    def lie(answer: wire.PullAnswer) -> wire.PullAnswer:
        first.extend(answer.items[:1])
        proof, items = ordered(scene, first[:1])
        return replaced(answer, proof=_further(scene, proof), items=items, more=True)

    on_pull(scene, lie)


def _further(scene: Scene, proof: wire.HeadProof) -> wire.HeadProof:
    """The hub's word that its order goes on beyond this place."""
    return scene.identity.prove(TEAM_SPACE, proof.seq + 1, bytes(32))


def _refusal(digest: bytes, code: str = "bad_key") -> wire.Item:
    return wire.Item(0, digest, b"", (), code, "2026-11-24T09:00:00+00:00")


def _stale_for_nothing(scene: Scene) -> None:
    """Whatever Joris sends, the hub refuses it because the space has moved on; it has not."""
    scene.round("sanne")
    taken: list[wire.Item] = []

    def between(request: Request, honest: Response) -> Response:
        if (request.method, request.path) == ("POST", "/v1/parcels"):
            push = msgspec.msgpack.decode(request.body, type=wire.Push)
            proof, taken[:] = ordered(scene, [_refusal(wire.parcel_hash(push.envelope), "stale_epoch")])
            refused = wire.PushAnswer("refused", proof.seq, proof.head, code="stale_epoch", proof=proof)
            return Response(200, MSGPACK, encode(refused))
        if is_pull(request, TEAM_SPACE) and taken:
            proof = scene.identity.prove(TEAM_SPACE, *_after(scene, taken[0]))
            return Response(200, MSGPACK, encode(wire.PullAnswer(proof, tuple(taken), (), 0, more=False)))
        return honest

    scene.wire.between = between


def _after(scene: Scene, item: wire.Item) -> tuple[int, bytes]:
    _, head = head_of(scene, "joris", TEAM_SPACE)
    return item.seq, wire.next_head(head, item.seq, item.parcel_hash, item.code)


def _old_challenge(scene: Scene) -> None:
    """A challenge of another hub, to have it signed here and used there."""
    scene.line("joris")
    in_place_of(scene, "/v1/challenges", Response(200, MSGPACK, encode(proving.Challenge(b"c" * 72))))


def _others_token(scene: Scene) -> None:
    """Joris' requests arrive under Sanne's name: the hub gives him what is hers to read, and takes nothing."""
    scene.round("sanne")
    honest, tokens = scene.wire.send, {"sanne": scene.line("sanne")._token}

    def send(request: Request) -> Response:
        if request.path != "/v1/parcels" or request.method != "POST":
            return honest(request)
        headers = {**request.headers, "authorization": f"Bearer {tokens['sanne']}"}
        return honest(Request(request.method, request.path, request.query, headers, request.body))

    scene.wire.send = send


def _refused(**changes: object) -> Callable[[Scene], None]:
    made = msgspec.structs.replace(wire.PushAnswer("refused", code="because"), **changes)

    def install(scene: Scene) -> None:
        def between(request: Request, honest: Response) -> Response:
            if (request.method, request.path) != ("POST", "/v1/parcels"):
                return honest
            return Response(200, MSGPACK, encode(made))

        scene.wire.between = between

    return install


def _unproved(scene: Scene) -> None:
    on_push(scene, lambda answer: msgspec.structs.replace(answer, proof=None))


def _slow(scene: Scene) -> None:
    """A server that gives a byte now and then, for ever; the real client, with less patience than usual."""
    listener = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def drip() -> None:
        near, _ = listener.accept()
        with near, listener:
            near.recv(65536)
            near.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: application/msgpack\r\ncontent-length: 100000\r\n\r\n")
            while not stop.wait(0.02):
                try:
                    near.sendall(b"\x91")
                except OSError:
                    return

    threading.Thread(target=drip, daemon=True).start()
    slow = http_send(f"http://127.0.0.1:{listener.getsockname()[1]}", 0.3)
    honest = scene.wire.send

    def send(request: Request) -> Response:
        if scene.wire.between is None:
            return honest(request)
        try:
            return slow(request)
        finally:
            stop.set()
            slow.close()

    scene.wire.send, scene.wire.between = send, lambda _, answer: answer


ATTACKS = (
    Attack("sign-in page of a network", _pull(HTML), "hub.not_a_hub"),
    Attack("sign-in page for everything", lambda scene: _all(scene, HTML), "hub.not_a_hub"),
    Attack("redirect to elsewhere", _pull(Response(302, {"location": "https://elders.example"}, b"")), "hub.not_a_hub"),
    Attack("redirect that speaks JSON", _pull(Response(307, {**JSON, "location": "x"}, b"{}")), "hub.trouble"),
    Attack("true answer, other content type", _other_type, "hub.not_a_hub"),
    Attack("body cut off", _pull(Response(200, MSGPACK, b"\x95\xc4")), "hub.answer_unclear"),
    Attack(
        "body of another message", _pull(Response(200, MSGPACK, encode(proving.Token("t", 1)))), "hub.answer_unclear"
    ),
    Attack("body too large", _pull(Response(200, MSGPACK, bytes(MAX_ANSWER + 1))), "hub.answer_too_large"),
    Attack(
        "body that unpacks without end",
        _pull(Response(200, {**MSGPACK, "content-encoding": "gzip"}, gzip.compress(bytes(50_000_000)))),
        "hub.answer_unclear",
    ),
    Attack("body nested a million deep", _pull(Response(200, MSGPACK, b"\x91" * 1_000_000)), "hub.answer_unclear"),
    Attack("error that is no text", _pull(Response(500, JSON, b"\xff{")), "hub.answer_unclear"),
    Attack("error of a newer hub", _pull(Response(418, JSON, b'{"code": "teapot"}')), "hub.trouble"),
    Attack("answer byte by byte", _slow, "hub.slow"),
    Attack("another hub's signature", _other_key, "hub.proof"),
    Attack("another key at the first meeting", _other_health, "hub.proof"),
    Attack("another protocol version", _other_protocol, "hub.newer_version"),
    Attack("the hub's word about another space", _other_space, "hub.proof"),
    Attack("signed head that does not follow", _head, "hub.alarm:hub.split_view"),
    Attack("order shorter than it was", _rolled_back, "hub.alarm:hub.rolled_back"),
    Attack("another life of the hub, with the same order", _incarnation, ""),
    Attack("more for ever, and nothing comes", _more_for_ever, "hub.alarm:hub.endless"),
    Attack("more for ever, and keys come", _keys_for_ever, "hub.alarm:hub.endless waits:keys waits:keys"),
    Attack(
        "refusals for ever, of what nobody sent",
        _refusals_for_ever,
        f"hub.alarm:hub.endless{' kept:bad_key' * MOST_IDLE}",
        heals=False,
    ),
    Attack(
        "the same parcel for ever",
        _repeats_for_ever,
        f"hub.alarm:hub.endless{' kept:chain.repeated' * MOST_IDLE}",
        heals=False,
    ),
    Attack(
        "refused as if the space had moved on",
        _stale_for_nothing,
        "hub.alarm:hub.refused_for_nothing kept:stale_epoch",
        heals=False,
    ),
    Attack("key cursor far ahead", _changed(key_cursor=2**62), "hub.alarm:hub.keys"),
    Attack("challenge that is not ours", _old_challenge, "hub.access_denied"),
    Attack("parcel pushed under another's token", _others_token, "hub.refused:other_device"),
    Attack("refusal made up", _refused(), "hub.refused:because"),
    Attack("final refusal made up, unsigned", _refused(seq=9), "hub.proof"),
    Attack("acceptance without proof", _unproved, "hub.proof"),
    Attack("come back in minus five seconds", _refused(status="later", seconds=-5), "hub.later:1"),
    Attack("come back in a billion years", _refused(status="later", seconds=2**62), "hub.later:3600"),
    Attack("acceptance of what was never taken", _refused(status="ok", seq=9), "hub.proof"),
)
