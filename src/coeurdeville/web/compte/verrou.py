"""The page of whoever tried too many passwords."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime

from coeurdeville.comptes.verrou import fin


def page(request: HttpRequest, _response: HttpResponse | None, _credentials: dict[str, Any] | None) -> HttpResponse:
    """What is said until the lock ends, the same whether the account exists or not."""
    end = localtime(fin(request))
    return render(request, "compte/verrou.html", {"fin": f"{end:%H} h {end:%M}"}, status=429)
