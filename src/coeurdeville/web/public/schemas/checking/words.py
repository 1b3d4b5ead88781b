"""What readers say of a file, for a visitor who has a page and no folder of a town."""

from __future__ import annotations

from dataclasses import replace

from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Problem

COLUMNS = "sur la page des colonnes"
FAR = (
    "Les coordonnées ne tombent pas près de la commune, dans aucun des systèmes de coordonnées français ; elles ne "
    "sont pas employées."
)
"""In place of a list of codes."""
CURES = {
    "projection-introuvable": "Vérifier que la commune indiquée est celle du fichier, puis choisir les colonnes des "
    f"coordonnées et leur système {COLUMNS}.",
    "projection-trouvee": f"Si la carte n’est pas juste, choisir le système de coordonnées {COLUMNS}.",
    "projection-corrigee": f"S’il n’est pas le bon, choisir le système de coordonnées {COLUMNS}.",
    "projection-non-reconnue": f"Choisir le système de coordonnées {COLUMNS}.",
    "projection-contredite": f"Si celui qui est trouvé n’est pas le bon, choisir le système de coordonnées {COLUMNS}.",
    "coordonnees-absentes": f"Choisir les colonnes des coordonnées {COLUMNS}.",
    "coordonnees-trouvees": f"Si ce n’est pas là, choisir les colonnes des coordonnées {COLUMNS}.",
    "entete-absent": "Ajouter en première ligne du fichier le nom de chaque colonne, puis l’envoyer de nouveau.",
    "parties-multiples": "Si ce n’est pas la bonne, envoyer le fichier de nouveau et choisir l’autre.",
    "archive-plusieurs-fichiers": "Envoyer seulement celui à vérifier.",
}
"""Code of a problem -> its cure, where its own speaks of `ville.toml` or of an option."""


def for_visitor(problem: Problem) -> Problem:
    """The same problem, its cure among the pages of the checking."""
    message = spaced(FAR) if problem.code == "projection-introuvable" else problem.message
    return replace(problem, message=message, cure=spaced(CURES.get(problem.code, problem.cure)))
