"""The keyring of the operating system, for a person who has an account of their own there."""

from collections.abc import Iterable
from typing import Protocol

import keyring

from gpconnect.domain.errors import KnownError

SERVICE = "GPConnect"

# Backends that keep a secret behind the login of the person. "fail", "null" and the plaintext files of other
# packages are not among them.
_TRUSTED = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)


class Keyring(Protocol):
    """What we ask of a keyring; tests bring their own."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret kept under this name, or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps a secret under this name."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forgets the secret under this name."""
        ...


def system_keyring(found: Keyring | None = None) -> Keyring:
    """The keyring of this account.

    Args:
        found: the backend to judge; by default the one this machine offers.

    Raises:
        KnownError: ``keyring.none``: there is none, or it would write secrets in plain text.
    """
    backend = keyring.get_keyring() if found is None else found
    # The library's chain of keyrings writes to the first of its `backends`, trusted or not: pick one ourselves.
    offered: Iterable[Keyring] = getattr(backend, "backends", [backend])
    for one in offered:
        if type(one).__module__.startswith(_TRUSTED):
            return one
    raise KnownError("keyring.none")
