"""The fixed words of a letter, the same on paper and as text."""

from __future__ import annotations

from coeurdeville.core.french import NBSP, listing, long_day, spaced
from coeurdeville.inventory.demandes.lettre import Lettre

WORDS = {
    "subject": f"Objet{NBSP}:",
    "references": f"Référence{NBSP}:",
    "copy": f"Copie{NBSP}:",
    "enclosed": f"Pièce jointe{NBSP}: annexe",
    "column": "Colonne",
    "meaning": "Ce qu’elle dit",
    "content": "Contenu",
    "needed": "Indispensable",
    "yes": "oui",
    "no": "si possible",
    "page": "page",
    "of": "sur",
}
"""Key -> what the addressee reads."""


def dateline(lettre: Lettre) -> str:
    """`Redon, le 25 novembre 2026`."""
    return f"{lettre.lieu}, le {long_day(lettre.date)}"


def annex_note(lettre: Lettre) -> str:
    """The sentence above the annex; empty when there is none."""
    if lettre.annexe is None:
        return ""
    needed = [one.nom for one in lettre.annexe.colonnes if one.indispensable]
    schema = f"Schéma : {lettre.annexe.schema}. " if lettre.annexe.schema else ""
    if not needed:
        return spaced(f"{schema}Aucune colonne n’est obligatoire.")
    rest = "les autres sont bienvenues" if len(needed) < len(lettre.annexe.colonnes) else "il n’en faut pas d’autre"
    return spaced(f"{schema}Indispensable : {listing(needed)} ; {rest}.")
