"""Making a story short: steps are left out as long as the same thing still goes wrong (delta debugging)."""

from collections.abc import Callable

from tests.campaigns.simulation.history import History, Step

Fails = Callable[[History], bool]
MOST_TRIES = 150


def shrink(history: History, fails: Fails, tries: int = MOST_TRIES) -> History:
    """The shortest history found that still fails; whoever does nothing any more is switched off as well."""
    left = [tries]

    def still(steps: tuple[Step, ...]) -> bool:
        left[0] -= 1
        return left[0] >= 0 and fails(history.only(steps))

    steps, size = history.steps, max(len(history.steps) // 2, 1)
    while left[0] > 0:
        shorter = _without_a_part(steps, size, still)
        if shorter is not None:
            steps = shorter
            size = min(size, max(len(steps) // 2, 1))
        elif size == 1:
            break
        else:
            size = max(size // 2, 1)
    return _fewer_people(history.only(steps), fails)


def _without_a_part(
    steps: tuple[Step, ...], size: int, still: Callable[[tuple[Step, ...]], bool]
) -> tuple[Step, ...] | None:
    # From the end: what came last most often has nothing to do with it.
    for start in range(len(steps) - size, -size, -size):
        fewer = steps[: max(start, 0)] + steps[start + size :]
        if fewer != steps and still(fewer):
            return fewer
    return None


def _fewer_people(history: History, fails: Fails) -> History:
    for name in history.present:
        if any(step.name == name for step in history.steps):
            continue
        place = history.present.index(name)
        fewer = History(
            history.seed,
            history.present[:place] + history.present[place + 1 :],
            history.skews[:place] + history.skews[place + 1 :],
            history.steps,
        )
        if fewer.present and fails(fewer):
            history = fewer
    return history
