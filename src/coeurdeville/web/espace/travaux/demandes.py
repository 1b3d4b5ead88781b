"""Requests of a town: those that wait, what was answered, what happens when."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from coeurdeville.comptes.auteurs import signature
from coeurdeville.comptes.droits import MODIFIER_ESPACE, VOIR_ESPACE, peut
from coeurdeville.comptes.models import Utilisateur
from coeurdeville.espaces import liens, reponses
from coeurdeville.espaces.demandes import annuler, horloge, lettre_pdf, noter_reception, relancer
from coeurdeville.espaces.models import Demande
from coeurdeville.espaces.ouverts import espace_de
from coeurdeville.espaces.suivi import demande_de, demandes_de
from coeurdeville.espaces.versement import verser
from coeurdeville.web.acces import exige
from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.espace.dossier.demande import membre
from coeurdeville.web.espace.travaux.actes import fait

PER_PAGE = 30
Act = Callable[[Demande, Utilisateur], object]
ACTS: dict[str, tuple[Act, str]] = {
    "relancer": (relancer, "La relance est enregistrée."),
    "annuler": (lambda demande, _: annuler(demande), "La demande est annulée : son lien ne répond plus."),
    "inscrire": (lambda demande, _: reponses.inscrire(demande), "La réponse est inscrite à l’inventaire."),
    "verser": (
        lambda demande, user: verser(demande, signature(user, demande.espace.commune)),
        "Le fichier reçu est dans le dossier de la ville.",
    ),
}
"""Last word of the address -> what is done, and how it is said."""


class Reception(Formulaire):
    """When a posted letter arrived."""

    recue_le = forms.DateField(
        label="Reçue le",
        widget=forms.DateInput({"type": "date"}),
        error_messages={"required": "Écrivez le jour de la réception.", "invalid": "Ce jour n’est pas lisible."},
    )


@exige(VOIR_ESPACE)
@require_GET
def liste(request: HttpRequest, commune: str) -> HttpResponse:
    """Those that wait, then those that are answered or closed, page by page."""
    found = demandes_de(commune)
    context = {
        "espace": espace_de(commune),
        "attendues": [one for one in found if one.en_attente],
        "page": Paginator([one for one in found if not one.en_attente], PER_PAGE).get_page(request.GET.get("page")),
        "peut": peut(request.user, MODIFIER_ESPACE, commune),
    }
    return render(request, "travaux/demandes.html", context)


@exige(VOIR_ESPACE)
@require_GET
def demande(request: HttpRequest, commune: str, numero: int) -> HttpResponse:
    """A request: its letter, its clock, its answer."""
    found = _demande(commune, numero)
    may = peut(request.user, MODIFIER_ESPACE, commune)
    context = {
        "espace": found.espace,
        "demande": found,
        "horloge": horloge(found),
        "ouverte": reponses.ouverte(found),
        "lien": liens.adresse(found) if may and found.en_attente else "",
        "papier": lettre_pdf(found) is not None,
        "motif": reponses.MOTIFS.get(found.motif, ""),
        "licence": reponses.LICENCES_OFFERTES.get(found.licence, ""),
        "fichier": reponses.fichier_recu(found),
        "form": Reception(),
        "peut": may,
    }
    return render(request, "travaux/demande.html", context)


@exige(MODIFIER_ESPACE)
@require_GET
def papier(_request: HttpRequest, commune: str, numero: int) -> HttpResponseBase:
    """The letter as a PDF, with its link: for those who may send it."""
    path = lettre_pdf(_demande(commune, numero))
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"demande-{numero}.pdf")


@exige(VOIR_ESPACE)
@require_GET
def fichier(_request: HttpRequest, commune: str, numero: int) -> HttpResponseBase:
    """The file that came with the answer."""
    path = reponses.fichier_recu(_demande(commune, numero))
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


@require_POST
@exige(MODIFIER_ESPACE)
def reception(request: HttpRequest, commune: str, numero: int) -> HttpResponse:
    """Note when a posted letter arrived."""
    found, form = _demande(commune, numero), Reception(request.POST)
    back = reverse("espace-demande", args=(commune, numero))
    if form.is_valid():
        day = form.cleaned_data["recue_le"]
        return fait(request, lambda: noter_reception(found, day), "Le jour de la réception est noté.", back)
    messages.error(request, " ".join(text for _, text in form.resume))
    return redirect(back)


@require_POST
@exige(MODIFIER_ESPACE)
def agir(request: HttpRequest, commune: str, numero: int, acte: str) -> HttpResponse:
    """Remind, cancel, write the answer in the inventory, take the file that came with it."""
    if acte not in ACTS:
        raise Http404
    act, said = ACTS[acte]
    found = _demande(commune, numero)
    return fait(request, lambda: act(found, membre(request)), said, reverse("espace-demande", args=(commune, numero)))


def _demande(commune: str, numero: int) -> Demande:
    found = demande_de(commune, numero)
    if found is None:
        raise Http404
    return found
