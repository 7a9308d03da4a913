"""Where a hub listens, and who sees to it that nobody on the way reads along."""

import ipaddress
import signal
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from gpconnect.domain.errors import KnownError
from gpconnect.hub import logs


@dataclass(frozen=True, slots=True)
class Door:
    """The address of a hub and what protects it.

    Attributes:
        listen: ``HOST:PORT``.
        certificate: PEM file with the chain, for TLS by the hub itself; with `key`.
        key: PEM file, without a passphrase.
        behind_proxy: somebody else does the TLS in front of an address that is not this computer's own.
    """

    listen: str
    certificate: Path | None = None
    key: Path | None = None
    behind_proxy: bool = False

    def place(self) -> tuple[str, int]:
        """Host and port.

        Raises:
            KnownError: ``hub.listen`` when the address makes no sense, ``hub.plain_http`` when others could reach it
                and nobody does the TLS.
        """
        host, _, port = self.listen.rpartition(":")
        host = host.removeprefix("[").removesuffix("]")
        if not host or not (port.isascii() and port.isdecimal()) or not 0 < int(port) < 2**16:
            raise KnownError("hub.listen", listen=self.listen)
        if not (_loopback(host) or self.behind_proxy or self.certificate):
            raise KnownError("hub.plain_http", listen=self.listen)
        return host, int(port)

    def tls(self) -> ssl.SSLContext | None:
        """What a connection starts with; None when the hub does no TLS itself.

        Raises:
            KnownError: ``hub.tls`` when certificate and key cannot be read or do not belong together.
        """
        if self.certificate is None and self.key is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_alpn_protocols(["http/1.1"])
        self.load(context)
        return context

    def load(self, context: ssl.SSLContext) -> None:
        """Reads certificate and key, also again: connections from now on get the new ones. Errors as `tls`."""
        try:
            if self.certificate is None or self.key is None:
                raise KnownError("hub.tls")
            # A key with a passphrase would make a service ask on a terminal that is not there.
            context.load_cert_chain(self.certificate, self.key, password=lambda: "")
        except (OSError, ValueError) as error:
            raise KnownError("hub.tls") from error


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections.

    Raises:
        KnownError: ``hub.port_taken``.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        raise KnownError("hub.port_taken", host=host, port=port) from error
    # Without it an answer waits some 40 ms for the acknowledgement of the one before.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def renew_on_hangup(door: Door, context: ssl.SSLContext | None) -> None:
    """Makes the hub read a renewed certificate when it gets SIGHUP; a bad one is logged and the old one stays."""

    def hang_up(_number: int, _frame: FrameType | None) -> None:
        if context is None:
            return
        try:
            # Into a context of its own first: half a pair must not replace a good one.
            door.tls()
            door.load(context)
        except KnownError as error:
            logs.tell(logs.Certificate(renewed=False, code=error.code))
        else:
            logs.tell(logs.Certificate(renewed=True))

    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, hang_up)


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
