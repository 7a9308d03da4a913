"""Samples made wrong: bytes flipped, cut, doubled and exchanged, and values of every kind in every place."""

from collections.abc import Sequence
from typing import Any

import msgspec
from hypothesis import strategies as st

LIKELY = (
    b"\x00",
    b"\xff",
    b"\xc0",
    b"\x91" * 3000,
    b"\xdd\xff\xff\xff\xff",
    b"\xc6\xff\xff\xff\xff",
    b"[" * 3000,
    b"\xa3\xff\xfe\xfd",
)
"""Nothing; nesting without end; lengths that cannot be; text that is none."""

SCALARS: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.binary(max_size=40)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def mangled(draw: st.DrawFn, samples: Sequence[bytes]) -> bytes:
    """One of these after a few accidents, or bytes that never were anything."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=400))
    data = bytearray(draw(st.sampled_from(list(samples))))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(len(data) - 1, 0)))
        until = min(len(data), place + draw(st.integers(0, 40)))
        match draw(st.sampled_from(("flip", "cut", "drop", "double", "put"))):
            case "flip" if data:
                data[place] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del data[place:]
            case "drop":
                del data[place:until]
            case "double":
                data[place:place] = data[place:until]
            case _:
                data[place:until] = draw(st.sampled_from(LIKELY) | st.binary(max_size=8))
    return bytes(data)


@st.composite
def other_values(draw: st.DrawFn, samples: Sequence[Any]) -> Any:
    """One of these plain values with something else in one place of it, however deep."""
    return _changed(draw, draw(st.sampled_from(list(samples))))


def packed_otherwise(samples: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Messages (msgpack) with another value in one place: of the right form outside, wrong inside."""
    plain = [msgspec.msgpack.decode(sample) for sample in samples]
    return other_values(plain).map(msgspec.msgpack.encode)


def _changed(draw: st.DrawFn, value: Any) -> Any:
    if isinstance(value, dict) and value and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(value, key=str)))
        return {**value, key: _changed(draw, value[key])}
    if isinstance(value, list) and value and draw(st.integers(0, 5)):
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], _changed(draw, value[place]), *value[place + 1 :]]
    return draw(VALUES)
