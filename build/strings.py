"""The translation catalogues: up to date with the code, and compiled for the program.

The code holds the Dutch sentences. The English catalogue translates all of them; the Dutch one holds only
plural forms ("%n afspraken"), which no source text can hold.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build.figures import ROOT, gates
from build.tree import files

FOLDER = ROOT / "resources" / "i18n"
CATALOGUES: dict[str, list[str]] = {"gpconnect_en.ts": [], "gpconnect_nl.ts": ["-pluralonly"]}
BY_HAND = ("qt_nl.ts",)
"""What Qt's own Dutch lacks for its dialogs. The sources are Qt's, so nothing in our code brings it up to date."""
TOOLS = Path(sys.executable).parent


def run(tool: str, *arguments: str) -> None:
    """Runs one of Qt's translation tools; its output is shown only when it fails."""
    done = subprocess.run([TOOLS / tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool}: {done.stdout}{done.stderr}")


def update(folder: Path = FOLDER) -> None:
    """Brings the catalogues in a folder up to date with the code.

    Line numbers are left out: moving a function is no change for a translator.
    """
    sources = [str(path.relative_to(ROOT)) for path in files(ROOT / "gpconnect") if path.suffix == ".py"]
    fixed = ["-locations", "none", "-no-obsolete", "-source-language", "nl"]
    for name, options in CATALOGUES.items():
        target = ["-target-language", name.removesuffix(".ts").rpartition("_")[2], "-ts", str(folder / name)]
        run("pyside6-lupdate", *sources, *fixed, *options, *target)


def stale() -> list[str]:
    """Catalogues that differ from what the code would make of them."""
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary)
        for name in CATALOGUES:
            if (FOLDER / name).exists():
                shutil.copy(FOLDER / name, fresh)
        update(fresh)
        return [name for name in CATALOGUES if _read(FOLDER / name) != _read(fresh / name)]


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def compile_all(target: Path = FOLDER) -> None:
    """Makes the .qm files that the program loads."""
    for name in (*CATALOGUES, *BY_HAND):
        made = target / Path(name).with_suffix(".qm")
        run("pyside6-lrelease", "-silent", str(FOLDER / name), "-qm", str(made))


def check() -> int:
    """Fails when a catalogue is stale, or unfinished while gates.toml asks for all of it."""
    behind = stale()
    if behind:
        print(f"stale: {', '.join(behind)}; run: .venv/bin/python -m build.strings update")
        return 1
    compile_all()
    open_ones = sum(_read(FOLDER / name).count(b'type="unfinished"') for name in CATALOGUES)
    print(f"up to date and compiled; {open_ones} without translation")
    return 1 if open_ones and gates()["translations"]["complete"] else 0


def main(arguments: list[str]) -> int:
    """One of ``check``, ``update`` and ``compile``."""
    match arguments:
        case ["check"]:
            return check()
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case _:
            print("usage: python -m build.strings check|update|compile")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
