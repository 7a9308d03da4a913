"""Work for when the file is closed: it says what it does, how far it is, and afterwards what was done."""

from collections.abc import Callable

from gpconnect.services.keeping import Watch
from gpconnect.ui.caretaker import Progress


class ClosedWork:
    """Called in the thread that owns the file, once that is closed; gives the words for when it is done."""

    def __init__(self, title: str, done: str, run: Callable[[Watch], object]) -> None:
        self.title = title
        self.done = done
        self.progress = Progress()
        self._run = run

    def __call__(self) -> str:
        self._run(self.progress)
        return self.done
