"""Where each service could run tomorrow, by its own conditions."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import about, agree, number, plural
from coeurdeville.programme.evaluations.redeploiement import Epreuve, Issue
from coeurdeville.programme.models import Experimentation
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Appui, Chapitre, Phrase, Tableau

MATRIX = Appui("Matrice de redéploiement", "/redeploiement/")


def redeploiement(m: Matiere) -> Chapitre:
    """Of each evaluated service: towns of the programme that meet its conditions today, and what the others lack."""
    table = Tableau(
        "Villes du programme, devant les conditions de chaque service",
        (("Service", False), *((one.libelle, True) for one in Issue)),
        tuple((f"{projet.titre} ({projet.nom})", *(number(tested.nombre(one)) for one in Issue))
              for projet, tested in m.epreuves),
        f"État du {m.jour:%d/%m/%Y}, calculé sur les données nationales et les inventaires publiés.",
    )  # fmt: skip
    sentences = tuple(one for projet, tested in m.epreuves for one in _sentences(projet, tested))
    return Chapitre("redeploiement", "Les conditions du redéploiement", sentences, (table,) if m.epreuves else ())


def _sentences(projet: Experimentation, tested: Epreuve) -> Iterator[Phrase]:
    ready, people = tested.nombre(Issue.REMPLIT), tested.habitants(Issue.REMPLIT)
    towns = f"des {plural(len(tested.villes), 'ville')} du programme"
    said = f"{agree(ready, 'remplit', 'remplissent')} aujourd’hui ses conditions"
    reached = (
        f"{number(ready)} {towns} {said}, soit {about(people)} habitants" if ready else f"aucune {towns} ne {said}"
    )
    text = f"« {projet.titre} » ({projet.nom}) : {reached}."
    yield Phrase(f"redeploiement.{projet.pk}.villes", text, (MATRIX, appui(projet)))
    if tested.contraintes:
        said = " ; ".join(f"« {one.rstrip('. ')} »" for one in tested.contraintes)
        text = f"À vérifier sur place avant de reprendre « {projet.titre} » : {said}."
        yield Phrase(f"redeploiement.{projet.pk}.contraintes", text, (appui(projet),))
