"""How keys are handed out: an epoch's to every device that reads the space, a dossier's to all of them at once.

A wrap is worth nothing by itself. An epoch key is believed because an admin's entry holds its id, a dossier key because
a member signed its id; both ids are computed again from what came out.
"""

from collections.abc import Callable

import msgspec

from gpconnect.sync import wire
from gpconnect.sync.keys import SECRET, DeviceKeys, DossierKey, EpochKey, SpaceKeys, open_for, seal, seal_for, unseal
from gpconnect.sync.refusals import ParkedError, RefusedError


def wrap_epoch_key(key: EpochKey, space: str, member: wire.Member) -> bytes:
    """The epoch's secret for one device, bound to space, key id and device.

    Raises:
        RefusedError: ``key.malformed``, the member's public key is none.
    """
    return seal_for(member.seal_key, key.secret, _wrap_info(space, key.key_id, member.device))


def unwrap_epoch_key(epoch: wire.Epoch, space: str, device: DeviceKeys) -> EpochKey:
    """The epoch key out of this device's own wrap in an entry that an admin signed.

    Raises:
        RefusedError: ``epoch.no_wrap`` (this device does not read the space), ``seal.broken``, ``epoch.key_id`` (not
            the secret that the admin signed for), ``epoch.public_key`` (contributors would seal to somebody else).
    """
    wrap = epoch.wraps.get(device.device)
    if wrap is None:
        raise RefusedError("epoch.no_wrap")
    return _checked(epoch, open_for(device.seal_seed, wrap, _wrap_info(space, epoch.key_id, device.device)))


def seal_previous(previous: EpochKey, under: EpochKey, space: str) -> bytes:
    """The older epoch's secret under the newer one: one wrap opens the whole history."""
    return seal(under.secret, b"previous", previous.secret, _wrap_info(space, under.key_id, ""))


def open_previous(newer: wire.Epoch, under: EpochKey, older: wire.Epoch, space: str) -> EpochKey:
    """The key of the epoch `older`, out of the epoch after it.

    Raises:
        RefusedError: ``seal.broken``, ``epoch.key_id``, ``epoch.public_key``.
    """
    return _checked(older, unseal(under.secret, b"previous", newer.previous, _wrap_info(space, under.key_id, "")))


def _checked(epoch: wire.Epoch, secret: bytes) -> EpochKey:
    key = EpochKey(secret)
    if key.key_id != epoch.key_id:
        raise RefusedError("epoch.key_id")
    if key.public_key != epoch.public_key:
        raise RefusedError("epoch.public_key")
    return key


def _wrap_info(space: str, key_id: bytes, device: str) -> bytes:
    return b"gpconnect epoch wrap 1\0" + msgspec.msgpack.encode([space, key_id, device])


def wrap_dossier_key(key: DossierKey, space: str, epoch: EpochKey, device: DeviceKeys) -> wire.WrappedKey:
    """The dossier's secret under the epoch key, with its id signed by the member who hands it out."""
    aad = msgspec.msgpack.encode([space, epoch.key_id, key.key_id, device.device])
    sealed = seal(epoch.secret, b"dossier", msgspec.msgpack.encode((key.dossier, key.secret)), aad)
    signature = device.sign(wire.wrap_message(space, epoch.key_id, key.key_id, sealed))
    return wire.WrappedKey(key.key_id, space, epoch.key_id, device.device, sealed, signature)


def open_wrapped_key(
    wrapped: wire.WrappedKey, keys: SpaceKeys, signer_of: Callable[[wire.WrappedKey], wire.Member | None]
) -> DossierKey:
    """A dossier key that a member made; the signature comes first, so a hub's own key is never even opened.

    Args:
        wrapped: as the hub gave it.
        keys: what this device holds already.
        signer_of: `Membership.key_signer`.

    Raises:
        RefusedError: ``key.space``, ``key.not_a_member``, ``key.signature``, ``seal.broken``, ``key.malformed``,
            ``key.key_id`` (the secret is not the one that was signed for).
        ParkedError: ``epoch.key_missing``, the epoch's key has not arrived yet.
    """
    if wrapped.space != keys.space:
        raise RefusedError("key.space")
    signer = signer_of(wrapped)
    if signer is None:
        raise RefusedError("key.not_a_member")
    message = wire.wrap_message(wrapped.space, wrapped.epoch, wrapped.id, wrapped.sealed)
    if not wire.verify(signer.sign_key, wrapped.signature, message):
        raise RefusedError("key.signature")
    epoch = keys.epochs.get(wrapped.epoch)
    if epoch is None:
        raise ParkedError("epoch.key_missing")
    aad = msgspec.msgpack.encode([wrapped.space, wrapped.epoch, wrapped.id, wrapped.device])
    plain = unseal(epoch.secret, b"dossier", wrapped.sealed, aad)
    try:
        key = DossierKey(*wire.decode(plain, tuple[str, bytes]))
    except msgspec.DecodeError:
        raise RefusedError("key.malformed") from None
    if key.key_id != wrapped.id or len(key.secret) != SECRET:
        raise RefusedError("key.key_id")
    return key
