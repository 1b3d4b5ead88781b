"""What was sent when the session was over, shown to whoever sent it: read again, sent again, or dropped."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coeurdeville.web.acces import connecte
from coeurdeville.web.envoi import envoi_de, oublier


@require_http_methods(["GET", "POST"])
@connecte
def reprendre(request: HttpRequest) -> HttpResponse:
    """Nothing was done of it yet. POST drops it; sending it again goes straight to where it was sent."""
    kept = envoi_de(request)
    if kept is None:
        return redirect("compte")
    if request.method == "POST":
        oublier(request)
        return redirect(kept.page)
    return render(request, "compte/reprendre.html", {"envoi": kept})
