"""One encrypted file with many in it: whole or refused."""

from pathlib import Path
from typing import Any

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.storage import archive
from gpconnect.storage.slots import Cost

PASSPHRASE = "vier losse woorden samen"
CHEAP = Cost(8, 1, 1)
FILES = [("a/een.json", b"Daan heeft een geheim"), ("a/een.pdf", b"%PDF"), ("inhoud.json", b"{}")]


def made(path: Path, files: list[tuple[str, bytes]] = FILES) -> Path:
    writer = archive.Writer(path, PASSPHRASE, cost=CHEAP)
    for name, content in files:
        writer.add(name, content)
    writer.close()
    assert list(writer.read_back()) == files
    writer.finish()
    return path


def refused(path: Path, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(KnownError) as refusal:
        list(archive.read(path, passphrase))
    return refusal.value.code


def test_what_goes_in_comes_out_and_nothing_of_it_shows(tmp_path: Path) -> None:
    path = made(tmp_path / "alles.export")

    assert list(archive.read(path, PASSPHRASE)) == FILES
    assert b"geheim" not in path.read_bytes()
    assert b"een.json" not in path.read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["alles.export"]


def test_a_wrong_passphrase_is_told_from_damage(tmp_path: Path) -> None:
    path = made(tmp_path / "alles.export")

    assert refused(path, "een heel andere zin") == "file.passphrase_wrong"
    assert refused(path, " ") == "passphrase.empty"
    assert refused(tmp_path / "nergens") == "file.missing"
    (tmp_path / "brief.txt").write_text("Beste Sanne")
    assert refused(tmp_path / "brief.txt") == "export.not_ours"


def test_every_changed_byte_and_every_cut_is_noticed(tmp_path: Path) -> None:
    path = made(tmp_path / "alles.export")
    whole = path.read_bytes()
    codes = {"export.damaged", "export.not_ours", "file.passphrase_wrong"}

    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert refused(path) in codes
    for length in range(0, len(whole), 11):
        path.write_bytes(whole[:length])
        assert refused(path) in codes


def test_files_left_out_or_in_another_order_are_noticed(tmp_path: Path) -> None:
    path = made(tmp_path / "alles.export")
    whole = path.read_bytes()
    start = whole.index(b"}") + 1
    frames, rest = [], whole[start:]
    while rest:
        length = 4 + int.from_bytes(rest[:4])
        frames.append(rest[:length])
        rest = rest[length:]
    assert len(frames) == 3

    path.write_bytes(whole[:start] + bytes(4))
    assert refused(path) == "export.damaged"
    for order in ([], [0], [0, 1], [1, 0, 2], [0, 2], [2]):
        path.write_bytes(whole[:start] + b"".join(frames[one] for one in order))
        assert refused(path) == "export.damaged"


@pytest.mark.parametrize(
    "header",
    [
        b"{}",
        b'{"salt":"geen getal","memory_kib":8,"iterations":1,"lanes":1,"check":""}',
        b'{"salt":"00","memory_kib":99999999,"iterations":1,"lanes":1,"check":""}',
        b" " * 5000,
    ],
)
def test_a_header_that_makes_no_sense_costs_no_work(tmp_path: Path, header: bytes) -> None:
    path = tmp_path / "alles.export"
    path.write_bytes(archive.MAGIC + len(header).to_bytes(4) + header)
    assert refused(path) == "export.damaged"


def test_a_sealed_file_that_is_no_file_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "alles.export"
    writer = archive.Writer(path, PASSPHRASE, cost=CHEAP)
    broken: Any = "tekst in plaats van bytes"
    writer.add("a.json", broken)
    writer.close()
    writer.finish()
    assert refused(path) == "export.damaged"


def test_nothing_is_overwritten_and_nothing_is_left_behind(tmp_path: Path) -> None:
    target = tmp_path / "alles.export"
    writer = archive.Writer(target, PASSPHRASE, cost=CHEAP)
    writer.add(*FILES[0])
    writer.close()
    target.write_text("stond er intussen al")

    with pytest.raises(KnownError, match=r"file\.exists"):
        writer.finish()
    writer.discard()
    with pytest.raises(KnownError, match=r"file\.exists"):
        archive.Writer(target, PASSPHRASE, cost=CHEAP)
    with pytest.raises(KnownError, match=r"file\.write_failed"):
        archive.Writer(tmp_path / "nergens" / "x.export", PASSPHRASE, cost=CHEAP)
    assert [one.name for one in tmp_path.iterdir()] == ["alles.export"]


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "alles.export")

    def failing(*_args: object) -> object:
        raise OSError

    monkeypatch.setattr(Path, "open", failing)
    assert refused(path) == "file.io"
