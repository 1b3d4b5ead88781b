"""What may be doubtful in a table of entries filled by hand."""

from __future__ import annotations

from coeurdeville.core.problems import Kind, Level

STATUS_UNCLEAR = Kind(
    "import-statut-incompris",
    "« {text} » ne dit pas avec certitude un statut d’ouverture : aucun statut n’est ajouté, et ce texte est gardé "
    "dans ville.toml sous « statut_lu ».",
    "Choisir un statut : coeurdeville inventaire statut, ou la feuille des statuts du classeur.",
    Level.WARNING,
)
STATUS_DAY_UNREADABLE = Kind(
    "import-date-de-statut-illisible",
    "Des statuts ont une date qui n’est pas lisible : ils ne sont pas ajoutés, et leur texte est gardé dans ville.toml "
    "sous « statut_lu ».",
    "Écrire 23/11/2026 et importer de nouveau, ou : coeurdeville inventaire statut.",
    Level.WARNING,
)
STATUS_UNDATED = Kind(
    "import-statut-sans-date",
    "Des statuts n’ont pas de date : ils prennent celle de l’import, {day}.",
    "Corriger leur date dans ville.toml si elle est connue.",
    Level.NOTE,
)
STATUS_ROUNDED = Kind(
    "import-date-de-statut-arrondie",
    "Des statuts ne sont datés que d’un mois ou d’une année : ils prennent le premier jour.",
    "Corriger leur date dans ville.toml si elle est connue.",
    Level.WARNING,
)
REASON_ALONE = Kind(
    "import-motif-sans-statut",
    "Des motifs sont donnés sans statut : aucun statut n’est ajouté, et ces textes sont gardés dans ville.toml sous "
    "« motif_lu ».",
    "Choisir un statut : coeurdeville inventaire statut.",
    Level.NOTE,
)
ANSWER_DAY_UNREADABLE = Kind(
    "import-date-de-reponse-illisible",
    "Des dates de réponse ne sont pas lisibles : elles sont gardées à la fin de la réponse.",
    "Écrire 23/11/2026 sous « reponse_date », dans ville.toml.",
    Level.WARNING,
)
CHECK_UNREADABLE = Kind(
    "import-verification-illisible",
    "Des vérifications n’ont pas de date ou de nombres de lignes lisibles : elles ne sont pas reprises, et leur texte "
    "est gardé dans ville.toml sous « verification_lu ».",
    "Refaire la vérification : coeurdeville inventaire conformite.",
    Level.WARNING,
)
CELL_UNCLEAR = Kind(
    "import-valeur-incomprise",
    "Colonne « {column} » : « {text} » n’est pas une valeur prévue ; la donnée est gardée sans elle, et ce texte l’est "
    "dans ville.toml sous « {key}_lu ».",
    "{cure}",
    Level.WARNING,
)
DAY_UNREADABLE = Kind(
    "import-date-illisible",
    "Colonne « {column} » : des dates ne sont pas des jours lisibles ; elles sont gardées telles quelles, et aucun "
    "export ne les publiera.",
    "Écrire 23/11/2026 dans ville.toml sous « {key} ».",
    Level.WARNING,
)
FORMULA_UNREAD = Kind(
    "import-formule-sans-valeur",
    "Des cellules contiennent une formule dont le résultat n’est pas enregistré : leur valeur n’est pas connue, et la "
    "formule est gardée comme texte.",
    "Ouvrir le classeur dans un tableur, l’enregistrer, puis l’importer de nouveau.",
    Level.WARNING,
)
LAYER_UNCLEAR = Kind(
    "import-couche-a-preciser",
    "« {text} » ne nomme aucune couche avec certitude : la donnée est gardée sans couche.{nearest}",
    "Écrire dans ville.toml la ligne couche = …, d’après : coeurdeville couche liste.",
    Level.WARNING,
)
LAYER_UNTOLD = Kind(
    "import-couche-non-dite",
    "Des lignes ne disent pas de couche, et leur titre n’en nomme aucune avec certitude : elles sont gardées sans "
    "couche.",
    "Écrire dans ville.toml la ligne couche = …, d’après : coeurdeville couche liste.",
    Level.WARNING,
)
TITLE_MISSING = Kind(
    "import-titre-absent",
    "Des lignes n’ont pas de titre : la donnée est gardée sans titre.",
    "Écrire comment la donnée s’appelle chez qui la tient.",
    Level.WARNING,
)
ID_MADE = Kind(
    "import-identifiant-tire-du-titre",
    "Des données n’ont pas d’identifiant : il est tiré de {source}.",
    "Rien à faire, ou leur en donner un dans le fichier.",
    Level.NOTE,
)
ID_AGAIN = Kind(
    "import-identifiant-repete-dans-le-fichier",
    "L’identifiant « {id} » est donné à plusieurs lignes : la première le garde, les suivantes prennent un numéro "
    "(« {id}-2 », etc.), et les autres feuilles parlent de la première.",
    "Donner à chaque donnée le sien, ou retirer les lignes en double.",
    Level.WARNING,
)
VINTAGE_ROUNDED = Kind(
    "import-millesime-arrondi",
    "Des périodes ne tiennent pas en jours ou en années entières : seules leurs années sont gardées.",
    "Rien à faire si l’année suffit.",
    Level.NOTE,
)
PERSON_NAMED = Kind(
    "import-personne-nommee",
    "Des textes semblent nommer une personne, ou donner son téléphone ou son courriel : ils sont gardés tels quels "
    "dans ville.toml, et masqués dans ce qui est publié.",
    "Écrire plutôt une fonction ou un service.",
    Level.WARNING,
)
EXTRA_COLUMNS = Kind(
    "import-colonnes-en-plus",
    "Des colonnes ne sont pas de l’inventaire : leurs cellules sont gardées avec chaque donnée, telles quelles.",
    "Vérifier qu’aucune n’est une colonne connue sous un autre nom : coeurdeville inventaire gabarit les montre.",
    Level.NOTE,
)
