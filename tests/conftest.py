"""What every test may count on: no screen, no network, no real keyring, no real home folder."""

import ipaddress
import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from gpconnect.storage import reserve

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Without this a test could write into the real keyring of whoever runs it.
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

# Two busy cores make single examples slow now and then: time is measured by build/bench, not here.
settings.register_profile("ordinary", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("ordinary"), max_examples=2_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds ``--long``: the tests marked long, and twenty times as many invented examples."""
    parser.addoption("--long", action="store_true", help="also run what takes minutes")


def pytest_configure(config: pytest.Config) -> None:
    """Chooses how many examples hypothesis invents, and closes the network for this process."""
    settings.load_profile("long" if config.getoption("--long") else "ordinary")
    sys.addaudithook(_refuse_network)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what takes minutes, unless asked for."""
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="runs with --long"))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Lets the widgets of a test go for good: half collected ones crash whatever touches all widgets later on."""
    qt = sys.modules.get("PySide6.QtCore")
    if qt is not None and qt.QCoreApplication.instance() is not None:
        qt.QCoreApplication.sendPostedEvents(None, qt.QEvent.Type.DeferredDelete)


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Fails a test that would leave this machine: it could not pass on a train."""
    if event != "socket.connect":
        return
    connection, address = arguments
    internet = isinstance(connection, socket.socket) and connection.family in {socket.AF_INET, socket.AF_INET6}
    if internet and isinstance(address, tuple) and not _is_this_machine(str(address[0])):
        message = "a test tried to reach a network"
        raise RuntimeError(message)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True)
def small_reserve(monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile of a test keeps little room on the disk: there are hundreds of them."""
    monkeypatch.setattr(reserve, "SIZE", 64 * 1024)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and caches of a test go into a folder of its own; returns that folder."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    return home
