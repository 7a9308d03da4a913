"""Work runs in its own queue; outcomes come back in the thread that draws."""

import sys
import threading
from types import TracebackType

import pytest

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.ui.tasks import LET_IN_FRONT, Tasks
from tests.ui.conftest import Heard

WRITTEN = Changes(frozenset({"task"}), frozenset({"1"}))


def write(session: dict[str, object], key: str, value: object) -> Changes:
    session[key] = value
    return WRITTEN


def write_and_tell(session: dict[str, object]) -> tuple[Changes, str]:
    return write(session, "a", 1), "told"


def read(session: dict[str, object], key: str) -> object:
    return session.get(key)


def refuse(_session: object) -> None:
    raise KnownError("schedule.slot.taken")


def stumble(_session: object) -> None:
    raise ValueError("a name that must not be logged")


def where(_session: object = None) -> str:
    return threading.current_thread().name


def test_result_of_a_read_arrives(tasks: Tasks, heard: Heard) -> None:
    tasks.run(write, "a", 5)
    tasks.run(read, "a").then(heard.hear)
    assert tasks.idle()
    assert heard.items == [5]


def test_a_write_says_once_what_changed(tasks: Tasks, heard: Heard) -> None:
    tasks.changed.connect(heard.hear)
    tasks.run(write_and_tell)
    tasks.run(read, "a")
    assert tasks.idle()
    assert heard.items == [WRITTEN]


def test_records_and_network_have_a_thread_each(tasks: Tasks, heard: Heard) -> None:
    tasks.run(where).then(heard.hear)
    tasks.idle()
    tasks.fetch(where).then(heard.hear)
    tasks.idle()
    assert [name.split("_")[0] for name in heard.items] == ["records", "network"]


def test_known_error_without_an_answer_becomes_trouble(tasks: Tasks, heard: Heard) -> None:
    tasks.troubled.connect(heard.hear)
    tasks.run(refuse)
    tasks.idle()
    assert [error.code for error in heard.items] == ["schedule.slot.taken"]


def test_page_may_answer_a_known_error_itself(tasks: Tasks, heard: Heard) -> None:
    other = Heard()
    tasks.troubled.connect(other.hear)
    tasks.run(refuse).otherwise(heard.hear)
    tasks.idle()
    assert len(heard.items) == 1
    assert other.items == []


def test_a_bug_goes_to_the_one_place_for_bugs(tasks: Tasks) -> None:
    seen: list[type[BaseException]] = []

    def hook(kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
        seen.append(kind)

    before, sys.excepthook = sys.excepthook, hook
    try:
        tasks.run(stumble)
        tasks.idle()
    finally:
        sys.excepthook = before
    assert seen == [ValueError]


def test_cancelled_job_is_silent_but_its_write_counts(tasks: Tasks, heard: Heard) -> None:
    gate = threading.Event()
    changed = Heard()
    tasks.changed.connect(changed.hear)
    job = tasks.run(lambda session: (gate.wait(5), write(session, "a", 1))[1]).then(heard.hear)
    job.cancel()
    gate.set()
    tasks.idle()
    assert heard.items == []
    assert len(changed.items) <= 1


def test_locking_closes_the_file_until_it_is_opened_again(tasks: Tasks, heard: Heard) -> None:
    tasks.lock()
    tasks.run(read, "a").otherwise(heard.hear)
    tasks.idle()
    assert [error.code for error in heard.items] == ["session.closed"]


def test_idle_says_when_it_took_too_long(tasks: Tasks) -> None:
    gate = threading.Event()
    tasks.fetch(gate.wait, 5)
    try:
        assert not tasks.idle(timeout_ms=20)
    finally:
        gate.set()
    assert tasks.idle()


@pytest.mark.parametrize("result", [None, (), 3, Changes()])
def test_nothing_changed_says_nothing(tasks: Tasks, heard: Heard, result: object) -> None:
    tasks.changed.connect(heard.hear)
    tasks.run(lambda _session: result)
    tasks.idle()
    assert heard.items == []


def test_work_that_is_cancelled_before_its_turn_leaves_nothing_pending(tasks: Tasks, heard: Heard) -> None:
    gate = threading.Event()
    tasks.run(lambda _session: gate.wait(5))
    late = tasks.run(read, "a").then(heard.hear)

    late.cancel()
    gate.set()

    assert tasks.idle()
    assert heard.items == []


def test_long_work_lets_go_first_whoever_asks_meanwhile(tasks: Tasks, heard: Heard) -> None:
    tasks.run(write, "a", "page")
    tasks.give_way(lambda session: write(session, "a", "piece"))
    tasks.run(read, "a").then(heard.hear)
    tasks.run(read, "a").then(heard.hear)
    assert tasks.idle()
    tasks.run(read, "a").then(heard.hear)
    assert tasks.idle()

    assert heard.items == ["page", "page", "piece"]


def test_long_work_has_its_turn_after_enough_others(tasks: Tasks, heard: Heard) -> None:
    """A page that goes on asking does not keep it waiting for ever."""
    left = [3 * LET_IN_FRONT]

    def ask(_result: object = None) -> None:
        if left[0]:
            left[0] -= 1
            tasks.run(read, "a").then(heard.hear).then(ask)

    ask()
    tasks.give_way(lambda session: write(session, "a", "piece"))
    assert tasks.idle()

    assert 0 < heard.items.count("piece") < 3 * LET_IN_FRONT


def test_long_work_that_was_cancelled_does_not_begin(tasks: Tasks, heard: Heard) -> None:
    tasks.run(write, "a", "page")
    tasks.give_way(lambda session: write(session, "a", "piece")).then(heard.hear).cancel()
    assert tasks.idle()
    tasks.run(read, "a").then(heard.hear)
    assert tasks.idle()

    assert heard.items == ["page"]


def test_a_farewell_is_said_also_when_everything_ends_before_its_turn(app: object) -> None:
    del app
    ending = threading.Event()
    said: list[str] = []
    tasks = Tasks()
    tasks.open(dict, lambda _session: ending.set())
    tasks.fetch(ending.wait)  # the network is slow until the file is closed, so what waits behind it is dropped
    tasks.fetch(lambda: said.append("a question"))
    tasks.part(lambda: said.append("hung up"))
    tasks.close()

    assert said == ["hung up"]


def test_a_farewell_that_had_its_turn_is_not_said_again(app: object) -> None:
    del app
    said: list[str] = []
    tasks = Tasks()
    tasks.part(lambda: said.append("hung up"))
    assert tasks.idle()
    tasks.close()

    assert said == ["hung up"]
