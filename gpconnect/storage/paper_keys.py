"""Secrets on paper: how they are written so that a person can type them back, and the employer's public half.

A code stands in groups of four signs of Crockford's alphabet (no I, L, O or U). Every row of seven groups carries 128
bits and two check signs: a Reed-Solomon code over 32 signs (Reed and Solomon, 1960), which notices every two wrong
signs and points at one. So a typing error is told, with its group, from a code that belongs to another file.
"""

import hashlib
import os
from collections.abc import Sequence
from datetime import date
from itertools import product

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.storage import sealing

ROW_BYTES = 16
EMPLOYER_BYTES = 2 * ROW_BYTES
EMPLOYER = b"employer"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011", " -\t\r\n")
_GROUP = 4
_DATA = 26
_ROW = _DATA + 2
_BITS = 5
_FORMAT = "gpconnect-employer-key-1"
_MAGIC = b"gpconnect employer key 1\0"
_FINGERPRINT_SIGNS = 12
MOST_TEXT = 64 * 1024


class PublicKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The half of the employer's key that a laptop may have; it locks and cannot open.

    Attributes:
        format: names this kind of file.
        employer: who keeps the paper, as it will be called on screens.
        made: the day the pair was made.
        key: the public half.
    """

    format: str
    employer: str
    made: date
    key: bytes


def new_code(size: int = ROW_BYTES) -> str:
    """A new random secret as it will stand on paper: rows of seven groups of four signs.

    Args:
        size: 16 bytes for a recovery code (one row), 32 for an employer's key (two rows).
    """
    return code_of(os.urandom(size))


def code_of(secret: bytes) -> str:
    """A secret as rows of groups; 16 bytes a row."""
    return "\n".join(_row(secret[start : start + ROW_BYTES]) for start in range(0, len(secret), ROW_BYTES))


def secret_of(typed: str, size: int = ROW_BYTES) -> bytes:
    """The secret behind a code as a person typed it; spaces, dashes, capitals and look-alike signs do not matter.

    Raises:
        KnownError: ``paper.length`` (typed, wanted), ``paper.typo`` (group: the place of the wrong group, from 1) or
            ``paper.typos`` (more than one sign is wrong).
    """
    code = signs(typed)
    wanted = size // ROW_BYTES * _ROW
    if len(code) != wanted:
        raise KnownError("paper.length", typed=len(code), wanted=wanted)
    strange = next((place for place, sign in enumerate(code) if sign not in _ALPHABET), None)
    if strange is not None:
        raise KnownError("paper.typo", group=strange // _GROUP + 1)
    rows = [[_ALPHABET.index(sign) for sign in code[start : start + _ROW]] for start in range(0, wanted, _ROW)]
    return b"".join(_bytes_of(row, number * _ROW) for number, row in enumerate(rows))


def signs(typed: str) -> str:
    """What a person typed without what does not matter: spaces, dashes, capitals, signs that look alike."""
    return typed.upper().translate(_ALIKE)


def public_text(code: str, employer: str, made: date) -> bytes:
    """The small file that goes to the laptops; it holds nothing secret.

    Args:
        code: the employer's code, two rows.
        employer: who keeps the paper.
        made: the day.

    Raises:
        KnownError: as `secret_of`.
    """
    seed = sealing.seed_of(secret_of(code, EMPLOYER_BYTES), b"", EMPLOYER)
    key = PublicKey(_FORMAT, employer, made, sealing.public_half(seed))
    return msgspec.json.format(msgspec.json.encode(key), indent=1) + b"\n"


def read_public(data: bytes) -> PublicKey:
    """The employer's public half, out of the small file.

    Raises:
        KnownError: ``employer.not_a_key``: this is another file, or a damaged one.
    """
    try:
        found = msgspec.json.decode(data[:MOST_TEXT], type=PublicKey)
        sealing.seal(found.key, b"", b"")
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise KnownError("employer.not_a_key") from error
    if found.format != _FORMAT or not found.employer.strip():
        raise KnownError("employer.not_a_key")
    return found


def fingerprint(key: PublicKey) -> str:
    """Three groups of four signs (60 bits) over name and key, to compare aloud with the paper."""
    digest = hashlib.sha256(_MAGIC + msgspec.msgpack.encode([key.employer, key.key])).digest()
    number = int.from_bytes(digest, "big")
    return _grouped([number >> _BITS * place & 31 for place in range(_FINGERPRINT_SIGNS)])


def _row(secret: bytes) -> str:
    number = int.from_bytes(secret, "big")
    data = [number >> _BITS * place & 31 for place in reversed(range(_DATA))]
    checks = next(pair for pair in product(range(32), repeat=2) if _syndromes([*data, *pair]) == (0, 0))
    return _grouped([*data, *checks])


def _grouped(values: Sequence[int]) -> str:
    code = "".join(_ALPHABET[value] for value in values)
    return " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def _bytes_of(row: Sequence[int], offset: int) -> bytes:
    """The 16 bytes of a row, after its two check signs agreed."""
    plain, weighted = _syndromes(row)
    number = sum(value << _BITS * (_DATA - 1 - place) for place, value in enumerate(row[:_DATA]))
    if (plain, weighted) == (0, 0) and number.bit_length() <= 8 * ROW_BYTES:
        return number.to_bytes(ROW_BYTES, "big")
    for place in range(_ROW):
        if plain and plain == weighted:
            raise KnownError("paper.typo", group=(offset + place) // _GROUP + 1)
        plain = _times_x(plain)
    raise KnownError("paper.typos")


def _syndromes(row: Sequence[int]) -> tuple[int, int]:
    """The sum of all signs, and the sum with each sign weighted by its place: both 0 in a code without errors."""
    plain = weighted = 0
    for value in reversed(row):
        plain ^= value
        weighted = _times_x(weighted) ^ value
    return plain, weighted


def _times_x(value: int) -> int:
    """Multiplication by x in the field of 32 elements (x^5 + x^2 + 1)."""
    return value << 1 ^ (0b100101 if value & 16 else 0)
