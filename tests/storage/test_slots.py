import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from keyring.errors import KeyringError

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, files, paper_keys, slot_file, slots

NOW = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)
CHEAP = slots.Cost(memory_kib=64, iterations=1, lanes=1)
ROOT = Path(__file__).parents[2]


class FakeKeyring:
    """A keyring in memory; `locked` refuses, `deaf` forgets what it was told."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.deaf = False

    def get_password(self, service: str, username: str) -> str | None:
        self.refuse()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.refuse()
        if not self.deaf:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.refuse()
        del self.kept[service, username]

    def refuse(self) -> None:
        if self.locked:
            raise KeyringError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def code_of(caught: pytest.ExceptionInfo[KnownError]) -> str:
    return caught.value.code


def code_of_error(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.code


def test_a_profile_opens_with_its_passphrase_and_no_other(folder: Path) -> None:
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    assert slots.unlock_with_passphrase(folder, "twee woorden") == key
    connection.close(connection.open_file(files.database_path(folder), key))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(KnownError) as caught:
        slots.unlock_with_passphrase(folder, "drie woorden")
    assert code_of(caught) == "file.passphrase_wrong"
    # A wrong one changes nothing: the right one still opens, and every byte is what it was.
    assert slots.unlock_with_passphrase(folder, "twee woorden") == key
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_cost_of_a_guess_is_the_one_we_promise(folder: Path) -> None:
    slots.create_profile(folder, "twee woorden")
    assert slots.slots(folder)[0].cost == slots.Cost(memory_kib=65536, iterations=3, lanes=4)


def test_the_same_words_typed_on_another_keyboard_are_the_same(folder: Path) -> None:
    key = slots.create_profile(folder, "cafe\u0301 noir", cost=CHEAP)
    assert slots.unlock_with_passphrase(folder, "caf\u00e9 noir") == key


def test_a_profile_is_never_made_over_another_and_never_without_words(folder: Path) -> None:
    with pytest.raises(KnownError) as caught:
        slots.create_profile(folder, "  ", cost=CHEAP)
    assert code_of(caught) == "passphrase.empty"
    slots.create_profile(folder, "twee woorden", cost=CHEAP)
    with pytest.raises(KnownError) as caught:
        slots.create_profile(folder, "andere woorden", cost=CHEAP)
    assert code_of(caught) == "file.exists"


def test_a_missing_damaged_or_newer_slots_file_each_have_their_own_message(folder: Path) -> None:
    with pytest.raises(KnownError) as caught:
        slots.unlock_with_passphrase(folder, "twee woorden")
    assert code_of(caught) == "file.missing"
    slots.create_profile(folder, "twee woorden", cost=CHEAP)
    path = files.slots_path(folder)
    good = path.read_bytes()
    fields = msgspec.json.decode(good)
    salt = fields["slots"][0]["salt"].encode()
    turned = (b"B" if salt[:1] != b"B" else b"C") + salt[1:]
    for data, code in (
        (good[:-20], "file.damaged"),
        (good.replace(salt, turned), "file.damaged"),
        (b"[]", "file.damaged"),
        (b"{}", "file.damaged"),
        (msgspec.json.encode({**fields, "version": 3, "slots": "other"}), "file.newer"),
    ):
        path.write_bytes(data)
        with pytest.raises(KnownError) as caught:
            slots.unlock_with_passphrase(folder, "twee woorden")
        assert code_of(caught) == code
        assert path.read_bytes() == data
    path.unlink()
    path.mkdir()
    with pytest.raises(KnownError) as caught:
        slots.slots(folder)
    assert code_of(caught) == "file.io"


def test_a_slot_cannot_ask_for_all_memory_of_the_machine(folder: Path) -> None:
    slots.create_profile(folder, "twee woorden", cost=CHEAP)
    greedy = msgspec.structs.replace(slots.slots(folder)[0], cost=slots.Cost(memory_kib=2**31))
    slot_file.write(folder, (greedy,))
    with pytest.raises(KnownError) as caught:
        slots.unlock_with_passphrase(folder, "twee woorden")
    assert code_of(caught) == "file.damaged"


def test_a_new_passphrase_takes_the_place_of_the_old(folder: Path) -> None:
    key = slots.create_profile(folder, "oude woorden", cost=CHEAP)
    slots.change_passphrase(folder, "oude woorden", "nieuwe woorden", cost=CHEAP)
    assert slots.unlock_with_passphrase(folder, "nieuwe woorden") == key
    assert len(slots.slots(folder)) == 1
    for old in ("oude woorden", "nooit gekozen"):
        with pytest.raises(KnownError) as caught:
            slots.change_passphrase(folder, old, "nog andere", cost=CHEAP)
        assert code_of(caught) == "file.passphrase_wrong"


def test_the_keyring_opens_the_file_until_its_slot_goes(folder: Path) -> None:
    ring = FakeKeyring()
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    with pytest.raises(KnownError) as caught:
        slots.unlock_with_keyring(folder, ring)
    assert code_of(caught) == "keyring.no_slot"
    slot = slots.add_keyring_slot(folder, key, ring)
    assert slots.unlock_with_keyring(folder, ring) == key
    assert key.hex() not in str(ring.kept)
    slots.remove_slot(folder, slot, ring)
    assert not ring.kept
    assert [one.kind for one in slots.slots(folder)] == ["passphrase"]


def test_a_keyring_that_is_locked_or_forgets_is_said_aloud(folder: Path) -> None:
    ring = FakeKeyring()
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    ring.deaf = True
    with pytest.raises(KnownError) as caught:
        slots.add_keyring_slot(folder, key, ring)
    assert code_of(caught) == "keyring.forgotten"
    ring.deaf, ring.locked = False, True
    with pytest.raises(KnownError) as caught:
        slots.add_keyring_slot(folder, key, ring)
    assert code_of(caught) == "keyring.locked"
    assert len(slots.slots(folder)) == 1
    ring.locked = False
    slot = slots.add_keyring_slot(folder, key, ring)
    ring.locked = True
    with pytest.raises(KnownError) as caught:
        slots.unlock_with_keyring(folder, ring)
    assert code_of(caught) == "keyring.locked"
    slots.remove_slot(folder, slot, ring)
    assert len(slots.slots(folder)) == 1
    slot = slots.add_keyring_slot(folder, key, FakeKeyring())
    for forgetful in (FakeKeyring(), FakeKeyring()):
        forgetful.kept["GPConnect", slot] = "another secret"
        with pytest.raises(KnownError) as caught:
            slots.unlock_with_keyring(folder, forgetful)
        assert code_of(caught) == "keyring.forgotten"


def test_the_last_way_in_is_never_taken_away(folder: Path) -> None:
    slots.create_profile(folder, "twee woorden", cost=CHEAP)
    with pytest.raises(KnownError) as caught:
        slots.remove_slot(folder, slots.slots(folder)[0].id)
    assert code_of(caught) == "slot.last"
    slots.remove_slot(folder, "a slot that was never there")
    assert len(slots.slots(folder)) == 1


def test_a_recovery_code_opens_the_file_and_a_wrong_one_does_not(folder: Path) -> None:
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    code = paper_keys.new_code()
    slot = slots.add_recovery_slot(folder, key, code, NOW)
    assert slot.made == NOW
    assert slots.unlock(folder, "recovery", code.lower().replace(" ", "")) == key
    assert code_of_error(lambda: slots.unlock(folder, "recovery", paper_keys.new_code())) == "file.recovery_wrong"
    assert code_of_error(lambda: slots.unlock(folder, "recovery", code[:-1] + "?")) == "paper.typo"
    assert code_of_error(lambda: slots.unlock_with_passphrase(folder, "andere woorden")) == "file.passphrase_wrong"


def test_the_employer_seals_without_a_secret_on_this_computer(folder: Path) -> None:
    """The paper stays in the safe: a laptop has only what locks."""
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    code = paper_keys.new_code(paper_keys.EMPLOYER_BYTES)
    public = paper_keys.read_public(paper_keys.public_text(code, "Buurtzorg Jong", date(2026, 11, 24)))
    slot = slots.add_employer_slot(folder, key, public, NOW)
    assert slot.holder == "Buurtzorg Jong"
    assert slots.unlock(folder, "employer", code) == key
    stranger = paper_keys.new_code(paper_keys.EMPLOYER_BYTES)
    assert code_of_error(lambda: slots.unlock(folder, "employer", stranger)) == "file.employer_wrong"
    assert code_of_error(lambda: slots.unlock(folder, "employer", paper_keys.new_code())) == "paper.length"


def test_trying_a_slot_tells_and_remembers_whether_it_opens(folder: Path) -> None:
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    code = paper_keys.new_code()
    slot = slots.add_recovery_slot(folder, key, code)
    wrong = code_of_error(lambda: slots.try_slot(folder, slot.id, paper_keys.new_code(), NOW))
    assert wrong == "file.recovery_wrong"
    assert [one.worked for one in slots.slots(folder)] == [None, None]
    slots.try_slot(folder, slot.id, code, NOW)
    assert [one.worked for one in slots.slots(folder)] == [None, NOW]
    assert slots.unlock(folder, "recovery", code) == key
    assert code_of_error(lambda: slots.try_slot(folder, slot.id, "te kort", NOW)) == "paper.length"
    assert code_of_error(lambda: slots.try_slot(folder, "onbekend", code, NOW)) == "record.missing"


def test_a_slot_cannot_be_relabelled(folder: Path) -> None:
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    code = paper_keys.new_code()
    slot = slots.add_recovery_slot(folder, key, code)
    relabelled = msgspec.structs.replace(slot, holder="iemand anders")
    slot_file.write(folder, (slots.slots(folder)[0], relabelled))
    assert code_of_error(lambda: slots.unlock(folder, "recovery", code)) == "file.recovery_wrong"


def test_a_new_slot_that_does_not_open_is_taken_back(folder: Path) -> None:
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    before = slots.slots(folder)
    wrong = slots._new("recovery", b"one secret, 16 b", key, NOW)
    with pytest.raises(KnownError) as caught:
        slots._add(folder, wrong, key, b"another, 16 byte")
    assert code_of(caught) == "file.write_failed"
    assert slots.slots(folder) == before


def test_the_keyring_alone_is_never_what_is_left(folder: Path) -> None:
    """A computer that breaks takes its keyring along."""
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    slots.add_keyring_slot(folder, key, FakeKeyring())
    typed = slots.slots(folder)[0]
    assert code_of_error(lambda: slots.remove_slot(folder, typed.id)) == "slot.only_keyring"
    assert len(slots.slots(folder)) == 2


def test_a_slot_that_somebody_slipped_in_goes_and_never_gets_another_key(folder: Path) -> None:
    """Whoever can write in the folder can add a slot of their own, and waits for the next key to be sealed to it."""
    key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
    slipped = slots._new("recovery", b"known to a thief", os.urandom(32), NOW)
    slot_file.write(folder, (*slots.slots(folder), slipped))
    assert [one.kind for one in slots.sealed_anew(slots.slots(folder), key, os.urandom(32))] == ["passphrase"]
    slots.forget_others(folder, key)
    assert [one.kind for one in slots.slots(folder)] == ["passphrase"]
    slots.forget_others(folder, os.urandom(32))
    assert len(slots.slots(folder)) == 1


class Ways:
    """A profile with all four ways in, and the secret of each."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.ring = folder, FakeKeyring()
        self.key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
        employer = paper_keys.new_code(paper_keys.EMPLOYER_BYTES)
        self.secrets = {
            "passphrase": "twee woorden",
            "recovery": paper_keys.new_code(),
            "employer": employer,
            "keyring": "",
        }
        slots.add_recovery_slot(folder, self.key, self.secrets["recovery"])
        public = paper_keys.public_text(employer, "Buurtzorg Jong", date(2026, 11, 24))
        slots.add_employer_slot(folder, self.key, paper_keys.read_public(public))
        slots.add_keyring_slot(folder, self.key, self.ring)

    def open(self, way: str) -> bytes:
        return slots.unlock(self.folder, way, self.secrets[way], self.ring)


LOST = [lost for number in (1, 2, 3, 4) for lost in combinations(slots.KINDS, number)]
SHEETS = {
    ("passphrase",): "ways.paper",
    ("passphrase", "recovery"): "ways.employer",
    ("passphrase", "employer"): "ways.recovery",
    ("passphrase", "keyring"): "ways.paper",
    ("passphrase", "recovery", "employer"): "ways.keyring",
    ("passphrase", "recovery", "keyring"): "ways.employer",
    ("passphrase", "employer", "keyring"): "ways.recovery",
    slots.KINDS: "ways.none",
}
"""What somebody is told who lost these; with the passphrase still there, that is what they are told."""


@pytest.mark.parametrize("lost", LOST, ids="-".join)
def test_whatever_slots_are_lost_the_rest_opens_or_names_the_sheet_to_fetch(
    folder: Path, lost: tuple[str, ...]
) -> None:
    """All fifteen, with the slots gone from the disk: what is left opens, what is gone names what to fetch."""
    assert len(LOST) == 15
    ways = Ways(folder)
    slot_file.write(folder, tuple(slot for slot in slots.slots(folder) if slot.kind not in lost))
    for way in slots.KINDS:
        if way not in lost:
            assert ways.open(way) == ways.key
    expected = SHEETS.get(lost, "ways.passphrase")
    for way in lost:
        told = code_of_error(lambda way=way: ways.open(way))  # type: ignore[misc]  # bound at once
        assert told == ("keyring.no_slot" if way == "keyring" and expected != "ways.none" else expected)


@pytest.mark.parametrize("lost", LOST, ids="-".join)
def test_whatever_secrets_are_forgotten_the_program_names_the_sheet_to_fetch(
    folder: Path, lost: tuple[str, ...]
) -> None:
    """All fifteen again, with every slot on disk and the secrets gone: the person says what they do not have."""
    ways = Ways(folder)
    ways.ring.kept = {} if "keyring" in lost else ways.ring.kept
    present = [slot.kind for slot in slots.slots(folder)]
    assert slots.next_way(present, lost).code == SHEETS.get(lost, "ways.passphrase")
    for way in set(slots.KINDS) - set(lost):
        assert ways.open(way) == ways.key


def test_after_a_hundred_wrong_passphrases_the_right_one_opens(folder: Path) -> None:
    """Nobody is locked out by somebody else's guessing, and a wrong guess writes nothing."""
    ways = Ways(folder)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    for number in range(100):
        wrong = code_of_error(lambda number=number: slots.unlock_with_passphrase(folder, f"verkeerd {number}"))  # type: ignore[misc]  # bound at once
        assert wrong == "file.passphrase_wrong"
    assert ways.open("passphrase") == ways.key
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


class TestFirstVersion:
    """A slots file as the first version of this program wrote it, with passphrase, recovery and keyring."""

    KEY = bytes.fromhex("e32eae0a3aadc81c77f568e34244f6210b7860382bcb138b9424cc9ecc35c9a2")
    RING = ("13f37f36bca734f0866129e80e1ec528", "a1ed4950126407c2b6e891f57ae048086abfa572034e1616b5e538d436b8758e")

    @pytest.fixture
    def old(self, folder: Path) -> Path:
        folder.mkdir()
        shutil.copyfile(Path(__file__).with_name("slots_version_1.json"), files.slots_path(folder))
        return folder

    def test_every_way_in_still_opens(self, old: Path) -> None:
        ring = FakeKeyring()
        ring.kept["GPConnect", self.RING[0]] = self.RING[1]
        before = files.slots_path(old).read_bytes()
        assert slots.unlock_with_passphrase(old, "twee woorden") == self.KEY
        assert slots.unlock_with_keyring(old, ring) == self.KEY
        assert slots.unlock(old, "recovery", paper_keys.code_of(bytes(range(16)))) == self.KEY
        assert code_of_error(lambda: slots.unlock_with_passphrase(old, "drie woorden")) == "file.passphrase_wrong"
        assert files.slots_path(old).read_bytes() == before

    def test_a_damaged_one_is_told(self, old: Path) -> None:
        path = files.slots_path(old)
        path.write_bytes(path.read_bytes().replace(b'"recovery"', b'"employer"'))
        assert code_of_error(lambda: slots.slots(old)) == "file.damaged"

    def test_its_slots_stay_beside_newer_ones(self, old: Path) -> None:
        code = paper_keys.new_code()
        slots.add_recovery_slot(old, self.KEY, code, NOW)
        slots.forget_others(old, self.KEY)
        assert len(slots.slots(old)) == 4
        assert slots.unlock_with_passphrase(old, "twee woorden") == slots.unlock(old, "recovery", code) == self.KEY

    def test_a_passphrase_is_carried_over(self, old: Path) -> None:
        slots.modernise(old, self.KEY, "twee woorden")
        (slot,) = slots.slots(old)
        assert slots.is_of(slot, self.KEY)
        assert slots.unlock_with_passphrase(old, "twee woorden") == self.KEY
        before = files.slots_path(old).stat().st_mtime_ns
        slots.modernise(old, self.KEY, "twee woorden")
        assert files.slots_path(old).stat().st_mtime_ns == before

    def test_carrying_over_that_does_not_open_is_taken_back(self, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(slots, "_seal", lambda slot, _key: slot)
        assert code_of_error(lambda: slots.modernise(old, self.KEY, "twee woorden")) == "file.write_failed"
        assert slots.unlock_with_passphrase(old, "twee woorden") == self.KEY


def test_a_program_killed_while_changing_the_passphrase_leaves_a_way_in(folder: Path) -> None:
    """One of the two always opens the file, wherever the process died."""
    key = slots.create_profile(folder, "woorden 0", cost=CHEAP)
    code = (
        "import sys; from pathlib import Path; from gpconnect.storage import slots\n"
        "for n in range(100000):\n"
        "    old, new = f'woorden {n}', f'woorden {n + 1}'\n"
        "    slots.change_passphrase(Path(sys.argv[1]), old, new, cost=slots.Cost(64, 1, 1))\n"
        "    print(n + 1, flush=True)"
    )
    worker = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with worker:
        assert worker.stdout is not None
        for _ in range(20):
            done = int(worker.stdout.readline())
        worker.send_signal(signal.SIGKILL)
        done = max([done, *map(int, worker.stdout.read().split())])
    opened = []
    for n in (done, done + 1):
        try:
            opened.append(slots.unlock_with_passphrase(folder, f"woorden {n}"))
        except KnownError as error:
            assert error.code == "file.passphrase_wrong"  # noqa: PT017 - either of the two may be the right one
    assert key in opened


REAL = """
import sys
from pathlib import Path
from gpconnect.domain.errors import KnownError
from gpconnect.storage import keyring_access, slots

ring, act, folder, key = keyring_access.system_keyring(), sys.argv[1], Path(sys.argv[2]), bytes.fromhex(sys.argv[3])
try:
    if act == "add":
        slots.add_keyring_slot(folder, key, ring)
    elif act == "remove":
        slots.remove_slot(folder, next(one.id for one in slots.slots(folder) if one.kind == "keyring"), ring)
    else:
        assert slots.unlock_with_keyring(folder, ring) == key
except KnownError as error:
    print(error.code)
else:
    print(act)
"""
LOCK = (
    "import secretstorage; bus = secretstorage.dbus_init(); "
    "[one.lock() for one in secretstorage.get_all_collections(bus)]"
)


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring-daemon",
)
class TestRealSecretService:
    """gnome-keyring on a bus of its own; every step in a process of its own, as after a restart."""

    def session(self, folder: Path, key: bytes, *acts: str) -> list[str]:
        """Unlocks a keyring once, does these one after the other, and gives what each said."""
        home = folder.parent
        run = f'"{sys.executable}" -c "$CODE" {{act}} "{folder}" {key.hex()}'
        lines = [f'"{sys.executable}" -c "$LOCK"' if act == "lock" else run.format(act=act) for act in acts]
        start = "echo -n x | gnome-keyring-daemon --unlock --components=secrets >/dev/null\n"
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", start + "\n".join(lines)],
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "HOME": str(home),
                "XDG_RUNTIME_DIR": str(home),
                "CODE": REAL,
                "LOCK": LOCK,
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    def test_it_opens_the_file_in_a_later_program_until_it_is_taken_away(self, folder: Path) -> None:
        key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
        assert self.session(folder, key, "add", "open", "remove", "open") == [
            "add",
            "open",
            "remove",
            "keyring.no_slot",
        ]
        assert slots.unlock_with_passphrase(folder, "twee woorden") == key

    def test_it_opens_the_file_after_the_computer_was_started_again(self, folder: Path) -> None:
        key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
        assert self.session(folder, key, "add") == ["add"]
        assert self.session(folder, key, "open") == ["open"]

    def test_a_locked_one_says_so_and_the_passphrase_opens(self, folder: Path) -> None:
        key = slots.create_profile(folder, "twee woorden", cost=CHEAP)
        assert self.session(folder, key, "add", "lock", "open") == ["add", "keyring.locked"]
        assert slots.unlock_with_passphrase(folder, "twee woorden") == key
