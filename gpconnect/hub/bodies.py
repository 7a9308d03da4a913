"""Bodies in and out: msgpack with a limit that holds while reading, and errors as ``{"code": …}``."""

import contextlib
from typing import TypeVar

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from gpconnect.hub.doors import RejectedError
from gpconnect.sync import wire

MAX_BODY = 2 * wire.MAX_PARCEL
"""A parcel and the wrapped keys of 200 operations fit in it."""

MAX_DIGITS = 16

T = TypeVar("T")


async def read(request: Request, kind: type[T]) -> T:
    """The body of a request as a message of `kind`.

    Raises:
        RejectedError: 415 ``media_type``, 413 ``too_large`` (the rest is not read), 400 ``malformed``, ``cut_off``.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != wire.MEDIA_TYPE:
        raise RejectedError(415, "media_type")
    body = bytearray()
    try:
        async with contextlib.aclosing(request.stream()) as chunks:
            async for chunk in chunks:
                body += chunk
                if len(body) > MAX_BODY:
                    raise RejectedError(413, "too_large")
    except ClientDisconnect:
        raise RejectedError(400, "cut_off") from None
    try:
        return wire.decode(bytes(body), kind)
    except msgspec.DecodeError:
        raise RejectedError(400, "malformed") from None


def answer(message: wire.Struct, status: int = 200) -> Response:
    """A message as the answer to a request."""
    return Response(msgspec.msgpack.encode(message), status, media_type=wire.MEDIA_TYPE)


def error(status: int, code: str, seconds: int = 0) -> Response:
    """What went wrong, as a word for programs; when to come back, if that helps."""
    headers = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "10"}}.get(status, {})
    if seconds:
        headers = {**headers, "Retry-After": str(seconds)}
    return JSONResponse({"code": code}, status, headers=headers)


def whole_number(request: Request, name: str, default: int, least: int = 0) -> int:
    """A number from the query.

    Raises:
        RejectedError: 400 ``query`` when it is not a whole number from `least` to 2⁵³.
    """
    text = request.query_params.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS and least <= int(text) <= 2**53):
        raise RejectedError(400, "query")
    return int(text)
