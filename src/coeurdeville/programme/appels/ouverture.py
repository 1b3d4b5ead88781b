"""Making a call: what it starts from, before anybody writes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import transaction

from coeurdeville.core.french import slug
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.appels.formulaire import criteres_de_base, de_base, ecrire
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Appel, Critere, Saison

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

TAKEN = Kind("appel-deja-nomme", "Un appel s’appelle déjà « {titre} ».", "Lui donner un autre titre.")
NO_TITLE = Kind("appel-sans-titre", "L’appel n’a pas de titre.", "En écrire un.")
CONSERVATION: Final = {
    "brouillon": 6, "irrecevable": 6, "retenue": 24, "liste_attente": 24, "non_retenue": 24, "sans_suite": 12,
    "retiree": 6, "desistee": 24,
}  # fmt: skip
"""State of a candidature in which it may stay -> months that are usual.

They count from the outcome, but for those that `COUNTED` tells.
"""
COUNTED: Final = {
    "brouillon": " après la limite des dépôts",
    "retenue": " après la fin de l’expérimentation",
}
"""State -> from when its months count."""
TRAITEMENTS: Final = [
    {
        "finalite": "Recevoir et instruire les candidatures, désigner les villes, leur répondre",
        "base": "Mission d’intérêt public (RGPD, article 6-1-e)",
        "duree": "Selon l’issue de la candidature, comme dit ci-dessous",
    },
    {
        "finalite": "Accompagner les villes désignées et tirer les enseignements de la saison",
        "base": "Mission d’intérêt public (RGPD, article 6-1-e)",
        "duree": "Jusqu’à deux ans après la fin de l’expérimentation",
    },
    {
        "finalite": "Conserver les avis des relecteurs, documents administratifs communicables après la décision",
        "base": "Obligation légale (RGPD, article 6-1-c)",
        "duree": "Celle de la candidature",
    },
]


@transaction.atomic
def ouvrir(saison: Saison, titre: str, par: Utilisateur | None) -> Appel:
    """A call in preparation, with the form, the four criteria, the purposes and the retention that are usual.

    Raises
    ------
    Refused
        `appel-sans-titre`, `appel-deja-nomme`.
    """
    name = slug(titre)[:80]
    if not name:
        raise Refused([NO_TITLE()])
    if Appel.objects.filter(slug=name).exists():
        raise Refused([TAKEN(titre=titre)])
    appel = Appel.objects.create(
        saison=saison, slug=name, titre=titre.strip(), themes=saison.themes, formulaire=ecrire(de_base()),
        conservation=CONSERVATION, traitements=TRAITEMENTS, cree_par=par, perimetre="programme",
    )  # fmt: skip
    Critere.objects.bulk_create(Critere(appel=appel, ordre=n, **one) for n, one in enumerate(criteres_de_base()))
    naitre(appel, par)
    return appel
