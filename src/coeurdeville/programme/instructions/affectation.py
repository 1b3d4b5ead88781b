"""Entrusting candidatures to reviewers, by hand or as it is proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import QuerySet

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.courrier.preparation import preparer
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.etats.passage import Lettre
from coeurdeville.programme.instructions.equilibre import Proposition, proposer
from coeurdeville.programme.instructions.jours import echeance_possible
from coeurdeville.programme.instructions.liens import lies, personnes, villes
from coeurdeville.programme.instructions.rivaux import porteurs
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Candidature, Mandat, Relecture

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel, Evenement

LETTER = Lettre("affectation", "titulaire")
READ = ("deposee", "a_completer")
"""States of a candidature that is read."""
OPEN = Kind(
    "affectation-trop-tot",
    "Les relectures de cet appel ne sont pas ouvertes : il est à l’état « {etat} ».",
    "Clore les dépôts : l’appel passe alors en instruction.",
)
NOT_READ = Kind(
    "candidature-hors-instruction",
    "La candidature {ville} ne s’instruit pas : elle est à l’état « {etat} ».",
    "Choisir une candidature déposée.",
)
NOT_A_REVIEWER = Kind(
    "relecteur-sans-mandat",
    "{qui} n’est pas relecteur de cet appel.",
    "Lui donner d’abord ce mandat, dans « mandats ».",
)
LINKED = Kind(
    "relecteur-lie",
    "{qui} ne peut pas lire la candidature {ville} : même ville, même organisation ou lien déclaré.",
    "Choisir un autre relecteur.",
)
RIVAL = Kind(
    "relecteur-candidat",
    "{qui} est du binôme d’une ville qui répond à l’appel : il n’en relit aucune candidature.",
    "Choisir un autre relecteur.",
)
TWICE = Kind("relecture-deja-affectee", "{qui} lit déjà la candidature {ville}.", "Choisir un autre relecteur.")


@dataclass(frozen=True)
class Demande:
    """One pair to entrust."""

    candidature: Candidature
    mandat: Mandat


def proposition(appel: Appel) -> tuple[Proposition, Sequence[Demande]]:
    """What would give every candidature the reviews that the call wants. A fixed number of queries."""
    towns = list(Candidature.objects.filter(appel=appel, etat__in=READ).order_by("pk"))
    rivals = porteurs(appel)
    mandates = [one for one in relecteurs(appel) if one.utilisateur_id not in rivals]
    who, where = personnes(mandates), villes(towns)
    readings = list(Relecture.objects.filter(candidature__appel=appel).exclude(etat="retiree"))
    taken: dict[int, set[int | None]] = {}
    for one in readings:
        taken.setdefault(one.candidature_id, set()).add(one.relecteur_id)
    live = Counter(one.candidature_id for one in readings if one.vivante)
    charge = Counter(one.relecteur_id for one in readings if one.vivante)
    lacking = {one.pk: max(0, appel.relectures_voulues - live[one.pk]) for one in towns}
    possible = {
        one.pk: frozenset(key for key, person in who.items() if not lies(person, where[one.pk]))
        - taken.get(one.pk, set())
        for one in towns
    }
    found = proposer(lacking, possible, {key: charge[key] for key in who})
    by_key, by_user = {one.pk: one for one in towns}, {one.utilisateur_id: one for one in mandates}
    return found, [Demande(by_key[one], by_user[user]) for one, user in found.paires]


def celles(appel: Appel, paires: Sequence[str]) -> Sequence[Demande]:
    """The pairs that a form names, each `candidature-mandat`; one that names nothing of the call is left out."""
    found = (demande(appel, *one.split("-", 1)) for one in paires if "-" in one)
    return [one for one in found if one is not None]


def demande(appel: Appel, candidature: str, mandat: str) -> Demande | None:
    """The pair that two numbers, as a form sends them, name in a call; None when they name none."""
    if not (candidature.isdigit() and mandat.isdigit()):
        return None
    town = Candidature.objects.filter(appel=appel, pk=int(candidature)).first()
    who = relecteurs(appel).filter(pk=int(mandat)).first()
    return Demande(town, who) if town is not None and who is not None else None


def relecteurs(appel: Appel) -> QuerySet[Mandat]:
    """Those who review for a call, with their accounts. One query."""
    return Mandat.objects.filter(appel=appel, role=Mandat.Role.RELECTEUR, utilisateur__is_active=True).select_related(
        "utilisateur"
    )


def affecter(
    appel: Appel, demandes: Sequence[Demande], acteur: Utilisateur, avant_le: date | None = None
) -> Sequence[Relecture]:
    """Entrust these pairs, all or none; each reviewer gets one letter.

    Raises
    ------
    Refused
        With everything that forbids a pair: who has no mandate, has a link, reads it already; a call not in
        review, a day that is past.
    """
    with transaction.atomic():
        type(appel).objects.select_for_update().get(pk=appel.pk)
        problems = [*echeance_possible(avant_le), *_problems(appel, demandes)]
        if problems:
            raise Refused(problems)
        born = [_entrust(one, acteur, avant_le) for one in demandes]
        first = {reading.relecteur_id: (reading, event) for reading, event in reversed(born)}
        for reading, event in first.values():
            preparer(LETTER, reading, event)
    return [reading for reading, _ in born]


def _entrust(demande: Demande, acteur: Utilisateur, avant_le: date | None) -> tuple[Relecture, Evenement]:
    reading, made = Relecture.objects.get_or_create(
        candidature=demande.candidature, relecteur=demande.mandat.utilisateur, defaults={"avant_le": avant_le}
    )
    if made:
        return reading, naitre(reading, acteur)
    event = franchir(reading, "reaffecter", acteur)
    reading.avant_le = avant_le
    reading.save(update_fields=["avant_le"])
    return reading, event


def _problems(appel: Appel, demandes: Sequence[Demande]) -> Iterable[Problem]:
    if appel.etat != "instruction":
        yield OPEN(etat=appel.en_etat.nom)
    who = personnes([one.mandat for one in demandes])
    where = villes([one.candidature for one in demandes])
    there = set(
        Relecture.objects.filter(candidature__appel=appel)
        .exclude(etat="retiree")
        .values_list("candidature", "relecteur")
    )
    rivals = porteurs(appel)
    for one in demandes:
        name, town = one.mandat.utilisateur, one.candidature
        if name is None:
            yield NOT_A_REVIEWER(qui="Un compte supprimé")
            continue
        words: dict[str, Any] = {"qui": name, "ville": f"« {town.nom} »"}
        if town.etat not in READ or town.appel_id != appel.pk:
            yield NOT_READ(ville=words["ville"], etat=town.en_etat.nom)
        if one.mandat.appel_id != appel.pk or one.mandat.role != Mandat.Role.RELECTEUR:
            yield NOT_A_REVIEWER(qui=name)
        if name.pk in rivals:
            yield RIVAL(qui=name)
        if lies(who[name.pk], where[town.pk]):
            yield LINKED(**words)
        elif (town.pk, name.pk) in there:
            yield TWICE(**words)
