"""What tests of the ways into a file share."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from keyring.errors import KeyringError

from gpconnect.domain.errors import KnownError
from gpconnect.storage import slots

NOW = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)
CHEAP = slots.Cost(memory_kib=64, iterations=1, lanes=1)


class FakeKeyring:
    """A keyring in memory; `locked` refuses, `deaf` forgets what it was told."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.deaf = False

    def get_password(self, service: str, username: str) -> str | None:
        self.refuse()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.refuse()
        if not self.deaf:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.refuse()
        del self.kept[service, username]

    def refuse(self) -> None:
        if self.locked:
            raise KeyringError


def code_of_error(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.code
