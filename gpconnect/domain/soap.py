"""What the GP hears back: a short SOEP report prepared from the note, and when it is due.

A GP records at least a SOEP line per contact. So the program prepares at most ten lines, only from answers that
the form marks for it, only what the family agreed to share (Jeugdwet 7.3.11), and never a passage about somebody else.
The worker reads and approves them. Feedback is due at the start, on progress and at closure (Landelijke
samenwerkingsafspraken jeugd-ggz).
"""

import textwrap
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from gpconnect.domain.calendar import add_working_days
from gpconnect.domain.care import Feedback, FeedbackMoment, FeedbackStatus
from gpconnect.domain.codes import CodeList
from gpconnect.domain.consenting import Standing
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Form, Item, visible_items

LETTERS = ("S", "O", "E", "P")
MAX_LINES = 10
MAX_LENGTH = 200
START_WORKING_DAYS = 3
"""After the first talk, a GP hears within three working days that there was contact; as soon of what changed."""
CLOSURE_WORKING_DAYS = 3
PROGRESS_WEEKS = 6


def prepare(
    form: Form,
    answers: Mapping[str, Any],
    consent: Standing,
    *,
    withheld: Collection[str] = (),
    codes: Mapping[str, CodeList] | None = None,
) -> dict[str, str]:
    """SOEP lines by letter, lines of one letter parted by a newline; empty without consent to share with the GP.

    Every letter that has an answer gets its first line before any letter gets a second, so that ten lines hold the
    whole story of a long note.

    Args:
        form: template of the note.
        answers: the note's answers.
        consent: where consent to share with this practice stands.
        withheld: item ids that are not for the GP: about another, or kept from them by the family.
        codes: code lists, to write words for keys.
    """
    if not consent.is_given:
        return {}
    found: dict[str, list[str]] = {letter: [] for letter in LETTERS}
    for item in visible_items(form, answers):
        if not item.soap or item.third_party or item.id in withheld:
            continue
        line = textwrap.shorten(in_words(item, answers.get(item.id), codes or {}), MAX_LENGTH, placeholder=" …")
        if line:
            found[item.soap].append(line)
    kept = _share_out({letter: len(lines) for letter, lines in found.items()})
    return {letter: "\n".join(found[letter][: kept[letter]]) for letter in LETTERS if kept[letter]}


def together(found: Iterable[Mapping[str, str]], *, limit: int = MAX_LINES) -> dict[str, str]:
    """The lines of several notes of one visit as one report: each says a thing once, oldest first.

    Args:
        found: the lines of each note, oldest first.
        limit: at most so many lines; fewer than ten where something else has to be told as well.
    """
    reports = list(found)
    lines = {
        letter: list(dict.fromkeys(line for one in reports for line in one.get(letter, "").splitlines()))
        for letter in LETTERS
    }
    kept = _share_out({letter: len(own) for letter, own in lines.items()}, limit)
    return {letter: "\n".join(lines[letter][: kept[letter]]) for letter in LETTERS if kept[letter]}


def in_words(item: Item, value: Any, codes: Mapping[str, CodeList]) -> str:
    """An answer as one reads it: labels for keys, steps with their scale, text as it was written."""
    if value is None or value == "":
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(in_words(item, one, codes) for one in value)
    if item.codes in codes:
        return codes[item.codes].label(str(value))
    if isinstance(value, int | float) and item.maximum is not None:
        return f"{item.label}: {value} ({item.minimum}–{item.maximum})"
    return next((option.label for option in item.options if option.value == value), str(value))


def check_soap(soap: Mapping[str, str]) -> dict[str, str]:
    """SOEP lines as the worker approved them: blank lines gone, letters in order.

    Raises:
        KnownError: ``soap.letter`` (letter), ``soap.too_many_lines`` (limit, lines) or ``soap.line_too_long``
            (limit, length, letter).
    """
    for letter in soap:
        if letter not in LETTERS:
            raise KnownError("soap.letter", letter=letter)
    lines = {letter: [line.strip() for line in soap.get(letter, "").splitlines() if line.strip()] for letter in LETTERS}
    count = sum(len(own) for own in lines.values())
    if count > MAX_LINES:
        raise KnownError("soap.too_many_lines", limit=MAX_LINES, lines=count)
    for letter, own in lines.items():
        longest = max((len(line) for line in own), default=0)
        if longest > MAX_LENGTH:
            raise KnownError("soap.line_too_long", limit=MAX_LENGTH, length=longest, letter=letter)
    return {letter: "\n".join(own) for letter, own in lines.items() if own}


def feedback_due(moment: FeedbackMoment, since: date, *, days: int | None = None) -> date:
    """The day on which the GP must have heard, skipping weekends and holidays.

    Args:
        moment: start counts from the first talk, progress from the start, closure from the closing talk, change from
            what happened.
        since: that day.
        days: another term: working days for start and closure, weeks for progress.
    """
    if moment is FeedbackMoment.PROGRESS:
        return add_working_days(since + timedelta(weeks=PROGRESS_WEEKS if days is None else days), 0)
    usual = CLOSURE_WORKING_DAYS if moment is FeedbackMoment.CLOSURE else START_WORKING_DAYS
    return add_working_days(since, usual if days is None else days)


def is_overdue(feedback: Feedback, today: date) -> bool:
    """Whether the GP should have heard already: it was not sent, and the day has passed."""
    return feedback.status is FeedbackStatus.PREPARED and feedback.due_on < today


def _share_out(counts: Mapping[str, int], limit: int = MAX_LINES) -> dict[str, int]:
    """How many lines of each letter fit in the limit: one round per line, in the order S, O, E, P."""
    kept = dict.fromkeys(LETTERS, 0)
    for place in range(limit):
        for letter in LETTERS:
            if counts[letter] > place and sum(kept.values()) < limit:
                kept[letter] += 1
    return kept
