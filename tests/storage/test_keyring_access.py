from typing import Any

import pytest
from keyring.backends import fail, null
from keyring.backends.SecretService import Keyring as SecretService

from gpconnect.domain.errors import KnownError
from gpconnect.storage import keyring_access


class Plaintext:
    """What other packages bring along: secrets in a readable file."""

    def get_password(self, service: str, username: str) -> str | None:
        return f"{service} {username}"

    def set_password(self, service: str, username: str, password: str) -> None:
        """Would write it down."""

    def delete_password(self, service: str, username: str) -> None:
        """Would cross it out."""


class Chain(Plaintext):
    """Several keyrings as one, the readable one in front."""

    def __init__(self, *backends: Any) -> None:
        self.backends = backends


def made(kind: Any) -> Any:
    return kind()


@pytest.mark.parametrize("kind", [fail.Keyring, null.Keyring, Plaintext, Chain])
def test_a_keyring_that_keeps_nothing_or_keeps_it_readable_is_refused(kind: Any) -> None:
    with pytest.raises(KnownError) as caught:
        keyring_access.system_keyring(made(kind))
    assert caught.value.code == "keyring.none"


def test_the_trusted_one_among_several_is_used() -> None:
    trusted = made(SecretService)
    assert keyring_access.system_keyring(trusted) is trusted
    assert keyring_access.system_keyring(Chain(Plaintext(), trusted)) is trusted
