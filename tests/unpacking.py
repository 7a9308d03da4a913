"""Everything that can be made out of some bytes without any key: each layer of packing and compressing is opened.

Known layers are msgpack, JSON, parcel envelopes, and frames of zstd, zlib, gzip and zip wherever they begin. A bare
deflate stream has no beginning that could be recognised, and stays closed.
"""

import re
import zlib
from collections.abc import Iterator

import msgspec
import zstandard

from gpconnect.sync import contents, keys, wire
from gpconnect.sync.refusals import RefusedError

_DEPTH = 8
_ZSTD = re.escape(zstandard.FRAME_HEADER)
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_ZIP = re.compile(rb"PK\x03\x04.{4}\x08\x00.{16}(.{2})(.{2})", re.DOTALL)
_EITHER = 32 + zlib.MAX_WBITS
"""For zlib: a stream of zlib or of gzip, as its beginning says."""
_BARE = -zlib.MAX_WBITS
_TASTE = 64
"""Bytes that tell a stream from chance: a beginning by chance fails at the first block."""


def readable(value: object, depth: int = _DEPTH) -> Iterator[bytes | str]:
    """A value and everything that can be unpacked from it without a key."""
    if isinstance(value, bytes | memoryview | msgspec.msgpack.Ext):
        data = bytes(value.data if isinstance(value, msgspec.msgpack.Ext) else value)
        yield data
        for inner in (*_unpacked(data), *_frames(data), *_deflated(data)) if depth else ():
            yield from readable(inner, depth - 1)
    elif isinstance(value, dict):
        yield from readable([*value.keys(), *value.values()], depth)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from readable(one, depth)
    else:
        yield str(value)
        yield from readable(_json(str(value)), depth - 1) if depth else ()


def _unpacked(data: bytes) -> Iterator[object]:
    """What lies in a message, or in the body of a parcel that nobody sealed."""
    try:
        if data.startswith(contents.SECTION):
            data = contents.unpad(data[len(contents.SECTION) + keys.KEY_ID :])
        found = msgspec.msgpack.decode(data)
    except (msgspec.MsgspecError, RefusedError, ValueError, TypeError, RecursionError):
        return
    if not isinstance(found, int | float):  # one byte of anything is a number
        yield found


def _json(text: str) -> object:
    """What lies in text that is JSON, where a new line, a quotation mark or an accent may stand escaped."""
    try:
        return msgspec.json.decode(text) if text[:1] in {"{", "[", '"'} else ()
    except msgspec.MsgspecError:
        return ()


def _frames(data: bytes) -> Iterator[bytes]:
    """What lies in each zstd frame, wherever in these bytes it begins; a signature by chance gives nothing."""
    for begin in re.finditer(_ZSTD, data):
        decompressor = zstandard.ZstdDecompressor(max_window_size=wire.MAX_UNPACKED).decompressobj()
        try:
            yield decompressor.decompress(data[begin.start() :])
        except zstandard.ZstdError:
            continue


def _deflated(data: bytes) -> Iterator[bytes]:
    """What lies in each stream of zlib, gzip or a zip file, as far as it can be read: a torn end is no seal."""
    starts = [(one.start(), _EITHER) for one in _ZLIB.finditer(data)]
    starts += [(_content_of(one), _BARE) for one in _ZIP.finditer(data)]
    for start, form in starts:
        inside = _inflated(data, start, form)
        if inside:
            yield inside


def _content_of(entry: re.Match[bytes]) -> int:
    """Where the bytes of a file in a zip begin: after its name and what else is said of it."""
    return entry.end() + int.from_bytes(entry[1], "little") + int.from_bytes(entry[2], "little")


def _inflated(data: bytes, start: int, form: int) -> bytes:
    stream = zlib.decompressobj(form)
    found, at = bytearray(), start
    try:
        while at < len(data) and not stream.eof and len(found) < wire.MAX_UNPACKED:
            # In small bites: what stands before a damaged place counts as well.
            found += stream.decompress(data[at : at + _TASTE], wire.MAX_UNPACKED)
            at += _TASTE
    except zlib.error:
        pass
    return bytes(found)
