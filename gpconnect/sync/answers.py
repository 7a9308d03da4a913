"""What an answer of the hub means: its message, or in words of ours what went wrong.

Not every answer comes from a hub: a proxy may speak for it, and a network may send its sign-in page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TypeVar

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.sync import wire

OK = 200
NO_CONTENT = 204
UNAUTHORIZED = 401
NOT_FOUND = 404
_CODES = {
    401: "hub.access_denied",
    403: "hub.access_denied",
    413: "hub.too_large",
    429: "hub.busy",
    502: "hub.unreachable",
    503: "hub.busy",
    504: "hub.unreachable",
}
_SAID = {
    "not_member": "hub.not_member",
    "device_unknown": "hub.device_unknown",
    "taken": "hub.enrolment_taken",
    "enrolment_unknown": "hub.enrolment_unknown",
    "later": "hub.enrolment_later",
    "newcomers": "hub.newcomers",
    "emptied": "hub.emptied",
    "not_asked": "hub.ending_unasked",
    "too_early": "hub.ending_early",
    "not_admin": "space.not_an_admin",
}
_PROXY = frozenset({502, 503, 504})

M = TypeVar("M", bound=wire.Struct)


@dataclass(frozen=True, slots=True)
class Response:
    """What came back. Names of headers are in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)


def decoded(response: Response, kind: type[M]) -> M:
    """The message in an answer.

    Raises:
        KnownError: ``hub.not_a_hub``, ``hub.answer_unclear``, or as `trouble`.
    """
    if response.status != OK:
        raise trouble(response)
    if media_type(response) != wire.MEDIA_TYPE:
        raise KnownError("hub.not_a_hub")
    try:
        return wire.decode(response.body, kind)
    except msgspec.DecodeError as error:
        raise KnownError("hub.answer_unclear") from error


def trouble(response: Response) -> KnownError:
    """What a status means to the person. A hub says it in JSON; the proxy before it may speak for it."""
    if media_type(response) != "application/json":
        return KnownError(_CODES[response.status] if response.status in _PROXY else "hub.not_a_hub")
    try:
        said = msgspec.json.decode(response.body, type=dict[str, str]).get("code", "")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return KnownError("hub.answer_unclear")
    code = _SAID.get(said) or _CODES.get(response.status)
    return KnownError(code) if code else KnownError("hub.trouble", status=response.status)


def media_type(response: Response) -> str:
    """What the answer says it is, in lower case and without parameters; empty when it does not say."""
    return response.headers.get("content-type", "").partition(";")[0].strip().lower()


def date(response: Response) -> float | None:
    """When the hub says that it answered, in seconds since 1970; None when it does not say or nobody can read it."""
    try:
        return parsedate_to_datetime(response.headers["date"]).timestamp()
    except (KeyError, ValueError):
        return None
