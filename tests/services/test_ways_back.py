"""Putting a copy back takes the ways into the file along; the preview says which, before anybody says yes."""

from pathlib import Path

import pytest

from gpconnect.services import keeping, keyholding, restoring
from gpconnect.services.session import Session
from gpconnect.services.ways_back import Turn, WaysBack
from gpconnect.storage import files
from gpconnect.ui import copy_words, way_words
from tests.services.conftest import PASSPHRASE

NEWER = "gloednieuwe zeventien paarden rennen"
SAME = dict.fromkeys(keyholding.WAYS, Turn.SAME)


def test_a_preview_names_the_ways_in_and_the_folder_that_go_back_to_how_they_were(
    worker: Session, tmp_path: Path
) -> None:
    copy = tmp_path / "kopie"
    keeping.back_up(worker, copy)
    unchanged = restoring.preview(restoring.present(worker), copy, PASSPHRASE)
    assert unchanged.ways.none
    assert "blijven zoals ze nu zijn" in "\n".join(copy_words.preview(unchanged))

    sheet = keyholding.begin_recovery(worker)
    keyholding.finish_recovery(worker, sheet, sheet.code, PASSPHRASE)
    keyholding.change_passphrase(worker, PASSPHRASE, NEWER)
    keeping.choose_folder(worker, tmp_path / "stick")
    shown = restoring.preview(restoring.present(worker), copy, PASSPHRASE)

    assert shown.ways.turns["recovery"] is Turn.GONE
    assert shown.ways.turns["passphrase"] is Turn.OTHER
    words = "\n".join(copy_words.preview(shown))
    assert "Een herstelblad dat je na deze kopie maakte" in words
    assert "De wachtwoordzin van nu opent het bestand dan niet meer" in words
    assert "niet meer vanzelf gemaakt" in words

    later = tmp_path / "later"
    keeping.back_up(worker, later)
    (way,) = keyholding.overview(worker).of("recovery")
    keyholding.remove(worker, way.id, NEWER)
    keeping.choose_folder(worker, tmp_path / "schijf")
    words = "\n".join(copy_words.preview(restoring.preview(restoring.present(worker), later, NEWER)))
    assert "Een herstelblad dat je na deze kopie introk" in words
    assert f"weer naar {tmp_path / 'stick'}, en niet meer naar {tmp_path / 'schijf'}" in words
    keeping.choose_folder(worker, None)
    words = "\n".join(copy_words.preview(restoring.preview(restoring.present(worker), later, NEWER)))
    assert f"gaan dan vanzelf naar {tmp_path / 'stick'}" in words

    files.slots_path(worker.folder).unlink()
    lost = restoring.preview(restoring.closed(worker.folder, NEWER), later, NEWER)
    assert not lost.ways.known
    assert "openen de wachtwoordzin en de bladen van toen" in "\n".join(copy_words.preview(lost))


@pytest.mark.parametrize(
    ("kind", "turn", "words"),
    [
        ("recovery", Turn.OTHER, "Het herstelblad van nu opent het bestand dan niet meer; dat van toen weer wel."),
        ("employer", Turn.GONE, "Voeg de werkgever daarna opnieuw toe"),
        ("employer", Turn.BACK, "dat je na deze kopie weghaalde, opent het bestand dan weer"),
        ("employer", Turn.OTHER, "Het blad van de werkgever van nu"),
        ("keyring", Turn.GONE, "Vanzelf openen met deze computer staat dan uit"),
        ("keyring", Turn.BACK, "Vanzelf openen met deze computer staat dan weer aan"),
        ("keyring", Turn.OTHER, "Zet het daarna opnieuw aan"),
    ],
)
def test_every_way_that_turns_has_a_sentence_with_what_to_do(kind: str, turn: Turn, words: str) -> None:
    (said,) = way_words.ways(
        WaysBack({**SAME, kind: turn}, known=True, folder=None, folder_then=None, folder_known=True)
    )
    assert words in said
