"""The words of the pages of a folder: labels of answers, what commands advise said for a browser, colours of badges."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Problem
from coeurdeville.inventory.vocabulaire import Ouverture

LIBELLES = {
    "titre": "Titre",
    "couche": "Couche",
    "description": "Description",
    "mots_cles": "Mots-clés",
    "qualite": "Ce que l’on sait de sa qualité",
    "donnees_personnelles": "Contient des données personnelles",
    "producteur": "Producteur",
    "detenteur": "Détenteur, s’il n’est pas le producteur",
    "siren": "SIREN du détenteur",
    "acteur": "Catégorie du détenteur",
    "nature": "Nature du détenteur",
    "niveau": "Niveau",
    "service_referent": "Service référent",
    "systeme": "Logiciel ou système d’origine",
    "acces": "Comment on l’obtient",
    "adresse": "Adresse sur le web",
    "contact": "Contact",
    "licence": "Licence",
    "millesime": "Millésime",
    "rythme": "Rythme de mise à jour",
    "etendue": "Étendue où elle est complète",
    "derive_de": "Tirée d’autres données",
    "fichier": "Fichier",
    "id": "Identifiant",
    "statuts": "Statut",
    "statut": "statut",
    "date": "date",
    "auteur": "constaté par",
    "preuve": "preuve",
    "motif": "motif",
    "fondement": "fondement",
    "reponse": "réponse du détenteur",
    "reponse_date": "date de la réponse",
    "conformites": "Vérification",
    "schema": "schéma",
    "lignes": "lignes",
    "conformes": "lignes conformes",
    "cooperations": "Coopération",
    "avec": "avec",
    "forme": "forme",
    "objet": "objet",
    "duree": "durée",
    "cout": "coût",
    "colonnes": "Colonne",
    "a_confirmer": "Colonne à confirmer",
    "colonne": "colonne du fichier",
    "pourquoi": "pourquoi",
    "unites": "Unité",
    "valeurs": "Code",
    "etats": "Objets disparus",
    "disparus": "mots ou codes",
    "constantes": "Valeur de tout le fichier",
    "lecture": "Lecture",
    "feuille": "feuille",
    "x": "longitude ou X",
    "y": "latitude ou Y",
    "projection": "projection",
    "confirmer": "Confirmation de la colonne",
    "ville": "Ville",
    "nom": "nom",
    "commune": "code Insee",
    "population": "population",
    "creee_le": "créée le",
}
"""Key of `ville.toml` -> what users read."""
AIDES = {
    "description": "Deux ou trois phrases, pour qui ne la connaît pas.",
    "mots_cles": "Séparés par des points-virgules.",
    "qualite": "Lacunes, erreurs connues, façon dont elle a été relevée.",
    "producteur": "Qui l’a faite.",
    "siren": "Neuf chiffres.",
    "acces": "Demande, convention, téléchargement…",
    "adresse": "La page où elle est décrite ou publiée.",
    "contact": "Une adresse de service, pas celle d’une personne.",
    "millesime": "Une année (2024), deux années (2017-2018) ou un jour (23/11/2026).",
    "derive_de": "Identifiants des données dont elle est tirée, séparés par des virgules.",
}
SHEET = "dans la fiche de la donnée"
TABLES = re.compile(r",? (?:sous|dans) \[\[?donnees\.[\w.]+\]\]?")
CONSEILS = {
    "couche-a-preciser": "Choisir la couche dans la liste, puis envoyer de nouveau.",
    "colonne-obligatoire-non-reconnue": "Si tout le fichier a la même valeur, l’écrire sous « Valeurs communes à "
    "tout le fichier » ; sinon renommer la colonne dans le fichier.",
    "a-confirmer": "Les confirmer, ou non, dans la fiche de la donnée, sous « Colonnes du fichier ».",
    "parties-multiples": "Si ce n’est pas la bonne, écrire son nom sous « Feuille ou partie à lire ».",
    "archive-plusieurs-fichiers": "Écrire le nom de celui à lire sous « Feuille ou partie à lire ».",
    "fichier-absent": "Ajouter de nouveau ce fichier, ou choisir « aucun » s’il n’existe plus.",
    "fichier-hors-dossier": "Ajouter le fichier par la page « Ajouter un fichier ».",
    "contour-absent": "Ajouter un fichier avec la couche « contour ».",
    "statut-absente-avec-fichier": "Noter le statut d’aujourd’hui dans sa fiche.",
    "reponse-sans-statut": "Noter d’abord un statut daté.",
    "conformite-impossible": "Refaire la vérification.",
    "conformite-sans-fichier": "Ajouter d’abord son fichier.",
    "donnee-nationale": "La chercher d’abord sur la page de la donnée, qui dit qui la diffuse.",
    "detenteur-suppose": "Le vérifier par un appel, puis écrire le détenteur et sa nature dans la fiche de la donnée.",
    "detenteur-sans-nature": "Choisir la nature du détenteur dans la fiche de la donnée, ou un autre fondement.",
    "entree-inconnue": "La choisir dans la liste des données de la ville.",
    "etendue-supposee": "Le dire dans la fiche de la donnée, sous « Étendue où elle est complète ».",
    "emprise-supposee": "Si ce n’est pas le cas, le dire dans la fiche de la donnée, sous « Étendue où elle est "
    "complète ».",
    "millesime-deduit": "S’il est autre, l’écrire dans la fiche de la donnée, sous « Millésime ».",
    "contours-sans-code": "Ne garder que le contour de la commune, ou indiquer la colonne des codes dans la fiche "
    "de la donnée, sous « Colonnes du fichier ».",
    "unite-sans-objet": "Retirer son unité dans la fiche de la donnée, sous « Colonnes du fichier ».",
    "hors-commune": f"Vérifier la projection et les colonnes des coordonnées {SHEET}.",
    "objets-hors-commune": f"Vérifier la projection et les colonnes des coordonnées {SHEET}.",
    "couche-vide": "Vérifier le fichier, la couche choisie et, dans la fiche de la donnée, ce qui dit qu’un objet a "
    "disparu.",
    "objets-disparus": f"Si un état est mal compris, corriger {SHEET} ce qui dit qu’un objet a disparu.",
    "etats-perdus": f"Regarder ce que ce fichier dit des objets disparus, et l’écrire {SHEET}, sous « Ce qui dit qu’un "
    "objet a disparu ».",
    "etats-en-codes": f"Demander au producteur lesquels disent un objet disparu, et les écrire {SHEET}, sous « Ce qui "
    "dit qu’un objet a disparu ».",
    "projection-introuvable": f"Vérifier que le fichier concerne cette ville, puis écrire le code EPSG {SHEET}.",
    "entete-absent": "Ajouter en première ligne du fichier le nom de chaque colonne.",
    "coordonnees-absentes": f"Indiquer {SHEET} les colonnes des coordonnées, par exemple « X » et « Y ».",
    "couche-invalide": "Corriger le fichier ou sa fiche.",
    "colonne-absente": "Indiquer dans la fiche de la donnée, sous « Colonnes du fichier », quelle colonne la contient.",
    "service-bloque": "Ajouter au moins cette donnée, ou voir sur la page de la donnée qui la diffuse.",
    "encoding-error": "L’enregistrer en UTF-8, ou le faire réparer par la page des schémas.",
    "titres-avant-entete": "Retirer les lignes de titre, ou faire réparer le fichier par la page des schémas.",
    "hors-ligne": "Ajouter le fichier par la page « Ajouter un fichier ».",
    "reponse-trop-grosse": "Télécharger le fichier sur le site de la source, puis l’ajouter au dossier.",
    "source-saturee": "Réessayer après ce délai, ou télécharger le fichier sur le site de la source et l’ajouter.",
    "autorite-concedante-presumee": "Chercher qui a signé le contrat ; si c’est la commune, choisir le fondement "
    "« Concession accordée par la ville elle-même ».",
    "ville-introuvable": "Choisir le dossier entier d’une ville, avec son inventaire.",
}
"""Code of a problem -> its cure, where its own speaks of a command or of a text file."""
COULEURS = {
    Ouverture.OUVERTE: "ok",
    Ouverture.CANDIDATE: "partial",
    Ouverture.LIMITEE: "partial",
    Ouverture.CERCLE: "partial",
    Ouverture.ABSENTE: "missing",
    Ouverture.NON_RENSEIGNE: "missing",
}
"""Status -> class of its badge; those that close data are `wrong`."""


def couleur(ouverture: Ouverture) -> str:
    """The class of the badge of a status."""
    return COULEURS.get(ouverture, "wrong")


def libelle(key: str) -> str:
    """`Statut 2, preuve` for `statuts.2.preuve`; `Colonne hauteur_totale` for `colonnes.hauteur_totale`."""
    first, *others = key.split(".")
    words = [LIBELLES.get(first, first)]
    for one in others:
        words[-1:] = [f"{words[-1]} {one}"] if one not in LIBELLES or len(words) > 1 else [words[-1], LIBELLES[one]]
    return ", ".join(words)


def pour_le_web(problems: Iterable[Problem]) -> list[Problem]:
    """The same problems, each once, whose words speak of these pages."""
    return [_said(one) for one in dict.fromkeys(problems)]


def pour_une_page(text: str) -> str:
    """A text of an inventory without the names of the parts of its file."""
    return TABLES.sub(f" {SHEET}", text).replace("dans ville.toml", SHEET)


def _said(problem: Problem) -> Problem:
    cure = CONSEILS.get(problem.code) or pour_une_page(problem.cure)
    return replace(problem, message=pour_une_page(problem.message), cure=spaced(cure))
