"""A desk with a real encrypted file behind it, opened in the thread that owns it, as the program does."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from gpconnect.services import profiles
from gpconnect.services.session import Session
from gpconnect.ui.desk import Actor, Desk
from gpconnect.ui.tasks import Tasks
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock, with_pilot


class Workplace:
    """One person's desk; `do` runs a service in their file and gives what it gave."""

    def __init__(self, folder: Path, name: str, clock: Clock) -> None:
        self.tasks = Tasks()
        self.clock = clock
        self._folder = folder / name
        self._name = name
        self._profile: profiles.Profile | None = None
        self._answers: list[Any] = []
        self._pages: list[QWidget] = []
        self.tasks.open(self._open, self._close)
        assert self.settle()
        who = PEOPLE[name]
        self.desk = Desk(self.tasks, Actor(who.name, str(who.role), who.organization, who.staff_id), clock)
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.toasts: list[tuple[str, Any]] = []
        self.followings: list[tuple[str, Callable[[], object]] | None] = []
        """What the notices of `toasts` offered to do next."""
        self.desk.navigate.connect(self._hear_going)
        self.desk.toasted.connect(self._hear_toast)

    def do(self, service: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Run a service in the thread that owns the file; a known error is raised here."""
        self._answers.clear()
        self.tasks.run(service, *args, **named).then(self._answers.append).otherwise(self._answers.append)
        assert self.settle()
        answer = self._answers[0]
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def settle(self) -> bool:
        """Handle events until nothing is under way; an answer may ask for more, so `idle` alone is not the end."""
        for _ in range(20):
            if self.tasks.idle():
                QApplication.processEvents()
                if self.tasks.idle():
                    return True
        return False

    def show(self, page: QWidget) -> None:
        """Show a page as the active window; it goes before the file is closed."""
        self._pages.append(page)
        page.resize(1360, 860)
        page.show()
        page.activateWindow()
        assert self.settle()

    @property
    def folder(self) -> Path:
        """The profile."""
        return self._folder

    def opened_again(self, service: Callable[..., Any]) -> Any:
        """Open the profile once more, now with what stands there, and run a service in it."""
        self.tasks.open(self._open_again, self._close)
        return self.do(service)

    def close(self) -> None:
        """Let the pages go, end the queues, close the file."""
        for page in self._pages:
            page.hide()
        assert self.settle()
        for page in self._pages:
            page.deleteLater()
        self._pages.clear()
        self.tasks.close()
        self.desk.deleteLater()
        self.tasks.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # What is left of the widgets goes here: collected in the records thread of the next desk, Qt would crash.
        gc.collect()

    def _open(self) -> Session:
        self._profile = profiles.create(self._folder, PASSPHRASE, PEOPLE[self._name], now=self.clock, cost=CHEAP)
        return with_pilot(self._profile.session)

    def _open_again(self) -> Session:
        self._profile = profiles.open_profile(self._folder, PASSPHRASE, now=self.clock)
        return self._profile.session

    def _close(self, _session: object) -> None:
        if self._profile is not None:
            self._profile.close()

    def _hear_going(self, area: str, params: dict[str, Any]) -> None:
        self.went.append((area, params))

    def _hear_toast(self, words: str, undo: Any, following: Any) -> None:
        self.toasts.append((words, undo))
        self.followings.append(following)


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    """The widget with this object name that a person sees."""
    shown = [one for one in page.findChildren(kind, name) if one.isVisibleTo(page)]
    assert shown, f"nobody sees {name}"
    return shown[-1]


Opens = Callable[[str], Workplace]
"""Opens the desk of one of the people of the pilot, by the name of `tests.services.conftest.PEOPLE`."""
SHOWN: list[QWidget] = []
"""Pages of the running test: Python must hold them as long as Qt paints them."""
