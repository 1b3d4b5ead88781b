"""/api/problemes: local problems, in the words of those who voice them, to services, to data."""

from __future__ import annotations

from typing import Any

from ninja import Router
from pydantic import BaseModel, Field

from coeurdeville.api.declaring import route
from coeurdeville.api.paging import Page, Paging, paged
from coeurdeville.api.routes.shared import Missing, Nom
from coeurdeville.core.registry import pick
from coeurdeville.deployability.chain import Asked, chain_of
from coeurdeville.inventory.problemes.probleme import Parole, Probleme
from coeurdeville.inventory.problemes.recueil import fiches
from coeurdeville.inventory.problemes.vocabulaire import Sujet, Voix

router = Router()
TAG = "Problèmes"


class ProblemeBref(Nom):
    """A problem in a list."""

    theme: Sujet
    services: list[str] = Field(description="Services qui pourraient y répondre.")


class ParoleDite(BaseModel):
    """Who voiced a problem: a role, never a name."""

    qui: Voix
    role: str
    organisation: str
    lieu: str
    quand: str | None = Field(description="Une année ou un jour.")
    texte: str = Field(description="Ses mots ; vide : ils n’ont pas été relevés.")
    source: str
    manquant: Missing


class DonneeUtile(Nom):
    """A layer that helps with a problem."""

    indispensable_a: list[str]
    ameliore: list[str]


class ProblemeLocal(ProblemeBref):
    """A problem."""

    paroles: list[ParoleDite]
    actions_en_cours: list[str] = Field(description="Ce qui se fait déjà, sans numérique.")
    actions_a_mettre_en_place: list[str]
    donnees: list[DonneeUtile] = Field(description="Données qui aideraient, de la plus demandée à la moins.")


class FiltreDesProblemes(Paging):
    """What narrows the list."""

    theme: Sujet | None = Field(None, description="Seulement ceux de ce thème.")


@route(router, "/problemes", Page[ProblemeBref], "Les problèmes locaux", tag=TAG, kept=True,
       example="/api/problemes?limit=2")  # fmt: skip
def problemes(query: FiltreDesProblemes) -> Page[ProblemeBref]:
    """Every problem of the project, by subject then by title."""
    found = [one for one in fiches().values() if query.theme in (None, one.sujet)]
    return paged("/api/problemes", query, found, lambda one: ProblemeBref(**_brief(one)))


@route(router, "/problemes/{slug}", ProblemeLocal, "Un problème : qui le porte, ce qui y répondrait", tag=TAG,
       kept=True, example="/api/problemes/essences-a-planter")  # fmt: skip
def probleme(slug: str) -> ProblemeLocal:
    """One problem, to services, to data."""
    one = pick(slug, dict(fiches()), "Le problème")
    return ProblemeLocal(
        **_brief(one), paroles=[_voiced(parole) for parole in one.paroles],
        actions_en_cours=list(one.actions_en_cours), actions_a_mettre_en_place=list(one.actions_a_mettre_en_place),
        donnees=[_data(asked) for asked in chain_of(one).asked],
    )  # fmt: skip


def _brief(one: Probleme) -> dict[str, Any]:
    return {"slug": one.id, "titre": one.titre, "theme": one.sujet, "services": list(one.services)}


def _voiced(one: Parole) -> ParoleDite:
    when = None if one.quand is None else str(one.quand)
    missing = {"quand": "la date n’a pas été relevée"} if when is None else {}
    return ParoleDite(qui=one.qui, role=one.role, organisation=one.organisation, lieu=one.lieu, quand=when,
                      texte=one.texte, source=one.source, manquant=missing)  # fmt: skip


def _data(one: Asked) -> DonneeUtile:
    needed, improves = ([service.slug for service in those] for those in (one.needed_by, one.improves))
    return DonneeUtile(slug=one.layer.slug, titre=one.layer.title, indispensable_a=needed, ameliore=improves)
