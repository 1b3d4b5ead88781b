"""The figures of a published diagnostic that an objective can take as its result, with their source line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coeurdeville.core.french import day, quantity, spaced
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.espaces.lecture import edition_publique_nommee, editions_publiques
from coeurdeville.espaces.lieux import editions

if TYPE_CHECKING:
    from coeurdeville.espaces.models import Edition
    from coeurdeville.programme.models import Objectif

TOWN = "commune"
EDITION_UNKNOWN = Kind(
    "diagnostic-non-public",
    "La ville n’a pas de diagnostic public « {edition} ».",
    "Choisir un diagnostic publié, ou écrire le résultat et sa source.",
)
FIGURE_UNKNOWN = Kind(
    "chiffre-absent",
    "Le diagnostic du {edition} ne donne pas ce chiffre pour la ville : {figure}.",
    "Choisir un chiffre dans la liste, ou écrire le résultat et sa source.",
)


@dataclass(frozen=True)
class Chiffre:
    """One figure of the whole town."""

    cle: str
    """Slug of the service, a slash, name of the indicator."""
    titre: str
    unite: str
    valeur: float
    decimales: int
    source: str
    """`Diagnostic du 25/11/2026, Patrimoine arboré : nombre d’arbres`."""

    @property
    def dit(self) -> str:
        """`6 612 arbres`."""
        return quantity(self.valeur, self.unite, self.decimales)


def offerts(commune: str) -> Sequence[tuple[Edition, Sequence[Chiffre]]]:
    """The figures of every public edition of a town, the latest first. One query; nothing is computed."""
    return [(one, list(_chiffres(one))) for one in editions_publiques(commune)]


def chiffre(commune: str, edition: str, indicateur: str) -> Chiffre | None:
    """A figure of a public edition; None when there is no such edition, or when it does not give it."""
    found = edition_publique_nommee(commune, edition)
    if found is None or not found.publique:
        return None
    return next((one for one in _chiffres(found) if one.cle == indicateur), None)


def rapporter(objectif: Objectif) -> None:
    """Set the result of an objective from the figure that it names: value, unit and source are those of the edition.

    Nothing when it names none, or one that is not there: `verifier` says it.
    """
    found = chiffre(objectif.evaluation.commune, objectif.edition, objectif.indicateur) if objectif.edition else None
    if found is not None:
        objectif.resultat = Decimal(str(round(found.valeur, 3)))
        objectif.unite, objectif.source = found.unite[:40], found.source[:300]


def verifier(objectif: Objectif) -> Iterator[Problem]:
    """Nothing when the figure that an objective names is in a public edition of the town, or when it names none."""
    if not objectif.edition:
        return
    commune = objectif.evaluation.commune
    public = edition_publique_nommee(commune, objectif.edition)
    if public is None or not public.publique:
        yield EDITION_UNKNOWN(edition=objectif.edition)
    elif chiffre(commune, objectif.edition, objectif.indicateur) is None:
        yield FIGURE_UNKNOWN(edition=public.jour, figure=objectif.indicateur or "aucun")


def _chiffres(edition: Edition) -> Iterator[Chiffre]:
    kept = editions().get(edition.espace.commune, edition.identifiant)
    for service in kept.summary["services"] if kept else ():
        yield from _of_service(edition, service)


def _of_service(edition: Edition, service: dict[str, Any]) -> Iterator[Chiffre]:
    """Those of the whole town, with the parameters of the service, without category."""
    indicators = {one["nom"]: one for one in service["indicateurs"]}
    for one in service["chiffres"]:
        plain = one["zonage"] == TOWN and not any(one[name] for name in ("modalite", "categorie", "parametre"))
        if plain and one["valeur"] is not None:
            yield _chiffre(edition, service, indicators[one["indicateur"]], float(one["valeur"]))


def _chiffre(edition: Edition, service: dict[str, Any], indicator: dict[str, Any], value: float) -> Chiffre:
    title = indicator["titre"]
    source = spaced(f"Diagnostic du {day(edition.etablie_le)}, {service['titre']} : {title}")
    return Chiffre(
        f"{service['nom']}/{indicator['nom']}", title, indicator["unite"] or "", value,
        int(indicator["decimales"] or 0), source,
    )  # fmt: skip
