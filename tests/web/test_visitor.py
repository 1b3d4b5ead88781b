"""Who asks, behind the proxies of the host."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from coeurdeville.web.visitor import Visitor


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "192.0.2.1", "127.0.0.1"),
        (1, "203.0.113.9, 192.0.2.1", "192.0.2.1"),
        (2, "203.0.113.9, 192.0.2.1, 10.0.0.1", "192.0.2.1"),
        (1, "", "127.0.0.1"),
        (2, "192.0.2.1", "127.0.0.1"),
    ],
)
def test_address_is_the_one_that_the_first_proxy_saw(
    settings: Settings, proxies: int, forwarded: str, seen: str
) -> None:
    settings.PROXIES = proxies
    found = []

    def view(request: HttpRequest) -> HttpResponse:
        found.append(request.META["REMOTE_ADDR"])
        return HttpResponse()

    Visitor(view)(RequestFactory().get("/", HTTP_X_FORWARDED_FOR=forwarded))
    assert found == [seen]
