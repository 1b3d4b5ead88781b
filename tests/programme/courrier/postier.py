"""A mail server on this machine: it keeps what it is given, and can stop in the middle of a message."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message


class Postier(socketserver.ThreadingTCPServer):
    """Answers as a mail server does; `hold` counts the messages taken before one is kept waiting for its answer."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, hold: int | None = None, refuse: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.taken: list[Message] = []
        self.hold, self.refuse = hold, refuse
        self.holding = threading.Event()

    @property
    def address(self) -> str:
        """For `COEURDEVILLE_SMTP`."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class _Talk(socketserver.StreamRequestHandler):
    server: Postier

    def handle(self) -> None:
        self._say("220 postier")
        for line in iter(self.rfile.readline, b""):
            word = line.split(b" ")[0].strip().upper()
            if word == b"QUIT":
                return self._say("221 au revoir")
            if word == b"RCPT" and self.server.refuse and self.server.refuse.encode() in line:
                self._say("550 adresse inconnue")
            elif word == b"DATA":
                self._take()
            else:
                self._say("250 bien")
        return None

    def _take(self) -> None:
        self._say("354 la suite")
        lines = []
        for line in iter(self.rfile.readline, b".\r\n"):
            if not line:
                return
            lines.append(line)
        self.server.taken.append(message_from_bytes(b"".join(lines)))
        if self.server.hold is not None and len(self.server.taken) > self.server.hold:
            self.server.holding.set()
            threading.Event().wait(30)
        self._say("250 pris")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def open_post(hold: int | None = None, refuse: str = "") -> Iterator[Postier]:
    """A server that listens until the end of the block."""
    with Postier(hold, refuse) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server
        server.shutdown()
