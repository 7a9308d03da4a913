"""Fuzzing: whatever bytes come, a decoder says no in words, keeps its memory, and never dies.

    python -m tests.campaigns.fuzz [--rounds N] [--seed S] [--plant NAME]

Each of the decoders is given N things that are almost right: parcels and what is sealed in them, entries, wrapped keys,
answers of a hub, slots files, paper codes, exports, forms, sharing rules, calendars. Only three kinds of refusal are
allowed: one for a person, one for an item on *Delen*, one that says these are other bytes. The process may not grow
beyond a fixed size, so that a small message that asks for much memory shows. Then the hub's addresses get N requests;
none may end as a fault of the hub (status 500), and every answer is one that its own description knows.
"""

import resource
import sys
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from gpconnect.hub.openapi import DOCUMENT
from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.fuzzing import decoders, doors
from tests.hub.parties import Web

SHORT = 200
FULL = 20_000
MOST_MEMORY = 64 * 1024 * 1024
"""Bytes that reading one thing may take: a parcel unpacks to 8 MiB, and passes a few hands."""
ADDRESS_SPACE = 4 * 1024 * 1024 * 1024
PLANTS = {
    "other_error": decoders.Decoder("planted", st.binary(), lambda data: {}[data]),
    "hungry": decoders.Decoder("planted", st.just(b""), lambda _: bytearray(MOST_MEMORY + 1)),
}
"""Decoders that are wrong on purpose."""


def fuzz(options: Options, tally: Tally) -> None:
    """Runs the campaign; see the top of this file."""
    if options.plant:
        chosen = [PLANTS[options.plant]]
    else:
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, resource.getrlimit(resource.RLIMIT_AS)[1]))
        chosen = decoders.every()
    tracemalloc.start()
    for decoder in chosen:
        _tried(decoder.name, options, tally, decoder.inputs, partial(_read, decoder))
    tracemalloc.stop()
    with doors.hub() as (web, token, messages):
        _tried("the hub's addresses", options, tally, doors.requests(token, messages), partial(_knock, web))


def _tried(
    name: str, options: Options, tally: Tally, inputs: st.SearchStrategy[Any], test: Callable[[Any], None]
) -> None:
    """So many examples; the smallest that goes wrong is said."""
    before = tally.rounds

    @seed(options.seed)
    @settings(
        max_examples=options.rounds,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(inputs)
    def one(made: Any) -> None:
        tally.rounds += 1
        test(made)

    try:
        one()
    except Exception as error:  # noqa: BLE001 - whatever a decoder throws is what is looked for
        tally.check(False, f"{name}: {type(error).__name__} {str(error)[:200]}")
    tally.say(f"{name}: {tally.rounds - before}")


def _read(decoder: decoders.Decoder, made: Any) -> None:
    """Reads one thing; saying no is right, as long as it is one of the three ways to say it."""
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    with suppress(*decoders.REFUSALS):
        decoder.read(made)
    taken = tracemalloc.get_traced_memory()[1] - before
    if taken > MOST_MEMORY:
        message = f"{taken // 1024 // 1024} MiB for one thing"
        raise MemoryError(message)


def _knock(web: Web, asked: dict[str, Any]) -> None:
    """One request: an answer that the hub's own description knows, and never a fault of the hub."""
    path, method = asked.pop("door")
    answer = web.request(method.upper(), path, **asked)
    known = {int(status) for status in DOCUMENT["paths"][path][method]["responses"]}
    assert answer.status_code < 500, f"{method} {path}: {answer.status_code}"
    assert answer.status_code in known, f"{method} {path}: {answer.status_code} is not described"


if __name__ == "__main__":
    sys.exit(main("fuzz", fuzz, SHORT, plants=PLANTS))
