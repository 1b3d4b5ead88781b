"""What the coordination asks a town to complete: which fields, until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.appels.dates import Moment, moment
from coeurdeville.programme.appels.formulaire import formulaire
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.horloge import instant
from coeurdeville.programme.models import Candidature, Complement

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

NO_FIELD = Kind(
    "complement-sans-champ",
    "La demande ne dit pas quelles réponses la ville peut changer.",
    "Cocher au moins une réponse.",
)
UNKNOWN = Kind(
    "complement-champ-inconnu",
    "Le formulaire de l’appel n’a pas ces réponses.",
    "Choisir parmi les réponses du formulaire.",
)
NO_LIMIT = Kind(
    "complement-sans-limite",
    "La demande ne dit pas jusqu’à quand la ville peut répondre.",
    "Donner un jour et une heure.",
)
PAST = Kind("complement-limite-passee", "La limite demandée est déjà passée.", "Donner un jour et une heure à venir.")
TOO_EARLY = Kind(
    "complement-avant-la-limite",
    "Les dépôts sont reçus jusqu’au {limite} : d’ici là, la ville corrige son dossier elle-même, sans demande.",
    "Lui écrire ce qui manque, ou demander le complément après cette date.",
)
TOO_LATE = Kind(
    "complement-apres-instruction",
    "L’appel est à l’état « {etat} » : il n’y a plus lieu de demander un complément.",
    "Écrire à la ville par la coordination.",
)


def verifier(
    candidature: Candidature, _acteur: Utilisateur | None, _motif: str, champs: Sequence[str] = (),
    avant_le: datetime | None = None, **_donnees: Any,
) -> Iterator[Problem]:  # fmt: skip
    """A request names fields of the form and an instant to come; it comes after the limit of the call."""
    appel = candidature.appel
    if appel.etat not in {"publie", "instruction"}:
        yield TOO_LATE(etat=appel.en_etat.nom)
    if moment(appel) is Moment.OUVERT and appel.ferme_le is not None:
        yield TOO_EARLY(limite=instant(appel.ferme_le))
    form = formulaire(appel)
    if not champs:
        yield NO_FIELD()
    if unknown := [one for one in champs if form.champ(one) is None]:
        yield UNKNOWN(examples=unknown)
    if avant_le is None:
        yield NO_LIMIT()
    elif avant_le <= timezone.now():
        yield PAST()


def ouvrir(
    candidature: Candidature, _acteur: Utilisateur | None, motif: str, champs: Sequence[str] = (),
    avant_le: datetime | None = None, **_donnees: Any,
) -> None:  # fmt: skip
    """Write what is asked; the guard has seen that there is a limit."""
    if avant_le is None:
        return
    Complement.objects.create(candidature=candidature, demande=motif.strip(), champs=list(champs), avant_le=avant_le)


def clore(candidature: Candidature, _acteur: Utilisateur | None = None, _motif: str = "", **_donnees: Any) -> None:
    """The request is over: the town answered, or the limit passed."""
    candidature.complements.filter(clos_le=None).update(clos_le=timezone.now())


def ouvert(candidature: Candidature) -> Complement | None:
    """What the town is asked now; None when nothing is."""
    return candidature.complements.filter(clos_le=None).last()


def clore_echus() -> int:
    """Go on without the towns that did not answer in time; how many. For the daily task."""
    late = Candidature.objects.filter(
        etat="a_completer", complements__clos_le=None, complements__avant_le__lt=timezone.now()
    ).distinct()
    for one in late:
        franchir(one, "clore_complement", None, "La limite de la demande est passée.")
    return len(late)
