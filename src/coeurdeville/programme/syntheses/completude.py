"""What a synthesis lacks before it can be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.syntheses.ecriture import appliquer, ecrire, retouches

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Synthese

EMPTY = Kind(
    "synthese-vide",
    "La saison n’a encore rien à dire : aucune expérimentation n’est ouverte.",
    "Attendre les premières.",
)
NO_RESULT = Kind(
    "synthese-sans-resultat", "Aucune évaluation n’est validée : la synthèse n’aurait aucun résultat.",
    "Valider au moins une évaluation."
)  # fmt: skip
OUTDATED = Kind(
    "synthese-retouche-depassee",
    "Une phrase retouchée repose sur des données qui ont changé depuis : « {texte} ».",
    "La relire : la rétablir, ou la retoucher de nouveau.",
)


def verifier(synthese: Synthese, acteur: Utilisateur | None, motif: str) -> Iterator[Problem]:
    """Nothing to say, no result, or words that no longer hold."""
    chapters, changes = ecrire(synthese.saison), retouches(synthese)
    shown = {one.cle for one in appliquer(chapters, changes)}
    if "deroulement" not in shown:
        yield EMPTY()
        return
    if all(one.cle != "resultats" or len(one.phrases) < 2 for one in chapters):
        yield NO_RESULT()
    sentences = (one for chapter in chapters for one in chapter.phrases)
    stale = [one for one in sentences if one.cle in changes and changes[one.cle].depassee(one)]
    yield from (OUTDATED(texte=changes[one.cle].texte or one.texte) for one in stale)
