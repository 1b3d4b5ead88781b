"""What may be doubtful in a table of entries filled by hand."""

from __future__ import annotations

from coeurdeville.core.problems import Kind, Level

STATUS_UNCLEAR = Kind(
    "import-statut-incompris",
    "« {text} » ne dit pas avec certitude un statut d’ouverture : la donnée est gardée avec un statut à préciser, et "
    "ce texte comme motif.",
    "Choisir un statut : coeurdeville inventaire statut, ou la feuille des statuts du classeur.",
    Level.WARNING,
)
STATUS_UNDATED = Kind(
    "import-statut-sans-date",
    "Des statuts n’ont pas de date lisible : ils prennent celle de l’import, {day}.",
    "Corriger leur date dans ville.toml si elle est connue.",
    Level.NOTE,
)
CELL_UNCLEAR = Kind(
    "import-valeur-incomprise",
    "Colonne « {column} » : « {text} » n’est pas une valeur prévue ; la donnée est gardée sans elle, et ce texte l’est "
    "dans ville.toml sous « {key}_lu ».",
    "{cure}",
    Level.WARNING,
)
LAYER_UNCLEAR = Kind(
    "import-couche-a-preciser",
    "« {text} » ne nomme aucune couche avec certitude : la donnée est gardée sans couche.{nearest}",
    "Écrire dans ville.toml la ligne couche = …, d’après : coeurdeville couche liste.",
    Level.WARNING,
)
ID_MADE = Kind(
    "import-identifiant-tire-du-titre",
    "Des données n’ont pas d’identifiant : il est tiré de leur titre.",
    "Rien à faire, ou leur en donner un dans le fichier.",
    Level.NOTE,
)
ID_AGAIN = Kind(
    "import-identifiant-repete-dans-le-fichier",
    "L’identifiant « {id} » est donné à plusieurs lignes : les suivantes deviennent « {id}-2 », etc.",
    "Donner à chaque donnée le sien, ou retirer les lignes en double.",
    Level.WARNING,
)
VINTAGE_ROUNDED = Kind(
    "import-millesime-arrondi",
    "Des périodes ne tiennent pas en jours ou en années entières : seules leurs années sont gardées.",
    "Rien à faire si l’année suffit.",
    Level.NOTE,
)
EXTRA_COLUMNS = Kind(
    "import-colonnes-en-plus",
    "Des colonnes ne sont pas de l’inventaire : leurs cellules sont gardées avec chaque donnée, telles quelles.",
    "Vérifier qu’aucune n’est une colonne connue sous un autre nom : coeurdeville inventaire gabarit les montre.",
    Level.NOTE,
)
