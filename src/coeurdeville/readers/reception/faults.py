"""Why a file that arrives is not kept."""

from __future__ import annotations

from coeurdeville.core.french import NBSP, number
from coeurdeville.core.problems import Kind, Level

TOO_LARGE = Kind(
    "depot-trop-gros",
    "« {name} » dépasse {limit}, la taille acceptée.",
    "En extraire la seule commune et les seules colonnes utiles, ou l’enregistrer en Parquet ou en ZIP ; rien n’en "
    "a été gardé.",
)
CUT = Kind(
    "depot-coupe",
    "L’envoi de « {name} » s’est interrompu avant la fin : {received} sont arrivés{wanted}.",
    "Recommencer l’envoi, avec une connexion plus stable s’il le faut ; rien n’a été gardé de celui-ci.",
)
DISK_FULL = Kind(
    "depot-disque-plein",
    "« {name} » n’a pas pu être gardé : il n’y a plus de place sur le disque du site.",
    "Prévenir l’administrateur du site, puis recommencer ; rien n’a été gardé de cet envoi.",
)
HARMFUL = Kind(
    "depot-dangereux",
    "« {name} » est refusé : c’est {what}, qui pourrait agir sur le poste de qui l’ouvre.",
    "Envoyer les données elles-mêmes, dans un format de données : CSV, classeur, GeoJSON ou GeoPackage.",
)
HARMFUL_INSIDE = Kind(
    "depot-dangereux-dedans",
    "« {name} » est refusé : il contient des fichiers qui pourraient agir sur le poste de qui les ouvre.",
    "Refaire l’archive avec les seuls fichiers de données.",
)
MACROS = Kind(
    "depot-macros",
    "« {name} » contient des macros, c’est-à-dire un programme qui s’exécute à l’ouverture.",
    "L’enregistrer en .xlsx, en .ods ou en CSV, sans macros.",
)
ACTIVE_PDF = Kind(
    "depot-pdf-actif",
    "« {name} » contient {what}.",
    "L’imprimer en PDF depuis le logiciel d’origine, puis envoyer ce nouveau fichier.",
)
ENTITIES = Kind(
    "depot-entites",
    "« {name} » définit des entités XML, par lesquelles quelques octets peuvent remplir toute la mémoire.",
    "L’exporter de nouveau depuis le logiciel d’origine, sans déclaration DOCTYPE.",
)
NESTED = Kind(
    "depot-archive-imbriquee",
    "L’archive « {name} » contient d’autres archives.",
    "Les ouvrir, puis refaire une seule archive avec les fichiers de données.",
)
TOO_MANY_PIXELS = Kind(
    "depot-image-geante",
    "L’image « {name} » a {pixels} millions de points ; la limite est de {limit} millions.",
    "En réduire la taille avec un logiciel d’images.",
)
NOT_TAKEN = Kind(
    "depot-non-accepte",
    "« {name} » est de format {sort}, qui n’est pas accepté ici.",
    "Formats acceptés : {accepted}.",
)
RENAMED = Kind(
    "depot-renomme",
    "« {name} » est gardé sous le nom « {kept} », d’après son contenu.",
    "Rien à faire.",
    Level.NOTE,
)


def weight(size: float) -> str:
    """`90 Mo`, `12,5 ko`: a number of bytes in French."""
    for unit, bytes_of in (("Go", 1000**3), ("Mo", 1000**2), ("ko", 1000)):
        if size >= bytes_of:
            value = size / bytes_of
            return f"{number(value, 0 if value >= 100 or value == int(value) else 1)}{NBSP}{unit}"
    return f"{number(size)}{NBSP}octet{'s' if size > 1 else ''}"
