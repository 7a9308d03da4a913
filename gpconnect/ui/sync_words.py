"""How it stands with the hub, in a few words: for the status strip and for *Delen*."""

from PySide6.QtCore import QCoreApplication

from gpconnect.services.syncing import SyncState
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP

_PAUSED = QT_TRANSLATE_NOOP("sync", "Eerste keer ophalen staat stil")
_FIRST = QT_TRANSLATE_NOOP("sync", "Eerste keer ophalen")
_FIRST_OF = QT_TRANSLATE_NOOP("sync", "Eerste keer ophalen: {done} van {total}")
_OUT = QT_TRANSLATE_NOOP("sync", "Dit apparaat is eruit gezet")
_LOCKED = QT_TRANSLATE_NOOP("sync", "Een ruimte wacht op een nieuwe sleutel")
_HEALING = QT_TRANSLATE_NOOP("sync", "De hub wordt weer compleet gemaakt")


def special(state: SyncState) -> str:
    """What is no ordinary round, or empty: the first sync, being put out or without a key, a hub being made whole."""
    if not state.hub:
        return ""
    if state.first is not None and state.first.paused:
        return _say(_PAUSED)
    if state.first is not None and state.first.total:
        done, total = text.integer(state.first.done), text.integer(state.first.total)
        return _say(_FIRST_OF).format(done=done, total=total)
    if state.first is not None:
        return _say(_FIRST)
    if state.out or state.locked:
        return _say(_OUT if state.out else _LOCKED)
    return _say(_HEALING) if state.healing else ""


def shortly(sentence: str) -> str:
    """The first sentence of a message: what happened."""
    return sentence.partition(". ")[0].rstrip(".")


def _say(source: str) -> str:
    return QCoreApplication.translate("sync", source)
