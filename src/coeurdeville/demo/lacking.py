"""What a fictional town knows of the data that it does not have: who holds them, under which status, since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from coeurdeville.core.frequency import Frequency
from coeurdeville.demo.town import DemoTown
from coeurdeville.inventory.donnee import Cooperation, Donnee, Statut
from coeurdeville.inventory.vocabulaire import Forme, Nature, Niveau, Ouverture

AUTHOR = "correspondant données (fictif)"


def lacking_entries(town: DemoTown, today: date) -> Iterator[Donnee]:
    """One entry for each usual case: candidate, circle of trust, closed, lacking, not yet told."""
    before, lately = today - timedelta(days=300), today - timedelta(days=40)
    yield Donnee(
        "points-lumineux", "points-lumineux", "Points lumineux (fictif)", detenteur="Syndicat d’énergie fictif",
        nature=Nature.SYNDICAT, niveau=Niveau.DEPARTEMENT, rythme=Frequency.YEARLY, systeme="SIG du syndicat",
        statuts=(
            Statut(before, Ouverture.SANS_RAISON, AUTHOR, "courriel resté sans réponse"),
            Statut(lately, Ouverture.CANDIDATE, AUTHOR, "compte rendu de réunion",
                   reponse="Ouverture prévue au prochain renouvellement du SIG.", reponse_date=lately),
        ),
        cooperations=(Cooperation("Syndicat d’énergie fictif", Forme.CONVENTION, Nature.SYNDICAT,
                                  "extraction annuelle", "3 ans", "gratuit"),),
    )  # fmt: skip
    yield Donnee(
        "reseau-pluvial", "reseau-pluvial", "Réseau d’eaux pluviales (fictif)",
        detenteur=f"Intercommunalité de {town.name}", nature=Nature.INTERCOMMUNALITE, niveau=Niveau.EPCI,
        statuts=(Statut(lately, Ouverture.CERCLE, AUTHOR, "convention de partage"),),
    )  # fmt: skip
    yield Donnee(
        "reseaux-souterrains", "reseaux-souterrains", "Réseaux enterrés (fictif)", detenteur="Délégataire fictif",
        nature=Nature.DELEGATAIRE,
        statuts=(Statut(lately, Ouverture.SECURITE, AUTHOR, "lettre de refus", "plans de réseaux sensibles",
                        "crpa-l311-5"),),
    )  # fmt: skip
    yield Donnee(
        "lieux-frais", "lieux-frais", "Lieux frais (fictif)", detenteur=f"Ville de {town.name}", nature=Nature.COMMUNE,
        statuts=(Statut(lately, Ouverture.ABSENTE, AUTHOR, "aucun service n’en tient la liste"),),
    )  # fmt: skip
    yield Donnee(
        "mesures-temperature", "mesures-temperature", "Mesures de température (fictif)",
        detenteur="Association de quartier fictive", nature=Nature.ASSOCIATION,
    )  # fmt: skip
