"""Dates, ages, durations and counts the way people say them.

Days and times are shown in wall time of Europe/Amsterdam. Words come from the translation catalogue, names
of days and months from Qt's locale (`QLocale.setDefault` chooses Dutch or English at start-up).
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from gpconnect.ui.marked import translate

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_WEEK = 7
_MONTH = 30

_ON_KEYBOARD = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Backspace": "⌫"}


def set_language(language: str) -> None:
    """Choose the names of days and months: ``nl`` or ``en``."""
    QLocale.setDefault(QLocale("en_GB" if language == "en" else "nl_NL"))


def local(moment: datetime) -> datetime:
    """An instant as wall time in the Netherlands."""
    return moment.astimezone(AMSTERDAM)


def day(value: date) -> str:
    """``di 24 nov``."""
    return _format(value, "ddd d MMM")


def long_day(value: date) -> str:
    """``dinsdag 24 november``."""
    return _format(value, "dddd d MMMM")


def weekday(value: date) -> str:
    """``dinsdag``."""
    return _format(value, "dddd")


def full_date(value: date) -> str:
    """``24 november 2026``."""
    return _format(value, "d MMMM yyyy")


def birth_date(value: date) -> str:
    """``13-02-2013``, as it is spoken and typed at the desk."""
    return value.strftime("%d-%m-%Y")


def clock(value: datetime | time) -> str:
    """``09:20``."""
    return (local(value) if isinstance(value, datetime) else value).strftime("%H:%M")


def moment(value: datetime) -> str:
    """``di 24 nov, 09:20``."""
    return f"{day(local(value).date())}, {clock(value)}"


def span(start: datetime, end: datetime) -> str:
    """``09:00-13:00`` with a real dash."""
    return f"{clock(start)}–{clock(end)}"


def age(years: int) -> str:
    """``9 jaar``."""
    return _count(years, translate("text", "{n} jaar"), translate("text", "{n} jaar"))


def duration(days: int) -> str:
    """``5 dagen``, ``5 weken``, ``3 maanden``: the largest unit that is still honest."""
    if days < 2 * _WEEK:
        return _count(days, translate("text", "{n} dag"), translate("text", "{n} dagen"))
    if days < 3 * _MONTH:
        return _count(round(days / _WEEK), translate("text", "{n} week"), translate("text", "{n} weken"))
    return _count(round(days / _MONTH), translate("text", "{n} maand"), translate("text", "{n} maanden"))


def minutes(value: int) -> str:
    """``45 min``."""
    return translate("text", "{n} min").format(n=value)


def relative(value: date, today: date) -> str:
    """``vandaag``, ``morgen``, ``gisteren``, ``over 7 dagen``, ``3 weken geleden``."""
    days = (value - today).days
    near = {0: translate("text", "vandaag"), 1: translate("text", "morgen"), -1: translate("text", "gisteren")}
    if days in near:
        return near[days]
    words = translate("text", "over {duration}") if days > 0 else translate("text", "{duration} geleden")
    return words.format(duration=duration(abs(days)))


def count(number: int, one: str, many: str) -> str:
    """``1 afspraak``, ``4 afspraken``; both words arrive translated."""
    return f"{integer(number)} {one if number == 1 else many}"


def integer(number: int) -> str:
    """``2.439``."""
    return QLocale().toString(number)


def decimal(number: float, places: int = 1) -> str:
    """``8,1``."""
    return QLocale().toString(number, "f", places)


def percent(numerator: int, denominator: int) -> str:
    """``58%``, or a dash when nothing was counted; always show the denominator beside it."""
    return f"{round(100 * numerator / denominator)}%" if denominator else "-"


def join(*parts: str) -> str:
    """The parts that say something, with a middle dot between."""
    return " · ".join(part for part in parts if part)


def keys(sequence: str) -> str:
    """A key as it stands on a Dutch keyboard: ``Alt ←`` for ``Alt+Left``."""
    return " ".join(_ON_KEYBOARD.get(one, one) for one in sequence.split("+"))


def spoken_keys(sequence: str) -> str:
    """The same for a screen reader, which does not read an arrow: ``Alt + pijl naar links``."""
    arrows = {"Left": translate("text", "pijl naar links"), "Right": translate("text", "pijl naar rechts")}
    return " + ".join(arrows.get(one, one) for one in sequence.split("+"))


def _format(value: date, pattern: str) -> str:
    return QLocale().toString(QDate(value.year, value.month, value.day), pattern)


def _count(number: int, one: str, many: str) -> str:
    return (one if number == 1 else many).format(n=integer(number))
