"""Every error a person can act on, in plain Dutch: what happened, what is safe, what to do.

The core raises a code with parameters; this is the only place where the sentence stands. The window and the
command line say the same words.
"""

from PySide6.QtCore import QCoreApplication

from gpconnect.domain.errors import KnownError
from gpconnect.ui.marked import QT_TRANSLATE_NOOP
from gpconnect.ui.sentences import (
    access,
    calendar,
    copies,
    desk,
    dossier,
    erasing,
    further,
    half_days,
    hub,
    joining,
    keeping,
    keys,
    locking,
    rights,
    trouble,
)

_ROOMS = (
    access,
    calendar,
    copies,
    desk,
    dossier,
    erasing,
    further,
    half_days,
    hub,
    joining,
    keeping,
    keys,
    locking,
    rights,
    trouble,
)
SENTENCES: dict[str, str] = {code: words for room in _ROOMS for code, words in room.SENTENCES.items()}
UNKNOWN = QT_TRANSLATE_NOOP(
    "messages", "Dit lukte niet ({code}). Wat je eerder opsloeg is veilig. Meld deze code aan de beheerder."
)


def say(error: BaseException) -> str:
    """The sentence for an error; a code without a sentence, or a bug, gives one that names it."""
    if not isinstance(error, KnownError):
        return _translated(UNKNOWN).format(code=type(error).__name__)
    sentence = SENTENCES.get(error.code)
    if sentence is None:
        return _translated(UNKNOWN).format(code=error.code)
    try:
        return _translated(sentence).format(**error.params)
    except (KeyError, IndexError):
        # A sentence that asks for more than was given still has to help.
        return _translated(sentence)


def _translated(source: str) -> str:
    return QCoreApplication.translate("messages", source)
