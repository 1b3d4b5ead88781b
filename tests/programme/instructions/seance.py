"""A call in review: candidatures deposited, reviews given, a jury, decisions."""

from typing import Any

from django.utils.timezone import localdate, now
from programme.monde import call, candidature, coordination, mandated, user

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.instructions.decisions import Texte, decider
from coeurdeville.programme.instructions.manques import Seance
from coeurdeville.programme.instructions.proces_verbaux import etablir
from coeurdeville.programme.models import Appel, Candidature, Decision, Mandat, Note, ProcesVerbal, Recepisse, Relecture

NAMES = (
    "Valmorin-sur-Aune", "Vernoise-le-Pont", "Pontcharme", "Brissancourt", "Montaudrac", "Castelrive", "Tourvaine",
    "Villedorme", "Clairvesles", "Argentrac-les-Bains", "Saint-Orbain", "Bellorge-en-Plaine",
)  # fmt: skip
ANSWERS = {
    "referent": "responsable des espaces verts", "charge": 4, "theme": "climat",
    "probleme_texte": "Des rues trop chaudes.", "service": "patrimoine-arbore", "forme": "diagnostic",
    "donnees": [{"couche": "arbres", "entree": "arbres-de-la-ville", "role": "indispensable"}],
    "partage": "Nous publierons tout.",
}  # fmt: skip


def deposited(appel: Appel, number: int, etat: str = "deposee", **answers: Any) -> Candidature:
    """The candidature of a fictional town, with its receipt."""
    name = NAMES[number - 1] if number <= len(NAMES) else f"Ville fictive {number}"
    one = candidature(appel, f"00{number:03d}", name, etat)
    receipt(one, {**ANSWERS, **answers})
    return one


def receipt(one: Candidature, answers: dict[str, Any], pieces: tuple[dict[str, Any], ...] = ()) -> Recepisse:
    """Of one more deposit."""
    rank = one.recepisses.count() + 1
    return Recepisse.objects.create(
        candidature=one, numero=f"R-{one.pk}-{rank}", rang=rank, recu_le=now(), limite=now(), empreinte="0" * 64,
        contenu={"reponses": answers, "pieces": list(pieces)}, jeton=f"{one.pk}-{rank}",
    )  # fmt: skip


def given(one: Candidature, name: str, *values: int, etat: str = "rendue") -> Relecture:
    """A review with these scores, in the order of the criteria."""
    reader = mandated(Mandat.Role.RELECTEUR, one.appel, name)
    reading = Relecture.objects.create(candidature=one, relecteur=reader, etat=etat, rendue_le=now())
    for critere, value in zip(one.appel.criteres.all(), values, strict=False):
        Note.objects.create(relecture=reading, critere=critere, valeur=value, motif=f"Raison de {name}.")
    return reading


def juror(appel: Appel, name: str = "juree") -> Utilisateur:
    """Somebody who sits."""
    return mandated(Mandat.Role.JURY, appel, name)


def signatory(appel: Appel, organisation: str) -> Utilisateur:
    """Somebody who signs for an organisation."""
    one = user(f"signe-{organisation[-1].lower()}")
    Mandat.objects.get_or_create(
        appel=appel, utilisateur=one, role="signataire", defaults={"organisation": organisation}
    )
    return one


def judged(issues: tuple[str, ...] = ("retenir", "mettre_en_attente", "ecarter"), **fields: Any) -> Appel:
    """A call of which every candidature is decided; the waiting list is ranked in order."""
    appel, rank = call("instruction", **fields), 0
    for number, issue in enumerate(issues, 1):
        one = deposited(appel, number)
        for name in ("a", "b", "c"):
            given(one, name, *([5 - number % 5] * 4))
        rank += issue == "mettre_en_attente"
        decide(one, issue, rank if issue == "mettre_en_attente" else None)
    return appel


def decide(one: Candidature, issue: str, rang: int | None = None, motif: str = "") -> Decision:
    """What a juror decides, on what is there."""
    kept = Decision.objects.filter(candidature=one).first()
    text = Texte(issue, motif or f"Motif pour {one.nom}.", rang)
    return decider(one, juror(one.appel), text, kept.version if kept else 0).decision


def minutes(appel: Appel) -> ProcesVerbal:
    """Of a jury whose only member sat."""
    juror(appel)
    there = list(appel.mandats.filter(role="jury").values_list("pk", flat=True))
    return etablir(appel, coordination(), Seance(localdate(), there))


def signed(appel: Appel) -> ProcesVerbal:
    """Minutes that every organisation signed."""
    from coeurdeville.programme.etats.franchir import franchir

    made = minutes(appel)
    for one in appel.organisateurs:
        franchir(made, "signer", signatory(appel, one))
    made.refresh_from_db()
    return made
