"""The windows of a tour: everybody's program open at once, one hub behind them."""

from collections.abc import Callable
from datetime import datetime

from gpconnect import app
from gpconnect.demo import pilot
from gpconnect.hub import embedded
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.robot import Robot
from gpconnect.ui.settings import Settings


class Desk:
    """One person's program in the tour.

    Attributes:
        robot: drives its window, after `open`.
    """

    def __init__(
        self, person: pilot.DemoPerson, clock: Callable[[], datetime], hub_url: str, choices: Settings
    ) -> None:
        self.person = person
        setup = app.Setup(person.folder, person.name, clock, choices, sync=False, hub=hub_url)
        self.program = app.Program(setup)
        self.robot = Robot(self.program.unlock)

    def open(self) -> None:
        """Type the passphrase, as every morning, and wait for the window."""
        self.program.start()
        self.robot.type_into(self.program.unlock, self.person.passphrase)
        self.robot.press("Return")
        self.robot.wait_for(lambda: self.program.window, "the window to open")
        self.robot = Robot(self.window)
        self.settle()

    @property
    def window(self) -> MainWindow:
        """The window, once it is open."""
        assert self.program.window is not None, "the desk has been opened"
        return self.program.window

    def go(self, area: str) -> None:
        """Look at an area: one click in the rail that costs no action, for it belongs to no journey."""
        self.window.open(area)
        self.settle()

    def settle(self) -> None:
        """Until the program has nothing left to do."""
        self.program.tasks.idle()
        self.robot.breathe()
        self.program.tasks.idle()

    def sync(self) -> None:
        """A whole round with the hub."""
        syncer = self.program.syncer
        assert syncer is not None, "the desk has been opened"
        self.robot.wait_for(lambda: not syncer.running, "the round that runs already")
        done: list[bool] = []
        waiting = _Once(done)
        syncer.round_finished.connect(waiting.note)
        syncer.sync()
        self.robot.wait_for(lambda: done, "the round with the hub")
        syncer.round_finished.disconnect(waiting.note)
        self.settle()

    def close(self) -> None:
        """The day is over."""
        self.program.close()


class _Once:
    def __init__(self, done: list[bool]) -> None:
        self._done = done

    def note(self) -> None:
        self._done.append(True)


class SwitchableHub:
    """The pilot's hub, which a tour can take off the network and put back."""

    def __init__(self, made: pilot.DemoPilot) -> None:
        self._made = made
        self._running: embedded.RunningHub | None = embedded.start(made.hub_data)
        self.url = self._running.url
        self._port = int(self.url.rsplit(":", 1)[1])

    def off(self) -> None:
        """No network."""
        if self._running is not None:
            self._running.stop()
            self._running = None

    def on(self) -> None:
        """The network is back, at the same address."""
        if self._running is None:
            self._running = embedded.start(self._made.hub_data, self._port)
