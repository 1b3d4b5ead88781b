"""The evaluation of a project that is over, its card when it was validated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from coeurdeville.programme.cas_usage.prose import ecrire, marque
from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.demonstration.temps import instant, le
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.evaluations.durables import verifier_tout
from coeurdeville.programme.experimentations.ecriture import ajouter, changer, retirer
from coeurdeville.programme.models import CasUsage, Condition, Evaluation, Experimentation, Objectif, Resultat

TEXTS: Final = ("service", "usagers", "echecs", "actions_non_numeriques", "methode")
WRITTEN, SUBMITTED, VALIDATED, PUBLISHED = (timedelta(days=n) for n in (8, 12, 25, 45))
"""After the end of the project."""


def evaluer(projet: Experimentation, recit: Mapping[str, Any], fin: date, gens: Acteurs) -> None:
    """Written, checked by machine, submitted; validated and published unless the story stops before."""
    user, evaluation = gens.binomes[projet.commune], Evaluation.objects.get(experimentation=projet)
    with le(instant(fin + WRITTEN)):
        _write(evaluation, recit, user)
        verifier_tout(evaluation)
    with le(instant(fin + SUBMITTED)):
        franchir(evaluation, "soumettre", user)
    if recit.get("etat") == "soumise":
        return
    with le(instant(fin + VALIDATED)):
        franchir(evaluation, "valider", gens.coordination)
    _publish(CasUsage.objects.get(experimentation=projet), recit, fin, gens)


def _write(evaluation: Evaluation, recit: Mapping[str, Any], user: Any) -> None:
    for name in TEXTS:
        setattr(evaluation, name, recit[name])
    changer(evaluation, user)
    for title, unit, before, aim, after, source in recit["objectifs"]:
        figures = {"depart": Decimal(before), "cible": Decimal(aim), "resultat": Decimal(after)}
        ajouter(Objectif(evaluation=evaluation, titre=title, unite=unit, source=source, **figures), user)
    for text, proof in recit["resultats"]:
        ajouter(Resultat(evaluation=evaluation, texte=text, preuve=proof), user)
    for one in evaluation.donnees.all():
        one.perenne = recit["perenne"].get(one.couche, "")
        changer(one, user)
    place, least = recit["perimetre"]
    ajouter(Condition(evaluation=evaluation, nature="perimetre", texte=place, minimum=least), user)
    for text in recit["contraintes"]:
        ajouter(Condition(evaluation=evaluation, nature="contrainte", texte=text), user)
    for needless in evaluation.conditions.filter(couche__in=recit.get("sans_condition", ())):
        retirer(needless, user)


def _publish(cas: CasUsage, recit: Mapping[str, Any], fin: date, gens: Acteurs) -> None:
    with le(instant(fin + PUBLISHED, 9)):
        for chapter, text in recit.get("prose", {}).items():
            ecrire(cas, chapter, text, marque(cas, chapter))
        franchir(CasUsage.objects.get(pk=cas.pk), "soumettre", gens.binomes[cas.commune])
    with le(instant(fin + PUBLISHED, 16)):
        franchir(CasUsage.objects.get(pk=cas.pk), "publier", gens.coordination)
