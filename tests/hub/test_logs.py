"""What a hub writes down: typed lines of JSON, and nobody's name."""

import io
import json
import logging
from pathlib import Path

import httpx
import msgspec
import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.hub import logs
from gpconnect.sync import proving, wire
from tests.hub.parties import MSGPACK, TEAM, Desk, Laptop, epoch
from tests.hub.serving import bearer, serve

PLANTED = ("Fatima", "deVries", "slaapt-niet", "999900006")
"""An invented person, in every place where a visitor can put text."""


def typed(line: str) -> logs.Event:
    """A line as its class; a field that the class does not have is an error."""
    said = json.loads(line)
    assert said.pop("at").endswith("+00:00")
    assert said.pop("level") in {"INFO", "WARNING", "ERROR"}
    event: logs.Event = msgspec.convert(said, logs.Event)
    return event


def a_day(anna: Desk, bilal: Desk, url: str) -> None:
    """Everything that devices do, and a visitor who puts a name wherever text fits."""
    name = " ".join(PLANTED)
    for desk in (anna, bilal):
        desk.client.register()
    anna.found(bilal.laptop.member())
    anna.push(body=name.encode(), keys=(anna.laptop.wrap(),))
    anna.push(epoch=PLANTED[0].encode().ljust(16))
    bilal.client.pull(TEAM)
    bilal.client.forget(TEAM, (b"k" * 16,))
    anna.client.leave(b"b" * 16, 0, name.encode())
    bilal.client.collect(b"b" * 16)
    out = (wire.Removal(bilal.laptop.device, b"", 0),)
    anna.push(entry=wire.Entry(remove=out, epoch=epoch(b"n" * 16, (anna.laptop.member(),), b"previous")))
    with pytest.raises(KnownError):
        bilal.client.pull(TEAM)
    headers = {**bearer(url, anna.laptop), **MSGPACK}
    strange = msgspec.msgpack.encode(proving.Register(name, name.encode(), name.encode()))
    for method, path, more, body in (
        ("GET", f"/{PLANTED[0]}?{PLANTED[1]}={PLANTED[2]}", {}, b""),
        ("GET", f"/v1/parcels?space=team/{PLANTED[1]}&cursor={PLANTED[3]}x", {}, b""),
        ("GET", f"/v1/enrolments/{PLANTED[0]}", {}, b""),
        ("POST", "/v1/parcels", {"x-name": name, "user-agent": name}, name.encode()),
        ("POST", "/v1/parcels", {"authorization": f"Bearer {PLANTED[3]}"}, name.encode()),
        ("POST", "/v1/devices", {}, strange),
        ("POST", "/v1/devices", {"content-type": name}, b""),
        (PLANTED[1].upper(), "/v1/parcels", {}, b""),
    ):
        httpx.request(method, f"{url}{path}", headers={**headers, **more}, content=body, trust_env=False)


def test_a_day_leaves_typed_lines_without_a_name_or_an_address(tmp_path: Path) -> None:
    with serve(tmp_path / "hub") as served:
        anna, bilal = served.desk(Laptop()), served.desk(Laptop())
        a_day(anna, bilal, served.url)
        served.process.send_signal(2)
        served.process.wait(30)
    lines = [typed(line) for line in served.log]
    told = "".join(served.log)

    kinds = {type(line) for line in lines}
    assert {logs.Listening, logs.Registered, logs.Pushed, logs.Left, logs.Forgot} <= kinds
    assert not kinds & {logs.Trouble}
    for secret in PLANTED:
        assert secret.casefold() not in told.casefold()
    assert anna.laptop.device in told
    only_where_it_listens = [line for line in served.log if "127.0.0.1" in line]
    assert [type(typed(line)) for line in only_where_it_listens] == [logs.Listening]


def written(*records: tuple[int, str, tuple[object, ...], BaseException | None]) -> list[logs.Event]:
    """What becomes of lines by a library."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    for level, message, filled_in, error in records:
        trace = (type(error), error, None) if error else None
        handler.emit(logging.LogRecord("library", level, "", 0, message, filled_in, trace))
    return [typed(line) for line in stream.getvalue().splitlines()]


def test_of_a_library_only_the_fixed_part_and_the_kind_of_error_are_kept() -> None:
    name = " ".join(PLANTED)

    assert written(
        (logging.INFO, "Started server process [%d]", (7,), None),
        (logging.ERROR, "cannot read %s", (name,), ValueError(name)),
        (logging.WARNING, f"put together beforehand: {name}", (), None),
    ) == [
        logs.Library("library", "Started server process [%d]"),
        logs.Library("library", "cannot read %s", "ValueError"),
        logs.Library("library", ""),
    ]


def test_every_field_of_every_line_is_of_a_closed_kind() -> None:
    """Text from outside has no field: strings are ids, codes and names of classes, each listed here."""
    fields = {
        (line.__name__, one.name)
        for line in logs.Event.__args__
        for one in msgspec.structs.fields(line)
        if one.type is str
    }

    assert fields == {
        ("Listening", "host"),
        ("Listening", "version"),
        ("Certificate", "code"),
        ("Registered", "device"),
        ("Pushed", "device"),
        ("Pushed", "code"),
        ("Left", "device"),
        ("Forgot", "device"),
        ("Ended", "device"),
        ("Ended", "kind"),
        ("Healing", "device"),
        ("Trouble", "kind"),
        ("Library", "logger"),
        ("Library", "said"),
        ("Library", "kind"),
    }


def test_starting_to_log_replaces_what_was_there(capsys: pytest.CaptureFixture[str]) -> None:
    before = logging.root.handlers[:]
    try:
        logs.start()
        logs.tell(logs.Trouble("bug", "ValueError"), logging.ERROR)
        logs.tell(logs.Registered("a" * 32))
    finally:
        logging.root.handlers = before
        logging.root.setLevel(logging.WARNING)

    assert [typed(line) for line in capsys.readouterr().err.splitlines()] == [
        logs.Trouble("bug", "ValueError"),
        logs.Registered("a" * 32),
    ]
