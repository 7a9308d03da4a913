"""The unit for systemd starts the hub as the command line of today understands it."""

import configparser
import re
import shlex
from pathlib import Path

import pytest

import gpconnect
from gpconnect import cli
from gpconnect.hub import commands
from gpconnect.hub.listening import Door

UNIT = Path(gpconnect.__file__).parents[1] / "resources" / "hub" / "gpconnect-hub.service"


@pytest.fixture
def unit() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their capitals
    parser.read(UNIT, encoding="utf-8")
    return parser


def test_it_starts_a_hub_that_only_this_machine_can_reach(unit: configparser.ConfigParser) -> None:
    options = cli._parser().parse_args(shlex.split(unit["Service"]["ExecStart"])[1:])

    assert (options.act, Door(options.listen).place()) == ("serve", ("127.0.0.1", 8642))
    assert str(options.data) == f"/var/lib/{unit['Service']['StateDirectory']}"


def test_the_options_it_proposes_exist() -> None:
    text = UNIT.read_text(encoding="utf-8")
    proposed = next(line for line in text.splitlines() if "--certificate" in line).removeprefix("#").split()
    names = set(re.findall(r"GPCONNECT_HUB_\w+", text))
    source = Path(commands.__file__).read_text(encoding="utf-8")

    options = cli._parser().parse_args(["hub", "serve", *proposed])
    door = Door(options.listen, options.certificate, options.key, options.behind_proxy)
    assert door.place() == ("0.0.0.0", 8642)  # noqa: S104 - as the comment in the unit proposes, with TLS
    assert "GPCONNECT_HUB_DATABASE" in source
    assert names - {"GPCONNECT_HUB_DATABASE"} == {
        f"GPCONNECT_HUB_{option}" for option in ("DEVICE_MB", "SPACE_GB", "SPACES")
    }
