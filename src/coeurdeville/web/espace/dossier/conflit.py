"""The page of two texts of one entry: for each answer, which one is kept; nothing is lost meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from coeurdeville.core.french import capital
from coeurdeville.espaces.dossiers import auteur, dossier, entree_ecrite
from coeurdeville.inventory.reponses import answers_of
from coeurdeville.inventory.revisions.fusion import Conflit
from coeurdeville.web.espace.dossier.fiche import Fiche
from coeurdeville.web.espace.dossier.mots import libelle

CHOIX = "choix."
AUTRE = "autre"


@dataclass(frozen=True)
class Choix:
    """One answer that the two texts give otherwise."""

    cle: str
    libelle: str
    avant: str
    mienne: str
    autre: str

    @property
    def des_deux(self) -> bool:
        """Whether both changed it: somebody must choose."""
        return self.avant not in (self.mienne, self.autre)

    @property
    def garder_autre(self) -> bool:
        """Which is chosen at first: the one that changed; the author's own when both did."""
        return self.mienne == self.avant


def choisi(data: QueryDict, commune: str, identifiant: str, base: int) -> QueryDict:
    """What was sent, with the other text in the place of the answers for which it was chosen."""
    asked = {key.removeprefix(CHOIX): data.get("tout", data[key]) for key in data if key.startswith(CHOIX)}
    chosen = [key for key, text in asked.items() if text == AUTRE]
    if not chosen:
        return data
    other = answers_of(entree_ecrite(commune, base, identifiant) or {})
    merged = data.copy()
    for key in chosen:
        merged[key] = other.get(key, "")
    return merged


def page_du_conflit(
    request: HttpRequest, commune: str, identifiant: str, form: Fiche, conflict: Conflit
) -> HttpResponse:
    """Both texts side by side, and the form that keeps one, the other, or some of each."""
    last = dossier(commune)
    their = entree_ecrite(commune, last.base, identifiant)
    context = {
        "dossier": last,
        "identifiant": identifiant,
        "problems": conflict.problems,
        "retiree": their is None,
        "origine": request.POST.get("origine") or request.POST.get("base", ""),
        "choix": [] if their is None else _choix(form, answers_of(their)),
        "qui": auteur(last.revision) if last.revision else "",
        "envoye": _envoye(cast("QueryDict", form.data)),
    }
    return render(request, "espace/conflit.html", context, status=409)


def _choix(form: Fiche, other: Mapping[str, str]) -> list[Choix]:
    mine = {**form.reponses, **form.changees}
    keys = [key for key in dict.fromkeys((*mine, *other)) if mine.get(key, "") != other.get(key, "")]
    told = [[form.dit(key, texts.get(key, "")) for texts in (form.reponses, mine, other)] for key in keys]
    return [Choix(key, capital(libelle(key)), *three) for key, three in zip(keys, told, strict=True)]


def _envoye(data: QueryDict) -> list[tuple[str, str]]:
    """What a form says once its author has chosen, to be sent again: a choice stands whatever comes next."""
    left_out = ("csrfmiddlewaretoken", "base", "origine", "tout", "recreer")
    told = [(key, value) for key, values in data.lists() for value in values]
    return [(key, value) for key, value in told if key not in left_out and not key.startswith(CHOIX)]
