"""What a page gets in its hands: the queues, who is working, what time it is, and a voice.

There is no global program object. Whoever builds a page gives it a desk; a test gives it one with a fixed
clock.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from gpconnect.ui import theme
from gpconnect.ui.settings import Settings
from gpconnect.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Actor:
    """Who sits at the desk: a name to show, the role name of the membership, and where they work."""

    name: str
    role: str
    place: str = ""
    id: str = ""


class Desk(QObject):
    """The page's view of the program."""

    navigate = Signal(str, dict)
    """Go to an area with parameters for its `show_params`."""
    toasted = Signal(str, object, object)
    troubled = Signal(object)
    settings_changed = Signal(object)
    """New `Settings`, chosen by the person; the program applies and keeps them."""
    unsaved_changed = Signal(str, bool)
    """Something typed under this key waits to be kept, or has been."""
    badge_changed = Signal(str, int)
    """An area's number of things that wait for somebody."""

    closed_work = Signal(object)
    """Work for when the file is closed, such as putting a copy back: the program locks, does it, and says how it went.
    """

    def __init__(
        self,
        tasks: Tasks,
        actor: Actor,
        clock: Callable[[], datetime],
        settings: Settings | None = None,
        services: Any = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.actor = actor
        self.clock = clock
        self.settings = settings or Settings()
        self.services = services
        self.caretaker: Any = None
        tasks.troubled.connect(self.troubled)

    @property
    def role(self) -> str:
        return self.actor.role

    @property
    def theme(self) -> theme.Theme:
        return theme.current()

    def go(self, area: str, **params: object) -> None:
        """Open another area, for example ``desk.go("patients", patient=id)``."""
        self.navigate.emit(area, params)

    def toast(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        following: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say that something is done, with a way back and with what may well be done next, in words, when there is."""
        self.toasted.emit(text, undo, following)

    def trouble(self, error: BaseException) -> None:
        """Show a known error above the page."""
        self.troubled.emit(error)


@dataclass(frozen=True, slots=True)
class Area:
    """One place in the rail: key, Dutch label, Phosphor icon name, and how its page is made on first visit."""

    key: str
    label: str
    icon: str
    factory: Callable[[Desk], Any] = field(repr=False)
