"""What an import says of what it did to the inventory of a town."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.french import agree, plural
from coeurdeville.core.problems import Kind, Level, Problem

if TYPE_CHECKING:
    from coeurdeville.catalogue.exchange.merging import Merging

KNOWN_LEFT = Kind(
    "import-donnee-deja-la",
    "{count_words} de la ville {are} déjà dans l’inventaire : {left}.",
    "Pour compléter d’après le fichier ce que la ville a déjà : --remplacer.",
    Level.WARNING,
)
OVERWRITTEN = Kind(
    "import-valeur-remplacee",
    "{field} : la valeur du fichier a remplacé celle de {count_words}.",
    "Vérifier ; l’ancienne valeur n’est plus dans ville.toml, dont il vaut mieux garder une copie avant d’importer.",
    Level.WARNING,
)
STATUS_CHANGED = Kind(
    "import-statut-change",
    "Le statut d’ouverture de {count_words} n’est plus le même : celui du fichier est le plus récent.",
    "Vérifier ; l’ancien reste dans l’histoire des statuts.",
    Level.WARNING,
)
HOLDER_CHANGED = Kind(
    "import-detenteur-change",
    "Le détenteur de {count_words} change sans que le fichier dise son SIREN : l’ancien numéro est gardé.",
    "Vérifier que ce SIREN est celui du nouveau détenteur, ou le corriger dans ville.toml.",
    Level.WARNING,
)
SET_ASIDE = Kind(
    "import-donnee-ecartee",
    "Des données de la ville ont des erreurs dans ville.toml, ou le même identifiant qu’une autre : elles sont "
    "laissées comme elles sont, pour ne rien perdre de ce qui n’a pas pu y être lu.",
    "Corriger ce que dit coeurdeville ville verifier, puis importer de nouveau.",
    Level.WARNING,
)
FILE_LEFT = Kind(
    "import-fichier-absent",
    "Des fichiers nommés ne sont pas dans le dossier de la ville : leur nom est gardé sous « fichier_lu ».",
    "Les ajouter : coeurdeville ville ajouter.",
    Level.WARNING,
)
ROW_JOINED = Kind(
    "import-ligne-jointe",
    "Des lignes des autres feuilles parlent de données que le fichier ne liste pas et que la ville a : elles "
    "s’ajoutent à celles de la ville.",
    "Rien à faire si c’est voulu.",
    Level.NOTE,
)
OWNER_UNKNOWN = Kind(
    "import-ligne-sans-donnee",
    "« {id} » n’est l’identifiant d’aucune donnée du fichier ni de la ville : ces lignes ne sont pas reprises.",
    "Corriger l’identifiant, ou ajouter la donnée dans la première feuille.",
    Level.WARNING,
)


def told(merging: Merging) -> Iterator[Problem]:
    """Each thing that was left, replaced, joined or not taken, with its count."""
    if merging.left:
        ids = [one.id for one in merging.left]
        left = agree(len(ids), "elle est laissée comme elle est", "elles sont laissées comme elles sont")
        words, are = plural(len(ids), "donnée"), agree(len(ids), "est", "sont")
        yield KNOWN_LEFT(count_words=words, are=are, left=left, examples=ids)
    for kind, places in (
        (SET_ASIDE, merging.untouched),
        (FILE_LEFT, merging.without),
        (ROW_JOINED, merging.joined),
    ):
        if places:
            yield kind(examples=places)
    yield from _overwritten(merging)
    unknown: defaultdict[str, list[str]] = defaultdict(list)
    for name, place in merging.unknown:
        unknown[name].append(place)
    for name, places in unknown.items():
        yield OWNER_UNKNOWN(id=name, examples=places)


def _overwritten(merging: Merging) -> Iterator[Problem]:
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for one in merging.overwrites:
        texts[one.field].append(one.text)
    for field, examples in texts.items():
        yield OVERWRITTEN(field=field, count_words=plural(len(examples), "donnée"), examples=examples)
    statuses = [
        f"« {name} » : {one.ouverture.libelle} → {merging.now[name].ouverture.libelle}"
        for name, one in merging.before.items()
        if one.statut and one.ouverture is not merging.now[name].ouverture
    ]
    if statuses:
        yield STATUS_CHANGED(count_words=plural(len(statuses), "donnée"), examples=statuses)
    holders = {one.id for one in merging.overwrites if one.key == "detenteur"}
    numbers = {one.id for one in merging.overwrites if one.key == "siren"}
    kept = sorted(name for name in holders - numbers if merging.before[name].siren)
    if kept:
        yield HOLDER_CHANGED(count_words=plural(len(kept), "donnée"), examples=kept)
