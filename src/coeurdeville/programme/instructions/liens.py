"""What forbids somebody to read a candidature before they say anything: the same town, the same organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coeurdeville.comptes.models import Membre
from coeurdeville.core.french import slug
from coeurdeville.espaces.communes import communes_de
from coeurdeville.programme.models import Recusation

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature, Mandat

SIREN = 9


@dataclass(frozen=True)
class Personne:
    """What is known of a reviewer."""

    numero: int
    communes: frozenset[str]
    """Towns of which they are a member."""
    organisation: str
    siret: str
    recusees: frozenset[int]
    """Candidatures with which they declared a link."""


@dataclass(frozen=True)
class Ville:
    """What is known of a candidature."""

    numero: int
    commune: str
    organismes: tuple[str, ...]
    """The town, and its intercommunal body."""
    siret: str


def personnes(mandats: Sequence[Mandat]) -> Mapping[int, Personne]:
    """Account -> who it is. Two queries; accounts are loaded with the mandates."""
    users = [one.utilisateur_id for one in mandats]
    towns, links = _grouped(Membre, "commune", users), _grouped(Recusation, "candidature", users)
    return {
        one.utilisateur_id: Personne(
            one.utilisateur_id, frozenset(towns.get(one.utilisateur_id, ())), one.organisation, one.utilisateur.siret,
            frozenset(links.get(one.utilisateur_id, ())),
        )
        for one in mandats
    }  # fmt: skip


def villes(candidatures: Sequence[Candidature]) -> Mapping[int, Ville]:
    """Candidature -> its town and the intercommunal body of it, where the town is a real one."""
    known = communes_de([one.commune for one in candidatures])
    return {
        one.pk: Ville(one.pk, one.commune, (one.nom, *_epci(known.get(one.commune))), one.siret) for one in candidatures
    }


def lies(personne: Personne, ville: Ville) -> bool:
    """Whether somebody may not read a candidature: of the town, of its organisation, or with a declared link."""
    return (
        ville.numero in personne.recusees
        or ville.commune in personne.communes
        or _same_body(personne.siret, ville.siret)
        or any(_named_in(name, personne.organisation) for name in ville.organismes)
    )


def _same_body(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one[:SIREN] == other[:SIREN]


def _named_in(name: str, organisation: str) -> bool:
    """`Ville de Redon` and `Redon Agglomération` name Redon; `Redonnais` does not."""
    return bool(organisation) and f"-{slug(name)}-" in f"-{slug(organisation)}-"


def _epci(commune: object) -> Iterable[str]:
    epci = getattr(commune, "epci", None)
    return () if epci is None else (epci.nom,)


def _grouped(model: type[Membre] | type[Recusation], what: str, users: Sequence[int]) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for user, value in model.objects.filter(utilisateur__in=users).values_list("utilisateur", what):
        found.setdefault(user, []).append(value)
    return found
