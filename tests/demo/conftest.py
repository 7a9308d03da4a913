"""One invented pilot of a month, made once for all these tests, and a way to open anybody's file in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gpconnect.demo import pilot
from gpconnect.demo.pilot import DemoPilot
from gpconnect.services import profiles
from gpconnect.services.session import Session

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)

OpenFile = Callable[[str], Session]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoPilot:
    """A pilot of one month on two sites."""
    return pilot.make(tmp_path_factory.mktemp("demo"), months=1, today=TODAY)


@pytest.fixture(scope="session")
def file_of(demo: DemoPilot) -> Iterator[OpenFile]:
    """Opens the file of somebody by the name of their folder; closed after the tests."""
    opened: dict[str, profiles.Profile] = {}

    def open_file(name: str) -> Session:
        if name not in opened:
            person = next(one for one in demo.people if one.folder.name == name)
            opened[name] = profiles.open_profile(Path(person.folder), person.passphrase, now=lambda: NOW)
        return opened[name].session

    yield open_file
    for profile in opened.values():
        profile.close()
