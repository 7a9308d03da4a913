"""Anki's own client and sync server, run as programs in an environment of their own: measured, never a dependency."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec

VERSION = "26.9.3"
HOME = Path("out/anki")
CODE = r"""
import json, os, re, socket, subprocess, sys, time
from anki.collection import AddNoteRequest, Collection
folder, texts, port, relay = sys.argv[1], json.load(open(sys.argv[2])), int(sys.argv[3]), int(sys.argv[4])

def memory(what):
    return int(re.search(what + r":\s+(\d+) kB", open("/proc/self/status").read())[1]) / 1024

def full(col, auth, upload):
    col.close_for_full_sync()
    col.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
    col.reopen(after_full_sync=True)

environment = dict(
    os.environ, SYNC_USER1="u:p", SYNC_BASE=folder + "/server", SYNC_PORT=str(port), SYNC_HOST="127.0.0.1",
    RUST_LOG="error",
)
os.makedirs(folder + "/server")
server = subprocess.Popen([sys.executable, "-m", "anki.syncserver"], env=environment)
try:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            time.sleep(0.05)
    writer, reader = Collection(folder + "/writer.anki2"), Collection(folder + "/reader.anki2")
    auth = writer.sync_login("u", "p", f"http://127.0.0.1:{relay}/")
    writer.sync_collection(auth, False)
    full(writer, auth, True)
    full(reader, auth, False)
    basic, deck = writer.models.by_name("Basic"), writer.decks.id("Default")
    requests = []
    for number, text in enumerate(texts):
        note = writer.new_note(basic)
        note["Front"], note["Back"] = str(number), text
        requests.append(AddNoteRequest(note, deck))
    writer.add_notes(requests)
    del requests, texts
    said = {}
    for name, col in (("push", writer), ("pull", reader)):
        idle = memory("VmRSS")
        open("/proc/self/clear_refs", "w").write("5")
        begun = time.perf_counter()
        col.sync_collection(auth, False)
        said[name + "_s"] = time.perf_counter() - begun
        said[name + "_above_idle_mb"] = memory("VmHWM") - idle
    nothing = []
    for _ in range(20):
        begun = time.perf_counter()
        reader.sync_collection(auth, False)
        nothing.append((time.perf_counter() - begun) * 1000)
    said["nothing_ms"] = sorted(nothing)[10]
    said["notes"] = reader.note_count()
finally:
    server.terminate()
    server.wait()
print(json.dumps(said))
"""


def python() -> Path:
    """The interpreter of Anki's environment, which is made the first time."""
    found = HOME.absolute() / "bin" / "python"
    if not (HOME / f"has-{VERSION}").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=True)
        subprocess.run([str(found), "-m", "pip", "install", "--quiet", f"anki=={VERSION}"], check=True)
        (HOME / f"has-{VERSION}").touch()
    return found


def measure(folder: Path, texts: list[str], port: int, relay: int) -> dict[str, Any]:
    """One desk that writes the notes and sends them, another that takes them in; `relay` may be the port itself."""
    notes = folder / "notes.json"
    notes.write_bytes(msgspec.json.encode(texts))
    command = [str(python()), "-c", CODE, str(folder), str(notes), str(port), str(relay)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = msgspec.json.decode(done.stdout.splitlines()[-1])
    return found
