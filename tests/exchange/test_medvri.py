"""A message to the practice's own system, read back by a reader that knows the format and not our writer."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.exchange import edifact, medvri
from gpconnect.exchange.medvri import LINE_LENGTH, Correspondent, MedvriData, Subject
from tests.exchange import edifact_reader
from tests.exchange.edifact_reader import RefusedError, read

DATA = MedvriData(
    Correspondent("Sanne de Vries", institution="Buurtzorg Jong", box="Buurtzorg Jong"),
    Correspondent("dr. Peters", institution="De Waluwe", address="Dorpsstraat 1", phone="0418 555123", box="12345678"),
    Subject(date(2012, 5, 17), "Berg", "van den", "Noor Elif", "V"),
    datetime(2026, 3, 10, 11, 5),  # noqa: DTZ001 - wall time
    ("Terugkoppeling", "S  Hulpvraag: slaapt slecht + boos"),
    "A1B2C3D4E5F6",
)
SAMPLE = (
    b"UNB+UNOA:1+50099991+50099992+260310:1105+GPC000001'UNH+1+MEDVRI:1'GGA+J. de Vries+Jeugdteam+Team (TEST)'"
    b"DET+26:03:10+11:00'PID+2012:05:17+M+Testpersoon::::Sam:S.++BSN999990019'\r\n"
    b"TXT+Hulpvraag?: zorgen over gedrag.'TXT:2+Afspraak?: 3 gesprekken.'GGO+Huisarts A. Test++Praktijk Test'"
    b"UNT+8+1'UNZ+1+GPC000001'"
)


def test_a_practice_reads_who_wrote_about_whom_and_what() -> None:
    found = read(medvri.message(DATA))

    assert found.sender == ["Sanne de Vries", "", "Buurtzorg Jong"]
    assert found.receiver == ["dr. Peters", "", "De Waluwe", "Dorpsstraat 1", "0418 555123"]
    assert (found.day, found.clock) == (date(2026, 3, 10), "11:05")
    assert (found.born, found.sex, found.name) == (
        date(2012, 5, 17), "V", ["Berg", "van den", "", "", "Noor Elif", "N.E."],
    )  # fmt: skip
    assert found.lines == ["Terugkoppeling", "S  Hulpvraag: slaapt slecht + boos"]
    assert found.references == []
    assert found.envelope == [
        ["UNOA", "1"], ["Buurtzorg Jong"], ["12345678"], ["260310", "1105"], ["A1B2C3D4E5F6"],
    ]  # fmt: skip


def test_the_bytes_are_those_of_the_format() -> None:
    assert medvri.message(DATA) == (
        b"UNB+UNOA:1+Buurtzorg Jong+12345678+260310:1105+A1B2C3D4E5F6'UNH+1+MEDVRI:1'"
        b"GGA+Sanne de Vries++Buurtzorg Jong'DET+26:03:10+11:05'PID+2012:05:17+V+Berg:van den:::Noor Elif:N.E.'"
        b"TXT+Terugkoppeling'TXT+S  Hulpvraag?: slaapt slecht ?+ boos'"
        b"GGO+dr. Peters++De Waluwe+Dorpsstraat 1+0418 555123'UNT+8+1'UNZ+1+A1B2C3D4E5F6'"
    )


def test_the_reader_takes_what_others_write_and_refuses_what_is_wrong() -> None:
    found = read(SAMPLE)
    assert found.lines == ["Hulpvraag: zorgen over gedrag.", "Afspraak: 3 gesprekken."]
    assert found.references == ["", "BSN999990019"]

    own = medvri.message(DATA)
    start, end = own.index(b"UNH"), own.index(b"UNZ")
    assert read(own[start:end]).lines == found.lines[:0] + list(DATA.lines), "also without its envelope"
    for broken in (
        own.replace(b"UNT+8", b"UNT+9"),
        own.replace(b"+ boos", b"+ boos" + b"s" * 70),
        own.replace(b"UNZ+1+A", b"UNZ+1+B"),
        own.replace(b"?+", b"+"),
        own.replace(b"?: ", b": "),
        own.replace(b"GGA+Sanne de Vries", b"GGA+"),
        own[:-1],
    ):
        with pytest.raises(RefusedError):
            read(broken)


@pytest.mark.parametrize(
    ("written", "plain", "lost"),
    [
        ("Łódź, Đorđe en Søren", "Lodz, Dorde en Soren", ()),
        ("Weiß, façade, ĳs, Ægir", "Weiss, facade, ijs, AEgir", ()),
        ("€ 5 – “½ uur”…", 'EUR 5 - "1/2 uur"...', ()),
        ("e\N{COMBINING ACUTE ACCENT}en\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH JOINER}", "een", ()),
        ("a\tb\N{NO-BREAK SPACE}c\x00d", "a b c d", ()),
        ("blij \N{GRINNING FACE}\N{GRINNING FACE}!", "blij [teken]!", ("\N{GRINNING FACE}",)),
        ("مريم dus", "[teken] dus", ("م", "ر", "ي")),
    ],
)
def test_what_the_character_set_lacks_is_spelled_or_named(written: str, plain: str, lost: tuple[str, ...]) -> None:
    assert edifact.spelled(written) == edifact.Spelled(plain, lost)


def test_what_did_not_come_along_is_named_wherever_it_stood() -> None:
    about = replace(DATA.about, given_name="ليلى", prefix="", sex="")
    odd = replace(DATA, about=about, lines=("Vindt \N{SLEEPING FACE} fijn",))

    assert medvri.lost(DATA) == ()
    assert set(medvri.lost(odd)) == {"\N{SLEEPING FACE}", *"ليلى"}
    found = read(medvri.message(odd))
    assert (found.sex, found.name, found.lines) == (
        "", ["Berg", "", "", "", "[teken]"], ["Vindt [teken] fijn"],
    )  # fmt: skip


def test_long_names_fit_and_no_sign_is_parted_from_its_release() -> None:
    long = replace(
        DATA,
        about=Subject(date(2012, 5, 17), "'" * 50, "v" * 20, "Abcdefghijklm N O P Q R"),
        sender=Correspondent("+" * 99, "d" * 99, "i" * 99, "a" * 99, "0" * 99, "b" * 99),
        lines=("'" * 200, ("woord " * 40).strip()),
    )
    found = read(medvri.message(long))
    assert [len(one) for one in found.sender] == [40, 70, 70, 70, 20]
    assert [len(one) for one in found.name] == [30, 10, 0, 0, 12, 8]
    assert found.lines[:3] == ["'" * 70, "'" * 70, "'" * 60]
    assert " ".join(found.lines[3:]) == ("woord " * 40).strip()


texts = st.lists(st.text(max_size=300), min_size=1, max_size=6)


@given(texts)
def test_whatever_was_written_comes_across_word_for_word(lines: list[str]) -> None:
    data = replace(DATA, lines=("Begin", *lines))
    content = medvri.message(data)
    found = read(content)

    assert all(len(one) <= LINE_LENGTH for one in found.lines)
    sent = [word for line in data.lines for part in line.splitlines() for word in edifact.spelled(part).text.split()]
    assert "".join(found.lines).replace(" ", "") == "".join(sent)
    if all(len(word) <= LINE_LENGTH for word in sent):
        assert [word for line in found.lines for word in line.split()] == sent
    assert len(edifact_reader.segments_of(content)) == len(found.lines) + 8
    assert b"\n" not in content
    assert b"\r" not in content
