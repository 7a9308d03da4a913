"""Keeps in the file who holds each half-day, as it follows from everybody who is away (`gpconnect.domain.deputising`).

Only half-days and absences of the same site are asked, because everybody in that site's space knows all of those. That
a deputy sits in another practice at that minute is known to fewer people, and is a duty of theirs.
"""

from datetime import date
from typing import Any

from sqlite_utils import Database

from gpconnect.domain import deputising as rules
from gpconnect.domain.changes import Changes
from gpconnect.domain.schedule import Absence, HalfDaySession
from gpconnect.storage import rows

_STANDING = "archived = 0 AND site_id = ? AND first_day <= ? AND last_day >= ?"


def placed(db: Database, half_day: HalfDaySession) -> HalfDaySession:
    """A half-day as its operations make it, in the hands of who holds it."""
    site, day = half_day.site_id, half_day.day
    away = rows.where(db, Absence, _STANDING, (site, day, day))
    if not away:
        return rules.held_by(half_day, "")
    beside = rows.where(db, HalfDaySession, "site_id = ? AND day = ? AND id <> ?", (site, day, half_day.id))
    return rules.held_by(half_day, rules.holders((*beside, half_day), away)[half_day.id])


def holders(db: Database, site_id: str, day: date, *more: Absence) -> dict[str, str]:
    """Who holds each half-day of a site on a day, as it would be with these absences as well."""
    away = rows.where(db, Absence, _STANDING, (site_id, day, day))
    half_days = rows.where(db, HalfDaySession, "site_id = ? AND day = ?", (site_id, day))
    return rules.holders(half_days, (*away, *more))


def follow(db: Database, *touched: Any) -> Changes:
    """After a half-day or an absence came to be another: whoever holds the half-days of those days now, in the file.

    Args:
        db: the file, inside a transaction.
        touched: the record as it was and as it is; None where it was not there, other kinds of record move nothing.
    """
    moved: list[HalfDaySession] = []
    for one in dict.fromkeys(touched):
        if isinstance(one, HalfDaySession):
            moved += _settle(db, one.site_id, one.day, one.day)
        elif isinstance(one, Absence):
            moved += _settle(db, one.site_id, one.first_day, one.last_day)
    if not moved:
        return Changes()
    return Changes(frozenset({"half_day_session"}), frozenset(one.id for one in moved))


def _settle(db: Database, site_id: str, first: date, last: date) -> list[HalfDaySession]:
    away = rows.where(db, Absence, _STANDING, (site_id, last, first))
    which = "site_id = ? AND day BETWEEN ? AND ?" + ("" if away else " AND deputy_for <> ''")
    by_day: dict[date, list[HalfDaySession]] = {}
    for one in rows.where(db, HalfDaySession, which, (site_id, first, last), order="day, start, id"):
        by_day.setdefault(one.day, []).append(one)
    moved = []
    for day, half_days in by_day.items():
        then = [one for one in away if one.first_day <= day <= one.last_day]
        moved += rules.changed(half_days, rules.holders(half_days, then))
    rows.put_many(db, moved)
    return moved
