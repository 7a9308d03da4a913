"""The system says that the person goes away: over a real bus, from another process."""

import os
import shutil
import subprocess
import sys

import pytest

from gpconnect.ui.unlock.system import bus_label, own_session_path

LISTENER = """
import sys
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication
from gpconnect.ui.unlock.system import SystemWatch
app = QApplication([])
watch = SystemWatch()
watch.away.connect(lambda: (print("away", flush=True), watch.covered(), app.quit()))
other = QProcess()
other.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
other.start(sys.executable, ["-c", sys.argv[1]])
other.finished.connect(lambda: QTimer.singleShot(300, app.quit))
QTimer.singleShot(20000, app.quit)
app.exec()
other.waitForFinished()
print("end", flush=True)
"""
SPEAKER = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
assert bus.registerService({sender!r})
said = QDBusMessage.createSignal({path!r}, {interface!r}, {name!r})
said.setArguments({arguments!r})
assert bus.send(said)
bus.call(QDBusMessage.createMethodCall("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId"))
"""
SLEEPER = """
import os, select, sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject
app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
reading, writing = os.pipe()

class Login(QDBusVirtualObject):
    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        if message.member() != "Inhibit":
            return False
        print(*message.arguments(), flush=True)
        answer = message.createReply()
        answer.setArguments([QDBusUnixFileDescriptor(writing)])
        connection.send(answer)
        os.close(writing)
        QTimer.singleShot(0, sleep)
        return True

def sleep():
    said = QDBusMessage.createSignal("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
    said.setArguments([True])
    bus.send(said)
    held = not select.select([reading], [], [], 0.2)[0]
    print("held" if held else "not held", flush=True)
    print("sleeps" if select.select([reading], [], [], 10)[0] else "never let go", flush=True)
    app.quit()

login = Login()
assert bus.registerVirtualObject("/org/freedesktop/login1", login)
assert bus.registerService("org.freedesktop.login1")
print("ready", flush=True)
QTimer.singleShot(20000, app.quit)
app.exec()
"""
WAITER = """
import sys
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication
from gpconnect.ui.unlock.system import SystemWatch
app = QApplication([])
other = QProcess()
other.start(sys.executable, ["-c", sys.argv[1]])
other.waitForReadyRead()
watch = SystemWatch()
watch.away.connect(lambda: QTimer.singleShot(500, watch.covered))
other.finished.connect(app.quit)
QTimer.singleShot(20000, app.quit)
app.exec()
print(bytes(other.readAllStandardOutput().data()).decode(), bytes(other.readAllStandardError().data()).decode())
"""
LOGIN = "org.freedesktop.login1"
needs_bus = pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="needs dbus-run-session")


def heard(path: str, interface: str, name: str, arguments: list[object], sender: str = LOGIN) -> list[str]:
    """What the program says when another process says this on both buses."""
    return on_a_bus(
        LISTENER, SPEAKER.format(sender=sender, path=path, interface=interface, name=name, arguments=arguments)
    )


def on_a_bus(listener: str, speaker: str) -> list[str]:
    """What the first program prints, beside the second, on a bus that is system and session bus at once."""
    command = ["dbus-run-session", "--", "sh", "-c", 'DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec "$@"']
    done = subprocess.run(
        [*command, "sh", sys.executable, "-c", listener, speaker],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_SESSION_ID": "7"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@needs_bus
@pytest.mark.parametrize(
    ("path", "interface", "name", "arguments", "sender"),
    [
        ("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", [True], LOGIN),
        ("/org/freedesktop/login1/session/_37", f"{LOGIN}.Session", "Lock", [], LOGIN),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True], "org.kde.screensaver"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True], "org.gnome.Shell"),
    ],
)
def test_going_to_sleep_and_a_locked_screen_are_heard(
    path: str, interface: str, name: str, arguments: list[object], sender: str
) -> None:
    assert heard(path, interface, name, arguments, sender) == ["away", "end"]


@needs_bus
@pytest.mark.parametrize(
    ("path", "interface", "name", "arguments"),
    [
        ("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", [False]),
        ("/org/freedesktop/login1/session/_38", f"{LOGIN}.Session", "Lock", []),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [False]),
    ],
)
def test_waking_and_the_screen_of_somebody_else_are_no_reason(
    path: str, interface: str, name: str, arguments: list[object]
) -> None:
    assert heard(path, interface, name, arguments) == ["end"]


@needs_bus
def test_the_system_waits_with_sleeping_until_everything_is_covered() -> None:
    said = on_a_bus(WAITER, SLEEPER)
    assert said == ["ready", "sleep", "GPConnect", "Het", "scherm", "wordt", "afgedekt", "delay", "held", "sleeps"]


def test_without_any_bus_nothing_is_said() -> None:
    code = LISTENER.replace("other.start(", "QTimer.singleShot(0, app.quit); (")
    env = {key: value for key, value in os.environ.items() if not key.startswith("DBUS_")}
    env |= {"QT_QPA_PLATFORM": "offscreen", "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"}
    env |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    done = subprocess.run([sys.executable, "-c", code, ""], capture_output=True, text=True, check=False, env=env)
    assert (done.stdout.split(), done.stderr) == (["end"], "")


def test_a_session_has_its_own_place_on_the_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bus_label("7") == "_37"
    assert bus_label("c2") == "c2"
    monkeypatch.setenv("XDG_SESSION_ID", "c-1")
    assert own_session_path() == "/org/freedesktop/login1/session/c_2d1"
    monkeypatch.delenv("XDG_SESSION_ID")
    assert own_session_path() == ""
