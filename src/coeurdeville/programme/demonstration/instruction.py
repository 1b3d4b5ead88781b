"""Reviews, the jury, the minutes signed by both organisations, the announcement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.demonstration.temps import instant, le
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.affectation import Demande, affecter
from coeurdeville.programme.instructions.avis import demander, ecrire
from coeurdeville.programme.instructions.decisions import Texte, decider
from coeurdeville.programme.instructions.manques import Seance
from coeurdeville.programme.instructions.notes import Brouillon, garder
from coeurdeville.programme.instructions.proces_verbaux import etablir
from coeurdeville.programme.models import Appel, Candidature, Critere, Mandat, Relecture

CLOSED, GIVEN, SITTING, SIGNED, ANNOUNCED = (
    date(2022, 5, 2), date(2022, 6, 10), date(2022, 9, 20), date(2022, 9, 27), date(2022, 10, 13),
)  # fmt: skip
OBSERVATIONS = (
    "Dix places étaient ouvertes. Le jury en pourvoit six : il préfère deux dossiers en liste d’attente, le temps "
    "qu’ils soient prêts, à des projets qui s’arrêteraient faute de données ou d’équipe."
)
REASONS: Final = {
    5: "Dit clairement, avec des exemples et des personnes.", 4: "Solide ; un point reste à préciser.",
    3: "Correct, sans plus de détail.", 2: "Peu développé.", 1: "Presque rien n’est dit.",
}  # fmt: skip


def instruire(appel: Appel, villes: Mapping[str, Mapping[str, Any]], gens: Acteurs) -> None:
    """Three reviews for each candidature; then what the jury decided of each."""
    with le(instant(CLOSED, 9)):
        franchir(appel, "instruire", gens.coordination)
    deposited = {one.commune: one for one in Candidature.objects.filter(appel=appel, etat="deposee")}
    for code, town in deposited.items():
        _review(appel, town, villes[code], gens, rank=int(code))
    with le(instant(SITTING, 14)):
        for code, town in deposited.items():
            told = villes[code]
            decider(town, gens.jury[0], Texte(told["issue"], told["motif"], told.get("rang")), 0)
        sitting = [one.pk for one in Mandat.objects.filter(appel=appel, role=Mandat.Role.JURY)]
        minutes = etablir(appel, gens.coordination, Seance(SITTING, sitting, OBSERVATIONS))
    with le(instant(SIGNED, 11)):
        for user in gens.signataires.values():
            franchir(minutes, "signer", user)
    with le(instant(ANNOUNCED, 9)):
        franchir(appel, "annoncer", gens.coordination)


def _review(appel: Appel, town: Candidature, told: Mapping[str, Any], gens: Acteurs, rank: int) -> None:
    """Three of the four reviewers, in turn."""
    mandates = list(Mandat.objects.filter(appel=appel, role=Mandat.Role.RELECTEUR).order_by("pk"))
    chosen = [mandates[(rank + n) % len(mandates)] for n in range(3)]
    with le(instant(CLOSED, 10)):
        readings = affecter(appel, [Demande(town, one) for one in chosen], gens.coordination)
    criteria = list(appel.criteres.all())
    if "lien" in told:
        fourth = mandates[(rank + 3) % len(mandates)]
        with le(instant(CLOSED, 11)):
            reading = affecter(appel, [Demande(town, fourth)], gens.coordination)[0]
            franchir(reading, "recuser", fourth.utilisateur, told["lien"])
    if "question_expert" in told:
        _opinion(town, told, gens)
    with le(instant(GIVEN, 15)):
        for reading, scores in zip(readings, told["notes"], strict=True):
            garder(reading, _draft(criteria, scores, told["avis"]))
            franchir(Relecture.objects.get(pk=reading.pk), "rendre", reading.relecteur)


def _opinion(town: Candidature, told: Mapping[str, Any], gens: Acteurs) -> None:
    """An expert answers one question, without scoring."""
    expert = gens.accompagnateur
    with le(instant(CLOSED, 16)):
        asked = demander(town, expert.courriel, told["question_expert"], gens.coordination)
    ecrire(asked, told["reponse_expert"])
    with le(instant(GIVEN, 10)):
        franchir(asked, "rendre", expert)


def _draft(criteria: list[Critere], scores: list[int], opinion: str) -> Brouillon:
    notes = {one.cle: (str(score), REASONS[score]) for one, score in zip(criteria, scores, strict=True)}
    return Brouillon(notes, opinion)
