"""Codes on paper, and the employer's public half."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.storage import paper_keys, sealing

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE = paper_keys.code_of(bytes(range(16)))
EMPLOYER = paper_keys.code_of(bytes(range(32)))
MADE = date(2026, 11, 24)


def refusal(act: Callable[[], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.code, caught.value.params


def test_a_code_is_a_row_of_seven_groups_and_an_employer_has_two_rows() -> None:
    assert [len(group) for group in paper_keys.new_code().split()] == [4] * 7
    assert [len(row.split()) for row in paper_keys.new_code(paper_keys.EMPLOYER_BYTES).split("\n")] == [7, 7]
    assert paper_keys.new_code() != paper_keys.new_code()


@given(st.binary(min_size=16, max_size=16))
def test_what_was_printed_can_be_typed_back_however_a_person_types(secret: bytes) -> None:
    code = paper_keys.code_of(secret)
    assert paper_keys.secret_of(code) == secret
    assert paper_keys.secret_of(code.lower().replace(" ", "-").replace("0", "o").replace("1", "l") + "\n") == secret


@given(st.integers(0, 27), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_told_with_its_group(place: int, sign: str) -> None:
    signs = CODE.replace(" ", "")
    if signs[place] == sign:
        return
    typed = signs[:place] + sign + signs[place + 1 :]
    assert refusal(lambda: paper_keys.secret_of(typed)) == ("paper.typo", {"group": place // 4 + 1})


@given(
    st.lists(st.integers(0, 27), min_size=2, max_size=2, unique=True), st.sampled_from(SIGNS), st.sampled_from(SIGNS)
)
def test_two_wrong_signs_are_never_taken_for_a_code(places: list[int], one: str, other: str) -> None:
    signs = list(CODE.replace(" ", ""))
    signs[places[0]], signs[places[1]] = one, other
    if "".join(signs) != CODE.replace(" ", ""):
        code, _ = refusal(lambda: paper_keys.secret_of("".join(signs)))
        assert code in {"paper.typo", "paper.typos"}


def test_swapped_neighbours_are_noticed() -> None:
    signs = CODE.replace(" ", "")
    for place in range(27):
        swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
        if swapped != signs:
            assert refusal(lambda swapped=swapped: paper_keys.secret_of(swapped))[0] in {"paper.typo", "paper.typos"}  # type: ignore[misc]  # bound at once


def test_a_wrong_sign_in_the_second_row_is_told_with_its_group() -> None:
    typed = EMPLOYER[:-1] + ("0" if EMPLOYER[-1] != "0" else "2")
    assert refusal(lambda: paper_keys.secret_of(typed, paper_keys.EMPLOYER_BYTES)) == ("paper.typo", {"group": 14})
    assert paper_keys.secret_of(EMPLOYER, paper_keys.EMPLOYER_BYTES) == bytes(range(32))


def test_too_few_signs_and_signs_that_no_sheet_has() -> None:
    assert refusal(lambda: paper_keys.secret_of(CODE[:-1])) == ("paper.length", {"typed": 27, "wanted": 28})
    assert refusal(lambda: paper_keys.secret_of("é" + CODE[1:])) == ("paper.typo", {"group": 1})
    assert refusal(lambda: paper_keys.secret_of(CODE, paper_keys.EMPLOYER_BYTES))[0] == "paper.length"


def test_a_code_that_no_program_made_is_refused_although_its_signs_agree() -> None:
    """26 signs hold two bits more than 16 bytes: a valid row with those bits set was never printed."""
    row = paper_keys._row((2**130 - 1).to_bytes(17, "big"))
    assert refusal(lambda: paper_keys.secret_of(row))[0] == "paper.typos"


def test_the_public_half_locks_and_only_the_paper_opens() -> None:
    public = paper_keys.read_public(paper_keys.public_text(EMPLOYER, "Buurtzorg Jong", MADE))
    assert (public.employer, public.made) == ("Buurtzorg Jong", MADE)
    sealed = sealing.seal(public.key, b"the key", b"info")
    seed = sealing.seed_of(bytes(range(32)), b"", paper_keys.EMPLOYER)
    assert sealing.unseal(seed, sealed, b"info") == b"the key"
    assert sealing.unseal(seed, sealed, b"other") is None
    assert sealing.unseal(sealing.seed_of(bytes(32), b"", paper_keys.EMPLOYER), sealed, b"info") is None


def test_the_fingerprint_is_short_enough_to_read_aloud_and_covers_name_and_key() -> None:
    public = paper_keys.read_public(paper_keys.public_text(EMPLOYER, "Buurtzorg Jong", MADE))
    shown = paper_keys.fingerprint(public)
    assert [len(group) for group in shown.split()] == [4, 4, 4]
    other = paper_keys.read_public(paper_keys.public_text(paper_keys.new_code(32), "Buurtzorg Jong", MADE))
    renamed = msgspec.structs.replace(public, employer="Iemand anders")
    assert len({shown, paper_keys.fingerprint(other), paper_keys.fingerprint(renamed)}) == 3


@pytest.mark.parametrize("changed", [{"format": "x"}, {"key": b"short"}, {"employer": " "}, {"more": 1}, None])
def test_another_file_is_not_an_employers_key(changed: dict[str, object] | None) -> None:
    good = msgspec.json.decode(paper_keys.public_text(EMPLOYER, "Buurtzorg Jong", MADE))
    data = b"%PDF" if changed is None else msgspec.json.encode({**good, **changed})
    assert refusal(lambda: paper_keys.read_public(data))[0] == "employer.not_a_key"
