"""Forms as data: one engine for the worker's notes and for the four voices of the evaluation.

A form is written in TOML and read into frozen dataclasses; a key that nobody knows is an error that names file and
field, because a misspelt ``required`` would otherwise silently ask nothing. A published version never changes: an
answer always keeps the id and version of the form it answers. Names map one-to-one onto FHIR R4 ``Questionnaire``:
`Item.id` is ``linkId``, `Item.required` is ``required``, `Item.show_when` is ``enableWhen`` with one ``=``.

Answers are plain values by item id: text, ISO date text, numbers, an option's value, or a list of option values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from gpconnect.domain.errors import KnownError

SHORT_TEXT = 200
"""Most characters of a one-line answer where the form names no limit."""
LONG_TEXT = 20_000
"""Most characters of a long answer where the form names no limit: some eight printed pages."""


class ItemKind(StrEnum):
    """What may be answered. `SCALE` has named ends; `SCORE` is a mark (rapportcijfer) in whole numbers."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    SEVERAL = "several"
    CODE = "code"
    SCALE = "scale"
    SCORE = "score"


_TEXTS = frozenset({ItemKind.TEXT, ItemKind.LONG_TEXT})
_CHOOSING = frozenset({ItemKind.CHOICE, ItemKind.SEVERAL, ItemKind.CODE})
_STEPS = frozenset({ItemKind.SCALE, ItemKind.SCORE})


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: the value that is kept and the words that are read."""

    value: str
    label: str
    label_en: str = ""


@dataclass(frozen=True, slots=True)
class ShowWhen:
    """The item is asked only when another item has this answer (or, for `several`, contains it)."""

    item: str
    equals: str | int | bool


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    Attributes:
        id: stable name of the answer (``linkId``).
        wording: other words per voice or age, for example ``{"child_8_11": "Hoe gaat het?"}``; the key is chosen
            by who fills it in. Without an entry `label` is read.
        options: what may be chosen, in order; empty when `codes` names a code list.
        codes: name of a code list in ``resources/codes``.
        minimum: lowest number, scale step or mark (included).
        maximum: highest number, scale step or mark (included).
        low_label: words at the low end of a scale.
        high_label: words at the high end.
        faces: show the steps of a scale as faces, for young children.
        max_length: most characters; 0 means the default of the kind.
        soap: S, O, E or P: the letter of the feedback to the GP that this answer may fill; empty for never.
        topic: which point of the handover checklist or which indicator the answer feeds.
        counts: whether the step counts in `score`.
        third_party: the answer usually speaks about somebody else (left out of an inspection copy by default,
            Jeugdwet 7.3.10 with the protection of third parties).
        column: heading under which the item stands, one of `Form.columns`; empty for the full width.
    """

    id: str
    kind: ItemKind
    label: str
    label_en: str = ""
    help: str = ""
    wording: dict[str, str] = field(default_factory=dict)
    required: bool = False
    options: tuple[Option, ...] = ()
    codes: str = ""
    minimum: int | None = None
    maximum: int | None = None
    low_label: str = ""
    high_label: str = ""
    faces: bool = False
    max_length: int = 0
    show_when: ShowWhen | None = None
    soap: str = ""
    topic: str = ""
    counts: bool = False
    third_party: bool = False
    column: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A published version of a form.

    Attributes:
        id: name of the folder, for example ``first_talk``.
        version: from 1; a published version never changes.
        purpose: ``note`` or ``evaluation``.
        voice: for an evaluation: child, parent, gp or worker.
        age_from: youngest age that is asked (years, included).
        age_to: oldest age that is asked (years, included).
        intro: what is read before the first question.
        visits: the kinds of talk for which a note template is proposed first.
        columns: headings that stand beside each other, from left to right (Signs of Safety has three).
    """

    id: str
    version: int
    purpose: str
    title: str
    items: tuple[Item, ...]
    title_en: str = ""
    intro: str = ""
    voice: str = ""
    age_from: int = 0
    age_to: int = 23
    visits: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    def item(self, item_id: str) -> Item | None:
        """The item of this id, or None."""
        return next((item for item in self.items if item.id == item_id), None)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one answer: the item, a message code and what its sentence needs."""

    item: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the steps that count, how many of them were answered, and how many there are."""

    total: int
    answered: int
    of: int


def parse_form(data: Mapping[str, Any], source: str) -> Form:
    """Read a form from decoded TOML.

    Args:
        data: the decoded file.
        source: the file's name, for the message.

    Raises:
        KnownError: ``form.unknown_key`` (file, field) for a key that no form has; ``form.wrong`` (file, field,
            detail) for a missing or impossible value.
    """
    _refuse_unknown(data, Form, source, "")
    for number, item in enumerate(tables(data.get("items"))):
        where = f"items[{number}]."
        _refuse_unknown(item, Item, source, where)
        for when in tables([item.get("show_when")]):
            _refuse_unknown(when, ShowWhen, source, f"{where}show_when.")
        for option in tables(item.get("options")):
            _refuse_unknown(option, Option, source, f"{where}options.")
    try:
        form = msgspec.convert(dict(data), Form)
    except msgspec.ValidationError as error:
        raise KnownError("form.wrong", file=source, field="", detail=str(error)) from error
    _check_form(form, source)
    return form


def tables(value: Any) -> list[Mapping[str, Any]]:
    """The tables in a list out of TOML; what is something else is told by the conversion that follows."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []


def visible_items(form: Form, answers: Mapping[str, Any]) -> tuple[Item, ...]:
    """The items that are asked, given the answers so far. An item under a hidden one is hidden too."""
    visible: list[Item] = []
    shown: set[str] = set()
    for item in form.items:
        if item.show_when is None or (item.show_when.item in shown and _matches(item.show_when, answers)):
            visible.append(item)
            shown.add(item.id)
    return tuple(visible)


def check_answers(
    form: Form, answers: Mapping[str, Any], codes: Mapping[str, Sequence[str]] | None = None
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """What may be kept of the answers, and what is wrong.

    Answers to hidden or unknown items are left out, as are empty ones; a wrong answer is left out and named. Text is
    kept to the letter, but for line breaks before and after it.

    Args:
        form: the form that was filled in.
        answers: plain values by item id.
        codes: the keys of each code list; a list that is not given accepts any key.

    Returns:
        The clean answers in the order of the form, and the problems in the same order. Codes: ``answer.required``,
        ``answer.kind``, ``answer.too_long`` (limit, length), ``answer.range`` (minimum, maximum),
        ``answer.option``, ``answer.date``.
    """
    clean: dict[str, Any] = {}
    problems: list[Problem] = []
    for item in visible_items(form, answers):
        value = answers.get(item.id)
        if isinstance(value, str):
            value = value.strip("\r\n") if value.strip() else ""
        if value is None or value == "" or (isinstance(value, list | tuple) and not value):
            if item.required:
                problems.append(Problem(item.id, "answer.required"))
            continue
        problem = _problem(item, value, codes or {})
        if problem is None:
            clean[item.id] = list(value) if isinstance(value, list | tuple) else value
        else:
            problems.append(problem)
    return clean, tuple(problems)


def fits(item: Item, value: Any) -> bool:
    """Whether a value can be an answer to this question; any length of a long text and any code of a list will do."""
    if item.kind is ItemKind.LONG_TEXT:
        return isinstance(value, str)
    on_one_line = item.kind is not ItemKind.TEXT or "\n" not in str(value)
    return on_one_line and _problem(item, value, {}) is None


def too_long(item: Item, value: Any) -> Problem | None:
    """What is wrong when a text has more characters than the question takes; said while somebody types or pastes."""
    if item.kind not in _TEXTS or not isinstance(value, str):
        return None
    limit = item.max_length or (SHORT_TEXT if item.kind is ItemKind.TEXT else LONG_TEXT)
    return Problem(item.id, "answer.too_long", {"limit": limit, "length": len(value)}) if len(value) > limit else None


def score(form: Form, answers: Mapping[str, Any]) -> Score:
    """The sum over the items that count. Nothing is invented for what was not answered."""
    counting = [item for item in visible_items(form, answers) if item.counts]
    steps = [answers[item.id] for item in counting if _is_number(answers.get(item.id))]
    return Score(total=sum(int(step) for step in steps), answered=len(steps), of=len(counting))


def wording(item: Item, *keys: str) -> str:
    """The question in the words of the first key that has its own, else the ordinary words.

    Args:
        item: the question.
        keys: voices or age groups from most to least precise, for example ``"child_8_11", "child"``.
    """
    return next((item.wording[key] for key in keys if key in item.wording), item.label)


def _refuse_unknown(data: Mapping[str, Any], shape: type[Any], source: str, where: str) -> None:
    known = {known.name for known in fields(shape)}
    for key in data:
        if key not in known:
            raise KnownError("form.unknown_key", file=source, field=f"{where}{key}")


def _check_form(form: Form, source: str) -> None:
    earlier: set[str] = set()
    for item in form.items:
        detail = _wrong(item, earlier, form.columns)
        if detail:
            raise KnownError("form.wrong", file=source, field=item.id, detail=detail)
        earlier.add(item.id)
    if form.version < 1 or not form.items:
        raise KnownError("form.wrong", file=source, field="version", detail="version >= 1 and at least one item")


def _wrong(item: Item, earlier: set[str], columns: tuple[str, ...]) -> str:
    checks = {
        "id occurs twice": item.id in earlier,
        "show_when names no earlier item": item.show_when is not None and item.show_when.item not in earlier,
        "choices need options or codes": item.kind in _CHOOSING and not item.options and not item.codes,
        "options belong to choices": item.kind not in _CHOOSING and bool(item.options or item.codes),
        "a scale or score needs minimum < maximum": item.kind in _STEPS
        and (item.minimum is None or item.maximum is None or item.minimum >= item.maximum),
        "only a scale or score counts": item.counts and item.kind not in _STEPS,
        "soap is S, O, E or P": item.soap not in {"", "S", "O", "E", "P"},
        "unknown column": bool(item.column) and item.column not in columns,
    }
    return next((detail for detail, failed in checks.items() if failed), "")


def _matches(condition: ShowWhen, answers: Mapping[str, Any]) -> bool:
    value = answers.get(condition.item)
    if isinstance(value, list | tuple):
        return condition.equals in value
    return bool(value == condition.equals)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _problem(item: Item, value: Any, codes: Mapping[str, Sequence[str]]) -> Problem | None:
    if item.kind in _TEXTS:
        return _text_problem(item, value)
    if item.kind is ItemKind.DATE:
        return _date_problem(item, value)
    if item.kind in _CHOOSING:
        return _choice_problem(item, value, codes)
    return _number_problem(item, value)


def _text_problem(item: Item, value: Any) -> Problem | None:
    if not isinstance(value, str):
        return Problem(item.id, "answer.kind")
    return too_long(item, value)


def _date_problem(item: Item, value: Any) -> Problem | None:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return Problem(item.id, "answer.date")
    return None


def _choice_problem(item: Item, value: Any, codes: Mapping[str, Sequence[str]]) -> Problem | None:
    several = item.kind is ItemKind.SEVERAL
    if isinstance(value, str) is several:
        return Problem(item.id, "answer.kind")
    chosen: Sequence[Any] = value if several else (value,)
    allowed = codes.get(item.codes) if item.codes else [option.value for option in item.options]
    if allowed is not None and any(one not in allowed for one in chosen):
        return Problem(item.id, "answer.option")
    return None


def _number_problem(item: Item, value: Any) -> Problem | None:
    if not _is_number(value) or (item.kind in _STEPS and not isinstance(value, int)):
        return Problem(item.id, "answer.kind")
    low, high = item.minimum, item.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        return Problem(item.id, "answer.range", {"minimum": low, "maximum": high})
    return None
