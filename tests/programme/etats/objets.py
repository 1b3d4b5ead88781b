"""One object of each sort, about the town of the tests, entrusted to the same person."""

from collections.abc import Callable
from datetime import date

from programme.monde import NAME, TOWN, call, candidature, review, user

from coeurdeville.programme.etats.objet import Objet
from coeurdeville.programme.models import (
    Accord,
    Adoption,
    Appel,
    Avis,
    CasUsage,
    Evaluation,
    Experimentation,
    Mission,
    Offre,
    ProcesVerbal,
    Ressource,
    Synthese,
)


def _appel() -> Appel:
    return Appel.objects.first() or call()


def _projet() -> Experimentation:
    found = Experimentation.objects.first()
    if found is not None:
        return found
    town = candidature(_appel(), etat="retenue")
    return Experimentation.objects.create(candidature=town, commune=TOWN, nom=NAME, titre="Un service")


def _cas() -> CasUsage:
    return CasUsage.objects.first() or CasUsage.objects.create(experimentation=_projet(), slug="cas", titre="Un cas")


MAKERS: dict[str, Callable[[], Objet]] = {
    "appel": _appel,
    "candidature": lambda: candidature(_appel()),
    "relecture": lambda: review(candidature(_appel()), "titulaire"),
    "avis": lambda: Avis.objects.create(candidature=candidature(_appel()), expert=user("titulaire"), question="Oui ?"),
    "procesverbal": lambda: ProcesVerbal.objects.create(appel=_appel(), rang=1, contenu={}, empreinte="0" * 64),
    "experimentation": _projet,
    "mission": lambda: Mission.objects.create(
        experimentation=_projet(), cabinet="Cabinet", accompagnateur=user("titulaire"), objet="Aider", jours_prevus=3
    ),
    "evaluation": lambda: Evaluation.objects.create(experimentation=_projet()),
    "casusage": _cas,
    "adoption": lambda: Adoption.objects.create(cas=_cas(), commune=TOWN, nom=NAME),
    "accord": lambda: Accord.objects.create(
        offre=Offre.objects.create(animateur=user("animateur"), perimetre=TOWN, titre="Aide", texte="Une journée."),
        commune=TOWN, nom=NAME,
    ),
    "ressource": lambda: Ressource.objects.create(
        saison=_appel().saison, slug="clause", titre="Clause", auteur="Ville", licence="lov2", datee_du=date(2023, 1, 1)
    ),
    "synthese": lambda: Synthese.objects.create(saison=_appel().saison),
}  # fmt: skip
"""Sort -> makes one."""
