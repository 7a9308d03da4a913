"""Sealing to a public half: whoever holds the secret opens, and nobody needs the secret to seal again.

A key pair follows from a secret alone, so a paper with the secret is enough to open. HPKE with ML-KEM-768 and X25519
(the suite that parcels use too), so a slots file copied today stays closed to a quantum computer of later.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, MLKEM768X25519PublicKey, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PUBLIC_BYTES = 1184 + 32
_MLKEM_SEED = 64
_SEED = _MLKEM_SEED + 32
_HPKE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def seed_of(secret: bytes, salt: bytes, label: bytes) -> bytes:
    """The private half that belongs to a secret; `label` keeps one secret from being used for two things."""
    return HKDF(hashes.SHA256(), _SEED, salt or None, b"gpconnect seal 1 " + label).derive(secret)


def public_half(seed: bytes) -> bytes:
    """What others seal to; it tells nothing about the seed."""
    mlkem, x25519 = _private_halves(seed)
    return mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()


def seal(public: bytes, plaintext: bytes, info: bytes) -> bytes:
    """`plaintext` for the holder of the seed; `info` must be the same when it is opened.

    Raises:
        ValueError: these bytes are not a public half.
    """
    mlkem = MLKEM768PublicKey.from_public_bytes(public[: PUBLIC_BYTES - 32])
    x25519 = X25519PublicKey.from_public_bytes(public[PUBLIC_BYTES - 32 :])
    return _HPKE.encrypt(plaintext, MLKEM768X25519PublicKey(mlkem, x25519), info=info)


def unseal(seed: bytes, sealed: bytes, info: bytes) -> bytes | None:
    """What was sealed, or None when it was sealed to another, for another use, or was changed."""
    mlkem, x25519 = _private_halves(seed)
    try:
        return _HPKE.decrypt(sealed, MLKEM768X25519PrivateKey(mlkem, x25519), info=info)
    except (InvalidTag, ValueError):
        return None


def _private_halves(seed: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    return (
        MLKEM768PrivateKey.from_seed_bytes(seed[:_MLKEM_SEED]),
        X25519PrivateKey.from_private_bytes(seed[_MLKEM_SEED:]),
    )
