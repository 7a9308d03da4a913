"""Where a hub listens, and that nobody on the way reads along: TLS by itself, or by a proxy in front of it."""

import signal
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)

from gpconnect import cli
from gpconnect.domain.errors import KnownError
from gpconnect.hub import server
from gpconnect.hub.listening import Door, listen
from gpconnect.sync.client import HubClient, Request, http_send
from gpconnect.sync.hints import Hint, Incoming
from gpconnect.ui import messages
from tests.hub.parties import TEAM, Laptop
from tests.hub.serving import Served, serve

NAME = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Invented authority")])


class Authority:
    """A certificate authority of the tests' own, and the files that it hands out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        made = self._build(self._key.public_key(), NAME).add_extension(x509.BasicConstraints(True, None), True)
        self.file = self._write("ca.pem", self._sign(made))

    def certify(
        self, name: str = "hub", encryption: KeySerializationEncryption | None = None
    ) -> tuple[Path, Path, bytes]:
        """Certificate and key of a hub on 127.0.0.1, as files, and the certificate as a connection shows it."""
        key = ec.generate_private_key(ec.SECP256R1())
        host = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        made = self._sign(self._build(key.public_key(), subject).add_extension(host, False))
        secret = self.folder / f"{name}.key"
        form = PrivateFormat.PKCS8
        secret.write_bytes(key.private_bytes(Encoding.PEM, form, encryption or NoEncryption()))
        return self._write(f"{name}.pem", made), secret, made.public_bytes(Encoding.DER)

    def _build(self, key: ec.EllipticCurvePublicKey, subject: x509.Name) -> x509.CertificateBuilder:
        start = datetime.now(UTC) - timedelta(hours=1)
        own = x509.SubjectKeyIdentifier.from_public_key(key)
        above = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        return (
            x509.CertificateBuilder(NAME, subject, key, x509.random_serial_number(), start, start + timedelta(days=2))
            .add_extension(own, False)
            .add_extension(above, False)
        )

    def _sign(self, made: x509.CertificateBuilder) -> x509.Certificate:
        from cryptography.hazmat.primitives.hashes import SHA256

        return made.sign(self._key, SHA256())

    def _write(self, name: str, certificate: x509.Certificate) -> Path:
        path = self.folder / name
        path.write_bytes(certificate.public_bytes(Encoding.PEM))
        return path


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def shown(served: Served, authority: Authority) -> bytes:
    """The certificate that a connection to the hub meets now."""
    context = ssl.create_default_context(cafile=str(authority.file))
    port = int(served.url.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        context.wrap_socket(plain, server_hostname="127.0.0.1") as one,
    ):
        return one.getpeercert(binary_form=True) or b""


class TestTls:
    def test_the_real_client_trusts_a_hub_by_its_authority_and_no_other_way(
        self, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        certificate, key, _ = authority.certify()
        options = "--certificate", str(certificate), "--key", str(key)
        with serve(tmp_path / "hub", *options, scheme="https") as served:
            with pytest.raises(KnownError, match=r"hub\.certificate"):
                served.desk(Laptop()).client.health()
            monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
            health = served.desk(Laptop()).client.health()
            plain = http_send(served.url.replace("https", "http"))
            with pytest.raises(KnownError, match=r"hub\.unreachable"):
                HubClient(plain, Laptop()).health()
            plain.close()

        assert health.status == "ok"
        assert [line["tls"] for line in served.events() if line["event"] == "listening"] == [True]

    @pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no such signal")
    def test_a_renewed_certificate_is_taken_at_a_sign_and_a_bad_one_is_not(
        self, authority: Authority, tmp_path: Path
    ) -> None:
        certificate, key, first = authority.certify()
        options = "--certificate", str(certificate), "--key", str(key)
        with serve(tmp_path / "hub", *options, scheme="https") as served:
            seen = [shown(served, authority)]
            *_, second = authority.certify()
            served.process.send_signal(signal.SIGHUP)
            served.wait_for("certificate")
            seen.append(shown(served, authority))
            certificate.write_text("nonsense", encoding="utf-8")
            served.process.send_signal(signal.SIGHUP)
            served.wait_for("certificate", times=2)
            seen.append(shown(served, authority))

        assert seen == [first, second, second]
        told = [(line["renewed"], line["code"]) for line in served.events() if line["event"] == "certificate"]
        assert told == [(True, ""), (False, "hub.tls")]

    @pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no such signal")
    def test_without_tls_that_sign_does_nothing(self, tmp_path: Path) -> None:
        with serve(tmp_path / "hub") as served:
            served.process.send_signal(signal.SIGHUP)
            assert served.desk(Laptop()).client.health().status == "ok"

    def test_a_listener_hangs_up_while_it_waits_for_the_next_hint(
        self, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        certificate, key, _ = authority.certify()
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
        options = "--certificate", str(certificate), "--key", str(key)
        with serve(tmp_path / "hub", *options, scheme="https") as served:
            anna = served.desk(Laptop())
            anna.client.register()
            anna.found()
            send = http_send(served.url)
            lines: list[Incoming] = []

            @contextmanager
            def stream(request: Request) -> Iterator[Incoming]:
                with send.stream(request) as incoming:
                    lines.append(incoming)
                    yield incoming

            heard = HubClient(send, anna.laptop).listen(stream)
            first = [next(heard), next(heard)]
            threading.Timer(0.1, lines[0].hang_up).start()
            with suppress(KnownError):
                first += list(heard)
            send.close()

        assert first == [Hint(TEAM, 1), None]

    def test_files_that_do_not_fit_are_said_before_anything_starts(self, authority: Authority, tmp_path: Path) -> None:
        certificate, key, _ = authority.certify()
        *_, other = authority.certify("other")[:2]
        locked = authority.certify("locked", BestAvailableEncryption(b"passphrase"))[:2]
        for pair in (
            (certificate, other),
            (certificate, None),
            (None, key),
            (tmp_path / "nowhere", key),
            (authority.file.parent, key),
            locked,
        ):
            with pytest.raises(KnownError, match=r"hub\.tls"):
                server.serve(None, Door("127.0.0.1:1", *pair), tmp_path / "hub")

        assert not (tmp_path / "hub").exists()


class TestPlain:
    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.9.9.9"])
    def test_on_this_computer_alone_plain_is_fine(self, host: str) -> None:
        assert Door(f"{host}:8642").place() == (host.strip("[]"), 8642)

    @pytest.mark.parametrize("host", ["0.0.0.0", "[::]", "192.0.2.7", "hub.example.org", "[2001:db8::1]"])  # noqa: S104 - as an administrator types it
    def test_where_others_come_it_needs_tls_or_a_proxy(self, host: str, tmp_path: Path) -> None:
        listen = f"{host}:8642"
        with pytest.raises(KnownError, match=r"hub\.plain_http"):
            Door(listen).place()

        assert Door(listen, behind_proxy=True).place() == (host.strip("[]"), 8642)
        assert Door(listen, tmp_path / "pem", tmp_path / "key").place() == (host.strip("[]"), 8642)

    def test_the_refusal_is_said_in_words(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code = cli.main(["hub", "serve", "--listen", "0.0.0.0:8642", "--data", str(tmp_path / "hub")])

        assert code == 1
        assert capsys.readouterr().err.strip() == messages.say(KnownError("hub.plain_http", listen="0.0.0.0:8642"))
        assert not (tmp_path / "hub").exists()

    @pytest.mark.parametrize("listen", ["", "8000", "host:", "host:x", "host:0", "host:70000", "127.0.0.1:²"])
    def test_an_address_that_is_none(self, listen: str, tmp_path: Path) -> None:
        with pytest.raises(KnownError, match=r"hub\.listen"):
            server.serve(None, Door(listen), tmp_path)

    def test_a_taken_port(self, tmp_path: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(KnownError, match=r"hub\.port_taken"):
            server.serve(None, Door(f"127.0.0.1:{taken.getsockname()[1]}"), tmp_path)


def test_an_answer_does_not_wait_for_the_acknowledgement_of_the_one_before() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
