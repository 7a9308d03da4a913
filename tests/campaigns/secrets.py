"""The secrets campaign: after a full day nothing of a family can be read in any file that the program left behind.

    python -m tests.campaigns.secrets [--rounds N] [--seed S] [--plant NAME]

N names and sentences that nobody else would write are put into an invented pilot, through the services and through
the real windows: dossiers, notes, drafts, addenda, bookings, waiting lists, handovers, searches, and a bug that quotes
them. The day ends by `kill -9` in the middle of a sentence; then the command line checks the file and makes a copy.
All folders that the program knows (profiles, hub, copies, temporary files, settings, caches, logs, and all that it
printed) lie under one, and every file there is searched, by its name and by its bytes: as text of one, two and four
bytes a letter, in base64 and hexadecimal, and inside everything that unpacks without a key.

Left out is what a person asked for: a PDF or table that somebody saves is theirs, and can be read.

Out of reach: core dumps and swap. A crashed program's memory, written by the system to its own places, holds what was
on the screen; full disk encryption and `ulimit -c 0` are for those. So is a bare deflate stream without any header.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from gpconnect.demo.network import OPENS_WITH
from gpconnect.services import profiles
from tests.campaigns.campaign import ROOT, Options, Tally, main
from tests.campaigns.secrecy import day
from tests.campaigns.secrecy.plants import LIVING, PLANTS
from tests.campaigns.secrecy.words import Words, found_in, leaks_under
from tests.demo.leaks import everything_in

SHORT = 500
FULL = 10_000
FOLDERS = {
    "HOME": "",
    "TMPDIR": "tmp",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}


def secrets(options: Options, tally: Tally) -> None:
    """Runs the campaign; see the top of this file."""
    with tempfile.TemporaryDirectory(prefix="gpconnect-secrets-") as name:
        home = Path(name)
        for folder in (*filter(None, FOLDERS.values()), day.COPIES, day.EXPORTS, day.SAID):
            (home / folder).mkdir(mode=0o700)
        living = [options.plant] if options.plant in LIVING else []
        said = _run(home, "day", "-m", "tests.campaigns.secrecy.day", str(home), str(options.rounds), *living)
        planted = int((said or ["0"])[-1])
        tally.rounds = planted
        tally.check(planted >= options.rounds, f"the day did not end: {_errors(home, 'day')}")
        if options.plant in PLANTS:
            PLANTS[options.plant](home, Words())
        _search(home, tally, "after the crash")
        _looked_at_something(home, tally)
        _afterwards(home, tally)
        _search(home, tally, "after checking and copying")


def _looked_at_something(home: Path, tally: Tally) -> None:
    """A search that finds nothing proves nothing, unless what was sought is there for who has the key."""
    written = {path.name for path in home.rglob("*") if path.is_file() and path.stat().st_size}
    tally.check(written >= {"settings.json", "gpconnect.log", "records.db-wal"}, f"the day left only {written}")
    there: set[str] = set()
    for name in ("sanne", "wilma"):
        profile = profiles.open_profile(home / day.PILOT / name, OPENS_WITH)
        there |= found_in("\n".join(map(str, everything_in(profile.session.db))).encode())
        profile.close()
    tally.say(f"with the key {len(there)} of the words can be read")
    tally.check(len(there) > tally.rounds, "what was planted does not stand in the files")


def _afterwards(home: Path, tally: Tally) -> None:
    """The next morning, by the command line: is the file whole, and a copy of it."""
    passphrase, profile = home / "passphrase", str(home / day.PILOT / "sanne")
    passphrase.write_text(OPENS_WITH, encoding="utf-8")
    for number, words in enumerate((("verify",), ("backup", str(home / day.COPIES / "sanne.kopie")))):
        said = _run(home, f"cli-{number}", "-m", "gpconnect", words[0], "--profile", profile, *words[1:])
        tally.check(said, f"gpconnect {words[0]} said nothing")
    tally.check((home / day.COPIES / "sanne.kopie").exists(), f"no copy was made: {_errors(home, 'cli-1')}")


def _search(home: Path, tally: Tally, when: str) -> None:
    files = [path for path in home.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    tally.say(f"{when}: {tally.rounds} names and sentences sought in {len(files)} files, {size / 1e6:.1f} MB")
    for leak in leaks_under(home, besides=(home / day.EXPORTS,)):
        tally.check(False, f"{when}: {leak}")


def _run(home: Path, name: str, *arguments: str) -> list[str]:
    """A program with all its folders under one; what it printed, which is searched as well."""
    said = home / day.SAID / f"{name}.txt"
    environment = {
        **os.environ,
        **{variable: str(home / folder) for variable, folder in FOLDERS.items()},
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "GPCONNECT_PASSPHRASE_FILE": str(home / "passphrase"),
        "PYTHONPATH": str(ROOT),
    }
    with said.open("wb") as out, said.with_suffix(".errors").open("wb") as errors:
        subprocess.run([sys.executable, *arguments], cwd=home, env=environment, stdout=out, stderr=errors, check=False)
    return said.read_text(encoding="utf-8").splitlines()


def _errors(home: Path, name: str) -> str:
    return (home / day.SAID / f"{name}.errors").read_text(encoding="utf-8")[-600:]


if __name__ == "__main__":
    sys.exit(main("secrets", secrets, SHORT, plants=[*PLANTS, *LIVING]))
