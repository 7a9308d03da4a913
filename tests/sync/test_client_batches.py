"""Parcels that go together: the hub answers each, and signs what it says of any."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient
from tests.sync.test_client import FINAL, OK, PARCEL, PUBLIC, Hub, Pen, client, message, refusal

TWO = (wire.Push(PARCEL), wire.Push(PARCEL))
LATER = wire.PushAnswer("later", code="quota.space", seconds=60)


@pytest.mark.parametrize("said", [(OK, OK), (OK, LATER), (LATER,)], ids=["both", "one", "none"])
def test_parcels_that_go_together_are_answered_up_to_the_first_without_a_place(
    said: tuple[wire.PushAnswer, ...],
) -> None:
    hub = Hub(message(wire.PushAnswers(said)))

    assert client(hub).push_all(TWO) == said
    assert hub.asked[-1].path == "/v1/batches"


@pytest.mark.parametrize("said", [(), (OK,), (OK, OK, OK)], ids=["nothing", "too few", "too many"])
def test_a_hub_must_answer_each_of_them(said: tuple[wire.PushAnswer, ...]) -> None:
    with pytest.raises(KnownError, match=r"hub\.answer_unclear"):
        client(Hub(message(wire.PushAnswers(said)))).push_all(TWO)


def test_what_the_hub_says_of_any_of_them_must_be_signed() -> None:
    with pytest.raises(KnownError, match=r"hub\.proof"):
        client(Hub(message(wire.PushAnswers((OK, FINAL))))).push_all(TWO)


def test_a_single_parcel_goes_as_it_always_did() -> None:
    hub = Hub()

    assert client(hub).push_all(TWO[:1]) == (OK,)
    assert hub.asked[-1].path == "/v1/parcels"


def test_a_hub_that_takes_one_at_a_time_gets_the_first() -> None:
    hub = Hub()
    conversation = HubClient(
        lambda request: refusal(404, "not_found") if request.path == "/v1/batches" else hub(request), Pen(), PUBLIC
    )

    assert conversation.push_all(TWO) == (OK,)


def test_another_trouble_with_them_is_trouble() -> None:
    with pytest.raises(KnownError, match=r"hub\.busy"):
        client(Hub(refusal(503, "unavailable"))).push_all(TWO)
