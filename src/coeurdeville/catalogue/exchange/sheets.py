"""The sheets that go with the entries in our workbook: dated statuses, cooperations, checks by machine."""

from __future__ import annotations

from collections.abc import Sequence

from coeurdeville.catalogue.exchange.columns import Column
from coeurdeville.catalogue.exchange.headers import bare
from coeurdeville.inventory.vocabulaire import Forme, Nature, Ouverture

ENTRIES, STATUSES, COOPERATIONS, CHECKS, GUIDE, LISTS = (
    "Données", "Statuts", "Coopérations", "Vérifications", "Mode d’emploi", "Listes",
)  # fmt: skip
OF = Column("donnee", "Identifiant de la donnée", "Celui de la feuille des données.", ("identifiant", "id", "donnée"))
STATUS_COLUMNS = (
    OF,
    Column("date", "Date", "Le jour où l’on savait cela.", ("date du statut",), day=True),
    Column("statut", "Statut", "Si la donnée est ouverte, ou pourquoi elle ne l’est pas.", ("ouverture",),
           lambda: [one.libelle for one in Ouverture], 34),
    Column("auteur", "Auteur", "Qui le dit : un service, pas une personne.", ("source",), width=24),
    Column("preuve", "Preuve", "Un fichier, une adresse, une lettre : ce qui permet de vérifier.", width=30),
    Column("motif", "Motif", "Pourquoi elle n’est pas ouverte, en mots.", ("raison",), width=36),
    Column("fondement", "Fondement", "L’article qui la ferme, par sa clé dans l’inventaire.", ("article",)),
    Column("reponse", "Réponse du détenteur", "Ce que le détenteur en a répondu.", ("réponse",), width=36),
    Column("reponse_date", "Date de la réponse", "Le jour de sa réponse.", (), day=True),
)  # fmt: skip
COOPERATION_COLUMNS = (
    OF,
    Column("avec", "Avec qui", "L’autre partie, par son nom.", ("avec", "partenaire"), width=28),
    Column("nature", "Nature de l’autre partie", "Ce qu’elle est.", ("nature",),
           lambda: [one.libelle for one in Nature], 28),
    Column("forme", "Forme", "Convention, clause, licence, cercle de confiance ou entente.", (),
           lambda: [one.libelle for one in Forme], 28),
    Column("objet", "Objet", "Ce qui est fait ensemble.", width=36),
    Column("duree", "Durée", "Telle qu’elle est convenue.", width=24),
    Column("cout", "Coût", "Tel qu’il est convenu : gratuit, 1 200 € par an.", width=18),
)  # fmt: skip
CHECK_COLUMNS = (
    OF,
    Column("schema", "Schéma", "Le schéma auquel le fichier a été comparé.", width=28),
    Column("date", "Date", "Le jour de la vérification.", day=True),
    Column("lignes", "Lignes", "Lignes vérifiées."),
    Column("conformes", "Lignes conformes", "Lignes sans aucune erreur.", ("conformes",)),
)
BESIDE_ENTRIES = {STATUSES: STATUS_COLUMNS, COOPERATIONS: COOPERATION_COLUMNS, CHECKS: CHECK_COLUMNS}
"""Name of the sheet -> its columns."""


def headers_of(columns: Sequence[Column]) -> dict[str, str]:
    """Bare header -> key, for one of these sheets."""
    return {bare(name): one.key for one in columns for name in (one.header, one.key, *one.aliases)}
