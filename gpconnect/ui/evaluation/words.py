"""What voices, moments and scores are called in Dutch."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from gpconnect.domain.evaluation import Moment, Voice
from gpconnect.services.evaluations import AskedForm
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP

VOICES = {
    Voice.CHILD: QT_TRANSLATE_NOOP("evaluation", "Jeugdige"),
    Voice.PARENT: QT_TRANSLATE_NOOP("evaluation", "Ouder"),
    Voice.GP: QT_TRANSLATE_NOOP("evaluation", "Huisarts"),
    Voice.WORKER: QT_TRANSLATE_NOOP("evaluation", "Jeugdwerker"),
}
MOMENTS = {
    Moment.START: QT_TRANSLATE_NOOP("evaluation", "Aan het begin"),
    Moment.END: QT_TRANSLATE_NOOP("evaluation", "Aan het eind"),
    Moment.FOLLOW_UP: QT_TRANSLATE_NOOP("evaluation", "Een tijd later"),
}
WAYS = {
    "kiosk": QT_TRANSLATE_NOOP("evaluation", "op dit scherm"),
    "paper": QT_TRANSLATE_NOOP("evaluation", "van papier"),
    "screen": QT_TRANSLATE_NOOP("evaluation", "zelf ingevuld"),
}
SCORES = {
    -3: QT_TRANSLATE_NOOP("evaluation", "slechter"),
    -2: QT_TRANSLATE_NOOP("evaluation", "zoals bij de start"),
    -1: QT_TRANSLATE_NOOP("evaluation", "een stukje"),
    0: QT_TRANSLATE_NOOP("evaluation", "bereikt"),
    1: QT_TRANSLATE_NOOP("evaluation", "meer dan gehoopt"),
    2: QT_TRANSLATE_NOOP("evaluation", "veel meer"),
}


def say(marked: str) -> str:
    """The translated words of one of the tables above."""
    return QCoreApplication.translate("evaluation", marked)


def score(value: int) -> str:
    """A goal score as people write it, with a real minus and a plus."""
    sign = "−" if value < 0 else "+" if value > 0 else ""
    return f"{sign}{abs(value)}"


def state(form: AskedForm, today: date) -> tuple[str, str]:
    """The badge of one voice: words and tone."""
    if form.handed_in_at is not None:
        return say(QT_TRANSLATE_NOOP("evaluation", "Ingevuld")), "good"
    if form.half:
        return say(QT_TRANSLATE_NOOP("evaluation", "Half ingevuld")), "accent"
    if form.key.voice is Voice.GP:
        return say(QT_TRANSLATE_NOOP("evaluation", "Bij de praktijk")), "neutral"
    if form.lapsed:
        return say(QT_TRANSLATE_NOOP("evaluation", "Niet ingevuld")), "neutral"
    if today >= form.late_on:
        return say(QT_TRANSLATE_NOOP("evaluation", "Te laat")), "attention"
    return say(QT_TRANSLATE_NOOP("evaluation", "Nog vragen")), "neutral"


def detail(form: AskedForm) -> str:
    """When it was answered and how, or since when it is asked."""
    if form.handed_in_at is not None:
        return text.join(text.day(text.local(form.handed_in_at).date()), say(WAYS[form.how]) if form.how else "")
    since = say(QT_TRANSLATE_NOOP("evaluation", "sinds {day}")).format(day=text.day(form.due_on))
    if form.key.voice in {Voice.CHILD, Voice.PARENT}:
        return f"{since}\n" + say(QT_TRANSLATE_NOOP("evaluation", "code {code}")).format(code=form.key.code)
    return since
