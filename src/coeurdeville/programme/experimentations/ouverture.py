"""The space of a laureate: opened when its candidature is retained, closed when it withdraws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.utils.timezone import localdate

from coeurdeville.programme.candidatures.valeurs import Valeurs, deposees
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.evaluations.ouverture import ouvrir as ouvrir_evaluation
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Etape, Experimentation, Participant
from coeurdeville.services.catalogue import all_services

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Candidature

ETAPES: Final = (
    "Recenser, explorer et qualifier les données existantes",
    "Approfondir un jeu de données, en collecter l’historique",
    "Choisir une méthode et des indicateurs",
    "Appliquer la méthode aux données collectées",
    "Montrer les résultats et les essayer avec ceux qui s’en serviront",
    "Évaluer, partager, dire à quelles conditions une autre ville peut reprendre le service",
)
"""The steps that a project starts with: those of the first season's towns, the last one as the call asks it."""
PARTS: Final = {
    "referent": Participant.Part.REFERENT,
    "correspondant": Participant.Part.CORRESPONDANT,
    "elu": Participant.Part.ELU,
}
"""Field of the form -> part in the project."""
WITHDRAWN: Final = "La ville s’est désistée."


def ouvrir(candidature: Candidature, acteur: Utilisateur | None, motif: str, **_: Any) -> None:
    """Open the space of a laureate with what its deposit says. Nothing when it is open already.

    Dates are left to the pair: they are its commitment.
    """
    if Experimentation.objects.filter(candidature=candidature).exists():
        return
    said = deposees(candidature)
    project = Experimentation.objects.create(
        candidature=candidature, commune=candidature.commune, nom=candidature.nom, titre=_titre(said),
        theme=said.theme, service=said.service, probleme=said.probleme,
    )  # fmt: skip
    naitre(project, acteur)
    Etape.objects.bulk_create(Etape(experimentation=project, ordre=n, titre=one) for n, one in enumerate(ETAPES, 1))
    Participant.objects.bulk_create(_participants(project, said))
    ouvrir_evaluation(project, said, acteur)


def fermer(candidature: Candidature, acteur: Utilisateur | None, motif: str, **_: Any) -> None:
    """Give up the project of a town that withdraws, when it had one that was not ended."""
    project = Experimentation.objects.filter(candidature=candidature).first()
    if project is not None and not project.en_etat.final:
        franchir(project, "abandonner", acteur, f"{WITHDRAWN} {motif}".strip())


def _titre(said: Valeurs) -> str:
    """The service in one line: that of the registry, else the first sentence of what the town wrote of it."""
    known = all_services().get(said.service)
    if known is not None:
        return known.title
    first = str(said.par_champ.get("service_texte") or "").strip().split("\n")[0].split(". ")[0]
    return first[:200].rstrip(".") or "Service à nommer"


def _participants(project: Experimentation, said: Valeurs) -> list[Participant]:
    """The functions that the deposit names; the load of the pair is halved between the two."""
    load = said.par_champ.get("charge")
    each = None if load is None else float(load) / 2
    return [
        Participant(
            experimentation=project, part=part, fonction=str(fonction)[:200], du=localdate(),
            charge=None if part is Participant.Part.ELU else each,
        )
        for field, part in PARTS.items()
        if (fonction := said.par_champ.get(field))
    ]  # fmt: skip
