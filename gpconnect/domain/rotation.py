"""Which copies of the file stay, which go, and when a next one or a check is due: pure rules, no files.

Kept are the newest copy of each of the last seven days, four weeks and twelve months that have one, so that a stick
in a drawer never fills up and a mistake of last spring can still be looked up. A copy from before an erasure goes
within thirty days of it (the destroyed child stands in it), but never before a newer good copy exists.
"""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gpconnect.domain.calendar import local_day

DAILY = 7
WEEKLY = 4
MONTHLY = 12
RETRY = timedelta(hours=1)
"""After a copy that could not be made (the stick is not there), it is tried again this much later."""
CHECK_DAYS = 30
ERASURE_DAYS = 30
"""A copy from before an erasure must be gone this long after it."""
ERASURE_FROM_DAYS = 21
"""From here on it goes: a laptop that is off on the last day would be too late."""

OLD_FILE_DAYS = 30
"""So long the file that a copy took the place of stays beside it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that this program made.

    Attributes:
        name: file name, unique among the copies that are compared.
        made_at: the moment that it shows, aware.
        good: it was read back whole when it was last looked at.
    """

    name: str
    made_at: datetime
    good: bool = True


def newest_good(copies: Iterable[Copy]) -> Copy | None:
    """The copy that somebody would put back today."""
    return max((one for one in copies if one.good), key=_order, default=None)


def keep(copies: Collection[Copy]) -> frozenset[str]:
    """The names of the copies that stay: seven daily, four weekly, twelve monthly, and always the newest good one.

    A copy that is not good takes no place of a good one; it goes when it is not needed to see that it failed, which
    is as soon as a newer good one exists.
    """
    good = [one for one in copies if one.good]
    kept = {one.name for bucket in _BUCKETS for one in _newest_of_each(good, *bucket)}
    last = newest_good(good)
    kept |= {one.name for one in copies if last is None or _order(one) > _order(last)}
    return frozenset(kept)


def expired(copies: Collection[Copy], erased_at: Iterable[datetime], now: datetime) -> frozenset[str]:
    """The names of the copies in which a destroyed dossier still stands, and that must go now.

    Args:
        copies: all that were made.
        erased_at: when dossiers, or parts of them, were destroyed.
        now: aware.
    """
    last = newest_good(copies)
    ripe = [at for at in erased_at if now - at >= timedelta(days=ERASURE_FROM_DAYS)]
    if last is None or not ripe:
        return frozenset()
    return frozenset(one.name for one in copies if one is not last and any(one.made_at <= at for at in ripe))


def goes_before(copy: Copy, erased_at: Iterable[datetime]) -> date | None:
    """The day on which this copy must be gone because of an erasure after it, or None."""
    days = [local_day(at) + timedelta(days=ERASURE_DAYS) for at in erased_at if copy.made_at <= at]
    return min(days, default=None)


def old_file_goes(replaced_at: datetime) -> date:
    """The day from which the file of before a restore goes: also in time for every erasure after it."""
    return local_day(replaced_at) + timedelta(days=OLD_FILE_DAYS)


def is_copy_due(last: datetime | None, failed: datetime | None, erased_at: Iterable[datetime], now: datetime) -> bool:
    """Whether an automatic copy should be made: once a day; after a failure again an hour later.

    Args:
        last: when the newest good copy was made.
        failed: when making one last failed.
        erased_at: after an erasure that has ripened a new copy is due, so that the older ones can go.
        now: aware.
    """
    if failed is not None and timedelta() <= now - failed < RETRY:
        return False
    if last is None or local_day(last) != local_day(now):
        return True
    return any(last <= at and now - at >= timedelta(days=ERASURE_FROM_DAYS) for at in erased_at)


def is_check_due(last: datetime | None, now: datetime) -> bool:
    """Whether the file should check itself: it never did, or a month ago."""
    return last is None or abs(now - last) >= timedelta(days=CHECK_DAYS)


def _newest_of_each(copies: Iterable[Copy], bucket: Callable[[date], Hashable], most: int) -> list[Copy]:
    """The newest copy of each of the last `most` stretches of time that have one."""
    found: dict[Hashable, Copy] = {}
    for one in sorted(copies, key=_order, reverse=True):
        found.setdefault(bucket(local_day(one.made_at)), one)
    return list(found.values())[:most]


def _order(one: Copy) -> tuple[datetime, str]:
    return one.made_at, one.name


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


_BUCKETS: tuple[tuple[Callable[[date], Hashable], int], ...] = (
    (date.toordinal, DAILY),
    (_week, WEEKLY),
    (_month, MONTHLY),
)
