"""The hub's addresses as an OpenAPI 3.1 document, written by hand beside the code that it describes.

Bodies are msgpack arrays whose fields stand in `gpconnect.sync.wire`; JSON schema cannot describe those, so the
document names the message and treats the body as bytes.
"""

from typing import Any

from gpconnect import __version__
from gpconnect.hub.pulling import MAX_LIMIT
from gpconnect.sync import wire

Json = dict[str, Any]


def _message(name: str) -> Json:
    return {"content": {wire.MEDIA_TYPE: {"schema": {"type": "string", "format": "binary", "title": name}}}}


def _gives(name: str, what: str) -> Json:
    return {"description": what, **_message(name)}


def _errors(*statuses: int) -> Json:
    return {str(status): {"$ref": "#/components/responses/Error"} for status in statuses}


def _takes(name: str) -> Json:
    return {"required": True, **_message(name)}


def _number(name: str, default: int, least: int, most: int, what: str) -> Json:
    schema = {"type": "integer", "minimum": least, "maximum": most, "default": default}
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": what}


_TOKEN: list[Json] = [{"token": []}]
_SPACE: Json = {
    "name": "space",
    "in": "query",
    "required": True,
    "schema": {"type": "string", "pattern": "^(common|practice|team|pilot)/[A-Za-z0-9._-]{1,64}$"},
}
_PUSH: Json = {
    "summary": "Offer one parcel and the wrapped keys that it needs",
    "description": "A refusal is an answer with status 200: see PushAnswer.",
    "security": _TOKEN,
    "requestBody": _takes("Push"),
    "responses": {"200": _gives("PushAnswer", "What became of it"), **_errors(400, 401, 413, 415, 503)},
}
_PUSH_ALL: Json = {
    "summary": "Offer several parcels of one space at once",
    "description": "Each is answered as by itself, in one transaction, until one gets no place.",
    "security": _TOKEN,
    "requestBody": _takes("Pushes"),
    "responses": {"200": _gives("PushAnswers", "What became of each"), **_errors(400, 401, 413, 415, 503)},
}
_PULL: Json = {
    "summary": "The next stretch of a space's order",
    "security": _TOKEN,
    "parameters": [
        _SPACE,
        _number("cursor", 0, 0, 2**53, "The last place already seen"),
        _number("keys", 0, 0, 2**53, "The last wrapped key already seen"),
        _number("limit", 100, 1, 2**53, f"How many places at most; never more than {MAX_LIMIT}"),
    ],
    "responses": {
        "200": _gives("PullAnswer", "Places, keys and where the order ends"),
        **_errors(400, 401, 403, 410, 503),
    },
}
_FORGET: Json = {
    "summary": "Let wrapped keys go whose dossier was erased; by a member, signed, again does no harm",
    "security": _TOKEN,
    "requestBody": _takes("Forget"),
    "responses": {"200": _gives("Forgotten", "How many went"), **_errors(400, 401, 403, 413, 415, 503)},
}
_END: Json = {
    "summary": "The end of a pilot: look, ask, undo, or after a week empty; by an admin of the space, signed",
    "security": _TOKEN,
    "requestBody": _takes("End"),
    "responses": {"200": _gives("Standing", "How it stands"), **_errors(400, 401, 403, 409, 413, 415, 503)},
}
_HEAL: Json = {
    "summary": "Bring a restored hub what it forgot, in the old order; or only tell how far the order was",
    "security": _TOKEN,
    "requestBody": _takes("Heal"),
    "responses": {"200": _gives("Healed", "How far the hub is"), **_errors(400, 401, 403, 413, 415, 503)},
}
_REGISTER: Json = {
    "summary": "Make a device known; it belongs nowhere yet",
    "requestBody": _takes("Register"),
    "responses": {"204": {"description": "Known"}, **_errors(400, 403, 413, 415, 503)},
}
_CHALLENGE: Json = {
    "summary": "Bytes to sign within a minute",
    "responses": {"200": _gives("Challenge", "Good for one token")},
}
_GIVE_TOKEN: Json = {
    "summary": "A ten-minute token for a signed challenge",
    "requestBody": _takes("TokenRequest"),
    "responses": {"200": _gives("Token", "For the Authorization header"), **_errors(400, 403, 413, 415, 503)},
}
_BOX: list[Json] = [
    {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "description": "What both sides derive from the one-time code",
    }
]
_LEAVE: Json = {
    "summary": "Put a letter in a slot of a mailbox; the first opens it for a day, and the first in a slot stays",
    "security": _TOKEN,
    "parameters": _BOX,
    "requestBody": _takes("Letter"),
    "responses": {"204": {"description": "It lies there"}, **_errors(400, 401, 409, 413, 415, 429, 503)},
}
_COLLECT: Json = {
    "summary": "The letters in a mailbox; asking for one that is not there is limited per device",
    "security": _TOKEN,
    "parameters": _BOX,
    "responses": {"200": _gives("Mailbox", "What lies there"), **_errors(400, 401, 404, 429, 503)},
}
_CLOSE: Json = {
    "summary": "Take the letters out and keep the mailbox shut for the rest of its day; by who opened it",
    "security": _TOKEN,
    "parameters": _BOX,
    "responses": {"204": {"description": "Empty and shut"}, **_errors(400, 401, 404, 429, 503)},
}
_NEWS: Json = {"text/event-stream": {"schema": {"type": "string"}}}
_EVENTS: Json = {
    "summary": "Server-sent events: how far each space of the device is, and every change of that",
    "security": _TOKEN,
    "responses": {"200": {"description": "event: head", "content": _NEWS}, **_errors(401, 503)},
}
_HEALTH: Json = {
    "summary": "Whether the hub works, and who it is",
    "responses": {"200": _gives("Health", "It works"), **_errors(503)},
}
_SELF: Json = {
    "summary": "This document",
    "responses": {"200": {"description": "OpenAPI 3.1", "content": {"application/json": {"schema": {}}}}},
}
_ERROR: Json = {
    "type": "object",
    "required": ["code"],
    "properties": {"code": {"type": "string", "description": "A word for programs"}},
}

DOCUMENT: Json = {
    "openapi": "3.1.0",
    "info": {
        "title": "GPConnect hub",
        "version": __version__,
        "description": "Orders sealed parcels for the devices of a pilot. Reads none of them.",
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    },
    "paths": {
        "/v1/devices": {"post": _REGISTER},
        "/v1/challenges": {"post": _CHALLENGE},
        "/v1/tokens": {"post": _GIVE_TOKEN},
        "/v1/parcels": {"post": _PUSH, "get": _PULL},
        "/v1/batches": {"post": _PUSH_ALL},
        "/v1/erasures": {"post": _FORGET},
        "/v1/endings": {"post": _END},
        "/v1/enrolments/{id}": {"post": _LEAVE, "get": _COLLECT, "delete": _CLOSE},
        "/v1/healings": {"post": _HEAL},
        "/v1/events": {"get": _EVENTS},
        "/v1/health": {"get": _HEALTH},
        "/v1/openapi.json": {"get": _SELF},
    },
    "components": {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        "responses": {
            "Error": {"description": "It went no further", "content": {"application/json": {"schema": _ERROR}}}
        },
    },
}
