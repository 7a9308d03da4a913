"""Who looked, in sentences for a family and as a list on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gpconnect.documents import access_words
from gpconnect.documents.preview import page_count
from gpconnect.domain.access import EventType, Look
from gpconnect.domain.records import KINDS

NOW = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)
LOOK = Look(NOW, "Sanne", "youth_worker", "read", "visit")


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (LOOK, "op di 24 nov keek Sanne in het dossier, om een afspraak voor te bereiden"),
        (replace(LOOK, purpose="open_note"), "op di 24 nov las Sanne een notitie in het dossier"),
        (
            replace(LOOK, name="", purpose="open_dossier"),
            "op di 24 nov keek een collega die hier niet meer staat in het dossier",
        ),
        (replace(LOOK, event="create", purpose="goal.recorded"), "op di 24 nov schreef Sanne een doel op"),
        (replace(LOOK, event="change", purpose="handover.sent"), "op di 24 nov werkte Sanne een overdracht bij"),
        (replace(LOOK, event="change", purpose="iets.nieuws"), "op di 24 nov wijzigde Sanne iets"),
        (
            replace(LOOK, purpose="iets.nieuws", about=False),
            "op di 24 nov keek Sanne iets na in het bestand",
        ),
        (replace(LOOK, event="nieuw"), "op di 24 nov deed Sanne iets"),
        (
            replace(LOOK, outcome="dossier.restricted"),
            "op di 24 nov probeerde Sanne iets wat niet mocht; dat is tegengehouden",
        ),
        (
            replace(LOOK, event="login_failed", purpose="recovery", outcome="file.recovery_wrong"),
            "op di 24 nov bleek: er is een verkeerde code van een herstelblad ingevuld",
        ),
        (
            replace(LOOK, event="change", purpose="slot.added", outcome="begun"),
            "op di 24 nov begon Sanne aan een wijziging van de sleutels van het bestand",
        ),
        (
            replace(LOOK, event="change", purpose="file_key.changed", outcome="key.not_verified"),
            "op di 24 nov probeerde Sanne de sleutels van het bestand te wijzigen; dat lukte niet",
        ),
        (
            replace(LOOK, event="emergency", purpose="emergency", reason="Er is nu gevaar"),
            "op di 24 nov keek Sanne met spoed in het afgeschermde dossier. De reden: “Er is nu gevaar”",
        ),
        (
            replace(LOOK, event="login_failed", purpose="passphrase", outcome="file.passphrase_wrong"),
            "op di 24 nov bleek: er is een verkeerde wachtwoordzin ingevuld",
        ),
    ],
)  # fmt: skip
def test_a_look_is_one_plain_sentence(look: Look, words: str) -> None:
    assert access_words.sentence(look) == words


@pytest.mark.parametrize(
    ("purpose", "paper"), [("opened.recovery", "het herstelblad"), ("opened.employer", "het blad van de werkgever")]
)
def test_a_file_opened_with_a_paper_says_so_and_that_it_may_have_been_somebody_else(purpose: str, paper: str) -> None:
    said = access_words.sentence(replace(LOOK, purpose=purpose, about=False))

    assert said == f"op di 24 nov opende Sanne het bestand met {paper}; dat kan ook een ander zijn geweest"


def test_wrong_secrets_are_told_with_how_often_and_when_last_and_without_whose_fingers_it_were() -> None:
    typed = replace(LOOK, event="login_failed", purpose="passphrase", outcome="file.passphrase_wrong", about=False)
    counted = replace(typed, tries=3, last_try=datetime(2026, 11, 23, 16, 3, tzinfo=UTC))

    assert access_words.told(counted) == (
        "Er is 3 keer een verkeerde wachtwoordzin ingevuld, voor het laatst op ma 23 nov om 17:03"
    )
    assert access_words.told(replace(typed, purpose="employer", tries=1)) == (
        "Er is 1 keer een verkeerde code van het blad van de werkgever ingevuld"
    )
    assert "Sanne" not in access_words.told(typed) + access_words.sentence(counted)


def test_every_kind_of_event_and_of_record_about_a_child_has_words() -> None:
    assert set(access_words.KINDS) == {str(one) for one in EventType}
    about = [name for name, kind in KINDS.items() if kind.dossier]
    for name in about:
        told = access_words.sentence(replace(LOOK, event="create", purpose=f"{name}.recorded"))
        assert "iets vast" not in told, name


def test_below_a_day_the_name_comes_first() -> None:
    assert access_words.told(LOOK) == "Sanne keek in het dossier, om een afspraak voor te bereiden"
    assert access_words.told(replace(LOOK, name="")).startswith("Een collega")


def test_looks_are_told_by_day_in_the_practice() -> None:
    late = replace(LOOK, at=datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    assert [(day, len(found)) for day, found in access_words.days([late, LOOK])] == [
        (date(2026, 11, 25), 1),
        (date(2026, 11, 24), 1),
    ]


def test_the_list_runs_over_as_many_pages_as_it_needs() -> None:
    looks = [replace(LOOK, at=NOW - timedelta(hours=5 * n), on_behalf_of="Joris Maas") for n in range(120)]
    pdf = access_words.looking_list("Noor van den Berg", looks, NOW.date(), "Buurtzorg Jong")
    assert page_count(pdf) > 2
    assert b"Noor" not in pdf
    assert page_count(access_words.looking_list("Noor van den Berg", [], NOW.date(), "Buurtzorg Jong")) == 1


def test_one_act_that_left_several_lines_is_one_sentence_with_how_often() -> None:
    at = datetime(2026, 11, 24, 9, 52, tzinfo=UTC)
    first = Look(at, "Sanne", "youth_worker", "read", "open_dossier")
    later = replace(first, at=at + timedelta(minutes=1))

    assert access_words.gathered([first, first, later]) == [(first, 2), (later, 1)]
    other = replace(first, child="Noor")
    assert access_words.gathered([first, other]) == [(first, 1), (other, 1)], "of another child it is another act"
    assert access_words.told(first, 2) == "Sanne keek in het dossier (2 keer)"
