"""What pages read of adoptions, offers and agreements."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coeurdeville.core.french import plain
from coeurdeville.espaces.ouverts import espaces_du_binome
from coeurdeville.programme.adoptions.besoins import Besoins, Terrain, besoins, terrain
from coeurdeville.programme.adoptions.preuves import Publiee, publiee
from coeurdeville.programme.adoptions.renoncements import raisons
from coeurdeville.programme.cas_usage.lecture import Publie, publies
from coeurdeville.programme.models import Accord, Adoption, Candidature, Experimentation

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.espaces.models import Edition, Espace

NOT_RETAINED = ("non_retenue", "liste_attente", "sans_suite")


@dataclass(frozen=True)
class Suivie:
    """An adoption of a town, with what the card asks of it today."""

    adoption: Adoption
    publie: Publie | None
    """None: the card was withdrawn since."""
    besoins: Besoins | None
    preuve: Edition | None
    """The public diagnostic that shows that the service runs."""


@dataclass(frozen=True)
class Suggestion:
    """A card whose conditions a town meets, and that it has not asked for."""

    publie: Publie
    besoins: Besoins


@dataclass(frozen=True)
class PageAdoptions:
    """What the page of a town shows."""

    suivies: Sequence[Suivie]
    suggestions: Sequence[Suggestion]
    autres: Sequence[Suggestion]
    """Cards that lack something here, the least first."""
    accords: Sequence[Accord]
    non_retenue: bool
    """Whether the town answered a call and was not retained: it is the first to redeploy."""


def page_adoptions(commune: str) -> PageAdoptions:
    """The adoptions of a town, what it could adopt, who offers help. A fixed number of queries."""
    cards = publies()
    by_card = {one.cas.pk: one for one in cards}
    kept = list(Adoption.objects.filter(commune=commune).select_related("cas__experimentation"))
    taken = {one.cas_id for one in kept}
    free = [one for one in cards if one.cas.pk not in taken and one.fiche.commune != commune]
    ground, last = terrain(commune), publiee(commune)
    proposed = [Suggestion(one, besoins(one.fiche, ground)) for one in free]
    return PageAdoptions(
        [_suivie(one, by_card.get(one.cas_id), ground, last) for one in kept],
        [one for one in proposed if one.besoins.remplit],
        sorted((one for one in proposed if not one.besoins.remplit), key=_lacks),
        list(Accord.objects.filter(commune=commune).select_related("offre__animateur")),
        _not_retained(commune),
    )


def adoption(numero: int, commune: str = "", **_: Any) -> Adoption | None:
    """An adoption of a town; None when it has none of this number."""
    found = Adoption.objects.filter(pk=numero, commune=commune).select_related("cas__experimentation")
    return found.first()


def villes_du_binome(user: Utilisateur | AnonymousUser, publie: Publie) -> Sequence[tuple[Espace, Adoption | None]]:
    """The towns of a pair that could take a card, with the adoption of those that did."""
    spaces = [one for one in espaces_du_binome(user) if one.commune != publie.fiche.commune]
    known = Adoption.objects.filter(cas=publie.cas, commune__in=[one.commune for one in spaces])
    taken = {one.commune: one for one in known} if spaces else {}
    return [(one, taken.get(one.commune)) for one in spaces]


def adoptions_de(publie: Publie) -> Sequence[tuple[Adoption, str]]:
    """The towns that said that they want a card, with the reason of those that gave it up. Two queries at most."""
    said = sorted(publie.cas.adoptions.all(), key=lambda one: plain(one.nom))
    why = raisons(said)
    return [(one, why.get(one.pk, "")) for one in said]


def par_ville(codes: Collection[str]) -> Mapping[str, Sequence[Adoption]]:
    """Insee code -> adoptions of these towns. One query."""
    found: dict[str, list[Adoption]] = {}
    for one in Adoption.objects.filter(commune__in=codes).select_related("cas__experimentation"):
        found.setdefault(one.commune, []).append(one)
    return found


def _suivie(one: Adoption, card: Publie | None, ground: Terrain, last: Publiee) -> Suivie:
    return Suivie(one, card, besoins(card.fiche, ground) if card else None, last.preuve(one))


def _lacks(one: Suggestion) -> tuple[bool, int, str]:
    return bool(one.besoins.hors), len(one.besoins.manquantes), plain(one.publie.fiche.titre)


def _not_retained(commune: str) -> bool:
    answered = Candidature.objects.filter(commune=commune, etat__in=NOT_RETAINED).exists()
    return answered and not Experimentation.objects.filter(commune=commune).exists()
