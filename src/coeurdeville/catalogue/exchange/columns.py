"""What a table of entries may say: the columns of our workbook, and the other names under which people write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from coeurdeville.catalogue.exchange.headers import bare
from coeurdeville.catalogue.vocabularies import Scale
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LICENCES
from coeurdeville.inventory.vocabulaire import ETENDUES, Acteur, Nature, Niveau
from coeurdeville.layers.catalogue import kinds


@dataclass(frozen=True)
class Column:
    """A column of a sheet."""

    key: str
    """Field of `Donnee`, or key of `Donnee.autres` for those of `PUBLICATION`."""
    header: str
    note: str
    """What it is for, in one French sentence."""
    aliases: Sequence[str] = ()
    """Other headers that mean the same."""
    choices: Callable[[], Sequence[str]] | None = None
    """What can be chosen; None: any text."""
    width: int = 18
    day: bool = False
    """Its cells are days."""


def _labels(codes: type[Acteur] | type[Nature] | type[Niveau]) -> Callable[[], Sequence[str]]:
    return lambda: [one.libelle for one in codes if str(one) != "non-renseigne"]


FIELDS = (
    Column("id", "Identifiant", "Un nom court, sans espace, différent pour chaque donnée ; vide : tiré du titre.",
           ("id", "identifiant de la donnée", "code", "n°", "numéro", "ref", "référence")),
    Column("titre", "Titre", "Comment la donnée s’appelle chez qui la tient.",
           ("intitulé", "nom", "nom de la donnée", "donnée", "données", "jeu de données", "nom du jeu de données",
            "libellé", "titre de la donnée"), width=36),
    Column("couche", "Couche", "La couche du logiciel que cela donne ; vide si aucune ne convient.",
           ("type de donnée", "couche de données"), lambda: [one.title for one in kinds().values()], 28),
    Column("producteur", "Producteur", "Qui a fait la donnée.", ("producteur nom", "nom du producteur",
           "source"), width=28),
    Column("detenteur", "Détenteur", "Qui la tient et peut la donner, si ce n’est pas le producteur.",
           ("nom du détenteur", "détenteur nom", "qui la détient", "détenue par", "propriétaire"), width=28),
    Column("siren", "SIREN du détenteur", "Ses neuf chiffres, sur annuaire-entreprises.data.gouv.fr.",
           ("siren", "n° siren", "numéro siren", "siret", "détenteur siren")),
    Column("acteur", "Catégorie du détenteur", "La catégorie de l’appel à manifestation d’intérêt.",
           ("acteur", "catégorie", "type d’acteur", "catégorie d’acteur", "type de détenteur"), _labels(Acteur), 24),
    Column("nature", "Nature du détenteur", "Ce qu’il est : de là vient ce que l’on peut lui demander.",
           ("nature",), _labels(Nature), 28),
    Column("niveau", "Niveau", "Le niveau auquel la donnée est tenue.", ("échelon",
           "niveau de détention"), _labels(Niveau)),
    Column("service_referent", "Service référent", "Le service du détenteur qui s’en occupe.",
           ("service", "service gestionnaire", "direction", "référent"), width=24),
    Column("systeme", "Système d’information", "Le logiciel ou la base d’où elle vient.",
           ("système", "si", "logiciel", "application", "application métier", "base de données"), width=24),
    Column("rythme", "Rythme de mise à jour", "À quelle fréquence elle est tenue à jour.",
           ("rythme", "fréquence", "fréquence de mise à jour", "périodicité", "mise à jour"),
           lambda: [one.value for one in Frequency], 24),
    Column("millesime", "Millésime", "Ce dont elle parle : 2024, 2017-2018 ou 23/11/2026.",
           ("année", "date", "date des données", "millésime de la donnée", "période")),
    Column("licence", "Licence", "Sous quelle licence elle est diffusée ; vide : à confirmer.",
           ("licence de réutilisation", "conditions de réutilisation"),
           lambda: [one.title for one in LICENCES.values() if one.key != "inconnue"], 24),
    Column("donnees_personnelles", "Données personnelles",
           "Si elle contient des données personnelles ; vide : personne n’a regardé.",
           ("rgpd", "dcp", "données perso", "données à caractère personnel", "contient des données personnelles",
            "données personnelles oui non"), lambda: ["oui", "non"]),
    Column("acces", "Accès", "Comment on l’obtient : demande, convention, téléchargement.",
           ("mode d’accès", "modalités d’accès", "conditions d’accès"), width=24),
    Column("qualite", "Qualité", "Ce que l’on sait de sa qualité, en mots.",
           ("commentaire", "commentaires", "observations", "remarque", "remarques"), width=36),
    Column("adresse", "Adresse", "La page où elle est décrite ou servie, avec https://.",
           ("url", "lien", "adresse web", "page", "lien web"), width=36),
    Column("fichier", "Fichier", "Son chemin dans le dossier de la ville, s’il y a un fichier.",
           ("nom du fichier", "chemin"), width=24),
    Column("etendue", "Étendue", "Là où elle est exhaustive : la commune, l’emprise du fichier, partout.",
           ("emprise",), lambda: ETENDUES),
    Column("derive_de", "Dérivée de",
           "Les identifiants des données dont elle est tirée, séparés par des points-virgules.",
           ("dérive de", "tirée de")),
)  # fmt: skip
"""Those of `Donnee`, in the order of the workbook."""
PUBLICATION = (
    Column("description", "Description", "Pour publier : deux ou trois phrases sur ce qu’elle contient.",
           ("présentation", "résumé", "contenu"), width=40),
    Column("theme", "Thème", "Pour publier : Environnement, Risques, Urbanisme…", ("thématique", "domaine")),
    Column("mots_cles", "Mots-clés", "Pour publier : séparés par des points-virgules.", ("mots clefs", "tags"),
           width=24),
    Column("producteur_siret", "SIRET du producteur", "Pour publier : quatorze chiffres.", ("producteur siret",)),
    Column("date_publ", "Date de publication", "Pour publier : le jour de la première mise en ligne.", (), day=True),
    Column("date_maj", "Date de mise à jour", "Pour publier : le jour du dernier changement des données.",
           ("dernière mise à jour", "date de dernière mise à jour"), day=True),
    Column("formats", "Formats", "Pour publier : csv;geojson…", ("format", "format du fichier")),
    Column("maille", "Maille", "Pour publier : le territoire couvert, au sens du SCDL.", (),
           lambda: [one.value for one in Scale]),
    Column("territoire", "Territoire couvert", "Pour publier : son nom.", ("couverture",
           "couverture géographique"), width=24),
    Column("contact", "Contact", "Pour publier : le courriel d’un service, jamais d’une personne.", ("courriel",
           "email", "mail")),
)  # fmt: skip
"""What the forms of publication ask and an inventory has no field for: kept in `Donnee.autres` under these keys."""
JSON_COLUMN = Column("autres_json", "Autres (JSON)", "Ce que l’inventaire contient d’autre ; à ne pas modifier.")
BESIDE = {
    "statut": ("statut", "statut d’ouverture", "ouverture", "état d’ouverture"),
    "ouvert": ("ouvert", "ouverte", "open data", "en open data", "donnée ouverte", "est ouverte", "ouvert oui non"),
    "date_statut": ("date du statut", "statut au", "constaté le"),
    "motif": ("motif", "raison", "pourquoi", "justification"),
    "preuve": ("preuve",),
    "auteur": ("auteur", "renseigné par"),
}
"""Columns of one status beside the entry, as sheets filled by hand have them: key -> headers."""


@cache
def known_headers() -> dict[str, str]:
    """Bare header -> key, for a table of entries."""
    written = {one.key: (one.header, one.key, *one.aliases) for one in (*FIELDS, *PUBLICATION, JSON_COLUMN)}
    return {bare(name): key for key, names in {**BESIDE, **written}.items() for name in names}
