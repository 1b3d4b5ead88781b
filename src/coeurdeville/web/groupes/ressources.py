"""Resources: the public list, one of them with its versions, what members propose."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coeurdeville.programme.groupes.adhesions import anime
from coeurdeville.programme.groupes.lecture import groupe
from coeurdeville.programme.groupes.ressources import (
    chemin,
    modifie,
    publiques,
    recevoir,
    versions,
    visible,
)
from coeurdeville.programme.groupes.ressources import (
    proposer as propose,
)
from coeurdeville.programme.groupes.ressources import (
    ressource as find,
)
from coeurdeville.programme.models import Groupe, Ressource
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.web.acces import sur, utilisateur
from coeurdeville.web.espace.travaux.actes import fait
from coeurdeville.web.groupes.formulaires import RessourceForm, VersionForm
from coeurdeville.web.groupes.views import form_page, kept
from coeurdeville.web.uploads import LAST, received

WRITE = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@require_safe
def liste(request: HttpRequest) -> HttpResponse:
    """Those that are published, of a kind, of a theme, with these words."""
    chosen = {name: request.GET.get(name, "")[:80] for name in ("genre", "theme", "texte")}
    context = {
        "page_title": "Ressources", "page_summary": "Méthodes, clauses, outils que les villes partagent.",
        "ressources": publiques(**chosen), "choisi": chosen, "filtree": any(chosen.values()),
        "genres": Ressource.Genre.choices, "themes": [(one.value, one.label) for one in Theme],
    }  # fmt: skip
    return render(request, "groupes/ressources.html", context)


@never_cache
@require_safe
def ressource(request: HttpRequest, slug: str) -> HttpResponse:
    """A resource and its versions; one that is not published, for those who may read it."""
    found, user = find(slug), utilisateur(request)
    if found is None or not visible(user, found):
        raise Http404
    every = [one for one in versions(found) if visible(user, one)]
    context = {
        "page_title": found.titre, "page_summary": found.resume[:200], "ressource": found, "versions": every,
        "derniere": every[-1], "modifie": modifie(user, found), "fin": LAST,
    }  # fmt: skip
    return render(request, "groupes/ressource.html", context)


@never_cache
@WRITE
@sur(groupe, anime)
def proposer(request: HttpRequest, one: Groupe) -> HttpResponse:
    """Propose a resource to a group; the coordination publishes it."""
    record = Ressource(saison=one.saison, groupe=one, theme=one.theme)
    form = RessourceForm(record, request.POST or None)
    if kept(request, form, lambda: propose(form.remplir(), utilisateur(request))):
        return redirect("ressource", record.slug)
    return form_page(request, form, "Proposer une ressource", f"/groupes/{one.slug}/")


@never_cache
@WRITE
@sur(find, modifie)
def version(request: HttpRequest, former: Ressource) -> HttpResponse:
    """Propose a new version; the former one stays readable."""
    names = ("titre", "genre", "theme", "resume", "auteur", "licence", "adresse")
    record = Ressource(version="", **{name: getattr(former, name) for name in names})
    form = VersionForm(record, request.POST or None)
    if kept(request, form, lambda: propose(form.remplir(), utilisateur(request), former)):
        return redirect("ressource", record.slug)
    return form_page(request, form, "Proposer une version", f"/ressources/{former.slug}/")


@require_POST
@sur(find, modifie)
def joindre(request: HttpRequest, one: Ressource) -> HttpResponse:
    """Join the file of a resource that is not published yet."""

    def keep() -> None:
        recevoir(one, lambda folder: received(request, "fichier", folder).path.name)

    return fait(request, keep, "Le fichier est joint.", f"/ressources/{one.slug}/")


@require_safe
def fichier(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The file of a resource, to keep and never to show."""
    found = find(slug)
    path = chemin(found) if found is not None and visible(utilisateur(request), found) else None
    if path is None:
        raise Http404
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=path.name,
                          content_type="application/octet-stream")  # fmt: skip
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
