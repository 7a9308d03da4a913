"""How it stands with the hub, in a few words: for the status strip and for *Delen*."""

from PySide6.QtCore import QCoreApplication

from gpconnect.services.first_sync import Progress
from gpconnect.services.syncing import SyncState
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP

_PAUSED = QT_TRANSLATE_NOOP("sync", "Eerste keer ophalen staat stil")
_FIRST = QT_TRANSLATE_NOOP("sync", "Eerste keer ophalen")
_FIRST_OF = QT_TRANSLATE_NOOP("sync", "Eerste keer ophalen: {done} van {total}")
_OUT = QT_TRANSLATE_NOOP("sync", "Dit apparaat is eruit gezet")
_LOCKED = QT_TRANSLATE_NOOP("sync", "Een ruimte wacht op een nieuwe sleutel")
_HEALING = QT_TRANSLATE_NOOP("sync", "De server wordt weer compleet gemaakt")


def special(state: SyncState) -> str:
    """What is no ordinary round, or empty: the first sync, being put out or without a key, a hub being made whole."""
    if not state.hub:
        return ""
    if state.out:
        return _say(_OUT)  # also before all was in: the first sync will never be over
    if state.first is not None:
        return _first(state.first)
    if state.locked:
        return _say(_LOCKED)
    return _say(_HEALING) if state.healing else ""


def _first(first: Progress) -> str:
    if first.paused:
        return _say(_PAUSED)
    if not first.total:
        return _say(_FIRST)
    return _say(_FIRST_OF).format(done=text.integer(first.done), total=text.integer(first.total))


def shortly(sentence: str) -> str:
    """The first sentence of a message: what happened."""
    return sentence.partition(". ")[0].rstrip(".")


def _say(source: str) -> str:
    return QCoreApplication.translate("sync", source)
