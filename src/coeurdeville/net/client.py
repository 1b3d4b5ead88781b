"""Asking one address: bounded in time, in size, in tries and in redirections."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

from coeurdeville.core.french import NBSP, quantity
from coeurdeville.core.problems import Refused
from coeurdeville.net import faults
from coeurdeville.net.addresses import host_of, require_public
from coeurdeville.net.answer import UNREADABLE, Answer

if TYPE_CHECKING:
    import httpx

CONNECT, SILENCE, WHOLE = 10.0, 30.0, 180.0
"""Seconds to connect, between two pieces of an answer, and for the whole of it."""
TRIES = 4
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
"""Seconds before the second try, doubled each time; a source that asks for a longer wait is not waited for."""
REDIRECTIONS = 5
LARGEST = 64 * 1024**2
"""Bytes of an answer, once unpacked: a page of 5 000 buildings weighs about 5 MB."""


class Client:
    """A polite asker. `transport`, `sleep` and `clock` stand for the network and the time in tests."""

    def __init__(
        self,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport, self._sleep, self._clock = transport, sleep, clock

    def ask(self, address: str) -> Answer:
        """What the address answers now.

        A source that is silent, unreachable, broken or crowded is asked again, `TRIES` times in
        all, after a wait that doubles or that the source gives (`Retry-After`).

        Raises
        ------
        Refused
            When no whole answer of status 200 came.
        """
        wait = FIRST_WAIT
        for rest in reversed(range(TRIES)):
            try:
                return self._try(address)
            except faults.Transient as fault:
                pause = wait if fault.wait is None else fault.wait
                if not rest or pause > LONGEST_WAIT:
                    raise Refused([fault.problem]) from fault
            self._sleep(pause)
            wait *= 2
        raise AssertionError("the last try returns or raises")

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    @cached_property
    def _http(self) -> httpx.Client:
        import httpx

        told = {"User-Agent": f"coeurdeville/{version('coeurdeville')}", "Accept": "application/json"}
        return httpx.Client(transport=self._transport, headers=told, timeout=httpx.Timeout(SILENCE, connect=CONNECT))

    def _try(self, address: str) -> Answer:
        asked = address
        for _ in range(REDIRECTIONS + 1):
            require_public(asked)
            with _in_french(asked), self._http.stream("GET", asked) as response:
                if response.next_request is None:
                    return self._taken(address, response)
                asked = str(response.next_request.url)
        raise Refused([faults.ENDLESS(host=host_of(address), most=REDIRECTIONS)])

    def _taken(self, address: str, response: httpx.Response) -> Answer:
        _require_success(response)
        body = self._body(response)
        headers = response.headers
        return Answer(address, datetime.now(UTC), body, headers.get("Content-Type", ""), headers.get("ETag", ""))

    def _body(self, response: httpx.Response) -> bytes:
        host, body, end = response.url.host, bytearray(), self._clock() + WHOLE
        for piece in response.iter_bytes():
            body += piece
            if len(body) > LARGEST:
                raise Refused([faults.TOO_BIG(host=host, limit=quantity(LARGEST / 1024**2, "Mio"))])
            if self._clock() > end:
                raise faults.Transient(faults.SILENT(host=host))
        return bytes(body)


def _require_success(response: httpx.Response) -> None:
    host, status = response.url.host, response.status_code
    if status == 429:
        wait = _asked_wait(response.headers.get("Retry-After", ""))
        delay = "" if wait is None else f"{NBSP}{quantity(wait, 's')}"
        raise faults.Transient(faults.CROWDED(host=host, delay=delay), wait)
    if status >= 500:
        raise faults.Transient(
            faults.BROKEN(host=host, status=status), _asked_wait(response.headers.get("Retry-After", ""))
        )
    if status != 200:
        raise Refused([faults.TURNED_DOWN(host=host, status=status)])


def _asked_wait(header: str) -> float | None:
    """Seconds of a `Retry-After`, which may be a number or a date; None when it is neither."""
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


@contextmanager
def _in_french(address: str) -> Iterator[None]:
    """The failures of the library as problems; the ones that another try may mend are told apart."""
    import httpx

    host = host_of(address)
    try:
        yield
    except httpx.TimeoutException as failure:
        raise faults.Transient(faults.SILENT(host=host)) from failure
    except (httpx.ConnectError, httpx.ProxyError, httpx.UnsupportedProtocol) as failure:
        raise faults.Transient(faults.UNREACHABLE(host=host)) from failure
    except httpx.DecodingError as failure:
        raise Refused([UNREADABLE(host=host, seen="")]) from failure
    except (httpx.TransportError, httpx.InvalidURL) as failure:
        raise faults.Transient(faults.CUT_SHORT(host=host)) from failure
