"""All chance in a history comes from its seed: ids, keys, tokens and nonces as well.

Only what OpenSSL draws by itself (the wraps of HPKE, the hub's signing key) is left alone: it decides nothing, so two
runs of a history differ in those bytes and in nothing else.
"""

import os
import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_drawing: list[random.Random] = []


def dice(*names: object) -> random.Random:
    """Chance that is the same for the same names, however many other draws were made."""
    return random.Random(":".join(map(str, names)))


def new_id() -> str:
    """32 hex digits of the history's own chance."""
    return f"{_drawing[-1].getrandbits(128):032x}"


@contextmanager
def drawn_from(*names: object) -> Iterator[None]:
    """Whoever asks this process for random bytes meanwhile gets those that belong to these names."""
    system: Any = random
    real = os.urandom, system._urandom
    _drawing.append(dice(*names))
    os.urandom = system._urandom = _drawing[-1].randbytes
    try:
        yield
    finally:
        os.urandom, system._urandom = real
        _drawing.pop()


def is_seeded() -> bool:
    """Whether two draws of the same names give the same secret; for a look at ourselves."""
    found = []
    for _ in range(2):
        with drawn_from("look"):
            found.append((secrets.token_bytes(8), os.urandom(8), new_id()))
    return found[0] == found[1]
