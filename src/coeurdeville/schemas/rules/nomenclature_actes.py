"""Subjects of deliberations: the two first levels of the nomenclature of the acts sent to the préfecture (ACTES)."""

from __future__ import annotations

import re

from coeurdeville.core.french import plain
from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Rule, each

ACTES = Kind(
    "nomenclature-actes-value",
    "Des valeurs de « {column} » ne sont pas des matières de la nomenclature ACTES.",
    "Écrire la matière, une barre oblique, puis la sous-matière : finances locales/subventions.",
)
SUBJECTS = {
    "commande publique": (
        "marchés publics", "délégation de service public", "conventions de mandat", "autres types de contrats",
        "transactions protocole d’accord transactionnel", "actes relatifs à la maîtrise d’œuvre",
        "actes spéciaux et divers",
    ),
    "urbanisme": (
        "documents d’urbanisme", "actes relatifs au droit d’occupation ou d’utilisation des sols",
        "droit de préemption urbain",
    ),
    "domaine et patrimoine": (
        "acquisitions", "aliénations", "locations", "limites territoriales",
        "autres actes de gestion du domaine public", "autres actes de gestion du domaine privé",
    ),
    "fonction publique": (
        "personnel titulaires et stagiaires de la FPT", "personnel contractuel", "fonction publique hospitalière",
        "autres catégories de personnels", "régime indemnitaire",
    ),
    "institutions et vie politique": (
        "élection exécutif", "fonctionnement des assemblées", "désignation de représentants",
        "délégation de fonctions", "délégation de signature", "exercice des mandats locaux", "intercommunalité",
        "décision d’ester en justice",
    ),
    "libertés publiques et pouvoirs de police": (
        "police municipale", "pouvoir du président du conseil général", "pouvoir du président du conseil régional",
        "autres actes réglementaires", "actes pris au nom de l’État et soumis au contrôle hiérarchique",
    ),
    "finances locales": (
        "décisions budgétaires", "fiscalité", "emprunts", "interventions économiques", "subventions",
        "contributions budgétaires", "avances", "fonds de concours", "prise de participation SEM etc", "divers",
    ),
    "domaines de compétences par thèmes": (
        "enseignement", "aide sociale", "voirie", "aménagement du territoire", "politique de la ville habitat logement",
        "emploi formation professionnelle", "transports", "environnement", "culture",
    ),
    "autres domaines de compétences": (
        "autres domaines de compétences des communes", "autres domaines de compétences des départements",
        "autres domaines de compétences des régions", "vœux et motions",
    ),
}  # fmt: skip
"""Subject -> what it holds, in the order of the nomenclature: the first is 1, its first is 1.1."""


def _key(text: str) -> str:
    """What two ways of writing a subject have in common: case, accents and marks do not matter."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain(text)).split())


KNOWN = frozenset((_key(one), _key(inner)) for one, all_inner in SUBJECTS.items() for inner in all_inner)


def _right(text: str) -> bool:
    subject, _, inner = text.partition("/")
    return (_key(subject), _key(inner)) in KNOWN


nomenclature_actes = Rule("nomenclature-actes-value", ACTES, each(_right))
