"""How each part of a project is shown and filled in: its title, its fields, what its empty page says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from coeurdeville.programme.experimentations.parties import PARTIES, Partie

DATES = ("debut_prevu", "fin_prevue", "debut_reel", "fin_reelle")


@dataclass(frozen=True)
class Rubrique:
    """The page of a part, and the form of its records."""

    partie: Partie
    titre: str
    une: str
    """What one record is called: `une page du journal`."""
    champs: tuple[str, ...]
    vide: str
    """What its empty page says to write first."""
    aide: str = ""

    @property
    def cle(self) -> str:
        """In addresses, and name of the template of the page."""
        return self.partie.cle

    @property
    def page(self) -> str:
        """End of the address where its records are listed."""
        return "evaluation/" if self.partie.evaluation else f"{self.cle}/"


def _rubrique(cle: str, titre: str, une: str, champs: tuple[str, ...], vide: str, aide: str = "") -> Rubrique:
    return Rubrique(PARTIES[cle], titre, une, champs, vide, aide)


RUBRIQUES: Final[Mapping[str, Rubrique]] = {
    one.cle: one
    for one in (
        _rubrique("plan", "Plan", "une étape", ("titre", "ordre", *DATES, "note"),
                  "Écrivez les étapes du projet, puis répartissez-les sur ses mois."),
        _rubrique("equipe", "Équipe", "un rôle", ("part", "fonction", "organisme", "charge", "du", "au"),
                  "Dites d’abord qui est référent métier et qui est correspondant données.",
                  "Les fonctions peuvent être publiées, les noms non : écrivez une fonction."),
        _rubrique("journal", "Journal", "une page", ("jour", "texte"),
                  "Écrivez ce qui s’est passé cette semaine : une réunion, une décision, "
                  "une donnée reçue. Trois lignes suffisent."),
        _rubrique("obstacles", "Obstacles", "un obstacle",
                  ("famille", "texte", "couche", "rencontre_le", "leve_le", "leve_comment"),
                  "Notez ce qui freine dès que cela freine : c’est ce que les autres villes liront en premier."),
        _rubrique("effort", "Effort", "une ligne", ("jour", "part", "objet", "jours", "euros"),
                  "Notez les jours passés et les dépenses au fil des mois : l’évaluation les reprendra tels quels."),
        _rubrique("donnees", "Données et coopérations", "une coopération",
                  ("titre", "couche", "avec", "acteur", "forme", "cout"),
                  "Pour chaque donnée que la ville ne tient pas seule, écrivez "
                  "avec qui elle travaille, sous quelle forme, à quel coût."),
        _rubrique("livrables", "Livrables", "un livrable", ("titre", "attendu_le", "rendu_le", "adresse", "fichier"),
                  "Écrivez d’abord ce que le projet doit remettre, et pour quand."),
        _rubrique("preuves", "Preuves", "une preuve", ("montre",),
                  "Rattachez ce qui montre ce que vous dites : une entrée de l’inventaire, "
                  "un diagnostic publié, un fichier."),
        _rubrique("objectifs", "Objectifs", "un objectif",
                  ("titre", "unite", "depart", "cible", "resultat", "source"),
                  "Écrivez ce qui devait changer, avec le chiffre de départ et celui visé.",
                  "Si un diagnostic publié donne le résultat, choisissez-le : "
                  "la valeur, l’unité et la source en viennent."),
        _rubrique("resultats", "Résultats", "un résultat", ("texte", "piece", "preuve"),
                  "Écrivez ce qui a changé sans se compter, et ce qui le montre."),
        _rubrique("utiles", "Données du service", "une donnée", ("couche", "entree", "indispensable", "perenne"),
                  "Listez les données que le service demande : le site vérifie ce qui peut l’être."),
        _rubrique("conditions", "Conditions de redéploiement", "une condition",
                  ("nature", "texte", "couche", "minimum", "maximum", "perimetre"),
                  "Écrivez ce qu’une autre ville doit avoir : une donnée indispensable, une taille, une contrainte.",
                  "Une donnée et un périmètre sont essayés aussitôt sur toutes les villes "
                  "du programme ; une contrainte se vérifie sur place."),
    )
}  # fmt: skip
"""Key of a part -> its page, in the order of the menu."""
ONGLETS: Final = tuple(one for one in RUBRIQUES.values() if not one.partie.evaluation)
"""Those that have a page of their own."""
