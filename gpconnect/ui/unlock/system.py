"""Hears from the system that the person goes away: it falls asleep, or its own screen is locked.

Linux tells it over D-Bus, where that is; without a bus nothing is heard and nothing is said. Windows and macOS tell it
otherwise, which is not built: there the clocks of `gpconnect.ui.unlock.idle` lock the file when the computer wakes.
"""

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

LOGIN = "org.freedesktop.login1"
MANAGER_PATH = "/org/freedesktop/login1"
MANAGER = f"{LOGIN}.Manager"
SESSION = f"{LOGIN}.Session"
SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SystemWatch(QObject):
    """Says `away` when the system goes to sleep or its screen is locked.

    Where the system allows, it waits with falling asleep until `covered` is called, at most its own few seconds.
    """

    away = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delay: int | None = None
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        self._system = system
        if system.isConnected():
            self._hear(system, LOGIN, MANAGER_PATH, MANAGER, "PrepareForSleep", "_sleeps(bool)")
            self._hear(system, LOGIN, own_session_path(), SESSION, "Lock", "_locks()")
            self.hold_sleep()
        if session.isConnected():
            for name in SCREEN_SAVERS:
                # From whoever says it: the desktops send this under names of their own.
                self._hear(session, "", "", name, "ActiveChanged", "_screen_changes(bool)")

    def hold_sleep(self) -> None:
        """Ask the system to wait a moment before it sleeps, until `covered`; done again after every waking."""
        if self._delay is None and self._system.isConnected():
            asked = QDBusMessage.createMethodCall(LOGIN, MANAGER_PATH, MANAGER, "Inhibit")
            asked.setArguments(["sleep", "GPConnect", "Het scherm wordt afgedekt", "delay"])
            asked.setAutoStartService(False)
            self._system.callWithCallback(asked, self, SLOT("_held(QDBusMessage)"), SLOT("_not_held()"))  # type: ignore[call-overload] # the stub asks for bytes, which Qt refuses

    def covered(self) -> None:
        """Nothing can be seen any more and the file is closed: the system may sleep."""
        if self._delay is not None:
            os.close(self._delay)
            self._delay = None

    def _hear(self, bus: QDBusConnection, sender: str, path: str, interface: str, name: str, slot: str) -> None:
        bus.connect(sender, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload] # the stub asks for bytes, which Qt refuses

    @Slot(bool)
    def _sleeps(self, begins: bool) -> None:  # noqa: FBT001 - the bus brings a plain boolean
        if begins:
            self.away.emit()
        else:
            self.hold_sleep()

    @Slot()
    def _locks(self) -> None:
        self.away.emit()

    @Slot(bool)
    def _screen_changes(self, locked: bool) -> None:  # noqa: FBT001 - the bus brings a plain boolean
        if locked:
            self.away.emit()

    @Slot(QDBusMessage)
    def _held(self, answer: QDBusMessage) -> None:
        self.covered()
        for one in answer.arguments():
            if isinstance(one, QDBusUnixFileDescriptor):
                self._delay = os.dup(one.fileDescriptor())

    @Slot()
    def _not_held(self) -> None:
        """The system does not wait for us; then it is what it is."""


def own_session_path() -> str:
    """Where the login service keeps this person's session; empty (any) when the system does not say which it is."""
    name = os.environ.get("XDG_SESSION_ID", "")
    if not name:
        return ""
    return f"{MANAGER_PATH}/session/{bus_label(name)}"


def bus_label(name: str) -> str:
    """A name as one step of an object path, the way systemd writes it: other signs, and a first digit, in hex."""

    def shown(sign: str, place: int) -> str:
        fine = sign.isascii() and sign.isalnum() and not (sign.isdigit() and place == 0)
        return sign if fine else f"_{ord(sign):02x}"

    return "".join(shown(sign, place) for place, sign in enumerate(name))
