"""« Nous voulons ce service », from a card."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from coeurdeville.programme.adoptions.lecture import villes_du_binome
from coeurdeville.programme.adoptions.ouverture import vouloir as say
from coeurdeville.programme.cas_usage.lecture import publie
from coeurdeville.web.acces import connecte, utilisateur
from coeurdeville.web.espace.travaux.actes import fait

SAID = "C’est dit : la ville veut ce service. Voici ce qu’elle a déjà, et ce qui lui manque."


@require_POST
@connecte
def vouloir(request: HttpRequest, slug: str) -> HttpResponse:
    """For the town that the form names, one of those that the user keeps."""
    found = publie(slug)
    if found is None:
        raise Http404
    asked = request.POST.get("commune", "")
    town = next((one for one, _ in villes_du_binome(request.user, found) if one.commune == asked), None)
    if town is None:
        raise Http404
    return fait(request, lambda: say(found.cas, town, utilisateur(request)), SAID, f"/espace/{town.commune}/adoptions/")
