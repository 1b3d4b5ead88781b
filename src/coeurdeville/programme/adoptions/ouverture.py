"""A town says « we want this one »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from coeurdeville.comptes.droits import est_du_binome
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.cas_usage.lecture import publie
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Adoption, CasUsage

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.espaces.models import Espace

NOT_PUBLIC = Kind(
    "adoption-cas-absent", "Ce cas d’usage n’est pas publié.", "En choisir un dans la liste des cas d’usage."
)
OWN = Kind("adoption-de-soi", "Ce cas d’usage est celui de la ville elle-même.", "En choisir un d’une autre ville.")
TWICE = Kind(
    "adoption-deja-dite",
    "La ville a déjà dit qu’elle voulait ce service.",
    "Changer son état à la page des adoptions de la ville.",
)
NOT_PAIR = Kind(
    "adoption-hors-binome",
    "Seul le binôme de la ville peut dire qu’elle veut ce service.",
    "Le demander à son référent métier ou à son correspondant données.",
)


def vouloir(cas: CasUsage, espace: Espace, acteur: Utilisateur) -> Adoption:
    """The adoption of a card by a town, born « interested ».

    Raises
    ------
    Refused
        All that forbids it: `adoption-hors-binome`, `adoption-cas-absent`, `adoption-de-soi`, `adoption-deja-dite`.
    """
    with transaction.atomic():
        problems = _problems(cas, espace, acteur)
        if problems:
            raise Refused(problems)
        made, new = Adoption.objects.get_or_create(
            cas=cas, commune=espace.commune, defaults={"nom": espace.nom, "par": acteur}
        )
        if not new:
            raise Refused([TWICE()])
        naitre(made, acteur)
    return made


def _problems(cas: CasUsage, espace: Espace, acteur: Utilisateur) -> list[Problem]:
    wrong = {
        NOT_PAIR: not est_du_binome(acteur, espace.commune), NOT_PUBLIC: publie(cas.slug) is None,
        OWN: cas.commune == espace.commune,
    }  # fmt: skip
    return [kind() for kind, met in wrong.items() if met]
