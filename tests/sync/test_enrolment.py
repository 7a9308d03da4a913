"""Two devices, one code, six digits: what each of them believes, and everything that ends the conversation."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.sync import enrolment
from gpconnect.sync.enrolment import ANSWER, CARD, GUEST_WORD, HOST_WORD, OFFER, REVEAL, Door, Invited, Talk
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.refusals import AlarmError, RefusedError

INVITED = Invited("c2" * 16, "Joris Maas", "youth_worker", "Buurtzorg Jong", "zaltbommel")
DOORS = (Door("team/noord", b"r" * 32, 7, b"h" * 32, "member"),)
HUB = b"k" * 32
GUEST, HOST = DeviceKeys.generate(), DeviceKeys.generate()


@dataclass
class Met:
    """Both sides of one conversation, in step."""

    host: Talk
    guest: Talk


def met(secret: bytes = b"c" * 10, change: Callable[[int, bytes], bytes] = lambda _slot, message: message) -> Met:
    """A whole conversation; `change` is what lies in between, which may change each message."""
    nonce = enrolment.new_nonce()
    guest = enrolment.give_card(Talk(secret), GUEST)
    host, _ = enrolment.hear_card(Talk(secret), change(CARD, guest.said[CARD]))
    host = enrolment.make_offer(host, HOST, INVITED, DOORS, HUB, nonce)
    guest, _ = enrolment.hear_offer(guest, change(OFFER, host.said[OFFER]))
    guest = enrolment.give_number(guest, ANSWER, enrolment.new_nonce())
    host = enrolment.hear_answer(host, change(ANSWER, guest.said[ANSWER]))
    host = enrolment.give_number(host, REVEAL, nonce)
    guest = enrolment.hear_reveal(guest, change(REVEAL, host.said[REVEAL]))
    return Met(host, guest)


def test_both_screens_show_the_same_six_digits_and_each_knows_the_other() -> None:
    pair = met()
    assert pair.host.digits() == pair.guest.digits()
    assert len(pair.host.digits().replace(" ", "")) == 6
    _, card = enrolment.hear_card(Talk(b"c" * 10), pair.host.said[CARD])
    assert (card.sign_key, card.seal_key) == (GUEST.sign_key, GUEST.seal_key)
    heard, offer = enrolment.hear_offer(Talk(b"c" * 10, pair.guest.said[:1]), pair.guest.said[OFFER])
    assert (offer.invited, offer.doors, offer.hub_key, offer.sign_key) == (INVITED, DOORS, HUB, HOST.sign_key)
    assert not heard.done


def test_the_hub_sees_nothing_of_names_keys_or_code() -> None:
    secret = b"0123456789"
    seen = b"".join(met(secret).host.said) + enrolment.mailbox(secret)
    for hidden in (secret, b"Joris", b"youth_worker", b"team/noord", GUEST.sign_key, HOST.sign_key):
        assert hidden not in seen


@given(slot=st.integers(CARD, REVEAL), bit=st.integers(0, 10**6))
def test_any_bit_that_is_changed_on_the_way_ends_it_or_shows_in_the_digits(slot: int, bit: int) -> None:
    def flip(at: int, message: bytes) -> bytes:
        if at != slot:
            return message
        place = bit % (8 * len(message))
        changed = bytearray(message)
        changed[place // 8] ^= 1 << place % 8
        return bytes(changed)

    try:
        pair = met(change=flip)
    except RefusedError:
        return
    assert pair.host.digits() != pair.guest.digits()


@given(wrong=st.binary(min_size=10, max_size=10))
def test_a_guessed_code_is_another_name_and_opens_nothing(wrong: bytes) -> None:
    guess = wrong if wrong != b"c" * 10 else b"d" * 10
    assert enrolment.mailbox(guess) != enrolment.mailbox(b"c" * 10)
    with pytest.raises(RefusedError, match=r"enrolment\.mac"):
        enrolment.hear_card(Talk(b"c" * 10), enrolment.give_card(Talk(guess), GUEST).said[CARD])


def test_swapped_keys_are_noticed_also_by_who_knows_the_code() -> None:
    """Somebody read the code over a shoulder and answers both sides: the digits differ, and there is one try."""
    between = DeviceKeys.generate()
    left, right = met(), met()
    # The one in between cannot use the guest's card with another key either: the card is signed with what it shows.
    card = enrolment.Card(GUEST.sign_key, between.seal_key)
    talk = Talk(b"c" * 10)
    forged = enrolment._say(talk, CARD, enrolment._signed(talk, between, card)).said[CARD]
    with pytest.raises(RefusedError, match=r"enrolment\.signature"):
        enrolment.hear_card(talk, forged)
    assert left.host.digits() != right.guest.digits()


def test_a_message_of_another_conversation_or_of_another_place_in_it_is_refused() -> None:
    one, other = met(), met(b"d" * 10)
    for slot, hear in ((CARD, enrolment.hear_card), (OFFER, enrolment.hear_offer), (ANSWER, enrolment.hear_answer)):
        with pytest.raises(RefusedError, match=r"enrolment\.mac"):
            hear(Talk(b"c" * 10, one.host.said[:slot]), other.host.said[slot])
    with pytest.raises(RefusedError, match=r"enrolment\.mac"):
        enrolment.hear_answer(Talk(b"c" * 10, one.host.said[:2]), one.host.said[OFFER])


def test_a_number_from_an_earlier_conversation_under_the_same_code_is_refused() -> None:
    first, second = met(), met()
    with pytest.raises(RefusedError, match=r"enrolment\.mac"):
        enrolment.hear_answer(Talk(b"c" * 10, second.host.said[:2]), first.guest.said[ANSWER])


def test_out_of_order_nothing_is_said_or_heard() -> None:
    pair, empty = met(), Talk(b"c" * 10)
    with pytest.raises(RefusedError, match=r"enrolment\.order"):
        enrolment.hear_answer(empty, pair.guest.said[ANSWER])
    with pytest.raises(RefusedError, match=r"enrolment\.order"):
        enrolment.give_number(empty, REVEAL, enrolment.new_nonce())
    with pytest.raises(RefusedError, match=r"enrolment\.order"):
        enrolment.hear_card(pair.host, pair.guest.said[CARD])
    with pytest.raises(RefusedError, match=r"enrolment\.order"):
        Talk(b"c" * 10, pair.host.said[:3]).digits()


def test_another_number_than_was_committed_to_is_refused() -> None:
    """Without this, who has the code could try numbers until the digits of both sides agree."""
    secret = b"c" * 10
    guest = enrolment.give_card(Talk(secret), GUEST)
    host, _ = enrolment.hear_card(Talk(secret), guest.said[CARD])
    host = enrolment.make_offer(host, HOST, INVITED, DOORS, HUB, enrolment.new_nonce())
    guest, _ = enrolment.hear_offer(guest, host.said[OFFER])
    guest = enrolment.give_number(guest, ANSWER, enrolment.new_nonce())
    host = enrolment.give_number(enrolment.hear_answer(host, guest.said[ANSWER]), REVEAL, enrolment.new_nonce())
    with pytest.raises(RefusedError, match=r"enrolment\.commitment"):
        enrolment.hear_reveal(guest, host.said[REVEAL])


@pytest.mark.parametrize("body", [b"", b"\xc1", msgspec.msgpack.encode([b"short"])])
def test_what_is_no_message_is_refused_also_from_who_has_the_code(body: bytes) -> None:
    empty, two = Talk(b"c" * 10), Talk(b"c" * 10, met().host.said[:2])
    with pytest.raises(RefusedError, match=r"enrolment\.malformed"):
        enrolment.hear_card(empty, body)
    with pytest.raises(RefusedError, match=r"enrolment\.malformed"):
        enrolment.hear_card(empty, enrolment._message(empty, CARD, body))
    with pytest.raises(RefusedError, match=r"enrolment\.malformed"):
        enrolment.hear_answer(two, enrolment._message(two, ANSWER, body))


def test_a_card_without_a_whole_key_and_an_offer_without_a_door_are_refused() -> None:
    talk = Talk(b"c" * 10)
    card = enrolment._signed(talk, GUEST, enrolment.Card(GUEST.sign_key, b"short"))
    with pytest.raises(RefusedError, match=r"enrolment\.malformed"):
        enrolment.hear_card(talk, enrolment._message(talk, CARD, card))
    guest = enrolment.give_card(talk, GUEST)
    for doors in ((), (Door("team/noord", b"", 7, b"h" * 32, "member"),)):
        host = enrolment.make_offer(guest, HOST, INVITED, doors, HUB, enrolment.new_nonce())
        with pytest.raises(RefusedError, match=r"enrolment\.malformed"):
            enrolment.hear_offer(guest, host.said[OFFER])


def test_what_was_said_before_may_not_turn_into_something_else() -> None:
    pair = met()
    slots = dict(enumerate(pair.host.said))
    enrolment.check_kept(pair.host, slots)
    enrolment.check_kept(pair.host, {})
    with pytest.raises(AlarmError, match=r"enrolment\.changed"):
        enrolment.check_kept(pair.host, {**slots, CARD: met().guest.said[CARD]})


def test_last_words_come_from_who_has_the_code_and_was_there() -> None:
    pair, other = met(), met()
    agreed = enrolment.last_word(pair.guest, GUEST_WORD, enrolment.AGREED)
    assert enrolment.hear_last_word(pair.host, GUEST_WORD, agreed) == enrolment.AGREED
    early = enrolment.last_word(Talk(b"c" * 10), HOST_WORD, enrolment.WITHDRAWN)
    assert enrolment.hear_last_word(pair.guest, HOST_WORD, early) == enrolment.WITHDRAWN
    for message, slot in ((agreed, HOST_WORD), (early, GUEST_WORD)):
        with pytest.raises(RefusedError, match=r"enrolment\.mac"):
            enrolment.hear_last_word(pair.host, slot, message)
    with pytest.raises(RefusedError, match=r"enrolment\.mac"):
        enrolment.hear_last_word(other.host, GUEST_WORD, agreed)


@given(secret=st.binary(min_size=10, max_size=10), data=st.data())
def test_a_code_is_read_however_it_is_typed(secret: bytes, data: st.DataObject) -> None:
    code = enrolment.written(secret)
    assert [len(group) for group in code.split(" ")] == [4, 4, 4, 4]
    assert not set(code) & set("ILOU")
    alike = {"0": "0Oo", "1": "1IiLl"}
    typed = "".join(data.draw(st.sampled_from(alike.get(sign, sign + sign.lower()))) for sign in code)
    assert enrolment.read_code(f" {typed.replace(' ', '-')} ") == secret


def test_a_typing_error_names_what_is_wrong() -> None:
    with pytest.raises(KnownError) as length:
        enrolment.read_code("ABCD EFGH")
    assert (length.value.code, length.value.params) == ("code.length", {"typed": 8, "wanted": 16})
    with pytest.raises(KnownError) as strange:
        enrolment.read_code("ABCD EFGH JK?M NPQR")
    assert (strange.value.code, strange.value.params) == ("code.typo", {"group": 3})


def test_every_invitation_has_a_code_of_its_own() -> None:
    assert len({enrolment.new_code() for _ in range(100)}) == 100
