"""What the hub's door says of the shape of a parcel: the rules without a database."""

from msgspec.structs import replace

from gpconnect.hub import rules
from gpconnect.sync import wire
from tests.hub.parties import Laptop, claims


def test_a_parcel_asks_for_a_thousand_things_at_most() -> None:
    header = wire.decode_envelope(Laptop().parcel())[1].header
    many = claims(*map(str, range(rules.MAX_CLAIMS)))

    assert rules.claims_trouble(replace(header, claims=many)) == ""
    assert rules.claims_trouble(replace(header, claims=(*many, *claims("more")))) == "bad_claim"
