"""The copy of a dossier as pages: to read at the kitchen table, or in the employer's record."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer

from gpconnect.documents import texts
from gpconnect.documents.inspection_data import LEFT_OUT, Copy, Entry, Passage, Section
from gpconnect.documents.layout import (
    ITALIC,
    MUTED,
    SEMIBOLD,
    Sheet,
    Story,
    body,
    build,
    escape,
    heading,
    readable,
    small,
)
from gpconnect.documents.parts import boxed, table

_HERE = ZoneInfo("Europe/Amsterdam")
_LEAST_ROOM = 90
"""Points that a day's title wants under it: the header of its table and two lines."""
_LONG = 90
"""From so many characters a passage stands under its heading instead of behind it."""

_BRACKETS = (
    "Tekens die hier niet te drukken zijn, zoals een emoji of een ander schrift, staan in woorden tussen [haken]. In "
    "het dossier staan ze zoals ze zijn geschreven."
)
_SHORT, _FEW = 600, 8
"""An entry with fewer letters and passages is not divided over two pages."""


def copy_pdf(copy: Copy) -> bytes:
    """The copy as pages. Title, metadata and footer hold no name."""
    name = "Volledig dossier" if copy.complete else "Afschrift van het dossier"
    sheet = Sheet(name, copy.organization, name, footer=f"Vertrouwelijk · {name.lower()}")
    return build(lambda: _story(copy, name), sheet)


def _story(copy: Copy, name: str) -> Story:
    story: Story = [
        heading(name, 1),
        table(("Dit afschrift", ""), _core(copy), (0.24, 0.76)),
        Spacer(1, 6),
        boxed([body(escape(" ".join(copy.remarks)), size=9.5, after=0)]),
    ]
    if any(readable(one).count("[") > one.count("[") for one in _written(copy)):
        story.append(small(_BRACKETS))
    for section in copy.sections:
        story += _section(section)
    if copy.looks:
        story.append(heading("Wie keek er in het dossier", top=True))
        story.append(small("Nieuwste boven. Er staat nooit bij wat iemand las of typte (NEN 7513)."))
        story += _looked(copy)
    return story


def _looked(copy: Copy) -> Iterator[Any]:
    """A table for each day, as on the family's own list of who looked."""
    for day, of_day in groupby(copy.looks, key=lambda one: one[0].astimezone(_HERE).date()):
        lines = [(f"{at.astimezone(_HERE):%H:%M}", escape(sentence)) for at, sentence in of_day]
        yield CondPageBreak(_LEAST_ROOM)
        yield heading(texts.long_day(day), keep=False)
        yield table(("Tijd", "Wie deed wat"), lines, (0.12, 0.88), whole=False)
        yield Spacer(1, 4)


def _written(copy: Copy) -> Iterator[str]:
    """What people wrote in the dossier, and the names in it."""
    yield from (copy.child_name, copy.recipient)
    for entry in (one for section in copy.sections for one in section.entries):
        yield from (entry.title, entry.by, *(one.text for one in entry.passages))


def _core(copy: Copy) -> list[tuple[str, str]]:
    return [
        ("Van", f"<b>{escape(copy.child_name)}</b>, geboren {texts.day_text(copy.birth_date)}"),
        ("Voor", f"<b>{escape(copy.recipient)}</b>"),
        ("Op grond van", escape(copy.ground)),
        ("Gemaakt", f"{texts.day_text(copy.made_on)} door {escape(copy.made_by)}, {escape(copy.organization)}"),
    ]


def _section(section: Section) -> Story:
    title = heading(section.title, top=True)
    if not section.entries:
        return [KeepTogether([title, small(escape(section.none or "Hier is niets vastgelegd."))])]
    first, *others = section.entries
    return [*_printed(first, title), *(flowable for entry in others for flowable in _printed(entry))]


def _printed(entry: Entry, *before: Any) -> Story:
    """An entry, under the title of its section where it is the first."""
    story: Story = list(before)
    if entry.title:
        after = " · ".join(filter(None, (entry.when, entry.by)))
        quiet = f' <font color="#{MUTED.hexval()[2:]}" size="8.5">{escape(after)}</font>' if after else ""
        title = body(f'<font name="{SEMIBOLD}">{escape(entry.title)}</font>{quiet}', before=5, after=2)
        title.keepWithNext = int(bool(entry.passages))
        story.append(title)
    story += [flowable for one in entry.passages for flowable in _words(one)]
    story.append(Spacer(1, 4))
    short = sum(len(one.text) for one in entry.passages) < _SHORT and len(entry.passages) < _FEW
    return [KeepTogether(story)] if short else story


def _words(one: Passage) -> Story:
    if one.left_out:
        left = f'<font name="{ITALIC}">{LEFT_OUT}</font>'
        return [body(f"{_label(one)} {left}" if one.label else left, size=9.5, after=2)]
    if len(one.text) < _LONG and "\n" not in one.text:
        return [body(f"{_label(one)} {escape(one.text)}" if one.label else escape(one.text), size=9.5, after=2)]
    head = [_head(one.label)] if one.label else []
    return [*head, body(escape(one.text), size=9.5, after=4)]


def _label(one: Passage) -> str:
    return (
        f'<font color="#{MUTED.hexval()[2:]}">{escape(one.label)}{"" if one.label.endswith(("?", ":")) else ":"}</font>'
    )


def _head(label: str) -> Any:
    made = small(escape(label), after=1)
    made.keepWithNext = 1
    return made
