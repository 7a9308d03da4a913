"""A cable with a meter: passes bytes on to a port of this computer and counts them, both ways."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.bench.syncing.municipality import free_port


class Meter:
    """Bytes since the beginning, and the port where the cable begins."""

    def __init__(self, port: int) -> None:
        self.port = free_port()
        self.count = 0
        self._to = port
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """No new connections."""
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
                for one in (near, far):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for source, target in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=(source, target), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                with self._lock:
                    self.count += len(data)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)


@contextmanager
def meter(port: int) -> Iterator[Meter]:
    """A cable to this port."""
    made = Meter(port)
    try:
        yield made
    finally:
        made.close()
