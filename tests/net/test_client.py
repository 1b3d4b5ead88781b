"""A client that meets every fault of a network, without one."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.net import client as bounds
from coeurdeville.net.client import TRIES, Client

ADDRESS = "https://source.fr/objets"
Handler = Callable[[httpx.Request], httpx.Response]


class Asked:
    """A client over a handler: what it waited, how often it asked."""

    def __init__(
        self, *answers: Handler | httpx.Response | Exception, clock: Callable[[], float] = lambda: 0.0
    ) -> None:
        self.requests: list[httpx.Request] = []
        self.waits: list[float] = []
        self._answers = answers
        self.client = Client(httpx.MockTransport(self._answer), self.waits.append, clock)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self._answers[min(len(self.requests), len(self._answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, httpx.Response) else answer(request)

    def refused(self) -> Problem:
        with pytest.raises(Refused) as refused:
            self.client.ask(ADDRESS)
        (problem,) = refused.value.problems
        return problem


class Pieces(httpx.SyncByteStream):
    """A body that comes in pieces, and may fail between two."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece


def ok(body: bytes = b"{}", **headers: str) -> Handler:
    return lambda _: httpx.Response(200, content=body, headers={"Content-Type": "application/json", **headers})


def test_answer_holds_what_came_and_when() -> None:
    before = datetime.now(UTC)
    answer = Asked(ok(b'{"a": 1}', ETag='"v1"')).client.ask(ADDRESS)
    assert answer.json() == {"a": 1}
    assert (answer.address, answer.etag, answer.status) == (ADDRESS, '"v1"', 200)
    assert before <= answer.when <= datetime.now(UTC)
    assert answer.sha256 == hashlib.sha256(b'{"a": 1}').hexdigest()


def test_client_says_who_asks() -> None:
    asked = Asked(ok())
    asked.client.ask(ADDRESS)
    assert asked.requests[0].headers["User-Agent"].startswith("coeurdeville/")


def test_closed_client_asks_no_more() -> None:
    asked = Asked(ok())
    asked.client.ask(ADDRESS)
    asked.client.close()
    with pytest.raises(RuntimeError, match="closed"):
        asked.client.ask(ADDRESS)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (httpx.ReadTimeout("slow"), "source-muette"),
        (httpx.ConnectTimeout("slow"), "source-muette"),
        (httpx.ConnectError("no route"), "source-injoignable"),
        (httpx.ProxyError("407"), "source-injoignable"),
        (httpx.ReadError("reset"), "reponse-tronquee"),
        (httpx.RemoteProtocolError("cut"), "reponse-tronquee"),
        (httpx.Response(500), "source-en-panne"),
        (httpx.Response(503), "source-en-panne"),
        (httpx.Response(429), "source-saturee"),
    ],
)
def test_passing_fault_is_tried_again_then_said(fault: Exception | httpx.Response, code: str) -> None:
    asked = Asked(fault)
    problem = asked.refused()
    assert problem.code == code
    assert "source.fr" in problem.message
    assert len(asked.requests) == TRIES
    assert asked.waits == [1, 2, 4]


def test_work_goes_on_when_the_fault_passes() -> None:
    asked = Asked(httpx.ReadTimeout("slow"), httpx.Response(502), ok(b"[1]"))
    assert asked.client.ask(ADDRESS).json() == [1]
    assert asked.waits == [1, 2]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 204])
def test_lasting_refusal_is_not_tried_again(status: int) -> None:
    asked = Asked(httpx.Response(status))
    problem = asked.refused()
    assert problem.code == "source-refus"
    assert str(status) in problem.message
    assert len(asked.requests) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_wait_that_the_source_asks_is_kept(status: int) -> None:
    asked = Asked(httpx.Response(status, headers={"Retry-After": "7"}), ok())
    asked.client.ask(ADDRESS)
    assert asked.waits == [7]


def test_wait_may_be_given_as_a_date() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    asked = Asked(httpx.Response(429, headers={"Retry-After": at}), ok())
    asked.client.ask(ADDRESS)
    assert 15 < asked.waits[0] <= 20


def test_unreadable_wait_is_as_none_given() -> None:
    asked = Asked(httpx.Response(429, headers={"Retry-After": "soon"}), ok())
    asked.client.ask(ADDRESS)
    assert asked.waits == [1]


def test_too_long_a_wait_is_said_and_not_waited() -> None:
    asked = Asked(httpx.Response(429, headers={"Retry-After": "3600"}))
    assert "3\u202f600\u00a0s" in asked.refused().message
    assert asked.waits == []


def test_redirection_is_followed_and_the_answer_keeps_the_address_asked() -> None:
    moved = httpx.Response(302, headers={"Location": "/ailleurs"})
    asked = Asked(moved, ok(b"[2]"))
    answer = asked.client.ask(ADDRESS)
    assert answer.address == ADDRESS
    assert str(asked.requests[1].url) == "https://source.fr/ailleurs"


def test_endless_redirection_is_stopped() -> None:
    asked = Asked(httpx.Response(301, headers={"Location": ADDRESS}))
    assert asked.refused().code == "renvois-sans-fin"
    assert len(asked.requests) == bounds.REDIRECTIONS + 1


@pytest.mark.parametrize("target", ["http://source.fr/", "https://10.0.0.1/admin", "https://localhost/"])
def test_redirection_inside_a_network_is_not_followed(target: str) -> None:
    asked = Asked(httpx.Response(302, headers={"Location": target}))
    assert asked.refused().code == "adresse-refusee"
    assert len(asked.requests) == 1


def test_body_shorter_than_announced_is_cut_short() -> None:
    """The library itself compares what came with `Content-Length`."""
    closed = httpx.RemoteProtocolError("peer closed connection without sending complete message body")
    asked = Asked(lambda _: httpx.Response(200, headers={"Content-Length": "100"}, stream=Pieces(b'{"a":', closed)))
    assert asked.refused().code == "reponse-tronquee"


def test_body_that_breaks_off_is_asked_again() -> None:
    broken = httpx.Response(200, stream=Pieces(b"[1,", httpx.ReadError("reset")))
    assert Asked(broken, ok(b"[1,2]")).client.ask(ADDRESS).json() == [1, 2]


def test_body_that_does_not_unpack_is_unreadable() -> None:
    asked = Asked(lambda _: httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=Pieces(b"not gzip")))
    assert asked.refused().code == "reponse-illisible"


def test_body_above_the_limit_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST", 2 * 1024**2)
    asked = Asked(lambda _: httpx.Response(200, stream=Pieces(*[b"x" * 1024**2] * 3, AssertionError("read on"))))
    problem = asked.refused()
    assert problem.code == "reponse-trop-grosse"
    assert "2\u00a0Mio" in problem.message
    assert len(asked.requests) == 1


def test_body_that_drips_is_stopped() -> None:
    ticks = iter(range(0, 10_000, 100))
    asked = Asked(lambda _: httpx.Response(200, stream=Pieces(*[b"x"] * 50)), clock=lambda: float(next(ticks)))
    assert asked.refused().code == "source-muette"
