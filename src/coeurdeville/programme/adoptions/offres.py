"""What an animateur offers the towns of a perimeter, and the agreement with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.timezone import now

from coeurdeville.comptes.droits import OUVRIR_ESPACE, peut
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.espaces import perimetres
from coeurdeville.espaces.ouverts import noms
from coeurdeville.programme.courrier.destinataires import destinataires
from coeurdeville.programme.courrier.preparation import ecrire
from coeurdeville.programme.etats.noms import ETATS
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Accord, Offre
from coeurdeville.territories.perimeter import perimeter

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

OUTSIDE = Kind(
    "offre-hors-perimetre",
    "{nombre} ville(s) de « {perimetre} » ne sont pas de votre périmètre.",
    "Réduire le périmètre de l’offre à des villes que vous suivez.",
)
NOBODY = Kind(
    "offre-sans-ville",
    "Aucune ville de « {perimetre} » n’a d’espace : personne ne recevrait l’offre.",
    "Ouvrir d’abord l’espace d’une ville, ou choisir un autre périmètre.",
)
CLOSED = Kind("offre-deja-close", "Cette offre est close.", "En demander ou en ouvrir une autre.")


@dataclass(frozen=True)
class OffreSuivie:
    """An offer and what became of it."""

    offre: Offre
    accords: Sequence[Accord]

    @property
    def ou(self) -> str:
        """The towns that it was offered to, as a whole."""
        return perimetres.titre(self.offre.perimetre)

    @property
    def decompte(self) -> Sequence[tuple[str, str, int]]:
        """Badge, name and number of agreements of each state that is met."""
        counts = Counter(one.etat for one in self.accords)
        return [(one.sens, one.nom, counts[one.code]) for one in ETATS["accord"] if counts[one.code]]


def offrir(user: Utilisateur, perimetre: str, titre: str, texte: str) -> Offre:
    """Offer something to the towns of a perimeter that have a space: each pair is written to, and agrees or not.

    Raises
    ------
    Refused
        `perimetre-inconnu`, `offre-hors-perimetre`, `offre-sans-ville`.
    """
    place = perimeter(perimetre)
    outside = [code for code in place.codes if not peut(user, OUVRIR_ESPACE, code)]
    named = noms(place.codes)
    problems = [OUTSIDE(nombre=len(outside), perimetre=place.title)] if outside else []
    problems += [] if named else [NOBODY(perimetre=place.title)]
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        made = Offre.objects.create(animateur=user, perimetre=perimetre, titre=titre, texte=texte)
        for code, name in sorted(named.items()):
            accord = Accord.objects.create(offre=made, commune=code, nom=name)
            naitre(accord, user)
            for addressee in destinataires("binome", accord):
                ecrire("offre", accord, addressee, f"offre:{accord.pk}:{addressee.pk}", offre=titre, texte=texte)
    return made


def verifier_ouverte(accord: Accord, _acteur: Utilisateur | None, _motif: str, **_: Any) -> Iterator[Problem]:
    """Nothing while the offer stands."""
    if accord.offre.close_le is not None or accord.offre.animateur_id is None:
        yield CLOSED()


def clore(offre: Offre) -> None:
    """Close an offer: agreements that were accepted go on, nobody can accept it any more."""
    if offre.close_le is not None:
        raise Refused([CLOSED()])
    offre.close_le = now()
    offre.save(update_fields=["close_le"])


def offres(user: Utilisateur) -> Sequence[OffreSuivie]:
    """The offers that somebody made, the newest first. Two queries."""
    found = Offre.objects.filter(animateur=user).prefetch_related("accords")
    return [OffreSuivie(one, list(one.accords.all())) for one in found]


def offre(numero: int, *_: Any, **__: Any) -> Offre | None:
    """An offer by its number."""
    return Offre.objects.filter(pk=numero).select_related("animateur").first()


def sienne(user: Utilisateur, one: Offre) -> bool:
    """Whether somebody made the offer."""
    return user.is_authenticated and one.animateur_id == user.pk
