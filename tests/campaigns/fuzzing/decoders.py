"""Everything that reads bytes or files that somebody else may have made, with samples that are right."""

import atexit
import shutil
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import strategies as st

from gpconnect.domain.codes import parse_codes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import parse_form
from gpconnect.domain.sharing import parse_sharing
from gpconnect.exchange import closed_days
from gpconnect.services import pilot_end
from gpconnect.services.resources import RESOURCES
from gpconnect.storage import archive, paper_keys, slot_file, slots
from gpconnect.storage.slot_file import Cost
from gpconnect.sync import proving, wire
from gpconnect.sync.chain import Chains, Link
from gpconnect.sync.claims import Holders
from gpconnect.sync.client import HubClient, Request, Response
from gpconnect.sync.contents import SECTION, pad
from gpconnect.sync.entries import as_member
from gpconnect.sync.keys import DeviceKeys, DossierKey, SpaceKeys
from gpconnect.sync.membership import Membership
from gpconnect.sync.opening import follow_membership
from gpconnect.sync.refusals import RefusedError
from gpconnect.sync.wraps import open_wrapped_key, wrap_dossier_key
from tests.campaigns.fuzzing.mangling import mangled, other_values, packed_otherwise
from tests.sync.people import TEAM, operation, small_space
from tests.sync.test_evil import crafted, group_of, one_operation, resigned, with_groups

REFUSALS = (KnownError, RefusedError, msgspec.DecodeError)
"""What a decoder may say: a sentence for a person, a reason for an item on *Delen*, or that these bytes are not it."""
encode = msgspec.msgpack.encode
HUB = DeviceKeys.generate()
PASSPHRASE = "een lange wachtzin"


@dataclass(frozen=True, slots=True)
class Decoder:
    """Reads one kind of thing.

    Attributes:
        inputs: what it is given; bytes, or plain values for what comes out of TOML.
        read: reads it.
    """

    name: str
    inputs: st.SearchStrategy[Any]
    read: Callable[[Any], object]


def _both(*samples: bytes) -> st.SearchStrategy[bytes]:
    return mangled(samples) | packed_otherwise(samples)


def _parcels() -> list[Decoder]:
    (founder, member), _ = small_space({"b": "member"})
    sealed = founder.pack(operation(dossier="a"), operation())
    epoch = founder.space_keys.epoch
    assert epoch is not None
    member.space_keys = founder.space_keys  # as if the dossier's key had come as well

    def inside(groups: bytes) -> object:
        return founder.open(crafted(founder, lambda _: SECTION + epoch.key_id + pad(groups)), 2)

    def section(plain: bytes) -> object:
        return founder.open(crafted(founder, lambda _: plain), 2)

    def operations(plain: bytes) -> object:
        return founder.open(with_groups(founder, group_of(plain, count=1)), 2)

    def header(changed: bytes) -> object:
        made = wire.decode(changed, wire.Header)
        fields = {name: getattr(made, name) for name in made.__struct_fields__}
        return founder.open(resigned(sealed.envelope, founder.keys, **fields), 2)

    _, payload = wire.decode_envelope(sealed.envelope)
    groups = encode([group_of(one_operation())])
    return [
        Decoder("parcel", _both(sealed.envelope), lambda data: member.open(data, 2)),
        Decoder("parcel: header", packed_otherwise([encode(payload.header)]), header),
        Decoder("parcel: what is sealed", mangled([SECTION + epoch.key_id + pad(groups)]), section),
        Decoder("parcel: groups", _both(groups), inside),
        Decoder("parcel: operations", _both(one_operation(), one_operation(seen=[bytes(16)])), operations),
    ]


def _members() -> list[Decoder]:
    (founder, member), _ = small_space({"b": "member"})
    newcomer = as_member(DeviceKeys.generate(), "c", "youth_worker", "member")
    founding = wire.decode_envelope(small_space({})[1][0])[1].header.entry
    entry = encode(wire.Entry(add=(newcomer,), remove=(wire.Removal(member.device, b"12345678", 3),)))
    sealed = founder.pack()
    epoch = founder.space_keys.epoch
    assert epoch is not None
    wrapped = encode(wrap_dossier_key(DossierKey.generate("d"), TEAM, epoch, founder.keys))

    def apply(data: bytes) -> object:
        made = wire.decode(data, wire.Entry)
        return follow_membership(resigned(sealed.envelope, founder.keys, entry=made), 2, founder.membership)

    def unwrap(data: bytes) -> object:
        made = wire.decode(data, wire.WrappedKey)
        message = wire.wrap_message(made.space, made.epoch, made.id, made.sealed)
        signed = msgspec.structs.replace(made, signature=founder.keys.sign(message))
        return open_wrapped_key(signed, founder.space_keys, lambda _: founder.membership.member(founder.device))

    return [
        Decoder("entry", packed_otherwise([entry, encode(founding)]) | mangled([entry]), apply),
        Decoder("wrapped key", _both(wrapped), unwrap),
        Decoder("membership", _both(founder.membership.to_bytes()), Membership.from_bytes),
        Decoder("keys of a space", _both(founder.space_keys.to_bytes()), SpaceKeys.from_bytes),
        Decoder("chains", _both(Chains({("d", b"12345678"): Link(1, bytes(32))}).to_bytes()), Chains.from_bytes),
        Decoder("holders of claims", _both(Holders({b"a": b"b"}).to_bytes()), Holders.from_bytes),
    ]


def _answers() -> list[Decoder]:
    proof = wire.HeadProof(b"life", 1, bytes(32), HUB.sign(wire.head_message(TEAM, b"life", 1, bytes(32))))
    item = wire.Item(1, bytes(32), b"envelope", (True,), "", "2026-11-24T09:00:00+00:00")
    pulled = encode(wire.PullAnswer(proof, (item,), (), 0, more=False))
    pushed = encode(wire.PushAnswer("ok", 1, bytes(32), (), proof=proof))
    batch = encode(wire.PushAnswers((wire.PushAnswer("ok", 1, bytes(32), (), proof=proof),) * 2))
    health = encode(wire.Health("ok", 1, b"life", HUB.sign_key))
    token, challenge = encode(proving.Token("t", 600)), encode(proving.Challenge(b"c"))
    (founder,), order = small_space({})

    def ask(path: str, use: Callable[[HubClient], object]) -> Callable[[bytes], object]:
        usual = {"/v1/tokens": token, "/v1/challenges": challenge, "/v1/parcels": pulled}

        def read(body: bytes) -> object:
            def send(request: Request) -> Response:
                content = body if request.path == path else usual[request.path]
                return Response(200, {"content-type": wire.MEDIA_TYPE}, content)

            return use(HubClient(send, founder.keys, HUB.sign_key))

        return read

    push = ask("/v1/parcels", lambda client: client.push(wire.Push(order[0])))
    two = (wire.Push(order[0]), wire.Push(order[0]))
    return [
        Decoder("answer to a pull", _both(pulled), ask("/v1/parcels", lambda client: client.pull(TEAM))),
        Decoder("answer to a push", _both(pushed), push),
        Decoder("answers to a batch", _both(batch), ask("/v1/batches", lambda client: client.push_all(two))),
        Decoder("health", _both(health), ask("/v1/health", lambda client: client.health())),
        Decoder("token", _both(token), ask("/v1/tokens", lambda client: client.pull(TEAM))),
        Decoder("challenge", _both(challenge), ask("/v1/challenges", lambda client: client.pull(TEAM))),
    ]


LIST = msgspec.json.encode(
    pilot_end.Contents(
        datetime(2026, 11, 24, 9, tzinfo=UTC),
        "Sanne",
        "Buurtzorg Jong",
        [pilot_end.Listed("dossier-0001", "p", "Noor", {"note": 1}, {"dossier.json": "00"})],
        0,
    )
)


@cache
def _folder() -> Path:
    made = Path(tempfile.mkdtemp(prefix="gpconnect-fuzz-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def _in_file(name: str, read: Callable[[Path], object]) -> Callable[[bytes], object]:
    def work(data: bytes) -> object:
        path = _folder() / name
        path.write_bytes(data)
        return read(path)

    return work


def _files() -> list[Decoder]:
    slots.create_profile(_folder() / "profile", PASSPHRASE, cost=Cost(8, 1, 1))
    kept = (_folder() / "profile" / "slots.json").read_bytes()
    code = paper_keys.new_code(paper_keys.EMPLOYER_BYTES)
    public = paper_keys.public_text(code, "Buurtzorg Jong", date(2026, 11, 24))
    export = _export()
    typed = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ -\nIOL€", max_size=80) | mangled([code.encode()]).map(
        lambda data: data.decode("utf-8", "replace")
    )
    return [
        Decoder("slots file", mangled([kept]), _in_file("slots.json", slot_file.read)),
        Decoder("paper code", typed, paper_keys.secret_of),
        Decoder("employer's paper code", typed, lambda text: paper_keys.secret_of(text, paper_keys.EMPLOYER_BYTES)),
        Decoder("employer's public file", mangled([public]), paper_keys.read_public),
        Decoder("export", mangled([export]), _in_file("export", lambda path: list(archive.read(path, PASSPHRASE)))),
        Decoder("list in an export", mangled([LIST]), pilot_end._contents),
    ]


def _export() -> bytes:
    path = _folder() / "whole"
    writer = archive.Writer(path, PASSPHRASE, cost=Cost(8, 1, 1))
    writer.add("dossier-0001/dossier.json", b'{"records": {}}')
    writer.add("inhoud.json", b"{}")
    writer.close()
    writer.finish()
    return path.read_bytes()


def _resources() -> list[Decoder]:
    forms = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((RESOURCES / "forms").glob("*/*.toml"))]
    sharing = tomllib.loads((RESOURCES / "sharing.toml").read_text(encoding="utf-8"))
    codes = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((RESOURCES / "codes").glob("*.toml"))]
    return [
        Decoder("form", _tables(forms), lambda data: parse_form(data, "form.toml")),
        Decoder("sharing.toml", _tables([sharing]), lambda data: parse_sharing(data, "sharing.toml")),
        Decoder("code list", _tables(codes), lambda data: parse_codes(data, "reasons", "codes.toml")),
    ]


def _tables(samples: list[dict[str, Any]]) -> st.SearchStrategy[Any]:
    """What TOML can be outside: always a table."""
    return other_values(samples).filter(
        lambda made: isinstance(made, dict) and all(isinstance(key, str) for key in made)
    )


CALENDAR = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:kerst\r
SEQUENCE:1\r
SUMMARY:Kerstvakantie\r
DTSTART;VALUE=DATE:20261219\r
DTEND;VALUE=DATE:20270104\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=12\r
EXDATE;VALUE=DATE:20271219,20281219\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:kerst\r
RECURRENCE-ID;VALUE=DATE:20281219\r
DTSTART;TZID=Europe/Amsterdam:20281220T000000\r
DURATION:P3D\r
END:VEVENT\r
END:VCALENDAR\r
"""
RULE_PARTS = (
    "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=SECONDLY", "FREQ", "=", "INTERVAL=0",
    "INTERVAL=99", "COUNT=99999999", "UNTIL=99991231", "UNTIL=x", "BYMONTH=2", "BYMONTHDAY=30", "BYMONTHDAY=-1",
    "BYDAY=MO", "BYDAY=-1SU", "BYDAY=53MO", "BYSETPOS=5", "BYYEARDAY=366", "WKST=XX", "RSCALE=HEBREW",
)  # fmt: skip


def _calendars() -> list[Decoder]:
    def read(data: bytes) -> object:
        return closed_days.read(data, date(2026, 11, 24), date(2029, 11, 24))

    old = b"FREQ=YEARLY;INTERVAL=1;BYMONTH=12"
    rules = st.lists(st.sampled_from(RULE_PARTS), max_size=5).map(";".join)
    ruled = rules.map(lambda rule: CALENDAR.replace(old, rule.encode()))
    return [Decoder("calendar", mangled([CALENDAR]), read), Decoder("rule in a calendar", ruled, read)]


def every() -> list[Decoder]:
    """All of them."""
    return [*_parcels(), *_members(), *_answers(), *_files(), *_resources(), *_calendars()]
