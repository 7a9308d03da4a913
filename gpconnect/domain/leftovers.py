"""What a note says that its template does not ask: it stays in sight, with its mark, and goes nowhere by itself.

A template is changed halfway, or gets a newer version while a draft waits. Every sentence stays under the question it
was written under, asked at the end of the form. It feeds neither the lines for the GP nor a handover, because the
template as it is now did not ask for it; a passage about another keeps that mark (Jeugdwet 7.3.10).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from gpconnect.domain.forms import Form, Item, ItemKind, Option, fits

ABOUT_ANOTHER = "about_another"
"""Id of the answer for text about another, on a template that asks something else under the same name."""
BEFORE = "before_"
"""Begins the id of an answer that does not fit what another template asks under the same name."""
_OUTSIDE = "Dit blijft buiten de terugkoppeling en buiten een afschrift."
_ABOUT = Item(ABOUT_ANOTHER, ItemKind.LONG_TEXT, "Over een ander", help=_OUTSIDE, third_party=True)
_LABEL = "Eerder opgeschreven"


def carry_over(answers: Mapping[str, Any], before: Form, after: Form) -> dict[str, Any]:
    """The answers on another template: nothing is thrown away, and nothing loses its mark.

    An answer stays under its own id; what the new template does not ask is shown by `grown`. Only where both
    templates use one id for something else does the answer get another: text about another goes to `ABOUT_ANOTHER`.
    """
    kept: dict[str, Any] = {}
    about: list[str] = []
    for key, value in answers.items():
        asked, asks = before.item(key), after.item(key)
        if asks is None or _is_blank(value):
            kept[key] = value
        elif asked is not None and asked.third_party and not asks.third_party:
            about.append(str(value))
        else:
            kept[key if fits(asks, value) else _free(key, {*answers, *kept})] = value
    if about:
        kept[ABOUT_ANOTHER] = "\n\n".join(filter(None, (str(kept.get(ABOUT_ANOTHER) or ""), *about)))
    return kept


def grown(form: Form, answers: Mapping[str, Any], known: Iterable[Form]) -> Form:
    """The form with a question at its end for every answer that it does not ask.

    Args:
        form: the template of a draft or a signed note.
        answers: what was written.
        known: every form of this program; the question is looked up in them. An answer that none of them knows is
            marked as about another, because nobody can say that it is not.
    """
    forms = tuple(known)
    extra = [
        _question(key, value, forms)
        for key, value in answers.items()
        if form.item(key) is None and not _is_blank(value)
    ]
    return replace(form, items=(*form.items, *extra)) if extra else form


def _free(key: str, taken: Collection[str]) -> str:
    """A name under which nothing stands yet."""
    while key in taken:
        key = f"{BEFORE}{key}"
    return key


def _is_blank(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def _question(key: str, value: Any, forms: tuple[Form, ...]) -> Item:
    """The question that was answered, freed of what only its own template needs."""
    if key == ABOUT_ANOTHER:
        return _ABOUT
    own = key.rpartition(BEFORE)[2]
    asked = [item for form in forms if form.purpose == "note" for item in form.items if item.id == own]
    found = next((item for item in asked if fits(item, value)), _plain(value))
    return replace(
        found,
        id=key,
        required=False,
        show_when=None,
        soap="",
        topic="",
        column="",
        counts=False,
        third_party=not asked or any(item.third_party for item in asked),
    )


def _plain(value: Any) -> Item:
    """A question of no known form: any text in full length, a list as chips, a number as it stands."""
    if isinstance(value, list | tuple):
        return Item("", ItemKind.SEVERAL, _LABEL, options=tuple(Option(str(one), str(one)) for one in value))
    if isinstance(value, int | float):
        return Item("", ItemKind.NUMBER, _LABEL)
    return Item("", ItemKind.LONG_TEXT, _LABEL)
