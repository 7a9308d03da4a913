"""Short signs that become sentences in a note: those that come with the program, and those of this worker.

A worker's own ones stay in the file of this computer and go nowhere. They are no part of a dossier, so no erasure looks
in them: the screen asks to put no names in.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import exact_text
from gpconnect.services.acting import check
from gpconnect.services.resources import RESOURCES
from gpconnect.services.session import Session
from gpconnect.storage import meta
from gpconnect.storage.connection import transaction

TEXT_LIMIT = 2_000
"""Most characters that one sign becomes."""
_OWN = "snippets"
_KEYWORD = re.compile(r"\.[a-z0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A sign such as ``.vt`` and what it becomes; `is_own` when this worker made it."""

    keyword: str
    text: str
    is_own: bool = False


def listed(session: Session) -> tuple[Snippet, ...]:
    """Every sign that means something here, in alphabetical order; an own one goes before one of the program.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.WRITE_NOTE)
    own = {key: Snippet(key, text, is_own=True) for key, text in _own(session).items()}
    found = {one.keyword: one for one in of_program()} | own
    return tuple(found[key] for key in sorted(found))


def keep(session: Session, keyword: str, text: str) -> None:
    """Keep an own sign, in place of an earlier one of this name; the point before it need not be typed.

    Raises:
        KnownError: ``snippet.keyword`` for other signs than letters without accents and digits, ``snippet.empty``,
            ``text.too_long`` (limit, length), ``text.control_character`` or ``role.may_not``.
    """
    check(session, Intention.WRITE_NOTE)
    name = f".{keyword.strip().lstrip('.').casefold()}"
    if not _KEYWORD.fullmatch(name):
        raise KnownError("snippet.keyword")
    words = exact_text(text, TEXT_LIMIT)
    if not words:
        raise KnownError("snippet.empty")
    with transaction(session.db):
        meta.put_meta(session.db, _OWN, {**_own(session), name: words})


def remove(session: Session, keyword: str) -> None:
    """Forget an own sign; one of the program with the same name counts again.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.WRITE_NOTE)
    with transaction(session.db):
        meta.put_meta(session.db, _OWN, {key: text for key, text in _own(session).items() if key != keyword})


@cache
def of_program() -> tuple[Snippet, ...]:
    """The signs that come with the program."""
    data = tomllib.loads((RESOURCES / "snippets.toml").read_text(encoding="utf-8"))
    return tuple(Snippet(one["keyword"], one["text"]) for one in data["snippets"])


def _own(session: Session) -> dict[str, Any]:
    return dict(meta.get_meta(session.db, _OWN) or {})
