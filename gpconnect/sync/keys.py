"""The keys of a device, a space and a dossier, and how each is handed to those who may read.

A device has two keys of its own. A space has one secret per epoch, wrapped for every device that reads it. A dossier
has a secret wrapped under the epoch's. The id of a secret follows from the secret itself, and that id is only believed
when a member signed it: a hub can store keys but never slip one in.

Suite 1, no negotiation: Ed25519, HPKE (ML-KEM-768 + X25519, HKDF-SHA256, ChaCha20-Poly1305), HKDF-SHA256.
"""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gpconnect.sync import admission, wire
from gpconnect.sync.refusals import RefusedError

KEY_ID = admission.KEY_ID
SECRET = 32
NONCE = 12
MLKEM_SEED = 64
MLKEM_PUBLIC = 1184
SEAL_SEED = MLKEM_SEED + 32
SEAL_PUBLIC = admission.SEAL_PUBLIC
_HPKE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def new_incarnation() -> bytes:
    """64 random bits naming one life of a device's file: after a restored copy numbers start again without a clash."""
    return os.urandom(8)


def new_token() -> bytes:
    """32 random bytes that prove who holds a claim; only its SHA-256 travels until it is given back."""
    return os.urandom(SECRET)


def derive(secret: bytes, label: bytes, length: int = SECRET) -> bytes:
    """A key for one purpose out of a secret: no key is ever used for two things."""
    return HKDF(hashes.SHA256(), length, salt=None, info=b"gpconnect 1 " + label).derive(secret)


def seal(secret: bytes, label: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """`plaintext` under the key that `secret` has for `label`: random nonce, then ChaCha20-Poly1305."""
    nonce = os.urandom(NONCE)
    return nonce + ChaCha20Poly1305(derive(secret, label)).encrypt(nonce, plaintext, aad)


def unseal(secret: bytes, label: bytes, sealed: bytes, aad: bytes) -> bytes:
    """The plaintext of `seal`.

    Raises:
        RefusedError: ``seal.broken``, other key, other authenticated data or changed bytes.
    """
    try:
        return ChaCha20Poly1305(derive(secret, label)).decrypt(sealed[:NONCE], sealed[NONCE:], aad)
    except (InvalidTag, ValueError):
        raise RefusedError("seal.broken") from None


def seal_for(seal_key: bytes, plaintext: bytes, info: bytes) -> bytes:
    """`plaintext` for the one who holds the private half of `seal_key`; `info` must be the same when it is opened.

    Raises:
        RefusedError: ``key.malformed``, these bytes are not a public key of this suite.
    """
    try:
        mlkem = MLKEM768PublicKey.from_public_bytes(seal_key[:MLKEM_PUBLIC])
        x25519 = X25519PublicKey.from_public_bytes(seal_key[MLKEM_PUBLIC:])
        return _HPKE.encrypt(plaintext, MLKEM768X25519PublicKey(mlkem, x25519), info=info)
    except ValueError:
        raise RefusedError("key.malformed") from None


def open_for(seal_seed: bytes, sealed: bytes, info: bytes) -> bytes:
    """The plaintext of `seal_for`.

    Raises:
        RefusedError: ``seal.broken``, meant for another key or another use, or changed bytes.
    """
    mlkem, x25519 = _private_halves(seal_seed)
    try:
        return _HPKE.decrypt(sealed, MLKEM768X25519PrivateKey(mlkem, x25519), info=info)
    except (InvalidTag, ValueError):
        raise RefusedError("seal.broken") from None


def _private_halves(seal_seed: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    return (
        MLKEM768PrivateKey.from_seed_bytes(seal_seed[:MLKEM_SEED]),
        X25519PrivateKey.from_private_bytes(seal_seed[MLKEM_SEED:]),
    )


def _public_half(seal_seed: bytes) -> bytes:
    mlkem, x25519 = _private_halves(seal_seed)
    return mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()


@dataclass(frozen=True, slots=True, repr=False)
class DeviceKeys:
    """The two private keys of one device: to sign with, and to be sealed to. They never leave its encrypted file.

    Attributes:
        sign_seed: 32 bytes, Ed25519.
        seal_seed: 96 bytes, ML-KEM-768 seed and X25519.
    """

    sign_seed: bytes
    seal_seed: bytes

    @classmethod
    def generate(cls) -> Self:
        """New keys, for a new device."""
        return cls(os.urandom(SECRET), os.urandom(SEAL_SEED))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The keys as `to_bytes` gave them.

        Raises:
            ValueError: other bytes.
        """
        if len(data) != SECRET + SEAL_SEED:
            message = "not the keys of a device"
            raise ValueError(message)
        return cls(data[:SECRET], data[SECRET:])

    def to_bytes(self) -> bytes:
        """Both private keys, for the encrypted file and nowhere else."""
        return self.sign_seed + self.seal_seed

    @property
    def sign_key(self) -> bytes:
        """The public half that others verify with (32 bytes)."""
        return Ed25519PrivateKey.from_private_bytes(self.sign_seed).public_key().public_bytes_raw()

    @property
    def seal_key(self) -> bytes:
        """The public half that others seal to (1216 bytes)."""
        return _public_half(self.seal_seed)

    @property
    def device(self) -> str:
        """The device's id, which follows from `sign_key`."""
        return wire.device_id(self.sign_key)

    def sign(self, message: bytes) -> bytes:
        """Ed25519 signature; every use puts its own magic in front of the message."""
        return Ed25519PrivateKey.from_private_bytes(self.sign_seed).sign(message)


@dataclass(frozen=True, slots=True, repr=False)
class EpochKey:
    """The secret that everybody who reads a space shares, until somebody leaves.

    Attributes:
        secret: 32 random bytes.
        key_id: follows from the secret, so a key cannot carry another's id.
    """

    secret: bytes
    key_id: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key_id", derive(self.secret, b"id", KEY_ID))

    @classmethod
    def generate(cls) -> Self:
        """A new epoch."""
        return cls(os.urandom(SECRET))

    @property
    def contributor_seed(self) -> bytes:
        """Private half of the key that contributors seal to; derived, so every reader has it without another wrap."""
        return derive(self.secret, b"contributors", SEAL_SEED)

    @property
    def public_key(self) -> bytes:
        """What contributors seal to; they can open nothing with it."""
        return _public_half(self.contributor_seed)


@dataclass(frozen=True, slots=True, repr=False)
class DossierKey:
    """The secret of one dossier: destroying every copy of it destroys the dossier, wherever its bytes still are.

    Attributes:
        dossier: id of the dossier.
        secret: 32 random bytes.
        key_id: follows from the secret.
    """

    dossier: str
    secret: bytes
    key_id: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key_id", derive(self.secret, b"id", KEY_ID))

    @classmethod
    def generate(cls, dossier: str) -> Self:
        """A key for a dossier that has none yet."""
        return cls(dossier, os.urandom(SECRET))

    @classmethod
    def known(cls, dossier: str, secret: bytes, key_id: bytes) -> Self:
        """A key whose id was worked out before, out of this device's own encrypted file."""
        key = cls.__new__(cls)
        for name, value in (("dossier", dossier), ("secret", secret), ("key_id", key_id)):
            object.__setattr__(key, name, value)
        return key


class _Stored(wire.Struct, frozen=True):
    space: str
    current: bytes
    epochs: tuple[bytes, ...]
    dossiers: tuple[tuple[str, bytes], ...]
    ids: tuple[bytes, ...] = ()
    """Of the dossier keys, in the same order: working out thousands of them again at every step would be felt."""


@dataclass(frozen=True, slots=True, repr=False)
class SpaceKeys:
    """Every key of one space that this device holds.

    Attributes:
        space: the space.
        current: id of the epoch that is sealed with now; empty for a contributor, who holds none.
        epochs: epoch keys by id.
        dossiers: dossier keys by id. A dossier may have several; the last one learnt is sealed with.
    """

    space: str
    current: bytes = b""
    epochs: Mapping[bytes, EpochKey] = field(default_factory=dict)
    dossiers: Mapping[bytes, DossierKey] = field(default_factory=dict)
    _latest: Mapping[str, DossierKey] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_latest", {key.dossier: key for key in self.dossiers.values()})

    @property
    def epoch(self) -> EpochKey | None:
        """The epoch key that is sealed with now."""
        return self.epochs.get(self.current)

    def of_dossier(self, dossier: str) -> DossierKey | None:
        """The key that this dossier's next operations are sealed with, or None when it has none yet."""
        return self._latest.get(dossier)

    def with_epoch(self, key: EpochKey, *, current: bool = True) -> Self:
        """Also this epoch; `current` when it is the newest of the space."""
        now = key.key_id if current else self.current
        return replace(self, epochs={**self.epochs, key.key_id: key}, current=now)

    def with_dossier(self, *keys: DossierKey) -> Self:
        """Also these dossier keys."""
        return replace(self, dossiers={**self.dossiers, **{key.key_id: key for key in keys}})

    def without_keys(self, ids: Collection[bytes]) -> Self:
        """None of these dossier keys: part of an erasure (GDPR article 17)."""
        return replace(self, dossiers={i: key for i, key in self.dossiers.items() if i not in ids})

    def to_bytes(self) -> bytes:
        """All secrets, for the encrypted file and nowhere else."""
        epochs = tuple(key.secret for key in self.epochs.values())
        dossiers = tuple((key.dossier, key.secret) for key in self.dossiers.values())
        return msgspec.msgpack.encode(_Stored(self.space, self.current, epochs, dossiers, tuple(self.dossiers)))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The keys as `to_bytes` gave them.

        Raises:
            msgspec.DecodeError: other bytes.
        """
        stored = wire.decode(data, _Stored)
        epochs = [EpochKey(secret) for secret in stored.epochs]
        if len(stored.ids) == len(stored.dossiers):
            dossiers = [DossierKey.known(*one, key_id) for one, key_id in zip(stored.dossiers, stored.ids, strict=True)]
        else:
            dossiers = [DossierKey(*one) for one in stored.dossiers]
        return cls(
            stored.space, stored.current, {key.key_id: key for key in epochs}, {key.key_id: key for key in dossiers}
        )
