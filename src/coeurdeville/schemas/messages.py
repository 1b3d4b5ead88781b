"""Every sentence of the validator that the specification asks for, under the codes of frictionless 5.

A check that only some schemas declare brings its own sentences, in its own file.
"""

from __future__ import annotations

from coeurdeville.core.problems import Kind, Level

EMPTY_SOURCE = Kind(
    "source-error",
    "Le fichier ne contient ni en-tête ni ligne.",
    "Exporter de nouveau le fichier depuis le logiciel d’origine.",
)
MISSING_LABEL = Kind(
    "missing-label",
    "La colonne « {column} » manque.",
    "L’ajouter, vide si le schéma le permet ; son nom s’écrit exactement ainsi.",
)
OPTIONAL_LABEL = Kind(
    "colonne-facultative-absente",
    "Colonnes facultatives qui ne sont pas dans le fichier : {columns}.",
    "Rien à faire si ces informations ne sont pas connues.",
    Level.NOTE,
)
EXTRA_LABEL = Kind(
    "extra-label",
    "La colonne « {column} » n’est pas dans le schéma.",
    "La retirer du fichier publié, ou vérifier son nom.",
)
ADDED_LABEL = Kind(
    "colonne-ajoutee",
    "La colonne « {column} » n’est pas dans le schéma ; elle n’est pas vérifiée.",
    "Vérifier son nom ; la garder est permis, la retirer rend le fichier plus simple à comparer.",
    Level.WARNING,
)
WRONG_ORDER = Kind(
    "ordre-des-colonnes",
    "Les colonnes ne sont pas dans l’ordre du schéma.",
    "Les remettre dans cet ordre : {order}.",
    Level.WARNING,
)
BLANK_LABEL = Kind(
    "blank-label", "La colonne {rank} n’a pas de nom.", "Lui donner le nom prévu par le schéma : « {expected} »."
)
DUPLICATE_LABEL = Kind(
    "duplicate-label", "Plusieurs colonnes portent le nom « {column} ».", "N’en garder qu’une, ou renommer les autres."
)
INCORRECT_LABEL = Kind(
    "incorrect-label",
    "La colonne {rank} s’appelle « {label} » ; le schéma attend « {column} » à cette place.",
    "Renommer la colonne, ou remettre les colonnes dans l’ordre du schéma.",
)
UNMATCHED_HEADER = Kind(
    "unmatched-header",
    "Aucune colonne du fichier n’est dans le schéma.",
    "Vérifier que c’est le bon schéma, et que la première ligne est l’en-tête.",
)
BLANK_ROW = Kind("blank-row", "Des lignes sont entièrement vides.", "Retirer ces lignes.")
EXTRA_CELL = Kind(
    "extra-cell",
    "Des lignes ont des cellules au-delà de la dernière colonne.",
    "Vérifier ces lignes : un séparateur ou un guillemet y est souvent en trop.",
)
MISSING_CELL = Kind(
    "missing-cell",
    "Des lignes s’arrêtent avant la colonne « {column} ».",
    "Vérifier ces lignes : un séparateur y manque, ou une valeur a été coupée en deux.",
)
OPEN_QUOTE = Kind(
    "guillemet-ouvert",
    "Des guillemets s’ouvrent et ne se ferment jamais.",
    "Les fermer ou les retirer : un autre logiciel prend tout ce qui suit pour le contenu d’une seule cellule.",
)
TYPE_ERROR = Kind(
    "type-error",
    "« {column} » doit contenir {said}{form}.",
    "Corriger ces cellules{otherwise}.",
)
CONSTRAINT_ERROR = Kind("constraint-error", "« {column} » {expected}.", "{mend}.")
UNIQUE_ERROR = Kind(
    "unique-error", "Des valeurs de « {column} » sont répétées.", "Donner à chaque ligne sa propre valeur."
)
PRIMARY_KEY = Kind(
    "primary-key",
    "Des lignes ont le même identifiant qu’une autre, ou n’en ont pas ({key}).",
    "Donner à chaque ligne un identifiant qui ne change pas, ou retirer les lignes répétées.",
)
FOREIGN_KEY = Kind(
    "foreign-key",
    "Des valeurs de {key} ne se trouvent pas dans {reference}.",
    "Corriger ces valeurs, ou ajouter les lignes qu’elles désignent.",
)

CONSTRAINTS = {
    "required": ("doit être rempli partout", "Compléter ces lignes"),
    "pattern": ("doit suivre la forme {wanted}", "Corriger ces cellules{example}"),
    "enum": ("doit être l’une des valeurs prévues : {wanted}", "Remplacer ces valeurs par l’une de la liste"),
    "minimum": ("doit valoir au moins {wanted}", "Vérifier l’unité et la saisie de ces valeurs"),
    "maximum": ("doit valoir au plus {wanted}", "Vérifier l’unité et la saisie de ces valeurs"),
    "exclusiveMinimum": ("doit être plus grand que {wanted}", "Vérifier l’unité et la saisie de ces valeurs"),
    "exclusiveMaximum": ("doit être plus petit que {wanted}", "Vérifier l’unité et la saisie de ces valeurs"),
    "minLength": ("doit avoir au moins {wanted}", "Compléter ces cellules"),
    "maxLength": ("doit avoir au plus {wanted}", "Raccourcir ces cellules"),
}
"""Constraint -> what is wanted of a column, and how to mend it."""
TITLES = {
    "source-error": "Fichier vide",
    "missing-label": "Colonnes qui manquent",
    "colonne-facultative-absente": "Colonnes facultatives absentes",
    "extra-label": "Colonnes en trop",
    "colonne-ajoutee": "Colonnes hors du schéma",
    "ordre-des-colonnes": "Ordre des colonnes",
    "blank-label": "Colonnes sans nom",
    "duplicate-label": "Colonnes du même nom",
    "incorrect-label": "Colonnes mal nommées ou mal placées",
    "unmatched-header": "En-tête étranger au schéma",
    "blank-row": "Lignes vides",
    "extra-cell": "Cellules en trop",
    "missing-cell": "Lignes trop courtes",
    "guillemet-ouvert": "Guillemets jamais fermés",
    "type-error": "Valeurs qui ne se lisent pas",
    "unique-error": "Valeurs répétées",
    "primary-key": "Identifiants répétés ou absents",
    "foreign-key": "Références introuvables",
    "required": "Cellules obligatoires vides",
    "pattern": "Valeurs d’une autre forme",
    "enum": "Valeurs hors de la liste",
    "minimum": "Valeurs trop petites",
    "maximum": "Valeurs trop grandes",
    "exclusiveMinimum": "Valeurs trop petites",
    "exclusiveMaximum": "Valeurs trop grandes",
    "minLength": "Valeurs trop courtes",
    "maxLength": "Valeurs trop longues",
    "cohesive-columns-value": "Colonnes à remplir ensemble",
    "compare-columns-value": "Colonnes qui se contredisent",
    "french-gps-coordinates": "Coordonnées hors de France",
    "french-siren-value": "Numéros SIREN faux",
    "french-siret-value": "Numéros SIRET faux",
    "insee-code": "Codes INSEE inconnus",
    "nomenclature-actes-value": "Actes hors de la nomenclature",
    "one-of-required": "Au moins une colonne à remplir",
    "opening-hours-value": "Horaires mal écrits",
    "phone-number-value": "Téléphones mal écrits",
    "sum-columns-value": "Sommes fausses",
    "year-interval-value": "Années mal écrites",
    "codes-et-mots": "Codes et mots mêlés",
    "coordonnees-douteuses": "Coordonnées douteuses",
    "date-dans-le-futur": "Dates dans le futur",
    "hors-de-la-commune": "Points hors de la commune",
    "lieux-repetes": "Lieux répétés",
    "valeur-ecartee": "Valeurs très éloignées des autres",
}
"""Code, or constraint, -> how a report calls what is of this sort."""
