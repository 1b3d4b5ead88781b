"""What forbids somebody to read a candidature before they say anything: the same town, the same organisation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coeurdeville.comptes.models import Membre
from coeurdeville.core.french import slug
from coeurdeville.espaces.communes import communes_de
from coeurdeville.programme.instructions.recusations import recusees, recusees_de
from coeurdeville.programme.models import Mandat

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Candidature

SIREN = 9


@dataclass(frozen=True)
class Personne:
    """What is known of whoever reads, judges or advises."""

    numero: int
    communes: frozenset[str]
    """Towns of which they are a member."""
    organisations: tuple[str, ...]
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
    held = [(one.utilisateur, one.organisation) for one in mandats if one.utilisateur is not None]
    towns, links = _towns([user.pk for user, _ in held]), recusees_de([user for user, _ in held])
    return {
        user.pk: Personne(
            user.pk, frozenset(towns.get(user.pk, ())), (organisation,), user.siret, links.get(user.pk, frozenset())
        )
        for user, organisation in held
    }


def personne(user: Utilisateur) -> Personne:
    """Whoever asks, with the organisations that their mandates name. Three queries at most."""
    named = tuple(Mandat.objects.filter(utilisateur=user.pk).values_list("organisation", flat=True))
    return Personne(user.pk, frozenset(user.roles), named, user.siret, recusees(user))


def ecartees(user: Utilisateur, candidatures: Collection[Candidature]) -> frozenset[int]:
    """Those of which somebody sees nothing, whatever their place: their town, their organisation, a declared link."""
    if not candidatures:
        return frozenset()
    who, where = personne(user), villes(list(candidatures))
    return frozenset(key for key, one in where.items() if lies(who, one))


def est_ecarte(user: Utilisateur, candidature: Candidature) -> bool:
    """The same, of one candidature."""
    return bool(ecartees(user, [candidature]))


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
        or any(_named_in(name, body) for name in ville.organismes for body in personne.organisations)
    )


def _same_body(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one[:SIREN] == other[:SIREN]


def _named_in(name: str, organisation: str) -> bool:
    """`Ville de Redon` and `Redon Agglomération` name Redon; `Redonnais` does not."""
    return bool(organisation) and f"-{slug(name)}-" in f"-{slug(organisation)}-"


def _epci(commune: object) -> Iterable[str]:
    epci = getattr(commune, "epci", None)
    return () if epci is None else (epci.nom,)


def _towns(users: Sequence[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = {}
    for user, commune in Membre.objects.filter(utilisateur__in=users).values_list("utilisateur", "commune"):
        found.setdefault(user, []).append(commune)
    return found
